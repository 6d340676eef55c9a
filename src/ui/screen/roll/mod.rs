//! The roll of one session: everybody's mark in sight, present for all with one key, three keys for an exception.
//! Every mark is saved at once and can be taken back; nothing here is kept in memory only.

pub(super) mod cell;
mod commands;
mod marking;
mod trickle;
mod typing;
mod view;

use crate::app::attend::{self, RollSeat};
use crate::app::{codes, words};
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::ledger::Totals;
use crate::domain::mark::{End, Mark, MarkKind, Timing};
use crate::domain::scan::Scanned as Device;
use crate::domain::who::Who;
use crate::text::{Lang, common, roll as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::overlay::dialog::{Answer, Dialog};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::{Route, WeekWanted};
use crate::ui::widget::picker::Item;
use cell::{Cell, CellForm};
use chrono::Datelike;
use commands::COMMANDS;
pub(super) use commands::Cmd;
use marking::{Pending, Work};
use std::collections::HashMap;
use std::time::{Duration, Instant};
use trickle::Trickle;
use typing::Scanned;
use view::Grid;

/// At one person, or at the first.
pub(super) fn open(
    session: SessionId,
    who: Option<EnrolmentId>,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let taken = ctx.desk.roll(session).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let at = taken.seats.iter().position(|seat| Some(seat.enrolment.id) == who);
    // a roll that is being entered afterwards goes on under the reason on file
    let reason = taken.back_entry().filter(|_| taken.count(MarkKind::NotTaken) > 0);
    let reason = reason.and_then(|entry| entry.line.ground()).unwrap_or_default();
    Ok(Box::new(Roll {
        taken,
        figures: HashMap::new(),
        at: at.unwrap_or(0),
        jump: Jump::default(),
        reason,
        pending: None,
        form: None,
        set: 0,
        scanned: None,
        begins: None,
        trickle: Trickle::default(),
        grid: Grid::default(),
    }))
}

pub(super) struct Roll {
    taken: attend::Roll,
    /// Everybody's class hours, for the line about the chosen person.
    figures: HashMap<EnrolmentId, Totals>,
    /// The chosen place on the roll.
    at: usize,
    jump: Jump,
    /// Why a past day is marked; asked once per visit.
    reason: String,
    pending: Option<Pending>,
    form: Option<CellForm>,
    /// Marks that this visit set and did not take back.
    set: usize,
    /// What a scanner typed last: the Enter it ends with is no command.
    scanned: Option<Scanned>,
    /// When the session begins, seen from before: then it may be marked.
    begins: Option<Instant>,
    trickle: Trickle,
    grid: Grid,
}

impl Roll {
    fn chosen(&self) -> Option<&RollSeat> {
        self.taken.seats.get(self.at)
    }

    fn choose(&mut self, who: EnrolmentId) {
        if let Some(at) = self.taken.seats.iter().position(|seat| seat.enrolment.id == who) {
            self.at = at;
        }
    }

    fn step(&mut self, by: isize) {
        let last = self.taken.seats.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// The roll and everybody's hours as they are on file now.
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        let chosen = self.chosen().map(|seat| seat.enrolment.id);
        let ledger = ctx.desk.roll(self.taken.session.id).and_then(|taken| {
            let ledger = ctx.desk.class_ledger(&taken.class)?;
            Ok((taken, ledger))
        });
        match ledger {
            Ok((taken, ledger)) => {
                self.figures = ledger.rows.into_iter().map(|row| (row.enrolment.id, row.totals)).collect();
                self.taken = taken;
                self.at = self.at.min(self.taken.seats.len().saturating_sub(1));
                if let Some(who) = chosen {
                    self.choose(who);
                }
                self.jump.refresh(&self.taken.seats);
                self.begins = self.begins_at(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    /// After something was taken back: if it was one person's mark, that person is chosen.
    fn read_and_follow(&mut self, ctx: &mut Ctx<'_>) {
        let line_of = |seat: &RollSeat| (seat.enrolment.id, seat.line.as_ref().map(|line| line.id));
        let before: HashMap<_, _> = self.taken.seats.iter().map(line_of).collect();
        self.read(ctx);
        let is_changed = |seat: &&RollSeat| before.get(&seat.enrolment.id) != Some(&line_of(seat).1);
        let mut changed = self.taken.seats.iter().filter(is_changed);
        if let (Some(seat), None) = (changed.next(), changed.next()) {
            self.choose(seat.enrolment.id);
        }
    }

    fn begins_at(&self, ctx: &Ctx<'_>) -> Option<Instant> {
        let (now, session) = (ctx.desk.now(), &self.taken.session);
        let minutes = session.slot.from().minute().checked_sub(now.time.minute()).filter(|left| *left > 0)?;
        (now.day == session.day).then(|| ctx.now + Duration::from_secs(u64::from(minutes) * 60))
    }

    fn open_form(&mut self, ctx: &Ctx<'_>) {
        let Some(seat) = self.chosen() else { return };
        let cell = Cell {
            session: self.taken.session.id,
            enrolment: seat.enrolment.id,
            name: seat.enrolment.name.clone(),
            mark: seat.line.as_ref().map(|line| line.mark),
            minutes: self.taken.minutes(),
            timing: self.timing(ctx),
        };
        self.form = Some(CellForm::new(cell, &self.reason, ctx.lang));
        self.jump.clear();
    }

    fn save_form(&mut self, ctx: &mut Ctx<'_>) {
        let Some(form) = &mut self.form else { return };
        let Some((mark, reason)) = form.read(ctx.lang) else { return };
        let (who, name) = (form.cell.enrolment, form.cell.name.clone());
        match ctx.desk.mark(form.cell.session, &[who], mark, &reason) {
            Ok(()) => {
                self.form = None;
                self.set += 1;
                ctx.note.ok(t::marked(ctx.lang, &name, &t::said(ctx.lang, mark)));
                self.read(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn history(&self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(seat) = self.chosen() else { return Flow::Stay };
        let name = &seat.enrolment.name;
        match ctx.desk.history(self.taken.session.id, seat.enrolment.id) {
            Ok(lines) if lines.is_empty() => ctx.note.warn(t::history_none(ctx.lang, name)),
            Ok(lines) => {
                let day = self.taken.session.day;
                let item = |line: &crate::store::rows::MarkLine| Item {
                    label: t::said(ctx.lang, line.mark),
                    detail: crate::ui::screen::person::written(ctx.lang, line, day),
                    ..Item::default()
                };
                let items = lines.iter().map(item).collect();
                return Flow::Ask(Dialog::pick(t::history_title(ctx.lang, name), items));
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
        Flow::Stay
    }

    /// A digit is part of a seat number while one is typed, else it marks.
    fn digit(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        if self.jump.is_seat() {
            self.seat_digit(digit, ctx);
            return Flow::Stay;
        }
        match Cmd::of_digit(digit) {
            Some(Cmd::Present) => self.set(Mark::PRESENT, ctx),
            Some(Cmd::Late) => self.set_end(End::Late, ctx),
            Some(Cmd::Early) => self.set_end(End::Early, ctx),
            Some(Cmd::Leave) => self.set_leave(ctx),
            Some(Cmd::Absent) => self.set(Mark::Absent, ctx),
            Some(Cmd::Clear) => self.set(Mark::Cleared, ctx),
            _ => Flow::Unused,
        }
    }
}

impl Screen for Roll {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = COMMANDS;

    fn title(&self, lang: Lang) -> String {
        let class = &self.taken.class;
        t::place(lang, codes::named(&class.course.0).name(lang), class.code.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        let session = &self.taken.session;
        let weekday = common::weekday(lang, session.day.weekday().num_days_from_monday());
        let day = session.day.format("%m-%d").to_string();
        let hours = common::hours(lang, session.hours.get());
        let when = t::status(lang, &day, weekday, &session.slot.to_string(), &hours);
        if session.instructor.is_empty() { when } else { format!("{when}  {}", session.instructor) }
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let has_form = self.form.is_some();
        match cmd {
            Cmd::Save => (!has_form).then_some(Reason::Words(t::no_form)),
            // Enter goes on to the next field there
            Cmd::Detail => None,
            _ if has_form => Some(Reason::Words(t::form_open)),
            Cmd::History | Cmd::PersonLedger | Cmd::Card if self.chosen().is_none() => {
                Some(Reason::Words(t::nobody_chosen))
            }
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        if self.ends_scan(cmd, ctx) || cmd.digit().is_some_and(|digit| self.trickles(digit, ctx)) {
            return Flow::Stay;
        }
        match cmd {
            Cmd::AllPresent => return self.write(Work::All, ctx),
            Cmd::Cycle => return self.cycle(ctx),
            Cmd::Seat => self.jump.start_seat(),
            Cmd::Save => self.save_form(ctx),
            Cmd::Detail => return self.enter_key(ctx),
            Cmd::History => return self.history(ctx),
            Cmd::ClassPage => return Flow::Go(Route::Class(self.taken.class.id)),
            Cmd::Week => {
                let (class, day) = (Some(self.taken.class.id), Some(self.taken.session.day));
                return Flow::Go(Route::Week(WeekWanted { class, day }));
            }
            Cmd::ClassLedger => return Flow::Go(Route::Ledger(self.taken.class.id)),
            Cmd::PersonLedger => {
                if let Some(seat) = self.chosen() {
                    return Flow::Go(Route::PersonLedger(self.taken.class.id, seat.enrolment.id));
                }
            }
            Cmd::Card => {
                if let Some(seat) = self.chosen() {
                    return Flow::Go(Route::Card(seat.enrolment.trainee));
                }
            }
            _ => return cmd.digit().map_or(Flow::Unused, |digit| self.digit(digit, ctx)),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        self.offered(input, ctx)
    }

    fn scanned(&mut self, scanned: &Device, ctx: &mut Ctx<'_>) -> Flow {
        match scanned {
            Device::Trainee(number) => self.scan(&Who::Number(*number), ctx),
            other => match other.id() {
                Some(id) => self.scan(&Who::Id(id), ctx),
                None => return Flow::Unused,
            },
        }
        Flow::Stay
    }

    fn has_field(&self) -> bool {
        self.form.is_some()
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.as_ref().and_then(|form| form.help(lang))
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn wakes_at(&self) -> Option<Instant> {
        self.begins
    }

    fn woke(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            if form.may_close(ctx) {
                self.form = None;
            }
            return Flow::Stay;
        }
        let left = self.taken.count(MarkKind::NotTaken);
        if left > 0 && self.timing(ctx) == Timing::Now && self.taken.session.cancelled.is_none() {
            // everything is saved: one is told, not held back
            let session =
                format!("{} {}", self.taken.session.day.format("%m-%d"), self.taken.session.slot.from());
            ctx.note.warn(t::not_left(ctx.lang, self.taken.class.code.as_str(), &session, left));
        }
        Flow::Back
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.is_some() {
            return Flow::Unused;
        }
        if ctx.take_back() {
            self.set = self.set.saturating_sub(1);
            self.read_and_follow(ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            form.answered(&answer);
            return Flow::Stay;
        }
        self.answer(answer, ctx)
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match (&mut self.form, target) {
            (Some(form), target) => form.click(target),
            (None, Click::Row(row)) if row < self.taken.seats.len() => {
                self.at = row;
                self.jump.clear();
            }
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
        if let Some(form) = &self.form {
            form.view(paint);
        }
    }
}
