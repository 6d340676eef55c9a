//! Verbs: keys that arrive, words in both languages, and the README's table, which is printed from them.

use crate::desk::{TestDesk, class, seated};
use baodao::domain::departure::DepartureKind;
use baodao::domain::mark::Mark;
use baodao::text::Lang;
use baodao::ui::command::Hint;
use baodao::ui::harness::faults_of;
use baodao::ui::input::Input;
use baodao::ui::key::Key;
use baodao::ui::screen::{ClassWanted, EnrolWanted, Route, SessionWanted, WeekWanted};
use baodao::ui::shell::command::COMMANDS;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A desk with a class of five and every place it can show, by the name the README uses.
pub fn everywhere(lang: Lang) -> (TestDesk, Vec<(&'static str, &'static str, Route)>) {
    let mut ids = None;
    let desk = TestDesk::prepared(lang, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 5);
        let view = desk.class_view(id).unwrap();
        ids = Some((id, view.sessions[0].id, view.enrolments[0].id, view.enrolments[0].trainee));
    });
    let (class, session, enrolment, trainee) = ids.unwrap();
    let places = vec![
        ("今日", "Today", Route::Today),
        ("查找", "Search", Route::Search(String::new())),
        ("报名", "Enrol", Route::Enrol(EnrolWanted::default())),
        ("学员履历", "History", Route::Card(trainee)),
        ("培训项目", "Courses", Route::Courses),
        ("班次", "Classes", Route::Classes),
        ("一个班次", "One class", Route::Class(class)),
        ("排课", "Filling a timetable", Route::Fill(class)),
        ("一次课", "One session", Route::Session(class, SessionWanted::Change(session))),
        ("调课", "Moving sessions", Route::Shift(class, session)),
        ("冲突与变更", "Clashes and changes", Route::Matters(class)),
        ("班次资料", "Class form", Route::ClassForm(ClassWanted::default())),
        ("离班", "Departure", Route::Depart(class, enrolment, DepartureKind::Left)),
        ("点名", "Roll", Route::Roll(session)),
        ("考勤周表", "Week", Route::Week(WeekWanted { class: Some(class), day: None })),
        ("提前请假", "Announce leave", Route::Leave(class, enrolment)),
        ("补录", "Late rolls", Route::BackEntry(None)),
        ("逐个点名", "Call names", Route::RollCall(session)),
        ("扫码签到", "Scan cards", Route::RollScan(session)),
        ("粘贴一列", "Paste a column", Route::RollPaste(session, String::new())),
        ("未点名", "Not taken", Route::NotTaken),
        ("核对签到表", "Paper against screen", Route::Paper(session)),
        ("学时", "Ledger of a class", Route::Ledger(class)),
        ("个人学时", "Ledger of a person", Route::PersonLedger(class, enrolment)),
        ("导出", "Export", Route::Export(Some(class))),
        ("导入名单", "Import a list", Route::Import(Some(class))),
        ("设置", "Settings", Route::Settings),
        ("恢复备份", "Restore", Route::Restore),
        ("操作员", "Operators", Route::Operators),
        ("操作员资料", "Operator form", Route::OperatorForm(None)),
        ("改口令", "My PIN", Route::OwnPin),
        ("记录", "Audit", Route::Audit),
        ("使用说明", "How to", Route::Guide),
        ("读卡设备", "Card reader", Route::Reader),
        ("按键测试", "Key test", Route::Keys),
    ];
    (desk, places)
}

fn hints(desk: &mut TestDesk, route: Route, lang: Lang) -> (Vec<Hint>, bool) {
    desk.go(route);
    let top = desk.shell.top().unwrap();
    (top.hints(lang), top.has_field())
}

#[test]
fn every_verb_has_a_key_that_arrives_and_words() {
    let (mut desk, places) = everywhere(Lang::Zh);
    for (_, place, route) in places {
        let (zh, has_field) = hints(&mut desk, route.clone(), Lang::Zh);
        let (en, _) = hints(&mut desk, route, Lang::En);
        assert_eq!(faults_of(&zh, has_field), Vec::<String>::new(), "{place}");
        for (zh, en) in zh.iter().zip(&en) {
            assert!(
                !zh.name.is_empty() && !en.name.is_empty() && zh.name != en.name,
                "{place}: {zh:?} {en:?}"
            );
            assert!(!zh.help.is_empty() && !en.help.is_empty(), "{place}: {}", en.name);
        }
    }
}

/// Verbs without a key: few keys arrive on every terminal and are no text, and these are seldom wanted, or have another
/// way beside F9 and their name.
const BY_NAME: [&str; 14] = [
    // of the frame: a pause locks, a setting keeps the mouse off
    "Lock",
    "Mouse off",
    // Enter on its line of the page
    "Back up",
    // Del on its line of the front page
    "Drop the draft",
    // pasting itself does it
    "Paste a column",
    // under the digits of the class page, which has a key
    "Class ledger",
    "Week",
    // the head of a column, and Home and End in a block
    "Whole column",
    "Whole row",
    // places of the menu
    "Late rolls",
    "Import a list",
    "Export",
    // once in a long while
    "Drop the PIN",
    "Start over",
];

#[test]
fn a_verb_has_a_key_or_is_one_of_few_that_are_found_by_name() {
    let (mut desk, places) = everywhere(Lang::Zh);
    let mut named = BTreeSet::new();
    for (_, place, route) in places {
        let (english, _) = hints(&mut desk, route.clone(), Lang::En);
        let (chinese, _) = hints(&mut desk, route, Lang::Zh);
        let verbs = chinese.iter().zip(english.iter());
        for (zh, en) in verbs.filter(|(zh, _)| zh.keys.is_empty()) {
            assert!(BY_NAME.contains(&en.name), "{place}: {} has no key and no reason", en.name);
            named.insert(en.name);
            desk.keys("F9").keys(zh.name);
            let is_chosen = |line: &str| line.contains(&format!("> {}", zh.name));
            assert!(zh.blocked.is_some() || desk.page.lines().any(is_chosen), "{place}\n{}", desk.page);
            desk.keys("Esc");
        }
    }
    let shell = baodao::ui::command::hints(COMMANDS, Lang::En, |_| None);
    named.extend(shell.iter().filter(|hint| hint.keys.is_empty()).map(|hint| hint.name));
    assert_eq!(named, BY_NAME.into_iter().collect(), "one that has a key by now needs no reason");
}

#[test]
fn the_key_test_lists_every_key_that_is_bound() {
    let (mut desk, places) = everywhere(Lang::Zh);
    let shell = COMMANDS.iter().flat_map(|command| command.keys);
    let mut keys: BTreeSet<Key> = shell.copied().collect();
    for (_, _, route) in places {
        keys.extend(hints(&mut desk, route, Lang::Zh).0.iter().flat_map(|hint| hint.keys));
    }
    // two ways out, and what is printed: it arrives everywhere
    keys.retain(|key| {
        !matches!(key, Key::Esc | Key::Ctrl('q')) && (*key == Key::SPACE || !matches!(key, Key::Char(_)))
    });
    desk.go(Route::Keys);
    for (came, key) in (1..).zip(&keys) {
        let input = if *key == Key::SPACE { Input::text(" ") } else { Input::Key(*key) };
        desk.input(&input);
        assert_eq!(desk.page.matches("已到").count(), came, "{key:?}\n{}", desk.page);
    }
    desk.shows("按键测试");
    desk.keys("Esc").hides("已到");
}

#[test]
fn every_screen_survives_both_languages_and_all_sizes() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (_, place, route) in places {
            desk.go(route);
            for (columns, rows) in [(80, 24), (100, 30), (140, 40), (300, 100), (20, 5), (80, 24)] {
                desk.resize(ratatui::layout::Size::new(columns, rows));
                let page = &desk.page;
                assert!(desk.is_whole(), "{place} {columns}x{rows}\n{page}");
                assert!(!page.contains("###"), "{place} {columns}: a number without room\n{page}");
                if rows >= 24 {
                    let bar = desk.line(usize::from(rows) - 1);
                    assert!(bar.contains("F9") && bar.contains("F1"), "{place} {columns}: {bar}");
                }
            }
        }
    }
}

#[test]
fn no_words_of_ours_are_cut() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        let mut cut = Vec::new();
        for (_, place, route) in places {
            desk.go(route);
            for (columns, rows) in [(80, 24), (100, 30), (140, 40)] {
                // the catalogue's own long names; below the list they stand in full
                if columns == 80 && place == "Courses" {
                    continue;
                }
                desk.resize(ratatui::layout::Size::new(columns, rows));
                let lines = desk.page.lines().filter(|line| line.contains(".."));
                cut.extend(lines.map(|line| format!("{place} {columns}: {line}")));
            }
        }
        assert_eq!(cut, Vec::<String>::new());
    }
}

/// What comes up over a page, and pages late in the day.
#[test]
fn no_words_of_questions_and_of_late_rolls_are_cut() {
    for lang in Lang::ALL {
        let (desk, places) = everywhere(lang);
        let route = |wanted: &str| places.iter().find(|(_, place, _)| *place == wanted).unwrap().2.clone();
        let mut desk = desk.restarted("2026-09-08 15:29");
        for (columns, rows) in [(80, 24), (100, 30), (140, 40)] {
            desk.resize(ratatui::layout::Size::new(columns, rows));
            for (place, keys) in [("Not taken", ""), ("Roll", "F4"), ("Roll", "1"), ("Week", "Left Left 1")] {
                desk.go(route(place)).keys(keys);
                assert!(!desk.page.contains(".."), "{place} {keys} {columns}\n{}", desk.page);
                desk.keys("Esc");
            }
        }
    }
}

/// A reason may be longer than any list is wide: then it stands whole below the list.
#[test]
fn the_whole_of_a_long_line_stands_below_its_list() {
    let (desk, places) = everywhere(Lang::En);
    let roll = places.iter().find(|(_, place, _)| *place == "Roll").unwrap().2.clone();
    let mut desk = desk.restarted("2026-09-08 15:29");
    let reason = "the teacher had gone home with the book and the signed sheet of the morning shows him absent from the \
        first hour on, as the porter says too";
    let Route::Roll(session) = roll else { unreachable!() };
    let who = desk.desk.roll(session).unwrap().seats[0].enrolment.id;
    desk.desk.mark(session, &[who], Mark::Absent, reason).unwrap();
    for columns in [80, 140] {
        desk.resize(ratatui::layout::Size::new(columns, 24));
        desk.go(Route::Roll(session)).keys("Ctrl+E").shows("first hour on").shows("porter says too");
        desk.keys("Esc");
    }
}

#[test]
fn help_and_palette_name_every_verb() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (_, place, route) in places {
            let (hints, _) = hints(&mut desk, route, lang);
            desk.resize(ratatui::layout::Size::new(100, 60));
            desk.keys("F1");
            for hint in &hints {
                assert!(
                    desk.page.contains(hint.name),
                    "{place}: {} is not in the help\n{}",
                    hint.name,
                    desk.page
                );
            }
            desk.keys("Esc F9");
            for hint in &hints {
                assert!(
                    desk.page.contains(hint.name),
                    "{place}: {} is not in the palette\n{}",
                    hint.name,
                    desk.page
                );
            }
            desk.keys("Esc");
        }
    }
}

/// The key table of the README, from the tables that also feed dispatch and help.
fn table() -> String {
    let (mut desk, places) = everywhere(Lang::Zh);
    let mut table = String::from("| where 画面 | key 键 | verb 动作 |\n|---|---|---|\n");
    let mut line = |zh: &str, en: &str, hint: &Hint, english: &Hint| {
        let keys: Vec<String> = hint.keys.iter().map(|key| format!("`{}`", key.label(Lang::En))).collect();
        let keys = if keys.is_empty() { "F9".to_owned() } else { keys.join(" ") };
        writeln!(table, "| {en} {zh} | {} | {} {} |", keys.replace('|', "\\|"), english.name, hint.name)
            .unwrap();
    };
    let shell = |lang| baodao::ui::command::hints(COMMANDS, lang, |_| None);
    for (zh, en) in shell(Lang::Zh).iter().zip(&shell(Lang::En)) {
        line("处处", "Everywhere", zh, en);
    }
    for (zh, en, route) in places {
        let (chinese, _) = hints(&mut desk, route.clone(), Lang::Zh);
        let (english, _) = hints(&mut desk, route, Lang::En);
        for (chinese, english) in chinese.iter().zip(&english) {
            line(zh, en, chinese, english);
        }
    }
    table
}

#[test]
fn the_readme_shows_the_keys_that_are() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (begin, end) = ("<!-- keys: printed by a test -->\n", "<!-- end of keys -->");
    let (before, rest) = readme.split_once(begin).expect("the README has a place for the key table");
    let (old, after) = rest.split_once(end).unwrap();
    let new = table();
    if std::env::var_os("BAODAO_WRITE").is_some() {
        std::fs::write(&path, format!("{before}{begin}{new}{end}{after}")).unwrap();
        return;
    }
    assert_eq!(old, new, "the key table is out of date: BAODAO_WRITE=1 cargo test writes it");
}
