//! The signed sheet against the screen. Comparing changes no mark; what the paper says is taken over person by person
//! or for all, as a correction of the office that names the sheet.

use super::attend::{Roll, put};
use super::{Desk, Outcome, Trouble};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{Layer, Mark, MarkFault, Source, Timing};
use crate::domain::roll::RollLine;
use crate::domain::written::line;
use crate::store::rows::{EnrolmentRow, MarkLine};
use crate::store::{NewMark, Verb};

/// What the sheet says of those who did not simply sign.
pub type Exceptions = std::collections::HashMap<EnrolmentId, Mark>;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// People of whom paper and screen say the same.
    pub same: usize,
    pub differs: Vec<Mismatch>,
}

#[derive(Debug, Clone)]
pub struct Mismatch {
    pub enrolment: EnrolmentRow,
    /// The line on the screen; nothing where nobody took the mark.
    pub screen: Option<MarkLine>,
    pub paper: Mark,
}

impl PartialEq for Mismatch {
    fn eq(&self, other: &Self) -> bool {
        (self.enrolment.id, &self.screen, self.paper) == (other.enrolment.id, &other.screen, other.paper)
    }
}

impl Eq for Mismatch {}

impl Comparison {
    /// Of how many how many agree, as the line of the roll keeps it: `48/50`.
    pub fn outcome(&self) -> String {
        format!("{}/{}", self.same, self.same + self.differs.len())
    }
}

/// A signature says that somebody was there, and nothing about minutes; an exception says what it says.
fn agrees(paper: Mark, screen: Option<Mark>) -> bool {
    match (paper, screen) {
        (Mark::PRESENT, Some(Mark::Present { .. })) => true,
        (paper, screen) => screen == Some(paper),
    }
}

impl Roll {
    /// Everybody of the roll against the sheet, by seat.
    pub fn against(&self, exceptions: &Exceptions) -> Comparison {
        let paper = |who: &EnrolmentId| exceptions.get(who).copied().unwrap_or(Mark::PRESENT);
        let differs: Vec<Mismatch> = self
            .seats
            .iter()
            .filter(|seat| {
                let screen = seat.line.as_ref().map(|line| line.mark);
                !agrees(paper(&seat.enrolment.id), screen)
            })
            .map(|seat| Mismatch {
                enrolment: seat.enrolment.clone(),
                screen: seat.line.clone(),
                paper: paper(&seat.enrolment.id),
            })
            .collect();
        Comparison { same: self.seats.len() - differs.len(), differs }
    }
}

impl Desk {
    /// Compares the roll with the sheet and puts on file that it was compared, and what came of it. No mark changes.
    pub fn compare_paper(
        &mut self,
        session: SessionId,
        sheet: &str,
        exceptions: &Exceptions,
    ) -> Outcome<Comparison> {
        let roll = self.comparable(session)?;
        let sheet = line(sheet);
        if sheet.is_empty() {
            return Err(Trouble::SheetNeeded);
        }
        let comparison = roll.against(exceptions);
        let line = RollLine::Paper { sheet, note: comparison.outcome() };
        self.act(Verb::ComparePaper, |writer| -> Outcome<()> {
            writer.about_session(session)?;
            Ok(writer.add_roll_line(session, &line)?)
        })?;
        Ok(comparison)
    }

    /// Takes over what the sheet says of these people, in one act.
    pub fn take_paper(
        &mut self,
        session: SessionId,
        sheet: &str,
        cells: &[(EnrolmentId, Mark)],
    ) -> Outcome<()> {
        let roll = self.comparable(session)?;
        let sheet = line(sheet);
        for (who, mark) in cells {
            roll.layer_for(*who, *mark, &sheet)?;
        }
        self.act(Verb::Mark, |writer| -> Outcome<()> {
            match cells {
                [(one, _)] => writer.about_enrolment(*one)?,
                _ => writer.about_session(session)?,
            }
            cells.iter().try_for_each(|(who, mark)| {
                let new =
                    NewMark { mark: *mark, source: &Source::Paper, layer: Layer::Office, reason: &sheet };
                put(writer, &roll.session, *who, new)
            })
        })
    }

    /// The roll of a session that was held: only then is there a sheet.
    fn comparable(&self, session: SessionId) -> Outcome<Roll> {
        let roll = self.roll(session)?;
        match (roll.timing, &roll.session.cancelled) {
            (_, Some(_)) => Err(Trouble::Mark(MarkFault::Cancelled)),
            (Timing::Ahead, None) => Err(Trouble::Mark(MarkFault::NotBegun)),
            (Timing::Now | Timing::Past, None) => Ok(roll),
        }
    }
}
