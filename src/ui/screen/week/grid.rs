//! Places in the week, and which part of it was last in sight. Knows no marks.

use crate::domain::ids::{EnrolmentId, SessionId};
use crate::ui::screen::cursor::Cursor;
use crate::ui::widget::table::scrolled;
use std::cell::Cell;
use std::ops::Range;

/// A cell of the week, by the order of people and of sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) person: usize,
    pub(super) session: usize,
}

/// A cell of the week by whose it is: where it stands is looked up when it is used or drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    pub(super) person: Cursor<EnrolmentId>,
    pub(super) session: Cursor<SessionId>,
}

/// People and sessions between two places, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) people: Range<usize>,
    pub(super) sessions: Range<usize>,
}

impl Area {
    pub(super) fn between(a: Place, b: Place) -> Self {
        let range = |a: usize, b: usize| a.min(b)..a.max(b) + 1;
        Self { people: range(a.person, b.person), sessions: range(a.session, b.session) }
    }

    pub(super) fn holds(&self, place: Place) -> bool {
        self.people.contains(&place.person) && self.sessions.contains(&place.session)
    }

    pub(super) fn cells(&self) -> usize {
        self.people.len() * self.sessions.len()
    }
}

/// What the last drawing learned about its room; losing it costs a jump, nothing more.
#[derive(Debug, Default)]
pub(super) struct Grid {
    top: Cell<usize>,
    left: Cell<usize>,
    rows: Cell<usize>,
}

impl Grid {
    /// People to the next page.
    pub(super) fn page(&self) -> usize {
        self.rows.get().max(1)
    }

    /// The first person and the first session to show, so that the chosen cell is in sight.
    pub(super) fn scroll(
        &self,
        at: Place,
        rows: usize,
        columns: usize,
        people: usize,
        sessions: usize,
    ) -> Place {
        let person = scrolled(self.top.get(), at.person, rows, people);
        let session = scrolled(self.left.get(), at.session, columns, sessions);
        self.top.set(person);
        self.left.set(session);
        self.rows.set(rows);
        Place { person, session }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_has_both_ends_whichever_came_first() {
        let (a, b) = (Place { person: 4, session: 1 }, Place { person: 2, session: 3 });
        let area = Area::between(a, b);
        assert_eq!((area.cells(), Area::between(b, a)), (9, area.clone()));
        assert!(area.holds(a) && area.holds(b) && !area.holds(Place { person: 1, session: 2 }));
    }

    #[test]
    fn the_chosen_cell_is_in_sight() {
        let grid = Grid::default();
        let at = |person, session| Place { person, session };
        assert_eq!(grid.scroll(at(0, 0), 10, 5, 30, 20), at(0, 0));
        assert_eq!(grid.scroll(at(12, 6), 10, 5, 30, 20), at(3, 2));
        assert_eq!(grid.scroll(at(5, 4), 10, 5, 30, 20), at(3, 2));
        assert_eq!(grid.scroll(at(0, 0), 40, 40, 30, 20), at(0, 0));
    }
}
