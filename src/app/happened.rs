//! What became of a class since others were told of it, newest first: dated changes, cancelled sessions, sessions that
//! make up for them. Derived from the rows and the acts that wrote them; nothing of it is kept a second time.

use super::makeup::{MOST_CHANGES, first_place};
use super::shift::block;
use super::{Desk, Outcome};
use crate::domain::change::Change;
use crate::domain::ids::{ActId, ClassId, SessionId};
use crate::domain::shift::Block;
use crate::store::rows::SessionRow;

/// One thing that happened, and who did it when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Happened {
    pub act: ActId,
    pub what: What,
    /// Why; empty for a session that makes up, which has the reason of the cancelled one.
    pub reason: String,
    pub operator: String,
    /// UTC milliseconds as the clock said them.
    pub wall_ms: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    Changed(Change),
    Cancelled(Block),
    /// For which session, and when it was set for.
    MadeUp(Block, Block),
}

impl Desk {
    /// What became of a class and its sessions.
    pub fn happened(&self, class: ClassId) -> Outcome<Vec<Happened>> {
        let sessions = self.store.sessions(class)?;
        let changes = self.store.changes(class, MOST_CHANGES)?;
        let find = |id: SessionId| sessions.iter().find(|session| session.id == id);
        let mut told = Vec::new();
        for session in &sessions {
            // nothing of a cancelled session changes any more, so its version is the act that cancelled it
            let Some(reason) = &session.cancelled else { continue };
            let what = What::Cancelled(block(session));
            told.extend(self.happening(session.version, what, reason)?);
        }
        for makeup in self.store.makeups(class)? {
            let pair = find(makeup.replaces).zip(find(makeup.session));
            let set_for = |session: &SessionRow| first_place(&changes, session.id).unwrap_or(block(session));
            let what = pair.map(|(old, new)| What::MadeUp(block(old), set_for(new)));
            if let Some(what) = what {
                told.extend(self.happening(makeup.made, what, "")?);
            }
        }
        told.extend(changes.into_iter().map(|row| Happened {
            act: row.made,
            what: What::Changed(row.change),
            reason: row.reason,
            operator: row.operator,
            wall_ms: row.wall_ms,
        }));
        told.sort_by_key(|one| std::cmp::Reverse(one.act));
        Ok(told)
    }

    fn happening(&self, act: ActId, what: What, reason: &str) -> Outcome<Option<Happened>> {
        let by = self.store.act_row(act)?;
        let told = |by: crate::store::rows::ActRow| Happened {
            act,
            what,
            reason: reason.to_owned(),
            operator: by.operator,
            wall_ms: by.wall_ms,
        };
        Ok(by.map(told))
    }
}
