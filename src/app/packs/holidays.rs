//! The holidays of each year: the tables built in, and the centre's own (`holidays/2027.tsv` in the data folder), which
//! take the place of ours of the same year. A file with faults is named and not used.

use crate::domain::holiday::{HolidayFault, HolidayYear, Holidays};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where a centre's own tables lie, in the data folder.
pub const FOLDER: &str = "holidays";

/// A year is a page of text; anything longer is another file.
const LONGEST: u64 = 1 << 20;

const BUILT_IN: [(i32, &str); 2] = [
    (2025, include_str!("../../../assets/codes/holidays/2025.tsv")),
    (2026, include_str!("../../../assets/codes/holidays/2026.tsv")),
];

/// The years there are, and what was refused.
#[derive(Debug, Default)]
pub struct Loaded {
    pub holidays: Holidays,
    pub refused: Vec<Refused>,
}

#[derive(Debug)]
pub struct Refused {
    pub file: PathBuf,
    pub why: Why,
}

#[derive(Debug)]
pub enum Why {
    Unreadable(io::ErrorKind),
    /// The file's name is not a year.
    Name,
    Faults(Vec<HolidayFault>),
}

/// Ours, and those of a folder in place of or beside them. A folder that is not there is empty.
pub fn load(folder: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    // a test reads every one of them, so none is ever dropped here
    BUILT_IN
        .iter()
        .filter_map(|(year, text)| HolidayYear::parse(*year, text).ok())
        .for_each(|year| loaded.holidays.put(year));
    let Ok(entries) = fs::read_dir(folder) else { return loaded };
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "tsv"));
    files.sort();
    for file in files {
        match read(&file) {
            Ok(year) => loaded.holidays.put(year),
            Err(why) => loaded.refused.push(Refused { file, why }),
        }
    }
    loaded
}

/// One year's file, named by the year.
pub fn read(file: &Path) -> Result<HolidayYear, Why> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let year = stem.parse().ok().filter(|year| (1900..=9999).contains(year)).ok_or(Why::Name)?;
    let mut text = String::new();
    let read = fs::File::open(file)
        .and_then(|file| file.take(LONGEST + 1).read_to_string(&mut text))
        .map_err(|error| Why::Unreadable(error.kind()))?;
    if read as u64 > LONGEST {
        return Err(Why::Unreadable(io::ErrorKind::FileTooLarge));
    }
    HolidayYear::parse(year, &text).map_err(Why::Faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holiday::DayKind;

    #[test]
    fn ours_are_sound_and_say_where_they_come_from() {
        for (year, text) in BUILT_IN {
            let read = HolidayYear::parse(year, text).unwrap();
            let holidays = read.days().iter().filter(|day| day.kind == DayKind::Holiday).count();
            // 13 statutory days since 2025 with the weekends joined to them
            assert_eq!(holidays, if year == 2025 { 28 } else { 33 });
            assert!(text.starts_with("# 国办发明电〔"), "{year}");
        }
    }

    #[test]
    fn a_centre_puts_its_own_year_beside_ours() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("2027.tsv", "2027-01-01\tholiday\t元旦\tNew Year\n");
        write("2026.tsv", "2026-09-08\tholiday\t校庆\tAnniversary\n");
        write("2028.tsv", "2028-01-01\tfeast\t元旦\tNew Year\n");
        write("next.tsv", "");
        write("notes.txt", "not looked at");
        let loaded = load(folder.path());
        let day = |text| crate::domain::calendar::parse_day(text).unwrap();
        assert!(
            loaded.holidays.is_holiday(day("2027-01-01")) && loaded.holidays.is_holiday(day("2026-09-08"))
        );
        assert!(
            !loaded.holidays.is_holiday(day("2026-10-01")),
            "the centre's own year stands in place of ours"
        );
        assert_eq!(loaded.holidays.unknown(day("2025-01-01"), day("2028-01-01")), [2028]);
        let refused: Vec<&str> =
            loaded.refused.iter().map(|one| one.file.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(refused, ["2028.tsv", "next.tsv"]);
    }
}
