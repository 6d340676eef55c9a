//! Who is expected in a session of a class. One rule for rolls, weeks, ledgers, lists and sheets; the store says it a
//! second time in SQL, and a test holds the two together.

use super::calendar::Moment;
use super::shift::Block;
use chrono::NaiveDate;

/// The time somebody has a seat in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub joined: NaiveDate,
    /// The last day, if it came.
    pub left: Option<NaiveDate>,
    /// When somebody who joins a class that runs already was put on file. On the first day of a class people sit there
    /// before they are typed, so it tells nothing of them.
    pub enrolled: Option<Moment>,
}

/// Whether somebody is on the roll of a day: joined by then and not left before.
pub fn is_on_roll(joined: NaiveDate, left: Option<NaiveDate>, day: NaiveDate) -> bool {
    joined <= day && left.is_none_or(|left| left >= day)
}

impl Stay {
    /// From the first day to the last. Whoever is enrolled after a session of their first day was over did not miss it;
    /// a first day in the past was meant as it was written.
    pub fn expects(self, session: Block) -> bool {
        let day = session.day;
        let came_after = self
            .enrolled
            .is_some_and(|at| self.joined == day && at.day == day && at.time >= session.slot.to());
        is_on_roll(self.joined, self.left, day) && !came_after
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Slot, TimeOfDay, parse_day};

    fn expects(joined: &str, enrolled: (&str, &str), session: (&str, &str)) -> bool {
        let enrolled =
            Moment { day: parse_day(enrolled.0).unwrap(), time: TimeOfDay::parse(enrolled.1).unwrap() };
        let session = Block { day: parse_day(session.0).unwrap(), slot: Slot::parse(session.1).unwrap() };
        Stay { joined: parse_day(joined).unwrap(), left: None, enrolled: Some(enrolled) }.expects(session)
    }

    #[test]
    fn a_session_that_was_over_was_not_missed() {
        let (day, morning) = ("2026-09-07", ("2026-09-07", "08:30-12:00"));
        assert!(expects(day, (day, "11:59"), morning));
        assert!(!expects(day, (day, "12:00"), morning));
        assert!(expects(day, (day, "12:00"), ("2026-09-07", "14:00-17:30")));
        assert!(expects(day, (day, "12:00"), ("2026-09-08", "08:30-12:00")));
        assert!(expects(day, ("2026-09-08", "12:00"), morning), "a first day in the past is meant");
        assert!(!expects("2026-09-08", (day, "08:00"), morning));
        let block = Block { day: parse_day(day).unwrap(), slot: Slot::parse("08:30-12:00").unwrap() };
        let from_the_start = Stay { joined: block.day, left: None, enrolled: None };
        assert!(from_the_start.expects(block), "typed in the afternoon of the first day");
    }
}
