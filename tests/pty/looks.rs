//! How the program looks in a real terminal: four themes, no colour where none is wanted, a window that changes size
//! under a half-typed form.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;

#[test]
fn every_theme_says_the_same_and_mono_says_it_without_colour() {
    let _alone = alone();
    let centre = Centre::new();
    let mut first: Option<String> = None;
    for theme in ["dark", "light", "contrast", "mono"] {
        let mut desk = Terminal::start(&centre.data(), &["--theme", theme]);
        desk.shows("今天的课");
        desk.keys(centre.to_roll());
        desk.shows("未点 50").shows("1-26 / 50").shows("0 清  F4 方式  F9 更多");
        // colour alone says nothing: every line is the same in each
        for line in first.get_or_insert_with(|| desk.page()).lines() {
            desk.shows(line.trim_end());
        }
        assert_eq!(desk.has_colour(), theme != "mono", "{theme}");
        assert!(desk.quit());
    }
}

#[test]
fn no_colour_means_not_one_byte_of_it() {
    let _alone = alone();
    let centre = Centre::new();
    let variables = [("NO_COLOR", "1")];
    let mut desk = Terminal::start_with(&centre.data(), &["--theme", "light"], &variables);
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    desk.keys("zs 5");
    desk.shows("已标记 赵拴 缺勤");
    desk.palette("设置");
    desk.shows("机构名称");
    desk.keys("F9");
    desk.shows("命令");
    assert_eq!(desk.colours_written(), Vec::<String>::new());
    desk.keys("Esc");
    desk.hides("命令");
    assert!(desk.quit());
    let desk = Terminal::start(&centre.data(), &[]);
    desk.shows("今天的课");
    assert!(!desk.colours_written().is_empty(), "else nothing is measured");
    assert!(desk.quit());
}

#[test]
fn a_half_typed_form_outlives_every_size_of_the_window() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys("F6");
    desk.shows("身份证号");
    desk.keys("Enter 王新来 Enter 1380000");
    desk.shows("1380000");
    for (rows, cols) in [(40, 140), (30, 100), (5, 20), (24, 80)] {
        desk.resize(rows, cols);
        if rows == 5 {
            desk.shows("窗口太小");
            continue;
        }
        desk.shows(&format!("\n{}\n", "─".repeat(cols.into())))
            .shows("王新来")
            .shows("1380000")
            .caret_in("手机号码");
    }
    desk.keys("0022");
    desk.shows("13800000022");
    desk.keys("Ctrl+Q");
    desk.shows("再按 Ctrl+Q 退出");
    assert!(desk.quit());
    centre.is_sound();
}
