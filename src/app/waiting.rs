//! Seats and those who wait for them: asking, being next, sitting down, giving up. A free seat belongs to whoever
//! asked first, and whether there is one is judged inside the act, so that two desks never give it twice.

use super::limits::EnrolWarning;
use super::{Desk, Outcome, Trouble};
use crate::domain::class::ClassCode;
use crate::domain::ids::{ClassId, EnrolmentId, TraineeId};
use crate::domain::room::Seating;
use crate::store::rows::{ClassRow, WaitedRow, WaitingRow};
use crate::store::{Verb, Writer};
use chrono::NaiveDate;

/// Somebody from the waiting list has a seat.
#[derive(Debug, Clone)]
pub struct Promoted {
    pub enrolment: EnrolmentId,
    pub seat: u32,
    pub joined: NaiveDate,
    pub warnings: Vec<EnrolWarning>,
    /// Who may sit down now, if another seat is free.
    pub next: Option<WaitingRow>,
}

/// A class for which a person waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitsFor {
    pub class: ClassId,
    pub code: ClassCode,
    /// From 1, in the order of asking.
    pub place: u32,
}

impl WaitsFor {
    /// Nothing for a waiting list that the person is no longer on.
    pub(super) fn of(row: WaitedRow) -> Option<Self> {
        row.place.map(|place| Self { class: row.class, code: row.code, place })
    }
}

/// Seats somebody; refused where the class has no seat for them and limits are to be kept.
pub(super) fn seat(
    writer: &mut Writer<'_>,
    class: ClassId,
    trainee: TraineeId,
    joined: NaiveDate,
    category: &str,
    seating: Seating,
) -> Outcome<(EnrolmentId, u32)> {
    if seating == Seating::IfFree {
        let (room, ahead) = (writer.room(class)?, writer.ahead(class, trainee)?);
        if !room.admits(ahead) {
            return Err(Trouble::NoSeat { room, ahead });
        }
    }
    Ok(writer.enrol(class, trainee, joined, category)?)
}

impl Desk {
    /// The waiting list of a class, first come first.
    pub fn waiting(&self, class: ClassId) -> Outcome<Vec<WaitingRow>> {
        Ok(self.store.waiting(class)?)
    }

    /// The first of the waiting list, if a seat is free.
    pub fn next_waiting(&self, class: ClassId) -> Outcome<Option<WaitingRow>> {
        let room = self.store.class(class)?.room();
        if room.waiting == 0 || !room.admits(0) {
            return Ok(None);
        }
        Ok(self.store.waiting(class)?.into_iter().next())
    }

    /// The person of a waiting list that a number, an ID number or a name means.
    pub fn waiting_named(&self, class: &ClassRow, text: &str) -> Outcome<WaitingRow> {
        let person = self.person_named(text)?;
        let mut list = self.store.waiting(class.id)?.into_iter();
        list.find(|waiting| waiting.trainee == person).ok_or(Trouble::NotWaiting)
    }

    /// Puts somebody on file at the end of a waiting list; returns the place.
    pub fn wait_for(&mut self, class: ClassId, trainee: TraineeId, category: &str) -> Outcome<u32> {
        let today = self.today();
        self.act(Verb::Wait, |writer| -> Outcome<u32> { Ok(writer.wait(class, trainee, today, category)?) })
    }

    /// Seats somebody from the waiting list.
    pub fn promote(&mut self, who: &WaitingRow, seating: Seating) -> Outcome<Promoted> {
        let class = self.store.class(who.class)?;
        let joined = self.joining_day(&class, Some(who.trainee))?;
        let warnings = self.enrol_warnings(&class, Some(who.trainee), who.birth, joined)?;
        let (enrolment, seat) = self.act(Verb::Promote, |writer| -> Outcome<_> {
            writer.must_wait(who.id, who.version)?;
            seat(writer, class.id, who.trainee, joined, &who.category, seating)
        })?;
        Ok(Promoted { enrolment, seat, joined, warnings, next: self.next_waiting(class.id)? })
    }

    /// Takes somebody off the waiting list.
    pub fn stop_waiting(&mut self, who: &WaitingRow) -> Outcome<()> {
        self.act(Verb::StopWaiting, |writer| -> Outcome<()> { Ok(writer.stop_waiting(who.id, who.version)?) })
    }
}
