//! The frame around every screen: the stack of them, what lies over it, the message line,
//! and the order in which an input is offered. Knows no screen by name.

pub mod command;
mod draw;
mod mouse;

use super::command::{AnyScreen, Ctx, Flow, Hint, Pressed, bound, hints};
use super::event::{Event, Waker};
use super::input::{Decoder, Input};
use super::key::Key;
use super::note::Note;
use super::overlay::dialog::Dialog;
use super::overlay::help::Help;
use super::overlay::palette::{Chosen, Palette, Pick};
use super::paint::Marks;
use super::screen::{MenuLine, Route};
use super::theme::Theme;
use super::widget::picker::Matches;
use crate::app::Desk;
use crate::text::{self, Lang};
use command::{COMMANDS, ShellCmd};
use ratatui::layout::Size;
use std::time::Instant;

/// The least that every screen is drawn for.
pub const LEAST: Size = Size { width: 80, height: 24 };

/// As many characters at once may be commands typed fast; more are a scan or a paste and never run anything.
const TYPED_FAST: usize = 4;

/// What the shell needs to know of the program around it; tests give another.
#[derive(Clone)]
pub struct House {
    pub open: fn(Route, &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String>,
    pub menu: &'static [MenuLine],
    pub search: Route,
    pub matches: Matches,
}

/// What is lent to the shell for one turn of the loop.
pub struct Turn<'a> {
    pub desk: &'a mut Desk,
    pub now: Instant,
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
    note: Note,
    decoder: Decoder,
    waker: Waker,
    /// What the last frame told: clicks are looked up here.
    marks: Marks,
    size: Size,
    ended: bool,
    repaint: bool,
}

impl Shell {
    pub fn new(house: House, lang: Lang, theme: Theme, waker: Waker) -> Self {
        Self {
            lang,
            theme,
            house,
            stack: Vec::new(),
            over: Over::Nothing,
            note: Note::default(),
            decoder: Decoder::new(cfg!(windows)),
            waker,
            marks: Marks::default(),
            size: LEAST,
            ended: false,
            repaint: false,
        }
    }

    pub fn go(&mut self, route: Route, turn: &mut Turn<'_>) {
        self.apply(Flow::Go(route), None, turn);
    }

    pub const fn ended(&self) -> bool {
        self.ended
    }

    /// True once after something asked for the whole screen to be drawn anew.
    pub fn take_repaint(&mut self) -> bool {
        std::mem::take(&mut self.repaint)
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
        [self.decoder.wakes_at(), self.note.wakes_at(), screen].into_iter().flatten().min()
    }

    /// A moment came that somebody waited for.
    pub fn woke(&mut self, turn: &mut Turn<'_>) {
        let inputs = self.decoder.feed(&[], turn.now);
        for input in inputs {
            self.input(&input, turn);
        }
        if self.stack.last().and_then(|(_, screen)| screen.wakes_at()).is_some_and(|at| turn.now >= at) {
            self.with_top(turn, |screen, ctx| screen.woke(ctx));
        }
        self.note.tick(turn.now);
    }

    pub fn handle(&mut self, event: Event, turn: &mut Turn<'_>) {
        match event {
            Event::Input(batch) => {
                for input in self.decoder.feed(&batch, turn.now) {
                    self.input(&input, turn);
                }
            }
            Event::Elsewhere => {
                self.with_top(turn, |screen, ctx| screen.refresh(ctx));
            }
            Event::Job(id) => self.job(id, turn),
            Event::Closing => self.ended = true,
        }
        self.note.tick(turn.now);
    }

    /// Every screen that is open may be the one that started the job; only the top one may lead elsewhere.
    fn job(&mut self, id: u64, turn: &mut Turn<'_>) {
        let mut flow = Flow::Stay;
        for (_, screen) in &mut self.stack {
            let mut ctx = Ctx {
                desk: turn.desk,
                lang: self.lang,
                now: turn.now,
                note: &mut self.note,
                waker: &self.waker,
            };
            flow = screen.job(id, &mut ctx);
        }
        if !matches!(flow, Flow::Unused) {
            self.apply(flow, None, turn);
        }
    }

    pub fn input(&mut self, input: &Input, turn: &mut Turn<'_>) {
        match input {
            Input::Resize | Input::Focus => self.repaint = true,
            // nothing is run that cannot be seen
            _ if self.is_small() => {
                if matches!(input, Input::Key(key) if key.meant() == Key::Ctrl('q')) {
                    self.run(ShellCmd::Quit, turn);
                }
            }
            Input::Mouse(mouse) => self.mouse(*mouse, turn),
            Input::Text(_) | Input::Paste(_) | Input::Key(_) => {
                self.note.seen();
                let input = if let Input::Key(key) = input { Input::Key(key.meant()) } else { input.clone() };
                if !self.overlaid(&input, turn) {
                    self.offer(&input, turn);
                }
            }
        }
    }

    const fn is_small(&self) -> bool {
        self.size.width < LEAST.width || self.size.height < LEAST.height
    }

    /// What lies over the screen takes everything.
    fn overlaid(&mut self, input: &Input, turn: &mut Turn<'_>) -> bool {
        if *input == Input::Key(Key::Ctrl('l')) {
            self.run(ShellCmd::Repaint, turn);
            return true;
        }
        let matches = self.house.matches;
        match &mut self.over {
            Over::Nothing => return false,
            Over::Help(help) => {
                if help.input(input) {
                    self.close();
                }
            }
            Over::Palette(palette) => {
                let chosen = palette.input(input, matches);
                self.chosen(chosen, turn);
            }
            Over::Ask(dialog) => {
                let answer = dialog.input(input, matches);
                self.answered(answer, turn);
            }
        }
        true
    }

    /// Screen first, then the shell: text to the field, signs and keys to commands, then the rest.
    fn offer(&mut self, input: &Input, turn: &mut Turn<'_>) {
        match input {
            Input::Key(key) => self.key(*key, turn),
            Input::Text(text) if !self.has_field() => self.typed_as_commands(text, turn),
            _ => {
                let flow = self.typed(input, turn);
                self.apply(flow, None, turn);
            }
        }
    }

    fn has_field(&self) -> bool {
        self.stack.last().is_some_and(|(_, screen)| screen.has_field())
    }

    fn typed(&mut self, input: &Input, turn: &mut Turn<'_>) -> Flow {
        self.with_top(turn, |screen, ctx| screen.typed(input, ctx)).unwrap_or(Flow::Unused)
    }

    fn typed_as_commands(&mut self, text: &str, turn: &mut Turn<'_>) {
        let keys: Vec<Key> = text.chars().map(Key::typed).collect();
        let all_bound = keys.iter().all(|key| self.binds(*key) || key.sign_meant() != *key);
        if all_bound && keys.len() <= TYPED_FAST {
            for key in keys {
                // an earlier one may have opened a dialog or another screen: the rest was not meant for it
                if !matches!(self.over, Over::Nothing) {
                    break;
                }
                self.key(if self.binds(key) { key } else { key.sign_meant() }, turn);
            }
            return;
        }
        let flow = self.typed(&Input::text(text), turn);
        self.apply(flow, keys.first().copied().filter(|_| keys.len() == 1), turn);
    }

    fn binds(&self, key: Key) -> bool {
        self.stack.last().is_some_and(|(_, screen)| screen.binds(key))
    }

    fn key(&mut self, key: Key, turn: &mut Turn<'_>) {
        let pressed = self.with_top(turn, |screen, ctx| screen.press(key, ctx)).unwrap_or(Pressed::Unbound);
        let flow = match pressed {
            Pressed::Unbound => self.typed(&Input::Key(key), turn),
            other => return self.pressed(other, Some(key), turn),
        };
        match (flow, bound(COMMANDS, key).and_then(|nth| COMMANDS.get(nth))) {
            (Flow::Unused, Some(command)) => self.run(command.run, turn),
            (flow, _) => self.apply(flow, Some(key), turn),
        }
    }

    fn pressed(&mut self, pressed: Pressed, key: Option<Key>, turn: &mut Turn<'_>) {
        match pressed {
            Pressed::Unbound => {}
            Pressed::Blocked { name, why } => self.note.warn(text::shell::is_blocked(self.lang, name, &why)),
            Pressed::Ran(flow) => self.apply(flow, key, turn),
        }
    }

    fn run(&mut self, cmd: ShellCmd, turn: &mut Turn<'_>) {
        let lang = self.lang;
        match cmd {
            ShellCmd::Back => self.back(turn),
            ShellCmd::Search => self.apply(Flow::Go(self.house.search.clone()), None, turn),
            ShellCmd::Refresh => {
                self.with_top(turn, |screen, ctx| {
                    ctx.note.ok(text::shell::refreshed(lang));
                    screen.refresh(ctx);
                });
            }
            ShellCmd::Undo => self.take_back(|screen, ctx| screen.undo(ctx), text::shell::nothing_to_undo, turn),
            ShellCmd::Redo => self.take_back(|screen, ctx| screen.redo(ctx), text::shell::nothing_to_redo, turn),
            ShellCmd::Copy => self.note.warn(text::shell::copy_note(lang)),
            ShellCmd::Paste => self.note.warn(text::shell::paste_note(lang)),
            ShellCmd::Repaint => self.repaint = true,
            ShellCmd::Quit => self.quit(turn),
            ShellCmd::More => {
                let palette = Palette::new(lang, &self.screen_hints(), self.house.menu, &hints(COMMANDS, lang, |_| None));
                self.over = Over::Palette(palette);
            }
            ShellCmd::Help => {
                let screen = self.stack.last().map(|(_, screen)| (screen.title(lang), screen.field_help(lang)));
                let (title, field) = screen.unwrap_or_default();
                self.over = Over::Help(Help::new(title, field, self.screen_hints(), hints(COMMANDS, lang, |_| None)));
            }
        }
    }

    fn take_back(
        &mut self, ask: impl FnOnce(&mut dyn AnyScreen, &mut Ctx<'_>) -> Flow, none: fn(Lang) -> &'static str,
        turn: &mut Turn<'_>,
    ) {
        match self.with_top(turn, ask) {
            None | Some(Flow::Unused) => self.note.warn(none(self.lang)),
            Some(flow) => self.apply(flow, None, turn),
        }
    }

    fn screen_hints(&self) -> Vec<Hint> {
        self.stack.last().map(|(_, screen)| screen.hints(self.lang)).unwrap_or_default()
    }

    fn chosen(&mut self, chosen: Chosen, turn: &mut Turn<'_>) {
        let pick = match chosen {
            Chosen::Nothing => return,
            Chosen::Closed => return self.close(),
            Chosen::Run(pick) => pick,
        };
        self.close();
        match pick {
            Pick::Screen(nth) => {
                if let Some(pressed) = self.with_top(turn, |screen, ctx| screen.pick(nth, ctx)) {
                    self.pressed(pressed, None, turn);
                }
            }
            Pick::Menu(nth) => {
                if let Some(line) = self.house.menu.get(nth) {
                    self.apply(Flow::Go(line.route.clone()), None, turn);
                }
            }
            Pick::Shell(nth) => {
                if let Some(command) = COMMANDS.get(nth) {
                    self.run(command.run, turn);
                }
            }
        }
    }

    fn answered(&mut self, answer: Option<super::overlay::dialog::Answer>, turn: &mut Turn<'_>) {
        let Some(answer) = answer else { return };
        self.close();
        if let Some(flow) = self.with_top(turn, |screen, ctx| screen.answered(answer, ctx)) {
            self.apply(flow, None, turn);
        }
    }

    /// Some terminals leave ink where a box lay over hanzi.
    fn close(&mut self) {
        self.over = Over::Nothing;
        self.repaint = true;
    }

    /// Does what a verb asked for; `key` is named if it turns out to mean nothing here.
    fn apply(&mut self, flow: Flow, key: Option<Key>, turn: &mut Turn<'_>) {
        match flow {
            Flow::Stay => {}
            Flow::Unused => match key {
                Some(key) => self.note.warn(text::shell::unused(self.lang, &key.label(self.lang))),
                None => self.note.warn(text::shell::unused_text(self.lang)),
            },
            Flow::Go(route) => self.open(route, false, turn),
            Flow::Replace(route) => self.open(route, true, turn),
            Flow::Back => self.pop(turn),
            Flow::Ask(dialog) => self.over = Over::Ask(dialog),
            Flow::Quit => self.quit(turn),
            Flow::Speak(lang) => self.lang = lang,
        }
    }

    fn open(&mut self, route: Route, replace: bool, turn: &mut Turn<'_>) {
        if !replace && self.stack.last().is_some_and(|(top, _)| *top == route) {
            self.note.warn(text::shell::already_here(self.lang));
            return;
        }
        let opener = self.house.open;
        let mut ctx =
            Ctx { desk: turn.desk, lang: self.lang, now: turn.now, note: &mut self.note, waker: &self.waker };
        match opener(route.clone(), &mut ctx) {
            Ok(mut screen) => {
                screen.enter(&mut ctx);
                if replace {
                    self.stack.pop();
                }
                self.stack.push((route, screen));
            }
            Err(why) => self.note.error(text::shell::cannot_open(self.lang, &why)),
        }
    }

    fn back(&mut self, turn: &mut Turn<'_>) {
        if self.stack.len() < 2 {
            self.note.warn(text::shell::at_the_root(self.lang));
            return;
        }
        if let Some(flow) = self.with_top(turn, |screen, ctx| screen.leave(ctx)) {
            self.apply(flow, None, turn);
        }
    }

    fn pop(&mut self, turn: &mut Turn<'_>) {
        if self.stack.len() < 2 {
            self.note.warn(text::shell::at_the_root(self.lang));
            return;
        }
        self.stack.pop();
        self.with_top(turn, |screen, ctx| screen.enter(ctx));
    }

    /// Every open screen may object, the top one first; those that agreed are closed by then.
    fn quit(&mut self, turn: &mut Turn<'_>) {
        loop {
            match self.with_top(turn, |screen, ctx| screen.leave(ctx)) {
                None => break,
                Some(Flow::Back) if self.stack.len() > 1 => {
                    self.stack.pop();
                }
                Some(Flow::Back) => break,
                Some(flow) => return self.apply(flow, None, turn),
            }
        }
        self.ended = true;
    }

    fn with_top<T>(
        &mut self, turn: &mut Turn<'_>, work: impl FnOnce(&mut dyn AnyScreen, &mut Ctx<'_>) -> T,
    ) -> Option<T> {
        let (_, screen) = self.stack.last_mut()?;
        let mut ctx =
            Ctx { desk: turn.desk, lang: self.lang, now: turn.now, note: &mut self.note, waker: &self.waker };
        Some(work(screen.as_mut(), &mut ctx))
    }
}

#[cfg(test)]
mod tests;
