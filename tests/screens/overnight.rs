//! The program is left on: the next day is the next day, and has a copy of its own.

use crate::app::operators::guard;
use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;
use baodao::ui::event::Event;
use std::time::Duration;

fn evening(prepare: impl FnOnce(&mut baodao::app::Desk)) -> TestDesk {
    let desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 3);
        prepare(desk);
    });
    desk.restarted("2026-09-07 20:00")
}

#[test]
fn the_next_day_is_shown_and_copied() {
    let mut desk = evening(|_| ());
    desk.desk.copy_the_day().unwrap();
    desk.desk.await_copy(Duration::from_secs(60));
    assert!(!desk.desk.needs_daily_backup().unwrap());
    desk.keys("F5").shows("2026-09-07 周一");
    let session = desk.desk.today_page().unwrap().sessions[0].session.id;
    desk.desk.mark_unmarked(session, baodao::domain::mark::Mark::PRESENT, "").unwrap();
    desk.left_on("2026-09-08 00:00");
    assert!(desk.desk.needs_daily_backup().unwrap());
    desk.turn(|shell, turn| shell.handle(Event::Day, turn));
    desk.shows("2026-09-08 周二");
    desk.desk.await_copy(Duration::from_secs(60));
    assert!(!desk.desk.needs_daily_backup().unwrap());
    assert_eq!(desk.desk.backups().unwrap().len(), 2);
}

#[test]
fn what_is_half_typed_stays_over_midnight() {
    let mut desk = evening(|_| ());
    desk.keys("F6 Down 王小燕").shows("王小燕");
    desk.left_on("2026-09-08 00:00").turn(|shell, turn| shell.handle(Event::Day, turn));
    desk.shows("王小燕");
}

#[test]
fn whoever_unlocks_in_the_morning_sees_the_morning() {
    let mut desk = evening(guard);
    desk.keys("314159").shows("2026-09-07 周一");
    desk.pass(Duration::from_secs(24 * 3600));
    desk.hides("2026-09-07 周一");
    desk.left_on("2026-09-08 07:50").keys("314159");
    desk.shows("2026-09-08 周二");
}
