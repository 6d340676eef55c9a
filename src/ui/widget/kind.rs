//! What kind of text a field takes, and the folding of full-width forms while it is typed.
//! Never refuses a value and never judges one; that is the domain's work.

use crate::domain::calendar::{DAY_WORDS, SLOT_SIGNS};
use crate::text::{Lang, common, marks};
use unicode_normalization::UnicodeNormalization;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Name,
    /// Class codes, certificate numbers, search words.
    Code,
    Phone,
    IdNumber,
    Date,
    Time,
    Number,
    /// Digits that nobody looking on may read.
    Pin,
    /// Kept as typed.
    Text,
    /// One of a list, chosen with F4, Space or by typing.
    Choice,
    /// A region of the country, chosen likewise.
    Place,
}

impl Kind {
    /// What of a typed or pasted piece goes into the field, in the form it has there.
    pub fn clean(self, piece: &str) -> String {
        let piece = piece.split('\n').next().unwrap_or_default();
        let plain: String = piece.chars().filter_map(sane).collect();
        match self {
            Self::Text | Self::Choice | Self::Place => plain,
            Self::Name => plain.nfc().map(name_char).collect(),
            Self::Code => folded(&plain).filter(|c| !c.is_whitespace()).collect(),
            Self::Phone => folded(&plain).filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            Self::IdNumber => {
                folded(&plain).filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
            }
            Self::Number => folded(&plain).filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).collect(),
            Self::Pin => folded(&plain).filter(char::is_ascii_digit).collect(),
            Self::Time => folded(&plain)
                .map(|c| if SLOT_SIGNS.contains(&c) { '-' } else { c })
                .filter(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '-' | ','))
                .collect(),
            Self::Date => {
                let plain: String = plain.chars().map(date_char).collect();
                folded(&plain)
                    .filter(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.') || in_day_word(*c))
                    .collect()
            }
        }
    }

    /// What such a field takes, for text of which nothing is left; the others take anything.
    pub fn takes(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Text | Self::Choice | Self::Place | Self::Name | Self::Code => None,
            Self::Phone | Self::Number | Self::Pin => Some(common::takes_digits(lang)),
            Self::IdNumber => Some(common::takes_id(lang)),
            Self::Date => Some(common::takes_date(lang)),
            Self::Time => Some(common::takes_time(lang)),
        }
    }

    /// The whole value as it is when the field is left.
    pub fn settle(self, text: &str) -> String {
        match self {
            Self::Name => name_dots(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => text.trim().to_owned(),
        }
    }
}

/// Controls, zero-width and direction signs go; tab and no-break space are spaces.
const fn sane(c: char) -> Option<char> {
    match c {
        '\t' | '\u{A0}' => Some(' '),
        '\u{0}'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        other => Some(other),
    }
}

/// Half-width forms; the two Chinese signs that Unicode leaves alone become what they stand for among digits.
fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().map(|c| match c {
        '\u{3002}' => '.',
        '\u{3001}' => ',',
        other => other,
    })
}

/// Only letters, digits and the space are folded in names: full folding would rewrite rare characters.
fn name_char(c: char) -> char {
    match c {
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        '.' | '\u{FF0E}' => c,
        dot if marks::NAME_DOTS.contains(&dot) => marks::NAME_DOTS.first().copied().unwrap_or(dot),
        other => other,
    }
}

/// A full stop between hanzi is the dot of a name; in `A. Smith` it stays a full stop.
fn name_dots(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hanzi = |at: Option<&char>| at.is_some_and(|c| !c.is_ascii());
    let between = |at: usize| at > 0 && hanzi(chars.get(at - 1)) && hanzi(chars.get(at + 1));
    let dot = marks::NAME_DOTS.first().copied().unwrap_or('.');
    let folded = |(at, c): (usize, &char)| if marks::NAME_DOTS.contains(c) && between(at) { dot } else { *c };
    chars.iter().enumerate().map(folded).collect()
}

/// A character of the words for today and the days beside it.
fn in_day_word(c: char) -> bool {
    DAY_WORDS.iter().any(|(word, _)| word.contains(c.to_ascii_lowercase()))
}

fn date_char(c: char) -> char {
    marks::DATE_UNITS.iter().find(|(from, _)| *from == c).map_or(c, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_becomes_half_at_once() {
        assert_eq!(Kind::Phone.clean("１３８-００００ 0001"), "13800000001");
        assert_eq!(Kind::IdNumber.clean("14099919880316002ｘ"), "14099919880316002X");
        assert_eq!(Kind::Code.clean("ＱＺ－０１"), "QZ-01");
        assert_eq!(Kind::Number.clean("１，２００。５０"), "1200.50");
        assert_eq!(Kind::Date.clean("2026年9月7日"), "2026-9-7");
        assert_eq!(Kind::Date.clean("今天"), "今天");
        assert_eq!(Kind::Time.clean("０８：３０"), "08:30");
        for typed in ["8:30~12:00", "8:30～12:00", "8:30—12:00", "8:30至12:00", "８：３０－１２：００"]
        {
            assert_eq!(Kind::Time.clean(typed), "8:30-12:00", "{typed}");
        }
        assert_eq!(Kind::Time.clean("8.30-12.00，14。00-17。30"), "8.30-12.00,14.00-17.30");
        assert_eq!(Kind::Text.clean("全　角，照旧\u{200B}"), "全　角，照旧");
    }

    #[test]
    fn names_keep_their_characters_and_get_one_dot() {
        assert_eq!(Kind::Name.clean("买买提•艾力"), "买买提·艾力");
        assert_eq!(Kind::Name.settle(" 买买提.艾力 "), "买买提·艾力");
        assert_eq!(Kind::Name.clean("Ｊｏｈｎ"), "John");
        assert_eq!(Kind::Name.settle("A. Smith"), "A. Smith");
        assert_eq!(Kind::Name.clean("①㈱"), "①㈱");
        assert_eq!(Kind::Name.clean("张三\n李四"), "张三");
    }
}
