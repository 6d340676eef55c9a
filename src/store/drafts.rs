//! Half-typed forms. They are not data yet: no act, overwritten at will, gone when saved.

use super::Result;
use super::error::at;
use super::open::{Access, Store};
use rusqlite::{OptionalExtension, params};

impl Store {
    /// Keeps the draft of a form; a file opened for reading keeps none.
    pub fn keep_draft(&self, key: &str, body: &str, now_ms: i64) -> Result<()> {
        if self.access != Access::Full {
            return Ok(());
        }
        self.conn
            .prepare_cached(
                "INSERT INTO draft (key, body, at_ms) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET body = excluded.body, at_ms = excluded.at_ms",
            )
            .and_then(|mut keep| keep.execute(params![key, body, now_ms]))
            .map_err(at("keeping a draft"))?;
        Ok(())
    }

    /// The draft and when it was kept.
    pub fn draft(&self, key: &str) -> Result<Option<(String, i64)>> {
        self.conn
            .prepare_cached("SELECT body, at_ms FROM draft WHERE key = ?1")
            .and_then(|mut draft| draft.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional())
            .map_err(at("reading a draft"))
    }

    /// All of them: key, body, when they were kept.
    pub fn drafts(&self) -> Result<Vec<(String, String, i64)>> {
        self.conn
            .prepare_cached("SELECT key, body, at_ms FROM draft")
            .and_then(|mut drafts| {
                drafts.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
            })
            .map_err(at("reading drafts"))
    }

    /// Each takes the place of the other, in one step. A place may be empty.
    pub fn swap_drafts(&self, one: &str, other: &str) -> Result<()> {
        if self.access != Access::Full {
            return Ok(());
        }
        let doing = "exchanging drafts";
        // no form has this name: the one steps aside while the other moves
        let moves = [(one, ""), (other, one), ("", other)];
        let tx = self.conn.unchecked_transaction().map_err(at(doing))?;
        for (from, to) in moves {
            tx.prepare_cached("UPDATE draft SET key = ?2 WHERE key = ?1")
                .and_then(|mut name| name.execute([from, to]))
                .map_err(at(doing))?;
        }
        tx.commit().map_err(at(doing))
    }

    pub fn drop_draft(&self, key: &str) -> Result<()> {
        if self.access != Access::Full {
            return Ok(());
        }
        self.conn
            .prepare_cached("DELETE FROM draft WHERE key = ?1")
            .and_then(|mut drop| drop.execute([key]))
            .map_err(at("dropping a draft"))?;
        Ok(())
    }
}
