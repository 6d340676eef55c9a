//! Settings of the centre, by name; changed by acts like everything else.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use rusqlite::{OptionalExtension, params};

impl Store {
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        self.conn
            .prepare_cached("SELECT value FROM setting WHERE name = ?1 AND void IS NULL")
            .and_then(|mut value| value.query_row([name], |row| row.get(0)).optional())
            .map_err(at("reading a setting"))
    }
}

impl Writer<'_> {
    pub fn set(&mut self, name: &str, value: &str) -> Result<()> {
        let known = self
            .tx
            .query_row("SELECT id FROM setting WHERE name = ?1 AND void IS NULL", [name], |row| {
                row.get::<_, i64>(0)
            })
            .optional()
            .map_err(at("reading a setting"))?;
        if let Some(id) = known {
            return self.change(Kind::Setting, id, None, |tx| {
                tx.execute("UPDATE setting SET value = ?1 WHERE id = ?2", params![value, id])
            });
        }
        let uid = self.new_uid();
        self.tx
            .execute(
                "INSERT INTO setting (uid, name, value, made, act) VALUES (?1, ?2, ?3, ?4, ?4)",
                params![uid.0, name, value, self.seq.0],
            )
            .map_err(at("adding a setting"))?;
        self.inserted(Kind::Setting, self.tx.last_insert_rowid(), uid)
    }
}
