//! Leave that is announced: it fills the rolls of sessions to come, in one act.
//!
//! It is a forecast, not a correction: its lines belong to the instructor's layer, and whoever turns up after all is
//! marked present at the session without ado.

use super::classes::is_expected;
use super::{Desk, Outcome, Trouble};
use crate::domain::ids::EnrolmentId;
use crate::domain::leave::Span;
use crate::domain::mark::{Layer, LeaveKind, Mark, Source, Timing};
use crate::domain::written::line;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, SessionRow};
use crate::store::{NewMark, Verb};

/// What an announced leave does to the sessions of its days.
#[derive(Debug, Clone)]
pub struct LeavePlan {
    /// They get the leave.
    pub set: Vec<SessionRow>,
    /// Marked otherwise already: left as they are.
    pub kept: Vec<(SessionRow, MarkLine)>,
    /// Begun already: their roll is taken at the session.
    pub begun: Vec<SessionRow>,
}

impl Desk {
    /// The next session that somebody is expected in and that has not begun.
    pub fn next_ahead(&self, who: &EnrolmentRow) -> Outcome<Option<SessionRow>> {
        let mut sessions = self.standing(who.class)?.into_iter();
        Ok(sessions.find(|session| {
            is_expected(who, session) && Timing::of(session.day, session.slot, self.now()) == Timing::Ahead
        }))
    }

    /// What leave in these days would do.
    pub fn plan_leave(&self, who: &EnrolmentRow, span: Span) -> Outcome<LeavePlan> {
        let mut sessions = self.standing(who.class)?;
        sessions.retain(|session| is_expected(who, session) && span.holds(session.day, session.slot));
        let mut lines = self.store.marks_of_class(who.class)?;
        lines.retain(|line| line.enrolment == who.id && line.mark.stands());
        let mut plan = LeavePlan { set: Vec::new(), kept: Vec::new(), begun: Vec::new() };
        for session in sessions {
            let line = lines.iter().find(|line| line.session == session.id);
            match (Timing::of(session.day, session.slot, self.now()), line) {
                (Timing::Ahead, None) => plan.set.push(session),
                (Timing::Ahead, Some(line)) => plan.kept.push((session, line.clone())),
                (Timing::Now | Timing::Past, _) => plan.begun.push(session),
            }
        }
        Ok(plan)
    }

    /// Announces leave for all sessions to come in these days. What another desk marked in between stays.
    pub fn announce_leave(
        &mut self,
        who: &EnrolmentRow,
        span: Span,
        kind: LeaveKind,
        reason: &str,
    ) -> Outcome<LeavePlan> {
        let LeavePlan { set, kept, begun } = self.plan_leave(who, span)?;
        if set.is_empty() {
            return Err(Trouble::NoSessionAhead);
        }
        let reason = line(reason);
        let new = NewMark {
            mark: Mark::Leave(kind),
            source: &Source::Hand,
            layer: Layer::Instructor,
            reason: &reason,
        };
        let set = self.act(Verb::AnnounceLeave, |writer| -> Outcome<Vec<SessionRow>> {
            writer.about_enrolment(who.id)?;
            let mut done = Vec::new();
            for session in set {
                if writer.mark_now(session.id, who.id)?.is_none() {
                    writer.mark(&session, who.id, new)?;
                    done.push(session);
                }
            }
            // another desk was quicker: an act that did nothing is none
            if done.is_empty() {
                return Err(Trouble::NoSessionAhead);
            }
            Ok(done)
        })?;
        Ok(LeavePlan { set, kept, begun })
    }

    /// Somebody of a class, by enrolment.
    pub fn enrolment(&self, class: &ClassRow, id: EnrolmentId) -> Outcome<EnrolmentRow> {
        let found = self.store.enrolments(class.id)?.into_iter().find(|enrolment| enrolment.id == id);
        found.ok_or(Trouble::NoSuchTrainee)
    }
}
