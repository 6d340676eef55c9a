//! The real program in a real pseudo-terminal: few and serial.
#![cfg(unix)]
#![allow(unreachable_pub, reason = "a test binary has no outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may panic")]

use std::sync::{Mutex, MutexGuard, PoisonError};

#[path = "pty/away.rs"]
mod away;
#[path = "pty/busy.rs"]
mod busy;
#[path = "pty/centre.rs"]
mod centre;
#[path = "pty/demo.rs"]
mod demo;
#[path = "pty/devices.rs"]
mod devices;
mod environment;
#[path = "pty/finding.rs"]
mod finding;
#[path = "pty/frame.rs"]
mod frame;
#[path = "pty/guide.rs"]
mod guide;
#[path = "pty/importing.rs"]
mod importing;
#[path = "pty/killed.rs"]
mod killed;
#[path = "pty/late.rs"]
mod late;
#[path = "pty/leave.rs"]
mod leave;
#[path = "pty/looks.rs"]
mod looks;
#[path = "pty/makeup.rs"]
mod makeup;
#[path = "pty/morning.rs"]
mod morning;
#[path = "pty/mouse.rs"]
mod mouse;
#[path = "pty/moving.rs"]
mod moving;
#[path = "pty/operators.rs"]
mod operators;
#[path = "pty/paper.rs"]
mod paper;
#[path = "pty/plain.rs"]
mod plain;
#[path = "pty/regions.rs"]
mod regions;
#[path = "pty/restoring.rs"]
mod restoring;
#[path = "pty/rights.rs"]
mod rights;
#[path = "pty/roll.rs"]
mod roll;
#[path = "pty/scan.rs"]
mod scan;
#[path = "pty/seats.rs"]
mod seats;
#[path = "pty/sheets.rs"]
mod sheets;
#[path = "pty/sizes.rs"]
mod sizes;
#[path = "pty/terminal.rs"]
mod terminal;
#[path = "pty/timetable.rs"]
mod timetable;
#[path = "pty/today.rs"]
mod today;
#[path = "pty/two.rs"]
mod two;
#[path = "pty/week.rs"]
mod week;

static ALONE: Mutex<()> = Mutex::new(());

/// One flow after the other: each starts programs of its own, and a small machine has few cores.
fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}
