//! `enrol`: somebody on file takes a seat in a class, or a place on its waiting list. Limits warn, as in an import.

use super::answer;
use super::call::Call;
use super::code;
use super::fault::Failure;
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Desk;
use crate::app::enrol::{Person, Place, Registration, Who, draft_of};
use crate::app::limits::EnrolWarning;
use crate::app::words;
use crate::app::words::timetable::clash_sums;
use crate::domain::ids::TraineeId;
use crate::domain::room::Seating;
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::{Value, json};

pub(super) const PERSON: Opt = Opt::needed("trainee", Kind::Text("T"), t::opt_person);

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["enrol"],
    operands: &[],
    options: &[
        CLASS,
        PERSON,
        Opt::new("joined", Kind::Day, t::opt_joins),
        Opt::new("wait", Kind::Flag, t::opt_wait),
    ],
    does: Does::Changes,
    help: t::help_enrol,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let person = desk.person(desk.person_named(&call.words("trainee"))?)?;
    let place = if call.flag("wait") { Place::Waiting } else { Place::Seat(Seating::Always) };
    let elsewhere = told_elsewhere(&desk, lang, person.row.id, &class, call.day("joined"))?;
    let registered = desk.register_as(&registration(&person, &class, call), place)?;
    let mut warnings = told(lang, &registered.warnings);
    warnings.extend(elsewhere);
    let (code, name) = (class.code.as_str(), person.row.trainee.name.as_str());
    let seat = registered.seat.map(|(_, seat)| seat);
    let json = json!({
        "class": code,
        "name": name,
        "number": person.row.number.to_string(),
        "seat": seat,
        "waiting": registered.waiting,
        "warnings": as_json(&warnings),
    });
    let done = match (seat, registered.waiting) {
        (Some(seat), _) => t::enrolled(lang, code, seat, name),
        (None, place) => t::waits(lang, code, place.unwrap_or_default(), name),
    };
    answer(json, lines(lang, done, &warnings))
}

/// The person as they are on file, under the category they proved last.
fn registration(person: &Person, class: &ClassRow, call: &Call<'_>) -> Registration {
    let row = &person.row;
    Registration {
        who: Who::Known { id: row.id, version: row.version, draft: draft_of(&row.trainee) },
        statuses: Vec::new(),
        class: Some(class.id),
        joined: call.day("joined"),
        category: person.statuses.first().map(|row| row.status.category.0.clone()).unwrap_or_default(),
    }
}

/// A warning: its code and its sentence.
pub(super) type Told = (&'static str, String);

pub(super) fn told(lang: Lang, warnings: &[EnrolWarning]) -> Vec<Told> {
    let told = |warning: &EnrolWarning| (code::enrol_warning(*warning), words::enrol_warning(lang, *warning));
    warnings.iter().map(told).collect()
}

fn told_elsewhere(
    desk: &Desk,
    lang: Lang,
    person: TraineeId,
    class: &ClassRow,
    joined: Option<chrono::NaiveDate>,
) -> Result<Vec<Told>, Failure> {
    let elsewhere = desk.elsewhere(person, class, joined, None)?;
    let clashes = clash_sums(lang, &elsewhere.clashes).into_iter().map(|words| ("clash", words));
    let meanwhile = elsewhere.meanwhile.iter().map(|past| ("meanwhile", words::meanwhile(lang, past)));
    Ok(clashes.chain(meanwhile).collect())
}

pub(super) fn as_json(warnings: &[Told]) -> Value {
    warnings.iter().map(|(code, text)| json!({ "code": code, "text": text })).collect()
}

pub(super) fn lines(lang: Lang, done: String, warnings: &[Told]) -> Vec<String> {
    std::iter::once(done).chain(warnings.iter().map(|(_, text)| t::minded(lang, text))).collect()
}
