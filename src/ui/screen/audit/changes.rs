//! What an act wrote, row by row, in the words of the desk: before and after, numbers of persons masked.

use super::columns::COLUMNS;
use crate::app::Outcome;
use crate::domain::mark::Mark;
use crate::store::rows::{ActRow, RevisionRow};
use crate::text::audit as words;
use crate::text::common;
use crate::ui::command::Ctx;
use serde_json::{Map, Value};

pub(super) enum Line {
    /// Which record, and what became of it.
    Record {
        kind: &'static str,
        did: &'static str,
    },
    Field {
        label: &'static str,
        value: String,
    },
    /// One line of the roll: when, and who from what to what.
    Mark {
        label: String,
        value: String,
    },
    Blank,
}

pub(super) fn lines(act: &ActRow, ctx: &Ctx<'_>) -> Outcome<Vec<Line>> {
    let mut lines = Vec::new();
    for revision in ctx.desk.act_details(act.id)? {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        record(&revision, ctx, &mut lines);
    }
    for mark in ctx.desk.act_marks(act.id)? {
        let session = &mark.session;
        let label = words::mark_of(ctx.lang, &session.day.to_string(), &session.slot.to_string());
        let told = |mark: Option<Mark>| common::mark(ctx.lang, mark.unwrap_or(Mark::Cleared));
        let reason = if mark.reason.is_empty() { String::new() } else { format!("  {}", mark.reason) };
        let value = format!("{}  {} -> {}{reason}", mark.name, told(mark.before), told(Some(mark.after)));
        lines.push(Line::Mark { label, value });
    }
    Ok(lines)
}

fn record(revision: &RevisionRow, ctx: &Ctx<'_>, lines: &mut Vec<Line>) {
    let (lang, table) = (ctx.lang, revision.kind.as_str());
    let kind = words::kind(lang, table);
    let (before, after) = (fields(revision.before.as_deref()), fields(revision.after.as_deref()));
    let did = match (&before, &after) {
        (None, Some(_)) => words::added(lang),
        (Some(_), Some(_)) => words::changed(lang),
        (Some(_), None) => words::removed(lang),
        (None, None) => words::erased(lang),
    };
    lines.push(Line::Record { kind, did });
    let Some(keys) = after.as_ref().or(before.as_ref()) else { return };
    let whole = before.is_none() || after.is_none();
    let side = |side: &Option<Map<String, Value>>, key: &str| -> Option<Value> {
        side.as_ref().and_then(|fields| fields.get(key)).filter(|value| !is_empty(value)).cloned()
    };
    for column in COLUMNS.iter().filter(|column| column.is_of(table) && keys.contains_key(column.name)) {
        let (old, new) = (side(&before, column.name), side(&after, column.name));
        // of a changed record what stayed is not told, but a setting's name is what its value belongs to
        if old == new && !(table == "setting" && column.name == "name") || (old.is_none() && new.is_none()) {
            continue;
        }
        let say = |value: &Option<Value>| {
            value.as_ref().map_or_else(|| words::nothing(lang).to_owned(), |value| column.told(value, ctx))
        };
        let label = (column.label)(lang);
        let value = match (whole, old == new) {
            (true, _) => say(if new.is_some() { &new } else { &old }),
            (false, true) => say(&new),
            (false, false) => words::became(lang, &say(&old), &say(&new)),
        };
        lines.push(Line::Field { label, value });
    }
}

fn fields(json: Option<&str>) -> Option<Map<String, Value>> {
    serde_json::from_str(json?).ok()
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}
