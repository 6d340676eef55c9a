//! The SQLite file: the only place that knows SQL. Reads for anyone; changes only inside [`Store::act`],
//! which makes one transaction with one audit line. No clock and no chance of its own: both are arguments.

mod act;
mod audit;
mod backup;
mod changes;
mod clashes;
mod classes;
mod departures;
mod drafts;
mod enrolments;
pub mod error;
mod kind;
mod makeups;
mod marks;
mod migrate;
mod open;
mod operators;
mod place;
mod restore;
mod rolls;
pub mod rows;
mod search;
mod sessions;
mod settings;
mod statuses;
mod trainees;
mod undo;
mod value;
mod verb;
mod verify;
mod waiting;

pub use act::{Hand, Writer};
pub use backup::{BackupReport, check_copy, read_copy};
pub use clashes::Wanted;
pub use error::{StoreError, Taken, UndoRefused};
#[cfg(test)]
pub(crate) use kind::written;
pub use marks::NewMark;
pub use open::{Access, Aside, Birth, Key, Store, Waiting, Watch};
pub use operators::{NewCredential, Wrong};
pub use search::Reach;
pub use trainees::NewTrainee;
pub use verb::Verb;
pub use verify::{Fault, Verified};

/// Result of everything that touches the file.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

#[cfg(test)]
mod tests;
