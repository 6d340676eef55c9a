//! A person's name, exactly as on the card, in one spelling of its characters.

use super::written::{is_hanzi, is_unseen};
use unicode_normalization::UnicodeNormalization;

/// Longest name in characters. The ID chip holds 15; long ethnic names in full spelling reach the forties.
pub const LONGEST: usize = 50;

/// A name as on the card: NFC, one kind of middle dot, no unseen characters, 1 to 50 characters.
/// Characters beyond the BMP are kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonName(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    #[error("no name")]
    Empty,
    #[error("a name of {0} characters")]
    TooLong(usize),
    #[error("no letter in the name")]
    NotAName,
}

/// What was changed while reading a name, so that it can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameNotice {
    /// Control, bidi or zero-width characters were taken out.
    pub unseen_removed: bool,
    /// A Kangxi or CJK radical became the character that looks like it.
    pub radical_replaced: bool,
}

impl PersonName {
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        Self::read(text).map(|(name, _)| name)
    }

    /// Reads a name and says what had to be changed.
    pub fn read(text: &str) -> Result<(Self, NameNotice), NameFault> {
        let mut notice = NameNotice::default();
        let mut plain: Vec<char> = Vec::new();
        for c in text.nfc() {
            match c {
                c if c.is_whitespace() => plain.push(' '),
                c if is_unseen(c) => notice.unseen_removed = true,
                // Kangxi and CJK radicals look like hanzi and match nothing.
                '\u{2e80}'..='\u{2fdf}' => {
                    let replaced: Vec<char> = std::iter::once(c).nfkc().collect();
                    notice.radical_replaced |= replaced != [c];
                    plain.extend(replaced);
                }
                '\u{ff01}'..='\u{ff5e}' => plain.extend(std::iter::once(c).nfkc()),
                c => plain.push(c),
            }
        }
        let name = join_parts(&unify_dots(&plain));
        match name.chars().count() {
            0 => Err(NameFault::Empty),
            n if n > LONGEST => Err(NameFault::TooLong(n)),
            _ if !name.chars().any(char::is_alphabetic) => Err(NameFault::NotAName),
            _ => Ok((Self(name), notice)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name without dots and spaces: what it is compared and searched by.
    pub fn bare(&self) -> String {
        self.0.chars().filter(|c| *c != '\u{b7}' && *c != ' ').collect()
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// All middle dots in use become U+00B7; a full stop does so only between two hanzi.
fn unify_dots(chars: &[char]) -> Vec<char> {
    let between_hanzi = |at: usize| {
        let before = chars.iter().take(at).rev().find(|c| **c != ' ');
        let after = chars.iter().skip(at + 1).find(|c| **c != ' ');
        before.is_some_and(|c| is_hanzi(*c)) && after.is_some_and(|c| is_hanzi(*c))
    };
    let dot = |(at, c): (usize, &char)| match c {
        '\u{2022}' | '\u{2027}' | '\u{30fb}' | '\u{ff65}' | '\u{b7}' | '\u{2219}' | '\u{22c5}' => '\u{b7}',
        '.' if between_hanzi(at) => '\u{b7}',
        c => *c,
    };
    chars.iter().enumerate().map(dot).collect()
}

/// No spaces beside hanzi or dots (people space two-character names out), single ones between Latin parts.
fn join_parts(chars: &[char]) -> String {
    let text: String = chars.iter().collect();
    let mut joined = String::new();
    for part in text.split(' ').filter(|part| !part.is_empty()) {
        let glued = |c: Option<char>| c.is_none_or(|c| is_hanzi(c) || c == '\u{b7}');
        if !glued(joined.chars().last()) && !glued(part.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        PersonName::parse(text).unwrap().to_string()
    }

    #[test]
    fn names_keep_what_the_card_says() {
        assert_eq!(read("邓\u{3000}拴丽"), "邓拴丽");
        assert_eq!(read("买买提•艾力"), "买买提·艾力");
        assert_eq!(read("买买提．艾力"), "买买提·艾力");
        assert_eq!(read("买买提 · 艾力"), "买买提·艾力");
        assert_eq!(read("𬭎梅"), "𬭎梅");
        assert_eq!(read(" Mary  Ann Smith "), "Mary Ann Smith");
        assert_eq!(read("Ｊ．Ｓｍｉｔｈ"), "J.Smith");
    }

    #[test]
    fn unseen_characters_go_and_are_said() {
        let (name, notice) = PersonName::read("董倩改\u{200b}\u{202e}\u{1b}").unwrap();
        assert_eq!((name.as_str(), notice.unseen_removed), ("董倩改", true));
        let (name, notice) = PersonName::read("⼈杰").unwrap();
        assert_eq!((name.as_str(), notice.radical_replaced), ("人杰", true));
    }

    #[test]
    fn what_is_no_name_is_refused() {
        assert_eq!(PersonName::parse(" \u{200b}"), Err(NameFault::Empty));
        assert_eq!(PersonName::parse("12345"), Err(NameFault::NotAName));
        assert_eq!(PersonName::parse(&"王".repeat(51)), Err(NameFault::TooLong(51)));
    }

    proptest! {
        #[test]
        fn a_name_read_twice_is_the_same(text in "[\\PC·•. 张三𬭎a-z]{1,30}") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_eq!(PersonName::parse(name.as_str()).unwrap(), name);
            }
        }
    }
}
