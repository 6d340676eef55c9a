//! The order in which inputs are offered, and what a clerk sees of it.

use super::command::COMMANDS;
use super::*;
use crate::ui::bench::Bench;
use crate::ui::command::hints;
use crate::ui::harness::faults_of;
use crate::ui::input::{Mouse, MouseAct};
use proptest::prelude::*;
use std::time::Duration;

#[test]
fn the_frame_has_place_status_message_and_keys() {
    let bench = Bench::new(Route::Today);
    assert_eq!(bench.line(0), format!(" 报到  今日 > QZ-01{}50/80", " ".repeat(55)));
    assert_eq!(bench.line(1), "-".repeat(80));
    assert_eq!(bench.line(21), "-".repeat(80));
    assert_eq!(bench.line(22), "");
    // F8 is blocked, so the bar does not offer it
    assert_eq!(
        bench.line(23),
        format!(" 1 已刷新  2 页面  Del 取消  回车 命令  F9 更多{}F1 帮助", " ".repeat(25))
    );
}

#[test]
fn digits_are_commands_where_there_is_no_field() {
    let mut bench = Bench::new(Route::Today);
    bench.keys("1 ２ 12").shows("marked 1212 typed");
    // a scan is no command, even where every digit is one
    bench.keys("121212").shows("marked 1212 typed 121212");
    bench.keys("张").shows("typed 121212张");
}

#[test]
fn characters_are_text_where_there_is_a_field() {
    let mut bench = Bench::new(Route::Keys);
    bench.keys("12/?：").shows("12/?：");
    bench.keys("F8").shows("已保存 12/?：");
    bench.keys("Ctrl+S").shows("已保存");
}

#[test]
fn signs_open_what_they_stand_for_outside_fields() {
    for sign in ["：", ":", "；"] {
        Bench::new(Route::Today).keys(sign).shows("+- 命令 -");
    }
    Bench::new(Route::Today).keys("？").shows("帮助：今日 > QZ-01");
    Bench::new(Route::Today).keys("、").shows("按键测试");
    Bench::new(Route::Today).keys("／").shows("按键测试");
}

#[test]
fn a_blocked_verb_says_why_and_an_unused_key_says_so() {
    let mut bench = Bench::new(Route::Today);
    bench.keys("F8").shows("! 现在不能必填：没有符合的").shows("marked  typed");
    bench.keys("F6").shows("! F6 在这里没有用处");
    bench.keys("Ctrl+C").shows("退出请按 Ctrl+Q");
    assert!(!bench.shell.ended());
    bench.keys("Ctrl+Z").shows("没有可以撤销的");
    bench.keys("Esc").shows("这是第一页");
}

#[test]
fn help_lists_every_command_and_the_focused_field() {
    let mut bench = Bench::new(Route::Today);
    bench.keys("F1");
    let mut seen = String::new();
    for _ in 0..30 {
        seen.push_str(&bench.page);
        bench.keys("Down");
    }
    for hint in bench.shell.screen_hints().iter().chain(&hints(COMMANDS, Lang::Zh, |_| None)) {
        assert!(seen.contains(hint.name), "{}", hint.name);
        for key in hint.keys {
            assert!(seen.contains(&*key.label(Lang::Zh)), "{key:?}");
        }
    }
    assert!(seen.contains("! 没有符合的"));
    bench.keys("Esc").shows("marked");
    Bench::new(Route::Keys).keys("F1").shows("当前一栏").shows("写点什么");
}

#[test]
fn the_palette_runs_what_is_picked() {
    let mut bench = Bench::new(Route::Today);
    // a verb without a key, found by its words
    bench.keys("F9 按键测试 Enter").shows("marked H");
    bench.keys("F9 按键测试 Down Enter").shows("F8 必填");
    let mut bench = Bench::new(Route::Today);
    bench.keys("Ctrl+P 必填 Enter").shows("! 现在不能必填");
    bench.keys("F9 帮助 Enter").shows("帮助：今日");
    bench.keys("Esc F9 Esc").shows("marked");
}

#[test]
fn a_box_over_hanzi_keeps_its_border() {
    let mut bench = Bench::new(Route::Today);
    bench.keys("Del");
    let inside: Vec<&str> = bench.page.lines().filter(|line| line.contains('|')).collect();
    assert!(inside.len() >= 4, "{}", bench.page);
    for line in inside {
        assert_eq!(line.matches('|').count(), 2, "{line}");
    }
    bench.keys("Enter 1").shows("marked 1");
    bench.keys("Del F8").shows("已撤班").shows("marked  typed");
}

#[test]
fn the_caret_stands_in_the_field_and_parks_elsewhere() {
    let mut bench = Bench::new(Route::Keys);
    bench.keys("张三");
    let caret = bench.marks.caret.expect("a field has the caret");
    assert_eq!((caret.at.x, caret.at.y, caret.shown), (9, 4, true));
    let mut bench = Bench::new(Route::Today);
    let parked = bench.marks.caret.expect("the cursor is parked");
    assert_eq!((parked.at.y, parked.shown), (5, false));
    bench.keys("F9 命");
    let caret = bench.marks.caret.expect("the palette has a search box");
    assert!(caret.shown && caret.at.y < 6, "{caret:?}");
}

#[test]
fn unsaved_text_is_not_lost_by_one_esc() {
    let mut bench = Bench::new(Route::Today);
    bench.keys("Enter 张三 Esc").shows("再按 Esc 放弃").shows("张三");
    bench.keys("Esc").shows("marked");
    bench.keys("Enter 张三 Ctrl+Q").shows("再按 Esc 放弃");
    assert!(!bench.shell.ended());
    bench.keys("Ctrl+Q");
    assert!(bench.shell.ended());
}

#[test]
fn good_news_fades_and_bad_news_waits_for_a_key() {
    let mut bench = Bench::new(Route::Keys);
    bench.keys("F8").pass(Duration::ZERO).shows("已保存");
    bench.keys("a").shows("已保存");
    assert!(bench.shell.wakes_at().is_some());
    bench.pass(Duration::from_secs(11));
    assert_eq!(bench.shell.note(), "");
    assert_eq!(bench.shell.wakes_at(), None);
    bench.keys("F6").pass(Duration::from_secs(60)).shows("! F6");
    bench.keys("a");
    assert_eq!(bench.shell.note(), "");
}

#[test]
fn the_bar_can_be_clicked() {
    let mut bench = Bench::new(Route::Today);
    let click = |x, y, act| Input::Mouse(Mouse { x, y, act });
    bench.input(&click(2, 23, MouseAct::Click)).shows("marked 1");
    bench.input(&click(78, 23, MouseAct::Click)).shows("帮助：");
    bench.input(&click(0, 0, MouseAct::Back)).shows("marked 1");
    bench.input(&click(3, 6, MouseAct::Click)).shows("typed Row(4)");
    bench.input(&click(3, 6, MouseAct::DoubleClick)).shows("F8 必填");
}

#[test]
fn a_tiny_window_says_what_it_needs_and_runs_nothing() {
    let mut bench = Bench::sized(Route::Today, Lang::Zh, Size::new(20, 5));
    bench.shows("窗口太小").shows("需要 80 列 24 行").shows("现在 20 列 5 行");
    bench.keys("Del F8 1 Ctrl+Q");
    assert!(bench.shell.ended());
}

#[test]
fn both_languages_and_large_windows_draw() {
    for size in [Size::new(80, 24), Size::new(140, 40), Size::new(300, 100)] {
        let mut bench = Bench::sized(Route::Today, Lang::En, size);
        bench.shows("Baodao  Today > QZ-01").shows("F1 Help");
        bench.keys("F1").shows("Everywhere");
        bench.keys("Esc F9").shows("Commands");
    }
}

#[test]
fn every_table_of_commands_is_sound() {
    let none: Vec<String> = Vec::new();
    for lang in Lang::ALL {
        assert_eq!(faults_of(&hints(COMMANDS, lang, |_| None), true), none);
    }
    let bench = Bench::new(Route::Today);
    assert_eq!(faults_of(&bench.shell.screen_hints(), false), none);
    assert_eq!(faults_of(&bench.shell.screen_hints(), true).len(), 2);
}

fn any_input() -> impl Strategy<Value = Input> {
    let key = prop_oneof![
        (1u8..=12).prop_map(Key::F),
        proptest::sample::select(
            &[
                Key::Enter,
                Key::Esc,
                Key::Tab,
                Key::BackTab,
                Key::Up,
                Key::Down,
                Key::Left,
                Key::Right,
                Key::PgUp,
                Key::PgDn,
                Key::Home,
                Key::End,
                Key::Backspace,
                Key::Delete,
                Key::Insert,
            ][..]
        ),
        proptest::char::range('a', 'z').prop_filter("goes on", |c| *c != 'q').prop_map(Key::Ctrl),
    ];
    prop_oneof![
        6 => key.prop_map(Input::Key),
        2 => "\\PC{0,6}".prop_map(Input::Text),
        1 => "\\PC{0,6}\n\\PC{0,6}".prop_map(Input::Paste),
        1 => (0u16..90, 0u16..30).prop_map(|(x, y)| Input::Mouse(Mouse { x, y, act: MouseAct::DoubleClick })),
        1 => Just(Input::Resize),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn random_keys_do_no_harm(inputs in proptest::collection::vec(any_input(), 1..60), small in any::<bool>()) {
        let size = if small { Size::new(20, 5) } else { Size::new(80, 24) };
        let mut bench = Bench::sized(Route::Today, Lang::Zh, size);
        for input in &inputs {
            bench.input(input);
            prop_assert!(bench.is_whole(), "{}", bench.page);
        }
    }
}
