//! What is due, as words: what it is about, and what there is to say.

use crate::app::codes;
use crate::app::today::{Due, Matter, Short};
use crate::app::words::timetable as say;
use crate::store::rows::ClassRow;
use crate::text::{Lang, today as t};
use chrono::NaiveDate;

/// Whether it is late or of today; what only comes has no sign.
pub(super) fn is_pressing(due: &Due, today: NaiveDate) -> bool {
    let always = matches!(due.matter, Matter::Seats { .. } | Matter::Proofs { .. } | Matter::MakeUp { .. });
    due.by <= today || always
}

/// The class it is about.
pub(super) fn subject(lang: Lang, matter: &Matter) -> String {
    let (course, code) = match matter {
        Matter::Untaken { oldest, .. } => (&oldest.course, &oldest.code),
        Matter::Starts(class)
        | Matter::Seats { class, .. }
        | Matter::Proofs { class, .. }
        | Matter::MakeUp { class, .. } => (&class.course, &class.code),
        Matter::Holidays(_) => return t::holidays(lang).to_owned(),
        Matter::Short(short) => (&short.class.course, &short.class.code),
    };
    format!("{} {code}", codes::named(&course.0).name(lang))
}

pub(super) fn words(lang: Lang, due: &Due, today: NaiveDate) -> String {
    match &due.matter {
        Matter::Untaken { oldest, sessions } => {
            let day = day_words(lang, oldest.session.day, today);
            match sessions {
                1 => {
                    let open = oldest.expected.saturating_sub(oldest.taken);
                    t::untaken(lang, &day, &oldest.session.slot.to_string(), open)
                }
                more => t::untaken_more(lang, *more, &day),
            }
        }
        Matter::Starts(class) => starts(lang, class, today),
        Matter::Seats { people, .. } => t::can_sit(lang, *people),
        Matter::Proofs { people, .. } => t::proofs(lang, *people),
        Matter::MakeUp { hours, .. } => {
            let words = if due.by < today { t::make_up_late } else { t::make_up };
            words(lang, hours.get(), &day_words(lang, due.by, today))
        }
        Matter::Short(short) => short_words(lang, short),
        Matter::Holidays(year) => t::holidays_missing(lang, *year),
    }
}

fn starts(lang: Lang, class: &ClassRow, today: NaiveDate) -> String {
    let day = day_words(lang, class.start, today);
    let seats = match class.capacity {
        Some(capacity) => t::seats_of(lang, class.seats_taken, capacity),
        None => t::seats(lang, class.seats_taken),
    };
    let begins = t::starts(lang, &day, &seats);
    let (planned, required) = (class.planned.get(), class.hours.get());
    match planned {
        0 => begins + t::no_timetable(lang),
        _ if planned < required => begins + &t::timetable_short(lang, planned, required),
        _ => begins,
    }
}

fn short_words(lang: Lang, short: &Short) -> String {
    let (least, most) = short.can_miss;
    let mut words = Vec::new();
    if short.lost > 0 {
        words.push(t::lost(lang, short.lost));
    }
    if short.at_risk > 0 {
        words.push(if most == 0 {
            t::at_risk_none(lang, short.at_risk)
        } else if least == most {
            t::at_risk_one(lang, short.at_risk, most)
        } else {
            t::at_risk(lang, short.at_risk, least, most)
        });
    }
    words.join(t::and(lang))
}

/// A day near today by its own word, any other by its date.
pub(super) fn day_words(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        -1 => t::yesterday(lang).to_owned(),
        0 => t::today(lang).to_owned(),
        1 => t::tomorrow(lang).to_owned(),
        2 => t::after_tomorrow(lang).to_owned(),
        _ => say::short(day),
    }
}
