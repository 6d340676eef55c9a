//! What the desk can do. No terminal here, so tests and the command line call it too.

/// One opened data file with its clock, operator and rule packs.
pub struct Desk {}

pub mod packs;
