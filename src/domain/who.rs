//! How a person or a session is named on the command line and in a jump box.

use super::calendar::{TimeOfDay, parse_day};
use super::id_number::IdNumber;
use super::ids::TraineeNumber;
use chrono::NaiveDate;

/// A trainee of a class: seat, trainee number, ID number, or a name that must fit one person only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    Seat(u32),
    Number(TraineeNumber),
    Id(IdNumber),
    Name(String),
}

impl Who {
    /// Seats are short numbers, trainee numbers nine digits with a check, ID numbers eighteen with a check.
    pub fn parse(text: &str) -> Option<Self> {
        let code = super::written::code(text);
        if let Ok(id) = IdNumber::parse(&code) {
            return Some(Self::Id(id));
        }
        if let Some(number) = TraineeNumber::parse(&code) {
            return Some(Self::Number(number));
        }
        if super::written::has_minus(text) && code.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        if code.len() <= 4 && code.bytes().all(|b| b.is_ascii_digit()) && !code.is_empty() {
            return code.parse().ok().filter(|seat| *seat > 0).map(Self::Seat);
        }
        super::name::PersonName::parse(text).ok().map(|name| Self::Name(name.bare()))
    }
}

/// A session of a class: by its start, or as the n-th slot of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionRef {
    At(NaiveDate, TimeOfDay),
    Nth(NaiveDate, usize),
}

impl SessionRef {
    /// Reads `2026-09-07T08:30` or `2026-09-07/1`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((day, time)) = text.split_once(['T', 't', ' ']) {
            return Some(Self::At(parse_day(day)?, TimeOfDay::parse(time)?));
        }
        let (day, nth) = text.rsplit_once('/')?;
        let nth = super::written::code(nth).parse().ok().filter(|nth| *nth > 0)?;
        parse_day(day).map(|day| Self::Nth(day, nth))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_named_four_ways() {
        assert_eq!(Who::parse("17"), Some(Who::Seat(17)));
        assert!(matches!(Who::parse("14099919920229002x"), Some(Who::Id(_))));
        let number = TraineeNumber::of_count(12).unwrap();
        assert_eq!(Who::parse(&number.to_string()), Some(Who::Number(number)));
        assert_eq!(Who::parse("买买提•艾力"), Some(Who::Name("买买提艾力".into())));
        assert_eq!(Who::parse(" "), None);
        assert_eq!(Who::parse("-1"), None, "not seat 1");
    }

    #[test]
    fn sessions_are_named_two_ways() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        assert_eq!(
            SessionRef::parse("2026-09-07T08:30"),
            Some(SessionRef::At(day, TimeOfDay::parse("08:30").unwrap()))
        );
        assert_eq!(SessionRef::parse("2026-09-07/2"), Some(SessionRef::Nth(day, 2)));
        assert_eq!(SessionRef::parse("2026-09-07"), None);
        assert_eq!(SessionRef::parse("2026-09-07/0"), None);
    }
}
