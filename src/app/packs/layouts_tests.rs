//! Every built-in layout is sound; faults of a user's file are named by line.

use super::*;
use crate::sheet::layout::{Fact, Fields, Flaw, RowsPer};
use crate::sheet::value::{Book, Page, SessionHead, Value};
use chrono::{NaiveDate, NaiveTime};
use std::ops::ControlFlow;

const ROSTER: &str = BUILT_IN[0];

fn faults(text: &str) -> Vec<LineFault> {
    parse(text).unwrap_err()
}

/// The line on which a text first stands.
fn line(text: &str, needle: &str) -> usize {
    text.lines().position(|line| line.contains(needle)).unwrap() + 1
}

#[test]
fn built_in_layouts_are_sound() {
    for text in built_in_texts() {
        assert_eq!(parse(text).err(), None);
    }
    let all = builtin();
    let keys: Vec<_> = all.iter().map(|layout| layout.key.as_str()).collect();
    let expected = [
        "roster-default",
        "signin-default",
        "attendance-default",
        "ledger-default",
        "roster-qingdao",
        "roster-chengdu",
        "attendance-qingdao",
        "signin-halfday",
    ];
    assert_eq!(keys, expected);
    assert!(all.iter().all(|layout| !layout.source.is_empty()));
    for short in ["roster", "signin", "attendance", "ledger"] {
        assert!(find(&all, short).is_some(), "{short}");
    }
    assert_eq!(find(&all, "signin").unwrap().rows_per, RowsPer::Day);
    assert!(find(&all, "attendance").unwrap().has_sessions());
    // both languages say something everywhere, and none of them fits into the other by accident
    for label in all.iter().flat_map(|layout| &layout.columns).map(|column| &column.label) {
        assert!(label.en.is_ascii() && !label.zh.is_ascii(), "{label:?}");
    }
}

fn labels(key: &str) -> String {
    let all = builtin();
    let columns = &find(&all, key).unwrap().columns;
    columns.iter().map(|column| column.label.zh.as_str()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn labels_are_those_of_the_forms() {
    // forms.md 2.1 R1 and R3, 3.1, 3.3, character for character; but the sheet that the desk signs goes by seat and says so
    assert_eq!(
        labels("roster-qingdao"),
        "序号 | 姓名 | 性别 | 学历 | 年龄 | 身份证号码 | 联系电话 | 户口所在地 | 户口性质 | 就业安排承诺单位"
    );
    assert_eq!(
        labels("roster-chengdu"),
        "序号 | 姓名 | 性别 | 民族 | 文化程度 | 身份证号码 | 工种 | 工作单位 | 联系电话 | 证书类型 | 原技术等级 | 培训等级 | 证书编号 | 家庭地址"
    );
    assert_eq!(labels("signin-halfday"), "座号 | 姓名 | 身份证号(后四位) | 签到 | 签退 | 备注");
    assert_eq!(
        labels("roster"),
        "序号 | 姓名 | 性别 | 身份证号码 | 人员类别 | 文化程度 | 民族 | 联系电话 | 家庭地址 | 培训工种 | 培训等级 | 备注"
    );
}

/// Words between back ticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_key_and_word_is_explained_in_one_place() {
    use crate::sheet::layout::{Dates, Field, Kind, Orientation, Paper};
    let page = include_str!("../../../assets/sheets/README.md");
    let explained = quoted(page);
    let mut words: Vec<String> = Vec::new();
    words.extend(Fact::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(Field::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(Kind::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(Dates::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(Paper::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(Orientation::ALL.iter().map(|word| word.key().to_owned()));
    words.extend(RowsPer::ALL.iter().map(|word| word.key().to_owned()));
    // the reader itself tells which keys it knows
    let no_such = [
        "zzz = 1\n".to_owned() + ROSTER,
        ROSTER.replacen("font = ", "zzz = ", 1),
        ROSTER.replacen("width = ", "zzz = ", 1),
        ROSTER.replacen("share = ", "zzz = ", 1),
    ];
    for text in no_such {
        match &faults(&text)[0].what {
            LineFlaw::UnknownKey { have, known } if have == "zzz" => {
                words.extend(known.split(", ").map(str::to_owned));
            }
            other => panic!("{other:?}"),
        }
    }
    for word in words {
        assert!(explained.contains(&word.as_str()), "{word} is not explained");
    }
}

#[test]
fn misspelt_keys_and_words_are_named_by_line() {
    let text = ROSTER.replacen("width = 18.5", "widht = 18.5", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.line, line(&text, "widht"));
    assert!(fault.text(Lang::Zh).contains("没有“widht”这个键"), "{}", fault.text(Lang::Zh));
    assert!(fault.text(Lang::En).contains("width"), "{}", fault.text(Lang::En));

    let text = ROSTER.replacen("width = 18.5\n", "", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.what, LineFlaw::MissingKey("width".into()));
    let text = ROSTER.replacen("width = 18.5", "width = \"18.5\"", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.line, line(&text, "\"18.5\""));
    assert_eq!(fault.what, LineFlaw::WrongKind(Wanted::Number));

    let text = ROSTER.replacen("source = \"id_number\"", "source = \"idcard\"", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.line, line(&text, "idcard"));
    assert!(fault.text(Lang::En).contains("id_number"), "{}", fault.text(Lang::En));

    assert_eq!(faults("key = \"x\"\nversion = ")[0].line, 2);
}

/// The reader's own sentences are English and speak of types: none of their words reaches whoever writes a layout.
#[test]
fn what_the_reader_stops_at_is_said_in_words_of_ours() {
    use LineFlaw::{Syntax, WrongKind};
    let title = ROSTER.lines().find(|line| line.starts_with("title = ")).unwrap();
    for (from, to, what) in [
        (title, "title = \"姓名\"", WrongKind(Wanted::Both)),
        ("version = 1", "version = \"1\"", WrongKind(Wanted::Whole)),
        ("version = 1", "version = -1", WrongKind(Wanted::Whole)),
        ("width = 18.5", "width = [1]", WrongKind(Wanted::Number)),
        ("repeat_header = true", "repeat_header = \"yes\"", WrongKind(Wanted::Flag)),
        ("paper = \"A4\"", "paper = 4", WrongKind(Wanted::Words)),
        ("share = 7", "cells = [1]", WrongKind(Wanted::TwoWhole)),
        ("source = \"name\"", "source = \"name\"\ncodes = 1", WrongKind(Wanted::List)),
        ("source = \"name\"", "source = \"name\"\ncodes = [1]", WrongKind(Wanted::Table)),
        ("repeat_header = true", "repeat_header = yes", Syntax(Slip::Unquoted)),
        ("key = \"roster-default\"", "key = “roster”", Syntax(Slip::Unquoted)),
        ("paper = \"A4\"", "paper = \"A4", Syntax(Slip::OpenQuote)),
        ("[looks]", "[looks", Syntax(Slip::OpenBracket)),
        ("version = 1", "version 1", Syntax(Slip::NoEquals)),
        ("version = 1", "version = 1\nversion = 2", Syntax(Slip::Twice)),
        ("version = 1", "version = 1_", Syntax(Slip::Other)),
    ] {
        assert!(ROSTER.contains(from), "{from}");
        let found = faults(&ROSTER.replacen(from, to, 1));
        assert_eq!((found.len(), &found[0].what), (1, &what), "{to}");
        let (zh, en) = (found[0].text(Lang::Zh), found[0].text(Lang::En));
        assert!(zh.contains("后面可能还有") && en.contains("There may be more"), "{zh} {en}");
        for word in ["struct", "expected", "invalid", "sequence", "u32", "f64", "integer", "boolean"] {
            assert!(!zh.contains(word) && !en.contains(word), "{zh} {en}");
        }
    }
    assert!(
        faults(&ROSTER.replacen(title, "title = \"姓名\"", 1))[0]
            .text(Lang::Zh)
            .contains("zh = \"…\", en = \"…\"")
    );
}

#[test]
fn unsound_layouts_are_named_by_line_all_at_once() {
    let id = "width = 18.5\nkind = \"text\"";
    let text = ROSTER
        .replacen("{class_title}学员", "{class}学员", 1)
        .replacen(id, "width = 18.5\nkind = \"integer\"", 1)
        .replacen("label = { zh = \"备注\"", "label = { zh = \"\"", 1);
    let found = faults(&text);
    let at: Vec<_> = found.iter().map(|fault| fault.line).collect();
    // a label has no line of its own in the flaw, so the column's counts
    let noted = line(&text, "zh = \"\"") - 1;
    assert_eq!(at, [line(&text, "{class}"), line(&text, "width = 18.5") + 1, noted]);
    let what = |n: usize| match &found[n].what {
        LineFlaw::Layout(fault) => fault.what.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(what(0), Flaw::UnknownField("class".into()));
    assert_eq!(what(1), Flaw::MustBeText(Fact::IdNumber));
    assert_eq!(what(2), Flaw::NoWords(Lang::Zh));
    assert!(found.iter().all(|fault| Lang::ALL.into_iter().all(|lang| fault.text(lang).len() > 20)));
}

#[test]
fn flaws_of_blocks_cells_and_numbers_stand_on_their_line() {
    let text =
        |key: &str| built_in_texts().iter().find(|text| text.contains(&format!("key = \"{key}\""))).unwrap();
    let one = |text: String, needle: &str| {
        let found = faults(&text);
        assert_eq!((found.len(), found[0].line), (1, line(&text, needle)), "{found:?}");
        match &found[0].what {
            LineFlaw::Layout(fault) => fault.what.clone(),
            other => panic!("{other:?}"),
        }
    };
    let signin = text("signin-halfday");
    assert_eq!(
        one(signin.replace("blocks = 2", "blocks = 0"), "blocks = 0"),
        Flaw::Blocks { have: 0, most: 4 }
    );
    let book = text("attendance-qingdao");
    assert_eq!(
        one(book.replace("repeat_header", "blocks = 2\nrepeat_header"), "blocks = 2"),
        Flaw::SessionsInBlocks
    );
    assert_eq!(
        one(book.replace("numbered = 20", "numbered = 0"), "numbered = 0"),
        Flaw::Numbered { have: 0, most: 64 }
    );
    assert_eq!(one(book.replace("\"month\"", "\"day\""), "rows_per"), Flaw::SessionsPerDay);
    let sheet = text("roster-chengdu");
    assert_eq!(
        one(sheet.replace("title_over = 15", "title_over = 3"), "title_over"),
        Flaw::TitleOver { have: 3, least: 14, most: 64 }
    );
    assert_eq!(
        one(sheet.replacen("\"{start}\", cells = [1, 2]", "\"{start}\"", 1), "{start}"),
        Flaw::MixedCells
    );
    assert_eq!(
        one(sheet.replacen("\"{start}\", cells = [1, 2]", "\"{start}\", cells = [1, 20]", 1), "{start}"),
        Flaw::CellsOut { have: 27, most: 14 }
    );
    let roster = text("roster-qingdao");
    assert_eq!(one(roster.replace("{ value = \"{printed}\", share", "{ share"), "{ share"), Flaw::EmptyPair);
    assert_eq!(
        one(roster.replacen("source = \"number\"", "source = \"number\"\nnumbered = 3", 1), "numbered"),
        Flaw::NumberedOther
    );
}

#[test]
fn what_no_sheet_can_hold_is_named_by_line() {
    let flaw = |text: &str, needle: &str| {
        let found = faults(text);
        assert_eq!((found.len(), found[0].line), (1, line(text, needle)), "{found:?}");
        assert!(Lang::ALL.into_iter().all(|lang| found[0].text(lang).len() > 20));
        match &found[0].what {
            LineFlaw::Layout(fault) => fault.what.clone(),
            other => panic!("{other:?}"),
        }
    };
    let change = |key: &str, from: &str, to: &str| {
        let text = built_in_texts().iter().find(|text| text.contains(&format!("key = \"{key}\""))).unwrap();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let blocks = change("signin-halfday", "blocks = 2", "blocks = 9000000000000000000");
    assert_eq!(flaw(&blocks, "blocks = 9"), Flaw::Blocks { have: 9_000_000_000_000_000_000, most: 4 });
    let share = change("roster-default", "share = 7", "share = 4294967295");
    assert_eq!(flaw(&share, "4294967295"), Flaw::Share { have: u32::MAX, most: 1000 });
    let wide = "header = [\n[{ value = \"x\", cells = [1, 1000000] }],";
    let cells = change("attendance-default", "header = [", wide);
    assert_eq!(flaw(&cells, "1000000"), Flaw::CellsOut { have: 1_000_001, most: 64 });
    let title = change("roster-default", "zh = \"", &format!("zh = \"{}", "课".repeat(40_000)));
    assert!(matches!(flaw(&title, "title = "), Flaw::Letters { most: 1000, .. }));
    let pairs = format!("header = [\n[{}],", "{ value = \"x\" },".repeat(65));
    let pairs = change("roster-default", "header = [", &pairs);
    assert_eq!(flaw(&pairs, "{ value = \"x\" }"), Flaw::Pairs { have: 65, most: 64 });
}

/// A page of a class with three sessions and one person of whom nothing is known.
fn written(layout: &Layout, to: &Path) -> Result<(), crate::sheet::SheetFault> {
    let head = SessionHead { date: NaiveDate::default(), from: NaiveTime::default() };
    let sessions = if layout.has_sessions() { vec![head; 3] } else { Vec::new() };
    let columns = layout.page_columns(sessions.len()).len();
    let rows = std::iter::once(vec![Value::Empty; columns]);
    let page = Page { name: "x".into(), fields: Fields::default(), sessions, rows: Box::new(rows) };
    let book = Book::single(NaiveDate::from_ymd_opt(2026, 9, 7).unwrap(), 1, page);
    let to = crate::sheet::Target::create(to)?;
    crate::sheet::write(layout, book, to, Lang::Zh, &mut |_, _| ControlFlow::Continue(()))
}

#[test]
fn no_number_takes_the_program_down_and_what_is_sound_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for text in built_in_texts() {
        let is_digit = |c: char| c.is_ascii_digit();
        for (first, _) in text.match_indices(is_digit) {
            let (before, rest) = text.split_at(first);
            if before.ends_with(is_digit) {
                continue;
            }
            let behind = rest.trim_start_matches(is_digit);
            for number in ["0", "4294967295", "9000000000000000000"] {
                let changed = format!("{before}{number}{behind}");
                if let Ok(layout) = parse(&changed) {
                    assert_eq!(written(&layout, &folder.path().join("x.xlsx")), Ok(()), "{changed}");
                }
            }
        }
    }
}

#[test]
fn a_sheet_needs_more_than_sessions() {
    let (head, column) = BUILT_IN[2].split_once("[[column]]").unwrap();
    let sessions = column.split("[[column]]").find(|column| column.contains("\"sessions\"")).unwrap();
    let found = faults(&format!("{head}[[column]]{sessions}"));
    assert!(
        found
            .iter()
            .any(|fault| matches!(&fault.what, LineFlaw::Layout(fault) if fault.what == Flaw::NoColumns))
    );
}

#[test]
fn a_users_layout_takes_the_place_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), ROSTER.replacen("version = 1", "version = 7", 1)).unwrap();
    fs::write(folder.path().join("bad.toml"), "key = ").unwrap();
    fs::write(folder.path().join("notes.txt"), "key = ").unwrap();
    let loaded = load(folder.path());
    fs::write(folder.path().join("same.toml"), ROSTER.replacen("version = 1", "version = 9", 1)).unwrap();
    assert_eq!(loaded.layouts.len(), BUILT_IN.len());
    assert_eq!(find(&loaded.layouts, "roster").unwrap().version, 7);
    assert_eq!(loaded.refused.len(), 1);
    assert!(loaded.refused[0].file.ends_with("bad.toml"));
    let again = load(folder.path());
    assert_eq!(again.refused[1].why, Why::KeyTaken("roster-default".into()));
    assert!(again.refused[1].faults(Lang::Zh)[0].contains("roster-default"));
    assert_eq!(find(&again.layouts, "roster").unwrap().version, 7, "the first file counts");
    assert!(load(&folder.path().join("nowhere")).refused.is_empty());
}
