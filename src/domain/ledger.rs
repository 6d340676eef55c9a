//! Where each class hour comes from (学时台账): folded from sessions and marks under a rule pack, never typed.

use super::calendar::{Moment, Slot};
use super::hours::{ClassHours, Minutes};
use super::mark::{Mark, Timing};
use super::rules::RulePack;
use chrono::NaiveDate;

/// What the fold needs to know of a session; cancelled ones are left out by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    pub day: NaiveDate,
    pub slot: Slot,
    pub hours: ClassHours,
    /// Whether anybody has a line in it: a session of today counts as delivered once it is being marked.
    pub has_marks: bool,
}

/// Why a session earned what it earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    NotBegun,
    NotTaken,
    /// Not in the class that day: joined later, or had left.
    NotExpected,
    Full,
    /// Minutes missed, all within the grace.
    WithinGrace {
        late: Minutes,
        early: Minutes,
    },
    /// Class hours lost to each; their sum may exceed the session, which then earns nothing.
    Lost {
        late: Minutes,
        late_cost: ClassHours,
        early: Minutes,
        early_cost: ClassHours,
    },
    Leave,
    Absent,
}

/// One session of one enrolment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub credited: ClassHours,
    pub because: Because,
    pub delivered: bool,
}

/// The figures of one enrolment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Class hours of all sessions not cancelled.
    pub planned: ClassHours,
    /// Those whose day has passed, or that have begun and are being marked.
    pub delivered: ClassHours,
    pub credited: ClassHours,
    /// Delivered hours that brought nothing and no longer will; whoever was not taken yet has missed nothing.
    pub missed: ClassHours,
    pub required: ClassHours,
    /// Sessions that may still bring something: to come, or begun and not taken.
    pub open: ClassHours,
}

impl Totals {
    /// Class hours still needed.
    pub fn missing(&self) -> ClassHours {
        self.required.minus(self.credited)
    }

    /// Class hours that may still be missed without falling short.
    pub fn can_miss(&self) -> ClassHours {
        (self.credited + self.open).minus(self.required)
    }

    /// Class hours that the timetable is short of, even for somebody who misses nothing more.
    pub fn to_make_up(&self) -> ClassHours {
        self.required.minus(self.credited + self.open)
    }

    /// Whether the required hours can no longer be reached.
    pub fn is_lost(&self) -> bool {
        self.credited + self.open < self.required
    }

    /// Attendance as exact integers: credited of delivered.
    pub fn ratio(&self) -> [u32; 2] {
        [self.credited.get(), self.delivered.get()]
    }

    /// `have × 100 ≥ percent × of`: 79.6 % is not 80 %.
    pub fn reaches(&self, percent: u32) -> bool {
        let [have, of] = self.ratio();
        u64::from(have) * 100 >= u64::from(percent) * u64::from(of)
    }
}

/// Class hours that `missed` minutes cost: nothing within the grace, then one for every started block.
/// With 15 and 45: 15 → 0, 16 → 1, 45 → 1, 46 → 2.
pub fn cost(missed: Minutes, rules: &RulePack) -> ClassHours {
    if missed.get() <= rules.grace_minutes.value {
        return ClassHours::ZERO;
    }
    ClassHours::new(u32::from(missed.get().div_ceil(rules.minutes_per_lost_hour.value.max(1))))
}

/// What one session is worth to one enrolment, seen from `now`.
pub fn entry(session: &Planned, mark: Option<Mark>, now: Moment, rules: &RulePack) -> Entry {
    let timing = Timing::of(session.day, session.slot, now);
    let delivered = timing == Timing::Past || (timing == Timing::Now && session.has_marks);
    let (credited, because) = match mark {
        _ if timing == Timing::Ahead => (ClassHours::ZERO, Because::NotBegun),
        None | Some(Mark::Cleared) => (ClassHours::ZERO, Because::NotTaken),
        Some(Mark::Leave(_)) => (ClassHours::ZERO, Because::Leave),
        Some(Mark::Absent) => (ClassHours::ZERO, Because::Absent),
        Some(Mark::Present { late, early }) => worth(session.hours, late, early, rules),
    };
    Entry { credited, because, delivered }
}

fn worth(hours: ClassHours, late: Minutes, early: Minutes, rules: &RulePack) -> (ClassHours, Because) {
    let (late_cost, early_cost) = (cost(late, rules), cost(early, rules));
    let because = match (late.is_none() && early.is_none(), (late_cost + early_cost).get()) {
        (true, _) => Because::Full,
        (false, 0) => Because::WithinGrace { late, early },
        (false, _) => Because::Lost { late, late_cost, early, early_cost },
    };
    (hours.minus(late_cost + early_cost), because)
}

/// One cell of the roll, as the fold sees it.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    pub session: &'a Planned,
    pub mark: Option<Mark>,
    /// Whether the person was in the class that day: a session before joining or after leaving brings nothing more.
    pub expected: bool,
}

/// Folds the sessions of one enrolment into its figures. The order does not matter.
pub fn totals<'a>(
    cells: impl IntoIterator<Item = Cell<'a>>,
    required: ClassHours,
    now: Moment,
    rules: &RulePack,
) -> Totals {
    let mut totals = Totals { required, ..Totals::default() };
    for Cell { session, mark, expected } in cells {
        let entry = entry(session, mark, now, rules);
        totals.planned += session.hours;
        totals.credited += entry.credited;
        let is_open = expected && entry.because == Because::NotTaken;
        if entry.delivered {
            totals.delivered += session.hours;
            totals.missed += if is_open { ClassHours::ZERO } else { session.hours.minus(entry.credited) };
        }
        let announced = matches!(mark, Some(Mark::Leave(_)));
        let to_come = matches!(entry.because, Because::NotBegun) && !announced;
        if expected && to_come || is_open {
            totals.open += session.hours;
        }
    }
    totals
}

#[cfg(test)]
mod tests;
