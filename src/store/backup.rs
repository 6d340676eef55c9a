//! Copies that have been opened and checked.

use super::error::{StoreError, at, file_at};
use super::open::{Aside, FILE_NAME, Store, connect, remove_all};
use super::rows::{BackupRow, CredentialRow};
use super::verify::Fault;
use super::{Result, audit, migrate, operators, verify};
use rusqlite::{Connection, OpenFlags, OptionalExtension, backup::Backup};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The step of the file from which on it may hold PINs.
const WITH_PINS: i32 = 2;

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// The desk that made it.
    pub desk: [u8; 16],
    pub path: PathBuf,
    pub acts: i64,
    pub head: [u8; 32],
    /// When its last act was recorded, UTC milliseconds.
    pub last_ms: i64,
    pub trainees: u32,
    /// Who signs in there with a PIN; nobody in a file from before there were PINs.
    pub signers: Vec<(String, CredentialRow)>,
}

impl Aside {
    /// Copies the file to `to` under a temporary name, opens and checks the copy, syncs and renames it.
    pub fn backup(&self, to: &Path) -> Result<BackupReport> {
        if to.starts_with(self.backups()) {
            let folder = self.backups();
            std::fs::create_dir_all(&folder).map_err(file_at("making the backup folder", &folder))?;
        }
        // Not made here: a stick that is not plugged in must not become a folder on the same disk.
        folder_of(to).read_dir().map_err(file_at("opening the folder of the copy", folder_of(to)))?;
        refuse_target(to, &self.folder)?;
        self.refuse_strange_target(to)?;
        copy_checked(&self.conn, to)
    }

    /// A copy takes the place of an older copy of the same desk, and of nothing else.
    fn refuse_strange_target(&self, to: &Path) -> Result<()> {
        if to.is_dir() {
            return Err(file_at("making a copy", to)(io::ErrorKind::IsADirectory.into()));
        }
        if !to.exists() {
            return Ok(());
        }
        let desk: [u8; 16] = self
            .conn
            .query_row("SELECT desk FROM file", [], |row| row.get(0))
            .map_err(at("reading the desk's id"))?;
        let other = connect(to, OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|other| {
            other
                .query_row("SELECT desk FROM file", [], |row| row.get::<_, [u8; 16]>(0))
                .map_err(at("reading a file"))
        });
        if other.is_ok_and(|other| other == desk) { Ok(()) } else { Err(StoreError::Exists(to.to_owned())) }
    }

    /// The folder of the automatic copies.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }
}

impl Store {
    /// Copies that lie beside the file, newest first. Each was checked before it got its name.
    pub fn backups(&self) -> Result<Vec<BackupRow>> {
        files_in(&self.folder.join("backups"))
    }

    /// Data files beside the present one whose names begin with `stem`, newest first. Nobody checked them.
    pub fn beside(&self, stem: &str) -> Result<Vec<BackupRow>> {
        let mut rows = files_in(&self.folder)?;
        rows.retain(|row| row.path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(stem)));
        Ok(rows)
    }
}

impl Store {
    /// Refuses a place where an export would write over our own data, or over any other data file.
    pub fn refuse_export_to(&self, to: &Path) -> Result<()> {
        refuse_target(to, &self.folder)?;
        let mut head = [0; 16];
        let is_database = std::fs::File::open(to).and_then(|mut file| file.read_exact(&mut head)).is_ok()
            && head.starts_with(b"SQLite format 3");
        if is_database { Err(StoreError::Exists(to.to_owned())) } else { Ok(()) }
    }

    /// The last act that this file and a copy have in common: the chain makes every one before it the same.
    pub fn common_with(&self, copy: &Path) -> Result<i64> {
        let doing = "comparing with a copy";
        let other = connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let hash = |conn: &Connection, seq: i64| -> Result<Option<[u8; 32]>> {
            conn.prepare_cached("SELECT hash FROM act WHERE seq = ?1")
                .and_then(|mut row| row.query_row([seq], |row| row.get(0)).optional())
                .map_err(at(doing))
        };
        let (mut same, mut differ) = (0, audit::last(&self.conn)?.seq.min(audit::last(&other)?.seq) + 1);
        while differ - same > 1 {
            let middle = same + (differ - same) / 2;
            if hash(&self.conn, middle)? == hash(&other, middle)? { same = middle } else { differ = middle }
        }
        Ok(same)
    }
}

fn files_in(folder: &Path) -> Result<Vec<BackupRow>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    for entry in entries {
        let entry = entry.map_err(file_at("listing backups", folder))?;
        let path = entry.path();
        let known = entry.metadata().ok().and_then(|meta| Some((meta.len(), meta.modified().ok()?)));
        if let (Some("db"), Some((bytes, modified))) = (path.extension().and_then(|end| end.to_str()), known)
        {
            let since = modified.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            rows.push(BackupRow { path, made_ms: i64::try_from(since.as_millis()).unwrap_or(0), bytes });
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.made_ms));
    Ok(rows)
}

/// Opens a copy and checks pages, references and audit. Damage is refused.
pub fn check_copy(path: &Path) -> Result<BackupReport> {
    let conn = open_copy(path)?;
    let verified = verify::verify(&conn)?;
    if let Some(fault) = verified.faults.first() {
        return Err(StoreError::Damaged(fault.name()));
    }
    report(&conn, path)
}

/// What a copy says that it holds; whoever puts it back checks it on the way.
pub fn read_copy(path: &Path) -> Result<BackupReport> {
    report(&open_copy(path)?, path)
}

/// A copy that is one of ours and not too new.
fn open_copy(path: &Path) -> Result<Connection> {
    if !path.is_file() {
        return Err(StoreError::Missing(path.to_owned()));
    }
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let ours: Result<i64, _> = conn.query_row("SELECT count(*) FROM act", [], |row| row.get(0));
    if ours.is_err() {
        return Err(StoreError::NotOurFile(path.to_owned()));
    }
    let found = migrate::version(&conn)?;
    if found > migrate::newest() {
        return Err(StoreError::Newer { found, ours: migrate::newest() });
    }
    Ok(conn)
}

fn report(conn: &Connection, path: &Path) -> Result<BackupReport> {
    let last = audit::last(conn)?;
    let trainees =
        conn.query_row("SELECT trainees FROM file", [], |row| row.get(0)).map_err(at("reading a copy"))?;
    let desk = conn.query_row("SELECT desk FROM file", [], |row| row.get(0)).map_err(at("reading a copy"))?;
    let signers = if migrate::version(conn)? < WITH_PINS { Vec::new() } else { operators::signers(conn)? };
    Ok(BackupReport {
        desk,
        path: path.to_owned(),
        acts: last.seq,
        head: last.hash,
        last_ms: last.at.ms,
        trainees,
        signers,
    })
}

/// The folder of a file; a bare name lies in the present one.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Refuses to write over the live file, its log or its lock: whatever is written there would be the end of the desk.
pub(super) fn refuse_target(to: &Path, data: &Path) -> Result<()> {
    let real = |path: &Path| path.canonicalize().ok();
    let lies_here = real(folder_of(to)).is_some_and(|folder| Some(folder) == real(data));
    let name = to.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    if lies_here && (name.starts_with(FILE_NAME) || name == "baodao.lock") {
        return Err(StoreError::Exists(to.to_owned()));
    }
    Ok(())
}

/// The one way a copy is made: temporary name, backup API, open, check, sync, rename.
pub(super) fn copy_checked(source: &Connection, to: &Path) -> Result<BackupReport> {
    let folder = folder_of(to);
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    remove_all(&part);
    // whether it can be made is asked of the system: SQLite would blame the data file
    std::fs::File::create(&part).map_err(|error| file_at("making a copy", to)(not_allowed(error)))?;
    let copied = copy(source, &part).and_then(|()| check_copy(&part));
    let finished = copied.and_then(|report| {
        let file =
            std::fs::File::options().write(true).open(&part).map_err(file_at("syncing a backup", &part))?;
        file.sync_all().map_err(file_at("syncing a backup", &part))?;
        std::fs::rename(&part, to).map_err(file_at("naming a backup", to))?;
        sync_folder(folder)?;
        Ok(BackupReport { path: to.to_owned(), ..report })
    });
    if finished.is_err() {
        remove_all(&part);
    }
    finished
}

fn copy(source: &Connection, part: &Path) -> Result<()> {
    let doing = "copying the data file";
    let mut target = Connection::open(part).map_err(at(doing))?;
    {
        let backup = Backup::new(source, &mut target).map_err(at(doing))?;
        backup.run_to_completion(4096, Duration::ZERO, None).map_err(at(doing))?;
    }
    // A copy is one file: no log beside it.
    target.pragma_update(None, "journal_mode", "DELETE").map_err(at(doing))?;
    target.close().map_err(|(_, source)| at(doing)(source))
}

/// The folder was opened already. `/proc` and its like say "not found" to whoever would make a file there.
fn not_allowed(error: io::Error) -> io::Error {
    if error.kind() == io::ErrorKind::NotFound { io::ErrorKind::PermissionDenied.into() } else { error }
}

/// The rename itself must survive a power cut; folders cannot be opened for that on Windows.
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        let folder_file =
            std::fs::File::open(folder).map_err(file_at("syncing the backup folder", folder))?;
        folder_file.sync_all().map_err(file_at("syncing the backup folder", folder))?;
    }
    Ok(())
}

impl Fault {
    pub fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::References => "references",
            Self::Gap(_) => "a missing act",
            Self::Chain(_) => "the audit chain",
            Self::Commitment(_) => "what an act wrote",
            Self::Cell(_) => "a cell of the roll",
            Self::Schema => "the schema",
            Self::Rows(..) => "rows written past the audit",
            Self::Ledger(_) => "a ledger",
            Self::Erased(..) => "erased revisions",
            Self::NameKeys => "search keys",
        }
    }
}
