//! One user action = one transaction = one line of the audit. Write access exists nowhere else.

use super::audit::{self, Line};
use super::error::{StoreError, WAIT, at};
use super::kind::Kind;
use super::open::{Access, Store, Waiting};
use super::trainees::Arrivals;
use super::verb::Verb;
use super::{Result, value};
use crate::domain::calendar::Stamp;
use crate::domain::ids::{ActId, OperatorId, Uid};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};
use std::time::Duration;

/// Longest wait for another process, told every step.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
const WAIT_STEP: Duration = Duration::from_millis(200);

/// Whose hand acts, when, and where chance comes from: the store has none of its own.
pub struct Hand<'a> {
    pub operator: &'a str,
    pub now_ms: i64,
    pub chance: &'a mut dyn FnMut(&mut [u8]),
}

/// Write access for the length of one act.
pub struct Writer<'tx> {
    pub(super) tx: &'tx Transaction<'tx>,
    pub(super) seq: ActId,
    pub(super) stamp: Stamp,
    pub(super) desk: [u8; 16],
    pub(super) bulk: bool,
    pub(super) operator: OperatorId,
    chance: &'tx mut dyn FnMut(&mut [u8]),
    revisions: u32,
    written: u32,
    revision_hashes: Sha256,
    mark_hashes: Sha256,
    subject: Option<(&'static str, Uid)>,
    pub(super) undoes: Option<ActId>,
    /// What is written once for all rows of the act, before its line.
    pub(super) arrivals: Arrivals,
}

impl Store {
    /// Does `work` and writes its audit line in one transaction; any error leaves the file as it was.
    pub fn act<T, E: From<StoreError>>(
        &mut self,
        verb: Verb,
        hand: &mut Hand<'_>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if let Access::ReadOnly { found } = self.access {
            return Err(StoreError::Newer { found, ours: super::migrate::newest() }.into());
        }
        let tx = begin(&self.conn, &mut self.waiting)?;
        let last = audit::last(&tx)?;
        let seq = ActId(last.seq + 1);
        let stamp = last.at.next(hand.now_ms);
        let mut writer = Writer {
            tx: &tx,
            seq,
            stamp,
            desk: self.desk,
            bulk: self.bulk,
            operator: OperatorId(0),
            chance: hand.chance,
            revisions: 0,
            written: 0,
            revision_hashes: Sha256::new(),
            mark_hashes: Sha256::new(),
            subject: None,
            undoes: None,
            arrivals: Arrivals::default(),
        };
        let (operator, operator_uid) = writer.operator_named(hand.operator)?;
        writer.operator = operator;
        let answer = work(&mut writer)?;
        writer.settle_arrivals()?;
        let Writer { revision_hashes, mark_hashes, subject, written, undoes, .. } = writer;
        let line = Line {
            seq: seq.0,
            at: stamp,
            wall_ms: hand.now_ms,
            operator: operator_uid.0,
            desk: self.desk,
            verb: verb.key().to_owned(),
            subject: subject.map_or(String::new(), |(kind, _)| kind.to_owned()),
            subject_uid: subject.map(|(_, uid)| uid.0),
            rows: written,
            undoes: undoes.map(|act| act.0),
            commitment: audit::commitment(revision_hashes, mark_hashes),
            prev: last.hash,
        };
        audit::write(&tx, &line)?;
        tx.commit().map_err(at("committing an act"))?;
        Ok(answer)
    }
}

/// `BEGIN IMMEDIATE`, trying for ten seconds and saying so. The transaction rolls back when dropped.
fn begin<'c>(conn: &'c Connection, waiting: &mut Option<Waiting>) -> Result<Transaction<'c>> {
    conn.busy_timeout(WAIT_STEP).map_err(at("setting the wait"))?;
    let mut waited = Duration::ZERO;
    let begun = loop {
        match Transaction::new_unchecked(conn, TransactionBehavior::Immediate) {
            Err(rusqlite::Error::SqliteFailure(failure, _))
                if failure.code == rusqlite::ErrorCode::DatabaseBusy =>
            {
                waited += WAIT_STEP;
                if waited >= LONGEST_WAIT {
                    break Err(StoreError::Busy(waited));
                }
                if let Some(waiting) = waiting {
                    waiting(waited);
                }
            }
            other => break other.map_err(at("starting an act")),
        }
    };
    conn.busy_timeout(WAIT).map_err(at("setting the wait"))?;
    begun
}

impl Writer<'_> {
    /// The act being written: the version of every row it touches.
    pub fn seq(&self) -> ActId {
        self.seq
    }

    /// Names what the act is about; the first name stays.
    pub(super) fn about(&mut self, kind: &'static str, uid: Uid) {
        self.subject.get_or_insert((kind, uid));
    }

    /// A new UUIDv7 of this act's moment.
    pub(super) fn new_uid(&mut self) -> Uid {
        let mut chance = [0; 10];
        (self.chance)(&mut chance);
        let ms = u64::try_from(self.stamp.ms).unwrap_or(0);
        Uid(uuid::Builder::from_unix_timestamp_millis(ms, &chance).into_uuid().into_bytes())
    }

    /// Records a row just inserted.
    pub(super) fn inserted(&mut self, kind: Kind, id: i64, uid: Uid) -> Result<()> {
        let after = self.snapshot(kind, id)?;
        self.revise(kind, uid, None, Some(&after))
    }

    /// Records a row that came along with the act: neither what it is about nor one of what it counts.
    pub(super) fn inserted_quietly(&mut self, kind: Kind, id: i64, uid: Uid) -> Result<()> {
        let (subject, written) = (self.subject, self.written);
        self.inserted(kind, id, uid)?;
        (self.subject, self.written) = (subject, written);
        Ok(())
    }

    /// Changes a row that must still be at `version` (if one is given), and records what it was and is.
    pub(super) fn change(
        &mut self,
        kind: Kind,
        id: i64,
        version: Option<ActId>,
        update: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<usize>,
    ) -> Result<()> {
        let table = kind.table();
        let (uid, act) = self
            .tx
            .prepare_cached(&format!("SELECT uid, act FROM {table} WHERE id = ?1 AND void IS NULL"))
            .and_then(|mut row| {
                row.query_row([id], |row| Ok((value::uid(row, "uid")?, row.get::<_, i64>("act")?)))
            })
            .optional()
            .map_err(at("reading a row to change"))?
            .ok_or(StoreError::Gone)?;
        if version.is_some_and(|version| version.0 != act) {
            return Err(StoreError::Stale);
        }
        let before = self.snapshot(kind, id)?;
        update(self.tx).map_err(at("changing a row"))?;
        let after = self.snapshot(kind, id)?;
        if before == after {
            return Ok(());
        }
        self.tx
            .prepare_cached(&format!("UPDATE {table} SET act = ?1 WHERE id = ?2"))
            .and_then(|mut row| row.execute([self.seq.0, id]))
            .map_err(at("versioning a row"))?;
        self.revise(kind, uid, Some(&before), Some(&after))
    }

    pub(super) fn snapshot(&self, kind: Kind, id: i64) -> Result<String> {
        self.tx
            .prepare_cached(kind.snapshot_sql())
            .and_then(|mut row| row.query_row([id], |row| row.get(0)))
            .map_err(at("copying a row"))
    }

    pub(super) fn revise(
        &mut self,
        kind: Kind,
        uid: Uid,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<()> {
        self.about(kind.table(), uid);
        self.revisions += 1;
        self.written += 1;
        let mut salt = [0; 16];
        (self.chance)(&mut salt);
        let hash = audit::revision_hash(&salt, kind.table(), &uid.0, before, after);
        self.revision_hashes.update(hash);
        self.tx
            .prepare_cached(
                "INSERT INTO revision (act, n, kind, uid, before, after, salt, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .and_then(|mut row| {
                row.execute(params![self.seq.0, self.revisions, kind.table(), uid.0, before, after, salt, hash])
            })
            .map_err(at("recording a revision"))?;
        Ok(())
    }

    /// Refuses when what the act leans on was taken back while it waited for its turn.
    pub(super) fn must_stand(&self, sql: &'static str, params: impl rusqlite::Params) -> Result<()> {
        let stands = self
            .tx
            .prepare_cached(sql)
            .and_then(|mut row| row.exists(params))
            .map_err(at("looking for a row"))?;
        if stands { Ok(()) } else { Err(StoreError::Gone) }
    }

    /// Refuses an act that was decided on a row as it no longer is.
    pub(super) fn must_be_as_read(&self, kind: Kind, id: i64, version: ActId) -> Result<()> {
        let act: i64 = self
            .tx
            .prepare_cached(&format!("SELECT act FROM {} WHERE id = ?1", kind.table()))
            .and_then(|mut row| row.query_row([id], |row| row.get(0)))
            .map_err(at("reading the version of a row"))?;
        if act == version.0 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Counts a line of the roll into the act's commitment.
    pub(super) fn marked(&mut self, digest: [u8; 32]) {
        self.written += 1;
        self.mark_hashes.update(digest);
    }
}
