//! A filter above a table: what is typed narrows the rows, arrows walk them, Home and End stay with the text.

use super::Typed;
use super::field::Field;
use super::kind::Kind;
use super::table::Table;
use crate::ui::command::Flow;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

/// Columns of the filter and the gap behind it.
const COLS: u16 = 30;
const GAP: u16 = 2;

pub struct Filtered<R: 'static> {
    filter: Field,
    pub table: Table<R>,
}

impl<R: 'static> Filtered<R> {
    pub fn new(table: Table<R>) -> Self {
        Self { filter: Field::new(Kind::Text), table }
    }

    /// The rows that fit what is typed, as they are now; what was chosen stays chosen.
    pub fn find(&mut self, fitting: impl FnOnce(&str) -> Vec<R>) {
        self.table.set_rows(fitting(self.filter.text().trim()));
    }

    pub fn typed(&mut self, input: &Input, fitting: impl FnOnce(&str) -> Vec<R>) -> Flow {
        if !matches!(input, Input::Key(Key::Home | Key::End)) && self.table.input(input) != Typed::Unused {
            return Flow::Stay;
        }
        let typed = self.filter.input(input);
        if typed == Typed::Changed {
            self.find(fitting);
            self.table.choose(0);
        }
        typed.flow()
    }

    /// The filter in the first row, and the column in which something may stand behind it.
    pub fn head(&self, paint: &mut Paint<'_>, label: &str) -> u16 {
        let x = 1 + paint.text(1, 0, label, Ink::Text) + GAP;
        self.filter.view(&mut paint.sub(x, 0, COLS, 1), true);
        x + COLS + GAP
    }
}
