//! A reader slower than the pace of this station types its number as a hand would. Where digits are commands, each of
//! them acts: once the number is whole and its check passes, what it did is taken back and said. Content decides
//! (terminal.md ): eighteen keys in a row that make an ID number of somebody are no marks.

use super::{Over, Shell, Turn};
use crate::app::words;
use crate::domain::id_number::IdNumber;
use crate::text::scan as t;
use crate::ui::input::Input;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Keys of one scan come no further apart: Bluetooth and radio readers need up to 150 ms (terminal.md 3.1), to which a
/// busy machine adds some.
const SLOWEST: Duration = Duration::from_millis(250);
/// Characters of an ID number.
const NUMBER: usize = 18;
/// The Enter at its end follows within this time.
const SWALLOWS: Duration = Duration::from_secs(1);

/// The last characters that were typed in a row, each with how many acts there were before it.
#[derive(Debug, Default)]
pub(super) struct Typed {
    keys: VecDeque<(char, usize)>,
    newest: Option<Instant>,
}

impl Typed {
    /// `acts` were there before this input. Gives that of the first character of a number that is now whole.
    pub(super) fn add(&mut self, input: &Input, acts: usize, now: Instant) -> Option<usize> {
        let Input::Text(text) = input else {
            self.keys.clear();
            return None;
        };
        if self.newest.replace(now).is_none_or(|newest| now.saturating_duration_since(newest) > SLOWEST) {
            self.keys.clear();
        }
        self.keys.extend(text.chars().map(|c| (c, acts)));
        while self.keys.len() > NUMBER {
            self.keys.pop_front();
        }
        let number: String = self.keys.iter().map(|(c, _)| c).collect();
        IdNumber::parse(&number).ok()?;
        self.keys.pop_front().map(|(_, acts)| acts)
    }
}

impl Shell {
    /// After an input that found `acts` there.
    pub(super) fn mind_slow_reader(&mut self, input: &Input, acts: usize, turn: &mut Turn<'_>) {
        let Some(first) = self.typed.add(input, acts, turn.now) else { return };
        match turn.desk.take_back_to(first) {
            Ok(0) => {}
            Ok(taken) => {
                if self.gate.is_none() && !matches!(self.over, Over::Nothing) {
                    self.close();
                }
                self.swallows_enter = Some(turn.now + SWALLOWS);
                self.with_top(turn, |screen, ctx| screen.refresh(ctx));
                self.note.error(t::slow_reader(self.lang, taken));
            }
            Err(trouble) => self.note.error(words::trouble(self.lang, &trouble)),
        }
    }
}
