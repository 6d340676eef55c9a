//! How somebody stands with his class hours, in a word or two. Derived, never kept.

use crate::domain::ledger::Totals;
use crate::domain::rules::RulePack;
use crate::text::{Lang, ledger as t};
use crate::ui::theme::Ink;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Standing {
    Reached,
    OnCourse,
    /// Attended less of what was given than the pack asks for.
    AtRisk,
    /// What the timetable still holds is too little by so many class hours: sessions must be added.
    MakeUp(u32),
}

impl Standing {
    pub(in crate::ui::screen) fn of(totals: &Totals, rules: &RulePack) -> Self {
        if totals.credited >= totals.required {
            Self::Reached
        } else if totals.is_lost() {
            Self::MakeUp(totals.to_make_up().get())
        } else if totals.reaches(rules.person_attendance_pct.value) {
            Self::OnCourse
        } else {
            Self::AtRisk
        }
    }

    pub(in crate::ui::screen) fn words(self, lang: Lang) -> String {
        match self {
            Self::Reached => t::reached(lang).to_owned(),
            Self::OnCourse => t::on_course(lang).to_owned(),
            Self::AtRisk => t::at_risk(lang).to_owned(),
            Self::MakeUp(hours) => t::make_up(lang, hours),
        }
    }

    pub(in crate::ui::screen) const fn ink(self) -> Ink {
        match self {
            Self::Reached => Ink::Ok,
            Self::OnCourse => Ink::Text,
            // one missed lesson in a timetable without slack is no alarm: it says what is to be done
            Self::AtRisk | Self::MakeUp(_) => Ink::Warning,
        }
    }
}
