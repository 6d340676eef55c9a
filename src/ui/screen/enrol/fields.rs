//! The fields of an enrolment in the order in which a desk asks for them, and their lists.
//! Judges nothing; the domain parses what is typed.

use crate::app::codes::{self, CodeList, Coded};
use crate::app::regions::{self, Place};
use crate::app::words::timetable as say;
use crate::domain::person::{TraineeDraft, TraineeField, parse_sex};
use crate::domain::region::RegionCode;
use crate::domain::status::{Category, Status};
use crate::domain::written::{code, is_hanzi};
use crate::domain::{calendar::parse_day, person::Sex};
use crate::store::rows::ClassRow;
use crate::text::{self, Lang, Words, enrol as t, form, seats};
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::Item;
use crate::ui::widget::place::Near;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum F {
    Id,
    Name,
    Phone,
    Education,
    Nation,
    Hukou,
    Category,
    ProofKind,
    ProofNumber,
    Obtained,
    Expires,
    County,
    Address,
    BankHolder,
    Bank,
    Account,
    Employer,
    Remarks,
    OtherReason,
    Sex,
    Birth,
    Class,
}

const fn spec(id: F, label: Words, help: Words, kind: Kind, width: u16) -> Spec<F> {
    let required = matches!(id, F::Id | F::Name | F::Sex | F::Birth);
    Spec { id, label, kind, width, help, required }
}

pub(super) const SPECS: &[Spec<F>] = &[
    spec(F::Id, t::id, t::id_help, Kind::IdNumber, 19),
    spec(F::OtherReason, t::other_reason, t::other_reason_help, Kind::Text, 40),
    spec(F::Sex, t::sex, t::sex_help, Kind::Choice, 8),
    spec(F::Birth, t::birth, t::birth_help, Kind::Date, 12),
    spec(F::Name, t::name, t::name_help, Kind::Name, 24),
    spec(F::Phone, t::phone, t::phone_help, Kind::Phone, 18),
    spec(F::Education, t::education, t::education_help, Kind::Choice, 24),
    spec(F::Nation, t::nation, t::nation_help, Kind::Choice, 24),
    spec(F::Hukou, t::hukou, t::hukou_help, Kind::Choice, 40),
    spec(F::Category, t::category, t::category_help, Kind::Choice, 40),
    spec(F::ProofKind, t::proof_kind, t::proof_kind_help, Kind::Choice, 40),
    spec(F::ProofNumber, t::proof_number, t::proof_number_help, Kind::Code, 24),
    spec(F::Obtained, t::obtained, t::obtained_help, Kind::Date, 12),
    spec(F::Expires, t::expires, t::expires_help, Kind::Date, 12),
    spec(F::County, t::county, t::county_help, Kind::Place, 46),
    spec(F::Address, t::address, t::address_help, Kind::Text, 40),
    spec(F::BankHolder, t::bank_holder, t::bank_holder_help, Kind::Name, 24),
    spec(F::Bank, t::bank, t::bank_help, Kind::Text, 40),
    spec(F::Account, t::account, t::account_help, Kind::Code, 24),
    spec(F::Employer, t::employer, t::employer_help, Kind::Text, 40),
    spec(F::Remarks, t::remarks, t::remarks_help, Kind::Text, 40),
    spec(F::Class, t::class, t::class_help, Kind::Choice, 44),
];

/// Names of the fields in a kept draft; they never change, because drafts outlive the program.
const KEYS: &[(F, &str)] = &[
    (F::Id, "id"),
    (F::OtherReason, "other-reason"),
    (F::Sex, "sex"),
    (F::Birth, "birth"),
    (F::Name, "name"),
    (F::Phone, "phone"),
    (F::Education, "education"),
    (F::Nation, "nation"),
    (F::Hukou, "hukou"),
    (F::Category, "category"),
    (F::ProofKind, "proof"),
    (F::ProofNumber, "proof-number"),
    (F::Obtained, "obtained"),
    (F::Expires, "expires"),
    (F::County, "county"),
    (F::Address, "address"),
    (F::BankHolder, "bank-holder"),
    (F::Bank, "bank"),
    (F::Account, "account"),
    (F::Employer, "employer"),
    (F::Remarks, "remarks"),
    (F::Class, "class"),
];

impl F {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        KEYS.iter().map(|(field, _)| *field)
    }

    pub(super) fn key(self) -> &'static str {
        KEYS.iter().find(|(field, _)| *field == self).map_or("", |(_, key)| key)
    }

    /// The field in which a fault or doubt of the domain is shown.
    pub(super) const fn of(field: TraineeField) -> Self {
        match field {
            TraineeField::IdNumber => Self::Id,
            TraineeField::OtherReason => Self::OtherReason,
            TraineeField::Name => Self::Name,
            TraineeField::Sex => Self::Sex,
            TraineeField::Birth => Self::Birth,
            TraineeField::Nation => Self::Nation,
            TraineeField::Education => Self::Education,
            TraineeField::Hukou => Self::Hukou,
            TraineeField::Address => Self::Address,
            TraineeField::Phone => Self::Phone,
            TraineeField::BankHolder => Self::BankHolder,
            TraineeField::Bank => Self::Bank,
            TraineeField::Account => Self::Account,
            TraineeField::Employer => Self::Employer,
            TraineeField::Remarks => Self::Remarks,
        }
    }

    /// The field that a word typed in a search box was meant for.
    pub(super) fn meant_by(typed: &str) -> Self {
        let plain = code(typed);
        let digits = plain.chars().filter(char::is_ascii_digit).count();
        match plain.chars().count() {
            11 if digits == 11 && plain.starts_with('1') => Self::Phone,
            n if digits > 0 && digits + 1 >= n && !plain.chars().any(is_hanzi) => Self::Id,
            _ => Self::Name,
        }
    }
}

/// County and street as the one text that is kept.
fn address(form: &Form<F>) -> String {
    let county = form.get(F::County);
    let place = RegionCode::parse(county).and_then(Place::of);
    let path = place.map_or_else(|| county.to_owned(), |place| place.path(Lang::Zh));
    path + form.get(F::Address)
}

/// Where an address that is one text goes in the form: the code of its county, if it begins with one, and the rest.
fn parts(address: &str) -> [(F, String); 2] {
    let (county, street) = regions::split(address);
    let county = county.map_or_else(String::new, |place| place.code.as_str().to_owned());
    [(F::County, county), (F::Address, street.to_owned())]
}

/// Whether anything is known of where the person lives.
pub(super) fn has_address(form: &Form<F>) -> bool {
    !form.get(F::County).is_empty() || !form.get(F::Address).is_empty()
}

pub(super) fn set_address(form: &mut Form<F>, address: &str) {
    for (field, value) in parts(address) {
        form.set(field, &value);
    }
}

/// The person as the form has it.
pub(super) fn draft(form: &Form<F>) -> TraineeDraft {
    let get = |field| form.get(field).to_owned();
    TraineeDraft {
        id_number: get(F::Id),
        other_reason: get(F::OtherReason),
        name: get(F::Name),
        sex: get(F::Sex),
        birth: get(F::Birth),
        nation: get(F::Nation),
        education: get(F::Education),
        hukou: get(F::Hukou),
        address: address(form),
        phone: get(F::Phone),
        bank_holder: get(F::BankHolder),
        bank: get(F::Bank),
        account: get(F::Account),
        employer: get(F::Employer),
        remarks: get(F::Remarks),
    }
}

/// A person's fields for the form. Sex and birth are typed only where no ID number tells them.
pub(super) fn values(draft: &TraineeDraft, status: Option<&Status>) -> Vec<(F, String)> {
    let other = !draft.other_reason.is_empty();
    let typed = |text: &String| if other { text.clone() } else { String::new() };
    let sex = parse_sex(&draft.sex).map_or("", |sex| if sex == Sex::Male { MALE } else { FEMALE });
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let proof = |text: fn(&Status) -> &String| status.map_or_else(String::new, |status| text(status).clone());
    let [county, street] = parts(&draft.address);
    vec![
        (F::Id, draft.id_number.clone()),
        (F::Name, draft.name.clone()),
        (F::Phone, draft.phone.clone()),
        (F::Education, draft.education.clone()),
        (F::Nation, draft.nation.clone()),
        (F::Hukou, draft.hukou.clone()),
        (F::Category, proof(|status| &status.category.0)),
        (F::ProofKind, proof(|status| &status.proof_kind)),
        (F::ProofNumber, proof(|status| &status.proof_number)),
        (F::Obtained, day(status.and_then(|status| status.obtained))),
        (F::Expires, day(status.and_then(|status| status.expires))),
        county,
        street,
        (F::BankHolder, draft.bank_holder.clone()),
        (F::Bank, draft.bank.clone()),
        (F::Account, draft.account.clone()),
        (F::Employer, draft.employer.clone()),
        (F::Remarks, draft.remarks.clone()),
        (F::OtherReason, draft.other_reason.clone()),
        (F::Sex, typed(&sex.to_owned())),
        (F::Birth, typed(&draft.birth)),
    ]
}

const MALE: &str = "m";
const FEMALE: &str = "f";

/// The category with its proof, or which fields cannot be read.
pub(super) fn status(
    form: &Form<F>,
    today: chrono::NaiveDate,
    lang: Lang,
) -> Result<Option<Status>, Vec<(F, String)>> {
    let mut faults = Vec::new();
    let mut day = |field| {
        let typed = form.get(field);
        let day = parse_day(typed);
        if day.is_none() && !typed.is_empty() {
            faults.push((field, form::day_fault(lang).to_owned()));
        }
        day
    };
    let (obtained, expires) = (day(F::Obtained), day(F::Expires));
    if obtained.is_some_and(|day| day > today) {
        faults.push((F::Obtained, t::not_obtained_yet(lang).to_owned()));
    }
    if obtained.zip(expires).is_some_and(|(from, to)| to < from) {
        faults.push((F::Expires, t::ends_before(lang).to_owned()));
    }
    let status = Status {
        category: Category(form.get(F::Category).to_owned()),
        proof_kind: form.get(F::ProofKind).to_owned(),
        proof_number: form.get(F::ProofNumber).to_owned(),
        obtained,
        expires,
    };
    let proven = !status.proof_kind.is_empty() || !status.proof_number.is_empty() || obtained.is_some();
    if status.category.0.is_empty() && proven {
        faults.push((F::Category, t::category_needed(lang).to_owned()));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok((!status.category.0.is_empty()).then_some(status))
}

/// Every list but that of the classes, in a language.
pub(super) fn set_lists(form: &mut Form<F>, lang: Lang, home: Option<RegionCode>) {
    form.set_places(F::County, Near { lang, home, takes_unknown: false });
    for (field, list) in [
        (F::Education, &codes::EDUCATION),
        (F::Nation, &codes::NATIONS),
        (F::Hukou, &codes::HUKOU),
        (F::Category, &codes::CATEGORIES),
    ] {
        let list: &CodeList = list;
        form.set_choices(field, list.all().iter().map(|coded| choice(coded, lang)).collect());
    }
    let sex = |key: &str, sex| Choice::new(key, text::common::sex(lang, sex));
    form.set_choices(F::Sex, vec![sex(MALE, Sex::Male), sex(FEMALE, Sex::Female)]);
    set_proofs(form, lang);
}

/// Proofs that the category takes come first, then all others.
pub(super) fn set_proofs(form: &mut Form<F>, lang: Lang) {
    let usual = codes::proofs_of(form.get(F::Category));
    let first = usual.iter().filter_map(|key| codes::PROOFS.get(key));
    let others = codes::PROOFS.all().iter().filter(|coded| !usual.contains(&coded.key));
    let choices = first.chain(others).map(|coded| choice(coded, lang)).collect();
    form.set_choices(F::ProofKind, choices);
}

fn choice(coded: &Coded, lang: Lang) -> Choice {
    Choice::new(coded.key.as_str(), coded.name(lang))
}

/// Each class with its first day, and in the list its room.
pub(super) fn set_classes(form: &mut Form<F>, classes: &[ClassRow], lang: Lang) {
    let listed = classes.iter().map(|class| {
        let course = codes::named(&class.course.0).full(lang);
        let day = say::short(class.start);
        let label = t::class_choice(lang, class.code.as_str(), &course, &day);
        let right = seats::room(lang, class.room());
        (Choice::new(class_key(class), label.as_str()), Item { label, right, ..Item::default() })
    });
    form.set_listed(F::Class, listed.collect());
}

/// What a class is called in the form, and so in a draft, which may outlive the row numbers of the file.
pub(super) fn class_key(class: &ClassRow) -> String {
    class.uid.to_string()
}

/// What the field is called in which a word from the search box lands.
pub(in crate::ui::screen) fn field_meant(lang: Lang, typed: &str) -> &'static str {
    let field = F::meant_by(typed);
    SPECS.iter().find(|spec| spec.id == field).map_or("", |spec| (spec.label)(lang))
}
