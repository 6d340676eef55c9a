//! Gates of the house: who may use whom, how long a file may be, what may not stand in it.

use std::fs;
use std::path::{Path, PathBuf};

/// Longest product part of a file, in lines.
const LONGEST: usize = 400;

/// Folder and what it may use of the others; `main.rs` may use all.
const MAY_USE: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("text", &["domain"]),
    ("store", &["domain"]),
    ("sheet", &["domain", "text"]),
    ("app", &["domain", "text", "store", "sheet"]),
    ("ui", &["domain", "text", "app", "store::rows"]),
    ("cli", &["domain", "text", "app", "store", "sheet", "ui"]),
];

/// Outside crate (or a function of one) and the only places that may name it.
const OWNERS: [(&str, &[&str]); 21] = [
    ("rusqlite::", &["src/store/"]),
    ("signal_hook::", &["src/ui/event.rs"]),
    ("rustix::", &["src/ui/plain/unseen.rs"]),
    ("calamine::", &["src/sheet/"]),
    ("rust_xlsxwriter::", &["src/sheet/"]),
    ("zip::", &["src/sheet/"]),
    ("quick_xml::", &["src/sheet/hidden.rs"]),
    ("ratatui::", &["src/ui/"]),
    ("crossterm::", &["src/ui/"]),
    ("unicode_width::", &["src/ui/width", "src/sheet/print.rs"]),
    ("pinyin::To", &["src/app/pinyin.rs"]),
    ("serde::", &["src/app/packs/", "src/cli/"]),
    ("serde_json::", &["src/app/drafts.rs", "src/cli/", "src/ui/screen/audit/"]),
    ("toml::", &["src/app/packs/", "src/cli/"]),
    ("argon2::", &["src/app/pins.rs"]),
    ("getrandom::", &["src/app/chance.rs"]),
    ("directories::", &["src/main.rs", "src/cli/"]),
    ("lexopt::", &["src/cli/"]),
    ("Utc::now", &["src/app/clock.rs"]),
    ("Instant::now", &["src/ui/mod.rs"]),
    ("thread::spawn", &["src/app/jobs.rs", "src/ui/event.rs"]),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Path from the package's root, and the part of the file that is the product.
pub fn product() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_test =
        |path: &str| path.contains("/tests/") || path.ends_with("tests.rs") || path == "src/ui/bench.rs";
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let product = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        (name, product)
    };
    files(&root.join("src")).into_iter().map(read).filter(|(name, _)| !is_test(name)).collect()
}

fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_looks_up() {
    for (name, text) in product() {
        let Some((_, allowed)) =
            MAY_USE.iter().find(|(folder, _)| name.starts_with(&format!("src/{folder}/")))
        else {
            continue;
        };
        let own = name.split('/').nth(1).unwrap_or_default().to_owned();
        for used in without_comments(&text).split("crate::").skip(1) {
            let path: String =
                used.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            let grouped = used.starts_with('{');
            assert!(!grouped, "{name}: one path a line, so that this test can read it");
            let fine = path.starts_with(&own) || allowed.iter().any(|may| path.starts_with(may));
            assert!(fine, "{name} uses crate::{path}");
        }
    }
}

/// Whether a file climbs by `super::` out of its own folder of the map, where the paths above do not see it.
fn climbs_out(name: &str, code: &str) -> bool {
    let modules = name.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = modules.split('/').count();
    let path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let mut words = code.split(|c| !path(c));
    words.any(|word| word.split("::").filter(|step| *step == "super").count() >= depth)
}

#[test]
fn nothing_climbs_out_of_its_layer() {
    for (name, text) in product() {
        let is_layer = MAY_USE.iter().any(|(folder, _)| name.starts_with(&format!("src/{folder}/")));
        assert!(!is_layer || !climbs_out(&name, &without_comments(&text)), "{name} climbs out by super::");
    }
    let out = "use super::super::app::Desk;";
    assert!(climbs_out("src/store/open.rs", out) && climbs_out("src/store/rows/mod.rs", out));
    assert!(climbs_out("src/store/mod.rs", "super::app::words::act(lang)"));
    assert!(!climbs_out("src/store/rows/people.rs", "use super::super::open::Store;"));
    assert!(!climbs_out("src/store/open.rs", "use super::act::Writer;\nuse super::error::at;"));
}

#[test]
fn outside_crates_have_one_home() {
    for (name, text) in product() {
        let code = without_comments(&text);
        for (named, homes) in OWNERS {
            let at_home = homes.iter().any(|home| name.starts_with(home));
            let found = code.match_indices(named).any(|(at, _)| {
                !code
                    .get(..at)
                    .unwrap_or_default()
                    .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':'))
            });
            assert!(at_home || !found, "{name} names {named}");
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (name, text) in product() {
        let lines = text.lines().count();
        let words = name.starts_with("src/text/");
        assert!(words || lines <= LONGEST, "{name} has {lines} lines");
        assert!(text.starts_with("//!") || text.starts_with("#!["), "{name} does not say what it is for");
    }
}

#[test]
fn sentences_stand_in_text_only() {
    let is_hanzi = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (name, text) in product() {
        if name.starts_with("src/text/") {
            continue;
        }
        for (number, line) in without_comments(&text).lines().enumerate() {
            let code = line.split(" // ").next().unwrap_or_default();
            let in_literal = code.split('"').skip(1).step_by(2).any(|literal| literal.chars().any(is_hanzi));
            assert!(!in_literal, "{name}: hanzi in a literal near line {number}: {line}");
        }
    }
}

#[test]
fn forbidden_words() {
    for (name, text) in product() {
        assert!(!name.contains("util") && !name.contains("helper"), "{name}");
        for word in ["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "/work/", "/root/"] {
            assert!(!text.contains(word), "{name} has {word}");
        }
    }
}
