//! Who works at the desk. A name that acts for the first time is put on file in that act.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::value;
use crate::domain::ids::{OperatorId, Uid};
use rusqlite::{OptionalExtension, params};

impl Writer<'_> {
    pub(super) fn operator_named(&mut self, name: &str) -> Result<(OperatorId, Uid)> {
        let known = self
            .tx
            .prepare_cached("SELECT id, uid FROM operator WHERE name = ?1")
            .and_then(|mut known| {
                known
                    .query_row([name], |row| Ok((OperatorId(row.get(0)?), value::uid(row, "uid")?)))
                    .optional()
            })
            .map_err(at("reading operators"))?;
        if let Some(known) = known {
            return Ok(known);
        }
        let uid = self.new_uid();
        self.tx
            .execute(
                "INSERT INTO operator (uid, name, made, act) VALUES (?1, ?2, ?3, ?3)",
                params![uid.0, name, self.seq.0],
            )
            .map_err(at("adding an operator"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted_quietly(Kind::Operator, id, uid)?;
        Ok((OperatorId(id), uid))
    }
}

impl Store {
    /// Names of all who ever acted, in the order of their first act.
    pub fn operators(&self) -> Result<Vec<String>> {
        self.conn
            .prepare_cached("SELECT name FROM operator WHERE void IS NULL ORDER BY id")
            .and_then(|mut names| names.query_map([], |row| row.get(0))?.collect())
            .map_err(at("reading operators"))
    }
}
