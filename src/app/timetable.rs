//! The timetable of a class: filled, added to, changed, cancelled. A class never overlaps itself; what else gets in the
//! way of a session is told by `clashes`.

use super::clashes::Clash;
use super::classes::has_begun;
use super::days::not_before_start;
use super::makeup::MOST_CHANGES;
use super::packs::holidays::{self, Loaded};
use super::shift::{block, is_held, moved, must_be_free};
use super::{Desk, Outcome, Trouble};
use crate::domain::calendar::{Moment, Slot, TimeOfDay};
use crate::domain::change::Changed;
use crate::domain::class::{self, SessionPlan};
use crate::domain::holiday::{SpecialDay, TeachingDays};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, SessionId};
use crate::domain::ledger::{self, Planned};
use crate::domain::mark::{Mark, MarkFault, Timing};
use crate::domain::rules::RulePack;
use crate::domain::shift::Block;
use crate::domain::who::SessionRef;
use crate::store::rows::{ClassRow, MarkLine, SessionRow};
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
    /// Times at which a session was cancelled, or from which one was moved away: decided already, not filled again.
    pub settled: u32,
    /// New sessions on days that are over.
    pub past: u32,
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

/// What is lost with the marks of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// People whose mark says what happened.
    pub people: usize,
    /// Class hours that they earned together.
    pub hours: ClassHours,
}

/// What becomes of a session that has marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marked {
    Refused,
    Lost,
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
        let rules = self.rules_of(&class);
        let holidays = self.holidays().holidays;
        let is_taught = |day| days.has(day, &holidays);
        let plans = class::fill(class.start, class.end, is_taught, slots, rules.minutes_per_hour.value)
            .map_err(Trouble::Fill)?;
        let there = self.store.sessions(id)?;
        let overlaps =
            |plan: &SessionPlan| standing_on(&there, plan.day).any(|old| old.slot.overlaps(plan.slot));
        let (kept, new): (Vec<SessionPlan>, Vec<SessionPlan>) = plans.into_iter().partition(overlaps);
        let settled = self.settled(id, &there)?;
        let is_settled = |plan: &SessionPlan| {
            settled.iter().any(|block| block.day == plan.day && block.slot.overlaps(plan.slot))
        };
        let (left, mut new): (Vec<SessionPlan>, Vec<SessionPlan>) = new.into_iter().partition(is_settled);
        for plan in &mut new {
            plan.instructor.clone_from(&class.instructor);
            plan.room.clone_from(&class.place);
        }
        let is_there = |plan: &&SessionPlan| standing_on(&there, plan.day).any(|old| old.slot == plan.slot);
        let span = || class.start.iter_days().take_while(|day| *day <= class.end);
        Ok(Filling {
            kept: count(kept.iter()),
            overlaps: count(kept.iter().filter(|plan| !is_there(plan))),
            settled: count(left.iter()),
            past: count(new.iter().filter(|plan| plan.day < self.today())),
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

    /// Where a session of a class stood that was cancelled or moved.
    fn settled(&self, id: ClassId, there: &[SessionRow]) -> Outcome<Vec<Block>> {
        let cancelled = there.iter().filter(|session| session.cancelled.is_some()).map(block);
        let changes = self.store.changes(id, MOST_CHANGES)?;
        let moved = changes.iter().filter(|row| row.change.what == Changed::Moved);
        Ok(cancelled.chain(moved.filter_map(|row| Block::parse(&row.change.was))).collect())
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
        let now = self.now();
        if !moves || !has_begun(&self.store.class(old.class)?, self.today()) {
            return self.act(Verb::ChangeSession, |writer| -> Outcome<()> {
                if moves {
                    must_be_free(writer, &old, now)?;
                }
                Ok(writer.change_session(session, version, &plan)?)
            });
        }
        // what stands in the way is said before a reason is asked for
        if is_held(&old, &self.store.marks_of_session(session)?, now) {
            return Err(Trouble::HasMarks);
        }
        let reason = given(reason)?;
        self.act(Verb::MoveSession, |writer| -> Outcome<()> {
            must_be_free(writer, &old, now)?;
            writer.change_session(session, version, &plan)?;
            Ok(writer.add_change(old.class, Some(session), &moved(&old, &plan), &reason)?)
        })
    }

    /// Cancels a session; refused where marks say what happened there, because they would earn nothing any more.
    pub fn cancel_session(&mut self, session: SessionId, version: ActId, reason: &str) -> Outcome<()> {
        self.cancel(session, version, reason, Marked::Refused)
    }

    /// Cancels a session whose marks are known of and lost.
    pub fn cancel_despite_marks(&mut self, session: SessionId, version: ActId, reason: &str) -> Outcome<()> {
        self.cancel(session, version, reason, Marked::Lost)
    }

    fn cancel(&mut self, id: SessionId, version: ActId, reason: &str, marked: Marked) -> Outcome<()> {
        let reason = given(reason)?;
        let session = self.store.session(id)?;
        let (rules, now) = (self.rules_of(&self.store.class(session.class)?), self.now());
        self.act(Verb::CancelSession, |writer| -> Outcome<()> {
            if marked == Marked::Refused
                && let Some(loss) = loss(&session, &writer.marks_of_session(id)?, now, rules)
            {
                return Err(Trouble::LosesMarks(loss));
            }
            Ok(writer.cancel_session(id, version, &reason)?)
        })
    }

    /// What cancelling a session would take away; nothing where nobody was marked.
    pub fn loss_of(&self, session: &SessionRow) -> Outcome<Option<Loss>> {
        let rules = self.rules_of(&self.store.class(session.class)?);
        Ok(loss(session, &self.store.marks_of_session(session.id)?, self.now(), rules))
    }

    /// The plan with its class hours, if it is long enough, not before the class and overlaps nothing of it.
    pub(super) fn fit_session(
        &self,
        id: ClassId,
        except: Option<SessionId>,
        plan: SessionPlan,
    ) -> Outcome<SessionPlan> {
        let class = self.store.class(id)?;
        let hours = class::slot_hours(plan.slot, self.rules_of(&class).minutes_per_hour.value);
        if hours == ClassHours::ZERO {
            return Err(Trouble::NoHour);
        }
        let sessions = self.store.sessions(id)?;
        let was = sessions.iter().find(|old| Some(old.id) == except).map(|old| old.day);
        not_before_start(&class, plan.day, was)?;
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

    /// The cancelled session a reference means.
    pub fn cancelled_named(&self, class: &ClassRow, text: &str) -> Outcome<SessionRow> {
        match self.named(class, text)? {
            Named { cancelled: Some(session), .. } => Ok(session),
            Named { held: Some(_), .. } => Err(Trouble::NotCancelled),
            _ => Err(Trouble::NoSuchSession(text.to_owned())),
        }
    }

    /// The session a reference means; a cancelled one is refused by its name.
    pub fn session_named(&self, class: &ClassRow, text: &str) -> Outcome<SessionRow> {
        match self.named(class, text)? {
            Named { held: Some(session), .. } => Ok(session),
            Named { cancelled: Some(session), .. } => Err(Trouble::SessionCancelled(Box::new(session))),
            _ => Err(Trouble::NoSuchSession(text.to_owned())),
        }
    }

    /// The slots of a day are counted by when they begin, over all that is on the timetable: a cancelled session
    /// keeps its number, and one that is held again at its time has the same.
    fn named(&self, class: &ClassRow, text: &str) -> Outcome<Named> {
        let wanted = SessionRef::parse(text).ok_or_else(|| Trouble::NoSuchSession(text.to_owned()))?;
        let (SessionRef::At(day, _) | SessionRef::Nth(day, _)) = wanted;
        let mut sessions = self.store.sessions(class.id)?;
        sessions.retain(|session| session.day == day);
        let mut starts: Vec<TimeOfDay> = sessions.iter().map(|session| session.slot.from()).collect();
        starts.dedup();
        let start = match wanted {
            SessionRef::At(_, start) => Some(start),
            SessionRef::Nth(_, nth) => starts.get(nth - 1).copied(),
        };
        sessions.retain(|session| Some(session.slot.from()) == start);
        let (cancelled, held): (Vec<_>, Vec<_>) =
            sessions.into_iter().partition(|session| session.cancelled.is_some());
        Ok(Named { held: held.into_iter().next(), cancelled: cancelled.into_iter().next() })
    }
}

/// What a reference means: a time that was cancelled may be taught again.
struct Named {
    held: Option<SessionRow>,
    cancelled: Option<SessionRow>,
}

fn loss(session: &SessionRow, lines: &[MarkLine], now: Moment, rules: &RulePack) -> Option<Loss> {
    let timing = Timing::of(session.day, session.slot, now);
    let planned = Planned { day: session.day, slot: session.slot, hours: session.hours, has_marks: true };
    let held: Vec<Mark> = lines.iter().map(|line| line.mark).filter(|mark| mark.holds(timing)).collect();
    let worth = |mark: &Mark| ledger::entry(&planned, Some(*mark), now, rules).credited;
    (!held.is_empty()).then(|| Loss { people: held.len(), hours: held.iter().map(worth).sum() })
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
