//! How rolls to be entered afterwards look: a table, newest first, with what is on file of their entry.

use super::BackEntry;
use crate::app::back_entry::Gap;
use crate::app::words::timetable as say;
use crate::text::leave as t;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};

pub(super) const COLUMNS: &[Column<Gap>] = &[
    Column::text(t::c_when, Width::Fixed(23), |gap, lang| {
        say::lesson(lang, gap.session.day, gap.session.slot).into()
    }),
    Column::text(t::c_class, Width::Fixed(12), |gap, _| gap.code.as_str().into()),
    Column::figure(t::c_open, 7, |gap, _| {
        format!("{}/{}", gap.expected.saturating_sub(gap.taken), gap.expected).into()
    }),
    Column::text(t::c_entry, Width::Rest(20), |gap, _| {
        gap.entry.as_ref().and_then(|entry| entry.line.ground()).unwrap_or_default().into()
    }),
];

impl BackEntry {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        if self.table.rows().is_empty() {
            let since = self.since.map(|day| t::gaps_empty_since(lang, &day.to_string()));
            let words = since.unwrap_or_else(|| t::gaps_empty(lang).to_owned());
            paint.paragraph(1, 1, paint.width() - 2, &words, Ink::Text);
            return;
        }
        paint.paragraph(1, 0, paint.width() - 2, t::gaps_about(lang), Ink::Dim);
        let (rows, foot) = (paint.height(), if self.more { 2 } else { 0 });
        self.table.view(&mut paint.sub(0, 2, paint.width(), rows.saturating_sub(2 + foot)), true);
        if self.more {
            paint.text(1, rows - 1, &t::gaps_more(lang, self.table.rows().len()), Ink::Warning);
        }
    }
}
