//! Enrolments: trainees in classes, with their seats.

use super::Result;
use super::act::Writer;
use super::classes::class_code;
use super::departures::{DEPARTED, DEPARTURE, departure_row};
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::{EnrolmentRow, PastClass};
use super::trainees::number_of;
use super::value::{self, day_text};
use crate::domain::course::CourseKey;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, TraineeId};
use chrono::NaiveDate;
use rusqlite::{Row, params};

pub(super) const CLASS_STANDS: &str = "SELECT 1 FROM class WHERE id = ?1 AND void IS NULL";

/// Whether enrolment `e` is expected in session `s`: [`crate::domain::expected::Stay`] in SQL. A civil day begins at
/// midnight of +08:00.
pub(super) const EXPECTED: &str =
    "e.void IS NULL AND e.joined_on <= s.day AND (e.left_on IS NULL OR e.left_on >= s.day) AND NOT (e.joined_on = s.day
        AND e.joined_on > (SELECT k.start_on FROM class k WHERE k.id = e.class)
        AND (SELECT a.wall_ms FROM act a WHERE a.seq = e.made) - (unixepoch(s.day) - 28800) * 1000
            BETWEEN s.to_min * 60000 AND 86399999)";

fn enrolment_row(row: &Row<'_>) -> rusqlite::Result<EnrolmentRow> {
    Ok(EnrolmentRow {
        id: EnrolmentId(row.get("enrolment")?),
        version: ActId(row.get("act")?),
        class: ClassId(row.get("class")?),
        trainee: TraineeId(row.get("id")?),
        number: number_of(row)?,
        seat: row.get("seat")?,
        joined: value::day(row, "joined_on")?,
        left: value::day_or_none(row, "left_on")?,
        enrolled_ms: row.get("enrolled_ms")?,
        category: row.get("category")?,
        name: row.get("name")?,
        keys: row.get("keys")?,
        sex: value::sex(row)?,
        birth: value::day(row, "birth")?,
        id_number: row.get("id_number")?,
        phone: row.get("phone")?,
    })
}

impl Store {
    /// The roster of a class by seat, those who left included.
    pub fn enrolments(&self, class: ClassId) -> Result<Vec<EnrolmentRow>> {
        self.conn
            .prepare_cached(
                "SELECT e.id AS enrolment, e.act, e.class, e.seat, e.joined_on, e.left_on, e.category,
                    (SELECT a.wall_ms FROM act a, class k WHERE a.seq = e.made AND k.id = e.class AND e.joined_on > k.start_on)
                        AS enrolled_ms,
                    t.id, t.number, t.name, t.keys, t.sex, t.birth, t.id_number, t.phone
                 FROM enrolment e JOIN trainee t ON t.id = e.trainee WHERE e.class = ?1 AND e.void IS NULL ORDER BY e.seat",
            )
            .and_then(|mut rows| rows.query_map([class.0], enrolment_row)?.collect())
            .map_err(at("reading a roster"))
    }

    /// Classes a person is or was in, newest first.
    pub fn classes_of(&self, trainee: TraineeId) -> Result<Vec<PastClass>> {
        self.conn
            .prepare_cached(&format!(
                "SELECT e.id AS enrolment, e.seat, e.left_on, c.id, c.code, c.course, c.start_on, c.end_on, {DEPARTURE}
                 FROM enrolment e JOIN class c ON c.id = e.class {DEPARTED}
                 WHERE e.trainee = ?1 AND e.void IS NULL AND c.void IS NULL ORDER BY c.start_on DESC, e.id DESC"
            ))
            .and_then(|mut rows| {
                rows.query_map([trainee.0], |row| {
                    Ok(PastClass {
                        class: ClassId(row.get("id")?),
                        enrolment: EnrolmentId(row.get("enrolment")?),
                        code: class_code(row)?,
                        course: CourseKey(row.get("course")?),
                        start: value::day(row, "start_on")?,
                        end: value::day(row, "end_on")?,
                        seat: row.get("seat")?,
                        left: value::day_or_none(row, "left_on")?,
                        departure: departure_row(row)?,
                    })
                })?
                .collect()
            })
            .map_err(at("reading a person's classes"))
    }
}

impl Writer<'_> {
    /// Seats a person: the next seat of the class, in the order of joining. Whoever waited for it waits no more.
    /// Returns the enrolment and its seat.
    pub fn enrol(
        &mut self,
        class: ClassId,
        trainee: TraineeId,
        joined: NaiveDate,
        category: &str,
    ) -> Result<(EnrolmentId, u32)> {
        self.must_stand(CLASS_STANDS, [class.0])?;
        let uid = self.new_uid();
        let seat: u32 = self
            .tx
            .prepare_cached(
                "SELECT coalesce(max(seat), 0) + 1 FROM enrolment WHERE class = ?1 AND void IS NULL",
            )
            .and_then(|mut seat| seat.query_row([class.0], |row| row.get(0)))
            .map_err(at("finding a seat"))?;
        self.tx
            .prepare_cached(
                "INSERT INTO enrolment (uid, class, trainee, seat, joined_on, category, made, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
            )
            .and_then(|mut insert| {
                insert.execute(params![uid.0, class.0, trainee.0, seat, day_text(joined), category, self.seq.0])
            })
            .map_err(at("enrolling"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Enrolment, id, uid)?;
        self.seated(class, trainee, EnrolmentId(id))?;
        Ok((EnrolmentId(id), seat))
    }

    /// Moves the day somebody joined, with the class's first day.
    pub fn rejoin(&mut self, id: EnrolmentId, version: ActId, joined: NaiveDate) -> Result<()> {
        self.change(Kind::Enrolment, id.0, Some(version), |tx| {
            tx.execute("UPDATE enrolment SET joined_on = ?1 WHERE id = ?2", params![day_text(joined), id.0])
        })
    }

    /// Ends an enrolment; the seat is not given to anybody else, and the person may join again.
    pub fn leave(&mut self, id: EnrolmentId, version: ActId, left: NaiveDate) -> Result<()> {
        self.change(Kind::Enrolment, id.0, Some(version), |tx| {
            tx.execute("UPDATE enrolment SET left_on = ?1 WHERE id = ?2", params![day_text(left), id.0])
        })
    }
}
