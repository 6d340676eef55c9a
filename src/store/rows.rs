//! Plain structs for lists, ledgers and logs: what the layers above see of the file.

use crate::domain::calendar::{Slot, Stamp};
use crate::domain::change::Change;
use crate::domain::class::{ClassCode, SessionKind};
use crate::domain::course::CourseKey;
use crate::domain::departure::DepartureKind;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{
    ActId, ChangeId, ClassId, EnrolmentId, MarkId, OperatorId, SessionId, StatusId, TraineeId, TraineeNumber,
    Uid, WaitingId,
};
use crate::domain::mark::{Layer, Mark, Source};
use crate::domain::operator::Role;
use crate::domain::person::{Sex, Trainee};
use crate::domain::roll::RollLine;
use crate::domain::room::Room;
use crate::domain::status::Status;
use chrono::NaiveDate;

/// A person on file.
#[derive(Debug, Clone)]
pub struct TraineeRow {
    pub id: TraineeId,
    pub uid: Uid,
    pub number: TraineeNumber,
    /// The act that last wrote it: what a form saves against.
    pub version: ActId,
    pub trainee: Trainee,
}

/// A line of the search list.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundRow {
    pub id: TraineeId,
    pub number: TraineeNumber,
    pub name: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub id_number: String,
    pub phone: Option<String>,
    pub why: Why,
}

impl std::fmt::Debug for FoundRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FoundRow").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Which index answered a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    Name,
    Pinyin,
    /// Other hanzi of the same pinyin.
    SameSound,
    /// Pinyin that is confused by ear.
    Misheard,
    /// One syllable of the name is another.
    OneSyllable,
    IdNumber,
    IdTail,
    Phone,
    PhoneTail,
    Number,
}

#[derive(Debug, Clone)]
pub struct StatusRow {
    pub id: StatusId,
    pub version: ActId,
    pub status: Status,
}

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
}

/// A dated change of a class or of one of its sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    pub id: ChangeId,
    /// For a session that was moved.
    pub session: Option<SessionId>,
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

#[derive(Clone)]
pub struct EnrolmentRow {
    pub id: EnrolmentId,
    pub version: ActId,
    pub class: ClassId,
    pub trainee: TraineeId,
    pub number: TraineeNumber,
    pub seat: u32,
    pub joined: NaiveDate,
    pub left: Option<NaiveDate>,
    /// Key of the category under which the person enrolled; may be empty.
    pub category: String,
    pub name: String,
    /// Search keys of the name: hanzi, initials, full pinyin.
    pub keys: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub id_number: String,
    pub phone: Option<String>,
}

impl std::fmt::Debug for EnrolmentRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EnrolmentRow").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A class somebody is or was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastClass {
    pub class: ClassId,
    pub enrolment: EnrolmentId,
    pub code: ClassCode,
    pub course: CourseKey,
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub seat: u32,
    pub left: Option<NaiveDate>,
    /// How it ended, if that was said.
    pub departure: Option<DepartureRow>,
}

/// A seat in a class, for the other side of a transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatIn {
    pub class: ClassId,
    pub code: ClassCode,
    pub seat: u32,
}

/// How an enrolment ended; the day stands in the enrolment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartureRow {
    pub enrolment: EnrolmentId,
    pub kind: DepartureKind,
    pub reason: String,
    /// Where a transfer led to.
    pub moved_to: Option<SeatIn>,
}

impl DepartureRow {
    /// How somebody who is gone left; a file older than departures does not say.
    pub fn kind_of(row: Option<&Self>) -> DepartureKind {
        row.map_or(DepartureKind::Left, |row| row.kind)
    }
}

/// Somebody on the waiting list of a class.
#[derive(Clone)]
pub struct WaitingRow {
    pub id: WaitingId,
    pub version: ActId,
    pub class: ClassId,
    pub trainee: TraineeId,
    pub number: TraineeNumber,
    /// From 1, in the order of asking.
    pub place: u32,
    pub asked: NaiveDate,
    /// Key of the category under which the person will enrol; may be empty.
    pub category: String,
    pub name: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub id_number: String,
    pub phone: Option<String>,
}

impl std::fmt::Debug for WaitingRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WaitingRow").field("id", &self.id).field("place", &self.place).finish_non_exhaustive()
    }
}

/// A waiting list somebody is or was on.
#[derive(Debug, Clone)]
pub struct WaitedRow {
    pub class: ClassId,
    pub code: ClassCode,
    pub course: CourseKey,
    pub asked: NaiveDate,
    /// The place in the line, from 1, while waiting.
    pub place: Option<u32>,
    /// The waiting ended with a seat.
    pub seated: bool,
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
    pub at: Stamp,
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

impl AsRef<EnrolmentRow> for EnrolmentRow {
    fn as_ref(&self) -> &EnrolmentRow {
        self
    }
}

/// What was said of a whole roll, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollRow {
    pub line: RollLine,
    pub operator: String,
    pub at: Stamp,
    pub act: ActId,
}

/// One act of the audit.
#[derive(Debug, Clone)]
pub struct ActRow {
    pub id: ActId,
    /// Where it stands in the order of acts.
    pub at: Stamp,
    /// UTC milliseconds as the clock said them: what people are shown.
    pub wall_ms: i64,
    pub operator: String,
    /// Key of a [`super::Verb`].
    pub verb: String,
    /// Kind of what it was done to.
    pub subject: String,
    pub subject_uid: Option<Uid>,
    /// Rows it wrote.
    pub rows: u32,
    pub undoes: Option<ActId>,
    pub undone_by: Option<ActId>,
    /// What the subject is called today: a person's name, a class's code.
    pub called: String,
}

/// What an act wrote to one row.
#[derive(Debug, Clone)]
pub struct RevisionRow {
    pub kind: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A backup that lies beside the file.
#[derive(Debug, Clone)]
pub struct BackupRow {
    pub path: std::path::PathBuf,
    pub made_ms: i64,
    pub bytes: u64,
}

/// Somebody who works at the desk, or once acted there.
#[derive(Debug, Clone)]
pub struct OperatorRow {
    pub id: OperatorId,
    pub uid: Uid,
    pub name: String,
    /// The act that last wrote name, role or PIN.
    pub version: ActId,
    /// Nothing for a name that only ever acted.
    pub credential: Option<CredentialRow>,
}

/// What an operator is here. The PIN stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    pub role: Role,
    pub has_pin: bool,
    pub retired: bool,
    /// The act that last wrote it.
    pub since: ActId,
}

/// A roll that an act wrote: when, and who teaches there by session and by class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollWritten {
    pub day: NaiveDate,
    pub of_session: String,
    pub of_class: String,
    /// Some of its lines are the office's word.
    pub of_office: bool,
}
