//! The fields of a departure and their lists. Judges nothing.

use crate::app::codes;
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::store::rows::ClassRow;
use crate::text::depart as words;
use crate::text::{Lang, seats};
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::Item;
use chrono::{Datelike, NaiveDate};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum F {
    How,
    To,
    Day,
    Joined,
    Reason,
}

type Words = fn(Lang) -> &'static str;

const fn spec(id: F, label: Words, help: Words, kind: Kind, width: u16) -> Spec<F> {
    let required = matches!(id, F::How | F::To | F::Day);
    Spec { id, label, kind, width, help, required }
}

pub(super) const SPECS: &[Spec<F>] = &[
    spec(F::How, words::how, words::how_help, Kind::Choice, 24),
    spec(F::To, words::to, words::to_help, Kind::Choice, 44),
    spec(F::Day, words::day, words::day_help, Kind::Date, 12),
    spec(F::Joined, words::joined, words::joined_help, Kind::Date, 12),
    spec(F::Reason, words::reason, words::reason_help, Kind::Text, 44),
];

/// The keys of the list are this screen's own; the file has its own words.
const WAYS: [(&str, DepartureKind, Words); 3] = [
    ("left", DepartureKind::Left, words::left),
    ("withdrawn", DepartureKind::Withdrawn, words::withdrawn),
    ("transferred", DepartureKind::Transferred, words::transferred),
];

pub(super) fn key_of(kind: DepartureKind) -> &'static str {
    WAYS.iter().find(|(_, of, _)| *of == kind).map_or("", |(key, ..)| key)
}

pub(super) fn kind_of(key: &str) -> DepartureKind {
    WAYS.iter().find(|(of, ..)| *of == key).map_or(DepartureKind::Left, |(_, kind, _)| *kind)
}

pub(super) fn name_of(kind: DepartureKind, lang: Lang) -> &'static str {
    WAYS.iter().find(|(_, of, _)| *of == kind).map_or("", |(.., name)| name(lang))
}

pub(super) fn set_ways(form: &mut Form<F>, lang: Lang) {
    let choice =
        |(key, _, name): &(&str, _, Words)| Choice { key: (*key).to_owned(), label: name(lang).to_owned() };
    form.set_choices(F::How, WAYS.iter().map(choice).collect());
}

/// Each class with its days, its room, and whether its sessions meet those of a third class of the person.
pub(super) fn set_classes(form: &mut Form<F>, classes: &[(ClassRow, Option<ClassCode>)], lang: Lang) {
    let listed = classes.iter().map(|(class, meets)| {
        let label = format!("{} {}", class.code, codes::named(&class.course.0).full(lang));
        let days = format!("{} - {}", short(class.start), short(class.end));
        let detail = match meets {
            Some(code) => format!("{days}  ! {}", words::meets(lang, code.as_str())),
            None => days,
        };
        let item =
            Item { label: label.clone(), right: seats::room(lang, class.room()), detail, disabled: false };
        (Choice { key: class.id.0.to_string(), label }, item)
    });
    form.set_listed(F::To, listed.collect());
}

fn short(day: NaiveDate) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}
