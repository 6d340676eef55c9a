//! Clicks and the wheel, turned into what keys would have done. Nothing is reached by the mouse alone.

use super::{Over, Shell, Turn};
use crate::ui::input::{Input, Mouse, MouseAct};
use crate::ui::key::Key;
use crate::ui::paint::Click;

const WHEEL: usize = 3;

impl Shell {
    pub(super) fn mouse(&mut self, mouse: Mouse, turn: &mut Turn<'_>) {
        match mouse.act {
            MouseAct::Click => self.click(mouse, false, turn),
            MouseAct::DoubleClick => self.click(mouse, true, turn),
            MouseAct::Back => self.input(&Input::Key(Key::Esc), turn),
            MouseAct::WheelUp => self.wheel(Key::Up, turn),
            MouseAct::WheelDown => self.wheel(Key::Down, turn),
        }
    }

    /// Rows only: a wheel that walked through a form would be felt as a fault, so the screen is asked quietly.
    fn wheel(&mut self, key: Key, turn: &mut Turn<'_>) {
        for _ in 0..WHEEL {
            let input = Input::Key(key);
            if !self.overlaid(&input, turn) {
                self.typed(&input, turn);
            }
        }
    }

    fn click(&mut self, mouse: Mouse, again: bool, turn: &mut Turn<'_>) {
        let Some(target) = self.marks.at(mouse.x, mouse.y) else { return };
        let matches = self.house.matches;
        if let Some(gate) = &mut self.gate {
            let want = gate.click(target, matches, self.lang);
            return self.want(want, turn);
        }
        match &mut self.over {
            Over::Help(_) => {}
            Over::Palette(palette) => {
                let chosen = palette.click(target);
                self.chosen(chosen, turn);
            }
            Over::Ask(dialog) => {
                let answer = dialog.click(target, again, matches);
                self.answered(answer, turn);
            }
            Over::Nothing => {
                if let Click::Key(key) = target {
                    self.input(&Input::Key(key), turn);
                    return;
                }
                self.note.seen();
                let flow = self.with_top(turn, |screen, ctx| screen.click(target, ctx));
                if let Some(flow) = flow.filter(|flow| !matches!(flow, crate::ui::command::Flow::Unused)) {
                    self.apply(flow, None, turn);
                    if again && matches!(target, Click::Row(_)) {
                        self.input(&Input::Key(Key::Enter), turn);
                    }
                }
            }
        }
    }
}
