//! One file per screen.

mod export;
mod ledger;
mod person;
mod roll;
