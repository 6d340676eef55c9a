//! Whether the file tells one true story: pages, references, the chain, what acts committed to, cells of the roll.

use super::Result;
use super::audit::{self, Line};
use super::error::at;
use super::kind::Kind;
use super::open::Store;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// What was looked at and what is wrong; all well when `faults` is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    pub acts: i64,
    pub revisions: i64,
    pub marks: i64,
    pub faults: Vec<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// SQLite's own check of the pages.
    Pages,
    /// A row points to a row that is not there.
    References,
    /// A number is missing in the sequence of acts.
    Gap(i64),
    /// The line of an act is not what was written.
    Chain(i64),
    /// What an act wrote is not what its line says.
    Commitment(i64),
    /// A line of the roll does not name the line before it in its cell.
    Cell(i64),
    /// A table, an index or a trigger is not as this program made it.
    Schema,
    /// So many rows of this kind are not what the last act left: somebody wrote past the audit.
    Rows(&'static str, i64),
    /// So many revisions of this kind of row have lost their values. The chain would bear a lawful erasure, but no verb
    /// erases yet: whoever did wrote past the audit, and their rows cannot be compared any more.
    Erased(&'static str, i64),
    /// The ledger of the class in this row does not add up.
    Ledger(i64),
    /// A search key is missing, one too many, or not of its person.
    NameKeys,
}

impl Store {
    /// Reads the whole file; at a million trainees some ten seconds.
    pub fn verify(&self) -> Result<Verified> {
        verify(&self.conn)
    }
}

pub(super) fn verify(conn: &Connection) -> Result<Verified> {
    let mut verified = Verified::default();
    let pages: String =
        conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(at("checking pages"))?;
    if pages != "ok" {
        verified.faults.push(Fault::Pages);
        return Ok(verified);
    }
    let broken = conn
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut check| check.exists([]))
        .map_err(at("checking references"))?;
    if broken {
        verified.faults.push(Fault::References);
    }
    check_schema(conn, &mut verified)?;
    check_chain(conn, &mut verified)?;
    check_versions(conn, &mut verified)?;
    check_rows(conn, &mut verified)?;
    check_erased(conn, &mut verified)?;
    check_cells(conn, &mut verified)?;
    check_keys(conn, &mut verified)?;
    Ok(verified)
}

fn check_chain(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let doing = "checking the audit";
    let mut lines = conn.prepare("SELECT * FROM act ORDER BY seq").map_err(at(doing))?;
    let mut rows = lines.query([]).map_err(at(doing))?;
    let (mut expected, mut prev) = (1, [0_u8; 32]);
    while let Some(row) = rows.next().map_err(at(doing))? {
        let line = Line::read(row).map_err(at(doing))?;
        let hash: [u8; 32] = row.get("hash").map_err(at(doing))?;
        if line.seq != expected {
            verified.faults.push(Fault::Gap(expected));
            return Ok(());
        }
        if line.prev != prev || line.hash() != hash {
            verified.faults.push(Fault::Chain(line.seq));
        }
        if committed(conn, line.seq, verified)? != line.commitment {
            verified.faults.push(Fault::Commitment(line.seq));
        }
        (expected, prev) = (expected + 1, hash);
        verified.acts += 1;
    }
    Ok(())
}

/// The commitment that the rows on file stand for.
fn committed(conn: &Connection, seq: i64, verified: &mut Verified) -> Result<[u8; 32]> {
    let doing = "checking what an act wrote";
    let (mut revisions, mut marks) = (Sha256::new(), Sha256::new());
    let mut rows = conn
        .prepare_cached("SELECT kind, uid, before, after, salt, hash FROM revision WHERE act = ?1 ORDER BY n")
        .map_err(at(doing))?;
    let mut rows = rows.query([seq]).map_err(at(doing))?;
    while let Some(row) = rows.next().map_err(at(doing))? {
        let read = || -> rusqlite::Result<_> {
            let salt: Option<[u8; 16]> = row.get("salt")?;
            let (before, after): (Option<String>, Option<String>) = (row.get("before")?, row.get("after")?);
            let hash: [u8; 32] = row.get("hash")?;
            let kind: String = row.get("kind")?;
            // An erased revision has no salt: its hash alone keeps the chain whole.
            let told = salt.map_or(Ok(hash), |salt| {
                row.get("uid").map(|uid: [u8; 16]| {
                    audit::revision_hash(&salt, &kind, &uid, before.as_deref(), after.as_deref())
                })
            })?;
            Ok((hash, told))
        };
        let (hash, told) = read().map_err(at(doing))?;
        if hash != told {
            return Ok([0; 32]);
        }
        revisions.update(hash);
        verified.revisions += 1;
    }
    let ids: Vec<i64> = conn
        .prepare_cached("SELECT id FROM mark WHERE act = ?1 ORDER BY id")
        .and_then(|mut ids| ids.query_map([seq], |row| row.get(0))?.collect())
        .map_err(at(doing))?;
    for id in ids {
        marks.update(audit::mark_digest(conn, id)?);
        verified.marks += 1;
    }
    Ok(audit::commitment(revisions, marks))
}

/// Tables, indexes and triggers as the steps make them; a trigger that was dropped would go unnoticed otherwise.
fn check_schema(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let doing = "checking the schema";
    let shape = |conn: &Connection| -> rusqlite::Result<Vec<(String, String)>> {
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
    };
    let fresh = Connection::open_in_memory().map_err(at(doing))?;
    // A copy made before a migration is of the shape of its own version.
    let version = usize::try_from(super::migrate::version(conn)?).unwrap_or(0);
    for step in super::migrate::STEPS.iter().take(version) {
        fresh.execute_batch(step).map_err(at(doing))?;
    }
    if shape(conn).map_err(at(doing))? != shape(&fresh).map_err(at(doing))? {
        verified.faults.push(Fault::Schema);
    }
    Ok(())
}

/// The tables that a file of this version has: a copy made before a migration has fewer.
fn kinds(conn: &Connection) -> Result<impl Iterator<Item = Kind>> {
    let version = super::migrate::version(conn)?;
    Ok(Kind::ALL.into_iter().filter(move |kind| kind.since() <= version))
}

/// Every row says what its newest revision says, and a row taken back has none that says anything. Which acts made,
/// wrote and took back a row stands beside its values: they are those of its revisions.
fn check_rows(conn: &Connection, verified: &mut Verified) -> Result<()> {
    for kind in kinds(conn)? {
        let (table, json) = (kind.table(), kind.as_json());
        let count = |sql: String| -> Result<i64> {
            conn.query_row(&sql, [], |row| row.get(0)).map_err(at("comparing rows with their revisions"))
        };
        let differing = count(format!(
            "SELECT count(*) FROM {table} t JOIN revision r ON r.rowid =
                (SELECT n.rowid FROM revision n WHERE n.uid = t.uid ORDER BY n.act DESC, n.n DESC LIMIT 1)
             WHERE (r.salt IS NOT NULL AND r.after IS NOT CASE WHEN t.void IS NULL THEN (SELECT {json} FROM {table} x WHERE x.id = t.id) END)
                OR t.made <> (SELECT min(n.act) FROM revision n WHERE n.uid = t.uid)
                OR t.void <> r.act
                OR (t.act <> r.act AND t.act NOT IN (SELECT n.act FROM revision n WHERE n.uid = t.uid))"
        ))?;
        let unknown = count(format!(
            "SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM revision n WHERE n.uid = t.uid)"
        ))?;
        let gone = count(format!(
            "SELECT count(*) FROM revision r WHERE r.kind = '{table}' AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.uid = r.uid)"
        ))?;
        let numbered = if kind == Kind::Trainee { count(MISNUMBERED.to_owned())? } else { 0 };
        if differing + unknown + gone + numbered > 0 {
            verified.faults.push(Fault::Rows(table, differing + unknown + gone + numbered));
        }
    }
    Ok(())
}

fn check_erased(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let erased: Vec<(String, i64)> = conn
        .prepare("SELECT kind, count(*) FROM revision WHERE salt IS NULL GROUP BY kind")
        .and_then(|mut rows| rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .map_err(at("counting erased revisions"))?;
    let fault = |(table, count): (String, i64)| Some(Fault::Erased(Kind::from_table(&table)?.table(), count));
    verified.faults.extend(erased.into_iter().filter_map(fault));
    Ok(())
}

/// A desk numbers people in the order in which it puts them on file; no revision holds the number.
const MISNUMBERED: &str = "SELECT count(*) FROM
    (SELECT made, desk, number, row_number() OVER (PARTITION BY desk ORDER BY id) AS nth FROM trainee) t
    WHERE t.number <> t.nth OR t.desk IS NOT (SELECT a.desk FROM act a WHERE a.seq = t.made)";

/// Every row names acts that are there; the sequence has no gaps, so the largest number tells.
fn check_versions(conn: &Connection, verified: &mut Verified) -> Result<()> {
    for kind in kinds(conn)? {
        let sql = format!("SELECT coalesce(max(max(made, act, coalesce(void, 0))), 0) FROM {}", kind.table());
        let newest: i64 = conn.query_row(&sql, [], |row| row.get(0)).map_err(at("checking versions"))?;
        if newest > verified.acts && !verified.faults.iter().any(|fault| matches!(fault, Fault::Gap(_))) {
            verified.faults.push(Fault::References);
        }
    }
    Ok(())
}

fn check_cells(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let broken: Vec<i64> = conn
        .prepare(
            "SELECT id FROM (SELECT id, replaces, lag(id) OVER (PARTITION BY session, enrolment ORDER BY id) AS before FROM mark)
             WHERE replaces IS NOT before LIMIT 20",
        )
        .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
        .map_err(at("checking the roll"))?;
    verified.faults.extend(broken.into_iter().map(Fault::Cell));
    Ok(())
}

/// As many keys as people have, and each of them its person's; what keys a name has stands in the person's revision.
fn check_keys(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let (wanted, there, strange): (i64, i64, i64) = conn
        .query_row(
            "SELECT (SELECT coalesce(sum(length(keys) - length(replace(keys, ' ', '')) + (keys <> '')), 0) FROM trainee WHERE void IS NULL),
                    (SELECT count(*) FROM name_key),
                    (SELECT count(*) FROM name_key k JOIN trainee t ON t.id = k.trainee
                     WHERE t.void IS NOT NULL OR instr(' ' || t.keys || ' ', ' ' || k.key || ' ') = 0 OR instr(k.key, ' ') > 0)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .map_err(at("checking search keys"))?;
    if wanted != there || strange > 0 {
        verified.faults.push(Fault::NameKeys);
    }
    Ok(())
}
