//! The terminal is put on, fits itself, and is given back as it was.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::{Answers, Terminal};

#[test]
fn starts_and_restores() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = Terminal::start(&centre.data(), &[]);
    desk.shows("报到  今日").shows("开始使用").shows("F1 帮助");
    assert!(desk.is_alternate() && desk.has_colour());
    desk.resize(40, 140);
    desk.shows(&"─".repeat(140)).shows("忻府区育才培训学校");
    desk.resize(5, 20);
    desk.shows("窗口太小").shows("现在 20 列 5 行");
    desk.resize(24, 80);
    desk.shows("F1 帮助");
    desk.keys("F9");
    desk.shows("命令").caret_in("> ____");
    desk.keys("设置 Enter");
    desk.shows("忻府区育才培训学校").shows("设置");
    assert!(desk.quit());
}

#[test]
fn no_colour_where_none_is_wanted() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = Terminal::start_with(&centre.data(), &["--lang", "en"], &[("NO_COLOR", "1")]);
    desk.shows("Baodao  Today").shows("F1 Help");
    desk.keys("F9");
    desk.shows("Commands");
    assert!(!desk.has_colour());
    desk.keys("Esc");
    desk.hides("Commands");
    assert!(desk.quit());
}

#[test]
fn a_signal_keeps_the_draft_and_gives_the_terminal_back() {
    let _alone = alone();
    for (signal, name) in [("TERM", "王新来"), ("HUP", "李后到")] {
        let centre = Centre::empty();
        let mut desk = centre.start();
        desk.shows("今日");
        desk.keys("F6");
        desk.shows("身份证号");
        desk.keys(&format!("Enter {name}"));
        desk.shows(name);
        desk.signal(signal);
        assert!(desk.ends(), "{signal}");
        let kept = centre.desk().draft("enrol").unwrap().unwrap();
        assert_eq!(kept.fields.get("name").map(String::as_str), Some(name));
        centre.is_sound();
    }
}

#[test]
fn lines_are_as_the_terminal_can_draw_them() {
    let _alone = alone();
    let centre = Centre::empty();
    let (level, ascii) = ("─".repeat(80), "-".repeat(80));
    let cases: [(Answers, &[&str], &str); 5] = [
        (Answers::Truly, &[], &level),
        (Answers::Wide, &[], &ascii),
        (Answers::Never, &[], &ascii),
        (Answers::Never, &["--ambiguous", "narrow"], &level),
        (Answers::Truly, &["--borders", "ascii"], &ascii),
    ];
    for (answers, args, line) in cases {
        let desk = Terminal::start_on(answers, &centre.data(), args, &[]);
        desk.shows("F1 帮助").shows(line);
        let page = desk.page();
        assert!(
            !page.contains('中') && page.starts_with(" 报到"),
            "{answers:?}: the measuring is wiped\n{page}"
        );
        assert!(desk.quit());
    }
}

#[test]
fn the_key_test_says_what_is_known_of_the_terminal() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = Terminal::start_on(Answers::Wide, &centre.data(), &["--theme", "light"], &[]);
    desk.shows("F1 帮助");
    desk.keys("F9 按键测试 Enter");
    desk.shows("关于终端").shows("用 + - |").shows("浅色");
    assert!(desk.quit());
}

#[test]
fn looks_are_changed_in_the_settings_and_stay() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = Terminal::start(&centre.data(), &[]);
    desk.shows(&"─".repeat(80));
    desk.keys("F9 设置 Enter");
    desk.shows("线条显示错位？");
    desk.keys("Shift+Tab F4");
    desk.shows("不画线");
    desk.keys("用 Enter F8");
    desk.shows(&"-".repeat(80)).hides("─");
    assert!(desk.quit());
    let desk = Terminal::start(&centre.data(), &[]);
    desk.shows("F1 帮助").shows(&"-".repeat(80));
    assert!(desk.quit());
    let desk = Terminal::start(&centre.data(), &["--borders", "auto", "--ambiguous", "narrow"]);
    desk.shows(&"─".repeat(80));
    assert!(desk.quit());
}
