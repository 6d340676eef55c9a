//! Putting a copy back. All that belongs to the new beginning is written into the copy before it gets its name, so
//! that a power cut leaves either the file of before or one that is whole.

use super::Result;
use super::backup::{copy_checked, sync_folder};
use super::error::{StoreError, at, file_at};
use super::open::{FILE_NAME, Key, Store, connect, lock_file, remove_all};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// The copy until it takes the place of the data file.
const PART: &str = "baodao.restored";

impl Store {
    /// A restored file begins a new life: whoever compares it with another copy can tell.
    pub fn renew_epoch(&self, epoch: [u8; 16]) -> Result<()> {
        self.conn.execute("UPDATE file SET epoch = ?1", [epoch]).map_err(at("renewing the epoch"))?;
        Ok(())
    }

    /// Puts the copy `from` in the place of the file and goes on with it, or with the present file where that cannot be
    /// done. `begin` acts on the checked copy before. Returns where the present file went.
    pub fn restore<E: From<StoreError>>(
        &mut self,
        from: &Path,
        aside_name: &str,
        begin: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        let was_watched = self.watch.held().take().is_some();
        let hollow = self.hollow()?;
        let present = std::mem::replace(self, hollow);
        let (folder, key) = (self.folder.clone(), self.key);
        let restored = present.exchange(from, aside_name, begin);
        let opened = Self::open(&folder, key)?;
        let hollow = std::mem::replace(self, opened);
        self.waiting = hollow.waiting;
        self.watch = hollow.watch;
        if was_watched {
            self.watch()?;
        }
        restored
    }

    /// Stands in while files are exchanged; it knows no table, so that whatever is asked of it fails.
    fn hollow(&mut self) -> Result<Self> {
        Ok(Self {
            conn: Connection::open_in_memory().map_err(at("letting go of the file"))?,
            folder: self.folder.clone(),
            access: self.access,
            waiting: self.waiting.take(),
            key: self.key,
            desk: self.desk,
            bulk: false,
            seen: 0,
            shared: lock_file(&self.folder)?,
            watch: self.watch.clone(),
        })
    }

    /// Closes the file and puts a copy in its place.
    fn exchange<E: From<StoreError>>(
        self,
        from: &Path,
        aside_name: &str,
        begin: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        let (folder, key) = (self.folder.clone(), self.key);
        let lock = lock_file(&folder)?;
        let Self { conn, shared, .. } = self;
        // A reader that knows nothing of our lock would keep the log from being emptied, and the log holds acts.
        let busy: bool = conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(at("settling the present file"))?;
        if busy {
            return Err(StoreError::InUse.into());
        }
        conn.close().map_err(|(_, source)| at("closing the present file")(source))?;
        shared.unlock().map_err(file_at("unlocking", &folder))?;
        lock.try_lock().map_err(|_| StoreError::InUse)?;
        prepare(&folder, key, from, begin)?;
        let aside = take_the_place(&folder, aside_name)?;
        lock.unlock().map_err(file_at("unlocking", &folder))?;
        Ok(aside.unwrap_or_else(|| folder.join(aside_name)))
    }

    /// Puts the copy `from` into a folder whose data file is missing or cannot be opened. What lies there is set aside
    /// with the log beside it, because the log may hold acts, and its new name returned.
    pub fn restore_closed<E: From<StoreError>>(
        folder: &Path,
        key: Key,
        from: &Path,
        aside_name: &str,
        begin: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<Option<PathBuf>, E> {
        std::fs::create_dir_all(folder).map_err(file_at("making the data folder", folder))?;
        super::place::refuse_network(folder)?;
        let lock = lock_file(folder)?;
        lock.try_lock().map_err(|_| StoreError::InUse)?;
        prepare(folder, key, from, begin)?;
        let aside = take_the_place(folder, aside_name)?;
        drop(lock);
        Ok(aside)
    }
}

/// The copy beside the data file, checked, begun anew, in one file and on the disk.
fn prepare<E: From<StoreError>>(
    folder: &Path,
    key: Key,
    from: &Path,
    begin: impl FnOnce(&mut Store) -> Result<(), E>,
) -> Result<(), E> {
    let part = folder.join(PART);
    remove_all(&part);
    copy_checked(&connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?, &part)?;
    let prepared = Store::open_unused(&part, folder, key).map_err(E::from).and_then(|mut fresh| {
        begin(&mut fresh)?;
        Ok(fresh.into_one_file(&part)?)
    });
    if prepared.is_err() {
        remove_all(&part);
    }
    prepared
}

impl Store {
    fn into_one_file(self, path: &Path) -> Result<()> {
        let doing = "closing the restored file";
        let Self { conn, .. } = self;
        conn.pragma_update(None, "journal_mode", "DELETE").map_err(at(doing))?;
        conn.close().map_err(|(_, source)| at(doing)(source))?;
        let file = std::fs::File::options().write(true).open(path).map_err(file_at(doing, path))?;
        file.sync_all().map_err(file_at(doing, path))
    }
}

/// Sets the present file aside, the log with it, and gives its name to the copy. If one of the steps fails, those
/// before it are taken back. Returns where the present file went, if there was one.
fn take_the_place(folder: &Path, aside_name: &str) -> Result<Option<PathBuf>> {
    let beside =
        |end: &str| (folder.join(format!("{FILE_NAME}{end}")), folder.join(format!("{aside_name}{end}")));
    let (present, aside) = beside("");
    if aside.exists() {
        return Err(StoreError::Exists(aside));
    }
    // With a second name for the present file there is no moment without a data file. Not while its log holds acts:
    // it would be read without them.
    let log_is_empty = beside("-wal").0.metadata().map_or(true, |log| log.len() == 0);
    let has_two_names = log_is_empty && std::fs::hard_link(&present, &aside).is_ok();
    let ends: &[&str] = if has_two_names { &["-wal", "-shm"] } else { &["", "-wal", "-shm"] };
    let leaving: Vec<_> = ends.iter().map(|end| beside(end)).filter(|(from, _)| from.exists()).collect();
    let had_one = has_two_names || !leaving.is_empty();
    let mut done: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (from, to) in leaving.into_iter().chain([(folder.join(PART), present)]) {
        if let Err(error) = std::fs::rename(&from, &to) {
            for (from, to) in done.iter().rev() {
                std::fs::rename(to, from).map_err(file_at("putting the present file back", to))?;
            }
            if has_two_names {
                std::fs::remove_file(&aside).map_err(file_at("putting the present file back", &aside))?;
            }
            return Err(file_at("exchanging the data file", &from)(error));
        }
        done.push((from, to));
    }
    // after a power cut either file may carry the name; both are whole
    drop(sync_folder(folder));
    Ok(had_one.then_some(aside))
}
