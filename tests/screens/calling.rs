//! Calling names: a digit marks and goes on, nothing else stands in the way, a scanner marks nobody.

use super::roll::{count, fifty, mark, roll_at, session};
use crate::desk::{TestDesk, person};
use baodao::domain::ids::SessionId;
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::screen::Route;
use std::time::Duration;

fn calling(lang: Lang, at: &str) -> (TestDesk, SessionId) {
    let (mut desk, session) = roll_at(lang, 80, 24, at, 0);
    desk.keys("F4").shows(if lang == Lang::Zh { "怎样点名" } else { "Ways to take the roll" });
    desk.keys("Down Enter");
    (desk, session)
}

#[test]
fn a_digit_marks_and_the_next_one_comes() {
    let (mut desk, session) = calling(Lang::Zh, "2026-09-07 08:47");
    desk.shows("第 1 / 12 人").shows("王   建   国").shows("座号 01   未点").shows("5 缺");
    desk.keys("1").shows("第 2 / 12 人").shows("李   秀   兰").shows("已标记 王建国 到");
    desk.keys("5 4").shows("退格 回到此人再按 4 改事假");
    desk.keys("2").shows("第 5 / 12 人");
    assert_eq!(mark(&desk, session, 1), Some(Mark::PRESENT));
    assert_eq!(mark(&desk, session, 2), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 3), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(desk.desk.roll(session).unwrap().count(MarkKind::Late), 1);
    // without a mark, back, and mended
    desk.keys("Space Space").shows("第 7 / 12 人");
    desk.keys("Backspace Backspace Backspace").shows("第 4 / 12 人").shows("迟 17分");
    desk.keys("1").shows("第 5 / 12 人");
    assert_eq!(mark(&desk, session, 4), Some(Mark::PRESENT));
    desk.keys("Ctrl+Z").shows("第 4 / 12 人").shows("迟 17分");
    desk.keys("Esc").hides("第 4 /").shows("01  王建国");
    desk.is_sound();
}

#[test]
fn whoever_has_a_mark_is_not_called() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:47", 0);
    desk.keys("4 .03 5").go(Route::RollCall(session)).shows("第 2 / 12 人");
    desk.keys("1").shows("第 4 / 12 人");
    desk.keys("Backspace").shows("第 2 / 12 人");
    desk.keys("Up").shows("第 1 / 12 人").shows("假 病");
    desk.keys("Up").shows("第 1 / 12 人");
    desk.keys("End").shows("第 12 / 12 人");
}

#[test]
fn at_the_end_it_is_said_who_is_left_and_that_it_is_complete() {
    let (mut desk, session) = calling(Lang::Zh, "2026-09-07 08:47");
    desk.keys("1 Space 1 1 1 1 1 1 1 1 1 1").shows("点到末尾，还有 1 人未点");
    desk.keys("5").shows("没有标记");
    desk.keys("F8").shows("还有 1 人未点");
    desk.keys("Space").shows("第 2 / 12 人");
    desk.keys("5").shows("都点到了").shows("F8 记下点名完成");
    desk.keys("F8").shows("点名完成 王芳 08:47").shows("点名完成：到 11  缺 1");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 0);
    desk.is_sound();
}

#[test]
fn minutes_are_asked_when_the_clock_cannot_know_and_then_the_next_one_comes() {
    let (mut desk, session) = calling(Lang::Zh, "2026-09-07 12:40");
    desk.keys("2").shows("王建国 迟到多少分钟");
    desk.keys("10 Enter").shows("第 2 / 12 人");
    desk.keys("3 Esc").shows("第 2 / 12 人");
    assert_eq!(mark(&desk, session, 2), None);
    let (mut desk, _) = calling(Lang::Zh, "2026-09-09 09:00");
    desk.keys("1").shows("写明原因");
    desk.keys("补签到表 Enter").shows("第 2 / 12 人");
    desk.keys("1").shows("第 3 / 12 人");
}

#[test]
fn a_scan_marks_nobody_and_moves_nobody() {
    let (mut desk, session) = calling(Lang::Zh, "2026-09-07 08:47");
    desk.keys("1").shows("第 2 / 12 人");
    let id = person(1).id_number;
    for gap in [4, 30] {
        desk.device(&format!("{id}\n"), gap).shows("没有标记任何人").shows("第 2 / 12 人");
        desk.now += Duration::from_secs(3);
    }
    desk.keys("zw").shows("没有标记任何人");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 11);
    desk.is_sound();
}

#[test]
fn a_click_on_the_legend_marks() {
    let (mut desk, session) = calling(Lang::En, "2026-09-07 08:47");
    desk.shows("1 of 12").shows("seat 01   not taken");
    let y = desk.page.lines().position(|line| line.contains("5 absent")).unwrap();
    let x = desk.page.lines().nth(y).unwrap().find("5 absent").unwrap();
    let act = baodao::ui::input::MouseAct::Click;
    let (x, y) = (u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
    desk.input(&baodao::ui::input::Input::Mouse(baodao::ui::input::Mouse { x, y, act }));
    assert_eq!(mark(&desk, session, 1), Some(Mark::Absent));
    desk.shows("2 of 12");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = fifty(lang, columns, rows);
            let class = desk.desk.classes(1).unwrap()[0].id;
            let session = session(&desk.desk, class, 0);
            desk.go(Route::RollCall(session)).keys("1 1 2 1 5 1");
            insta::assert_snapshot!(format!("call_{}_{columns}", lang.key()), desk.page);
        }
    }
    let (mut desk, _) = calling(Lang::Zh, "2026-09-07 08:47");
    desk.keys("* F8");
    insta::assert_snapshot!("call_end", desk.page);
}
