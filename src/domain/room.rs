//! How much room a class has, and who may sit down: a free seat belongs to whoever asked first.

/// The seats of a class as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// `None`: as many as come.
    pub capacity: Option<u32>,
    /// Enrolments that have not ended.
    pub taken: u32,
    /// People on the waiting list.
    pub waiting: u32,
}

/// How somebody is to be seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seating {
    /// Only on a free seat that nobody asked for before.
    IfFree,
    /// Also beyond the capacity and before those who wait: limits warn, they keep nobody out.
    Always,
}

impl Room {
    /// Seats on which nobody sits; `None` where there is no limit.
    pub fn free(self) -> Option<u32> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.taken))
    }

    /// People beyond the capacity.
    pub fn over(self) -> u32 {
        self.capacity.map_or(0, |capacity| self.taken.saturating_sub(capacity))
    }

    /// How many of those who wait can sit down now.
    pub fn can_move_up(self) -> u32 {
        self.free().map_or(self.waiting, |free| free.min(self.waiting))
    }

    /// Whether there is a seat for somebody before whom so many others wait.
    pub fn admits(self, ahead: u32) -> bool {
        self.free().is_none_or(|free| free > ahead)
    }

    /// Whether whoever walks in now must wait.
    pub fn is_full(self) -> bool {
        !self.admits(self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_seat_belongs_to_whoever_asked_first() {
        let room = |taken, waiting| Room { capacity: Some(2), taken, waiting };
        assert!(!room(1, 0).is_full() && room(2, 0).is_full());
        assert!(room(1, 1).is_full() && room(1, 1).admits(0), "the seat is for the first who waits");
        assert_eq!((room(3, 0).free(), room(3, 0).over()), (Some(0), 1));
        let endless = Room { capacity: None, taken: 900, waiting: 3 };
        assert!(!endless.is_full() && endless.free().is_none());
        let can_move_up = [room(0, 3), room(1, 3), room(1, 0), room(4, 3), endless].map(Room::can_move_up);
        assert_eq!(can_move_up, [2, 1, 0, 0, 3]);
    }
}
