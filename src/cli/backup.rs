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
use crate::store::BackupReport;
use crate::store::StoreError;
use crate::store::check_copy;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::restore;
use serde_json::{Value, json};
use std::path::Path;

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
    let (restored, known) = match present(call, &from)? {
        Some((_, would)) if dry_run => (would, true),
        Some((mut desk, _)) => (desk.restore(&from)?, true),
        None if dry_run => (Restored::over_nothing(copy), false),
        None => (Desk::restore_closed(&call.folder()?, &from, call.opened())?.1, false),
    };
    let mut json = told(call.lang, &restored, dry_run);
    let mut lines = lines(call.lang, &restored, dry_run);
    if !known {
        json["lost"] = Value::Null;
        lines.insert(0, t::nothing_readable(call.lang).to_owned());
    }
    answer(json, lines)
}

/// The present file with what it would lose, unless there is none that can be read.
fn present(call: &mut Call<'_>, from: &Path) -> Result<Option<(Desk, Restored)>, Failure> {
    let opened = call.desk().and_then(|desk| {
        let would = desk.would_restore(from)?;
        Ok((desk, would))
    });
    match opened {
        Ok(present) => Ok(Some(present)),
        Err(Failure::Trouble(Trouble::Store(
            StoreError::Missing(_)
            | StoreError::NotOurFile(_)
            | StoreError::Damaged(_)
            | StoreError::Sqlite { .. },
        ))) => Ok(None),
        Err(other) => Err(other),
    }
}

fn told(lang: Lang, restored: &Restored, dry_run: bool) -> Value {
    json!({
        "dry_run": dry_run,
        "from": facts(&restored.from),
        "lost": restored.lost,
        "lost_sign_ins": restored.lost_sign_ins,
        "other_desk": restored.other_desk,
        "lost_acts": restored.newest_lost.iter().map(|act| audit::facts(lang, act)).collect::<Vec<_>>(),
        "aside": restored.aside.as_deref().map(shown),
    })
}

fn lines(lang: Lang, restored: &Restored, dry_run: bool) -> Vec<String> {
    let from = shown(&restored.from.path);
    let mut lines: Vec<String> =
        restored.other_desk.then(|| restore::other_desk(lang).to_owned()).into_iter().collect();
    lines.extend(words::sign_in::after_restore(lang, &restored.sign_in));
    lines.push(if dry_run {
        t::would_restore(lang, &from, restored.lost)
    } else {
        t::restored(lang, &from, restored.lost)
    });
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
