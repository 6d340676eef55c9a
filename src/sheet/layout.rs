//! What a printed sheet looks like: title, header block, columns, footer. Plain data; `app::packs` reads it from
//! `assets/sheets` or the user's folder, `check` says what is wrong with it, `write` makes a file of it.

mod check;
mod keys;

pub use check::{Flaw, LayoutFault, Part, check};
pub(crate) use check::{PADDING, page_width};
pub use keys::{Fact, Field, Kind, Orientation, Paper, RowsPer};

use std::fmt::Write as _;

use crate::text::Lang;

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
    /// Fields in braces: `{class_title}`.
    pub title: Both,
    pub paper: Paper,
    pub orientation: Orientation,
    pub rows_per: RowsPer,
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

/// `label：value`. The value may be empty: the line is then filled in by hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub label: Both,
    pub value: String,
    /// How much of the line it takes beside its neighbours.
    pub share: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub label: Both,
    /// In digits of the standard font, as spreadsheet programs count.
    pub width: f64,
    pub kind: Kind,
    pub source: Fact,
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
    /// The columns of a page with so many sessions; rows handed to `write` have one value for each.
    pub fn page_columns(&self, sessions: usize) -> Vec<PageColumn<'_>> {
        let expand = |column| match Column::source(column) {
            Fact::Sessions => (0..sessions).map(|n| PageColumn { column, session: Some(n) }).collect(),
            _ => vec![PageColumn { column, session: None }],
        };
        self.columns.iter().flat_map(expand).collect()
    }

    /// Does a page need its sessions?
    pub fn has_sessions(&self) -> bool {
        self.columns.iter().any(|column| column.source == Fact::Sessions)
    }
}

impl Column {
    fn source(&self) -> Fact {
        self.source
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
