//! The classes as drawn.

use super::{Classes, Line, MOST};
use crate::app::classes::Phase;
use crate::app::{codes, words as say};
use crate::text::classes as words;
use crate::text::{Lang, seats};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Align, Column, Width};
use chrono::{Datelike, NaiveDate};

pub(super) const COLUMNS: &[Column<Line>] = &[
    Column {
        header: words::code,
        width: Width::Fixed(10),
        align: Align::Left,
        drop: 0,
        text: |line, _| line.class.code.as_str().into(),
    },
    Column {
        header: words::course,
        width: Width::Rest(14),
        align: Align::Left,
        drop: 0,
        text: |line, lang| codes::named(&line.class.course.0).full(lang).into(),
    },
    Column {
        header: words::dates,
        width: Width::Fixed(18),
        align: Align::Left,
        drop: 0,
        text: |line, _| dates(line.class.start, line.class.end).into(),
    },
    Column {
        header: words::phase,
        width: Width::Fixed(7),
        align: Align::Left,
        drop: 0,
        text: |line, lang| say::phase(lang, line.phase).into(),
    },
    Column {
        header: words::f_place,
        width: Width::Fixed(14),
        align: Align::Left,
        drop: 3,
        text: |line, _| line.class.place.as_str().into(),
    },
    Column {
        header: words::f_instructor,
        width: Width::Fixed(12),
        align: Align::Left,
        drop: 2,
        text: |line, _| line.class.instructor.as_str().into(),
    },
    Column {
        header: words::seats,
        width: Width::Fixed(7),
        align: Align::Number,
        drop: 0,
        text: |line, _| {
            let taken = line.class.seats_taken;
            line.class.capacity.map_or_else(|| taken.to_string(), |most| format!("{taken}/{most}")).into()
        },
    },
    Column {
        header: words::room,
        width: Width::Fixed(20),
        align: Align::Left,
        drop: 1,
        text: |line, lang| seats::room(lang, line.class.room()).into(),
    },
    Column {
        header: words::hours,
        width: Width::Fixed(7),
        align: Align::Number,
        drop: 0,
        text: |line, _| format!("{}/{}", line.class.planned.get(), line.class.hours.get()).into(),
    },
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
        let x = 1 + paint.text(1, 0, words::filter(lang), Ink::Text) + 2;
        self.filter.view(&mut paint.sub(x, 0, 30, 1), true);
        if self.all.is_empty() {
            paint.paragraph(3, 3, cols - 6, words::empty(lang), Ink::Text);
            return;
        }
        paint.text(x + 32, 0, words::filter_about(lang), Ink::Dim);
        let cut = u32::try_from(self.all.len()).is_ok_and(|count| count >= MOST);
        let below = u16::from(cut) * 2 + BELOW;
        self.table.view(&mut paint.sub(1, 2, cols - 1, rows.saturating_sub(2 + below)), true);
        if let Some(line) = self.table.chosen() {
            paint.text_in(3, rows.saturating_sub(1), cols - 4, &told(line, lang), Ink::Text);
        }
        if cut {
            paint.text(3, rows.saturating_sub(1 + BELOW), &words::only_first(lang, MOST), Ink::Warning);
        }
        if self.table.rows().is_empty() {
            paint.text(3, 4, words::nothing(lang), Ink::Text);
        }
    }
}

/// What a narrow table leaves out of the chosen class.
fn told(line: &Line, lang: Lang) -> String {
    let class = &line.class;
    let room = seats::room(lang, class.room());
    let facts = [class.code.as_str(), &room, &class.place, &class.instructor];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  ")
}

/// What has ended is quieter; the word stands in its own column.
pub(super) const fn ink(line: &Line) -> Ink {
    match line.phase {
        Phase::Running | Phase::Planned => Ink::Text,
        Phase::Ended => Ink::Dim,
    }
}
