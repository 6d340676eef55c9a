//! Tells a scanner from a hand, in one place for all pages: characters that come faster than a hand types are held back
//! until it is clear what they are. A number that checks becomes one `Input::Scan`, its Enter included; anything else
//! comes out as it came in, in order, nothing lost and nothing twice (terminal.md ).
//! Pure: the moment is an argument. Content decides; the pace only says where a burst begins and ends.

use super::Input;
use crate::domain::reader::{Heard, Pace, Profile, Reader};
use crate::domain::scan::Scanned;
use crate::ui::key::Key;
use std::time::{Duration, Instant};

/// Fewer characters are no scan.
const LEAST: usize = 6;
/// A scan of a number takes no longer, unless the reader is known to be slow.
const LONGEST: Duration = Duration::from_millis(1500);
/// Characters of the longest number, and of the longest record.
const NUMBER: u32 = 20;
const RECORD: u32 = 512;
/// An input method hands over the X of a number later than its digits.
const LATE_X: Duration = Duration::from_millis(400);
/// Enters and Tabs behind a scan belong to it.
const SWALLOWS: Duration = Duration::from_millis(150);
/// The same payload within this time is the same card, held too long.
const AGAIN: Duration = Duration::from_secs(2);
/// No number has the same digit so often; a key held down does. Zeros are left out: our own numbers begin with them.
const SAME_DIGIT: usize = 10;

#[derive(Debug, Default)]
pub(super) struct Recogniser {
    reader: Reader,
    held: Option<Burst>,
    /// The last card or label, to know it again.
    last: Option<Last>,
    /// Until when an Enter or Tab is still the end of a scan. Any other key ends it: then a hand is at work.
    swallows: Option<Instant>,
    /// The page wants to hear the reader itself, whatever it types.
    raw: bool,
}

#[derive(Debug)]
struct Burst {
    /// Tab and Enter between the fields of a record included.
    text: String,
    gaps: Vec<Duration>,
    began: Instant,
    newest: Instant,
}

#[derive(Debug)]
struct Last {
    payload: String,
    at: Instant,
}

impl Burst {
    fn new(text: &str, now: Instant) -> Self {
        Self {
            text: text.to_owned(),
            gaps: vec![Duration::ZERO; text.chars().count()],
            began: now,
            newest: now,
        }
    }

    fn add(&mut self, text: &str, now: Instant) {
        let mut gap = now.saturating_duration_since(self.newest);
        for _ in text.chars() {
            self.gaps.push(std::mem::take(&mut gap));
        }
        self.text.push_str(text);
        self.newest = now;
    }

    fn is_held_key(&self) -> bool {
        let mut chars = self.text.chars();
        let first = chars.next();
        first != Some('0') && self.text.chars().count() > SAME_DIGIT && chars.all(|c| Some(c) == first)
    }

    fn lacks_x(&self) -> bool {
        matches!(Scanned::of(&self.text, None), Scanned::LacksX(_))
    }

    fn heard(&self) -> Heard {
        let ms = |gap: &Duration| u16::try_from(gap.as_millis()).unwrap_or(u16::MAX);
        Heard { keys: self.text.chars().zip(self.gaps.iter().map(ms)).collect() }
    }
}

impl Recogniser {
    pub(super) fn listen_to(&mut self, reader: Reader) {
        self.reader = reader;
    }

    /// From now on everything a device types is told as it is; `false` goes back to numbers.
    pub(super) fn listen_raw(&mut self, raw: bool, out: &mut Vec<Input>) {
        if self.raw != raw {
            self.flush(out);
            self.raw = raw;
        }
    }

    pub(super) fn take(&mut self, input: Input, now: Instant, out: &mut Vec<Input>) {
        self.expire(now, out);
        if !matches!(input, Input::Key(Key::Enter | Key::Tab) | Input::Resize | Input::Focus) {
            self.swallows = None;
        }
        match input {
            Input::Text(text) => self.text(&text, now, out),
            Input::Key(key @ (Key::Enter | Key::Tab)) => self.end(key, now, out),
            Input::Paste(text) => self.paste(text, now, out),
            // neither was typed
            Input::Resize | Input::Focus => out.push(input),
            other => {
                self.flush(out);
                out.push(other);
            }
        }
    }

    pub(super) fn wakes_at(&self) -> Option<Instant> {
        self.held.as_ref().map(|burst| burst.newest + self.patience(burst))
    }

    /// Silence: what is held is decided.
    pub(super) fn expire(&mut self, now: Instant, out: &mut Vec<Input>) {
        if self.wakes_at().is_none_or(|at| now < at) {
            return;
        }
        let Some(burst) = self.held.take() else { return };
        if self.raw {
            return tell(&burst, out);
        }
        match Scanned::of(&burst.text, self.reader.profile.as_ref()) {
            // without an Enter the X may still be typed, and what is unknown may be a hand's
            Scanned::LacksX(_) | Scanned::Unknown(_) => replay(&burst.text, out),
            scanned => self.scan(scanned, burst.text, now, out),
        }
    }

    fn text(&mut self, text: &str, now: Instant, out: &mut Vec<Input>) {
        let fits = text.chars().all(|c| self.may_hold(c));
        if let Some(mut burst) = self.held.take() {
            if fits && self.goes_on(&burst, text, now) {
                burst.add(text, now);
                match burst.is_held_key() {
                    true => replay(&burst.text, out),
                    false => self.held = Some(burst),
                }
                return;
            }
            replay(&burst.text, out);
        }
        if fits && text.chars().next().is_some_and(|c| self.may_begin(c)) {
            self.held = Some(Burst::new(text, now));
        } else {
            out.push(Input::text(text));
        }
    }

    /// Enter or Tab: the end of a burst, a separator inside a record, the echo of a scan, or a key like any other.
    fn end(&mut self, key: Key, now: Instant, out: &mut Vec<Input>) {
        let sign = if key == Key::Tab { "\t" } else { "\n" };
        let Some(mut burst) = self.held.take() else {
            if self.swallows.is_none_or(|until| now >= until) {
                out.push(Input::Key(key));
            }
            return;
        };
        let separator = self.reader.profile.as_ref().map(Profile::separator);
        if self.raw || separator.is_some_and(|separator| sign.starts_with(separator)) {
            burst.add(sign, now);
            self.held = Some(burst);
            return;
        }
        match Scanned::of(&burst.text, self.reader.profile.as_ref()) {
            Scanned::Unknown(text) if !is_scan(&text) => {
                replay(&burst.text, out);
                out.push(Input::Key(key));
            }
            scanned => self.scan(scanned, burst.text, now, out),
        }
    }

    /// Windows reports a record whose fields are parted by Tab or Enter as a paste.
    fn paste(&mut self, text: String, now: Instant, out: &mut Vec<Input>) {
        self.flush(out);
        if self.raw {
            return tell(&Burst::new(&text, now), out);
        }
        match self.reader.profile.as_ref().and_then(|profile| profile.read(&text)) {
            Some(card) => self.scan(Scanned::Card(Box::new(card)), text, now, out),
            None => out.push(Input::Paste(text)),
        }
    }

    fn scan(&mut self, scanned: Scanned, payload: String, now: Instant, out: &mut Vec<Input>) {
        self.swallows = Some(now + SWALLOWS);
        // what was read wrong is scanned again on purpose
        if !matches!(scanned, Scanned::Id(_) | Scanned::Trainee(_) | Scanned::Card(_)) {
            out.push(Input::Scan(scanned));
            return;
        }
        let again = self.last.as_ref().is_some_and(|last| last.payload == payload && now < last.at + AGAIN);
        self.last = Some(Last { payload, at: now });
        out.push(if again { Input::ScanAgain(scanned) } else { Input::Scan(scanned) });
    }

    fn flush(&mut self, out: &mut Vec<Input>) {
        if let Some(burst) = self.held.take() {
            replay(&burst.text, out);
        }
    }

    fn patience(&self, burst: &Burst) -> Duration {
        match self.raw {
            // a reader slower than we allow is still shown as it is
            true => Duration::from_millis(Pace::MOST.into()),
            false if burst.lacks_x() => LATE_X,
            false => self.reader.pace.patience(),
        }
    }

    /// Whether these characters belong to what is held.
    fn goes_on(&self, burst: &Burst, text: &str, now: Instant) -> bool {
        let late_x = burst.lacks_x() && matches!(text, "x" | "X" | "\u{ff38}" | "\u{ff58}");
        let most = if self.reader.profile.is_some() || self.raw { RECORD } else { NUMBER };
        let longest = LONGEST.max(self.reader.pace.patience() * most);
        let gap = now.saturating_duration_since(burst.newest);
        let in_pace = self.raw || gap < self.reader.pace.patience();
        late_x || (in_pace && now.saturating_duration_since(burst.began) <= longest)
    }

    fn may_begin(&self, c: char) -> bool {
        self.raw || is_digit(c) || self.reader.profile.as_ref().is_some_and(|profile| profile.may_begin(c))
    }

    fn may_hold(&self, c: char) -> bool {
        self.raw || self.reader.profile.is_some() || c.is_ascii_graphic() || is_digit(c) || is_wide_x(c)
    }
}

/// Half-width or, with an input method in that mode, full-width.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

fn is_wide_x(c: char) -> bool {
    matches!(c, '\u{ff38}' | '\u{ff58}')
}

/// Long enough, in no script that an input method commits as fast, and with a digit in it: a name in letters is typed,
/// however fast the hand and however slow the reader.
fn is_scan(text: &str) -> bool {
    text.is_ascii() && text.len() >= LEAST && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// As if it had never been held: keys inside are keys again.
fn replay(text: &str, out: &mut Vec<Input>) {
    let mut typed = String::new();
    for c in text.chars() {
        let key = match c {
            '\t' => Key::Tab,
            '\n' => Key::Enter,
            c => {
                typed.push(c);
                continue;
            }
        };
        if !typed.is_empty() {
            out.push(Input::Text(std::mem::take(&mut typed)));
        }
        out.push(Input::Key(key));
    }
    if !typed.is_empty() {
        out.push(Input::Text(typed));
    }
}

/// For the page that learns: the burst as it came, unless a hand typed it.
fn tell(burst: &Burst, out: &mut Vec<Input>) {
    match burst.text.trim().chars().count() < LEAST {
        true => replay(&burst.text, out),
        false => out.push(Input::Heard(burst.heard())),
    }
}

#[cfg(test)]
mod tests;
