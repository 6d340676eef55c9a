//! `hours`: what everybody has and needs, and for one person where each class hour comes from.

use super::answer;
use super::call::Call;
use super::classes::reference;
use super::code;
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::clock;
use crate::app::ledger::{LedgerEntry, PersonLedger};
use crate::app::words;
use crate::domain::ledger::Totals;
use crate::store::rows::EnrolmentRow;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::common;
use crate::text::operators;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["hours"],
    operands: &[],
    options: &[CLASS, Opt::new("trainee", Kind::Text("T"), t::opt_trainee)],
    does: Does::Tells,
    help: t::help_hours,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let class = call.class(&desk)?;
    if let Some(trainee) = call.text("trainee") {
        let enrolment = desk.enrolment_named(&class, trainee)?;
        let ledger = desk.person_ledger(&class, enrolment.id)?;
        return one(lang, &ledger);
    }
    let ledger = desk.class_ledger(&class)?;
    let json = ledger.rows.iter().map(|row| figures(&row.enrolment, &row.totals)).collect();
    let mut rows = vec![head(lang)];
    rows.extend(ledger.rows.iter().map(|row| cells(lang, &row.enrolment, &row.totals)));
    answer(Value::Array(json), table(&rows))
}

fn one(lang: Lang, ledger: &PersonLedger) -> Result<Printed, Failure> {
    let mut json = figures(&ledger.enrolment, &ledger.totals);
    json["entries"] = ledger.entries.iter().map(|entry| facts(lang, ledger, entry)).collect();
    let mut lines = table(&[head(lang), cells(lang, &ledger.enrolment, &ledger.totals)]);
    lines.push(String::new());
    lines.extend(table(
        &ledger.entries.iter().map(|entry| entry_cells(lang, ledger, entry)).collect::<Vec<_>>(),
    ));
    answer(Value::Array(vec![json]), lines)
}

fn figures(enrolment: &EnrolmentRow, totals: &Totals) -> Value {
    json!({
        "seat": enrolment.seat,
        "name": enrolment.name,
        "number": enrolment.number.to_string(),
        "planned": totals.planned.get(),
        "delivered": totals.delivered.get(),
        "credited": totals.credited.get(),
        "required": totals.required.get(),
        "missing": totals.missing().get(),
        "can_miss": totals.can_miss().get(),
        "ratio": totals.ratio(),
        "left": enrolment.left.map(|left| left.to_string()),
    })
}

fn facts(lang: Lang, ledger: &PersonLedger, entry: &LedgerEntry) -> Value {
    // a cleared cell is one that was not taken, but who cleared it still shows
    let mark = entry.mark();
    let (late, early) = mark.minutes();
    let line = entry.line.as_ref();
    json!({
        "session": reference(&entry.session),
        "hours": entry.session.hours.get(),
        "mark": code::mark(mark),
        "leave": code::leave(mark),
        "late": late.get(),
        "early": early.get(),
        "source": line.map(|line| code::source(&line.source)),
        "layer": line.map(|line| code::layer(line.layer)),
        "by": line.map(|line| line.operator.as_str()),
        "at": line.map(|line| stamp(line.wall_ms)),
        "reason": line.map_or("", |line| line.reason.as_str()),
        "because": code::because(entry.entry.because),
        "rule": words::rule(lang, entry.entry.because, ledger.rules),
        "credited": entry.entry.credited.get(),
        "delivered": entry.entry.delivered,
    })
}

/// A moment at the desk, with its offset.
pub(super) fn stamp(ms: i64) -> String {
    format!("{}+08:00", clock::local(ms).format("%Y-%m-%dT%H:%M:%S%.3f"))
}

fn head(lang: Lang) -> Vec<String> {
    let words = [
        t::head_seat(lang),
        t::head_person(lang),
        t::head_planned(lang),
        t::head_delivered(lang),
        t::head_credited(lang),
        t::head_required(lang),
        t::head_missing(lang),
        t::head_can_miss(lang),
        t::head_ratio(lang),
    ];
    words.map(str::to_owned).to_vec()
}

fn cells(lang: Lang, enrolment: &EnrolmentRow, totals: &Totals) -> Vec<String> {
    let [have, of] = totals.ratio();
    let mut cells = vec![enrolment.seat.to_string(), enrolment.name.clone()];
    let hours = [
        totals.planned,
        totals.delivered,
        totals.credited,
        totals.required,
        totals.missing(),
        totals.can_miss(),
    ];
    cells.extend(hours.map(|hours| hours.get().to_string()));
    cells.push(words::percent(totals).map_or(String::new(), |percent| format!("{have}/{of} {percent}")));
    cells.extend(enrolment.left.map(|left| t::left_on(lang, &left.to_string())));
    cells
}

fn entry_cells(lang: Lang, ledger: &PersonLedger, entry: &LedgerEntry) -> Vec<String> {
    let mark = entry.mark();
    let mut cells = vec![
        reference(&entry.session),
        common::mark(lang, mark),
        format!("{}/{}", entry.entry.credited.get(), entry.session.hours.get()),
        words::because(lang, entry.entry.because, ledger.rules),
    ];
    if let Some(line) = &entry.line {
        let who = operators::called(lang, &line.operator).to_owned();
        cells.extend([words::source(lang, &line.source), who, line.reason.clone()]);
    }
    cells
}
