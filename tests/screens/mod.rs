//! One file per screen.

mod audit;
mod calling;
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
mod not_taken;
mod operators;
mod pasting;
mod person;
mod reader;
mod roll;
mod scan;
mod scanning;
mod search;
mod seats;
mod settings;
mod timetable;
mod today;
mod week;
