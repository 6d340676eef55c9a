//! Keys that find somebody on a list of people, for every page that marks: letters, hanzi, a point and a seat, and a
//! scanner, which only ever finds. The page says who is on its list and what its own keys do.

pub(in crate::ui::screen) mod asked;
pub(in crate::ui::screen) mod burst;
pub(in crate::ui::screen) mod jump;
mod view;
pub(in crate::ui::screen) mod wish;

use crate::app::attend::is_meant;
use crate::domain::ids::EnrolmentId;
use crate::domain::scan::Scanned;
use crate::store::rows::EnrolmentRow;
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use burst::{Burst, judge};
use jump::Jump;
use wish::Wish;

/// A page with people that can be found and marked.
pub(in crate::ui::screen) trait Seeker {
    type Person: AsRef<EnrolmentRow>;

    fn seek(&mut self) -> (&mut Jump, &[Self::Person]);

    /// Somebody of the list is meant.
    fn found(&mut self, who: EnrolmentId, ctx: &mut Ctx<'_>);

    /// A digit that belongs to no seat marks.
    fn mark(&mut self, wish: Wish, ctx: &mut Ctx<'_>) -> Flow;

    fn everybody(&mut self, ctx: &mut Ctx<'_>) -> Flow;

    /// Several match what is typed: puts first whoever is more likely meant.
    fn likely_first(&mut self) {}

    /// Characters that arrived together.
    fn typed_text(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        match judge(text) {
            Burst::Unclear if text.chars().count() == 1 => return Flow::Unused,
            Burst::Unclear => {
                self.seek().0.clear();
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
            '.' => self.seek().0.start_seat(),
            '*' => return self.everybody(ctx),
            '0'..='9' => return self.digit_key(c, ctx),
            _ => {
                let (jump, people) = self.seek();
                jump.letter(c, people);
                self.likely_first();
                self.follow(ctx);
            }
        }
        Flow::Stay
    }

    /// A digit is part of a seat number while one is typed, else it is the page's.
    fn digit_key(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        let (jump, people) = self.seek();
        if !jump.is_seat() {
            return Wish::of(digit).map_or(Flow::Unused, |wish| self.mark(wish, ctx));
        }
        let most = people.iter().map(|person| person.as_ref().seat).max().unwrap_or(0);
        if let Some(seat) = jump.seat_digit(digit, if most > 99 { 3 } else { 2 }) {
            self.choose_seat(seat, ctx);
        }
        Flow::Stay
    }

    /// Enter while a seat is typed: the number is complete. False where none is.
    fn completes_seat(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let jump = self.seek().0;
        match (jump.seat(), jump.is_seat()) {
            (Some(seat), _) => self.choose_seat(seat, ctx),
            (None, true) => jump.clear(),
            (None, false) => return false,
        }
        true
    }

    fn choose_seat(&mut self, seat: u32, ctx: &mut Ctx<'_>) {
        let (jump, people) = self.seek();
        jump.clear();
        let found = people.iter().map(AsRef::as_ref).find(|person| person.seat == seat);
        match found.map(|person| person.id) {
            Some(who) => self.found(who, ctx),
            None => ctx.note.warn(t::no_seat(ctx.lang, seat)),
        }
    }

    /// Keys that belong to what is being typed; false for those that are the page's own.
    fn seek_key(&mut self, key: Key, ctx: &mut Ctx<'_>) -> bool {
        let (jump, people) = self.seek();
        match key {
            Key::Esc if !jump.is_empty() => {
                jump.clear();
                return true;
            }
            Key::Backspace if !jump.is_empty() => {
                jump.backspace(people);
                self.likely_first();
            }
            Key::Up | Key::Down if jump.hits().len() > 1 => jump.step(key == Key::Down),
            _ => return false,
        }
        self.follow(ctx);
        true
    }

    /// The chosen one of those found is the chosen one of the page.
    fn follow(&mut self, ctx: &mut Ctx<'_>) {
        let jump = self.seek().0;
        match jump.chosen() {
            Some(who) => self.found(who, ctx),
            None if !jump.is_empty() && !jump.is_seat() => {
                ctx.note.warn(t::no_match(ctx.lang, jump.typed()));
            }
            None => {}
        }
    }

    /// Whether letters are typed that fit nobody: then a mark is for nobody, and that is said.
    fn fits_nobody(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let jump = self.seek().0;
        let nobody = !jump.is_empty() && jump.hits().is_empty();
        if nobody {
            ctx.note.warn(t::not_found(ctx.lang, jump.typed()));
            jump.clear();
        }
        nobody
    }

    /// A scan finds and marks nobody.
    fn find_scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        let Some(who) = scanned.who() else { return Flow::Unused };
        let (jump, people) = self.seek();
        jump.clear();
        let found = people.iter().map(AsRef::as_ref).find(|person| is_meant(&who, person));
        let Some((who, name)) = found.map(|person| (person.id, person.name.clone())) else {
            ctx.note.warn(t::scanned_stranger(ctx.lang));
            return Flow::Stay;
        };
        self.found(who, ctx);
        ctx.note.ok(t::scanned(ctx.lang, &name));
        Flow::Stay
    }
}
