//! The timetable of a class: filled, added to, changed, cancelled. A class never overlaps itself; what else gets in the
//! way of a session is told by `clashes`.

use super::clashes::Clash;
use super::classes::has_begun;
use super::packs::holidays::{self, Loaded};
use super::shift::moved;
use super::{Desk, Outcome, Trouble};
use crate::domain::calendar::Slot;
use crate::domain::class::{self, SessionPlan};
use crate::domain::holiday::{SpecialDay, TeachingDays};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, SessionId};
use crate::domain::mark::MarkFault;
use crate::domain::who::SessionRef;
use crate::store::rows::{ClassRow, SessionRow};
use crate::store::{StoreError, Verb};
use chrono::NaiveDate;

/// What filling a timetable does, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    pub new: Vec<SessionPlan>,
    /// Sessions already there at the same or an overlapping time, left as they are.
    pub kept: u32,
    /// Those of them that only overlap a slot asked for, and are not it.
    pub overlaps: u32,
    /// Class hours of the whole timetable, and those required: different ones are a warning.
    pub planned: ClassHours,
    pub required: ClassHours,
    /// The first day with more class hours than the rule pack allows, with how many.
    pub long_day: Option<(NaiveDate, u32)>,
    /// Holidays that were left out, and working weekends that were taken in.
    pub left_out: Vec<SpecialDay>,
    pub brought_in: Vec<SpecialDay>,
    /// Years of the class without holidays on file: nothing of them is known.
    pub unknown_years: Vec<i32>,
    /// New sessions against other classes.
    pub clashes: Vec<Clash>,
}

/// Running and coming classes looked at for years without holidays on file.
const MOST_CLASSES: u32 = 60;

impl Desk {
    /// Holidays by year, ours and the centre's own, and which of its files could not be used.
    pub fn holidays(&self) -> Loaded {
        holidays::load(&self.folder().join(holidays::FOLDER))
    }

    /// Years of running and coming classes whose holidays are not on file.
    pub fn years_without_holidays(&self) -> Outcome<Vec<i32>> {
        let today = self.today();
        let classes = self.store.classes(today, MOST_CLASSES)?;
        let last = classes.iter().map(|class| class.end).max().unwrap_or(today);
        Ok(self.holidays().holidays.unknown(today, last.max(today)))
    }

    /// What filling would do, from the class's start to its end. Sessions that are there stay as they are.
    pub fn plan_timetable(
        &self,
        id: ClassId,
        days: impl Into<TeachingDays>,
        slots: &[Slot],
    ) -> Outcome<Filling> {
        let (class, days) = (self.store.class(id)?, days.into());
        let rules = self.rules_of(&class.pack_id);
        let holidays = self.holidays().holidays;
        let is_taught = |day| days.has(day, &holidays);
        let plans = class::fill(class.start, class.end, is_taught, slots, rules.minutes_per_hour.value)
            .map_err(Trouble::Fill)?;
        let there = self.store.sessions(id)?;
        let overlaps =
            |plan: &SessionPlan| standing_on(&there, plan.day).any(|old| old.slot.overlaps(plan.slot));
        let (kept, mut new): (Vec<SessionPlan>, Vec<SessionPlan>) = plans.into_iter().partition(overlaps);
        for plan in &mut new {
            plan.instructor.clone_from(&class.instructor);
            plan.room.clone_from(&class.place);
        }
        let is_there = |plan: &&SessionPlan| standing_on(&there, plan.day).any(|old| old.slot == plan.slot);
        let span = || class.start.iter_days().take_while(|day| *day <= class.end);
        Ok(Filling {
            kept: count(kept.iter()),
            overlaps: count(kept.iter().filter(|plan| !is_there(plan))),
            planned: class.planned + new.iter().map(|plan| plan.hours).sum(),
            required: class.hours,
            long_day: long_day(&there, &new, rules.max_hours_per_day.value),
            left_out: span().filter_map(|day| days.leaves_out(day, &holidays)).cloned().collect(),
            brought_in: span().filter_map(|day| days.brings_in(day, &holidays)).cloned().collect(),
            unknown_years: holidays.unknown(class.start, class.end),
            clashes: self.clashes_of_plans(id, &new)?,
            new,
        })
    }

    /// Fills the timetable so.
    pub fn fill_timetable(
        &mut self,
        id: ClassId,
        days: impl Into<TeachingDays>,
        slots: &[Slot],
    ) -> Outcome<Filling> {
        let filling = self.plan_timetable(id, days, slots)?;
        let class = self.store.class(id)?;
        if !filling.new.is_empty() {
            self.act(Verb::FillTimetable, |writer| -> Outcome<()> {
                writer.about_class(&class);
                filling.new.iter().try_for_each(|plan| writer.add_session(id, plan).map(|_| ()))?;
                Ok(())
            })?;
        }
        Ok(filling)
    }

    /// Adds one session; its class hours follow from the slot.
    pub fn add_session(&mut self, id: ClassId, plan: SessionPlan) -> Outcome<SessionId> {
        let plan = self.fit_session(id, None, plan)?;
        self.act(Verb::AddSession, |writer| writer.add_session(id, &plan))
    }

    /// Changes a session. Once its class has begun another day or time is a move, and a move says why.
    pub fn change_session(
        &mut self,
        session: SessionId,
        version: ActId,
        plan: SessionPlan,
        reason: &str,
    ) -> Outcome<()> {
        let old = self.store.session(session)?;
        fresh(old.version, version)?;
        if old.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        let plan = self.fit_session(old.class, Some(session), plan)?;
        let moves = old.day != plan.day || old.slot != plan.slot;
        if moves && self.has_marks(session)? {
            return Err(Trouble::HasMarks);
        }
        if !moves || !has_begun(&self.store.class(old.class)?, self.today()) {
            return self.act(Verb::ChangeSession, |writer| writer.change_session(session, version, &plan));
        }
        let reason = given(reason)?;
        self.act(Verb::MoveSession, |writer| -> Outcome<()> {
            writer.change_session(session, version, &plan)?;
            Ok(writer.add_change(old.class, Some(session), &moved(&old, &plan), &reason)?)
        })
    }

    pub fn cancel_session(&mut self, session: SessionId, version: ActId, reason: &str) -> Outcome<()> {
        let reason = given(reason)?;
        self.act(Verb::CancelSession, |writer| writer.cancel_session(session, version, &reason))
    }

    fn has_marks(&self, session: SessionId) -> Outcome<bool> {
        Ok(self.store.marks_of_session(session)?.iter().any(|line| line.mark.stands()))
    }

    /// The plan with its class hours, if it is long enough and overlaps nothing of its class.
    pub(super) fn fit_session(
        &self,
        id: ClassId,
        except: Option<SessionId>,
        plan: SessionPlan,
    ) -> Outcome<SessionPlan> {
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

    /// The cancelled session a reference means; the others are not counted.
    pub fn cancelled_named(&self, class: &ClassRow, text: &str) -> Outcome<SessionRow> {
        self.named_among(class, text, |session| session.cancelled.is_some())
    }

    /// The session a reference means; cancelled ones are not counted.
    pub fn session_named(&self, class: &ClassRow, text: &str) -> Outcome<SessionRow> {
        self.named_among(class, text, |session| session.cancelled.is_none())
    }

    fn named_among(
        &self,
        class: &ClassRow,
        text: &str,
        counts: impl Fn(&SessionRow) -> bool,
    ) -> Outcome<SessionRow> {
        let missing = || Trouble::NoSuchSession(text.to_owned());
        let wanted = SessionRef::parse(text).ok_or_else(missing)?;
        let mut sessions = self.store.sessions(class.id)?.into_iter().filter(counts);
        let found = match wanted {
            SessionRef::At(day, time) => {
                sessions.find(|session| session.day == day && session.slot.from() == time)
            }
            SessionRef::Nth(day, nth) => sessions.filter(|session| session.day == day).nth(nth - 1),
        };
        found.ok_or_else(missing)
    }
}

/// A reason as it is kept; without one nothing is cancelled or moved.
pub(super) fn given(reason: &str) -> Outcome<String> {
    let reason = crate::domain::written::line(reason);
    if reason.is_empty() { Err(Trouble::ReasonNeeded) } else { Ok(reason) }
}

/// What is judged before the act must be what was seen, else one is asked about something nobody typed.
pub(super) fn fresh(now: ActId, seen: ActId) -> Outcome<()> {
    if now == seen { Ok(()) } else { Err(StoreError::Stale.into()) }
}

/// Sessions of a day that are not cancelled.
pub(super) fn standing_on(sessions: &[SessionRow], day: NaiveDate) -> impl Iterator<Item = &SessionRow> {
    sessions.iter().filter(move |session| session.day == day && session.cancelled.is_none())
}

fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

/// The first day that is too long once the new sessions are there.
fn long_day(there: &[SessionRow], new: &[SessionPlan], most: u32) -> Option<(NaiveDate, u32)> {
    let of_day = |day| {
        let added = new.iter().filter(|plan| plan.day == day).map(|plan| plan.hours);
        standing_on(there, day).map(|session| session.hours).chain(added).sum::<ClassHours>().get()
    };
    let mut days: Vec<NaiveDate> =
        there.iter().map(|old| old.day).chain(new.iter().map(|plan| plan.day)).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().map(|day| (day, of_day(day))).find(|(_, hours)| *hours > most)
}
