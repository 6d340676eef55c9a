//! `layouts list`, `show`, `check`: what sheets look like, as files that people copy and edit.

use super::answer;
use super::call::{Call, shown};
use super::fault::Failure;
use super::print::{DONE, FINDINGS, Printed, table};
use super::verb::{Does, Verb};
use crate::app::Trouble;
use crate::app::packs::layouts;
use crate::app::packs::layouts::LineFault;
use crate::app::words;
use crate::text::Lang;
use crate::text::cli as t;
use serde_json::{Value, json};
use std::path::PathBuf;

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["layouts", "list"],
        operands: &[],
        options: &[],
        does: Does::Looks,
        help: t::help_layouts_list,
        run: list,
    },
    Verb {
        words: &["layouts", "show"],
        operands: &["LAYOUT"],
        options: &[],
        does: Does::Looks,
        help: t::help_layouts_show,
        run: show,
    },
    Verb {
        words: &["layouts", "check"],
        operands: &["FILE"],
        options: &[],
        does: Does::Looks,
        help: t::help_layouts_check,
        run: check,
    },
];

/// The folder of the centre's own layouts, beside the data; there need not be one.
fn sheets(call: &Call<'_>) -> PathBuf {
    call.folder().map(|folder| folder.join("sheets")).unwrap_or_default()
}

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let loaded = layouts::load(&sheets(call));
    let item = |layout: &crate::sheet::Layout| {
        let title = layout.title.get(lang);
        json!({
            "key": layout.key, "version": layout.version, "title": title, "columns": layout.columns.len(),
            "rows_per": layout.rows_per.key(), "source": layout.source,
        })
    };
    let row = |layout: &crate::sheet::Layout| {
        vec![
            layout.key.clone(),
            layout.title.get(lang).to_owned(),
            words::rows_per(lang, layout.rows_per).to_owned(),
            words::document(lang, &layout.source),
        ]
    };
    let mut lines = table(&loaded.layouts.iter().map(row).collect::<Vec<_>>());
    let mut refused = Vec::new();
    for one in &loaded.refused {
        let faults = one.faults(lang);
        lines.push(t::layout_refused(lang, &shown(&one.file)));
        lines.extend(faults.iter().map(|fault| format!("  {fault}")));
        refused.push(json!({ "file": shown(&one.file), "faults": faults }));
    }
    let json = json!({ "layouts": loaded.layouts.iter().map(item).collect::<Vec<_>>(), "refused": refused });
    answer(json, lines)
}

fn show(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let wanted = call.operand_text(0)?;
    let loaded = layouts::load(&sheets(call));
    let Some(layout) = layouts::find(&loaded.layouts, &wanted) else {
        return Err(Trouble::NoSuchLayout { key: wanted, refused: loaded.refused }.into());
    };
    let is_it = |text: &String| layouts::parse(text).is_ok_and(|one| one == *layout);
    let own = std::fs::read_dir(sheets(call)).into_iter().flatten();
    let own = own.filter_map(|entry| layouts::read(&entry.ok()?.path()).ok());
    let built_in = layouts::built_in_texts().iter().map(|text| (*text).to_owned());
    let text = own.chain(built_in).find(is_it).unwrap_or_default();
    answer(
        json!({ "key": layout.key, "source": layout.source, "text": text }),
        text.lines().map(str::to_owned).collect(),
    )
}

fn check(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let file = call.operand(0);
    let text =
        layouts::read(&file).map_err(|error| Failure::Input { path: file.clone(), why: error.kind() })?;
    let faults = layouts::parse(&text).err().unwrap_or_default();
    let list: Vec<Value> =
        faults.iter().map(|fault| json!({ "line": fault.line, "text": fault.text(lang) })).collect();
    let json = json!({ "ok": faults.is_empty(), "faults": list });
    let lines = if faults.is_empty() { vec![t::layout_fine(lang).to_owned()] } else { told(lang, &faults) };
    Ok(answer(json, lines)?.exit(if faults.is_empty() { DONE } else { FINDINGS }))
}

fn told(lang: Lang, faults: &[LineFault]) -> Vec<String> {
    faults.iter().map(|fault| fault.text(lang)).collect()
}
