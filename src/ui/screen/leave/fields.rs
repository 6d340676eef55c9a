//! The fields of an announced leave.

use crate::text::{Lang, leave as t, roll};
use crate::ui::widget::form::{Choice, Form, Spec};
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

const MORNING: &str = "morning";
pub(super) const AFTERNOON: &str = "afternoon";
const SICK: &str = "sick";
pub(super) const PERSONAL: &str = "personal";

const fn spec(
    id: Field,
    label: fn(Lang) -> &'static str,
    kind: Kind,
    width: u16,
    help: fn(Lang) -> &'static str,
) -> Spec<Field> {
    Spec { id, label, kind, width, help, required: matches!(id, Field::From | Field::To) }
}

pub(super) const SPECS: &[Spec<Field>] = &[
    spec(Field::From, t::f_from, Kind::Date, 12, t::h_from),
    spec(Field::FromHalf, t::f_from_half, Kind::Choice, 12, t::h_from_half),
    spec(Field::To, t::f_to, Kind::Date, 12, t::h_to),
    spec(Field::ToHalf, t::f_to_half, Kind::Choice, 12, t::h_to_half),
    spec(Field::Kind, t::f_kind, Kind::Choice, 12, t::h_kind),
    spec(Field::Reason, t::f_reason, Kind::Text, 40, t::h_reason),
];

/// A whole day of sick leave, until something else is said.
pub(super) fn fill(form: &mut Form<Field>, lang: Lang, day: NaiveDate) {
    let choices = |pairs: [(&str, &str); 2]| {
        pairs.map(|(key, label)| Choice { key: key.to_owned(), label: label.to_owned() }).to_vec()
    };
    let halves = choices([(MORNING, t::morning(lang)), (AFTERNOON, t::afternoon(lang))]);
    form.set_choices(Field::FromHalf, halves.clone());
    form.set_choices(Field::ToHalf, halves);
    form.set_choices(
        Field::Kind,
        choices([(SICK, roll::said_sick(lang)), (PERSONAL, roll::said_personal(lang))]),
    );
    form.set(Field::From, &day.to_string());
    form.set(Field::FromHalf, MORNING);
    form.set(Field::To, &day.to_string());
    form.set(Field::ToHalf, AFTERNOON);
    form.set(Field::Kind, SICK);
}
