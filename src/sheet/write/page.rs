//! One worksheet from top to bottom. Rows are written in order and never gone back to.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{Progress, refused};
use crate::sheet::face::Face;
use crate::sheet::fault::{SheetFault, Spot, What};
use crate::sheet::layout::{Fields, Kind, Layout, PageColumn, Pair};
use crate::sheet::print::{self, height, lines, narrow};
use crate::sheet::value::{Page, Value};
use crate::text::{Lang, sheet as words};

/// Rows between two questions whether to go on.
const STEP: u32 = 256;
/// What a worksheet holds, with room for title and footer.
const ROWS: u32 = 1_048_000;
/// The library keeps every height that was set, 400 bytes each, until the end. What is longer than this is not
/// printed, and its heights are the spreadsheet program's business.
const PRINTED: u32 = 20_000;
/// Spreadsheets keep fifteen digits; a longer number goes out as words.
const LONGEST: u64 = 1_000_000_000_000_000;
/// Letters on a worksheet's tab.
const NAME: usize = 31;

pub(super) struct Pen<'p> {
    pub(super) layout: &'p Layout,
    pub(super) lang: Lang,
    pub(super) face: Face,
    pub(super) done: usize,
    pub(super) total: usize,
    pub(super) progress: Progress<'p>,
    pub(super) names: Vec<String>,
}

impl Pen<'_> {
    pub(super) fn step(&mut self) -> Result<(), SheetFault> {
        match (self.progress)(self.done, self.total) {
            std::ops::ControlFlow::Continue(()) => Ok(()),
            std::ops::ControlFlow::Break(()) => Err(What::Stopped.into()),
        }
    }

    pub(super) fn page(&mut self, sheet: &mut Worksheet, page: Page<'_>) -> Result<(), SheetFault> {
        let name = self.name(&page.name);
        let block = self.layout.page_columns(page.sessions.len());
        let blocks = self.layout.blocks.max(1);
        let columns = block.repeat(blocks);
        let widths = print::widths(self.layout, &columns);
        let top = self.top(sheet, &name, &page, &columns, &widths).map_err(|error| refused(&error))?;
        self.names.push(name.clone());

        let mut row = top;
        let rows = match blocks {
            1 => page.rows,
            _ => side_by_side(page.rows.collect(), blocks, block.len()),
        };
        for values in rows {
            if (row - top).is_multiple_of(STEP) {
                self.step()?;
            }
            let at = || Spot::row(&name, row + 1);
            if values.len() != columns.len() {
                return Err(What::RowWidth { have: values.len(), need: columns.len() }.at(at()));
            }
            if row >= ROWS {
                return Err(What::RowsOut { limit: ROWS }.at(at()));
            }
            self.row(sheet, row, &values, &columns, &widths)
                .map_err(|error| SheetFault { at: at(), ..refused(&error) })?;
            row += 1;
            self.done = (self.done + blocks).min(self.total);
        }
        self.bottom(sheet, row, &page.fields, &widths).map_err(|error| refused(&error))
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        values: &[Value<'_>],
        columns: &[PageColumn<'_>],
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        if row < PRINTED {
            let size = self.layout.looks.text_size;
            let taken = |((value, column), width): ((&Value<'_>, &PageColumn<'_>), &f64)| match value {
                Value::Text(text) => lines(column.column.word(text, self.lang), *width, size),
                _ => 1,
            };
            let most = values.iter().zip(columns).zip(widths).map(taken).max().unwrap_or(1);
            sheet.set_row_height(row, height(most, size, self.layout.looks.row_height))?;
        }
        for (index, (value, column)) in values.iter().zip(columns).enumerate() {
            self.cell(sheet, (row, narrow(index)), value, *column)?;
        }
        Ok(())
    }

    fn cell(
        &self,
        sheet: &mut Worksheet,
        (row, index): (u32, u16),
        value: &Value<'_>,
        column: PageColumn<'_>,
    ) -> Result<(), XlsxError> {
        let column = column.column;
        match value {
            Value::Empty => sheet.write_blank(row, index, self.face.empty(column))?,
            Value::Text(text) if text.is_empty() => sheet.write_blank(row, index, self.face.empty(column))?,
            Value::Text(text) => {
                let text = column.word(text, self.lang);
                sheet.write_string_with_format(row, index, text, self.face.words(column))?
            }
            Value::Int(number) if column.kind == Kind::Text || number.unsigned_abs() >= LONGEST => {
                sheet.write_string_with_format(row, index, number.to_string(), self.face.words(column))?
            }
            Value::Int(number) => {
                sheet.write_number_with_format(row, index, *number as f64, self.face.number())?
            }
            Value::Date(date) if column.kind == Kind::Date => {
                let serial = serial(*date);
                sheet.write_number_with_format(row, index, serial, self.face.date())?
            }
            Value::Date(date) => {
                sheet.write_string_with_format(row, index, date.to_string(), self.face.words(column))?
            }
        };
        Ok(())
    }

    fn bottom(
        &self,
        sheet: &mut Worksheet,
        mut row: u32,
        fields: &Fields,
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        if let Some(legend) = &self.layout.legend {
            let text = legend.get(self.lang);
            let size = self.layout.looks.text_size;
            sheet.set_row_height(row, height(lines(text, widths.iter().sum(), size), size, size * 2.0))?;
            merged(sheet, row, (0, narrow(widths.len() - 1)), text, &self.face.note)?;
            row += 1;
        }
        for pairs in &self.layout.footer {
            self.pairs(sheet, row, pairs, fields, widths)?;
            row += 1;
        }
        Ok(())
    }

    pub(super) fn pairs(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        pairs: &[Pair],
        fields: &Fields,
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        if pairs.iter().any(|pair| pair.cells.is_some()) {
            return self.placed_pairs(sheet, row, pairs, fields, widths);
        }
        let size = self.layout.looks.text_size;
        let text = |pair: &Pair| match (pair.label.get(self.lang), fields.fill(&pair.value)) {
            ("", value) => value,
            (label, value) => words::pair(self.lang, label, &value),
        };
        // alone on its line a long text goes on below; beside others it is made smaller
        let alone = pairs.len() == 1;
        let format = if alone { &self.face.note } else { &self.face.pair };
        let mut most = 1;
        for (pair, span) in pairs.iter().zip(print::spans(pairs, widths)) {
            let text = text(pair);
            if alone {
                most = lines(&text, widths.iter().sum(), size);
            }
            merged(sheet, row, span, &text, format)?;
        }
        sheet.set_row_height(row, height(most, size, size * 2.0))?;
        Ok(())
    }

    /// Label and value in cells of their own, as a bureau's form has them.
    fn placed_pairs(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        pairs: &[Pair],
        fields: &Fields,
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        let size = self.layout.looks.text_size;
        let mut most = 1;
        for (pair, spans) in pairs.iter().zip(print::placed(pairs)) {
            let texts = [pair.label.get(self.lang).to_owned(), fields.fill(&pair.value)];
            for (text, (first, last)) in texts.into_iter().zip(spans) {
                let width = widths.iter().take(usize::from(last) + 1).skip(usize::from(first)).sum();
                most = most.max(lines(&text, width, size));
                merged(sheet, row, (first, last), &text, &self.face.placed)?;
            }
        }
        sheet.set_row_height(row, height(most, size, size * 2.0))?;
        Ok(())
    }

    /// Spreadsheets forbid seven characters, long names and the same name twice.
    fn name(&self, asked: &str) -> String {
        let fits = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
        let kept: String = asked.chars().filter(fits).take(NAME).collect();
        let kept = if kept.trim().is_empty() { words::sheet(self.lang).to_owned() } else { kept };
        // beyond the basic plane a character counts twice there
        let mut base = kept;
        while base.encode_utf16().count() > NAME {
            base.pop();
        }
        let taken = |name: &str| self.names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        let mut name = base.clone();
        let mut n = 1;
        while taken(&name) {
            n += 1;
            let end = format!(" {n}");
            while base.encode_utf16().count() + end.len() > NAME {
                base.pop();
            }
            name = format!("{base}{end}");
        }
        name
    }
}

/// People divided among blocks: the first block is filled from the top, then the next.
fn side_by_side<'v>(
    mut people: Vec<Vec<Value<'v>>>,
    blocks: usize,
    width: usize,
) -> Box<dyn Iterator<Item = Vec<Value<'v>>> + 'v> {
    let depth = people.len().div_ceil(blocks);
    let mut person = move |at: usize| match people.get_mut(at) {
        Some(values) => std::mem::take(values),
        None => vec![Value::Empty; width],
    };
    let line = move |row: usize| (0..blocks).flat_map(|block| person(block * depth + row)).collect();
    Box::new((0..depth).map(line))
}

/// The day's number in spreadsheets: 1 is 1900-01-01, with a 29 February 1900 that never was.
fn serial(date: chrono::NaiveDate) -> f64 {
    let origin = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    (date - origin).num_days() as f64
}

/// A single cell is no range to merge.
pub(super) fn merged(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if first == last {
        sheet.write_string_with_format(row, first, text, format)?;
    } else {
        sheet.merge_range(row, first, row, last, text, format)?;
    }
    Ok(())
}
