//! One row of a list after the other: what keeps it out, what is to be known of it, and where its person sits.

use super::{Differs, Imported, Reject, Rejected, Wanted, Warned, Warning};
use crate::app::enrol::coded;
use crate::app::limits::Asks;
use crate::app::{Desk, Outcome, codes, pinyin};
use crate::domain::bank::BankAccount;
use crate::domain::id_number::IdNumber;
use crate::domain::ids::TraineeId;
use crate::domain::person::{Trainee, TraineeDraft, TraineeField};
use crate::domain::phone::Phone;
use crate::domain::written::line;
use crate::sheet::{Concept, Head, Row, Table};
use crate::store::rows::{ClassRow, TraineeRow};
use std::collections::{HashMap, HashSet};

/// A row that may be written.
pub(super) struct Ready {
    pub(super) row: u32,
    pub(super) known: Option<TraineeId>,
    pub(super) trainee: Trainee,
    pub(super) keys: String,
    pub(super) category: String,
    pub(super) adds_status: bool,
}

/// Whether a person is where the list wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum There {
    No,
    Yes,
    Left,
}

/// The seats of the class while the rows of a list sit down, and who waits for one.
#[derive(Default)]
struct Seats {
    taken: u32,
    waiting: Vec<TraineeId>,
}

impl Seats {
    /// Seats one more, on file or not: how many wait before them.
    fn take(&mut self, who: Option<TraineeId>) -> u32 {
        let place = self.waiting.iter().position(|waits| Some(*waits) == who);
        let ahead = place.unwrap_or(self.waiting.len());
        self.waiting.retain(|waits| Some(*waits) != who);
        self.taken += 1;
        u32::try_from(ahead).unwrap_or(u32::MAX)
    }
}

/// Rows are judged in the order of the file: who stands in it twice, and whose seat is the last, follows from that.
pub(super) struct Judge<'l> {
    desk: &'l Desk,
    head: &'l Head,
    wanted: &'l Wanted,
    seen: HashMap<IdNumber, u32>,
    seats: Seats,
    report: &'l mut Imported,
}

impl<'l> Judge<'l> {
    /// What is found is told in `report`.
    pub(super) fn new(
        desk: &'l Desk,
        head: &'l Head,
        wanted: &'l Wanted,
        report: &'l mut Imported,
    ) -> Outcome<Self> {
        let seats = match &wanted.class {
            None => Seats::default(),
            Some(class) => {
                let waiting = desk.store.waiting(class.id)?.into_iter().map(|row| row.trainee).collect();
                Seats { taken: class.seats_taken, waiting }
            }
        };
        Ok(Self { desk, head, wanted, seen: HashMap::new(), seats, report })
    }

    pub(super) fn warn(&mut self, row: u32, what: Warning) {
        self.report.warned.push(Warned { row, what });
    }

    /// `None` for a row that is kept out, or whose person is there already.
    pub(super) fn row(&mut self, row: &Row) -> Outcome<Option<Ready>> {
        let number = row.number;
        let draft = self.draft(row);
        let (trainee, doubts) = match draft.parse(self.desk.clock.now().day) {
            Ok(parsed) => parsed,
            Err(faults) => {
                let first = faults.into_iter().next();
                let why = first.map(|(field, fault)| Reject::Fault(field, fault));
                self.report.rejected.extend(why.map(|why| Rejected { row: number, why }));
                return Ok(None);
            }
        };
        if let Some(first) = self.repeats(&trainee, number) {
            self.report.rejected.push(Rejected { row: number, why: Reject::DuplicateInFile { row: first } });
            return Ok(None);
        }
        for (field, doubt) in doubts {
            self.warn(number, Warning::Doubt(field, doubt));
        }
        if self.has_damaged_account(row) {
            self.warn(number, Warning::DamagedAccount);
        }
        let category = self.category(row);
        self.warn_of_words(number, &draft, &trainee);
        let known = self.known(number, &trainee)?;
        let there = self.is_there(known.as_ref())?;
        if there == There::Left {
            self.warn(number, Warning::LeftClass);
        }
        if there != There::No {
            self.report.known += 1;
            return Ok(None);
        }
        let known = known.map(|known| known.id);
        self.seat(number, known, &trainee)?;
        let adds_status = self.adds_status(known, &category)?;
        let keys = pinyin::keys(&trainee.name);
        Ok(Some(Ready { row: number, known, trainee, keys, category, adds_status }))
    }

    /// Puts the names to the rows of which something was said.
    pub(super) fn name_rows(&mut self, table: &Table) {
        let told = &*self.report;
        let rows = told.rejected.iter().map(|one| one.row);
        let rows = rows.chain(told.warned.iter().map(|one| one.row));
        let rows: HashSet<u32> = rows.chain(told.differs.iter().map(|one| one.row)).collect();
        let named = self.head.data(table).filter(|row| rows.contains(&row.number));
        self.report.names = named.map(|row| (row.number, line(&self.cell(row, Concept::Name)))).collect();
    }

    fn cell(&self, row: &Row, concept: Concept) -> String {
        self.head.column(concept).map_or(String::new(), |at| row.cell(at).text().into_owned())
    }

    /// What the row says of a person, the words of code lists as their codes.
    fn draft(&self, row: &Row) -> TraineeDraft {
        let cell = |concept| self.cell(row, concept);
        coded(&TraineeDraft {
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
            account: if self.has_damaged_account(row) { String::new() } else { cell(Concept::BankAccount) },
            employer: cell(Concept::Employer),
            remarks: cell(Concept::Remarks),
        })
    }

    /// A spreadsheet keeps no more than fifteen digits of a number: the account in the cell is another one.
    fn has_damaged_account(&self, row: &Row) -> bool {
        self.head.column(Concept::BankAccount).is_some_and(|at| row.cell(at).is_long_number())
    }

    /// The earlier row with the same ID number.
    fn repeats(&mut self, trainee: &Trainee, row: u32) -> Option<u32> {
        let id = trainee.document.id()?;
        if let Some(first) = self.seen.get(&id) {
            return Some(*first);
        }
        self.seen.insert(id, row);
        None
    }

    /// The code of the category that the row claims; empty where it claims none that is known.
    fn category(&mut self, row: &Row) -> String {
        let word = self.cell(row, Concept::Category);
        if let Some(category) = codes::CATEGORIES.meant(&word) {
            return category.key.clone();
        }
        if !word.trim().is_empty() {
            self.warn(row.number, Warning::UnknownCategory(line(&word)));
        }
        String::new()
    }

    /// Words that no code list knows are kept as they are written.
    fn warn_of_words(&mut self, row: u32, draft: &TraineeDraft, trainee: &Trainee) {
        if !draft.nation.is_empty() && codes::NATIONS.get(&draft.nation).is_none() {
            self.warn(row, Warning::UnknownNation(trainee.nation.clone()));
        }
        if !draft.education.is_empty() && codes::EDUCATION.get(&draft.education).is_none() {
            self.warn(row, Warning::UnknownEducation(trainee.education.clone()));
        }
    }

    /// The person on file, told where they differ; whoever is new is told where somebody's number is one slip away.
    fn known(&mut self, row: u32, trainee: &Trainee) -> Outcome<Option<TraineeRow>> {
        let store = &self.desk.store;
        let known = trainee.document.id().map(|id| store.trainee_by_id_number(&id)).transpose()?.flatten();
        if let Some(known) = known {
            self.report.differs.extend(differences(row, &known.trainee, trainee));
            return Ok(Some(known));
        }
        for near in self.desk.near_namesakes(trainee)? {
            self.warn(row, Warning::NearId { known: near.trainee.document.masked() });
        }
        Ok(None)
    }

    fn is_there(&self, known: Option<&TraineeRow>) -> Outcome<There> {
        let Some(known) = known else { return Ok(There::No) };
        let Some(class) = &self.wanted.class else { return Ok(There::Yes) };
        let classes = self.desk.store.classes_of(known.id)?;
        let mut here = classes.iter().filter(|past| past.class == class.id).peekable();
        if here.peek().is_none() {
            return Ok(There::No);
        }
        Ok(if here.any(|past| past.left.is_none()) { There::Yes } else { There::Left })
    }

    /// Takes a seat of the class, with what is to be known of that.
    fn seat(&mut self, row: u32, known: Option<TraineeId>, trainee: &Trainee) -> Outcome<()> {
        let Some(class) = &self.wanted.class else { return Ok(()) };
        let so_far = ClassRow { seats_taken: self.seats.taken, ..class.clone() };
        let ahead = self.seats.take(known);
        let joined = self.wanted.joined.unwrap_or(class.start);
        for limit in self.desk.limits(&so_far, Asks { birth: trainee.birth, joined, ahead }) {
            self.warn(row, Warning::Enrol(limit));
        }
        Ok(())
    }

    /// Whether the claimed category is not on file for this person.
    fn adds_status(&self, known: Option<TraineeId>, category: &str) -> Outcome<bool> {
        if category.is_empty() {
            return Ok(false);
        }
        let Some(known) = known else { return Ok(true) };
        Ok(!self.desk.store.statuses(known)?.iter().any(|row| row.status.category.0 == category))
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
