//! The guide: things a clerk wants to do, each with its steps and one Enter away from the page where it is done.
//! Knows no key by itself: each is taken from the table of commands that has it.

mod tasks;
mod view;

use crate::text::{Lang, guide as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use tasks::{TASKS, Task};

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(Guide { at: 0 }))
}

struct Guide {
    at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Go,
}

impl Guide {
    fn chosen(&self) -> &'static Task {
        &TASKS[self.at.min(TASKS.len() - 1)]
    }

    fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(TASKS.len() - 1);
    }
}

impl Screen for Guide {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[shown(Cmd::Go, &[Key::Enter], t::go, t::go_about)];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        t::counted(lang, self.at + 1, TASKS.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Go => self.chosen().route.is_none().then_some(Reason::Words(t::no_page)),
        }
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Go => self.chosen().route.map_or(Flow::Stay, |route| Flow::Go(route())),
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        match input {
            Input::Key(Key::Up) => self.step(-1),
            Input::Key(Key::Down) => self.step(1),
            Input::Key(Key::Home | Key::PgUp) => self.at = 0,
            Input::Key(Key::End | Key::PgDn) => self.step(isize::MAX),
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match target {
            Click::Row(row) if row < TASKS.len() => {
                self.at = row;
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
