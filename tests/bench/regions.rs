//! Finding a region while typing, against a bare scan of the table for the same letters.

use crate::measure::{Goal, once, report, times};
use baodao::app::regions;
use baodao::domain::region::RegionCode;

/// Names as they are typed: initials, full pinyin, hanzi, codes, and something that nobody is called.
const TYPED: [&str; 9] =
    ["gzpy", "guangzhoupanyu", "xinfuqu", "nmghhht", "番禺区", "广东省广州市番禺区", "440113", "s", "qqqq"];
/// Rows of the box.
const ROWS: usize = 34;

pub(super) fn measure() {
    let home = RegionCode::parse("140902");
    let keystrokes: Vec<&str> = TYPED.iter().flat_map(|typed| beginnings(typed)).collect();
    // the first keystroke of a run also reads the table and spells its names
    let first = once(|| assert!(!regions::find("x", home, ROWS).is_empty()));
    let table = include_str!("../../assets/codes/regions.tsv");
    let count = keystrokes.len() * 20;
    let mut found = 0;
    let bare = times(count, |nth| {
        let typed = keystrokes[nth % keystrokes.len()];
        found += table.lines().filter(|line| line.contains(typed)).count();
    });
    assert!(found > 0);
    let ours = times(count, |nth| {
        regions::find(keystrokes[nth % keystrokes.len()], home, ROWS);
    });
    report("region  found letter by letter", &ours, Goal::P99(8.0), "bare scan of the table", &bare);
    println!("region  the first keystroke of a run: {:.1} ms", first.as_secs_f64() * 1000.0);
}

fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().filter_map(|(at, c)| text.get(..at + c.len_utf8()))
}
