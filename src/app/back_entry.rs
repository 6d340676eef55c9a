//! Rolls of past days that were not taken on the day, as after a power cut: which they are, and the reason and the
//! sheet under which one is entered afterwards.
//!
//! The reason is an act of its own before the first mark: whoever is called away after ten people finds it on file
//! with the eleventh, and every mark stays one step that can be taken back.

use super::attend::entry_of;
use super::rolls::NotTaken;
use super::{Desk, Outcome, Trouble};
use crate::domain::class::ClassCode;
use crate::domain::ids::{ClassId, SessionId};
use crate::domain::mark::{MarkFault, Timing};
use crate::domain::roll::RollLine;
use crate::domain::written::line;
use crate::store::Verb;
use crate::store::rows::{DayRow, RollRow, SessionRow};
use chrono::NaiveDate;

/// A past session with people whose mark is missing.
#[derive(Debug, Clone)]
pub struct Gap {
    pub code: ClassCode,
    pub session: SessionRow,
    pub expected: u32,
    pub taken: u32,
    /// Under which its entry was begun, if it was.
    pub entry: Option<RollRow>,
}

/// Past sessions with gaps, the newest first.
#[derive(Debug, Clone)]
pub struct Gaps {
    pub rows: Vec<Gap>,
    /// The first day that was looked at; `None` for a class, which is looked at from its start.
    pub since: Option<NaiveDate>,
    /// There are more: only the newest are here.
    pub more: bool,
}

impl Desk {
    /// Past sessions with gaps, of one class or of the centre.
    pub fn gaps(&self, class: Option<ClassId>) -> Outcome<Gaps> {
        let mut gaps = match class {
            Some(class) => Gaps { rows: self.gaps_of_class(class)?, since: None, more: false },
            None => self.gaps_of_centre()?,
        };
        gaps.rows.reverse();
        for gap in &mut gaps.rows {
            gap.entry = entry_of(&self.store.roll_lines(gap.session.id)?).cloned();
        }
        Ok(gaps)
    }

    fn gaps_of_class(&self, class: ClassId) -> Outcome<Vec<Gap>> {
        let view = self.class_view(class)?;
        let today = self.today();
        let gap = |(session, rolled): (SessionRow, super::classes::Rolled)| {
            let open = session.day < today && session.cancelled.is_none() && rolled.taken < rolled.expected;
            open.then(|| Gap {
                code: view.class.code.clone(),
                session,
                expected: rolled.expected,
                taken: rolled.taken,
                entry: None,
            })
        };
        Ok(view.sessions.into_iter().zip(view.rolls).filter_map(gap).collect())
    }

    fn gaps_of_centre(&self) -> Outcome<Gaps> {
        let NotTaken { mut rows, more, since } = self.not_taken()?;
        rows.retain(|row| row.session.day < self.today());
        let gap = |row: DayRow| Gap {
            code: row.code,
            session: row.session,
            expected: row.expected,
            taken: row.taken,
            entry: None,
        };
        Ok(Gaps { rows: rows.into_iter().map(gap).collect(), since: Some(since), more })
    }

    /// Says why the roll of a past session is entered afterwards and from which sheet. Marks that give this reason
    /// count as read from the sheet.
    pub fn begin_back_entry(&mut self, session: SessionId, reason: &str, sheet: &str) -> Outcome<()> {
        let (reason, sheet) = (line(reason), line(sheet));
        if reason.is_empty() || sheet.is_empty() {
            return Err(Trouble::SheetNeeded);
        }
        let row = self.store.session(session)?;
        if row.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        if Timing::of(row.day, row.slot, self.now()) != Timing::Past {
            return Err(Trouble::NotPast);
        }
        self.act(Verb::BackEntry, |writer| -> Outcome<()> {
            writer.about_session(session)?;
            Ok(writer.add_roll_line(session, &RollLine::BackEntry { sheet, reason })?)
        })
    }
}
