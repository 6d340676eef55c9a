//! Going about in the week: cells, pages, people by their letters, and the block that arrows extend.

use super::grid::{Area, Place, Spot};
use super::{WeekPage, Work};
use crate::app::attend::{Roll, RollSeat};
use crate::domain::ids::{EnrolmentId, MarkId, SessionId};
use crate::domain::mark::Timing;
use crate::store::rows::EnrolmentRow;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use crate::ui::paint::Click;
use crate::ui::screen::Route;
use crate::ui::screen::cursor::Cursor;
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::seek::wish::Wish;
use std::collections::HashMap;

impl WeekPage {
    fn people(&self) -> Vec<EnrolmentId> {
        self.week.people.iter().map(|person| person.id).collect()
    }

    fn sessions(&self) -> Vec<SessionId> {
        self.week.rolls.iter().map(|roll| roll.session.id).collect()
    }

    pub(super) fn person_at(&self) -> Option<usize> {
        self.at.person.place(&self.people())
    }

    pub(super) fn session_at(&self) -> Option<usize> {
        self.at.session.place(&self.sessions())
    }

    /// The cell of a spot, while both its person and its session are in the week.
    fn place(&self, spot: Spot) -> Option<Place> {
        let (person, session) = (spot.person.place(&self.people())?, spot.session.place(&self.sessions())?);
        Some(Place { person, session })
    }

    pub(super) fn chosen(&self) -> Option<Place> {
        self.place(self.at)
    }

    /// What has to be in sight.
    pub(super) fn in_sight(&self) -> Place {
        let (people, sessions) = (self.people(), self.sessions());
        Place { person: self.at.person.in_sight(&people), session: self.at.session.in_sight(&sessions) }
    }

    pub(super) fn spot(&self, place: Place) -> Spot {
        Spot {
            person: Cursor::on(place.person, &self.people()),
            session: Cursor::on(place.session, &self.sessions()),
        }
    }

    /// What one most likely comes for: the session that goes on or was the last, else the first of the week.
    pub(super) fn home(&self) -> Place {
        let begun = |roll: &Roll| roll.timing != Timing::Ahead && roll.session.cancelled.is_none();
        Place { person: 0, session: self.week.rolls.iter().rposition(begun).unwrap_or(0) }
    }

    /// The week was read: another week has other sessions. A block that lost a corner is none, and what was asked about
    /// it is not answered with a single cell.
    pub(super) fn settle(&mut self, is_other: bool) {
        let (people, sessions) = (self.people(), self.sessions());
        if is_other && self.session_at().is_none() {
            self.at.session = Cursor::on(self.home().session, &sessions);
        }
        self.at.person.settle(&people);
        self.at.session.settle(&sessions);
        if self.anchor.is_some() && self.area().is_none() {
            (self.anchor, self.pending) = (None, None);
        }
    }

    fn last(&self) -> Place {
        Place {
            person: self.week.people.len().saturating_sub(1),
            session: self.week.rolls.len().saturating_sub(1),
        }
    }

    pub(super) fn go(&mut self, to: Place, ctx: &mut Ctx<'_>) {
        self.at = self.spot(to);
        self.tell(ctx);
    }

    pub(super) fn walk(&mut self, key: Key, ctx: &mut Ctx<'_>) -> Flow {
        let (Place { person, session }, last, page) = (self.in_sight(), self.last(), self.grid.page());
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
        self.jump.clear();
        // from a cell that is gone, first back to where it stood
        let to = if self.chosen().is_some() { to } else { self.in_sight() };
        self.go(to, ctx);
        Flow::Stay
    }

    /// The block, while there is one.
    pub(super) fn area(&self) -> Option<Area> {
        Some(Area::between(self.place(self.anchor?)?, self.chosen()?))
    }

    pub(super) fn toggle_block(&mut self) {
        self.anchor = if self.anchor.is_some() { None } else { Some(self.at) };
        self.jump.clear();
    }

    pub(super) fn take_column(&mut self, ctx: &mut Ctx<'_>) {
        let here = self.in_sight();
        self.anchor = Some(self.spot(Place { person: 0, ..here }));
        self.go(Place { person: self.last().person, ..here }, ctx);
    }

    pub(super) fn take_row(&mut self, ctx: &mut Ctx<'_>) {
        let here = self.in_sight();
        self.anchor = Some(self.spot(Place { session: 0, ..here }));
        self.go(Place { session: self.last().session, ..here }, ctx);
    }

    /// Enter: a seat number is complete, the next field of the form, else the roll of the session.
    pub(super) fn enter_key(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.form.input(&crate::ui::input::Input::Key(Key::Enter), ctx.lang) {
            return flow;
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
                // in a block it is the other corner
                self.jump.clear();
                self.go(Place { person: cell / sessions, session: cell % sessions }, ctx);
            }
            Click::Target(session) if session < sessions => {
                self.go(Place { session, ..self.in_sight() }, ctx);
                self.take_column(ctx);
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
        let mut changed = now.iter().filter(|(cell, line)| before.get(*cell) != Some(line));
        if let (Some(((session, who), _)), None) = (changed.next(), changed.next()) {
            self.at.session.choose(*session);
            self.at.person.choose(*who);
            self.tell(ctx);
        }
    }

    fn lines(&self) -> HashMap<(SessionId, EnrolmentId), Option<MarkId>> {
        let of_roll = |roll: &'_ Roll| {
            let session = roll.session.id;
            let line =
                move |seat: &RollSeat| ((session, seat.enrolment.id), seat.line.as_ref().map(|line| line.id));
            roll.seats.iter().map(line).collect::<Vec<_>>()
        };
        self.week.rolls.iter().flat_map(of_roll).collect()
    }
}

impl Seeker for WeekPage {
    type Person = EnrolmentRow;

    fn seek(&mut self) -> (&mut Jump, &[EnrolmentRow]) {
        (&mut self.jump, &self.week.people)
    }

    fn found(&mut self, who: EnrolmentId, ctx: &mut Ctx<'_>) {
        self.at.person.choose(who);
        self.tell(ctx);
    }

    fn mark(&mut self, wish: Wish, ctx: &mut Ctx<'_>) -> Flow {
        match wish {
            Wish::Plain(mark) => self.mark_with(mark, ctx),
            Wish::End(end) => self.mark_end(end, ctx),
            Wish::Leave => self.mark_leave(ctx),
        }
    }

    fn everybody(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.write(Work::All, ctx)
    }
}
