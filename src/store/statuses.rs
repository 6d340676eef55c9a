//! Categories of a person with their proofs: dated rows, only ever added or ended.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::StatusRow;
use super::value::{day_or_none, day_text};
use crate::domain::ids::{ActId, ClassId, StatusId, TraineeId};
use crate::domain::status::{Category, Status};
use rusqlite::params;

impl Store {
    /// Newest first.
    pub fn statuses(&self, trainee: TraineeId) -> Result<Vec<StatusRow>> {
        self.conn
            .prepare_cached(
                "SELECT id, act, category, proof_kind, proof_number, obtained, expires FROM status
                 WHERE trainee = ?1 AND void IS NULL ORDER BY coalesce(obtained, '') DESC, id DESC",
            )
            .and_then(|mut rows| {
                rows.query_map([trainee.0], |row| {
                    Ok(StatusRow {
                        id: StatusId(row.get("id")?),
                        version: ActId(row.get("act")?),
                        status: Status {
                            category: Category(row.get("category")?),
                            proof_kind: row.get("proof_kind")?,
                            proof_number: row.get("proof_number")?,
                            obtained: day_or_none(row, "obtained")?,
                            expires: day_or_none(row, "expires")?,
                        },
                    })
                })?
                .collect()
            })
            .map_err(at("reading statuses"))
    }

    /// How many people of a class enrolled under a category whose proof is not valid on the class's first day: the
    /// day that decides (rules.md section 9, "two time-stamps of truth").
    pub fn without_proof(&self, class: ClassId) -> Result<u32> {
        self.conn
            .prepare_cached(
                "SELECT count(*) FROM enrolment e JOIN class c ON c.id = e.class
                 WHERE e.class = ?1 AND e.left_on IS NULL AND e.void IS NULL AND e.category <> ''
                    AND NOT EXISTS (SELECT 1 FROM status s WHERE s.trainee = e.trainee AND s.category = e.category
                        AND s.void IS NULL AND (s.obtained IS NULL OR s.obtained <= c.start_on)
                        AND (s.expires IS NULL OR s.expires >= c.start_on))",
            )
            .and_then(|mut count| count.query_row([class.0], |row| row.get(0)))
            .map_err(at("counting missing proofs"))
    }
}

impl Writer<'_> {
    pub fn add_status(&mut self, trainee: TraineeId, status: &Status) -> Result<StatusId> {
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO status (uid, trainee, category, proof_kind, proof_number, obtained, expires, made, act)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    uid.0,
                    trainee.0,
                    status.category.0,
                    status.proof_kind,
                    status.proof_number,
                    status.obtained.map(day_text),
                    status.expires.map(day_text),
                    self.seq.0,
                ])
            })
            .map_err(at("adding a status"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Status, id, uid)?;
        Ok(StatusId(id))
    }
}
