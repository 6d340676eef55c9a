//! One file per screen.

mod audit;
mod card;
mod class;
mod classes;
mod courses;
mod enrol;
mod export;
mod frame;
mod guide;
mod leave;
mod ledger;
mod operators;
mod person;
mod roll;
mod scan;
mod search;
mod settings;
mod timetable;
mod today;
mod week;
