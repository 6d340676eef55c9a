//! `mark`: one mark in one session, for one person or for everybody not taken yet.

use super::answer;
use super::call::Call;
use super::classes::reference;
use super::code;
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Trouble;
use crate::domain::hours::Minutes;
use crate::domain::mark::{End, LeaveKind, Mark, MarkFault, missed_by};
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
    does: Does::Changes,
    help: t::help_mark,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    if call.flag("trainee") == call.flag("all-unmarked") {
        return Err(UseFault::EitherOr("trainee", "all-unmarked").into());
    }
    fits_together(call)?;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let session = desk.session_named(&class, &call.words("session"))?;
    let mark = wanted(call, |end| missed_by(end, session.day, session.slot, desk.now()))?;
    let reason = call.words("reason");
    let (late, early) = mark.minutes();
    let mut json = json!({
        "class": class.code.as_str(),
        "session": reference(&session),
        "as": code::mark(mark).unwrap_or("clear"),
        "late": late.get(),
        "early": early.get(),
        "leave": code::leave(mark),
        "marked": 0,
    });
    let said = common::mark(lang, mark);
    if let Some(trainee) = call.text("trainee") {
        let enrolment = desk.enrolment_named(&class, trainee)?;
        let marked = desk.mark(session.id, &[enrolment.id], mark, &reason)?;
        json["marked"] = json!(marked);
        json["seat"] = json!(enrolment.seat);
        json["name"] = json!(enrolment.name);
        let (session, seat, name) = (reference(&session), enrolment.seat, enrolment.name.as_str());
        let line = match marked {
            0 => t::nothing_to_clear(lang, &session, seat, name),
            _ => t::marked_one(lang, &session, seat, name, &said),
        };
        return answer(json, vec![line]);
    }
    let marked = desk.mark_unmarked(session.id, mark, &reason)?;
    json["marked"] = json!(marked);
    answer(json, vec![t::marked_all(lang, &reference(&session), marked, &said)])
}

/// Minutes belong to late and early, a kind to leave.
fn fits_together(call: &Call<'_>) -> Result<(), UseFault> {
    let word = call.words("as");
    for name in ["minutes-late", "minutes-early"] {
        if call.flag(name) && !matches!(word.as_str(), "late" | "early") {
            return Err(UseFault::OnlyWith(name, "as late|early"));
        }
    }
    if call.flag("leave") && word != "leave" {
        return Err(UseFault::OnlyWith("leave", "as leave"));
    }
    Ok(())
}

/// The mark that the options describe. Minutes that were not given are those of the clock, while the session runs.
fn wanted(call: &Call<'_>, by_clock: impl Fn(End) -> Option<Minutes>) -> Result<Mark, Failure> {
    let word = call.words("as");
    let given = |name: &str| call.whole(name).map(|number| u16::try_from(number).ok().and_then(Minutes::new));
    let missed = |name: &'static str, end: End| match given(name) {
        Some(minutes) => minutes
            .filter(|minutes| !minutes.is_none())
            .ok_or_else(|| Failure::from(Trouble::Mark(MarkFault::Minutes))),
        None => by_clock(end).ok_or_else(|| {
            UseFault::MissingOption { option: format!("--{name} N"), verb: format!("mark --as {word}") }
                .into()
        }),
    };
    let also = |name: &str| given(name).flatten().unwrap_or_default();
    Ok(match word.as_str() {
        "late" => Mark::Present { late: missed("minutes-late", End::Late)?, early: also("minutes-early") },
        "early" => Mark::Present { late: also("minutes-late"), early: missed("minutes-early", End::Early)? },
        "leave" if call.text("leave") == Some("personal") => Mark::Leave(LeaveKind::Personal),
        "leave" => Mark::Leave(LeaveKind::Sick),
        "absent" => Mark::Absent,
        "clear" => Mark::Cleared,
        _ => Mark::PRESENT,
    })
}
