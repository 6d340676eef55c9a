//! What can wake the loop, and the thread that listens to the terminal. One channel for all.
//! Never interprets an event; that is `input`'s work.

use crossterm::event::{poll, read};
use std::io::{self, BufRead};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

pub type RawEvent = crossterm::event::Event;

#[derive(Debug)]
pub enum Event {
    /// What arrived from the terminal in one go, and when: the pace tells a scanner from a hand, whatever the loop
    /// was doing meanwhile.
    Input(Vec<RawEvent>, Instant),
    /// A line that somebody wrote, where there is no screen.
    Line(String),
    /// Another process changed the data file.
    Elsewhere,
    /// A new day began at the desk.
    Day,
    /// The job of this number has news; the screen that started it holds the handle to ask.
    Job(u64),
    /// The terminal is gone or the program is told to end. Nothing follows.
    Closing,
}

/// Handed to background work, so that it can wake the loop.
#[derive(Debug, Clone, Default)]
pub struct Waker(Option<Sender<Event>>);

impl Waker {
    pub const fn new(events: Sender<Event>) -> Self {
        Self(Some(events))
    }

    pub fn job(&self, id: u64) {
        self.send(Event::Job(id));
    }

    pub fn elsewhere(&self) {
        self.send(Event::Elsewhere);
    }

    pub fn day(&self) {
        self.send(Event::Day);
    }

    pub fn closing(&self) {
        self.send(Event::Closing);
    }

    fn send(&self, event: Event) {
        if let Some(events) = &self.0 {
            // the loop has ended: there is nobody left to tell
            let _ = events.send(event);
        }
    }
}

/// A burst longer than this is handed over in parts, so that a held key cannot starve the screen.
const BATCH: usize = 4096;
/// A paste on Windows trickles in as single keys some milliseconds apart.
const TRICKLE: Duration = Duration::from_millis(if cfg!(windows) { 8 } else { 0 });

/// Blocks in crossterm on a thread of its own until the terminal or the loop ends; `moment` reads the clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the one input thread; it blocks in read() for the life of the program"
)]
pub fn listen(events: Sender<Event>, moment: fn() -> Instant) {
    std::thread::spawn(move || {
        while let Ok(first) = read() {
            let (mut batch, at) = (vec![first], moment());
            while batch.len() < BATCH {
                let patience = if batch.len() < 3 { Duration::ZERO } else { TRICKLE };
                match poll(patience) {
                    Ok(true) => match read() {
                        Ok(event) => batch.push(event),
                        Err(_) => break,
                    },
                    _ => break,
                }
            }
            if events.send(Event::Input(batch, at)).is_err() {
                return;
            }
        }
        let _ = events.send(Event::Closing);
    });
}

/// The same for lines instead of keys: the end of the input is the end of the program.
#[expect(clippy::disallowed_methods, reason = "the one input thread; it blocks for the life of the program")]
pub fn listen_to_lines(events: Sender<Event>) {
    std::thread::spawn(move || {
        let mut input = io::stdin().lock();
        let mut bytes = Vec::new();
        while input.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            let line = String::from_utf8_lossy(&bytes).into_owned();
            if events.send(Event::Line(line)).is_err() {
                return;
            }
            bytes.clear();
        }
        let _ = events.send(Event::Closing);
    });
}

/// A closed window and a machine that shuts down end the program as leaving it does, with nothing lost.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the one signal thread; it blocks for the life of the program")]
pub fn mind_signals(events: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::spawn(move || {
        for _ in signals.forever() {
            if events.send(Event::Closing).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Elsewhere the end of the terminal's input says it.
#[cfg(not(unix))]
pub fn mind_signals(_: Sender<Event>) -> io::Result<()> {
    Ok(())
}
