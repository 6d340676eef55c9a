//! A list with a filter above it: choices of a field, the palette, any pick. Knows nothing of what it lists.

use super::Typed;
use super::field::Field;
use super::kind::Kind;
use crate::app::pinyin::Fit;
use crate::text;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::width;
use std::cell::Cell;

/// How a text fits a query; by pinyin where the program has given its own.
pub type Matches = fn(text: &str, query: &str) -> Option<Fit>;

/// Finds what contains the query, whatever the case.
pub fn contains(text: &str, query: &str) -> Option<Fit> {
    Fit::of(&text.to_lowercase(), &query.to_lowercase())
}

#[derive(Debug, Clone, Default)]
pub struct Item {
    pub label: String,
    /// At the right: a key, a count.
    pub right: String,
    /// Below or beside, dim: what it is, or why it cannot be done.
    pub detail: String,
    pub disabled: bool,
}

impl Item {
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }
}

#[derive(Debug, Clone)]
pub struct Picker {
    pub filter: Field,
    items: Vec<Item>,
    found: Vec<usize>,
    at: usize,
    /// First row shown last time. A memory of the drawing, not a state: losing it costs a jump.
    top: Cell<usize>,
    height: Cell<usize>,
}

impl Picker {
    pub fn new(items: Vec<Item>) -> Self {
        let found = (0..items.len()).collect();
        Self { filter: Field::new(Kind::Text), items, found, at: 0, top: Cell::new(0), height: Cell::new(10) }
    }

    /// Other items, all of them found: for what is searched elsewhere.
    pub fn set_items(&mut self, items: Vec<Item>) {
        self.found = (0..items.len()).collect();
        self.items = items;
        self.at = 0;
        self.top.set(0);
    }

    /// All of them, whatever the filter says.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Starts at the nth item.
    #[must_use]
    pub fn at(mut self, nth: usize) -> Self {
        self.choose(nth);
        self
    }

    /// The chosen item's place in the list that was given.
    pub fn chosen(&self) -> Option<usize> {
        self.found.get(self.at).copied()
    }

    /// The one item that the filter leaves, if it leaves one.
    pub fn only(&self) -> Option<usize> {
        match self.found.as_slice() {
            [only] if !self.filter.is_empty() => Some(*only),
            _ => None,
        }
    }

    /// Goes to the nth item of what is found.
    pub fn choose(&mut self, nth: usize) {
        self.at = nth.min(self.found.len().saturating_sub(1));
    }

    /// A click on this drawn row; true if there is an item.
    pub fn click(&mut self, row: usize) -> bool {
        let hit = row < self.found.len();
        if hit {
            self.at = row;
        }
        hit
    }

    pub fn input(&mut self, input: &Input, matches: Matches) -> Typed {
        let last = self.found.len().saturating_sub(1);
        let page = self.height.get().max(1);
        match input {
            Input::Key(Key::Up) => self.walk(self.at.checked_sub(1).unwrap_or(last)),
            Input::Key(Key::Down) => self.walk(if self.at >= last { 0 } else { self.at + 1 }),
            Input::Key(Key::PgUp) => self.walk(self.at.saturating_sub(page)),
            Input::Key(Key::PgDn) => self.walk((self.at + page).min(last)),
            other => {
                let typed = self.filter.input(other);
                if typed == Typed::Changed {
                    self.search(matches);
                }
                typed
            }
        }
    }

    fn walk(&mut self, at: usize) -> Typed {
        self.at = at;
        Typed::Moved
    }

    pub(crate) fn search(&mut self, matches: Matches) {
        let query = self.filter.text().trim();
        // what is found by its name stands before what is found by its description
        let rank = |item: &Item| match matches(&item.label, query) {
            _ if query.is_empty() => Some((false, Fit::Start)),
            Some(fit) => Some((false, fit)),
            None => matches(&item.detail, query).map(|fit| (true, fit)),
        };
        let ranked = self.items.iter().enumerate().filter_map(|(nth, item)| Some((rank(item)?, nth)));
        let mut found: Vec<_> = ranked.collect();
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, nth)| nth).collect();
        self.at = 0;
    }

    /// Rows that show the filter, the whole list, and a line of somebody else's below.
    pub fn rows(&self) -> u16 {
        u16::try_from(self.items.len()).unwrap_or(u16::MAX).saturating_add(3)
    }

    /// Columns in which nothing of the list is cut.
    pub fn columns(&self, paint: &Paint<'_>) -> u16 {
        let widest = |part: fn(&Item) -> &String| {
            self.items.iter().map(|item| paint.columns(part(item))).max().unwrap_or(0)
        };
        let beside = |cols: u16| if cols == 0 { 0 } else { cols + 2 };
        2 + widest(|item| &item.label) + beside(widest(|item| &item.detail)) + 2 + widest(|item| &item.right)
    }

    /// Rows below the list in which the chosen description stands whole, where some are longer than their row.
    pub fn told_rows(&self, paint: &Paint<'_>, cols: u16) -> u16 {
        if self.columns(paint) <= cols {
            return 0;
        }
        let rows = |item: &Item| width::wrap(&item.detail, cols.saturating_sub(2).into()).len();
        u16::try_from(self.items.iter().map(rows).max().unwrap_or(0)).unwrap_or(u16::MAX)
    }

    /// The description of the chosen one.
    pub fn told(&self) -> &str {
        self.chosen().and_then(|nth| self.items.get(nth)).map_or("", |item| &item.detail)
    }

    /// Filter in the first row, a rule, then the list.
    pub fn view(&self, paint: &mut Paint<'_>) {
        let marker = format!("{} ", paint.theme.marker());
        let used = paint.text(0, 0, &marker, Ink::Accent);
        let cols = paint.width();
        self.filter.view(&mut paint.sub(used, 0, cols.saturating_sub(used), 1), true);
        let mut list = paint.below(1);
        if self.found.is_empty() {
            let words = text::shell::no_match(list.lang);
            list.text(2, 0, words, Ink::Dim);
        }
        let height = usize::from(list.height()).max(1);
        let top = super::table::scrolled(self.top.get(), self.at, height, self.found.len());
        self.top.set(top);
        self.height.set(height);
        let label_cols =
            self.items.iter().map(|item| list.columns(&item.label)).max().unwrap_or(0).min(cols / 2);
        for (y, row) in (0..list.height()).zip(top..self.found.len()) {
            let Some(item) = self.found.get(row).and_then(|nth| self.items.get(*nth)) else { continue };
            self.row(&mut list, y, row, item, label_cols);
        }
    }

    fn row(&self, paint: &mut Paint<'_>, y: u16, row: usize, item: &Item, label_cols: u16) {
        let cols = paint.width();
        let chosen = row == self.at;
        let (ink, dim) = match (chosen, item.disabled) {
            (true, _) => (Ink::Selected, Ink::Selected),
            (false, true) => (Ink::Disabled, Ink::Disabled),
            (false, false) => (Ink::Text, Ink::Dim),
        };
        paint.band(0, y, cols, ink);
        if chosen {
            let marker = paint.theme.marker();
            paint.text(0, y, marker, ink);
        }
        let right = paint.columns(&item.right);
        let rest = cols.saturating_sub(right + 1);
        let plain = if item.detail.is_empty() { rest.saturating_sub(2) } else { label_cols };
        paint.text_in(2, y, plain, &item.label, ink);
        if !item.detail.is_empty() {
            let x = label_cols + 4;
            paint.text_in(x, y, rest.saturating_sub(x + 1), &item.detail, dim);
        }
        paint.right(rest, y, right, &item.right, dim);
        paint.click(0, y, cols, 1, Click::Row(row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker() -> Picker {
        Picker::new(["砌筑工", "直播销售员（快）", "快递员 KD"].map(Item::new).into())
    }

    fn after(script: &str) -> Option<usize> {
        let mut picker = picker();
        for input in Input::script(script) {
            picker.input(&input, contains);
        }
        picker.chosen()
    }

    #[test]
    fn filtering_keeps_the_place_in_the_whole_list() {
        assert_eq!(after(""), Some(0));
        assert_eq!(after("员"), Some(1));
        assert_eq!(after("快"), Some(2), "what begins with it stands first");
        assert_eq!(after("员 Down"), Some(2));
        assert_eq!(after("kd"), Some(2));
        assert_eq!(after("无"), None);
        assert_eq!(after("无 Backspace"), Some(0));
        assert_eq!(after("Up"), Some(2));
    }
}
