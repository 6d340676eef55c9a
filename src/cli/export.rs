//! `export`: a class through a layout into a workbook. The only place where whole ID numbers leave.

use super::answer;
use super::call::{Call, shown};
use super::fault::{Failure, UseFault};
use super::print::Printed;
use super::verb::{CLASS, Does, Kind, Opt, Verb};
use crate::app::packs::layouts::Refused;
use crate::text::cli as t;
use serde_json::json;
use std::ops::ControlFlow;
use std::path::PathBuf;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["export"],
    operands: &["LAYOUT"],
    options: &[CLASS, Opt::needed("out", Kind::Path("FILE"), t::opt_out)],
    does: Does::Changes,
    help: t::help_export,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let layout = call.operand_text(0)?;
    let to = spreadsheet(call.path("out").unwrap_or_default())?;
    let mut desk = call.desk()?;
    let class = call.class(&desk)?;
    let exported = desk.export(&layout, &class, &to, call.lang, &mut |_, _| ControlFlow::Continue(()))?;
    let json = json!({
        "layout": exported.layout,
        "class": class.code.as_str(),
        "people": exported.people,
        "pages": exported.pages,
        "out": shown(&to),
        "empty": exported.empty.iter().map(|column| json!({ "column": column.label.get(call.lang), "why": column.why.key() })).collect::<Vec<_>>(),
        "refused": exported.refused.iter().map(Refused::name).collect::<Vec<_>>(),
    });
    let mut lines =
        vec![t::exported(call.lang, &exported.layout, exported.people, exported.pages, &shown(&to))];
    lines.extend(exported.remarks(call.lang));
    answer(json, lines)
}

/// Another ending would promise another kind of file; none is made the right one.
fn spreadsheet(mut to: PathBuf) -> Result<PathBuf, UseFault> {
    match to.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("xlsx") => {}
        Some(_) => return Err(UseFault::NotXlsx("out")),
        None => {
            to.set_extension("xlsx");
        }
    }
    Ok(to)
}
