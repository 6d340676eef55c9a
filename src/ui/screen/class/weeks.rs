//! The timetable by weeks, beside the list where there is room: a word for each session, the chosen one marked.

use super::rows::Lesson;
use crate::app::words::timetable as say;
use crate::domain::calendar::TimeOfDay;
use crate::domain::holiday::Holidays;
use crate::text::{Lang, class, common, timetable as words};
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

/// Monday's date and a time of day.
const LABEL: u16 = 13;
/// The row of weekdays.
const HEAD: u16 = 1;

const fn cell_cols(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 5,
        Lang::En => 6,
    }
}

/// Columns that all of it takes.
pub(super) const fn columns(lang: Lang) -> u16 {
    LABEL + 7 * cell_cols(lang)
}

/// Draws the weeks from the first session to the last, those around the chosen one if not all have room.
pub(super) fn draw(paint: &mut Paint<'_>, lessons: &[Lesson], chosen: usize, holidays: &Holidays) {
    let days = (lessons.first().map(monday_of), lessons.last().map(monday_of));
    let (Some(first), Some(last)) = days else { return };
    let lang = paint.lang;
    for (x, day) in (0..7).zip(first.iter_days()) {
        paint.text(x_of(x, lang), 0, common::weekday(lang, day.weekday()), Ink::Dim);
    }
    let times: BTreeSet<TimeOfDay> = lessons.iter().map(|lesson| lesson.session.slot.from()).collect();
    let (high, room) = (times.len(), usize::from(paint.height().saturating_sub(HEAD)));
    let weeks: Vec<NaiveDate> = first.iter_weeks().take_while(|monday| *monday <= last).collect();
    // weeks stand apart where all of them still fit
    let apart = usize::from(weeks.len() * (high + 1) <= room);
    let shown = (room / (high + apart).max(1)).max(1);
    let here = lessons.get(chosen).map_or(first, monday_of);
    let at = weeks.iter().position(|monday| *monday == here).unwrap_or(0);
    let top = at.saturating_sub(shown / 2).min(weeks.len().saturating_sub(shown));
    let mut y = HEAD;
    for monday in weeks.iter().skip(top).take(shown) {
        week(&mut paint.below(y), *monday, &times, (lessons, chosen), holidays);
        y += u16::try_from(high + apart).unwrap_or(u16::MAX);
    }
}

fn week(
    paint: &mut Paint<'_>,
    monday: NaiveDate,
    times: &BTreeSet<TimeOfDay>,
    (lessons, chosen): (&[Lesson], usize),
    holidays: &Holidays,
) {
    let (lang, cols) = (paint.lang, cell_cols(paint.lang));
    paint.text(0, 0, &say::short(monday), Ink::Text);
    for (y, time) in (0..).zip(times) {
        paint.text(6, y, &time.to_string(), Ink::Dim);
        for nth in 0..7_u16 {
            let (x, day) = (x_of(nth, lang), monday + Days::new(nth.into()));
            let Some(at) = lesson_at(lessons, day, *time) else {
                let is_first = y == 0 && !lessons.iter().any(|lesson| lesson.session.day == day);
                if is_first && holidays.is_holiday(day) {
                    paint.text_in(x, y, cols - 1, class::day_off(lang), Ink::Dim);
                }
                continue;
            };
            let Some(lesson) = lessons.get(at) else { continue };
            let ink = if at == chosen { Ink::Selected } else { super::rows::lesson_ink(lesson) };
            if at == chosen {
                let marker = paint.theme.marker();
                paint.text(x - 1, y, marker, Ink::Accent);
            }
            paint.text_in(x, y, cols - 1, lesson.state(lang), ink);
            paint.click(x, y, cols, 1, Click::Row(at));
        }
    }
}

fn x_of(day: u16, lang: Lang) -> u16 {
    LABEL + day * cell_cols(lang)
}

fn monday_of(lesson: &Lesson) -> NaiveDate {
    let day = lesson.session.day;
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// A session that is held hides a cancelled one of the same time.
fn lesson_at(lessons: &[Lesson], day: NaiveDate, from: TimeOfDay) -> Option<usize> {
    let is_there = |lesson: &Lesson| lesson.session.day == day && lesson.session.slot.from() == from;
    let held = lessons.iter().position(|lesson| is_there(lesson) && lesson.session.cancelled.is_none());
    held.or_else(|| lessons.iter().position(is_there))
}

impl Lesson {
    /// How it stands, in one short word.
    fn state(&self, lang: Lang) -> &'static str {
        if self.session.cancelled.is_some() {
            return words::week_off(lang);
        }
        if self.rolled.begun && self.rolled.expected > 0 {
            let is_taken = self.rolled.taken == self.rolled.expected;
            return if is_taken { words::week_taken(lang) } else { words::week_open(lang) };
        }
        if self.link.makes_up.is_some() { words::week_extra(lang) } else { words::week_class(lang) }
    }
}
