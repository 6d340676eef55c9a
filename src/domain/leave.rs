//! The days that leave is announced for, by half days.

use super::calendar::{Slot, TimeOfDay};
use chrono::NaiveDate;

/// The half of a day in which a session begins; evening classes belong to the afternoon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Morning,
    Afternoon,
}

impl Part {
    pub fn of(slot: Slot) -> Self {
        if slot.from() < TimeOfDay::NOON { Self::Morning } else { Self::Afternoon }
    }
}

/// From one half day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    from: (NaiveDate, Part),
    to: (NaiveDate, Part),
}

impl Span {
    /// `None` where the end is before the start.
    pub fn new(from: (NaiveDate, Part), to: (NaiveDate, Part)) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// Whole days.
    pub fn days(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        Self::new((from, Part::Morning), (to, Part::Afternoon))
    }

    pub fn holds(&self, day: NaiveDate, slot: Slot) -> bool {
        (self.from..=self.to).contains(&(day, Part::of(slot)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::parse_day;

    #[test]
    fn a_span_knows_half_days() {
        let day = |text: &str| parse_day(text).unwrap();
        let (morning, evening) = (Slot::parse("08:30-12:00").unwrap(), Slot::parse("19:00-21:00").unwrap());
        let span =
            Span::new((day("2026-09-08"), Part::Afternoon), (day("2026-09-09"), Part::Morning)).unwrap();
        assert!(!span.holds(day("2026-09-08"), morning) && span.holds(day("2026-09-08"), evening));
        assert!(span.holds(day("2026-09-09"), morning) && !span.holds(day("2026-09-09"), evening));
        assert!(Span::days(day("2026-09-09"), day("2026-09-08")).is_none());
        assert!(Span::days(day("2026-09-09"), day("2026-09-09")).is_some());
    }
}
