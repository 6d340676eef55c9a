//! A class (班次) and its timetable of sessions (课次).

use super::calendar::Slot;
use super::course::CourseKey;
use super::hours::ClassHours;
use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// What people call a class: 1 to 30 characters without spaces, compared without regard to case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassCode(String);

impl ClassCode {
    pub fn parse(text: &str) -> Option<Self> {
        let code: String =
            text.nfkc().filter(|c| !c.is_whitespace() && !super::written::is_unseen(*c)).collect();
        let count = code.chars().count();
        // A seat or a trainee number is all digits; `/` and quotes make trouble in file names.
        let plain =
            !code.chars().any(|c| matches!(c, '/' | '\\' | '"' | '\'' | ':' | '*' | '?' | '<' | '>' | '|'));
        ((1..=30).contains(&count) && plain).then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for ClassCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A class as planned. Dates include both ends; seats are a warning, never a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPlan {
    pub code: ClassCode,
    pub course: CourseKey,
    pub start: NaiveDate,
    pub end: NaiveDate,
    /// Required class hours.
    pub hours: ClassHours,
    pub capacity: Option<u32>,
    pub place: String,
    pub instructor: String,
}

/// The fields of a class as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClassField {
    Code,
    Course,
    Start,
    End,
    Hours,
    Capacity,
    Place,
    Instructor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassFault {
    Code,
    CodeTaken,
    UnknownCourse,
    Day,
    EndBeforeStart,
    /// Sessions before the new first day say who was there: so many, the first on this day.
    MarkedBefore {
        sessions: usize,
        first: NaiveDate,
    },
    /// Neither typed nor known from the catalogue.
    HoursMissing,
    /// Not a whole number from 1 to 2000.
    Hours,
    /// Not a whole number from 1 to 1000.
    Capacity,
}

/// A class as typed; `hours` empty means the course's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClassDraft {
    pub code: String,
    pub course: String,
    pub start: String,
    pub end: String,
    pub hours: String,
    pub capacity: String,
    pub place: String,
    pub instructor: String,
}

impl ClassDraft {
    /// Makes a plan of the words; `known` tells the hours of a course of the catalogue, `None` for no such course.
    pub fn parse(
        &self,
        known: impl Fn(&str) -> Option<(CourseKey, Option<ClassHours>)>,
    ) -> Result<ClassPlan, Vec<(ClassField, ClassFault)>> {
        let mut faults = Vec::new();
        let code = ClassCode::parse(&self.code)
            .ok_or((ClassField::Code, ClassFault::Code))
            .map_err(|f| faults.push(f))
            .ok();
        let course = known(self.course.trim())
            .ok_or((ClassField::Course, ClassFault::UnknownCourse))
            .map_err(|f| faults.push(f))
            .ok();
        let start = super::calendar::parse_day(&self.start)
            .ok_or((ClassField::Start, ClassFault::Day))
            .map_err(|f| faults.push(f))
            .ok();
        let end = super::calendar::parse_day(&self.end)
            .ok_or((ClassField::End, ClassFault::Day))
            .map_err(|f| faults.push(f))
            .ok();
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            faults.push((ClassField::End, ClassFault::EndBeforeStart));
        }
        let hours = match whole(&self.hours, 2000) {
            Ok(Some(hours)) => Some(ClassHours::new(hours)),
            Ok(None) => {
                let known = course.as_ref().and_then(|(_, hours)| *hours);
                if known.is_none() {
                    faults.push((ClassField::Hours, ClassFault::HoursMissing));
                }
                known
            }
            Err(()) => {
                faults.push((ClassField::Hours, ClassFault::Hours));
                None
            }
        };
        let capacity = whole(&self.capacity, 1000).unwrap_or_else(|()| {
            faults.push((ClassField::Capacity, ClassFault::Capacity));
            None
        });
        match (code, course, start, end, hours) {
            (Some(code), Some((course, _)), Some(start), Some(end), Some(hours)) if faults.is_empty() => {
                let (place, instructor) =
                    (super::written::line(&self.place), super::written::line(&self.instructor));
                Ok(ClassPlan { code, course, start, end, hours, capacity, place, instructor })
            }
            _ => Err(faults),
        }
    }
}

/// A whole number from 1 to `most`; nothing for an empty field.
fn whole(text: &str, most: u32) -> Result<Option<u32>, ()> {
    // A minus would be taken for a hyphen and dropped.
    if super::written::has_minus(text) {
        return Err(());
    }
    let text = super::written::code(text);
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|n| (1..=most).contains(n)).map(Some).ok_or(())
}

/// How a session is taught; some rules count the kinds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKind {
    Theory,
    Practice,
    Online,
    /// Theory and practice in one block, or not said.
    Mixed,
}

impl SessionKind {
    /// As lists offer them: what is not said comes first.
    pub const ALL: [Self; 4] = [Self::Mixed, Self::Theory, Self::Practice, Self::Online];

    /// Its stable name: in the file, in lists, and for other programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theory => "theory",
            Self::Practice => "practice",
            Self::Online => "online",
            Self::Mixed => "mixed",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// One lesson block as planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionPlan {
    pub day: NaiveDate,
    pub slot: Slot,
    /// Class hours planned: whole ones that fit into the slot.
    pub hours: ClassHours,
    pub kind: SessionKind,
    pub instructor: String,
    pub room: String,
    pub topic: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillFault {
    /// Two of the slots overlap.
    Overlap(Slot, Slot),
    /// Too short for one class hour.
    NoHour(Slot),
    NoSlot,
    /// No day between start and end is taught on.
    NoDay,
}

/// The sessions from `start` to `end`, both included, on the days that are taught on. A slot's class hours are
/// floor(minutes / `minutes_per_hour`): 08:30–12:00 is 210 minutes and 4 class hours of 45.
pub fn fill(
    start: NaiveDate,
    end: NaiveDate,
    is_taught: impl Fn(NaiveDate) -> bool,
    slots: &[Slot],
    minutes_per_hour: u16,
) -> Result<Vec<SessionPlan>, FillFault> {
    let mut slots = slots.to_vec();
    slots.sort();
    let Some(_) = slots.first() else { return Err(FillFault::NoSlot) };
    for pair in slots.windows(2) {
        if let [a, b] = pair
            && a.overlaps(*b)
        {
            return Err(FillFault::Overlap(*a, *b));
        }
    }
    if let Some(short) = slots.iter().find(|slot| slot_hours(**slot, minutes_per_hour) == ClassHours::ZERO) {
        return Err(FillFault::NoHour(*short));
    }
    let plans: Vec<SessionPlan> = start
        .iter_days()
        .take_while(|day| *day <= end)
        .filter(|day| is_taught(*day))
        .flat_map(|day| slots.iter().map(move |slot| (day, *slot)))
        .map(|(day, slot)| SessionPlan {
            day,
            slot,
            hours: slot_hours(slot, minutes_per_hour),
            kind: SessionKind::Mixed,
            instructor: String::new(),
            room: String::new(),
            topic: String::new(),
        })
        .collect();
    if plans.is_empty() { Err(FillFault::NoDay) } else { Ok(plans) }
}

/// Whole class hours that fit into a slot.
pub fn slot_hours(slot: Slot, minutes_per_hour: u16) -> ClassHours {
    ClassHours::new(u32::from(slot.minutes() / minutes_per_hour.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Weekdays;
    use proptest::prelude::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, d).unwrap()
    }

    #[test]
    fn kinds_of_sessions_read_back() {
        for kind in SessionKind::ALL {
            assert_eq!(SessionKind::from_key(kind.key()), Some(kind));
        }
        assert_eq!(SessionKind::from_key("evening"), None);
    }

    #[test]
    fn two_weeks_of_mornings_and_afternoons_are_eighty_hours() {
        let slots = [Slot::parse("14:00-17:30").unwrap(), Slot::parse("08:30-12:00").unwrap()];
        let weekdays = Weekdays::parse("mon-fri").unwrap();
        let plans = fill(day(7), day(18), |day| weekdays.has(day), &slots, 45).unwrap();
        assert_eq!((plans.len(), plans.iter().map(|p| p.hours).sum::<ClassHours>().get()), (20, 80));
        assert_eq!((plans[0].day, plans[0].slot.to_string()), (day(7), "08:30-12:00".to_owned()));
    }

    #[test]
    fn wrong_fillings_are_named() {
        let days = Weekdays::parse("mon-fri").unwrap();
        let slot = |text| Slot::parse(text).unwrap();
        let fill = |slots: &[Slot]| fill(day(7), day(18), |day| days.has(day), slots, 45).unwrap_err();
        assert_eq!(fill(&[]), FillFault::NoSlot);
        assert_eq!(
            fill(&[slot("08:00-10:00"), slot("09:00-11:00")]),
            FillFault::Overlap(slot("08:00-10:00"), slot("09:00-11:00"))
        );
        assert_eq!(fill(&[slot("08:00-08:30")]), FillFault::NoHour(slot("08:00-08:30")));
        let sunday = Weekdays::parse("sun").unwrap();
        assert_eq!(
            super::fill(day(7), day(12), |day| sunday.has(day), &[slot("08:00-10:00")], 45).unwrap_err(),
            FillFault::NoDay
        );
    }

    #[test]
    fn a_class_draft_reports_all_faults() {
        let draft = ClassDraft {
            code: " ".into(),
            start: "2026-09-18".into(),
            end: "2026-09-07".into(),
            hours: "0".into(),
            ..ClassDraft::default()
        };
        let fields: Vec<_> = draft.parse(|_| None).unwrap_err().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [ClassField::Code, ClassField::Course, ClassField::End, ClassField::Hours]);
    }

    #[test]
    fn hours_default_to_the_course() {
        let draft = ClassDraft {
            code: "QZ-01".into(),
            course: "k".into(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            ..ClassDraft::default()
        };
        let known =
            |hours: Option<u32>| move |key: &str| Some((CourseKey(key.into()), hours.map(ClassHours::new)));
        assert_eq!(draft.parse(known(Some(120))).unwrap().hours.get(), 120);
        assert_eq!(draft.parse(known(None)).unwrap_err(), [(ClassField::Hours, ClassFault::HoursMissing)]);
    }

    proptest! {
        #[test]
        fn no_filling_overlaps_itself_or_hits_a_day_off(
            minutes in proptest::collection::vec((0_u16..1400, 1_u16..600), 1..5),
            week in 1_u8..128,
            off in proptest::collection::hash_set(7_u32..30, 0..8),
        ) {
            let slot = |(from, long): &(u16, u16)| {
                let at = |minute: u16| crate::domain::calendar::TimeOfDay::from_minute(minute.min(1440)).unwrap();
                Slot::new(at(*from), at(from + long))
            };
            let slots: Vec<Slot> = minutes.iter().filter_map(slot).collect();
            let days = Weekdays::of((0..7).filter(|bit| week & (1 << bit) != 0).map(|bit| day(7 + bit))).unwrap();
            let taught = |day: NaiveDate| days.has(day) && !off.contains(&chrono::Datelike::day(&day));
            let Ok(plans) = fill(day(7), day(30), taught, &slots, 45) else { return Ok(()) };
            for (nth, plan) in plans.iter().enumerate() {
                prop_assert!(taught(plan.day) && plan.hours > ClassHours::ZERO);
                for later in &plans[nth + 1..] {
                    prop_assert!(plan.day != later.day || !plan.slot.overlaps(later.slot));
                }
            }
        }
    }
}
