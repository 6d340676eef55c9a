//! The roll of one session: everybody's mark in sight, present for all with one key, three keys for an exception.
//! Every mark is saved at once and can be taken back; nothing here is kept in memory only.

mod block;
pub(super) mod call;
pub(super) mod cell;
mod commands;
mod hand;
mod large;
mod marking;
pub(super) mod paste;
pub(super) mod scan;
mod typing;
mod view;
mod ways;

use crate::app::attend::RollSeat;
use crate::app::codes;
use crate::app::words::timetable as say;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::ledger::Totals;
use crate::domain::mark::Timing;
use crate::domain::scan::Scanned;
use crate::text::{Lang, common, roll as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::overlay::dialog::{Answer, Dialog};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::{Route, WeekWanted, cursor::Cursor};
use crate::ui::widget::picker::Item;
use block::Block;
use cell::{Cell, OverCell};
use commands::COMMANDS;
pub(super) use commands::Cmd;
use hand::Hand;
use marking::{Done, Work};
use std::collections::HashMap;
use std::time::{Duration, Instant};
use typing::Which;
use view::Grid;
use ways::Way;

/// At one person, or at the first.
pub(super) fn open(
    session: SessionId,
    who: Option<EnrolmentId>,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let hand = Hand::of(session, ctx)?;
    let at = Cursor::on(who.and_then(|who| hand.place(who)).unwrap_or(0), &hand.people());
    Ok(Box::new(Roll {
        hand,
        figures: HashMap::new(),
        at,
        jump: Jump::default(),
        which: None,
        block: None,
        form: OverCell::default(),
        begins: None,
        grid: Grid::default(),
    }))
}

pub(super) struct Roll {
    hand: Hand,
    /// Everybody's class hours, for the line about the chosen person.
    figures: HashMap<EnrolmentId, Totals>,
    at: Cursor<EnrolmentId>,
    jump: Jump,
    /// A mark that waits for the answer which of several it is for.
    which: Option<Which>,
    /// Several people at once, from where it was begun to the chosen place.
    block: Option<Block>,
    form: OverCell,
    /// When the session begins, seen from before: then it may be marked.
    begins: Option<Instant>,
    grid: Grid,
}

impl Roll {
    fn place(&self) -> Option<usize> {
        self.at.place(&self.hand.people())
    }

    fn chosen(&self) -> Option<&RollSeat> {
        self.hand.taken.seats.get(self.place()?)
    }

    fn step(&mut self, by: isize) {
        self.at.step(by, &self.hand.people());
    }

    /// The roll and everybody's hours as they are on file now.
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        self.hand.read(ctx);
        self.fit(ctx);
    }

    /// After the roll in hand was read: hours, cursor and block as they fit it.
    fn fit(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.class_ledger(&self.hand.taken.class) {
            Ok(ledger) => {
                self.figures = ledger.rows.into_iter().map(|row| (row.enrolment.id, row.totals)).collect();
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        self.at.settle(&self.hand.people());
        self.mind_block();
        self.jump.refresh(&self.hand.taken.seats);
        self.begins = self.begins_at(ctx);
    }

    fn begins_at(&self, ctx: &Ctx<'_>) -> Option<Instant> {
        let (now, session) = (ctx.desk.now(), &self.hand.taken.session);
        let minutes = session.slot.from().minute().checked_sub(now.time.minute()).filter(|left| *left > 0)?;
        (now.day == session.day).then(|| ctx.now + Duration::from_secs(u64::from(minutes) * 60))
    }

    /// After marks were written, or not: the finding is over, and the cursor goes on if it was wanted.
    fn done(&mut self, done: Done, ctx: &mut Ctx<'_>) -> Flow {
        if let Done::Wrote { whose, on } = done {
            let was_block = self.block.take().is_some();
            self.jump.clear();
            if let Some(who) = whose {
                self.at.choose(who);
            }
            self.fit(ctx);
            let before = self.at;
            if on && !was_block {
                self.step(1);
            }
            if self.hand.is_sick(whose) {
                let again = if self.at == before { t::again_for_personal } else { t::back_for_personal };
                ctx.note.add(again(ctx.lang));
            }
        }
        done.flow()
    }

    fn open_form(&mut self, ctx: &Ctx<'_>) {
        let Some(seat) = self.chosen() else { return };
        let cell = Cell {
            session: self.hand.session(),
            enrolment: seat.enrolment.id,
            name: seat.enrolment.name.clone(),
            mark: seat.line.as_ref().map(|line| line.mark),
            minutes: self.hand.taken.minutes(),
            timing: self.hand.timing(ctx),
        };
        self.form.open(cell, &self.hand.reason, ctx.lang);
        self.block = None;
        self.jump.clear();
    }

    fn save_form(&mut self, ctx: &mut Ctx<'_>) {
        if self.form.save(ctx).is_some() {
            self.hand.set += 1;
            self.read(ctx);
        }
    }

    fn history(&self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(seat) = self.chosen() else { return Flow::Stay };
        let name = &seat.enrolment.name;
        match ctx.desk.history(self.hand.session(), seat.enrolment.id) {
            Ok(lines) if lines.is_empty() => ctx.note.warn(t::history_none(ctx.lang, name)),
            Ok(lines) => {
                let day = self.hand.taken.session.day;
                let item = |line: &crate::store::rows::MarkLine| Item {
                    label: t::said(ctx.lang, line.mark),
                    detail: crate::ui::screen::person::written(ctx.lang, line, day),
                    ..Item::default()
                };
                let items = lines.iter().map(item).collect();
                return Flow::Ask(Dialog::pick(t::history_title(ctx.lang, name), items));
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        Flow::Stay
    }

    /// Whom a mark is for. With letters typed that fit nobody it is for nobody, and that is said.
    fn target(&mut self, ctx: &mut Ctx<'_>) -> Vec<EnrolmentId> {
        if self.fits_nobody(ctx) {
            return Vec::new();
        }
        let people = self.picked();
        if people.is_empty() {
            let is_empty = self.hand.taken.seats.is_empty();
            ctx.note.warn(if is_empty { t::empty(ctx.lang) } else { t::nobody_chosen(ctx.lang) });
        }
        people
    }
}

/// The class and the session in the first row, for every way of taking a roll.
fn place(hand: &Hand, lang: Lang) -> String {
    let class = &hand.taken.class;
    t::place(lang, codes::named(&class.course.0).name(lang), class.code.as_str())
}

fn status(hand: &Hand, lang: Lang) -> String {
    let session = &hand.taken.session;
    let hours = common::hours(lang, session.hours.get());
    let when = format!("{}  {hours}", say::lesson(lang, session.day, session.slot));
    if session.instructor.is_empty() { when } else { format!("{when}  {}", session.instructor) }
}

impl Screen for Roll {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = COMMANDS;

    fn title(&self, lang: Lang) -> String {
        place(&self.hand, lang)
    }

    fn status(&self, lang: Lang) -> String {
        status(&self.hand, lang)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let has_form = self.form.is_open();
        match cmd {
            // Enter goes on to the next field there
            Cmd::Detail => None,
            Cmd::Complete | Cmd::Ways if has_form => None,
            Cmd::Complete => self.hand.not_complete(),
            _ if has_form => Some(Reason::Words(t::form_open)),
            Cmd::AllPresent | Cmd::Cycle if self.block.is_some() => Some(Reason::Words(t::block_open)),
            Cmd::AllPresent if self.hand.left() == 0 => Some(Reason::Words(t::none_left)),
            Cmd::History | Cmd::PersonLedger | Cmd::Card | Cmd::Announce | Cmd::Block
                if self.chosen().is_none() =>
            {
                Some(Reason::Words(t::nobody_chosen))
            }
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let session = self.hand.session();
        match cmd {
            Cmd::Complete if self.form.is_open() => self.save_form(ctx),
            Cmd::Complete => self.hand.complete(ctx),
            Cmd::AllPresent => return self.everybody(ctx),
            Cmd::Mark(digit) => return self.digit_key(digit, ctx),
            Cmd::Cycle => {
                let Some(who) = self.target(ctx).first().copied() else { return Flow::Stay };
                let done = self.hand.cycle(who, ctx);
                return self.done(done, ctx);
            }
            Cmd::Seat => self.jump.start_seat(),
            Cmd::Detail => return self.enter_key(ctx),
            // the form that lies over the roll says that F4 lists
            Cmd::Ways => {
                return self.form.choose(ctx.lang).unwrap_or_else(|| ways::ask(Way::Page, ctx.lang));
            }
            Cmd::Block => self.toggle_block(),
            Cmd::History => return self.history(ctx),
            Cmd::Paste => return Flow::Go(Route::RollPaste(session, String::new())),
            Cmd::ClassPage => return Flow::Go(Route::Class(self.hand.taken.class.id)),
            Cmd::Paper => return Flow::Go(Route::Paper(session)),
            Cmd::Week => {
                let class = &self.hand.taken;
                let wanted = WeekWanted { class: Some(class.class.id), day: Some(class.session.day) };
                return Flow::Go(Route::Week(wanted));
            }
            Cmd::ClassLedger => return Flow::Go(Route::Ledger(self.hand.taken.class.id)),
            Cmd::PersonLedger => {
                if let Some(seat) = self.chosen() {
                    return Flow::Go(Route::PersonLedger(self.hand.taken.class.id, seat.enrolment.id));
                }
            }
            Cmd::Announce => {
                if let Some(seat) = self.chosen() {
                    return Flow::Go(Route::Leave(self.hand.taken.class.id, seat.enrolment.id));
                }
            }
            Cmd::Card => {
                if let Some(seat) = self.chosen() {
                    return Flow::Go(Route::Card(seat.enrolment.trainee));
                }
            }
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        self.offered(input, ctx)
    }

    /// On this page a scan finds, and marks nobody.
    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        self.find_scanned(scanned, ctx)
    }

    fn has_field(&self) -> bool {
        self.form.is_open()
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
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
        if self.form.leave(ctx) {
            return Flow::Stay;
        }
        let (left, session) = (self.hand.left(), &self.hand.taken.session);
        if left > 0 && self.hand.timing(ctx) == Timing::Now && session.cancelled.is_none() {
            // everything is saved: one is told, not held back
            let when = format!("{} {}", say::short(session.day), session.slot.from());
            ctx.note.warn(t::not_left(ctx.lang, self.hand.taken.class.code.as_str(), &when, left));
        }
        Flow::Back
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.is_open() {
            return Flow::Unused;
        }
        let whose = self.hand.undo(ctx);
        self.read(ctx);
        if let Some(who) = whose {
            self.at.choose(who);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.answered(&answer) {
            return Flow::Stay;
        }
        if answer.tag == ways::WAYS {
            return ways::answered(&answer, Way::Page, self.hand.session());
        }
        if let Some(which) = self.which.take() {
            return self.told_which(&which, &answer, ctx);
        }
        match self.hand.answer(answer, ctx) {
            Some(done) => self.done(done, ctx),
            None => Flow::Unused,
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        if self.form.click(target) {
            return Flow::Stay;
        }
        match target {
            Click::Row(row) if row < self.hand.taken.seats.len() => {
                self.at = Cursor::on(row, &self.hand.people());
                self.jump.clear();
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
        self.form.view(paint);
    }
}
