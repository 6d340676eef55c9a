//! Moving one session, or all that follow (调课): what would come of it first, then exactly that as one act.
//! Sessions with marks stay, because a mark says what happened on its day; leave announced ahead goes along.

use super::clashes::Clash;
use super::days::{DayWarning, not_before_start};
use super::timetable::given;
use super::{Desk, Outcome, Trouble};
use crate::domain::calendar::{Moment, Slot, Weekdays};
use crate::domain::change::{Change, Changed};
use crate::domain::class::{self, SessionPlan};
use crate::domain::holiday::{Holidays, SpecialDay, TeachingDays};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::mark::{Mark, MarkFault, Timing};
use crate::domain::shift::{Block, Shift};
use crate::store::rows::{ClassRow, MarkLine, SessionRow};
use crate::store::{Verb, Writer};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One session to another day and time.
    One { day: NaiveDate, slot: Slot },
    /// This session and all that follow it in its class.
    Following { by: Shift, days: TeachingDays },
}

/// One session and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub session: SessionRow,
    pub plan: SessionPlan,
}

/// What a move does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    pub class: ClassId,
    /// In order of time; never empty.
    pub moved: Vec<Moved>,
    /// Sessions that would move and have marks.
    pub stays: Vec<SessionRow>,
    /// Whose announced leave goes along, by name, in order of seats.
    pub leave: Vec<String>,
    /// A session that stays and that one would overlap: the move is refused.
    pub overlaps: Option<SessionRow>,
    /// What there is to say of the new days.
    pub days: Vec<DayWarning>,
    /// Holidays that were jumped over, and working weekends that were taken.
    pub left_out: Vec<SpecialDay>,
    pub brought_in: Vec<SpecialDay>,
    pub unknown_years: Vec<i32>,
    pub clashes: Vec<Clash>,
}

impl Desk {
    /// What moving a session would do.
    pub fn plan_move(&self, session: SessionId, to: Move) -> Outcome<Moving> {
        let session = self.store.session(session)?;
        if session.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        let class = self.store.class(session.class)?;
        let all = self.standing(class.id)?;
        let (asked, others): (Vec<SessionRow>, Vec<SessionRow>) =
            all.into_iter().partition(|one| is_asked(one, &session, to));
        let marks = self.store.marks_of_class(class.id)?;
        let (stays, moves): (Vec<SessionRow>, Vec<SessionRow>) =
            asked.into_iter().partition(|one| is_held(one, &marks, self.now()));
        let staying: Vec<&SessionRow> = others.iter().chain(&stays).collect();
        let holidays = self.holidays().holidays;
        let moved = self.places(&class, moves, &staying, to, &holidays)?;
        let (Some(first), Some(last)) = (moved.first(), moved.last()) else {
            let is_marked = matches!(to, Move::One { .. }) && !stays.is_empty();
            return Err(if is_marked { Trouble::HasMarks } else { Trouble::NothingMoves });
        };
        let span = (first.session.day.min(first.plan.day), last.plan.day);
        let days = match to {
            Move::Following { by: Shift::TeachingDays(_), days } => Some(days),
            Move::Following { .. } | Move::One { .. } => None,
        };
        let all_days = || span.0.iter_days().take_while(|day| *day <= span.1);
        let special = |of: fn(TeachingDays, NaiveDate, &Holidays) -> Option<&SpecialDay>| {
            let of_day = |days: TeachingDays| {
                all_days().filter_map(|day| of(days, day, &holidays)).cloned().collect::<Vec<_>>()
            };
            days.map(of_day).unwrap_or_default()
        };
        let plans: Vec<SessionPlan> = moved.iter().map(|one| one.plan.clone()).collect();
        Ok(Moving {
            class: class.id,
            overlaps: overlapped(&plans, &staying).cloned(),
            days: self.day_warnings(&class, &plans.iter().map(|plan| plan.day).collect::<Vec<_>>()),
            left_out: special(TeachingDays::leaves_out),
            brought_in: special(TeachingDays::brings_in),
            unknown_years: days.map_or(Vec::new(), |_| holidays.unknown(span.0, span.1)),
            clashes: self.clashes_of_plans(class.id, &plans)?,
            leave: self
                .names_on_leave(class.id, &marks, |id| moved.iter().any(|one| one.session.id == id))?,
            stays,
            moved,
        })
    }

    /// Moves them so, each with a dated line that says why.
    pub fn move_sessions(&mut self, moving: &Moving, reason: &str) -> Outcome<()> {
        let reason = given(reason)?;
        if moving.overlaps.is_some() {
            return Err(Trouble::Overlap);
        }
        let now = self.now();
        let class = self.store.class(moving.class)?;
        let mut moves = moving.moved.iter();
        moves.try_for_each(|one| not_before_start(&class, one.plan.day, Some(one.session.day)))?;
        // whoever moves later goes last first, so that nobody steps on a place that is still taken
        let later = moving.moved.first().is_some_and(|one| one.plan.day > one.session.day);
        let mut order: Vec<&Moved> = moving.moved.iter().collect();
        if later {
            order.reverse();
        }
        self.act(Verb::MoveSession, |writer| -> Outcome<()> {
            if order.len() > 1 {
                writer.about_class(&class);
            }
            for Moved { session, plan } in order {
                must_be_free(writer, session, now)?;
                writer.change_session(session.id, session.version, plan)?;
                writer.add_change(moving.class, Some(session.id), &moved(session, plan), &reason)?;
            }
            Ok(())
        })
    }

    /// The weekdays on which a class is taught; those of make-up sessions are exceptions and do not count.
    pub fn usual_weekdays(&self, class: ClassId) -> Outcome<Option<Weekdays>> {
        let makeups = self.store.makeups(class)?;
        let is_makeup = |session: &SessionRow| makeups.iter().any(|makeup| makeup.session == session.id);
        let standing = self.standing(class)?;
        Ok(Weekdays::of(standing.iter().filter(|session| !is_makeup(session)).map(|session| session.day)))
    }

    /// Sessions of a class that are not cancelled, in order of time.
    pub(super) fn standing(&self, class: ClassId) -> Outcome<Vec<SessionRow>> {
        let mut sessions = self.store.sessions(class)?;
        sessions.retain(|session| session.cancelled.is_none());
        Ok(sessions)
    }

    /// Who is on leave in a session, by name, in order of seats.
    pub fn on_leave(&self, session: &SessionRow) -> Outcome<Vec<String>> {
        self.names_on_leave(session.class, &self.store.marks_of_session(session.id)?, |_| true)
    }

    fn names_on_leave(
        &self,
        class: ClassId,
        marks: &[MarkLine],
        is_asked: impl Fn(SessionId) -> bool,
    ) -> Outcome<Vec<String>> {
        let on_leave: HashSet<EnrolmentId> = marks
            .iter()
            .filter(|line| matches!(line.mark, Mark::Leave(_)) && is_asked(line.session))
            .map(|line| line.enrolment)
            .collect();
        if on_leave.is_empty() {
            return Ok(Vec::new());
        }
        let people = self.store.enrolments(class)?.into_iter();
        Ok(people.filter(|who| on_leave.contains(&who.id)).map(|who| who.name).collect())
    }

    /// Where each goes; a session that would not move at all is none.
    fn places(
        &self,
        class: &ClassRow,
        moves: Vec<SessionRow>,
        staying: &[&SessionRow],
        to: Move,
        holidays: &Holidays,
    ) -> Outcome<Vec<Moved>> {
        let minutes = self.rules_of(class).minutes_per_hour.value;
        let places: Vec<Block> = match to {
            Move::One { day, slot } => moves.iter().map(|_| Block { day, slot }).collect(),
            Move::Following { by, days } => {
                let blocks: Vec<Block> = moves.iter().map(block).collect();
                let staying: Vec<Block> = staying.iter().map(|session| block(session)).collect();
                let moved = by.of(&blocks, &staying, |day| days.has(day, holidays));
                let moved = moved.ok_or(Trouble::NoTeachingDay)?;
                blocks.iter().zip(moved).map(|(block, day)| Block { day, ..*block }).collect()
            }
        };
        let mut moved = Vec::new();
        for (session, place) in moves.into_iter().zip(places) {
            if block(&session) == place {
                continue;
            }
            // a session that keeps its time keeps its class hours, whatever the rules say today
            let hours = if session.slot == place.slot {
                session.hours
            } else {
                class::slot_hours(place.slot, minutes)
            };
            if hours == ClassHours::ZERO {
                return Err(Trouble::NoHour);
            }
            not_before_start(class, place.day, Some(session.day))?;
            let plan = SessionPlan { day: place.day, slot: place.slot, hours, ..plan_of(&session) };
            moved.push(Moved { session, plan });
        }
        Ok(moved)
    }
}

/// The dated line of a session that goes to another day or time.
pub(super) fn moved(session: &SessionRow, plan: &SessionPlan) -> Change {
    let becomes = Block { day: plan.day, slot: plan.slot };
    Change { what: Changed::Moved, was: block(session).to_string(), becomes: becomes.to_string() }
}

/// Whether a session stays where it is: somebody was marked there.
pub(super) fn is_held(session: &SessionRow, marks: &[MarkLine], now: Moment) -> bool {
    let timing = Timing::of(session.day, session.slot, now);
    marks.iter().any(|line| line.session == session.id && line.mark.holds(timing))
}

/// Asked inside the act: the roll may have been taken while it waited for its turn.
pub(super) fn must_be_free(writer: &Writer<'_>, session: &SessionRow, now: Moment) -> Outcome<()> {
    let marks = writer.marks_of_session(session.id)?;
    if is_held(session, &marks, now) { Err(Trouble::HasMarks) } else { Ok(()) }
}

/// Whether a move of `session` means this one.
fn is_asked(one: &SessionRow, session: &SessionRow, to: Move) -> bool {
    match to {
        Move::One { .. } => one.id == session.id,
        Move::Following { .. } => block(one) >= block(session),
    }
}

pub(super) fn block(session: &SessionRow) -> Block {
    Block { day: session.day, slot: session.slot }
}

/// A session on file as a plan.
pub fn plan_of(session: &SessionRow) -> SessionPlan {
    SessionPlan {
        day: session.day,
        slot: session.slot,
        hours: session.hours,
        kind: session.kind,
        instructor: session.instructor.clone(),
        room: session.room.clone(),
        topic: session.topic.clone(),
    }
}

fn overlapped<'a>(plans: &[SessionPlan], staying: &[&'a SessionRow]) -> Option<&'a SessionRow> {
    let place = |plan: &SessionPlan| Block { day: plan.day, slot: plan.slot };
    staying.iter().copied().find(|other| plans.iter().any(|plan| place(plan).overlaps(block(other))))
}
