//! Everything the terminal shows. `open` puts the terminal on, `run` is the one loop.
//! The moment of a frame is read here and nowhere else; nothing ticks.

#[cfg(test)]
mod bench;
pub mod command;
pub mod event;
pub mod harness;
pub mod input;
pub mod key;
pub mod look;
pub mod note;
pub mod overlay;
pub mod paint;
pub mod screen;
pub mod shell;
pub mod snapshot;
pub mod terminal;
pub mod theme;
pub mod widget;
pub mod width;

use crate::app::Desk;
use crate::text::Lang;
use event::{Event, Waker};
use look::{Look, Measured};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use screen::Route;
use shell::{House, Shell, Turn};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Instant;
use terminal::Stage;
use theme::Theme;
use widget::picker::Matches;

/// How the program is to look and find.
#[derive(Clone)]
pub struct Options {
    pub lang: Lang,
    pub look: Look,
    pub first: Route,
    pub matches: Matches,
}

impl Options {
    pub fn new(lang: Lang) -> Self {
        Self { lang, look: Look::default(), first: Route::Today, matches: widget::picker::contains }
    }
}

/// Events per frame at most, so that a flood is still drawn now and then.
const BATCH: usize = 64;

/// The program on the real terminal, until it is left. `watch` gets the means to wake the loop
/// and may start whatever looks for changes by other processes.
pub fn open(desk: &mut Desk, options: Options, watch: impl FnOnce(Waker)) -> io::Result<()> {
    let (sender, events) = channel();
    let waker = Waker::new(sender.clone());
    let guard = terminal::Guard::enter()?;
    // before anybody listens: the answers would go to the listener
    let measured = if options.look.needs_measuring() { terminal::measure() } else { Measured::NotAsked };
    let theme = Theme::fitting(options.look, measured, terminal::wants_no_colour());
    let house = House {
        open: screen::open,
        menu: screen::MENU,
        search: screen::SEARCH,
        guide: screen::GUIDE,
        scanned: screen::scanned,
        matches: options.matches,
    };
    let mut shell = Shell::new(house, options.lang, theme, waker.clone());
    shell.listen_to(desk.reader());
    let mut stage = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    event::listen(sender.clone(), moment);
    event::mind_signals(sender)?;
    watch(waker);
    shell.go(options.first, &mut Turn { desk, now: moment() });
    let ended = run(&mut shell, desk, &mut stage, &events);
    if ended.is_err() {
        // the terminal went away under a half-typed form
        shell.handle(Event::Closing, &mut Turn { desk, now: moment() });
    }
    drop(guard);
    ended
}

/// Draws once per batch, then sleeps until something arrives or somebody's moment comes.
pub fn run<B: Stage>(
    shell: &mut Shell,
    desk: &mut Desk,
    stage: &mut Terminal<B>,
    events: &Receiver<Event>,
) -> io::Result<()> {
    let mut spoken = None;
    let mut mouse = shell.wants_mouse();
    while !shell.ended() {
        if spoken.replace(shell.lang) != Some(shell.lang) {
            desk.on_wait(Box::new(terminal::waiting(shell.lang, shell.disturbed())));
        }
        if mouse != shell.wants_mouse() {
            mouse = shell.wants_mouse();
            stage.backend_mut().catch_mouse(mouse)?;
        }
        terminal::draw(shell, stage)?;
        let first = match shell.wakes_at() {
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => events.recv_timeout(at.saturating_duration_since(moment())),
        };
        let now = moment();
        match first {
            Ok(event) => shell.handle(event, &mut Turn { desk, now }),
            Err(RecvTimeoutError::Timeout) => shell.woke(&mut Turn { desk, now }),
            // nobody is left who could ever wake us
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        for event in events.try_iter().take(BATCH) {
            shell.handle(event, &mut Turn { desk, now });
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the moment of a frame")]
fn moment() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests;
