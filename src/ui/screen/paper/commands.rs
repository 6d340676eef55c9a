//! The verbs of paper against screen: digits key the sheet, Enter and `*` take it over.

use crate::text::{common, paper as t, roll as r};
use crate::ui::command::{Command, quiet, shown};
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    Compare,
    Take,
    TakeAll,
    Sheet,
    /// The digit that was typed.
    Mark(char),
    Seat,
    Roll,
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    shown(Cmd::Compare, &[Key::F(8)], t::compare, t::compare_about),
    shown(Cmd::Take, &[Key::Enter], t::take, t::take_about),
    shown(Cmd::TakeAll, &[Key::Char('*')], t::take_all, t::take_all_about),
    shown(Cmd::Sheet, &[Key::F(2)], t::name_sheet, t::name_sheet_about),
    shown(Cmd::Mark('1'), &[Key::Char('1')], t::signed, t::sign_about),
    shown(Cmd::Mark('2'), &[Key::Char('2')], common::late, t::late_about),
    shown(Cmd::Mark('3'), &[Key::Char('3')], common::early, t::early_about),
    shown(Cmd::Mark('4'), &[Key::Char('4')], common::leave, t::leave_about),
    shown(Cmd::Mark('5'), &[Key::Char('5')], t::unsigned, t::absent_about),
    quiet(Cmd::Seat, &[Key::Char('.')], r::jump_seat, r::jump_seat_about),
    quiet(Cmd::Roll, &[Key::F(6)], t::roll, t::roll_about),
];
