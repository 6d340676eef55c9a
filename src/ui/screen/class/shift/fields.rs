//! The fields of a move: how, how far, why; read as what the desk understands.

use super::super::days;
use crate::app::shift::Move;
use crate::domain::calendar::{Slot, Weekdays, parse_day};
use crate::domain::holiday::TeachingDays;
use crate::domain::shift::Shift;
use crate::text::{Lang, class, timetable as words};
use crate::ui::screen::form_page::Faults;
use crate::ui::widget::form::{Choice, Form, Keys, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    How,
    Day,
    Slot,
    Days,
    TeachingDays,
    Weekdays,
    Holidays,
    Reason,
}

pub(super) const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::How, words::how, Kind::Choice, 44, words::how_help),
    Spec::needed(Field::Day, words::new_day, Kind::Date, 12, class::h_day),
    Spec::needed(Field::Slot, words::new_slot, Kind::Time, 14, class::h_slot),
    Spec::needed(Field::Days, words::how_far, Kind::Number, 6, words::days_help),
    Spec::needed(Field::TeachingDays, words::how_far, Kind::Number, 6, words::teaching_help),
    Spec::needed(Field::Weekdays, words::weekdays, Kind::Code, 24, class::h_days),
    Spec::free(Field::Holidays, words::on_holidays, Kind::Choice, 42, words::on_holidays_help),
    Spec::needed(Field::Reason, words::reason, Kind::Text, 44, words::reason_help),
];

/// Which sessions, and by what they are moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    One,
    Teaching,
    Days,
}

const HOWS: Keys<How> = Keys(&[("one", How::One), ("teaching", How::Teaching), ("days", How::Days)]);

pub(super) fn hows(lang: Lang) -> Vec<Choice> {
    HOWS.choices(|how| match how {
        How::One => words::move_one(lang),
        How::Teaching => words::move_teaching(lang),
        How::Days => words::move_days(lang),
    })
}

pub(super) fn how(form: &Form<Field>) -> How {
    HOWS.of(form.get(Field::How)).unwrap_or(How::One)
}

/// Takes the fields out of sight that this way of moving does not need, and goes to the first that it does.
pub(super) fn suit(form: &mut Form<Field>) {
    let how = how(form);
    for (field, of) in [
        (Field::Day, How::One),
        (Field::Slot, How::One),
        (Field::Days, How::Days),
        (Field::TeachingDays, How::Teaching),
        (Field::Weekdays, How::Teaching),
        (Field::Holidays, How::Teaching),
    ] {
        form.hide(field, of != how);
    }
    form.focus(match how {
        How::One => Field::Day,
        How::Teaching => Field::TeachingDays,
        How::Days => Field::Days,
    });
}

/// Where to, or what is not understood, in words.
pub(super) fn read(form: &Form<Field>, lang: Lang) -> Result<Move, Faults<Field>> {
    let fault = |field, words: &str| (field, words.to_owned());
    match how(form) {
        How::One => {
            let day = parse_day(form.get(Field::Day)).ok_or(fault(Field::Day, class::day_fault(lang)));
            let slot = Slot::parse(form.get(Field::Slot)).ok_or(fault(Field::Slot, class::slot_fault(lang)));
            both(day, slot).map(|(day, slot)| Move::One { day, slot })
        }
        How::Days => {
            let days = form.get(Field::Days).trim().parse().ok().and_then(Shift::days);
            let by = days.ok_or(vec![fault(Field::Days, words::days_fault(lang))])?;
            // by days no weekday is asked for
            Ok(Move::Following { by, days: every_day() })
        }
        How::Teaching => {
            let far = form.get(Field::TeachingDays).trim().parse().ok().and_then(Shift::teaching_days);
            let far = far.ok_or(fault(Field::TeachingDays, words::teaching_fault(lang)));
            let weekdays = Weekdays::parse(form.get(Field::Weekdays))
                .ok_or(fault(Field::Weekdays, class::days_fault(lang)));
            let on_holidays = days::on_holidays(form.get(Field::Holidays));
            both(far, weekdays)
                .map(|(by, weekdays)| Move::Following { by, days: TeachingDays { weekdays, on_holidays } })
        }
    }
}

fn every_day() -> TeachingDays {
    Weekdays::ALL.into()
}

fn both<A, B>(a: Result<A, (Field, String)>, b: Result<B, (Field, String)>) -> Result<(A, B), Faults<Field>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).collect()),
    }
}
