//! The stable codes of what was changed.

use crate::app::days::DayWarning;

pub(in crate::cli) const fn day_warning(warning: &DayWarning) -> &'static str {
    match warning {
        DayWarning::AfterEnd(_) => "after-end",
        DayWarning::Holidays(_) => "on-holiday",
        DayWarning::Past(_) => "past-day",
    }
}
