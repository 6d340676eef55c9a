//! The chain of acts: each line hashes the one before it and a commitment to what it wrote. No personal data in a
//! line: values live in revisions, named by salted hashes.

use super::Result;
use super::error::at;
use super::open::Store;
use super::rows::{ActRow, RevisionRow};
use super::value;
use super::verb::Verb;
use crate::domain::calendar::Stamp;
use crate::domain::ids::{ActId, SessionId, Uid};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

/// The form of a line as hashed; a new form gets a new number and the old ones stay readable.
pub(super) const SHAPE: u32 = 1;

/// What is hashed of an act, in this order.
pub(super) struct Line {
    pub(super) seq: i64,
    pub(super) at: Stamp,
    /// What the wall clock said, right or wrong.
    pub(super) wall_ms: i64,
    pub(super) operator: [u8; 16],
    pub(super) desk: [u8; 16],
    pub(super) verb: String,
    pub(super) subject: String,
    pub(super) subject_uid: Option<[u8; 16]>,
    pub(super) rows: u32,
    pub(super) undoes: Option<i64>,
    pub(super) commitment: [u8; 32],
    pub(super) prev: [u8; 32],
}

/// The end of the chain.
pub(super) struct Last {
    pub(super) seq: i64,
    pub(super) at: Stamp,
    pub(super) hash: [u8; 32],
}

pub(super) fn last(conn: &Connection) -> Result<Last> {
    conn.prepare_cached("SELECT seq, at_ms, at_n, hash FROM act ORDER BY seq DESC LIMIT 1")
        .and_then(|mut last| {
            last.query_row([], |row| {
                Ok(Last {
                    seq: row.get(0)?,
                    at: Stamp { ms: row.get(1)?, n: row.get(2)? },
                    hash: row.get(3)?,
                })
            })
            .optional()
        })
        .map(|last| last.unwrap_or(Last { seq: 0, at: Stamp::default(), hash: [0; 32] }))
        .map_err(at("reading the end of the audit"))
}

impl Line {
    pub(super) fn hash(&self) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(SHAPE.to_be_bytes());
        sha.update(self.seq.to_be_bytes());
        sha.update(self.at.ms.to_be_bytes());
        sha.update(self.at.n.to_be_bytes());
        sha.update(self.wall_ms.to_be_bytes());
        sha.update(self.operator);
        sha.update(self.desk);
        for text in [&self.verb, &self.subject] {
            sha.update(u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
            sha.update(text.as_bytes());
        }
        sha.update(self.subject_uid.unwrap_or_default());
        sha.update(self.rows.to_be_bytes());
        sha.update(self.undoes.unwrap_or(0).to_be_bytes());
        sha.update(self.commitment);
        sha.update(self.prev);
        sha.finalize().into()
    }

    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get("seq")?,
            at: Stamp { ms: row.get("at_ms")?, n: row.get("at_n")? },
            wall_ms: row.get("wall_ms")?,
            operator: row.get("operator")?,
            desk: row.get("desk")?,
            verb: row.get("verb")?,
            subject: row.get("subject")?,
            subject_uid: row.get("subject_uid")?,
            rows: row.get("rows")?,
            undoes: row.get("undoes")?,
            commitment: row.get("commitment")?,
            prev: row.get("prev")?,
        })
    }
}

pub(super) fn write(conn: &Connection, line: &Line) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO act (seq, at_ms, at_n, wall_ms, operator, desk, verb, subject, subject_uid, rows, undoes, shape, commitment, prev, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )
    .and_then(|mut insert| {
        insert.execute(params![
            line.seq,
            line.at.ms,
            line.at.n,
            line.wall_ms,
            line.operator,
            line.desk,
            line.verb,
            line.subject,
            line.subject_uid,
            line.rows,
            line.undoes,
            SHAPE,
            line.commitment,
            line.prev,
            line.hash(),
        ])
    })
    .map_err(at("writing the audit"))?;
    Ok(())
}

/// Over all that an act wrote: revisions in their order, then lines of the roll in theirs.
pub(super) fn commitment(revisions: Sha256, marks: Sha256) -> [u8; 32] {
    Sha256::new().chain_update(revisions.finalize()).chain_update(marks.finalize()).finalize().into()
}

pub(super) fn revision_hash(
    salt: &[u8],
    kind: &str,
    uid: &[u8; 16],
    before: Option<&str>,
    after: Option<&str>,
) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(salt);
    sha.update(uid);
    for text in [Some(kind), before, after] {
        // A missing value and an empty one are different things.
        let length = text.map_or(u32::MAX, |text| u32::try_from(text.len()).unwrap_or(u32::MAX - 1));
        sha.update(length.to_be_bytes());
        sha.update(text.unwrap_or_default().as_bytes());
    }
    sha.finalize().into()
}

/// An undo is called what it took back was about.
const ACTS: &str = "SELECT a.seq, a.at_ms, a.at_n, a.wall_ms, o.name AS operator, a.verb, a.subject, a.subject_uid, a.rows, a.undoes,
    u.seq AS undone_by, iif(a.undoes IS NULL, NULL, b.verb) AS undid,
    coalesce(m.session, iif(a.subject = 'session', (SELECT id FROM session WHERE uid = a.subject_uid), NULL)) AS session,
    coalesce((SELECT printf('%s %02d:%02d', iif(b.subject = 'session', '', ' ' || substr(s.day, 6)), s.from_min / 60, s.from_min % 60)
        FROM session s WHERE s.id = m.session), '') AS at_session,
    coalesce((SELECT name FROM trainee WHERE uid = b.subject_uid),
             (SELECT code FROM class WHERE uid = b.subject_uid),
             (SELECT t.name || ' · ' || c.code FROM enrolment e JOIN trainee t ON t.id = e.trainee JOIN class c ON c.id = e.class
              WHERE e.uid = b.subject_uid),
             (SELECT t.name || ' · ' || c.code FROM waiting w JOIN trainee t ON t.id = w.trainee JOIN class c ON c.id = w.class
              WHERE w.uid = b.subject_uid),
             (SELECT c.code || ' ' || s.day FROM session s JOIN class c ON c.id = s.class WHERE s.uid = b.subject_uid),
             (SELECT name FROM setting WHERE uid = b.subject_uid),
             (SELECT name FROM operator WHERE uid = b.subject_uid), '') AS called
    FROM act a JOIN act b ON b.seq = coalesce(a.undoes, a.seq) LEFT JOIN operator o ON o.uid = a.operator LEFT JOIN act u ON u.undoes = a.seq
        LEFT JOIN mark m ON m.id = (SELECT min(id) FROM mark WHERE act = a.seq)";

fn act_row(row: &Row<'_>) -> rusqlite::Result<ActRow> {
    Ok(ActRow {
        id: ActId(row.get("seq")?),
        at: Stamp { ms: row.get("at_ms")?, n: row.get("at_n")? },
        wall_ms: row.get("wall_ms")?,
        operator: row.get::<_, Option<String>>("operator")?.unwrap_or_default(),
        verb: row.get("verb")?,
        subject: row.get("subject")?,
        subject_uid: row.get::<_, Option<[u8; 16]>>("subject_uid")?.map(Uid),
        rows: row.get("rows")?,
        undoes: row.get::<_, Option<i64>>("undoes")?.map(ActId),
        undone_by: row.get::<_, Option<i64>>("undone_by")?.map(ActId),
        undid: row.get("undid")?,
        called: row.get::<_, String>("called")? + row.get_ref("at_session")?.as_str()?,
        session: row.get::<_, Option<i64>>("session")?.map(SessionId),
    })
}

/// Counts signing in after an act, on the index of these acts alone (the plus keeps it there): there may be millions of
/// others.
pub(super) fn sign_ins_after() -> String {
    format!("SELECT count(*) FROM act WHERE +seq > ?1 AND verb IN ({})", sign_ins())
}

/// The keys of signing in, as a list of SQL.
fn sign_ins() -> String {
    Verb::SIGN_INS.map(|verb| format!("'{}'", verb.key())).join(", ")
}

impl Store {
    /// Acts before `before` (or the newest), newest first.
    pub fn acts(&self, before: Option<ActId>, limit: u32) -> Result<Vec<ActRow>> {
        let before = before.map_or(i64::MAX, |act| act.0);
        self.conn
            .prepare_cached(&format!("{ACTS} WHERE a.seq < ?1 ORDER BY a.seq DESC LIMIT ?2"))
            .and_then(|mut acts| acts.query_map((before, limit), act_row)?.collect())
            .map_err(at("reading the audit"))
    }

    /// Acts before `before` (or the newest), newest first, without signing in and wrong PINs.
    pub fn deeds(&self, before: Option<ActId>, limit: u32) -> Result<Vec<ActRow>> {
        let before = before.map_or(i64::MAX, |act| act.0);
        self.conn
            .prepare_cached(&format!(
                "{ACTS} WHERE a.seq < ?1 AND a.verb NOT IN ({}) ORDER BY a.seq DESC LIMIT ?2",
                sign_ins()
            ))
            .and_then(|mut acts| acts.query_map((before, limit), act_row)?.collect())
            .map_err(at("reading the audit"))
    }

    /// How often somebody signed in or gave a wrong PIN after this act.
    pub fn sign_ins_after(&self, act: ActId) -> Result<i64> {
        self.conn.query_row(&sign_ins_after(), [act.0], |row| row.get(0)).map_err(at("counting sign-ins"))
    }

    pub fn act_row(&self, act: ActId) -> Result<Option<ActRow>> {
        self.conn
            .prepare_cached(&format!("{ACTS} WHERE a.seq = ?1"))
            .and_then(|mut acts| acts.query_row([act.0], act_row).optional())
            .map_err(at("reading the audit"))
    }

    /// What an act wrote, row by row; erased values are gone.
    pub fn revisions(&self, act: ActId, limit: u32) -> Result<Vec<RevisionRow>> {
        self.conn
            .prepare_cached("SELECT kind, before, after FROM revision WHERE act = ?1 ORDER BY n LIMIT ?2")
            .and_then(|mut rows| {
                rows.query_map((act.0, limit), |row| {
                    Ok(RevisionRow { kind: row.get(0)?, before: row.get(1)?, after: row.get(2)? })
                })?
                .collect()
            })
            .map_err(at("reading revisions"))
    }

    /// The number of acts and the hash of the last one: what tells two copies of a file apart.
    pub fn head(&self) -> Result<(i64, [u8; 32])> {
        last(&self.conn).map(|last| (last.seq, last.hash))
    }

    /// When a row of this uid was last written and by whom is in the audit; this is the newest act overall.
    pub fn last_stamp(&self) -> Result<Stamp> {
        last(&self.conn).map(|last| last.at)
    }
}

/// The digest of one line of the roll, over what it says.
pub(super) fn mark_digest(conn: &Connection, id: i64) -> Result<[u8; 32]> {
    conn.prepare_cached(
        "SELECT m.uid, s.uid AS session_uid, e.uid AS enrolment_uid, m.kind, m.late, m.early, m.source, m.file, m.line, m.layer,
                o.uid AS operator_uid, m.desk, m.at_ms, m.at_n, m.reason, r.uid AS replaced
         FROM mark m JOIN session s ON s.id = m.session JOIN enrolment e ON e.id = m.enrolment
         JOIN operator o ON o.id = m.operator LEFT JOIN mark r ON r.id = m.replaces WHERE m.id = ?1",
    )
    .and_then(|mut mark| mark.query_row([id], digest_row))
    .map_err(at("hashing a mark"))
}

fn digest_row(row: &Row<'_>) -> rusqlite::Result<[u8; 32]> {
    let mut sha = Sha256::new();
    for column in ["uid", "session_uid", "enrolment_uid", "operator_uid"] {
        sha.update(value::uid(row, column)?.0);
    }
    sha.update(row.get::<_, [u8; 16]>("desk")?);
    for column in ["kind", "source", "layer", "reason"] {
        let text: String = row.get(column)?;
        sha.update(u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes());
        sha.update(text.as_bytes());
    }
    for column in ["late", "early", "at_ms", "at_n"] {
        sha.update(row.get::<_, i64>(column)?.to_be_bytes());
    }
    sha.update(row.get::<_, Option<[u8; 32]>>("file")?.unwrap_or_default());
    sha.update(row.get::<_, Option<i64>>("line")?.unwrap_or(0).to_be_bytes());
    sha.update(row.get::<_, Option<[u8; 16]>>("replaced")?.unwrap_or_default());
    Ok(sha.finalize().into())
}
