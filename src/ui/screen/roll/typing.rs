//! What is typed on the roll: letters and hanzi find, digits mark, arrows walk; a scanner's burst only ever finds.

use super::Roll;
use super::commands::Cmd;
use crate::app::attend::RollSeat;
use crate::domain::who::Who;
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::screen::seek::burst::{Burst, judge};
use std::time::{Duration, Instant};

/// A scanner's Enter follows its digits at once.
const SCAN_ENDS: Duration = Duration::from_millis(200);

/// A scan, and the warning it got.
pub(super) struct Scanned {
    at: Instant,
    warned: &'static str,
}

impl Roll {
    pub(super) fn offered(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            return form.input(input, ctx.lang);
        }
        match input {
            Input::Text(text) | Input::Paste(text) => self.burst(text, ctx),
            Input::Key(key) => self.walk(*key, ctx),
            _ => Flow::Unused,
        }
    }

    fn burst(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && self.trickles(c, ctx)
        {
            return Flow::Stay;
        }
        match judge(text) {
            Burst::Scanned(who) => {
                self.scan(&who, ctx);
                Flow::Stay
            }
            Burst::Unclear if text.chars().count() == 1 => Flow::Unused,
            Burst::Unclear => {
                self.jump.clear();
                self.warn_scan(t::scan_ignored(ctx.lang), ctx);
                Flow::Stay
            }
            Burst::Typed(chars) => {
                if chars.iter().any(|c| c.is_alphabetic()) {
                    self.breaks_trickle();
                }
                for c in chars {
                    let flow = self.one(c, ctx);
                    // a question was asked: the rest was not meant for it
                    if !matches!(flow, Flow::Stay) {
                        return flow;
                    }
                }
                Flow::Stay
            }
        }
    }

    fn one(&mut self, c: char, ctx: &mut Ctx<'_>) -> Flow {
        match c {
            '.' => self.jump.start_seat(),
            '*' => return self.write(super::Work::All, ctx),
            '0'..='9' => return self.digit(c, ctx),
            _ => self.letter(c, ctx),
        }
        Flow::Stay
    }

    fn letter(&mut self, c: char, ctx: &mut Ctx<'_>) {
        self.jump.letter(c, &self.taken.seats);
        self.follow(ctx);
    }

    /// The chosen one of those found is the chosen one of the roll.
    fn follow(&mut self, ctx: &mut Ctx<'_>) {
        match self.jump.chosen() {
            Some(at) => self.at = at,
            None if !self.jump.is_empty() && !self.jump.is_seat() => {
                ctx.note.warn(t::no_match(ctx.lang, self.jump.typed()));
            }
            None => {}
        }
    }

    pub(super) fn seat_digit(&mut self, digit: char, ctx: &mut Ctx<'_>) {
        let most = self.taken.seats.iter().map(|seat| seat.enrolment.seat).max().unwrap_or(0);
        let digits = if most > 99 { 3 } else { 2 };
        if let Some(seat) = self.jump.seat_digit(digit, digits) {
            self.choose_seat(seat, ctx);
        }
    }

    fn choose_seat(&mut self, seat: u32, ctx: &mut Ctx<'_>) {
        self.jump.clear();
        if !self.find(|there| there.enrolment.seat == seat) {
            ctx.note.warn(t::no_seat(ctx.lang, seat));
        }
    }

    fn find(&mut self, is: impl Fn(&RollSeat) -> bool) -> bool {
        let found = self.taken.seats.iter().position(is);
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    pub(super) fn scan(&mut self, who: &Who, ctx: &mut Ctx<'_>) {
        self.jump.clear();
        let found = self.find(|seat| match who {
            Who::Id(id) => seat.enrolment.id_number == id.as_str(),
            Who::Number(number) => seat.enrolment.number == *number,
            Who::Seat(_) | Who::Name(_) => false,
        });
        match self.chosen().filter(|_| found) {
            Some(seat) => {
                ctx.note.ok(t::scanned(ctx.lang, &seat.enrolment.name));
                self.scanned = Some(Scanned { at: ctx.now, warned: "" });
            }
            None => self.warn_scan(t::scanned_stranger(ctx.lang), ctx),
        }
    }

    pub(super) fn warn_scan(&mut self, words: &'static str, ctx: &mut Ctx<'_>) {
        ctx.note.warn(words);
        self.scanned = Some(Scanned { at: ctx.now, warned: words });
    }

    /// Whether this is the Enter that a scanner ends with.
    pub(super) fn ends_scan(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> bool {
        let scanned = self.scanned.take().filter(|scanned| ctx.now <= scanned.at + SCAN_ENDS);
        let Some(scanned) = scanned.filter(|_| cmd == Cmd::Detail) else { return false };
        if !scanned.warned.is_empty() {
            // the key took the warning away before anybody could read it
            ctx.note.warn(scanned.warned);
        }
        true
    }

    /// Enter: a seat number of one digit is complete, the next field of the form, else the form opens.
    pub(super) fn enter_key(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            return form.input(&Input::Key(Key::Enter), ctx.lang);
        }
        match self.jump.seat() {
            Some(seat) => self.choose_seat(seat, ctx),
            None if self.jump.is_seat() => self.jump.clear(),
            None => self.open_form(ctx),
        }
        Flow::Stay
    }

    fn walk(&mut self, key: Key, ctx: &mut Ctx<'_>) -> Flow {
        self.scanned = None;
        self.breaks_trickle();
        match key {
            Key::Esc if !self.jump.is_empty() => self.jump.clear(),
            Key::Backspace if !self.jump.is_empty() => {
                self.jump.backspace(&self.taken.seats);
                self.follow(ctx);
            }
            Key::Up | Key::Down if self.jump.hits().len() > 1 => {
                self.jump.step(key == Key::Down);
                self.follow(ctx);
            }
            _ => {
                let (column, page) = self.grid.steps();
                match key {
                    Key::Up => self.step(-1),
                    Key::Down => self.step(1),
                    Key::Left => self.step(-column),
                    Key::Right => self.step(column),
                    Key::PgUp => self.step(-page),
                    Key::PgDn => self.step(page),
                    Key::Home => self.at = 0,
                    Key::End => self.step(isize::MAX),
                    _ => return Flow::Unused,
                }
                self.jump.clear();
            }
        }
        Flow::Stay
    }
}
