//! Rolls that were not taken on their day, in the real program: Today leads there, a power cut is entered from the
//! signed sheets.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;

#[test]
fn a_power_cut_is_entered_from_the_sheets() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课").shows("14 节课没点完");
    desk.palette("补录点名");
    desk.shows("14 节没点完").shows(&centre.short_day(-14));
    for (day, sheet) in [(-1, "签到表第1页"), (-2, "签到表第2页")] {
        desk.row("> ", &centre.short_day(day));
        desk.keys("Enter");
        desk.shows("为什么没有当天点名");
        desk.keys("停电 Enter");
        desk.shows("凭哪张签到表");
        desk.keys(&format!("{sheet} Enter"));
        desk.shows(&format!("补录依据已记下：停电 {sheet}")).shows("未点 50");
        desk.keys("* zs 5");
        desk.shows("已标记 赵拴 缺勤").shows("点名完成 王芳").marked("赵拴", "缺 ^");
        desk.keys("Esc");
        desk.shows("节没点完");
    }
    desk.shows("12 节没点完");
    assert!(desk.quit());
    for day in [-1, -2] {
        let marks = centre.marks_on(day);
        assert_eq!((marks[&1], marks[&2]), (MarkKind::Present, MarkKind::Absent));
    }
    let hours = centre.ok(&["hours", "--class", "QZ-01", "--trainee", "2"]);
    let entries = hours[0]["entries"].as_array().unwrap();
    for (day, reason) in [(-1, "停电 签到表第1页"), (-2, "停电 签到表第2页")] {
        let day = centre.day(day);
        let mut of = entries.iter().filter(|entry| entry["session"].as_str().unwrap().starts_with(&day));
        assert_eq!(of.next().unwrap()["reason"], reason);
    }
    centre.is_sound();
}

#[test]
fn what_was_not_taken_is_listed_and_led_to() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课").shows("14 节课没点完");
    // Today's line of what is late leads to the list of the centre, and that to the roll
    desk.choose("14 节课没点完");
    desk.keys("Enter");
    desk.shows("已开始、还有人未点的课").row("> ", &centre.short_day(-14)).shows("15 节课");
    desk.keys("Enter");
    desk.shows("未点 50");
    desk.keys("*");
    desk.shows("写明原因");
    desk.keys("停电 Enter");
    desk.shows("50 人记为到").shows("点名完成 王芳");
    desk.keys("Esc");
    desk.shows("已开始、还有人未点的课").shows("14 节课").row("> ", &centre.short_day(-13));
    assert!(desk.quit());
    centre.is_sound();
}
