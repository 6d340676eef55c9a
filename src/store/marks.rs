//! Lines of the roll, only ever added. The latest line of a cell counts and is found by index.

use super::Result;
use super::act::Writer;
use super::audit::mark_digest;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::{MarkLine, SessionRow};
use super::value::{self, day_text, layer_text, mark_text, source_text};
use crate::domain::calendar::{Moment, Stamp};
use crate::domain::ids::{ActId, ClassId, EnrolmentId, MarkId, OperatorId, SessionId};
use crate::domain::mark::{Layer, Mark, Source};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// The stamp of a line only grows, so a clock that was once ahead stays in it; the time shown is what the clock said.
/// A line that an undo brought back has the stamp of the one that first said it, and so its time.
pub(super) const LINE: &str =
    "SELECT m.id, m.session, m.enrolment, m.kind, m.late, m.early, m.source, m.file, m.line, m.layer,
    o.name AS operator, m.reason, m.replaces, m.act,
    CASE WHEN (a.at_ms, a.at_n) = (m.at_ms, m.at_n) THEN a.wall_ms ELSE
        (SELECT first.wall_ms FROM mark f JOIN act first ON first.seq = f.act
         WHERE f.session = m.session AND f.enrolment = m.enrolment AND (f.at_ms, f.at_n) = (m.at_ms, m.at_n)
         ORDER BY f.id LIMIT 1) END AS wall_ms
    FROM mark m JOIN operator o ON o.id = m.operator JOIN act a ON a.seq = m.act";

/// Nothing later stands in the same cell.
pub(super) const LATEST: &str = "NOT EXISTS (SELECT 1 FROM mark n WHERE n.session = m.session AND n.enrolment = m.enrolment AND n.id > m.id)";

fn mark_line(row: &Row<'_>) -> rusqlite::Result<MarkLine> {
    Ok(MarkLine {
        id: MarkId(row.get("id")?),
        session: SessionId(row.get("session")?),
        enrolment: EnrolmentId(row.get("enrolment")?),
        mark: value::mark(row)?,
        source: value::source(row)?,
        layer: value::layer(row)?,
        operator: row.get("operator")?,
        wall_ms: row.get("wall_ms")?,
        reason: row.get("reason")?,
        replaces: row.get::<_, Option<i64>>("replaces")?.map(MarkId),
        act: ActId(row.get("act")?),
    })
}

fn lines(conn: &Connection, condition: &str, key: i64) -> Result<Vec<MarkLine>> {
    conn.prepare_cached(&format!("{LINE} WHERE {condition}"))
        .and_then(|mut rows| rows.query_map([key], mark_line)?.collect())
        .map_err(at("reading marks"))
}

fn of_session(conn: &Connection, session: SessionId) -> Result<Vec<MarkLine>> {
    lines(conn, &format!("m.session = ?1 AND {LATEST}"), session.0)
}

impl Store {
    /// The lines that count in one session.
    pub fn marks_of_session(&self, session: SessionId) -> Result<Vec<MarkLine>> {
        of_session(&self.conn, session)
    }

    /// The lines that count in all sessions of a class.
    pub fn marks_of_class(&self, class: ClassId) -> Result<Vec<MarkLine>> {
        lines(
            &self.conn,
            &format!("m.session IN (SELECT id FROM session WHERE class = ?1) AND {LATEST}"),
            class.0,
        )
    }

    /// The lines that an act added, at most `limit`.
    pub fn marks_of_act(&self, act: ActId, limit: u32) -> Result<Vec<MarkLine>> {
        self.conn
            .prepare_cached(&format!("{LINE} WHERE m.act = ?1 ORDER BY m.id LIMIT ?2"))
            .and_then(|mut rows| rows.query_map(params![act.0, limit], mark_line)?.collect())
            .map_err(at("reading the marks of an act"))
    }

    /// The first day on whose roll an act wrote.
    pub fn first_day_marked(&self, act: ActId) -> Result<Option<NaiveDate>> {
        self.conn
            .prepare_cached("SELECT s.day FROM mark m JOIN session s ON s.id = m.session WHERE m.act = ?1 ORDER BY s.day LIMIT 1")
            .and_then(|mut row| row.query_row([act.0], |row| value::day(row, "day")).optional())
            .map_err(at("reading the marks of an act"))
    }

    /// The mark that a line replaced.
    pub fn mark_before(&self, line: &MarkLine) -> Result<Option<Mark>> {
        let Some(before) = line.replaces else { return Ok(None) };
        self.conn
            .prepare_cached("SELECT kind, late, early FROM mark WHERE id = ?1")
            .and_then(|mut row| row.query_row([before.0], value::mark))
            .map(|mark| Some(mark).filter(|mark| mark.stands()))
            .map_err(at("reading a replaced mark"))
    }

    /// Every line of one cell, first to last.
    pub fn lines_of_cell(&self, session: SessionId, enrolment: EnrolmentId) -> Result<Vec<MarkLine>> {
        self.conn
            .prepare_cached(&format!("{LINE} WHERE m.session = ?1 AND m.enrolment = ?2 ORDER BY m.id"))
            .and_then(|mut rows| rows.query_map(params![session.0, enrolment.0], mark_line)?.collect())
            .map_err(at("reading a cell of the roll"))
    }
}

/// The line that counts in a cell.
pub(super) fn latest(
    conn: &Connection,
    session: SessionId,
    enrolment: EnrolmentId,
) -> Result<Option<(MarkId, Mark)>> {
    conn.prepare_cached("SELECT id, kind, late, early FROM mark WHERE session = ?1 AND enrolment = ?2 ORDER BY id DESC LIMIT 1")
        .and_then(|mut row| {
            row.query_row(params![session.0, enrolment.0], |row| Ok((MarkId(row.get("id")?), value::mark(row)?))).optional()
        })
        .map_err(at("reading the latest mark"))
}

/// What a new line says, beside its cell.
#[derive(Debug, Clone, Copy)]
pub struct NewMark<'a> {
    pub mark: Mark,
    pub source: &'a Source,
    pub layer: Layer,
    pub reason: &'a str,
}

/// Whose word a line is, and of when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) operator: OperatorId,
    pub(super) at: Stamp,
}

impl Writer<'_> {
    /// Adds a line to a cell of a session as it was read; it names the line it replaces. Refused when session or
    /// enrolment was taken back or cancelled while this act waited for its turn, or the session was moved: what was
    /// allowed on one day may not be on another.
    pub fn mark(&mut self, session: &SessionRow, enrolment: EnrolmentId, new: NewMark<'_>) -> Result<MarkId> {
        self.must_stand(
            "SELECT 1 FROM session s JOIN enrolment e ON e.class = s.class
             WHERE s.id = ?1 AND e.id = ?2 AND s.void IS NULL AND s.cancelled IS NULL AND e.void IS NULL",
            [session.id.0, enrolment.0],
        )?;
        self.must_be_as_read(Kind::Session, session.id.0, session.version)?;
        let said = Said { operator: self.operator, at: self.stamp };
        self.add_line(session.id, enrolment, new, said)
    }

    /// Adds a line wherever its cell is: an undo may clear a mark in a session cancelled since, and what it brings
    /// back is the word of whoever said it.
    pub(super) fn add_line(
        &mut self,
        session: SessionId,
        enrolment: EnrolmentId,
        new: NewMark<'_>,
        said: Said,
    ) -> Result<MarkId> {
        let replaces = latest(self.tx, session, enrolment)?.map(|(id, _)| id.0);
        let uid = self.new_uid();
        let (late, early) = new.mark.minutes();
        let (file, line) = match new.source {
            Source::Device { file, line } => (Some(*file), Some(*line)),
            _ => (None, None),
        };
        self.tx
            .prepare_cached(
                "INSERT INTO mark (uid, session, enrolment, kind, late, early, source, file, line, layer, operator, desk, at_ms, at_n,
                    reason, replaces, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            )
            .and_then(|mut insert| {
                insert.execute(params![
                    uid.0,
                    session.0,
                    enrolment.0,
                    mark_text(new.mark),
                    late.get(),
                    early.get(),
                    source_text(new.source),
                    file,
                    line,
                    layer_text(new.layer),
                    said.operator.0,
                    self.desk,
                    said.at.ms,
                    said.at.n,
                    new.reason,
                    replaces,
                    self.seq.0,
                ])
            })
            .map_err(at("adding a mark"))?;
        let id = self.tx.last_insert_rowid();
        let digest = mark_digest(self.tx, id)?;
        self.marked(digest);
        Ok(MarkId(id))
    }

    /// The lines that count in one session, inside this act.
    pub fn marks_of_session(&self, session: SessionId) -> Result<Vec<MarkLine>> {
        of_session(self.tx, session)
    }

    /// The mark that counts in a cell now, inside this act: what another process wrote in between is seen.
    pub fn mark_now(&self, session: SessionId, enrolment: EnrolmentId) -> Result<Option<Mark>> {
        Ok(latest(self.tx, session, enrolment)?.map(|(_, mark)| mark).filter(|mark| mark.stands()))
    }

    /// The days of standing sessions of a class before a day in which a mark says what happened, as
    /// [`Mark::holds`] has it, one for each session in order of time.
    pub fn marked_before(&self, class: ClassId, day: NaiveDate, now: Moment) -> Result<Vec<NaiveDate>> {
        self.tx
            .prepare_cached(&format!(
                "SELECT s.day FROM session s
                 WHERE s.class = ?1 AND s.day < ?2 AND s.cancelled IS NULL AND s.void IS NULL
                 AND EXISTS (SELECT 1 FROM mark m WHERE m.session = s.id AND {LATEST} AND m.kind <> 'cleared'
                    AND (m.kind NOT IN ('sick', 'personal') OR s.day < ?3 OR (s.day = ?3 AND s.from_min <= ?4)))
                 ORDER BY s.day, s.from_min"
            ))
            .and_then(|mut days| {
                let (today, minute) = (day_text(now.day), now.time.minute());
                days.query_map(params![class.0, day_text(day), today, minute], |row| value::day(row, "day"))?
                    .collect()
            })
            .map_err(at("looking for marked sessions"))
    }

    /// The line by which the office has spoken about a cell, inside this act. An office that cleared a cell has given
    /// it back.
    pub fn office_line(&self, session: SessionId, enrolment: EnrolmentId) -> Result<Option<MarkLine>> {
        self.tx
            .prepare_cached(&format!(
                "{LINE} WHERE m.session = ?1 AND m.enrolment = ?2 ORDER BY m.id DESC LIMIT 1"
            ))
            .and_then(|mut row| row.query_row(params![session.0, enrolment.0], mark_line).optional())
            .map(|line| line.filter(MarkLine::is_of_office))
            .map_err(at("reading the latest mark"))
    }

    /// Names the one enrolment an act on the roll is about.
    pub fn about_enrolment(&mut self, enrolment: EnrolmentId) -> Result<()> {
        let uid = self
            .tx
            .query_row("SELECT uid FROM enrolment WHERE id = ?1", [enrolment.0], |row| value::uid(row, "uid"))
            .map_err(at("naming an enrolment"))?;
        self.about("enrolment", uid);
        Ok(())
    }

    /// Names the session an act on the whole roll is about.
    pub fn about_session(&mut self, session: SessionId) -> Result<()> {
        let uid = self
            .tx
            .query_row("SELECT uid FROM session WHERE id = ?1", [session.0], |row| value::uid(row, "uid"))
            .map_err(at("naming a session"))?;
        self.about("session", uid);
        Ok(())
    }
}
