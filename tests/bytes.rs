//! What a real terminal gets: the screen it shows equals the buffer, also where signs of ambiguous width are two columns
//! wide; and no sign of that kind leaves the program where it has been told so.

use crate::commands::everywhere;
use baodao::text::Lang;
use baodao::ui::paint::{Marks, Paint};
use baodao::ui::snapshot::buffer_to_text;
use baodao::ui::theme::{Frame, Ink, Theme};
use proptest::prelude::*;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io;
use std::num::NonZero;
use std::rc::Rc;
use unicode_width::UnicodeWidthChar;

#[derive(Clone, Default)]
struct Pipe(Rc<RefCell<Vec<u8>>>);

impl io::Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal as simple as an old Chinese console: it knows where its cursor is, and draws signs of ambiguous width
/// two columns wide. Colours are nothing to it.
struct WideConsole {
    rows: Vec<Vec<String>>,
    cols: usize,
    x: usize,
    y: usize,
}

impl WideConsole {
    fn new(cols: u16, rows: u16) -> Self {
        let (cols, rows) = (usize::from(cols), usize::from(rows));
        Self { rows: vec![vec![" ".to_owned(); cols]; rows], cols, x: 0, y: 0 }
    }

    fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if c != '\x1b' {
                self.print(c);
                continue;
            }
            assert_eq!(chars.next(), Some('['), "only control sequences are known");
            let mut numbers = String::new();
            let end = chars.by_ref().find(|c| {
                numbers.push(*c);
                c.is_ascii_alphabetic()
            });
            numbers.pop();
            match end.unwrap() {
                'H' => {
                    let mut places = numbers.split(';').map(|n| n.parse().unwrap_or(1));
                    self.y = places.next().unwrap_or(1_usize) - 1;
                    self.x = places.next().unwrap_or(1_usize) - 1;
                }
                'm' | 'h' | 'l' => {}
                'J' => self.rows.iter_mut().flatten().for_each(|cell| *cell = " ".into()),
                other => panic!("unknown sequence {numbers}{other}"),
            }
        }
    }

    fn print(&mut self, c: char) {
        let wide = columns_at_most(c);
        if wide == 0 {
            if let Some(cell) = self.x.checked_sub(1).and_then(|x| self.rows[self.y].get_mut(x)) {
                cell.push(c);
            }
            return;
        }
        if self.x + wide > self.cols {
            self.x = 0;
            self.y += 1;
        }
        let row = &mut self.rows[self.y];
        // half a glyph cannot stay: its other half goes as well
        if row[self.x].is_empty() {
            row[self.x - 1] = " ".into();
        }
        if let Some(after) = row.get_mut(self.x + wide).filter(|after| after.is_empty()) {
            *after = " ".into();
        }
        row[self.x] = c.to_string();
        if wide == 2 {
            row[self.x + 1] = String::new();
        }
        self.x += wide;
    }

    fn page(&self) -> String {
        let line = |row: &Vec<String>| format!("{}\n", row.concat().trim_end());
        self.rows.iter().map(line).collect()
    }
}

/// Columns of a character where Chinese fonts decide: letters of other scripts are as wide as hanzi there.
fn columns_at_most(c: char) -> usize {
    let is_foreign = matches!(c, '\u{A1}'..='\u{2FF}' | '\u{370}'..='\u{451}');
    if is_foreign { 2 } else { c.width_cjk().unwrap_or(0) }
}

/// Frames through ratatui and crossterm into both kinds of terminal.
struct Wire {
    stage: Terminal<CrosstermBackend<Pipe>>,
    pipe: Pipe,
    narrow: vt100::Parser,
    wide: WideConsole,
}

impl Wire {
    fn new(cols: u16, rows: u16) -> Self {
        let pipe = Pipe::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, cols, rows)) };
        let stage = Terminal::with_options(CrosstermBackend::new(pipe.clone()), options).unwrap();
        let size = |n| NonZero::new(n).unwrap();
        Self {
            stage,
            pipe,
            narrow: vt100::Parser::new(size(rows), size(cols), 0),
            wide: WideConsole::new(cols, rows),
        }
    }

    /// The buffer as text, and the bytes that were written for it.
    fn frame(&mut self, draw: impl FnOnce(&mut Buffer)) -> (String, Vec<u8>) {
        let mut wanted = String::new();
        self.stage
            .draw(|frame| {
                draw(frame.buffer_mut());
                wanted = buffer_to_text(frame.buffer_mut());
            })
            .unwrap();
        let bytes = std::mem::take(&mut *self.pipe.0.borrow_mut());
        self.narrow.process(&bytes);
        (wanted, bytes)
    }

    fn narrow_page(&self) -> String {
        let (_, cols) = self.narrow.screen().size();
        let rows = self.narrow.screen().rows(0, cols.into());
        rows.map(|row| format!("{}\n", row.trim_end())).collect()
    }
}

fn themes() -> [Theme; 3] {
    [
        Theme::dark().distrusting(false).framed(Frame::Box),
        Theme::light().distrusting(false),
        Theme::mono().distrusting(true),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]
    #[test]
    fn random_frames_arrive_as_drawn(
        frames in proptest::collection::vec(
            (
                proptest::collection::vec(
                    (0u16..30, 0u16..6, "[买张王李𬭎·…—“”①é，。a-z0-9 ]{0,12}", any::<bool>()),
                    0..8,
                ),
                0u16..24,
                0u16..4,
            ),
            1..5,
        )
    ) {
        for theme in themes() {
            let mut wire = Wire::new(30, 6);
            for (texts, x, y) in &frames {
                let (wanted, bytes) = wire.frame(|buffer| {
                    let mut marks = Marks::default();
                    let mut paint = Paint::new(buffer, &mut marks, &theme, Lang::Zh);
                    paint.clear_area();
                    for (x, y, text, lit) in texts {
                        paint.text(*x, *y, text, if *lit { Ink::Selected } else { Ink::Text });
                    }
                    let mut popup = paint.sub(*x, *y, 8, 3);
                    popup.clear_area();
                    popup.text(1, 1, "一·a", Ink::Text);
                    popup.frame("题");
                });
                prop_assert_eq!(&wanted, &wire.narrow_page(), "{:?}", theme);
                if theme.distrust {
                    wire.wide.process(&bytes);
                    prop_assert_eq!(&wanted, &wire.wide.page(), "wide");
                }
            }
        }
    }
}

/// Every page, its help, its palette, and a box over it.
#[test]
fn every_page_arrives_as_drawn() {
    for lang in Lang::ALL {
        for theme in themes() {
            let (mut desk, places) = everywhere(lang);
            desk.shell.theme = theme;
            let mut wire = Wire::new(80, 24);
            for (_, place, route) in places {
                desk.go(route);
                for keys in ["", "F1", "Esc F9", "Esc", "F4", "Esc", "Down Del", "Esc"] {
                    desk.keys(keys);
                    let (wanted, bytes) = wire.frame(|buffer| {
                        desk.shell.view(buffer);
                    });
                    assert_eq!(wanted, desk.page, "{place} {keys}");
                    assert_eq!(wanted, wire.narrow_page(), "{place} {keys} {theme:?}");
                    let text = String::from_utf8(bytes.clone()).unwrap();
                    assert!(
                        !text.contains("\x1b[;m"),
                        "{place} {keys}: an empty colour undoes the attributes"
                    );
                    if theme.distrust {
                        let doubtful: String = text
                            .chars()
                            .filter(|c| c.width().is_some_and(|cols| cols != columns_at_most(*c)))
                            .collect();
                        assert_eq!(doubtful, "", "{place} {keys}");
                        wire.wide.process(&bytes);
                        assert_eq!(wanted, wire.wide.page(), "{place} {keys}, on a wide console");
                    }
                }
            }
        }
    }
}

/// A small generator of its own, so that a failure is the same failure the next time.
struct Soup(u64);

impl Soup {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).unwrap()).unwrap()
    }
}

#[test]
fn random_keys_harm_no_page() {
    use baodao::ui::input::{Input, Mouse, MouseAct};
    use baodao::ui::key::Key;
    const KEYS: [Key; 26] = [
        Key::F(1),
        Key::F(2),
        Key::F(3),
        Key::F(4),
        Key::F(5),
        Key::F(6),
        Key::F(8),
        Key::F(9),
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PgUp,
        Key::PgDn,
        Key::Home,
        Key::End,
        Key::Backspace,
        Key::Delete,
        Key::Ctrl('z'),
        Key::Ctrl('d'),
        Key::Ctrl('k'),
        Key::Ctrl('y'),
    ];
    const TEXTS: [&str; 10] = ["1", "5", "王", "zs", ".03", "*", "2026-09-07", "、", "08:30-10:00", "砌筑"];
    const ACTS: [MouseAct; 5] =
        [MouseAct::Click, MouseAct::DoubleClick, MouseAct::Back, MouseAct::WheelUp, MouseAct::WheelDown];
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (nth, (_, place, route)) in places.into_iter().enumerate() {
            let seed = 0x9e37_79b9_7f4a_7c15 + u64::try_from(nth).unwrap();
            let mut soup = Soup(seed);
            let mut said = Vec::new();
            desk.go(route);
            for _ in 0..120 {
                let input = match soup.next(8) {
                    0..=4 => Input::Key(KEYS[soup.next(KEYS.len())]),
                    5 => Input::text(TEXTS[soup.next(TEXTS.len())]),
                    6 => Input::Paste(format!(
                        "{}\n{}",
                        TEXTS[soup.next(TEXTS.len())],
                        TEXTS[soup.next(TEXTS.len())]
                    )),
                    _ => Input::Mouse(Mouse {
                        x: u16::try_from(soup.next(80)).unwrap(),
                        y: u16::try_from(soup.next(24)).unwrap(),
                        act: ACTS[soup.next(5)],
                    }),
                };
                said.push(format!("{input:?}"));
                desk.input(&input);
                assert!(desk.is_whole(), "{place}: {said:?}\n{}", desk.page);
            }
            desk.resize(Size::new(20, 5));
            desk.resize(Size::new(80, 24));
            desk.keys("Esc Esc Esc Esc Esc Esc");
        }
        desk.is_sound();
    }
}
