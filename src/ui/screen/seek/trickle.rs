//! A scanner whose characters arrive one by one, each in a read of its own, as many terminals deliver them.
//! No hand types three digits so fast. Pure: says what a character belongs to, takes nothing back itself.

use std::time::{Duration, Instant};

/// Between two characters of a scanner; a held key repeats more slowly than this.
const FAST: Duration = Duration::from_millis(20);
/// So many digits in a row are a scan.
const DIGITS: usize = 3;

#[derive(Debug, Default)]
pub(in crate::ui::screen) struct Trickle {
    last: Option<Instant>,
    text: String,
    /// How many marks the visit had set when the series began.
    before: usize,
    caught: bool,
}

/// What a character belongs to.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::ui::screen) enum Fed {
    Hand,
    /// A scan; where it only now shows, marks beyond so many are to be taken back.
    Scan {
        back_to: Option<usize>,
    },
}

impl Trickle {
    /// A character at this moment, with so many marks set before it.
    pub(in crate::ui::screen) fn feed(&mut self, c: char, now: Instant, set: usize) -> Fed {
        let gap = self.last.replace(now).map(|last| now.saturating_duration_since(last));
        // no gap at all means the same read, and that was judged as a whole
        if !gap.is_some_and(|gap| !gap.is_zero() && gap < FAST) {
            *self = Self { last: Some(now), text: c.to_string(), before: set, caught: false };
            return Fed::Hand;
        }
        self.text.push(c);
        if self.caught {
            return Fed::Scan { back_to: None };
        }
        if self.text.len() < DIGITS || !self.text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Fed::Hand;
        }
        self.caught = true;
        Fed::Scan { back_to: Some(self.before) }
    }

    /// All characters of the series so far.
    pub(in crate::ui::screen) fn text(&self) -> &str {
        &self.text
    }

    /// Letters of a name or an arrow came between: no scanner sends those, and the digits are a hand's again.
    pub(in crate::ui::screen) fn breaks(&mut self) {
        if !self.caught {
            *self = Self::default();
        }
    }
}
