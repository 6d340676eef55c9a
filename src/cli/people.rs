//! `person show`: the history card of a person, numbers masked.

use super::answer;
use super::call::Call;
use super::classes::phone_masked;
use super::code;
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{Does, Verb};
use crate::app::card::{Attended, Card};
use crate::app::{card_words as say, codes, words};
use crate::domain::id_number::age;
use crate::domain::phone::Phone;
use crate::domain::status::Status;
use crate::store::rows::WaitedRow;
use crate::text::Lang;
use crate::text::{card as t, cli, common};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["person", "show"],
    operands: &["T"],
    options: &[],
    does: Does::Tells,
    help: cli::help_person_show,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let text = call.operand_text(0)?;
    let desk = call.desk()?;
    let card = desk.card(desk.person_named(&text)?)?;
    answer(facts(lang, &card, desk.today()), lines(lang, &card, desk.today()))
}

fn facts(lang: Lang, card: &Card, today: NaiveDate) -> Value {
    let row = &card.person.row;
    let trainee = &row.trainee;
    json!({
        "name": trainee.name.as_str(),
        "number": row.number.to_string(),
        "id_masked": trainee.document.masked(),
        "phone_masked": phone_masked(trainee.phone.as_ref().map(Phone::as_str)),
        "sex": code::sex(trainee.sex),
        "birth": trainee.birth.to_string(),
        "age": age(trainee.birth, today),
        "statuses": card.person.statuses.iter().map(|row| status(lang, &row.status, today)).collect::<Vec<_>>(),
        "classes": card.classes.iter().map(|one| class(lang, one)).collect::<Vec<_>>(),
        "waiting": card.waited.iter().map(waited).collect::<Vec<_>>(),
        "classes_this_year": card.this_year,
        "due": card.due.iter().map(|due| json!({ "code": code::due(due), "text": say::due(lang, due) })).collect::<Vec<_>>(),
    })
}

fn status(lang: Lang, status: &Status, today: NaiveDate) -> Value {
    json!({
        "category": status.category.0,
        "name": say::category(lang, &status.category),
        "standing": code::standing(status.standing_on(today)),
        "proof_kind": status.proof_kind,
        "proof_masked": status.proof_masked(),
        "obtained": status.obtained.map(|day| day.to_string()),
        "expires": status.expires.map(|day| day.to_string()),
    })
}

fn class(lang: Lang, class: &Attended) -> Value {
    let (past, totals, tally) = (&class.past, &class.totals, &class.tally);
    json!({
        "code": past.code.as_str(),
        "course": codes::named(&past.course.0).full(lang),
        "start": past.start.to_string(),
        "end": past.end.to_string(),
        "seat": past.seat,
        "state": code::attended(&class.state),
        "left": past.left.map(|day| day.to_string()),
        "reason": class.reason,
        "credited": totals.credited.get(),
        "required": totals.required.get(),
        "missing": totals.missing().get(),
        "marks": {
            "present": tally.present,
            "late": tally.late,
            "early": tally.early,
            "leave": tally.leave,
            "absent": tally.absent,
            "not_taken": tally.not_taken,
        },
    })
}

fn waited(row: &WaitedRow) -> Value {
    json!({
        "class": row.code.as_str(),
        "asked": row.asked.to_string(),
        "place": row.place,
        "seated": row.seated,
    })
}

fn lines(lang: Lang, card: &Card, today: NaiveDate) -> Vec<String> {
    let row = &card.person.row;
    let trainee = &row.trainee;
    let phone = trainee.phone.as_ref().map_or_else(|| t::none(lang).to_owned(), Phone::masked);
    let years = common::years(lang, age(trainee.birth, today));
    let who = [
        trainee.name.as_str(),
        common::sex(lang, trainee.sex),
        &years,
        &t::number(lang, &row.number.to_string()),
        &trainee.document.masked(),
        &phone,
    ];
    let mut lines = vec![who.join("  ")];
    let mut block = |head: &str, words: Vec<String>| {
        lines.extend(words.into_iter().map(|words| format!("{head}  {words}")));
    };
    block(t::due(lang), card.due.iter().map(|due| say::due(lang, due)).collect());
    let status = |status: &Status| {
        let standing = words::standing(lang, status.standing_on(today));
        [say::category(lang, &status.category), &standing, &say::proof(lang, status, &status.proof_masked())]
            .join("  ")
    };
    block(t::categories(lang), card.person.statuses.iter().map(|row| status(&row.status)).collect());
    block(t::this_year(lang), vec![t::classes_this_year(lang, card.this_year)]);
    block(t::waiting(lang), card.waited.iter().map(|row| say::waited(lang, row)).collect());
    if card.classes.is_empty() {
        block(t::classes(lang), vec![t::no_classes(lang).to_owned()]);
    }
    lines.extend(table(&card.classes.iter().map(|class| cells(lang, class)).collect::<Vec<_>>()));
    lines
}

fn cells(lang: Lang, class: &Attended) -> Vec<String> {
    let (past, totals) = (&class.past, &class.totals);
    vec![
        past.start.to_string(),
        past.code.to_string(),
        codes::named(&past.course.0).full(lang),
        format!("{}/{}", totals.credited.get(), totals.required.get()),
        say::tally(lang, &class.tally),
        say::state_in_full(lang, class),
    ]
}
