//! Classes: runs of a course.

use super::Result;
use super::act::Writer;
use super::error::{StoreError, at};
use super::kind::Kind;
use super::open::Store;
use super::rows::ClassRow;
use super::value::{self, damaged, day_text};
use crate::domain::class::{ClassCode, ClassPlan};
use crate::domain::course::CourseKey;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

const CLASS: &str = "SELECT c.id, c.uid, c.act, c.code, c.course, c.hours, c.start_on, c.end_on, c.capacity, c.place, c.instructor,
    c.pack_id, c.pack_hash,
    (SELECT count(*) FROM enrolment e WHERE e.class = c.id AND e.left_on IS NULL AND e.void IS NULL) AS seats_taken,
    (SELECT count(*) FROM waiting w WHERE w.class = c.id AND w.ended IS NULL AND w.void IS NULL) AS waiting,
    (SELECT coalesce(sum(s.hours), 0) FROM session s WHERE s.class = c.id AND s.cancelled IS NULL AND s.void IS NULL) AS planned
    FROM class c WHERE c.void IS NULL";

fn class_row(row: &Row<'_>) -> rusqlite::Result<ClassRow> {
    Ok(ClassRow {
        id: ClassId(row.get("id")?),
        uid: value::uid(row, "uid")?,
        version: ActId(row.get("act")?),
        code: class_code(row)?,
        course: CourseKey(row.get("course")?),
        hours: ClassHours::new(row.get("hours")?),
        start: value::day(row, "start_on")?,
        end: value::day(row, "end_on")?,
        capacity: row.get("capacity")?,
        place: row.get("place")?,
        instructor: row.get("instructor")?,
        pack_id: row.get("pack_id")?,
        pack_hash: row.get("pack_hash")?,
        seats_taken: row.get("seats_taken")?,
        waiting: row.get("waiting")?,
        planned: ClassHours::new(row.get("planned")?),
    })
}

pub(super) fn class_code(row: &Row<'_>) -> rusqlite::Result<ClassCode> {
    row.get_ref("code")?.as_str().ok().and_then(ClassCode::parse).ok_or_else(|| damaged("a class code"))
}

impl Store {
    pub fn class(&self, id: ClassId) -> Result<ClassRow> {
        self.conn
            .prepare_cached(&format!("{CLASS} AND c.id = ?1"))
            .and_then(|mut class| class.query_row([id.0], class_row).optional())
            .map_err(at("reading a class"))?
            .ok_or(StoreError::Gone)
    }

    pub fn class_by_code(&self, code: &ClassCode) -> Result<Option<ClassRow>> {
        self.conn
            .prepare_cached(&format!("{CLASS} AND c.code = ?1"))
            .and_then(|mut class| class.query_row([code.as_str()], class_row).optional())
            .map_err(at("reading a class"))
    }

    /// Classes that end on or after `day`, by start; then those that ended, newest first. At most `limit`.
    pub fn classes(&self, day: NaiveDate, limit: u32) -> Result<Vec<ClassRow>> {
        let running = format!("{CLASS} AND c.end_on >= ?1 ORDER BY c.start_on, c.id LIMIT ?2");
        let ended = format!("{CLASS} AND c.end_on < ?1 ORDER BY c.end_on DESC, c.id DESC LIMIT ?2");
        let mut rows: Vec<ClassRow> = Vec::new();
        for sql in [running, ended] {
            let left = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            let more: Vec<ClassRow> = self
                .conn
                .prepare_cached(&sql)
                .and_then(|mut classes| classes.query_map(params![day_text(day), left], class_row)?.collect())
                .map_err(at("reading classes"))?;
            rows.extend(more);
        }
        Ok(rows)
    }
}

impl Writer<'_> {
    /// A class and the rule pack that judges it.
    pub fn add_class(&mut self, plan: &ClassPlan, pack_id: &str, pack_hash: &str) -> Result<ClassId> {
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO class (uid, code, course, hours, start_on, end_on, capacity, place, instructor, pack_id, pack_hash, made, act)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    uid.0,
                    plan.code.as_str(),
                    plan.course.0,
                    plan.hours.get(),
                    day_text(plan.start),
                    day_text(plan.end),
                    plan.capacity,
                    plan.place,
                    plan.instructor,
                    pack_id,
                    pack_hash,
                    self.seq.0,
                ])
            })
            .map_err(at("adding a class"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Class, id, uid)?;
        Ok(ClassId(id))
    }

    pub fn change_class(&mut self, id: ClassId, version: ActId, plan: &ClassPlan) -> Result<()> {
        self.change(Kind::Class, id.0, Some(version), |tx| {
            tx.execute(
                "UPDATE class SET code = ?1, course = ?2, hours = ?3, start_on = ?4, end_on = ?5, capacity = ?6, place = ?7,
                    instructor = ?8 WHERE id = ?9",
                params![
                    plan.code.as_str(),
                    plan.course.0,
                    plan.hours.get(),
                    day_text(plan.start),
                    day_text(plan.end),
                    plan.capacity,
                    plan.place,
                    plan.instructor,
                    id.0,
                ],
            )
        })
    }

    /// Names a class as what the act is about, for acts that write no row of their own.
    pub fn about_class(&mut self, class: &ClassRow) {
        self.about(Kind::Class.table(), class.uid);
    }
}
