//! What is wrong with a layout file and on which line, in words. The TOML reader tells its faults in English
//! sentences only; the usual ones are taken apart here, so that a clerk reads them in their own language, and none
//! is passed on. It stops at the first one, so what it tells is said to be perhaps not all.

use super::line_of;
use crate::sheet::layout::{LayoutFault, Part};
use crate::sheet::words;
use crate::text::{Lang, sheet as t};

#[derive(Debug, Clone, PartialEq)]
pub struct LineFault {
    pub line: usize,
    pub what: LineFlaw,
}

#[derive(Debug, Clone, PartialEq)]
pub enum LineFlaw {
    UnknownKey {
        have: String,
        known: String,
    },
    MissingKey(String),
    /// A word that is none of those its key may have.
    UnknownWord {
        have: String,
        known: String,
    },
    /// The value is not of the kind that its key takes.
    WrongKind(Wanted),
    Syntax(Slip),
    Layout(LayoutFault),
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Words,
    /// Words of both languages.
    Both,
    Number,
    /// From 0 up, and not beyond all bounds.
    Whole,
    TwoWhole,
    Flag,
    List,
    Table,
}

/// How a line is no TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A word without the quotes of a keyboard.
    Unquoted,
    OpenQuote,
    OpenBracket,
    NoComma,
    NoEquals,
    Twice,
    /// What else the reader may say.
    Other,
}

impl LineFault {
    pub(super) fn of_toml(text: &str, error: &toml::de::Error) -> Self {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        Self { line, what: LineFlaw::of_message(error.message()) }
    }

    /// `from` is the byte where the faulty part begins; the line is that of the key to mend, if the flaw has one.
    pub(super) fn of_layout(text: &str, from: usize, fault: LayoutFault) -> Self {
        let first = line_of(text, from);
        let is_table = matches!(fault.at, Part::Whole | Part::Looks | Part::Column(_));
        let key = fault.what.key().filter(|_| is_table);
        let line = key.and_then(|key| line_of_key(text, first, key)).unwrap_or(first);
        Self { line, what: LineFlaw::Layout(fault) }
    }

    pub fn text(&self, lang: Lang) -> String {
        let what = match &self.what {
            LineFlaw::UnknownKey { have, known } => t::flaw_unknown_key(lang, have, known),
            LineFlaw::MissingKey(key) => t::flaw_missing_key(lang, key),
            LineFlaw::UnknownWord { have, known } => t::flaw_unknown_word(lang, have, known),
            LineFlaw::WrongKind(want) => t::flaw_wrong_kind(lang, want.words(lang)),
            LineFlaw::Syntax(slip) => slip.words(lang).to_owned(),
            LineFlaw::Layout(fault) => {
                return format!("{}{}", t::at_line(lang, self.line), words::layout_fault(lang, fault));
            }
        };
        format!("{}{what}{}", t::at_line(lang, self.line), t::perhaps_more(lang))
    }
}

impl LineFlaw {
    fn of_message(message: &str) -> Self {
        let bare = |text: &str| text.replace('`', "").trim_start_matches("one of ").to_owned();
        let (have, want) = message.split_once(", expected ").unwrap_or((message, ""));
        let kinds = ["invalid type: ", "invalid value: ", "invalid length "];
        if let Some(have) = have.strip_prefix("unknown field ") {
            return Self::UnknownKey { have: bare(have), known: bare(want) };
        }
        if let Some(key) = message.strip_prefix("missing field ") {
            return Self::MissingKey(bare(key));
        }
        if let Some(want) = Wanted::of(want).filter(|_| kinds.iter().any(|kind| have.starts_with(kind))) {
            return Self::WrongKind(want);
        }
        if let Some((have, known)) = message.split_once(super::shape::EXPECTED) {
            return Self::UnknownWord { have: bare(have), known: known.to_owned() };
        }
        Self::Syntax(Slip::of(have))
    }
}

impl Wanted {
    /// By what the reader expected, which is a type of `shape`.
    fn of(expected: &str) -> Option<Self> {
        Some(match expected {
            "a string" => Self::Words,
            "struct Both" => Self::Both,
            "f64" => Self::Number,
            "u32" | "usize" => Self::Whole,
            "an array of length 2" => Self::TwoWhole,
            "a boolean" => Self::Flag,
            "a sequence" => Self::List,
            other => return other.starts_with("struct ").then_some(Self::Table),
        })
    }

    const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Words => t::want_words(lang),
            Self::Both => t::want_both(lang),
            Self::Number => t::want_number(lang),
            Self::Whole => t::want_whole(lang),
            Self::TwoWhole => t::want_two_whole(lang),
            Self::Flag => t::want_flag(lang),
            Self::List => t::want_list(lang),
            Self::Table => t::want_table(lang),
        }
    }
}

impl Slip {
    pub(in crate::app::packs) fn of(message: &str) -> Self {
        let known = [
            ("string values must be quoted", Self::Unquoted),
            ("invalid basic string", Self::OpenQuote),
            ("invalid literal string", Self::OpenQuote),
            ("unclosed", Self::OpenBracket),
            ("missing comma", Self::NoComma),
            ("key with no value", Self::NoEquals),
            ("duplicate key", Self::Twice),
        ];
        let found = known.into_iter().find(|(begins, _)| message.starts_with(begins));
        found.map_or(Self::Other, |(_, slip)| slip)
    }

    pub(in crate::app::packs) const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Unquoted => t::slip_unquoted(lang),
            Self::OpenQuote => t::slip_open_quote(lang),
            Self::OpenBracket => t::slip_open_bracket(lang),
            Self::NoComma => t::slip_no_comma(lang),
            Self::NoEquals => t::slip_no_equals(lang),
            Self::Twice => t::slip_twice(lang),
            Self::Other => t::slip_other(lang),
        }
    }
}

/// The line of a key within the table that begins at line `first`.
fn line_of_key(text: &str, first: usize, key: &str) -> Option<usize> {
    let of_table = |(at, line): &(usize, &str)| *at < first || !line.trim_start().starts_with('[');
    let is_key = |line: &str| {
        line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let table = text.lines().enumerate().skip(first - 1).take_while(of_table);
    table.filter(|(_, line)| is_key(line)).map(|(at, _)| at + 1).next()
}
