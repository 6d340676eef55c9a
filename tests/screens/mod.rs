//! One file per screen.

mod enrol;
mod search;
mod today;
