//! Rows under headers: search results, rosters, ledgers, logs. Keeps what is chosen across refreshes.
//! Numbers are never cut; columns without room leave, the least important first.

use super::Typed;
use crate::text::{Lang, Words};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use std::borrow::Cow;
use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    Fixed(u16),
    /// Takes what is left, at least this much. One per table.
    Rest(u16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Align {
    Left,
    /// At the right and never cut.
    Number,
}

/// What a row says in a column.
type Say<R> = for<'r> fn(&'r R, Lang) -> Cow<'r, str>;

pub struct Column<R: 'static> {
    header: Words,
    width: Width,
    align: Align,
    drop: u8,
    text: Say<R>,
    /// What the text ends with and what is never cut.
    ending: Option<Say<R>>,
}

impl<R> Column<R> {
    pub const fn text(header: Words, width: Width, text: Say<R>) -> Self {
        Self { header, width, align: Align::Left, drop: 0, text, ending: None }
    }

    /// For numbers.
    pub const fn figure(header: Words, cols: u16, text: Say<R>) -> Self {
        Self { header, width: Width::Fixed(cols), align: Align::Number, drop: 0, text, ending: None }
    }

    /// The text ends with this, a day or a level: without room for both what stands before it is cut.
    #[must_use]
    pub const fn ending(mut self, ending: Say<R>) -> Self {
        self.ending = Some(ending);
        self
    }

    /// Columns of a higher number leave first when the screen is narrow; all others never leave.
    #[must_use]
    pub const fn leaving(mut self, drop: u8) -> Self {
        self.drop = drop;
        self
    }
}

pub struct Table<R: 'static> {
    columns: &'static [Column<R>],
    id: fn(&R) -> i64,
    ink: fn(&R) -> Ink,
    /// The ink of the last column alone, where that is the state of the row.
    state: Option<fn(&R) -> Ink>,
    rows: Vec<R>,
    at: usize,
    /// Nothing is chosen before an arrow or a click says so.
    idle: bool,
    /// A line of words before the nth row.
    parting: Option<(usize, String)>,
    top: Cell<usize>,
    height: Cell<usize>,
}

/// Tells rows that have no number of their own apart, by what they say.
pub fn id_of(row: &(impl Hash + ?Sized)) -> i64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish().cast_signed()
}

const GAP: u16 = 2;
const MARKER: u16 = 2;

impl<R: 'static> Table<R> {
    /// `id` tells which row is the same after a refresh.
    pub fn new(columns: &'static [Column<R>], id: fn(&R) -> i64) -> Self {
        let (top, height) = (Cell::new(0), Cell::new(10));
        Self {
            columns,
            id,
            ink: |_| Ink::Text,
            state: None,
            rows: Vec::new(),
            at: 0,
            idle: false,
            parting: None,
            top,
            height,
        }
    }

    /// Rows in an ink of their own; their text must say the state as well.
    #[must_use]
    pub fn inked(mut self, ink: fn(&R) -> Ink) -> Self {
        self.ink = ink;
        self
    }

    /// The last column in an ink of its own: what is to be seen at a glance, without colouring the whole row.
    #[must_use]
    pub fn with_state(mut self, ink: fn(&R) -> Ink) -> Self {
        self.state = Some(ink);
        self
    }

    /// New rows; the chosen row stays chosen if it is still there, else its neighbour.
    pub fn set_rows(&mut self, rows: Vec<R>) {
        let chosen = self.chosen().map(self.id);
        self.rows = rows;
        let found = chosen.and_then(|id| self.rows.iter().position(|row| (self.id)(row) == id));
        self.at = found.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
    }

    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    pub fn chosen(&self) -> Option<&R> {
        self.rows.get(self.at).filter(|_| !self.idle)
    }

    /// Lets go of the chosen row: Enter then means none of them.
    pub fn choose_none(&mut self) {
        (self.at, self.idle) = (0, true);
    }

    /// Words on a line of their own before the nth row, from where the rows are of another sort.
    pub fn part(&mut self, before: Option<(usize, String)>) {
        self.parting = before;
    }

    pub const fn at(&self) -> usize {
        self.at
    }

    pub fn choose(&mut self, at: usize) {
        self.idle = false;
        self.at = at.min(self.rows.len().saturating_sub(1));
    }

    /// Arrows and pages. Home and End only where no field needs them; the screen decides what it offers.
    pub fn input(&mut self, input: &Input) -> Typed {
        let Input::Key(key) = input else { return Typed::Unused };
        let last = self.rows.len().saturating_sub(1);
        let page = self.height.get().max(1);
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => (self.at + 1).min(last),
            Key::PgUp => self.at.saturating_sub(page),
            Key::PgDn => (self.at + page).min(last),
            Key::Home => 0,
            Key::End => last,
            _ => return Typed::Unused,
        };
        if std::mem::take(&mut self.idle) {
            self.at = 0;
        }
        Typed::Moved
    }

    pub fn click(&mut self, click: Click) -> Typed {
        match click {
            Click::Row(row) if row < self.rows.len() => {
                self.choose(row);
                Typed::Moved
            }
            _ => Typed::Unused,
        }
    }

    /// Headers in the first row, rows below. `focused` parks the cursor on the chosen row.
    pub fn view(&self, paint: &mut Paint<'_>, focused: bool) {
        let places = self.places(paint.width());
        let lang = paint.lang;
        for (column, x, cols) in &places {
            match column.align {
                Align::Left => paint.text_in(*x, 0, *cols, (column.header)(lang), Ink::Dim),
                Align::Number => {
                    paint.right(*x, 0, *cols, (column.header)(lang), Ink::Dim);
                    0
                }
            };
        }
        let mut body = paint.below(1);
        let height = usize::from(body.height()).max(1);
        let parting = self.parting.as_ref().filter(|(before, _)| *before < self.rows.len());
        // the parting line is scrolled like a row
        let line_of = |nth: usize| nth + usize::from(parting.is_some_and(|(before, _)| *before <= nth));
        let top = scrolled(self.top.get(), line_of(self.at), height, line_of(self.rows.len()));
        self.top.set(top);
        self.height.set(height);
        let shown = |line: usize| line.checked_sub(top).and_then(|y| u16::try_from(y).ok());
        for (nth, row) in self.rows.iter().enumerate().skip(top.saturating_sub(1)).take(height + 1) {
            let Some(y) = shown(line_of(nth)).filter(|y| *y < body.height()) else { continue };
            self.row(&mut body, y, nth, row, &places);
            if focused && nth == self.at {
                body.park(0, y);
            }
        }
        if let Some((before, words)) = parting
            && let Some(y) = shown(*before)
        {
            let used = body.text(MARKER, y, words, Ink::Accent);
            body.sub(MARKER + used + 1, y, u16::MAX, 1).rule(0);
        }
    }

    fn row(&self, paint: &mut Paint<'_>, y: u16, nth: usize, row: &R, places: &[(&Column<R>, u16, u16)]) {
        let chosen = nth == self.at && !self.idle;
        let ink = if chosen { Ink::Selected } else { (self.ink)(row) };
        let (cols, lang) = (paint.width(), paint.lang);
        paint.band(0, y, cols, ink);
        if chosen {
            let marker = paint.theme.marker();
            paint.text(0, y, marker, ink);
        }
        for (column, x, cols) in places {
            let text = (column.text)(row, lang);
            let is_last = self.columns.last().is_some_and(|last| std::ptr::eq(*column, last));
            let ink = self.state.filter(|_| is_last && !chosen).map_or(ink, |state| state(row));
            match column.align {
                Align::Left => {
                    let ending = column.ending.map_or(Cow::Borrowed(""), |ending| ending(row, lang));
                    words(paint, (*x, y, *cols), &text, &ending, ink);
                }
                Align::Number => paint.number(*x, y, *cols, &text, ink),
            }
        }
        paint.click(0, y, cols, 1, Click::Row(nth));
    }

    /// The columns that have room, with place and width.
    fn places(&self, cols: u16) -> Vec<(&Column<R>, u16, u16)> {
        let least = |column: &Column<R>| match column.width {
            Width::Fixed(cols) | Width::Rest(cols) => cols + GAP,
        };
        let room = cols.saturating_sub(MARKER);
        let mut kept: Vec<&Column<R>> = self.columns.iter().collect();
        let needed =
            |kept: &[&Column<R>]| kept.iter().map(|column| least(column)).sum::<u16>().saturating_sub(GAP);
        while needed(&kept) > room {
            // the last of those that may leave first
            let Some(worst) =
                (0..kept.len()).filter(|nth| kept[*nth].drop > 0).max_by_key(|nth| (kept[*nth].drop, *nth))
            else {
                break;
            };
            kept.remove(worst);
        }
        let spare = room.saturating_sub(needed(&kept));
        let mut x = MARKER;
        let mut places = Vec::new();
        for column in kept {
            let wide = match column.width {
                Width::Fixed(cols) => cols,
                Width::Rest(least) => least + spare,
            };
            places.push((column, x, wide));
            x += wide + GAP;
        }
        places
    }
}

/// A text in its place; where it is cut, its ending stays whole.
fn words(paint: &mut Paint<'_>, (x, y, cols): (u16, u16, u16), text: &str, ending: &str, ink: Ink) {
    let kept = paint.columns(ending);
    match text.strip_suffix(ending) {
        Some(head) if kept > 0 && kept + 1 < cols && paint.columns(text) > cols => {
            paint.text_in(x, y, cols - kept - 1, head.trim_end(), ink);
            paint.text(x + cols - kept, y, ending, ink);
        }
        _ => drop(paint.text_in(x, y, cols, text, ink)),
    }
}

/// The first row to show so that the chosen one is in sight and no row below the last is empty without need.
pub(in crate::ui) fn scrolled(top: usize, at: usize, height: usize, count: usize) -> usize {
    let top = top.min(count.saturating_sub(height));
    if at < top {
        at
    } else if at >= top + height {
        at + 1 - height
    } else {
        top
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::paint::Marks;
    use crate::ui::snapshot::buffer_to_text;
    use crate::ui::theme::Theme;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    struct Person(i64, &'static str, &'static str);

    const COLUMNS: &[Column<Person>] = &[
        Column::text(crate::text::shell::palette, Width::Rest(6), |person, _| person.1.into()),
        Column::figure(crate::text::shell::search, 11, |person: &Person, _| person.2.into()).leaving(1),
    ];

    fn people(ids: &[i64]) -> Vec<Person> {
        ids.iter().map(|id| Person(*id, "买买提·阿不都热合曼", "13800138000")).collect()
    }

    fn table(ids: &[i64]) -> Table<Person> {
        let mut table = Table::new(COLUMNS, |person: &Person| person.0);
        table.set_rows(people(ids));
        table
    }

    fn drawn(table: &Table<Person>, cols: u16, rows: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, cols, rows));
        let mut marks = Marks::default();
        table.view(
            &mut Paint::new(&mut buffer, &mut marks, &Theme::mono().distrusting(false), Lang::Zh),
            true,
        );
        buffer_to_text(&buffer)
    }

    #[test]
    fn the_chosen_row_stays_chosen() {
        let mut table = table(&[1, 2, 3]);
        table.input(&Input::Key(Key::Down));
        table.set_rows(people(&[9, 1, 2, 3]));
        assert_eq!(table.chosen().map(|person| person.0), Some(2));
        table.set_rows(people(&[9, 1]));
        assert_eq!(table.chosen().map(|person| person.0), Some(1));
        table.set_rows(Vec::new());
        assert!(table.chosen().is_none());
        table.input(&Input::Key(Key::PgDn));
        assert_eq!(table.at(), 0);
    }

    #[test]
    fn names_are_cut_with_a_mark_and_numbers_leave_whole() {
        let table = table(&[1, 2]);
        assert_eq!(
            drawn(&table, 28, 3),
            "  命令                  查找\n> 买买提·阿不..  13800138000\n  买买提·阿不..  13800138000\n"
        );
        assert_eq!(drawn(&table, 18, 2), "  命令\n> 买买提·阿不都..\n");
    }

    #[test]
    fn what_a_text_ends_with_is_never_cut() {
        const DAYS: &[Column<Person>] =
            &[Column::text(crate::text::shell::palette, Width::Rest(6), |person: &Person, _| {
                person.1.into()
            })
            .ending(|person, _| person.2.into())];
        let mut table = Table::new(DAYS, |person: &Person| person.0);
        table.set_rows(vec![Person(1, "roll entered: QZ-02 2025-01-13", "QZ-02 2025-01-13")]);
        assert!(drawn(&table, 40, 2).contains("roll entered: QZ-02 2025-01-13"));
        assert!(drawn(&table, 28, 2).contains(".. QZ-02 2025-01-13"), "{}", drawn(&table, 28, 2));
    }

    #[test]
    fn rows_of_another_sort_stand_below_a_line() {
        let mut table = table(&[1, 2, 3]);
        table.part(Some((1, "or".to_owned())));
        assert_eq!(drawn(&table, 20, 4).lines().nth(2), Some("  or ---------------"));
        table.choose_none();
        assert!(table.chosen().is_none() && !drawn(&table, 20, 5).contains('>'));
        table.input(&Input::Key(Key::Down));
        assert_eq!(table.chosen().map(|person| person.0), Some(1));
        table.input(&Input::Key(Key::End));
        assert!(drawn(&table, 20, 3).contains('>'));
    }

    #[test]
    fn the_chosen_row_is_in_sight() {
        let mut table = table(&(1..=50).collect::<Vec<_>>());
        drawn(&table, 40, 6);
        for key in [Key::PgDn, Key::PgDn, Key::Up, Key::End, Key::Home] {
            table.input(&Input::Key(key));
            assert!(drawn(&table, 40, 6).contains('>'), "{key:?}");
        }
    }
}
