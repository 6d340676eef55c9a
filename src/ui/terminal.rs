//! The terminal on and off, and one frame onto it. Whatever is switched on here is switched off again,
//! also when the program dies. Nothing here knows what is drawn.

use super::look::Measured;
use super::shell::Shell;
use super::width::pad_right;
use crate::text::{self, Lang};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend, TestBackend};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A backend that can hold a frame back until it is complete.
pub trait Stage: Backend<Error: Display> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Whether clicks come to us or select text.
    fn catch_mouse(&mut self, _wanted: bool) -> io::Result<()> {
        Ok(())
    }

    fn ring(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> Stage for CrosstermBackend<W> {
    fn begin(&mut self) -> io::Result<()> {
        queue!(self, BeginSynchronizedUpdate)
    }

    fn end(&mut self) -> io::Result<()> {
        execute!(self, EndSynchronizedUpdate)
    }

    fn catch_mouse(&mut self, wanted: bool) -> io::Result<()> {
        if wanted { execute!(self, EnableMouseCapture) } else { execute!(self, DisableMouseCapture) }
    }

    fn ring(&mut self) -> io::Result<()> {
        queue!(self, Print('\u{7}'))
    }
}

impl Stage for TestBackend {}

/// One frame: cells, then the cursor where the shell put its caret.
pub fn draw<B: Stage>(shell: &mut Shell, stage: &mut Terminal<B>) -> io::Result<()> {
    let failed = |error: B::Error| io::Error::other(error.to_string());
    stage.backend_mut().begin()?;
    if shell.take_bell() {
        stage.backend_mut().ring()?;
    }
    if shell.take_repaint() {
        // not `clear`: that asks the terminal for its cursor, and the answer would go to the input thread
        let size = stage.size().map_err(failed)?;
        stage.resize(size.into()).map_err(failed)?;
    }
    // terminals that cannot hold a frame back would show the cursor running through it
    stage.hide_cursor().map_err(failed)?;
    let mut marks = None;
    let size = stage
        .draw(|frame| {
            let told = shell.view(frame.buffer_mut());
            if let Some(caret) = told.caret.filter(|caret| caret.shown) {
                frame.set_cursor_position(caret.at);
            }
            marks = Some(told);
        })
        .map_err(failed)?
        .area
        .as_size();
    let marks = marks.unwrap_or_default();
    if let Some(caret) = marks.caret.filter(|caret| !caret.shown) {
        stage.set_cursor_position(caret.at).map_err(failed)?;
    }
    shell.seen(marks, size);
    stage.backend_mut().end()
}

/// Shorter waits for another process are not worth a word.
const WORTH_A_WORD: Duration = Duration::from_millis(400);

/// Says on the message row that the file is busy, from inside the act that waits.
pub fn waiting(lang: Lang, disturbed: Arc<AtomicBool>) -> impl FnMut(Duration) + Send + 'static {
    move |waited| {
        if waited >= WORTH_A_WORD {
            say(text::desk::waiting(lang, waited.as_secs()), &disturbed);
        }
    }
}

/// Says there that the program is at work, from beside it.
pub fn at_work(disturbed: Arc<AtomicBool>) -> impl FnMut(Lang) + Send + 'static {
    move |lang| say(text::shell::at_work(lang), &disturbed)
}

/// Between two frames; `disturbed` then asks for a full one.
fn say(words: impl Display, disturbed: &AtomicBool) {
    let Ok((cols, rows)) = crossterm::terminal::size() else { return };
    if rows < 2 {
        return;
    }
    disturbed.store(true, Ordering::Relaxed);
    // one column stays free: a full row may scroll
    let words = pad_right(&format!(" {words}"), usize::from(cols.saturating_sub(1)));
    // a terminal that takes no words now takes the next frame, or ends the program there
    let _ = execute!(
        io::stdout().lock(),
        cursor::SavePosition,
        cursor::MoveTo(0, rows - 2),
        Print(words),
        cursor::RestorePosition
    );
}

/// `NO_COLOR` set to anything but nothing (no-color.org).
pub fn wants_no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Prints each sign in the corner and asks where the cursor then is. Nobody else may be reading the terminal
/// yet. One that does not answer is given up after the two seconds that crossterm waits.
pub fn measure() -> Measured {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Measured::Silent;
    }
    let measured = Measured::ask(|sign| {
        execute!(io::stdout(), cursor::MoveTo(0, 0), Print(sign))?;
        Ok(cursor::position()?.0)
    });
    // what cannot be wiped now is drawn over by the first frame
    let _ = execute!(io::stdout(), cursor::MoveTo(0, 0), Clear(ClearType::All));
    measured
}

/// The terminal is ours as long as this lives.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    pub fn enter() -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // a job that panics is news for the loop, which goes on (app::jobs)
            if std::thread::current().name() == Some("main") {
                restore();
            }
            before(panic);
        }));
        if wants_no_colour() {
            // crossterm's own answer to NO_COLOR also undoes bold and reverse
            crossterm::style::force_color_output(true);
        }
        enable_raw_mode()?;
        let guard = Self(());
        // without mouse capture a click freezes the old Windows console
        execute!(io::stdout(), EnterAlternateScreen, EnableMouseCapture)?;
        if cfg!(unix) {
            // Windows never reports a paste, and one terminal there turns its Enter into Ctrl+Enter
            execute!(io::stdout(), EnableBracketedPaste)?;
        }
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Everything off again. Each step is tried even if the one before failed: the shell needs what it can get.
pub fn restore() {
    let mut out = io::stdout();
    if cfg!(unix) {
        let _ = execute!(out, DisableBracketedPaste);
    }
    let _ = execute!(out, EndSynchronizedUpdate, DisableMouseCapture, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}
