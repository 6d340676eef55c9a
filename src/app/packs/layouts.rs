//! Sheet layouts from TOML: the built-in ones and the user's own, which take the place of those with the same
//! key. The shape of the file is mirrored here and converted, so it can change without the sheet module.

mod fault;
mod shape;

pub use fault::{LineFault, LineFlaw, Slip, Wanted};

use std::fs;
use std::io;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::sheet::layout::{Layout, Part, check};
use crate::text::{Lang, sheet as t, system};

/// All faults at once, in the order of the file's parts.
pub fn parse(text: &str) -> Result<Layout, Vec<LineFault>> {
    let shape: shape::Layout =
        toml::from_str(text).map_err(|error| vec![LineFault::of_toml(text, &error)])?;
    let spots = shape.spots();
    let layout = shape.into_layout();
    let faults: Vec<_> = check(&layout)
        .into_iter()
        .map(|fault| LineFault::of_layout(text, spots.of(fault.at), fault))
        .collect();
    if faults.is_empty() { Ok(layout) } else { Err(faults) }
}

/// The line of a byte, counted from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

const BUILT_IN: [&str; 8] = [
    include_str!("../../../assets/sheets/roster-default.toml"),
    include_str!("../../../assets/sheets/signin-default.toml"),
    include_str!("../../../assets/sheets/attendance-default.toml"),
    include_str!("../../../assets/sheets/ledger-default.toml"),
    include_str!("../../../assets/sheets/roster-qingdao.toml"),
    include_str!("../../../assets/sheets/roster-chengdu.toml"),
    include_str!("../../../assets/sheets/attendance-qingdao.toml"),
    include_str!("../../../assets/sheets/signin-halfday.toml"),
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

#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub file: PathBuf,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    Unreadable(io::ErrorKind),
    Faults(Vec<LineFault>),
    /// Another file of the folder, read before, has this key.
    KeyTaken(String),
}

impl Refused {
    /// The file's name without its folder.
    pub fn name(&self) -> String {
        self.file.file_name().unwrap_or(self.file.as_os_str()).to_string_lossy().into_owned()
    }

    /// Each fault as a sentence: line, key, what to do.
    pub fn faults(&self, lang: Lang) -> Vec<String> {
        match &self.why {
            Why::Unreadable(kind) => vec![t::unreadable(lang, system::why(lang, *kind))],
            Why::Faults(faults) => faults.iter().map(|fault| fault.text(lang)).collect(),
            Why::KeyTaken(key) => vec![t::flaw_key_taken(lang, key)],
        }
    }
}

/// Built-in layouts, and those of a folder in place of or beside them. A folder that is not there is empty; a
/// file with faults is named and the built-in one stays.
pub fn load(folder: &Path) -> Loaded {
    let mut loaded = Loaded { layouts: builtin(), refused: Vec::new() };
    let Ok(entries) = fs::read_dir(folder) else { return loaded };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let mut own: Vec<String> = Vec::new();
    for file in files {
        let read = read(&file).map_err(|error| Why::Unreadable(error.kind()));
        match read.and_then(|text| parse(&text).map_err(Why::Faults)) {
            Ok(layout) if own.contains(&layout.key) => {
                loaded.refused.push(Refused { file, why: Why::KeyTaken(layout.key) });
            }
            Ok(layout) => {
                own.push(layout.key.clone());
                loaded.layouts.retain(|known| known.key != layout.key);
                loaded.layouts.push(layout);
            }
            Err(why) => loaded.refused.push(Refused { file, why }),
        }
    }
    loaded
}

/// A layout is some pages of text; anything longer is another file.
const LONGEST: u64 = 1 << 20;

/// The text of a layout file.
pub fn read(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    let read = fs::File::open(file)?.take(LONGEST + 1).read_to_string(&mut text)?;
    if read as u64 > LONGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(text) }
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
