//! What a training centre is: people, classes, sessions, marks, class hours. No files, no clock, no sentences.
//! Text becomes a type here by one parser per kind; a value of a type is always sound.

pub mod bank;
pub mod calendar;
pub mod change;
pub mod class;
pub mod course;
pub mod departure;
pub mod expected;
pub mod holiday;
pub mod hours;
pub mod id_number;
pub mod ids;
pub mod instructor;
pub mod leave;
pub mod ledger;
pub mod mark;
pub mod name;
pub mod operator;
pub mod person;
pub mod phone;
pub mod reader;
pub mod region;
pub mod roll;
pub mod room;
pub mod rules;
pub mod scan;
pub mod shift;
pub mod status;
pub mod who;
pub mod written;
