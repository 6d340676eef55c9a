//! The fields of a session: declared once, filled from a row, read as a plan.

use crate::domain::calendar::{Slot, parse_day};
use crate::domain::class::{SessionKind, SessionPlan, slot_hours};
use crate::store::rows::SessionRow;
use crate::text::Lang;
use crate::text::class as words;
use crate::ui::screen::form_page::Faults;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use chrono::NaiveDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Day,
    Slot,
    Kind,
    Topic,
    Instructor,
    Room,
}

pub(super) const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::Day, words::day, Kind::Date, 12, words::h_day),
    Spec::needed(Field::Slot, words::slot, Kind::Time, 14, words::h_slot),
    Spec::free(Field::Kind, words::kind, Kind::Choice, 12, words::h_kind),
    Spec::free(Field::Topic, words::topic, Kind::Text, 40, words::h_topic),
    Spec::free(Field::Instructor, words::instructor, Kind::Text, 20, words::h_instructor),
    Spec::free(Field::Room, words::room, Kind::Text, 30, words::h_room),
];

pub(super) fn kinds(lang: Lang) -> Vec<Choice> {
    SessionKind::ALL.map(|kind| Choice::new(kind.key(), words::session_kind(lang, kind))).into()
}

/// A new session on a day, with who teaches it and where.
pub(super) fn put_new(form: &mut Form<Field>, day: NaiveDate, instructor: &str, room: &str) {
    form.set(Field::Day, &day.to_string());
    form.set(Field::Kind, SessionKind::Mixed.key());
    form.set(Field::Instructor, instructor);
    form.set(Field::Room, room);
}

pub(super) fn put(form: &mut Form<Field>, row: &SessionRow) {
    let values = [
        (Field::Day, row.day.to_string()),
        (Field::Slot, row.slot.to_string()),
        (Field::Kind, row.kind.key().to_owned()),
        (Field::Topic, row.topic.clone()),
        (Field::Instructor, row.instructor.clone()),
        (Field::Room, row.room.clone()),
    ];
    for (field, value) in values {
        form.set(field, &value);
    }
}

pub(super) fn day(form: &Form<Field>) -> Option<NaiveDate> {
    parse_day(form.get(Field::Day))
}

pub(super) fn slot(form: &Form<Field>) -> Option<Slot> {
    Slot::parse(form.get(Field::Slot))
}

/// The session as typed, its class hours by minutes of an hour; or all that is not understood, in words.
pub(super) fn plan(form: &Form<Field>, minutes: u16, lang: Lang) -> Result<SessionPlan, Faults<Field>> {
    let line = |field| crate::domain::written::line(form.get(field));
    let kind = form.get(Field::Kind);
    match (day(form), slot(form)) {
        (Some(day), Some(slot)) => Ok(SessionPlan {
            day,
            slot,
            hours: slot_hours(slot, minutes),
            kind: SessionKind::from_key(kind).unwrap_or(SessionKind::Mixed),
            instructor: line(Field::Instructor),
            room: line(Field::Room),
            topic: line(Field::Topic),
        }),
        (day, slot) => {
            let faults = [
                (day.is_none(), Field::Day, words::day_fault(lang)),
                (slot.is_none(), Field::Slot, words::slot_fault(lang)),
            ];
            let wrong = faults.into_iter().filter(|(wrong, ..)| *wrong);
            Err(wrong.map(|(_, field, said)| (field, said.to_owned())).collect())
        }
    }
}
