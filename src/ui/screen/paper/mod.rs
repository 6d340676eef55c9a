//! The signed sheet against the screen. First only its exceptions are keyed, blind to what the screen says; then the
//! list of those who differ, each taken over or left. Comparing changes no mark.

mod commands;
mod keying;
mod view;

use crate::app::attend::{Roll, RollSeat};
use crate::app::paper::{Comparison, Exceptions};
use crate::app::{codes, words};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{Mark, Timing};
use crate::domain::scan::Scanned;
use crate::domain::who::Who;
use crate::domain::written::line;
use crate::text::{Lang, common, paper as t, roll as r};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::screen::seek::{Seek, Seeker};
use chrono::Datelike;
use commands::{COMMANDS, Cmd};
use keying::Pending;
use std::cell::Cell;

pub(super) fn open(session: SessionId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let roll = ctx.desk.roll(session).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    Ok(Box::new(PaperPage {
        roll,
        at: 0,
        seek: Seek::default(),
        sheet: String::new(),
        exceptions: Exceptions::new(),
        steps: Vec::new(),
        list: None,
        pending: None,
        warned: false,
        rows: Cell::new(1),
        columns: Cell::new(1),
    }))
}

pub(super) struct PaperPage {
    roll: Roll,
    /// The chosen person, on the list that is shown.
    at: usize,
    seek: Seek,
    /// Number or page of the sheet; the reason of every mark taken from it.
    sheet: String,
    exceptions: Exceptions,
    /// What was keyed, in order: whose exception, and what it was before.
    steps: Vec<(EnrolmentId, Option<Mark>)>,
    /// What came of the comparison, once it was made.
    list: Option<Comparison>,
    pending: Option<Pending>,
    /// Esc was pressed once with exceptions that were not compared.
    warned: bool,
    /// What the last drawing learned about its room.
    rows: Cell<usize>,
    columns: Cell<usize>,
}

impl PaperPage {
    fn chosen(&self) -> Option<&RollSeat> {
        self.roll.seats.get(self.at).filter(|_| self.list.is_none())
    }

    fn count(&self) -> usize {
        self.list.as_ref().map_or(self.roll.seats.len(), |list| list.differs.len())
    }

    fn step(&mut self, by: isize) {
        let last = self.count().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// The roll as it is now, and against the sheet again where that was asked for: nothing is recorded by it.
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.roll(self.roll.session.id) {
            Ok(roll) => {
                self.roll = roll;
                self.list = self.list.is_some().then(|| self.roll.against(&self.exceptions));
                self.seek.jump.refresh(&self.roll.seats);
                self.step(0);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    /// Compares; the sheet is asked for first where it has no name yet.
    fn compare(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.sheet.is_empty() {
            return self.ask_sheet(true, ctx);
        }
        match ctx.desk.compare_paper(self.roll.session.id, &self.sheet, &self.exceptions) {
            Ok(list) => {
                let (same, differs) = (list.same, list.differs.len());
                ctx.note.ok(t::compared(ctx.lang, same, differs));
                self.list = Some(list);
                self.at = 0;
                self.seek.jump.clear();
                self.read(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
        Flow::Stay
    }

    fn ask_sheet(&mut self, then_compare: bool, ctx: &Ctx<'_>) -> Flow {
        self.pending = Some(Pending::Sheet { then_compare });
        Flow::Ask(Dialog::prompt(t::ask_sheet(ctx.lang), &self.sheet))
    }

    /// Takes over what the paper says of the chosen one, or of everybody who differs.
    fn take(&mut self, everybody: bool, ctx: &mut Ctx<'_>) {
        let Some(list) = &self.list else { return };
        let whom = if everybody { 0..list.differs.len() } else { self.at..self.at + 1 };
        let Some(taken) = list.differs.get(whom).filter(|taken| !taken.is_empty()) else { return };
        let cells: Vec<(EnrolmentId, Mark)> =
            taken.iter().map(|mismatch| (mismatch.enrolment.id, mismatch.paper)).collect();
        let said = match taken {
            [one] => t::took(ctx.lang, &one.enrolment.name, &r::said(ctx.lang, one.paper)),
            several => t::took_all(ctx.lang, several.len()),
        };
        match ctx.desk.take_paper(self.roll.session.id, &self.sheet, &cells) {
            Ok(()) => {
                ctx.note.ok(said);
                self.read(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn enter_key(&mut self, ctx: &mut Ctx<'_>) {
        if self.completes_seat(ctx) {
            return;
        }
        match self.list {
            Some(_) => self.take(false, ctx),
            None => self.step(1),
        }
    }
}

impl Screen for PaperPage {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = COMMANDS;

    fn title(&self, lang: Lang) -> String {
        let class = &self.roll.class;
        t::place(lang, codes::named(&class.course.0).name(lang), class.code.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        let session = &self.roll.session;
        let weekday = common::weekday(lang, session.day.weekday().num_days_from_monday());
        format!("{} {weekday} {}", session.day.format("%m-%d"), session.slot)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let nobody_differs = self.list.as_ref().is_some_and(|list| list.differs.is_empty());
        let words: fn(Lang) -> &'static str = match cmd {
            Cmd::Compare if self.roll.session.cancelled.is_some() => t::is_cancelled,
            Cmd::Compare if self.roll.timing == Timing::Ahead => t::not_begun,
            Cmd::Compare | Cmd::Sheet if self.list.is_some() => t::back_first,
            Cmd::Take | Cmd::TakeAll if nobody_differs => t::nothing_left,
            // a seat number that is being typed is completed by Enter
            Cmd::Take if self.list.is_none() && !self.seek.jump.is_seat() => t::compare_first,
            Cmd::TakeAll if self.list.is_none() => t::compare_first,
            _ if cmd.digit().is_some() && self.list.is_some() => t::back_first,
            _ => return None,
        };
        Some(Reason::Words(words))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        self.warned = false;
        match cmd {
            Cmd::Compare => return self.compare(ctx),
            Cmd::Take => self.enter_key(ctx),
            Cmd::TakeAll => self.take(true, ctx),
            Cmd::Sheet => return self.ask_sheet(false, ctx),
            Cmd::Seat => self.seek.jump.start_seat(),
            Cmd::Roll => return Flow::Go(Route::Roll(self.roll.session.id)),
            _ => return cmd.digit().map_or(Flow::Unused, |digit| self.digit_key(digit, ctx)),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        match input {
            Input::Text(text) | Input::Paste(text) if self.list.is_none() => self.typed_text(text, ctx),
            Input::Key(key) if self.list.is_none() && self.seek_key(*key, ctx) => Flow::Stay,
            Input::Key(key) => self.walk(*key),
            _ => Flow::Unused,
        }
    }

    /// A scan finds somebody and keys nothing.
    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        let who = match scanned {
            Scanned::Trainee(number) => Some(Who::Number(*number)),
            other => other.id().map(Who::Id),
        };
        match who {
            Some(who) if self.list.is_none() => self.scan(&who, ctx),
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    /// From the list back to keying, from keying out; what was keyed is not lost by one Esc.
    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.list.take().is_some() {
            self.at = 0;
            self.steps.clear();
            return Flow::Stay;
        }
        if self.steps.is_empty() || self.warned {
            return Flow::Back;
        }
        self.warned = true;
        ctx.note.warn(t::loses(ctx.lang, self.exceptions.len()));
        Flow::Stay
    }

    /// While the sheet is keyed the last key of it; else the last act.
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.list.is_none() && self.unkey(ctx) {
            return Flow::Stay;
        }
        if ctx.take_back() {
            self.read(ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let Some(pending) = self.pending.take() else { return Flow::Unused };
        let Said::Text(text) = answer.said else { return Flow::Stay };
        match pending {
            Pending::Sheet { then_compare } => {
                self.sheet = line(&text);
                if self.sheet.is_empty() {
                    ctx.note.error(words::trouble(ctx.lang, &crate::app::Trouble::SheetNeeded));
                } else if then_compare {
                    return self.compare(ctx);
                }
            }
            Pending::Minutes { who, end } => self.key_minutes(who, end, &text, ctx),
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match target {
            Click::Row(row) if row < self.count() => {
                self.at = row;
                self.seek.jump.clear();
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl PaperPage {
    fn walk(&mut self, key: Key) -> Flow {
        let rows = isize::try_from(self.rows.get()).unwrap_or(1);
        let columns = isize::try_from(self.columns.get()).unwrap_or(1);
        match key {
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::Left if self.list.is_none() => self.step(-rows),
            Key::Right if self.list.is_none() => self.step(rows),
            Key::PgUp => self.step(-rows * columns),
            Key::PgDn => self.step(rows * columns),
            Key::Home => self.at = 0,
            Key::End => self.step(isize::MAX),
            _ => return Flow::Unused,
        }
        self.seek.jump.clear();
        Flow::Stay
    }
}
