//! A column from a spreadsheet: seen before it is written, by place or by name, one act, one undo.

use super::roll::{count, late, mark, never_came, roll_at};
use crate::desk::{PEOPLE, TestDesk};
use baodao::domain::ids::SessionId;
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::input::Input;
use ratatui::layout::Size;

fn now() -> (TestDesk, SessionId) {
    roll_at(Lang::Zh, 80, 24, "2026-09-07 11:50", 0)
}

fn paste(desk: &mut TestDesk, text: &str) {
    desk.input(&Input::Paste(text.to_owned()));
}

const COLUMN: &str = "到\n√\n迟到15\n早退20分\n缺勤\n病假\n事假\n\n1\n到\n旷课\n没来吧";

#[test]
fn a_column_as_long_as_the_roll_goes_by_place() {
    let (mut desk, session) = now();
    paste(&mut desk, COLUMN);
    desk.shows("12 行，按名单顺序").shows("写入 10").shows("! 不写 1").shows("! 看不懂").shows("没来吧");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12, "nothing is written before F8");
    desk.keys("F8").shows("按贴进来的一列写入 10 人").shows("01  王建国");
    assert_eq!(mark(&desk, session, 1), Some(Mark::PRESENT));
    assert_eq!(late(&desk, session, 3), (15, 0));
    assert_eq!(late(&desk, session, 4), (0, 20));
    assert_eq!(mark(&desk, session, 5), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 6), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(mark(&desk, session, 7), Some(Mark::Leave(LeaveKind::Personal)));
    assert_eq!((mark(&desk, session, 8), mark(&desk, session, 12)), (None, None));
    assert_eq!(desk.audit().last().map(String::as_str), Some("paste-marks"));
    desk.keys("Ctrl+Z");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12, "one undo");
    desk.is_sound();
}

#[test]
fn a_column_of_another_length_is_nobodys() {
    let (mut desk, session) = now();
    paste(&mut desk, "到\n到\n缺");
    desk.shows("贴进来 3 行，名单上 12 人，对不上号");
    desk.keys("F8").shows("没有要写入的行");
    // the names as well, in any order
    paste(&mut desk, "姓名\t考勤\n张玮\t缺\n李秀兰\t到\n买买提艾力\t迟到5\n王二\t到\n李秀兰\t缺");
    desk.shows("5 行，按姓名").shows("写入 3").shows("! 名单上没有").shows("! 和第 3 行同一人");
    desk.keys("F8");
    assert_eq!(mark(&desk, session, 6), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
    assert_eq!(late(&desk, session, 8), (5, 0));
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 9);
}

#[test]
fn a_line_is_mended_or_left_out() {
    let (mut desk, session) = now();
    paste(&mut desk, &COLUMN.replace("迟到15", "迟到"));
    desk.shows("! 不写 2").shows("! 没写几分钟");
    desk.keys("Enter").shows("第 3 行  03 赵拴柱");
    desk.keys("迟到8 Enter").shows("! 不写 1");
    desk.keys("Home Enter 到 Enter").hides("! 不写").shows("写入 11");
    desk.keys("Home Space").shows("到，不写").shows("写入 10");
    desk.keys("F8");
    assert_eq!(late(&desk, session, 3), (8, 0));
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 2);
}

#[test]
fn announced_leave_is_not_overwritten_unseen() {
    let (mut desk, session) = now();
    desk.keys(".02 4");
    paste(&mut desk, COLUMN);
    desk.shows("原有请假 1").shows("到？原有请假，不写").shows("写入 9");
    desk.keys("Down Space").shows("到，换掉请假").shows("写入 10");
    desk.keys("Space F8");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Leave(LeaveKind::Sick)));
    paste(&mut desk, "李秀兰\t到");
    desk.keys("F8").shows("没有要写入的行");
    desk.keys("Space F8");
    assert_eq!(mark(&desk, session, 2), Some(Mark::PRESENT));
}

#[test]
fn a_past_day_asks_for_the_reason_and_a_day_ahead_takes_leave_only() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    paste(&mut desk, "李秀兰\t缺\n张伟\t到");
    desk.keys("F8").shows("写明原因");
    desk.keys("补签到表 Enter").shows("写入 2 人");
    let line = desk.desk.roll(session).unwrap().seats[1].line.clone().unwrap();
    assert_eq!((line.mark, line.reason.as_str()), (Mark::Absent, "补签到表"));
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:00", 3);
    paste(&mut desk, "李秀兰\t事假\n张伟\t到");
    desk.shows("写入 1").shows("课还没开始");
    desk.keys("F8");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Leave(LeaveKind::Personal)));
}

#[test]
fn a_line_stays_with_its_person_when_somebody_leaves_the_roll() {
    let (mut desk, session) = now();
    paste(&mut desk, COLUMN);
    never_came(&mut desk, session, 3);
    desk.keys("F5");
    desk.shows("! 名单上没有").shows("03 赵拴柱 迟").shows("写入 9").shows("! 不写 2");
    desk.keys("Home Enter").shows("这一行没对到人");
    desk.keys("F8").shows("写入 9 人");
    assert_eq!(late(&desk, session, 4), (0, 20));
    assert_eq!(mark(&desk, session, 5), Some(Mark::Absent));
    assert_eq!((mark(&desk, session, 8), mark(&desk, session, 12)), (None, None));
}

#[test]
fn the_page_says_how_and_leaving_writes_nothing() {
    let (mut desk, session) = now();
    desk.keys("F9 粘贴一列 Enter").shows("在 WPS 或 Excel 里复制").shows("空格子不动");
    paste(&mut desk, COLUMN);
    desk.shows("写入 10");
    desk.keys("Esc").shows("贴进来的没有写入").shows("01  王建国");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    // one line is no column: it is looked at as a scan
    paste(&mut desk, "6901234567892");
    desk.shows("没有标记任何人");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let (mut desk, _) = roll_at(lang, columns, rows, "2026-09-07 11:50", 0);
            desk.resize(Size::new(columns, rows));
            desk.keys(".02 4 .01 1");
            let marks =
                ["到", "到", "迟到", "early 20", "缺勤", "sick", "没来吧", "", "1", "到", "旷课", "×"];
            let lines: Vec<String> =
                PEOPLE.iter().zip(marks).map(|((name, ..), mark)| format!("{name}\t{mark}")).collect();
            paste(&mut desk, &format!("{}\n王二\t到", lines.join("\n")));
            insta::assert_snapshot!(format!("paste_{}_{columns}", lang.key()), desk.page);
        }
    }
    let (mut desk, _) = now();
    paste(&mut desk, "到\n缺");
    insta::assert_snapshot!("paste_misfit", desk.page);
}
