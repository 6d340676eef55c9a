//! The ledger of a class and of a person: every class hour back to session, mark, correction, source and rule.

use super::classes::is_expected;
use super::{Desk, Outcome};
use crate::domain::calendar::Moment;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::ledger::{self, Because, Cell, Entry, Planned, Totals};
use crate::domain::mark::Mark;
use crate::domain::rules::RulePack;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, SessionRow};
use std::collections::{HashMap, HashSet};

/// Everybody of a class with their figures.
#[derive(Debug, Clone)]
pub struct ClassLedger {
    pub class: ClassRow,
    pub rules: &'static RulePack,
    pub rows: Vec<LedgerRow>,
}

#[derive(Debug, Clone)]
pub struct LedgerRow {
    pub enrolment: EnrolmentRow,
    pub totals: Totals,
}

/// One person's sessions with what each is worth and why.
#[derive(Debug, Clone)]
pub struct PersonLedger {
    pub class: ClassRow,
    pub rules: &'static RulePack,
    pub enrolment: EnrolmentRow,
    pub totals: Totals,
    pub entries: Vec<LedgerEntry>,
}

#[derive(Debug, Clone)]
pub struct LedgerEntry {
    pub session: SessionRow,
    /// The line that counts, if there ever was one.
    pub line: Option<MarkLine>,
    pub entry: Entry,
}

impl LedgerEntry {
    /// What counts in the cell; cleared where nobody wrote in it.
    pub fn mark(&self) -> Mark {
        self.line.as_ref().map_or(Mark::Cleared, |line| line.mark)
    }
}

impl ClassLedger {
    /// Whether this program does not hold the rule pack that the class remembers, and another had to judge.
    pub fn pack_differs(&self) -> bool {
        self.rules.id != self.class.pack_id || self.rules.hash != self.class.pack_hash
    }
}

impl Desk {
    pub fn class_ledger(&self, class: &ClassRow) -> Outcome<ClassLedger> {
        let rolls = self.rolls_of(class)?;
        let rows = self.store.enrolments(class.id)?;
        let rows = rows.into_iter().map(|enrolment| rolls.row(class, enrolment)).collect();
        Ok(ClassLedger { class: class.clone(), rules: rolls.rules, rows })
    }

    pub fn person_ledger(&self, class: &ClassRow, enrolment: EnrolmentId) -> Outcome<PersonLedger> {
        let rolls = self.rolls_of(class)?;
        let mut enrolments = self.store.enrolments(class.id)?.into_iter();
        let enrolment = enrolments.find(|one| one.id == enrolment).ok_or(super::Trouble::NoSuchTrainee)?;
        let LedgerRow { enrolment, totals } = rolls.row(class, enrolment);
        let entries = rolls.entries(&enrolment);
        Ok(PersonLedger { class: class.clone(), rules: rolls.rules, enrolment, totals, entries })
    }

    fn rolls_of(&self, class: &ClassRow) -> Outcome<Rolls> {
        let mut sessions = self.store.sessions(class.id)?;
        sessions.retain(|session| session.cancelled.is_none());
        let lines = self.store.marks_of_class(class.id)?;
        let marked: HashSet<SessionId> =
            lines.iter().filter(|line| line.mark.stands()).map(|line| line.session).collect();
        let plan = |session: SessionRow| {
            let (day, slot, hours) = (session.day, session.slot, session.hours);
            (Planned { day, slot, hours, has_marks: marked.contains(&session.id) }, session)
        };
        Ok(Rolls {
            rules: self.rules_of(class),
            now: self.now(),
            sessions: sessions.into_iter().map(plan).collect(),
            lines: lines.into_iter().map(|line| ((line.session, line.enrolment), line)).collect(),
        })
    }

    /// Every line ever written about one session of one person, first to last.
    pub fn history(&self, session: SessionId, enrolment: EnrolmentId) -> Outcome<Vec<MarkLine>> {
        Ok(self.store.lines_of_cell(session, enrolment)?)
    }
}

/// The sessions of a class that count, and the lines that count in them: read once for everybody.
struct Rolls {
    rules: &'static RulePack,
    now: Moment,
    sessions: Vec<(Planned, SessionRow)>,
    lines: HashMap<(SessionId, EnrolmentId), MarkLine>,
}

impl Rolls {
    fn line(&self, session: &SessionRow, enrolment: &EnrolmentRow) -> Option<&MarkLine> {
        self.lines.get(&(session.id, enrolment.id))
    }

    fn row(&self, class: &ClassRow, enrolment: EnrolmentRow) -> LedgerRow {
        let cells = self.sessions.iter().map(|(planned, session)| Cell {
            session: planned,
            mark: self.line(session, &enrolment).map(|line| line.mark),
            expected: is_expected(&enrolment, session),
        });
        let totals = ledger::totals(cells, class.hours, self.now, self.rules);
        LedgerRow { enrolment, totals }
    }

    fn entries(&self, enrolment: &EnrolmentRow) -> Vec<LedgerEntry> {
        let entry = |(planned, session): &(Planned, SessionRow)| {
            let line = self.line(session, enrolment).cloned();
            let mut entry = ledger::entry(planned, line.as_ref().map(|line| line.mark), self.now, self.rules);
            let stands = line.as_ref().is_some_and(|line| line.mark.stands());
            if !stands && !is_expected(enrolment, session) {
                entry.because = Because::NotExpected;
            }
            LedgerEntry { session: session.clone(), line, entry }
        };
        self.sessions.iter().map(entry).collect()
    }
}
