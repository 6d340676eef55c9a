//! The frame around every screen: the stack of them, what lies over it, the message line,
//! and the order in which an input is offered. Knows no screen by name.

pub mod command;
mod draw;
mod flow;
mod gate;
mod mouse;
mod offer;
pub mod plain;
mod scan;
mod slow;
mod verbs;

use super::command::{AnyScreen, Ctx, Flow, Hears};
use super::event::{Event, RawEvent, Waker};
use super::input::{Decoder, Input};
use super::key::Key;
use super::note::Note;
use super::overlay::dialog::Dialog;
use super::overlay::help::Help;
use super::overlay::palette::Palette;
use super::overlay::sign_in::SignIn;
use super::paint::Marks;
use super::screen::{MenuLine, Route};
use super::theme::Theme;
use super::widget::picker::Matches;
use crate::app::Desk;
use crate::domain::id_number::IdNumber;
use crate::domain::reader::Reader;
use crate::domain::scan::Scanned;
use crate::text::Lang;
use command::ShellCmd;
pub(super) use draw::FOOT;
use gate::Parked;
use ratatui::layout::Size;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The least that every screen is drawn for.
pub const LEAST: Size = Size { width: 80, height: 24 };

/// Makes the screen of a route, or says in words why not.
pub type Opener = fn(&Route, &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String>;

/// What the shell needs to know of the program around it; tests give another.
#[derive(Clone)]
pub struct House {
    pub open: Opener,
    pub menu: &'static [MenuLine],
    pub search: Route,
    pub guide: Route,
    /// What a scan does on a page that makes nothing of it.
    pub scanned: fn(&Scanned, &mut Ctx<'_>) -> Flow,
    pub matches: Matches,
}

/// What is lent to the shell for one turn of the loop.
pub struct Turn<'a> {
    pub desk: &'a mut Desk,
    pub now: Instant,
}

impl Turn<'_> {
    /// With what the shell itself lends to a screen.
    const fn ctx<'c>(&'c mut self, lang: Lang, note: &'c mut Note, waker: &'c Waker) -> Ctx<'c> {
        Ctx { desk: self.desk, lang, now: self.now, note, waker }
    }
}

#[derive(Debug)]
enum Over {
    Nothing,
    Help(Help),
    Palette(Palette),
    Ask(Dialog),
}

pub struct Shell {
    pub lang: Lang,
    pub theme: Theme,
    house: House,
    stack: Vec<(Route, Box<dyn AnyScreen>)>,
    over: Over,
    /// Lies over everything else, also over what is asked.
    gate: Option<SignIn>,
    /// The first page of whoever comes anew.
    home: Route,
    /// Pages of those who are not at the desk now.
    parked: Vec<Parked>,
    warned_of_parked: bool,
    /// Who is signed in, where the centre asks for it.
    signed_in: Option<String>,
    /// The centre asked nobody to sign in when that was last looked at.
    was_open: bool,
    lock_after: Option<Duration>,
    last_input: Option<Instant>,
    note: Note,
    /// The key of this turn, as it was pressed.
    pressed: Option<Key>,
    decoder: Decoder,
    waker: Waker,
    /// What the last frame told: clicks are looked up here.
    marks: Marks,
    size: Size,
    ended: bool,
    repaint: bool,
    /// Whether clicks are wanted; without them the terminal itself can select text.
    mouse: bool,
    /// Set by whoever wrote on the terminal between two frames.
    disturbed: Arc<AtomicBool>,
    /// The number whose X was lost, while the question about it is open.
    lost_x: Option<IdNumber>,
    bell: Bell,
    /// The sixth digit of a PIN, or the last of a number, has just done its work: until then an Enter that comes next
    /// belongs to it.
    swallows_enter: Option<Instant>,
    typed: slow::Typed,
    /// The page on which the last scan ended.
    scanned_on: Option<Route>,
}

/// The terminal's bell, rung once per scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bell {
    Off,
    Quiet,
    Ringing,
}

impl Shell {
    pub fn new(house: House, lang: Lang, theme: Theme, waker: Waker) -> Self {
        Self {
            lang,
            theme,
            house,
            stack: Vec::new(),
            over: Over::Nothing,
            gate: None,
            home: Route::Today,
            parked: Vec::new(),
            warned_of_parked: false,
            signed_in: None,
            was_open: false,
            lock_after: None,
            last_input: None,
            note: Note::default(),
            pressed: None,
            decoder: Decoder::new(cfg!(windows)),
            waker,
            marks: Marks::default(),
            size: LEAST,
            ended: false,
            repaint: false,
            mouse: true,
            disturbed: Arc::default(),
            lost_x: None,
            bell: Bell::Quiet,
            swallows_enter: None,
            typed: slow::Typed::default(),
            scanned_on: None,
        }
    }

    /// What is known of the scanner or card reader at this station.
    pub fn listen_to(&mut self, reader: Reader) {
        self.bell = if reader.bell { Bell::Quiet } else { Bell::Off };
        self.decoder.listen_to(reader);
    }

    pub fn go(&mut self, route: Route, turn: &mut Turn<'_>) {
        if self.stack.is_empty() {
            self.home = route.clone();
            self.last_input = Some(turn.now);
        }
        self.apply(Flow::Go(route), None, turn);
        self.guard(turn);
    }

    /// The screen that has the keys, for whoever lists its verbs.
    pub fn top(&self) -> Option<&dyn AnyScreen> {
        self.stack.last().map(|(_, screen)| screen.as_ref())
    }

    pub const fn ended(&self) -> bool {
        self.ended
    }

    /// True once after something asked for the whole screen to be drawn anew.
    pub fn take_repaint(&mut self) -> bool {
        std::mem::take(&mut self.repaint) | self.disturbed.swap(false, Ordering::Relaxed)
    }

    /// For whoever writes on the terminal between two frames: the next one is then drawn in full.
    pub fn disturbed(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.disturbed)
    }

    pub const fn wants_mouse(&self) -> bool {
        self.mouse
    }

    pub fn note(&self) -> &str {
        self.note.text()
    }

    /// What the frame that is now on the terminal told.
    pub fn seen(&mut self, marks: Marks, size: Size) {
        self.marks = marks;
        self.size = size;
    }

    pub fn wakes_at(&self) -> Option<Instant> {
        let screen = self.stack.last().and_then(|(_, screen)| screen.wakes_at());
        let gate = self.gate.as_ref().and_then(SignIn::wakes_at);
        [self.decoder.wakes_at(), self.note.wakes_at(), screen, gate, self.locks_at()]
            .into_iter()
            .flatten()
            .min()
    }

    /// A moment came that somebody waited for.
    pub fn woke(&mut self, turn: &mut Turn<'_>) {
        self.feed(&[], turn.now, turn);
        if self.stack.last().and_then(|(_, screen)| screen.wakes_at()).is_some_and(|at| turn.now >= at) {
            self.with_top(turn, |screen, ctx| screen.woke(ctx));
        }
        if let Some(gate) = &mut self.gate {
            gate.woke(turn.now, self.lang);
        }
        self.locks(turn);
        self.note.tick(turn.now);
    }

    pub fn handle(&mut self, event: Event, turn: &mut Turn<'_>) {
        match event {
            Event::Input(batch, at) => self.feed(&batch, at, turn),
            Event::Elsewhere => {
                // The watcher sees our own changes too; only those of others are read again. A file that cannot be
                // asked will say so at the next verb.
                if turn.desk.changed_elsewhere().unwrap_or(false) {
                    self.listen_to(turn.desk.reader());
                    self.with_top(turn, |screen, ctx| screen.refresh(ctx));
                    self.guard(turn);
                }
            }
            Event::Day => self.new_day(turn),
            Event::Job(id) => self.job(id, turn),
            Event::Closing => self.closing(turn),
            // only the plain mode reads lines, and it understands them itself
            Event::Line(_) => {}
        }
        self.note.tick(turn.now);
    }

    /// The program was left on over midnight: what is on top says what is due today, and the day has its copy.
    fn new_day(&mut self, turn: &mut Turn<'_>) {
        self.with_top(turn, |screen, ctx| screen.refresh(ctx));
        if let Err(trouble) = turn.desk.copy_the_day() {
            self.with_ctx(turn, |ctx| ctx.fail(&trouble));
        }
    }

    fn feed(&mut self, batch: &[RawEvent], at: Instant, turn: &mut Turn<'_>) {
        let hears = self.hears() != Hears::Meanings;
        let mut inputs = self.decoder.listen_raw(hears);
        inputs.extend(self.decoder.feed(batch, at));
        for input in inputs {
            self.input(&input, turn);
        }
    }

    /// What lies over a page hears meanings, whatever the page does, unless it asks for what a device types.
    fn hears(&self) -> Hears {
        match (&self.over, self.top()) {
            _ if self.gate.is_some() => Hears::Meanings,
            (Over::Ask(dialog), _) if dialog.hears() => Hears::Devices,
            (Over::Nothing, Some(top)) => top.hears(),
            _ => Hears::Meanings,
        }
    }

    /// Nobody can be asked any more: every screen keeps what is half typed.
    fn closing(&mut self, turn: &mut Turn<'_>) {
        self.keep_all(turn);
        self.ended = true;
    }

    /// Every screen that is open may be the one that started the job; only the top one may lead elsewhere.
    fn job(&mut self, id: u64, turn: &mut Turn<'_>) {
        let mut flow = Flow::Stay;
        let parked = self.parked.iter_mut().flat_map(|parked| &mut parked.stack);
        for (_, screen) in parked.chain(&mut self.stack) {
            flow = screen.job(id, &mut turn.ctx(self.lang, &mut self.note, &self.waker));
        }
        if !matches!(flow, Flow::Unused) {
            self.apply(flow, None, turn);
        }
    }

    pub fn input(&mut self, input: &Input, turn: &mut Turn<'_>) {
        if !matches!(input, Input::Resize | Input::Focus) {
            let ends_number =
                *input == Input::Key(Key::Enter) && self.swallows_enter.is_some_and(|until| turn.now < until);
            if self.came_late(turn) || ends_number {
                return;
            }
        }
        let acts = turn.desk.acts_here();
        self.offered(input, turn);
        self.mind_slow_reader(input, acts, turn);
        self.guard(turn);
    }

    /// Somebody is at work. True for what was meant before the cover was there to be seen.
    fn came_late(&mut self, turn: &mut Turn<'_>) -> bool {
        self.swallows_enter = None;
        let is_late = self.locks(turn);
        self.last_input = Some(turn.now);
        is_late
    }

    fn offered(&mut self, input: &Input, turn: &mut Turn<'_>) {
        match input {
            Input::Resize | Input::Focus => self.repaint = true,
            // nothing is run that cannot be seen
            _ if self.is_small() => {
                if matches!(input, Input::Key(key) if key.meant() == Key::Ctrl('q')) {
                    self.run(ShellCmd::Quit, turn);
                }
            }
            Input::Mouse(mouse) => self.mouse(*mouse, turn),
            Input::Scan(scanned) => self.scanned(scanned, turn),
            Input::ScanAgain(scanned) => self.scanned_again(scanned, turn),
            Input::Text(_) | Input::Paste(_) | Input::Key(_) | Input::Heard(_) => {
                self.note.seen();
                self.pressed = if let Input::Key(key) = input { Some(*key) } else { None };
                let input = match input {
                    Input::Key(key) if self.hears() != Hears::Everything => Input::Key(key.meant()),
                    other => other.clone(),
                };
                if !self.overlaid(&input, turn) {
                    self.offer(&input, turn);
                }
            }
        }
    }

    const fn is_small(&self) -> bool {
        self.size.width < LEAST.width || self.size.height < LEAST.height
    }

    fn with_top<T>(
        &mut self,
        turn: &mut Turn<'_>,
        work: impl FnOnce(&mut dyn AnyScreen, &mut Ctx<'_>) -> T,
    ) -> Option<T> {
        let (_, screen) = self.stack.last_mut()?;
        Some(work(screen.as_mut(), &mut turn.ctx(self.lang, &mut self.note, &self.waker)))
    }

    fn with_ctx<T>(&mut self, turn: &mut Turn<'_>, work: impl FnOnce(&mut Ctx<'_>) -> T) -> T {
        work(&mut turn.ctx(self.lang, &mut self.note, &self.waker))
    }
}

#[cfg(test)]
mod tests;
