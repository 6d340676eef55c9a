//! The desk's use cases on a real file with a clock that stands still: no screen, no command line.

mod clashes;
mod copies;
mod enrolling;
mod importing;
mod ledgers;
mod marking;
mod migrating;
pub mod operators;
mod rolls;
mod searching;
mod sheets;
mod timetables;
mod weeks;
