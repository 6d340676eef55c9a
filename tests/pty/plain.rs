//! The plain mode on a real terminal: it asks in lines, shows what is typed, and shows no PIN; a roll is taken and
//! somebody enrolled in it.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;
use baodao::app::operators::{NewPin, OperatorDraft};
use baodao::domain::mark::MarkKind;
use baodao::domain::operator::{Pin, Role};

#[test]
fn a_roll_is_taken_in_lines() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = Terminal::start(&centre.data(), &["--operator", "王芳", "--plain"]);
    desk.shows("做什么 >");
    assert!(!desk.is_alternate() && !desk.has_colour());
    desk.keys(if centre.is_morning() { "#1 Enter" } else { "#2 Enter" });
    desk.shows("空行：打开");
    desk.keys("Enter");
    desk.shows("50  罗峰杰");
    desk.keys("=未点全到 Enter");
    desk.shows("50 人记为到");
    desk.keys(".03 Enter 5 Enter");
    desk.shows("已标记 吕子秀 缺勤");
    desk.keys(".04 Enter 4 Enter");
    desk.shows("已标记 孔晨轩 病假");
    desk.keys("=点完 Enter");
    desk.shows("点名完成：到 48");
    desk.keys("=退出 Enter");
    desk.shows("已结束。");
    assert!(desk.ends());
    let marks = centre.marks();
    assert_eq!((marks[&3], marks[&4]), (MarkKind::Absent, MarkKind::Leave));
    centre.is_sound();
}

#[test]
fn somebody_new_is_enrolled_in_lines() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = Terminal::start(&centre.data(), &["--operator", "王芳", "--plain"]);
    desk.shows("做什么 >");
    for (typed, asked) in [
        ("=新学员", "身份证号（必填） >"),
        ("140999199003070016", "姓名（必填） >"),
        ("王新来", "手机号码 >"),
        ("13800000021", "文化程度 >"),
        ("#19", "班次 >"),
    ] {
        desk.keys(&format!("{typed} Enter"));
        desk.shows(asked);
    }
    desk.shows("男 1990-03-07").shows("新学员");
    // the only class that fits
    desk.keys("QZ Enter");
    desk.shows("班次  QZ-01 砌筑工 五级");
    desk.keys("=F8 Enter");
    desk.shows("已为王新来报名：QZ-01 座号 51");
    desk.keys("=退出 Enter");
    desk.shows("已结束。");
    assert!(!desk.is_alternate() && desk.ends());
    let found = centre.ok(&["find", "王新来"]);
    assert_eq!(found[0]["phone_masked"], "138****0021", "{found}");
    assert_eq!(centre.ok(&["class", "show", "QZ-01"])["seats"], 51);
    centre.is_sound();
}

#[test]
fn a_pin_is_not_shown_and_the_terminal_shows_again_after_it() {
    let _alone = alone();
    let centre = Centre::empty();
    let pin = NewPin::Set(Pin::choose("271828").unwrap());
    let head = OperatorDraft { name: "赵校长".into(), role: Role::Head, pin };
    centre.desk().add_operator(&head).unwrap();
    let mut desk = Terminal::start(&centre.data(), &["--operator", "赵校长", "--plain"]);
    desk.shows("赵校长（负责人）的口令").shows("口令（输入时不显示） >");
    desk.keys("271829 Enter");
    desk.shows("口令不对");
    desk.keys("271828 Enter");
    desk.shows("现在由 赵校长（负责人）操作").shows("做什么 >");
    assert!(!desk.page().contains("27182"), "{}", desk.page());
    desk.keys("=查找 Enter");
    desk.shows("查找 >");
    desk.keys("张三丰");
    desk.shows("> 张三丰");
    desk.keys("Enter =退出 Enter");
    desk.shows("已结束。");
    assert!(desk.ends());
}
