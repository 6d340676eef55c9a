//! The classes as drawn.

use super::{Classes, Line, MOST};
use crate::app::classes::Phase;
use crate::app::{codes, words as say};
use crate::text::classes as words;
use crate::text::{Lang, seats};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};
use chrono::{Datelike, NaiveDate};

pub(super) const COLUMNS: &[Column<Line>] = &[
    Column::text(words::code, Width::Fixed(10), |line, _| line.class.code.as_str().into()),
    Column::text(words::course, Width::Rest(18), |line: &Line, lang| {
        codes::named(&line.class.course.0).full(lang).into()
    })
    .ending(|line, lang| codes::named(&line.class.course.0).level(lang).into()),
    Column::text(words::dates, Width::Fixed(18), |line, _| dates(line.class.start, line.class.end).into()),
    Column::text(words::phase, Width::Fixed(7), |line, lang| say::phase(lang, line.phase).into()),
    Column::text(words::f_place, Width::Fixed(14), |line: &Line, _| line.class.place.as_str().into())
        .leaving(3),
    Column::text(words::f_instructor, Width::Fixed(12), |line: &Line, _| {
        line.class.instructor.as_str().into()
    })
    .leaving(2),
    Column::figure(words::seats, 7, |line, _| {
        let taken = line.class.seats_taken;
        line.class.capacity.map_or_else(|| taken.to_string(), |most| format!("{taken}/{most}")).into()
    }),
    Column::text(words::room, Width::Fixed(20), |line: &Line, lang| {
        seats::room(lang, line.class.room()).into()
    })
    .leaving(1),
    Column::figure(words::hours, 7, |line, _| {
        format!("{}/{}", line.class.planned.get(), line.class.hours.get()).into()
    }),
];

/// `2026-09-07 - 09-18`; the second year only where it could not be guessed.
pub(in crate::ui::screen) fn dates(start: NaiveDate, end: NaiveDate) -> String {
    if (end - start).num_days() > 360 {
        return format!("{}-{}", start.format("%Y%m%d"), end.format("%Y%m%d"));
    }
    format!("{start} - {:02}-{:02}", end.month(), end.day())
}

/// Rows below the table: blank, what a narrow table leaves out of the chosen row.
const BELOW: u16 = 2;

impl Classes {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let x = self.list.head(paint, words::filter(lang));
        if self.all.is_empty() {
            paint.paragraph(3, 3, cols - 6, words::empty(lang), Ink::Text);
            return;
        }
        paint.text(x, 0, words::filter_about(lang), Ink::Dim);
        let cut = u32::try_from(self.all.len()).is_ok_and(|count| count >= MOST);
        let below = u16::from(cut) * 2 + BELOW;
        self.list.table.view(&mut paint.sub(1, 2, cols - 1, rows.saturating_sub(2 + below)), true);
        if let Some(line) = self.list.table.chosen() {
            paint.text_in(3, rows.saturating_sub(1), cols - 4, &told(line, lang), Ink::Text);
        }
        if cut {
            paint.text(3, rows.saturating_sub(1 + BELOW), &words::only_first(lang, MOST), Ink::Warning);
        }
        if self.list.table.rows().is_empty() {
            paint.text(3, 4, words::nothing(lang), Ink::Text);
        }
    }
}

/// What a narrow table leaves out of the chosen class.
fn told(line: &Line, lang: Lang) -> String {
    let class = &line.class;
    let room = seats::room(lang, class.room());
    let facts = [class.code.as_str(), &room, &class.place, &class.instructor];
    say::joined(facts)
}

/// What has ended is quieter; the word stands in its own column.
pub(super) const fn ink(line: &Line) -> Ink {
    match line.phase {
        Phase::Running | Phase::Planned => Ink::Text,
        Phase::Ended => Ink::Dim,
    }
}
