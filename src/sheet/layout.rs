//! What a printed sheet looks like: title, header block, columns, footer. Plain data; `app::packs` reads it from
//! `assets/sheets` or the user's folder, `check` says what is wrong with it, `write` makes a file of it.
//! What each key means to the people who write layouts stands in `assets/sheets/README.md`, and only there.

mod check;
mod keys;

pub use check::{Flaw, LayoutFault, Part, check};
pub(crate) use check::{NARROWEST, PADDING, page_width};
pub use keys::{Dates, Fact, Field, Kind, Orientation, Paper, RowsPer};

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use crate::text::{Lang, sheet as t};

/// A worksheet has 16,384 columns; the rest of them is for what stands beside the sessions.
const SESSIONS: usize = 16_000;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// `roster-default`; a user's layout with the same key takes its place.
    pub key: String,
    pub version: u32,
    /// Where the form comes from.
    pub source: String,
    /// Fields in braces: `{class_title}`.
    pub title: Both,
    /// Columns that the title reaches over, if more than the table has.
    pub title_over: Option<usize>,
    pub paper: Paper,
    pub orientation: Orientation,
    pub rows_per: RowsPer,
    pub dates: Dates,
    /// How often the columns stand side by side; people are divided among them.
    pub blocks: usize,
    pub looks: Looks,
    /// Lines above the table, each with its pairs from left to right.
    pub header: Vec<Vec<Pair>>,
    pub columns: Vec<Column>,
    /// One line under the table: what the marks mean.
    pub legend: Option<Both>,
    pub footer: Vec<Vec<Pair>>,
    /// Print the table's header row on every page.
    pub repeat_header: bool,
}

/// Points, except where said.
#[derive(Debug, Clone, PartialEq)]
pub struct Looks {
    pub font: String,
    pub title_font: String,
    pub title_size: f64,
    pub text_size: f64,
    pub row_height: f64,
    pub head_height: f64,
}

/// `label：value`. The value may be empty: the line is then filled in by hand; without a label the value stands alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub label: Both,
    pub value: String,
    /// How much of the line it takes beside its neighbours.
    pub share: u32,
    /// Instead of a share: how many columns the label takes and how many the value, each a cell of its own.
    pub cells: Option<[usize; 2]>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Above the labels of neighbours that share it: a header of two levels. Fields in braces, as in the title.
    pub group: Option<Both>,
    pub label: Both,
    /// In digits of the standard font, as spreadsheet programs count.
    pub width: f64,
    pub kind: Kind,
    pub source: Fact,
    /// For `Fact::Sessions`: so many columns a page, headed 1, 2, 3 and so on, whether the page fills them or not.
    pub numbered: Option<usize>,
    /// A value and the word printed for it: `absent` → `×`.
    pub codes: Vec<Code>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    pub value: String,
    pub word: Both,
}

/// A column of a page: `Fact::Sessions` stands for as many as the page has sessions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageColumn<'l> {
    pub column: &'l Column,
    pub session: Option<usize>,
}

impl Both {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Layout {
    /// The columns of one block of a page with so many sessions; rows handed to `write` have one value for each.
    pub fn page_columns(&self, sessions: usize) -> Vec<PageColumn<'_>> {
        self.columns.iter().flat_map(|column| column.on_page(sessions)).collect()
    }

    /// Does a page need its sessions?
    pub fn has_sessions(&self) -> bool {
        self.columns.iter().any(|column| column.source == Fact::Sessions)
    }

    /// The most sessions a page has room for.
    pub fn sessions_per_page(&self) -> usize {
        self.columns.iter().find_map(|column| column.numbered).unwrap_or(SESSIONS)
    }

    pub fn has_groups(&self) -> bool {
        self.columns.iter().any(|column| column.group.is_some())
    }
}

impl Dates {
    pub fn day(self, day: NaiveDate, lang: Lang) -> String {
        match self {
            Self::Dash => day.to_string(),
            Self::Dot => day.format("%Y.%m.%d").to_string(),
            Self::Hanzi => t::day_in_hanzi(lang, day.year(), day.month(), day.day()),
        }
    }

    /// The month that a day lies in.
    pub fn month(self, day: NaiveDate, lang: Lang) -> String {
        match self {
            Self::Dash => day.format("%Y-%m").to_string(),
            Self::Dot => day.format("%Y.%m").to_string(),
            Self::Hanzi => t::month_in_hanzi(lang, day.year(), day.month()),
        }
    }
}

impl Column {
    fn on_page(&self, sessions: usize) -> Vec<PageColumn<'_>> {
        if self.source != Fact::Sessions {
            return vec![PageColumn { column: self, session: None }];
        }
        let count = self.numbered.unwrap_or(sessions);
        (0..count).map(|n| PageColumn { column: self, session: Some(n) }).collect()
    }

    /// The word printed for a value, the value itself if there is none.
    pub fn word<'w>(&'w self, value: &'w str, lang: Lang) -> &'w str {
        self.codes.iter().find(|code| code.value == value).map_or(value, |code| code.word.get(lang))
    }
}

/// What goes into the fields of a pattern on one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fields(pub Vec<(Field, String)>);

impl Fields {
    pub fn set(&mut self, field: Field, value: impl Into<String>) -> &mut Self {
        self.0.retain(|(known, _)| *known != field);
        self.0.push((field, value.into()));
        self
    }

    /// An unset field is left empty, as a place to write by hand.
    pub fn fill(&self, pattern: &str) -> String {
        let mut text = String::new();
        for piece in pieces(pattern) {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Field(key) => {
                    let field = Field::from_key(key);
                    let value = self.0.iter().find(|(known, _)| Some(*known) == field);
                    text.push_str(value.map_or("", |(_, value)| value));
                }
                Piece::Open(rest) => drop(write!(text, "{{{rest}")),
            }
        }
        text
    }
}

#[derive(Debug, PartialEq)]
enum Piece<'p> {
    Words(&'p str),
    Field(&'p str),
    /// A brace that is never closed.
    Open(&'p str),
}

fn pieces(pattern: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while let Some((words, after)) = rest.split_once('{') {
        found.push(Piece::Words(words));
        let Some((key, behind)) = after.split_once('}') else {
            found.push(Piece::Open(after));
            return found;
        };
        found.push(Piece::Field(key));
        rest = behind;
    }
    found.push(Piece::Words(rest));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_filled_and_unset_ones_left_empty() {
        let mut fields = Fields::default();
        fields.set(Field::ClassTitle, "旧").set(Field::ClassTitle, "电工{level}");
        assert_eq!(fields.fill("{class_title}（{level}）{"), "电工{level}（）{");
    }
}
