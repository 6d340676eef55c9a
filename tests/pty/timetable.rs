//! Changing a timetable in the real program: one session moved, all that follow moved, the later end put on file with
//! its reason, holidays known and unknown, clashes named.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;

/// The page of a class, from anywhere.
fn to_class(desk: &mut Terminal, code: &str) {
    desk.palette("全部班次");
    desk.shows("培训项目").caret_in("筛选");
    desk.keys(&format!("{code} Enter"));
    desk.shows(&format!("班次 > {code}"));
}

#[test]
fn a_session_moves_and_then_all_that_follow() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    to_class(&mut desk, "QZ-01");
    desk.row("> ", &centre.short_day(0));

    // tomorrow's to a day after the end
    desk.choose(&centre.short_day(1));
    desk.keys("7");
    desk.shows("只调这一次，到另一天");
    desk.keys("Tab");
    desk.caret_in("新日期");
    desk.keys(&centre.day(9));
    desk.shows(&format!("{}__", centre.day(9)));
    desk.keys("Tab Tab");
    desk.caret_in("原因");
    desk.keys("停电 F8");
    desk.shows("已调课 1 次").row(&centre.short_day(9), &format!("原 {}", centre.short_day(1)));
    desk.shows("! 结业后 1 次");
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：").hides("! 结业后 1 次");

    // all from tomorrow on by one teaching day: the last falls behind the end
    desk.row("> ", &centre.short_day(1));
    desk.keys("7");
    desk.shows("只调这一次，到另一天");
    desk.keys("F4");
    desk.shows("这次和以后的，顺延到后面的上课日");
    desk.choose("这次和以后的，顺延到后面的上课日");
    desk.keys("Enter Shift+Tab");
    desk.caret_in("怎么调");
    // whatever the day of the year, no holiday lies in the way
    desk.keys("Tab Tab Tab");
    desk.caret_in("节假日");
    desk.keys("F4");
    desk.shows("照常上课");
    desk.keys("照常 Enter");
    desk.shows("调 7 次课：").shows("晚于结业日");
    desk.caret_in("原因");
    desk.keys("大雪停课 F8");
    desk.shows("已调课 7 次").shows("! 结业后 1 次");

    // the planned end follows, as a dated change with its reason
    desk.keys("4");
    desk.shows("QZ-01 > 修改");
    desk.keys("Tab Tab Tab");
    desk.caret_in("结业日期");
    desk.keys(&centre.day(8));
    desk.shows(&format!("{}__", centre.day(8)));
    desk.keys("F8");
    desk.shows(&format!("原因：结业 {} -> {}", centre.day(7), centre.day(8)));
    desk.keys("大雪顺延 Enter");
    desk.shows("已保存班次 QZ-01").hides("! 结业后");
    desk.keys("9");
    desk.shows("[变更 8]").row("结业", "大雪顺延").row("调课", "大雪停课");
    desk.keys("Esc");
    desk.shows("[课程表 22]");
    assert!(desk.quit());
    assert_eq!(centre.ok(&["class", "show", "QZ-01"])["end"], centre.day(8));
    let sessions = centre.ok(&["session", "list", "--class", "QZ-01"]);
    let last = sessions["sessions"].as_array().unwrap().last().unwrap();
    assert_eq!(last["session"], format!("{}T00:00", centre.day(8)));
    centre.is_sound();
}

#[test]
fn this_and_all_that_follow_go_some_days_later_and_come_back() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    to_class(&mut desk, "QZ-01");
    for (from, days, last) in [(1, "2", 9), (3, "-2", 7)] {
        desk.choose(&centre.short_day(from));
        desk.keys("7");
        desk.shows("只调这一次，到另一天");
        desk.keys("F4");
        desk.shows("这次和以后的，推后或提前几天");
        desk.choose("这次和以后的，推后或提前几天");
        desk.keys("Enter");
        desk.caret_in("天数").shows("提前写负数");
        desk.keys(days);
        // every session as it was and as it will be
        let (was, becomes) = (centre.short_day(from), centre.short_day(last - 6));
        desk.shows("调 7 次课：").row(&format!("{was} "), &format!(" -> {becomes} "));
        assert_eq!(desk.page().contains("! 晚于结业日"), last > 7);
        desk.keys("Tab");
        desk.caret_in("原因");
        desk.keys("大雪 F8");
        desk.shows("已调课 7 次").row("> ", &becomes);
        let sessions = centre.ok(&["session", "list", "--class", "QZ-01"]);
        let last_now = sessions["sessions"].as_array().unwrap().last().unwrap();
        assert_eq!(last_now["session"], format!("{}T00:00", centre.day(last)));
    }
    desk.hides("! 结业后");
    assert!(desk.quit());
    assert_eq!(centre.acts(2), ["move-session", "move-session"]);
    centre.is_sound();
}

#[test]
fn holidays_are_left_out_and_a_missing_year_is_said() {
    let _alone = alone();
    let centre = Centre::empty();
    for (code, start, end) in [("GQ-10", "2026-09-28", "2026-10-12"), ("ZB-03", "2190-01-01", "2190-01-20")] {
        let add = ["class", "add", "--code", code, "--course", "2022/4-02-07-08/5", "--hours", "40"];
        centre.ok(&[add.as_slice(), &["--start", start, "--end", end]].concat());
    }
    let mut desk = centre.start();
    desk.shows("报到  今日");
    to_class(&mut desk, "GQ-10");
    desk.keys("1");
    desk.shows("放假不排：国庆节 10-01 至 10-07 的 5 天").shows("将加 12 次课");
    desk.keys("F8");
    desk.shows("已加 12 次课").shows("09-30 周三").shows("10-08 周四").hides("10-01 周四");
    to_class(&mut desk, "ZB-03");
    desk.keys("1");
    desk.shows("! 没有 2190 年的节假日表").shows("holidays/2190.tsv").shows("将加 28 次课");

    // the centre puts its own table where it was told to: it counts from the next time the form is opened
    let folder = centre.data().join("holidays");
    std::fs::create_dir(&folder).unwrap();
    let table = "2190-01-01\tholiday\t元旦\tNew Year\n2190-01-04\tholiday\t校庆\tAnniversary\n";
    std::fs::write(folder.join("2190.tsv"), table).unwrap();
    assert_eq!(centre.ok(&["holidays", "check", folder.join("2190.tsv").to_str().unwrap()])["ok"], true);
    desk.keys("Esc");
    desk.shows("[课程表 0]");
    desk.keys("1");
    desk.shows("放假不排：").shows("校庆 01-04").hides("! 没有 2190 年").shows("将加 24 次课");
    desk.keys("F8");
    desk.shows("已加 24 次课").hides("01-01 周五").shows("01-05 周二").hides("01-04 周一");
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn clashes_are_named_with_who_where_and_when() {
    let _alone = alone();
    let centre = Centre::lasting();
    let days = [centre.day(1), centre.day(2)];
    let add = ["class", "add", "--code", "DG-05", "--course", "2022/4-02-07-08/5", "--hours", "40"];
    centre.ok(&[&add[..], &["--start", &days[0], "--end", &days[1], "--instructor", "李师傅"]].concat());
    centre.ok(&["timetable", "fill", "--class", "DG-05", "--days", "1-7", "--slots", "08:30-12:00"]);
    centre.ok(&["enrol", "--class", "DG-05", "--trainee", "赵拴"]);
    let mut desk = centre.start();
    desk.shows("今天的课");
    to_class(&mut desk, "DG-05");
    desk.shows("! 4 处冲突");
    desk.keys("9");
    desk.shows("[冲突 4]").row("李师傅", "QZ-01").row("赵拴", "QZ-01").row("赵拴", &centre.short_day(1));
    // and from there to the class that is in the way
    desk.keys("Enter");
    desk.shows("班次 > QZ-01");
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn a_room_that_two_classes_ask_for_is_named_by_class_and_time() {
    let _alone = alone();
    let centre = Centre::empty();
    let days = [centre.day(1), centre.day(2)];
    for (code, slot) in [("QZ-01", "08:30-12:00"), ("DG-05", "10:00-11:30")] {
        let add = ["class", "add", "--code", code, "--course", "2022/4-02-07-08/5", "--hours", "40"];
        centre.ok(&[&add[..], &["--start", &days[0], "--end", &days[1], "--place", "一号教室"]].concat());
        centre.ok(&["timetable", "fill", "--class", code, "--days", "1-7", "--slots", slot]);
    }
    let mut desk = centre.start();
    desk.shows("报到  今日");
    to_class(&mut desk, "DG-05");
    desk.shows("! 2 处冲突");
    desk.keys("9");
    desk.shows("[冲突 2]");
    for words in ["教室", "QZ-01", "10:00-11:30", "08:30-12:00", &centre.short_day(1)] {
        desk.row("一号教室", words);
    }
    assert!(desk.quit());
    centre.is_sound();
}
