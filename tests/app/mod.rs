//! The desk's use cases on a real file with a clock that stands still: no screen, no command line.

mod clashes;
mod copies;
mod departing;
mod enrolling;
mod importing;
mod ledgers;
mod lives;
mod marking;
mod migrating;
pub mod operators;
mod rolls;
mod searching;
mod sheets;
mod timetables;
mod todays;
mod waiting;
mod weeks;
