//! Tables whose rows have versions: what an act may write, a revision records and an undo restores.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Tables with versioned rows; the names are those of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Operator,
    Setting,
    Trainee,
    Status,
    Class,
    Session,
    Enrolment,
    Credential,
    Waiting,
    Departure,
    RollLine,
    Makeup,
    ChangeLine,
}

/// Tables with the columns that an act may write: what the audit has to tell of, for the test that it does.
#[cfg(test)]
pub(crate) fn written() -> impl Iterator<Item = (&'static str, &'static str)> {
    Kind::ALL.into_iter().flat_map(|kind| kind.columns().iter().map(move |column| (kind.table(), *column)))
}

impl Kind {
    pub(super) const ALL: [Self; 13] = [
        Self::Operator,
        Self::Setting,
        Self::Trainee,
        Self::Status,
        Self::Class,
        Self::Session,
        Self::Enrolment,
        Self::Credential,
        Self::Waiting,
        Self::Departure,
        Self::RollLine,
        Self::Makeup,
        Self::ChangeLine,
    ];

    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Setting => "setting",
            Self::Trainee => "trainee",
            Self::Status => "status",
            Self::Class => "class",
            Self::Session => "session",
            Self::Enrolment => "enrolment",
            Self::Credential => "credential",
            Self::Waiting => "waiting",
            Self::Departure => "departure",
            Self::RollLine => "roll_line",
            Self::Makeup => "makeup",
            Self::ChangeLine => "change_line",
        }
    }

    /// The columns that an act may change and an undo restores.
    pub(super) const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Operator => &["name"],
            Self::Setting => &["name", "value"],
            Self::Trainee => &[
                "id_kind",
                "id_number",
                "other_reason",
                "name",
                "sex",
                "birth",
                "nation",
                "education",
                "hukou",
                "address",
                "phone",
                "bank_holder",
                "bank",
                "account",
                "employer",
                "remarks",
                "keys",
            ],
            Self::Status => &["trainee", "category", "proof_kind", "proof_number", "obtained", "expires"],
            Self::Class => &[
                "code",
                "course",
                "hours",
                "start_on",
                "end_on",
                "capacity",
                "place",
                "instructor",
                "pack_id",
                "pack_hash",
            ],
            Self::Session => &[
                "class",
                "day",
                "from_min",
                "to_min",
                "hours",
                "kind",
                "instructor",
                "room",
                "topic",
                "cancelled",
            ],
            Self::Enrolment => &["class", "trainee", "seat", "joined_on", "left_on", "category"],
            Self::Credential => &["operator", "role", "pin", "retired"],
            Self::Waiting => &["class", "trainee", "category", "asked_on", "ended", "enrolment"],
            Self::Departure => &["enrolment", "kind", "reason", "moved_to"],
            Self::RollLine => &["session", "kind", "sheet", "note"],
            Self::Makeup => &["session", "replaces"],
            Self::ChangeLine => &["class", "session", "what", "was", "becomes", "reason"],
        }
    }

    /// The version of the schema that brought the table.
    pub(super) const fn since(self) -> i32 {
        match self {
            Self::Operator
            | Self::Setting
            | Self::Trainee
            | Self::Status
            | Self::Class
            | Self::Session
            | Self::Enrolment => 1,
            Self::Credential
            | Self::Waiting
            | Self::Departure
            | Self::RollLine
            | Self::Makeup
            | Self::ChangeLine => 2,
        }
    }

    pub(super) fn from_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.table() == table)
    }

    /// `json_object('name', name, …)` of the columns above.
    pub(super) fn as_json(self) -> String {
        let pairs: Vec<String> =
            self.columns().iter().map(|column| format!("'{column}', {column}")).collect();
        format!("json_object({})", pairs.join(", "))
    }

    /// Reads the columns above of the row `?1` as JSON. Kept, because every row of a long list asks for it twice.
    pub(super) fn snapshot_sql(self) -> &'static str {
        static KEPT: LazyLock<HashMap<Kind, String>> = LazyLock::new(|| {
            let sql = |kind: Kind| format!("SELECT {} FROM {} WHERE id = ?1", kind.as_json(), kind.table());
            Kind::ALL.into_iter().map(|kind| (kind, sql(kind))).collect()
        });
        KEPT.get(&self).map_or("", String::as_str)
    }
}
