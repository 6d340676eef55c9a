//! Classes: planned, changed, and seen with all that their pages show.

use super::packs::rules;
use super::timetable::{fresh, given};
use super::{Desk, Outcome, Trouble, clock, codes, shift};
use crate::domain::change::{Change, Changed, changes};
use crate::domain::class::{ClassCode, ClassDraft, ClassFault, ClassField, ClassPlan, SessionPlan};
use crate::domain::expected::Stay;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, SessionId};
use crate::domain::mark::Timing;
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

    /// Who sits in a class under a category that nothing proves on its first day: what was obtained later is paid back
    /// at an audit.
    pub fn without_proof(&self, class: &ClassRow) -> Outcome<HashSet<EnrolmentId>> {
        Ok(self.store.without_proof(class.id, class.start)?)
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
            for enrolment in enrolments.iter().filter(|enrolment| is_expected(enrolment, session)) {
                rolled.expected += 1;
                rolled.taken += u32::from(marks.contains(&(session.id, enrolment.id)));
            }
            rolled
        };
        Ok(sessions.iter().map(rolled).collect())
    }

    pub fn add_class(&mut self, draft: &ClassDraft) -> Outcome<ClassId> {
        let plan = draft.parse(known_course).map_err(Trouble::Class)?;
        let rules = rules::on(plan.start);
        self.act(Verb::AddClass, |writer| writer.add_class(&plan, &rules.id, &rules.hash)).map_err(code_taken)
    }

    /// What a draft changes of a class that has begun: each is dated, and the reason must be given.
    pub fn dated_changes(&self, id: ClassId, draft: &ClassDraft) -> Outcome<Vec<Change>> {
        let plan = draft.parse(known_course).map_err(Trouble::Class)?;
        Ok(self.dated(&self.store.class(id)?, &plan))
    }

    fn dated(&self, class: &ClassRow, plan: &ClassPlan) -> Vec<Change> {
        if has_begun(class, self.today()) { changes(&plan_of(class), plan) } else { Vec::new() }
    }

    /// Changes a class; the reason counts for what is dated and may be empty where nothing is. Coming sessions that had
    /// its instructor or place have the new one: how many comes back. A first day after marked sessions is refused:
    /// nobody would be expected there, and their marks would go on earning class hours.
    pub fn change_class(
        &mut self,
        id: ClassId,
        version: ActId,
        draft: &ClassDraft,
        reason: &str,
    ) -> Outcome<usize> {
        let plan = draft.parse(known_course).map_err(Trouble::Class)?;
        let old = self.store.class(id)?;
        fresh(old.version, version)?;
        let dated = self.dated(&old, &plan);
        let reason = if dated.is_empty() { String::new() } else { given(reason)? };
        let moves_end = dated.iter().any(|change| change.what == Changed::End);
        // Whoever joined on the first day joins on the new first day.
        let mut moved = self.store.enrolments(id)?;
        moved.retain(|enrolment| old.start != plan.start && enrolment.joined == old.start);
        let follow = self.following(&old, &plan)?;
        let (is_later, now) = (plan.start > old.start, self.now());
        self.act(if moves_end { Verb::MoveEnd } else { Verb::ChangeClass }, |writer| -> Outcome<usize> {
            let marked = if is_later { writer.marked_before(id, plan.start, now)? } else { Vec::new() };
            if let Some(first) = marked.first() {
                let fault = ClassFault::MarkedBefore { sessions: marked.len(), first: *first };
                return Err(Trouble::Class(vec![(ClassField::Start, fault)]));
            }
            writer.change_class(id, version, &plan)?;
            dated.iter().try_for_each(|change| writer.add_change(id, None, change, &reason))?;
            follow
                .iter()
                .try_for_each(|(session, plan)| writer.change_session(session.id, session.version, plan))?;
            moved
                .iter()
                .try_for_each(|enrolment| writer.rejoin(enrolment.id, enrolment.version, plan.start))?;
            Ok(follow.len())
        })
        .map_err(code_taken)
    }

    /// Coming sessions that had the instructor or the place of their class, with what they have from now on.
    fn following(&self, old: &ClassRow, new: &ClassPlan) -> Outcome<Vec<(SessionRow, SessionPlan)>> {
        let now = self.now();
        let follows = |session: SessionRow| {
            let (before, mut plan) = (shift::plan_of(&session), shift::plan_of(&session));
            if plan.instructor == old.instructor {
                plan.instructor.clone_from(&new.instructor);
            }
            if plan.room == old.place {
                plan.room.clone_from(&new.place);
            }
            (plan != before).then_some((session, plan))
        };
        let mut sessions = self.standing(old.id)?;
        sessions.retain(|session| Timing::of(session.day, session.slot, now) == Timing::Ahead);
        Ok(sessions.into_iter().filter_map(follows).collect())
    }

    /// Standing sessions of a class before a day, in order of time.
    pub fn sessions_before(&self, id: ClassId, day: NaiveDate) -> Outcome<Vec<SessionRow>> {
        let mut sessions = self.standing(id)?;
        sessions.retain(|session| session.day < day);
        Ok(sessions)
    }

    /// Standing sessions of a class after a day, in order of time.
    pub fn sessions_after(&self, id: ClassId, day: NaiveDate) -> Outcome<Vec<SessionRow>> {
        let mut sessions = self.standing(id)?;
        sessions.retain(|session| session.day > day);
        Ok(sessions)
    }
}

/// Whether the first day of a class has come: from then on what was planned is what others were told.
pub fn has_begun(class: &ClassRow, today: NaiveDate) -> bool {
    Phase::of(class, today) != Phase::Planned
}

fn plan_of(class: &ClassRow) -> ClassPlan {
    ClassPlan {
        code: class.code.clone(),
        course: class.course.clone(),
        start: class.start,
        end: class.end,
        hours: class.hours,
        capacity: class.capacity,
        place: class.place.clone(),
        instructor: class.instructor.clone(),
    }
}

/// Whether somebody's roll is taken in a session of their class.
pub fn is_expected(enrolment: &EnrolmentRow, session: &SessionRow) -> bool {
    let stay = Stay {
        joined: enrolment.joined,
        left: enrolment.left,
        enrolled: enrolment.enrolled_ms.map(clock::moment),
    };
    stay.expects(shift::block(session))
}

fn known_course(key: &str) -> Option<(crate::domain::course::CourseKey, Option<ClassHours>)> {
    codes::course(key).map(|course| (course.key.clone(), course.hours))
}

fn code_taken(trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Store(StoreError::Taken(Taken::ClassCode)) => {
            Trouble::Class(vec![(ClassField::Code, ClassFault::CodeTaken)])
        }
        other => other,
    }
}
