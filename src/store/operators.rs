//! Who works at the desk, with role and PIN, and what the audit says of their signing in. In a centre without PINs a
//! name that acts for the first time is put on file in that act.

use super::Result;
use super::act::Writer;
use super::error::{StoreError, Taken, at};
use super::kind::Kind;
use super::open::Store;
use super::rows::{CredentialRow, OperatorRow};
use super::value;
use super::verb::Verb;
use crate::domain::ids::{ActId, OperatorId, Uid};
use crate::domain::operator::Role;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// What an operator is to have. A PIN is kept as the hash of it.
#[derive(Clone, Copy)]
pub struct NewCredential<'a> {
    pub role: Role,
    pub pin: Option<&'a str>,
    pub retired: bool,
}

/// Wrong PINs in a row, as the audit has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    pub count: u32,
    /// The last of them; 0 for none.
    pub last: ActId,
    /// When that was, as the clock said.
    pub last_ms: i64,
}

const OPERATORS: &str = "SELECT o.id, o.uid, o.name, max(o.act, coalesce(c.act, 0)) AS version,
        c.role, c.pin IS NOT NULL AS has_pin, c.retired, coalesce(c.act, 0) AS since
     FROM operator o LEFT JOIN credential c ON c.operator = o.id AND c.void IS NULL WHERE o.void IS NULL";

fn operator(row: &Row<'_>) -> rusqlite::Result<OperatorRow> {
    let role: Option<String> = row.get("role")?;
    let credential = role
        .map(|role| {
            Ok::<_, rusqlite::Error>(CredentialRow {
                role: Role::from_key(&role).ok_or_else(|| value::damaged("a role"))?,
                has_pin: row.get("has_pin")?,
                retired: row.get("retired")?,
                since: ActId(row.get("since")?),
            })
        })
        .transpose()?;
    Ok(OperatorRow {
        id: OperatorId(row.get("id")?),
        uid: value::uid(row, "uid")?,
        name: row.get("name")?,
        version: ActId(row.get("version")?),
        credential,
    })
}

fn operators(conn: &Connection) -> Result<Vec<OperatorRow>> {
    conn.prepare_cached(&format!("{OPERATORS} ORDER BY o.id"))
        .and_then(|mut rows| rows.query_map([], operator)?.collect())
        .map_err(at("reading operators"))
}

/// Who signs in with a PIN, in the order in which they came.
pub(super) fn signers(conn: &Connection) -> Result<Vec<(String, CredentialRow)>> {
    let with_pin = |row: OperatorRow| {
        let credential = row.credential.filter(|credential| credential.has_pin && !credential.retired)?;
        Some((row.name, credential))
    };
    Ok(operators(conn)?.into_iter().filter_map(with_pin).collect())
}

/// Whether anybody still working here has a PIN.
fn is_guarded(conn: &Connection) -> Result<bool> {
    conn.prepare_cached("SELECT 1 FROM credential WHERE pin IS NOT NULL AND retired = 0 AND void IS NULL")
        .and_then(|mut any| any.exists([]))
        .map_err(at("looking for PINs"))
}

fn wrong_pins(conn: &Connection, operator: &OperatorRow) -> Result<Wrong> {
    // a PIN that was set anew forgives what was tried before
    let since = operator.credential.as_ref().map_or(0, |credential| credential.since.0);
    conn.prepare_cached(
        // the bare column is that of the row with the maximum
        "SELECT count(*) AS wrong, coalesce(max(seq), 0) AS last, coalesce(wall_ms, 0) AS last_ms FROM act
         WHERE subject_uid = ?1 AND verb = ?2 AND seq > ?3
            AND seq > coalesce((SELECT max(seq) FROM act WHERE subject_uid = ?1 AND verb = ?4), 0)",
    )
    .and_then(|mut wrong| {
        wrong.query_row(params![operator.uid.0, Verb::PinFailed.key(), since, Verb::SignIn.key()], |row| {
            Ok(Wrong {
                count: row.get("wrong")?,
                last: ActId(row.get("last")?),
                last_ms: row.get("last_ms")?,
            })
        })
    })
    .map_err(at("counting wrong PINs"))
}

impl Store {
    /// All who may sign in or ever acted, in the order in which they came.
    pub fn operators(&self) -> Result<Vec<OperatorRow>> {
        operators(&self.conn)
    }

    /// Who signs in with a PIN, in the order in which they came.
    pub fn signers(&self) -> Result<Vec<(String, CredentialRow)>> {
        signers(&self.conn)
    }

    pub fn operator(&self, name: &str) -> Result<Option<OperatorRow>> {
        self.conn
            .prepare_cached(&format!("{OPERATORS} AND o.name = ?1"))
            .and_then(|mut row| row.query_row([name], operator).optional())
            .map_err(at("reading an operator"))
    }

    /// The hash of an operator's PIN.
    pub fn pin(&self, operator: OperatorId) -> Result<Option<String>> {
        self.conn
            .prepare_cached("SELECT pin FROM credential WHERE operator = ?1 AND void IS NULL")
            .and_then(|mut pin| pin.query_row([operator.0], |row| row.get(0)).optional())
            .map(Option::flatten)
            .map_err(at("reading a PIN"))
    }

    pub fn is_guarded(&self) -> Result<bool> {
        is_guarded(&self.conn)
    }

    /// Wrong PINs since this operator last got in or was given another.
    pub fn wrong_pins(&self, operator: &OperatorRow) -> Result<Wrong> {
        wrong_pins(&self.conn, operator)
    }
}

impl Writer<'_> {
    pub(super) fn operator_named(&mut self, name: &str) -> Result<(OperatorId, Uid)> {
        let known = self
            .tx
            .prepare_cached("SELECT id, uid FROM operator WHERE name = ?1")
            .and_then(|mut known| {
                known
                    .query_row([name], |row| Ok((OperatorId(row.get(0)?), value::uid(row, "uid")?)))
                    .optional()
            })
            .map_err(at("reading operators"))?;
        if let Some(known) = known {
            return Ok(known);
        }
        let uid = self.new_uid();
        self.tx
            .execute(
                "INSERT INTO operator (uid, name, made, act) VALUES (?1, ?2, ?3, ?3)",
                params![uid.0, name, self.seq.0],
            )
            .map_err(at("adding an operator"))?;
        let id = self.tx.last_insert_rowid();
        self.inserted_quietly(Kind::Operator, id, uid)?;
        Ok((OperatorId(id), uid))
    }

    /// Whether the centre is guarded, as the file has it while nobody else can write.
    pub fn is_guarded(&self) -> Result<bool> {
        is_guarded(self.tx)
    }

    /// Who writes this act.
    pub fn acting(&self) -> Result<OperatorRow> {
        self.operator_row(self.operator)
    }

    pub fn wrong_pins(&self, operator: &OperatorRow) -> Result<Wrong> {
        wrong_pins(self.tx, operator)
    }

    fn operator_row(&self, id: OperatorId) -> Result<OperatorRow> {
        self.tx
            .prepare_cached(&format!("{OPERATORS} AND o.id = ?1"))
            .and_then(|mut row| row.query_row([id.0], operator).optional())
            .map_err(at("reading an operator"))?
            .ok_or(StoreError::Gone)
    }

    /// Whether a head of the centre who still works here has a PIN.
    pub fn has_guarding_head(&self) -> Result<bool> {
        self.tx
            .prepare_cached(
                "SELECT 1 FROM credential WHERE role = ?1 AND pin IS NOT NULL AND retired = 0 AND void IS NULL",
            )
            .and_then(|mut any| any.exists([Role::Head.key()]))
            .map_err(at("looking for a head of the centre"))
    }

    /// The act is about this operator.
    pub fn about_operator(&mut self, operator: &OperatorRow) {
        self.about(Kind::Operator.table(), operator.uid);
    }

    /// The operator of this name, put on file if need be, who must have no role yet.
    pub fn new_operator(&mut self, name: &str) -> Result<OperatorRow> {
        let (id, uid) = self.operator_named(name)?;
        self.about(Kind::Operator.table(), uid);
        let row = self.operator_row(id)?;
        if row.credential.is_some() { Err(StoreError::Taken(Taken::Operator)) } else { Ok(row) }
    }

    /// The operator, who must still be as a form read them.
    pub fn operator_as_read(&mut self, id: OperatorId, version: ActId) -> Result<OperatorRow> {
        let row = self.operator_row(id)?;
        if row.version != version {
            return Err(StoreError::Stale);
        }
        self.about_operator(&row);
        Ok(row)
    }

    /// Gives an operator another name; half-typed forms go with them.
    pub fn rename_operator(&mut self, row: &OperatorRow, name: &str) -> Result<()> {
        self.change(Kind::Operator, row.id.0, None, |tx| {
            tx.execute("UPDATE operator SET name = ?1 WHERE id = ?2", params![name, row.id.0])
        })?;
        // form and operator; a form has no space in its name, an operator may
        self.tx
            .execute(
                "UPDATE OR REPLACE draft SET key = substr(key, 1, instr(key, ' ')) || ?2
                 WHERE substr(key, instr(key, ' ') + 1) = ?1",
                params![row.name, name],
            )
            .map_err(at("renaming drafts"))?;
        Ok(())
    }

    /// Sets role, PIN and whether somebody still works here.
    pub fn set_credential(&mut self, operator: OperatorId, new: NewCredential<'_>) -> Result<()> {
        let known: Option<i64> = self
            .tx
            .prepare_cached("SELECT id FROM credential WHERE operator = ?1 AND void IS NULL")
            .and_then(|mut known| known.query_row([operator.0], |row| row.get(0)).optional())
            .map_err(at("reading a role"))?;
        let values = params![new.role.key(), new.pin, new.retired, known.unwrap_or(operator.0)];
        if let Some(id) = known {
            return self.change(Kind::Credential, id, None, |tx| {
                tx.execute("UPDATE credential SET role = ?1, pin = ?2, retired = ?3 WHERE id = ?4", values)
            });
        }
        let uid = self.new_uid();
        self.tx
            .execute(
                "INSERT INTO credential (uid, operator, role, pin, retired, made, act)
                 VALUES (?5, ?4, ?1, ?2, ?3, ?6, ?6)",
                params![new.role.key(), new.pin, new.retired, operator.0, uid.0, self.seq.0],
            )
            .map_err(at("adding a role"))?;
        self.inserted(Kind::Credential, self.tx.last_insert_rowid(), uid)
    }
}
