//! Baodao 报到: the front desk of a vocational training centre, in a terminal, offline, one file of data.

pub mod domain;
#[macro_use]
pub mod text;
pub mod app;
pub mod cli;
pub mod sheet;
pub mod store;
pub mod ui;
