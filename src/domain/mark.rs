//! What happened to one enrolment in one session (考勤). A mark is a line that is only ever added; the latest
//! line of a cell counts, and clearing is a line too.

use super::hours::Minutes;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeaveKind {
    Sick,
    Personal,
}

/// What a line says about its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// There, with the minutes missed at either end (both may be set).
    Present {
        late: Minutes,
        early: Minutes,
    },
    Leave(LeaveKind),
    Absent,
    /// Not taken after all.
    Cleared,
}

impl Mark {
    pub const PRESENT: Self = Self::Present { late: Minutes::ZERO, early: Minutes::ZERO };

    /// Whether it says anything: a cleared cell is one not taken.
    pub fn stands(self) -> bool {
        self != Self::Cleared
    }

    /// Whether it keeps its session where it is, because it says what happened there. Leave announced for a session
    /// still to come goes along with it.
    pub fn holds(self, timing: Timing) -> bool {
        match self {
            Self::Cleared => false,
            Self::Leave(_) => timing != Timing::Ahead,
            Self::Present { .. } | Self::Absent => true,
        }
    }

    /// Late or early minutes of a present mark; none for all others.
    pub fn minutes(self) -> (Minutes, Minutes) {
        match self {
            Self::Present { late, early } => (late, early),
            _ => (Minutes::ZERO, Minutes::ZERO),
        }
    }

    /// Minutes missed at one end.
    pub fn missed(self, end: End) -> Minutes {
        let (late, early) = self.minutes();
        match end {
            End::Late => late,
            End::Early => early,
        }
    }

    /// Presence with these minutes missed at one end; those of the other end stay.
    #[must_use]
    pub fn with_missed(self, end: End, minutes: Minutes) -> Self {
        let (late, early) = self.minutes();
        match end {
            End::Late => Self::Present { late: minutes, early },
            End::Early => Self::Present { late, early: minutes },
        }
    }

    /// The leave that one key means: sick first, and personal over sick.
    #[must_use]
    pub fn leave_over(before: Option<Self>) -> Self {
        let sick = Self::Leave(LeaveKind::Sick);
        if before == Some(sick) { Self::Leave(LeaveKind::Personal) } else { sick }
    }

    /// The mark that one key sets in turn: late only where the clock knows the minutes, before the session leave only.
    #[must_use]
    pub fn in_turn(before: Option<Self>, timing: Timing, late: Option<Minutes>) -> Self {
        let sick = Self::Leave(LeaveKind::Sick);
        match before.map_or(MarkKind::NotTaken, Self::kind) {
            MarkKind::NotTaken if timing == Timing::Ahead => sick,
            _ if timing == Timing::Ahead => Self::Cleared,
            MarkKind::NotTaken => Self::PRESENT,
            MarkKind::Present => {
                late.map_or(Self::Absent, |late| Self::Present { late, early: Minutes::ZERO })
            }
            MarkKind::Late | MarkKind::Early => Self::Absent,
            MarkKind::Absent => sick,
            MarkKind::Leave => Self::Cleared,
        }
    }

    /// What lists and counts call it.
    pub fn kind(self) -> MarkKind {
        match self {
            Self::Present { late, early } => match (late.is_none(), early.is_none()) {
                (true, true) => MarkKind::Present,
                (false, _) => MarkKind::Late,
                (true, false) => MarkKind::Early,
            },
            Self::Leave(_) => MarkKind::Leave,
            Self::Absent => MarkKind::Absent,
            Self::Cleared => MarkKind::NotTaken,
        }
    }
}

/// The words of the roll: what a cell shows. Late and early are presence with minutes; someone both late and
/// early counts once, as late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkKind {
    Present,
    Late,
    Early,
    Leave,
    Absent,
    NotTaken,
}

impl MarkKind {
    pub const ALL: [Self; 6] =
        [Self::Present, Self::Late, Self::Early, Self::Leave, Self::Absent, Self::NotTaken];
}

/// Which end of a session was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Late,
    Early,
}

/// Minutes missed so far, or still to come, while `now` lies inside the session.
pub fn missed_by(
    end: End,
    day: chrono::NaiveDate,
    slot: super::calendar::Slot,
    now: super::calendar::Moment,
) -> Option<Minutes> {
    if now.day != day || !slot.has(now.time) {
        return None;
    }
    let minute = now.time.minute();
    let missed = match end {
        End::Late => minute - slot.from().minute(),
        End::Early => slot.to().minute() - minute,
    };
    Minutes::new(missed).filter(|minutes| !minutes.is_none())
}

/// How a line came about. For subsidised training a mark set for all at once is weaker evidence than one by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Hand,
    AllAtOnce,
    /// An attendance machine's file: its SHA-256 and the line in it.
    Device {
        file: [u8; 32],
        line: u32,
    },
    /// Keyed from the signed sheet.
    Paper,
}

/// Who speaks: the instructor at the session, or the office correcting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    Instructor,
    Office,
}

/// Whether a session may be marked, seen from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Not begun: only leave announced ahead.
    Ahead,
    /// Of today and begun.
    Now,
    /// Of a past day: only with a reason.
    Past,
}

impl Timing {
    pub fn of(day: chrono::NaiveDate, slot: super::calendar::Slot, now: super::calendar::Moment) -> Self {
        match day.cmp(&now.day) {
            std::cmp::Ordering::Less => Self::Past,
            std::cmp::Ordering::Greater => Self::Ahead,
            std::cmp::Ordering::Equal if slot.from() > now.time => Self::Ahead,
            std::cmp::Ordering::Equal => Self::Now,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkFault {
    /// The session has not begun and the mark is not leave.
    NotBegun,
    /// A past day without a reason.
    ReasonNeeded,
    Cancelled,
    /// Late or early without minutes, or more minutes than the session has.
    Minutes,
}

/// Whether `mark` may be set now. `minutes` is the length of the session.
pub fn allowed(mark: Mark, timing: Timing, has_reason: bool, minutes: u16) -> Result<(), MarkFault> {
    let (late, early) = mark.minutes();
    if late.get() > minutes || early.get() > minutes {
        return Err(MarkFault::Minutes);
    }
    match timing {
        Timing::Ahead if matches!(mark, Mark::Leave(_) | Mark::Cleared) => Ok(()),
        Timing::Ahead => Err(MarkFault::NotBegun),
        Timing::Past if !has_reason => Err(MarkFault::ReasonNeeded),
        Timing::Past | Timing::Now => Ok(()),
    }
}
