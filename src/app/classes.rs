//! Classes and their timetables.

use super::{Desk, Outcome, Trouble, codes};
use crate::domain::calendar::{Slot, Weekdays};
use crate::domain::class::{self, ClassCode, ClassDraft, ClassFault, ClassField, SessionPlan};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, SessionId};
use crate::domain::mark::{MarkFault, Timing};
use crate::domain::who::SessionRef;
use crate::store::rows::{ClassRow, EnrolmentRow, SessionRow};
use crate::store::{StoreError, Taken, Verb};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Where a class stands on a day, told by its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Planned,
    Running,
    Ended,
}

/// How far the rolls of a class are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RollState {
    /// Sessions begun.
    pub begun: u32,
    /// Of those, with nobody left to take.
    pub taken: u32,
}

/// How far the roll of one session is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rolled {
    pub begun: bool,
    /// People on the roll of that day, and those of them with a mark.
    pub expected: u32,
    pub taken: u32,
}

/// A class with all that its page shows.
#[derive(Debug, Clone)]
pub struct ClassView {
    pub class: ClassRow,
    pub phase: Phase,
    pub sessions: Vec<SessionRow>,
    pub enrolments: Vec<EnrolmentRow>,
    pub roll: RollState,
    /// Of each session, in the order of `sessions`.
    pub rolls: Vec<Rolled>,
}

/// What filling a timetable did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    pub added: u32,
    /// Sessions already there at the same or an overlapping time, left as they are.
    pub kept: u32,
    /// Those of them that only overlap a slot asked for, and are not it.
    pub clashes: u32,
    /// Class hours of the whole timetable, and those required: different ones are a warning.
    pub planned: ClassHours,
    pub required: ClassHours,
    /// The first day with more class hours than the rule pack allows, with how many.
    pub long_day: Option<(NaiveDate, u32)>,
}

impl Phase {
    pub fn of(class: &ClassRow, day: NaiveDate) -> Self {
        if day < class.start {
            return Self::Planned;
        }
        if day <= class.end { Self::Running } else { Self::Ended }
    }
}

impl Desk {
    /// Running and coming classes first, then ended ones.
    pub fn classes(&self, limit: u32) -> Outcome<Vec<ClassRow>> {
        Ok(self.store.classes(self.today(), limit)?)
    }

    pub fn class(&self, id: ClassId) -> Outcome<ClassRow> {
        Ok(self.store.class(id)?)
    }

    pub fn class_named(&self, code: &str) -> Outcome<ClassRow> {
        let missing = || Trouble::NoSuchClass(code.to_owned());
        let parsed = ClassCode::parse(code).ok_or_else(missing)?;
        self.store.class_by_code(&parsed)?.ok_or_else(missing)
    }

    pub fn class_view(&self, id: ClassId) -> Outcome<ClassView> {
        let class = self.store.class(id)?;
        let sessions = self.store.sessions(id)?;
        let enrolments = self.store.enrolments(id)?;
        let rolls = self.rolls(id, &sessions, &enrolments)?;
        let roll = sessions.iter().zip(&rolls).fold(RollState::default(), |state, (session, rolled)| {
            let counts = rolled.begun && session.cancelled.is_none();
            let whole = counts && rolled.expected > 0 && rolled.taken == rolled.expected;
            RollState { begun: state.begun + u32::from(counts), taken: state.taken + u32::from(whole) }
        });
        Ok(ClassView { phase: Phase::of(&class, self.today()), class, sessions, enrolments, roll, rolls })
    }

    fn rolls(
        &self,
        id: ClassId,
        sessions: &[SessionRow],
        enrolments: &[EnrolmentRow],
    ) -> Outcome<Vec<Rolled>> {
        let now = self.now();
        let marks: HashSet<(SessionId, EnrolmentId)> = self
            .store
            .marks_of_class(id)?
            .into_iter()
            .filter(|line| line.mark.stands())
            .map(|line| (line.session, line.enrolment))
            .collect();
        let rolled = |session: &SessionRow| {
            let begun = Timing::of(session.day, session.slot, now) != Timing::Ahead;
            let mut rolled = Rolled { begun, ..Rolled::default() };
            for enrolment in enrolments.iter().filter(|enrolment| is_expected(enrolment, session.day)) {
                rolled.expected += 1;
                rolled.taken += u32::from(marks.contains(&(session.id, enrolment.id)));
            }
            rolled
        };
        Ok(sessions.iter().map(rolled).collect())
    }

    pub fn add_class(&mut self, draft: &ClassDraft) -> Outcome<ClassId> {
        let plan = draft.parse(known_course).map_err(Trouble::Class)?;
        let rules = self.rules_of("");
        self.act(Verb::AddClass, |writer| writer.add_class(&plan, &rules.id, &rules.hash)).map_err(code_taken)
    }

    pub fn change_class(&mut self, id: ClassId, version: ActId, draft: &ClassDraft) -> Outcome<()> {
        let plan = draft.parse(known_course).map_err(Trouble::Class)?;
        let old = self.store.class(id)?;
        // Whoever joined on the first day joins on the new first day.
        let mut moved = self.store.enrolments(id)?;
        moved.retain(|enrolment| old.start != plan.start && enrolment.joined == old.start);
        self.act(Verb::ChangeClass, |writer| {
            writer.change_class(id, version, &plan)?;
            moved.iter().try_for_each(|enrolment| writer.rejoin(enrolment.id, enrolment.version, plan.start))
        })
        .map_err(code_taken)
    }

    /// Fills the timetable from the class's start to its end. Sessions that are there stay as they are.
    pub fn fill_timetable(&mut self, id: ClassId, days: Weekdays, slots: &[Slot]) -> Outcome<Filled> {
        let class = self.store.class(id)?;
        let rules = self.rules_of(&class.pack_id);
        let plans = class::fill(class.start, class.end, days, slots, rules.minutes_per_hour.value)
            .map_err(Trouble::Fill)?;
        let there = self.store.sessions(id)?;
        let clashes =
            |plan: &SessionPlan| standing_on(&there, plan.day).any(|old| old.slot.overlaps(plan.slot));
        let (kept, mut new): (Vec<SessionPlan>, Vec<SessionPlan>) = plans.into_iter().partition(clashes);
        for plan in &mut new {
            plan.instructor.clone_from(&class.instructor);
            plan.room.clone_from(&class.place);
        }
        if !new.is_empty() {
            self.act(Verb::FillTimetable, |writer| -> Outcome<()> {
                writer.about_class(&class);
                new.iter().try_for_each(|plan| writer.add_session(id, plan).map(|_| ()))?;
                Ok(())
            })?;
        }
        let is_there = |plan: &&SessionPlan| standing_on(&there, plan.day).any(|old| old.slot == plan.slot);
        let clashes = u32::try_from(kept.iter().filter(|plan| !is_there(plan)).count()).unwrap_or(u32::MAX);
        let count = |plans: &[SessionPlan]| u32::try_from(plans.len()).unwrap_or(u32::MAX);
        let planned = self.store.class(id)?.planned;
        let long_day = long_day(&self.store.sessions(id)?, rules.max_hours_per_day.value);
        Ok(Filled {
            added: count(&new),
            kept: count(&kept),
            clashes,
            planned,
            required: class.hours,
            long_day,
        })
    }

    /// Adds one session; its class hours follow from the slot.
    pub fn add_session(&mut self, id: ClassId, plan: SessionPlan) -> Outcome<SessionId> {
        let plan = self.fit_session(id, None, plan)?;
        Ok(self.act(Verb::AddSession, |writer| writer.add_session(id, &plan))?)
    }

    pub fn change_session(&mut self, session: SessionId, version: ActId, plan: SessionPlan) -> Outcome<()> {
        let old = self.store.session(session)?;
        let plan = self.fit_session(old.class, Some(session), plan)?;
        let stays = old.day == plan.day && old.slot == plan.slot;
        if !stays && self.store.marks_of_session(session)?.iter().any(|line| line.mark.stands()) {
            return Err(Trouble::HasMarks);
        }
        Ok(self.act(Verb::ChangeSession, |writer| writer.change_session(session, version, &plan))?)
    }

    pub fn cancel_session(&mut self, session: SessionId, version: ActId, reason: &str) -> Outcome<()> {
        let reason = crate::domain::written::line(reason);
        if reason.is_empty() {
            return Err(Trouble::Mark(MarkFault::ReasonNeeded));
        }
        Ok(self.act(Verb::CancelSession, |writer| writer.cancel_session(session, version, &reason))?)
    }

    fn fit_session(&self, id: ClassId, except: Option<SessionId>, plan: SessionPlan) -> Outcome<SessionPlan> {
        let class = self.store.class(id)?;
        let hours = class::slot_hours(plan.slot, self.rules_of(&class.pack_id).minutes_per_hour.value);
        if hours == ClassHours::ZERO {
            return Err(Trouble::NoHour);
        }
        let sessions = self.store.sessions(id)?;
        let mut others = standing_on(&sessions, plan.day).filter(|old| Some(old.id) != except);
        if others.any(|old| old.slot.overlaps(plan.slot)) {
            return Err(Trouble::Overlap);
        }
        Ok(SessionPlan { hours, ..plan })
    }

    pub fn session(&self, id: SessionId) -> Outcome<SessionRow> {
        Ok(self.store.session(id)?)
    }

    pub fn sessions(&self, class: ClassId) -> Outcome<Vec<SessionRow>> {
        Ok(self.store.sessions(class)?)
    }

    /// The session a reference means; cancelled ones are not counted.
    pub fn session_named(&self, class: &ClassRow, text: &str) -> Outcome<SessionRow> {
        let missing = || Trouble::NoSuchSession(text.to_owned());
        let wanted = SessionRef::parse(text).ok_or_else(missing)?;
        let sessions = self.store.sessions(class.id)?;
        let mut standing = sessions.into_iter().filter(|session| session.cancelled.is_none());
        let found = match wanted {
            SessionRef::At(day, time) => {
                standing.find(|session| session.day == day && session.slot.from() == time)
            }
            SessionRef::Nth(day, nth) => standing.filter(|session| session.day == day).nth(nth - 1),
        };
        found.ok_or_else(missing)
    }
}

/// Whether somebody is on the roll of a day: joined by then and not left before.
pub fn is_expected(enrolment: &EnrolmentRow, day: NaiveDate) -> bool {
    enrolment.joined <= day && enrolment.left.is_none_or(|left| left >= day)
}

fn known_course(key: &str) -> Option<(crate::domain::course::CourseKey, Option<ClassHours>)> {
    codes::course(key).map(|course| (course.key.clone(), course.hours))
}

fn code_taken(error: StoreError) -> Trouble {
    match error {
        StoreError::Taken(Taken::ClassCode) => {
            Trouble::Class(vec![(ClassField::Code, ClassFault::CodeTaken)])
        }
        other => other.into(),
    }
}

/// Sessions of a day that are not cancelled.
fn standing_on(sessions: &[SessionRow], day: NaiveDate) -> impl Iterator<Item = &SessionRow> {
    sessions.iter().filter(move |session| session.day == day && session.cancelled.is_none())
}

fn long_day(sessions: &[SessionRow], most: u32) -> Option<(NaiveDate, u32)> {
    let of_day = |day| standing_on(sessions, day).map(|session| session.hours).sum::<ClassHours>().get();
    sessions.iter().map(|session| (session.day, of_day(session.day))).find(|(_, hours)| *hours > most)
}
