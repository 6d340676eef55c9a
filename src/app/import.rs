//! A spreadsheet of people becomes enrolments: read and judged row by row first, then written in one act.
//! Nobody is created from a damaged row, and what is known is never overwritten.

use super::codes;
use super::enrol::{EnrolWarning, coded};
use super::packs::synonyms;
use super::{Desk, Outcome, pinyin};
use crate::domain::bank::BankAccount;
use crate::domain::id_number::IdNumber;
use crate::domain::ids::TraineeId;
use crate::domain::person::{Trainee, TraineeDoubt, TraineeDraft, TraineeFault, TraineeField};
use crate::domain::phone::Phone;
use crate::domain::status::{Category, Status};
use crate::sheet::{self, Concept, Head, Row};
use crate::store::rows::{ClassRow, TraineeRow};
use crate::store::{NewTrainee, Verb};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::Path;

/// What an import did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Newly enrolled (with a class) or newly on file.
    pub accepted: u32,
    /// There before.
    pub known: u32,
    pub rejected: Vec<Rejected>,
    pub warned: Vec<Warned>,
    pub differs: Vec<Differs>,
    /// Columns whose header nobody knows; they were not read.
    pub unknown_columns: Vec<String>,
    /// Non-empty worksheets that were not read.
    pub other_sheets: Vec<String>,
}

/// One row and the first thing that keeps it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    pub row: u32,
    pub why: Reject,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reject {
    Fault(TraineeField, TraineeFault),
    /// The same ID number stands in an earlier row.
    DuplicateInFile {
        row: u32,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warned {
    pub row: u32,
    pub what: Warning,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    Doubt(TraineeField, TraineeDoubt),
    UnknownCategory(String),
    UnknownNation(String),
    UnknownEducation(String),
    /// Joins before the class's first day or after its last.
    JoinedOutside(NaiveDate),
    /// Was in this class and left it: joins again at the desk only.
    LeftClass,
    /// Kept as a number by the spreadsheet: the last digits are lost, and it was not taken.
    DamagedAccount,
    /// Somebody on file of the same name whose ID number is one slip away, masked.
    NearId {
        known: String,
    },
    Enrol(EnrolWarning),
}

/// A value of the file that is not the one on file; left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    pub row: u32,
    pub field: TraineeField,
    /// As shown: phone and account masked.
    pub have: String,
    pub file: String,
}

/// How a roster is taken in.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub class: Option<ClassRow>,
    /// `None`: the class's first day.
    pub joined: Option<NaiveDate>,
    /// Judge only, write nothing.
    pub dry_run: bool,
}

/// Whether a person is where the list wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum There {
    No,
    Yes,
    Left,
}

/// A list of more rows gets more room while it is written.
const LONG: usize = 5000;

/// A row that may be written.
struct Ready {
    known: Option<TraineeId>,
    trainee: Trainee,
    keys: String,
    category: String,
    adds_status: bool,
}

impl Desk {
    /// Reads an `.xlsx` whose header names people, judges every row and, unless it is a dry run, writes the good ones
    /// in one act.
    pub fn import_roster(&mut self, file: &Path, wanted: &Wanted) -> Outcome<Imported> {
        let table = sheet::read_xlsx(file)?;
        let head = sheet::find_head(&table, &synonyms::builtin())?;
        let mut report = Imported {
            unknown_columns: head.unknown.iter().map(|(_, label)| label.clone()).collect(),
            other_sheets: table.others.clone(),
            ..Imported::default()
        };
        let mut seen: HashMap<IdNumber, u32> = HashMap::new();
        let mut ready = Vec::new();
        let mut seats = wanted.class.as_ref().map_or(0, |class| class.seats_taken);
        self.store.at_once(|| -> Outcome<()> {
            for row in head.data(&table) {
                ready.extend(self.judge(row, &head, wanted, &mut seen, &mut seats, &mut report)?);
            }
            Ok(())
        })?;
        report.accepted = u32::try_from(ready.len()).unwrap_or(u32::MAX);
        if !wanted.dry_run && !ready.is_empty() {
            let is_long = ready.len() > LONG;
            if is_long {
                self.store.give_room(true)?;
            }
            let written = self.write_import(&ready, wanted);
            if is_long {
                self.store.give_room(false)?;
            }
            written?;
        }
        Ok(report)
    }

    fn judge(
        &self,
        row: &Row,
        head: &Head,
        wanted: &Wanted,
        seen: &mut HashMap<IdNumber, u32>,
        seats: &mut u32,
        report: &mut Imported,
    ) -> Outcome<Option<Ready>> {
        let cell =
            |concept| head.column(concept).map_or(String::new(), |at| row.cell(at).text().into_owned());
        let damaged_account =
            head.column(Concept::BankAccount).is_some_and(|at| row.cell(at).is_long_number());
        let account = if damaged_account { String::new() } else { cell(Concept::BankAccount) };
        let draft = coded(&draft_of_row(cell, account));
        let (trainee, doubts) = match draft.parse(self.clock.now().day) {
            Ok(parsed) => parsed,
            Err(faults) => {
                let first = faults.into_iter().next();
                report.rejected.extend(
                    first
                        .map(|(field, fault)| Rejected { row: row.number, why: Reject::Fault(field, fault) }),
                );
                return Ok(None);
            }
        };
        if let Some(id) = trainee.document.id() {
            if let Some(first) = seen.get(&id) {
                report
                    .rejected
                    .push(Rejected { row: row.number, why: Reject::DuplicateInFile { row: *first } });
                return Ok(None);
            }
            seen.insert(id, row.number);
        }
        let mut warn = |what| report.warned.push(Warned { row: row.number, what });
        doubts.into_iter().for_each(|(field, doubt)| warn(Warning::Doubt(field, doubt)));
        if damaged_account {
            warn(Warning::DamagedAccount);
        }
        let word = cell(Concept::Category);
        let category = codes::CATEGORIES.meant(&word);
        if category.is_none() && !word.trim().is_empty() {
            warn(Warning::UnknownCategory(crate::domain::written::line(&word)));
        }
        if !draft.nation.is_empty() && codes::NATIONS.get(&draft.nation).is_none() {
            warn(Warning::UnknownNation(trainee.nation.clone()));
        }
        if !draft.education.is_empty() && codes::EDUCATION.get(&draft.education).is_none() {
            warn(Warning::UnknownEducation(trainee.education.clone()));
        }
        let category = category.map_or(String::new(), |category| category.key.clone());
        let known =
            trainee.document.id().map(|id| self.store.trainee_by_id_number(&id)).transpose()?.flatten();
        match &known {
            Some(known) => report.differs.extend(differences(row.number, &known.trainee, &trainee)),
            None => {
                for near in self.near_namesakes(&trainee)? {
                    report.warned.push(Warned {
                        row: row.number,
                        what: Warning::NearId { known: near.trainee.document.masked() },
                    });
                }
            }
        }
        let there = self.is_there(known.as_ref(), wanted)?;
        if there == There::Left {
            report.warned.push(Warned { row: row.number, what: Warning::LeftClass });
        }
        if there != There::No {
            report.known += 1;
            return Ok(None);
        }
        if let Some(class) = &wanted.class {
            let so_far = ClassRow { seats_taken: *seats, ..class.clone() };
            let warnings = self.enrol_warnings(&so_far, &trainee).into_iter().map(Warning::Enrol);
            report.warned.extend(warnings.map(|what| Warned { row: row.number, what }));
            let joined = wanted.joined.unwrap_or(class.start);
            if !(class.start..=class.end).contains(&joined) {
                report.warned.push(Warned { row: row.number, what: Warning::JoinedOutside(joined) });
            }
            *seats += 1;
        }
        let adds_status = match &known {
            _ if category.is_empty() => false,
            None => true,
            Some(known) => {
                !self.store.statuses(known.id)?.iter().any(|row| row.status.category.0 == category)
            }
        };
        let keys = pinyin::keys(&trainee.name);
        Ok(Some(Ready { known: known.map(|known| known.id), trainee, keys, category, adds_status }))
    }

    fn is_there(&self, known: Option<&TraineeRow>, wanted: &Wanted) -> Outcome<There> {
        let (Some(known), Some(class)) = (known, &wanted.class) else {
            return Ok(if known.is_some() { There::Yes } else { There::No });
        };
        let classes = self.store.classes_of(known.id)?;
        let mut here = classes.iter().filter(|past| past.class == class.id).peekable();
        if here.peek().is_none() {
            return Ok(There::No);
        }
        Ok(if here.any(|past| past.left.is_none()) { There::Yes } else { There::Left })
    }

    fn write_import(&mut self, ready: &[Ready], wanted: &Wanted) -> Outcome<()> {
        self.act(Verb::ImportRoster, |writer| -> Outcome<()> {
            if let Some(class) = &wanted.class {
                writer.about_class(class);
            }
            for one in ready {
                let id = match one.known {
                    Some(id) => id,
                    None => writer.add_trainee(NewTrainee { trainee: &one.trainee, keys: &one.keys })?,
                };
                if one.adds_status {
                    writer.add_status(id, &unproven(&one.category))?;
                }
                if let Some(class) = &wanted.class {
                    writer.enrol(class.id, id, wanted.joined.unwrap_or(class.start), &one.category)?;
                }
            }
            Ok(())
        })
    }
}

/// A category that a list claims: nothing is proven yet.
fn unproven(category: &str) -> Status {
    Status {
        category: Category(category.to_owned()),
        proof_kind: String::new(),
        proof_number: String::new(),
        obtained: None,
        expires: None,
    }
}

/// `account` comes apart, because a damaged one is left out.
fn draft_of_row(cell: impl Fn(Concept) -> String, account: String) -> TraineeDraft {
    TraineeDraft {
        id_number: cell(Concept::IdNumber),
        other_reason: String::new(),
        name: cell(Concept::Name),
        sex: cell(Concept::Sex),
        birth: String::new(),
        nation: cell(Concept::Nation),
        education: cell(Concept::Education),
        hukou: cell(Concept::HukouKind),
        address: [cell(Concept::Address), cell(Concept::HukouPlace)]
            .into_iter()
            .find(|place| !place.trim().is_empty())
            .unwrap_or_default(),
        phone: cell(Concept::Phone),
        bank_holder: cell(Concept::BankHolder),
        bank: cell(Concept::Bank),
        account,
        employer: cell(Concept::Employer),
        remarks: cell(Concept::Remarks),
    }
}

/// What the file says and the record does not; an empty cell says nothing.
fn differences(row: u32, have: &Trainee, file: &Trainee) -> Vec<Differs> {
    let phone = |t: &Trainee| t.phone.as_ref().map_or(String::new(), Phone::masked);
    let account = |t: &Trainee| t.account.as_ref().map_or(String::new(), BankAccount::masked);
    let plain = |field, have: &str, file: &str| (field, have != file, have.to_owned(), file.to_owned());
    let pairs = [
        plain(TraineeField::Name, have.name.as_str(), file.name.as_str()),
        plain(TraineeField::Nation, &have.nation, &file.nation),
        plain(TraineeField::Education, &have.education, &file.education),
        plain(TraineeField::Hukou, &have.hukou, &file.hukou),
        plain(TraineeField::Address, &have.address, &file.address),
        (TraineeField::Phone, have.phone != file.phone, phone(have), phone(file)),
        plain(TraineeField::BankHolder, &have.bank_holder, &file.bank_holder),
        plain(TraineeField::Bank, &have.bank, &file.bank),
        (TraineeField::Account, have.account != file.account, account(have), account(file)),
        plain(TraineeField::Employer, &have.employer, &file.employer),
    ];
    let differs = |(field, differs, have, file): (TraineeField, bool, String, String)| {
        (differs && !file.is_empty()).then_some(Differs { row, field, have, file })
    };
    pairs.into_iter().filter_map(differs).collect()
}
