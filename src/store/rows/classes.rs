//! Classes, their sessions, and what stands on their rolls.

use crate::domain::calendar::Slot;
use crate::domain::change::Change;
use crate::domain::class::{ClassCode, SessionKind};
use crate::domain::course::CourseKey;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ChangeId, ClassId, EnrolmentId, MarkId, SessionId, TraineeId, Uid};
use crate::domain::mark::{Layer, Mark, Source};
use crate::domain::roll::RollLine;
use crate::domain::room::Room;
use chrono::NaiveDate;

#[derive(Debug, Clone)]
pub struct ClassRow {
    pub id: ClassId,
    pub uid: Uid,
    pub version: ActId,
    pub code: ClassCode,
    pub course: CourseKey,
    pub hours: ClassHours,
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub capacity: Option<u32>,
    pub place: String,
    pub instructor: String,
    pub pack_id: String,
    /// SHA-256 of the pack's file when the class was made, in hexadecimal.
    pub pack_hash: String,
    /// Enrolments that have not left.
    pub seats_taken: u32,
    /// People on the waiting list.
    pub waiting: u32,
    /// Class hours of sessions not cancelled.
    pub planned: ClassHours,
}

impl ClassRow {
    /// Whether its timetable gives the class hours that it asks for; until then nobody is short of them.
    pub fn is_filled(&self) -> bool {
        self.planned >= self.hours
    }

    pub fn room(&self) -> Room {
        Room { capacity: self.capacity, taken: self.seats_taken, waiting: self.waiting }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub id: SessionId,
    pub version: ActId,
    pub class: ClassId,
    pub day: NaiveDate,
    pub slot: Slot,
    pub hours: ClassHours,
    pub kind: SessionKind,
    pub instructor: String,
    pub room: String,
    pub topic: String,
    /// Why it was cancelled, if it was.
    pub cancelled: Option<String>,
}

/// A session of a day with how far its roll is taken.
#[derive(Debug, Clone)]
pub struct DayRow {
    pub session: SessionRow,
    pub code: ClassCode,
    pub course: CourseKey,
    /// Enrolments expected that day.
    pub expected: u32,
    /// Those with a mark that is not cleared.
    pub taken: u32,
    /// Those present, late or early.
    pub present: u32,
}

/// A session that makes up for a cancelled one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MakeupRow {
    pub session: SessionId,
    pub replaces: SessionId,
    /// The act that linked them.
    pub made: ActId,
}

/// A dated change of a class or of one of its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    pub id: ChangeId,
    /// For a session that was moved.
    pub session: Option<SessionId>,
    /// The act that changed it.
    pub made: ActId,
    pub change: Change,
    pub reason: String,
    pub operator: String,
    /// UTC milliseconds as the clock said them.
    pub wall_ms: i64,
}

/// A standing session of some class, as far as it can get in the way of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    pub session: SessionId,
    pub class: ClassId,
    pub code: ClassCode,
    pub day: NaiveDate,
    pub slot: Slot,
}

/// Somebody who is or was in two classes: here on a seat, and there.
#[derive(Clone)]
pub struct SharedRow {
    pub trainee: TraineeId,
    /// `None` for somebody who is about to be seated.
    pub seat: Option<u32>,
    pub name: String,
    pub joined: NaiveDate,
    pub left: Option<NaiveDate>,
    pub there: ClassId,
    pub joined_there: NaiveDate,
    pub left_there: Option<NaiveDate>,
}

/// One line about one cell of the roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkLine {
    pub id: MarkId,
    pub session: SessionId,
    pub enrolment: EnrolmentId,
    pub mark: Mark,
    pub source: Source,
    pub layer: Layer,
    pub operator: String,
    /// When it was first said, in UTC milliseconds as the clock said them; an undo brings a line back with its time.
    pub wall_ms: i64,
    pub reason: String,
    pub replaces: Option<MarkId>,
    pub act: ActId,
}

impl MarkLine {
    /// Whether the office has spoken: an instructor writes over it no more.
    pub fn is_of_office(&self) -> bool {
        self.layer == Layer::Office && self.mark.stands()
    }
}

/// What was said of a whole roll, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollRow {
    pub line: RollLine,
    pub operator: String,
    /// UTC milliseconds as the clock said them.
    pub wall_ms: i64,
    pub act: ActId,
}
