//! The loop itself, and the bytes a real terminal would get.

use super::bench::{self, Bench};
use super::*;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Marks, Paint};
use crate::ui::snapshot::buffer_to_text;
use crate::ui::theme::Ink;
use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

fn keys(text: &str) -> Event {
    let press = |c| Raw::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
    Event::Input(text.chars().map(press).collect(), moment())
}

fn quit() -> Event {
    Event::Input(vec![Raw::Key(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL))], moment())
}

#[test]
fn the_loop_runs_until_it_is_left() {
    let (sender, events) = channel();
    let (mut shell, mut desk) = bench::shell(Lang::Zh, Route::Today, Waker::new(sender.clone()));
    let mut stage = Terminal::new(TestBackend::new(80, 24)).unwrap();
    for event in [keys("1"), keys("2"), Event::Elsewhere, Event::Job(7)] {
        sender.send(event).unwrap();
    }
    let esc = Raw::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE));
    sender.send(Event::Input(vec![esc], moment())).unwrap();
    sender.send(Event::Closing).unwrap();
    run(&mut shell, &mut desk, &mut stage, &events).unwrap();
    assert!(shell.ended());
    let (mut again, mut desk) = bench::shell(Lang::Zh, Route::Today, Waker::default());
    sender.send(keys("12")).unwrap();
    sender.send(quit()).unwrap();
    run(&mut again, &mut desk, &mut stage, &events).unwrap();
    assert!(again.ended());
}

#[test]
fn nobody_waits_for_a_channel_that_is_gone() {
    let (sender, events) = channel();
    let (mut shell, mut desk) = bench::shell(Lang::Zh, Route::Keys, Waker::default());
    let mut stage = Terminal::new(TestBackend::new(80, 24)).unwrap();
    sender.send(keys("张三")).unwrap();
    drop(sender);
    run(&mut shell, &mut desk, &mut stage, &events).unwrap();
    assert!(!shell.ended());
    let page = buffer_to_text(stage.backend().buffer());
    assert!(page.contains("张三"), "{page}");
    stage.backend_mut().assert_cursor_position((9, 4));
}

/// A terminal that reads what crossterm writes.
struct Wire {
    stage: Terminal<CrosstermBackend<Pipe>>,
    parser: vt100::Parser,
}

#[derive(Clone, Default)]
struct Pipe(std::rc::Rc<std::cell::RefCell<Vec<u8>>>);

impl io::Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wire {
    fn new(cols: u16, rows: u16) -> (Self, Pipe) {
        let pipe = Pipe::default();
        let viewport = ratatui::Viewport::Fixed(Rect::new(0, 0, cols, rows));
        let options = ratatui::TerminalOptions { viewport };
        let stage = Terminal::with_options(CrosstermBackend::new(pipe.clone()), options).unwrap();
        let size = |n| std::num::NonZero::new(n).unwrap();
        (Self { stage, parser: vt100::Parser::new(size(rows), size(cols), 0) }, pipe)
    }

    /// Buffer and terminal after a frame, both as text.
    fn frame(&mut self, pipe: &Pipe, draw: impl FnOnce(&mut Paint<'_>)) -> (String, String) {
        let mut wanted = String::new();
        self.stage
            .draw(|frame| {
                let mut marks = Marks::default();
                let theme = Theme::dark().distrusting(false);
                draw(&mut Paint::new(frame.buffer_mut(), &mut marks, &theme, Lang::Zh));
                wanted = buffer_to_text(frame.buffer_mut());
            })
            .unwrap();
        self.parser.process(&std::mem::take(&mut *pipe.0.borrow_mut()));
        let (_, cols) = self.parser.screen().size();
        let mut shown = String::new();
        for row in self.parser.screen().rows(0, cols.into()) {
            shown.push_str(row.trim_end());
            shown.push('\n');
        }
        (wanted, shown)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_terminal_shows_what_the_buffer_holds(
        frames in proptest::collection::vec(
            (proptest::collection::vec((0u16..30, 0u16..6, "[买张王李a-z0-9 ]{0,12}", any::<bool>()), 0..8), 0u16..24, 0u16..4),
            1..5,
        )
    ) {
        let (mut screen, pipe) = Wire::new(30, 6);
        for (texts, x, y) in frames {
            let (wanted, shown) = screen.frame(&pipe, |paint| {
                paint.clear_area();
                for (x, y, text, lit) in &texts {
                    paint.text(*x, *y, text, if *lit { Ink::Selected } else { Ink::Text });
                }
                let mut popup = paint.sub(x, y, 6, 2);
                popup.clear_area();
                popup.text(0, 0, "|一a|", Ink::Text);
            });
            prop_assert_eq!(wanted, shown);
        }
    }
}

#[test]
fn a_picture_has_its_caret() {
    let mut bench = Bench::new(Route::Today);
    bench.input(&Input::Key(Key::F(9)));
    let svg = bench.svg();
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("width=\"2\""), "the caret is drawn");
}
