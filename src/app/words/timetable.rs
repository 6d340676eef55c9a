//! Facts of timetables as sentences: clashes, holidays, what a table of holidays has wrong.

use crate::app::clashes::{self, Clash, Shared};
use crate::app::packs::holidays::{Refused, Why};
use crate::domain::calendar::Slot;
use crate::domain::holiday::{HolidayFault, HolidayFlaw, SpecialDay};
use crate::text::{Lang, common, timetable as t};
use chrono::{Datelike, NaiveDate};

/// `09-08 08:30-12:00`
pub fn when(day: NaiveDate, slot: Slot) -> String {
    format!("{} {slot}", short(day))
}

fn short(day: NaiveDate) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

/// Who or what is asked for twice, when, and by which class.
pub fn clash(lang: Lang, clash: &Clash) -> String {
    let (when, class) = (when(clash.day, clash.theirs), clash.code.as_str());
    match &clash.shared {
        Shared::Room(room) => t::room_taken(lang, room, &when, class),
        Shared::Instructor(name) => t::instructor_taken(lang, name, &when, class),
        Shared::Trainee { .. } => t::trainee_taken(lang, &shared(lang, &clash.shared), &when, class),
    }
}

/// What two sessions share, by name.
pub fn shared(lang: Lang, shared: &Shared) -> String {
    match shared {
        Shared::Room(name) | Shared::Instructor(name) | Shared::Trainee { seat: None, name } => name.clone(),
        Shared::Trainee { seat: Some(seat), name } => t::seated(lang, name, *seat),
    }
}

/// One sentence for each thing or person and class, with how often more.
pub fn clash_sums(lang: Lang, all: &[Clash]) -> Vec<String> {
    let told = |(first, count): (&Clash, usize)| match count {
        1 => clash(lang, first),
        more => t::more_times(lang, &clash(lang, first), more - 1),
    };
    clashes::summed(all).into_iter().map(told).collect()
}

pub fn holiday(lang: Lang, special: &SpecialDay) -> &str {
    match lang {
        Lang::Zh => &special.zh,
        Lang::En => &special.en,
    }
}

/// Days by name, those of one holiday together.
pub fn special_days(lang: Lang, days: &[SpecialDay]) -> String {
    let told = |run: &[SpecialDay]| match run {
        [] => String::new(),
        [one] => t::one_day(lang, holiday(lang, one), &short(one.day)),
        [first, .., last] => {
            t::some_days(lang, holiday(lang, first), &short(first.day), &short(last.day), run.len())
        }
    };
    let runs: Vec<String> = days.chunk_by(|a, b| a.zh == b.zh).map(told).collect();
    runs.join(common::separator(lang))
}

/// That nothing is known of these years; nothing for none.
pub fn unknown_years(lang: Lang, years: &[i32]) -> Option<String> {
    let named: Vec<String> = years.iter().map(ToString::to_string).collect();
    (!named.is_empty()).then(|| t::unknown_years(lang, &named.join(common::separator(lang))))
}

/// Which table of holidays is not used, and why: the first fault and how many more.
pub fn refused(lang: Lang, refused: &Refused) -> String {
    let file = refused.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    t::refused(lang, &file, &why(lang, &refused.why))
}

fn why(lang: Lang, why: &Why) -> String {
    match why {
        Why::Unreadable(kind) => t::unreadable(lang, &super::io_words(lang, *kind)),
        Why::Name => t::file_name(lang).to_owned(),
        Why::Faults(faults) => {
            let first = faults.first().map_or(String::new(), |fault| holiday_fault(lang, *fault));
            if faults.len() > 1 { t::more_faults(lang, &first, faults.len() - 1) } else { first }
        }
    }
}

pub fn holiday_fault(lang: Lang, fault: HolidayFault) -> String {
    let what = match fault.flaw {
        HolidayFlaw::Empty => return t::flaw_empty(lang).to_owned(),
        HolidayFlaw::Cells(cells) => t::flaw_cells(lang, cells),
        HolidayFlaw::Day => t::flaw_day(lang).to_owned(),
        HolidayFlaw::OtherYear(year) => t::flaw_year(lang, year),
        HolidayFlaw::Kind => t::flaw_kind(lang).to_owned(),
        HolidayFlaw::NotWeekend => t::flaw_weekend(lang).to_owned(),
        HolidayFlaw::Name => t::flaw_name(lang).to_owned(),
        HolidayFlaw::Twice => t::flaw_twice(lang).to_owned(),
    };
    t::at_line(lang, fault.line, &what)
}
