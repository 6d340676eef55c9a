//! What a class may mind about one more person: seats, who asked before, age, the day of joining. One place for the
//! form, the waiting list, transfers, imports and the command line.

use super::{Desk, Outcome};
use crate::domain::ids::TraineeId;
use crate::store::rows::ClassRow;
use chrono::NaiveDate;

/// Limits warn; they never keep a person out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnrolWarning {
    /// More people than the class's capacity.
    OverCapacity { capacity: u32 },
    /// More than the rule pack allows.
    OverClassSize { most: u32 },
    /// The free seats are for those who asked before: so many wait.
    OutOfTurn { ahead: u32 },
    /// Younger on the class's first day than the rule pack says.
    TooYoung { age: u32, least: u32 },
    /// Joins before the class's first day or after its last.
    JoinedOutside(NaiveDate),
}

/// Somebody who asks for a seat, as the limits of a class see them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asks {
    pub(super) birth: NaiveDate,
    pub(super) joined: NaiveDate,
    /// How many wait before them.
    pub(super) ahead: u32,
}

impl Desk {
    /// What a class may mind about one more person, on file or not, who joins on a day.
    pub fn enrol_warnings(
        &self,
        class: &ClassRow,
        known: Option<TraineeId>,
        birth: NaiveDate,
        joined: NaiveDate,
    ) -> Outcome<Vec<EnrolWarning>> {
        let ahead = self.store.ahead(class.id, known)?;
        Ok(self.limits(class, Asks { birth, joined, ahead }))
    }

    pub(super) fn limits(&self, class: &ClassRow, asks: Asks) -> Vec<EnrolWarning> {
        let Asks { birth, joined, ahead } = asks;
        let rules = self.rules_of(class);
        let taken = class.seats_taken + 1;
        let mut warnings = Vec::new();
        if let Some(capacity) = class.capacity.filter(|capacity| taken > *capacity) {
            warnings.push(EnrolWarning::OverCapacity { capacity });
        }
        if taken > rules.class_size_max.value {
            warnings.push(EnrolWarning::OverClassSize { most: rules.class_size_max.value });
        }
        if ahead > 0 && !class.room().admits(ahead) {
            warnings.push(EnrolWarning::OutOfTurn { ahead });
        }
        let age = crate::domain::id_number::age(birth, class.start);
        if age < rules.age_min.value {
            warnings.push(EnrolWarning::TooYoung { age, least: rules.age_min.value });
        }
        if !(class.start..=class.end).contains(&joined) {
            warnings.push(EnrolWarning::JoinedOutside(joined));
        }
        warnings
    }
}
