//! `holidays list`, `check`: the years on file, ours and the centre's own.

use super::answer;
use super::call::{Call, shown};
use super::fault::Failure;
use super::print::{DONE, FINDINGS, Printed, table};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::packs::holidays::{self, Why};
use crate::app::words::timetable as say;
use crate::domain::holiday::{DayKind, HolidayYear, SpecialDay};
use crate::text::cli as t;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["holidays", "list"],
        operands: &[],
        options: &[Opt::new("year", Kind::Whole(9999), t::opt_year)],
        does: Does::Looks,
        help: t::help_holidays_list,
        run: list,
    },
    Verb {
        words: &["holidays", "check"],
        operands: &["FILE"],
        options: &[],
        does: Does::Looks,
        help: t::help_holidays_check,
        run: check,
    },
];

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let loaded = holidays::load(&call.folder()?.join(holidays::FOLDER));
    let wanted = call.whole("year").and_then(|year| i32::try_from(year).ok());
    let years = loaded.holidays.years().filter(|year| wanted.is_none_or(|wanted| wanted == year.year()));
    let days: Vec<&SpecialDay> = years.flat_map(HolidayYear::days).collect();
    let kind = |special: &SpecialDay| match special.kind {
        DayKind::Holiday => "holiday",
        DayKind::Workday => "workday",
    };
    let item = |special: &&SpecialDay| json!({ "day": special.day.to_string(), "kind": kind(special), "zh": special.zh, "en": special.en });
    let row = |special: &&SpecialDay| {
        vec![
            special.day.to_string(),
            t::day_kind(lang, special.kind).to_owned(),
            say::holiday(lang, special).to_owned(),
        ]
    };
    let refused: Vec<String> = loaded.refused.iter().map(|one| say::refused(lang, one)).collect();
    let json = json!({ "days": days.iter().map(item).collect::<Vec<_>>(), "refused": refused });
    let mut lines = table(&days.iter().map(row).collect::<Vec<_>>());
    lines.extend(refused);
    answer(json, lines)
}

fn check(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let file = call.operand(0);
    let faults: Vec<(usize, String)> = match holidays::read(&file) {
        Ok(_) => Vec::new(),
        Err(Why::Unreadable(why)) => return Err(Failure::Input { path: file, why }),
        Err(Why::Name) => vec![(0, say::why_refused(lang, &Why::Name))],
        Err(Why::Faults(faults)) => {
            faults.iter().map(|fault| (fault.line, say::holiday_fault(lang, *fault))).collect()
        }
    };
    let told: Vec<Value> = faults.iter().map(|(line, text)| json!({ "line": line, "text": text })).collect();
    let json = json!({ "ok": faults.is_empty(), "faults": told });
    let lines = if faults.is_empty() {
        vec![t::holidays_fine(lang, &shown(&file))]
    } else {
        faults.iter().map(|(_, text)| text.clone()).collect()
    };
    Ok(answer(json, lines)?.exit(if faults.is_empty() { DONE } else { FINDINGS }))
}
