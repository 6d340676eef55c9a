//! A shell without a terminal: keys in, page out. For tests of screens and for the pictures in the README.
//! Reads no clock; whoever drives it says what time it is.

use super::command::Hint;
use super::event::{Event, RawEvent};
use super::input::Input;
use super::key::Key;
use super::paint::Marks;
use super::shell::{FOOT, LEAST, Shell, Turn};
use super::snapshot::{buffer_to_svg, buffer_to_text};
use crate::app::Desk;
use crate::text::Lang;
use crate::text::shell::too_small;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use std::time::{Duration, Instant};

pub struct Harness {
    pub shell: Shell,
    pub desk: Desk,
    /// The page as last drawn.
    pub page: String,
    pub marks: Marks,
    pub buffer: Buffer,
    pub now: Instant,
}

/// Longer than any scan waits for its next key.
const SILENCE: Duration = Duration::from_millis(500);

impl Harness {
    /// Draws at once; `Shell::go` may have been called before or is called through `turn` after.
    pub fn new(shell: Shell, desk: Desk, size: Size, now: Instant) -> Self {
        let buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let mut harness = Self { shell, desk, page: String::new(), marks: Marks::default(), buffer, now };
        harness.draw();
        harness
    }

    /// Types a script: keys by their label, anything else as text, apart by spaces.
    pub fn keys(&mut self, script: &str) -> &mut Self {
        for input in Input::script(script) {
            self.input(&input);
        }
        self
    }

    pub fn input(&mut self, input: &Input) -> &mut Self {
        self.turn(|shell, turn| shell.input(input, turn))
    }

    /// What a device types, a key at a time through the decoder; then it is silent for a while.
    pub fn device(&mut self, text: &str, gap: Duration) -> &mut Self {
        for c in text.chars() {
            let code = match c {
                '\n' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                c => KeyCode::Char(c),
            };
            let event = RawEvent::Key(KeyEvent::new(code, KeyModifiers::NONE));
            self.pass(gap);
            let now = self.now;
            self.turn(|shell, turn| shell.handle(Event::Input(vec![event], now), turn));
        }
        self.pass(SILENCE)
    }

    /// Time goes by; whoever waited for it is woken.
    pub fn pass(&mut self, time: Duration) -> &mut Self {
        self.now += time;
        self.turn(Shell::woke)
    }

    /// Anything else that the loop could do, then a frame.
    pub fn turn(&mut self, work: impl FnOnce(&mut Shell, &mut Turn<'_>)) -> &mut Self {
        work(&mut self.shell, &mut Turn { desk: &mut self.desk, now: self.now });
        self.draw();
        self
    }

    pub fn resize(&mut self, size: Size) -> &mut Self {
        self.buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        self.draw();
        self
    }

    fn draw(&mut self) {
        self.buffer.reset();
        self.marks = self.shell.view(&mut self.buffer);
        self.shell.seen(self.marks.clone(), self.buffer.area.as_size());
        self.page = buffer_to_text(&self.buffer);
    }

    /// A row of the page, counted from 0.
    pub fn line(&self, y: usize) -> &str {
        self.page.lines().nth(y).unwrap_or_default()
    }

    /// The frame stands around whatever is open, or the page says that it has no room; the caret is inside.
    pub fn is_whole(&self) -> bool {
        let area = self.buffer.area;
        let caret_inside = self.marks.caret.is_none_or(|caret| area.contains(caret.at));
        if area.width < LEAST.width || area.height < LEAST.height {
            // as much of the sentence as the narrowest window of the tests holds
            let begins = |lang| too_small(lang).chars().take(8).collect::<String>();
            return caret_inside && Lang::ALL.into_iter().any(|lang| self.page.contains(&begins(lang)));
        }
        let stands = |y: u16| !self.line(y.into()).trim().is_empty();
        caret_inside && [0, 1, area.height - FOOT].into_iter().all(stands)
    }

    /// The row in which the shown caret stands; `None` where no field has the focus.
    pub fn caret_line(&self) -> Option<&str> {
        self.marks.caret.filter(|caret| caret.shown).map(|caret| self.line(caret.at.y.into()))
    }

    pub fn svg(&self) -> String {
        buffer_to_svg(&self.buffer, self.marks.caret)
    }
}

/// What is wrong with a screen's table of commands; empty if nothing. For a test over all screens.
pub fn faults_of(hints: &[Hint], has_field: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for (nth, hint) in hints.iter().enumerate() {
        for key in hint.keys {
            let here = format!("{}: {key:?}", hint.name);
            if key.meant() != *key {
                faults.push(format!("{here} is a second name"));
            }
            if hints.iter().take(nth).any(|other| other.keys.contains(key)) {
                faults.push(format!("{here} is bound twice"));
            }
            // owned by tmux, screen or an input method, or another key in disguise
            if matches!(key, Key::Ctrl('a' | 'b' | 'h' | 'i' | 'j' | 'm' | '[' | ' ' | '.' | ';')) {
                faults.push(format!("{here} never arrives"));
            }
            if has_field && matches!(key, Key::Char(_)) {
                faults.push(format!("{here} is text here"));
            }
            if matches!(key, Key::Char(c) if c.is_alphabetic()) && hint.keys.first() == Some(key) {
                faults.push(format!("{here} is swallowed by an input method; a letter is only a second key"));
            }
        }
        if hint.help.is_empty() {
            faults.push(format!("{} has no help", hint.name));
        }
    }
    faults
}
