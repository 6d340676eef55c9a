//! What can go wrong with the file: always what was being done, never a value of a row.

use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no data file")]
    Missing(PathBuf),
    #[error("a data file is already there")]
    Exists(PathBuf),
    #[error("not a data file of this program")]
    NotOurFile(PathBuf),
    /// The file system that holds the folder is shared over a network, where SQLite's locks do not hold.
    #[error("on a network file system: {kind}")]
    Network { path: PathBuf, kind: String },
    /// A newer program wrote it; it can be read only.
    #[error("read only: written by schema {found}, ours is {ours}")]
    Newer { found: i32, ours: i32 },
    #[error("setting {name} is {got}, wanted {wanted}")]
    Setting { name: &'static str, wanted: &'static str, got: String },
    /// Another process kept the file busy for the whole wait.
    #[error("busy for {0:?}")]
    Busy(Duration),
    /// Another process has the file open while it must be ours alone, or is migrating or restoring it.
    #[error("in use by another process")]
    InUse,
    /// Somebody else changed the row since it was read.
    #[error("changed elsewhere")]
    Stale,
    /// The same person, class code, seat or session is already there.
    #[error("already there: {0}")]
    Taken(Taken),
    #[error("no such row")]
    Gone,
    /// The file says something that it cannot say.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    #[error(transparent)]
    Undo(#[from] UndoRefused),
    #[error("the disk is full")]
    DiskFull,
    #[error("{doing}")]
    File { doing: &'static str, path: PathBuf, source: std::io::Error },
    #[error("{doing}")]
    Sqlite { doing: &'static str, source: rusqlite::Error },
}

/// Which unique index was hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Taken {
    #[error("ID number")]
    IdNumber,
    #[error("class code")]
    ClassCode,
    #[error("enrolment")]
    Enrolment,
    #[error("session")]
    Session,
    #[error("operator")]
    Operator,
    #[error("waiting line")]
    Waiting,
}

/// Why an act cannot be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefused {
    #[error("nothing to undo")]
    Nothing,
    #[error("act {0} was taken back before")]
    Already(i64),
    /// A later act wrote the same rows, or rows that depend on them.
    #[error("act {later} came after act {act}")]
    Later { act: i64, later: i64 },
    #[error("this kind of act cannot be taken back")]
    Kind,
}

impl StoreError {
    /// SQLite's extended result code, for a support call; it tells nothing about the data.
    pub fn sqlite_code(&self) -> Option<i32> {
        match self {
            Self::Sqlite { source: rusqlite::Error::SqliteFailure(failure, _), .. } => {
                Some(failure.extended_code)
            }
            _ => None,
        }
    }
}

/// How long a statement waits for another process; the beginning of an act waits longer and says so.
pub(super) const WAIT: Duration = Duration::from_secs(5);

/// Wraps an SQLite error with what was being done; unique indexes, a busy file and a full disk get their own words.
pub(super) fn at(doing: &'static str) -> impl FnOnce(rusqlite::Error) -> StoreError {
    move |source| match &source {
        rusqlite::Error::SqliteFailure(failure, Some(message))
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            taken(message).map_or(StoreError::Sqlite { doing, source }, StoreError::Taken)
        }
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == rusqlite::ErrorCode::DiskFull => {
            StoreError::DiskFull
        }
        rusqlite::Error::SqliteFailure(failure, _)
            if failure.code == rusqlite::ErrorCode::DatabaseCorrupt =>
        {
            StoreError::Damaged("pages")
        }
        rusqlite::Error::SqliteFailure(failure, _)
            if matches!(
                failure.code,
                rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked
            ) =>
        {
            StoreError::Busy(WAIT)
        }
        _ => StoreError::Sqlite { doing, source },
    }
}

fn taken(message: &str) -> Option<Taken> {
    let has = |column: &str| message.contains(column);
    if has("trainee.id_number") {
        return Some(Taken::IdNumber);
    }
    if has("class.code") {
        return Some(Taken::ClassCode);
    }
    if has("operator.name") {
        return Some(Taken::Operator);
    }
    if has("enrolment.") {
        return Some(Taken::Enrolment);
    }
    if has("waiting.") {
        return Some(Taken::Waiting);
    }
    has("session.").then_some(Taken::Session)
}

/// Wraps a file error with what was being done and where.
pub(super) fn file_at(
    doing: &'static str,
    path: &std::path::Path,
) -> impl FnOnce(std::io::Error) -> StoreError {
    let path = path.to_owned();
    move |source| StoreError::File { doing, path, source }
}
