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
pub mod patience;
pub mod plain;
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
use patience::Patience;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use screen::Route;
use shell::{House, Shell, Turn};
use std::io::{self, IsTerminal};
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

    const fn house(&self) -> House {
        House {
            open: screen::open,
            menu: screen::MENU,
            search: screen::SEARCH,
            guide: screen::GUIDE,
            scanned: screen::scanned,
            matches: self.matches,
        }
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
    let mut shell = Shell::new(options.house(), options.lang, theme, waker.clone());
    shell.listen_to(desk.reader());
    let mut stage = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    event::listen(sender.clone(), moment);
    event::mind_signals(sender)?;
    watch(waker);
    shell.go(options.first, &mut Turn { desk, now: moment() });
    let mut patience = Patience::new(terminal::at_work(shell.disturbed()));
    let ended = run(&mut shell, desk, &mut stage, &events, &mut patience);
    // nobody writes any more when the terminal is given back
    drop(patience);
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
    patience: &mut Patience,
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
        let first = next(shell, events);
        let now = moment();
        // nobody is left who could ever wake us
        if matches!(first, Err(RecvTimeoutError::Disconnected)) {
            return Ok(());
        }
        patience.during(shell.lang, || {
            match first {
                Ok(event) => shell.handle(event, &mut Turn { desk, now }),
                Err(_) => shell.woke(&mut Turn { desk, now }),
            }
            for event in events.try_iter().take(BATCH) {
                shell.handle(event, &mut Turn { desk, now });
            }
        });
    }
    Ok(())
}

/// Sleeps until something arrives or somebody's moment comes.
fn next(shell: &Shell, events: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
    match shell.wakes_at() {
        None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        Some(at) => events.recv_timeout(at.saturating_duration_since(moment())),
    }
}

/// The program in lines, from standard input to standard output, until it is left or the input ends.
pub fn open_plain(desk: &mut Desk, options: &Options, watch: impl FnOnce(Waker)) -> io::Result<()> {
    let (sender, events) = channel();
    let waker = Waker::new(sender.clone());
    let mut shell = Shell::new(options.house(), options.lang, plain::theme(), waker.clone());
    event::mind_signals(sender.clone())?;
    event::listen_to_lines(sender);
    watch(waker);
    shell.go(options.first.clone(), &mut Turn { desk, now: moment() });
    let echo = !io::stdin().is_terminal();
    let ended = talk(&mut shell, desk, &events, &mut io::stdout(), echo);
    if ended.is_err() {
        shell.handle(Event::Closing, &mut Turn { desk, now: moment() });
    }
    ended
}

/// Says what is new after every line, then waits for the next.
pub fn talk(
    shell: &mut Shell,
    desk: &mut Desk,
    events: &Receiver<Event>,
    out: &mut dyn io::Write,
    echo: bool,
) -> io::Result<()> {
    let mut talk = plain::Talk::new(out, echo);
    talk.begin(shell, &mut Turn { desk, now: moment() })?;
    while !shell.ended() {
        let event = next(shell, events);
        let mut turn = Turn { desk, now: moment() };
        let is_answered = matches!(event, Ok(Event::Line(_)));
        match event {
            Ok(Event::Line(line)) => talk.said(&line, shell, &mut turn)?,
            Ok(event) => shell.handle(event, &mut turn),
            Err(RecvTimeoutError::Timeout) => shell.woke(&mut turn),
            Err(RecvTimeoutError::Disconnected) => shell.handle(Event::Closing, &mut turn),
        }
        if shell.ended() {
            return talk.end(shell);
        }
        match is_answered {
            true => talk.show(shell, &mut turn)?,
            false => talk.woke(shell, &mut turn)?,
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
