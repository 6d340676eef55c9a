//! Several people of the roll at once: begun where the cursor stands, drawn out with the arrows, set by one digit.

use super::Roll;
use crate::domain::ids::EnrolmentId;
use std::ops::Range;

/// With whom the block was begun; its other end is the chosen one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) from: EnrolmentId,
}

impl Roll {
    /// Begins a block at the chosen person, or gives it up.
    pub(super) fn toggle_block(&mut self) {
        self.block = match self.block {
            Some(_) => None,
            None => self.chosen().map(|seat| Block { from: seat.enrolment.id }),
        };
        self.jump.clear();
    }

    /// The places of the block; without one, the chosen place alone; none where nobody is chosen.
    pub(super) fn places(&self) -> Range<usize> {
        let Some(at) = self.place() else { return 0..0 };
        let from = self.block.and_then(|block| self.hand.place(block.from)).unwrap_or(at);
        from.min(at)..from.max(at) + 1
    }

    /// One end of it is off the roll: then nobody knows any more whom it was for.
    pub(super) fn mind_block(&mut self) {
        let is_whole = |block: &Block| self.place().and(self.hand.place(block.from)).is_some();
        self.block = self.block.filter(is_whole);
    }

    /// Whom the next mark is for.
    pub(super) fn picked(&self) -> Vec<EnrolmentId> {
        let seats = self.hand.taken.seats.get(self.places()).unwrap_or_default();
        seats.iter().map(|seat| seat.enrolment.id).collect()
    }
}
