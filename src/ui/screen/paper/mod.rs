//! The signed sheet against the screen. First only its exceptions are keyed, blind to what the screen says; then the
//! list of those who differ, each taken over or left. Comparing changes no mark.

mod commands;
mod keying;
mod view;

use crate::app::attend::{Roll, RollSeat};
use crate::app::paper::{Comparison, Exceptions};
use crate::app::words::timetable as say;
use crate::app::{codes, words};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{Mark, Timing};
use crate::domain::scan::Scanned;
use crate::domain::written::line;
use crate::text::{Lang, Words, paper as t, roll as r};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::screen::cursor::Cursor;
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use commands::COMMANDS;
pub(super) use commands::Cmd;
use keying::Pending;
use std::cell::Cell;
use std::ops::Range;

pub(super) fn open(session: SessionId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let roll = ctx.desk.roll(session).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let mut page = PaperPage {
        at: Cursor::default(),
        jump: Jump::default(),
        // a roll entered afterwards has named its sheet
        sheet: roll.back_entry().map_or(String::new(), |entry| entry.line.sheet().to_owned()),
        exceptions: Exceptions::new(),
        steps: Vec::new(),
        list: None,
        pending: None,
        warned: false,
        rows: Cell::new(1),
        columns: Cell::new(1),
        roll,
    };
    page.at.settle(&page.people());
    Ok(Box::new(page))
}

pub(super) struct PaperPage {
    roll: Roll,
    /// On the list that is shown.
    at: Cursor<EnrolmentId>,
    jump: Jump,
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
        self.roll.seats.get(self.place()?).filter(|_| self.list.is_none())
    }

    /// Whoever is on the list that is shown.
    fn people(&self) -> Vec<EnrolmentId> {
        match &self.list {
            Some(list) => list.differs.iter().map(|mismatch| mismatch.enrolment.id).collect(),
            None => self.roll.seats.iter().map(|seat| seat.enrolment.id).collect(),
        }
    }

    fn place(&self) -> Option<usize> {
        self.at.place(&self.people())
    }

    fn go(&mut self, nth: usize) {
        self.at = Cursor::on(nth, &self.people());
    }

    fn step(&mut self, by: isize) {
        self.at.step(by, &self.people());
    }

    /// The roll as it is now, and against the sheet again where that was asked for: nothing is recorded by it.
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.roll(self.roll.session.id) {
            Ok(roll) => {
                self.roll = roll;
                self.list = self.list.is_some().then(|| self.roll.against(&self.exceptions));
                self.jump.refresh(&self.roll.seats);
                self.at.settle(&self.people());
            }
            Err(trouble) => ctx.fail(&trouble),
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
                self.jump.clear();
                self.read(ctx);
                self.go(0);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        Flow::Stay
    }

    fn ask_sheet(&mut self, then_compare: bool, ctx: &Ctx<'_>) -> Flow {
        self.pending = Some(Pending::Sheet { then_compare });
        Flow::Ask(Dialog::prompt(t::ask_sheet(ctx.lang), &self.sheet))
    }

    /// Takes over what the paper says of these on the list of whoever differs; then whoever follows them is chosen.
    fn take(&mut self, whom: Range<usize>, ctx: &mut Ctx<'_>) {
        let (Some(list), first) = (&self.list, whom.start) else { return };
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
                self.go(first);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn enter_key(&mut self, ctx: &mut Ctx<'_>) {
        if self.completes_seat(ctx) {
            return;
        }
        match (&self.list, self.place()) {
            (None, _) => self.step(1),
            (Some(_), Some(at)) => self.take(at..at + 1, ctx),
            (Some(_), None) => {}
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
        say::lesson(lang, session.day, session.slot)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let nobody_differs = self.list.as_ref().is_some_and(|list| list.differs.is_empty());
        let words: Words = match cmd {
            Cmd::Compare if self.roll.session.cancelled.is_some() => t::is_cancelled,
            Cmd::Compare if self.roll.timing == Timing::Ahead => t::not_begun,
            Cmd::Compare | Cmd::Sheet | Cmd::Mark(_) if self.list.is_some() => t::back_first,
            Cmd::Take | Cmd::TakeAll if nobody_differs => t::nothing_left,
            Cmd::Take if self.list.is_some() && self.place().is_none() => r::nobody_chosen,
            // a seat number that is being typed is completed by Enter
            Cmd::Take if self.list.is_none() && !self.jump.is_seat() => t::compare_first,
            Cmd::TakeAll if self.list.is_none() => t::compare_first,
            _ => return None,
        };
        Some(Reason::Words(words))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        self.warned = false;
        match cmd {
            Cmd::Compare => return self.compare(ctx),
            Cmd::Take => self.enter_key(ctx),
            Cmd::TakeAll => self.take(0..self.people().len(), ctx),
            Cmd::Sheet => return self.ask_sheet(false, ctx),
            Cmd::Seat => self.jump.start_seat(),
            Cmd::Roll => return Flow::Go(Route::Roll(self.roll.session.id)),
            Cmd::Mark(digit) => return self.digit_key(digit, ctx),
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
        if self.list.is_some() {
            return Flow::Unused;
        }
        self.find_scanned(scanned, ctx)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    /// From the list back to keying, from keying out; what was keyed is not lost by one Esc.
    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.list.take().is_some() {
            self.go(0);
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
                    ctx.fail(&crate::app::Trouble::SheetNeeded);
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
            Click::Row(row) if row < self.people().len() => {
                self.go(row);
                self.jump.clear();
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
            Key::Home => self.go(0),
            Key::End => self.step(isize::MAX),
            _ => return Flow::Unused,
        }
        self.jump.clear();
        Flow::Stay
    }
}
