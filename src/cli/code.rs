//! The stable codes that scripts and other programs rely on, each in one place. Words change; these never do.

mod seats;
mod session;
mod sheet;
mod sign_in;

pub(super) use seats::{departure, enrol_warning, move_warning};

use super::fault::UseFault;
use super::print::{BROKEN, REFUSED};
use crate::app::Trouble;
use crate::app::card::{Due, State};
use crate::app::classes::Phase;
use crate::app::import::{Reject, Warning};
use crate::domain::class::{ClassFault, FillFault};
use crate::domain::id_number::IdFault;
use crate::domain::ledger::Because;
use crate::domain::mark::{Layer, LeaveKind, Mark, MarkFault, MarkKind, Source};
use crate::domain::person::{Sex, TraineeDoubt, TraineeFault, TraineeField};
use crate::domain::status::Standing;
use crate::sheet::What;
use crate::store::rows::Why;
use crate::store::{Fault, StoreError, Taken, UndoRefused};
pub(super) use session::day_warning;
use sheet::sheet;

pub(super) const fn of_use(fault: &UseFault) -> &'static str {
    match fault {
        UseFault::UnknownVerb { .. } => "unknown-verb",
        UseFault::UnknownOption { .. } => "unknown-option",
        UseFault::NotHere { .. } => "option-not-here",
        UseFault::NoValue(_) => "no-value",
        UseFault::NeedlessValue(_) => "needless-value",
        UseFault::Twice(_) => "option-twice",
        UseFault::MissingOption { .. } => "missing-option",
        UseFault::MissingOperand { .. } => "missing-operand",
        UseFault::TooMany { .. } => "too-many-operands",
        UseFault::NotText(_) | UseFault::WordNotText => "not-text",
        UseFault::Day(_) => "bad-date",
        UseFault::Number { .. } | UseFault::DaysApart(_) => "bad-number",
        UseFault::Choice { .. } => "bad-choice",
        UseFault::Weekdays => "bad-weekdays",
        UseFault::Slots(_) | UseFault::Slot(_) => "bad-slots",
        UseFault::EitherOr(..) | UseFault::OnlyWith(..) | UseFault::Alone(_) => "options-together",
        UseFault::NotXlsx(_) => "not-xlsx",
        UseFault::NewPin => "new-pin-needed",
        UseFault::JsonScreen => "json-without-verb",
    }
}

pub(super) fn of_trouble(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::Store(error) => store(error),
        Trouble::Sheet(fault) => sheet(fault),
        Trouble::NoSuchClass(_) => "no-such-class",
        Trouble::NoSuchSession(_) => "no-such-session",
        Trouble::SessionCancelled(_) => mark_fault(MarkFault::Cancelled),
        Trouble::NoSuchTrainee | Trouble::NobodyNamed => "no-such-trainee",
        Trouble::Ambiguous(_) | Trouble::Namesakes(_) => "ambiguous-trainee",
        Trouble::NotWaiting => "not-waiting",
        Trouble::NoSeat { .. } => "no-seat",
        Trouble::Departure(faults) => faults.first().map_or("departure", |fault| seats::fault(*fault)),
        Trouble::NoSuchLayout { .. } => "no-such-layout",
        Trouble::Class(faults) => faults.first().map_or("class", |(_, fault)| class(*fault)),
        Trouble::Trainee(faults) => faults.first().map_or("trainee", |(_, fault)| trainee(fault)),
        Trouble::Mark(fault) => mark_fault(*fault),
        Trouble::Fill(fault) => fill(*fault),
        Trouble::NotAllTaken(_) => "not-all-taken",
        Trouble::NotOnRoll => "not-on-roll",
        Trouble::OfficeSpoke(_) => "office-corrected",
        Trouble::InstructorSpoke(_) => "instructor-marked",
        Trouble::Span => "span-backwards",
        Trouble::NoSessionAhead => "no-session-ahead",
        Trouble::SheetNeeded => "sheet-needed",
        Trouble::NotPast => "not-past",
        Trouble::Overlap => "overlap",
        Trouble::HasMarks | Trouble::LosesMarks(_) => "has-marks",
        Trouble::BeforeStart(_) => "before-start",
        Trouble::NoHour => "no-class-hour",
        Trouble::ReasonNeeded => "reason-needed",
        Trouble::NotCancelled => "not-cancelled",
        Trouble::MadeUp => "made-up",
        Trouble::NothingMoves => "nothing-moves",
        Trouble::NoTeachingDay => "no-teaching-day",
        Trouble::EmptySetting => "empty-name",
        Trouble::Region => "region",
        Trouble::SignIn => "sign-in",
        Trouble::NotAllowed { .. } => "not-allowed",
        Trouble::NotOwnClass(_) => "not-own-class",
        Trouble::CorrectInstead(_) => "past-day",
        Trouble::NotOwnAct => "not-own-act",
        Trouble::Operator(fault) => sign_in::operator(fault),
        Trouble::Refused(why) => sign_in::refusal(*why),
        Trouble::LockMinutes => "lock-minutes",
        Trouble::Stopped => "stopped",
    }
}

/// Refused by what was asked, or broken in what is ours.
pub(super) fn exit_of(trouble: &Trouble) -> u8 {
    match trouble {
        Trouble::Store(error) => match error {
            StoreError::Exists(_)
            | StoreError::Stale
            | StoreError::Taken(_)
            | StoreError::Gone
            | StoreError::Undo(_) => REFUSED,
            _ => BROKEN,
        },
        Trouble::Sheet(fault) => match fault.what {
            What::Stopped
            | What::NoFolder
            | What::TargetBusy
            | What::DiskFull
            | What::Unwritable(_)
            | What::RowWidth { .. }
            | What::RowsOut { .. }
            | What::PagesOut { .. }
            | What::Writer(_) => BROKEN,
            _ => REFUSED,
        },
        _ => REFUSED,
    }
}

const fn store(error: &StoreError) -> &'static str {
    match error {
        StoreError::Missing(_) => "no-data-file",
        StoreError::Exists(_) => "data-file-exists",
        StoreError::NotOurFile(_) => "not-our-file",
        StoreError::Network { .. } => "network-folder",
        StoreError::Newer { .. } => "newer-data-file",
        StoreError::Setting { .. } => "file-setting",
        StoreError::Busy(_) => "busy",
        StoreError::InUse => "in-use",
        StoreError::Stale => "changed-elsewhere",
        StoreError::Taken(Taken::IdNumber) => "id-taken",
        StoreError::Taken(Taken::ClassCode) => "class-taken",
        StoreError::Taken(Taken::Enrolment) => "enrolment-taken",
        StoreError::Taken(Taken::Session) => "session-taken",
        StoreError::Taken(Taken::Operator) => "operator-taken",
        StoreError::Taken(Taken::Waiting) => "waiting-taken",
        StoreError::Gone => "gone",
        StoreError::Damaged(_) => "damaged",
        StoreError::Undo(UndoRefused::Nothing) => "nothing-to-undo",
        StoreError::Undo(UndoRefused::Already(_)) => "undone-already",
        StoreError::Undo(UndoRefused::Later { .. }) => "later-act",
        StoreError::Undo(UndoRefused::Kind) => "not-undoable",
        StoreError::DiskFull => "disk-full",
        StoreError::File { .. } => "file",
        StoreError::Sqlite { .. } => "sqlite",
    }
}

const fn class(fault: ClassFault) -> &'static str {
    match fault {
        ClassFault::Code => "class-code",
        ClassFault::CodeTaken => "class-taken",
        ClassFault::UnknownCourse => "unknown-course",
        ClassFault::Day => "bad-date",
        ClassFault::EndBeforeStart => "end-before-start",
        ClassFault::MarkedBefore { .. } => "marks-before-start",
        ClassFault::HoursMissing => "hours-missing",
        ClassFault::Hours => "hours",
        ClassFault::Capacity => "capacity",
    }
}

const fn fill(fault: FillFault) -> &'static str {
    match fault {
        FillFault::Overlap(..) => "overlap",
        FillFault::NoHour(_) => "no-class-hour",
        FillFault::NoSlot => "no-slot",
        FillFault::NoDay => "no-day",
    }
}

const fn mark_fault(fault: MarkFault) -> &'static str {
    match fault {
        MarkFault::NotBegun => "not-begun",
        MarkFault::ReasonNeeded => "reason-needed",
        MarkFault::Cancelled => "session-cancelled",
        MarkFault::Minutes => "minutes",
    }
}

const fn trainee(fault: &TraineeFault) -> &'static str {
    match fault {
        TraineeFault::Id(fault) => id(*fault),
        TraineeFault::Name(_) => "name",
        TraineeFault::Sex => "sex",
        TraineeFault::Birth => "birth",
        TraineeFault::TooLong(_) => "too-long",
    }
}

const fn id(fault: IdFault) -> &'static str {
    match fault {
        IdFault::Empty => "id-missing",
        IdFault::DamagedNumber => "damaged-number",
        IdFault::FirstGeneration => "first-generation",
        IdFault::Length(_) => "length",
        IdFault::Character(_) => "character",
        IdFault::BirthDate => "birth-date",
        IdFault::BirthInFuture => "future-birth",
        IdFault::CheckDigit { .. } => "check-digit",
    }
}

pub(super) const fn reject(reject: &Reject) -> &'static str {
    match reject {
        Reject::Fault(_, fault) => trainee(fault),
        Reject::DuplicateInFile { .. } => "duplicate-in-file",
    }
}

pub(super) const fn warning(warning: &Warning) -> &'static str {
    match warning {
        Warning::Hidden => "hidden-row",
        Warning::Doubt(_, TraineeDoubt::Phone(_)) => "phone",
        Warning::Doubt(_, TraineeDoubt::Account(_)) => "account",
        Warning::Doubt(_, TraineeDoubt::SexDiffers) => "sex-differs",
        Warning::Doubt(_, TraineeDoubt::BirthDiffers) => "birth-differs",
        Warning::Doubt(_, TraineeDoubt::NameCleaned(_)) => "name-cleaned",
        Warning::Doubt(_, TraineeDoubt::NoIdNumber) => "no-id",
        Warning::UnknownCategory(_) => "unknown-category",
        Warning::UnknownNation(_) => "unknown-nation",
        Warning::UnknownEducation(_) => "unknown-education",
        Warning::LeftClass => "left-class",
        Warning::DamagedAccount => "damaged-account",
        Warning::NearId { .. } => "near-id",
        Warning::Enrol(warning) => enrol_warning(*warning),
    }
}

pub(super) const fn field(field: TraineeField) -> &'static str {
    match field {
        TraineeField::IdNumber => "id_number",
        TraineeField::OtherReason => "other_reason",
        TraineeField::Name => "name",
        TraineeField::Sex => "sex",
        TraineeField::Birth => "birth",
        TraineeField::Nation => "nation",
        TraineeField::Education => "education",
        TraineeField::Hukou => "hukou",
        TraineeField::Address => "address",
        TraineeField::Phone => "phone",
        TraineeField::BankHolder => "bank_holder",
        TraineeField::Bank => "bank",
        TraineeField::Account => "account",
        TraineeField::Employer => "employer",
        TraineeField::Remarks => "remarks",
    }
}

pub(super) const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => "planned",
        Phase::Running => "running",
        Phase::Ended => "ended",
    }
}

/// The words of `mark --as`.
pub(super) const MARKS: [&str; 6] = ["present", "late", "early", "leave", "absent", "clear"];

/// As in `mark --as`; nothing for a session not taken.
pub(super) fn mark(mark: Mark) -> Option<&'static str> {
    match mark.kind() {
        MarkKind::Present => Some("present"),
        MarkKind::Late => Some("late"),
        MarkKind::Early => Some("early"),
        MarkKind::Leave => Some("leave"),
        MarkKind::Absent => Some("absent"),
        MarkKind::NotTaken => None,
    }
}

pub(super) const fn leave(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Leave(LeaveKind::Sick) => Some("sick"),
        Mark::Leave(LeaveKind::Personal) => Some("personal"),
        _ => None,
    }
}

pub(super) const fn source(source: &Source) -> &'static str {
    match source {
        Source::Hand => "hand",
        Source::AllAtOnce => "all-at-once",
        Source::Device { .. } => "device",
        Source::Paper => "paper",
    }
}

pub(super) const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Instructor => "instructor",
        Layer::Office => "office",
    }
}

pub(super) const fn because(because: Because) -> &'static str {
    match because {
        Because::NotBegun => "not-begun",
        Because::NotTaken => "not-taken",
        Because::NotExpected => "not-expected",
        Because::Full => "full",
        Because::WithinGrace { .. } => "within-grace",
        Because::Lost { .. } => "lost",
        Because::Leave => "leave",
        Because::Absent => "absent",
    }
}

pub(super) const fn why(why: Why) -> &'static str {
    match why {
        Why::Name => "name",
        Why::Pinyin => "pinyin",
        Why::Within => "within",
        Why::SameSound => "same-sound",
        Why::Misheard => "misheard",
        Why::OneSyllable => "one-syllable",
        Why::IdNumber => "id",
        Why::IdTail => "id-tail",
        Why::Phone => "phone",
        Why::PhoneTail => "phone-tail",
        Why::Number => "number",
    }
}

pub(super) const fn due(due: &Due) -> &'static str {
    match due {
        Due::Expired(..) => "proof-expired",
        Due::Seat(_) => "seat-free",
        Due::MakeUp(..) => "make-up",
        Due::NoCategory => "no-category",
        Due::Unproven(_) => "no-proof",
        Due::EndsSoon(..) => "proof-ends",
        Due::NoPhone => "no-phone",
    }
}

pub(super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Proven => "proven",
        Standing::Unproven => "unproven",
        Standing::Expired(_) => "expired",
        Standing::NotYet(_) => "not-yet",
    }
}

/// Where a person stands in a class.
pub(super) const fn attended(state: &State) -> &'static str {
    match state {
        State::In(of) => phase(*of),
        State::Gone(_, kind, _) => departure(*kind),
    }
}

pub(super) const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}

pub(super) const fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Pages => "pages",
        Fault::References => "references",
        Fault::Gap(_) => "act-missing",
        Fault::Chain(_) => "act-altered",
        Fault::Commitment(_) => "act-content",
        Fault::Cell(_) => "roll-order",
        Fault::Schema => "schema",
        Fault::Rows(..) => "rows",
        Fault::Erased(..) => "erased",
        Fault::Ledger(_) => "ledger",
        Fault::NameKeys => "search-keys",
    }
}
