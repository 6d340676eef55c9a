//! The one layer between crossterm and the screens: terminal events in, `Input` out.
//! Every quirk of a platform is known here and nowhere else. Pure: the moment is an argument, nothing sleeps.

mod scan;

use super::event::RawEvent;
use super::key::Key;
use crate::domain::reader::{Heard, Reader};
use crate::domain::scan::Scanned;
use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::time::{Duration, Instant};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Characters that arrived together: a typed letter, or what an input method committed.
    Text(String),
    Key(Key),
    /// Line ends are single line feeds, an empty line is an empty cell; no other control characters.
    Paste(String),
    /// A scanner or card reader, its Enter included. It fills and finds, and never confirms anything.
    Scan(Scanned),
    /// The card of a moment ago: held too long, or meant anew for another page.
    ScanAgain(Scanned),
    /// All that a device typed, for a page that asked to hear it.
    Heard(Heard),
    Mouse(Mouse),
    /// The window changed; the size is asked anew, because events lie about it on Windows.
    Resize,
    Focus,
}

impl Input {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A test script: words apart by spaces are keys (`F8`, `Enter`, `Ctrl+D`) or else text.
    pub fn script(script: &str) -> Vec<Self> {
        script
            .split_whitespace()
            .map(|word| Key::parse(word).map_or_else(|| Self::text(word), Self::Key))
            .collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub x: u16,
    pub y: u16,
    pub act: MouseAct,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAct {
    Click,
    DoubleClick,
    /// The right button: back.
    Back,
    WheelUp,
    WheelDown,
}

/// How long a bare Esc waits for the rest of a key whose bytes the network tore apart.
const ESC_PATIENCE: Duration = Duration::from_millis(40);
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

#[derive(Debug, Default)]
pub struct Decoder {
    /// Windows delivers releases, and pastes as keys; its Esc never comes in parts.
    windows: bool,
    torn: Option<Torn>,
    last_press: Option<char>,
    last_click: Option<(u16, u16, Instant)>,
    ready: Vec<Input>,
    recogniser: scan::Recogniser,
}

/// An Esc and what followed it, until it is a key or plainly is not.
#[derive(Debug)]
struct Torn {
    since: Instant,
    tail: String,
}

impl Decoder {
    pub fn new(windows: bool) -> Self {
        Self { windows, ..Self::default() }
    }

    /// What is known of the device at this station.
    pub fn listen_to(&mut self, reader: Reader) {
        self.recogniser.listen_to(reader);
    }

    /// Whether the page that has the keys hears devices itself. What was held for the page before comes out.
    pub fn listen_raw(&mut self, raw: bool) -> Vec<Input> {
        let mut out = Vec::new();
        self.recogniser.listen_raw(raw, &mut out);
        out
    }

    /// Turns what arrived in one go at `now` into inputs. Characters side by side become one text.
    pub fn feed(&mut self, batch: &[RawEvent], now: Instant) -> Vec<Input> {
        let mut out = Vec::new();
        for input in self.decode(batch, now) {
            self.recogniser.take(input, now, &mut out);
        }
        self.recogniser.expire(now, &mut out);
        out
    }

    fn decode(&mut self, batch: &[RawEvent], now: Instant) -> Vec<Input> {
        if self.windows
            && let Some(paste) = burst_paste(batch)
        {
            return vec![Input::Paste(line_ends(&paste))];
        }
        if self.torn.as_ref().is_some_and(|torn| now >= torn.since + ESC_PATIENCE) {
            self.give_up_on_torn();
        }
        for event in batch {
            match event {
                RawEvent::Key(key) => self.key(*key, now),
                RawEvent::Paste(text) => self.put(Input::Paste(line_ends(text)), now),
                RawEvent::Mouse(mouse) => self.mouse(*mouse, now),
                RawEvent::Resize(..) => self.put(Input::Resize, now),
                RawEvent::FocusGained => self.put(Input::Focus, now),
                RawEvent::FocusLost => {}
            }
        }
        std::mem::take(&mut self.ready)
    }

    /// When `feed` wants to be called again although nothing arrived.
    pub fn wakes_at(&self) -> Option<Instant> {
        let torn = self.torn.as_ref().map(|torn| torn.since + ESC_PATIENCE);
        [torn, self.recogniser.wakes_at()].into_iter().flatten().min()
    }

    fn key(&mut self, event: KeyEvent, now: Instant) {
        let KeyEvent { code, modifiers, kind, .. } = event;
        if kind == KeyEventKind::Release {
            // a character composed with Alt and digits, or injected, comes on the release alone
            if let KeyCode::Char(c) = code
                && !c.is_ascii()
                && self.last_press != Some(c)
            {
                self.put(Input::Text(c.to_string()), now);
            }
            self.last_press = None;
            return;
        }
        self.last_press = match code {
            KeyCode::Char(c) => Some(c),
            _ => None,
        };
        match code {
            KeyCode::Char(c) => self.char(c, modifiers, now),
            _ => {
                if let Some(key) = named(code, modifiers) {
                    self.put(Input::Key(key), now);
                }
            }
        }
    }

    fn char(&mut self, c: char, modifiers: KeyModifiers, now: Instant) {
        let ctrl = modifiers.contains(KeyModifiers::CONTROL);
        let alt = modifiers.contains(KeyModifiers::ALT);
        match (ctrl, alt) {
            (true, false) => self.put(Input::Key(control(c)), now),
            (false, false) => self.put(Input::Text(c.to_string()), now),
            // AltGr on Windows reports both; a letter with both is a shortcut that we do not have
            (true, true) if !c.is_ascii_alphabetic() => self.put(Input::Text(c.to_string()), now),
            // Esc and the text after it shared a read; plain Alt keys are not bound
            (false, true) if !c.is_ascii() || self.in_burst(c) => {
                self.put(Input::Key(Key::Esc), now);
                self.give_up_on_torn();
                self.put(Input::Text(c.to_string()), now);
            }
            (_, true) => {}
        }
    }

    fn in_burst(&self, c: char) -> bool {
        c.is_ascii_digit() && matches!(self.ready.last(), Some(Input::Text(_)))
    }

    fn put(&mut self, input: Input, now: Instant) {
        if let Some(torn) = &mut self.torn {
            match &input {
                Input::Text(text) if torn.takes(text) => {
                    torn.tail.push_str(text);
                    if let Some(key) = torn.key() {
                        self.torn = None;
                        self.ready.push(Input::Key(key));
                    } else if torn.tail.chars().count() > 6 {
                        self.give_up_on_torn();
                    }
                    return;
                }
                _ => self.give_up_on_torn(),
            }
        }
        if input == Input::Key(Key::Esc) && !self.windows {
            self.torn = Some(Torn { since: now, tail: String::new() });
            return;
        }
        match (self.ready.last_mut(), input) {
            (Some(Input::Text(before)), Input::Text(more)) => before.push_str(&more),
            (_, input) => self.ready.push(input),
        }
    }

    /// It was an Esc after all, and what followed was typed.
    fn give_up_on_torn(&mut self) {
        if let Some(torn) = self.torn.take() {
            self.ready.push(Input::Key(Key::Esc));
            if !torn.tail.is_empty() {
                self.ready.push(Input::Text(torn.tail));
            }
        }
    }

    fn mouse(&mut self, mouse: MouseEvent, now: Instant) {
        let (x, y) = (mouse.column, mouse.row);
        let act = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let again = self
                    .last_click
                    .take()
                    .is_some_and(|(px, py, at)| (px, py) == (x, y) && now < at + DOUBLE_CLICK);
                if again {
                    MouseAct::DoubleClick
                } else {
                    self.last_click = Some((x, y, now));
                    MouseAct::Click
                }
            }
            MouseEventKind::Down(MouseButton::Right) => MouseAct::Back,
            MouseEventKind::ScrollUp => MouseAct::WheelUp,
            MouseEventKind::ScrollDown => MouseAct::WheelDown,
            _ => return,
        };
        self.put(Input::Mouse(Mouse { x, y, act }), now);
    }
}

impl Torn {
    /// Only `[` or `O` can start the rest, and only signs of a sequence can go on with it.
    fn takes(&self, text: &str) -> bool {
        let full = format!("{}{text}", self.tail);
        let mut chars = full.chars();
        chars.next().is_some_and(|c| c == '[' || c == 'O')
            && chars.all(|c| c.is_ascii_digit() || c == ';' || c == '~' || c.is_ascii_uppercase())
    }

    fn key(&self) -> Option<Key> {
        Some(match self.tail.as_str() {
            "[A" | "OA" => Key::Up,
            "[B" | "OB" => Key::Down,
            "[C" | "OC" => Key::Right,
            "[D" | "OD" => Key::Left,
            "[H" | "OH" | "[1~" | "[7~" => Key::Home,
            "[F" | "OF" | "[4~" | "[8~" => Key::End,
            "[Z" => Key::BackTab,
            "[2~" => Key::Insert,
            "[3~" => Key::Delete,
            "[5~" => Key::PgUp,
            "[6~" => Key::PgDn,
            "OP" | "[11~" => Key::F(1),
            "OQ" | "[12~" => Key::F(2),
            "OR" | "[13~" => Key::F(3),
            "OS" | "[14~" => Key::F(4),
            "[15~" => Key::F(5),
            "[17~" => Key::F(6),
            "[18~" => Key::F(7),
            "[19~" => Key::F(8),
            "[20~" => Key::F(9),
            "[21~" => Key::F(10),
            "[23~" => Key::F(11),
            "[24~" => Key::F(12),
            _ => return None,
        })
    }
}

/// Ctrl with a letter; five of them are other keys that terminals send this way.
const fn control(c: char) -> Key {
    match c.to_ascii_lowercase() {
        'h' => Key::Backspace,
        'i' => Key::Tab,
        'm' | 'j' => Key::Enter,
        '[' => Key::Esc,
        other => Key::Ctrl(other),
    }
}

const fn named(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Some(match code {
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PgUp,
        KeyCode::PageDown => Key::PgDn,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        _ => return None,
    })
}

/// Whatever a terminal makes of line ends is one line feed each; tabs stay, other controls go. A terminal that
/// doubles them doubles all of them, so the shortest run is one line end and a longer one has empty lines inside.
fn line_ends(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let shortest = runs(plain.trim_matches('\n')).min().unwrap_or(1);
    let mut out = plain.trim_end_matches('\n').replace(&"\n".repeat(shortest), "\n");
    out.retain(|c| !c.is_control() || c == '\n' || c == '\t');
    let lines: Vec<&str> = out.split('\n').map(str::trim_end).collect();
    lines.join("\n")
}

/// Lengths of the runs of line feeds.
fn runs(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.split(|c| c != '\n').map(str::len).filter(|length| *length > 0)
}

/// Windows has no paste event: a batch of keys with an Enter or Tab inside and more text after it is one.
fn burst_paste(batch: &[RawEvent]) -> Option<String> {
    let mut text = String::new();
    for event in batch {
        let RawEvent::Key(key) = event else { return None };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match key.code {
            KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                text.push(c);
            }
            KeyCode::Enter => text.push('\n'),
            KeyCode::Tab => text.push('\t'),
            _ => return None,
        }
    }
    let inner = text.trim();
    (text.chars().count() >= 3 && inner.contains(['\n', '\t'])).then_some(text)
}

#[cfg(test)]
mod tests;
