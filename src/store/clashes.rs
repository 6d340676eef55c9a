//! Where and when other classes meet: what a session may get in the way of. Rows only; what a clash is stands in `app`.

use super::Result;
use super::classes::class_code;
use super::error::at;
use super::open::Store;
use super::rows::{MeetingRow, SharedRow};
use super::value::{self, day_text};
use crate::domain::ids::{ClassId, SessionId, TraineeId};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// What meetings are looked for by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'a> {
    Room(&'a str),
    /// All the words that stand for the instructors of a session.
    Instructors(&'a str),
}

const MEETING: &str =
    "SELECT s.id, s.class, c.code, s.day, s.from_min, s.to_min FROM session s JOIN class c ON c.id = s.class";
const STANDS: &str = "s.day BETWEEN ?2 AND ?3 AND s.cancelled IS NULL AND s.void IS NULL AND c.void IS NULL";

pub(super) const IN_ROOM: &str =
    "{MEETING} WHERE s.room = ?1 AND {STANDS} AND s.class <> ?4 ORDER BY s.day LIMIT ?5";
pub(super) const OF_INSTRUCTOR: &str =
    "{MEETING} WHERE s.instructor = ?1 AND {STANDS} AND s.class <> ?4 ORDER BY s.day LIMIT ?5";
/// The next in the alphabet: an index over sessions is passed once a word, not once a session.
pub(super) const NEXT_INSTRUCTOR: &str = "SELECT instructor FROM session
    WHERE instructor > ?1 AND cancelled IS NULL AND void IS NULL ORDER BY instructor LIMIT 1";
pub(super) const OF_CLASS: &str =
    "{MEETING} WHERE s.class = ?1 AND {STANDS} ORDER BY s.day, s.from_min LIMIT ?4";
/// From the seats of one class over the people to their other classes.
pub(super) const SHARED: &str = "SELECT e.trainee, e.seat, t.name, e.joined_on, e.left_on,
    o.class, o.joined_on AS joined_there, o.left_on AS left_there
    FROM enrolment e CROSS JOIN enrolment o ON o.trainee = e.trainee CROSS JOIN trainee t ON t.id = e.trainee
    WHERE e.class = ?1 AND e.void IS NULL AND o.class <> ?1 AND o.void IS NULL ORDER BY e.seat LIMIT ?2";
/// The other classes of somebody who is about to be seated in a class from a day on.
pub(super) const ELSEWHERE: &str =
    "SELECT o.trainee, NULL AS seat, t.name, ?3 AS joined_on, NULL AS left_on, o.class,
    o.joined_on AS joined_there, o.left_on AS left_there
    FROM enrolment o JOIN trainee t ON t.id = o.trainee
    WHERE o.trainee = ?1 AND o.class <> ?2 AND o.void IS NULL LIMIT ?4";

/// The query with the columns of a meeting and the condition that it stands.
pub(super) fn meeting(sql: &str) -> String {
    sql.replace("{MEETING}", MEETING).replace("{STANDS}", STANDS)
}

fn meeting_row(row: &Row<'_>) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        session: SessionId(row.get("id")?),
        class: ClassId(row.get("class")?),
        code: class_code(row)?,
        day: value::day(row, "day")?,
        slot: value::slot(row)?,
    })
}

fn shared_row(row: &Row<'_>) -> rusqlite::Result<SharedRow> {
    Ok(SharedRow {
        trainee: TraineeId(row.get("trainee")?),
        seat: row.get("seat")?,
        name: row.get("name")?,
        joined: value::day(row, "joined_on")?,
        left: value::day_or_none(row, "left_on")?,
        there: ClassId(row.get("class")?),
        joined_there: value::day(row, "joined_there")?,
        left_there: value::day_or_none(row, "left_there")?,
    })
}

impl Store {
    /// Sessions in a room or of an instructor between two days, those of one class left out. At most `limit`.
    pub fn meetings(
        &self,
        wanted: Wanted<'_>,
        days: (NaiveDate, NaiveDate),
        except: ClassId,
        limit: u32,
    ) -> Result<Vec<MeetingRow>> {
        let (sql, name) = match wanted {
            Wanted::Room(name) => (IN_ROOM, name),
            Wanted::Instructors(name) => (OF_INSTRUCTOR, name),
        };
        let (first, last) = (day_text(days.0), day_text(days.1));
        self.conn
            .prepare_cached(&meeting(sql))
            .and_then(|mut rows| {
                rows.query_map(params![name, first, last, except.0, limit], meeting_row)?.collect()
            })
            .map_err(at("reading who meets where"))
    }

    /// Whatever stands for the instructors of sessions, each wording once; at most `limit`.
    pub fn instructors(&self, limit: usize) -> Result<Vec<String>> {
        let doing = "reading who teaches";
        let mut next = self.conn.prepare_cached(NEXT_INSTRUCTOR).map_err(at(doing))?;
        let mut wordings: Vec<String> = Vec::new();
        while wordings.len() < limit {
            let last = wordings.last().map_or("", String::as_str);
            let found = next.query_row([last], |row| row.get(0)).optional().map_err(at(doing))?;
            let Some(wording) = found else { break };
            wordings.push(wording);
        }
        Ok(wordings)
    }

    /// Sessions of a class between two days, at most `limit`.
    pub fn meetings_of_class(
        &self,
        class: ClassId,
        days: (NaiveDate, NaiveDate),
        limit: u32,
    ) -> Result<Vec<MeetingRow>> {
        let (first, last) = (day_text(days.0), day_text(days.1));
        self.conn
            .prepare_cached(&meeting(OF_CLASS))
            .and_then(|mut rows| rows.query_map(params![class.0, first, last, limit], meeting_row)?.collect())
            .map_err(at("reading when a class meets"))
    }

    /// People of a class with their other classes, at most `limit` pairs.
    pub fn shared_trainees(&self, class: ClassId, limit: u32) -> Result<Vec<SharedRow>> {
        self.conn
            .prepare_cached(SHARED)
            .and_then(|mut rows| rows.query_map(params![class.0, limit], shared_row)?.collect())
            .map_err(at("reading the other classes of people"))
    }

    /// The other classes of somebody who would be in `class` from a day on, at most `limit`.
    pub fn elsewhere(
        &self,
        trainee: TraineeId,
        class: ClassId,
        joined: NaiveDate,
        limit: u32,
    ) -> Result<Vec<SharedRow>> {
        self.conn
            .prepare_cached(ELSEWHERE)
            .and_then(|mut rows| {
                rows.query_map(params![trainee.0, class.0, day_text(joined), limit], shared_row)?.collect()
            })
            .map_err(at("reading the other classes of a person"))
    }
}
