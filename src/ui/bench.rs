//! For the foundation's own tests: two tiny screens, a shell around them, and the one place
//! that makes a `Desk` for tests, so that the rest need not know what it is made of.

use super::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use super::event::Waker;
use super::harness::Harness;
use super::input::Input;
use super::key::Key;
use super::overlay::dialog::{Answer, Dialog, Said};
use super::paint::{Click, Paint};
use super::screen::{MENU, Route};
use super::shell::{House, Shell, Turn};
use super::theme::{Ink, Theme};
use super::widget::field::Field;
use super::widget::kind::Kind;
use super::widget::picker::contains;
use crate::app::{Chance, Clock, Desk, Opened};
use crate::text::{self, Lang, Words};
use ratatui::layout::Size;
use std::cell::RefCell;
use std::ops::Deref;
use std::time::{Duration, Instant};
use tempfile::TempDir;

thread_local! {
    /// Folders of this test's desks, removed when its thread ends.
    static FOLDERS: RefCell<Vec<TempDir>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let (clock, chance) = (Clock::Fixed(1_788_739_560_000), Chance::Seeded(1));
    let opened = Opened { clock, chance, ..Opened::default() };
    let desk = Desk::init(&folder.path().join("data"), "育才培训学校", "140902", opened).unwrap();
    FOLDERS.with_borrow_mut(|folders| folders.push(folder));
    desk
}

#[expect(clippy::disallowed_methods, reason = "tests need some moment to count from")]
pub(super) fn moment() -> Instant {
    Instant::now()
}

/// A screen without a field: verbs on digits, one of them blocked, one that asks.
#[derive(Default)]
pub(super) struct Marksheet {
    pub(super) marked: String,
    pub(super) typed: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkCmd {
    Present,
    Late,
    Save,
    CallOff,
    Open,
    Hidden,
}

const fn mark(run: MarkCmd, keys: &'static [Key], name: Words, in_bar: bool) -> Command<MarkCmd> {
    Command { run, keys, name, help: text::shell::more_about, in_bar }
}

impl Screen for Marksheet {
    type Cmd = MarkCmd;
    const COMMANDS: &'static [Command<MarkCmd>] = &[
        mark(MarkCmd::Present, &[Key::Char('1')], text::shell::refreshed, true),
        mark(MarkCmd::Late, &[Key::Char('2')], text::shell::go_to, true),
        mark(MarkCmd::Save, &[Key::F(8)], text::form::required, true),
        mark(MarkCmd::CallOff, &[Key::Delete], text::shell::cancel, true),
        mark(MarkCmd::Open, &[Key::Enter], text::shell::palette, true),
        mark(MarkCmd::Hidden, &[], text::shell::keys_page, false),
    ];

    fn title(&self, lang: Lang) -> String {
        format!("{} > QZ-01", text::today::title(lang))
    }

    fn status(&self, _: Lang) -> String {
        "50/80".to_owned()
    }

    fn blocked(&self, cmd: MarkCmd) -> Option<Reason> {
        (cmd == MarkCmd::Save).then_some(Reason::Words(text::shell::no_match))
    }

    fn run(&mut self, cmd: MarkCmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {
            MarkCmd::Present => self.marked.push('1'),
            MarkCmd::Late => self.marked.push('2'),
            MarkCmd::Save => self.marked.push('S'),
            MarkCmd::Hidden => self.marked.push('H'),
            MarkCmd::CallOff => return Flow::Ask(Dialog::confirm("撤班", "QZ-01 的 50 人都会退出", "撤班")),
            MarkCmd::Open => return Flow::Go(Route::Keys),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        match input {
            Input::Text(text) => {
                self.typed.push_str(text);
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.said == Said::Yes {
            self.marked.clear();
            ctx.note.ok("已撤班");
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.typed = format!("{target:?}");
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        for y in 0..paint.height() {
            paint.text(y % 2, y, "买买提阿不都热合曼".repeat(4).as_str(), Ink::Text);
            paint.click(0, y, 40, 1, Click::Row(y.into()));
        }
        let line = format!("marked {} typed {}", self.marked, self.typed);
        paint.text(1, 0, &line, Ink::Text);
        paint.park(0, 3);
    }
}

/// A screen that is one field, and does not go before its text is gone or Esc is pressed twice.
pub(super) struct Writing {
    field: Field,
    warned: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WriteCmd {
    Save,
}

impl Screen for Writing {
    type Cmd = WriteCmd;
    const COMMANDS: &'static [Command<WriteCmd>] = &[Command {
        run: WriteCmd::Save,
        keys: &[Key::F(8)],
        name: text::form::required,
        help: text::shell::more_about,
        in_bar: true,
    }];

    fn title(&self, lang: Lang) -> String {
        text::shell::keys_page(lang).to_owned()
    }

    fn run(&mut self, _: WriteCmd, ctx: &mut Ctx<'_>) -> Flow {
        ctx.note.ok(format!("已保存 {}", self.field.text()));
        self.field.set("");
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.field.input(input).flow()
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, _: Lang) -> Option<String> {
        Some("写点什么".to_owned())
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.field.is_empty() || self.warned {
            return Flow::Back;
        }
        self.warned = true;
        ctx.note.warn(text::shell::unsaved(ctx.lang));
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.field.view(&mut paint.sub(5, 2, 10, 1), true);
    }
}

fn open(route: &Route, _: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(match route {
        Route::Keys => Box::new(Writing { field: Field::new(Kind::Text), warned: false }),
        _ => Box::new(Marksheet::default()),
    })
}

pub(super) fn shell(lang: Lang, first: Route, waker: Waker) -> (Shell, Desk) {
    let house = House {
        open,
        menu: MENU,
        search: Route::Keys,
        guide: Route::Keys,
        scanned: |_, _| Flow::Unused,
        matches: contains,
    };
    let mut shell = Shell::new(house, lang, Theme::mono().distrusting(false), waker);
    let mut desk = desk();
    shell.go(first, &mut Turn { desk: &mut desk, now: moment() });
    (shell, desk)
}

/// The harness around the two screens.
pub(super) struct Bench(Harness);

impl Bench {
    pub(super) fn new(first: Route) -> Self {
        Self::sized(first, Lang::Zh, Size::new(80, 24))
    }

    pub(super) fn sized(first: Route, lang: Lang, size: Size) -> Self {
        let (shell, desk) = shell(lang, first, Waker::default());
        Self(Harness::new(shell, desk, size, moment()))
    }

    pub(super) fn keys(&mut self, script: &str) -> &mut Self {
        self.0.keys(script);
        self
    }

    pub(super) fn input(&mut self, input: &Input) -> &mut Self {
        self.0.input(input);
        self
    }

    pub(super) fn pass(&mut self, time: Duration) -> &mut Self {
        self.0.pass(time);
        self
    }

    #[track_caller]
    pub(super) fn shows(&self, words: &str) -> &Self {
        assert!(self.page.contains(words), "no {words:?} in\n{}", self.page);
        self
    }
}

impl Deref for Bench {
    type Target = Harness;

    fn deref(&self) -> &Harness {
        &self.0
    }
}
