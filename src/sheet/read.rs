//! Reads the first worksheet of an `.xlsx`, cell by cell, within limits a desk never meets.
//! The whole-sheet reader of the library is never used: two cells in opposite corners ask it for 512 GB.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};

use super::cell::{Cell, Row, Table};
use super::fault::{SheetFault, Spot, What};
use super::hidden::hidden_rows;
use super::preflight::{FILE_BYTES, preflight};

pub const ROWS: u32 = 200_000;
pub const COLUMNS: u32 = 64;
pub const CELL_BYTES: usize = 4 << 10;
/// One long string may be shared by every cell; a file of 1 MB would fill the memory.
pub const TEXT_BYTES: usize = 64 << 20;

/// Compound files: `.xls` before 2007, and any workbook locked with a password.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

type Workbook = Xlsx<BufReader<File>>;

/// The first visible worksheet that holds anything.
pub fn read_xlsx(path: &Path) -> Result<Table, SheetFault> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if ending != "xlsx" {
        return Err(What::Kind(ending).into());
    }
    let file = open(path)?;
    // the library adds row numbers without care for overflow; a crash there is the file's fault, not ours
    catch_unwind(AssertUnwindSafe(|| read(file))).unwrap_or_else(|_| Err(What::Broken.into()))
}

fn open(path: &Path) -> Result<BufReader<File>, SheetFault> {
    let failed = |error: &std::io::Error| SheetFault::from(What::reading(error));
    let mut file = File::open(path).map_err(|error| failed(&error))?;
    let about = file.metadata().map_err(|error| failed(&error))?;
    if !about.is_file() {
        return Err(What::NotWorkbook.into());
    }
    if about.len() > FILE_BYTES {
        return Err(What::FileTooBig { limit: FILE_BYTES }.into());
    }
    let mut start = Vec::new();
    file.by_ref().take(4).read_to_end(&mut start).map_err(|error| failed(&error))?;
    if start == COMPOUND {
        return Err(What::OldOrLocked.into());
    }
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(&error))?;
    let mut file = BufReader::new(file);
    preflight(&mut file)?;
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(&error))?;
    Ok(file)
}

fn read(file: BufReader<File>) -> Result<Table, SheetFault> {
    let again = file.get_ref().try_clone().map_err(|error| What::reading(&error))?;
    let mut book = Workbook::new(file).map_err(|error| broken(&error, Spot::default()))?;
    let names: Vec<(usize, String)> = book
        .sheets_metadata()
        .iter()
        .enumerate()
        .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|(nth, sheet)| (nth, sheet.name.clone()))
        .collect();
    let mut found: Option<(usize, Table)> = None;
    for (nth, name) in names {
        match &mut found {
            None => found = read_sheet(&mut book, name)?.map(|table| (nth, table)),
            Some((_, table)) if holds_anything(&mut book, &name) => table.others.push(name),
            Some(_) => {}
        }
    }
    let (nth, table) = found.ok_or(What::Empty)?;
    // both handles move one position in the file
    drop(book);
    Ok(Table { hidden: hidden_rows(BufReader::new(again), nth), ..table })
}

/// A look at a sheet that is not read: its faults are nobody's business.
fn holds_anything(book: &mut Workbook, name: &str) -> bool {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return false };
    while let Ok(Some(cell)) = cells.next_cell() {
        if !matches!(cell.get_value(), DataRef::Empty) {
            return true;
        }
    }
    false
}

fn read_sheet(book: &mut Workbook, name: String) -> Result<Option<Table>, SheetFault> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| broken(&error, Spot::sheet(&name)))?;
    let mut rows: Vec<Row> = Vec::new();
    let mut text = 0;
    loop {
        let last = || rows.last().map_or_else(|| Spot::sheet(&name), |row| Spot::row(&name, row.number));
        let Some(found) = cells.next_cell().map_err(|error| broken(&error, last()))? else { break };
        let (row, column) = found.get_position();
        let number = row.saturating_add(1);
        let value = cell(found.get_value());
        // formatted emptiness reaches far beyond the data in many honest files, so limits look at content;
        // the declared dimension is not asked at all, nothing here reserves by it
        if value == Cell::Empty {
            continue;
        }
        let at = || Spot::cell(&name, number, column);
        if number > ROWS {
            return Err(What::Rows { limit: ROWS }.at(at()));
        }
        if column >= COLUMNS {
            return Err(What::Columns { limit: COLUMNS }.at(at()));
        }
        if let Cell::Text(words) = &value {
            text += words.len();
            if words.len() > CELL_BYTES {
                return Err(What::LongCell { limit: CELL_BYTES }.at(at()));
            }
            if text > TEXT_BYTES {
                return Err(What::TotalText { limit: TEXT_BYTES }.at(at()));
            }
        }
        match rows.last() {
            Some(row) if row.number > number => return Err(What::Disorder.at(at())),
            Some(row) if row.number == number => {}
            _ => rows.push(Row { number, cells: Vec::new() }),
        }
        if let Some(row) = rows.last_mut() {
            put(&mut row.cells, column as usize, value);
        }
    }
    Ok((!rows.is_empty()).then_some(Table { sheet: name, rows, ..Table::default() }))
}

fn put(cells: &mut Vec<Cell>, column: usize, value: Cell) {
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = value;
    }
}

/// A formula gives what it last came to; its own text is not even asked for.
fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => words(text),
        DataRef::SharedString(text) => words(text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(truth) => Cell::Bool(*truth),
        DataRef::DateTime(at) => date(at),
        DataRef::Error(_) => Cell::Error,
    }
}

fn words(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn iso(text: &str) -> Cell {
    let day = || text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    text.parse::<NaiveDateTime>().ok().or_else(day).map_or_else(|| words(text), Cell::Date)
}

/// A number under a date format. Under 1 it is a time of day, over 9999-12-31 no date at all: an ID number
/// whose cell was once formatted as a date must still be seen as damaged.
fn date(at: &ExcelDateTime) -> Cell {
    const LAST_DAY: f64 = 2_958_465.0;
    let number = at.as_f64();
    if at.is_duration() || !(1.0..=LAST_DAY + 1.0).contains(&number) {
        return Cell::Number(number);
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .and_then(|date| date.and_hms_opt(hour.into(), minute.into(), second.into()))
        .map_or(Cell::Number(number), Cell::Date)
}

fn broken(error: &XlsxError, at: Spot) -> SheetFault {
    match error {
        XlsxError::Password => What::Encrypted,
        XlsxError::Io(error) => What::reading(error),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound | XlsxError::NotAWorksheet(_) => {
            What::NotWorkbook
        }
        _ => What::Broken,
    }
    .at(at)
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
