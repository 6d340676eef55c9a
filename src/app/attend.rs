//! Taking the roll: one session, its seats, their marks.

use super::classes::is_expected;
use super::rolls::Completed;
use super::{Desk, Outcome, Trouble};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{self, Layer, Mark, MarkFault, MarkKind, Source, Timing};
use crate::domain::roll::RollLine;
use crate::domain::who::Who;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, SessionRow};
use crate::store::{NewMark, StoreError, Verb};

/// A session with the people expected in it.
#[derive(Debug, Clone)]
pub struct Roll {
    pub class: ClassRow,
    pub session: SessionRow,
    pub timing: Timing,
    pub seats: Vec<RollSeat>,
    /// The last word that nobody is left to take, if there was one.
    pub completed: Option<Completed>,
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

impl Roll {
    pub fn count(&self, kind: MarkKind) -> usize {
        self.seats.iter().filter(|seat| seat.kind() == kind).count()
    }

    pub fn minutes(&self) -> u16 {
        self.session.slot.minutes()
    }
}

impl Desk {
    pub fn roll(&self, session: SessionId) -> Outcome<Roll> {
        let session = self.store.session(session)?;
        let class = self.store.class(session.class)?;
        let mut lines = self.store.marks_of_session(session.id)?;
        let completed = self.completed(session.id, &lines)?;
        lines.retain(|line| line.mark.stands());
        let mut expected = self.store.enrolments(class.id)?;
        expected.retain(|enrolment| is_expected(enrolment, session.day));
        let line_of = |enrolment: EnrolmentId| lines.iter().find(|line| line.enrolment == enrolment).cloned();
        let seats = expected
            .into_iter()
            .map(|enrolment| RollSeat { line: line_of(enrolment.id), enrolment })
            .collect();
        let timing = Timing::of(session.day, session.slot, self.now());
        Ok(Roll { timing, class, session, seats, completed })
    }

    /// Sets one mark in the cells of some people, in one act. A past day needs a reason; a session to come takes
    /// only leave. Corrections of past days belong to the office.
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
        let reason = crate::domain::written::line(reason);
        let people: Vec<EnrolmentId> = cells.iter().map(|(person, _)| *person).collect();
        let mut layer = Layer::Instructor;
        for (_, new) in cells {
            layer = self.may_mark(&roll, *new, &reason, &people)?;
        }
        self.act(verb, |writer| -> Outcome<()> {
            match people.as_slice() {
                [one] => writer.about_enrolment(*one)?,
                _ => writer.about_session(session)?,
            }
            for (person, mark) in cells {
                let new = NewMark { mark: *mark, source: &Source::Hand, layer, reason: &reason };
                writer.mark(session, *person, new)?;
            }
            Ok(())
        })
    }

    fn may_mark(&self, roll: &Roll, new: Mark, reason: &str, people: &[EnrolmentId]) -> Outcome<Layer> {
        if roll.session.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        mark::allowed(new, roll.timing, !reason.is_empty(), roll.minutes()).map_err(Trouble::Mark)?;
        if people.iter().any(|person| !roll.seats.iter().any(|seat| seat.enrolment.id == *person)) {
            return Err(Trouble::NotOnRoll);
        }
        Ok(if roll.timing == Timing::Past { Layer::Office } else { Layer::Instructor })
    }

    /// Sets everybody not taken yet, and only them, in one act; returns how many. Whoever is marked by another
    /// process in between keeps that mark. Nobody is left then, so the act says as well that the roll is complete.
    pub fn mark_unmarked(&mut self, session: SessionId, new: Mark, reason: &str) -> Outcome<usize> {
        let roll = self.roll(session)?;
        let reason = crate::domain::written::line(reason);
        let everybody: Vec<EnrolmentId> = roll.seats.iter().map(|seat| seat.enrolment.id).collect();
        let layer = self.may_mark(&roll, new, &reason, &everybody)?;
        let completes = roll.timing != Timing::Ahead && new.stands();
        if roll.count(MarkKind::NotTaken) == 0 {
            return Ok(0);
        }
        let marked = self.act(Verb::MarkAll, |writer| -> Outcome<usize> {
            writer.about_session(session)?;
            let mut marked = 0;
            for person in everybody {
                if writer.mark_now(session, person)?.is_none() {
                    writer.mark(
                        session,
                        person,
                        NewMark { mark: new, source: &Source::AllAtOnce, layer, reason: &reason },
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
        let is = |enrolment: &EnrolmentRow| match &who {
            Who::Seat(seat) => enrolment.seat == *seat,
            Who::Number(number) => enrolment.number == *number,
            Who::Id(id) => enrolment.id_number == id.as_str(),
            Who::Name(name) => enrolment.keys.split(' ').next() == Some(name.to_lowercase().as_str()),
        };
        let mut found: Vec<EnrolmentRow> = enrolments.into_iter().filter(is).collect();
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
