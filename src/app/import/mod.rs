//! A spreadsheet of people becomes enrolments: read and judged row by row first, then written in one act.
//! Nobody is created from a damaged row, and what is known is never overwritten.

mod judge;

use super::limits::EnrolWarning;
use super::packs::synonyms;
use super::{Desk, Outcome};
use crate::domain::person::{TraineeDoubt, TraineeFault, TraineeField};
use crate::domain::status::{Category, Status};
use crate::sheet;
use crate::store::rows::ClassRow;
use crate::store::{NewTrainee, Verb};
use chrono::NaiveDate;
use judge::{Judge, Ready};
use std::collections::{BTreeMap, BTreeSet};
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
    /// Rows whose person comes in.
    pub taken: BTreeSet<u32>,
    /// The names in the rows of which something is said, as written.
    pub names: BTreeMap<u32, String>,
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
    /// The spreadsheet program does not show the row: a filter may have meant to leave it out.
    Hidden,
    Doubt(TraineeField, TraineeDoubt),
    UnknownCategory(String),
    UnknownNation(String),
    UnknownEducation(String),
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

/// A list as it was judged: what is to be said of it, and what may be written.
pub struct Judged {
    pub report: Imported,
    ready: Vec<Ready>,
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

/// A list of more rows gets more room while it is written.
const LONG: usize = 5000;

impl Desk {
    /// Reads an `.xlsx` whose header names people, judges every row and, unless it is a dry run, writes the good ones
    /// in one act.
    pub fn import_roster(&mut self, file: &Path, wanted: &Wanted) -> Outcome<Imported> {
        let judged = self.judge_roster(file, wanted)?;
        if !wanted.dry_run {
            self.take_roster(&judged, wanted)?;
        }
        Ok(judged.report)
    }

    /// Reads such a file and judges every row; writes nothing.
    pub fn judge_roster(&self, file: &Path, wanted: &Wanted) -> Outcome<Judged> {
        let table = sheet::read_xlsx(file)?;
        let head = sheet::find_head(&table, &synonyms::builtin())?;
        let mut report = Imported {
            unknown_columns: head.unknown.iter().map(|(_, label)| label.clone()).collect(),
            other_sheets: table.others.clone(),
            ..Imported::default()
        };
        let mut ready = Vec::new();
        self.store.at_once(|| -> Outcome<()> {
            let mut judge = Judge::new(self, &head, wanted, &mut report)?;
            for row in head.data(&table) {
                if table.hidden.contains(&row.number) {
                    judge.warn(row.number, Warning::Hidden);
                }
                ready.extend(judge.row(row)?);
            }
            judge.name_rows(&table);
            Ok(())
        })?;
        report.accepted = u32::try_from(ready.len()).unwrap_or(u32::MAX);
        report.taken = ready.iter().map(|one| one.row).collect();
        Ok(Judged { report, ready })
    }

    /// Writes the good rows of a list as it was judged, in one act; for none there is no act.
    pub fn take_roster(&mut self, judged: &Judged, wanted: &Wanted) -> Outcome<()> {
        if judged.ready.is_empty() {
            return Ok(());
        }
        let is_long = judged.ready.len() > LONG;
        if is_long {
            self.store.give_room(true)?;
        }
        let written = self.write_import(&judged.ready, wanted);
        if is_long {
            self.store.give_room(false)?;
        }
        written
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
