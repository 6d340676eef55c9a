//! `backup`, `restore`, `verify`: copies of the data, and whether the data tells one true story.

use super::answer;
use super::audit;
use super::call::{Call, shown};
use super::code;
use super::fault::Failure;
use super::hours::stamp;
use super::print::{DONE, FINDINGS, Printed};
use super::verb::{Kind, Opt, Verb};
use crate::app::Trouble;
use crate::app::backup::Restored;
use crate::app::words;
use crate::store::BackupReport;
use crate::store::StoreError;
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::{Value, json};
use std::path::Path;

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["backup"],
        operands: &[],
        options: &[Opt::new("to", Kind::Path("FILE"), t::opt_to)],
        reads: true,
        help: t::help_backup,
        run: backup,
    },
    Verb {
        words: &["restore"],
        operands: &["FILE"],
        options: &[Opt::new("dry-run", Kind::Flag, t::opt_dry_run)],
        reads: false,
        help: t::help_restore,
        run: restore,
    },
    Verb { words: &["verify"], operands: &[], options: &[], reads: true, help: t::help_verify, run: verify },
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
    let desk = call.desk()?;
    let dry_run = call.flag("dry-run");
    let restored = if dry_run {
        desk.would_restore(&from).map_err(|trouble| about_copy(trouble, &from))?
    } else {
        desk.restore(&from).map_err(|trouble| about_copy(trouble, &from))?.1
    };
    answer(told(call.lang, &restored, dry_run), lines(call.lang, &restored, dry_run))
}

/// A copy that is missing, foreign or damaged is a refused input; anything else is about our own data.
fn about_copy(trouble: Trouble, from: &Path) -> Failure {
    match trouble {
        Trouble::Store(StoreError::Missing(path) | StoreError::NotOurFile(path)) if path != from => {
            Failure::Trouble(Trouble::Store(StoreError::Missing(path)))
        }
        Trouble::Store(
            StoreError::Missing(_)
            | StoreError::NotOurFile(_)
            | StoreError::Damaged(_)
            | StoreError::Sqlite { .. },
        ) => Failure::Given(trouble),
        other => Failure::Trouble(other),
    }
}

fn told(lang: Lang, restored: &Restored, dry_run: bool) -> Value {
    json!({
        "dry_run": dry_run,
        "from": facts(&restored.from),
        "lost": restored.lost,
        "lost_acts": restored.newest_lost.iter().map(|act| audit::facts(lang, act)).collect::<Vec<_>>(),
        "aside": restored.aside.as_deref().map(shown),
    })
}

fn lines(lang: Lang, restored: &Restored, dry_run: bool) -> Vec<String> {
    let from = shown(&restored.from.path);
    let mut lines = vec![if dry_run {
        t::would_restore(lang, &from, restored.lost)
    } else {
        t::restored(lang, &from, restored.lost)
    }];
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
