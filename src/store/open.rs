//! Opening the file: place, lock, identity, settings read back, version.

use super::Result;
use super::error::{StoreError, WAIT, at, file_at};
use super::migrate;
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// `BDAO` in ASCII: SQLite's `application_id` of our files.
const APPLICATION_ID: i32 = 0x4244_414f;
pub(super) const FILE_NAME: &str = "baodao.db";

/// Statements kept prepared: one act on a roster runs some twenty over and over.
const STATEMENTS: usize = 128;

/// How the file is locked with a key. Encryption is a later matter; every caller already says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Plain,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Full,
    /// A newer program wrote the file; nothing can be changed.
    ReadOnly {
        found: i32,
    },
}

/// What a new file is given.
#[derive(Debug, Clone, Copy)]
pub struct Birth {
    pub desk: [u8; 16],
    pub epoch: [u8; 16],
}

/// Told every so often while another process holds the file, with the time waited so far.
pub type Waiting = Box<dyn FnMut(Duration) + Send>;

/// One open data file.
pub struct Store {
    pub(super) conn: Connection,
    pub(super) folder: PathBuf,
    pub(super) access: Access,
    pub(super) waiting: Option<Waiting>,
    pub(super) key: Key,
    pub(super) desk: [u8; 16],
    /// An invented centre is being loaded: search keys come at the end.
    pub(super) bulk: bool,
    pub(super) seen: i64,
    pub(super) shared: Lock,
    pub(super) watch: Watch,
}

impl Store {
    /// Makes a data file in `folder`, which is made too; refuses a folder that has one.
    pub fn create(folder: &Path, key: Key, birth: Birth) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(file_at("making the data folder", folder))?;
        super::place::refuse_network(folder)?;
        let path = folder.join(FILE_NAME);
        let there = || path.exists().then(|| StoreError::Exists(path.clone())).map_or(Ok(()), Err);
        // before the lock, because whoever has the file open holds it, and after, because somebody may just make one
        there()?;
        let lock = lock_file(folder)?;
        lock.try_lock().map_err(|_| StoreError::InUse)?;
        there()?;
        // Built under another name, so that a start that fails leaves nothing that looks like a data file.
        let part = folder.join("baodao.new");
        remove_all(&part);
        let made = Self::lay_out(&part, key, birth);
        if made.is_err() {
            remove_all(&part);
        }
        made?;
        std::fs::rename(&part, &path).map_err(file_at("naming the new data file", &path))?;
        drop(lock);
        Self::open(folder, key)
    }

    fn lay_out(path: &Path, key: Key, birth: Birth) -> Result<()> {
        let mut conn = Connection::open(path).map_err(at("making the data file"))?;
        settle(&conn, key)?;
        conn.pragma_update(None, "application_id", APPLICATION_ID).map_err(at("signing the data file"))?;
        migrate::migrate(&mut conn, |_| PathBuf::new())?;
        conn.execute("INSERT INTO file (one, desk, epoch) VALUES (1, ?1, ?2)", (birth.desk, birth.epoch))
            .map_err(at("naming the desk"))?;
        conn.pragma_update(None, "journal_mode", "DELETE").map_err(at("closing the new file"))?;
        conn.close().map_err(|(_, source)| at("closing the new file")(source))
    }

    /// Opens the data file of `folder`; an older one is copied, checked and migrated, a newer one opens for reading.
    pub fn open(folder: &Path, key: Key) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        if !path.is_file() {
            return Err(StoreError::Missing(path));
        }
        super::place::refuse_network(folder)?;
        let lock = lock_file(folder)?;
        lock.try_lock_shared().map_err(|_| StoreError::InUse)?;
        let mut conn = connect_ours(&path)?;
        let found = migrate::version(&conn)?;
        let access = if found > migrate::newest() { Access::ReadOnly { found } } else { Access::Full };
        let lock = if found < migrate::newest() {
            lock.unlock().map_err(file_at("locking for a migration", &path))?;
            lock.try_lock().map_err(|_| StoreError::InUse)?;
            settle(&conn, key)?;
            migrate::migrate(&mut conn, |found| migrate::copy_path(folder, found))?;
            lock.unlock().map_err(file_at("unlocking after a migration", &path))?;
            lock.try_lock_shared().map_err(|_| StoreError::InUse)?;
            lock
        } else {
            lock
        };
        match access {
            Access::Full => settle(&conn, key)?,
            Access::ReadOnly { .. } => {
                conn.pragma_update(None, "query_only", true).map_err(at("opening for reading"))?;
            }
        }
        Self::over(conn, folder, key, access, lock)
    }

    /// A checked copy that is not in use yet, brought to the newest version: it can be acted on before it takes the
    /// place of the data file. Whoever asks holds the lock.
    pub(super) fn open_unused(path: &Path, folder: &Path, key: Key) -> Result<Self> {
        let mut conn = connect_ours(path)?;
        settle(&conn, key)?;
        migrate::migrate(&mut conn, |found| migrate::copy_path(folder, found))?;
        Self::over(conn, folder, key, Access::Full, lock_file(folder)?)
    }

    fn over(conn: Connection, folder: &Path, key: Key, access: Access, shared: Lock) -> Result<Self> {
        let desk = conn
            .query_row("SELECT desk FROM file", [], |row| row.get(0))
            .map_err(at("reading the desk's id"))?;
        let mut store = Self {
            conn,
            folder: folder.to_owned(),
            access,
            waiting: None,
            key,
            desk,
            bulk: false,
            seen: 0,
            shared,
            watch: Watch::default(),
        };
        store.seen = store.data_version()?;
        Ok(store)
    }

    /// The id that `init` gave this desk.
    pub fn desk(&self) -> [u8; 16] {
        self.desk
    }

    pub fn access(&self) -> Access {
        self.access
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Who is told while another process keeps the file busy.
    pub fn on_wait(&mut self, waiting: Waiting) {
        self.waiting = Some(waiting);
    }

    /// Whether another process changed the file since this was last asked. Our own changes do not count.
    pub fn changed_elsewhere(&mut self) -> Result<bool> {
        let version = self.data_version()?;
        let changed = version != self.seen;
        self.seen = version;
        Ok(changed)
    }

    fn data_version(&self) -> Result<i64> {
        self.conn.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(at("looking for changes"))
    }

    /// Several reads as of one moment, whatever other processes write in between.
    pub fn at_once<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let reading = self.conn.unchecked_transaction().map_err(at("starting to read"))?;
        let answer = work()?;
        reading.finish().map_err(at("ending a read"))?;
        Ok(answer)
    }

    /// More room in memory for one act of many thousand rows: a page that is written again and again goes to the disk
    /// once. `false` gives the room back.
    pub fn give_room(&self, room: bool) -> Result<()> {
        let settings = if room {
            "PRAGMA cache_size = -131072"
        } else {
            "PRAGMA cache_size = -16384; PRAGMA shrink_memory"
        };
        self.conn.execute_batch(settings).map_err(at("changing settings"))
    }

    /// For loading an invented centre: larger checkpoints, room for the indexes, no sync for every act, and the search
    /// keys written once at the end in their order. `false` writes them and goes back to the settings of every day;
    /// whoever stops in between throws the file away.
    pub fn load_in_bulk(&mut self, bulk: bool) -> Result<()> {
        let (checkpoint, sync) = if bulk { (32_768, "NORMAL") } else { (1000, "FULL") };
        self.bulk = bulk;
        if !bulk {
            self.index_all_names()?;
        }
        let settings = format!("PRAGMA wal_autocheckpoint = {checkpoint}; PRAGMA synchronous = {sync}");
        self.conn.execute_batch(&settings).map_err(at("changing settings"))?;
        if !bulk {
            self.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(at("settling the file"))?;
        }
        self.give_room(bulk)
    }

    /// A second connection for long reads, backups and watching, settled like the first.
    pub fn aside(&self) -> Result<Aside> {
        let conn = connect(&self.folder.join(FILE_NAME), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if self.access == Access::Full {
            settle(&conn, self.key)?;
        }
        conn.pragma_update(None, "query_only", true).map_err(at("opening for reading"))?;
        Ok(Aside { conn, folder: self.folder.clone() })
    }
}

/// A reading connection that may live on another thread.
pub struct Aside {
    pub(super) conn: Connection,
    pub(super) folder: PathBuf,
}

/// The connection that looks for what others change, from another thread. It lets go of the file while another is put
/// in its place: some systems rename no file that is open.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Option<Connection>>>);

impl Watch {
    /// A number that moves when anybody else changes the file; none while the file is let go of.
    pub fn data_version(&self) -> Result<Option<i64>> {
        let version = |conn: &Connection| {
            conn.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(at("looking for changes"))
        };
        self.held().as_ref().map(version).transpose()
    }

    pub(super) fn held(&self) -> MutexGuard<'_, Option<Connection>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Looks at this file, and after a restore at the one that was put in its place.
    pub fn watch(&self) -> Result<Watch> {
        *self.watch.held() = Some(self.aside()?.conn);
        Ok(self.watch.clone())
    }
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(at("opening the data file"))?;
    conn.busy_timeout(WAIT).map_err(at("setting the wait"))?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without it SQLite plans a query with a limit anew for every value of the limit, which costs more than the query.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(at("keeping the plans"))?;
    Ok(conn)
}

/// A file that says of itself that it is ours. One that is only busy, or lies on a failing disk, is not called foreign.
fn connect_ours(path: &Path) -> Result<Connection> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    match conn.query_row("PRAGMA application_id", [], |row| row.get::<_, i32>(0)) {
        Ok(APPLICATION_ID) => Ok(conn),
        Ok(_) => Err(StoreError::NotOurFile(path.to_owned())),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            Err(StoreError::NotOurFile(path.to_owned()))
        }
        Err(error) => Err(at("reading the file's mark")(error)),
    }
}

/// An open lock file. Its lock ends when this is dropped, also while a child process that is just being started
/// still holds the same open file.
pub(super) struct Lock(File);

impl std::ops::Deref for Lock {
    type Target = File;

    fn deref(&self) -> &File {
        &self.0
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // closing the file ends the lock as well, only later
        let _ = self.0.unlock();
    }
}

/// A file that only carries locks: shared while open, exclusive while migrating or restoring.
pub(super) fn lock_file(folder: &Path) -> Result<Lock> {
    let path = folder.join("baodao.lock");
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .read(true)
        .open(&path)
        .map(Lock)
        .map_err(file_at("opening the lock", &path))
}

/// Removes a database and what SQLite puts beside it; for files of our own making that were never in use.
pub(super) fn remove_all(path: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        // A file that is not there is what we want; anything else shows when the name is used again.
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// Settings of every connection that writes. Each is read back and refused if it did not take.
fn settle(conn: &Connection, key: Key) -> Result<()> {
    let Key::Plain = key;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true).map_err(at("setting DEFENSIVE"))?;
    const WANTED: [(&str, &str, &str); 11] = [
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("cell_size_check", "ON", "1"),
        ("mmap_size", "0", "0"),
        ("temp_store", "MEMORY", "2"),
        ("secure_delete", "ON", "1"),
        ("wal_autocheckpoint", "1000", "1000"),
        ("journal_size_limit", "67108864", "67108864"),
        // 16 MB: search keys are written in no order, and two megabytes read every page again.
        ("cache_size", "-16384", "-16384"),
    ];
    for (name, set, wanted) in WANTED {
        conn.execute_batch(&format!("PRAGMA {name} = {set}")).map_err(at("changing a setting"))?;
        let got = conn.query_row(&format!("PRAGMA {name}"), [], |row| match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(n) => Ok(n.to_string()),
            rusqlite::types::ValueRef::Text(text) => Ok(String::from_utf8_lossy(text).to_lowercase()),
            _ => Ok(String::new()),
        });
        // `mmap_size` answers nothing where memory mapping is not built in, which is what is wanted.
        let got = match got {
            Err(rusqlite::Error::QueryReturnedNoRows) if name == "mmap_size" => wanted.to_owned(),
            other => other.map_err(at("reading a setting back"))?,
        };
        if got != wanted {
            return Err(StoreError::Setting { name, wanted, got });
        }
    }
    Ok(())
}
