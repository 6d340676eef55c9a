//! Says that the program is at work when one turn of the loop takes long, whatever it does: a list of thousands is
//! judged, a copy is read through. The turn itself does nothing for it.

use crate::app::jobs;
use crate::text::Lang;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Shorter turns are not worth a word.
const LONG: Duration = Duration::from_millis(700);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Idle,
    /// The nth turn, and the language at the desk.
    AtWork(u64, Lang),
    Over,
}

/// While this lives, a thread of its own waits beside the loop.
pub struct Patience {
    shared: Arc<(Mutex<Phase>, Condvar)>,
    turns: u64,
}

impl Patience {
    /// `say` is called at most once a turn, and never when the turn is over: it may write on the terminal.
    pub fn new(say: impl FnMut(Lang) + Send + 'static) -> Self {
        let shared = Arc::new((Mutex::new(Phase::Idle), Condvar::new()));
        let theirs = Arc::clone(&shared);
        jobs::spawn(move || watch(&theirs, say), |_| ());
        Self { shared, turns: 0 }
    }

    pub fn during<T>(&mut self, lang: Lang, turn: impl FnOnce() -> T) -> T {
        self.turns += 1;
        self.set(Phase::AtWork(self.turns, lang));
        let done = turn();
        self.set(Phase::Idle);
        done
    }

    fn set(&self, phase: Phase) {
        let (now, changed) = &*self.shared;
        *locked(now) = phase;
        changed.notify_one();
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        self.set(Phase::Over);
    }
}

fn watch((phase, changed): &(Mutex<Phase>, Condvar), mut say: impl FnMut(Lang)) {
    let mut now = locked(phase);
    loop {
        let began = *now;
        let same = |now: &mut Phase| *now == began;
        now = match began {
            Phase::Over => return,
            Phase::Idle => changed.wait_while(now, same).unwrap_or_else(PoisonError::into_inner),
            Phase::AtWork(_, lang) => {
                let waited = changed.wait_timeout_while(now, LONG, same);
                let (mut now, waited) = waited.unwrap_or_else(PoisonError::into_inner);
                if waited.timed_out() {
                    // nobody ends the turn meanwhile: what is said stands before the next frame
                    say(lang);
                    now = changed.wait_while(now, same).unwrap_or_else(PoisonError::into_inner);
                }
                now
            }
        }
    }
}

/// A panic elsewhere leaves nothing half written in it.
fn locked(phase: &Mutex<Phase>) -> MutexGuard<'_, Phase> {
    phase.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_long_turn_is_said_once_and_a_short_one_not() {
        let (said, told) = channel();
        let mut patience = Patience::new(move |lang| said.send(lang).unwrap());
        assert_eq!(patience.during(Lang::Zh, || 7), 7);
        // the turn lasts until it was said
        let lang = patience.during(Lang::En, || told.recv().unwrap());
        assert_eq!(lang, Lang::En);
        drop(patience);
        assert!(told.recv().is_err(), "once, and the thread is gone");
    }
}
