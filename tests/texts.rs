//! Both languages say the same things: same placeholders, nothing empty, every table compared, nothing that no page says.

use crate::architecture::product;
use baodao::text::TABLES;
use std::collections::BTreeSet;

/// Names in braces, without their formats; doubled braces are braces.
fn placeholders(text: &str) -> BTreeSet<String> {
    let plain = text.replace("{{", "").replace("}}", "");
    let inside = plain.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    inside.map(|name| name.split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn both_languages_have_the_same_placeholders() {
    for (table, entries) in TABLES {
        for (name, zh, en) in *entries {
            assert_eq!(placeholders(zh), placeholders(en), "{table}::{name}");
        }
    }
}

#[test]
fn nothing_is_left_in_the_other_language() {
    let is_hanzi = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (table, entries) in TABLES {
        for (name, zh, en) in *entries {
            assert!(!en.chars().any(is_hanzi), "{table}::{name}: {en}");
            assert_eq!(zh.is_empty(), en.is_empty(), "{table}::{name}");
        }
    }
}

#[test]
fn every_file_of_words_is_compared() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.trim_end_matches(".rs");
        assert!(
            ["mod", "marks", "mark_words"].contains(&stem) || TABLES.iter().any(|(table, _)| *table == stem),
            "{stem}"
        );
    }
}

/// Every table and entry that a file speaks of, by the table's own name or one that the file gives it.
fn spoken(code: &str) -> BTreeSet<(&'static str, String)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let words: Vec<&str> = code.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    let pairs: BTreeSet<(&str, &str)> = code
        .split(|c| !is_word(c) && c != ':')
        .flat_map(|path| {
            let steps: Vec<&str> = path.split("::").collect();
            steps.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
        })
        .collect();
    let mut spoken = BTreeSet::new();
    for (table, _) in TABLES {
        let others = words.windows(3).filter(|three| three[0] == *table && three[1] == "as");
        let names: BTreeSet<&str> = others.map(|three| three[2]).chain([*table]).collect();
        let entries = pairs.iter().filter(|(of, _)| names.contains(of));
        spoken.extend(entries.map(|(_, entry)| (*table, (*entry).to_owned())));
    }
    spoken
}

#[test]
fn every_sentence_is_said_somewhere() {
    let mut said = BTreeSet::new();
    for (name, text) in product() {
        said.extend(spoken(&text));
        let Some(table) = name.strip_prefix("src/text/").and_then(|file| file.strip_suffix(".rs")) else {
            continue;
        };
        // below its own table a file calls an entry by its bare name
        let Some((_, below)) = text.split_once("texts! {").and_then(|(_, rest)| rest.split_once("\n}"))
        else {
            continue;
        };
        let Some((table, _)) = TABLES.iter().find(|(known, _)| *known == table) else { continue };
        let bare = below.split(|c: char| !c.is_alphanumeric() && c != '_');
        said.extend(bare.map(|word| (*table, word.to_owned())));
    }
    let mut silent = Vec::new();
    for (table, entries) in TABLES {
        let unsaid = entries.iter().filter(|(name, ..)| !said.contains(&(*table, (*name).to_owned())));
        silent.extend(unsaid.map(|(name, ..)| format!("{table}::{name}")));
    }
    assert_eq!(silent, Vec::<String>::new());
}
