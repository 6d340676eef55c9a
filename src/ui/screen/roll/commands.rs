//! The verbs of the roll. Digits are marks; a letter is never a command, because letters find people.

use crate::text::{Lang, card, common, roll as t};
use crate::ui::command::Command;
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    AllPresent,
    Present,
    Late,
    Early,
    Leave,
    Absent,
    Clear,
    Cycle,
    Detail,
    Save,
    Seat,
    /// A digit without a mark of its own: part of a seat, or nothing.
    Digit(char),
    History,
    PersonLedger,
    Card,
    ClassLedger,
    ClassPage,
    Week,
}

impl Cmd {
    /// The character that was typed, where a digit is the key.
    pub(super) const fn digit(self) -> Option<char> {
        Some(match self {
            Self::Clear => '0',
            Self::Present => '1',
            Self::Late => '2',
            Self::Early => '3',
            Self::Leave => '4',
            Self::Absent => '5',
            Self::Digit(c) => c,
            _ => return None,
        })
    }

    pub(super) const fn of_digit(c: char) -> Option<Self> {
        Some(match c {
            '0' => Self::Clear,
            '1' => Self::Present,
            '2' => Self::Late,
            '3' => Self::Early,
            '4' => Self::Leave,
            '5' => Self::Absent,
            '6'..='9' => Self::Digit(c),
            _ => return None,
        })
    }
}

type Words = fn(Lang) -> &'static str;

const fn shown(run: Cmd, keys: &'static [Key], name: Words, help: Words) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

const fn quiet(run: Cmd, keys: &'static [Key], name: Words, help: Words) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: false }
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Save, &[Key::F(8)], t::save, t::save_about),
    shown(Cmd::AllPresent, &[Key::Char('*')], t::all_present, t::all_present_about),
    shown(Cmd::Present, &[Key::Char('1')], common::present, t::present_about),
    shown(Cmd::Late, &[Key::Char('2')], common::late, t::late_about),
    shown(Cmd::Early, &[Key::Char('3')], common::early, t::early_about),
    shown(Cmd::Leave, &[Key::Char('4')], common::leave, t::leave_about),
    shown(Cmd::Absent, &[Key::Char('5')], common::absent, t::absent_about),
    shown(Cmd::Clear, &[Key::Char('0')], t::clear, t::clear_about),
    shown(Cmd::Detail, &[Key::Enter, Key::F(2)], t::detail, t::detail_about),
    quiet(Cmd::Cycle, &[Key::SPACE], t::cycle, t::cycle_about),
    quiet(Cmd::Seat, &[Key::Char('.')], t::jump_seat, t::jump_seat_about),
    quiet(Cmd::History, &[Key::F(4)], t::history, t::history_about),
    quiet(Cmd::PersonLedger, &[Key::F(6)], t::ledger, t::ledger_about),
    quiet(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about),
    quiet(Cmd::ClassLedger, &[], t::class_ledger, t::class_ledger_about),
    quiet(Cmd::Week, &[], t::week, t::week_about),
    quiet(Cmd::ClassPage, &[], t::class_page, t::class_page_about),
];
