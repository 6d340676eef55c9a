//! Weekdays and holidays as fields: the lists that filling and moving a timetable offer, and what was chosen.

use crate::app::Desk;
use crate::app::days::DayWarning;
use crate::app::words::timetable as say;
use crate::domain::calendar::Weekdays;
use crate::domain::holiday::{OnHolidays, SpecialDay};
use crate::text::{Lang, timetable as words};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Keys};

const ON_HOLIDAYS: Keys<OnHolidays> =
    Keys(&[("rest", OnHolidays::Rest), ("work", OnHolidays::RestAndWork), ("teach", OnHolidays::Teach)]);

/// What stands in the field when nobody chose: days off.
pub(super) const USUAL: &str = "rest";

/// What a field of weekdays offers before anybody types.
const WEEKDAYS: [&str; 4] = ["mon-fri", "mon-sat", "mon-sun", "sat,sun"];

/// The usual ones, and those of the class where they are others.
pub(super) fn weekday_choices(lang: Lang, usual: Option<Weekdays>) -> Vec<Choice> {
    let mut offered: Vec<Weekdays> = WEEKDAYS.into_iter().filter_map(Weekdays::parse).collect();
    offered.extend(usual.filter(|usual| !offered.contains(usual)));
    offered.into_iter().map(|days| Choice::new(days.to_string(), say::weekdays(lang, days))).collect()
}

pub(super) fn holiday_choices(lang: Lang) -> Vec<Choice> {
    ON_HOLIDAYS.choices(|rule| match rule {
        OnHolidays::Rest => words::rest(lang),
        OnHolidays::RestAndWork => words::rest_and_work(lang),
        OnHolidays::Teach => words::teach(lang),
    })
}

pub(super) fn on_holidays(key: &str) -> OnHolidays {
    ON_HOLIDAYS.of(key).unwrap_or(OnHolidays::Rest)
}

/// Which special days made a difference, and what is not known; nothing where holidays are taught on.
pub(super) fn told(
    lang: Lang,
    (left_out, brought_in): (&[SpecialDay], &[SpecialDay]),
    unknown: &[i32],
    refused: &[String],
) -> Vec<(Ink, String)> {
    let mut lines = Vec::new();
    if !left_out.is_empty() {
        lines.push((Ink::Text, words::left_out(lang, &say::special_days(lang, left_out))));
    }
    if !brought_in.is_empty() {
        lines.push((Ink::Text, words::brought_in(lang, &say::special_days(lang, brought_in))));
    }
    if let Some(words) = say::unknown_years(lang, unknown) {
        lines.push((Ink::Warning, words));
    }
    lines.extend(unknown.first().map(|year| (Ink::Dim, words::put_year(lang, *year))));
    lines.extend(refused.iter().map(|refused| (Ink::Warning, refused.clone())));
    lines
}

/// The centre's own tables of holidays that cannot be used, in words.
pub(super) fn refused(desk: &Desk, lang: Lang) -> Vec<String> {
    desk.holidays().refused.iter().map(|refused| say::refused(lang, refused)).collect()
}

/// What there is to say of the days to which sessions go.
pub(super) fn warnings(lang: Lang, warnings: &[DayWarning]) -> impl Iterator<Item = (Ink, String)> {
    warnings.iter().map(move |warning| (Ink::Warning, say::day_warning(lang, warning)))
}

/// Clashes that a page names before it says how many more there are.
const NAMED: usize = 3;

pub(super) fn clashes(lang: Lang, clashes: &[crate::app::clashes::Clash]) -> Vec<(Ink, String)> {
    let sums = say::clash_sums(lang, clashes);
    let more = sums.len().saturating_sub(NAMED);
    let mut lines: Vec<(Ink, String)> =
        sums.iter().take(NAMED).map(|what| (Ink::Warning, words::clash(lang, what))).collect();
    if more > 0 {
        lines.push((Ink::Warning, words::more_clashes(lang, more)));
    }
    lines
}
