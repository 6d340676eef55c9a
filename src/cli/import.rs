//! `import roster`: a spreadsheet of people, row by row.

use super::answer;
use super::call::Call;
use super::code;
use super::fault::{Failure, UseFault};
use super::print::{DONE, FINDINGS, Printed};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::import::{Imported, Wanted};
use crate::app::words;
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["import", "roster"],
    operands: &["FILE"],
    options: &[
        Opt::new("class", Kind::Text("CODE"), t::opt_class),
        Opt::new("joined", Kind::Day, t::opt_joined),
        Opt::new("dry-run", Kind::Flag, t::opt_dry_run),
    ],
    does: Does::Changes,
    help: t::help_import_roster,
    run: roster,
}];

fn roster(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    if call.flag("joined") && !call.flag("class") {
        return Err(UseFault::OnlyWith("joined", "class").into());
    }
    let mut desk = call.desk()?;
    let class = if call.flag("class") { Some(call.class(&desk)?) } else { None };
    let wanted = Wanted { class, joined: call.day("joined"), dry_run: call.flag("dry-run") };
    let report = desk.import_roster(&call.operand(0), &wanted)?;
    let exit = if report.rejected.is_empty() { DONE } else { FINDINGS };
    Ok(answer(facts(lang, &report, wanted.dry_run), lines(lang, &report, wanted.dry_run))?.exit(exit))
}

fn facts(lang: Lang, report: &Imported, dry_run: bool) -> Value {
    let rejected = report.rejected.iter().map(|one| {
        json!({ "row": one.row, "code": code::reject(&one.why), "text": words::reject(lang, &one.why) })
    });
    let warned = report.warned.iter().map(|one| {
        json!({ "row": one.row, "code": code::warning(&one.what), "text": words::warning(lang, &one.what) })
    });
    let differs = report.differs.iter().map(
        |one| json!({ "row": one.row, "field": code::field(one.field), "have": one.have, "file": one.file }),
    );
    json!({
        "accepted": report.accepted,
        "known": report.known,
        "rejected": rejected.collect::<Vec<_>>(),
        "warned": warned.collect::<Vec<_>>(),
        "differs": differs.collect::<Vec<_>>(),
        "unknown_columns": report.unknown_columns,
        "other_sheets": report.other_sheets,
        "dry_run": dry_run,
    })
}

fn lines(lang: Lang, report: &Imported, dry_run: bool) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(
        report.rejected.iter().map(|one| t::row_rejected(lang, one.row, &words::reject(lang, &one.why))),
    );
    lines.extend(
        report.warned.iter().map(|one| t::row_warned(lang, one.row, &words::warning(lang, &one.what))),
    );
    lines.extend(report.differs.iter().map(|one| {
        t::row_differs(lang, one.row, words::trainee_field(lang, one.field), &one.have, &one.file)
    }));
    if !report.unknown_columns.is_empty() {
        lines.push(t::unknown_columns(lang, &report.unknown_columns.join(", ")));
    }
    if !report.other_sheets.is_empty() {
        lines.push(t::other_sheets(lang, &report.other_sheets.join(", ")));
    }
    lines.push(t::imported(lang, report.accepted, report.known, report.rejected.len()));
    if dry_run {
        lines.push(t::dry_run(lang).to_owned());
    }
    lines
}
