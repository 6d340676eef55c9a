//! `timetable fill`: the sessions of a class from its first day to its last.

use super::answer;
use super::call::Call;
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Kind, Opt, Verb};
use crate::app::classes::Filled;
use crate::domain::calendar::{Slot, Weekdays};
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["timetable", "fill"],
    operands: &[],
    options: &[
        CLASS,
        Opt::needed("days", Kind::Text("mon-fri"), t::opt_days),
        Opt::needed("slots", Kind::Text("08:30-12:00,14:00-17:30"), t::opt_slots),
        Opt::new("skip-holidays", Kind::Flag, t::opt_skip_holidays),
    ],
    reads: false,
    help: t::help_timetable_fill,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let days = Weekdays::parse(&call.words("days")).ok_or(UseFault::Weekdays)?;
    let slots = slots(&call.words("slots"))?;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let filled = desk.fill_timetable(class.id, days, &slots)?;
    let mut warnings = warnings(lang, &filled);
    if call.flag("skip-holidays") {
        warnings.push(("no-holidays", t::no_holidays(lang, &class.start.format("%Y").to_string())));
    }
    let told: Vec<Value> =
        warnings.iter().map(|(code, text)| json!({ "code": code, "text": text })).collect();
    let json = json!({
        "added": filled.added,
        "kept": filled.kept,
        "planned": filled.planned.get(),
        "required": filled.required.get(),
        "warnings": told,
    });
    let done =
        t::timetable_filled(lang, filled.added, filled.kept, filled.planned.get(), filled.required.get());
    answer(json, std::iter::once(done).chain(warnings.into_iter().map(|(_, text)| text)).collect())
}

fn slots(text: &str) -> Result<Vec<Slot>, UseFault> {
    // a full-width comma comes out of an input method
    let parts = text.split([',', '\u{ff0c}', '\u{3001}']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Slot::parse(part).ok_or_else(|| UseFault::Slots(part.to_owned()))).collect()
}

fn warnings(lang: Lang, filled: &Filled) -> Vec<(&'static str, String)> {
    let mut warnings = Vec::new();
    if filled.clashes > 0 {
        warnings.push(("clash", t::clashes(lang, filled.clashes)));
    }
    if filled.planned != filled.required {
        let text = t::hours_differ(lang, filled.planned.get(), filled.required.get());
        warnings.push(("hours-differ", text));
    }
    if let Some((day, hours)) = filled.long_day {
        warnings.push(("long-day", t::long_day(lang, &day.to_string(), hours)));
    }
    warnings
}
