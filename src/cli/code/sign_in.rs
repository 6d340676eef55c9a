//! Stable codes of what operators, PINs and signing in can be refused for.

use crate::app::operators::{OperatorFault, Refusal};
use crate::domain::operator::PinFault;

pub(in crate::cli) const fn operator(fault: &OperatorFault) -> &'static str {
    match fault {
        OperatorFault::Name(_) | OperatorFault::Reserved => "operator-name",
        OperatorFault::Pin(PinFault::Digits) => "pin-digits",
        OperatorFault::Pin(PinFault::Simple) => "pin-simple",
        OperatorFault::HeadFirst => "head-first",
        OperatorFault::LastHead => "last-head",
        OperatorFault::HeadWithoutPin => "head-without-pin",
        OperatorFault::NoPin => "no-pin",
        OperatorFault::NoSuch(_) => "no-such-operator",
    }
}

pub(in crate::cli) const fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::NoRole => "no-role",
        Refusal::Retired => "operator-retired",
        Refusal::PinNeeded => "pin-needed",
        Refusal::HeadWithoutPin => "head-without-pin",
        Refusal::Wrong { .. } | Refusal::WrongNow(_) => "wrong-pin",
        Refusal::Wait(_) => "pin-wait",
    }
}
