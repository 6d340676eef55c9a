//! Each page speaks one language: nothing but what people entered stands on it in the other one, also under F1 and F9.

use crate::commands::everywhere;
use crate::desk::PEOPLE;
use baodao::text::Lang;

/// What is on file in Chinese, and stays so on an English page; and how a language is chosen by who reads only it.
const ON_FILE: [&str; 8] = [
    "忻府区育才培训学校",
    "王芳",
    "李师傅",
    "一号教室",
    "山西省忻州市忻府区",
    "山西 忻州 忻府",
    "随系统",
    "中文",
];

/// Signs that a Chinese page may show in Latin letters: keys, codes of classes, what a file is called.
const SIGNS: [&str; 26] = [
    "Ctrl", "Shift", "Esc", "Del", "Tab", "PgUp", "PgDn", "Home", "End", "Ins", "QZ", "default", "ASCII",
    "SQLite", "CSV", "XLSX", "xlsx", "NFC", "English", "SSH", "WPS", "Excel", "IC", "PIN", "zhangsan",
    "System",
];

fn is_hanzi(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{323af}').contains(&c)
}

/// Every page, its help and its palette.
fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let (mut desk, places) = everywhere(lang);
    let mut pages = Vec::new();
    for (_, place, route) in places {
        desk.go(route);
        pages.push((place, desk.page.clone()));
        for overlay in ["F1", "F9"] {
            desk.keys(overlay);
            pages.push((place, desk.page.clone()));
            desk.keys("Esc");
        }
        desk.resize(ratatui::layout::Size::new(140, 40));
        pages.push((place, desk.page.clone()));
        desk.resize(ratatui::layout::Size::new(80, 24));
    }
    pages
}

#[test]
fn an_english_page_has_no_chinese_of_ours() {
    let names = PEOPLE.map(|(name, _, _)| name);
    for (place, page) in pages(Lang::En) {
        // a source is quoted by its own title
        let quotes = ["Hours from", "source:"];
        let ours = page.lines().filter(|line| !quotes.iter().any(|quoted| line.contains(quoted)));
        let mut ours: String = ours.collect();
        // a name that stands large has room between its characters
        for name in names {
            let apart: Vec<String> = name.chars().map(String::from).collect();
            ours = ours.replace(&apart.join("   "), "");
        }
        for data in ON_FILE.iter().chain(&names) {
            ours = ours.replace(data, "");
            // where room ran out
            for kept in (1..data.chars().count()).rev() {
                let cut: String = data.chars().take(kept).collect();
                ours = ours.replace(&format!("{cut}.."), "");
            }
        }
        let left: String = ours.chars().filter(|c| is_hanzi(*c)).collect();
        assert!(left.is_empty(), "{place}: {left}\n{page}");
    }
}

#[test]
fn a_chinese_page_has_no_english_of_ours() {
    for (place, page) in pages(Lang::Zh) {
        // paths and keys of layouts are names
        let tokens = page.split_whitespace().filter(|token| !token.contains(['/', '-', '_', '.']));
        for word in tokens.flat_map(|token| token.split(|c: char| !c.is_ascii_alphabetic())) {
            assert!(word.len() < 3 || SIGNS.contains(&word), "{place}: {word}\n{page}");
        }
    }
}
