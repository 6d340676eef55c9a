//! People at the door: who is due is present or late, who is not is asked about, a slip of the scanner marks nobody.

use super::roll::{count, fifty, late, mark, roll_at, session};
use crate::desk::{PEOPLE, TestDesk, class, person, seated};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who};
use baodao::domain::ids::{ClassId, SessionId, TraineeNumber};
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::screen::Route;
use std::time::Duration;

fn scanning(lang: Lang, at: &str) -> (TestDesk, SessionId) {
    let (mut desk, session) = roll_at(lang, 80, 24, at, 0);
    desk.go(Route::RollScan(session));
    (desk, session)
}

/// A card as most scanners send it: characters some milliseconds apart, then Enter; the next one comes later.
fn scan(desk: &mut TestDesk, text: &str) {
    desk.device(&format!("{text}\n"), 8);
    desk.now += Duration::from_secs(3);
}

fn id(nth: usize) -> String {
    person(nth).id_number
}

fn number(desk: &Desk, session: SessionId, seat: usize) -> TraineeNumber {
    desk.roll(session).unwrap().seats[seat - 1].enrolment.number
}

/// The third of the invented people alone in another class, and what that class is.
fn elsewhere(desk: &mut Desk, code: &str) -> ClassId {
    let other = class(desk, code);
    let mut draft = person(2);
    draft.name = "周来".into();
    draft.id_number = "140999198001010015".into();
    let registration = Registration {
        who: Who::New(draft),
        statuses: Vec::new(),
        class: Some(other),
        joined: None,
        category: "returnee".into(),
    };
    desk.register(&registration).unwrap();
    other
}

#[test]
fn a_card_marks_present_within_the_grace_and_late_after_it() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:45");
    desk.shows("08:45 以后扫到的记迟到").caret_in("扫码");
    scan(&mut desk, &id(1));
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    desk.shows("李   秀   兰").shows("座号 02   到").shows("刚到的 1 人").caret_in("扫码");
    let mut desk = desk.restarted("2026-09-07 08:46");
    desk.go(Route::RollScan(session));
    let seven = number(&desk.desk, session, 7).to_string();
    scan(&mut desk, &seven);
    assert_eq!(late(&desk, session, 7), (16, 0));
    desk.shows("刘   改   变").shows("迟 16分");
    // each scan is an act of its own
    desk.keys("Ctrl+Z").shows("已撤销").hides("迟 16分");
    assert_eq!(mark(&desk, session, 7), None);
    let line = desk.desk.roll(session).unwrap().seats[1].line.clone().unwrap();
    assert_eq!(line.reason, "扫码");
    desk.is_sound();
}

#[test]
fn all_scanners_are_understood() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    // fast and slow, with Tab, in full width, without any end, a card that is held too long
    desk.device(&format!("{}\n", id(0)), 2).device(&format!("{}\t", id(1).to_lowercase()), 40);
    assert_eq!(count(&desk, session, MarkKind::Present), 2);
    let wide: String = id(3).chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    scan(&mut desk, &wide);
    assert_eq!(mark(&desk, session, 4), Some(Mark::PRESENT));
    desk.device(&id(4), 8);
    assert_eq!(mark(&desk, session, 5), Some(Mark::PRESENT));
    // a number half typed by hand does not spoil the scan
    desk.keys("1 4");
    scan(&mut desk, &id(5));
    assert_eq!(mark(&desk, session, 6), Some(Mark::PRESENT));
    // typed slowly, it waits for Enter
    for c in id(6).chars() {
        desk.device(&c.to_string(), 300);
    }
    assert_eq!(mark(&desk, session, 7), None);
    desk.keys("Enter");
    assert_eq!(mark(&desk, session, 7), Some(Mark::PRESENT));
    assert_eq!(count(&desk, session, MarkKind::Present), 6);
    desk.is_sound();
}

#[test]
fn the_same_card_again_is_no_news() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    desk.device(&format!("{}\n", id(1)), 8).device(&format!("{}\n", id(1)), 8).shows("不再重复");
    desk.now += Duration::from_secs(5);
    scan(&mut desk, &id(1));
    desk.shows("已经记过：到");
    assert_eq!(desk.audit().iter().filter(|verb| *verb == "mark").count(), 1);
    assert_eq!(count(&desk, session, MarkKind::Present), 1);
}

#[test]
fn a_card_that_marked_nobody_was_not_scanned_yet() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:40", 0);
    desk.device(&format!("{}\n", id(1)), 8).shows("扫到 李秀兰，已选中");
    desk.go(Route::RollScan(session));
    desk.device(&format!("{}\n", id(1)), 8).shows("已标记 李秀兰 到").hides("不再重复");
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    // taken back, the same card is a new one
    desk.keys("Ctrl+Z").device(&format!("{}\n", id(1)), 8).hides("不再重复");
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    // what was said of the one before goes with a stranger
    desk.device("110101199003070011\n", 8).shows("没有这个号码的档案").hides("已标记 李秀兰");
}

#[test]
fn a_wrong_check_digit_is_said_and_kept() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    let mut wrong = id(0);
    let last = if wrong.pop() == Some('1') { '2' } else { '1' };
    wrong.push(last);
    scan(&mut desk, &wrong);
    desk.shows("没有标记，请重扫").caret_in(&wrong);
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    // the next card replaces it
    scan(&mut desk, &id(1));
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    let mut number = number(&desk.desk, session, 3).to_string();
    let last = if number.pop() == Some('1') { '2' } else { '1' };
    number.push(last);
    scan(&mut desk, &number);
    desk.shows("校验位也要对");
    scan(&mut desk, "6901234567892");
    desk.shows("不是身份证号，也不是学员号");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 11);
}

#[test]
fn somebody_of_another_class_is_asked_about_and_never_marked() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    elsewhere(&mut desk.desk, "KD-02");
    scan(&mut desk, "140999198001010015");
    desk.shows("周   来").shows("在 KD-02，座号 1；不在这节课的名单上，没有标记").shows("回车 选怎么办");
    // the next card goes on, nothing was lost
    scan(&mut desk, &id(1));
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    scan(&mut desk, "140999198001010015");
    desk.keys("Enter").shows("周来  在 KD-02").shows("> 不记，接着扫").shows("打开 KD-02 现在这节课的点名");
    desk.keys("Enter").hides("打开 KD-02").hides("周   来");
    scan(&mut desk, "140999198001010015");
    desk.keys("Enter Down Enter").shows("KD-02 > 点名").shows("01  周来");
    desk.keys("Esc");
    scan(&mut desk, "140999198001010015");
    desk.keys("Enter Down Down Enter").shows("周来").shows("QZ-01");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 11);
    desk.is_sound();
}

#[test]
fn nobody_on_file_is_offered_a_seat() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    scan(&mut desk, "140999198001010015");
    desk.shows("没有这个号码的档案，没有标记");
    desk.keys("Enter Down Enter").caret_in("姓名").shows("140999198001010015").shows("QZ-01");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
}

#[test]
fn a_lost_x_is_asked_for() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 08:40");
    let nth = (0..PEOPLE.len()).find(|nth| id(*nth).ends_with('X')).unwrap();
    let seat = u32::try_from(nth).unwrap() + 1;
    let cut = id(nth).trim_end_matches('X').to_owned();
    scan(&mut desk, &cut);
    desk.shows("末位可能是 X");
    desk.keys("Enter");
    assert_eq!(mark(&desk, session, seat), None);
    scan(&mut desk, &cut);
    desk.keys("F8").shows("刚到的 1 人");
    assert_eq!(mark(&desk, session, seat), Some(Mark::PRESENT));
    // typed by hand, it is put into the box whole, and Enter says so
    desk.keys("Ctrl+Z").keys(&cut).keys("Enter").shows("少了末位 X").caret_in(&id(nth));
    assert_eq!(mark(&desk, session, seat), None);
    desk.keys("Enter");
    assert_eq!(mark(&desk, session, seat), Some(Mark::PRESENT));
}

#[test]
fn whoever_was_on_leave_and_came_is_told() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:40", 0);
    desk.keys(".02 4").go(Route::RollScan(session));
    assert_eq!(mark(&desk, session, 2), Some(Mark::Leave(LeaveKind::Sick)));
    scan(&mut desk, &id(1));
    desk.shows("原记病假，已换掉  Ctrl+Z 撤销");
    desk.keys("Ctrl+Z");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Leave(LeaveKind::Sick)));
}

#[test]
fn only_a_session_that_is_on_takes_scans() {
    for (at, words) in [
        ("2026-09-07 08:20", "课 08:30 开始，之前扫的不记"),
        ("2026-09-07 12:00", "课已结束"),
        ("2026-09-08 09:00", "课已结束"),
    ] {
        let (mut desk, session) = scanning(Lang::Zh, at);
        scan(&mut desk, &id(1));
        desk.shows(words).shows("没 有 标 记".replace(' ', "   ").as_str());
        assert_eq!(count(&desk, session, MarkKind::NotTaken), 12, "{at}");
    }
}

#[test]
fn the_page_leads_on_and_back() {
    let (mut desk, _) = scanning(Lang::Zh, "2026-09-07 08:40");
    desk.keys("F4").shows("> 扫码签到");
    desk.keys("Esc F8").shows("还有 12 人未点");
    desk.keys("F4 Up Enter").shows("第 1 / 12 人");
    desk.keys("Esc").shows("01  王建国");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = fifty(lang, columns, rows);
            let class = desk.desk.classes(1).unwrap()[0].id;
            let session = session(&desk.desk, class, 0);
            desk.go(Route::RollScan(session));
            for seat in [4, 17, 32, 9] {
                let number = number(&desk.desk, session, seat).to_string();
                scan(&mut desk, &number);
            }
            insta::assert_snapshot!(format!("scan_{}_{columns}", lang.key()), desk.page);
        }
    }
    let (mut desk, _) = scanning(Lang::Zh, "2026-09-07 08:40");
    let other = elsewhere(&mut desk.desk, "KD-02");
    seated(&mut desk.desk, other, 0);
    scan(&mut desk, "140999198001010015");
    insta::assert_snapshot!("scan_elsewhere", desk.page);
    scan(&mut desk, "140999198001010012");
    insta::assert_snapshot!("scan_wrong", desk.page);
}

#[test]
fn cards_collected_at_the_door_are_on_time() {
    let (mut desk, session) = scanning(Lang::Zh, "2026-09-07 10:20");
    desk.keys("F2").shows("扫到的都记到，不算迟到");
    scan(&mut desk, &id(1));
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    desk.keys("F2").shows("以后扫到的记迟到");
    scan(&mut desk, &id(2));
    assert_eq!(late(&desk, session, 3), (110, 0));
}
