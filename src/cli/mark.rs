//! `mark`: one mark in one session, for one person or for everybody not taken yet.

use super::answer;
use super::call::Call;
use super::classes::reference;
use super::code;
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Kind, Opt, Verb};
use crate::app::Trouble;
use crate::domain::hours::Minutes;
use crate::domain::mark::{LeaveKind, Mark, MarkFault};
use crate::text::cli as t;
use crate::text::common;
use serde_json::json;

/// Minutes of a day.
const MOST: u32 = 1440;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["mark"],
    operands: &[],
    options: &[
        CLASS,
        Opt::needed("session", Kind::Text("2026-09-07T08:30"), t::opt_session),
        Opt::needed("as", Kind::One(&code::MARKS), t::opt_as),
        Opt::new("trainee", Kind::Text("T"), t::opt_trainee),
        Opt::new("all-unmarked", Kind::Flag, t::opt_all_unmarked),
        Opt::new("minutes-late", Kind::Whole(MOST), t::opt_minutes_late),
        Opt::new("minutes-early", Kind::Whole(MOST), t::opt_minutes_early),
        Opt::new("leave", Kind::One(&["sick", "personal"]), t::opt_leave),
        Opt::new("reason", Kind::Text("TEXT"), t::opt_reason),
    ],
    reads: false,
    help: t::help_mark,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    if call.flag("trainee") == call.flag("all-unmarked") {
        return Err(UseFault::EitherOr("trainee", "all-unmarked").into());
    }
    let mark = wanted(call)?;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let session = desk.session_named(&class, &call.words("session"))?;
    let reason = call.words("reason");
    let (late, early) = mark.minutes();
    let mut json = json!({
        "class": class.code.as_str(),
        "session": reference(&session),
        "as": code::mark(mark).unwrap_or("clear"),
        "late": late.get(),
        "early": early.get(),
        "leave": code::leave(mark),
        "marked": 1,
    });
    let said = common::mark(lang, mark);
    if let Some(trainee) = call.text("trainee") {
        let enrolment = desk.enrolment_named(&class, trainee)?;
        desk.mark(session.id, &[enrolment.id], mark, &reason)?;
        json["seat"] = json!(enrolment.seat);
        json["name"] = json!(enrolment.name);
        let line = t::marked_one(lang, &reference(&session), enrolment.seat, &enrolment.name, &said);
        return answer(json, vec![line]);
    }
    let marked = desk.mark_unmarked(session.id, mark, &reason)?;
    json["marked"] = json!(marked);
    answer(json, vec![t::marked_all(lang, &reference(&session), marked, &said)])
}

/// The mark that the options describe; minutes belong to late and early, a kind to leave.
fn wanted(call: &Call<'_>) -> Result<Mark, Failure> {
    let word = call.words("as");
    let minutes = |name: &'static str, needed: bool| match call.whole(name) {
        Some(0) if needed => Err(Failure::from(Trouble::Mark(MarkFault::Minutes))),
        Some(number) => Ok(u16::try_from(number).ok().and_then(Minutes::new).unwrap_or_default()),
        None if needed => {
            Err(UseFault::MissingOption { option: format!("--{name} N"), verb: format!("mark --as {word}") }
                .into())
        }
        None => Ok(Minutes::ZERO),
    };
    for name in ["minutes-late", "minutes-early"] {
        if call.flag(name) && !matches!(word.as_str(), "late" | "early") {
            return Err(UseFault::OnlyWith(name, "as late|early").into());
        }
    }
    if call.flag("leave") && word != "leave" {
        return Err(UseFault::OnlyWith("leave", "as leave").into());
    }
    Ok(match word.as_str() {
        "late" => {
            Mark::Present { late: minutes("minutes-late", true)?, early: minutes("minutes-early", false)? }
        }
        "early" => {
            Mark::Present { late: minutes("minutes-late", false)?, early: minutes("minutes-early", true)? }
        }
        "leave" if call.text("leave") == Some("personal") => Mark::Leave(LeaveKind::Personal),
        "leave" => Mark::Leave(LeaveKind::Sick),
        "absent" => Mark::Absent,
        "clear" => Mark::Cleared,
        _ => Mark::PRESENT,
    })
}
