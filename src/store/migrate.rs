//! Ordered steps from `assets/schema`, each in one transaction with its `user_version`. Before a file that holds
//! data is changed, a copy is made with the backup API and checked.

use super::Result;
use super::error::{StoreError, at, file_at};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// Released steps, never edited: step n brings a file from version n-1 to n.
pub(super) const STEPS: [&str; 3] = [
    include_str!("../../assets/schema/0001_start.sql"),
    include_str!("../../assets/schema/0002_desk.sql"),
    include_str!("../../assets/schema/0003_sign_ins.sql"),
];

pub(super) fn newest() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

pub(super) fn version(conn: &Connection) -> Result<i32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(at("reading the file's version"))
}

/// Brings the file to the newest version. `copy_to` is where the copy goes when the file holds data.
pub(super) fn migrate(conn: &mut Connection, copy_to: impl FnOnce(i32) -> std::path::PathBuf) -> Result<()> {
    run(conn, &STEPS, copy_to)
}

fn run(conn: &mut Connection, steps: &[&str], copy_to: impl FnOnce(i32) -> std::path::PathBuf) -> Result<()> {
    let found = version(conn)?;
    if usize::try_from(found).is_ok_and(|found| found >= steps.len()) {
        return Ok(());
    }
    if found > 0 {
        let to = copy_to(found);
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(file_at("making the backup folder", folder))?;
        }
        super::backup::copy_checked(conn, &to)?;
    }
    for (step, sql) in steps.iter().enumerate().skip(usize::try_from(found).unwrap_or(0)) {
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(at("starting a migration"))?;
        tx.execute_batch(sql).map_err(at("migrating"))?;
        let broken: bool = tx
            .prepare("PRAGMA foreign_key_check")
            .and_then(|mut check| check.exists([]))
            .map_err(at("checking a migration"))?;
        if broken {
            return Err(StoreError::Damaged("references after a migration"));
        }
        tx.pragma_update(None, "user_version", i32::try_from(step + 1).unwrap_or(i32::MAX))
            .map_err(at("numbering a migration"))?;
        tx.commit().map_err(at("committing a migration"))?;
    }
    Ok(())
}

/// Where the copy of a file of version `found` goes before it is migrated.
pub(super) fn copy_path(folder: &Path, found: i32) -> std::path::PathBuf {
    folder.join("backups").join(format!("before-schema-{}-from-{found}.db", newest()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Birth, Key, Store};

    const NEXT: &str = "ALTER TABLE class ADD COLUMN shift TEXT NOT NULL DEFAULT ''";

    fn with_next(next: &str) -> Vec<&str> {
        STEPS.into_iter().chain([next]).collect()
    }

    fn older() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::create(folder.path(), Key::Plain, Birth { desk: [1; 16], epoch: [2; 16] }).unwrap());
        let conn = Connection::open(folder.path().join("baodao.db")).unwrap();
        (folder, conn)
    }

    #[test]
    fn a_file_with_data_is_copied_and_checked_before_a_step() {
        let (folder, mut conn) = older();
        let copy = folder.path().join("backups/before.db");
        run(&mut conn, &with_next(NEXT), |_| copy.clone()).unwrap();
        assert_eq!(version(&conn).unwrap(), newest() + 1);
        assert!(conn.prepare("SELECT shift FROM class").is_ok());
        let kept = Connection::open(&copy).unwrap();
        assert_eq!(version(&kept).unwrap(), newest());
        assert!(kept.prepare("SELECT shift FROM class").is_err(), "the copy is of before");
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before() {
        let (folder, mut conn) = older();
        let broken = format!("{NEXT}; INSERT INTO nowhere VALUES (1)");
        assert!(run(&mut conn, &with_next(&broken), |_| folder.path().join("backups/before.db")).is_err());
        assert_eq!(version(&conn).unwrap(), newest());
        assert!(conn.prepare("SELECT shift FROM class").is_err());
    }
}
