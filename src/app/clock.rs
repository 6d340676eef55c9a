//! The one place that reads the wall clock, and the +08:00 civil time that a Chinese desk lives in.

use crate::domain::calendar::{Moment, TimeOfDay};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Timelike};

/// Where the present comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    System,
    /// Stands still at UTC milliseconds, for tests and pictures.
    Fixed(i64),
}

impl Clock {
    /// UTC milliseconds.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    pub fn now_ms(self) -> i64 {
        match self {
            Self::System => chrono::Utc::now().timestamp_millis(),
            Self::Fixed(ms) => ms,
        }
    }

    /// A clock that stands at a civil time of the desk.
    pub fn fixed(day: NaiveDate, time: TimeOfDay) -> Self {
        let local =
            day.and_time(chrono::NaiveTime::default()) + chrono::Duration::minutes(i64::from(time.minute()));
        Self::Fixed(utc_ms(local))
    }

    pub fn now(self) -> Moment {
        moment(self.now_ms())
    }
}

const OFFSET_SECONDS: i32 = 8 * 3600;

/// The civil moment of UTC milliseconds.
pub fn moment(ms: i64) -> Moment {
    let local = local(ms);
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0);
    Moment { day: local.date(), time: TimeOfDay::from_minute(minute).unwrap_or(TimeOfDay::START) }
}

/// Civil date and time at +08:00.
pub fn local(ms: i64) -> NaiveDateTime {
    let utc = DateTime::from_timestamp_millis(ms).unwrap_or_default();
    FixedOffset::east_opt(OFFSET_SECONDS)
        .map_or(utc.naive_utc(), |offset| utc.with_timezone(&offset).naive_local())
}

/// UTC milliseconds of a civil date and time.
pub fn utc_ms(local: NaiveDateTime) -> i64 {
    local.and_utc().timestamp_millis() - i64::from(OFFSET_SECONDS) * 1000
}

/// UTC milliseconds of the first moment of a civil day.
pub fn start_of_day(day: NaiveDate) -> i64 {
    utc_ms(day.and_time(chrono::NaiveTime::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_desk() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        let clock = Clock::fixed(day, TimeOfDay::parse("08:26").unwrap());
        assert_eq!((clock.now().day, clock.now().time.to_string()), (day, "08:26".to_owned()));
        assert_eq!(moment(start_of_day(day) - 1).day, day.pred_opt().unwrap());
    }
}
