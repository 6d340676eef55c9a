//! What is said of a whole roll, beside the marks of its people: lines of their own, only ever added or taken back.

/// One statement about the roll of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RollLine {
    /// Everybody was taken.
    Completed,
    /// Entered after the day: the paper sheet it stands on, and why so late.
    BackEntry { sheet: String, reason: String },
    /// Compared with the signed sheet: which one, and what came of it.
    Paper { sheet: String, note: String },
}

impl RollLine {
    /// The paper sheet that is named, if one is.
    pub fn sheet(&self) -> &str {
        match self {
            Self::BackEntry { sheet, .. } | Self::Paper { sheet, .. } => sheet,
            Self::Completed => "",
        }
    }

    /// Why and from which sheet a roll is entered afterwards, as its marks give it.
    pub fn ground(&self) -> Option<String> {
        match self {
            Self::BackEntry { sheet, reason } => Some(format!("{reason} {sheet}")),
            Self::Completed | Self::Paper { .. } => None,
        }
    }
}
