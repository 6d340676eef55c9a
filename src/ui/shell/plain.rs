//! What the plain mode asks of the shell: what is to be answered now, and how to do it without keys or places.

use super::{Over, Shell, Turn};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Asks;
use crate::ui::overlay::palette::Pick;
use crate::ui::paint::Click;

/// What takes the next answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facing {
    Page,
    Help,
    Palette,
    /// Yes or no.
    Choice,
    /// One of a list.
    Items,
    /// A line of text.
    Line,
    /// Who is here.
    Gate,
}

impl Shell {
    pub fn facing(&self) -> Facing {
        if self.gate.is_some() {
            return Facing::Gate;
        }
        match &self.over {
            Over::Nothing => Facing::Page,
            Over::Help(_) => Facing::Help,
            Over::Palette(_) => Facing::Palette,
            Over::Ask(dialog) => match dialog.asks() {
                Asks::Choice => Facing::Choice,
                Asks::Items => Facing::Items,
                Asks::Line => Facing::Line,
            },
        }
    }

    /// Bare digits do something on this page.
    pub fn takes_digits(&self) -> bool {
        ('0'..='9').any(|digit| self.binds(Key::Char(digit)))
    }

    /// How many pages lie below, and what the top one is called.
    pub fn called(&self) -> (usize, String) {
        let title = self.top().map(|screen| screen.title(self.lang)).unwrap_or_default();
        (self.stack.len(), title)
    }

    /// A line of the palette that was chosen without opening it; nothing is done behind a lock.
    pub fn picked(&mut self, pick: Pick, turn: &mut Turn<'_>) {
        if self.facing() != Facing::Page || self.came_late(turn) {
            return;
        }
        self.note.seen();
        self.pick(pick, turn);
        self.guard(turn);
    }

    /// As if what is drawn with this meaning had been clicked once.
    pub fn clicked(&mut self, target: Click, turn: &mut Turn<'_>) {
        if let Click::Key(key) = target {
            return self.input(&Input::Key(key), turn);
        }
        if self.came_late(turn) {
            return;
        }
        self.hit(target, false, turn);
        self.guard(turn);
    }

    /// What was said has been read.
    pub fn hush(&mut self) {
        self.note.clear();
    }

    pub fn tell(&mut self, words: &str) {
        if self.note.text().is_empty() {
            self.note.ok(words);
        }
    }
}
