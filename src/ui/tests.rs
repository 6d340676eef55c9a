//! The loop itself, and the bytes a real terminal would get.

use super::bench::{self, Bench};
use super::*;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::snapshot::buffer_to_text;
use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;

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
    run(&mut shell, &mut desk, &mut stage, &events, &mut Patience::new(|_| ())).unwrap();
    assert!(shell.ended());
    let (mut again, mut desk) = bench::shell(Lang::Zh, Route::Today, Waker::default());
    sender.send(keys("12")).unwrap();
    sender.send(quit()).unwrap();
    run(&mut again, &mut desk, &mut stage, &events, &mut Patience::new(|_| ())).unwrap();
    assert!(again.ended());
}

#[test]
fn nobody_waits_for_a_channel_that_is_gone() {
    let (sender, events) = channel();
    let (mut shell, mut desk) = bench::shell(Lang::Zh, Route::Keys, Waker::default());
    let mut stage = Terminal::new(TestBackend::new(80, 24)).unwrap();
    sender.send(keys("张三")).unwrap();
    drop(sender);
    run(&mut shell, &mut desk, &mut stage, &events, &mut Patience::new(|_| ())).unwrap();
    assert!(!shell.ended());
    let page = buffer_to_text(stage.backend().buffer());
    assert!(page.contains("张三"), "{page}");
    stage.backend_mut().assert_cursor_position((9, 4));
}

#[test]
fn a_picture_has_its_caret() {
    let mut bench = Bench::new(Route::Today);
    bench.input(&Input::Key(Key::F(9)));
    let svg = bench.svg();
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
    assert!(svg.contains("width=\"2\""), "the caret is drawn");
}
