//! Clicks and the wheel, turned into what keys would have done. Nothing is reached by the mouse alone.

use super::{Over, Shell, Turn};
use crate::ui::command::Flow;
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
        let has_rows = self.marks.clicks.iter().any(|(_, click)| matches!(click, Click::Row(_)));
        for _ in 0..WHEEL {
            let input = Input::Key(key);
            if !self.overlaid(&input, turn) && has_rows {
                self.typed(&input, turn);
            }
        }
    }

    fn click(&mut self, mouse: Mouse, again: bool, turn: &mut Turn<'_>) {
        let Some(target) = self.marks.at(mouse.x, mouse.y) else { return };
        match target {
            Click::Key(key) => self.input(&Input::Key(key), turn),
            Click::Row(_) | Click::Field(_) | Click::Target(_) => self.hit(target, again, turn),
        }
    }

    /// What is meant by a place that was clicked, and no key.
    pub(super) fn hit(&mut self, target: Click, again: bool, turn: &mut Turn<'_>) {
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
            Over::Nothing => self.click_page(target, again, turn),
        }
    }

    /// The first click chooses; the second does what Enter does on a row, and opens the list of a field.
    fn click_page(&mut self, target: Click, again: bool, turn: &mut Turn<'_>) {
        self.note.seen();
        let Some(flow) = self.with_top(turn, |screen, ctx| screen.click(target, ctx)) else { return };
        if matches!(flow, Flow::Unused) {
            return;
        }
        self.apply(flow, None, turn);
        match target {
            Click::Row(_) if again => self.input(&Input::Key(Key::Enter), turn),
            Click::Field(_) if again => {
                // a field without a list has nothing to open, which is no news
                let opened = self.typed(&Input::Key(Key::F(4)), turn);
                if !matches!(opened, Flow::Unused) {
                    self.apply(opened, None, turn);
                }
            }
            _ => {}
        }
    }
}
