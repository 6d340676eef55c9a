//! Who works at the centre: role, PIN, whether they are still here; and in words whether anybody must sign in.

pub(in crate::ui::screen) mod form;
pub(in crate::ui::screen) mod own_pin;
mod view;

use super::Route;
use crate::app::Outcome;
use crate::app::operators::{NewPin, OperatorDraft};
use crate::domain::operator::{Right, Role};
use crate::store::rows::OperatorRow;
use crate::text::Lang;
use crate::text::operators as words;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::table::Table;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let table = Table::new(view::COLUMNS, |row: &OperatorRow| row.id.0).inked(view::ink);
    Ok(Box::new(Operators { table, is_guarded: false, asked: None }))
}

pub(super) struct Operators {
    table: Table<OperatorRow>,
    is_guarded: bool,
    /// About whom a question is open, as they were when it was asked.
    asked: Option<OperatorRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Edit,
    Add,
    Retire,
    DropPin,
}

const RETIRE: &str = "retire";
const DROP_PIN: &str = "drop-pin";

impl Screen for Operators {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Edit, &[Key::F(2), Key::Enter], words::edit, words::edit_about),
        shown(Cmd::Add, &[Key::F(6)], words::add, words::add_about),
        shown(Cmd::Retire, &[Key::Delete], words::retire, words::retire_about),
        shown(Cmd::DropPin, &[], words::drop_pin, words::drop_pin_about),
    ];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        let is_active = |row: &&OperatorRow| row.credential.as_ref().is_some_and(|here| !here.retired);
        words::counted(lang, self.table.rows().iter().filter(is_active).count())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let chosen = self.table.chosen();
        let has_pin = chosen.and_then(|row| row.credential.as_ref()).is_some_and(|here| here.has_pin);
        match cmd {
            Cmd::Add => None,
            Cmd::DropPin if chosen.is_some() && !has_pin => Some(Reason::Words(words::has_none)),
            Cmd::Edit | Cmd::Retire | Cmd::DropPin => {
                chosen.is_none().then_some(Reason::Words(words::none_chosen))
            }
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let Some(row) = self.table.chosen().filter(|_| cmd != Cmd::Add).cloned() else {
            return Flow::Go(Route::OperatorForm(None));
        };
        if cmd != Cmd::Edit && !ctx.may(Right::Manage) {
            return Flow::Stay;
        }
        match cmd {
            Cmd::Add | Cmd::Edit => Flow::Go(Route::OperatorForm(Some(row.id))),
            Cmd::Retire if row.credential.as_ref().is_some_and(|here| here.retired) => {
                self.retire(&row, false, ctx);
                Flow::Stay
            }
            Cmd::Retire => self.ask(row, |_, row| view::ask_retire(ctx.lang, row).tagged(RETIRE)),
            Cmd::DropPin => self.ask(row, |page, row| page.ask_drop(ctx.lang, row).tagged(DROP_PIN)),
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let Some(row) = self.asked.take() else { return Flow::Stay };
        match (answer.tag, answer.said) {
            (RETIRE, Said::Yes) => self.retire(&row, true, ctx),
            (DROP_PIN, Said::Yes) => self.drop_pin(&row, ctx),
            _ => {}
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.is_guarded = ctx.desk.guard().is_guarded;
        match ctx.desk.operators() {
            Ok(rows) => self.table.set_rows(rows),
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl Operators {
    fn ask(&mut self, row: OperatorRow, dialog: impl FnOnce(&Self, &OperatorRow) -> Dialog) -> Flow {
        let dialog = dialog(self, &row);
        self.asked = Some(row);
        Flow::Ask(dialog)
    }

    fn retire(&mut self, row: &OperatorRow, retired: bool, ctx: &mut Ctx<'_>) {
        let done = ctx.desk.retire_operator(row.id, row.version, retired);
        let said = if retired { words::retired } else { words::returned };
        self.told(&done, said(ctx.lang, words::called(ctx.lang, &row.name)), ctx);
    }

    fn drop_pin(&mut self, row: &OperatorRow, ctx: &mut Ctx<'_>) {
        let role = row.credential.as_ref().map_or(Role::Desk, |here| here.role);
        let draft = OperatorDraft { name: row.name.clone(), role, pin: NewPin::Drop };
        let done = ctx.desk.change_operator(row.id, row.version, &draft);
        self.told(&done, words::pin_dropped(ctx.lang, words::called(ctx.lang, &row.name)), ctx);
    }

    fn told(&mut self, done: &Outcome<()>, said: String, ctx: &mut Ctx<'_>) {
        match done {
            Ok(()) => ctx.note.ok(said),
            Err(trouble) => ctx.fail(trouble),
        }
        Screen::refresh(self, ctx);
    }

    /// Taking the last PIN away opens the centre, which nobody should do unawares.
    fn ask_drop(&self, lang: Lang, row: &OperatorRow) -> Dialog {
        let has_pin =
            |row: &&OperatorRow| row.credential.as_ref().is_some_and(|here| here.has_pin && !here.retired);
        let is_last = self.table.rows().iter().filter(has_pin).count() == 1;
        let lines = if is_last {
            words::drop_opens(lang).to_owned()
        } else {
            words::drop_lines(lang, words::called(lang, &row.name))
        };
        Dialog::confirm(words::drop_title(lang, words::called(lang, &row.name)), lines, words::drop_pin(lang))
    }
}
