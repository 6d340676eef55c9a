//! What is wrong with a person as typed or as a list has it, as sentences; part of [`super`].

use super::{enrol_warning, shown};
use crate::app::enrol::Likeness;
use crate::app::import::{Reject, Warning};
use crate::domain::bank::AccountDoubt;
use crate::domain::id_number::IdFault;
use crate::domain::name::NameFault;
use crate::domain::person::{TraineeDoubt, TraineeFault, TraineeField};
use crate::domain::phone::PhoneDoubt;
use crate::text::{Lang, desk as t, enrol, sheet};

pub fn id_fault(lang: Lang, fault: IdFault) -> String {
    match fault {
        IdFault::Empty => t::id_empty(lang).to_owned(),
        IdFault::DamagedNumber => t::id_damaged(lang).to_owned(),
        IdFault::FirstGeneration => t::id_first_generation(lang).to_owned(),
        IdFault::Length(count) => t::id_length(lang, count),
        IdFault::Character(at) => t::id_character(lang, at),
        IdFault::BirthDate => t::id_birth(lang).to_owned(),
        IdFault::BirthInFuture => t::id_future(lang).to_owned(),
        IdFault::CheckDigit { expected } => t::id_check(lang, expected),
    }
}

pub fn name_fault(lang: Lang, fault: NameFault) -> String {
    match fault {
        NameFault::Empty => t::name_empty(lang).to_owned(),
        NameFault::TooLong(count) => t::name_long(lang, count),
        NameFault::NotAName => t::name_none(lang).to_owned(),
    }
}

pub fn trainee_fault(lang: Lang, fault: &TraineeFault) -> String {
    match fault {
        TraineeFault::Id(fault) => id_fault(lang, *fault),
        TraineeFault::Name(fault) => name_fault(lang, *fault),
        TraineeFault::Sex => t::sex_needed(lang).to_owned(),
        TraineeFault::Birth => t::birth_needed(lang).to_owned(),
        TraineeFault::TooLong(count) => t::too_long(lang, *count),
    }
}

pub fn trainee_doubt(lang: Lang, doubt: TraineeDoubt) -> String {
    match doubt {
        TraineeDoubt::Phone(PhoneDoubt::Missing) => t::phone_missing(lang).to_owned(),
        TraineeDoubt::Phone(PhoneDoubt::Length(count)) => t::phone_length(lang, count),
        TraineeDoubt::Phone(PhoneDoubt::Form) => t::phone_form(lang).to_owned(),
        TraineeDoubt::Account(AccountDoubt::Form) => t::account_form(lang).to_owned(),
        TraineeDoubt::Account(AccountDoubt::Length(count)) => t::account_length(lang, count),
        TraineeDoubt::Account(AccountDoubt::Luhn) => t::account_luhn(lang).to_owned(),
        TraineeDoubt::SexDiffers => t::sex_differs(lang).to_owned(),
        TraineeDoubt::BirthDiffers => t::birth_differs(lang).to_owned(),
        TraineeDoubt::NameCleaned(notice) if notice.unseen_removed => t::name_unseen(lang).to_owned(),
        TraineeDoubt::NameCleaned(_) => t::name_radical(lang).to_owned(),
        TraineeDoubt::NoIdNumber => t::no_id_number(lang).to_owned(),
    }
}

pub fn likeness(lang: Lang, likeness: Likeness) -> &'static str {
    match likeness {
        Likeness::SameId => t::same_id(lang),
        Likeness::NearId => t::near_id_short(lang),
        Likeness::SameNameAndBirth => t::same_name_birth(lang),
        Likeness::SamePhone => t::same_phone(lang),
        Likeness::SameName => t::same_name(lang),
    }
}

pub fn reject(lang: Lang, reject: &Reject) -> String {
    match reject {
        Reject::Fault(_, fault) => trainee_fault(lang, fault),
        Reject::DuplicateInFile { row } => t::duplicate_in_file(lang, *row),
    }
}

pub fn warning(lang: Lang, warning: &Warning) -> String {
    match warning {
        Warning::Hidden => t::hidden_row(lang).to_owned(),
        Warning::Doubt(_, doubt) => trainee_doubt(lang, *doubt),
        Warning::UnknownCategory(word) => t::unknown_category(lang, &shown(word)),
        Warning::UnknownNation(word) => t::unknown_nation(lang, &shown(word)),
        Warning::UnknownEducation(word) => t::unknown_education(lang, &shown(word)),
        Warning::LeftClass => t::left_class(lang).to_owned(),
        Warning::DamagedAccount => t::damaged_account(lang).to_owned(),
        Warning::NearId { known } => t::near_id(lang, known),
        Warning::Enrol(warning) => enrol_warning(lang, *warning),
    }
}

/// The name of a field, as the head of a column has it.
pub fn trainee_field(lang: Lang, field: TraineeField) -> &'static str {
    match field {
        TraineeField::IdNumber => sheet::id_number(lang),
        TraineeField::OtherReason => sheet::id_kind(lang),
        TraineeField::Name => sheet::name(lang),
        TraineeField::Sex => sheet::sex(lang),
        TraineeField::Birth => enrol::birth(lang),
        TraineeField::Nation => sheet::nation(lang),
        TraineeField::Education => sheet::education(lang),
        TraineeField::Hukou => sheet::hukou_kind(lang),
        TraineeField::Address => sheet::address(lang),
        TraineeField::Phone => sheet::phone(lang),
        TraineeField::BankHolder => sheet::bank_holder(lang),
        TraineeField::Bank => sheet::bank(lang),
        TraineeField::Account => sheet::bank_account(lang),
        TraineeField::Employer => sheet::employer(lang),
        TraineeField::Remarks => sheet::remarks(lang),
    }
}
