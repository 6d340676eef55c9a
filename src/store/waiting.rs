//! Waiting lists: who wants a seat, in the order of asking. Nobody waits for a class they sit in.

use super::Result;
use super::act::Writer;
use super::classes::class_code;
use super::enrolments::CLASS_STANDS;
use super::error::{StoreError, Taken, at};
use super::kind::Kind;
use super::open::Store;
use super::rows::{WaitedRow, WaitingRow};
use super::trainees::number_of;
use super::value::{self, day_text};
use crate::domain::course::CourseKey;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, TraineeId, WaitingId};
use crate::domain::room::Room;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The waiting list of a class, each line with its place: how many of the class asked no later and still wait.
const WAITING: &str = "SELECT w.id AS waiting, w.act, w.class, w.category, w.asked_on,
    (SELECT count(*) FROM waiting o WHERE o.class = w.class AND o.ended IS NULL AND o.void IS NULL AND o.id <= w.id) AS place,
    t.id, t.number, t.name, t.sex, t.birth, t.id_number, t.phone
    FROM waiting w JOIN trainee t ON t.id = w.trainee
    WHERE w.class = ?1 AND w.ended IS NULL AND w.void IS NULL ORDER BY w.id";

/// Every waiting list that a person is or was on, with the place in it in the same way.
pub(super) const WAITED: &str = "SELECT w.class AS id, w.asked_on, w.ended, c.code, c.course,
    (SELECT count(*) FROM waiting o WHERE o.class = w.class AND o.ended IS NULL AND o.void IS NULL AND o.id <= w.id) AS place
    FROM waiting w JOIN class c ON c.id = w.class
    WHERE w.trainee = ?1 AND w.void IS NULL AND c.void IS NULL ORDER BY w.id DESC";

fn waiting_row(row: &Row<'_>) -> rusqlite::Result<WaitingRow> {
    Ok(WaitingRow {
        id: WaitingId(row.get("waiting")?),
        version: ActId(row.get("act")?),
        class: ClassId(row.get("class")?),
        trainee: TraineeId(row.get("id")?),
        number: number_of(row)?,
        place: row.get("place")?,
        asked: value::day(row, "asked_on")?,
        category: row.get("category")?,
        name: row.get("name")?,
        sex: value::sex(row)?,
        birth: value::day(row, "birth")?,
        id_number: row.get("id_number")?,
        phone: row.get("phone")?,
    })
}

/// How many wait for a class before this person; everybody, if the person has not asked yet or is on no file.
fn ahead(conn: &Connection, class: ClassId, trainee: Option<TraineeId>) -> Result<u32> {
    conn.prepare_cached(
        "SELECT count(*) FROM waiting w WHERE w.class = ?1 AND w.ended IS NULL AND w.void IS NULL AND w.id <
            coalesce((SELECT id FROM waiting o WHERE o.class = ?1 AND o.trainee = ?2 AND o.ended IS NULL AND o.void IS NULL),
                     9223372036854775807)",
    )
    .and_then(|mut ahead| ahead.query_row(params![class.0, trainee.map(|id| id.0)], |row| row.get(0)))
    .map_err(at("counting who waits before somebody"))
}

impl Store {
    /// How many wait for a class before somebody; before one who is on no file everybody does.
    pub fn ahead(&self, class: ClassId, trainee: Option<TraineeId>) -> Result<u32> {
        ahead(&self.conn, class, trainee)
    }

    /// The waiting list of a class, first come first.
    pub fn waiting(&self, class: ClassId) -> Result<Vec<WaitingRow>> {
        self.conn
            .prepare_cached(WAITING)
            .and_then(|mut rows| rows.query_map([class.0], waiting_row)?.collect())
            .map_err(at("reading a waiting list"))
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

impl Writer<'_> {
    /// The seats of a class, as the file says while nobody else can write.
    pub fn room(&self, class: ClassId) -> Result<Room> {
        self.tx
            .prepare_cached(
                "SELECT capacity,
                    (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND e.left_on IS NULL AND e.void IS NULL) AS taken,
                    (SELECT count(*) FROM waiting w WHERE w.class = c.id AND w.ended IS NULL AND w.void IS NULL) AS waiting
                 FROM class c WHERE c.id = ?1 AND c.void IS NULL",
            )
            .and_then(|mut room| {
                room.query_row([class.0], |row| {
                    let (capacity, taken) = (row.get("capacity")?, row.get("taken")?);
                    Ok(Room { capacity, taken, waiting: row.get("waiting")? })
                })
                .optional()
            })
            .map_err(at("counting the seats of a class"))?
            .ok_or(StoreError::Gone)
    }

    /// How many wait for a class before this person, inside this act.
    pub fn ahead(&self, class: ClassId, trainee: TraineeId) -> Result<u32> {
        ahead(self.tx, class, Some(trainee))
    }

    /// Puts a person at the end of a waiting list; returns their place.
    pub fn wait(
        &mut self,
        class: ClassId,
        trainee: TraineeId,
        asked: NaiveDate,
        category: &str,
    ) -> Result<u32> {
        self.must_stand(CLASS_STANDS, [class.0])?;
        let sits = self
            .tx
            .prepare_cached(
                "SELECT 1 FROM enrolment WHERE class = ?1 AND trainee = ?2 AND left_on IS NULL AND void IS NULL",
            )
            .and_then(|mut row| row.exists([class.0, trainee.0]))
            .map_err(at("looking for an enrolment"))?;
        if sits {
            return Err(StoreError::Taken(Taken::Enrolment));
        }
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO waiting (uid, class, trainee, category, asked_on, made, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
            )
            .and_then(|mut insert| {
                insert.execute(params![uid.0, class.0, trainee.0, category, day_text(asked), self.seq.0])
            })
            .map_err(at("putting on a waiting list"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Waiting, id, uid)?;
        Ok(self.ahead(class, trainee)? + 1)
    }

    /// Takes a person off a waiting list.
    pub fn stop_waiting(&mut self, id: WaitingId, version: ActId) -> Result<()> {
        self.change(Kind::Waiting, id.0, Some(version), |tx| {
            tx.execute("UPDATE waiting SET ended = 'withdrawn' WHERE id = ?1", [id.0])
        })
    }

    /// Refuses when a line of a waiting list is not what it was when it was read.
    pub fn must_wait(&self, id: WaitingId, version: ActId) -> Result<()> {
        let stands = self
            .tx
            .prepare_cached(
                "SELECT 1 FROM waiting WHERE id = ?1 AND act = ?2 AND ended IS NULL AND void IS NULL",
            )
            .and_then(|mut row| row.exists([id.0, version.0]))
            .map_err(at("looking for a line of a waiting list"))?;
        if stands { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// A seat was taken: whoever waited for it waits no more.
    pub(super) fn seated(
        &mut self,
        class: ClassId,
        trainee: TraineeId,
        enrolment: EnrolmentId,
    ) -> Result<()> {
        let waiting: Option<i64> = self
            .tx
            .prepare_cached(
                "SELECT id FROM waiting WHERE class = ?1 AND trainee = ?2 AND ended IS NULL AND void IS NULL",
            )
            .and_then(|mut row| row.query_row([class.0, trainee.0], |row| row.get(0)).optional())
            .map_err(at("looking for a line of a waiting list"))?;
        let Some(id) = waiting else { return Ok(()) };
        self.change(Kind::Waiting, id, None, |tx| {
            tx.execute("UPDATE waiting SET ended = 'seated', enrolment = ?1 WHERE id = ?2", [enrolment.0, id])
        })
    }
}
