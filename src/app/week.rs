//! The roll over a week: people by sessions, and one mark for a block of cells as one act.

use super::attend::{Roll, put};
use super::{Desk, Outcome, Trouble};
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::mark::{Layer, Mark, MarkFault, MarkKind, Source, Timing};
use crate::domain::written::line;
use crate::store::rows::{ClassRow, EnrolmentRow, SessionRow};
use crate::store::{NewMark, StoreError, Verb};
use chrono::{Datelike, Days, NaiveDate};

/// A class in one week, Monday to Sunday.
#[derive(Debug, Clone)]
pub struct Week {
    pub class: ClassRow,
    pub monday: NaiveDate,
    /// In order of time, cancelled sessions too.
    pub rolls: Vec<Roll>,
    /// Whoever is in the class on any day of the week or on a roll of it, by seat.
    pub people: Vec<EnrolmentRow>,
    /// The Monday of the nearest week with sessions before this one, and after.
    pub before: Option<NaiveDate>,
    pub after: Option<NaiveDate>,
}

/// What one mark does to a block of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    set: Vec<Cell>,
    /// Cells where the mark stands already.
    pub same: usize,
    pub skipped: Skipped,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    session: SessionId,
    who: EnrolmentId,
    layer: Layer,
    before: MarkKind,
    is_past: bool,
}

/// Cells that do not take the mark, by why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    pub ahead: usize,
    pub cancelled: usize,
    pub not_on_roll: usize,
    /// The office has spoken there.
    pub office: usize,
    /// An instructor marked it, and the office gave no reason.
    pub instructor: usize,
    /// More minutes than the session has.
    pub minutes: usize,
}

impl Skipped {
    pub const fn all(self) -> usize {
        self.ahead + self.cancelled + self.not_on_roll + self.office + self.instructor + self.minutes
    }
}

impl Block {
    /// What would become of the cells of these people in these rolls. The reason is for those of past days.
    pub fn plan(rolls: &[Roll], people: &[EnrolmentId], mark: Mark, reason: &str) -> Outcome<Self> {
        let mut block = Self::default();
        for roll in rolls {
            let is_past = roll.timing == Timing::Past;
            for who in people {
                let before = roll.seat_of(*who).and_then(|seat| seat.line.as_ref()).map(|line| line.mark);
                match roll.layer_for(*who, mark, if is_past { reason } else { "" }) {
                    Ok(_) if before.unwrap_or(Mark::Cleared) == mark => block.same += 1,
                    Ok(layer) => block.set.push(Cell {
                        session: roll.session.id,
                        who: *who,
                        layer,
                        before: before.map_or(MarkKind::NotTaken, Mark::kind),
                        is_past,
                    }),
                    Err(trouble) => block.skip(trouble)?,
                }
            }
        }
        Ok(block)
    }

    fn skip(&mut self, why: Trouble) -> Outcome<()> {
        let count = match why {
            Trouble::Mark(MarkFault::NotBegun) => &mut self.skipped.ahead,
            Trouble::Mark(MarkFault::Cancelled) => &mut self.skipped.cancelled,
            Trouble::Mark(MarkFault::Minutes) => &mut self.skipped.minutes,
            Trouble::NotOnRoll => &mut self.skipped.not_on_roll,
            Trouble::OfficeSpoke(_) => &mut self.skipped.office,
            Trouble::InstructorSpoke(_) => &mut self.skipped.instructor,
            other => return Err(other),
        };
        *count += 1;
        Ok(())
    }

    /// Cells that get the mark.
    pub const fn set(&self) -> usize {
        self.set.len()
    }

    /// How many of them had another mark, by kind.
    pub fn overwritten(&self) -> impl Iterator<Item = (MarkKind, usize)> {
        let taken = MarkKind::ALL.into_iter().filter(|kind| *kind != MarkKind::NotTaken);
        taken
            .map(|kind| (kind, self.set.iter().filter(|cell| cell.before == kind).count()))
            .filter(|(_, cells)| *cells > 0)
    }
}

impl Week {
    /// The seat of a person in a session; `None` where the person is not on its roll.
    pub fn seat(&self, person: usize, session: usize) -> Option<&super::attend::RollSeat> {
        let who = self.people.get(person)?.id;
        self.rolls.get(session)?.seat_of(who)
    }
}

impl Desk {
    /// The week of a class that holds this day.
    pub fn week(&self, class: ClassId, day: NaiveDate) -> Outcome<Week> {
        let class = self.store.class(class)?;
        let monday = monday(day);
        let sunday = monday + Days::new(6);
        let sessions = self.store.sessions(class.id)?;
        let before = sessions.iter().rfind(|session| session.day < monday).map(|session| session.day);
        let after = sessions.iter().find(|session| session.day > sunday).map(|session| session.day);
        let enrolments = self.store.enrolments(class.id)?;
        let of_week = sessions.into_iter().filter(|session| (monday..=sunday).contains(&session.day));
        let rolls = self.rolls_in(&class, of_week, &enrolments)?;
        let mut people = enrolments;
        people.retain(|person| {
            let is_in = person.joined <= sunday && person.left.is_none_or(|left| left >= monday);
            is_in || rolls.iter().any(|roll| roll.seat_of(person.id).is_some())
        });
        let (before, after) = (before.map(self::monday), after.map(self::monday));
        Ok(Week { class, monday, rolls, people, before, after })
    }

    /// Sets one mark in the cells of these people in these sessions, in one act; what does not take it stays and is
    /// counted. The reason is for cells of past days.
    pub fn mark_area(
        &mut self,
        sessions: &[SessionId],
        people: &[EnrolmentId],
        new: Mark,
        reason: &str,
    ) -> Outcome<Block> {
        let reason = line(reason);
        let rows =
            sessions.iter().map(|id| Ok(self.store.session(*id)?)).collect::<Outcome<Vec<SessionRow>>>()?;
        let Some(class) = rows.first().map(|row| row.class) else { return Ok(Block::default()) };
        let (class, enrolments) = (self.store.class(class)?, self.store.enrolments(class)?);
        let rolls = self.rolls_in(&class, rows, &enrolments)?;
        let block = Block::plan(&rolls, people, new, &reason)?;
        if block.set() == 0 {
            return Ok(block);
        }
        self.act(Verb::MarkBlock, |writer| -> Outcome<()> {
            match (sessions, people) {
                ([one], _) => writer.about_session(*one)?,
                (_, [one]) => writer.about_enrolment(*one)?,
                _ => writer.about_class(&class),
            }
            block.set.iter().try_for_each(|cell| {
                let reason = if cell.is_past { reason.as_str() } else { "" };
                let new = NewMark { mark: new, source: &Source::Hand, layer: cell.layer, reason };
                let session = rolls.iter().map(|roll| &roll.session).find(|one| one.id == cell.session);
                put(writer, session.ok_or(StoreError::Gone)?, cell.who, new)
            })
        })?;
        Ok(block)
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}
