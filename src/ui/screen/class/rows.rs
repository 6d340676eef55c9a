//! Rows and columns of the timetable.

use crate::app::clashes::Clash;
use crate::app::classes::{ClassView, Rolled};
use crate::app::makeup::Link;
use crate::app::words::joined;
use crate::app::words::timetable as say;
use crate::store::rows::SessionRow;
use crate::text::class as words;
use crate::text::{Lang, timetable};
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};
use std::borrow::Cow;

pub(super) struct Lesson {
    pub(super) session: SessionRow,
    pub(super) rolled: Rolled,
    pub(super) link: Link,
    /// The first thing that it gets in the way of.
    clash: Option<Clash>,
}

impl Lesson {
    /// Day and time, as one names a session.
    pub(super) fn called(&self, lang: Lang) -> String {
        say::lesson(lang, self.session.day, self.session.slot)
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
            self.clash
                .as_ref()
                .map_or(String::new(), |clash| timetable::clash(lang, &say::clash(lang, clash))),
        ];
        joined(facts)
    }
}

pub(super) fn lessons(view: &ClassView, links: Vec<Link>, clashes: &[Clash]) -> Vec<Lesson> {
    let pairs = view.sessions.iter().zip(&view.rolls).zip(links);
    let of = |session: &SessionRow| {
        let mut clashes = clashes.iter().filter(|_| session.cancelled.is_none());
        clashes.find(|clash| (clash.day, clash.slot) == (session.day, session.slot)).cloned()
    };
    pairs
        .map(|((session, rolled), link)| Lesson {
            session: session.clone(),
            rolled: *rolled,
            link,
            clash: of(session),
        })
        .collect()
}

/// In words first; colour only repeats it.
pub(super) fn lesson_ink(lesson: &Lesson) -> Ink {
    if lesson.session.cancelled.is_some() {
        return Ink::Dim;
    }
    if lesson.clash.is_some() {
        return Ink::Warning;
    }
    if lesson.rolled.begun && lesson.rolled.taken < lesson.rolled.expected { Ink::Warning } else { Ink::Text }
}

fn note(lesson: &Lesson, lang: Lang) -> Cow<'_, str> {
    let note = say::note(lang, &lesson.session, &lesson.link);
    match &lesson.clash {
        Some(_) if note.is_empty() => timetable::clashing(lang).into(),
        Some(_) => format!("{}  {note}", timetable::clashing(lang)).into(),
        None => note.into(),
    }
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
    Column::text(words::day, Width::Fixed(10), |row, lang| say::named(lang, row.session.day).into()),
    Column::text(words::slot, Width::Fixed(11), |row, _| row.session.slot.to_string().into()),
    Column::figure(words::hours, 5, |row, _| row.session.hours.get().to_string().into()),
    Column::text(words::kind, Width::Fixed(8), |row: &Lesson, lang| {
        words::session_kind(lang, row.session.kind).into()
    })
    .leaving(1),
    Column::text(words::roll, Width::Fixed(13), roll),
    Column::text(words::instructor, Width::Fixed(10), |row: &Lesson, _| {
        row.session.instructor.as_str().into()
    })
    .leaving(2),
    Column::text(words::room, Width::Fixed(12), |row: &Lesson, _| row.session.room.as_str().into())
        .leaving(3),
    Column::text(words::topic, Width::Rest(27), note),
];
