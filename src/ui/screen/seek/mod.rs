//! Keys that find somebody on a list of people, for every page that marks: letters, hanzi, a point and a seat, and a
//! scanner, which only ever finds. The page says who is on its list and what its own keys do.

pub(in crate::ui::screen) mod burst;
pub(in crate::ui::screen) mod jump;
mod view;

use crate::domain::who::Who;
use crate::store::rows::EnrolmentRow;
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use burst::{Burst, judge};
use jump::Jump;

/// What is being typed on a page that marks.
#[derive(Debug, Default)]
pub(in crate::ui::screen) struct Seek {
    pub(in crate::ui::screen) jump: Jump,
}

/// A page with people that can be found and marked.
pub(in crate::ui::screen) trait Seeker {
    type Person: AsRef<EnrolmentRow>;

    fn seek(&mut self) -> (&mut Seek, &[Self::Person]);

    /// The nth person of the list is meant.
    fn found(&mut self, nth: usize, ctx: &mut Ctx<'_>);

    /// A digit that belongs to no seat.
    fn digit(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow;

    fn everybody(&mut self, ctx: &mut Ctx<'_>) -> Flow;

    /// Characters that arrived together.
    fn typed_text(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        match judge(text) {
            Burst::Unclear if text.chars().count() == 1 => return Flow::Unused,
            Burst::Unclear => {
                self.seek().0.jump.clear();
                ctx.note.warn(t::scan_ignored(ctx.lang));
            }
            Burst::Typed(chars) => {
                for c in chars {
                    let flow = self.one(c, ctx);
                    // a question was asked: the rest was not meant for it
                    if !matches!(flow, Flow::Stay) {
                        return flow;
                    }
                }
            }
        }
        Flow::Stay
    }

    fn one(&mut self, c: char, ctx: &mut Ctx<'_>) -> Flow {
        match c {
            '.' => self.seek().0.jump.start_seat(),
            '*' => return self.everybody(ctx),
            '0'..='9' => return self.digit_key(c, ctx),
            _ => {
                let (seek, people) = self.seek();
                seek.jump.letter(c, people);
                self.follow(ctx);
            }
        }
        Flow::Stay
    }

    /// A digit is part of a seat number while one is typed, else it is the page's.
    fn digit_key(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        let (seek, people) = self.seek();
        if !seek.jump.is_seat() {
            return self.digit(digit, ctx);
        }
        let most = people.iter().map(|person| person.as_ref().seat).max().unwrap_or(0);
        if let Some(seat) = seek.jump.seat_digit(digit, if most > 99 { 3 } else { 2 }) {
            self.choose_seat(seat, ctx);
        }
        Flow::Stay
    }

    /// Enter while a seat is typed: the number is complete. False where none is.
    fn completes_seat(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let jump = &mut self.seek().0.jump;
        match (jump.seat(), jump.is_seat()) {
            (Some(seat), _) => self.choose_seat(seat, ctx),
            (None, true) => jump.clear(),
            (None, false) => return false,
        }
        true
    }

    fn choose_seat(&mut self, seat: u32, ctx: &mut Ctx<'_>) {
        let (seek, people) = self.seek();
        seek.jump.clear();
        match people.iter().position(|person| person.as_ref().seat == seat) {
            Some(nth) => self.found(nth, ctx),
            None => ctx.note.warn(t::no_seat(ctx.lang, seat)),
        }
    }

    /// Keys that belong to what is being typed; false for those that are the page's own.
    fn seek_key(&mut self, key: Key, ctx: &mut Ctx<'_>) -> bool {
        let (seek, people) = self.seek();
        match key {
            Key::Esc if !seek.jump.is_empty() => {
                seek.jump.clear();
                return true;
            }
            Key::Backspace if !seek.jump.is_empty() => seek.jump.backspace(people),
            Key::Up | Key::Down if seek.jump.hits().len() > 1 => seek.jump.step(key == Key::Down),
            _ => return false,
        }
        self.follow(ctx);
        true
    }

    /// The chosen one of those found is the chosen one of the page.
    fn follow(&mut self, ctx: &mut Ctx<'_>) {
        let jump = &self.seek().0.jump;
        match jump.chosen() {
            Some(nth) => self.found(nth, ctx),
            None if !jump.is_empty() && !jump.is_seat() => {
                ctx.note.warn(t::no_match(ctx.lang, jump.typed()));
            }
            None => {}
        }
    }

    /// Whether letters are typed that fit nobody: then a mark is for nobody, and that is said.
    fn fits_nobody(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let jump = &mut self.seek().0.jump;
        let nobody = !jump.is_empty() && jump.hits().is_empty();
        if nobody {
            ctx.note.warn(t::not_found(ctx.lang, jump.typed()));
            jump.clear();
        }
        nobody
    }

    fn scan(&mut self, who: &Who, ctx: &mut Ctx<'_>) {
        let (seek, people) = self.seek();
        seek.jump.clear();
        let is = |person: &EnrolmentRow| match who {
            Who::Id(id) => person.id_number == id.as_str(),
            Who::Number(number) => person.number == *number,
            Who::Seat(_) | Who::Name(_) => false,
        };
        let found = people.iter().enumerate().find(|(_, person)| is(person.as_ref()));
        let Some((nth, name)) = found.map(|(nth, person)| (nth, person.as_ref().name.clone())) else {
            return ctx.note.warn(t::scanned_stranger(ctx.lang));
        };
        self.found(nth, ctx);
        ctx.note.ok(t::scanned(ctx.lang, &name));
    }
}
