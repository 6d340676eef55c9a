//! Sheet layouts from TOML: the built-in ones and the user's own, which take the place of those with the same
//! key. The shape of the file is mirrored here and converted, so it can change without the sheet module.

mod shape;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::sheet::layout::{Layout, LayoutFault, Part, check};
use crate::sheet::words;
use crate::text::{Lang, sheet as t};

/// What is wrong with a layout file, and on which of its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct LineFault {
    pub line: usize,
    pub what: LineFlaw,
}

#[derive(Debug, Clone, PartialEq)]
pub enum LineFlaw {
    /// The TOML reader's own words; it names the key and what it expected.
    Syntax(String),
    Layout(LayoutFault),
}

impl LineFault {
    pub fn text(&self, lang: Lang) -> String {
        let what = match &self.what {
            LineFlaw::Syntax(why) => t::flaw_syntax(lang, why),
            LineFlaw::Layout(fault) => words::layout_fault(lang, fault),
        };
        format!("{}{what}", t::at_line(lang, self.line))
    }
}

/// All faults at once, in the order of the file's parts.
pub fn parse(text: &str) -> Result<Layout, Vec<LineFault>> {
    let shape: shape::Layout = toml::from_str(text).map_err(|error| {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        vec![LineFault { line, what: LineFlaw::Syntax(error.message().to_owned()) }]
    })?;
    let spots = shape.spots();
    let layout = shape.into_layout();
    let faults: Vec<_> = check(&layout)
        .into_iter()
        .map(|fault| LineFault { line: line_of(text, spots.of(fault.at)), what: LineFlaw::Layout(fault) })
        .collect();
    if faults.is_empty() { Ok(layout) } else { Err(faults) }
}

/// The line of a byte, counted from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

const BUILT_IN: [&str; 4] = [
    include_str!("../../../assets/sheets/roster-default.toml"),
    include_str!("../../../assets/sheets/signin-default.toml"),
    include_str!("../../../assets/sheets/attendance-default.toml"),
    include_str!("../../../assets/sheets/ledger-default.toml"),
];

/// The texts of the built-in layouts, to be copied and changed (`layouts show`).
pub fn built_in_texts() -> &'static [&'static str] {
    &BUILT_IN
}

pub fn builtin() -> Vec<Layout> {
    // a test reads every one of them, so none is ever dropped here
    BUILT_IN.iter().filter_map(|text| parse(text).ok()).collect()
}

/// What the user's folder gave.
#[derive(Debug, Default)]
pub struct Loaded {
    pub layouts: Vec<Layout>,
    pub refused: Vec<Refused>,
}

#[derive(Debug)]
pub struct Refused {
    pub file: PathBuf,
    pub why: Why,
}

#[derive(Debug)]
pub enum Why {
    Unreadable(io::Error),
    Faults(Vec<LineFault>),
}

/// Built-in layouts, and those of a folder in place of or beside them. A folder that is not there is empty; a
/// file with faults is named and the built-in one stays.
pub fn load(folder: &Path) -> Loaded {
    let mut loaded = Loaded { layouts: builtin(), refused: Vec::new() };
    let Ok(entries) = fs::read_dir(folder) else { return loaded };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    for file in files {
        let read = fs::read_to_string(&file).map_err(Why::Unreadable);
        match read.and_then(|text| parse(&text).map_err(Why::Faults)) {
            Ok(layout) => {
                loaded.layouts.retain(|known| known.key != layout.key);
                loaded.layouts.push(layout);
            }
            Err(why) => loaded.refused.push(Refused { file, why }),
        }
    }
    loaded
}

/// By key; `roster`, `signin`, `attendance`, `ledger` stand for the defaults.
pub fn find<'l>(layouts: &'l [Layout], key: &str) -> Option<&'l Layout> {
    let by = |key: &str| layouts.iter().find(|layout| layout.key == key);
    by(key).or_else(|| by(&format!("{key}-default")))
}

/// Where the parts of a layout begin, in bytes of its file.
#[derive(Default)]
struct Spots {
    title: usize,
    looks: usize,
    legend: usize,
    columns: Vec<usize>,
    header: Vec<Vec<usize>>,
    footer: Vec<Vec<usize>>,
}

impl Spots {
    fn of(&self, part: Part) -> usize {
        let pair = |lines: &[Vec<usize>], line: usize, pair: usize| {
            lines.get(line).and_then(|line| line.get(pair)).copied().unwrap_or(0)
        };
        match part {
            Part::Whole => 0,
            Part::Title => self.title,
            Part::Looks => self.looks,
            Part::Legend => self.legend,
            Part::Column(column) => self.columns.get(column).copied().unwrap_or(0),
            Part::Header { line, pair: at } => pair(&self.header, line, at),
            Part::Footer { line, pair: at } => pair(&self.footer, line, at),
        }
    }
}

#[cfg(test)]
#[path = "layouts_tests.rs"]
mod tests;
