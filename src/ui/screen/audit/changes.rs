//! What an act wrote, row by row, in the words of the desk: before and after, numbers of persons masked.

use crate::app::Outcome;
use crate::app::codes;
use crate::app::words::sign_in;
use crate::domain::calendar::TimeOfDay;
use crate::domain::class::SessionKind;
use crate::domain::ids::{ClassId, SessionId, TraineeId};
use crate::domain::mark::Mark;
use crate::domain::operator::Role;
use crate::domain::phone::mask;
use crate::store::rows::{ActRow, RevisionRow};
use crate::text::audit as words;
use crate::text::{class, common};
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
    for key in ORDER.iter().copied().filter(|key| keys.contains_key(*key)) {
        let Some(label) = words::column(lang, table, key) else { continue };
        let (old, new) = (side(&before, key), side(&after, key));
        // of a changed record what stayed is not told, but a setting's name is what its value belongs to
        if old == new && !(table == "setting" && key == "name") || (old.is_none() && new.is_none()) {
            continue;
        }
        let say = |value: &Option<Value>| {
            value
                .as_ref()
                .map_or_else(|| words::nothing(lang).to_owned(), |value| shown(table, key, value, ctx))
        };
        let value = match (whole, old == new) {
            (true, _) => say(if new.is_some() { &new } else { &old }),
            (false, true) => say(&new),
            (false, false) => words::became(lang, &say(&old), &say(&new)),
        };
        lines.push(Line::Field { label, value });
    }
}

/// The columns of the file in the order of the desk's forms; the search keys of a name are nobody's business.
const ORDER: [&str; 59] = [
    "trainee",
    "name",
    "value",
    "sex",
    "birth",
    "id_kind",
    "id_number",
    "other_reason",
    "nation",
    "education",
    "hukou",
    "address",
    "phone",
    "bank_holder",
    "bank",
    "account",
    "employer",
    "remarks",
    "class",
    "code",
    "course",
    "start_on",
    "end_on",
    "hours",
    "capacity",
    "place",
    "day",
    "from_min",
    "to_min",
    "kind",
    "topic",
    "instructor",
    "room",
    "cancelled",
    "pack_id",
    "pack_hash",
    "seat",
    "category",
    "proof_kind",
    "proof_number",
    "obtained",
    "expires",
    "joined_on",
    "left_on",
    "operator",
    "role",
    "retired",
    "enrolment",
    "session",
    "replaces",
    "asked_on",
    "ended",
    "moved_to",
    "sheet",
    "note",
    "what",
    "was",
    "becomes",
    "reason",
];

fn fields(json: Option<&str>) -> Option<Map<String, Value>> {
    serde_json::from_str(json?).ok()
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}

/// A value by the words of the desk; numbers that name a person are never shown whole.
fn shown(table: &str, key: &str, value: &Value, ctx: &Ctx<'_>) -> String {
    let lang = ctx.lang;
    let number = value.as_i64();
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match key {
        "id_number" => mask(&text, 6, 4),
        "phone" => mask(&text, 3, 4),
        "account" | "proof_number" => mask(&text, 0, 4),
        "name" if table == "setting" => words::setting(lang, &text).map_or(text, str::to_owned),
        "course" => codes::course(&text).map_or(text, |course| codes::named(&course.key.0).full(lang)),
        "category" => codes::CATEGORIES.name(&text, lang).to_owned(),
        "proof_kind" => codes::PROOFS.name(&text, lang).to_owned(),
        "nation" => codes::NATIONS.name(&text, lang).to_owned(),
        "education" => codes::EDUCATION.name(&text, lang).to_owned(),
        "hukou" => codes::HUKOU.name(&text, lang).to_owned(),
        "sex" if text == "m" => common::male(lang).to_owned(),
        "sex" if text == "f" => common::female(lang).to_owned(),
        "id_kind" => words::id_kind(lang, &text).to_owned(),
        "kind" if table == "roll_line" => words::roll_line(lang, &text).map_or(text, str::to_owned),
        "kind" => {
            SessionKind::from_key(&text).map_or(text, |kind| class::session_kind(lang, kind).to_owned())
        }
        "what" => words::dated_change(lang, &text).map_or(text, str::to_owned),
        "from_min" | "to_min" => time(number).unwrap_or(text),
        // a row that is gone by now keeps its number
        "role" => Role::from_key(&text).map_or(text, |role| sign_in::role(lang, role).to_owned()),
        "retired" => if number == Some(1) { common::yes(lang) } else { common::no(lang) }.to_owned(),
        "operator" => ctx
            .desk
            .operators()
            .ok()
            .and_then(|rows| rows.into_iter().find(|row| Some(row.id.0) == number))
            .map_or(text, |row| row.name),
        "class" => number
            .and_then(|id| ctx.desk.class(ClassId(id)).ok())
            .map_or(text, |class| class.code.to_string()),
        "session" | "replaces" => {
            number.and_then(|id| ctx.desk.session(SessionId(id)).ok()).map_or(text, |session| {
                words::mark_of(lang, &session.day.to_string(), &session.slot.to_string())
            })
        }
        "trainee" => number
            .and_then(|id| ctx.desk.person(TraineeId(id)).ok())
            .map_or(text, |person| person.row.trainee.name.to_string()),
        _ => crate::domain::written::line(&text),
    }
}

fn time(minute: Option<i64>) -> Option<String> {
    let minute = u16::try_from(minute?).ok()?;
    TimeOfDay::from_minute(minute).map(|time| time.to_string())
}
