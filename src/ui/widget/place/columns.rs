//! Province, city and county beside each other: one row chosen in each, one column walked in. Retired codes are not here.

use super::name;
use crate::app::regions::{self, Place};
use crate::domain::region::RegionCode;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::table::scrolled;
use std::cell::Cell;

#[derive(Debug, Clone)]
pub(super) struct Columns {
    columns: [Column; 3],
    /// The column that is walked in.
    here: usize,
    height: Cell<usize>,
}

#[derive(Debug, Clone, Default)]
struct Column {
    places: Vec<Place>,
    at: usize,
    /// First row shown last time; losing it costs a jump.
    top: Cell<usize>,
}

/// Numbers of rows in the next column are higher by so many; no column is as long.
const STRIDE: usize = 1000;
/// Columns of the screen, for the longest names of most places; the last has the rest.
const WIDTHS: [u16; 2] = [22, 24];

impl Columns {
    /// Open at this place as far down as places of today go.
    pub(super) fn at(code: Option<RegionCode>) -> Self {
        let mut columns = Self { columns: Default::default(), here: 0, height: Cell::new(10) };
        columns.fill(0, None);
        for (nth, place) in code.map(regions::chain).unwrap_or_default().into_iter().enumerate() {
            let Some(at) = columns.place_at(nth, place.code) else { break };
            columns.choose(nth, at);
        }
        columns
    }

    fn place_at(&self, nth: usize, code: RegionCode) -> Option<usize> {
        self.columns.get(nth)?.places.iter().position(|place| place.code == code)
    }

    pub(super) fn chosen(&self) -> Option<&Place> {
        self.columns.get(self.here).and_then(Column::chosen)
    }

    /// Takes a row of a column; the columns after it show what lies below.
    fn choose(&mut self, nth: usize, at: usize) {
        let Some(column) = self.columns.get_mut(nth) else { return };
        column.at = at.min(column.places.len().saturating_sub(1));
        let chosen = column.chosen().map(|place| place.code);
        self.here = nth;
        if let Some(code) = chosen {
            self.fill(nth + 1, Some(code));
        }
    }

    fn fill(&mut self, from: usize, mut upper: Option<RegionCode>) {
        for (nth, column) in self.columns.iter_mut().enumerate().skip(from) {
            let places = if nth > 0 && upper.is_none() { Vec::new() } else { regions::below(upper) };
            *column = Column { places, ..Column::default() };
            upper = column.chosen().map(|place| place.code);
        }
    }

    /// True if this key means something here.
    pub(super) fn key(&mut self, key: Key) -> bool {
        let Some(column) = self.columns.get(self.here) else { return false };
        let (at, last, page) = (column.at, column.places.len().saturating_sub(1), self.height.get().max(1));
        let leads_on = self.columns.get(self.here + 1).is_some_and(|next| !next.places.is_empty());
        match key {
            Key::Up => self.choose(self.here, at.checked_sub(1).unwrap_or(last)),
            Key::Down => self.choose(self.here, if at >= last { 0 } else { at + 1 }),
            Key::PgUp => self.choose(self.here, at.saturating_sub(page)),
            Key::PgDn => self.choose(self.here, at + page),
            Key::Left => self.here = self.here.saturating_sub(1),
            Key::Right => self.here += usize::from(leads_on),
            _ => return false,
        }
        true
    }

    pub(super) fn click(&mut self, number: usize) -> bool {
        let (nth, at) = (number / STRIDE, number % STRIDE);
        let hit = self.columns.get(nth).is_some_and(|column| at < column.places.len());
        if hit {
            self.choose(nth, at);
        }
        hit
    }

    pub(super) fn view(&self, paint: &mut Paint<'_>) {
        self.height.set(paint.height().into());
        let mut x = 0;
        for (nth, column) in self.columns.iter().enumerate() {
            let cols = WIDTHS.get(nth).copied().unwrap_or(u16::MAX);
            column.view(&mut paint.sub(x, 0, cols, u16::MAX), nth, nth == self.here);
            x = x.saturating_add(cols);
        }
    }
}

impl Column {
    fn chosen(&self) -> Option<&Place> {
        self.places.get(self.at)
    }

    /// In the column that is walked in the chosen row is a bar; in the others it only stands out.
    fn view(&self, paint: &mut Paint<'_>, nth: usize, is_here: bool) {
        let (lang, cols, height) = (paint.lang, paint.width(), paint.height());
        let top = scrolled(self.top.get(), self.at, height.into(), self.places.len());
        self.top.set(top);
        for (y, at) in (0..height).zip(top..self.places.len()) {
            let Some(place) = self.places.get(at) else { continue };
            let ink = match (at == self.at, is_here) {
                (true, true) => Ink::Selected,
                (true, false) => Ink::Accent,
                (false, _) => Ink::Text,
            };
            let wide = cols.saturating_sub(2);
            if at == self.at && is_here {
                paint.band(0, y, wide + 1, ink);
            }
            if at == self.at {
                let marker = paint.theme.marker();
                paint.text(0, y, marker, ink);
            }
            paint.text_in(2, y, wide.saturating_sub(2), name(place, lang), ink);
            let number = nth * STRIDE + at;
            // a row is an answer where somebody names its number; what leads on is only gone to
            let leads_on = nth < WIDTHS.len();
            paint.click(0, y, wide, 1, if leads_on { Click::Target(number) } else { Click::Row(number) });
        }
    }
}
