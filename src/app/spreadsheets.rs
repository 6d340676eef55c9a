//! Spreadsheets that somebody may have been sent: those in the folders where people keep such files.

use super::Desk;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A folder of thousands of files is not a list to choose from.
const MOST: usize = 200;

impl Desk {
    /// `.xlsx` files in the folders where people keep them, the newest first; locks of an open Excel are left out.
    pub fn spreadsheets(&self) -> Vec<PathBuf> {
        newest_in(&self.folders)
    }
}

fn newest_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut found: Vec<(SystemTime, PathBuf)> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let path = entry.path();
            let name = path.file_name()?.to_str()?;
            // Excel keeps such a file beside one that is open
            let is_list = is_xlsx(&path) && !name.starts_with("~$");
            is_list.then_some((entry.metadata().ok()?.modified().ok()?, path))
        })
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.truncate(MOST);
    found.into_iter().map(|(_, path)| path).collect()
}

/// What a file is at this moment: another version of it has another. `None` if it cannot be asked.
pub fn version(path: &Path) -> Option<Version> {
    let known = std::fs::metadata(path).ok()?;
    Some(Version { modified: known.modified().ok()?, bytes: known.len() })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    modified: SystemTime,
    bytes: u64,
}

pub fn is_xlsx(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// A path as typed, pasted or dragged into the window: terminals put quotes around it, or escape its spaces.
pub fn as_dropped(text: &str) -> PathBuf {
    let text = text.trim();
    let bare = ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(text)
        .trim();
    if cfg!(unix) { PathBuf::from(bare.replace("\\ ", " ")) } else { PathBuf::from(bare) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_newest_list_comes_first_and_locks_are_no_lists() {
        let folder = tempfile::tempdir().unwrap();
        for (name, age) in [("旧.xlsx", 90), ("新.XLSX", 10), ("~$新.xlsx", 1), ("说明.txt", 1)] {
            let file = std::fs::File::create(folder.path().join(name)).unwrap();
            let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 - age);
            file.set_modified(then).unwrap();
        }
        let folders = [folder.path().to_owned(), folder.path().join("nowhere")];
        let names: Vec<String> = newest_in(&folders)
            .iter()
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["新.XLSX", "旧.xlsx"]);
    }

    #[test]
    fn a_path_is_read_as_terminals_give_it() {
        for text in ["/a/河边村.xlsx", " '/a/河边村.xlsx' ", "\"/a/河边村.xlsx\""] {
            assert_eq!(as_dropped(text), PathBuf::from("/a/河边村.xlsx"), "{text}");
        }
        #[cfg(unix)]
        assert_eq!(as_dropped("/a/a\\ b.xlsx"), PathBuf::from("/a/a b.xlsx"));
    }
}
