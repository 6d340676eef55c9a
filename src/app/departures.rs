//! Enrolments end: somebody leaves, withdraws, or moves to another class, each in one act. Marks and class hours stay
//! with the enrolment that earned them.

use super::clashes::Clash;
use super::limits::EnrolWarning;
use super::waiting::seat;
use super::{Desk, Outcome, Trouble};
use crate::domain::departure::{self, DepartureFault, DepartureKind, Told};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ClassId, EnrolmentId};
use crate::domain::ledger::Totals;
use crate::domain::room::Seating;
use crate::store::Verb;
use crate::store::rows::{ClassRow, DepartureRow, EnrolmentRow, PastClass, SeatIn, WaitingRow};
use chrono::NaiveDate;

/// Somebody who is about to go.
#[derive(Debug, Clone)]
pub struct Leaver {
    pub class: ClassRow,
    pub enrolment: EnrolmentRow,
    pub totals: Totals,
    /// The day of the last mark that stands, today at the latest.
    pub last_mark: Option<NaiveDate>,
}

/// How somebody goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Left,
    Withdrawn,
    Moved(Move),
}

/// Into which other class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub to: ClassId,
    /// `None`: the day after the last one here, or the first day of the class.
    pub joined: Option<NaiveDate>,
    pub seating: Seating,
}

#[derive(Debug, Clone)]
pub struct Departure {
    pub way: Way,
    /// The last day on the roll.
    pub day: NaiveDate,
    pub reason: String,
    /// Marks after the day are known of and stay.
    pub knows_marks: bool,
}

#[derive(Debug, Clone)]
pub struct Departed {
    pub moved: Option<Moved>,
    /// Who may have the seat that was freed.
    pub next: Option<WaitingRow>,
}

/// The seat in the other class.
#[derive(Debug, Clone)]
pub struct Moved {
    pub enrolment: EnrolmentId,
    pub seat: u32,
    pub joined: NaiveDate,
    pub warnings: Vec<MoveWarning>,
}

/// What moving to a class may lead to. Nothing of it keeps anybody out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveWarning {
    Enrol(EnrolWarning),
    /// Class hours of one course are none of another.
    OtherCourse,
    /// Class hours of the other class that lie before the first day there.
    Missed(ClassHours),
    /// Sessions there that a third class keeps the person from.
    Clash(Vec<Clash>),
    /// Sits in a third class at the same time.
    Meanwhile(PastClass),
}

impl Way {
    pub const fn kind(self) -> DepartureKind {
        match self {
            Self::Left => DepartureKind::Left,
            Self::Withdrawn => DepartureKind::Withdrawn,
            Self::Moved(_) => DepartureKind::Transferred,
        }
    }

    const fn verb(self) -> Verb {
        match self {
            Self::Left => Verb::Leave,
            Self::Withdrawn => Verb::Withdraw,
            Self::Moved(_) => Verb::Transfer,
        }
    }
}

/// The first day in another class for somebody whose last day in this one is known.
pub fn moving_day(last: NaiveDate, to: &ClassRow) -> NaiveDate {
    last.succ_opt().unwrap_or(last).max(to.start)
}

impl Desk {
    /// How enrolments of a class ended.
    pub fn departures(&self, class: ClassId) -> Outcome<Vec<DepartureRow>> {
        Ok(self.store.departures(class)?)
    }

    /// Who of a class came by transfer, and from which seat.
    pub fn arrivals(&self, class: ClassId) -> Outcome<Vec<(EnrolmentId, SeatIn)>> {
        Ok(self.store.arrivals(class)?)
    }

    pub fn leaver(&self, class: ClassId, enrolment: EnrolmentId) -> Outcome<Leaver> {
        let ledger = self.person_ledger(&self.store.class(class)?, enrolment)?;
        let last_mark = self.store.last_mark(enrolment, self.today())?;
        Ok(Leaver { class: ledger.class, enrolment: ledger.enrolment, totals: ledger.totals, last_mark })
    }

    /// Running and coming classes to which somebody could move: those of the same course first, full ones after others.
    pub fn classes_to_move_to(&self, from: &ClassRow, limit: u32) -> Outcome<Vec<ClassRow>> {
        let today = self.today();
        let mut classes = self.store.classes(today, limit)?;
        classes.retain(|class| class.id != from.id && class.end >= today);
        classes.sort_by_key(|class| (class.course != from.course, class.room().is_full()));
        Ok(classes)
    }

    /// What is to be said before somebody moves.
    pub fn move_warnings(
        &self,
        who: &EnrolmentRow,
        to: &ClassRow,
        joined: NaiveDate,
    ) -> Outcome<Vec<MoveWarning>> {
        let from = self.store.class(who.class)?;
        let sessions = self.store.sessions(to.id)?;
        let before = sessions.iter().filter(|session| session.cancelled.is_none() && session.day < joined);
        let missed: ClassHours = before.map(|session| session.hours).sum();
        let limits = self.enrol_warnings(to, Some(who.trainee), who.birth, joined)?;
        let mut warnings: Vec<MoveWarning> = limits.into_iter().map(MoveWarning::Enrol).collect();
        if from.course != to.course {
            warnings.push(MoveWarning::OtherCourse);
        }
        if missed > ClassHours::ZERO {
            warnings.push(MoveWarning::Missed(missed));
        }
        let elsewhere = self.elsewhere(who.trainee, to, Some(joined), Some(who.class))?;
        if !elsewhere.clashes.is_empty() {
            warnings.push(MoveWarning::Clash(elsewhere.clashes));
        }
        warnings.extend(elsewhere.meanwhile.into_iter().map(MoveWarning::Meanwhile));
        Ok(warnings)
    }

    /// Ends an enrolment as said; the seat is not given to anybody else, but it is free for the class to fill.
    pub fn depart(&mut self, who: &EnrolmentRow, departure: &Departure) -> Outcome<Departed> {
        if who.left.is_some() {
            return Err(Trouble::Departure(vec![DepartureFault::Ended]));
        }
        let way = departure.way;
        let to = match way {
            Way::Moved(there) if there.to == who.class => {
                return Err(Trouble::Departure(vec![DepartureFault::SameClass]));
            }
            Way::Moved(there) => {
                let class = self.store.class(there.to)?;
                let joined = there.joined.unwrap_or_else(|| moving_day(departure.day, &class));
                Some((class, joined, there.seating))
            }
            Way::Left | Way::Withdrawn => None,
        };
        let warnings = match &to {
            Some((class, joined, _)) => self.move_warnings(who, class, *joined)?,
            None => Vec::new(),
        };
        let reason = crate::domain::written::line(&departure.reason);
        let told = Told {
            kind: way.kind(),
            since: who.joined,
            day: departure.day,
            has_reason: !reason.is_empty(),
            knows_marks: departure.knows_marks,
            joins: to.as_ref().map(|(_, joined, _)| *joined),
        };
        let today = self.today();
        let seated = self.act(way.verb(), |writer| -> Outcome<_> {
            let faults = departure::faults(told, today, writer.last_mark(who.id, today)?);
            if !faults.is_empty() {
                return Err(Trouble::Departure(faults));
            }
            writer.leave(who.id, who.version, departure.day)?;
            let seated = match &to {
                Some((class, joined, seating)) => {
                    let (id, nth) = seat(writer, class.id, who.trainee, *joined, &who.category, *seating)?;
                    Some((id, nth, *joined))
                }
                None => None,
            };
            writer.depart(who.id, way.kind(), &reason, seated.map(|(id, ..)| id))?;
            Ok(seated)
        })?;
        let moved = seated.map(|(enrolment, seat, joined)| Moved { enrolment, seat, joined, warnings });
        Ok(Departed { moved, next: self.next_waiting(who.class)? })
    }
}
