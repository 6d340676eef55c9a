//! The fields of an announced leave.

use crate::domain::leave::Part;
use crate::domain::mark::{LeaveKind, Mark};
use crate::text::{Lang, leave as t, roll, timetable};
use crate::ui::widget::form::{Form, Keys, Spec};
use crate::ui::widget::kind::Kind;
use chrono::NaiveDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    From,
    FromHalf,
    To,
    ToHalf,
    Kind,
    Reason,
}

/// The halves of a day, at either end of the leave.
pub(super) const HALVES: Keys<Part> = Keys(&[("morning", Part::Morning), ("afternoon", Part::Afternoon)]);
pub(super) const KINDS: Keys<LeaveKind> =
    Keys(&[("sick", LeaveKind::Sick), ("personal", LeaveKind::Personal)]);

pub(super) const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::From, t::f_from, Kind::Date, 12, t::h_from),
    Spec::free(Field::FromHalf, t::f_from_half, Kind::Choice, 12, t::h_from_half),
    Spec::needed(Field::To, t::f_to, Kind::Date, 12, t::h_to),
    Spec::free(Field::ToHalf, t::f_to_half, Kind::Choice, 12, t::h_to_half),
    Spec::free(Field::Kind, t::f_kind, Kind::Choice, 12, t::h_kind),
    Spec::free(Field::Reason, t::f_reason, Kind::Text, 40, t::h_reason),
];

/// Sick leave for what is left of a day, until something else is said.
pub(super) fn fill(form: &mut Form<Field>, lang: Lang, day: NaiveDate, part: Part) {
    let half = |part| match part {
        Part::Morning => timetable::morning(lang),
        Part::Afternoon => timetable::afternoon(lang),
    };
    for (on, on_half, part) in
        [(Field::From, Field::FromHalf, part), (Field::To, Field::ToHalf, Part::Afternoon)]
    {
        form.set(on, &day.to_string());
        form.set_choices(on_half, HALVES.choices(half));
        form.set(on_half, HALVES.key(part));
    }
    form.set_choices(Field::Kind, KINDS.choices(|kind| roll::said(lang, Mark::Leave(kind))));
    form.set(Field::Kind, KINDS.key(LeaveKind::Sick));
}
