//! Civil dates at +08:00, times of day, slots, weekdays, and the stamp that orders acts.

use chrono::{Datelike, NaiveDate, Weekday};

/// When an act was recorded: UTC milliseconds and a counter within the millisecond. Stamps of one file only grow,
/// whatever the wall clock does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Stamp {
    pub ms: i64,
    pub n: u32,
}

impl Stamp {
    /// The next stamp at wall time `now_ms`, after `self`.
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        if now_ms > self.ms { Self { ms: now_ms, n: 0 } } else { Self { ms: self.ms, n: self.n + 1 } }
    }
}

/// Minute of a day, 00:00 to 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    pub const START: Self = Self(0);
    pub const NOON: Self = Self(720);
    pub const END: Self = Self(1440);

    pub fn from_minute(minute: u16) -> Option<Self> {
        (minute <= 1440).then_some(Self(minute))
    }

    /// Reads `8:30`, `08:30`, `0830` or full-width forms of them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = super::written::code(text);
        let (hour, minute) = match text.split_once([':', '.']) {
            Some((hour, minute)) => (hour.to_owned(), minute.to_owned()),
            None if text.len() == 4 && text.is_ascii() => {
                (text.get(..2)?.to_owned(), text.get(2..)?.to_owned())
            }
            None => return None,
        };
        if hour.is_empty() || hour.len() > 2 || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (minute < 60 && (hour < 24 || (hour == 24 && minute == 0))).then_some(Self(hour * 60 + minute))
    }

    pub const fn minute(self) -> u16 {
        self.0
    }
}

/// The part of a day that a sign-in sheet is for; the start of a session decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Half {
    Morning,
    Afternoon,
    Evening,
}

impl Half {
    pub const fn of(start: TimeOfDay) -> Self {
        match start.0 {
            ..720 => Self::Morning,
            720..1080 => Self::Afternoon,
            1080.. => Self::Evening,
        }
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Now, at the desk: the civil day and minute at +08:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub day: NaiveDate,
    pub time: TimeOfDay,
}

/// From–to within a day, longer than nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    from: TimeOfDay,
    to: TimeOfDay,
}

impl Slot {
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Option<Self> {
        (from < to).then_some(Self { from, to })
    }

    /// Reads `08:30-12:00`; a tilde, a dash of any width and full-width digits are fine.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .map(|c| {
                if matches!(c, '~' | '\u{ff5e}' | '\u{2014}' | '\u{2013}' | '\u{ff0d}' | '\u{81f3}') {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        let (from, to) = text.split_once('-')?;
        Self::new(TimeOfDay::parse(from)?, TimeOfDay::parse(to)?)
    }

    pub const fn from(self) -> TimeOfDay {
        self.from
    }

    pub const fn to(self) -> TimeOfDay {
        self.to
    }

    pub const fn minutes(self) -> u16 {
        self.to.0 - self.from.0
    }

    /// Whether a time lies inside; the end does not.
    pub fn has(self, time: TimeOfDay) -> bool {
        (self.from..self.to).contains(&time)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

/// Weekdays on which a timetable is filled; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays(u8);

const WEEK: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

impl Weekdays {
    pub const ALL: Self = Self(0b111_1111);

    /// Reads `mon-fri`, `mon,wed,fri`, `1-5`, `1,3,5` or mixtures; 1 is Monday.
    pub fn parse(text: &str) -> Option<Self> {
        let mut days = 0_u8;
        for part in super::written::line(text).to_lowercase().replace('\u{ff0c}', ",").split(',') {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (weekday_number(first.trim())?, weekday_number(last.trim())?);
            if first > last {
                return None;
            }
            (first..=last).for_each(|day| days |= 1 << day);
        }
        (days != 0).then_some(Self(days))
    }

    /// The weekdays of some days; `None` without any.
    pub fn of(days: impl IntoIterator<Item = NaiveDate>) -> Option<Self> {
        let bit = |day: NaiveDate| 1_u8 << day.weekday().num_days_from_monday();
        let days = days.into_iter().fold(0, |all, day| all | bit(day));
        (days != 0).then_some(Self(days))
    }

    pub fn has(self, day: NaiveDate) -> bool {
        self.0 & (1 << day.weekday().num_days_from_monday()) != 0
    }

    /// Whether any day from Monday to Friday is among them.
    pub const fn has_workday(self) -> bool {
        self.0 & 0b1_1111 != 0
    }
}

impl std::fmt::Display for Weekdays {
    /// As `parse` reads it: three and more in a row as a range.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut parts = Vec::new();
        let days: Vec<usize> = (0..WEEK.len()).filter(|day| self.0 & (1 << day) != 0).collect();
        for run in days.chunk_by(|a, b| a + 1 == *b) {
            let named: Vec<&str> =
                run.iter().filter_map(|day| WEEK.get(*day)).map(|(name, _)| *name).collect();
            match named.as_slice() {
                [first, .., last] if named.len() > 2 => parts.push(format!("{first}-{last}")),
                few => parts.extend(few.iter().map(|name| (*name).to_owned())),
            }
        }
        f.write_str(&parts.join(","))
    }
}

fn weekday_number(text: &str) -> Option<u32> {
    if let Ok(number @ 1..=7) = text.parse::<u32>() {
        return Some(number - 1);
    }
    WEEK.iter().find(|(name, _)| *name == text).map(|(_, day)| day.num_days_from_monday())
}

/// Reads `2026-09-07`, also with `/`, `.`, year-month-day hanzi or as eight digits.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let text: String = text
        .chars()
        .map(|c| if matches!(c, '\u{5e74}' | '\u{6708}') { '/' } else { c })
        .filter(|c| *c != '\u{65e5}')
        .collect();
    let dotted = text.replace(['-', '\u{ff0d}'], "/");
    let text = super::written::code(&dotted).replace('.', "/");
    let parts: Vec<&str> = text.split('/').collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            (whole.get(..4)?.parse().ok()?, whole.get(4..6)?.parse().ok()?, whole.get(6..)?.parse().ok()?)
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_times_read_what_people_type() {
        let slot = Slot::parse("08:30-12:00").unwrap();
        assert_eq!((slot.minutes(), slot.to_string()), (210, "08:30-12:00".to_owned()));
        assert_eq!(Slot::parse("８：３０～１２：００"), Some(slot));
        assert_eq!(Slot::parse("0830-1200"), Some(slot));
        for wrong in ["12:00-08:30", "08:30", "8:3-9:00", "25:00-26:00", "08:60-09:00", "08:30-08:30"] {
            assert_eq!(Slot::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn weekdays_read_ranges_and_lists() {
        let monday = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        let days = Weekdays::parse("mon-fri").unwrap();
        assert!(days.has(monday) && !days.has(monday + chrono::Days::new(5)));
        assert_eq!(Weekdays::parse("1-5"), Some(days));
        assert!(Weekdays::parse("sat,sun").unwrap().has(monday + chrono::Days::new(6)));
        for wrong in ["", "fri-mon", "xyz", "8"] {
            assert_eq!(Weekdays::parse(wrong), None, "{wrong}");
        }
        for same in ["mon-fri", "mon,wed,fri", "sat,sun", "mon-wed,fri", "sun"] {
            assert_eq!(Weekdays::parse(same).unwrap().to_string(), same);
        }
        assert_eq!(Weekdays::of([monday, monday + chrono::Days::new(4)]).unwrap().to_string(), "mon,fri");
    }

    #[test]
    fn days_read_the_usual_spellings() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 7);
        for text in
            ["2026-09-07", "2026/9/7", "2026.09.07", "20260907", "2026年9月7日", "２０２６－０９－０７"]
        {
            assert_eq!(parse_day(text), day, "{text}");
        }
        for wrong in ["2026-02-30", "26-09-07", "", "2026-09"] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn stamps_grow_when_the_clock_goes_back() {
        let first = Stamp::default().next(1000);
        let second = first.next(400);
        assert!(second > first && second.next(1000) > second && second.next(2000).n == 0);
    }
}
