//! Codes of seats: what a class may mind about somebody, how an enrolment ended and why it may not end so.

use crate::app::departures::MoveWarning;
use crate::app::limits::EnrolWarning;
use crate::domain::departure::{DepartureFault, DepartureKind};

pub(in crate::cli) const fn enrol_warning(warning: EnrolWarning) -> &'static str {
    match warning {
        EnrolWarning::OverCapacity { .. } => "over-capacity",
        EnrolWarning::OverClassSize { .. } => "class-size",
        EnrolWarning::OutOfTurn { .. } => "out-of-turn",
        EnrolWarning::TooYoung { .. } => "age",
        EnrolWarning::JoinedOutside(_) => "joined-outside",
    }
}

pub(in crate::cli) const fn move_warning(warning: &MoveWarning) -> &'static str {
    match warning {
        MoveWarning::Enrol(warning) => enrol_warning(*warning),
        MoveWarning::OtherCourse => "other-course",
        MoveWarning::Missed(_) => "missed-hours",
        MoveWarning::Clash(_) => "clash",
        MoveWarning::Meanwhile(_) => "meanwhile",
    }
}

pub(in crate::cli) const fn departure(kind: DepartureKind) -> &'static str {
    match kind {
        DepartureKind::Left => "left",
        DepartureKind::Withdrawn => "withdrawn",
        DepartureKind::Transferred => "transferred",
    }
}

pub(super) const fn fault(fault: DepartureFault) -> &'static str {
    match fault {
        DepartureFault::ReasonNeeded => "reason-needed",
        DepartureFault::NotYet => "not-yet",
        DepartureFault::NeverCame(_) => "before-joining",
        DepartureFault::HasMarks(_) => "has-marks",
        DepartureFault::JoinsTooSoon => "joins-too-soon",
        DepartureFault::Ended => "has-left",
        DepartureFault::SameClass => "same-class",
    }
}
