//! The real program in a real pseudo-terminal: few and serial.
#![cfg(unix)]
#![allow(unreachable_pub, reason = "a test binary has no outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

use std::sync::{Mutex, MutexGuard, PoisonError};

#[path = "pty/busy.rs"]
mod busy;
#[path = "pty/centre.rs"]
mod centre;
#[path = "pty/frame.rs"]
mod frame;
#[path = "pty/killed.rs"]
mod killed;
#[path = "pty/makeup.rs"]
mod makeup;
#[path = "pty/morning.rs"]
mod morning;
#[path = "pty/operators.rs"]
mod operators;
#[path = "pty/roll.rs"]
mod roll;
#[path = "pty/scan.rs"]
mod scan;
#[path = "pty/seats.rs"]
mod seats;
#[path = "pty/terminal.rs"]
mod terminal;
#[path = "pty/two.rs"]
mod two;

static ALONE: Mutex<()> = Mutex::new(());

/// One flow after the other: each starts programs of its own, and a small machine has few cores.
fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
