//! `undo` and `audit`: taking an act back, and who did what when.

use super::answer;
use super::call::Call;
use super::fault::Failure;
use super::hours::stamp;
use super::print::Printed;
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::Trouble;
use crate::app::undo::ActMark;
use crate::app::words;
use crate::domain::ids::ActId;
use crate::domain::mark::Mark;
use crate::store::rows::ActRow;
use crate::store::{StoreError, UndoRefused};
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::common;
use crate::text::desk as d;
use crate::text::operators;
use serde_json::{Value, json};

const LIMIT: u32 = 50;

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["undo"],
        operands: &[],
        options: &[Opt::new("act", Kind::Whole(u32::MAX), t::opt_act)],
        does: Does::Changes,
        help: t::help_undo,
        run: undo,
    },
    Verb {
        words: &["audit"],
        operands: &[],
        options: &[
            Opt::new("limit", Kind::Whole(u32::MAX), t::opt_limit),
            Opt::new("act", Kind::Whole(u32::MAX), t::opt_act),
        ],
        does: Does::Tells,
        help: t::help_audit,
        run: list,
    },
];

fn undo(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let mut desk = call.desk()?;
    let act = match call.whole("act") {
        // A program that has just started has no acts of its own: the newest of this operator is meant.
        None => desk.undo_named()?,
        Some(number) => {
            let id = ActId(i64::from(number));
            let row = desk.act_row(id)?.ok_or(Trouble::Store(StoreError::Undo(UndoRefused::Nothing)))?;
            desk.undo(id)?;
            row
        }
    };
    answer(json!({ "undone": facts(lang, &act) }), vec![d::undone(lang, &words::act(lang, &act))])
}

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let acts = match call.whole("act") {
        None => desk.acts(None, call.whole("limit").unwrap_or(LIMIT))?,
        Some(number) => desk.act_row(ActId(i64::from(number)))?.into_iter().collect(),
    };
    let mut json: Vec<Value> = acts.iter().map(|act| facts(lang, act)).collect();
    let mut lines: Vec<String> = acts.iter().map(|act| line(lang, act)).collect();
    if let (Some(number), [told]) = (call.whole("act"), json.as_mut_slice()) {
        let marks = desk.act_marks(ActId(i64::from(number)))?;
        told["marks"] = marks.iter().map(|mark| mark_facts(lang, mark)).collect();
        lines.extend(marks.iter().map(|mark| mark_line(lang, mark)));
    }
    answer(Value::Array(json), lines)
}

fn mark_facts(lang: Lang, mark: &ActMark) -> Value {
    json!({
        "name": mark.name,
        "session": format!("{}T{}", mark.session.day, mark.session.slot.from()),
        "before": mark.before.map(|before| common::mark(lang, before)),
        "after": common::mark(lang, mark.after),
        "reason": mark.reason,
    })
}

fn mark_line(lang: Lang, mark: &ActMark) -> String {
    let before = common::mark(lang, mark.before.unwrap_or(Mark::Cleared));
    let after = common::mark(lang, mark.after);
    format!(
        "  {} {}  {}  {before} -> {after}  {}",
        mark.session.day, mark.session.slot, mark.name, mark.reason
    )
}

pub(super) fn facts(lang: Lang, act: &ActRow) -> Value {
    json!({
        "act": act.id.0,
        "at": stamp(act.wall_ms),
        "by": act.operator,
        "verb": act.verb,
        "text": words::act(lang, act),
        "rows": act.rows,
        "undoes": act.undoes.map(|undone| undone.0),
        "undone_by": act.undone_by.map(|undo| undo.0),
    })
}

pub(super) fn line(lang: Lang, act: &ActRow) -> String {
    let (at, who) = (stamp(act.wall_ms), operators::called(lang, &act.operator));
    let second: String = at.chars().take(19).collect();
    let line = format!("{}  {}  {who}  {}", act.id.0, second.replace('T', " "), words::act(lang, act));
    match act.undone_by {
        Some(undo) => format!("{line}  {}", t::undone_by(lang, undo.0)),
        None => line,
    }
}
