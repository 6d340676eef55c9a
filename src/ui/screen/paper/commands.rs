//! The verbs of paper against screen: digits key the sheet, Enter and `*` take it over.

use crate::text::{Lang, common, paper as t, roll as r};
use crate::ui::command::Command;
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    Compare,
    Take,
    TakeAll,
    Sheet,
    Signed,
    Late,
    Early,
    Leave,
    Absent,
    Seat,
    Roll,
}

impl Cmd {
    /// The character that was typed, where a digit is the key.
    pub(super) const fn digit(self) -> Option<char> {
        Some(match self {
            Self::Signed => '1',
            Self::Late => '2',
            Self::Early => '3',
            Self::Leave => '4',
            Self::Absent => '5',
            _ => return None,
        })
    }
}

type Words = fn(Lang) -> &'static str;

const fn verb(run: Cmd, keys: &'static [Key], name: Words, help: Words) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: !matches!(run, Cmd::Seat | Cmd::Roll) }
}

pub(super) const COMMANDS: &[Command<Cmd>] = &[
    verb(Cmd::Compare, &[Key::F(8)], t::compare, t::compare_about),
    verb(Cmd::Take, &[Key::Enter], t::take, t::take_about),
    verb(Cmd::TakeAll, &[Key::Char('*')], t::take_all, t::take_all_about),
    verb(Cmd::Sheet, &[Key::F(2)], t::name_sheet, t::name_sheet_about),
    verb(Cmd::Signed, &[Key::Char('1')], t::signed, t::sign_about),
    verb(Cmd::Late, &[Key::Char('2')], common::late, t::late_about),
    verb(Cmd::Early, &[Key::Char('3')], common::early, t::early_about),
    verb(Cmd::Leave, &[Key::Char('4')], common::leave, t::leave_about),
    verb(Cmd::Absent, &[Key::Char('5')], t::unsigned, t::absent_about),
    verb(Cmd::Seat, &[Key::Char('.')], r::jump_seat, r::jump_seat_about),
    verb(Cmd::Roll, &[], t::roll, t::roll_about),
];
