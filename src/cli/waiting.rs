//! `waiting list`, `waiting promote`, `waiting stop`: who waits for a seat. Without a name the first is promoted.

use super::answer;
use super::call::Call;
use super::classes::phone_masked;
use super::enrol::{PERSON, as_json, lines, told};
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Trouble;
use crate::domain::phone::mask;
use crate::domain::room::Seating;
use crate::store::rows::WaitingRow;
use crate::text::cli as t;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["waiting", "list"],
        operands: &[],
        options: &[CLASS],
        does: Does::Tells,
        help: t::help_waiting_list,
        run: list,
    },
    Verb {
        words: &["waiting", "promote"],
        operands: &[],
        options: &[CLASS, Opt::new("trainee", Kind::Text("T"), t::opt_person)],
        does: Does::Changes,
        help: t::help_waiting_promote,
        run: promote,
    },
    Verb {
        words: &["waiting", "stop"],
        operands: &[],
        options: &[CLASS, PERSON],
        does: Does::Changes,
        help: t::help_waiting_stop,
        run: stop,
    },
];

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let waiting = desk.waiting(call.class(&desk)?.id)?;
    if waiting.is_empty() {
        return answer(Value::Array(Vec::new()), vec![t::nobody_waits(lang).to_owned()]);
    }
    let row = |row: &WaitingRow| {
        vec![
            row.place.to_string(),
            row.name.clone(),
            row.number.to_string(),
            mask(&row.id_number, 6, 4),
            phone_masked(row.phone.as_deref()).unwrap_or_default(),
            row.asked.to_string(),
        ]
    };
    let lines = table(&waiting.iter().map(row).collect::<Vec<_>>());
    answer(waiting.iter().map(facts).collect(), lines)
}

fn facts(row: &WaitingRow) -> Value {
    json!({
        "place": row.place,
        "name": row.name,
        "number": row.number.to_string(),
        "id_masked": mask(&row.id_number, 6, 4),
        "phone_masked": phone_masked(row.phone.as_deref()),
        "category": row.category,
        "asked": row.asked.to_string(),
    })
}

fn promote(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let who = match call.text("trainee") {
        Some(text) => desk.waiting_named(&class, text)?,
        None => desk.waiting(class.id)?.into_iter().next().ok_or(Trouble::NotWaiting)?,
    };
    let promoted = desk.promote(&who, Seating::Always)?;
    let warnings = told(lang, &promoted.warnings);
    let json = json!({
        "class": class.code.as_str(),
        "name": who.name,
        "number": who.number.to_string(),
        "seat": promoted.seat,
        "joined": promoted.joined.to_string(),
        "next": promoted.next.as_ref().map(|next| next.name.as_str()),
        "warnings": as_json(&warnings),
    });
    let done = t::enrolled(lang, class.code.as_str(), promoted.seat, &who.name);
    answer(json, lines(lang, done, &warnings))
}

fn stop(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let who = desk.waiting_named(&class, &call.words("trainee"))?;
    desk.stop_waiting(&who)?;
    let json = json!({ "class": class.code.as_str(), "name": who.name, "number": who.number.to_string() });
    answer(json, vec![t::waits_no_more(lang, class.code.as_str(), &who.name)])
}
