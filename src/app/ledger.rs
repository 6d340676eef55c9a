//! The ledger of a class and of a person: every class hour back to session, mark, correction, source and rule.

use super::classes::is_expected;
use super::{Desk, Outcome};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::ledger::{self, Because, Cell, Entry, Planned, Totals};
use crate::domain::mark::Mark;
use crate::domain::rules::RulePack;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, SessionRow};
use std::collections::HashMap;

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

impl ClassLedger {
    /// Whether the rule pack in the program is no longer the one that the class remembers.
    pub fn pack_differs(&self) -> bool {
        self.rules.id != self.class.pack_id || self.rules.hash != self.class.pack_hash
    }
}

impl Desk {
    pub fn class_ledger(&self, class: &ClassRow) -> Outcome<ClassLedger> {
        let rules = self.rules_of(&class.pack_id);
        let sessions = self.counted_sessions(class)?;
        let lines = self.store.marks_of_class(class.id)?;
        let marks: HashMap<(SessionId, EnrolmentId), Mark> =
            lines.iter().map(|line| ((line.session, line.enrolment), line.mark)).collect();
        let now = self.now();
        let planned = planned(&sessions, |session| {
            lines.iter().any(|line| line.session == session && line.mark != Mark::Cleared)
        });
        let row = |enrolment: EnrolmentRow| {
            let cells = planned.iter().map(|(id, session)| Cell {
                session,
                mark: marks.get(&(*id, enrolment.id)).copied(),
                expected: is_expected(&enrolment, session.day),
            });
            let totals = ledger::totals(cells, class.hours, now, rules);
            LedgerRow { enrolment, totals }
        };
        let rows = self.store.enrolments(class.id)?.into_iter().map(row).collect();
        Ok(ClassLedger { class: class.clone(), rules, rows })
    }

    pub fn person_ledger(&self, class: &ClassRow, enrolment: EnrolmentId) -> Outcome<PersonLedger> {
        let ledger = self.class_ledger(class)?;
        let row = ledger
            .rows
            .into_iter()
            .find(|row| row.enrolment.id == enrolment)
            .ok_or(super::Trouble::NoSuchTrainee)?;
        let sessions = self.counted_sessions(class)?;
        let lines = self.store.marks_of_enrolment(enrolment)?;
        let class_lines = self.store.marks_of_class(class.id)?;
        let planned = planned(&sessions, |session| {
            class_lines.iter().any(|line| line.session == session && line.mark != Mark::Cleared)
        });
        let now = self.now();
        let entries = sessions
            .into_iter()
            .zip(planned)
            .map(|(session, (id, plan))| {
                let line = lines.iter().find(|line| line.session == id).cloned();
                let mut entry = ledger::entry(&plan, line.as_ref().map(|line| line.mark), now, ledger.rules);
                if line.is_none() && !is_expected(&row.enrolment, session.day) {
                    entry.because = Because::NotExpected;
                }
                LedgerEntry { session, line, entry }
            })
            .collect();
        Ok(PersonLedger {
            class: ledger.class,
            rules: ledger.rules,
            enrolment: row.enrolment,
            totals: row.totals,
            entries,
        })
    }

    /// Every line ever written about one session of one person, first to last.
    pub fn history(&self, session: SessionId, enrolment: EnrolmentId) -> Outcome<Vec<MarkLine>> {
        Ok(self.store.lines_of_cell(session, enrolment)?)
    }

    fn counted_sessions(&self, class: &ClassRow) -> Outcome<Vec<SessionRow>> {
        let mut sessions = self.store.sessions(class.id)?;
        sessions.retain(|session| session.cancelled.is_none());
        Ok(sessions)
    }
}

fn planned(sessions: &[SessionRow], has_marks: impl Fn(SessionId) -> bool) -> Vec<(SessionId, Planned)> {
    let plan = |session: &SessionRow| {
        let planned = Planned {
            day: session.day,
            slot: session.slot,
            hours: session.hours,
            has_marks: has_marks(session.id),
        };
        (session.id, planned)
    };
    sessions.iter().map(plan).collect()
}
