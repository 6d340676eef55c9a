//! Rolls that were not taken on their day: each is entered under one reason and one sheet of paper.

mod view;

use super::Route;
use crate::app::back_entry::Gap;
use crate::app::words as say;
use crate::domain::ids::{ClassId, SessionId};
use crate::text::{Lang, leave as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::overlay::line::Wants;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::table::Table;
use chrono::NaiveDate;

pub(super) fn open(class: Option<ClassId>, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let code = match class {
        Some(class) => {
            let row = ctx.desk.class(class).map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
            Some(row.code.to_string())
        }
        None => None,
    };
    let table = Table::new(view::COLUMNS, |gap: &Gap| gap.session.id.0);
    Ok(Box::new(BackEntry {
        class,
        code,
        table,
        since: None,
        more: false,
        asked: None,
        reason: String::new(),
        sheet: String::new(),
    }))
}

pub(super) struct BackEntry {
    /// Of one class, or of the whole centre.
    class: Option<ClassId>,
    code: Option<String>,
    table: Table<Gap>,
    /// The first day that was looked at, of the whole centre.
    since: Option<NaiveDate>,
    /// Only the newest are listed.
    more: bool,
    /// Whose reason and sheet are asked for: the list may be read again meanwhile.
    asked: Option<SessionId>,
    /// As last typed: a power cut leaves more than one gap.
    reason: String,
    sheet: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Enter,
}

const REASON: &str = "reason";
const SHEET: &str = "sheet";

impl BackEntry {
    /// A roll whose entry was begun goes on under what stands on file.
    fn enter_roll(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(gap) = self.table.chosen() else { return Flow::Stay };
        match gap.entry.as_ref().and_then(|entry| entry.line.ground()) {
            Some(ground) => {
                ctx.note.ok(t::resumed(ctx.lang, &ground));
                Flow::Go(Route::Roll(gap.session.id))
            }
            None => {
                self.asked = Some(gap.session.id);
                let ask = Dialog::prompt(t::ask_reason(ctx.lang), &self.reason);
                Flow::Ask(ask.wanting(Wants::Reason).tagged(REASON))
            }
        }
    }

    fn begin(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(session) = self.asked.take() else { return Flow::Stay };
        match ctx.desk.begin_back_entry(session, &self.reason, &self.sheet) {
            Ok(()) => {
                ctx.note.ok(t::begun_entry(ctx.lang, &format!("{} {}", self.reason, self.sheet)));
                Flow::Go(Route::Roll(session))
            }
            Err(trouble) => {
                ctx.fail(&trouble);
                Flow::Stay
            }
        }
    }
}

impl Screen for BackEntry {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] =
        &[shown(Cmd::Enter, &[Key::Enter, Key::F(2)], t::enter, t::enter_about)];

    fn title(&self, lang: Lang) -> String {
        self.code.as_ref().map_or_else(|| t::gaps(lang).to_owned(), |code| t::gaps_of(lang, code))
    }

    fn status(&self, lang: Lang) -> String {
        t::gaps_count(lang, self.table.rows().len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Enter => self.table.chosen().is_none().then_some(Reason::Words(t::none_chosen)),
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Enter => self.enter_roll(ctx),
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, answer.said) {
            (REASON, Said::Text(text)) => {
                self.reason = text.trim().to_owned();
                Flow::Ask(Dialog::prompt(t::ask_sheet(ctx.lang), &self.sheet).tagged(SHEET))
            }
            (SHEET, Said::Text(text)) => {
                self.sheet = text.trim().to_owned();
                self.begin(ctx)
            }
            _ => Flow::Stay,
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.gaps(self.class) {
            Ok(gaps) => {
                (self.since, self.more) = (gaps.since, gaps.more);
                self.table.set_rows(gaps.rows);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
