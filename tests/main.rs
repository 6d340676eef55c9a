//! Everything that runs in process, in one binary: the harness, screens with snapshots, flows, gates of the house.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

mod architecture;
mod cli;
mod desk;
mod screens;
