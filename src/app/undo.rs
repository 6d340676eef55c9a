//! Taking the last act back, also after a restart; and the audit as a list.

use super::{Desk, Outcome, Trouble, clock};
use crate::domain::ids::ActId;
use crate::domain::mark::Mark;
use crate::store::rows::{ActRow, RevisionRow, SessionRow};
use crate::store::{StoreError, UndoRefused, Verb};
use chrono::NaiveDate;

/// Whether acts of this kind can be taken back at all; a later act may still stand in the way.
pub fn is_undoable(act: &ActRow) -> bool {
    Verb::from_key(&act.verb).is_some_and(Verb::undoable)
}

/// One line that an act added to the roll.
#[derive(Debug, Clone)]
pub struct ActMark {
    pub name: String,
    pub session: SessionRow,
    pub before: Option<Mark>,
    pub after: Mark,
    pub reason: String,
}

impl Desk {
    /// What could be taken back next: the newest act of this program, or after a restart the newest that this operator
    /// recorded today before it. Acts that other programs record meanwhile are theirs.
    pub fn undoable(&self) -> Outcome<Option<ActRow>> {
        if let Some(act) = self.mine.last() {
            return Ok(self.store.act_row(*act)?);
        }
        let since = clock::start_of_day(self.clock.now().day);
        Ok(self.store.undoable(&self.operator, since, self.opened_at)?)
    }

    /// Takes back the newest act of this program and says which it was. What was recorded before a restart is only
    /// taken back by name (`undo`), because another desk may have recorded it.
    pub fn undo_last(&mut self) -> Outcome<ActRow> {
        let act = *self.mine.last().ok_or(StoreError::Undo(UndoRefused::Nothing))?;
        let row = self.store.act_row(act)?.ok_or(StoreError::Undo(UndoRefused::Nothing))?;
        self.undo(act)?;
        Ok(row)
    }

    /// Whether this program recorded the act since it was opened.
    pub fn is_mine(&self, act: ActId) -> bool {
        self.mine.contains(&act)
    }

    /// How many acts of this program can be taken back.
    pub fn acts_here(&self) -> usize {
        self.mine.len()
    }

    /// Takes back the newest acts of this program until so many are left; returns how many that were.
    pub fn take_back_to(&mut self, left: usize) -> Outcome<usize> {
        let mut taken = 0;
        while self.mine.len() > left {
            self.undo_last()?;
            taken += 1;
        }
        Ok(taken)
    }

    /// Takes back what [`Self::undoable`] names, for whoever has shown it.
    pub fn undo_named(&mut self) -> Outcome<ActRow> {
        let act = self.undoable()?.ok_or(StoreError::Undo(UndoRefused::Nothing))?;
        self.undo(act.id)?;
        Ok(act)
    }

    /// Takes one act back; refused when a later act touched the same rows. A slip on the roll is taken back on the day
    /// it was made; after that a past day is corrected, with its reason.
    pub fn undo(&mut self, act: ActId) -> Outcome<()> {
        let row = self.store.act_row(act)?.ok_or(StoreError::Undo(UndoRefused::Nothing))?;
        let right = self.may_take_back(&row)?;
        let today = self.clock.now().day;
        let is_past = |first: Option<NaiveDate>| first.is_some_and(|first| first < today);
        if clock::moment(row.wall_ms).day < today && is_past(self.store.first_day_marked(act)?) {
            return Err(Trouble::CorrectInstead(act));
        }
        let undone = self.act_under(right, Verb::Undo, |writer| writer.take_back(act));
        // What somebody else took back already, or what can no longer be, would stand in the way of those before it.
        if undone.is_ok() || matches!(undone, Err(Trouble::Store(StoreError::Undo(_)))) {
            self.mine.retain(|mine| *mine != act);
        }
        undone
    }

    /// Acts before one (or the newest), newest first.
    pub fn acts(&self, before: Option<ActId>, limit: u32) -> Outcome<Vec<ActRow>> {
        Ok(self.store.acts(before, limit)?)
    }

    /// The same without signing in and wrong PINs, which hide what was done.
    pub fn deeds(&self, before: Option<ActId>, limit: u32) -> Outcome<Vec<ActRow>> {
        Ok(self.store.deeds(before, limit)?)
    }

    /// How many acts the file holds, and how many of them only signed in, or tried to.
    pub fn acts_and_sign_ins(&self) -> Outcome<(i64, i64)> {
        Ok((self.store.head()?.0, self.store.sign_ins_after(ActId(0))?))
    }

    /// What an act wrote, row by row.
    pub fn act_details(&self, act: ActId) -> Outcome<Vec<RevisionRow>> {
        Ok(self.store.revisions(act, 200)?)
    }

    /// What an act said about the roll: who, when, what before and after, why.
    pub fn act_marks(&self, act: ActId) -> Outcome<Vec<ActMark>> {
        let mut marks = Vec::new();
        for line in self.store.marks_of_act(act, 200)? {
            let Ok(session) = self.store.session(line.session) else { continue };
            let enrolments = self.store.enrolments(session.class)?;
            let name = enrolments
                .into_iter()
                .find(|enrolment| enrolment.id == line.enrolment)
                .map(|enrolment| enrolment.name);
            let before = self.store.mark_before(&line)?;
            marks.push(ActMark {
                name: name.unwrap_or_default(),
                session,
                before,
                after: line.mark,
                reason: line.reason,
            });
        }
        Ok(marks)
    }

    /// Who wrote an act, for saying who came in between.
    pub fn act_row(&self, act: ActId) -> Outcome<Option<ActRow>> {
        Ok(self.store.act_row(act)?)
    }
}
