//! Everything that runs in process, in one binary: the harness, screens with snapshots, flows, gates of the house.
#![allow(unreachable_pub, reason = "a test binary has no outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

mod app;
mod architecture;
mod bytes;
mod carets;
mod cli;
mod commands;
mod desk;
mod environment;
mod languages;
mod looks;
mod mouse;
mod pictures;
mod plain;
mod screens;
mod targets;
mod texts;
