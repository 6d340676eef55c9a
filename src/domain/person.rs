//! A trainee (学员) as typed and as known: one parser for form and spreadsheet, all faults at once.

use super::bank::{AccountDoubt, BankAccount};
use super::calendar::parse_day;
use super::id_number::{IdFault, IdKind, IdNumber};
use super::name::{NameFault, NameNotice, PersonName};
use super::phone::{Phone, PhoneDoubt};
use super::written::line;
use chrono::NaiveDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    Male,
    Female,
}

/// What proves who a person is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Document {
    Id(IdNumber),
    /// Any other paper, or none: a number as typed (perhaps empty) and why there is no ID number.
    Other {
        number: String,
        reason: String,
    },
}

/// A person as typed or read from a spreadsheet; never changed by parsing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct TraineeDraft {
    pub id_number: String,
    /// Filled when there is no ID number: why, and with which paper.
    pub other_reason: String,
    pub name: String,
    /// Derived from the ID number where there is one.
    pub sex: String,
    pub birth: String,
    pub nation: String,
    pub education: String,
    pub hukou: String,
    pub address: String,
    pub phone: String,
    pub bank_holder: String,
    pub bank: String,
    pub account: String,
    pub employer: String,
    pub remarks: String,
}

/// A person as kept. Codes of nation, education and hukou are keys of the code lists, or the words as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    pub document: Document,
    pub name: PersonName,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub nation: String,
    pub education: String,
    pub hukou: String,
    pub address: String,
    pub phone: Option<Phone>,
    pub bank_holder: String,
    pub bank: String,
    pub account: Option<BankAccount>,
    pub employer: String,
    pub remarks: String,
}

/// The fields of a person, in the order in which a desk asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TraineeField {
    IdNumber,
    OtherReason,
    Name,
    Sex,
    Birth,
    Nation,
    Education,
    Hukou,
    Address,
    Phone,
    BankHolder,
    Bank,
    Account,
    Employer,
    Remarks,
}

/// What keeps a person out until it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TraineeFault {
    Id(IdFault),
    Name(NameFault),
    /// Not told by a number and not readable as typed.
    Sex,
    Birth,
    TooLong(usize),
}

/// What is taken and looked at later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraineeDoubt {
    Phone(PhoneDoubt),
    Account(AccountDoubt),
    /// Sex or birth typed differs from what the number says; the number counts.
    SexDiffers,
    BirthDiffers,
    NameCleaned(NameNotice),
    NoIdNumber,
}

/// Longest free text of a field in characters.
const LONGEST: usize = 200;

/// A sound person with what should be looked at, or all that is wrong.
pub type Parsed = Result<(Trainee, Vec<(TraineeField, TraineeDoubt)>), Vec<(TraineeField, TraineeFault)>>;

/// Half-typed numbers cannot be masked, so nothing of a draft is printed.
impl std::fmt::Debug for TraineeDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TraineeDraft").finish_non_exhaustive()
    }
}

impl TraineeDraft {
    /// Makes a person of the words, on the day `today`.
    pub fn parse(&self, today: NaiveDate) -> Parsed {
        let mut faults = Vec::new();
        let mut doubts = Vec::new();
        let document = self
            .document(today)
            .map_err(|fault| faults.push((TraineeField::IdNumber, TraineeFault::Id(fault))))
            .ok();
        let name = PersonName::read(&self.name)
            .map_err(|fault| faults.push((TraineeField::Name, TraineeFault::Name(fault))))
            .ok();
        let id = document.as_ref().and_then(Document::id);
        let (sex, birth) = match id {
            Some(id) => {
                if parse_sex(&self.sex).is_some_and(|typed| typed != id.sex()) {
                    doubts.push((TraineeField::Sex, TraineeDoubt::SexDiffers));
                }
                if parse_day(&self.birth).is_some_and(|typed| typed != id.birth()) {
                    doubts.push((TraineeField::Birth, TraineeDoubt::BirthDiffers));
                }
                (Some(id.sex()), Some(id.birth()))
            }
            None => (parse_sex(&self.sex), parse_day(&self.birth).filter(|birth| *birth <= today)),
        };
        if matches!(document, Some(Document::Other { .. })) {
            doubts.push((TraineeField::IdNumber, TraineeDoubt::NoIdNumber));
            if sex.is_none() {
                faults.push((TraineeField::Sex, TraineeFault::Sex));
            }
            if birth.is_none() {
                faults.push((TraineeField::Birth, TraineeFault::Birth));
            }
        }
        let mut free = |field, text: &str| {
            let text = line(text);
            let count = text.chars().count();
            if count > LONGEST {
                faults.push((field, TraineeFault::TooLong(count)));
            }
            text
        };
        let nation = free(TraineeField::Nation, &self.nation);
        let education = free(TraineeField::Education, &self.education);
        let hukou = free(TraineeField::Hukou, &self.hukou);
        let address = free(TraineeField::Address, &self.address);
        let bank_holder = free(TraineeField::BankHolder, &self.bank_holder);
        let bank = free(TraineeField::Bank, &self.bank);
        let employer = free(TraineeField::Employer, &self.employer);
        let remarks = free(TraineeField::Remarks, &self.remarks);
        if let Some(Document::Other { number, reason }) = &document {
            free(TraineeField::IdNumber, number);
            free(TraineeField::OtherReason, reason);
        }
        let phone = Phone::read(&self.phone);
        if let Some(doubt) = phone.as_ref().map_or(Some(PhoneDoubt::Missing), Phone::doubt) {
            doubts.push((TraineeField::Phone, TraineeDoubt::Phone(doubt)));
        }
        let account = BankAccount::read(&self.account);
        if let Some(doubt) = account.as_ref().and_then(BankAccount::doubt) {
            doubts.push((TraineeField::Account, TraineeDoubt::Account(doubt)));
        }
        let (Some(document), Some((name, notice)), Some(sex), Some(birth), true) =
            (document, name, sex, birth, faults.is_empty())
        else {
            return Err(faults);
        };
        if notice != NameNotice::default() {
            doubts.push((TraineeField::Name, TraineeDoubt::NameCleaned(notice)));
        }
        let trainee = Trainee {
            document,
            name,
            sex,
            birth,
            nation,
            education,
            hukou,
            address,
            phone,
            bank_holder,
            bank,
            account,
            employer,
            remarks,
        };
        Ok((trainee, doubts))
    }

    fn document(&self, today: NaiveDate) -> Result<Document, IdFault> {
        let reason = line(&self.other_reason);
        if reason.is_empty() {
            return IdNumber::parse_on(&self.id_number, today).map(Document::Id);
        }
        Ok(Document::Other { number: super::written::code(&self.id_number), reason })
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({})", self.masked())
    }
}

impl Document {
    pub fn id(&self) -> Option<IdNumber> {
        match self {
            Self::Id(id) => Some(*id),
            Self::Other { .. } => None,
        }
    }

    /// The number as printed on the document.
    pub fn number(&self) -> &str {
        match self {
            Self::Id(id) => id.as_str(),
            Self::Other { number, .. } => number,
        }
    }

    pub fn masked(&self) -> String {
        super::phone::mask(self.number(), 6, 4)
    }

    /// The document's kind; none for other papers.
    pub fn kind(&self) -> Option<IdKind> {
        self.id().map(|id| id.kind())
    }
}

/// Reads the words and codes that spreadsheets hold: GB/T 2261.1 has 1 for male and 2 for female.
pub fn parse_sex(text: &str) -> Option<Sex> {
    match line(text).to_lowercase().as_str() {
        "\u{7537}" | "\u{7537}\u{6027}" | "1" | "m" | "male" => Some(Sex::Male),
        "\u{5973}" | "\u{5973}\u{6027}" | "2" | "f" | "female" => Some(Sex::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 7).unwrap()
    }

    fn draft(name: &str, id: &str) -> TraineeDraft {
        TraineeDraft {
            name: name.into(),
            id_number: id.into(),
            phone: "13800000000".into(),
            ..TraineeDraft::default()
        }
    }

    #[test]
    fn the_number_fills_sex_and_birth() {
        let (trainee, doubts) = draft("李秀兰", "14099919920229002X").parse(today()).unwrap();
        assert_eq!(
            (trainee.sex, trainee.birth),
            (Sex::Female, NaiveDate::from_ymd_opt(1992, 2, 29).unwrap())
        );
        assert!(doubts.is_empty());
    }

    #[test]
    fn all_faults_come_at_once() {
        let faults = draft(" ", "140999198506120018").parse(today()).unwrap_err();
        let fields: Vec<_> = faults.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [TraineeField::IdNumber, TraineeField::Name]);
    }

    #[test]
    fn doubts_never_keep_a_person_out() {
        let mut typed = draft("李秀兰", "14099919920229002X");
        typed.phone = "181829018".into();
        typed.account = "6200000000000006".into();
        typed.sex = "男".into();
        let (_, doubts) = typed.parse(today()).unwrap();
        assert_eq!(doubts.len(), 3);
    }

    #[test]
    fn someone_without_a_number_needs_a_reason_sex_and_birth() {
        let mut typed = draft("王五", "");
        assert_eq!(
            typed.parse(today()).unwrap_err(),
            [(TraineeField::IdNumber, TraineeFault::Id(IdFault::Empty))]
        );
        typed.other_reason = "身份证遗失补办中".into();
        assert_eq!(typed.parse(today()).unwrap_err().len(), 2);
        typed.sex = "男".into();
        typed.birth = "1985-06-12".into();
        assert!(matches!(typed.parse(today()).unwrap().0.document, Document::Other { .. }));
        typed.id_number = "9".repeat(201);
        typed.other_reason = "补".repeat(202);
        assert_eq!(
            typed.parse(today()).unwrap_err(),
            [
                (TraineeField::IdNumber, TraineeFault::TooLong(201)),
                (TraineeField::OtherReason, TraineeFault::TooLong(202)),
            ]
        );
    }
}
