//! Copies of the data: on request, once a day by itself, and putting one back.

use super::desk::record;
use super::ledger::LedgerRow;
use super::operators::Guard;
use super::{Chance, Clock, Desk, Opened, Outcome, clock, jobs};
use crate::domain::ids::ActId;
use crate::domain::operator::Right;
use crate::store::rows::{ActRow, BackupRow, CredentialRow};
use crate::store::{Aside, BackupReport, Fault, Key, Store, Verb, Verified, Watch, check_copy, read_copy};
use chrono::Datelike;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;

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
    /// How many of those only signed in, or tried to.
    pub lost_sign_ins: i64,
    /// The newest of the others, at most twenty.
    pub newest_lost: Vec<ActRow>,
    pub sign_in: SignInAfter,
    /// Where the present file went; nothing in a dry run.
    pub aside: Option<PathBuf>,
}

/// Who will have to sign in once a copy is put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInAfter {
    AsNow,
    /// There are PINs now and none in the copy: everybody may do everything.
    Nobody,
    /// Others than now, or by other PINs or roles: these, by name.
    By(Vec<String>),
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

    /// Copies in the backup folder, newest first.
    pub fn backups(&self) -> Outcome<Vec<BackupRow>> {
        Ok(by_name(self.store.backups()?, |path| Some(named(path)?.made_ms)))
    }

    /// Files that were set aside as a copy was put back, newest first: each can be put back like a copy.
    pub fn set_aside(&self) -> Outcome<Vec<BackupRow>> {
        Ok(by_name(self.store.beside(ASIDE)?, set_aside_ms))
    }

    /// Copies the file now, into the backup folder or to `to`: that takes the data of everybody out.
    pub fn backup(&self, to: Option<&Path>) -> Outcome<BackupReport> {
        if to.is_some() {
            self.may(Right::AnySheet)?;
        }
        let aside = self.store.aside()?;
        let (acts, _) = self.store.head()?;
        let to =
            to.map_or_else(|| aside.backups().join(copy_name(self.clock.now_ms(), acts)), Path::to_path_buf);
        Ok(aside.backup(&to)?)
    }

    /// Makes the day's copy on another thread, if it is still to be made.
    pub fn copy_the_day(&mut self) -> Outcome<()> {
        if !self.needs_daily_backup()? {
            return Ok(());
        }
        let (done, copied) = channel();
        let copy = self.daily_backup()?;
        self.copied = Some(copied);
        // how old the newest copy is stands on the first screen
        jobs::spawn(move || copy.make().is_ok(), move |_| drop(done));
        Ok(())
    }

    /// Waits for the day's copy, if it is under way; so long at most.
    pub fn await_copy(&mut self, patience: Duration) {
        if let Some(copied) = self.copied.take() {
            // the channel closes when the copy is made, or was not to be made
            let _ = copied.recv_timeout(patience);
        }
    }

    /// Whether the day's copy is still to be made; nothing recorded since the last copy needs none. Told by the names
    /// of copies, not by their times, so that a day with a wrong clock does not stop them.
    pub fn needs_daily_backup(&self) -> Outcome<bool> {
        let today = self.clock.now().day;
        let (acts, _) = self.store.head()?;
        let made: Vec<CopyName> = self.store.backups()?.iter().filter_map(|copy| named(&copy.path)).collect();
        let is_done = made.iter().any(|copy| copy.day() == today || copy.acts == acts);
        Ok(self.read_only().is_none() && !is_done)
    }

    /// A reading connection for another thread, to watch what others change.
    pub fn watch(&self) -> Outcome<Watch> {
        Ok(self.store.watch()?)
    }

    /// What a daily copy needs, to be made on another thread.
    pub fn daily_backup(&self) -> Outcome<DailyBackup> {
        let (acts, _) = self.store.head()?;
        Ok(DailyBackup { aside: self.store.aside()?, name: copy_name(self.clock.now_ms(), acts) })
    }

    /// What putting `from` back would lose.
    pub fn would_restore(&self, from: &Path) -> Outcome<Restored> {
        self.compared(from, check_copy(from)?)
    }

    fn compared(&self, from: &Path, copy: BackupReport) -> Outcome<Restored> {
        let common = self.store.common_with(from)?;
        let mut newest = self.store.deeds(None, 20)?;
        newest.retain(|act| act.id.0 > common);
        let (present, _) = self.store.head()?;
        Ok(Restored {
            lost: present - common,
            lost_sign_ins: self.store.sign_ins_after(ActId(common))?,
            other_desk: copy.desk != self.store.desk(),
            sign_in: self.sign_in_after(&copy, common)?,
            from: copy,
            newest_lost: newest,
            aside: None,
        })
    }

    /// A PIN that was set after the two histories parted is another, whatever its number.
    fn sign_in_after(&self, copy: &BackupReport, common: i64) -> Outcome<SignInAfter> {
        let present = self.store.signers()?;
        let is_shared = |(_, credential): &(String, CredentialRow)| credential.since.0 <= common;
        if copy.signers == present && present.iter().all(is_shared) {
            return Ok(SignInAfter::AsNow);
        }
        if copy.signers.is_empty() {
            return Ok(SignInAfter::Nobody);
        }
        Ok(SignInAfter::By(copy.signers.iter().map(|(name, _)| name.clone()).collect()))
    }

    /// Sets the present file aside and puts the copy in its place, under a new epoch, with an act that says so.
    /// The desk goes on with it: what is half typed stays, whoever acts signs in anew, and nothing from before can be
    /// taken back.
    pub fn restore(&mut self, from: &Path) -> Outcome<Restored> {
        self.may(Right::Manage)?;
        // what the copy says is enough to tell what is lost; it is checked on its way into the folder
        let mut restored = self.compared(from, read_copy(from)?)?;
        let (drafts, name) = (self.store.drafts()?, aside_name(self.folder(), self.clock.now_ms()));
        let (clock, chance, operator) = (self.clock, &mut self.chance, &self.operator);
        let aside = self.store.restore(from, &name, |copy| -> Outcome<()> {
            for (key, body, at_ms) in &drafts {
                copy.keep_draft(key, body, *at_ms)?;
            }
            begin_anew(copy, clock, chance, operator)
        })?;
        restored.aside = Some(aside);
        // first of all, lest an error leaves somebody signed in to a file whose acts were never theirs
        (self.signed_in, self.held) = (false, None);
        self.mine.clear();
        self.theirs.clear();
        self.opened_at = ActId(self.store.head()?.0);
        self.guard = Guard::read(&self.store)?;
        Ok(restored)
    }
}

/// A copy that is put back begins a new life, with an act that says so. Its operators may be others than those who
/// were asked.
fn begin_anew(copy: &mut Store, clock: Clock, chance: &mut Chance, operator: &str) -> Outcome<()> {
    copy.renew_epoch(chance.sixteen())?;
    record(copy, clock, chance, operator, Verb::Restore, |_| Ok(()))
}

impl Restored {
    /// What putting `from` back does where no file can be read: nothing is known to be lost.
    pub fn over_nothing(from: BackupReport) -> Self {
        Self {
            from,
            lost: 0,
            lost_sign_ins: 0,
            other_desk: false,
            newest_lost: Vec::new(),
            sign_in: SignInAfter::AsNow,
            aside: None,
        }
    }
}

impl Desk {
    /// Puts a copy into a folder whose data file is missing or cannot be opened: a new computer, a broken disk.
    pub fn restore_closed(folder: &Path, from: &Path, mut opened: Opened) -> Outcome<(Self, Restored)> {
        let copy = read_copy(from)?;
        let (clock, name) = (opened.clock, aside_name(folder, opened.clock.now_ms()));
        let aside = Store::restore_closed(folder, Key::Plain, from, &name, |copy| -> Outcome<()> {
            let operator = Self::who_acts(copy, opened.operator.as_deref())?;
            begin_anew(copy, clock, &mut opened.chance, &operator)
        })?;
        Ok((Self::open(folder, opened)?, Restored { aside, ..Restored::over_nothing(copy) }))
    }
}

const ASIDE: &str = "baodao-before-restore-";
const ASIDE_TIME: &str = "%Y%m%d-%H%M%S";

/// The moment to the millisecond, the next one where that name is taken: no file set aside goes for another.
fn aside_name(folder: &Path, now_ms: i64) -> String {
    let name =
        |ms: i64| format!("{ASIDE}{}-{:03}.db", clock::local(ms).format(ASIDE_TIME), ms.rem_euclid(1000));
    (now_ms..).map(name).find(|name| !folder.join(name).exists()).unwrap_or_else(|| name(now_ms))
}

/// The name of a file says when it was made; its own time is that of the last move to another disk.
fn by_name(mut files: Vec<BackupRow>, made_ms: impl Fn(&Path) -> Option<i64>) -> Vec<BackupRow> {
    for file in &mut files {
        file.made_ms = made_ms(&file.path).unwrap_or(file.made_ms);
    }
    files.sort_by_key(|file| std::cmp::Reverse(file.made_ms));
    files
}

/// When a file was set aside, by its name.
fn set_aside_ms(path: &Path) -> Option<i64> {
    let (time, ms) = path.file_stem()?.to_str()?.strip_prefix(ASIDE)?.rsplit_once('-')?;
    let local = chrono::NaiveDateTime::parse_from_str(time, ASIDE_TIME).ok()?;
    Some(clock::utc_ms(local) + ms.parse::<i64>().ok()?)
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

const COPY: &str = "baodao-";
const COPY_TIME: &str = "%Y%m%d-%H%M%S";
const DB: &str = ".db";

/// `baodao-20260907-083000-000123.db`: sorts by time and says how many acts it holds.
fn copy_name(now_ms: i64, acts: i64) -> String {
    format!("{COPY}{}-{acts:06}{DB}", clock::local(now_ms).format(COPY_TIME))
}

/// What the name of a copy says.
struct CopyName {
    made_ms: i64,
    acts: i64,
}

impl CopyName {
    fn day(&self) -> chrono::NaiveDate {
        clock::local(self.made_ms).date()
    }
}

/// `None` if the file was not named by us.
fn named(path: &Path) -> Option<CopyName> {
    let name = path.file_name()?.to_str()?;
    let (time, acts) = name.strip_prefix(COPY)?.strip_suffix(DB)?.rsplit_once('-')?;
    let local = chrono::NaiveDateTime::parse_from_str(time, COPY_TIME).ok()?;
    Some(CopyName { made_ms: clock::utc_ms(local), acts: acts.parse().ok()? })
}

/// Keeps the newest copy of each of thirty days and of twelve months; only copies named by us are looked at.
fn rotate(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut copies: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    copies.sort_by(|a, b| b.cmp(a));
    let (mut days, mut months) = (HashSet::new(), HashSet::new());
    for path in copies {
        let Some(copy) = named(&path) else { continue };
        let day = copy.day();
        let first_of_day = days.len() < DAILY && days.insert(day);
        let first_of_month = months.len() < MONTHLY && months.insert((day.year(), day.month()));
        if !first_of_day && !first_of_month {
            // A copy that cannot be removed is only one more copy.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The acts that a copy holds, by the name that this program gave it.
pub fn acts_in(copy: &Path) -> Option<i64> {
    named(copy).map(|name| name.acts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_was_moved_keeps_its_time() {
        let row = |name: &str, made_ms| BackupRow { path: PathBuf::from(name), made_ms, bytes: 1 };
        let files = vec![
            row("mine.db", 9_000_000_000_000),
            row("baodao-20260907-083000-000123.db", 8_000_000_000_000),
            row("baodao-20260908-083000-000124.db", 7_000_000_000_000),
        ];
        let told = by_name(files, |path| Some(named(path)?.made_ms));
        let times: Vec<String> =
            told.iter().map(|row| clock::local(row.made_ms).format("%Y-%m-%d %H:%M").to_string()).collect();
        assert_eq!(times, ["2255-03-15 00:00", "2026-09-08 08:30", "2026-09-07 08:30"]);
        assert_eq!(acts_in(Path::new("baodao-20260907-083000-000123.db")), Some(123));
        assert_eq!(acts_in(Path::new("baodao-20260907-083000-000123.db-wal")), None);
        assert_eq!(acts_in(Path::new("baodao-20261307-083000-000123.db")), None);
    }

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
