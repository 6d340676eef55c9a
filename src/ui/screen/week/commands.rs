//! The verbs of the week. Digits mean what they mean on the roll; letters find people.

use crate::text::{Lang, common, ledger as l, paper, roll as r, week as t};
use crate::ui::command::Command;
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    Roll,
    Block,
    AllPresent,
    Present,
    Late,
    Early,
    Leave,
    Absent,
    Clear,
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

type Words = fn(Lang) -> &'static str;

const fn shown(run: Cmd, keys: &'static [Key], name: Words, help: Words) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

const fn quiet(run: Cmd, keys: &'static [Key], name: Words, help: Words) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: false }
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Save, &[Key::F(8)], l::save, l::save_about),
    shown(Cmd::Roll, &[Key::Enter], t::roll, t::roll_about),
    shown(Cmd::Block, &[Key::F(6)], t::block_verb, t::block_about),
    shown(Cmd::AllPresent, &[Key::Char('*')], r::all_present, t::all_present_about),
    shown(Cmd::Present, &[Key::Char('1')], common::present, r::present_about),
    shown(Cmd::Late, &[Key::Char('2')], common::late, r::late_about),
    shown(Cmd::Early, &[Key::Char('3')], common::early, r::early_about),
    shown(Cmd::Leave, &[Key::Char('4')], common::leave, r::leave_about),
    shown(Cmd::Absent, &[Key::Char('5')], common::absent, r::absent_about),
    shown(Cmd::Clear, &[Key::Char('0')], r::clear, r::clear_about),
    quiet(Cmd::Earlier, &[Key::Char('[')], t::earlier, t::earlier_about),
    quiet(Cmd::Later, &[Key::Char(']')], t::later, t::later_about),
    quiet(Cmd::Detail, &[Key::F(2)], r::detail, r::detail_about),
    quiet(Cmd::Seat, &[Key::Char('.')], r::jump_seat, r::jump_seat_about),
    quiet(Cmd::History, &[Key::F(4)], r::history, r::history_about),
    quiet(Cmd::OtherClass, &[Key::Tab], t::other_class, t::other_class_about),
    quiet(Cmd::Column, &[], t::column, t::column_about),
    quiet(Cmd::Row, &[], t::row, t::row_about),
    quiet(Cmd::Announce, &[], t::announce, t::announce_about),
    quiet(Cmd::BackEntry, &[], t::back_entry, t::back_entry_about),
    quiet(Cmd::Paper, &[], paper::open, paper::open_about),
    quiet(Cmd::PersonLedger, &[], r::ledger, r::ledger_about),
    quiet(Cmd::ClassPage, &[], t::class_page, t::class_page_about),
];
