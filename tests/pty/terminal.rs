//! A real pseudo-terminal with the real program in it, read through a vt100 parser. Nothing sleeps: one waits for
//! words on the screen.

use crate::environment::environment;
use baodao::ui::width::width;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{ErrorKind, Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// A slow machine may take its time; a broken program must not hang the test for ever.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a terminal answers when it is asked where its cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    Truly,
    /// As a Chinese Windows console does: a sign of ambiguous width has moved the cursor by two.
    Wide,
    Never,
}

/// What a terminal does besides drawing: it answers questions, and holds a frame back until it is whole.
struct Held {
    answers: Answers,
    /// What is owed to the program for its questions.
    owed: Vec<u8>,
    is_drawing: bool,
    /// What somebody in front of the terminal sees: a frame may arrive in several reads.
    shown: vt100::Screen,
}

impl vt100::Callbacks for Held {
    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        sign: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        letter: char,
    ) {
        match (sign, params, letter) {
            (None, [[6]], 'n') if self.answers != Answers::Never => {
                let (row, col) = screen.cursor_position();
                let col = if self.answers == Answers::Wide { col.max(2) } else { col };
                self.owed.extend(format!("\x1b[{};{}R", row + 1, col + 1).bytes());
            }
            (Some(b'?'), [[2026]], 'h' | 'l') => {
                if !self.is_drawing || letter == 'l' {
                    self.shown = screen.clone();
                }
                self.is_drawing = letter == 'h';
            }
            _ => {}
        }
    }
}

struct Seen {
    /// Every byte the program wrote.
    written: Vec<u8>,
    parser: vt100::Parser<Held>,
    ended: bool,
}

impl Seen {
    /// `None`: nothing follows.
    fn take(&mut self, bytes: Option<&[u8]>) {
        self.ended = bytes.is_none();
        let bytes = bytes.unwrap_or_default();
        self.written.extend(bytes);
        self.parser.process(bytes);
        if self.ended || !self.parser.callbacks().is_drawing {
            self.parser.callbacks_mut().shown = self.parser.screen().clone();
        }
    }

    fn shown(&self) -> &vt100::Screen {
        &self.parser.callbacks().shown
    }
}

pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Terminal {
    /// Starts the program on a data folder, 80×24, in Chinese.
    pub fn start(data: &Path, args: &[&str]) -> Self {
        Self::start_with(data, args, &[])
    }

    pub fn start_with(data: &Path, args: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_on(Answers::Truly, data, args, variables)
    }

    /// The same with variables of the environment.
    #[expect(clippy::disallowed_methods, reason = "one thread reads what the program writes")]
    pub fn start_on(answers: Answers, data: &Path, args: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_baodao"));
        command.args(["--data", data.to_str().unwrap()]);
        command.args(args);
        command.env_clear();
        for (name, value) in environment(data) {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let seen = Arc::new((
            Mutex::new(Seen {
                written: Vec::new(),
                parser: vt100::Parser::new_with_callbacks(
                    nonzero(24),
                    nonzero(80),
                    0,
                    Held {
                        answers,
                        owed: Vec::new(),
                        is_drawing: false,
                        shown: vt100::Parser::default().screen().clone(),
                    },
                ),
                ended: false,
            }),
            Condvar::new(),
        ));
        let shared = Arc::clone(&seen);
        let writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let answering = Arc::clone(&writer);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let read = match reader.read(&mut bytes) {
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    // Linux says with an error that the other side has closed
                    Ok(0) | Err(_) => None,
                    Ok(read) => Some(&bytes[..read]),
                };
                let (state, news) = &*shared;
                // a test that failed is no longer interested
                let Ok(mut seen) = state.lock() else { return };
                seen.take(read);
                let owed = std::mem::take(&mut seen.parser.callbacks_mut().owed);
                news.notify_all();
                drop(seen);
                if let Ok(mut writer) = answering.lock()
                    && !owed.is_empty()
                {
                    // a program that has gone asks nothing any more
                    let _ = writer.write_all(&owed);
                }
                if read.is_none() {
                    return;
                }
            }
        });
        Self { master: pair.master, writer, child, seen }
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    fn until(&self, what: &str, wanted: impl Fn(&Seen) -> bool) -> &Self {
        self.until_within(PATIENCE, what, wanted)
    }

    #[track_caller]
    fn until_within(&self, patience: Duration, what: &str, wanted: impl Fn(&Seen) -> bool) -> &Self {
        let (seen, news) = &*self.seen;
        let began = now();
        let mut seen = seen.lock().unwrap();
        while !wanted(&seen) {
            let left = patience.saturating_sub(began.elapsed());
            assert!(
                !left.is_zero() && (!seen.ended || what == "the end"),
                "waited for {what:?} on\n{}",
                seen.shown().contents()
            );
            seen = news.wait_timeout(seen, left.min(Duration::from_millis(500))).unwrap().0;
        }
        self
    }

    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        self.until(words, |seen| seen.shown().contents().contains(words))
    }

    /// What takes its time by the clock.
    #[track_caller]
    pub fn shows_within(&self, patience: Duration, words: &str) -> &Self {
        self.until_within(patience, words, |seen| seen.shown().contents().contains(words))
    }

    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        self.until(&format!("no {words}"), |seen| !seen.shown().contents().contains(words))
    }

    /// The real cursor is shown in the row that holds these words.
    #[track_caller]
    pub fn caret_in(&self, words: &str) -> &Self {
        self.until(&format!("a caret at {words}"), |seen| {
            let screen = seen.shown();
            let (row, _) = screen.cursor_position();
            let line = rows(screen).nth(row.into()).unwrap_or_default();
            !screen.hide_cursor() && line.contains(words)
        })
    }

    /// The words right after a name, in the row that has it: its mark on the roll.
    #[track_caller]
    pub fn marked(&self, name: &str, mark: &str) -> &Self {
        self.until(&format!("{name} {mark}"), |seen| {
            rows(seen.shown()).skip(2).take(19).any(|row| {
                row.split_once(name).is_some_and(|(_, after)| after.trim_start().starts_with(mark))
            })
        })
    }

    /// A row that has a name has these words too.
    #[track_caller]
    pub fn row(&self, name: &str, words: &str) -> &Self {
        self.until(&format!("{name} with {words}"), |seen| {
            rows(seen.shown()).any(|row| row.contains(name) && row.contains(words))
        })
    }

    /// Clicks on the first of these words.
    #[track_caller]
    pub fn click(&self, words: &str) {
        self.shows(words);
        let page = self.page();
        let (row, before) = page
            .lines()
            .enumerate()
            .find_map(|(row, line)| Some((row, line.split_once(words)?.0)))
            .unwrap_or_else(|| panic!("{words} on\n{page}"));
        let (x, y) = (width(before) + 1, row + 1);
        self.send(format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m").as_bytes());
    }

    /// Goes down to the row that has these words.
    #[track_caller]
    pub fn choose(&mut self, words: &str) {
        loop {
            let before = self.chosen();
            if before.iter().any(|(_, row)| row.contains(words)) {
                return;
            }
            self.keys("Down");
            self.until(&format!("a row below {before:?}"), |seen| chosen(seen.shown()) != before);
        }
    }

    fn chosen(&self) -> Vec<(usize, String)> {
        chosen(self.seen.0.lock().unwrap().shown())
    }

    /// Finds a verb or a page in the palette and runs it.
    #[track_caller]
    pub fn palette(&mut self, verb: &str) {
        self.keys("F9");
        self.caret_in("> ____");
        self.keys(&format!("{verb} Enter"));
        self.hides("> ____");
    }

    pub fn is_alternate(&self) -> bool {
        self.seen.0.lock().unwrap().shown().alternate_screen()
    }

    /// Whether any cell has a colour of its own.
    pub fn has_colour(&self) -> bool {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.shown();
        let cells = (0..24).flat_map(|row| (0..80).filter_map(move |col| screen.cell(row, col)));
        let mut colours = cells.flat_map(|cell| [cell.fgcolor(), cell.bgcolor()]);
        colours.any(|colour| colour != vt100::Color::Default)
    }

    /// The numbers of every sequence so far that sets a colour; back to the terminal's own (39, 49) is none.
    pub fn colours_written(&self) -> Vec<String> {
        let seen = self.seen.0.lock().unwrap();
        let text = String::from_utf8_lossy(&seen.written);
        let sets = |number: &str| matches!(number.parse(), Ok(30_u8..=38 | 40..=48 | 90..=107));
        let numbers = text.split("\x1b[").filter_map(|after| {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
            rest.starts_with('m').then(|| after.strip_suffix(rest).unwrap_or_default().to_owned())
        });
        numbers.filter(|numbers| numbers.split(';').any(sets)).collect()
    }

    pub fn page(&self) -> String {
        self.seen.0.lock().unwrap().shown().contents()
    }

    /// Presses keys by their label, types anything else, apart by spaces; returns how many keys that were (a hanzi
    /// counts as one).
    pub fn keys(&mut self, script: &str) -> usize {
        let mut pressed = 0;
        for word in script.split(' ').filter(|word| !word.is_empty()) {
            let (bytes, keys) =
                key_bytes(word).map_or((word.as_bytes(), word.chars().count()), |bytes| (bytes, 1));
            self.send(bytes);
            pressed += keys;
        }
        pressed
    }

    /// A scanner or card reader, all of it in one write: no load pulls that apart. Returns how many keys that were.
    pub fn device(&mut self, text: &str) -> usize {
        self.send(text.as_bytes());
        text.chars().count()
    }

    /// A paste as a terminal brackets it; a carriage return ends each line.
    pub fn paste(&mut self, lines: &[&str]) {
        let text = format!("\x1b[200~{}\r\x1b[201~", lines.join("\r"));
        self.send(text.as_bytes());
    }

    fn send(&self, bytes: &[u8]) {
        let mut writer = self.writer.lock().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    pub fn resize(&self, rows: u16, cols: u16) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(nonzero(rows), nonzero(cols));
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// `kill -9`: nothing is said, nothing is tidied.
    pub fn kill(mut self) {
        // the kill of the child itself would begin with HUP, at which the program ends in order
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// The system asks the program to end, or ends it: `TERM`, `HUP`, `KILL`.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// Leaves by Ctrl+Q and waits for the end; true if all went well.
    #[track_caller]
    pub fn quit(mut self) -> bool {
        self.keys("Ctrl+Q");
        self.ends()
    }

    /// Waits for the end; true if it went well and the terminal is as it was.
    #[track_caller]
    pub fn ends(mut self) -> bool {
        self.until("the end", |seen| seen.ended);
        let ended = self.child.wait().unwrap().success();
        let seen = self.seen.0.lock().unwrap();
        ended && !seen.shown().alternate_screen() && !seen.shown().hide_cursor()
    }
}

impl Drop for Terminal {
    /// No program outlives a test that failed.
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn rows(screen: &vt100::Screen) -> impl Iterator<Item = String> + '_ {
    screen.rows(0, screen.size().1.get())
}

/// The rows that carry the sign of what is chosen, with their place.
fn chosen(screen: &vt100::Screen) -> Vec<(usize, String)> {
    rows(screen)
        .enumerate()
        .filter(|(_, row)| row.trim_start_matches([' ', '│', '|']).starts_with("> "))
        .collect()
}

fn nonzero(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

fn key_bytes(word: &str) -> Option<&'static [u8]> {
    Some(match word {
        "⏎" | "Enter" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "Shift+Tab" => b"\x1b[Z",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "Backspace" => b"\x7f",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        "F3" => b"\x1bOR",
        "F4" => b"\x1bOS",
        "F5" => b"\x1b[15~",
        "F6" => b"\x1b[17~",
        "F8" => b"\x1b[19~",
        "Del" => b"\x1b[3~",
        "F9" => b"\x1b[20~",
        "Home" => b"\x1b[H",
        "End" => b"\x1b[F",
        "PgUp" => b"\x1b[5~",
        "PgDn" => b"\x1b[6~",
        "Ctrl+D" => b"\x04",
        "Ctrl+E" => b"\x05",
        "Ctrl+R" => b"\x12",
        "Ctrl+T" => b"\x14",
        "Ctrl+Y" => b"\x19",
        "Ctrl+Z" => b"\x1a",
        "Ctrl+O" => b"\x0f",
        "Ctrl+Q" => b"\x11",
        "Space" => b" ",
        _ => {
            assert!(!word.starts_with("Ctrl+"), "{word} is not among the keys");
            return None;
        }
    })
}

/// Waits until something is so that no screen shows: what the file keeps.
#[track_caller]
pub fn until(what: &str, is_so: impl FnMut() -> bool) {
    until_within(PATIENCE, what, is_so);
}

/// The same, for so long.
#[track_caller]
pub fn until_within(patience: Duration, what: &str, mut is_so: impl FnMut() -> bool) {
    let began = now();
    while !is_so() {
        assert!(began.elapsed() < patience, "waited for {what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

#[expect(clippy::disallowed_methods, reason = "a test that waits must know for how long")]
pub fn now() -> Instant {
    Instant::now()
}
