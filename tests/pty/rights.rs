//! Who may do what, in the real program with PINs: instructors mark their own classes of today, the office corrects
//! with a reason and its word stands, a slip of its keys corrects nothing, settings, operators and restoring are the
//! head's, an auditor only looks.

use crate::alone;
use crate::centre::{AUDITOR, Centre, HEAD, INSTRUCTOR, OFFICE};
use crate::environment::environment;
use crate::terminal::Terminal;
use baodao::domain::mark::MarkKind;
use serde_json::Value;
use std::process::Command;

/// The roll of the running session, with so many still open.
#[track_caller]
fn to_roll(desk: &mut Terminal, open: &str) {
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("Enter");
    desk.shows(open);
}

#[test]
fn the_office_wins_over_the_instructor_and_both_are_seen() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.guard();
    let mut desk = centre.signed_in(&INSTRUCTOR);
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("Enter");
    desk.shows("未点 50");
    desk.keys("zs 5");
    desk.shows("已标记 赵拴 缺勤");

    // the office corrects and says why
    OFFICE.takes_over(&mut desk);
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("Enter");
    desk.shows("未点 49");
    desk.keys("zs F2");
    desk.shows("赵拴 的考勤").caret_in("迟到分钟");
    desk.keys("Shift+Tab F4");
    desk.shows("事假");
    desk.keys("病 Enter");
    desk.hides("事假").shows("病假");
    desk.keys("Tab Tab");
    desk.caret_in("说明");
    desk.keys("假条已交 F8");
    desk.marked("赵拴", "假 病 ^");

    // both are told in the week, and the instructor is refused with who and why
    INSTRUCTOR.takes_over(&mut desk);
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("zs");
    desk.shows("缺 李师傅").shows("-> 办公室 假 病 王芳").shows("假条已交");
    desk.keys("1");
    desk.shows("办公室已改为病假（王芳 ").shows(" 假条已交）");
    assert!(desk.quit());
    assert_eq!(centre.marks_on(0)[&2], MarkKind::Leave);
    assert_eq!(centre.acts(2), ["sign-in", "mark"]);
    centre.is_sound();
}

#[test]
fn a_digit_over_a_mark_of_the_instructor_is_refused_and_a_reason_corrects_it() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.guard();
    let mut desk = centre.signed_in(&INSTRUCTOR);
    to_roll(&mut desk, "未点 50");
    desk.keys("zs 5");
    desk.shows("已标记 赵拴 缺勤");

    // a key that slips is no correction
    OFFICE.takes_over(&mut desk);
    to_roll(&mut desk, "未点 49");
    desk.keys("zs 1");
    desk.shows("! 教师已点为缺勤（李师傅 ").shows("），要更正请按 F2 写原因。").marked("赵拴", "缺");
    assert_eq!(centre.marks_on(0)[&2], MarkKind::Absent);
    desk.keys("F2");
    desk.shows("赵拴 的考勤");
    desk.keys("Shift+Tab F4");
    desk.shows("事假");
    desk.keys("事 Enter");
    desk.hides("病假").shows("事假");
    desk.keys("Tab Tab");
    desk.caret_in("说明");
    desk.keys("家里有事 F8");
    desk.marked("赵拴", "假 事 ^").shows("未点 49");

    // from then on it is not the instructor's to change, whichever way
    INSTRUCTOR.takes_over(&mut desk);
    to_roll(&mut desk, "未点 49");
    desk.marked("赵拴", "假 事 ^");
    for key in ["1", "0"] {
        desk.keys("zs");
        desk.hides("办公室已改为").shows(" 02 赵拴");
        desk.keys(key);
        desk.shows("办公室已改为事假（王芳 ").shows(" 家里有事）").marked("赵拴", "假 事 ^");
    }
    assert!(desk.quit());
    assert_eq!(centre.marks_on(0)[&2], MarkKind::Leave);
    assert_eq!(centre.acts(2), ["sign-in", "mark"]);
    centre.is_sound();
}

#[test]
fn an_instructor_marks_no_other_class_and_no_past_day() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.ok(&["enrol", "--class", "KD-02", "--trainee", "赵拴"]);
    centre.guard();
    let mut desk = centre.signed_in(&INSTRUCTOR);
    desk.palette("周表");
    // their own class comes first
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("[ 5");
    // before they have written a reason for nothing
    desk.shows("! 教师不能改以前日子的考勤，请前台、负责人来做。");
    // today of somebody else's
    desk.keys("Tab");
    desk.shows("哪个班");
    desk.keys("KD Enter");
    desk.shows("KD-02 > 考勤周表");
    desk.keys("]");
    desk.shows("01 赵拴");
    desk.keys("5");
    desk.shows("! 这节课由郑师傅教；教师只点自己的课，请本人或前台来点。");
    assert!(desk.quit());
    assert_eq!(centre.acts(1), ["sign-in"]);
    centre.is_sound();
}

#[test]
fn settings_operators_and_restoring_are_the_heads() {
    let _alone = alone();
    let centre = Centre::new();
    let copy = centre.ok(&["backup"])["path"].as_str().unwrap().to_owned();
    centre.guard();
    let mut desk = centre.signed_in(&OFFICE);
    desk.palette("设置");
    desk.shows("语言、外观、线条谁都可以改；其他由负责人改");
    desk.keys("F2");
    desk.row("赵校长", "负责人");
    desk.keys("F6");
    desk.shows("! 前台不能改设置、管操作员、恢复备份，请负责人来做。");
    desk.palette("恢复");
    desk.shows("! 前台不能改设置、管操作员、恢复备份，请负责人来做。");

    // nor on the command line, with the PIN of whoever says so
    let restore = |operator: &str, pin: &str| -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baodao"));
        command.arg("restore").arg(&copy).args(["--operator", operator, "--json"]);
        command.arg("--data").arg(centre.data());
        command.env_clear().envs(environment(&centre.data())).env("BAODAO_PIN", pin);
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    };
    assert_eq!(restore("王芳", "314159")["error"]["code"], "not-allowed");

    HEAD.takes_over(&mut desk);
    desk.palette("操作员");
    desk.keys("F6");
    desk.caret_in("姓名");
    desk.keys("孙师傅 Tab F4");
    desk.shows("稽核");
    desk.keys("教师 Enter F8");
    desk.shows("已添加 孙师傅");
    assert!(desk.quit());
    // the copy is of before there were PINs: whoever is head says so
    let restored = restore("赵校长", "271828");
    assert_eq!(restored["error"], Value::Null, "{restored}");
    centre.is_sound();
}

#[test]
fn an_auditor_looks_and_writes_nothing() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.guard();
    let mut desk = centre.signed_in(&AUDITOR);
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表").shows("> 01 康辉");
    desk.keys("5");
    desk.shows("! 稽核不能点名，请前台、教师、负责人来做。");
    desk.keys("Enter");
    desk.shows("未点 50");
    desk.keys("*");
    desk.shows("! 稽核不能点名，请前台、教师、负责人来做。").shows("未点 50");
    desk.palette("报名");
    desk.shows("! 稽核不能办报名和学员资料，请前台、负责人来做。");
    desk.palette("操作记录");
    desk.row("王芳", "增加操作员 赵校长").row("赵校长", "增加操作员 钱会计");
    assert!(desk.quit());
    assert_eq!(centre.acts(1), ["sign-in"]);
    centre.is_sound();
}
