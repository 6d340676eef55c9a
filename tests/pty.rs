//! The real program in a real pseudo-terminal: few and serial.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

#[path = "pty/terminal.rs"]
mod terminal;
