//! Lists that move while somebody stands in them: whoever was chosen stays chosen, and whoever is gone is nobody.

use super::roll::{chosen, count, mark, never_came, now, session};
use crate::desk::{TestDesk, class, opened, person, seated};
use baodao::app::enrol::{Registration, Who};
use baodao::app::{Chance, Desk, Opened};
use baodao::domain::ids::SessionId;
use baodao::domain::mark::{Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::event::Event;
use baodao::ui::screen::{Route, WeekWanted};

/// What another desk does, whose numbers are of this seed, and this one hears of.
fn elsewhere(desk: &mut TestDesk, seed: u64, work: impl FnOnce(&mut Desk)) {
    let other = Opened { chance: Chance::Seeded(seed), ..opened("2026-09-07 08:49") };
    let mut other = Desk::open(&desk.folder.path().join("data"), other).unwrap();
    work(&mut other);
    desk.turn(|shell, turn| shell.handle(Event::Elsewhere, turn));
}

fn absent(desk: &TestDesk, session: SessionId) -> Vec<u32> {
    let roll = desk.desk.roll(session).unwrap();
    let absent = roll.seats.iter().filter(|seat| seat.kind() == MarkKind::Absent);
    absent.map(|seat| seat.enrolment.seat).collect()
}

#[test]
fn a_block_on_the_roll_keeps_its_people() {
    let (mut desk, session) = now();
    desk.keys(".03 F6 Down Down").shows("选中 03-05 共 3 人");
    never_came(&mut desk, session, 1);
    desk.keys("F5").shows("选中 03-05 共 3 人");
    desk.keys("5");
    assert_eq!(absent(&desk, session), [3, 4, 5]);
    // an end of the block is gone: there is no block, and nobody is chosen in its place
    desk.keys(".07 F6 Down Down");
    never_came(&mut desk, session, 9);
    desk.keys("F5").hides("选中 07");
    assert_eq!(chosen(&desk), "");
    desk.keys("5").shows("没有选中人");
    assert_eq!(absent(&desk, session), [3, 4, 5]);
    desk.keys("Down").shows("> 10");
}

#[test]
fn which_of_several_is_answered_as_it_was_asked() {
    let (mut desk, session) = now();
    desk.keys(".05 5 .06 5 zw 1").shows("张伟").shows("张玮");
    elsewhere(&mut desk, 8, |other| {
        let roll = other.roll(session).unwrap();
        let gone = super::roll::before_the_class(&roll);
        other.depart(&roll.seats[0].enrolment, &gone).unwrap();
    });
    desk.keys("Down Enter").shows("已标记 张玮 到");
    assert_eq!((mark(&desk, session, 5), mark(&desk, session, 6)), (Some(Mark::Absent), Some(Mark::PRESENT)));
}

#[test]
fn calling_goes_back_to_who_was_called() {
    let (mut desk, session) = now();
    desk.go(Route::RollCall(session)).keys("Space 1 1").shows("尉   迟   明");
    never_came(&mut desk, session, 1);
    desk.keys("F5").shows("尉   迟   明").shows("第 3 / 11 人");
    desk.keys("Backspace").shows("赵   拴   柱");
    desk.keys("Backspace").shows("李   秀   兰");
    // who is called leaves: a digit that was on its way is nobody's
    elsewhere(&mut desk, 8, |other| {
        let roll = other.roll(session).unwrap();
        let four = roll.seats.iter().find(|seat| seat.enrolment.seat == 4).unwrap();
        other.depart(&four.enrolment, &super::roll::before_the_class(&roll)).unwrap();
    });
    desk.keys("Down Down").shows("张   伟");
    never_came(&mut desk, session, 5);
    desk.keys("F5").hides("第 ");
    desk.keys("5").shows("没有标记");
    assert_eq!(count(&desk, session, MarkKind::Absent), 0);
}

#[test]
fn paper_is_taken_over_for_whoever_is_chosen() {
    let (mut desk, session) = now();
    desk.keys("* .02 5 .03 5 .04 5 .05 5").go(Route::Paper(session));
    desk.keys("F8 第1页 Enter").shows("不符 4");
    desk.keys("Down").shows("> 03");
    let marks = |other: &mut Desk, seat: usize| {
        let who = other.roll(session).unwrap().seats[seat - 1].enrolment.id;
        other.mark(session, &[who], Mark::PRESENT, "").unwrap();
    };
    elsewhere(&mut desk, 8, |other| marks(other, 2));
    desk.shows("不符 3").shows("> 03");
    // the chosen one is in order now: Enter is not for the next one
    elsewhere(&mut desk, 9, |other| marks(other, 3));
    desk.shows("不符 2").hides("> 04");
    desk.keys("Enter").shows("没有选中人");
    assert_eq!(absent(&desk, session), [4, 5]);
    desk.keys("Down").shows("> 04");
    desk.keys("Enter").shows("尉迟明 已照纸改为到").shows("> 05");
    assert_eq!(absent(&desk, session), [5]);
}

#[test]
fn a_block_of_the_week_keeps_its_corners() {
    let mut made = None;
    let desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 6);
        made = Some(class);
    });
    let (mut desk, class) = (desk.restarted("2026-09-07 11:00"), made.unwrap());
    let session = session(&desk.desk, class, 0);
    desk.go(Route::Week(WeekWanted { class: Some(class), day: None }));
    desk.keys(".03 F6 Down").shows("区块 2 人 x 1 节");
    // one goes and one comes: as many as before
    never_came(&mut desk, session, 1);
    let comes = Registration {
        who: Who::New(person(7)),
        statuses: Vec::new(),
        class: Some(class),
        joined: None,
        category: "returnee".into(),
    };
    desk.desk.register(&comes).unwrap();
    desk.keys("F5").shows("区块 2 人 x 1 节");
    desk.keys("5");
    assert_eq!(absent(&desk, session), [3, 4]);
    desk.keys(".05 F6 Down");
    never_came(&mut desk, session, 6);
    desk.keys("F5").hides("区块 ");
    desk.keys("5").shows("没有选中格子");
    assert_eq!(absent(&desk, session), [3, 4]);
}
