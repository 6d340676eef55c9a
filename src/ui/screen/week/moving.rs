//! Going about in the week: cells, pages, people by their letters, and the block that arrows extend.

use super::grid::{Area, Place};
use super::{Pending, WeekPage, Work};
use crate::domain::mark::{End, Mark};
use crate::store::rows::EnrolmentRow;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use crate::ui::paint::Click;
use crate::ui::screen::Route;
use crate::ui::screen::seek::{Seek, Seeker};
use std::collections::HashMap;

impl WeekPage {
    fn last(&self) -> Place {
        Place {
            person: self.week.people.len().saturating_sub(1),
            session: self.week.rolls.len().saturating_sub(1),
        }
    }

    pub(super) fn go(&mut self, to: Place, ctx: &mut Ctx<'_>) {
        let last = self.last();
        self.at = Place { person: to.person.min(last.person), session: to.session.min(last.session) };
        self.tell(ctx);
    }

    pub(super) fn walk(&mut self, key: Key, ctx: &mut Ctx<'_>) -> Flow {
        let (Place { person, session }, last, page) = (self.at, self.last(), self.grid.page());
        let to = |person, session| Place { person, session };
        let to = match key {
            Key::Esc if self.anchor.is_some() => {
                self.anchor = None;
                return Flow::Stay;
            }
            Key::Up => to(person.saturating_sub(1), session),
            Key::Down => to(person + 1, session),
            Key::Left => to(person, session.saturating_sub(1)),
            Key::Right => to(person, session + 1),
            Key::PgUp => to(person.saturating_sub(page), session),
            Key::PgDn => to(person + page, session),
            // along the column, as in every list; a block that has all of it grows along the row
            Key::Home if person == 0 && self.anchor.is_some() => to(0, 0),
            Key::Home => to(0, session),
            Key::End if person == last.person && self.anchor.is_some() => last,
            Key::End => to(last.person, session),
            _ => return Flow::Unused,
        };
        self.seek.jump.clear();
        self.go(to, ctx);
        Flow::Stay
    }

    /// The block, while there is one.
    pub(super) fn area(&self) -> Option<Area> {
        self.anchor.map(|anchor| Area::between(anchor, self.at))
    }

    pub(super) fn toggle_block(&mut self) {
        self.anchor = if self.anchor.is_some() { None } else { Some(self.at) };
        self.seek.jump.clear();
    }

    pub(super) fn take_column(&mut self) {
        self.anchor = Some(Place { person: 0, session: self.at.session });
        self.at.person = self.last().person;
    }

    pub(super) fn take_row(&mut self) {
        self.anchor = Some(Place { person: self.at.person, session: 0 });
        self.at.session = self.last().session;
    }

    /// Enter: a seat number is complete, the next field of the form, else the roll of the session.
    pub(super) fn enter_key(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            return form.input(&crate::ui::input::Input::Key(Key::Enter), ctx.lang);
        }
        if self.completes_seat(ctx) {
            return Flow::Stay;
        }
        let Some(roll) = self.roll() else { return Flow::Stay };
        Flow::Go(match self.seat() {
            Some(seat) => Route::RollOf(roll.session.id, seat.enrolment.id),
            None => Route::Roll(roll.session.id),
        })
    }

    /// A cell is numbered by person and session; a head stands for its column.
    pub(super) fn clicked(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let sessions = self.week.rolls.len();
        match target {
            Click::Row(cell) if sessions > 0 && cell < sessions * self.week.people.len() => {
                self.anchor = None;
                self.seek.jump.clear();
                self.go(Place { person: cell / sessions, session: cell % sessions }, ctx);
            }
            Click::Target(session) if session < sessions => {
                self.at.session = session;
                self.take_column();
                self.tell(ctx);
            }
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    /// After something was taken back: if it was one cell, that cell is chosen.
    pub(super) fn read_and_follow(&mut self, ctx: &mut Ctx<'_>) {
        let before = self.lines();
        self.reread(ctx);
        let now = self.lines();
        let mut changed = now.iter().filter(|(place, line)| before.get(*place) != Some(line));
        if let (Some(((person, session), _)), None) = (changed.next(), changed.next()) {
            self.go(Place { person: *person, session: *session }, ctx);
        }
    }

    fn lines(&self) -> HashMap<(usize, usize), Option<crate::domain::ids::MarkId>> {
        let (people, sessions) = (self.week.people.len(), self.week.rolls.len());
        let places = (0..people).flat_map(|person| (0..sessions).map(move |session| (person, session)));
        let line = |(person, session)| {
            let seat = self.week.seat(person, session);
            ((person, session), seat.and_then(|seat| seat.line.as_ref()).map(|line| line.id))
        };
        places.map(line).collect()
    }
}

impl Seeker for WeekPage {
    type Person = EnrolmentRow;

    fn seek(&mut self) -> (&mut Seek, &[EnrolmentRow]) {
        (&mut self.seek, &self.week.people)
    }

    fn found(&mut self, nth: usize, ctx: &mut Ctx<'_>) {
        self.go(Place { person: nth, ..self.at }, ctx);
    }

    fn digit(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        match digit {
            '0' => self.mark_with(Mark::Cleared, ctx),
            '1' => self.mark_with(Mark::PRESENT, ctx),
            '2' => self.mark_end(End::Late, ctx),
            '3' => self.mark_end(End::Early, ctx),
            '4' => self.mark_leave(ctx),
            '5' => self.mark_with(Mark::Absent, ctx),
            _ => Flow::Unused,
        }
    }

    fn everybody(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.write(Work::All, ctx)
    }
}

impl Pending {
    /// The classes that were offered, and nothing else.
    pub(super) fn class(&self, nth: usize) -> Option<crate::domain::ids::ClassId> {
        match self {
            Self::Class(classes) => classes.get(nth).copied(),
            _ => None,
        }
    }
}
