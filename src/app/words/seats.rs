//! What a class may mind about somebody, as sentences; part of [`super`].

use super::timetable::clash_sums;
use crate::app::departures::MoveWarning;
use crate::app::enrol::Elsewhere;
use crate::app::limits::EnrolWarning;
use crate::store::rows::PastClass;
use crate::text::{Lang, desk as t, seats};

pub fn enrol_warning(lang: Lang, warning: EnrolWarning) -> String {
    match warning {
        EnrolWarning::OverCapacity { capacity } => t::over_capacity(lang, capacity),
        EnrolWarning::OverClassSize { most } => t::over_class_size(lang, most),
        EnrolWarning::OutOfTurn { ahead } => seats::waits_before(lang, ahead),
        EnrolWarning::JoinedOutside(day) => t::joined_outside(lang, &day.to_string()),
        EnrolWarning::TooYoung { age, least } => t::too_young(lang, age, least),
    }
}

pub fn move_warning(lang: Lang, warning: &MoveWarning) -> String {
    match warning {
        MoveWarning::Enrol(warning) => enrol_warning(lang, *warning),
        MoveWarning::OtherCourse => seats::other_course(lang).to_owned(),
        MoveWarning::Missed(hours) => seats::missed(lang, hours.get()),
        MoveWarning::Clash(clashes) => clash_sums(lang, clashes).join(" "),
        MoveWarning::Meanwhile(past) => meanwhile(lang, past),
    }
}

/// A sentence for each other class: what meets, or that it runs at the same time.
pub fn elsewhere(lang: Lang, elsewhere: &Elsewhere) -> Vec<String> {
    let mut said = clash_sums(lang, &elsewhere.clashes);
    said.extend(elsewhere.meanwhile.iter().map(|past| meanwhile(lang, past)));
    said
}

/// Another class at the same time.
pub fn meanwhile(lang: Lang, past: &PastClass) -> String {
    seats::meanwhile(lang, past.code.as_str(), &past.start.to_string(), &past.end.to_string())
}
