//! Both languages say the same things: same placeholders, nothing empty, every table compared.

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
