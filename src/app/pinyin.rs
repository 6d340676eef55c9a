//! The place of pinyin: from a name to the keys it is found by, and from a typed word to what it matches.
//! Every reading of a character counts; surnames with readings of their own come first.

mod heard;
mod sounds;

pub use heard::{Nearness, Spoken};

use crate::domain::name::PersonName;
use pinyin::ToPinyin;
use std::sync::LazyLock;

/// Readings of a text, each in syllables.
type Spellings = Vec<Vec<String>>;

/// Most spellings kept per name: two characters of four readings are enough for anybody.
const MOST: usize = 8;

/// Surnames read otherwise than the same character elsewhere: surname, then its readings in syllables.
static SURNAMES: LazyLock<Vec<(&str, Spellings)>> = LazyLock::new(|| {
    let syllables = |reading: &str| reading.split(' ').map(str::to_owned).collect();
    include_str!("../../assets/codes/readings.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(surname, readings)| (surname, readings.split(',').map(syllables).collect()))
        .collect()
});

/// Characters with more than one reading in given names.
static NAMES: LazyLock<Vec<(&str, Vec<String>)>> = LazyLock::new(|| {
    include_str!("../../assets/codes/given-readings.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(character, readings)| (character, readings.split(',').map(str::to_owned).collect()))
        .collect()
});

/// The search keys of a name, separated by spaces: hanzi without dots, then initials and full pinyin in every reading,
/// lower case; the same of each part of a dotted name.
pub fn keys(name: &PersonName) -> String {
    let mut keys = vec![name.bare().to_lowercase()];
    let parts: Vec<&str> = name.as_str().split(['\u{b7}', ' ']).collect();
    let parts = if parts.len() > 1 { parts } else { Vec::new() };
    keys.extend(parts.iter().map(|part| part.to_lowercase()));
    for syllables in readings(&name.bare()).into_iter().chain(parts.into_iter().flat_map(readings)) {
        keys.push(syllables.iter().filter_map(|syllable| syllable.chars().next()).collect());
        keys.push(syllables.concat());
    }
    let mut unique: Vec<String> = Vec::new();
    for key in keys {
        if !key.is_empty() && !key.contains(' ') && !unique.contains(&key) {
            unique.push(key);
        }
    }
    unique.join(" ")
}

/// How a text fits what was typed; what begins with it comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    Start,
    Inside,
}

impl Fit {
    pub fn of(text: &str, query: &str) -> Option<Self> {
        let at = text.find(query)?;
        Some(if at == 0 { Self::Start } else { Self::Inside })
    }
}

/// Where `query` (hanzi, initials or full pinyin, as typed) stands in a text.
pub fn fit(text: &str, query: &str) -> Option<Fit> {
    let plain = |text: &str| text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (text, query) = (plain(text), plain(query));
    let spelled = readings(&text).into_iter().flat_map(|syllables| {
        let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
        [initials, syllables.concat()]
    });
    let spelled = spelled.filter_map(|spelling| Fit::of(&spelling, &query));
    Fit::of(&text, &query).into_iter().chain(spelled).min()
}

/// Whether a text fits what was typed at all.
pub fn matches(text: &str, query: &str) -> bool {
    fit(text, query).is_some()
}

/// The readings of each character of a place's name: as it is romanised, because places keep old readings, and as the
/// character is usually read.
pub(super) fn place_readings(zh: &str, en: &str) -> Vec<Vec<String>> {
    let mut readings: Vec<Vec<String>> = zh.chars().map(|c| usual(c).into_iter().collect()).collect();
    let usually: String = readings.iter().flatten().map(String::as_str).collect();
    let romanised = typed(en.split(' ').next().unwrap_or_default());
    if usually.starts_with(&romanised) {
        return readings;
    }
    let ways = sounds::cuts(&romanised);
    // the last character says what sort of place it is, and is no part of the name
    let named = readings.len().saturating_sub(1);
    let way = ways.iter().find(|way| way.len() == named).or(ways.first());
    for (letter, syllable) in readings.iter_mut().zip(way.into_iter().flatten()) {
        if !letter.iter().any(|reading| reading == syllable) {
            letter.insert(0, (*syllable).to_owned());
        }
    }
    readings
}

/// What typed pinyin is compared as: lower case, u-umlaut as `v`, no tones, no apostrophes.
pub fn typed(text: &str) -> String {
    text.to_lowercase().replace('\u{fc}', "v").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The spellings of a text, most usual first, at most eight; characters without a reading stand for themselves.
fn readings(text: &str) -> Spellings {
    let (mut spellings, rest) = surname(text);
    for c in rest.chars() {
        let syllables = syllables(c);
        let mut longer = Vec::new();
        for syllable in &syllables {
            for spelling in &spellings {
                let mut spelling = spelling.clone();
                spelling.push(syllable.clone());
                longer.push(spelling);
            }
        }
        longer.truncate(MOST);
        spellings = longer;
    }
    spellings
}

fn surname(text: &str) -> (Spellings, &str) {
    let mut known =
        SURNAMES.iter().filter_map(|(surname, readings)| Some((readings, text.strip_prefix(surname)?)));
    let known = known.next().map(|(readings, rest)| (readings.clone(), rest));
    known.unwrap_or_else(|| (vec![Vec::new()], text))
}

/// The usual reading first; others only where people really use them in names, because a rare reading of a common
/// character would find half the town.
fn syllables(c: char) -> Vec<String> {
    let mut buffer = [0; 4];
    if let Some(known) = NAMES.iter().find(|(character, _)| *character == c.encode_utf8(&mut buffer)) {
        return known.1.clone();
    }
    vec![usual(c).unwrap_or_else(|| c.to_lowercase().to_string())]
}

/// The usual reading of a hanzi.
fn usual(c: char) -> Option<String> {
    c.to_pinyin().map(|reading| reading.plain().replace('\u{fc}', "v"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(name: &str, key: &str) -> bool {
        keys(&PersonName::parse(name).unwrap()).split(' ').any(|k| k == key)
    }

    #[test]
    fn names_are_found_by_hanzi_initials_and_full_pinyin() {
        for key in ["张三", "zs", "zhangsan"] {
            assert!(has("张三", key), "{key}");
        }
        assert!(has("吕子秀", "lvzixiu"));
    }

    #[test]
    fn surnames_have_all_their_readings() {
        for (name, readings) in [
            ("曾英", ["zengying", "cengying"]),
            ("单英", ["shanying", "danying"]),
            ("仇英", ["qiuying", "chouying"]),
            ("解英", ["xieying", "jieying"]),
            ("查英", ["zhaying", "chaying"]),
            ("区英", ["ouying", "quying"]),
            ("朴英", ["piaoying", "puying"]),
            ("尉迟英", ["yuchiying", "ycy"]),
            ("万俟英", ["moqiying", "mqy"]),
        ] {
            for reading in readings {
                assert!(has(name, reading), "{name} {reading}");
            }
        }
    }

    #[test]
    fn dotted_names_are_found_by_any_part() {
        for key in ["买买提艾力", "艾力", "mmtal", "aili", "al"] {
            assert!(has("买买提·艾力", key), "{key}");
        }
    }

    #[test]
    fn commands_match_by_pinyin_too() {
        assert!(
            matches("点名", "dm")
                && matches("点名", "dian")
                && matches("Take the roll", "roll")
                && !matches("点名", "xz")
        );
    }

    #[test]
    fn spellings_are_few() {
        assert!(keys(&PersonName::parse("单朴解乐曾").unwrap()).split(' ').count() <= 2 * MOST + 1);
    }
}
