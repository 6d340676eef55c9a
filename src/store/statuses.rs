//! Categories of a person with their proofs: dated rows, only ever added or ended.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::StatusRow;
use super::value::{day_or_none, day_text};
use crate::domain::ids::{ActId, ClassId, EnrolmentId, StatusId, TraineeId};
use crate::domain::status::{Category, Standing, Status};
use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use rusqlite::{Row, params};
use std::collections::HashSet;

fn status(row: &Row<'_>) -> rusqlite::Result<Status> {
    Ok(Status {
        category: Category(row.get("category")?),
        proof_kind: row.get("proof_kind")?,
        proof_number: row.get("proof_number")?,
        obtained: day_or_none(row, "obtained")?,
        expires: day_or_none(row, "expires")?,
    })
}

/// The people of a class who enrolled under a category, each with what is on file of it: one row a status, and one
/// without where there is none.
pub(super) const CLAIMED: &str = "SELECT e.id AS enrolment, s.category, s.proof_kind, s.proof_number, s.obtained, s.expires
    FROM enrolment e LEFT JOIN status s ON s.trainee = e.trainee AND s.category = e.category AND s.void IS NULL
    WHERE e.class = ?1 AND e.left_on IS NULL AND e.void IS NULL AND e.category <> ''";

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
                        status: status(row)?,
                    })
                })?
                .collect()
            })
            .map_err(at("reading statuses"))
    }

    /// Who of a class enrolled under a category that nothing proves on `day`, as [`Status::standing_on`] has it.
    pub fn without_proof(&self, class: ClassId, day: NaiveDate) -> Result<HashSet<EnrolmentId>> {
        let claimed: Vec<(EnrolmentId, bool)> = self
            .conn
            .prepare_cached(CLAIMED)
            .and_then(|mut rows| {
                rows.query_map([class.0], |row| {
                    let is_on_file = row.get_ref("category")? != ValueRef::Null;
                    let is_proven = is_on_file && status(row)?.standing_on(day) == Standing::Proven;
                    Ok((EnrolmentId(row.get("enrolment")?), is_proven))
                })?
                .collect()
            })
            .map_err(at("looking for missing proofs"))?;
        let proven: HashSet<EnrolmentId> =
            claimed.iter().filter(|(_, is_proven)| *is_proven).map(|(enrolment, _)| *enrolment).collect();
        let people = claimed.into_iter().map(|(enrolment, _)| enrolment);
        Ok(people.filter(|enrolment| !proven.contains(enrolment)).collect())
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
