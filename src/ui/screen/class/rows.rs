//! Rows and columns of the timetable.

use crate::app::classes::{ClassView, Rolled};
use crate::app::makeup::Link;
use crate::app::words::timetable as say;
use crate::store::rows::SessionRow;
use crate::text::class as words;
use crate::text::{Lang, common};
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Align, Column, Width};
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;

pub(super) struct Lesson {
    pub(super) session: SessionRow,
    pub(super) rolled: Rolled,
    pub(super) link: Link,
}

impl Lesson {
    /// Day and time, as one names a session.
    pub(super) fn called(&self, lang: Lang) -> String {
        format!("{} {}", weekday(self.session.day, lang), self.session.slot)
    }
}

impl Lesson {
    /// Everything of a session that a narrow table leaves out.
    pub(super) fn told(&self, lang: Lang) -> String {
        let facts = [
            self.called(lang),
            words::session_kind(lang, self.session.kind).to_owned(),
            self.session.instructor.clone(),
            self.session.room.clone(),
            say::note(lang, &self.session, &self.link),
        ];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  ")
    }
}

pub(super) fn lessons(view: &ClassView, links: Vec<Link>) -> Vec<Lesson> {
    let pairs = view.sessions.iter().zip(&view.rolls).zip(links);
    pairs
        .map(|((session, rolled), link)| Lesson { session: session.clone(), rolled: *rolled, link })
        .collect()
}

/// `09-07`
pub(super) fn short(day: NaiveDate) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

/// `09-07 Mon`
pub(super) fn weekday(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", short(day), common::weekday(lang, day.weekday().num_days_from_monday()))
}

/// In words first; colour only repeats it.
pub(super) fn lesson_ink(lesson: &Lesson) -> Ink {
    if lesson.session.cancelled.is_some() {
        return Ink::Dim;
    }
    if lesson.rolled.begun && lesson.rolled.taken < lesson.rolled.expected { Ink::Warning } else { Ink::Text }
}

fn note(lesson: &Lesson, lang: Lang) -> Cow<'_, str> {
    say::note(lang, &lesson.session, &lesson.link).into()
}

fn roll(lesson: &Lesson, lang: Lang) -> Cow<'_, str> {
    let Rolled { begun, expected, taken } = lesson.rolled;
    if lesson.session.cancelled.is_some() {
        return words::cancelled(lang).into();
    }
    match (begun, expected) {
        (false, _) => "".into(),
        (true, 0) => words::roll_empty(lang).into(),
        (true, _) if taken == expected => words::roll_done(lang, taken, expected).into(),
        (true, _) => words::roll_open(lang, taken, expected).into(),
    }
}

pub(super) const LESSONS: &[Column<Lesson>] = &[
    Column {
        header: words::day,
        width: Width::Fixed(10),
        align: Align::Left,
        drop: 0,
        text: |row, lang| weekday(row.session.day, lang).into(),
    },
    Column {
        header: words::slot,
        width: Width::Fixed(11),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.session.slot.to_string().into(),
    },
    Column {
        header: words::hours,
        width: Width::Fixed(5),
        align: Align::Number,
        drop: 0,
        text: |row, _| row.session.hours.get().to_string().into(),
    },
    Column {
        header: words::kind,
        width: Width::Fixed(8),
        align: Align::Left,
        drop: 1,
        text: |row, lang| words::session_kind(lang, row.session.kind).into(),
    },
    Column { header: words::roll, width: Width::Fixed(13), align: Align::Left, drop: 0, text: roll },
    Column {
        header: words::instructor,
        width: Width::Fixed(10),
        align: Align::Left,
        drop: 2,
        text: |row, _| row.session.instructor.as_str().into(),
    },
    Column {
        header: words::room,
        width: Width::Fixed(12),
        align: Align::Left,
        drop: 3,
        text: |row, _| row.session.room.as_str().into(),
    },
    Column { header: words::topic, width: Width::Rest(27), align: Align::Left, drop: 0, text: note },
];
