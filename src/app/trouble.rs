//! What the desk can tell a user: facts only, words are found in `say`.

use super::operators::{OperatorFault, Refusal};
use super::packs::layouts::Refused;
use super::timetable::Loss;
use crate::domain::class::{ClassFault, ClassField, FillFault};
use crate::domain::departure::DepartureFault;
use crate::domain::ids::ActId;
use crate::domain::mark::MarkFault;
use crate::domain::operator::{Right, Role};
use crate::domain::person::{TraineeFault, TraineeField};
use crate::domain::room::Room;
use crate::sheet::SheetFault;
use crate::store::rows::{MarkLine, SessionRow};
use crate::store::{StoreError, Taken};
use chrono::NaiveDate;

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sheet(#[from] SheetFault),
    #[error("no such class")]
    NoSuchClass(String),
    #[error("no such session")]
    NoSuchSession(String),
    /// It was named where one that is held is meant.
    #[error("the session is cancelled")]
    SessionCancelled(Box<SessionRow>),
    #[error("no such trainee")]
    NoSuchTrainee,
    /// A name that fits several people: how many.
    #[error("{0} people of this name")]
    Ambiguous(usize),
    /// On the whole file, not in a class.
    #[error("nobody on file is called so")]
    NobodyNamed,
    #[error("{0} people on file of this name")]
    Namesakes(usize),
    /// No free seat, or none that is not for the people who wait before: so many.
    #[error("no seat")]
    NoSeat { room: Room, ahead: u32 },
    /// On no waiting list of the class.
    #[error("not waiting")]
    NotWaiting,
    #[error("departure faults")]
    Departure(Vec<DepartureFault>),
    #[error("no such layout")]
    NoSuchLayout {
        key: String,
        /// Files of the centre's folder that could not be used: the wanted one may be among them.
        refused: Vec<Refused>,
    },
    #[error("class faults")]
    Class(Vec<(ClassField, ClassFault)>),
    #[error("trainee faults")]
    Trainee(Vec<(TraineeField, TraineeFault)>),
    #[error("mark fault")]
    Mark(MarkFault),
    #[error("timetable fault")]
    Fill(FillFault),
    /// A roll said to be complete with so many people not taken.
    #[error("{0} people not taken")]
    NotAllTaken(usize),
    /// Not expected in that session: joined later or left before.
    #[error("not on the roll")]
    NotOnRoll,
    /// The office has corrected this cell, by this line: nobody but the office writes over it.
    #[error("the office has spoken")]
    OfficeSpoke(Box<MarkLine>),
    /// An instructor marked this cell, by this line: the office changes it with a reason.
    #[error("the instructor has spoken")]
    InstructorSpoke(Box<MarkLine>),
    /// The last day of a leave is before its first.
    #[error("a leave that ends before it begins")]
    Span,
    /// No session of these days can still take announced leave.
    #[error("no session to come in these days")]
    NoSessionAhead,
    /// A back entry names its reason and the paper sheet; a comparison the sheet.
    #[error("reason or sheet is missing")]
    SheetNeeded,
    /// Only a past day is entered afterwards.
    #[error("not a past day")]
    NotPast,
    /// A session on file that overlaps.
    #[error("overlapping session")]
    Overlap,
    /// A session that has marks keeps its day and time.
    #[error("the session has marks")]
    HasMarks,
    /// A session would go to a day before the first of its class.
    #[error("before the first day of the class")]
    BeforeStart(NaiveDate),
    /// A session with marks is cancelled only when that is meant: they earn nothing any more.
    #[error("the marks of the session would be lost")]
    LosesMarks(Loss),
    #[error("no class hours in the slot")]
    NoHour,
    /// What is told to others later must say why.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// Only a cancelled session is made up for.
    #[error("the session is not cancelled")]
    NotCancelled,
    /// All its class hours are made up.
    #[error("the session is made up")]
    MadeUp,
    /// Nothing would move: no session follows, or all have marks.
    #[error("nothing to move")]
    NothingMoves,
    /// No day that is taught on lies within reach.
    #[error("no teaching day")]
    NoTeachingDay,
    #[error("a setting cannot be empty")]
    EmptySetting,
    #[error("not a region code")]
    Region,
    /// The centre has PINs, and nobody has signed in at this program.
    #[error("sign in first")]
    SignIn,
    #[error("not a right of this role")]
    NotAllowed { role: Role, right: Right },
    /// The roll of a class that somebody else teaches: who.
    #[error("the class of somebody else")]
    NotOwnClass(String),
    /// Taken back is only what one recorded oneself today.
    #[error("the act of somebody else")]
    NotOwnAct,
    /// An act of an earlier day wrote on a roll that is past now.
    #[error("to be corrected, not taken back")]
    CorrectInstead(ActId),
    #[error("operator fault")]
    Operator(OperatorFault),
    #[error("sign-in refused")]
    Refused(Refusal),
    #[error("not a number of minutes")]
    LockMinutes,
    /// Stopped by the user; nothing was written.
    #[error("stopped")]
    Stopped,
}

impl Trouble {
    /// Somebody else changed the record since it was read: read it again and ask once more.
    pub const fn is_stale(&self) -> bool {
        matches!(self, Self::Store(StoreError::Stale))
    }

    /// Something of which there can be only one is there already.
    pub const fn is_taken(&self) -> bool {
        matches!(self, Self::Store(StoreError::Taken(_)))
    }

    /// The ID number is on file already, put there by somebody else in between.
    pub const fn is_known_person(&self) -> bool {
        matches!(self, Self::Store(StoreError::Taken(Taken::IdNumber)))
    }
}

pub type Outcome<T> = Result<T, Trouble>;
