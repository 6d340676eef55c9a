//! Taking the roll: one session, its seats, their marks; and the one place that says whose word counts in a cell.
//!
//! There are two layers. The instructor marks at the session; the office corrects, with a reason. Where the office has
//! spoken, an instructor's line (and a machine's, which speaks for the instructor) never goes over it, whichever way
//! it comes: one cell, everybody at once, or a block. An office that clears a cell gives it back.

use super::classes::is_expected;
use super::rolls::Completed;
use super::{Desk, Outcome, Trouble};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{self, Layer, Mark, MarkFault, MarkKind, Source, Timing};
use crate::domain::roll::RollLine;
use crate::domain::who::Who;
use crate::domain::written::line;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, RollRow, SessionRow};
use crate::store::{NewMark, StoreError, Verb, Writer};

/// A session with the people expected in it.
#[derive(Debug, Clone)]
pub struct Roll {
    pub class: ClassRow,
    pub session: SessionRow,
    pub timing: Timing,
    pub seats: Vec<RollSeat>,
    /// The last word that nobody is left to take, if there was one.
    pub completed: Option<Completed>,
    /// What was said of the roll as a whole, first to last.
    pub said: Vec<RollRow>,
}

#[derive(Debug, Clone)]
pub struct RollSeat {
    pub enrolment: EnrolmentRow,
    /// The line that counts; a cleared cell has none.
    pub line: Option<MarkLine>,
}

/// Somebody's cell of a session and what is to stand in it.
pub type Cell = (EnrolmentId, Mark);

impl RollSeat {
    pub fn kind(&self) -> MarkKind {
        self.line.as_ref().map_or(MarkKind::NotTaken, |line| line.mark.kind())
    }
}

impl AsRef<EnrolmentRow> for RollSeat {
    fn as_ref(&self) -> &EnrolmentRow {
        &self.enrolment
    }
}

impl Roll {
    pub fn count(&self, kind: MarkKind) -> usize {
        self.seats.iter().filter(|seat| seat.kind() == kind).count()
    }

    pub fn minutes(&self) -> u16 {
        self.session.slot.minutes()
    }

    /// The seat of somebody who is expected.
    pub fn seat_of(&self, who: EnrolmentId) -> Option<&RollSeat> {
        self.seats.iter().find(|seat| seat.enrolment.id == who)
    }

    /// Why, and from which sheet, this roll is entered after its day.
    pub fn back_entry(&self) -> Option<&RollRow> {
        self.said.iter().rfind(|said| matches!(said.line, RollLine::BackEntry { .. }))
    }

    /// Whether a mark may be set in this session at all.
    fn allows(&self, mark: Mark, reason: &str) -> Outcome<()> {
        if self.session.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        mark::allowed(mark, self.timing, !reason.is_empty(), self.minutes()).map_err(Trouble::Mark)
    }

    /// On whose behalf a mark may go into somebody's cell, or why it may not. Past days are the office's; where the
    /// office has spoken, it may speak again, with its reason, and nobody else may.
    pub fn layer_for(&self, who: EnrolmentId, mark: Mark, reason: &str) -> Outcome<Layer> {
        self.allows(mark, reason)?;
        let seat = self.seat_of(who).ok_or(Trouble::NotOnRoll)?;
        if self.timing == Timing::Past {
            return Ok(Layer::Office);
        }
        match seat.line.as_ref().filter(|line| line.is_of_office()) {
            Some(line) if reason.is_empty() => Err(Trouble::OfficeSpoke(Box::new(line.clone()))),
            Some(_) => Ok(Layer::Office),
            None => Ok(Layer::Instructor),
        }
    }

    /// A mark that gives the reason of the back entry was read from its sheet.
    fn source(&self, reason: &str, else_by: Source) -> Source {
        match self.back_entry() {
            Some(entry) if entry.line.ground().as_deref() == Some(reason) => Source::Paper,
            _ => else_by,
        }
    }
}

/// Adds a line to a cell. The file is asked again who has spoken, because another desk may have been quicker.
pub(super) fn put(
    writer: &mut Writer<'_>,
    session: SessionId,
    who: EnrolmentId,
    new: NewMark<'_>,
) -> Outcome<()> {
    if new.layer == Layer::Instructor
        && let Some(line) = writer.office_line(session, who)?
    {
        return Err(Trouble::OfficeSpoke(Box::new(line)));
    }
    writer.mark(session, who, new)?;
    Ok(())
}

impl Desk {
    pub fn roll(&self, session: SessionId) -> Outcome<Roll> {
        let session = self.store.session(session)?;
        let class = self.store.class(session.class)?;
        let enrolments = self.store.enrolments(class.id)?;
        self.roll_of(&class, session, &enrolments)
    }

    /// The roll of a session whose class and enrolments were read already.
    pub(super) fn roll_of(
        &self,
        class: &ClassRow,
        session: SessionRow,
        enrolments: &[EnrolmentRow],
    ) -> Outcome<Roll> {
        let mut lines = self.store.marks_of_session(session.id)?;
        let said = self.store.roll_lines(session.id)?;
        let completed = self.completed(session.id, &said, &lines)?;
        lines.retain(|line| line.mark.stands());
        let line_of = |enrolment: EnrolmentId| lines.iter().find(|line| line.enrolment == enrolment).cloned();
        let seats = enrolments
            .iter()
            .filter(|enrolment| is_expected(enrolment, session.day))
            .map(|enrolment| RollSeat { line: line_of(enrolment.id), enrolment: enrolment.clone() })
            .collect();
        let timing = Timing::of(session.day, session.slot, self.now());
        Ok(Roll { timing, class: class.clone(), session, seats, completed, said })
    }

    /// Sets one mark in the cells of some people, in one act. A past day needs a reason; a session to come takes
    /// only leave.
    pub fn mark(
        &mut self,
        session: SessionId,
        people: &[EnrolmentId],
        new: Mark,
        reason: &str,
    ) -> Outcome<()> {
        let cells: Vec<Cell> = people.iter().map(|person| (*person, new)).collect();
        self.mark_cells(Verb::Mark, session, &cells, reason)
    }

    /// Sets the marks of a block of people in one act.
    pub fn mark_block(&mut self, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<()> {
        self.mark_cells(Verb::MarkBlock, session, cells, reason)
    }

    /// Sets the marks that a pasted column brought, in one act.
    pub fn paste_marks(&mut self, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<()> {
        self.mark_cells(Verb::PasteMarks, session, cells, reason)
    }

    fn mark_cells(&mut self, verb: Verb, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<()> {
        if cells.is_empty() {
            return Ok(());
        }
        let roll = self.roll(session)?;
        let reason = line(reason);
        let source = roll.source(&reason, Source::Hand);
        let layer_of = |(who, mark): &Cell| Ok((*who, *mark, roll.layer_for(*who, *mark, &reason)?));
        let cells = cells.iter().map(layer_of).collect::<Outcome<Vec<_>>>()?;
        self.act(verb, |writer| -> Outcome<()> {
            match cells.as_slice() {
                [(one, ..)] => writer.about_enrolment(*one)?,
                _ => writer.about_session(session)?,
            }
            cells.iter().try_for_each(|(who, mark, layer)| {
                let new = NewMark { mark: *mark, source: &source, layer: *layer, reason: &reason };
                put(writer, session, *who, new)
            })
        })
    }

    /// Sets everybody not taken yet, and only them, in one act; returns how many. Whoever is marked by another
    /// process in between keeps that mark. Nobody is left then, so the act says as well that the roll is complete.
    pub fn mark_unmarked(&mut self, session: SessionId, new: Mark, reason: &str) -> Outcome<usize> {
        let roll = self.roll(session)?;
        let reason = line(reason);
        roll.allows(new, &reason)?;
        let source = roll.source(&reason, Source::AllAtOnce);
        let completes = roll.timing != Timing::Ahead && new.stands();
        let open = roll.seats.iter().filter(|seat| seat.line.is_none()).map(|seat| seat.enrolment.id);
        let open =
            open.map(|who| Ok((who, roll.layer_for(who, new, &reason)?))).collect::<Outcome<Vec<_>>>()?;
        if open.is_empty() {
            return Ok(0);
        }
        let marked = self.act(Verb::MarkAll, |writer| -> Outcome<usize> {
            writer.about_session(session)?;
            let mut marked = 0;
            for (who, layer) in open {
                if writer.mark_now(session, who)?.is_none() {
                    put(
                        writer,
                        session,
                        who,
                        NewMark { mark: new, source: &source, layer, reason: &reason },
                    )?;
                    marked += 1;
                }
            }
            // Another process was quicker: an act that did nothing is none.
            if marked == 0 {
                return Err(Trouble::Stopped);
            }
            if completes {
                writer.add_roll_line(session, &RollLine::Completed)?;
            }
            Ok(marked)
        });
        match marked {
            Err(Trouble::Stopped) => Ok(0),
            other => other,
        }
    }

    /// The enrolment that a seat, number, ID or name means.
    pub fn enrolment_named(&self, class: &ClassRow, text: &str) -> Outcome<EnrolmentRow> {
        let who = Who::parse(text).ok_or(Trouble::NoSuchTrainee)?;
        let enrolments = self.store.enrolments(class.id)?;
        let mut found: Vec<EnrolmentRow> =
            enrolments.into_iter().filter(|enrolment| is_meant(&who, enrolment)).collect();
        // Who left and joined again is meant by the present enrolment.
        if found.len() > 1 && found.iter().any(|enrolment| enrolment.left.is_none()) {
            found.retain(|enrolment| enrolment.left.is_none());
        }
        match found.len() {
            0 => Err(Trouble::NoSuchTrainee),
            1 => found.pop().ok_or(Trouble::Store(StoreError::Gone)),
            n => Err(Trouble::Ambiguous(n)),
        }
    }
}

/// Whether somebody on a roster is meant by a seat, number, ID or name.
pub(super) fn is_meant(who: &Who, enrolment: &EnrolmentRow) -> bool {
    match who {
        Who::Seat(seat) => enrolment.seat == *seat,
        Who::Number(number) => enrolment.number == *number,
        Who::Id(id) => enrolment.id_number == id.as_str(),
        Who::Name(name) => enrolment.keys.split(' ').next() == Some(name.to_lowercase().as_str()),
    }
}
