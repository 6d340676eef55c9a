//! How somebody stands with his class hours, as one word. Derived, never kept.

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
    /// Whatever is still to come cannot make it good.
    OutOfReach,
}

impl Standing {
    pub(in crate::ui::screen) fn of(totals: &Totals, rules: &RulePack) -> Self {
        if totals.credited >= totals.required {
            Self::Reached
        } else if totals.is_lost() {
            Self::OutOfReach
        } else if totals.reaches(rules.person_attendance_pct.value) {
            Self::OnCourse
        } else {
            Self::AtRisk
        }
    }

    pub(in crate::ui::screen) const fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Reached => t::reached(lang),
            Self::OnCourse => t::on_course(lang),
            Self::AtRisk => t::at_risk(lang),
            Self::OutOfReach => t::out_of_reach(lang),
        }
    }

    pub(in crate::ui::screen) const fn ink(self) -> Ink {
        match self {
            Self::Reached => Ink::Ok,
            Self::OnCourse => Ink::Text,
            Self::AtRisk => Ink::Warning,
            Self::OutOfReach => Ink::Error,
        }
    }
}
