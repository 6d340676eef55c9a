//! What a caller hands to `write`: pages of rows, made while they are written, so that a county's worth of them
//! needs no more memory than one.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::layout::Fields;

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value<'v> {
    #[default]
    Empty,
    Text(Cow<'v, str>),
    Int(i64),
    Date(NaiveDate),
}

/// A file.
pub struct Book<'b> {
    /// Today, written into the file's properties; the same book gives the same properties.
    pub on: NaiveDate,
    /// Rows of all pages together, for the progress shown.
    pub total: usize,
    pub pages: Box<dyn Iterator<Item = Page<'b>> + 'b>,
}

/// A worksheet.
pub struct Page<'b> {
    /// On its tab; made to fit if spreadsheets do not allow it.
    pub name: String,
    pub fields: Fields,
    /// The columns that `Fact::Sessions` stands for.
    pub sessions: Vec<SessionHead>,
    /// A row a person: one value for each of `Layout::page_columns`. An iterator that cannot go on (its source failed) ends
    /// early, and the caller answers `Break` at the next call of its progress: nothing is then left behind.
    pub rows: Box<dyn Iterator<Item = Vec<Value<'b>>> + 'b>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionHead {
    pub date: NaiveDate,
    pub from: NaiveTime,
}

impl<'v> Value<'v> {
    pub fn text(text: impl Into<Cow<'v, str>>) -> Self {
        Self::Text(text.into())
    }

    pub fn int(number: impl Into<i64>) -> Self {
        Self::Int(number.into())
    }
}

impl<'b> Book<'b> {
    /// A file of one worksheet.
    pub fn single(on: NaiveDate, total: usize, page: Page<'b>) -> Self {
        Self { on, total, pages: Box::new(std::iter::once(page)) }
    }
}
