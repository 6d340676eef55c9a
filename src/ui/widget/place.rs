//! Choosing a region of the country: with nothing typed three columns to go down, else a list of what fits.
//! Knows no form; what a place is called and where it lies is the business of `app::regions`.

mod columns;

use super::Typed;
use super::picker::{Item, Picker, contains};
use crate::app::regions::{self, Place};
use crate::domain::region::RegionCode;
use crate::text::{Lang, shell as t};
use crate::ui::input::Input;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use columns::Columns;

/// How places are named, and which of them are meant before others.
#[derive(Debug, Clone, Copy)]
pub struct Near {
    pub lang: Lang,
    /// The centre's own.
    pub home: Option<RegionCode>,
    /// Six digits that no table has may be taken too.
    pub takes_unknown: bool,
}

impl Near {
    /// What a code is shown as; `None` where no table has it.
    pub fn label(self, code: &str) -> Option<String> {
        let place = Place::of(RegionCode::parse(code)?);
        let unknown = || self.takes_unknown.then(|| code.to_owned());
        place.map_or_else(unknown, |place| Some(place.path(self.lang)))
    }
}

#[derive(Debug, Clone)]
pub struct Places {
    near: Near,
    /// Holds what is typed, and lists what was found.
    picker: Picker,
    found: Vec<RegionCode>,
    columns: Columns,
}

/// More than anybody reads; whoever does not see the place types another letter.
const MOST: usize = 34;

impl Places {
    /// Filter, as many rows as there are provinces, and the line that says the chosen one whole.
    pub const ROWS: u16 = 36;
    pub const COLS: u16 = 72;

    /// Opens at a code, or near home.
    pub fn new(near: Near, at: &str) -> Self {
        let at = RegionCode::parse(at).filter(|code| Place::of(*code).is_some()).or(near.home);
        Self { near, picker: Picker::new(Vec::new()), found: Vec::new(), columns: Columns::at(at) }
    }

    /// As if this were typed.
    pub fn search(&mut self, typed: &str) {
        self.picker.filter.set(typed);
        self.list();
    }

    fn is_typed(&self) -> bool {
        !self.picker.filter.text().trim().is_empty()
    }

    pub fn chosen(&self) -> Option<RegionCode> {
        if !self.is_typed() {
            return self.columns.chosen().map(|place| place.code);
        }
        self.picker.chosen().and_then(|nth| self.found.get(nth)).copied()
    }

    pub fn input(&mut self, input: &Input) -> Typed {
        if let (Input::Key(key), false) = (input, self.is_typed())
            && self.columns.key(*key)
        {
            return Typed::Moved;
        }
        let typed = self.picker.input(input, contains);
        if typed == Typed::Changed {
            self.list();
        }
        typed
    }

    /// True if a place was hit.
    pub fn click(&mut self, click: Click) -> bool {
        match click {
            Click::Row(row) if self.is_typed() => self.picker.click(row),
            Click::Row(nth) | Click::Target(nth) => self.columns.click(nth),
            Click::Key(_) | Click::Field(_) => false,
        }
    }

    /// What was typed is looked for in the whole table, and the list is that.
    fn list(&mut self) {
        let typed = self.picker.filter.text();
        let found = regions::find(typed, self.near.home, MOST);
        let unknown = RegionCode::parse(typed)
            .filter(|code| self.near.takes_unknown && found.is_empty() && Place::of(*code).is_none());
        let lang = self.near.lang;
        let mut items: Vec<Item> = found.iter().map(|place| item(place, lang)).collect();
        items.extend(
            unknown.map(|code| Item { detail: t::not_in_table(lang).to_owned(), ..Item::new(code.as_str()) }),
        );
        self.found = found.iter().map(|place| place.code).chain(unknown).collect();
        self.picker.set_items(items);
    }

    /// Filter in the first row, below it columns or list, in the last row the chosen place whole.
    pub fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let mut above = paint.sub(0, 0, cols, rows.saturating_sub(1));
        if self.is_typed() {
            self.picker.view(&mut above);
        } else {
            let marker = above.theme.marker();
            above.text(0, 0, marker, Ink::Accent);
            above.text(4, 0, t::place_ways(lang), Ink::Dim);
            above.caret(2, 0);
            self.columns.view(&mut above.below(1));
        }
        let Some(place) = self.chosen().and_then(Place::of) else { return };
        let words = [place.path(lang), retired(&place, lang, |today| today.path(lang))];
        paint.text(2, rows.saturating_sub(1), words.join("  ").trim_end(), Ink::Accent);
        paint.right(0, rows.saturating_sub(1), cols, place.code.as_str(), Ink::Dim);
    }
}

fn item(place: &Place, lang: Lang) -> Item {
    Item {
        right: place.code.as_str().to_owned(),
        detail: retired(place, lang, |today| name(today, lang).to_owned()),
        ..Item::new(place.path(lang))
    }
}

/// That a code is out of use, since when, and what bears the name today; nothing for one of today.
fn retired(place: &Place, lang: Lang, called: impl Fn(&Place) -> String) -> String {
    if !place.is_retired() {
        return String::new();
    }
    let is_year = place.retired.bytes().all(|b| b.is_ascii_digit());
    let since = if is_year { t::retired(lang, place.retired) } else { t::retired_once(lang).to_owned() };
    match place.today() {
        Some(today) => t::retired_now(lang, &since, &called(&today)),
        None => since,
    }
}

const fn name(place: &Place, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => place.zh,
        Lang::En => place.en,
    }
}
