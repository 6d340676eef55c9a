//! What a verb can fail with: a stable code for programs, an exit code for scripts, a sentence for people.

use super::code;
use super::print::{BROKEN, REFUSED, discreet};
use crate::app::Trouble;
use crate::app::words;
use crate::store::StoreError;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::system;
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub(super) enum Failure {
    Use(UseFault),
    Trouble(Trouble),
    /// About a file that was named on the line, not about our own data.
    Given(Trouble),
    /// Such a file could not be read.
    Input {
        path: PathBuf,
        why: io::ErrorKind,
    },
    /// The system does not say where a program keeps its data.
    NoHome,
    /// The screen asks for a terminal.
    NoTerminal,
    Terminal(io::ErrorKind),
    /// The centre has PINs, and none of this operator came along.
    PinNeeded(String),
    /// None came along, and whoever would act has none: others do.
    OperatorNeeded,
    /// This operator has none to come along.
    NoPin(String),
}

/// How a line can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UseFault {
    UnknownVerb {
        typed: String,
        near: Option<String>,
    },
    UnknownOption {
        typed: String,
        near: Option<String>,
    },
    /// An option of other verbs.
    NotHere {
        option: &'static str,
        verb: String,
    },
    NoValue(&'static str),
    NeedlessValue(&'static str),
    Twice(&'static str),
    MissingOption {
        option: String,
        verb: String,
    },
    MissingOperand {
        operand: &'static str,
        verb: String,
    },
    TooMany {
        typed: String,
        verb: String,
    },
    NotText(&'static str),
    WordNotText,
    Day(&'static str),
    Number {
        option: &'static str,
        most: u32,
    },
    Choice {
        option: &'static str,
        choices: String,
    },
    Weekdays,
    Slots(String),
    Slot(String),
    /// Not a number of days to move by.
    DaysApart(&'static str),
    EitherOr(&'static str, &'static str),
    /// The first makes sense with the second only.
    OnlyWith(&'static str, &'static str),
    Alone(&'static str),
    /// A sheet is written as .xlsx and as nothing else.
    NotXlsx(&'static str),
    /// A PIN is to be set and none came along.
    NewPin,
    /// `--json` without a verb.
    JsonScreen,
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<UseFault> for Failure {
    fn from(fault: UseFault) -> Self {
        Self::Use(fault)
    }
}

impl Failure {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Use(fault) => code::of_use(fault),
            Self::Trouble(trouble) | Self::Given(trouble) => code::of_trouble(trouble),
            Self::Input { .. } => "unreadable-input",
            Self::NoHome => "no-data-folder",
            Self::NoTerminal => "no-terminal",
            Self::Terminal(_) => "terminal",
            Self::PinNeeded(_) | Self::OperatorNeeded => "pin-needed",
            Self::NoPin(_) => "no-pin",
        }
    }

    pub(super) fn exit(&self) -> u8 {
        match self {
            Self::Use(_)
            | Self::Given(_)
            | Self::Input { .. }
            | Self::NoTerminal
            | Self::PinNeeded(_)
            | Self::OperatorNeeded
            | Self::NoPin(_) => REFUSED,
            Self::Trouble(trouble) => code::exit_of(trouble),
            Self::NoHome | Self::Terminal(_) => BROKEN,
        }
    }

    pub(super) fn text(&self, lang: Lang) -> String {
        let text = match self {
            Self::Use(fault) => use_text(lang, fault),
            // about a copy, the usual words would send people to make a new data file
            Self::Given(Trouble::Store(StoreError::Missing(path)))
            | Self::Input { path, why: io::ErrorKind::NotFound } => {
                t::no_such_file(lang, &path.display().to_string())
            }
            Self::Given(Trouble::Store(StoreError::Damaged(_))) => t::damaged_copy(lang).to_owned(),
            Self::Trouble(trouble) | Self::Given(trouble) => words::trouble(lang, trouble),
            Self::Input { path, why } => {
                t::cannot_read(lang, &path.display().to_string(), system::why(lang, *why))
            }
            Self::NoHome => t::no_home(lang).to_owned(),
            Self::NoTerminal => t::no_terminal(lang).to_owned(),
            Self::Terminal(why) => t::terminal_trouble(lang, system::why(lang, *why)),
            Self::PinNeeded(name) => t::pin_needed(lang, name, super::PIN),
            Self::OperatorNeeded => t::operator_needed(lang, super::PIN),
            Self::NoPin(name) => t::no_pin(lang, name),
        };
        discreet(&text)
    }
}

fn use_text(lang: Lang, fault: &UseFault) -> String {
    let with_near = |text: String, near: &Option<String>| match near {
        Some(near) => text + &t::did_you_mean(lang, near),
        None => text + t::see_help(lang),
    };
    match fault {
        UseFault::UnknownVerb { typed, near } => with_near(t::unknown_verb(lang, &short(typed)), near),
        UseFault::UnknownOption { typed, near } => with_near(t::unknown_option(lang, &short(typed)), near),
        UseFault::NotHere { option, verb } => t::not_here(lang, option, verb),
        UseFault::NoValue(option) => t::no_value(lang, option),
        UseFault::NeedlessValue(option) => t::needless_value(lang, option),
        UseFault::Twice(option) => t::twice(lang, option),
        UseFault::MissingOption { option, verb } => t::missing_option(lang, option, verb),
        UseFault::MissingOperand { operand, verb } => t::missing_operand(lang, operand, verb),
        UseFault::TooMany { typed, verb } => t::too_many(lang, &short(typed), verb),
        UseFault::NotText(option) => t::not_text(lang, option),
        UseFault::WordNotText => t::operand_not_text(lang).to_owned(),
        UseFault::Day(option) => t::not_a_day(lang, option),
        UseFault::Number { option, most } => t::not_a_number(lang, option, *most),
        UseFault::Choice { option, choices } => t::not_a_choice(lang, option, choices),
        UseFault::Weekdays => t::not_weekdays(lang).to_owned(),
        UseFault::Slots(typed) => t::not_slots(lang, &short(typed)),
        UseFault::Slot(typed) => t::not_a_slot(lang, &short(typed)),
        UseFault::DaysApart(option) => t::not_days_apart(lang, option),
        UseFault::EitherOr(a, b) => t::either_or(lang, a, b),
        UseFault::OnlyWith(a, b) => t::only_with(lang, a, b),
        UseFault::Alone(option) => t::alone(lang, option),
        UseFault::NotXlsx(option) => t::not_xlsx(lang, option),
        UseFault::NewPin => t::new_pin_needed(lang, super::NEW_PIN),
        UseFault::JsonScreen => t::json_screen(lang).to_owned(),
    }
}

/// What was typed may be anything; of a path every part may be the wrong one.
fn short(typed: &str) -> String {
    let typed = crate::domain::written::line(typed);
    if typed.contains(['/', '\\']) { typed } else { typed.chars().take(40).collect() }
}
