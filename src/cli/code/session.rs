//! The stable codes of what was changed.

use crate::app::days::DayWarning;
use crate::domain::change::Changed;

pub(in crate::cli) const fn day_warning(warning: &DayWarning) -> &'static str {
    match warning {
        DayWarning::AfterEnd(_) => "after-end",
        DayWarning::Holidays(_) => "on-holiday",
        DayWarning::Past(_) => "past-day",
    }
}

pub(in crate::cli) const fn changed(what: Changed) -> &'static str {
    match what {
        Changed::Start => "start",
        Changed::End => "end",
        Changed::Hours => "hours",
        Changed::Capacity => "capacity",
        Changed::Instructor => "instructor",
        Changed::Place => "place",
        Changed::Moved => "moved",
    }
}
