//! People at the door: whom a scanned number means, seen from a roll, and what mark they have earned by coming now.

use super::attend::{Roll, is_meant};
use super::{Desk, Outcome};
use crate::domain::hours::Minutes;
use crate::domain::ids::{ClassId, EnrolmentId, SessionId, TraineeId};
use crate::domain::mark::{End, Mark, Timing, missed_by};
use crate::domain::who::Who;
use crate::store::rows::PastClass;

/// Whom a number means.
#[derive(Debug, Clone)]
pub enum Person {
    OnRoll(EnrolmentId),
    Elsewhere(Elsewhere),
    /// On file nowhere.
    Unknown,
}

/// Somebody who is not due in this session.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    pub id: TraineeId,
    pub name: String,
    /// The class they are in, the newest one; whether they left it is in it.
    pub class: Option<PastClass>,
    /// Where they are due now, if their class has a session on.
    pub session: Option<SessionId>,
}

/// The mark of somebody who comes now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    Mark(Mark),
    NotBegun,
    /// The session is over, or of another day.
    Over,
}

impl Desk {
    /// Whom a number means: somebody of the roll, or of the file. Names and seats mean people of the roll only.
    pub fn person_meant(&self, roll: &Roll, who: &Who) -> Outcome<Person> {
        if let Some(seat) = roll.seats.iter().find(|seat| is_meant(who, &seat.enrolment)) {
            return Ok(Person::OnRoll(seat.enrolment.id));
        }
        let found = match who {
            Who::Id(id) => {
                let row = self.store.trainee_by_id_number(id)?;
                row.map(|row| (row.id, row.trainee.name.as_str().to_owned()))
            }
            Who::Number(number) => self.store.find_number(*number, 1)?.pop().map(|row| (row.id, row.name)),
            Who::Seat(_) | Who::Name(_) => None,
        };
        match found {
            Some((id, name)) => self.arrives_elsewhere(id, &name).map(Person::Elsewhere),
            None => Ok(Person::Unknown),
        }
    }

    fn arrives_elsewhere(&self, id: TraineeId, name: &str) -> Outcome<Elsewhere> {
        let mut classes = self.store.classes_of(id)?;
        // where they sit now comes before where they sat
        classes.sort_by_key(|class| class.left.is_some());
        let class = classes.into_iter().next();
        let session =
            class.as_ref().filter(|class| class.left.is_none()).map(|class| self.on_now(class.class));
        Ok(Elsewhere { id, name: name.to_owned(), class, session: session.transpose()?.flatten() })
    }

    fn on_now(&self, class: ClassId) -> Outcome<Option<SessionId>> {
        let now = self.now();
        let is_on = |session: &crate::store::rows::SessionRow| {
            session.cancelled.is_none() && session.day == now.day && session.slot.has(now.time)
        };
        Ok(self.store.sessions(class)?.into_iter().find(is_on).map(|session| session.id))
    }

    /// What somebody who comes now has earned: present, and after the grace of the rule pack late by the clock.
    pub fn arrival(&self, roll: &Roll) -> Arrival {
        let (now, session) = (self.now(), &roll.session);
        match Timing::of(session.day, session.slot, now) {
            Timing::Ahead => return Arrival::NotBegun,
            Timing::Now if session.slot.has(now.time) => {}
            Timing::Now | Timing::Past => return Arrival::Over,
        }
        let grace = self.rules_of(&roll.class).grace_minutes.value;
        let late = missed_by(End::Late, session.day, session.slot, now);
        let late = late.filter(|late| late.get() > grace).unwrap_or_default();
        Arrival::Mark(Mark::Present { late, early: Minutes::ZERO })
    }
}
