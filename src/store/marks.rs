//! Lines of the roll, only ever added. The latest line of a cell counts and is found by index.

use super::Result;
use super::act::Writer;
use super::audit::mark_digest;
use super::error::at;
use super::open::Store;
use super::rows::MarkLine;
use super::value::{self, layer_text, mark_text, source_text};
use crate::domain::calendar::Stamp;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, MarkId, SessionId};
use crate::domain::mark::{Layer, Mark, Source};
use rusqlite::{Connection, OptionalExtension, Row, params};

const LINE: &str = "SELECT m.id, m.session, m.enrolment, m.kind, m.late, m.early, m.source, m.file, m.line, m.layer,
    o.name AS operator, m.at_ms, m.at_n, m.reason, m.replaces, m.act FROM mark m JOIN operator o ON o.id = m.operator";

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
        at: Stamp { ms: row.get("at_ms")?, n: row.get("at_n")? },
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

impl Store {
    /// The lines that count in one session.
    pub fn marks_of_session(&self, session: SessionId) -> Result<Vec<MarkLine>> {
        lines(&self.conn, &format!("m.session = ?1 AND {LATEST}"), session.0)
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

impl Writer<'_> {
    /// Adds a line to a cell; it names the line it replaces. Refused when session or enrolment was taken back or
    /// cancelled while this act waited for its turn.
    pub fn mark(&mut self, session: SessionId, enrolment: EnrolmentId, new: NewMark<'_>) -> Result<MarkId> {
        self.must_stand(
            "SELECT 1 FROM session s JOIN enrolment e ON e.class = s.class
             WHERE s.id = ?1 AND e.id = ?2 AND s.void IS NULL AND s.cancelled IS NULL AND e.void IS NULL",
            [session.0, enrolment.0],
        )?;
        self.add_line(session, enrolment, new)
    }

    /// Adds a line wherever its cell is: an undo may clear a mark in a session cancelled since.
    pub(super) fn add_line(
        &mut self,
        session: SessionId,
        enrolment: EnrolmentId,
        new: NewMark<'_>,
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
                    self.operator.0,
                    self.desk,
                    self.stamp.ms,
                    self.stamp.n,
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

    /// The mark that counts in a cell now, inside this act: what another process wrote in between is seen.
    pub fn mark_now(&self, session: SessionId, enrolment: EnrolmentId) -> Result<Option<Mark>> {
        Ok(latest(self.tx, session, enrolment)?.map(|(_, mark)| mark).filter(|mark| mark.stands()))
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
