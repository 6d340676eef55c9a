//! What was done, by whom, and what lies beside the file.

use crate::domain::calendar::Stamp;
use crate::domain::ids::{ActId, OperatorId, SessionId, Uid};
use crate::domain::operator::Role;
use chrono::NaiveDate;

/// One act of the audit.
#[derive(Debug, Clone)]
pub struct ActRow {
    pub id: ActId,
    /// Where it stands in the order of acts.
    pub at: Stamp,
    /// UTC milliseconds as the clock said them: what people are shown.
    pub wall_ms: i64,
    pub operator: String,
    /// Key of a [`crate::store::Verb`].
    pub verb: String,
    /// Kind of what it was done to.
    pub subject: String,
    pub subject_uid: Option<Uid>,
    /// Rows it wrote.
    pub rows: u32,
    pub undoes: Option<ActId>,
    pub undone_by: Option<ActId>,
    /// Key of the [`crate::store::Verb`] that an undo took back.
    pub undid: Option<String>,
    /// What the subject, or that of what an undo took back, is called today: a person's name, a class's code; for marks with the session they stand in.
    pub called: String,
    /// The session it is about: whose roll it wrote, the first of several.
    pub session: Option<SessionId>,
}

/// What an act wrote to one row.
#[derive(Debug, Clone)]
pub struct RevisionRow {
    pub kind: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A backup that lies beside the file.
#[derive(Debug, Clone)]
pub struct BackupRow {
    pub path: std::path::PathBuf,
    pub made_ms: i64,
    pub bytes: u64,
}

/// Somebody who works at the desk, or once acted there.
#[derive(Debug, Clone)]
pub struct OperatorRow {
    pub id: OperatorId,
    pub uid: Uid,
    pub name: String,
    /// The act that last wrote name, role or PIN.
    pub version: ActId,
    /// Nothing for a name that only ever acted.
    pub credential: Option<CredentialRow>,
}

/// What an operator is here. The PIN stays in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialRow {
    pub role: Role,
    pub has_pin: bool,
    pub retired: bool,
    /// The act that last wrote it.
    pub since: ActId,
}

/// A roll that an act wrote: when, and who teaches there by session and by class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollWritten {
    pub day: NaiveDate,
    pub of_session: String,
    pub of_class: String,
    /// Some of its lines are the office's word.
    pub of_office: bool,
}
