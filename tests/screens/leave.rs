//! Announced leave and late rolls: told before it is written, one step each.

use crate::desk::{TestDesk, class, on_file, seated, wants};
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::screen::{Route, WeekWanted};

fn busy(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 8);
    })
}

fn to_leave(desk: &mut TestDesk) {
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let who = desk.desk.class_view(class).unwrap().enrolments[1].id;
    desk.go(Route::Leave(class, who));
}

#[test]
fn tomorrow_is_a_day() {
    let mut desk = busy(Lang::Zh, 80, 24);
    to_leave(&mut desk);
    desk.keys("明天 Enter Enter 9.9 F8").shows("李秀兰 已提前请假 4 节课");
    to_leave(&mut desk);
    desk.keys("9月31日 Enter").shows("! 没有看懂日期。写法如 9月8日");
}

#[test]
fn leave_is_told_and_then_fills_the_sessions_ahead_in_one_step() {
    let mut desk = busy(Lang::Zh, 80, 24);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let view = desk.desk.class_view(class).unwrap();
    let who = view.enrolments[1].id;
    desk.desk.mark(view.sessions[3].id, &[who], Mark::Leave(LeaveKind::Sick), "").unwrap();
    to_leave(&mut desk);
    desk.caret_in("从");
    desk.keys("2026-09-08 Enter Enter 2026-09-09").shows("登记 3 节课").shows("已有考勤的 1 节不动");
    insta::assert_snapshot!("leave_zh", desk.page);
    desk.keys("F8").shows("李秀兰 已提前请假 3 节课");
    let on_leave = |desk: &TestDesk| {
        let rolls = view.sessions.iter().map(|session| desk.desk.roll(session.id).unwrap());
        rolls.filter(|roll| roll.seats[1].kind() == MarkKind::Leave).count()
    };
    assert_eq!(on_leave(&desk), 4);
    desk.keys("Ctrl+Z");
    assert_eq!(on_leave(&desk), 1, "one undo, and only its own");
    desk.is_sound();
}

#[test]
fn a_day_that_is_over_is_not_proposed() {
    let begins = |time: &str| {
        let mut desk = busy(Lang::Zh, 80, 24).restarted(time);
        to_leave(&mut desk);
        desk.page.clone()
    };
    let noon = begins("2026-09-08 12:30");
    assert!(noon.contains("登记 1 节课") && noon.contains("09-08 周二 14:00-17:30"), "{noon}");
    let evening = begins("2026-09-08 18:00");
    assert!(evening.contains("登记 2 节课") && evening.contains("09-09 周三 08:30-12:00"), "{evening}");
}

/// Somebody phones in: from wherever they were found, the same verb leads to the same form.
#[test]
fn leave_is_announced_from_wherever_a_person_is_found() {
    let mut desk = busy(Lang::Zh, 80, 24);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let view = desk.desk.class_view(class).unwrap();
    let who = &view.enrolments[0];
    for route in [
        Route::Card(who.trainee),
        Route::Search(who.name.clone()),
        Route::Roll(view.sessions[0].id),
        Route::Ledger(class),
        Route::PersonLedger(class, who.id),
        Route::Week(WeekWanted { class: Some(class), day: None }),
    ] {
        desk.go(route.clone()).keys("Ctrl+N");
        assert!(desk.page.contains(&format!("提前请假 > {}", who.name)), "{route:?}\n{}", desk.page);
        desk.keys("Esc");
    }
    desk.go(Route::Class(class)).keys("Tab Ctrl+N").shows(&format!("提前请假 > {}", who.name));
}

#[test]
fn in_several_classes_the_card_asks_which() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let first = on_file(desk, 0);
        for code in ["QZ-01", "QZ-02"] {
            let id = class(desk, code);
            let wanted = wants(desk, first, id);
            desk.register(&wanted).unwrap();
        }
    });
    desk.go(Route::Search("王".into())).keys("F9 提前请假 Enter").shows("在几个班里").shows("QZ-02");
}

#[test]
fn the_sums_of_a_week_count_leave_that_was_announced() {
    let mut desk = busy(Lang::Zh, 140, 40);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let view = desk.desk.class_view(class).unwrap();
    let who = view.enrolments[1].id;
    for session in &view.sessions[3..5] {
        desk.desk.mark(session.id, &[who], Mark::Leave(LeaveKind::Sick), "").unwrap();
    }
    desk.go(Route::Week(WeekWanted { class: Some(class), day: None }));
    let row = desk.page.lines().find(|line| line.contains("李秀兰")).unwrap().to_owned();
    assert!(row.trim_end().ends_with(" 2"), "{row}");
}

#[test]
fn days_that_are_none_are_said_beside_the_field() {
    let mut desk = busy(Lang::En, 80, 24);
    to_leave(&mut desk);
    desk.keys("2026-09-31 Enter").shows("ot a date");
    desk.keys("F8").shows("ot a date");
    assert!(!desk.audit().contains(&"announce-leave".to_owned()));
}

#[test]
fn a_late_roll_asks_reason_and_sheet_once_and_goes_on() {
    let mut desk = busy(Lang::Zh, 80, 24).restarted("2026-09-09 09:00");
    desk.go(Route::BackEntry(None)).shows("4 节没点完");
    insta::assert_snapshot!("late_rolls_zh", desk.page);
    desk.keys("Enter").shows("为什么没有当天点名");
    desk.keys("停电 Enter").shows("凭哪张签到表");
    desk.keys("签到表第1页 Enter").shows("补录依据已记下");
    // the roll is open under that reason, and asks for none
    desk.keys("*").shows("8 人记为到");
    desk.keys("Esc").shows("3 节没点完");
    desk.is_sound();
    let desk = busy(Lang::En, 140, 40).restarted("2026-09-09 09:00");
    let mut desk = desk;
    desk.go(Route::BackEntry(None));
    insta::assert_snapshot!("late_rolls_en", desk.page);
}

#[test]
fn a_late_roll_without_a_sheet_is_refused() {
    let mut desk = busy(Lang::Zh, 80, 24).restarted("2026-09-09 09:00");
    desk.go(Route::BackEntry(None)).keys("Enter 停电 Enter Enter").shows("4 节没点完");
    assert!(!desk.audit().contains(&"back-entry".to_owned()));
}
