//! Whole rolls: the word that one is complete and what changed after it, and the rolls that nobody took to the end.

use super::{Desk, Outcome, Trouble};
use crate::domain::ids::SessionId;
use crate::domain::mark::{MarkFault, Timing};
use crate::domain::roll::RollLine;
use crate::store::rows::{DayRow, MarkLine, RollRow};
use crate::store::{StoreError, Verb};
use chrono::{Days, NaiveDate};

/// Who said that a roll is complete, when, and what became of it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    pub operator: String,
    /// UTC milliseconds as the clock said them.
    pub wall_ms: i64,
    /// Cells with another mark now than then, the last line of each, in the order they were written.
    pub changes: Vec<MarkLine>,
}

/// Rolls across the centre with somebody not taken, the oldest first.
#[derive(Debug, Clone)]
pub struct NotTaken {
    pub rows: Vec<DayRow>,
    /// There are more: only the newest are here.
    pub more: bool,
    /// The first day that was looked at: of earlier ones nothing is said.
    pub since: NaiveDate,
}

/// Days back in which rolls are looked for across the centre: longer than most classes, so that the first roll of one
/// that ends today is still found.
const LOOK_BACK: u64 = 92;
/// Sessions looked through at most; a centre holds some dozens a day.
const LOOKED: u32 = 2000;
/// Rolls listed at most.
const LISTED: u32 = 200;

impl Desk {
    /// Rolls of sessions begun that nobody took to the end: what is most late comes first.
    pub fn not_taken(&self) -> Outcome<NotTaken> {
        let now = self.now();
        let wished = now.day - Days::new(LOOK_BACK);
        let since = match self.store.nth_newest_day(now.day, LOOKED)? {
            // of the day on which the looking stopped only a part was seen
            Some(day) if day >= wished => day + Days::new(1),
            _ => wished,
        };
        let mut rows = self.store.rolls_not_taken(now, since, LOOKED, LISTED + 1)?;
        let more = rows.len() > LISTED as usize;
        if more {
            rows.remove(0);
        }
        Ok(NotTaken { rows, more, since })
    }

    /// What was said of the whole roll of a session, first to last.
    pub fn said_of_roll(&self, session: SessionId) -> Outcome<Vec<RollRow>> {
        Ok(self.store.roll_lines(session)?)
    }

    /// Says that a roll is complete: nobody is left to take. What changes later is told beside it.
    pub fn complete_roll(&mut self, session: SessionId) -> Outcome<()> {
        let roll = self.roll(session)?;
        if roll.session.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        if roll.timing == Timing::Ahead {
            return Err(Trouble::Mark(MarkFault::NotBegun));
        }
        self.act(Verb::CompleteRoll, |writer| -> Outcome<()> {
            writer.about_session(session)?;
            let mut left = 0;
            for seat in &roll.seats {
                left += usize::from(writer.mark_now(session, seat.enrolment.id)?.is_none());
            }
            if left > 0 {
                return Err(Trouble::NotAllTaken(left));
            }
            Ok(writer.add_roll_line(session, &RollLine::Completed)?)
        })
    }

    /// The last word that a roll is complete, of all that was `said` of it. `latest` are the lines that count in its cells, cleared ones too.
    pub(super) fn completed(
        &self,
        session: SessionId,
        said: &[RollRow],
        latest: &[MarkLine],
    ) -> Result<Option<Completed>, StoreError> {
        let Some(said) = said.iter().rfind(|row| row.line == RollLine::Completed) else {
            return Ok(None);
        };
        let mut changes = Vec::new();
        for line in latest.iter().filter(|line| line.act > said.act) {
            let lines = self.store.lines_of_cell(session, line.enrolment)?;
            let then = lines.iter().rev().find(|line| line.act <= said.act).map(|line| line.mark);
            if then != Some(line.mark) {
                changes.push(line.clone());
            }
        }
        changes.sort_by_key(|line| line.id);
        Ok(Some(Completed { operator: said.operator.clone(), wall_ms: said.wall_ms, changes }))
    }
}
