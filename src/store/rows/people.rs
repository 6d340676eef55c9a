//! Trainees, and the classes they sit in, left or wait for.

use crate::domain::class::ClassCode;
use crate::domain::course::CourseKey;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, StatusId, TraineeId, TraineeNumber, Uid, WaitingId};
use crate::domain::person::{Sex, Trainee};
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
    /// What was typed stands further on in the name, as a given name does.
    Within,
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
    /// When it was put on file, in UTC milliseconds as the clock said them; only for who joined after the first day of
    /// the class (see [`crate::domain::expected::Stay`]).
    pub enrolled_ms: Option<i64>,
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

impl EnrolmentRow {
    /// Seat and name, as lists of a class call somebody.
    pub fn called(&self) -> String {
        format!("{:02} {}", self.seat, self.name)
    }
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

impl AsRef<EnrolmentRow> for EnrolmentRow {
    fn as_ref(&self) -> &EnrolmentRow {
        self
    }
}
