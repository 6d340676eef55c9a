//! What a history card says, for the screen and the command line alike.

use super::card::{Attended, Due, State, Tally};
use super::classes::Phase;
use super::codes;
use super::words::joined;
use crate::domain::departure::DepartureKind;
use crate::domain::mark::MarkKind;
use crate::domain::status::{Category, Status};
use crate::store::rows::WaitedRow;
use crate::text::{Lang, card as t, common, desk, seats};

pub fn category(lang: Lang, category: &Category) -> &str {
    codes::CATEGORIES.name(&category.0, lang)
}

/// Kind, number (masked or whole, as the reader may see it) and days of a proof; empty where none was seen.
pub fn proof(lang: Lang, status: &Status, number: &str) -> String {
    let days = match (status.obtained, status.expires) {
        (Some(from), Some(to)) => t::valid(lang, &from.to_string(), &to.to_string()),
        (Some(from), None) => t::valid_from(lang, &from.to_string()),
        (None, Some(to)) => t::valid_to(lang, &to.to_string()),
        (None, None) => String::new(),
    };
    joined([codes::PROOFS.name(&status.proof_kind, lang), number, &days])
}

pub fn due(lang: Lang, due: &Due) -> String {
    match due {
        Due::Expired(of, day) => t::due_expired(lang, category(lang, of), &day.to_string()),
        Due::Seat(code) => t::due_seat(lang, code.as_str()),
        Due::MakeUp(code, hours) => t::due_make_up(lang, code.as_str(), *hours),
        Due::NoCategory => t::due_no_category(lang).to_owned(),
        Due::Unproven(of) => t::due_unproven(lang, category(lang, of)),
        Due::EndsSoon(of, day) => t::due_ends(lang, category(lang, of), &day.to_string()),
        Due::NoPhone => t::due_no_phone(lang).to_owned(),
    }
}

pub fn waited(lang: Lang, row: &WaitedRow) -> String {
    let course = codes::named(&row.course.0).full(lang);
    let (code, day) = (row.code.as_str(), row.asked.to_string());
    match row.place {
        Some(place) => t::waits(lang, code, &course, place, &day),
        None if row.seated => t::waited_seated(lang, code, &course, &day),
        None => t::waited_stopped(lang, code, &course, &day),
    }
}

/// In one or two words.
pub fn state(lang: Lang, state: &State) -> String {
    match state {
        State::In(Phase::Planned) => desk::phase_planned(lang).to_owned(),
        State::In(Phase::Running) => desk::phase_running(lang).to_owned(),
        State::In(Phase::Ended) => desk::phase_ended(lang).to_owned(),
        State::Gone(_, _, Some(code)) => t::transferred(lang, code.as_str()),
        State::Gone(_, DepartureKind::Withdrawn, None) => seats::kind_withdrawn(lang).to_owned(),
        State::Gone(..) => t::left(lang).to_owned(),
    }
}

/// The same with the day and the reason, where somebody is gone.
pub fn state_in_full(lang: Lang, class: &Attended) -> String {
    let short = state(lang, &class.state);
    match &class.state {
        State::In(_) => short,
        State::Gone(day, ..) => {
            format!("{}  {}", t::on_day(lang, &short, &day.to_string()), class.reason).trim_end().to_owned()
        }
    }
}

/// How often what was marked; what never was is left out.
pub fn tally(lang: Lang, tally: &Tally) -> String {
    let counts = [
        (MarkKind::Present, tally.present),
        (MarkKind::Late, tally.late),
        (MarkKind::Early, tally.early),
        (MarkKind::Leave, tally.leave),
        (MarkKind::Absent, tally.absent),
        (MarkKind::NotTaken, tally.not_taken),
    ];
    let said = counts.into_iter().filter(|(_, n)| *n > 0);
    said.map(|(kind, n)| t::counted(lang, common::mark_kind(lang, kind), n)).collect::<Vec<_>>().join(" ")
}
