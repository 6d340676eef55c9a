//! Roles, rights and refusals as sentences. The words stand in `text`; here is which fact takes which.

use super::{name_fault, shown};
use crate::app::backup::SignInAfter;
use crate::app::operators::{OperatorFault, Refusal};
use crate::domain::operator::{PinFault, Right, Role};
use crate::text::operators as t;
use crate::text::{Lang, common, restore};
use std::time::Duration;

pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Desk => t::role_desk(lang),
        Role::Instructor => t::role_instructor(lang),
        Role::Head => t::role_head(lang),
        Role::Auditor => t::role_auditor(lang),
        Role::System => t::role_system(lang),
    }
}

/// What was wanted, who wanted it, and who may.
pub(super) fn not_allowed(lang: Lang, who: Role, right: Right) -> String {
    let what = match right {
        Right::People => t::right_people(lang),
        Right::Classes => t::right_classes(lang),
        Right::OwnRolls => t::right_own_rolls(lang),
        Right::AnyRoll => t::right_any_roll(lang),
        Right::PastDays => t::right_past_days(lang),
        Right::Export => t::right_export(lang),
        Right::AnySheet => t::right_any_sheet(lang),
        Right::Looks => t::right_looks(lang),
        Right::Manage => t::right_manage(lang),
    };
    let may: Vec<&str> =
        Role::PEOPLE.into_iter().filter(|other| other.may(right)).map(|other| role(lang, other)).collect();
    t::not_allowed(lang, role(lang, who), what, &may.join(common::separator(lang)))
}

pub(super) fn operator_fault(lang: Lang, fault: &OperatorFault) -> String {
    match fault {
        OperatorFault::Name(fault) => name_fault(lang, *fault),
        OperatorFault::Reserved => t::reserved(lang).to_owned(),
        OperatorFault::Pin(fault) => pin_fault(lang, *fault).to_owned(),
        OperatorFault::HeadFirst => t::head_first(lang).to_owned(),
        OperatorFault::LastHead => t::last_head(lang).to_owned(),
        OperatorFault::HeadWithoutPin => t::head_needs_pin(lang).to_owned(),
        OperatorFault::NoPin => t::own_none(lang).to_owned(),
        OperatorFault::NoSuch(name) => t::no_such(lang, &shown(name)),
    }
}

pub const fn pin_fault(lang: Lang, fault: PinFault) -> &'static str {
    match fault {
        PinFault::Digits => t::pin_digits(lang),
        PinFault::Simple => t::pin_simple(lang),
    }
}

pub(super) fn refusal(lang: Lang, refusal: Refusal) -> String {
    match refusal {
        Refusal::NoRole => t::no_role(lang).to_owned(),
        Refusal::Retired => t::is_retired(lang).to_owned(),
        Refusal::PinNeeded => t::pin_needed(lang).to_owned(),
        Refusal::HeadWithoutPin => t::head_has_no_pin(lang).to_owned(),
        Refusal::Wrong { left } => t::wrong(lang, left),
        Refusal::WrongNow(wait) => t::wrong_wait(lang, &duration(lang, wait)),
        Refusal::Wait(wait) => t::wait(lang, &duration(lang, wait)),
    }
}

/// What putting a copy back changes about signing in, where it changes anything.
pub fn after_restore(lang: Lang, after: &SignInAfter) -> Option<String> {
    match after {
        SignInAfter::AsNow => None,
        SignInAfter::Nobody => Some(restore::no_pins(lang).to_owned()),
        SignInAfter::By(names) => Some(restore::other_pins(lang, &names.join(common::separator(lang)))),
    }
}

/// Whole minutes from two on, seconds below; never less than is left.
fn duration(lang: Lang, wait: Duration) -> String {
    let seconds = u64::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u64::MAX);
    if seconds < 120 { t::seconds(lang, seconds) } else { t::minutes(lang, seconds.div_ceil(60)) }
}
