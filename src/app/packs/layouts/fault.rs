//! What is wrong with a layout file and on which line, in words. The TOML reader tells its faults in English
//! sentences only; the usual ones are taken apart here, so that a clerk reads them in their own language.

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
    WrongKind {
        have: String,
        want: String,
    },
    /// The TOML reader's own words.
    Syntax(String),
    Layout(LayoutFault),
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
            LineFlaw::WrongKind { have, want } => t::flaw_wrong_kind(lang, have, want),
            LineFlaw::Syntax(why) => t::flaw_syntax(lang, why),
            LineFlaw::Layout(fault) => words::layout_fault(lang, fault),
        };
        format!("{}{what}", t::at_line(lang, self.line))
    }
}

impl LineFlaw {
    fn of_message(message: &str) -> Self {
        let bare = |text: &str| text.replace('`', "").trim_start_matches("one of ").to_owned();
        let (have, want) = message.split_once(", expected ").unwrap_or((message, ""));
        if let Some(have) = have.strip_prefix("unknown field ") {
            return Self::UnknownKey { have: bare(have), known: bare(want) };
        }
        if let Some(key) = message.strip_prefix("missing field ") {
            return Self::MissingKey(bare(key));
        }
        if let Some(have) = have.strip_prefix("invalid type: ") {
            return Self::WrongKind { have: have.to_owned(), want: want.to_owned() };
        }
        if let Some((have, known)) = message.split_once(super::shape::EXPECTED) {
            return Self::UnknownWord { have: bare(have), known: known.to_owned() };
        }
        Self::Syntax(message.to_owned())
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
