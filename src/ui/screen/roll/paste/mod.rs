//! A column of marks from a spreadsheet: each line with the person it is for and the mark it would set, what is not
//! understood first. Nothing is written before F8, and then all of it in one act.

mod rows;
mod view;

use super::hand::Hand;
use super::marking::{Done, Work};
use super::ways::{self, Way};
use super::{place, status};
use crate::app::attend::Cell;
use crate::app::pasted::{Line, Misfit, Pasted, What};
use crate::domain::ids::SessionId;
use crate::text::{Lang, pasted as t, roll as roll_words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::table::Table;
use rows::Row;
use std::collections::HashSet;

pub(in crate::ui::screen) fn open(
    session: SessionId,
    text: &str,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let mut paste = Paste {
        hand: Hand::of(session, ctx)?,
        column: Column::Awaited,
        turned: HashSet::new(),
        table: rows::table(),
    };
    if !text.is_empty() {
        paste.take(text, ctx);
    }
    Ok(Box::new(paste))
}

struct Paste {
    hand: Hand,
    column: Column,
    /// Numbers of lines whose fate was turned by hand: written though leave stands there, or left out.
    turned: HashSet<usize>,
    table: Table<Row>,
}

/// What was pasted.
enum Column {
    /// Nothing yet: the page says how.
    Awaited,
    Misfit(Misfit),
    Read(Pasted),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Write,
    Retype,
    Turn,
    Ways,
}

const RETYPE: &str = "retype";

impl Paste {
    fn take(&mut self, text: &str, ctx: &Ctx<'_>) {
        self.turned.clear();
        self.column = match Pasted::read(&self.hand.taken, text) {
            Ok(pasted) => Column::Read(pasted),
            Err(misfit) => Column::Misfit(misfit),
        };
        self.arrange(ctx.lang);
        self.table.choose(0);
    }

    fn arrange(&mut self, lang: Lang) {
        let rows = match &self.column {
            Column::Read(pasted) => self.rows(pasted, lang),
            Column::Awaited | Column::Misfit(_) => Vec::new(),
        };
        self.table.set_rows(rows);
    }

    /// Announced leave stays and all else is written, unless a hand turned it.
    fn is_wanted(&self, line: &Line) -> bool {
        matches!(line.what, What::Sets(_))
            && (line.against_leave(&self.hand.taken) == self.turned.contains(&line.number))
    }

    fn cells(&self) -> Vec<Cell> {
        match &self.column {
            Column::Read(pasted) => pasted.cells(|line| self.is_wanted(line)),
            Column::Awaited | Column::Misfit(_) => Vec::new(),
        }
    }

    /// The line of the chosen row, with its place among the lines.
    fn chosen(&self) -> Option<(usize, &Line)> {
        let Column::Read(pasted) = &self.column else { return None };
        let number = self.table.chosen()?.number;
        pasted.lines.iter().enumerate().find(|(_, line)| line.number == number)
    }

    fn turn(&mut self, lang: Lang) {
        let Some((_, line)) = self.chosen() else { return };
        let number = line.number;
        if !self.turned.remove(&number) {
            self.turned.insert(number);
        }
        self.arrange(lang);
    }

    fn done(done: Done) -> Flow {
        match done {
            Done::Wrote { .. } => Flow::Back,
            other => other.flow(),
        }
    }
}

impl Screen for Paste {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Write, &[Key::F(8)], t::write, t::write_about),
        shown(Cmd::Retype, &[Key::Enter, Key::F(2)], t::retype, t::retype_about),
        shown(Cmd::Turn, &[Key::SPACE], t::turn, t::turn_about),
        quiet(Cmd::Ways, &[Key::F(4)], roll_words::ways_key, roll_words::ways_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::place(lang, &place(&self.hand, lang))
    }

    fn status(&self, lang: Lang) -> String {
        status(&self.hand, lang)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let chosen = self.chosen().map(|(_, line)| line);
        match cmd {
            Cmd::Write if self.cells().is_empty() => Some(Reason::Words(t::nothing_to_write)),
            Cmd::Write | Cmd::Ways => None,
            _ if chosen.is_none() => Some(Reason::Words(t::no_line)),
            Cmd::Retype if chosen.is_some_and(|line| line.seat(&self.hand.taken).is_none()) => {
                Some(Reason::Words(t::nobodys_line))
            }
            Cmd::Turn if !chosen.is_some_and(|line| matches!(line.what, What::Sets(_))) => {
                Some(Reason::Words(t::sets_nothing))
            }
            Cmd::Retype | Cmd::Turn => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Ways => ways::ask(Way::Paste, ctx.lang),
            Cmd::Write => {
                let done = self.hand.write(Work::Pasted(self.cells()), ctx);
                Self::done(done)
            }
            Cmd::Turn => {
                self.turn(ctx.lang);
                Flow::Stay
            }
            Cmd::Retype => {
                let Some((_, line)) = self.chosen() else { return Flow::Stay };
                let title = t::retype_title(ctx.lang, line.number, &self.name_of(line));
                Flow::Ask(Dialog::prompt(title, &line.text).tagged(RETYPE))
            }
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        match input {
            Input::Paste(text) => {
                self.take(text, ctx);
                Flow::Stay
            }
            _ => self.table.input(input).flow(),
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.hand.read(ctx);
        if let Column::Read(pasted) = &mut self.column {
            pasted.judge(&self.hand.taken);
        }
        self.arrange(ctx.lang);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if !self.cells().is_empty() {
            ctx.note.warn(t::not_written(ctx.lang));
        }
        Flow::Back
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.tag == ways::WAYS {
            return ways::answered(&answer, Way::Paste, self.hand.session());
        }
        if answer.tag == RETYPE {
            let nth = self.chosen().map(|(nth, _)| nth);
            if let (Column::Read(pasted), Some(nth), Said::Text(text)) = (&mut self.column, nth, answer.said)
            {
                pasted.retype(nth, &text, &self.hand.taken);
                self.arrange(ctx.lang);
            }
            return Flow::Stay;
        }
        self.hand.answer(answer, ctx).map_or(Flow::Unused, Self::done)
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
