//! Taking the roll: one session, its seats, their marks; and the one place that says whose word counts in a cell.
//!
//! There are two layers. The instructor marks at the session; the office corrects, with a reason. Where the office has
//! spoken, an instructor's line (and a machine's, which speaks for the instructor) never goes over it, whichever way
//! it comes: one cell, everybody at once, or a block. An office that clears a cell gives it back. Nor does the office
//! change what an instructor marked without saying why.

use super::classes::is_expected;
use super::rolls::Completed;
use super::{Desk, Outcome, Trouble, clock};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{self, Layer, Mark, MarkFault, MarkKind, Source, Timing};
use crate::domain::operator::{Right, Role};
use crate::domain::roll::RollLine;
use crate::domain::who::Who;
use crate::domain::written::line;
use crate::store::rows::{ClassRow, EnrolmentRow, MarkLine, OperatorRow, RollRow, SessionRow};
use crate::store::{NewMark, StoreError, Verb, Writer};
use std::collections::HashSet;
use std::rc::Rc;

/// A session with the people expected in it.
#[derive(Debug, Clone)]
pub struct Roll {
    pub class: ClassRow,
    pub session: SessionRow,
    pub timing: Timing,
    /// Whoever is expected, and whoever is not and has a mark that says what happened: it earns class hours, so it
    /// must be seen and can be corrected.
    pub seats: Vec<RollSeat>,
    /// The last word that nobody is left to take, if there was one.
    pub completed: Option<Completed>,
    /// What was said of the roll as a whole, first to last.
    pub said: Vec<RollRow>,
    /// As whom the office works here; nobody where everybody may do everything, or for an instructor.
    office: Option<Rc<Office>>,
}

/// Who may correct, and over whose marks only with a reason.
#[derive(Debug)]
struct Office {
    operator: String,
    instructors: HashSet<String>,
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
    /// What counts in the cell; cleared where nobody wrote in it.
    pub fn mark(&self) -> Mark {
        self.line.as_ref().map_or(Mark::Cleared, |line| line.mark)
    }

    pub fn kind(&self) -> MarkKind {
        self.mark().kind()
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

    /// Whether somebody of this roll is in the class that day; else only a mark keeps the seat here.
    pub fn expects(&self, seat: &RollSeat) -> bool {
        is_expected(&seat.enrolment, &self.session)
    }

    /// How many are expected.
    pub fn expected(&self) -> usize {
        self.seats.iter().filter(|seat| self.expects(seat)).count()
    }

    /// The seat of somebody on this roll.
    pub fn seat_of(&self, who: EnrolmentId) -> Option<&RollSeat> {
        self.seats.iter().find(|seat| seat.enrolment.id == who)
    }

    /// Why, and from which sheet, this roll is entered after its day.
    pub fn back_entry(&self) -> Option<&RollRow> {
        entry_of(&self.said)
    }

    /// Whether a mark may be set in this session at all.
    fn allows(&self, mark: Mark, reason: &str) -> Outcome<()> {
        if self.session.cancelled.is_some() {
            return Err(Trouble::Mark(MarkFault::Cancelled));
        }
        mark::allowed(mark, self.timing, !reason.is_empty(), self.minutes()).map_err(Trouble::Mark)
    }

    /// On whose behalf a mark may go into somebody's cell, or why it may not. Past days are the office's; where the
    /// office has spoken, it may speak again, with its reason, and nobody else may. Over what somebody else marked, who
    /// may correct speaks for the office on the day itself too, if they give a reason; over an instructor's mark they
    /// must. Else they take the roll as anybody does.
    pub fn layer_for(&self, who: EnrolmentId, mark: Mark, reason: &str) -> Outcome<Layer> {
        self.allows(mark, reason)?;
        let seat = self.seat_of(who).ok_or(Trouble::NotOnRoll)?;
        if self.timing == Timing::Past {
            return Ok(Layer::Office);
        }
        let Some(line) = &seat.line else { return Ok(Layer::Instructor) };
        if line.is_of_office() {
            let spoke = || Trouble::OfficeSpoke(Box::new(line.clone()));
            return if reason.is_empty() { Err(spoke()) } else { Ok(Layer::Office) };
        }
        match self.office.as_ref().filter(|office| line.operator != office.operator) {
            Some(_) if !reason.is_empty() => Ok(Layer::Office),
            Some(office) if line.mark != mark && office.instructors.contains(&line.operator) => {
                Err(Trouble::InstructorSpoke(Box::new(line.clone())))
            }
            _ => Ok(Layer::Instructor),
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
    session: &SessionRow,
    who: EnrolmentId,
    new: NewMark<'_>,
) -> Outcome<()> {
    if new.layer == Layer::Instructor
        && let Some(line) = writer.office_line(session.id, who)?
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
        self.roll_of(&class, session, &enrolments, self.office()?)
    }

    /// The rolls of some sessions of a class.
    pub(super) fn rolls_in(
        &self,
        class: &ClassRow,
        sessions: impl IntoIterator<Item = SessionRow>,
        enrolments: &[EnrolmentRow],
    ) -> Outcome<Vec<Roll>> {
        let office = self.office()?;
        let sessions = sessions.into_iter();
        sessions.map(|session| self.roll_of(class, session, enrolments, office.clone())).collect()
    }

    fn roll_of(
        &self,
        class: &ClassRow,
        session: SessionRow,
        enrolments: &[EnrolmentRow],
        office: Option<Rc<Office>>,
    ) -> Outcome<Roll> {
        let mut lines = self.store.marks_of_session(session.id)?;
        let said = self.store.roll_lines(session.id)?;
        let completed = self.completed(session.id, &said, &lines)?;
        lines.retain(|line| line.mark.stands());
        let seat_of = |enrolment: &EnrolmentRow| {
            let line = lines.iter().find(|line| line.enrolment == enrolment.id);
            let seat = || RollSeat { line: line.cloned(), enrolment: enrolment.clone() };
            is_on_roll(enrolment, &session, line).then(seat)
        };
        let seats = enrolments.iter().filter_map(seat_of).collect();
        let timing = Timing::of(session.day, session.slot, self.now());
        Ok(Roll { timing, class: class.clone(), session, seats, completed, said, office })
    }

    fn office(&self) -> Outcome<Option<Rc<Office>>> {
        let role = match self.role() {
            // who only reads corrects nothing
            Err(Trouble::SignIn) => None,
            other => other?,
        };
        if !role.is_some_and(|role| role.may(Right::PastDays)) {
            return Ok(None);
        }
        let is_instructor =
            |row: &OperatorRow| row.credential.as_ref().is_some_and(|here| here.role == Role::Instructor);
        let operators = self.store.operators()?.into_iter();
        let instructors = operators.filter(is_instructor).map(|row| row.name).collect();
        Ok(Some(Rc::new(Office { operator: self.operator.clone(), instructors })))
    }

    /// Sets one mark in the cells of some people, in one act. A past day needs a reason; a session to come takes
    /// only leave. Returns how many were written: where nothing stands there is nothing to clear.
    pub fn mark(
        &mut self,
        session: SessionId,
        people: &[EnrolmentId],
        new: Mark,
        reason: &str,
    ) -> Outcome<usize> {
        let cells: Vec<Cell> = people.iter().map(|person| (*person, new)).collect();
        self.mark_cells(Verb::Mark, session, &cells, reason)
    }

    /// Sets the marks of a block of people in one act.
    pub fn mark_block(&mut self, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<()> {
        self.mark_cells(Verb::MarkBlock, session, cells, reason).map(|_| ())
    }

    /// Sets the marks that a pasted column brought, in one act.
    pub fn paste_marks(&mut self, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<()> {
        self.mark_cells(Verb::PasteMarks, session, cells, reason).map(|_| ())
    }

    fn mark_cells(&mut self, verb: Verb, session: SessionId, cells: &[Cell], reason: &str) -> Outcome<usize> {
        if cells.is_empty() {
            return Ok(0);
        }
        let roll = self.roll(session)?;
        let reason = line(reason);
        let says =
            |(who, mark): &&Cell| mark.stands() || roll.seat_of(*who).is_none_or(|seat| seat.line.is_some());
        let cells: Vec<Cell> = cells.iter().filter(says).copied().collect();
        if cells.is_empty() {
            return Ok(0);
        }
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
                put(writer, &roll.session, *who, new)
            })
        })?;
        Ok(cells.len())
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
                // nothing stands there, so neither does the office's word
                if writer.mark_now(session, who)?.is_none() {
                    let new = NewMark { mark: new, source: &source, layer, reason: &reason };
                    writer.mark(&roll.session, who, new)?;
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

/// Whether somebody stands on the roll of a session, with the line that counts there: expected, or marked as it
/// happened. Leave announced ahead is no such mark: whoever left the class since is simply not there.
pub(super) fn is_on_roll(enrolment: &EnrolmentRow, session: &SessionRow, line: Option<&MarkLine>) -> bool {
    let timing = |line: &MarkLine| Timing::of(session.day, session.slot, clock::moment(line.wall_ms));
    is_expected(enrolment, session) || line.is_some_and(|line| line.mark.holds(timing(line)))
}

/// Under which a roll is entered after its day, of all that was said of it.
pub(super) fn entry_of(said: &[RollRow]) -> Option<&RollRow> {
    said.iter().rfind(|said| matches!(said.line, RollLine::BackEntry { .. }))
}

/// Whether somebody on a roster is meant by a seat, number, ID or name.
pub fn is_meant(who: &Who, enrolment: &EnrolmentRow) -> bool {
    match who {
        Who::Seat(seat) => enrolment.seat == *seat,
        Who::Number(number) => enrolment.number == *number,
        Who::Id(id) => enrolment.id_number == id.as_str(),
        Who::Name(name) => enrolment.keys.split(' ').next() == Some(name.to_lowercase().as_str()),
    }
}
