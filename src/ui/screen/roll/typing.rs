//! What is typed on the roll: letters and hanzi find, digits mark, arrows walk; a scanner's burst only ever finds.

use super::{Roll, Work};
use crate::app::attend::RollSeat;
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::MarkKind;
use crate::text::{Lang, common, roll as t};
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::Route;
use crate::ui::screen::cursor::Cursor;
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::seek::wish::Wish;
use crate::ui::widget::picker::Item;

/// A mark that waits for the answer which of several it is for: of those who were offered, whoever comes or goes
/// meanwhile.
pub(super) struct Which {
    wish: Wish,
    people: Vec<EnrolmentId>,
}

impl Roll {
    pub(super) fn offered(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.form.input(input, ctx.lang) {
            return flow;
        }
        match input {
            // several cells of a spreadsheet: nothing a hand or a scanner types has a line end or a tab inside
            Input::Paste(text) if text.trim().contains(['\n', '\t']) => {
                Flow::Go(Route::RollPaste(self.hand.session(), text.clone()))
            }
            Input::Text(text) | Input::Paste(text) => self.typed_text(text, ctx),
            Input::Key(key) if self.seek_key(*key, ctx) => Flow::Stay,
            Input::Key(key) => self.walk(*key),
            _ => Flow::Unused,
        }
    }

    /// Enter: a seat number of one digit is complete, the next field of the form, else the form opens.
    pub(super) fn enter_key(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.form.input(&Input::Key(Key::Enter), ctx.lang) {
            return flow;
        }
        if !self.completes_seat(ctx) {
            self.open_form(ctx);
        }
        Flow::Stay
    }

    fn walk(&mut self, key: Key) -> Flow {
        let (column, page) = self.grid.steps();
        match key {
            Key::Esc if self.block.is_some() => {
                self.block = None;
                return Flow::Stay;
            }
            Key::Up => self.step(-1),
            Key::Down => self.step(1),
            Key::Left => self.step(-column),
            Key::Right => self.step(column),
            Key::PgUp => self.step(-page),
            Key::PgDn => self.step(page),
            Key::Home => self.at = Cursor::on(0, &self.hand.people()),
            Key::End => self.step(isize::MAX),
            _ => return Flow::Unused,
        }
        self.jump.clear();
        Flow::Stay
    }
}

impl Roll {
    /// Several match and the first of them has another mark: nothing is written over before somebody chose.
    fn ask_which(&mut self, wish: Wish, lang: Lang) -> Flow {
        let people = self.jump.hits().to_vec();
        let found = people.iter().filter_map(|who| self.hand.taken.seat_of(*who));
        let item = |seat: &RollSeat| Item {
            label: seat.enrolment.called(),
            right: common::mark(lang, seat.mark()),
            ..Item::default()
        };
        let items: Vec<Item> = found.map(item).collect();
        let title = t::which(lang, self.jump.typed(), items.len());
        self.which = Some(Which { wish, people });
        Flow::Ask(Dialog::pick(title, items))
    }

    pub(super) fn told_which(&mut self, which: &Which, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        let Said::Picked(nth) = answer.said else { return Flow::Stay };
        let Some(who) = which.people.get(nth) else { return Flow::Stay };
        self.at.choose(*who);
        self.jump.clear();
        self.mark(which.wish, ctx)
    }
}

impl Seeker for Roll {
    type Person = RollSeat;

    fn seek(&mut self) -> (&mut Jump, &[RollSeat]) {
        (&mut self.jump, &self.hand.taken.seats)
    }

    fn found(&mut self, who: EnrolmentId, _: &mut Ctx<'_>) {
        self.at.choose(who);
    }

    fn mark(&mut self, wish: Wish, ctx: &mut Ctx<'_>) -> Flow {
        let people = self.target(ctx);
        if people.is_empty() {
            return Flow::Stay;
        }
        if let ([one], true) = (people.as_slice(), self.jump.is_unclear())
            && self.hand.would_replace(*one, wish)
        {
            return self.ask_which(wish, ctx.lang);
        }
        let done = self.hand.set(&people, wish, ctx);
        self.done(done, ctx)
    }

    fn likely_first(&mut self) {
        let taken = &self.hand.taken;
        self.jump.prefer(|who| match taken.seat_of(who).map(RollSeat::kind) {
            Some(MarkKind::NotTaken) => 0,
            Some(MarkKind::Present) => 1,
            _ => 2,
        });
    }

    fn everybody(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let done = self.hand.write(Work::All, ctx);
        self.done(done, ctx)
    }
}
