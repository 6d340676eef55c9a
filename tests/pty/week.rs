//! The week of a class in the real program: signs set, a block in one step and back, more sessions than the window
//! is wide.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;
use chrono::Datelike;

#[test]
fn a_block_of_last_week_is_one_step_there_and_back() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表").shows("> 01 康辉");

    // today's cells, one by one, by letters and by seat
    desk.keys("1");
    desk.row("01 康辉", "到").shows("> 02 赵拴");
    desk.keys("5");
    desk.row("02 赵拴", "缺");
    desk.keys("ss 4");
    desk.row("18 苏锁", "假");
    desk.keys(".20 2");
    desk.row("20 何雪艳", "迟");
    let marks = centre.marks_on(0);
    assert_eq!(
        [1, 2, 18, 20].map(|seat| marks[&seat]),
        [MarkKind::Present, MarkKind::Absent, MarkKind::Leave, MarkKind::Late]
    );

    // three people over two sessions of last week
    desk.keys("[ Home Left F6 Down Down Right");
    desk.shows("区块 3 人 x 2 节 = 6 格").shows("未点 6");
    desk.keys("5");
    desk.shows("写明原因");
    desk.keys("停电 Enter");
    desk.shows("6 格记为缺勤").row("03 吕子秀", "缺^").row("04 孔晨轩", ".");
    assert_eq!(centre.acts(2), ["mark-block", "mark"]);
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：区块点名").hides("缺^");
    assert!(desk.quit());
    assert_eq!(centre.acts(2), ["undo", "mark-block"]);
    assert_eq!(centre.marks_on(0)[&2], MarkKind::Absent);
    centre.is_sound();
}

#[test]
fn names_stay_in_sight_while_the_week_is_scrolled() {
    let _alone = alone();
    let centre = Centre::lasting_in("00:00-06:00,06:00-12:00,12:00-18:00,18:00-24:00");
    let mut desk = centre.start_in_english();
    desk.shows("Sessions today");
    desk.palette("Week");
    desk.shows("50 people  28 sessions");
    desk.keys("[");
    let monday = -7 - i64::from(centre.desk().today().weekday().num_days_from_monday());
    desk.shows(&format!("{} to {}", centre.short_day(monday), centre.short_day(monday + 6)));
    desk.shows("18:00-24:00").shows("01 康辉");
    // the days of the week go by above, the names stay
    let days = |page: &str| page.lines().nth(3).unwrap().to_owned();
    let sunday = days(&desk.page());
    assert!(sunday.contains("Sun") && !sunday.contains("Mon"), "{sunday}");
    desk.keys(&"Left ".repeat(27));
    desk.shows("Mon 00:00-06:00").shows("> 01 康辉").shows("12 林平超");
    let monday = days(&desk.page());
    assert!(monday.contains("Mon") && !monday.contains("Sun"), "{monday}");
    // people scroll below, the days stay
    desk.keys(".50");
    desk.shows("> 50 ").hides("01 康辉");
    assert_eq!(days(&desk.page()), monday);
    assert!(desk.quit());
    centre.is_sound();
}
