//! Verbs and screens: what a screen declares, and the same without its own command type, for the shell.
//! A key is written in a `COMMANDS` table and nowhere else.

use super::event::Waker;
use super::input::Input;
use super::key::Key;
use super::look::Look;
use super::note::Note;
use super::overlay::dialog::{Answer, Dialog};
use super::paint::{Click, Paint};
use super::screen::Route;
use crate::app::{Desk, Trouble, words};
use crate::domain::operator::Right;
use crate::domain::reader::Reader;
use crate::domain::scan::Scanned;
use crate::text::{self, Lang, Words};
use std::path::PathBuf;
use std::time::Instant;

/// A verb: its keys, its words, where it is shown. Nothing else knows its key.
pub struct Command<C: 'static> {
    pub run: C,
    /// The first is shown; none means found in the palette only.
    pub keys: &'static [Key],
    pub name: Words,
    pub help: Words,
    pub in_bar: bool,
}

/// A verb that stands in the bar as far as there is room.
pub const fn shown<C>(run: C, keys: &'static [Key], name: Words, help: Words) -> Command<C> {
    Command { run, keys, name, help, in_bar: true }
}

/// A verb that is found under F9 or by its key.
pub const fn quiet<C>(run: C, keys: &'static [Key], name: Words, help: Words) -> Command<C> {
    Command { run, keys, name, help, in_bar: false }
}

/// Why a verb cannot be done now, in words.
pub enum Reason {
    Words(Words),
    Built(Box<dyn Fn(Lang) -> String>),
}

impl Reason {
    pub fn built(words: impl Fn(Lang) -> String + 'static) -> Self {
        Self::Built(Box::new(words))
    }

    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Words(words) => words(lang).to_owned(),
            Self::Built(words) => words(lang),
        }
    }
}

/// What a verb may touch.
pub struct Ctx<'a> {
    pub desk: &'a mut Desk,
    pub lang: Lang,
    /// The moment of this turn of the loop. For waiting, never for dates.
    pub now: Instant,
    pub note: &'a mut Note,
    /// For jobs: wakes the loop from another thread.
    pub waker: &'a Waker,
}

impl Ctx<'_> {
    /// Says on the message line what stood in the way.
    pub fn fail(&mut self, trouble: &Trouble) {
        self.note.error(words::trouble(self.lang, trouble));
    }

    /// Says at once that whoever acts may not; true if they may.
    pub fn may(&mut self, right: Right) -> bool {
        let allowed = self.desk.may(right);
        if let Err(trouble) = &allowed {
            self.fail(trouble);
        }
        allowed.is_ok()
    }

    /// Takes this program's newest act back and says which it was, or why not; true if it was taken back.
    pub fn take_back(&mut self) -> bool {
        let taken_back = self.desk.undo_last();
        match &taken_back {
            Ok(act) => self.note.ok(text::desk::undone(self.lang, &words::act(self.lang, act))),
            Err(trouble) => self.fail(trouble),
        }
        taken_back.is_ok()
    }
}

/// What a verb may cause in the shell.
pub enum Flow {
    Stay,
    /// The input means nothing here; the next in line may have it.
    Unused,
    Go(Route),
    /// As `Go`, but this screen is not come back to.
    Replace(Route),
    /// Leaves without asking `leave` again.
    Back,
    Ask(Dialog),
    Quit,
    /// From now on the program speaks this language, if one is named, and looks like this.
    Dress(Option<Lang>, Look),
    /// Puts this copy of the data in the place of the file; every page is closed, what is half typed is kept.
    Restore(PathBuf),
    /// From now on this is known of the device.
    Listen(Reader),
}

/// How much of what arrives a page wants as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hears {
    /// Scans as what they mean, second names of keys as the first.
    Meanings,
    /// Devices as they type: `Input::Heard` instead of `scanned`.
    Devices,
    /// The same, and every key under its own name.
    Everything,
}

pub trait Screen {
    type Cmd: Copy + PartialEq + 'static;
    const COMMANDS: &'static [Command<Self::Cmd>];

    /// The breadcrumb, left in the first row.
    fn title(&self, lang: Lang) -> String;

    /// Right in the first row: what is being counted, who sits here.
    fn status(&self, _lang: Lang) -> String {
        String::new()
    }

    fn blocked(&self, _cmd: Self::Cmd) -> Option<Reason> {
        None
    }

    fn run(&mut self, cmd: Self::Cmd, ctx: &mut Ctx<'_>) -> Flow;

    /// Text, pastes and keys that no command of this screen binds; `Unused` passes them on.
    fn typed(&mut self, _input: &Input, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// A scanner or card reader. `Unused` does what a scan does on any page: it opens the person.
    /// It never saves, deletes or confirms anything.
    fn scanned(&mut self, _scanned: &Scanned, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// Whether the last scan did its work here, so that the same card a moment later is only held too long.
    fn took_scan(&self) -> bool {
        true
    }

    fn hears(&self) -> Hears {
        Hears::Meanings
    }

    /// True while a text field has the focus: characters then are text, not commands.
    fn has_field(&self) -> bool {
        false
    }

    /// A sentence on the focused field, for F1.
    fn field_help(&self, _lang: Lang) -> Option<String> {
        None
    }

    /// Shown for the first time, or again after another screen.
    fn enter(&mut self, ctx: &mut Ctx<'_>) {
        self.refresh(ctx);
    }

    /// The data may have changed under us: read again, keep what is chosen and typed.
    fn refresh(&mut self, _ctx: &mut Ctx<'_>) {}

    fn wakes_at(&self) -> Option<Instant> {
        None
    }

    fn woke(&mut self, _ctx: &mut Ctx<'_>) {}

    /// The job of this number has news.
    fn job(&mut self, _id: u64, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Stay
    }

    /// Something is typed that is kept nowhere but here.
    fn is_dirty(&self) -> bool {
        false
    }

    /// Asked before Esc and quitting: `Back` lets go, anything else stays (and should say why).
    fn leave(&mut self, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Back
    }

    /// The program is told to end and asks nobody: what is half typed is kept as a draft.
    fn closing(&mut self, _ctx: &mut Ctx<'_>) {}

    /// Ctrl+Z where no field took it: undo crosses screens, and says what it did.
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if ctx.take_back() {
            self.refresh(ctx);
        }
        Flow::Stay
    }

    fn redo(&mut self, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// The answer to a dialog that this screen asked for.
    fn answered(&mut self, _answer: Answer, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Stay
    }

    fn click(&mut self, _target: Click, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// Only looks.
    fn view(&self, paint: &mut Paint<'_>);
}

/// A command as bar, help, palette and README show it.
#[derive(Debug, Clone)]
pub struct Hint {
    pub keys: &'static [Key],
    pub name: &'static str,
    pub help: &'static str,
    pub in_bar: bool,
    pub blocked: Option<String>,
}

pub enum Pressed {
    /// No command has this key.
    Unbound,
    Blocked {
        name: &'static str,
        why: String,
    },
    Ran(Flow),
}

/// The hints of any table of commands, blocked ones with their reason.
pub fn hints<C: Copy>(
    commands: &'static [Command<C>],
    lang: Lang,
    blocked: impl Fn(C) -> Option<Reason>,
) -> Vec<Hint> {
    commands
        .iter()
        .map(|command| Hint {
            keys: command.keys,
            name: (command.name)(lang),
            help: (command.help)(lang),
            in_bar: command.in_bar,
            blocked: blocked(command.run).map(|reason| reason.say(lang)),
        })
        .collect()
}

/// Where in a table of commands this key stands.
pub fn bound<C>(commands: &[Command<C>], key: Key) -> Option<usize> {
    commands.iter().position(|command| command.keys.contains(&key))
}

/// A `Screen` without its command type; the shell holds these.
pub trait AnyScreen {
    fn title(&self, lang: Lang) -> String;
    fn status(&self, lang: Lang) -> String;
    fn hints(&self, lang: Lang) -> Vec<Hint>;
    fn binds(&self, key: Key) -> bool;
    fn press(&mut self, key: Key, ctx: &mut Ctx<'_>) -> Pressed;
    /// Runs the nth command.
    fn pick(&mut self, nth: usize, ctx: &mut Ctx<'_>) -> Pressed;
    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow;
    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow;
    fn took_scan(&self) -> bool;
    fn hears(&self) -> Hears;
    fn has_field(&self) -> bool;
    fn field_help(&self, lang: Lang) -> Option<String>;
    fn enter(&mut self, ctx: &mut Ctx<'_>);
    fn refresh(&mut self, ctx: &mut Ctx<'_>);
    fn wakes_at(&self) -> Option<Instant>;
    fn woke(&mut self, ctx: &mut Ctx<'_>);
    fn job(&mut self, id: u64, ctx: &mut Ctx<'_>) -> Flow;
    fn is_dirty(&self) -> bool;
    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow;
    fn closing(&mut self, ctx: &mut Ctx<'_>);
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow;
    fn redo(&mut self, ctx: &mut Ctx<'_>) -> Flow;
    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow;
    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow;
    fn view(&self, paint: &mut Paint<'_>);
}

impl<S: Screen> AnyScreen for S {
    fn title(&self, lang: Lang) -> String {
        Screen::title(self, lang)
    }
    fn status(&self, lang: Lang) -> String {
        Screen::status(self, lang)
    }
    fn hints(&self, lang: Lang) -> Vec<Hint> {
        hints(S::COMMANDS, lang, |cmd| self.blocked(cmd))
    }
    fn binds(&self, key: Key) -> bool {
        bound(S::COMMANDS, key).is_some()
    }
    fn press(&mut self, key: Key, ctx: &mut Ctx<'_>) -> Pressed {
        bound(S::COMMANDS, key).map_or(Pressed::Unbound, |nth| AnyScreen::pick(self, nth, ctx))
    }
    fn pick(&mut self, nth: usize, ctx: &mut Ctx<'_>) -> Pressed {
        let Some(command) = S::COMMANDS.get(nth) else { return Pressed::Unbound };
        match self.blocked(command.run) {
            Some(reason) => Pressed::Blocked { name: (command.name)(ctx.lang), why: reason.say(ctx.lang) },
            None => Pressed::Ran(Screen::run(self, command.run, ctx)),
        }
    }
    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        Screen::typed(self, input, ctx)
    }
    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        Screen::scanned(self, scanned, ctx)
    }
    fn took_scan(&self) -> bool {
        Screen::took_scan(self)
    }
    fn hears(&self) -> Hears {
        Screen::hears(self)
    }
    fn has_field(&self) -> bool {
        Screen::has_field(self)
    }
    fn field_help(&self, lang: Lang) -> Option<String> {
        Screen::field_help(self, lang)
    }
    fn enter(&mut self, ctx: &mut Ctx<'_>) {
        Screen::enter(self, ctx);
    }
    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        Screen::refresh(self, ctx);
    }
    fn wakes_at(&self) -> Option<Instant> {
        Screen::wakes_at(self)
    }
    fn woke(&mut self, ctx: &mut Ctx<'_>) {
        Screen::woke(self, ctx);
    }
    fn job(&mut self, id: u64, ctx: &mut Ctx<'_>) -> Flow {
        Screen::job(self, id, ctx)
    }
    fn is_dirty(&self) -> bool {
        Screen::is_dirty(self)
    }
    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        Screen::leave(self, ctx)
    }
    fn closing(&mut self, ctx: &mut Ctx<'_>) {
        Screen::closing(self, ctx);
    }
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        Screen::undo(self, ctx)
    }
    fn redo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        Screen::redo(self, ctx)
    }
    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        Screen::answered(self, answer, ctx)
    }
    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        Screen::click(self, target, ctx)
    }
    fn view(&self, paint: &mut Paint<'_>) {
        Screen::view(self, paint);
    }
}
