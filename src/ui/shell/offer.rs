//! The order in which an input is offered: what lies over the screen, the field, the screen's verbs, the shell's.

use super::command::{COMMANDS, ShellCmd};
use super::{Over, Shell, Turn};
use crate::text;
use crate::ui::command::{Flow, Hears, Pressed, bound};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::help::Read;

/// As many characters at once may be commands typed fast; more are a scan or a paste and never run anything.
const TYPED_FAST: usize = 4;

impl Shell {
    /// What lies over the screen takes everything.
    pub(super) fn overlaid(&mut self, input: &Input, turn: &mut Turn<'_>) -> bool {
        // a page that hears everything is told even of keys that work over any other
        let is_told = self.hears() == Hears::Everything;
        if *input == Input::Key(Key::Ctrl('l')) && !is_told {
            self.run(ShellCmd::Repaint, turn);
            return true;
        }
        if self.gated(input, turn) {
            return true;
        }
        if *input == Input::Key(Key::Ctrl('o')) && !is_told {
            self.run(ShellCmd::Switch, turn);
            return true;
        }
        let matches = self.house.matches;
        match &mut self.over {
            Over::Nothing => return false,
            Over::Help(help) => match help.input(input) {
                Read::Here => {}
                Read::Enough => self.close(),
                Read::On => {
                    self.close();
                    self.apply(Flow::Go(self.house.guide.clone()), None, turn);
                }
            },
            Over::Palette(palette) => {
                let chosen = palette.input(input, matches);
                self.chosen(chosen, turn);
            }
            Over::Ask(dialog) => {
                let answer = dialog.input(input, matches);
                self.answered(answer, turn);
            }
        }
        true
    }

    /// Screen first, then the shell: text to the field, signs and keys to commands, then the rest.
    pub(super) fn offer(&mut self, input: &Input, turn: &mut Turn<'_>) {
        match input {
            Input::Key(key) => self.key(*key, turn),
            Input::Text(text) if !self.has_field() => self.typed_as_commands(text, turn),
            _ => {
                let flow = self.typed(input, turn);
                self.apply(flow, None, turn);
            }
        }
    }

    pub(super) fn has_field(&self) -> bool {
        self.stack.last().is_some_and(|(_, screen)| screen.has_field())
    }

    pub(super) fn typed(&mut self, input: &Input, turn: &mut Turn<'_>) -> Flow {
        self.with_top(turn, |screen, ctx| screen.typed(input, ctx)).unwrap_or(Flow::Unused)
    }

    pub(super) fn typed_as_commands(&mut self, text: &str, turn: &mut Turn<'_>) {
        let keys: Vec<Key> = text.chars().map(Key::typed).collect();
        let all_bound = keys.iter().all(|key| self.binds(*key) || key.sign_meant() != *key);
        if all_bound && keys.len() <= TYPED_FAST {
            for key in keys {
                // an earlier one may have opened a dialog or another screen: the rest was not meant for it
                if !matches!(self.over, Over::Nothing) {
                    break;
                }
                self.key(if self.binds(key) { key } else { key.sign_meant() }, turn);
            }
            return;
        }
        let flow = self.typed(&Input::text(text), turn);
        self.apply(flow, keys.first().copied().filter(|_| keys.len() == 1), turn);
    }

    pub(super) fn binds(&self, key: Key) -> bool {
        self.stack.last().is_some_and(|(_, screen)| screen.binds(key))
    }

    pub(super) fn key(&mut self, key: Key, turn: &mut Turn<'_>) {
        let pressed = self.with_top(turn, |screen, ctx| screen.press(key, ctx)).unwrap_or(Pressed::Unbound);
        let flow = match pressed {
            Pressed::Unbound => self.typed(&Input::Key(key), turn),
            other => return self.pressed(other, Some(key), turn),
        };
        match (flow, bound(COMMANDS, key).and_then(|nth| COMMANDS.get(nth))) {
            (Flow::Unused, Some(command)) => self.run(command.run, turn),
            (flow, _) => self.apply(flow, Some(key), turn),
        }
    }

    pub(super) fn pressed(&mut self, pressed: Pressed, key: Option<Key>, turn: &mut Turn<'_>) {
        match pressed {
            Pressed::Unbound => {}
            Pressed::Blocked { name, why } => self.note.warn(text::shell::is_blocked(self.lang, name, &why)),
            Pressed::Ran(flow) => self.apply(flow, key, turn),
        }
    }
}
