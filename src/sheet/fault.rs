//! What can be wrong with a spreadsheet, and where. Facts only; `words` makes sentences of them.

use std::fmt;
use std::io;

use super::head::Concept;

/// A fault and its place, as the clerk would find it in the spreadsheet program.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetFault {
    pub at: Spot,
    pub what: What,
}

/// As far as the place is known: nothing, a worksheet, a row of it, a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    pub sheet: Option<String>,
    /// As the spreadsheet shows it: the first row is 1.
    pub row: Option<u32>,
    /// The first column is 0; `letters` gives what the spreadsheet shows.
    pub column: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    // the file as a whole
    Missing,
    Locked,
    Denied,
    Unreadable(io::ErrorKind),
    /// Not a kind of file we read; the ending without its dot.
    Kind(String),
    /// A workbook of the years before 2007, or one locked with a password: both are the same container.
    OldOrLocked,
    NotWorkbook,
    Broken,
    Encrypted,
    Empty,
    // more than a desk's file ever holds
    FileTooBig {
        limit: u64,
    },
    Parts {
        have: usize,
        limit: usize,
    },
    Inflates {
        limit: u64,
    },
    Squeezed,
    PartName,
    FalseCount {
        declared: u64,
    },
    Rows {
        limit: u32,
    },
    Columns {
        limit: u32,
    },
    LongCell {
        limit: usize,
    },
    TotalText {
        limit: usize,
    },
    Disorder,
    // the header row
    NoHead {
        found: Vec<String>,
        missing: Vec<Concept>,
    },
    Twice {
        concept: Concept,
        first: u32,
        second: u32,
    },
    // writing
    Stopped,
    NoFolder,
    TargetBusy,
    DiskFull,
    Unwritable(io::ErrorKind),
    RowWidth {
        have: usize,
        need: usize,
    },
    RowsOut {
        limit: u32,
    },
    PagesOut {
        limit: usize,
    },
    /// A text with its fields filled in is longer than a spreadsheet's cell takes.
    LongText,
    NoPages,
    /// The writing library refused; its own words, for the report.
    Writer(String),
}

impl Spot {
    pub fn sheet(name: &str) -> Self {
        Self { sheet: Some(name.to_owned()), ..Self::default() }
    }

    pub fn row(name: &str, row: u32) -> Self {
        Self { row: Some(row), ..Self::sheet(name) }
    }

    pub fn cell(name: &str, row: u32, column: u32) -> Self {
        Self { column: Some(column), ..Self::row(name, row) }
    }
}

impl From<What> for SheetFault {
    fn from(what: What) -> Self {
        Self { at: Spot::default(), what }
    }
}

impl What {
    pub fn at(self, at: Spot) -> SheetFault {
        SheetFault { at, what: self }
    }

    /// Windows tells a file held by another program by its own numbers, not by a kind.
    pub(crate) fn reading(error: &io::Error) -> Self {
        match (error.kind(), error.raw_os_error()) {
            (io::ErrorKind::NotFound, _) => Self::Missing,
            (_, Some(32 | 33)) if cfg!(windows) => Self::Locked,
            (io::ErrorKind::PermissionDenied, _) => Self::Denied,
            (kind, _) => Self::Unreadable(kind),
        }
    }

    pub(crate) fn writing(error: &io::Error) -> Self {
        match (error.kind(), error.raw_os_error()) {
            (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, _) => Self::NoFolder,
            // replacing a workbook that is open in Excel or WPS answers 5, "access denied"
            (_, Some(5 | 32 | 33)) if cfg!(windows) => Self::TargetBusy,
            (io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded, _) => Self::DiskFull,
            (kind, _) => Self::Unwritable(kind),
        }
    }
}

/// `0` → `A`, `27` → `AB`.
pub fn letters(column: u32) -> String {
    let mut text = Vec::new();
    let mut rest = column;
    loop {
        text.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    text.iter().rev().collect()
}

/// For logs only.
impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.at.row {
            write!(f, "row {row} ")?;
        }
        if let Some(column) = self.at.column {
            write!(f, "column {} ", letters(column))?;
        }
        write!(f, "{:?}", self.what)
    }
}

impl std::error::Error for SheetFault {}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let names: Vec<_> = [0, 25, 26, 27, 701, 702, 16383].into_iter().map(letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AB", "ZZ", "AAA", "XFD"]);
    }
}
