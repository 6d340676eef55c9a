//! The day to which a session goes, whether it is added, moved or made up for: what keeps it away from there, and what
//! is to be said of it.

use super::{Desk, Outcome, Trouble};
use crate::domain::holiday::{DayKind, SpecialDay};
use crate::store::rows::ClassRow;
use chrono::NaiveDate;

/// What there is to say of days on which sessions are put. Nothing of it keeps them away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayWarning {
    /// Beyond the planned end of the class: the last one.
    AfterEnd(NaiveDate),
    /// Days off, by name.
    Holidays(Vec<SpecialDay>),
    /// Past already, the first of them: the class hours count as taught at once, and nobody is marked there.
    Past(NaiveDate),
}

/// A session goes to no day before the first of its class: nobody is expected there, and everybody would lose its class
/// hours. One that lies there already may keep the day it `was` on.
pub fn not_before_start(class: &ClassRow, day: NaiveDate, was: Option<NaiveDate>) -> Outcome<()> {
    if day >= class.start || was == Some(day) { Ok(()) } else { Err(Trouble::BeforeStart(class.start)) }
}

impl Desk {
    /// What there is to say when sessions of a class go to these days.
    pub fn day_warnings(&self, class: &ClassRow, days: &[NaiveDate]) -> Vec<DayWarning> {
        if days.is_empty() {
            return Vec::new();
        }
        let holidays = self.holidays().holidays;
        let mut off: Vec<SpecialDay> = days.iter().filter_map(|day| holidays.on(*day)).cloned().collect();
        off.retain(|special| special.kind == DayKind::Holiday);
        off.sort_by_key(|special| special.day);
        off.dedup();
        let last = days.iter().max().copied().filter(|last| *last > class.end);
        let past = days.iter().min().copied().filter(|first| *first < self.today());
        let warnings = [
            last.map(DayWarning::AfterEnd),
            (!off.is_empty()).then_some(DayWarning::Holidays(off)),
            past.map(DayWarning::Past),
        ];
        warnings.into_iter().flatten().collect()
    }
}
