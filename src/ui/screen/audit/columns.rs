//! The columns of the file as the audit tells of them, in the order of the desk's forms: one line a column. What has no
//! line here is never shown: the search keys of a name are nobody's business, and a PIN is nobody's at all.

use crate::app::codes;
use crate::app::words::{sign_in, timetable};
use crate::domain::calendar::TimeOfDay;
use crate::domain::change::Changed;
use crate::domain::class::SessionKind;
use crate::domain::ids::{ClassId, SessionId, TraineeId};
use crate::domain::operator::Role;
use crate::domain::phone::mask;
use crate::domain::written::line;
use crate::text::audit as words;
use crate::text::{Lang, Words, class, common};
use crate::ui::command::Ctx;
use serde_json::Value;

pub(super) struct Column {
    of: Of,
    pub(super) name: &'static str,
    pub(super) label: Words,
    shows: Shows,
}

/// The tables whose column it is.
enum Of {
    All,
    Only(&'static str),
    AllBut(&'static str),
}

/// How a value is told.
enum Shows {
    /// As it is written.
    Text,
    /// A number that names a person: so many characters at its front and at its end, never the whole.
    Number(usize, usize),
    /// A key of a list, by its word.
    Word(fn(&str, Lang) -> String),
    /// Another row; one that is gone by now keeps its number.
    Row(fn(i64, &Ctx<'_>) -> Option<String>),
    /// Minutes of the day.
    Minute,
    Switch,
}

const fn all(name: &'static str, label: Words, shows: Shows) -> Column {
    Column { of: Of::All, name, label, shows }
}

const fn of(of: Of, name: &'static str, label: Words, shows: Shows) -> Column {
    Column { of, name, label, shows }
}

pub(super) const COLUMNS: &[Column] = &[
    all("trainee", words::c_trainee, Shows::Row(trainee)),
    of(
        Of::Only("setting"),
        "name",
        words::c_setting_name,
        Shows::Word(|key, lang| words::setting(lang, key).unwrap_or(key).to_owned()),
    ),
    of(Of::AllBut("setting"), "name", words::c_name, Shows::Text),
    all("value", words::c_value, Shows::Text),
    all("sex", words::c_sex, Shows::Word(sex)),
    all("birth", words::c_birth, Shows::Text),
    all("id_kind", words::c_id_kind, Shows::Word(|key, lang| words::id_kind(lang, key).to_owned())),
    all("id_number", words::c_id_number, Shows::Number(6, 4)),
    all("other_reason", words::c_other_reason, Shows::Text),
    all("nation", words::c_nation, Shows::Word(|key, lang| codes::NATIONS.name(key, lang).to_owned())),
    all(
        "education",
        words::c_education,
        Shows::Word(|key, lang| codes::EDUCATION.name(key, lang).to_owned()),
    ),
    all("hukou", words::c_hukou, Shows::Word(|key, lang| codes::HUKOU.name(key, lang).to_owned())),
    all("address", words::c_address, Shows::Text),
    all("phone", words::c_phone, Shows::Number(3, 4)),
    all("bank_holder", words::c_bank_holder, Shows::Text),
    all("bank", words::c_bank, Shows::Text),
    all("account", words::c_account, Shows::Number(0, 4)),
    all("employer", words::c_employer, Shows::Text),
    all("remarks", words::c_remarks, Shows::Text),
    all("class", words::c_class, Shows::Row(class_code)),
    all("code", words::c_code, Shows::Text),
    all("course", words::c_course, Shows::Word(course)),
    all("start_on", words::c_start, Shows::Text),
    all("end_on", words::c_end, Shows::Text),
    all("hours", words::c_hours, Shows::Text),
    all("capacity", words::c_capacity, Shows::Text),
    all("place", words::c_place, Shows::Text),
    all("day", words::c_day, Shows::Text),
    all("from_min", words::c_from, Shows::Minute),
    all("to_min", words::c_to, Shows::Minute),
    of(
        Of::Only("roll_line"),
        "kind",
        words::c_kind,
        Shows::Word(|key, lang| words::roll_line(lang, key).unwrap_or(key).to_owned()),
    ),
    of(Of::AllBut("roll_line"), "kind", words::c_kind, Shows::Word(session_kind)),
    all("topic", words::c_topic, Shows::Text),
    all("instructor", words::c_instructor, Shows::Text),
    all("room", words::c_room, Shows::Text),
    all("cancelled", words::c_cancelled, Shows::Text),
    all("pack_id", words::c_pack, Shows::Text),
    all("pack_hash", words::c_pack_hash, Shows::Text),
    all("seat", words::c_seat, Shows::Text),
    all("category", words::c_category, Shows::Word(|key, lang| codes::CATEGORIES.name(key, lang).to_owned())),
    all("proof_kind", words::c_proof_kind, Shows::Word(|key, lang| codes::PROOFS.name(key, lang).to_owned())),
    all("proof_number", words::c_proof_number, Shows::Number(0, 4)),
    all("obtained", words::c_obtained, Shows::Text),
    all("expires", words::c_expires, Shows::Text),
    all("joined_on", words::c_joined, Shows::Text),
    all("left_on", words::c_left, Shows::Text),
    all("operator", words::c_operator, Shows::Row(operator)),
    all("role", words::c_role, Shows::Word(role)),
    all("retired", words::c_retired, Shows::Switch),
    all("enrolment", words::c_enrolment, Shows::Text),
    all("session", words::c_session, Shows::Row(session)),
    all("replaces", words::c_replaces, Shows::Row(session)),
    all("asked_on", words::c_asked, Shows::Text),
    all("ended", words::c_ended, Shows::Text),
    all("moved_to", words::c_moved_to, Shows::Text),
    all("sheet", words::c_sheet, Shows::Text),
    all("note", words::c_note, Shows::Text),
    all("what", words::c_what, Shows::Word(dated_change)),
    all("was", words::c_was, Shows::Text),
    all("becomes", words::c_becomes, Shows::Text),
    all("reason", words::c_reason, Shows::Text),
];

impl Column {
    pub(super) fn is_of(&self, table: &str) -> bool {
        match self.of {
            Of::All => true,
            Of::Only(only) => only == table,
            Of::AllBut(other) => other != table,
        }
    }

    /// A value by the words of the desk.
    pub(super) fn told(&self, value: &Value, ctx: &Ctx<'_>) -> String {
        let number = value.as_i64();
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match self.shows {
            Shows::Text => line(&text),
            Shows::Number(front, back) => mask(&text, front, back),
            Shows::Word(word) => word(&text, ctx.lang),
            Shows::Row(row) => number.and_then(|id| row(id, ctx)).unwrap_or(text),
            Shows::Minute => number.and_then(time).unwrap_or(text),
            Shows::Switch if number == Some(1) => common::yes(ctx.lang).to_owned(),
            Shows::Switch => common::no(ctx.lang).to_owned(),
        }
    }
}

fn course(key: &str, lang: Lang) -> String {
    codes::course(key).map_or(key.to_owned(), |course| codes::named(&course.key.0).full(lang))
}

fn sex(key: &str, lang: Lang) -> String {
    match key {
        "m" => common::male(lang).to_owned(),
        "f" => common::female(lang).to_owned(),
        other => other.to_owned(),
    }
}

fn role(key: &str, lang: Lang) -> String {
    Role::from_key(key).map_or(key, |role| sign_in::role(lang, role)).to_owned()
}

fn session_kind(key: &str, lang: Lang) -> String {
    SessionKind::from_key(key).map_or(key, |kind| class::session_kind(lang, kind)).to_owned()
}

fn dated_change(key: &str, lang: Lang) -> String {
    Changed::from_key(key).map_or(key, |what| timetable::changed(lang, what)).to_owned()
}

fn time(minute: i64) -> Option<String> {
    TimeOfDay::from_minute(u16::try_from(minute).ok()?).map(|time| time.to_string())
}

fn operator(id: i64, ctx: &Ctx<'_>) -> Option<String> {
    ctx.desk.operators().ok()?.into_iter().find(|row| row.id.0 == id).map(|row| row.name)
}

fn class_code(id: i64, ctx: &Ctx<'_>) -> Option<String> {
    ctx.desk.class(ClassId(id)).ok().map(|class| class.code.to_string())
}

fn session(id: i64, ctx: &Ctx<'_>) -> Option<String> {
    let session = ctx.desk.session(SessionId(id)).ok()?;
    Some(words::mark_of(ctx.lang, &session.day.to_string(), &session.slot.to_string()))
}

fn trainee(id: i64, ctx: &Ctx<'_>) -> Option<String> {
    ctx.desk.person(TraineeId(id)).ok().map(|person| person.row.trainee.name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_an_act_writes_is_told_once_but_keys_and_pins() {
        for (table, column) in crate::store::written() {
            let told = COLUMNS.iter().filter(|told| told.is_of(table) && told.name == column).count();
            let is_private = ["keys", "pin"].contains(&column);
            assert_eq!(told, usize::from(!is_private), "{table} {column}");
        }
    }
}
