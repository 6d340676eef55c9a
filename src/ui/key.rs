//! Keys as screens know them, their names, and which key stands for which.
//! Knows nothing of crossterm; what arrives from a terminal is turned into keys by `input`.

use crate::text::{Lang, key_names, marks};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PgUp,
    PgDn,
    Home,
    End,
    Backspace,
    Delete,
    Insert,
    Ctrl(char),
    /// A printed character as a command; the space bar is `Char(' ')`. Only outside text fields.
    Char(char),
}

impl Key {
    pub const SPACE: Self = Self::Char(' ');

    /// The name in hints, help and README. Made from the key itself, so they can never differ.
    pub fn label(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Self::F(n) => format!("F{n}").into(),
            Self::Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()).into(),
            Self::SPACE => key_names::space(lang).into(),
            Self::Char(c) => c.to_string().into(),
            Self::Enter => key_names::enter(lang).into(),
            Self::Tab => key_names::tab(lang).into(),
            Self::BackTab => key_names::back_tab(lang).into(),
            Self::Up => key_names::up(lang).into(),
            Self::Down => key_names::down(lang).into(),
            Self::Left => key_names::left(lang).into(),
            Self::Right => key_names::right(lang).into(),
            Self::Backspace => key_names::backspace(lang).into(),
            Self::Esc => "Esc".into(),
            Self::PgUp => "PgUp".into(),
            Self::PgDn => "PgDn".into(),
            Self::Home => "Home".into(),
            Self::End => "End".into(),
            Self::Delete => "Del".into(),
            Self::Insert => "Ins".into(),
        }
    }

    /// Reads a label of either language; `None` for anything that is not a key of more than one character.
    pub fn parse(word: &str) -> Option<Self> {
        if let Some(rest) = word.strip_prefix("Ctrl+") {
            let mut letters = rest.chars();
            return match (letters.next(), letters.next()) {
                (Some(c), None) => Some(Self::Ctrl(c.to_ascii_lowercase())),
                _ => None,
            };
        }
        if let Some(number) = word.strip_prefix('F').and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::F(number));
        }
        if word == "\u{23CE}" {
            return Some(Self::Enter);
        }
        NAMED.iter().copied().find(|key| Lang::ALL.iter().any(|lang| key.label(*lang) == word))
    }

    /// The first key that a sentence names as a word of its own.
    pub fn named_in(words: &str, lang: Lang) -> Option<Self> {
        let function = (1..=12).map(Self::F);
        let control = ('a'..='z').map(Self::Ctrl);
        let all = [Self::Esc, Self::Enter, Self::Delete].into_iter().chain(function).chain(control);
        let found = all.filter_map(|key| {
            let label = key.label(lang);
            let at = words.find(&*label)?;
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '+';
            let before = words.get(..at)?.chars().next_back();
            let after = words.get(at + label.len()..)?.chars().next();
            let alone = !before.is_some_and(is_part) && !after.is_some_and(is_part);
            alone.then_some((at, key))
        });
        found.min_by_key(|(at, _)| *at).map(|(_, key)| key)
    }

    /// The key that is meant by its second names; the terminal may have stolen the first.
    pub const fn meant(self) -> Self {
        match self {
            Self::Ctrl('s') => Self::F(8),
            Self::Ctrl('f') => Self::F(3),
            Self::F(7) => Self::F(4),
            Self::Ctrl('p') => Self::F(9),
            Self::F(12) => Self::Ctrl('z'),
            Self::F(10) => Self::Ctrl('q'),
            other => other,
        }
    }

    /// A character typed outside a text field, with full-width forms folded: what a Chinese
    /// input method sends must work as a command too.
    pub fn typed(c: char) -> Self {
        if let Some((_, twin)) = marks::TWINS.iter().find(|(wide, _)| *wide == c) {
            return Self::Char(*twin);
        }
        let mut folded = c.nfkc();
        match (folded.next(), folded.next()) {
            (Some(one), None) => Self::Char(one),
            _ => Self::Char(c),
        }
    }

    /// Outside a text field some signs are a function key, unless the screen binds the sign itself.
    pub const fn sign_meant(self) -> Self {
        match self {
            Self::Char('/') => Self::F(3),
            Self::Char(':' | ';') => Self::F(9),
            Self::Char('?') => Self::F(1),
            other => other,
        }
    }
}

const NAMED: &[Key] = &[
    Key::Enter,
    Key::Esc,
    Key::Tab,
    Key::BackTab,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::PgUp,
    Key::PgDn,
    Key::Home,
    Key::End,
    Key::Backspace,
    Key::Delete,
    Key::Insert,
    Key::SPACE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_reads_back() {
        let more = [Key::F(1), Key::F(12), Key::Ctrl('d')];
        for key in NAMED.iter().chain(&more) {
            for lang in Lang::ALL {
                assert_eq!(Key::parse(&key.label(lang)), Some(*key));
            }
        }
        assert_eq!(Key::parse("⏎"), Some(Key::Enter));
        assert_eq!(Key::parse("F13"), None);
        assert_eq!(Key::parse("张三"), None);
    }

    #[test]
    fn full_width_signs_are_commands() {
        let cases = [
            ('：', Key::F(9)),
            ('；', Key::F(9)),
            ('？', Key::F(1)),
            ('／', Key::F(3)),
            ('、', Key::F(3)),
            ('，', Key::Char(',')),
            ('。', Key::Char('.')),
            ('＋', Key::Char('+')),
            ('【', Key::Char('[')),
            ('＊', Key::Char('*')),
            ('５', Key::Char('5')),
            ('　', Key::SPACE),
        ];
        for (typed, meant) in cases {
            assert_eq!(Key::typed(typed).sign_meant(), meant, "{typed}");
        }
    }

    #[test]
    fn sentences_name_keys() {
        let zh = |words| Key::named_in(words, Lang::Zh);
        assert_eq!(zh("已标记    Ctrl+Z 撤销"), Some(Key::Ctrl('z')));
        assert_eq!(zh("回车确定"), Some(Key::Enter));
        assert_eq!(zh("再按 Esc 放弃"), Some(Key::Esc));
        assert_eq!(zh("F12=撤销"), Some(Key::F(12)));
        assert_eq!(zh("CF8 号"), None);
        assert_eq!(Key::named_in("Enter takes it", Lang::En), Some(Key::Enter));
        assert_eq!(Key::named_in("Entered", Lang::En), None);
    }

    #[test]
    fn stolen_keys_have_second_names() {
        assert_eq!(Key::Ctrl('s').meant(), Key::F(8));
        assert_eq!(Key::F(7).meant(), Key::F(4));
        assert_eq!(Key::F(12).meant(), Key::Ctrl('z'));
        assert_eq!(Key::F(10).meant(), Key::Ctrl('q'));
    }
}
