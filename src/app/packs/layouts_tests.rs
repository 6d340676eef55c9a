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
    // forms.md 2.1 R1 and R3, 3.1, 3.3, character for character
    assert_eq!(
        labels("roster-qingdao"),
        "序号 | 姓名 | 性别 | 学历 | 年龄 | 身份证号码 | 联系电话 | 户口所在地 | 户口性质 | 就业安排承诺单位"
    );
    assert_eq!(
        labels("roster-chengdu"),
        "序号 | 姓名 | 性别 | 民族 | 文化程度 | 身份证号码 | 工种 | 工作单位 | 联系电话 | 证书类型 | 原技术等级 | 培训等级 | 证书编号 | 家庭地址"
    );
    assert_eq!(labels("signin-halfday"), "序号 | 姓名 | 身份证号(后四位) | 签到 | 签退 | 备注");
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
    assert!(fault.text(Lang::Zh).contains("这里的值是"), "{}", fault.text(Lang::Zh));

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
        one(roster.replacen("source = \"seat\"", "source = \"seat\"\nnumbered = 3", 1), "numbered"),
        Flaw::NumberedOther
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
