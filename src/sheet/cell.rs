//! What a worksheet holds once it is read: rows with the numbers the spreadsheet shows.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::written::is_scientific;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub sheet: String,
    /// Rows that hold anything, from the top.
    pub rows: Vec<Row>,
    /// Numbers of rows that the spreadsheet program does not show, by a filter or by hand; they are read all the same.
    pub hidden: BTreeSet<u32>,
    /// Further worksheets with something in them, which were not read.
    pub others: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// As the spreadsheet shows it: the first row is 1.
    pub number: u32,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Bool(bool),
    Date(NaiveDateTime),
    /// `#N/A` and its kin.
    Error,
}

/// A spreadsheet keeps 15 digits of a number; what comes after them is lost, so nobody is made from it.
const DIGITS_END: f64 = 1e15;

impl Row {
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As the clerk sees it. A number too long for a spreadsheet keeps its exponent, so it cannot pass for an
    /// ID number.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::Error => "".into(),
            Self::Text(text) => text.as_str().into(),
            Self::Number(number) => number_text(*number).into(),
            Self::Bool(true) => "TRUE".into(),
            Self::Bool(false) => "FALSE".into(),
            Self::Date(at) if at.time() == NaiveTime::MIN => at.format("%Y-%m-%d").to_string().into(),
            Self::Date(at) => at.format("%Y-%m-%d %H:%M").to_string().into(),
        }
    }

    /// Did a spreadsheet lose digits here? True for numbers of 16 digits and more, and for any text in the
    /// shape `1.40999E+17`: somebody saved what the screen showed.
    pub fn is_long_number(&self) -> bool {
        match self {
            Self::Number(number) => number.abs() >= DIGITS_END,
            Self::Text(text) => is_scientific(text),
            _ => false,
        }
    }

    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(at) => Some(at.date()),
            _ => None,
        }
    }
}

fn number_text(number: f64) -> String {
    if number.abs() < DIGITS_END {
        // Display of f64 is the shortest text that reads back the same, without an exponent
        return format!("{number}");
    }
    let text = format!("{number:E}");
    match text.split_once('E') {
        Some((digits, power)) if !power.starts_with('-') => format!("{digits}E+{power}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_point() {
        let texts: Vec<_> =
            [19_760_384_234.0, 1.0, 1.5, -3.0, 0.1].map(|n| Cell::Number(n).text().into_owned()).into();
        assert_eq!(texts, ["19760384234", "1", "1.5", "-3", "0.1"]);
    }

    #[test]
    fn lost_digits_stay_visible() {
        let cell = Cell::Number(140_999_200_405_095_000.0);
        assert!(cell.is_long_number());
        assert_eq!(cell.text(), "1.40999200405095E+17");
        for damaged in ["1.40999E+17", " 1.4E17 ", "１.４E＋17", "'1.40999e+17"] {
            assert!(Cell::Text(damaged.into()).is_long_number(), "{damaged}");
        }
        for sound in ["140999197010191079", "E17", "1.2", "12E", "2E3楼", ""] {
            assert!(!Cell::Text(sound.into()).is_long_number(), "{sound}");
        }
        assert!(!Cell::Number(999_999_999_999_999.0).is_long_number());
    }
}
