//! Several people of the roll at once: begun where the cursor stands, drawn out with the arrows, set by one digit.

use super::Roll;
use crate::domain::ids::EnrolmentId;
use std::ops::RangeInclusive;

/// Where the block was begun; its other end is the chosen place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) from: usize,
}

impl Roll {
    /// Begins a block at the chosen person, or gives it up.
    pub(super) fn toggle_block(&mut self) {
        self.block = match self.block {
            Some(_) => None,
            None => Some(Block { from: self.at }),
        };
        self.jump.clear();
    }

    /// The places of the block; without one, the chosen place alone.
    pub(super) fn places(&self) -> RangeInclusive<usize> {
        let from = self.block.map_or(self.at, |block| block.from);
        from.min(self.at)..=from.max(self.at)
    }

    /// Whom the next mark is for.
    pub(super) fn picked(&self) -> Vec<EnrolmentId> {
        let seats = self.hand.taken.seats.get(self.places()).unwrap_or_default();
        seats.iter().map(|seat| seat.enrolment.id).collect()
    }
}
