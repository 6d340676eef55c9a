pub mod domain;
#[macro_use]
pub mod text;
pub mod app;
pub mod cli;
pub mod sheet;
pub mod store;
pub mod ui;
