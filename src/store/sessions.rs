//! Sessions: the lesson blocks of a timetable.

use super::Result;
use super::act::Writer;
use super::classes::class_code;
use super::enrolments::{CLASS_STANDS, EXPECTED};
use super::error::{StoreError, Taken, at};
use super::kind::Kind;
use super::open::Store;
use super::rows::{DayRow, SessionRow};
use super::value::{self, day_text};
use crate::domain::class::SessionPlan;
use crate::domain::course::CourseKey;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, SessionId};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

const COLUMNS: &str = "s.id, s.act, s.class, s.day, s.from_min, s.to_min, s.hours, s.kind, s.instructor, s.room, s.topic, s.cancelled";

fn session_row(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    Ok(SessionRow {
        id: SessionId(row.get("id")?),
        version: ActId(row.get("act")?),
        class: ClassId(row.get("class")?),
        day: value::day(row, "day")?,
        slot: value::slot(row)?,
        hours: ClassHours::new(row.get("hours")?),
        kind: value::session_kind(row)?,
        instructor: row.get("instructor")?,
        room: row.get("room")?,
        topic: row.get("topic")?,
        cancelled: row.get("cancelled")?,
    })
}

/// Sessions `s` of classes `c` with how far their rolls are taken. `which` may name `{expected}`.
pub(super) fn rolled(which: &str) -> String {
    format!(
        "SELECT {COLUMNS}, c.code, c.course,
        (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND {EXPECTED}) AS expected,
        (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND {EXPECTED}
            AND coalesce((SELECT m.kind FROM mark m WHERE m.session = s.id AND m.enrolment = e.id ORDER BY m.id DESC LIMIT 1), 'cleared')
                <> 'cleared') AS taken,
        (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND {EXPECTED}
            AND (SELECT m.kind FROM mark m WHERE m.session = s.id AND m.enrolment = e.id ORDER BY m.id DESC LIMIT 1) = 'present') AS present
        FROM session s JOIN class c ON c.id = s.class {}",
        which.replace("{expected}", EXPECTED)
    )
}

const OF_A_DAY: &str = "WHERE s.day = ?1 AND s.cancelled IS NULL AND s.void IS NULL AND c.void IS NULL
    ORDER BY s.from_min, c.code LIMIT ?2";

/// A row of [`rolled`].
pub(super) fn day_row(row: &Row<'_>) -> rusqlite::Result<DayRow> {
    Ok(DayRow {
        session: session_row(row)?,
        code: class_code(row)?,
        course: CourseKey(row.get("course")?),
        expected: row.get("expected")?,
        taken: row.get("taken")?,
        present: row.get("present")?,
    })
}

/// Standing sessions of its class that overlap a standing session.
pub(super) const OVERLAPPING: &str =
    "SELECT 1 FROM session a CROSS JOIN session b ON b.class = a.class AND b.day = a.day
    WHERE a.id = ?1 AND a.cancelled IS NULL AND a.void IS NULL AND b.id <> a.id
    AND b.from_min < a.to_min AND b.to_min > a.from_min AND b.cancelled IS NULL AND b.void IS NULL";

impl Store {
    /// All sessions of a class, cancelled ones too, in order of time.
    pub fn sessions(&self, class: ClassId) -> Result<Vec<SessionRow>> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM session s WHERE s.class = ?1 AND s.void IS NULL ORDER BY s.day, s.from_min, s.id"))
            .and_then(|mut rows| rows.query_map([class.0], session_row)?.collect())
            .map_err(at("reading a timetable"))
    }

    pub fn session(&self, id: SessionId) -> Result<SessionRow> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM session s WHERE s.id = ?1 AND s.void IS NULL"))
            .and_then(|mut row| row.query_row([id.0], session_row).optional())
            .map_err(at("reading a session"))?
            .ok_or(StoreError::Gone)
    }

    /// Sessions of a day over all classes, at most `limit`.
    pub fn sessions_on(&self, day: NaiveDate, limit: u32) -> Result<Vec<DayRow>> {
        self.conn
            .prepare_cached(&rolled(OF_A_DAY))
            .and_then(|mut rows| rows.query_map(params![day_text(day), limit], day_row)?.collect())
            .map_err(at("reading the sessions of a day"))
    }
}

impl Writer<'_> {
    pub fn add_session(&mut self, class: ClassId, plan: &SessionPlan) -> Result<SessionId> {
        self.must_stand(CLASS_STANDS, [class.0])?;
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO session (uid, class, day, from_min, to_min, hours, kind, instructor, room, topic, made, act)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    uid.0,
                    class.0,
                    day_text(plan.day),
                    plan.slot.from().minute(),
                    plan.slot.to().minute(),
                    plan.hours.get(),
                    plan.kind.key(),
                    plan.instructor,
                    plan.room,
                    plan.topic,
                    self.seq.0,
                ])
            })
            .map_err(at("adding a session"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Session, id, uid)?;
        self.must_overlap_nothing(SessionId(id))?;
        Ok(SessionId(id))
    }

    pub fn change_session(&mut self, id: SessionId, version: ActId, plan: &SessionPlan) -> Result<()> {
        self.change(Kind::Session, id.0, Some(version), |tx| {
            tx.execute(
                "UPDATE session SET day = ?1, from_min = ?2, to_min = ?3, hours = ?4, kind = ?5, instructor = ?6, room = ?7, topic = ?8
                 WHERE id = ?9",
                params![
                    day_text(plan.day),
                    plan.slot.from().minute(),
                    plan.slot.to().minute(),
                    plan.hours.get(),
                    plan.kind.key(),
                    plan.instructor,
                    plan.room,
                    plan.topic,
                    id.0,
                ],
            )
        })?;
        self.must_overlap_nothing(id)
    }

    /// Two desks may plan at once: a class never overlaps itself, whoever was asked before.
    pub(super) fn must_overlap_nothing(&self, id: SessionId) -> Result<()> {
        let overlaps = self
            .tx
            .prepare_cached(OVERLAPPING)
            .and_then(|mut rows| rows.exists([id.0]))
            .map_err(at("looking for an overlapping session"))?;
        if overlaps { Err(StoreError::Taken(Taken::Session)) } else { Ok(()) }
    }

    /// Cancels a session; its marks stay on file and earn nothing.
    pub fn cancel_session(&mut self, id: SessionId, version: ActId, reason: &str) -> Result<()> {
        self.change(Kind::Session, id.0, Some(version), |tx| {
            tx.execute("UPDATE session SET cancelled = ?1 WHERE id = ?2", params![reason, id.0])
        })
    }
}
