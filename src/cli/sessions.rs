//! `session list`, `move`, `cancel`, `makeup`: the sessions of a class, one by one.

use super::answer;
use super::call::Call;
use super::classes::reference;
use super::code;
use super::fault::{Failure, UseFault};
use super::hours::stamp;
use super::print::{Printed, table};
use super::timetable::{SKIP, WORK, Warning, clash_warnings, holiday_warnings, on_holidays, told};
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Desk;
use crate::app::days::DayWarning;
use crate::app::makeup::Link;
use crate::app::shift::{Move, Moving, plan_of};
use crate::app::words::timetable as say;
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::class::SessionPlan;
use crate::domain::holiday::TeachingDays;
use crate::domain::shift::Shift;
use crate::domain::written::line;
use crate::store::rows::{ChangeRow, ClassRow, SessionRow};
use crate::text::Lang;
use crate::text::class as class_words;
use crate::text::cli as t;
use crate::text::timetable as words;
use serde_json::{Value, json};

const SESSION: Opt = Opt::needed("session", Kind::Text("2026-09-07T08:30"), t::opt_session);
const REASON: Opt = Opt::needed("reason", Kind::Text("TEXT"), t::opt_why);
const SLOT: Opt = Opt::new("slot", Kind::Text("08:30-12:00"), t::opt_slot);
const MARKED: &str = "despite-marks";
const BY_DAYS: &str = "by-days";
const BY_TEACHING_DAYS: &str = "by-teaching-days";

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["session", "list"],
        operands: &[],
        options: &[CLASS],
        // clashes are told with names, and a reason may say anything
        does: Does::Tells,
        help: t::help_session_list,
        run: list,
    },
    Verb {
        words: &["session", "move"],
        operands: &[],
        options: &[
            CLASS,
            SESSION,
            REASON,
            Opt::new("day", Kind::Day, t::opt_new_day),
            SLOT,
            Opt::new(BY_DAYS, Kind::Text("N"), t::opt_by_days),
            Opt::new(BY_TEACHING_DAYS, Kind::Whole(366), t::opt_by_teaching_days),
            Opt::new("days", Kind::Text("mon-fri"), t::opt_taught_days),
            SKIP,
            WORK,
            Opt::new("dry-run", Kind::Flag, t::opt_dry_run),
        ],
        does: Does::Changes,
        help: t::help_session_move,
        run: shift,
    },
    Verb {
        words: &["session", "cancel"],
        operands: &[],
        options: &[CLASS, SESSION, REASON, Opt::new(MARKED, Kind::Flag, t::opt_cancel_marked)],
        does: Does::Changes,
        help: t::help_session_cancel,
        run: cancel,
    },
    Verb {
        words: &["session", "makeup"],
        operands: &[],
        options: &[
            CLASS,
            Opt::needed("session", Kind::Text("2026-09-07T08:30"), t::opt_cancelled_session),
            Opt::needed("day", Kind::Day, t::opt_new_day),
            SLOT,
            Opt::new("instructor", Kind::Text("NAME"), t::opt_instructor),
            Opt::new("room", Kind::Text("ROOM"), t::opt_room),
        ],
        does: Does::Changes,
        help: t::help_session_makeup,
        run: makeup,
    },
];

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let class = call.class(&desk)?;
    let sessions = desk.sessions(class.id)?;
    let links = desk.links(class.id, &sessions)?;
    let clashes = desk.clashes(class.id)?;
    let pairs = || sessions.iter().zip(&links.links);
    let warnings = clash_warnings(lang, &clashes);
    let json = json!({
        "sessions": pairs().map(|(session, link)| facts(session, link)).collect::<Vec<_>>(),
        "planned": class.planned.get(),
        "required": class.hours.get(),
        "to_make_up": links.owed().get(),
        "changes": links.changes.iter().map(change).collect::<Vec<_>>(),
        "clashes": told(&warnings),
    });
    let mut lines = table(&pairs().map(|(session, link)| row(lang, session, link)).collect::<Vec<_>>());
    lines.push(t::class_hours(lang, class.planned.get(), class.hours.get()));
    if links.owed().get() > 0 {
        lines.push(words::owed(lang, links.owed().get()));
    }
    lines.extend(warnings.into_iter().map(|(_, text)| words::clash(lang, &text)));
    answer(json, lines)
}

fn facts(session: &SessionRow, link: &Link) -> Value {
    json!({
        "session": reference(session),
        "from": session.slot.from().to_string(),
        "to": session.slot.to().to_string(),
        "hours": session.hours.get(),
        "kind": session.kind.key(),
        "instructor": session.instructor,
        "room": session.room,
        "topic": session.topic,
        "cancelled": session.cancelled,
        "made_up_by": link.made_up_by.iter().map(reference).collect::<Vec<_>>(),
        "makes_up": link.makes_up.as_deref().map(reference),
        "to_make_up": link.owed.get(),
        "moved_from": link.moved_from.map(|was| format!("{}T{}", was.day, was.slot.from())),
    })
}

fn change(row: &ChangeRow) -> Value {
    json!({
        "what": row.change.what.key(),
        "was": row.change.was,
        "becomes": row.change.becomes,
        "reason": row.reason,
        "by": row.operator,
        "at": stamp(row.wall_ms),
    })
}

fn row(lang: Lang, session: &SessionRow, link: &Link) -> Vec<String> {
    vec![
        reference(session),
        session.slot.to_string(),
        session.hours.get().to_string(),
        class_words::session_kind(lang, session.kind).to_owned(),
        session.instructor.clone(),
        session.room.clone(),
        say::note(lang, session, link),
    ]
}

fn shift(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let session = desk.session_named(&class, &call.words("session"))?;
    let moving = desk.plan_move(session.id, asked(call, &desk, &class, &session)?)?;
    let dry = call.flag("dry-run");
    if !dry {
        desk.move_sessions(&moving, &call.words("reason"))?;
    }
    let warnings = warnings(lang, &desk, &moving);
    let moves: Vec<Value> = moving
        .moved
        .iter()
        .map(|one| json!({ "was": reference(&one.session), "becomes": place(&one.plan) }))
        .collect();
    let json = json!({
        "moved": moves,
        "stays": moving.stays.iter().map(reference).collect::<Vec<_>>(),
        "overlaps": moving.overlaps.as_ref().map(reference),
        "warnings": told(&warnings),
        "dry_run": dry,
    });
    let mut lines: Vec<String> = moving
        .moved
        .iter()
        .map(|one| words::moves(lang, &reference(&one.session), &place(&one.plan)))
        .collect();
    lines.extend(warnings.into_iter().map(|(_, text)| text));
    if dry {
        lines.push(t::dry_run(lang).to_owned());
    }
    answer(json, lines)
}

/// One session to a day, or all that follow by some days.
fn asked(call: &Call<'_>, desk: &Desk, class: &ClassRow, session: &SessionRow) -> Result<Move, Failure> {
    let ways = [
        call.text("day").or(call.text("slot")).map(|_| "day"),
        call.text(BY_DAYS).map(|_| BY_DAYS),
        call.text(BY_TEACHING_DAYS).map(|_| BY_TEACHING_DAYS),
    ];
    let mut given = ways.into_iter().flatten();
    let (Some(way), None) = (given.next(), given.next()) else {
        return Err(UseFault::EitherOr("day", BY_TEACHING_DAYS).into());
    };
    if way == "day" {
        let slot = slot(call)?.unwrap_or(session.slot);
        return Ok(Move::One { day: call.day("day").unwrap_or(session.day), slot });
    }
    let far = if way == BY_DAYS {
        call.text(BY_DAYS).and_then(|text| text.parse().ok()).and_then(Shift::days)
    } else {
        call.whole(BY_TEACHING_DAYS).and_then(Shift::teaching_days)
    };
    let by = far.ok_or(UseFault::DaysApart(way))?;
    let weekdays = match call.text("days") {
        Some(text) => Weekdays::parse(text).ok_or(UseFault::Weekdays)?,
        None => desk.usual_weekdays(class.id)?.unwrap_or(Weekdays::ALL),
    };
    Ok(Move::Following { by, days: TeachingDays { weekdays, on_holidays: on_holidays(call) } })
}

fn slot(call: &Call<'_>) -> Result<Option<Slot>, UseFault> {
    let Some(text) = call.text("slot") else { return Ok(None) };
    Slot::parse(text).map(Some).ok_or_else(|| UseFault::Slot(text.to_owned()))
}

/// A planned session as `--session` takes it once it is there.
fn place(plan: &SessionPlan) -> String {
    format!("{}T{}", plan.day, plan.slot.from())
}

fn warnings(lang: Lang, desk: &Desk, moving: &Moving) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for stays in &moving.stays {
        warnings.push(("has-marks", words::stays(lang, &reference(stays))));
    }
    warnings.extend(say::leave_along(lang, &moving.leave).map(|words| ("leave", words)));
    if let Some(own) = &moving.overlaps {
        warnings.push(("overlap", words::own_overlap(lang, &reference(own))));
    }
    warnings.extend(day_warnings(lang, &moving.days));
    if !moving.left_out.is_empty() {
        warnings.push(("holidays", words::left_out(lang, &say::special_days(lang, &moving.left_out))));
    }
    warnings.extend(holiday_warnings(lang, desk, &moving.unknown_years));
    warnings.extend(clash_warnings(lang, &moving.clashes));
    warnings
}

fn day_warnings(lang: Lang, warnings: &[DayWarning]) -> impl Iterator<Item = Warning> {
    warnings.iter().map(move |warning| (code::day_warning(warning), say::day_warning(lang, warning)))
}

fn cancel(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let session = desk.session_named(&class, &call.words("session"))?;
    let reason = call.words("reason");
    let loss = desk.loss_of(&session)?;
    if call.flag(MARKED) {
        desk.cancel_despite_marks(session.id, session.version, &reason)?;
    } else {
        desk.cancel_session(session.id, session.version, &reason)?;
    }
    let warnings: Vec<Warning> = loss.map(|loss| ("has-marks", say::loss(lang, loss))).into_iter().collect();
    let session = desk.session(session.id)?;
    let reason = session.cancelled.clone().unwrap_or_default();
    let json = json!({
        "session": reference(&session),
        "cancelled": reason,
        "to_make_up": desk.owed_of(&session)?.get(),
        "warnings": told(&warnings),
    });
    let mut lines = vec![format!("{}  {}", reference(&session), class_words::cancelled_why(lang, &reason))];
    lines.extend(warnings.into_iter().map(|(_, text)| text));
    answer(json, lines)
}

fn makeup(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let session = desk.cancelled_named(&class, &call.words("session"))?;
    let given = |name: &str, usual: &str| call.text(name).map_or_else(|| usual.to_owned(), line);
    let plan = SessionPlan {
        day: call.day("day").unwrap_or(session.day),
        slot: slot(call)?.unwrap_or(session.slot),
        instructor: given("instructor", &session.instructor),
        room: given("room", &session.room),
        ..plan_of(&session)
    };
    let days = desk.day_warnings(&class, &[plan.day]);
    let clashes = desk.clashes_of_plans(class.id, std::slice::from_ref(&plan))?;
    let made = desk.make_up(session.id, plan)?;
    let made = desk.session(made)?;
    let owed = desk.owed_of(&session)?.get();
    let mut warnings: Vec<Warning> = day_warnings(lang, &days).collect();
    warnings.extend(clash_warnings(lang, &clashes));
    let json = json!({
        "session": reference(&made),
        "makes_up": reference(&session),
        "hours": made.hours.get(),
        "to_make_up": owed,
        "warnings": told(&warnings),
    });
    let mut lines = vec![words::moves(lang, &reference(&session), &reference(&made))];
    if owed > 0 {
        lines.push(words::owed(lang, owed));
    }
    lines.extend(warnings.into_iter().map(|(_, text)| text));
    answer(json, lines)
}
