//! Domain types as columns, one place for all of them. A column that does not parse is damage, never a guess.

use super::error::StoreError;
use crate::domain::calendar::{Slot, TimeOfDay};
use crate::domain::change::Changed;
use crate::domain::class::SessionKind;
use crate::domain::departure::DepartureKind;
use crate::domain::hours::Minutes;
use crate::domain::ids::Uid;
use crate::domain::mark::{Layer, LeaveKind, Mark, Source};
use crate::domain::person::Sex;
use chrono::NaiveDate;
use rusqlite::Row;

pub(super) fn damaged(what: &'static str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        Box::new(StoreError::Damaged(what)),
    )
}

pub(super) fn uid(row: &Row<'_>, column: &str) -> rusqlite::Result<Uid> {
    row.get::<_, [u8; 16]>(column).map(Uid)
}

pub(super) fn day_text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

pub(super) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    row.get_ref(column)?.as_str().ok().and_then(read_day).ok_or_else(|| damaged("a day"))
}

pub(super) fn day_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => day(row, column).map(Some),
    }
}

fn read_day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

pub(super) fn slot(row: &Row<'_>) -> rusqlite::Result<Slot> {
    let (from, to): (u16, u16) = (row.get("from_min")?, row.get("to_min")?);
    let slot = TimeOfDay::from_minute(from)
        .zip(TimeOfDay::from_minute(to))
        .and_then(|(from, to)| Slot::new(from, to));
    slot.ok_or_else(|| damaged("a slot"))
}

pub(super) const fn sex_text(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "m",
        Sex::Female => "f",
    }
}

pub(super) fn sex(row: &Row<'_>) -> rusqlite::Result<Sex> {
    match row.get_ref("sex")?.as_str() {
        Ok("m") => Ok(Sex::Male),
        Ok("f") => Ok(Sex::Female),
        _ => Err(damaged("a sex")),
    }
}

pub(super) fn session_kind(row: &Row<'_>) -> rusqlite::Result<SessionKind> {
    let key = row.get_ref("kind")?.as_str();
    key.ok().and_then(SessionKind::from_key).ok_or_else(|| damaged("a session kind"))
}

pub(super) const fn departure_text(kind: DepartureKind) -> &'static str {
    match kind {
        DepartureKind::Left => "left",
        DepartureKind::Withdrawn => "withdrawn",
        DepartureKind::Transferred => "transferred",
    }
}

/// Nothing where nobody said how it ended, or where it has not.
pub(super) fn departure(row: &Row<'_>) -> rusqlite::Result<Option<DepartureKind>> {
    match row.get_ref("departure")?.as_str_or_null() {
        Ok(None) => Ok(None),
        Ok(Some("left")) => Ok(Some(DepartureKind::Left)),
        Ok(Some("withdrawn")) => Ok(Some(DepartureKind::Withdrawn)),
        Ok(Some("transferred")) => Ok(Some(DepartureKind::Transferred)),
        _ => Err(damaged("a kind of departure")),
    }
}

pub(super) const fn mark_text(mark: Mark) -> &'static str {
    match mark {
        Mark::Present { .. } => "present",
        Mark::Leave(LeaveKind::Sick) => "sick",
        Mark::Leave(LeaveKind::Personal) => "personal",
        Mark::Absent => "absent",
        Mark::Cleared => "cleared",
    }
}

pub(super) fn mark(row: &Row<'_>) -> rusqlite::Result<Mark> {
    let minutes = |column| row.get::<_, u16>(column).map(Minutes::new);
    match row.get_ref("kind")?.as_str() {
        Ok("present") => match (minutes("late")?, minutes("early")?) {
            (Some(late), Some(early)) => Ok(Mark::Present { late, early }),
            _ => Err(damaged("minutes")),
        },
        Ok("sick") => Ok(Mark::Leave(LeaveKind::Sick)),
        Ok("personal") => Ok(Mark::Leave(LeaveKind::Personal)),
        Ok("absent") => Ok(Mark::Absent),
        Ok("cleared") => Ok(Mark::Cleared),
        _ => Err(damaged("a mark")),
    }
}

pub(super) const fn source_text(source: &Source) -> &'static str {
    match source {
        Source::Hand => "hand",
        Source::AllAtOnce => "all",
        Source::Device { .. } => "device",
        Source::Paper => "paper",
    }
}

pub(super) fn source(row: &Row<'_>) -> rusqlite::Result<Source> {
    match row.get_ref("source")?.as_str() {
        Ok("hand") => Ok(Source::Hand),
        Ok("all") => Ok(Source::AllAtOnce),
        Ok("paper") => Ok(Source::Paper),
        Ok("device") => Ok(Source::Device { file: row.get("file")?, line: row.get("line")? }),
        _ => Err(damaged("a source")),
    }
}

pub(super) const fn layer_text(layer: Layer) -> &'static str {
    match layer {
        Layer::Instructor => "instructor",
        Layer::Office => "office",
    }
}

pub(super) fn layer(row: &Row<'_>) -> rusqlite::Result<Layer> {
    match row.get_ref("layer")?.as_str() {
        Ok("instructor") => Ok(Layer::Instructor),
        Ok("office") => Ok(Layer::Office),
        _ => Err(damaged("a layer")),
    }
}

pub(super) fn changed(row: &Row<'_>) -> rusqlite::Result<Changed> {
    row.get_ref("what")?.as_str().ok().and_then(Changed::from_key).ok_or_else(|| damaged("what was changed"))
}
