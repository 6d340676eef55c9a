//! The verbs that work on every screen, in the same form as a screen's own.

use crate::text::operators;
use crate::text::shell as words;
use crate::ui::command::Command;
use crate::ui::key::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShellCmd {
    Back,
    Search,
    Refresh,
    Undo,
    Redo,
    Copy,
    Paste,
    Repaint,
    Switch,
    Lock,
    Mouse,
    Quit,
    More,
    Help,
}

const fn one(
    run: ShellCmd,
    keys: &'static [Key],
    name: fn(crate::text::Lang) -> &'static str,
    help: fn(crate::text::Lang) -> &'static str,
) -> Command<ShellCmd> {
    Command { run, keys, name, help, in_bar: matches!(run, ShellCmd::Back | ShellCmd::More | ShellCmd::Help) }
}

pub const COMMANDS: &[Command<ShellCmd>] = &[
    one(ShellCmd::Back, &[Key::Esc], words::back, words::back_about),
    one(ShellCmd::Search, &[Key::F(3)], words::search, words::search_about),
    one(ShellCmd::Refresh, &[Key::F(5)], words::refresh, words::refresh_about),
    one(ShellCmd::Undo, &[Key::Ctrl('z')], words::undo, words::undo_about),
    one(ShellCmd::Redo, &[Key::Ctrl('y')], words::redo, words::redo_about),
    one(ShellCmd::Copy, &[Key::Ctrl('c')], words::copy, words::copy_about),
    one(ShellCmd::Paste, &[Key::Ctrl('v')], words::paste, words::paste_about),
    one(ShellCmd::Repaint, &[Key::Ctrl('l')], words::repaint, words::repaint_about),
    one(ShellCmd::Switch, &[Key::Ctrl('o')], operators::switch, operators::switch_about),
    one(ShellCmd::Lock, &[], operators::lock, operators::lock_about),
    one(ShellCmd::Mouse, &[], words::mouse, words::mouse_about),
    one(ShellCmd::Quit, &[Key::Ctrl('q')], words::quit, words::quit_about),
    one(ShellCmd::More, &[Key::F(9)], words::more, words::more_about),
    one(ShellCmd::Help, &[Key::F(1)], words::help, words::help_about),
];
