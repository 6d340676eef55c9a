//! The verbs of the roll. Digits are marks; a letter is never a command, because letters find people.

use crate::text::{card, common, leave, paper, roll as t};
use crate::ui::command::{Command, quiet, shown};
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    /// Saves the form that is open; else says that the roll is complete.
    Complete,
    AllPresent,
    /// The digit that was typed.
    Mark(char),
    Ways,
    Block,
    Cycle,
    Detail,
    Seat,
    History,
    PersonLedger,
    Card,
    Announce,
    Paste,
    ClassLedger,
    ClassPage,
    Week,
    Paper,
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Complete, &[Key::F(8)], t::complete, t::complete_about),
    shown(Cmd::AllPresent, &[Key::Char('*')], t::all_present, t::all_present_about),
    shown(Cmd::Mark('1'), &[Key::Char('1')], common::present, t::present_about),
    shown(Cmd::Mark('2'), &[Key::Char('2')], common::late, t::late_about),
    shown(Cmd::Mark('3'), &[Key::Char('3')], common::early, t::early_about),
    shown(Cmd::Mark('4'), &[Key::Char('4')], common::leave, t::leave_about),
    shown(Cmd::Mark('5'), &[Key::Char('5')], common::absent, t::absent_about),
    shown(Cmd::Mark('0'), &[Key::Char('0')], t::clear, t::clear_about),
    shown(Cmd::Ways, &[Key::F(4)], t::ways_key, t::ways_about),
    shown(Cmd::Block, &[Key::F(6)], t::block, t::block_about),
    shown(Cmd::Detail, &[Key::Enter, Key::F(2)], t::detail, t::detail_about),
    quiet(Cmd::Cycle, &[Key::SPACE], t::cycle, t::cycle_about),
    quiet(Cmd::Seat, &[Key::Char('.')], t::jump_seat, t::jump_seat_about),
    quiet(Cmd::History, &[Key::Ctrl('e')], t::history, t::history_about),
    quiet(Cmd::PersonLedger, &[Key::Ctrl('t')], t::ledger, t::ledger_about),
    quiet(Cmd::Paste, &[], t::paste, t::paste_about),
    quiet(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about),
    quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
    quiet(Cmd::ClassLedger, &[], t::class_ledger, t::class_ledger_about),
    quiet(Cmd::Paper, &[Key::Ctrl('x')], paper::open, paper::open_about),
    quiet(Cmd::Week, &[], t::week, t::week_about),
    quiet(Cmd::ClassPage, &[Key::Ctrl('g')], t::class_page, t::class_page_about),
];
