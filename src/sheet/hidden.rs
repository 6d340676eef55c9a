//! Which rows a spreadsheet program does not show: the library reads them like all others and does not tell.
//! Looks only into workbooks that `preflight` let pass.

use std::collections::BTreeSet;
use std::io::{BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// Rows that a filter or a hand has hidden on the `nth` sheet of the workbook's list, as the spreadsheet numbers them.
/// None where the workbook cannot be followed: its faults are told by whoever reads it.
pub(super) fn hidden_rows(file: impl Read + Seek, nth: usize) -> BTreeSet<u32> {
    ZipArchive::new(file).ok().and_then(|mut zip| rows_of(&mut zip, nth)).unwrap_or_default()
}

fn rows_of<R: Read + Seek>(zip: &mut ZipArchive<R>, nth: usize) -> Option<BTreeSet<u32>> {
    let mut ids = Vec::new();
    each(zip, WORKBOOK, "sheet", |tag| ids.push(attribute(tag, "id")))?;
    let id = ids.into_iter().nth(nth)??;
    let mut target = None;
    each(zip, RELATIONS, "Relationship", |tag| {
        if attribute(tag, "Id").as_ref() == Some(&id) {
            target = attribute(tag, "Target");
        }
    })?;
    let target = target?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let (mut last, mut hidden) = (0_u32, BTreeSet::new());
    each(zip, &path, "row", |tag| {
        let told = attribute(tag, "r").and_then(|number| number.parse().ok());
        last = told.unwrap_or_else(|| last.saturating_add(1));
        if matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true")) {
            hidden.insert(last);
        }
    })?;
    Some(hidden)
}

/// Every tag of this name in a part, whatever its namespace; `None` where the part is not there or breaks off.
fn each<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    part: &str,
    name: &str,
    mut see: impl FnMut(&BytesStart<'_>),
) -> Option<()> {
    let mut xml = Reader::from_reader(BufReader::new(zip.by_name(part).ok()?));
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => see(&tag),
            Event::Eof => return Some(()),
            _ => {}
        }
        buffer.clear();
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes().filter_map(Result::ok);
    all.find(|one| one.key.local_name().as_ref() == name).map(|one| one.value.into_owned())
}
