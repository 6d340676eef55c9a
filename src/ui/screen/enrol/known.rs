//! A person on file as the card shows them: statuses, classes so far with their hours.

use crate::app::Desk;
use crate::app::Outcome;
use crate::app::enrol::{Person, draft_of};
use crate::domain::ids::{ClassId, TraineeId};
use crate::domain::person::TraineeDraft;
use crate::domain::status::Status;
use crate::store::rows::PastClass;
use chrono::NaiveDate;

/// Classes whose hours are added up for the card; older ones are one step away in the ledger.
const MOST_PAST: usize = 5;

pub(super) struct Known {
    pub(super) person: Person,
    pub(super) past: Vec<Past>,
    /// The fields as they stood on file when they were read.
    pub(super) base: TraineeDraft,
}

pub(super) struct Past {
    pub(super) class: PastClass,
    pub(super) credited: u32,
    pub(super) required: u32,
}

impl Known {
    pub(super) fn read(desk: &Desk, id: TraineeId) -> Outcome<Self> {
        let person = desk.person(id)?;
        let mut past = Vec::new();
        for class in person.classes.iter().take(MOST_PAST) {
            let totals = desk.person_ledger(&desk.class(class.class)?, class.enrolment)?.totals;
            past.push(Past {
                class: class.clone(),
                credited: totals.credited.get(),
                required: totals.required.get(),
            });
        }
        let base = draft_of(&person.row.trainee);
        Ok(Self { person, past, base })
    }

    pub(super) fn id(&self) -> TraineeId {
        self.person.row.id
    }

    pub(super) fn name(&self) -> &str {
        self.person.row.trainee.name.as_str()
    }

    pub(super) fn status(&self) -> Option<&Status> {
        self.person.statuses.first().map(|row| &row.status)
    }

    /// Where the person waits, if it is for this class.
    pub(super) fn waits_for(&self, class: ClassId) -> Option<u32> {
        self.person.waiting.iter().find(|waits| waits.class == class).map(|waits| waits.place)
    }

    /// The last time the person was in this class, if they left it.
    pub(super) fn was_in(&self, class: ClassId) -> Option<&Past> {
        self.past.iter().find(|past| past.class.class == class && past.class.left.is_some())
    }

    /// Whether the person has a seat in a class that has not ended.
    pub(super) fn is_in_training(&self, today: NaiveDate) -> bool {
        self.person.classes.iter().any(|past| past.left.is_none() && past.end >= today)
    }

    pub(super) fn sits_in(&self, class: ClassId) -> bool {
        self.seat_in(class).is_some()
    }

    /// Where the person sits now, if it is in this class.
    pub(super) fn seat_in(&self, class: ClassId) -> Option<u32> {
        let sits = |past: &&PastClass| past.class == class && past.left.is_none();
        self.person.classes.iter().find(sits).map(|past| past.seat)
    }
}
