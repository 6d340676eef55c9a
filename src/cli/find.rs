//! `find`: people by anything that people say.

use super::answer;
use super::call::Call;
use super::classes::phone_masked;
use super::code;
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::words;
use crate::domain::phone::mask;
use crate::text::cli as t;
use crate::text::seats;
use chrono::Datelike;
use serde_json::{Value, json};

const LIMIT: u32 = 20;
const MOST: u32 = 10_000;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["find"],
    operands: &["TEXT"],
    options: &[Opt::new("limit", Kind::Whole(MOST), t::opt_limit)],
    does: Does::Tells,
    help: t::help_find,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let text = call.operand_text(0)?;
    let desk = call.desk()?;
    let (mut json, mut rows) = (Vec::new(), Vec::new());
    let found = desk.look_for(&text, call.whole("limit").unwrap_or(LIMIT))?;
    let sure = found.sure.into_iter().map(|row| (row, None));
    let misheard = found.misheard.into_iter().map(|one| (one.row, Some(one.marked)));
    for (found, marked) in sure.chain(misheard) {
        let person = desk.person(found.id)?;
        let classes: Vec<String> = person.classes.iter().map(|class| class.code.to_string()).collect();
        let waiting: Vec<String> = person
            .waiting
            .iter()
            .map(|waits| seats::waits_at(lang, waits.code.as_str(), waits.place))
            .collect();
        let (id, phone) = (mask(&found.id_number, 6, 4), phone_masked(found.phone.as_deref()));
        let number = found.number.to_string();
        let born = found.birth.format("%Y").to_string();
        rows.push(vec![
            number.clone(),
            marked.clone().unwrap_or_else(|| found.name.clone()),
            born.clone(),
            id.clone(),
            phone.clone().unwrap_or_default(),
            classes.join(" "),
            waiting.join(" "),
            words::why(lang, found.why).to_owned(),
        ]);
        json.push(json!({
            "name": found.name,
            "id_masked": id,
            "phone_masked": phone,
            "number": number,
            "sex": code::sex(found.sex),
            "birth_year": found.birth.year(),
            // what differs from what was typed, in brackets; only where the name is another
            "marked": marked,
            "classes": classes,
            "waiting": person
                .waiting
                .iter()
                .map(|waits| json!({ "class": waits.code.as_str(), "place": waits.place }))
                .collect::<Vec<_>>(),
            "why": code::why(found.why),
        }));
    }
    let lines = if rows.is_empty() { vec![t::nobody(lang).to_owned()] } else { table(&rows) };
    answer(Value::Array(json), lines)
}
