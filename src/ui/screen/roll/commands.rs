//! The verbs of the roll. Digits are marks; a letter is never a command, because letters find people.

use super::marking::Wish;
use crate::domain::mark::{End, Mark};
use crate::text::{Lang, card, common, paper, roll as t};
use crate::ui::command::Command;
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    /// Saves the form that is open; else says that the roll is complete.
    Complete,
    AllPresent,
    Present,
    Late,
    Early,
    Leave,
    Absent,
    Clear,
    Ways,
    Block,
    Cycle,
    Detail,
    Seat,
    History,
    PersonLedger,
    Card,
    Paste,
    ClassLedger,
    ClassPage,
    Week,
    Paper,
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
            _ => return None,
        })
    }
}

/// What a digit asks for, on every page of the roll.
pub(super) const fn wish(digit: char) -> Option<Wish> {
    Some(match digit {
        '0' => Wish::Plain(Mark::Cleared),
        '1' => Wish::Plain(Mark::PRESENT),
        '2' => Wish::End(End::Late),
        '3' => Wish::End(End::Early),
        '4' => Wish::Leave,
        '5' => Wish::Plain(Mark::Absent),
        _ => return None,
    })
}

type Words = fn(Lang) -> &'static str;

/// Shown in the bar, as far as there is room.
pub(super) const fn shown<C>(run: C, keys: &'static [Key], name: Words, help: Words) -> Command<C> {
    Command { run, keys, name, help, in_bar: true }
}

pub(super) const fn quiet<C>(run: C, keys: &'static [Key], name: Words, help: Words) -> Command<C> {
    Command { run, keys, name, help, in_bar: false }
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Complete, &[Key::F(8)], t::complete, t::complete_about),
    shown(Cmd::AllPresent, &[Key::Char('*')], t::all_present, t::all_present_about),
    shown(Cmd::Present, &[Key::Char('1')], common::present, t::present_about),
    shown(Cmd::Late, &[Key::Char('2')], common::late, t::late_about),
    shown(Cmd::Early, &[Key::Char('3')], common::early, t::early_about),
    shown(Cmd::Leave, &[Key::Char('4')], common::leave, t::leave_about),
    shown(Cmd::Absent, &[Key::Char('5')], common::absent, t::absent_about),
    shown(Cmd::Clear, &[Key::Char('0')], t::clear, t::clear_about),
    shown(Cmd::Ways, &[Key::F(4)], t::ways_key, t::ways_about),
    shown(Cmd::Block, &[Key::F(6)], t::block, t::block_about),
    shown(Cmd::Detail, &[Key::Enter, Key::F(2)], t::detail, t::detail_about),
    quiet(Cmd::Cycle, &[Key::SPACE], t::cycle, t::cycle_about),
    quiet(Cmd::Seat, &[Key::Char('.')], t::jump_seat, t::jump_seat_about),
    quiet(Cmd::History, &[Key::Ctrl('e')], t::history, t::history_about),
    quiet(Cmd::PersonLedger, &[Key::Ctrl('t')], t::ledger, t::ledger_about),
    quiet(Cmd::Paste, &[], t::paste, t::paste_about),
    quiet(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about),
    quiet(Cmd::ClassLedger, &[], t::class_ledger, t::class_ledger_about),
    quiet(Cmd::Paper, &[], paper::open, paper::open_about),
    quiet(Cmd::Week, &[], t::week, t::week_about),
    quiet(Cmd::ClassPage, &[], t::class_page, t::class_page_about),
];
