//! Copies of the data: on request, once a day by itself, and putting one back.

use super::ledger::LedgerRow;
use super::{Desk, Opened, Outcome, clock};
use crate::domain::operator::Right;
use crate::store::rows::{ActRow, BackupRow};
use crate::store::{Aside, BackupReport, Fault, Key, Store, Verb, Verified, check_copy};
use chrono::Datelike;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What a copy that was made is, for whoever shows it.
pub use crate::store::BackupReport as MadeCopy;

/// What putting a copy back loses and leaves.
#[derive(Debug, Clone)]
pub struct Restored {
    pub from: BackupReport,
    /// Acts of the present file that the copy does not know.
    pub lost: i64,
    /// The copy was made by another desk: another centre's file.
    pub other_desk: bool,
    /// The newest of them, at most twenty.
    pub newest_lost: Vec<ActRow>,
    /// Where the present file went; nothing in a dry run.
    pub aside: Option<PathBuf>,
}

/// Days of which a copy is kept, then one a month.
const DAILY: usize = 30;
const MONTHLY: usize = 12;

impl Desk {
    /// Reads the whole file and folds every ledger anew from its marks.
    pub fn verify(&self) -> Outcome<Verified> {
        let mut verified = self.store.verify()?;
        for class in self.store.classes(chrono::NaiveDate::MIN, u32::MAX)? {
            let adds_up = |row: &LedgerRow| {
                row.totals.credited <= row.totals.delivered && row.totals.delivered <= row.totals.planned
            };
            if !self.class_ledger(&class)?.rows.iter().all(adds_up) {
                verified.faults.push(Fault::Ledger(class.id.0));
            }
        }
        Ok(verified)
    }

    pub fn backups(&self) -> Outcome<Vec<BackupRow>> {
        Ok(self.store.backups()?)
    }

    /// Copies the file now, to `to` or into the backup folder.
    pub fn backup(&self, to: Option<&Path>) -> Outcome<BackupReport> {
        let aside = self.store.aside()?;
        let (acts, _) = self.store.head()?;
        let to =
            to.map_or_else(|| aside.backups().join(copy_name(self.clock.now_ms(), acts)), Path::to_path_buf);
        Ok(aside.backup(&to)?)
    }

    /// Whether the day's copy is still to be made; nothing recorded since the last copy needs none. Told by the names
    /// of copies, not by their times, so that a day with a wrong clock does not stop them.
    pub fn needs_daily_backup(&self) -> Outcome<bool> {
        let today = self.clock.now().day;
        let (acts, _) = self.store.head()?;
        let made: Vec<(chrono::NaiveDate, i64)> =
            self.store.backups()?.iter().filter_map(|copy| named(&copy.path)).collect();
        let is_done = made.iter().any(|(day, held)| *day == today || *held == acts);
        Ok(self.read_only().is_none() && !is_done)
    }

    /// A reading connection for another thread, to watch what others change.
    pub fn watch(&self) -> Outcome<Aside> {
        Ok(self.store.aside()?)
    }

    /// What a daily copy needs, to be made on another thread.
    pub fn daily_backup(&self) -> Outcome<DailyBackup> {
        let (acts, _) = self.store.head()?;
        Ok(DailyBackup { aside: self.store.aside()?, name: copy_name(self.clock.now_ms(), acts) })
    }

    /// What putting `from` back would lose.
    pub fn would_restore(&self, from: &Path) -> Outcome<Restored> {
        let copy = check_copy(from)?;
        let common = self.store.common_with(from)?;
        let mut newest = self.store.acts(None, 20)?;
        newest.retain(|act| act.id.0 > common);
        let (present, _) = self.store.head()?;
        Ok(Restored {
            lost: present - common,
            other_desk: copy.desk != self.store.desk(),
            from: copy,
            newest_lost: newest,
            aside: None,
        })
    }

    /// Sets the present file aside and puts the copy in its place, under a new epoch, with an act that says so.
    pub fn restore(self, from: &Path) -> Outcome<(Self, Restored)> {
        self.may(Right::Manage)?;
        let mut restored = self.would_restore(from)?;
        let name = aside_name(self.now_ms());
        let Self { store, clock, mut chance, operator, on, .. } = self;
        let (store, aside) = store.restore(from, &name)?;
        store.renew_epoch(chance.sixteen())?;
        let mut desk = Self::on(store, clock, chance, operator, on)?;
        desk.record_restore()?;
        restored.aside = Some(aside);
        Ok((desk, restored))
    }
}

impl Desk {
    /// Puts a copy into a folder whose data file is missing or cannot be opened: a new computer, a broken disk.
    pub fn restore_closed(folder: &Path, from: &Path, mut opened: Opened) -> Outcome<(Self, Restored)> {
        let copy = check_copy(from)?;
        let (store, aside) =
            Store::restore_closed(folder, Key::Plain, from, &aside_name(opened.clock.now_ms()))?;
        store.renew_epoch(opened.chance.sixteen())?;
        drop(store);
        let mut desk = Self::open(folder, opened)?;
        desk.record_restore()?;
        Ok((desk, Restored { from: copy, lost: 0, other_desk: false, newest_lost: Vec::new(), aside }))
    }
}

impl Desk {
    /// Written into the file that was put back, whose operators may be others than those who were asked.
    fn record_restore(&mut self) -> Outcome<()> {
        let operator = self.operator.clone();
        self.record(&operator, Verb::Restore, |_| Ok(()))
    }
}

fn aside_name(now_ms: i64) -> String {
    format!(
        "baodao-before-restore-{}-{:03}.db",
        clock::local(now_ms).format("%Y%m%d-%H%M%S"),
        now_ms.rem_euclid(1000)
    )
}

/// The day's copy, ready to be made anywhere.
pub struct DailyBackup {
    aside: Aside,
    name: String,
}

impl DailyBackup {
    /// Makes the copy, then removes daily copies that are no longer needed.
    pub fn make(&self) -> Outcome<BackupReport> {
        let report = self.aside.backup(&self.aside.backups().join(&self.name))?;
        rotate(&self.aside.backups());
        Ok(report)
    }
}

/// `baodao-20260907-083000-000123.db`: sorts by time and says how many acts it holds.
fn copy_name(now_ms: i64, acts: i64) -> String {
    format!("baodao-{}-{acts:06}.db", clock::local(now_ms).format("%Y%m%d-%H%M%S"))
}

/// Keeps the newest copy of each of thirty days and of twelve months; only copies named by us are looked at.
fn rotate(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut copies: Vec<(chrono::NaiveDate, PathBuf)> =
        entries.filter_map(|entry| dated(entry.ok()?.path())).collect();
    copies.sort_by(|a, b| b.1.cmp(&a.1));
    let (mut days, mut months) = (HashSet::new(), HashSet::new());
    for (day, path) in copies {
        let first_of_day = days.len() < DAILY && days.insert(day);
        let first_of_month = months.len() < MONTHLY && months.insert((day.year(), day.month()));
        if !first_of_day && !first_of_month {
            // A copy that cannot be removed is only one more copy.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The day and the number of acts in the name of a copy.
fn named(path: &Path) -> Option<(chrono::NaiveDate, i64)> {
    let (day, path) = dated(path.to_owned())?;
    let acts = path.file_stem()?.to_str()?.rsplit('-').next()?.parse().ok()?;
    Some((day, acts))
}

fn dated(path: PathBuf) -> Option<(chrono::NaiveDate, PathBuf)> {
    let name = path.file_name()?.to_str()?;
    let digits = name.strip_prefix("baodao-")?.get(..8)?;
    let day = chrono::NaiveDate::parse_from_str(digits, "%Y%m%d").ok()?;
    Some((day, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rotation_keeps_days_and_months() {
        let folder = tempfile::tempdir().unwrap();
        let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for day in first.iter_days().take(200) {
            for hour in ["080000", "170000"] {
                std::fs::write(
                    folder.path().join(format!("baodao-{}-{hour}-000001.db", day.format("%Y%m%d"))),
                    "",
                )
                .unwrap();
            }
        }
        std::fs::write(folder.path().join("before-schema-2-from-1.db"), "").unwrap();
        rotate(folder.path());
        let names: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert!(names.contains(&"before-schema-2-from-1.db".to_owned()));
        assert!(
            names.contains(&"baodao-20260719-170000-000001.db".to_owned())
                && !names.contains(&"baodao-20260719-080000-000001.db".to_owned())
        );
        assert!(names.contains(&"baodao-20260131-170000-000001.db".to_owned()), "one a month stays");
        assert_eq!(names.len(), 1 + 30 + 5);
    }
}
