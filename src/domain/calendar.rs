//! Civil dates at +08:00, times of day, slots, weekdays, and the stamp that orders acts.

use chrono::{Datelike, NaiveDate, Weekday};
use unicode_normalization::UnicodeNormalization;

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

/// What people write between the two ends of a slot.
pub const SLOT_SIGNS: [char; 7] = ['-', '~', '\u{ff5e}', '\u{2014}', '\u{2013}', '\u{ff0d}', '\u{81f3}'];

/// What they write between slots; the wide ones come out of an input method.
const BETWEEN_SLOTS: [char; 3] = [',', '\u{ff0c}', '\u{3001}'];

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
        let (from, to) = text.split_once(SLOT_SIGNS)?;
        Self::new(TimeOfDay::parse(from)?, TimeOfDay::parse(to)?)
    }

    /// Reads slots with commas between them, or gives the first part that is none.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, &str> {
        let parts = text.split(BETWEEN_SLOTS).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| Self::parse(part).ok_or(part)).collect()
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

    /// Reads weekdays as people write them: `mon-fri`, `Mon, Wed`, `1-5`, `135`, `1,3,5`, the Chinese names with or
    /// without their prefix, each by itself or in a row, and the words for every day and for the weekend; 1 is Monday.
    pub fn parse(text: &str) -> Option<Self> {
        let text = super::written::line(text).nfkc().flat_map(char::to_lowercase).collect::<String>();
        if EVERY_DAY.contains(&text.as_str()) {
            return Some(Self::ALL);
        }
        let mut days = 0_u8;
        let mut last = None;
        let mut range = false;
        let mut rest = text.as_str();
        while let Some(c) = rest.chars().next() {
            let (taken, day) = match c {
                '-' | '~' | '\u{2013}' | '\u{2014}' | '\u{81f3}' | '\u{5230}' => {
                    last?;
                    range = !std::mem::replace(&mut range, true);
                    if !range {
                        return None;
                    }
                    (c.len_utf8(), None)
                }
                ' ' | ',' | '\u{3001}' | ';' | '\u{548c}' => (c.len_utf8(), None),
                _ if PREFIXES.contains(&c) => (c.len_utf8(), None),
                _ => {
                    let (length, day) = weekday_word(rest)?;
                    (length, Some(day))
                }
            };
            rest = rest.get(taken..)?;
            let Some(day) = day else { continue };
            let first = if std::mem::take(&mut range) { last? } else { day };
            if first > day {
                return None;
            }
            (first..=day).for_each(|day| days |= 1 << day);
            last = Some(day);
        }
        (days != 0 && !range).then_some(Self(days))
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

impl Weekdays {
    /// First and last of those that follow one another, Monday first.
    pub fn runs(self) -> Vec<(Weekday, Weekday)> {
        let days: Vec<usize> = (0..WEEK.len()).filter(|day| self.0 & (1 << day) != 0).collect();
        let named = |day: Option<&usize>| day.and_then(|day| WEEK.get(*day)).map(|(_, weekday)| *weekday);
        let runs = days.chunk_by(|a, b| a + 1 == *b);
        runs.filter_map(|run| Some((named(run.first())?, named(run.last())?))).collect()
    }
}

impl std::fmt::Display for Weekdays {
    /// As `parse` reads it: three and more in a row as a range.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = |day: Weekday| WEEK.iter().find(|(_, weekday)| *weekday == day).map_or("", |(key, _)| key);
        let parts: Vec<String> = self
            .runs()
            .into_iter()
            .map(|(first, last)| match last.num_days_from_monday() - first.num_days_from_monday() {
                0 => key(first).to_owned(),
                1 => format!("{},{}", key(first), key(last)),
                _ => format!("{}-{}", key(first), key(last)),
            })
            .collect();
        f.write_str(&parts.join(","))
    }
}

/// Every day, as one word.
const EVERY_DAY: [&str; 3] = ["\u{6bcf}\u{5929}", "\u{5929}\u{5929}", "daily"];

/// What may stand before the number of a Chinese weekday: week, the two characters of two words for it, every.
const PREFIXES: [char; 6] = ['\u{5468}', '\u{661f}', '\u{671f}', '\u{793c}', '\u{62dc}', '\u{6bcf}'];

/// One to six and the two words for Sunday.
const NUMBERS: [(char, u32); 8] = [
    ('\u{4e00}', 0),
    ('\u{4e8c}', 1),
    ('\u{4e09}', 2),
    ('\u{56db}', 3),
    ('\u{4e94}', 4),
    ('\u{516d}', 5),
    ('\u{65e5}', 6),
    ('\u{5929}', 6),
];

/// The weekday that a text begins with, from Monday as 0, and how many bytes say it.
fn weekday_word(text: &str) -> Option<(usize, u32)> {
    let c = text.chars().next()?;
    if let Some((_, day)) = NUMBERS.iter().find(|(number, _)| *number == c) {
        return Some((c.len_utf8(), *day));
    }
    if let Some(number @ 1..=7) = c.to_digit(10) {
        return Some((1, number - 1));
    }
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text.get(..length)?;
    let (_, day) = WEEK.iter().find(|(name, _)| *name == word)?;
    Some((length, day.num_days_from_monday()))
}

/// Words for a day as it lies from today.
pub const DAY_WORDS: [(&str, i64); 8] = [
    ("\u{4eca}\u{5929}", 0),
    ("\u{660e}\u{5929}", 1),
    ("\u{540e}\u{5929}", 2),
    ("\u{6628}\u{5929}", -1),
    ("\u{524d}\u{5929}", -2),
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
];

/// Years to look through for the next 29 February.
const LEAP_GAP: i32 = 8;

/// Reads a day as it is typed at a desk: as [`parse_day`] does, or as a word for today and the days beside it, or as
/// month and day (`9-7`, `9/7`, `9.7`, four digits, month-day hanzi). Without a year it is the day nearest to today, of
/// two as near the later: the one rule for timetables, leave and proofs. Forms write the whole day out at once, so
/// that a clerk who means another year sees it.
pub fn day_meant(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(day) = parse_day(text) {
        return Some(day);
    }
    let word = text.trim().to_lowercase();
    if let Some((_, days)) = DAY_WORDS.iter().find(|(known, _)| *known == word) {
        return today.checked_add_signed(chrono::Duration::days(*days));
    }
    let text = slashed(text);
    let parts: Vec<&str> = text.split('/').collect();
    let (month, day): (u32, u32) = match parts.as_slice() {
        [month, day] if month.len() <= 2 && day.len() <= 2 => (month.parse().ok()?, day.parse().ok()?),
        [both] if both.len() == 4 && both.is_ascii() => {
            (both.get(..2)?.parse().ok()?, both.get(2..)?.parse().ok()?)
        }
        _ => return None,
    };
    let years = today.year() - LEAP_GAP..=today.year() + LEAP_GAP;
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|day| ((*day - today).num_days().abs(), *day < today))
}

/// A day with `/` between its parts, whatever was typed there.
fn slashed(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if matches!(c, '\u{5e74}' | '\u{6708}') { '/' } else { c })
        .filter(|c| !matches!(c, '\u{65e5}' | '\u{53f7}'))
        .collect();
    super::written::code(&text.replace(['-', '\u{ff0d}'], "/")).replace('.', "/")
}

/// Years that a desk writes: nobody it meets was born earlier, and spreadsheets know no earlier day. The file takes
/// 1000 to 2999, so what is counted on from a day read here has its place too.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads `2026-09-07`, also with `/`, `.`, year-month-day hanzi or as eight digits, in a year from 1900 to 2199.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = slashed(text);
    let parts: Vec<&str> = text.split('/').collect();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            (whole.get(..4)?.parse().ok()?, whole.get(4..6)?.parse().ok()?, whole.get(6..)?.parse().ok()?)
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|day| YEARS.contains(&day.year()))
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
        let both = vec![slot, Slot::parse("14:00-17:30").unwrap()];
        for list in ["08:30-12:00,14:00-17:30", "8:30至12:00，14:00～17:30", "8:30—12:00、 14:00–17:30、"]
        {
            assert_eq!(Slot::parse_list(list).as_ref(), Ok(&both), "{list}");
        }
        assert_eq!(Slot::parse_list("8:30-12:00,25:00-26:00,x"), Err("25:00-26:00"));
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
        for same in ["周一至周五", "星期一到星期五", "一二三四五", "12345", "周一~五", "Mon - Fri", "１－５"]
        {
            assert_eq!(Weekdays::parse(same), Some(days), "{same}");
        }
        let odd = Weekdays::parse("mon,wed,fri");
        for same in
            ["周一、周三、周五", "周一三五", "一三五", "135", "1 3 5", "星期一,三，五", "礼拜一和三和五"]
        {
            assert_eq!(Weekdays::parse(same), odd, "{same}");
        }
        assert_eq!(Weekdays::parse("周六、周日"), Weekdays::parse("sat,sun"));
        assert_eq!(Weekdays::parse("每天"), Some(Weekdays::ALL));
        for wrong in ["", "fri-mon", "xyz", "8", "周", "1-", "-5", "1--5", "一至", "monfri", "10"] {
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
        for wrong in
            ["2026-02-30", "26-09-07", "", "2026-09", "0999-01-01", "1899-12-31", "22000101", "3026/9/7"]
        {
            assert_eq!(parse_day(wrong), None, "{wrong}");
            assert_eq!(day_meant(wrong, day.unwrap()), None, "{wrong}");
        }
        for far in ["1900-01-01", "2199-12-31"] {
            assert_eq!(parse_day(far).unwrap().to_string(), far);
        }
    }

    #[test]
    fn days_without_a_year_are_the_nearest() {
        let on = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let today = on(2026, 11, 25);
        for text in
            ["11-26", "11.26", "11/26", "1126", "11月26日", "11月26号", "2026年11月26日", "明天", "Tomorrow"]
        {
            assert_eq!(day_meant(text, today), Some(on(2026, 11, 26)), "{text}");
        }
        assert_eq!(day_meant("今天", today), Some(today));
        assert_eq!(day_meant("后天", today), Some(on(2026, 11, 27)));
        assert_eq!(day_meant("1-5", today), Some(on(2027, 1, 5)));
        assert_eq!(day_meant("9月1日", today), Some(on(2026, 9, 1)));
        assert_eq!(day_meant("2-29", today), Some(on(2028, 2, 29)));
        for wrong in ["", "26", "2026", "1326", "11-31", "9", "11-26-1", "126", "天"] {
            assert_eq!(day_meant(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn stamps_grow_when_the_clock_goes_back() {
        let first = Stamp::default().next(1000);
        let second = first.next(400);
        assert!(second > first && second.next(1000) > second && second.next(2000).n == 0);
    }
}
