//! One file per screen.

mod audit;
mod class;
mod classes;
mod courses;
mod settings;
mod export;
mod ledger;
mod person;
mod roll;
