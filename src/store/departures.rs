//! Departures: how enrolments ended, and both sides of a transfer. The day of leaving stands in the enrolment.

use super::Result;
use super::act::Writer;
use super::error::{StoreError, at};
use super::kind::Kind;
use super::marks::LATEST;
use super::open::Store;
use super::rows::{DepartureRow, SeatIn};
use super::value::{self, damaged, day_text, departure_text};
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::{ClassId, EnrolmentId};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

/// Columns of a departure `d` with the seat `o` in class `oc` to which a transfer led.
pub(super) const DEPARTURE: &str =
    "d.kind AS departure, d.reason, o.class AS other_class, o.seat AS other_seat, oc.code AS other_code";
/// Where they come from, beside an enrolment `e`.
pub(super) const DEPARTED: &str = "LEFT JOIN departure d ON d.enrolment = e.id AND d.void IS NULL
    LEFT JOIN enrolment o ON o.id = d.moved_to LEFT JOIN class oc ON oc.id = o.class";

/// The seat on the other side of a transfer.
fn seat_in(row: &Row<'_>) -> rusqlite::Result<SeatIn> {
    let code: String = row.get("other_code")?;
    let code = ClassCode::parse(&code).ok_or_else(|| damaged("a class code"))?;
    Ok(SeatIn { class: ClassId(row.get("other_class")?), code, seat: row.get("other_seat")? })
}

/// Nothing where nobody said how the enrolment in this row ended, or where it has not.
pub(super) fn departure_row(row: &Row<'_>) -> rusqlite::Result<Option<DepartureRow>> {
    let Some(kind) = value::departure(row)? else { return Ok(None) };
    Ok(Some(DepartureRow {
        enrolment: EnrolmentId(row.get("enrolment")?),
        kind,
        reason: row.get("reason")?,
        moved_to: (kind == DepartureKind::Transferred).then(|| seat_in(row)).transpose()?,
    }))
}

/// The day of the last session up to a day, not cancelled, in which a mark of this enrolment stands. Leave that was
/// announced for later says nothing of who was there.
fn last_mark(conn: &Connection, enrolment: EnrolmentId, until: NaiveDate) -> Result<Option<NaiveDate>> {
    conn.prepare_cached(&format!(
        "SELECT max(s.day) AS day FROM mark m JOIN session s ON s.id = m.session
         WHERE m.enrolment = ?1 AND m.kind <> 'cleared' AND s.cancelled IS NULL AND s.day <= ?2 AND {LATEST}"
    ))
    .and_then(|mut row| {
        row.query_row(params![enrolment.0, day_text(until)], |row| value::day_or_none(row, "day"))
    })
    .map_err(at("reading the last mark of an enrolment"))
}

impl Store {
    /// How enrolments of a class ended. Those of a file older than departures have none.
    pub fn departures(&self, class: ClassId) -> Result<Vec<DepartureRow>> {
        self.conn
            .prepare_cached(&format!(
                "SELECT e.id AS enrolment, {DEPARTURE} FROM enrolment e {DEPARTED}
                 WHERE e.class = ?1 AND e.void IS NULL AND d.id IS NOT NULL ORDER BY e.seat"
            ))
            .and_then(|mut rows| {
                rows.query_map([class.0], departure_row)?.filter_map(Result::transpose).collect()
            })
            .map_err(at("reading departures"))
    }

    /// Enrolments of a class that came by transfer, with the seat they came from.
    pub fn arrivals(&self, class: ClassId) -> Result<Vec<(EnrolmentId, SeatIn)>> {
        self.conn
            .prepare_cached(
                "SELECT d.moved_to, b.class AS other_class, b.seat AS other_seat, c.code AS other_code
                 FROM enrolment e JOIN departure d ON d.moved_to = e.id AND d.void IS NULL
                 JOIN enrolment b ON b.id = d.enrolment JOIN class c ON c.id = b.class
                 WHERE e.class = ?1 AND e.void IS NULL ORDER BY e.seat",
            )
            .and_then(|mut rows| {
                rows.query_map([class.0], |row| Ok((EnrolmentId(row.get("moved_to")?), seat_in(row)?)))?
                    .collect()
            })
            .map_err(at("reading arrivals"))
    }

    /// The day of the last mark that stands, up to a day.
    pub fn last_mark(&self, enrolment: EnrolmentId, until: NaiveDate) -> Result<Option<NaiveDate>> {
        last_mark(&self.conn, enrolment, until)
    }
}

impl Writer<'_> {
    /// As the file says while nobody else can write.
    pub fn last_mark(&self, enrolment: EnrolmentId, until: NaiveDate) -> Result<Option<NaiveDate>> {
        last_mark(self.tx, enrolment, until)
    }

    /// Says how an enrolment ended; its day is set by [`Self::leave`].
    pub fn depart(
        &mut self,
        enrolment: EnrolmentId,
        kind: DepartureKind,
        reason: &str,
        moved_to: Option<EnrolmentId>,
    ) -> Result<()> {
        let uid = self.new_uid();
        self.tx
            .prepare_cached(
                "INSERT INTO departure (uid, enrolment, kind, reason, moved_to, made, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)",
            )
            .and_then(|mut insert| {
                let moved_to = moved_to.map(|id| id.0);
                insert.execute(params![uid.0, enrolment.0, departure_text(kind), reason, moved_to, self.seq.0])
            })
            .map_err(|error| match at("recording a departure")(error) {
                // somebody else ended it first
                StoreError::Taken(_) => StoreError::Stale,
                other => other,
            })?;
        let id = self.tx.last_insert_rowid();
        self.inserted(Kind::Departure, id, uid)
    }
}
