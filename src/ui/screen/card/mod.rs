//! The history card of a person: who it is, statuses with their proofs, every class ever, waiting lists, what is due.
//! Numbers are masked until they are asked for, and asking is recorded. Changes nothing.

mod facts;
mod view;

use crate::app::card::{Attended, Card};
use crate::app::words;
use crate::domain::ids::TraineeId;
use crate::text::{Lang, card as t, enrol, leave};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::{EnrolWanted, Route};
use crate::ui::widget::table::Table;
use chrono::NaiveDate;

pub(super) fn open(id: TraineeId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let card = ctx.desk.card(id).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let mut table =
        Table::new(view::COLUMNS, |row: &Attended| row.past.enrolment.0).with_state(view::state_ink);
    table.set_rows(card.classes.clone());
    let (today, read_only) = (ctx.desk.today(), ctx.desk.read_only().is_some());
    Ok(Box::new(History { card, table, today, read_only, shown: false }))
}

struct History {
    card: Card,
    table: Table<Attended>,
    today: NaiveDate,
    read_only: bool,
    /// Whole numbers stand on the screen.
    shown: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Ledger,
    Edit,
    Reveal,
    Class,
    Announce,
}

impl History {
    fn id(&self) -> TraineeId {
        self.card.person.row.id
    }

    fn reveal(&mut self, ctx: &mut Ctx<'_>) {
        if std::mem::take(&mut self.shown) {
            ctx.note.ok(t::hidden(ctx.lang));
            return;
        }
        match ctx.desk.reveal_numbers(self.id()) {
            Ok(()) => {
                self.shown = true;
                ctx.note.ok(t::revealed(ctx.lang));
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }
}

impl Screen for History {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Ledger, &[Key::Enter], t::ledger, t::ledger_about),
        shown(Cmd::Edit, &[Key::F(2)], t::edit, t::edit_about),
        shown(Cmd::Reveal, &[Key::SPACE], t::reveal, t::reveal_about),
        shown(Cmd::Class, &[Key::F(6)], t::class, t::class_about),
        quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang, self.card.person.row.trainee.name.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        t::number(lang, &self.card.person.row.number.to_string())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Ledger | Cmd::Class | Cmd::Announce if self.table.chosen().is_none() => {
                Some(Reason::Words(t::no_class))
            }
            Cmd::Announce if self.table.chosen().is_some_and(|class| class.past.left.is_some()) => {
                Some(Reason::Words(leave::has_left))
            }
            Cmd::Reveal if self.read_only => Some(Reason::Words(enrol::read_only)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let past = self.table.chosen().map(|class| &class.past);
        match (cmd, past) {
            (Cmd::Ledger, Some(past)) => Flow::Go(Route::PersonLedger(past.class, past.enrolment)),
            (Cmd::Announce, Some(past)) => Flow::Go(Route::Leave(past.class, past.enrolment)),
            (Cmd::Class, Some(past)) => Flow::Go(Route::Class(past.class)),
            (Cmd::Edit, _) => {
                Flow::Go(Route::Enrol(EnrolWanted { person: Some(self.id()), ..EnrolWanted::default() }))
            }
            (Cmd::Reveal, _) => {
                self.reveal(ctx);
                Flow::Stay
            }
            (Cmd::Ledger | Cmd::Class | Cmd::Announce, None) => Flow::Unused,
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    /// Whoever comes back later asks for the numbers again.
    fn enter(&mut self, ctx: &mut Ctx<'_>) {
        self.shown = false;
        Screen::refresh(self, ctx);
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.today = ctx.desk.today();
        match ctx.desk.card(self.id()) {
            Ok(card) => {
                self.table.set_rows(card.classes.clone());
                self.card = card;
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
