//! What stands above the people of a worksheet: title, header block, labels on one level or two.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::page::{Pen, merged};
use crate::sheet::layout::PageColumn;
use crate::sheet::print::{self, height, lines, narrow};
use crate::sheet::value::{Page, SessionHead};

/// Points of the upper level of labels, at least.
const GROUP: f64 = 18.0;

impl Pen<'_> {
    /// Title, header block, labels. Gives the first row of data.
    pub(super) fn top(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        page: &Page<'_>,
        columns: &[PageColumn<'_>],
        widths: &[f64],
    ) -> Result<u32, XlsxError> {
        let reach = self.layout.title_over.unwrap_or(0).max(widths.len());
        sheet.set_name(name)?;
        print::set_up(sheet, self.layout, self.lang);
        print::set_widths(sheet, widths, reach)?;
        let size = self.layout.looks.title_size;
        let title = page.fields.fill(self.layout.title.get(self.lang));
        let rows = lines(&title, widths.iter().sum(), size);
        sheet.set_row_height(0, height(rows, size, size * 2.0))?;
        merged(sheet, 0, (0, narrow(reach - 1)), &title, &self.face.title)?;
        let mut row = 1;
        for pairs in &self.layout.header {
            self.pairs(sheet, row, pairs, &page.fields, widths)?;
            row += 1;
        }
        let first = row;
        if self.layout.has_groups() {
            self.groups(sheet, row, page, columns)?;
            row += 1;
        }
        self.labels(sheet, row, &page.sessions, columns, widths)?;
        if self.layout.repeat_header {
            sheet.set_repeat_rows(first, row)?;
        }
        sheet.set_freeze_panes(row + 1, 0)?;
        Ok(row + 1)
    }

    /// The upper of two levels: a group over its neighbours; a label without one takes both levels.
    fn groups(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        page: &Page<'_>,
        columns: &[PageColumn<'_>],
    ) -> Result<(), XlsxError> {
        sheet.set_row_height(row, height(1, self.layout.looks.text_size, GROUP))?;
        let block = columns.len() / self.layout.blocks.max(1);
        let same = |a: &PageColumn<'_>, b: &PageColumn<'_>| {
            a.column.group.is_some() && a.column.group == b.column.group
        };
        let mut first = 0;
        for run in columns.chunks(block.max(1)).flat_map(|block| block.chunk_by(same)) {
            let last = first + run.len() - 1;
            match run.first() {
                Some(PageColumn { column, .. }) if column.group.is_some() => {
                    let group = column.group.as_ref().map_or("", |group| group.get(self.lang));
                    let text = page.fields.fill(group);
                    merged(sheet, row, (narrow(first), narrow(last)), &text, &self.face.head)?;
                }
                Some(alone) => {
                    let (label, format) = self.label(alone, &page.sessions);
                    sheet.merge_range(row, narrow(first), row + 1, narrow(first), &label, format)?;
                }
                None => {}
            }
            first = last + 1;
        }
        Ok(())
    }

    fn labels(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        sessions: &[SessionHead],
        columns: &[PageColumn<'_>],
        widths: &[f64],
    ) -> Result<(), XlsxError> {
        let size = self.layout.looks.text_size;
        let tallest = columns
            .iter()
            .zip(widths)
            .filter(|(column, _)| column.session.is_none())
            .map(|(column, width)| lines(column.column.label.get(self.lang), *width, size));
        let height = height(tallest.max().unwrap_or(1), size, self.layout.looks.head_height);
        sheet.set_row_height(row, height)?;
        let two_levels = self.layout.has_groups();
        for (index, column) in columns.iter().enumerate() {
            if two_levels && column.column.group.is_none() {
                continue;
            }
            let (label, format) = self.label(column, sessions);
            sheet.write_string_with_format(row, narrow(index), label, format)?;
        }
        Ok(())
    }

    fn label<'c>(&self, page: &PageColumn<'c>, sessions: &[SessionHead]) -> (Cow<'c, str>, &Format) {
        let at = page.session.filter(|_| page.column.numbered.is_some());
        if let Some(at) = at {
            return (Cow::Owned((at + 1).to_string()), &self.face.head);
        }
        match page.session.and_then(|session| sessions.get(session)) {
            Some(session) => {
                let text = format!("{} {}", session.date.format("%m-%d"), session.from.format("%H:%M"));
                (Cow::Owned(text), &self.face.session)
            }
            None => (Cow::Borrowed(page.column.label.get(self.lang)), &self.face.head),
        }
    }
}
