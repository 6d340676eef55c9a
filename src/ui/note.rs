//! The message line: one sentence with its tone. Good news fades, bad news stays until the next key.

use super::theme::Ink;
use std::time::{Duration, Instant};

const FADES: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Ok,
    /// Good news with something to look at.
    But,
    Warn,
    Error,
}

#[derive(Debug, Clone, Default)]
pub struct Note {
    said: Option<(Tone, String)>,
    /// Set by the shell when it sees a new sentence; the note itself reads no clock.
    until: Option<Instant>,
    /// Said since the last key.
    fresh: bool,
}

impl Note {
    pub fn ok(&mut self, text: impl Into<String>) {
        self.say(Tone::Ok, text.into());
    }

    /// What was done, then what follows from it, if anything: a sentence with its own sign.
    pub fn ok_but(&mut self, done: String, but: Option<&str>) {
        match but {
            Some(but) => self.say(Tone::But, format!("{done}  {but}")),
            None => self.say(Tone::Ok, done),
        }
    }

    pub fn warn(&mut self, text: impl Into<String>) {
        self.say(Tone::Warn, text.into());
    }

    pub fn error(&mut self, text: impl Into<String>) {
        self.say(Tone::Error, text.into());
    }

    /// More about what was just said.
    pub fn add(&mut self, more: &str) {
        if let Some((_, text)) = &mut self.said {
            text.push_str(more);
        }
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Sentence and tone, with a sign for those who see no colour.
    pub fn line(&self) -> Option<(Ink, String)> {
        self.said.as_ref().map(|(tone, text)| match tone {
            Tone::Ok => (Ink::Ok, text.clone()),
            Tone::But => (Ink::Warning, text.clone()),
            Tone::Warn => (Ink::Warning, format!("! {text}")),
            Tone::Error => (Ink::Error, format!("! {text}")),
        })
    }

    pub fn text(&self) -> &str {
        self.said.as_ref().map_or("", |(_, text)| text)
    }

    fn say(&mut self, tone: Tone, text: String) {
        self.said = Some((tone, text));
        self.until = None;
        self.fresh = true;
    }

    /// Another page came up: what the page before had said does not belong to it.
    pub(super) fn turned_page(&mut self) {
        if !self.fresh {
            self.clear();
        }
    }

    /// Somebody pressed a key: a warning has been seen, good news may stay its time.
    pub(super) fn seen(&mut self) {
        self.fresh = false;
        if !matches!(self.said, Some((Tone::Ok, _))) {
            self.clear();
        }
    }

    /// After each turn of the loop: good news gets its end, and ends.
    pub(super) fn tick(&mut self, now: Instant) {
        if self.until.is_some_and(|until| now >= until) {
            self.clear();
        } else if self.until.is_none() && matches!(self.said, Some((Tone::Ok, _))) {
            self.until = Some(now + FADES);
        }
    }

    pub(super) const fn wakes_at(&self) -> Option<Instant> {
        self.until
    }
}
