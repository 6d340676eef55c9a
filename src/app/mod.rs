//! What the desk can do, as use cases over one open data file. No terminal here, so tests and the command line call
//! it too. The moment, the operator and chance come in as values; nothing below reads a clock of its own.

pub mod arrivals;
pub mod attend;
pub mod back_entry;
pub mod backup;
pub mod card;
pub mod card_words;
pub mod chance;
pub mod clashes;
pub mod classes;
pub mod clock;
pub mod codes;
pub mod demo;
pub mod departures;
mod desk;
pub mod drafts;
pub mod enrol;
pub mod export;
pub mod import;
pub mod jobs;
pub mod leave;
pub mod ledger;
pub mod makeup;
pub mod misheard;
pub mod operators;
pub mod packs;
pub mod paper;
pub mod pasted;
mod pins;
pub mod pinyin;
mod rights;
pub mod rolls;
pub mod search;
pub mod settings;
pub mod shift;
pub mod timetable;
pub mod today;
pub mod trouble;
pub mod undo;
pub mod waiting;
pub mod week;
pub mod words;

pub use chance::Chance;
pub use clock::Clock;
pub use desk::{Desk, Opened};
pub use trouble::{Outcome, Trouble};
