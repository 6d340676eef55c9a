//! Looks through a workbook's zip before the spreadsheet library may open it. That library reserves memory by
//! what the file declares: 1.7 KB claiming four thousand million strings abort the process (calamine #684).
//! Declared sizes are never trusted; every part is inflated once through a counter and thrown away.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::{SheetFault, What};

/// The file on disk. The largest county list seen has 20,000 rows and 2 MB.
pub const FILE_BYTES: u64 = 50 << 20;
pub const PARTS: usize = 200;
pub const INFLATED: u64 = 100 << 20;
/// Parts held whole in memory while cells stream by: styles, relations, the list of worksheets.
const HELD: u64 = 8 << 20;
/// Compression of honest worksheets stays below 60; emptiness that was formatted reaches about 100.
const RATIO: u64 = 200;
/// Below this a ratio says nothing: a short theme of zeros harms nobody.
const RATIO_FROM: u64 = 1 << 20;
/// The shortest string item is `<si/>`; more items than that cannot stand in a part.
const SHORTEST_ITEM: u64 = 5;
const STRINGS: u64 = 2_000_000;
/// Where the root element's attributes must have ended.
const ROOT_WITHIN: usize = 4096;

/// Is it safe to hand this to the library?
pub fn preflight<R: Read + Seek>(file: R) -> Result<(), SheetFault> {
    let mut zip = ZipArchive::new(file).map_err(|error| refused(&error))?;
    if zip.len() > PARTS {
        return Err(What::Parts { have: zip.len(), limit: PARTS }.into());
    }
    let mut total = 0;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| refused(&error))?;
        if part.encrypted() {
            return Err(What::Encrypted.into());
        }
        // nothing is unpacked to disk, but an honest workbook has no such names either
        if part.enclosed_name().is_none() || part.is_symlink() {
            return Err(What::PartName.into());
        }
        let name = part.name().map_err(|error| refused(&error))?.to_ascii_lowercase();
        let packed = part.compressed_size();
        let limit = (INFLATED - total).min(if is_held(&name) { HELD } else { INFLATED });
        let seen = inflate(&mut part, limit)?;
        if seen.bytes >= RATIO_FROM && seen.bytes / packed.max(1) > RATIO {
            return Err(What::Squeezed.into());
        }
        seen.check_counts()?;
        total += seen.bytes;
    }
    Ok(())
}

fn refused(error: &ZipError) -> SheetFault {
    match error {
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => What::Encrypted,
        ZipError::InvalidArchive(_) => What::NotWorkbook,
        ZipError::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => What::Broken,
        ZipError::Io(error) => What::reading(error),
        _ => What::Broken,
    }
    .into()
}

fn is_held(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let xml = [".xml", ".rels"].iter().any(|ending| last.ends_with(ending));
    let streamed = last == "sharedstrings.xml" || (name.contains("worksheets/") && last != "styles.xml");
    xml && !streamed
}

struct Seen {
    bytes: u64,
    start: Vec<u8>,
}

fn inflate(part: &mut impl Read, limit: u64) -> Result<Seen, SheetFault> {
    let mut seen = Seen { bytes: 0, start: Vec::new() };
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = part.read(&mut buffer).map_err(|_| What::Broken)?;
        if count == 0 {
            return Ok(seen);
        }
        seen.bytes += count as u64;
        if seen.bytes > limit {
            return Err(What::Inflates { limit }.into());
        }
        let room = ROOT_WITHIN - seen.start.len().min(ROOT_WITHIN);
        seen.start.extend(buffer.iter().take(count.min(room)));
    }
}

impl Seen {
    /// In any part, whatever its name: the relation that points at the strings is the file's own word.
    fn check_counts(&self) -> Result<(), SheetFault> {
        let text = String::from_utf8_lossy(&self.start);
        let Some(root) = text.find("sst").map(|at| text.split_at(at).1) else { return Ok(()) };
        let most = (self.bytes / SHORTEST_ITEM).min(STRINGS);
        // `count` is how often they are used; nothing is reserved by it
        match declared(root, "uniqueCount") {
            Some(declared) if declared > most => Err(What::FalseCount { declared }.into()),
            _ => Ok(()),
        }
    }
}

/// The number in `name="…"`, all nines if it does not fit.
fn declared(root: &str, name: &str) -> Option<u64> {
    let (_, rest) = root.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u64::MAX)) }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(parts: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap()
    }

    fn fault(parts: &[(&str, &[u8])]) -> What {
        preflight(zipped(parts)).unwrap_err().what
    }

    #[test]
    fn an_emptiness_of_two_megabytes_is_squeezed() {
        assert_eq!(fault(&[("xl/worksheets/sheet1.xml", &vec![b' '; 2 << 20])]), What::Squeezed);
    }

    #[test]
    fn parts_are_counted_and_inflated_up_to_a_limit() {
        let names: Vec<_> = (0..=PARTS).map(|n| format!("xl/{n}.xml")).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(fault(&parts), What::Parts { have: PARTS + 1, limit: PARTS });
        let styles = vec![b' '; 9 << 20];
        assert_eq!(fault(&[("xl/styles.xml", &styles)]), What::Inflates { limit: HELD });
    }

    #[test]
    fn names_stay_inside() {
        assert_eq!(fault(&[("../outside.xml", b"x")]), What::PartName);
    }

    #[test]
    fn more_strings_than_bytes_are_a_lie() {
        let lie = br#"<?xml version="1.0"?><x:sst count="1" uniqueCount = '99999999999999999999999'><si/>"#;
        assert_eq!(fault(&[("strings.xml", lie)]), What::FalseCount { declared: u64::MAX });
        let truth = br#"<sst uniqueCount="1"><si><t>a</t></si></sst>"#;
        assert!(preflight(zipped(&[("xl/sharedStrings.xml", truth)])).is_ok());
    }
}
