//! How rolls to be entered afterwards look: a table, newest first, with what is on file of their entry.

use super::BackEntry;
use crate::app::back_entry::Gap;
use crate::text::{common, leave as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Align, Column, Width};
use chrono::Datelike;

pub(super) const COLUMNS: &[Column<Gap>] = &[
    Column {
        header: t::c_when,
        width: Width::Fixed(23),
        align: Align::Left,
        drop: 0,
        text: |gap, lang| {
            let day = gap.session.day;
            let weekday = common::weekday(lang, day.weekday().num_days_from_monday());
            t::session(lang, &day.format("%m-%d").to_string(), weekday, &gap.session.slot.to_string()).into()
        },
    },
    Column {
        header: t::c_class,
        width: Width::Fixed(12),
        align: Align::Left,
        drop: 0,
        text: |gap, _| gap.code.as_str().into(),
    },
    Column {
        header: t::c_open,
        width: Width::Fixed(7),
        align: Align::Number,
        drop: 0,
        text: |gap, _| format!("{}/{}", gap.expected.saturating_sub(gap.taken), gap.expected).into(),
    },
    Column {
        header: t::c_entry,
        width: Width::Rest(20),
        align: Align::Left,
        drop: 0,
        text: |gap, _| gap.entry.as_ref().and_then(|entry| entry.line.ground()).unwrap_or_default().into(),
    },
];

impl BackEntry {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        if self.table.rows().is_empty() {
            paint.text(1, 1, t::gaps_empty(lang), Ink::Text);
            return;
        }
        paint.paragraph(1, 0, paint.width() - 2, t::gaps_about(lang), Ink::Dim);
        self.table.view(&mut paint.below(2), true);
    }
}
