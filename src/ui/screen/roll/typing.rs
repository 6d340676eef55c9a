//! What is typed on the roll: letters and hanzi find, digits mark, arrows walk; a scanner's burst only ever finds.

use super::{Roll, Work};
use crate::app::attend::RollSeat;
use crate::domain::scan::Scanned;
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::screen::Route;
use crate::ui::screen::seek::burst::{Burst, judge};

impl Roll {
    pub(super) fn offered(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            return form.input(input, ctx.lang);
        }
        match input {
            // several cells of a spreadsheet: nothing a hand or a scanner types has a line end or a tab inside
            Input::Paste(text) if text.trim().contains(['\n', '\t']) => {
                Flow::Go(Route::RollPaste(self.hand.session(), text.clone()))
            }
            Input::Text(text) | Input::Paste(text) => self.burst(text, ctx),
            Input::Key(key) => self.walk(*key, ctx),
            _ => Flow::Unused,
        }
    }

    fn burst(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        match judge(text) {
            Burst::Unclear if text.chars().count() == 1 => Flow::Unused,
            Burst::Unclear => {
                self.jump.clear();
                ctx.note.warn(t::scan_ignored(ctx.lang));
                Flow::Stay
            }
            Burst::Typed(chars) => {
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

    pub(super) fn all(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let done = self.hand.write(Work::All, ctx);
        self.done(done, ctx)
    }

    fn one(&mut self, c: char, ctx: &mut Ctx<'_>) -> Flow {
        match c {
            '.' => self.jump.start_seat(),
            '*' => return self.all(ctx),
            '0'..='9' => return self.digit(c, ctx),
            _ => self.letter(c, ctx),
        }
        Flow::Stay
    }

    fn letter(&mut self, c: char, ctx: &mut Ctx<'_>) {
        self.jump.letter(c, &self.hand.taken.seats);
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
        let most = self.hand.taken.seats.iter().map(|seat| seat.enrolment.seat).max().unwrap_or(0);
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

    pub(super) fn find(&mut self, is: impl Fn(&RollSeat) -> bool) -> bool {
        let found = self.hand.taken.seats.iter().position(is);
        self.at = found.unwrap_or(self.at);
        found.is_some()
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
        match key {
            Key::Esc if !self.jump.is_empty() => self.jump.clear(),
            Key::Esc if self.block.is_some() => self.block = None,
            Key::Backspace if !self.jump.is_empty() => {
                self.jump.backspace(&self.hand.taken.seats);
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

    /// A scan chooses its person and marks nobody: that is the scanner page's work.
    pub(super) fn find_scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        let found = match scanned {
            Scanned::Trainee(number) => self.find(|seat| seat.enrolment.number == *number),
            other => match other.id() {
                Some(id) => self.find(|seat| seat.enrolment.id_number == id.as_str()),
                None => return Flow::Unused,
            },
        };
        self.jump.clear();
        match self.chosen().filter(|_| found) {
            Some(seat) => ctx.note.ok(t::scanned(ctx.lang, &seat.enrolment.name)),
            None => ctx.note.warn(t::scanned_stranger(ctx.lang)),
        }
        Flow::Stay
    }
}
