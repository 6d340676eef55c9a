//! A scanner whose characters arrive one by one, each in a read of its own, as many terminals deliver them.
//! No hand types three digits so fast: what the first two marked is taken back, the rest only finds.

use super::Roll;
use crate::domain::who::Who;
use crate::text::roll as t;
use crate::ui::command::Ctx;
use std::time::{Duration, Instant};

/// Between two characters of a scanner; a held key repeats more slowly than this.
const FAST: Duration = Duration::from_millis(20);
/// So many digits in a row are a scan.
const DIGITS: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Trickle {
    last: Option<Instant>,
    text: String,
    /// How many marks this visit had set when the series began.
    before: usize,
    caught: bool,
}

impl Roll {
    /// Whether this character belongs to a scan and is used up by it.
    pub(super) fn trickles(&mut self, c: char, ctx: &mut Ctx<'_>) -> bool {
        if self.jump.is_seat() {
            return false;
        }
        let gap = self.trickle.last.replace(ctx.now).map(|last| ctx.now.saturating_duration_since(last));
        // no gap at all means the same read, and that was judged as a whole
        if !gap.is_some_and(|gap| !gap.is_zero() && gap < FAST) {
            let before = self.set;
            self.trickle = Trickle { last: Some(ctx.now), text: c.to_string(), before, caught: false };
            return false;
        }
        self.trickle.text.push(c);
        let text = &self.trickle.text;
        if !self.trickle.caught {
            if text.len() < DIGITS || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                return false;
            }
            self.trickle.caught = true;
            self.take_back_trickle(ctx);
        }
        self.warn_scan(t::scan_ignored(ctx.lang), ctx);
        if let Some(who @ (Who::Id(_) | Who::Number(_))) = Who::parse(&self.trickle.text) {
            self.scan(&who, ctx);
        }
        true
    }

    /// Letters of a name or an arrow came between: no scanner sends those, and the digits are a hand's again.
    pub(super) fn breaks_trickle(&mut self) {
        if !self.trickle.caught {
            self.trickle = Trickle::default();
        }
    }

    fn take_back_trickle(&mut self, ctx: &mut Ctx<'_>) {
        while self.set > self.trickle.before {
            self.set -= 1;
            if ctx.desk.undo_last().is_err() {
                break;
            }
        }
        self.read(ctx);
    }
}
