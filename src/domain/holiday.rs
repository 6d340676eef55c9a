//! Public holidays and adjusted working days (调休) by year, and which days a class is taught on. A year that is not on
//! file is unknown; it is never taken for a year without holidays.

use super::calendar::{Weekdays, parse_day};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    Holiday,
    /// A Saturday or Sunday that is worked in exchange for a holiday.
    Workday,
}

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDay {
    pub day: NaiveDate,
    pub kind: DayKind,
    pub zh: String,
    pub en: String,
}

/// The special days of one year, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayYear {
    year: i32,
    days: Vec<SpecialDay>,
}

/// What is wrong in a line of a year's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayFault {
    /// Counted from 1; 0 for the file as a whole.
    pub line: usize,
    pub flaw: HolidayFlaw,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolidayFlaw {
    /// No day at all.
    Empty,
    /// Not four cells between tabs.
    Cells(usize),
    Day,
    OtherYear(i32),
    /// Neither `holiday` nor `workday`.
    Kind,
    /// A working day that is one anyhow.
    NotWeekend,
    /// A name is missing in one of the languages.
    Name,
    /// The day stands in an earlier line.
    Twice,
}

impl HolidayYear {
    /// Reads lines of day, `holiday` or `workday`, Chinese and English name, apart by tabs; `#` begins a comment.
    /// All faults at once.
    pub fn parse(year: i32, text: &str) -> Result<Self, Vec<HolidayFault>> {
        let (mut days, mut faults) = (BTreeMap::new(), Vec::new());
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        for (nth, line) in lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
            let read = special(year, line).and_then(|special| match days.insert(special.day, special) {
                Some(_) => Err(HolidayFlaw::Twice),
                None => Ok(()),
            });
            faults.extend(read.err().map(|flaw| HolidayFault { line: nth + 1, flaw }));
        }
        if days.is_empty() && faults.is_empty() {
            faults.push(HolidayFault { line: 0, flaw: HolidayFlaw::Empty });
        }
        if faults.is_empty() { Ok(Self { year, days: days.into_values().collect() }) } else { Err(faults) }
    }

    pub const fn year(&self) -> i32 {
        self.year
    }

    pub fn days(&self) -> &[SpecialDay] {
        &self.days
    }
}

fn special(year: i32, line: &str) -> Result<SpecialDay, HolidayFlaw> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let [day, kind, zh, en] = cells.as_slice() else { return Err(HolidayFlaw::Cells(cells.len())) };
    let day = parse_day(day).ok_or(HolidayFlaw::Day)?;
    if day.year() != year {
        return Err(HolidayFlaw::OtherYear(day.year()));
    }
    let kind = match *kind {
        "holiday" => DayKind::Holiday,
        "workday" => DayKind::Workday,
        _ => return Err(HolidayFlaw::Kind),
    };
    if kind == DayKind::Workday && !is_weekend(day) {
        return Err(HolidayFlaw::NotWeekend);
    }
    let (zh, en) = (super::written::line(zh), super::written::line(en));
    if zh.is_empty() || en.is_empty() {
        return Err(HolidayFlaw::Name);
    }
    Ok(SpecialDay { day, kind, zh, en })
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The years on file.
#[derive(Debug, Clone, Default)]
pub struct Holidays {
    years: BTreeMap<i32, HolidayYear>,
}

impl Holidays {
    /// Puts a year in place of what was there.
    pub fn put(&mut self, year: HolidayYear) {
        self.years.insert(year.year, year);
    }

    pub fn years(&self) -> impl Iterator<Item = &HolidayYear> {
        self.years.values()
    }

    pub fn on(&self, day: NaiveDate) -> Option<&SpecialDay> {
        let days = &self.years.get(&day.year())?.days;
        days.binary_search_by_key(&day, |special| special.day).ok().and_then(|at| days.get(at))
    }

    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.on(day).is_some_and(|special| special.kind == DayKind::Holiday)
    }

    /// Years between two days, both included, that are not on file.
    pub fn unknown(&self, first: NaiveDate, last: NaiveDate) -> Vec<i32> {
        (first.year()..=last.year()).filter(|year| !self.years.contains_key(year)).collect()
    }
}

/// What becomes of holidays when days are chosen by their weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnHolidays {
    Teach,
    Rest,
    /// Adjusted working weekends are taught, if any day from Monday to Friday is.
    RestAndWork,
}

/// The days on which a class is taught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeachingDays {
    pub weekdays: Weekdays,
    pub on_holidays: OnHolidays,
}

impl From<Weekdays> for TeachingDays {
    /// Holidays or not.
    fn from(weekdays: Weekdays) -> Self {
        Self { weekdays, on_holidays: OnHolidays::Teach }
    }
}

impl TeachingDays {
    pub fn has(self, day: NaiveDate, holidays: &Holidays) -> bool {
        self.leaves_out(day, holidays).is_none()
            && (self.weekdays.has(day) || self.brings_in(day, holidays).is_some())
    }

    /// The holiday for which a day of the weekdays is left out.
    pub fn leaves_out(self, day: NaiveDate, holidays: &Holidays) -> Option<&SpecialDay> {
        if self.on_holidays == OnHolidays::Teach || !self.weekdays.has(day) {
            return None;
        }
        holidays.on(day).filter(|special| special.kind == DayKind::Holiday)
    }

    /// The adjusted working day that is taught although its weekday is not.
    pub fn brings_in(self, day: NaiveDate, holidays: &Holidays) -> Option<&SpecialDay> {
        if self.on_holidays != OnHolidays::RestAndWork || self.weekdays.has(day) {
            return None;
        }
        let worked = self.weekdays.has_workday();
        holidays.on(day).filter(|special| worked && special.kind == DayKind::Workday)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    fn holidays() -> Holidays {
        let mut holidays = Holidays::default();
        let text = "# a notice\n2026-09-20\tworkday\t国庆节\tNational Day\n2026-09-25\tholiday\t中秋节\tMid-Autumn\n";
        holidays.put(HolidayYear::parse(2026, text).unwrap());
        holidays
    }

    #[test]
    fn every_fault_names_its_line() {
        let text = "2027-01-01\tholiday\t元旦\tNew Year\n\n2027-13-01\tholiday\ta\tb\n2026-01-01\tholiday\ta\tb\n\
            2027-01-02\tfree\ta\tb\n2027-01-04\tworkday\ta\tb\n2027-01-03\tholiday\t\tb\n2027-01-01\tholiday\ta\tb\nx\n";
        let faults = HolidayYear::parse(2027, text).unwrap_err();
        let found: Vec<(usize, HolidayFlaw)> =
            faults.into_iter().map(|fault| (fault.line, fault.flaw)).collect();
        assert_eq!(
            found,
            [
                (3, HolidayFlaw::Day),
                (4, HolidayFlaw::OtherYear(2026)),
                (5, HolidayFlaw::Kind),
                (6, HolidayFlaw::NotWeekend),
                (7, HolidayFlaw::Name),
                (8, HolidayFlaw::Twice),
                (9, HolidayFlaw::Cells(1)),
            ]
        );
        assert_eq!(HolidayYear::parse(2027, "# nothing\n").unwrap_err()[0].flaw, HolidayFlaw::Empty);
        assert!(HolidayYear::parse(2027, "\u{feff}2027-01-01\tholiday\t元旦\tNew Year\r\n").is_ok());
    }

    #[test]
    fn holidays_rest_and_working_weekends_are_taught_only_when_asked() {
        let (holidays, weekdays) = (holidays(), Weekdays::parse("mon-fri").unwrap());
        let has = |on_holidays, text| TeachingDays { weekdays, on_holidays }.has(day(text), &holidays);
        use OnHolidays::{Rest, RestAndWork, Teach};
        for (text, expected) in [
            ("2026-09-24", [true, true, true]),
            ("2026-09-25", [true, false, false]),
            ("2026-09-26", [false, false, false]),
            ("2026-09-20", [false, false, true]),
        ] {
            assert_eq!([Teach, Rest, RestAndWork].map(|rule| has(rule, text)), expected, "{text}");
        }
        let sundays = TeachingDays { weekdays: Weekdays::parse("sun").unwrap(), on_holidays: Rest };
        assert!(sundays.has(day("2026-09-20"), &holidays), "a Sunday is a Sunday");
        assert_eq!(holidays.unknown(day("2025-12-01"), day("2027-01-01")), [2025, 2027]);
    }
}
