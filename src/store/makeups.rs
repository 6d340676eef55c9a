//! Which session makes up for which cancelled one.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::MakeupRow;
use crate::domain::ids::{ActId, ClassId, SessionId};
use rusqlite::{Connection, params};

const IS_CANCELLED: &str = "SELECT 1 FROM session WHERE id = ?1 AND cancelled IS NOT NULL AND void IS NULL";

pub(super) const OF_CLASS: &str =
    "SELECT m.session, m.replaces, m.made FROM session s CROSS JOIN makeup m ON m.replaces = s.id
    WHERE s.class = ?1 AND s.void IS NULL AND m.void IS NULL ORDER BY s.day, s.from_min";

impl Store {
    /// The make-up sessions of a class, in the order of what they replace.
    pub fn makeups(&self, class: ClassId) -> Result<Vec<MakeupRow>> {
        of_class(&self.conn, class)
    }
}

fn of_class(conn: &Connection, class: ClassId) -> Result<Vec<MakeupRow>> {
    conn.prepare_cached(OF_CLASS)
        .and_then(|mut rows| {
            rows.query_map([class.0], |row| {
                Ok(MakeupRow {
                    session: SessionId(row.get("session")?),
                    replaces: SessionId(row.get("replaces")?),
                    made: ActId(row.get("made")?),
                })
            })?
            .collect()
        })
        .map_err(at("reading make-up sessions"))
}

impl Writer<'_> {
    /// The same inside this act.
    pub fn makeups(&self, class: ClassId) -> Result<Vec<MakeupRow>> {
        of_class(self.tx, class)
    }

    /// Says that a session makes up for another, which must be cancelled still.
    pub fn add_makeup(&mut self, session: SessionId, replaces: SessionId) -> Result<()> {
        self.must_stand(IS_CANCELLED, [replaces.0])?;
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO makeup (uid, session, replaces, made, act) VALUES (?1, ?2, ?3, ?4, ?4)",
            )
            .and_then(|mut insert| insert.execute(params![uid.0, session.0, replaces.0, self.seq.0]))
            .map_err(at("linking a make-up session"))?;
        self.inserted_quietly(Kind::Makeup, self.tx.last_insert_rowid(), uid)
    }
}
