//! Keys that find somebody on a list of people, for every page that marks: letters, hanzi, a point and a seat, and a
//! scanner, which only ever finds. The page says who is on its list and what its own keys do.

pub(in crate::ui::screen) mod burst;
pub(in crate::ui::screen) mod jump;
mod trickle;
mod view;

use crate::domain::who::Who;
use crate::store::rows::EnrolmentRow;
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use burst::{Burst, judge};
use jump::Jump;
use std::time::{Duration, Instant};
use trickle::{Fed, Trickle};

/// A scanner's Enter follows its digits at once.
const SCAN_ENDS: Duration = Duration::from_millis(200);

/// What is being typed on a page that marks.
#[derive(Debug, Default)]
pub(in crate::ui::screen) struct Seek {
    pub(in crate::ui::screen) jump: Jump,
    trickle: Trickle,
    scanned: Option<Scanned>,
}

/// A scan, and the warning it got: the Enter it ends with is no command.
#[derive(Debug)]
struct Scanned {
    at: Instant,
    warned: &'static str,
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

    /// Marks that this visit set and did not take back.
    fn set(&self) -> usize;

    /// Takes marks back until only so many are left.
    fn take_back_to(&mut self, set: usize, ctx: &mut Ctx<'_>);

    /// Characters that arrived together.
    fn typed_text(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && self.trickles(c, ctx)
        {
            return Flow::Stay;
        }
        match judge(text) {
            Burst::Scanned(who) => self.scan(&who, ctx),
            Burst::Unclear if text.chars().count() == 1 => return Flow::Unused,
            Burst::Unclear => {
                self.seek().0.jump.clear();
                self.warn_scan(t::scan_ignored(ctx.lang), ctx);
            }
            Burst::Typed(chars) => {
                if chars.iter().any(|c| c.is_alphabetic()) {
                    self.seek().0.trickle.breaks();
                }
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
        seek.scanned = None;
        seek.trickle.breaks();
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

    /// Whether this character belongs to a scan and is used up by it.
    fn trickles(&mut self, c: char, ctx: &mut Ctx<'_>) -> bool {
        let set = self.set();
        let seek = self.seek().0;
        if seek.jump.is_seat() {
            return false;
        }
        let Fed::Scan { back_to } = seek.trickle.feed(c, ctx.now, set) else { return false };
        let who = Who::parse(seek.trickle.text());
        if let Some(set) = back_to {
            self.take_back_to(set, ctx);
        }
        match who {
            Some(who @ (Who::Id(_) | Who::Number(_))) => self.scan(&who, ctx),
            _ => self.warn_scan(t::scan_ignored(ctx.lang), ctx),
        }
        true
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
            return self.warn_scan(t::scanned_stranger(ctx.lang), ctx);
        };
        seek.scanned = Some(Scanned { at: ctx.now, warned: "" });
        self.found(nth, ctx);
        ctx.note.ok(t::scanned(ctx.lang, &name));
    }

    fn warn_scan(&mut self, words: &'static str, ctx: &mut Ctx<'_>) {
        ctx.note.warn(words);
        self.seek().0.scanned = Some(Scanned { at: ctx.now, warned: words });
    }

    /// Whether this is the Enter that a scanner ends with.
    fn ends_scan(&mut self, is_enter: bool, ctx: &mut Ctx<'_>) -> bool {
        let scanned = self.seek().0.scanned.take().filter(|scanned| ctx.now <= scanned.at + SCAN_ENDS);
        let Some(scanned) = scanned.filter(|_| is_enter) else { return false };
        if !scanned.warned.is_empty() {
            // the key took the warning away before anybody could read it
            ctx.note.warn(scanned.warned);
        }
        true
    }
}
