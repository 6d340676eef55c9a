//! Who did what, when: acts newest first, more as one goes down, and what each of them changed. Signing in is left out
//! until it is asked for: where everybody signs in, it hides what was done.

mod changes;
mod columns;
mod view;

use crate::app::undo::is_undoable;
use crate::app::words as say;
use crate::domain::ids::ActId;
use crate::store::rows::ActRow;
use crate::text::Lang;
use crate::text::audit as words;
use crate::text::desk;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::table::Table;
use changes::Line;
use std::cell::Cell;

/// Acts read at a time, and how near the end more are read.
const PAGE: u32 = 200;
const NEAR: usize = 40;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let table = Table::new(view::COLUMNS, |act: &ActRow| act.id.0).inked(view::ink);
    Ok(Box::new(Audit {
        acts: Vec::new(),
        all: 0,
        listed: Listed::Deeds { left_out: 0 },
        ended: false,
        table,
        details: None,
        asked: None,
    }))
}

pub(super) struct Audit {
    acts: Vec<ActRow>,
    /// Acts of the file.
    all: i64,
    listed: Listed,
    /// The first act of the file is read.
    ended: bool,
    table: Table<ActRow>,
    details: Option<Details>,
    /// The act that is to be taken back, while that is asked.
    asked: Option<ActRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    All,
    /// All but signing in and wrong PINs; so many are left out.
    Deeds {
        left_out: i64,
    },
}

/// One act with what it changed, over the list.
struct Details {
    act: ActRow,
    lines: Vec<Line>,
    top: usize,
    /// Rows that were seen last time: how far a page goes.
    height: Cell<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
    TakeBack,
    SignIns,
}

impl Audit {
    /// The act that is open, else the chosen one.
    fn chosen(&self) -> Option<&ActRow> {
        self.details.as_ref().map(|details| &details.act).or_else(|| self.table.chosen())
    }

    fn read(&mut self, before: Option<ActId>, limit: u32, ctx: &mut Ctx<'_>) {
        let desk = &ctx.desk;
        let found = match self.listed {
            Listed::All => desk.acts(before, limit),
            Listed::Deeds { .. } => desk.deeds(before, limit),
        };
        match found.and_then(|acts| Ok((acts, desk.acts_and_sign_ins()?))) {
            Ok((acts, (all, sign_ins))) => {
                self.ended = u32::try_from(acts.len()).is_ok_and(|count| count < limit);
                self.all = all;
                if let Listed::Deeds { left_out } = &mut self.listed {
                    *left_out = sign_ins;
                }
                if before.is_none() {
                    self.acts.clear();
                }
                self.acts.extend(acts);
                self.table.set_rows(self.acts.clone());
            }
            Err(error) => ctx.fail(&error),
        }
    }

    fn read_on(&mut self, ctx: &mut Ctx<'_>) {
        if !self.ended && self.table.at() + NEAR >= self.acts.len() {
            self.read(self.acts.last().map(|act| act.id), PAGE, ctx);
        }
    }

    fn show(&mut self, act: &ActRow, ctx: &mut Ctx<'_>) {
        match changes::lines(act, ctx) {
            Ok(lines) => {
                self.details = Some(Details { act: act.clone(), lines, top: 0, height: Cell::new(10) });
            }
            Err(error) => ctx.fail(&error),
        }
    }
}

impl Details {
    fn input(&mut self, input: &Input) -> Flow {
        let Input::Key(key) = input else { return Flow::Unused };
        let page = self.height.get().max(1);
        let last = self.lines.len().saturating_sub(page);
        self.top = match key {
            Key::Up => self.top.saturating_sub(1),
            Key::Down => (self.top + 1).min(last),
            Key::PgUp => self.top.saturating_sub(page),
            Key::PgDn => (self.top + page).min(last),
            Key::Home => 0,
            Key::End => last,
            _ => return Flow::Unused,
        };
        Flow::Stay
    }
}

impl Screen for Audit {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Open, &[Key::Enter], words::open, words::open_about),
        shown(Cmd::TakeBack, &[Key::Delete], words::take_back, words::take_back_about),
        shown(Cmd::SignIns, &[Key::Char(' ')], words::sign_ins, words::sign_ins_about),
    ];

    fn title(&self, lang: Lang) -> String {
        match &self.details {
            Some(details) => words::detail_title(lang, details.act.id.0),
            None => words::title(lang).to_owned(),
        }
    }

    fn status(&self, lang: Lang) -> String {
        match self.listed {
            Listed::Deeds { left_out } if left_out > 0 => {
                words::counted_without(lang, self.acts.len(), self.all - left_out, left_out)
            }
            Listed::All | Listed::Deeds { .. } => words::counted(lang, self.acts.len(), self.all),
        }
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        if cmd == Cmd::SignIns {
            return None;
        }
        let Some(act) = self.chosen() else { return Some(Reason::Words(words::none_chosen)) };
        if cmd != Cmd::TakeBack {
            return None;
        }
        if let Some(by) = act.undone_by {
            return Some(Reason::built(move |lang| words::already(lang, by.0)));
        }
        let can = is_undoable(act);
        (!can).then_some(Reason::Words(words::not_this_kind))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let chosen = self.chosen().cloned();
        match (cmd, chosen) {
            (Cmd::SignIns, _) => {
                self.listed = match self.listed {
                    Listed::All => Listed::Deeds { left_out: 0 },
                    Listed::Deeds { .. } => Listed::All,
                };
                self.details = None;
                Screen::refresh(self, ctx);
                Flow::Stay
            }
            (Cmd::Open | Cmd::TakeBack, None) => Flow::Unused,
            (Cmd::Open, Some(_)) if self.details.is_some() => {
                self.details = None;
                Flow::Stay
            }
            (Cmd::Open, Some(act)) => {
                self.show(&act, ctx);
                Flow::Stay
            }
            (Cmd::TakeBack, Some(act)) => {
                let lines = words::take_back_lines(ctx.lang, act.id.0, &say::act(ctx.lang, &act));
                self.asked = Some(act);
                Flow::Ask(Dialog::confirm(words::take_back(ctx.lang), lines, words::yes(ctx.lang)))
            }
        }
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let (Said::Yes, Some(act)) = (answer.said, self.asked.take()) else { return Flow::Unused };
        match ctx.desk.undo(act.id) {
            Ok(()) => {
                ctx.note.ok(desk::undone(ctx.lang, &say::act(ctx.lang, &act)));
                self.details = None;
            }
            Err(error) => ctx.fail(&error),
        }
        Screen::refresh(self, ctx);
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(details) = &mut self.details {
            return details.input(input);
        }
        let flow = self.table.input(input).flow();
        self.read_on(ctx);
        flow
    }

    /// As many as were seen before, so that the chosen act is among them.
    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let many = u32::try_from(self.acts.len()).unwrap_or(PAGE).max(PAGE);
        self.read(None, many, ctx);
    }

    /// Esc leads from an act back to the list.
    fn leave(&mut self, _: &mut Ctx<'_>) -> Flow {
        if self.details.take().is_some() { Flow::Stay } else { Flow::Back }
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let flow = self.table.click(target).flow();
        self.read_on(ctx);
        flow
    }

    fn view(&self, paint: &mut Paint<'_>) {
        match &self.details {
            Some(details) => details.draw(paint),
            None => self.draw(paint),
        }
    }
}
