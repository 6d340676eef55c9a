//! `backup`, `restore`, `verify`: copies of the data, and whether the data tells one true story.

use super::answer;
use super::audit;
use super::call::{Call, shown};
use super::code;
use super::fault::Failure;
use super::hours::stamp;
use super::print::{DONE, FINDINGS, Printed};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::Desk;
use crate::app::Trouble;
use crate::app::backup::Restored;
use crate::app::words;
use crate::domain::operator::Right;
use crate::store::BackupReport;
use crate::store::StoreError;
use crate::store::check_copy;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::restore;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["backup"],
        operands: &[],
        options: &[Opt::new("to", Kind::Path("FILE"), t::opt_to)],
        does: Does::Tells,
        help: t::help_backup,
        run: backup,
    },
    Verb {
        words: &["restore"],
        operands: &["FILE"],
        options: &[Opt::new("dry-run", Kind::Flag, t::opt_dry_run)],
        does: Does::Changes,
        help: t::help_restore,
        run: restore,
    },
    Verb {
        words: &["verify"],
        operands: &[],
        options: &[],
        does: Does::Looks,
        help: t::help_verify,
        run: verify,
    },
];

fn backup(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let desk = call.desk()?;
    let copy = desk.backup(call.path("to").as_deref())?;
    answer(facts(&copy), vec![t::copied(call.lang, &shown(&copy.path), copy.acts, copy.trainees)])
}

fn facts(copy: &BackupReport) -> Value {
    json!({
        "path": shown(&copy.path),
        "acts": copy.acts,
        "trainees": copy.trainees,
        "last": (copy.acts > 0).then(|| stamp(copy.last_ms)),
    })
}

fn restore(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let from = call.operand(0);
    let dry_run = call.flag("dry-run");
    // whatever is wrong with the copy is found here; later troubles are those of our own data
    let copy = check_copy(&from).map_err(|error| Failure::Given(error.into()))?;
    let desk = unless_unreadable(call.desk())?;
    let would = desk.as_ref().map(|desk| Ok(desk.would_restore(&from)?));
    let would = would.map_or(Ok(None), unless_unreadable)?;
    let known = would.is_some();
    let restored = match (desk, would) {
        (_, would) if dry_run => would.unwrap_or_else(|| Restored::over_nothing(copy)),
        (Some(mut desk), Some(_)) => desk.restore(&from)?,
        (desk, _) => {
            // a file that opens asks for its own head, whatever else it cannot tell
            desk.map_or(Ok(()), |desk| desk.may(Right::Manage))?;
            Desk::restore_closed(&call.folder()?, &from, call.opened())?.1
        }
    };
    let lost = known.then_some(restored.lost);
    answer(told(call.lang, &restored, lost, dry_run), lines(call.lang, &restored, lost, dry_run))
}

/// `None` where there is no file, or one that nobody can read. A file that is only busy, or refuses who asks, stays.
fn unless_unreadable<T>(read: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Failure::Trouble(Trouble::Store(
            StoreError::Missing(_) | StoreError::NotOurFile(_) | StoreError::Damaged(_),
        ))) => Ok(None),
        Err(other) => Err(other),
    }
}

fn told(lang: Lang, restored: &Restored, lost: Option<i64>, dry_run: bool) -> Value {
    json!({
        "dry_run": dry_run,
        "from": facts(&restored.from),
        "lost": lost,
        "lost_sign_ins": restored.lost_sign_ins,
        "other_desk": restored.other_desk,
        "lost_acts": restored.newest_lost.iter().map(|act| audit::facts(lang, act)).collect::<Vec<_>>(),
        "aside": restored.aside.as_deref().map(shown),
    })
}

fn lines(lang: Lang, restored: &Restored, lost: Option<i64>, dry_run: bool) -> Vec<String> {
    let from = shown(&restored.from.path);
    let mut lines: Vec<String> =
        restored.other_desk.then(|| restore::other_desk(lang).to_owned()).into_iter().collect();
    lines.extend(words::sign_in::after_restore(lang, &restored.sign_in));
    lines.push(if dry_run { t::would_restore(lang, &from) } else { t::restored(lang, &from) });
    lines.push(lost.map_or_else(|| t::nothing_readable(lang).to_owned(), |lost| t::loses(lang, lost)));
    lines.extend(restored.newest_lost.iter().map(|act| format!("  {}", audit::line(lang, act))));
    lines.extend(restored.aside.as_deref().map(|aside| t::set_aside(lang, &shown(aside))));
    lines
}

fn verify(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let verified = desk.verify()?;
    let faults: Vec<Value> = verified
        .faults
        .iter()
        .map(|fault| json!({ "code": code::fault(*fault), "text": words::fault(lang, *fault) }))
        .collect();
    let ok = verified.faults.is_empty();
    let json = json!({
        "ok": ok,
        "acts": verified.acts,
        "revisions": verified.revisions,
        "marks": verified.marks,
        "faults": faults,
    });
    let mut lines: Vec<String> = verified.faults.iter().map(|fault| words::fault(lang, *fault)).collect();
    lines.push(if ok { t::sound(lang, verified.acts, verified.marks) } else { t::unsound(lang).to_owned() });
    Ok(answer(json, lines)?.exit(if ok { DONE } else { FINDINGS }))
}
