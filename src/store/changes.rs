//! Dated changes of a class and of its sessions: lines beside the rows that they changed.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::ChangeRow;
use super::value;
use crate::domain::change::Change;
use crate::domain::ids::{ActId, ChangeId, ClassId, SessionId};
use rusqlite::params;

pub(super) const OF_CLASS: &str =
    "SELECT l.id, l.session, l.made, l.what, l.was, l.becomes, l.reason, o.name, a.wall_ms
    FROM change_line l CROSS JOIN act a ON a.seq = l.made CROSS JOIN operator o ON o.uid = a.operator
    WHERE l.class = ?1 AND l.void IS NULL ORDER BY l.id DESC LIMIT ?2";

impl Store {
    /// Changes of a class and of its sessions, newest first, at most `limit`.
    pub fn changes(&self, class: ClassId, limit: u32) -> Result<Vec<ChangeRow>> {
        self.conn
            .prepare_cached(OF_CLASS)
            .and_then(|mut rows| {
                rows.query_map(params![class.0, limit], |row| {
                    Ok(ChangeRow {
                        id: ChangeId(row.get("id")?),
                        session: row.get::<_, Option<i64>>("session")?.map(SessionId),
                        made: ActId(row.get("made")?),
                        change: Change {
                            what: value::changed(row)?,
                            was: row.get("was")?,
                            becomes: row.get("becomes")?,
                        },
                        reason: row.get("reason")?,
                        operator: row.get("name")?,
                        wall_ms: row.get("wall_ms")?,
                    })
                })?
                .collect()
            })
            .map_err(at("reading changes of a class"))
    }
}

impl Writer<'_> {
    /// Dates a change; what is changed is written by its own function, in the same act.
    pub fn add_change(
        &mut self,
        class: ClassId,
        session: Option<SessionId>,
        change: &Change,
        reason: &str,
    ) -> Result<()> {
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO change_line (uid, class, session, what, was, becomes, reason, made, act)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    uid.0,
                    class.0,
                    session.map(|session| session.0),
                    change.what.key(),
                    change.was,
                    change.becomes,
                    reason,
                    self.seq.0,
                ])
            })
            .map_err(at("dating a change"))?;
        self.inserted_quietly(Kind::ChangeLine, self.tx.last_insert_rowid(), uid)
    }
}
