//! The sounds of Mandarin as far as a name can be misheard: which syllables there are, where typed letters may be cut
//! into them, which are taken for one another. Knows no names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Every syllable that some hanzi is usually read as, `v` for u-umlaut.
static SYLLABLES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let hanzi = '\u{4e00}'..='\u{9fff}';
    hanzi.filter_map(super::usual).filter(|syllable| is_spoken(syllable)).collect()
});

/// Pairs of initials or finals that are confused by ear.
static CONFUSIONS: LazyLock<Vec<(Part, &str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/codes/confusions.tsv").lines();
    lines
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let part = match cells.next()? {
                "initial" => Part::Initial,
                "final" => Part::Final,
                _ => return None,
            };
            Some((part, cells.next()?, cells.next()?))
        })
        .collect()
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Initial,
    Final,
}

/// Ways to cut that are kept; names have few.
const MOST_CUTS: usize = 8;
/// No syllable has more letters.
const LONGEST: usize = 6;
/// Longer than any name in letters.
const MOST_LETTERS: usize = 48;

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'v'];

/// Sounds like `ng` of interjections are no syllables of names.
fn is_spoken(syllable: &str) -> bool {
    syllable.bytes().all(|b| b.is_ascii_lowercase()) && syllable.contains(VOWELS)
}

/// Initial and final; `y` and `w` count as initials.
fn parts(syllable: &str) -> (&str, &str) {
    syllable.split_at(syllable.find(VOWELS).unwrap_or(0))
}

/// What `sound` is taken for, itself first.
fn taken_for(part: Part, sound: &str) -> Vec<&str> {
    let mut all = vec![sound];
    for (_, one, other) in CONFUSIONS.iter().filter(|(of, ..)| *of == part) {
        if *one == sound {
            all.push(other);
        } else if *other == sound {
            all.push(one);
        }
    }
    all
}

/// How many confusions make one syllable of the other: 0 for the same, none for sounds that nobody confuses.
pub(super) fn slips(one: &str, other: &str) -> Option<u8> {
    if one == other {
        return Some(0);
    }
    let ((i, f), (j, g)) = (parts(one), parts(other));
    let slip = |part, a, b| {
        if a == b {
            return Some(0);
        }
        let pair =
            |(of, c, d): &(Part, &str, &str)| *of == part && ((a, b) == (*c, *d) || (a, b) == (*d, *c));
        CONFUSIONS.iter().any(pair).then_some(1)
    };
    Some(slip(Part::Initial, i, j)? + slip(Part::Final, f, g)?)
}

/// A syllable and all that it is taken for, with the confusions of each.
pub(super) fn alike(syllable: &str) -> Vec<(u8, String)> {
    let (initial, last) = parts(syllable);
    let mut all = vec![(0, syllable.to_owned())];
    for (n, i) in (0..).zip(taken_for(Part::Initial, initial)) {
        for (m, f) in (0..).zip(taken_for(Part::Final, last)) {
            let other = format!("{i}{f}");
            if other != syllable && SYLLABLES.contains(&other) {
                all.push((u8::from(n > 0) + u8::from(m > 0), other));
            }
        }
    }
    all
}

/// How far apart two different syllables are.
pub(super) const RHYMES: u8 = 0;
pub(super) const BEGINS_ALIKE: u8 = 1;
pub(super) const FAR: u8 = 2;

pub(super) fn distance(one: &str, other: &str) -> u8 {
    let ((i, f), (j, g)) = (parts(one), parts(other));
    match (f == g, i == j) {
        (true, _) => RHYMES,
        (false, true) => BEGINS_ALIKE,
        (false, false) => FAR,
    }
}

/// All syllables that this one is not even taken for.
pub(super) fn others(syllable: &str) -> impl Iterator<Item = &'static str> {
    SYLLABLES.iter().map(String::as_str).filter(move |other| slips(syllable, other).is_none())
}

/// The ways to cut letters into syllables, fewest syllables first; empty where they cannot be.
pub(super) fn cuts(letters: &str) -> Vec<Vec<&str>> {
    if !letters.is_ascii() || letters.len() > MOST_LETTERS {
        return Vec::new();
    }
    // of each end of the text, the last first
    let mut ways: Vec<Vec<Vec<&str>>> = vec![vec![Vec::new()]];
    for from in (0..letters.len()).rev() {
        let mut here: Vec<Vec<&str>> = Vec::new();
        for (to, rests) in (from + 1..=letters.len()).zip(ways.iter().rev()).take(LONGEST) {
            let Some(first) = letters.get(from..to).filter(|first| SYLLABLES.contains(*first)) else {
                continue;
            };
            here.extend(rests.iter().map(|rest| [&[first], rest.as_slice()].concat()));
        }
        here.sort_by_key(Vec::len);
        here.truncate(MOST_CUTS);
        ways.push(here);
    }
    let whole = ways.pop().unwrap_or_default();
    whole.into_iter().filter(|way| !way.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_some_four_hundred_syllables() {
        assert!((390..430).contains(&SYLLABLES.len()), "{}", SYLLABLES.len());
        assert!(SYLLABLES.contains("lv") && SYLLABLES.contains("zhuang") && !SYLLABLES.contains("ng"));
        assert_eq!(CONFUSIONS.len(), 11);
    }

    #[test]
    fn letters_are_cut_every_way() {
        assert_eq!(cuts("zhangwei"), [["zhang", "wei"]]);
        assert_eq!(cuts("xian"), [vec!["xian"], vec!["xi", "an"]]);
        assert_eq!(cuts("fangan").len(), 2);
        assert!(cuts("zw").is_empty() && cuts("").is_empty() && cuts(&"a".repeat(60)).is_empty());
    }

    #[test]
    fn only_listed_sounds_are_confused() {
        for (one, other, count) in [
            ("zhang", "zhang", 0),
            ("zhang", "zang", 1),
            ("zhang", "zan", 2),
            ("chen", "cheng", 1),
            ("lin", "ling", 1),
            ("liu", "niu", 1),
            ("hu", "fu", 1),
            ("ren", "len", 1),
            ("yang", "yan", 1),
            ("jian", "jiang", 1),
            ("huan", "huang", 1),
        ] {
            assert_eq!(slips(one, other), Some(count), "{one} {other}");
            assert_eq!(slips(other, one), Some(count), "{other} {one}");
        }
        for (one, other) in [("wang", "huang"), ("ning", "ring"), ("li", "yi"), ("gan", "kan")] {
            assert_eq!(slips(one, other), None, "{one} {other}");
        }
        let alike = alike("liu");
        assert!(alike.contains(&(1, "niu".to_owned())) && !alike.iter().any(|(_, other)| other == "riu"));
    }
}
