//! Every built-in layout is sound; faults of a user's file are named by line.

use super::*;
use crate::sheet::layout::{Fact, Flaw, RowsPer};

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
    assert_eq!(keys, ["roster-default", "signin-default", "attendance-default", "ledger-default"]);
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

#[test]
fn the_roster_has_the_columns_that_bureaus_ask_for() {
    let all = builtin();
    let labels: Vec<_> =
        find(&all, "roster").unwrap().columns.iter().map(|column| column.label.zh.as_str()).collect();
    let expected =
        "序号 姓名 性别 身份证号码 人员类别 文化程度 民族 联系电话 家庭地址 培训工种 培训等级 备注";
    assert_eq!(labels.join(" "), expected);
}

#[test]
fn misspelt_keys_and_words_are_named_by_line() {
    let text = ROSTER.replacen("width = 18.5", "widht = 18.5", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.line, line(&text, "widht"));
    assert!(fault.text(Lang::Zh).contains("widht"), "{}", fault.text(Lang::Zh));

    let text = ROSTER.replacen("source = \"id_number\"", "source = \"idcard\"", 1);
    let fault = &faults(&text)[0];
    assert_eq!(fault.line, line(&text, "idcard"));
    assert!(fault.text(Lang::En).contains("id_number"), "{}", fault.text(Lang::En));

    assert_eq!(faults("key = \"x\"\nversion = ")[0].line, 2);
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
    let column = |needle| {
        let before = line(&text, needle);
        text.lines().take(before).enumerate().filter(|(_, line)| *line == "[[column]]").last().unwrap().0 + 1
    };
    assert_eq!(at, [line(&text, "{class}"), column("width = 18.5"), column("zh = \"\"")]);
    let what = |n: usize| match &found[n].what {
        LineFlaw::Layout(fault) => fault.what.clone(),
        LineFlaw::Syntax(why) => panic!("{why}"),
    };
    assert_eq!(what(0), Flaw::UnknownField("class".into()));
    assert_eq!(what(1), Flaw::MustBeText(Fact::IdNumber));
    assert_eq!(what(2), Flaw::NoWords(Lang::Zh));
    assert!(found.iter().all(|fault| Lang::ALL.into_iter().all(|lang| fault.text(lang).len() > 20)));
}

#[test]
fn a_users_layout_takes_the_place_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), ROSTER.replacen("version = 1", "version = 7", 1)).unwrap();
    fs::write(folder.path().join("bad.toml"), "key = ").unwrap();
    fs::write(folder.path().join("notes.txt"), "key = ").unwrap();
    let loaded = load(folder.path());
    assert_eq!(loaded.layouts.len(), 4);
    assert_eq!(find(&loaded.layouts, "roster").unwrap().version, 7);
    assert_eq!(loaded.refused.len(), 1);
    assert!(loaded.refused[0].file.ends_with("bad.toml"));
    assert!(load(&folder.path().join("nowhere")).refused.is_empty());
}
