//! What a person's history tells besides classes: how enrolments ended, and waiting lists. Only reads.

use super::Result;
use super::classes::class_code;
use super::error::at;
use super::open::Store;
use super::rows::{Departed, DepartureRow, WaitedRow};
use super::value::{self, damaged};
use crate::domain::class::ClassCode;
use crate::domain::course::CourseKey;
use crate::domain::ids::{ClassId, EnrolmentId, TraineeId};
use rusqlite::Row;

pub(super) const DEPARTURES: &str = "SELECT d.enrolment, d.kind, d.reason, c.code
    FROM enrolment e JOIN departure d ON d.enrolment = e.id AND d.void IS NULL
    LEFT JOIN enrolment m ON m.id = d.moved_to LEFT JOIN class c ON c.id = m.class
    WHERE e.trainee = ?1 AND e.void IS NULL";
/// With the place in the line: how many of the class asked no later and still wait.
pub(super) const WAITED: &str = "SELECT w.class AS id, w.asked_on, w.ended, c.code, c.course,
    (SELECT count(*) FROM waiting o WHERE o.class = w.class AND o.ended IS NULL AND o.void IS NULL AND o.id <= w.id) AS place
    FROM waiting w JOIN class c ON c.id = w.class
    WHERE w.trainee = ?1 AND w.void IS NULL AND c.void IS NULL ORDER BY w.id DESC";

fn departed(row: &Row<'_>) -> rusqlite::Result<Departed> {
    Ok(match row.get_ref("kind")?.as_str()? {
        "left" => Departed::Left,
        "withdrawn" => Departed::Withdrawn,
        "transferred" => {
            let code = row.get::<_, Option<String>>("code")?;
            Departed::Transferred(code.as_deref().and_then(ClassCode::parse))
        }
        _ => return Err(damaged("a departure")),
    })
}

impl Store {
    /// How a person's enrolments ended, where that was said.
    pub fn departures_of(&self, trainee: TraineeId) -> Result<Vec<DepartureRow>> {
        self.conn
            .prepare_cached(DEPARTURES)
            .and_then(|mut rows| {
                rows.query_map([trainee.0], |row| {
                    Ok(DepartureRow {
                        enrolment: EnrolmentId(row.get("enrolment")?),
                        departed: departed(row)?,
                        reason: row.get("reason")?,
                    })
                })?
                .collect()
            })
            .map_err(at("reading a person's departures"))
    }

    /// Waiting lists a person is or was on, newest first.
    pub fn waited_by(&self, trainee: TraineeId) -> Result<Vec<WaitedRow>> {
        self.conn
            .prepare_cached(WAITED)
            .and_then(|mut rows| {
                rows.query_map([trainee.0], |row| {
                    let ended: Option<String> = row.get("ended")?;
                    Ok(WaitedRow {
                        class: ClassId(row.get("id")?),
                        code: class_code(row)?,
                        course: CourseKey(row.get("course")?),
                        asked: value::day(row, "asked_on")?,
                        place: if ended.is_none() { row.get("place")? } else { None },
                        seated: ended.as_deref() == Some("seated"),
                    })
                })?
                .collect()
            })
            .map_err(at("reading a person's waiting lists"))
    }
}
