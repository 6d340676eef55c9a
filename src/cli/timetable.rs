//! `timetable fill`: the sessions of a class from its first day to its last.

use super::answer;
use super::call::Call;
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Desk;
use crate::app::clashes::{self, Clash, Shared};
use crate::app::timetable::Filling;
use crate::app::words::timetable as say;
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::holiday::{OnHolidays, SpecialDay, TeachingDays};
use crate::text::cli as t;
use crate::text::timetable;
use crate::text::{Lang, class};
use serde_json::{Value, json};

pub(super) const SKIP: Opt = Opt::new("skip-holidays", Kind::Flag, t::opt_skip_holidays);
pub(super) const WORK: Opt = Opt::new("teach-workdays", Kind::Flag, t::opt_teach_workdays);

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["timetable", "fill"],
    operands: &[],
    options: &[
        CLASS,
        Opt::needed("days", Kind::Text("mon-fri"), t::opt_days),
        Opt::needed("slots", Kind::Text("08:30-12:00,14:00-17:30"), t::opt_slots),
        SKIP,
        WORK,
    ],
    does: Does::Changes,
    help: t::help_timetable_fill,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let weekdays = Weekdays::parse(&call.words("days")).ok_or(UseFault::Weekdays)?;
    let slots = Slot::parse_list(&call.words("slots")).map_err(|part| UseFault::Slots(part.to_owned()))?;
    let days = TeachingDays { weekdays, on_holidays: on_holidays(call) };
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let filled = desk.fill_timetable(class.id, days, &slots)?;
    let skips = days.on_holidays != OnHolidays::Teach;
    let mut warnings = warnings(lang, &filled);
    if skips {
        warnings.extend(holiday_warnings(lang, &desk, &filled.unknown_years));
    }
    let mut lines = vec![t::timetable_filled(
        lang,
        filled.new.len(),
        filled.kept,
        filled.planned.get(),
        filled.required.get(),
    )];
    if filled.settled > 0 {
        lines.push(class::will_leave(lang, filled.settled));
    }
    if !filled.left_out.is_empty() {
        lines.push(timetable::left_out(lang, &say::special_days(lang, &filled.left_out)));
    }
    if !filled.brought_in.is_empty() {
        lines.push(timetable::brought_in(lang, &say::special_days(lang, &filled.brought_in)));
    }
    let day =
        |special: &SpecialDay| json!({ "day": special.day.to_string(), "name": say::holiday(lang, special) });
    let json = json!({
        "added": filled.new.len(),
        "kept": filled.kept,
        "settled": filled.settled,
        "planned": filled.planned.get(),
        "required": filled.required.get(),
        "left_out": filled.left_out.iter().map(day).collect::<Vec<_>>(),
        "brought_in": filled.brought_in.iter().map(day).collect::<Vec<_>>(),
        "warnings": told(&warnings),
    });
    lines.extend(warnings.into_iter().map(|(_, text)| text));
    answer(json, lines)
}

/// What the two flags ask for.
pub(super) fn on_holidays(call: &Call<'_>) -> OnHolidays {
    match (call.flag(SKIP.name), call.flag(WORK.name)) {
        (_, true) => OnHolidays::RestAndWork,
        (true, false) => OnHolidays::Rest,
        (false, false) => OnHolidays::Teach,
    }
}

/// A code for programs and a sentence for people.
pub(super) type Warning = (&'static str, String);

pub(super) fn told(warnings: &[Warning]) -> Vec<Value> {
    warnings.iter().map(|(code, text)| json!({ "code": code, "text": text })).collect()
}

pub(super) fn holiday_warnings(lang: Lang, desk: &Desk, unknown: &[i32]) -> Vec<Warning> {
    let unknown = say::unknown_years(lang, unknown).map(|text| ("no-holidays", text));
    let refused = desk.holidays().refused;
    let refused = refused.iter().map(|one| ("holidays-refused", say::refused(lang, one)));
    unknown.into_iter().chain(refused).collect()
}

/// One warning for each thing or person and class.
pub(super) fn clash_warnings(lang: Lang, clashes: &[Clash]) -> Vec<Warning> {
    let code = |clash: &Clash| match clash.shared {
        Shared::Room(_) => "room-clash",
        Shared::Instructor(_) => "instructor-clash",
        Shared::Trainee { .. } => "trainee-clash",
    };
    let codes = clashes::summed(clashes).into_iter().map(|(first, _)| code(first)).collect::<Vec<_>>();
    codes.into_iter().zip(say::clash_sums(lang, clashes)).collect()
}

fn warnings(lang: Lang, filled: &Filling) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if filled.overlaps > 0 {
        warnings.push(("clash", t::overlaps(lang, filled.overlaps)));
    }
    if filled.planned != filled.required {
        let text = t::hours_differ(lang, filled.planned.get(), filled.required.get());
        warnings.push(("hours-differ", text));
    }
    if let Some((day, hours)) = filled.long_day {
        warnings.push(("long-day", t::long_day(lang, &day.to_string(), hours)));
    }
    warnings.extend(clash_warnings(lang, &filled.clashes));
    warnings
}
