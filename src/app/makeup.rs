//! Make-up sessions (补课), and what a class's page tells of its timetable besides the sessions: what makes up for what,
//! what was moved, class hours still to be made up.

use super::shift::block;
use super::timetable::standing_on;
use super::{Desk, Outcome, Trouble};
use crate::domain::change::Changed;
use crate::domain::class::SessionPlan;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ClassId, SessionId};
use crate::domain::shift::Block;
use crate::store::rows::{ChangeRow, MakeupRow, SessionRow};
use crate::store::{StoreError, Verb};
use chrono::NaiveDate;

/// What a session has to do with others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// The sessions that make up for this cancelled one.
    pub made_up_by: Vec<SessionRow>,
    /// The cancelled session that this one makes up for.
    pub makes_up: Option<Box<SessionRow>>,
    /// When it was set for at first, if it was moved from there.
    pub moved_from: Option<Block>,
    /// Class hours of a cancelled session that nothing makes up for.
    pub owed: ClassHours,
}

/// The links of a class's sessions, in the order of the sessions.
#[derive(Debug, Clone, Default)]
pub struct Links {
    pub links: Vec<Link>,
    /// Dated changes of the class and its sessions, newest first.
    pub changes: Vec<ChangeRow>,
}

/// Changes told of one class.
pub(super) const MOST_CHANGES: u32 = 500;
/// Days looked through for a free one.
const LOOK_AHEAD: usize = 60;

impl Links {
    /// Class hours to be made up.
    pub fn owed(&self) -> ClassHours {
        self.links.iter().map(|link| link.owed).sum()
    }
}

impl Desk {
    /// What `sessions`, all of one class, have to do with each other.
    pub fn links(&self, class: ClassId, sessions: &[SessionRow]) -> Outcome<Links> {
        let makeups = self.store.makeups(class)?;
        let changes = self.store.changes(class, MOST_CHANGES)?;
        let find = |id: SessionId| sessions.iter().find(|session| session.id == id);
        let link = |session: &SessionRow| {
            let made_up_by: Vec<SessionRow> =
                made_up_by(&makeups, session.id).filter_map(find).cloned().collect();
            let made_up = made_up_by.iter().map(|makeup| makeup.hours).sum();
            let replaces = makeups.iter().find(|makeup| makeup.session == session.id);
            Link {
                owed: owed(session, made_up),
                made_up_by,
                makes_up: replaces.and_then(|makeup| find(makeup.replaces)).cloned().map(Box::new),
                moved_from: first_place(&changes, session.id).filter(|first| *first != block(session)),
            }
        };
        let links = sessions.iter().map(link).collect();
        Ok(Links { links, changes })
    }

    /// Adds a session that makes up for a cancelled one.
    pub fn make_up(&mut self, replaces: SessionId, plan: SessionPlan) -> Outcome<SessionId> {
        let old = self.store.session(replaces)?;
        if self.owed_of(&old)? == ClassHours::ZERO {
            return Err(Trouble::MadeUp);
        }
        let plan = self.fit_session(old.class, None, plan)?;
        let known = self.store.makeups(old.class)?.len();
        self.act(Verb::MakeUp, |writer| -> Outcome<SessionId> {
            // another desk may have made up for it meanwhile
            if writer.makeups(old.class)?.len() != known {
                return Err(StoreError::Stale.into());
            }
            let session = writer.add_session(old.class, &plan)?;
            writer.add_makeup(session, replaces)?;
            Ok(session)
        })
    }

    /// Class hours of a cancelled session that nothing makes up for yet.
    pub fn owed_of(&self, session: &SessionRow) -> Outcome<ClassHours> {
        if session.cancelled.is_none() {
            return Err(Trouble::NotCancelled);
        }
        let sessions = self.store.sessions(session.class)?;
        let links = self.links(session.class, &sessions)?.links;
        let found = sessions.iter().zip(&links).find(|(one, _)| one.id == session.id);
        Ok(found.map_or(ClassHours::ZERO, |(_, link)| link.owed))
    }

    /// A day on which a cancelled session could be held: after it and not before today, no holiday, its time free in
    /// its class. Weekends count: that is when lessons are made up for.
    pub fn free_day(&self, session: &SessionRow) -> Outcome<NaiveDate> {
        let sessions = self.store.sessions(session.class)?;
        let holidays = self.holidays().holidays;
        let first = session.day.succ_opt().unwrap_or(session.day).max(self.today());
        let is_free =
            |day: &NaiveDate| !standing_on(&sessions, *day).any(|other| other.slot.overlaps(session.slot));
        let mut days = first.iter_days().take(LOOK_AHEAD);
        Ok(days.find(|day| is_free(day) && !holidays.is_holiday(*day)).unwrap_or(first))
    }
}

/// When a session was set for before it was first moved; `changes` are newest first.
pub(super) fn first_place(changes: &[ChangeRow], session: SessionId) -> Option<Block> {
    let mut moves =
        changes.iter().filter(|row| row.session == Some(session) && row.change.what == Changed::Moved);
    moves.next_back().and_then(|row| Block::parse(&row.change.was))
}

fn made_up_by(makeups: &[MakeupRow], replaces: SessionId) -> impl Iterator<Item = SessionId> + '_ {
    makeups.iter().filter(move |makeup| makeup.replaces == replaces).map(|makeup| makeup.session)
}

/// A make-up session that is cancelled in its turn owes its own hours: what it was for owes none again, else they
/// would be counted twice.
fn owed(session: &SessionRow, made_up: ClassHours) -> ClassHours {
    if session.cancelled.is_some() { session.hours.minus(made_up) } else { ClassHours::ZERO }
}
