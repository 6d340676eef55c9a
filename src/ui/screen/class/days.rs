//! Weekdays and holidays as fields: the lists that filling and moving a timetable offer, and what was chosen.

use crate::app::Desk;
use crate::app::words::timetable as say;
use crate::domain::holiday::{OnHolidays, SpecialDay};
use crate::text::{Lang, class, timetable as words};
use crate::ui::theme::Ink;
use crate::ui::widget::form::Choice;

/// The keys of the list are these screens' own.
const ON_HOLIDAYS: [(&str, OnHolidays); 3] =
    [("rest", OnHolidays::Rest), ("work", OnHolidays::RestAndWork), ("teach", OnHolidays::Teach)];

/// What stands in the field when nobody chose: days off.
pub(super) const USUAL: &str = "rest";

fn choice(key: &str, label: &str) -> Choice {
    Choice { key: key.to_owned(), label: label.to_owned() }
}

pub(super) fn weekday_choices(lang: Lang) -> Vec<Choice> {
    let all = [
        ("mon-fri", class::mon_fri(lang)),
        ("mon-sat", class::mon_sat(lang)),
        ("mon-sun", class::every_day(lang)),
        ("sat,sun", class::weekend(lang)),
    ];
    all.iter().map(|(key, name)| choice(key, name)).collect()
}

pub(super) fn holiday_choices(lang: Lang) -> Vec<Choice> {
    let name = |rule| match rule {
        OnHolidays::Rest => words::rest(lang),
        OnHolidays::RestAndWork => words::rest_and_work(lang),
        OnHolidays::Teach => words::teach(lang),
    };
    ON_HOLIDAYS.iter().map(|(key, rule)| choice(key, name(*rule))).collect()
}

pub(super) fn on_holidays(key: &str) -> OnHolidays {
    ON_HOLIDAYS.iter().find(|(known, _)| *known == key).map_or(OnHolidays::Rest, |(_, rule)| *rule)
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
