//! `leave`: announced leave of one person, for all sessions to come in its days.

use super::answer;
use super::call::Call;
use super::classes::reference;
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::Trouble;
use crate::domain::leave::Span;
use crate::domain::mark::{LeaveKind, Mark};
use crate::store::rows::SessionRow;
use crate::text::cli as t;
use crate::text::common;
use serde_json::json;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["leave"],
    operands: &[],
    options: &[
        CLASS,
        Opt::needed("trainee", Kind::Text("T"), t::opt_trainee),
        Opt::needed("from", Kind::Day, t::opt_from),
        // every verb agrees on the kind of an option, and `backup --to` takes a file: the day is read in `run`
        Opt::needed("to", Kind::Path("DATE"), t::opt_until),
        Opt::new("leave", Kind::One(&["sick", "personal"]), t::opt_leave),
        Opt::new("reason", Kind::Text("TEXT"), t::opt_leave_reason),
    ],
    does: Does::Changes,
    help: t::help_leave,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let kind = if call.text("leave") == Some("personal") { LeaveKind::Personal } else { LeaveKind::Sick };
    let from = call.day("from").ok_or(UseFault::Day("from"))?;
    let to = call.day("to").ok_or(UseFault::Day("to"))?;
    let span = Span::days(from, to).ok_or(Trouble::Span)?;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let who = desk.enrolment_named(&class, &call.words("trainee"))?;
    let plan = desk.announce_leave(&who, span, kind, &call.words("reason"))?;
    let said = common::mark(lang, Mark::Leave(kind));
    let references = |sessions: &[SessionRow]| sessions.iter().map(reference).collect::<Vec<_>>();
    let kept: Vec<SessionRow> = plan.kept.iter().map(|(session, _)| session.clone()).collect();
    let json = json!({
        "class": class.code.as_str(),
        "seat": who.seat,
        "name": who.name,
        "leave": if kind == LeaveKind::Sick { "sick" } else { "personal" },
        "set": references(&plan.set),
        "kept": references(&kept),
        "begun": references(&plan.begun),
    });
    let mut lines = vec![t::leave_set(lang, who.seat, &who.name, plan.set.len(), &said)];
    for (session, line) in &plan.kept {
        lines.push(t::leave_kept(lang, &reference(session), &common::mark(lang, line.mark)));
    }
    if !plan.begun.is_empty() {
        lines.push(t::leave_begun(lang, plan.begun.len()));
    }
    answer(json, lines)
}
