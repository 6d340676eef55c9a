//! What was said of whole rolls, and the rolls that nobody took to the end.

use super::Result;
use super::act::Writer;
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use super::rows::{DayRow, RollRow, RollWritten};
use super::sessions::{day_row, rolled};
use super::value::{self, damaged, day_text};
use crate::domain::calendar::Moment;
use crate::domain::ids::{ActId, SessionId};
use crate::domain::roll::RollLine;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

/// Kind, sheet and note of a line, as the table has them.
fn columns(line: &RollLine) -> (&'static str, &str, &str) {
    match line {
        RollLine::Completed => ("completed", "", ""),
        RollLine::BackEntry { sheet, reason } => ("back-entry", sheet, reason),
        RollLine::Paper { sheet, note } => ("paper", sheet, note),
    }
}

fn roll_line(row: &Row<'_>) -> rusqlite::Result<RollLine> {
    let (sheet, note) = (row.get("sheet")?, row.get("note")?);
    match row.get_ref("kind")?.as_str() {
        Ok("completed") => Ok(RollLine::Completed),
        Ok("back-entry") => Ok(RollLine::BackEntry { sheet, reason: note }),
        Ok("paper") => Ok(RollLine::Paper { sheet, note }),
        _ => Err(damaged("a line of a roll")),
    }
}

/// Of the newest sessions begun by then, those with somebody expected and not taken, in order of time. The inner
/// limit is what keeps it fast where years of rolls are complete; the outer one where none is.
pub(super) const NOT_TAKEN: &str = "WHERE s.id IN (WITH recent AS (
        SELECT id FROM session INDEXED BY session_day
        WHERE day BETWEEN ?1 AND ?2 AND (day < ?2 OR from_min <= ?3) AND cancelled IS NULL AND void IS NULL
        ORDER BY day DESC, from_min DESC LIMIT ?4)
    SELECT s.id FROM recent r CROSS JOIN session s ON s.id = r.id CROSS JOIN class k ON k.id = s.class
    WHERE k.void IS NULL AND EXISTS (SELECT 1 FROM enrolment e WHERE e.class = s.class AND {expected}
        AND coalesce((SELECT m.kind FROM mark m WHERE m.session = s.id AND m.enrolment = e.id ORDER BY m.id DESC LIMIT 1), 'cleared')
            = 'cleared')
    LIMIT ?5) ORDER BY s.day, s.from_min, c.code";

impl Store {
    /// What was said of the roll of a session, first to last.
    pub fn roll_lines(&self, session: SessionId) -> Result<Vec<RollRow>> {
        self.conn
            .prepare_cached(
                "SELECT r.kind, r.sheet, r.note, r.made, a.wall_ms, o.name AS operator FROM roll_line r
                 JOIN act a ON a.seq = r.made JOIN operator o ON o.uid = a.operator
                 WHERE r.session = ?1 AND r.void IS NULL ORDER BY r.id",
            )
            .and_then(|mut rows| {
                rows.query_map([session.0], |row| {
                    Ok(RollRow {
                        line: roll_line(row)?,
                        operator: row.get("operator")?,
                        wall_ms: row.get("wall_ms")?,
                        act: ActId(row.get("made")?),
                    })
                })?
                .collect()
            })
            .map_err(at("reading what was said of a roll"))
    }

    /// The day of the nth newest session that stands and is not later than `today`; `None` where there are fewer.
    pub fn nth_newest_day(&self, today: NaiveDate, nth: u32) -> Result<Option<NaiveDate>> {
        self.conn
            .prepare_cached(
                "SELECT day FROM session INDEXED BY session_day WHERE day <= ?1 AND cancelled IS NULL AND void IS NULL
                 ORDER BY day DESC LIMIT 1 OFFSET ?2",
            )
            .and_then(|mut days| {
                days.query_row(params![day_text(today), nth], |row| value::day(row, "day")).optional()
            })
            .map_err(at("looking how far back the newest sessions reach"))
    }

    /// Sessions begun by `now`, not before `since`, with somebody not taken, in order of time. Looks through the
    /// newest `looked` sessions and stops at `limit` found.
    pub fn rolls_not_taken(
        &self,
        now: Moment,
        since: NaiveDate,
        looked: u32,
        limit: u32,
    ) -> Result<Vec<DayRow>> {
        let (since, today) = (day_text(since), day_text(now.day));
        self.conn
            .prepare_cached(&rolled(NOT_TAKEN))
            .and_then(|mut rows| {
                rows.query_map(params![since, today, now.time.minute(), looked, limit], day_row)?.collect()
            })
            .map_err(at("looking for rolls that nobody took"))
    }
}

impl Writer<'_> {
    /// The rolls that this act wrote so far: their days, and who teaches there.
    pub fn rolls_written(&self) -> Result<Vec<RollWritten>> {
        self.tx
            .prepare_cached(
                "SELECT s.day, s.instructor AS of_session, c.instructor AS of_class,
                    EXISTS (SELECT 1 FROM mark m WHERE m.session = s.id AND m.act = ?1 AND m.layer = 'office') AS of_office
                 FROM session s JOIN class c ON c.id = s.class WHERE s.id IN (
                    SELECT session FROM mark WHERE act = ?1 UNION SELECT session FROM roll_line
                    WHERE uid IN (SELECT uid FROM revision WHERE act = ?1 AND kind = 'roll_line'))",
            )
            .and_then(|mut rows| {
                rows.query_map([self.seq.0], |row| {
                    Ok(RollWritten {
                        day: value::day(row, "day")?,
                        of_session: row.get("of_session")?,
                        of_class: row.get("of_class")?,
                        of_office: row.get("of_office")?,
                    })
                })?
                .collect()
            })
            .map_err(at("reading the rolls of an act"))
    }

    /// Says something of a whole roll. Refused when the session was taken back or cancelled while this act waited
    /// for its turn.
    pub fn add_roll_line(&mut self, session: SessionId, line: &RollLine) -> Result<()> {
        self.must_stand(
            "SELECT 1 FROM session WHERE id = ?1 AND void IS NULL AND cancelled IS NULL",
            [session.0],
        )?;
        let uid = self.new_uid();
        let (kind, sheet, note) = columns(line);
        self.tx
            .prepare_cached(
                "INSERT INTO roll_line (uid, session, kind, sheet, note, made, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
            )
            .and_then(|mut insert| insert.execute(params![uid.0, session.0, kind, sheet, note, self.seq.0]))
            .map_err(at("adding a line of a roll"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted_quietly(Kind::RollLine, id, uid)
    }
}
