//! No verb: the screen, with what runs beside it: a watcher for changes by others and for the next day, and the day's
//! copy.

use super::call::{self, Call};
use super::fault::Failure;
use super::verb::{Kind, Opt};
use crate::app::Clock;
use crate::app::Desk;
use crate::app::Trouble;
use crate::app::jobs;
use crate::app::pinyin;
use crate::store::StoreError;
use crate::store::Watch;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::plain as words;
use crate::ui;
use crate::ui::Options;
use crate::ui::event::Waker;
use crate::ui::look::{Ambiguous, Borders, Look};
use crate::ui::theme::Palette;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How often others' changes are looked for. SQLite answers from memory.
const LOOK: Duration = Duration::from_secs(1);
/// How long leaving waits for a copy that is being made.
const PATIENCE: Duration = Duration::from_secs(30);

/// Options of the screen: of a line without a verb, and of verbs that end in it.
pub(super) const OPTIONS: &[Opt] = &[PLAIN, THEME, BORDERS, AMBIGUOUS];
pub(super) const PLAIN: Opt = Opt::new("plain", Kind::Flag, words::opt);
pub(super) const THEME: Opt = Opt::new("theme", Kind::One(&Palette::KEYS), t::opt_theme);
pub(super) const BORDERS: Opt = Opt::new("borders", Kind::One(&Borders::KEYS), t::opt_borders);
pub(super) const AMBIGUOUS: Opt = Opt::new("ambiguous", Kind::One(&Ambiguous::KEYS), t::opt_ambiguous);

pub(super) fn run(call: &mut Call<'_>) -> Result<(), Failure> {
    let folder = call.folder()?;
    let desk = Desk::open(&folder, call.opened()).map_err(|trouble| {
        if matches!(trouble, Trouble::Store(StoreError::Missing(_))) {
            call.tell(t::how_to_begin(call.lang));
        }
        trouble
    })?;
    if !call.env.is_terminal && !call.flag("plain") {
        return Err(Failure::NoTerminal);
    }
    show(call, desk)
}

/// The screen on an open desk, until it is left.
pub(super) fn show(call: &mut Call<'_>, mut desk: Desk) -> Result<(), Failure> {
    let settings = desk.settings()?;
    let said = call.given.lang().or(Lang::from_key(&settings.lang));
    let look = wished(call).or(Look::set(&settings.theme, &settings.lines));
    let options = Options { look, matches: pinyin::fit, ..Options::new(said.unwrap_or(call.env.lang)) };
    let file = desk.watch()?;
    desk.copy_the_day()?;
    let (leave, left) = channel();
    let clock = call.opened().clock;
    let watched = |waker| watch(file, clock, left, waker);
    let shown = if call.flag("plain") {
        desk.on_wait(call::waiting(options.lang));
        ui::open_plain(&mut desk, &options, watched)
    } else {
        ui::open(&mut desk, options, watched)
    };
    drop(leave);
    // a copy under way is worth a moment; a longer one is begun anew the next time
    desk.await_copy(PATIENCE);
    shown.map_err(|error| Failure::Terminal(error.kind()))
}

/// What the line says of the look.
fn wished(call: &Call<'_>) -> Look {
    Look {
        palette: call.text("theme").and_then(Palette::from_key),
        borders: Borders::from_key(call.text("borders").unwrap_or_default()),
        ambiguous: Ambiguous::from_key(call.text("ambiguous").unwrap_or_default()),
    }
}

/// Wakes the loop when the file moved or a new day began, until the screen is left.
fn watch(file: Watch, clock: Clock, left: Receiver<()>, waker: Waker) {
    let look = move || {
        let (mut seen, mut day) = (file.data_version().ok(), clock.now().day);
        while left.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
            let today = clock.now().day;
            if today != day {
                day = today;
                waker.day();
            }
            // what cannot be asked now is asked again a second later
            let Ok(version) = file.data_version() else { continue };
            if seen.replace(version) != Some(version) {
                waker.elsewhere();
            }
        }
    };
    jobs::spawn(look, |_| ());
}
