//! The ledger of a class: how everybody stands with his class hours. Only reads.

pub(super) mod standing;
mod view;

use crate::app::ledger::{ClassLedger, LedgerRow};
use crate::app::{codes, words};
use crate::domain::ids::ClassId;
use crate::text::{Lang, leave, ledger as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::theme::Ink;
use crate::ui::widget::table::Table;
use standing::Standing;

pub(super) fn open(class: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let row = ctx.desk.class(class).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let ledger = ctx.desk.class_ledger(&row).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let mut table = Table::new(view::COLUMNS, |row: &Row| row.person.enrolment.id.0)
        .inked(|row: &Row| if row.person.enrolment.left.is_some() { Ink::Dim } else { Ink::Text })
        .with_state(
            |row: &Row| if row.person.enrolment.left.is_some() { Ink::Dim } else { row.standing.ink() },
        );
    table.set_rows(rows(&ledger));
    Ok(Box::new(Ledger { ledger, table }))
}

struct Ledger {
    ledger: ClassLedger,
    table: Table<Row>,
}

/// A line of the table.
struct Row {
    person: LedgerRow,
    standing: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Person,
    Export,
    Announce,
}

fn rows(ledger: &ClassLedger) -> Vec<Row> {
    let row = |person: &LedgerRow| Row {
        standing: Standing::of(&person.totals, ledger.rules),
        person: person.clone(),
    };
    ledger.rows.iter().map(row).collect()
}

impl Screen for Ledger {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Person, &[Key::Enter], t::person, t::person_about),
        shown(Cmd::Export, &[Key::F(6)], t::export, t::export_about),
        quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
    ];

    fn title(&self, lang: Lang) -> String {
        let class = &self.ledger.class;
        t::place(lang, codes::named(&class.course.0).name(lang), class.code.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        t::rules(lang, words::pack(lang, self.ledger.rules))
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match (cmd, self.table.chosen()) {
            (Cmd::Person | Cmd::Announce, None) => Some(Reason::Words(t::empty)),
            (Cmd::Announce, Some(row)) if row.person.enrolment.left.is_some() => {
                Some(Reason::Words(leave::has_left))
            }
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        let class = self.ledger.class.id;
        match (cmd, self.table.chosen()) {
            (Cmd::Person, Some(row)) => Flow::Go(Route::PersonLedger(class, row.person.enrolment.id)),
            (Cmd::Announce, Some(row)) => Flow::Go(Route::Leave(class, row.person.enrolment.id)),
            (Cmd::Person | Cmd::Announce, None) => Flow::Unused,
            (Cmd::Export, _) => Flow::Go(Route::Export(Some(class))),
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let ledger = ctx.desk.class(self.ledger.class.id).and_then(|class| ctx.desk.class_ledger(&class));
        match ledger {
            Ok(ledger) => {
                self.table.set_rows(rows(&ledger));
                self.ledger = ledger;
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
