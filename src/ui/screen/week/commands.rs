//! The verbs of the week. Digits mean what they mean on the roll; letters find people.

use crate::text::{common, leave, ledger as l, paper, roll as r, week as t};
use crate::ui::command::{Command, quiet, shown};
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    Roll,
    Block,
    AllPresent,
    /// The digit that was typed.
    Mark(char),
    Cycle,
    Earlier,
    Later,
    Detail,
    Save,
    Seat,
    History,
    OtherClass,
    Column,
    Row,
    Paper,
    PersonLedger,
    Announce,
    BackEntry,
    ClassPage,
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Save, &[Key::F(8)], l::save, l::save_about),
    shown(Cmd::Roll, &[Key::Enter], t::roll, t::roll_about),
    shown(Cmd::Block, &[Key::F(6)], t::block_verb, t::block_about),
    shown(Cmd::AllPresent, &[Key::Char('*')], r::all_present, t::all_present_about),
    shown(Cmd::Mark('1'), &[Key::Char('1')], common::present, r::present_about),
    shown(Cmd::Mark('2'), &[Key::Char('2')], common::late, r::late_about),
    shown(Cmd::Mark('3'), &[Key::Char('3')], common::early, r::early_about),
    shown(Cmd::Mark('4'), &[Key::Char('4')], common::leave, r::leave_about),
    shown(Cmd::Mark('5'), &[Key::Char('5')], common::absent, r::absent_about),
    shown(Cmd::Mark('0'), &[Key::Char('0')], r::clear, r::clear_about),
    quiet(Cmd::Cycle, &[Key::SPACE], r::cycle, r::cycle_about),
    quiet(Cmd::Earlier, &[Key::Char('[')], t::earlier, t::earlier_about),
    quiet(Cmd::Later, &[Key::Char(']')], t::later, t::later_about),
    quiet(Cmd::Detail, &[Key::F(2)], r::detail, r::detail_about),
    quiet(Cmd::Seat, &[Key::Char('.')], r::jump_seat, r::jump_seat_about),
    quiet(Cmd::History, &[Key::F(4)], r::history, r::history_about),
    quiet(Cmd::OtherClass, &[Key::Tab], t::other_class, t::other_class_about),
    quiet(Cmd::Column, &[], t::column, t::column_about),
    quiet(Cmd::Row, &[], t::row, t::row_about),
    quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
    quiet(Cmd::BackEntry, &[], t::back_entry, t::back_entry_about),
    quiet(Cmd::Paper, &[Key::Ctrl('x')], paper::open, paper::open_about),
    quiet(Cmd::PersonLedger, &[Key::Ctrl('t')], r::ledger, r::ledger_about),
    quiet(Cmd::ClassPage, &[Key::Ctrl('g')], t::class_page, t::class_page_about),
];
