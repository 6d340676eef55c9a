//! A roll, a week and a class in windows of three sizes, in the real program: a larger one shows more rows and columns,
//! cuts nothing off, and back in the small one the chosen row is the same.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;

const SMALL: (u16, u16) = (24, 80);
const MIDDLE: (u16, u16) = (30, 100);
const WIDE: (u16, u16) = (40, 140);

/// The window becomes so large, and the page is drawn to its edges.
#[track_caller]
fn becomes(desk: &Terminal, (rows, cols): (u16, u16)) {
    desk.resize(rows, cols);
    // a smaller window has cut the last line off until all of it is drawn again
    desk.shows(&format!("\n{}\n", "─".repeat(cols.into()))).shows("F1 帮助");
}

/// How many rows have these words.
fn rows_with(desk: &Terminal, words: &str) -> usize {
    desk.page().lines().filter(|row| row.contains(words)).count()
}

#[test]
fn a_roll_stands_on_one_page_where_there_is_room() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("周表");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("Enter");
    desk.shows("1-26 / 50");
    desk.keys(".30");
    desk.shows("> 30  林柱明").shows("14-39 / 50").hides("01  康辉");
    // everybody in three columns, then in four
    for (size, besides) in [(MIDDLE, ["18  苏锁", "35  刘莲曦"]), (WIDE, ["14  区霞斌", "40  刘雅斌"])]
    {
        becomes(&desk, size);
        desk.shows("> 30  林柱明").shows("50  罗峰杰").hides(" / 50");
        for words in besides {
            desk.row("01  康辉", words);
        }
        assert_eq!(desk.hides("..").page().matches("未点  ").count(), 50, "{}", desk.page());
    }
    becomes(&desk, SMALL);
    desk.shows("> 30  林柱明").shows("14-39 / 50").hides("01  康辉");
    // and what is typed goes there
    desk.keys("5");
    desk.shows("已标记 林柱明 缺勤").marked("林柱明", "缺");
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn a_week_shows_all_its_days_where_there_is_room() {
    let _alone = alone();
    let centre = Centre::lasting_in("00:00-06:00,06:00-12:00,12:00-18:00,18:00-24:00");
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("周表");
    desk.shows("50 人  28 节");
    desk.keys(".18");
    desk.shows("> 18 苏锁");
    let days = |desk: &Terminal| {
        let page = desk.page();
        let head = page.lines().nth(3).unwrap().to_owned();
        "一二三四五六日".chars().filter(|day| head.contains(&format!("周{day}"))).count()
    };
    let (sessions, most) = (" .  . ", 12);
    assert_eq!((rows_with(&desk, sessions), days(&desk) < 7), (most, true), "{}", desk.page());
    becomes(&desk, MIDDLE);
    desk.shows("> 18 苏锁");
    assert_eq!((rows_with(&desk, sessions), days(&desk) < 7), (18, true), "{}", desk.page());
    becomes(&desk, WIDE);
    // the sums of each person too
    desk.shows("> 18 苏锁").shows("到 迟 早 假 缺  .").hides("..");
    assert_eq!((rows_with(&desk, sessions), days(&desk)), (28, 7), "{}", desk.page());
    becomes(&desk, SMALL);
    desk.shows("> 18 苏锁");
    assert_eq!(rows_with(&desk, sessions), most, "{}", desk.page());
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn a_class_shows_more_of_its_timetable_and_its_people() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("全部班次");
    desk.shows("培训项目").caret_in("筛选");
    desk.keys("QZ Enter");
    desk.shows("班次 > QZ-01").shows("[课程表 22]").row("> ", &centre.short_day(0));
    let slots = |desk: &Terminal| rows_with(desk, "00:00-24:00");
    // with the line that tells of the chosen session
    assert_eq!(slots(&desk), 12 + 1, "{}", desk.page());
    becomes(&desk, MIDDLE);
    desk.row("方式", "教师").row("> ", &centre.short_day(0)).row("> ", "李师傅");
    assert_eq!(slots(&desk), 18 + 1, "{}", desk.page());
    becomes(&desk, WIDE);
    desk.row("方式", "周一 周二 周三 周四 周五 周六 周日").row("> ", &centre.short_day(0));
    assert_eq!(slots(&desk), 22 + 1, "{}", desk.page());
    becomes(&desk, SMALL);
    desk.row("> ", &centre.short_day(0));
    assert_eq!(slots(&desk), 12 + 1, "{}", desk.page());

    desk.keys("Tab");
    desk.shows("[名单 50]");
    desk.choose("汪浩芳");
    let people = |desk: &Terminal| rows_with(desk, "********");
    assert_eq!(people(&desk), 12, "{}", desk.page());
    for (size, most) in [(MIDDLE, 18), (WIDE, 28)] {
        becomes(&desk, size);
        // whole categories, and the day they joined
        desk.row("类别", "入班").row("汪浩芳", "在岗农民工").row("> ", "汪浩芳").hides("..");
        assert_eq!(people(&desk), most, "{}", desk.page());
    }
    becomes(&desk, SMALL);
    desk.row("> ", "汪浩芳").hides("  入班");
    assert_eq!(people(&desk), 12, "{}", desk.page());
    assert!(desk.quit());
    centre.is_sound();
}
