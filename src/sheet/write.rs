//! A layout and its pages become an `.xlsx`, row by row in constant memory, under its name only when whole.
//! Words go out through `write_string` alone, so no data can become a formula.

mod head;
mod page;

use std::fs::File;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::face::Face;
use super::fault::{SheetFault, What};
use super::layout::Layout;
use super::part::Part;
use super::value::Book;
use crate::text::Lang;

/// A worksheet being written keeps a file open; systems allow about a thousand.
pub const PAGES: usize = 400;

/// Called now and then with rows done and rows in all; `Break` stops, and nothing is left behind.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// A place that can be written; what stands there stays until the whole file takes its place.
pub struct Target {
    part: Part,
    file: File,
}

impl Target {
    pub fn create(to: &Path) -> Result<Self, SheetFault> {
        let (part, file) = Part::create(to)?;
        Ok(Self { part, file })
    }
}

pub fn write(
    layout: &Layout,
    book: Book<'_>,
    to: Target,
    lang: Lang,
    progress: Progress<'_>,
) -> Result<(), SheetFault> {
    let Target { part, mut file } = to;
    let mut workbook = Workbook::new();
    workbook.set_tempdir(part.folder()).map_err(|error| refused(&error))?;
    let made = ExcelDateTime::parse_from_str(&book.on.to_string()).map_err(|error| refused(&error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));

    let face = Face::new(layout, lang);
    let mut pen = page::Pen { layout, lang, face, done: 0, total: book.total, progress, names: Vec::new() };
    for page in book.pages {
        if pen.names.len() >= PAGES {
            return Err(What::PagesOut { limit: PAGES }.into());
        }
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(|error| refused(&error))?;
        pen.page(sheet, page)?;
    }
    if pen.names.is_empty() {
        return Err(What::NoPages.into());
    }
    pen.step()?;
    workbook.save_to_writer(&mut file).map_err(|error| refused(&error))?;
    file.flush().map_err(|error| What::writing(&error))?;
    pen.step()?;
    Ok(part.finish(file)?)
}

fn refused(error: &XlsxError) -> SheetFault {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => What::writing(error),
        XlsxError::MaxStringLengthExceeded => What::LongText,
        other => What::Writer(other.to_string()),
    }
    .into()
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
