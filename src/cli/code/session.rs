//! The stable codes of sessions and of what was changed.

use crate::domain::change::Changed;
use crate::domain::class::SessionKind;

pub(in crate::cli) const fn session_kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Theory => "theory",
        SessionKind::Practice => "practice",
        SessionKind::Online => "online",
        SessionKind::Mixed => "mixed",
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
