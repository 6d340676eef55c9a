//! Facts of timetables as sentences: clashes, holidays, what a table of holidays has wrong.

use crate::app::clashes::{self, Clash, Shared};
use crate::app::days::DayWarning;
use crate::app::makeup::Link;
use crate::app::packs::holidays::{Refused, Why};
use crate::app::timetable::Loss;
use crate::domain::calendar::{Half, Slot, Weekdays};
use crate::domain::change::{Change, Changed};
use crate::domain::holiday::{HolidayFault, HolidayFlaw, SpecialDay};
use crate::store::rows::SessionRow;
use crate::text::{Lang, class, common, system, timetable as t};
use chrono::{Datelike, NaiveDate};

/// Sessions named before the rest is only hinted at.
const NAMED: usize = 3;

/// `09-08 08:30-12:00`
pub fn when(day: NaiveDate, slot: Slot) -> String {
    format!("{} {slot}", short(day))
}

/// `09-08`
pub fn short(day: NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

/// `Wed to Sun`; every day as one word.
pub fn weekdays(lang: Lang, days: Weekdays) -> String {
    if days == Weekdays::ALL {
        return class::every_day(lang).to_owned();
    }
    let name = |day| common::weekday(lang, day);
    let runs = days.runs().into_iter().map(|(first, last)| {
        match last.num_days_from_monday() - first.num_days_from_monday() {
            0 => name(first).to_owned(),
            1 => format!("{}{}{}", name(first), common::separator(lang), name(last)),
            _ => class::days_from_to(lang, name(first), name(last)),
        }
    });
    runs.collect::<Vec<_>>().join(common::separator(lang))
}

/// `09-08 Tue`
pub fn named(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", short(day), common::weekday(lang, day.weekday()))
}

/// `09-08 Tue 08:30-12:00`, as one names a session.
pub fn lesson(lang: Lang, day: NaiveDate, slot: Slot) -> String {
    format!("{} {slot}", named(lang, day))
}

/// What [`day_warning`] says, for a row that has said the day already.
pub fn day_note(lang: Lang, warning: &DayWarning) -> String {
    match warning {
        DayWarning::AfterEnd(_) => t::after_end_note(lang).to_owned(),
        other => day_warning(lang, other),
    }
}

/// What there is to say of the days to which sessions go.
pub fn day_warning(lang: Lang, warning: &DayWarning) -> String {
    match warning {
        DayWarning::AfterEnd(last) => t::after_end(lang, &named(lang, *last)),
        DayWarning::Holidays(days) => t::on_holiday(lang, &special_days(lang, days)),
        DayWarning::Past(first) => t::on_past(lang, &named(lang, *first)),
    }
}

/// Which session is cancelled, and why.
pub fn session_cancelled(lang: Lang, session: &SessionRow) -> String {
    let when = format!("{} {}", session.day, session.slot);
    t::named_cancelled(lang, &when, session.cancelled.as_deref().unwrap_or_default())
}

/// Who loses what when a session is cancelled.
pub fn loss(lang: Lang, loss: Loss) -> String {
    t::loses_marks(lang, loss.people, loss.hours.get())
}

/// `09-08` and the part of the day.
pub fn half_day(lang: Lang, day: NaiveDate, slot: Slot) -> String {
    t::half_day(lang, &short(day), t::half(lang, Half::of(slot.from())))
}

pub fn changed(lang: Lang, what: Changed) -> &'static str {
    match what {
        Changed::Start => t::start(lang),
        Changed::End => t::end(lang),
        Changed::Hours => t::hours(lang),
        Changed::Capacity => t::capacity(lang),
        Changed::Instructor => t::instructor(lang),
        Changed::Place => t::place(lang),
        Changed::Moved => t::moved(lang),
    }
}

/// Whose announced leave goes along with a move; nothing for nobody.
pub fn leave_along(lang: Lang, names: &[String]) -> Option<String> {
    let named = || t::leave_along(lang, names.len(), &names.join(common::separator(lang)));
    (!names.is_empty()).then(named)
}

/// What was changed, from what to what.
pub fn change(lang: Lang, change: &Change) -> String {
    let side = |value: &str| if value.is_empty() { common::none(lang).to_owned() } else { value.to_owned() };
    t::changed(lang, changed(lang, change.what), &side(&change.was), &side(&change.becomes))
}

/// What there is to say of a session besides its time: cancelled and why, made up by and for what, moved, about what.
pub fn note(lang: Lang, session: &SessionRow, link: &Link) -> String {
    let named = |other: &SessionRow| half_day(lang, other.day, other.slot);
    let made_up: Vec<String> = link.made_up_by.iter().map(named).collect();
    let made_up = match &session.cancelled {
        Some(_) if !made_up.is_empty() => t::made_up_by(lang, &made_up.join(common::separator(lang))),
        Some(_) | None => String::new(),
    };
    let parts = [
        session.cancelled.as_ref().map_or(String::new(), |reason| class::cancelled_why(lang, reason)),
        made_up,
        link.makes_up.as_deref().map_or(String::new(), |other| t::makes_up(lang, &named(other))),
        link.moved_from.map_or(String::new(), |was| t::moved_from(lang, &half_day(lang, was.day, was.slot))),
        session.topic.clone(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(t::comma(lang))
}

/// Sessions by day and half, the first few of them.
pub fn some_sessions(lang: Lang, sessions: &[SessionRow]) -> String {
    let named: Vec<String> =
        sessions.iter().take(NAMED).map(|session| half_day(lang, session.day, session.slot)).collect();
    let rest = if sessions.len() > NAMED { t::and_so_on(lang) } else { "" };
    format!("{}{rest}", named.join(common::separator(lang)))
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
    t::refused(lang, &file, &why_refused(lang, &refused.why))
}

pub fn why_refused(lang: Lang, why: &Why) -> String {
    match why {
        Why::Unreadable(kind) => t::unreadable(lang, system::why(lang, *kind)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_told_in_words() {
        for (days, zh, en) in [
            ("mon-fri", "周一至周五", "Mon to Fri"),
            ("wed-sun", "周三至周日", "Wed to Sun"),
            ("1,3,5", "周一、周三、周五", "Mon, Wed, Fri"),
            ("sat,sun", "周六、周日", "Sat, Sun"),
            ("1,2,4-6", "周一、周二、周四至周六", "Mon, Tue, Thu to Sat"),
            ("daily", "每天", "every day"),
        ] {
            let days = Weekdays::parse(days).unwrap();
            assert_eq!((weekdays(Lang::Zh, days).as_str(), weekdays(Lang::En, days).as_str()), (zh, en));
            assert_eq!(Weekdays::parse(&weekdays(Lang::Zh, days)), Some(days), "can be typed so");
        }
    }
}
