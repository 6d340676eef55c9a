//! The fields of a departure and their lists. Judges nothing.

use crate::app::codes;
use crate::app::words::timetable as say;
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::store::rows::ClassRow;
use crate::text::depart as words;
use crate::text::{Lang, seats};
use crate::ui::widget::form::{Choice, Form, Keys, Spec};
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::Item;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum F {
    How,
    To,
    Day,
    Joined,
    Reason,
}

pub(super) const SPECS: &[Spec<F>] = &[
    Spec::needed(F::How, words::how, Kind::Choice, 24, words::how_help),
    Spec::needed(F::To, words::to, Kind::Choice, 44, words::to_help),
    Spec::needed(F::Day, words::day, Kind::Date, 12, words::day_help),
    Spec::free(F::Joined, words::joined, Kind::Date, 12, words::joined_help),
    Spec::free(F::Reason, words::reason, Kind::Text, 44, words::reason_help),
];

const WAYS: Keys<DepartureKind> = Keys(&[
    ("left", DepartureKind::Left),
    ("withdrawn", DepartureKind::Withdrawn),
    ("transferred", DepartureKind::Transferred),
]);

pub(super) fn key_of(kind: DepartureKind) -> &'static str {
    WAYS.key(kind)
}

pub(super) fn kind_of(key: &str) -> DepartureKind {
    WAYS.of(key).unwrap_or(DepartureKind::Left)
}

pub(super) const fn name_of(kind: DepartureKind, lang: Lang) -> &'static str {
    match kind {
        DepartureKind::Left => words::left(lang),
        DepartureKind::Withdrawn => words::withdrawn(lang),
        DepartureKind::Transferred => words::transferred(lang),
    }
}

pub(super) fn set_ways(form: &mut Form<F>, lang: Lang) {
    form.set_choices(F::How, WAYS.choices(|kind| name_of(kind, lang)));
}

/// Each class with its days, its room, and whether its sessions meet those of a third class of the person.
pub(super) fn set_classes(form: &mut Form<F>, classes: &[(ClassRow, Option<ClassCode>)], lang: Lang) {
    let listed = classes.iter().map(|(class, meets)| {
        let label = format!("{} {}", class.code, codes::named(&class.course.0).full(lang));
        let days = format!("{} - {}", say::short(class.start), say::short(class.end));
        let detail = match meets {
            Some(code) => format!("{days}  ! {}", words::meets(lang, code.as_str())),
            None => days,
        };
        let item =
            Item { label: label.clone(), right: seats::room(lang, class.room()), detail, disabled: false };
        (Choice::new(class.id.0.to_string(), label), item)
    });
    form.set_listed(F::To, listed.collect());
}
