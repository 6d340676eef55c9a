//! Calling names: one person large in the middle, a digit marks and the next one comes. The voice sets the pace, so
//! nothing else stands on the page.

mod view;

use super::commands::{quiet, shown, wish};
use super::hand::Hand;
use super::marking::{Done, Work};
use super::ways::{self, Way};
use super::{place, status};
use crate::app::attend::RollSeat;
use crate::domain::ids::SessionId;
use crate::domain::mark::MarkKind;
use crate::domain::scan::Scanned;
use crate::text::{Lang, call as t, common, roll as words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};

pub(in crate::ui::screen) fn open(
    session: SessionId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let hand = Hand::of(session, ctx)?;
    let mut call = Call { hand, at: 0, before: Vec::new() };
    call.at = call.next_from(0);
    Ok(Box::new(call))
}

struct Call {
    hand: Hand,
    /// Who is called; past the last seat when nobody is left.
    at: usize,
    /// Who was called before, for going back.
    before: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Complete,
    Mark(char),
    Next,
    Previous,
    All,
    Ways,
}

impl Call {
    fn called(&self) -> Option<&RollSeat> {
        self.hand.taken.seats.get(self.at)
    }

    /// The first person not taken from this place on, or the end.
    fn next_from(&self, from: usize) -> usize {
        let seats = &self.hand.taken.seats;
        let left = seats.iter().skip(from).position(|seat| seat.kind() == MarkKind::NotTaken);
        left.map_or(seats.len(), |left| from + left)
    }

    /// On to the next person not taken; from the end, to the first of those passed over.
    fn next(&mut self) {
        let at_end = self.called().is_none();
        self.before.push(self.at);
        self.at = self.next_from(if at_end { 0 } else { self.at + 1 });
    }

    fn previous(&mut self) {
        self.at = self.before.pop().unwrap_or_else(|| self.at.saturating_sub(1));
    }

    fn go(&mut self, at: usize) {
        self.before.push(self.at);
        self.at = at.min(self.hand.taken.seats.len().saturating_sub(1));
    }

    fn mark(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        let Some((who, wish)) = self.called().map(|seat| seat.enrolment.id).zip(wish(digit)) else {
            ctx.note.warn(t::nobody_called(ctx.lang));
            return Flow::Stay;
        };
        let done = self.hand.set(&[who], wish, ctx);
        self.done(done)
    }

    fn done(&mut self, done: Done) -> Flow {
        if matches!(done, Done::Wrote { .. }) {
            self.next();
        }
        done.flow()
    }
}

impl Screen for Call {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Complete, &[Key::F(8)], words::complete, t::complete_about),
        shown(Cmd::Next, &[Key::SPACE], t::next, t::next_about),
        shown(Cmd::Previous, &[Key::Backspace], t::previous, t::previous_about),
        shown(Cmd::Ways, &[Key::F(4)], words::ways_key, words::ways_about),
        // their legend stands on the page
        quiet(Cmd::Mark('1'), &[Key::Char('1')], common::present, words::present_about),
        quiet(Cmd::Mark('2'), &[Key::Char('2')], common::late, words::late_about),
        quiet(Cmd::Mark('3'), &[Key::Char('3')], common::early, words::early_about),
        quiet(Cmd::Mark('4'), &[Key::Char('4')], common::leave, words::leave_about),
        quiet(Cmd::Mark('5'), &[Key::Char('5')], common::absent, words::absent_about),
        quiet(Cmd::Mark('0'), &[Key::Char('0')], words::clear, words::clear_about),
        quiet(Cmd::All, &[Key::Char('*')], words::all_present, words::all_present_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::place(lang, &place(&self.hand, lang))
    }

    fn status(&self, lang: Lang) -> String {
        status(&self.hand, lang)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Complete => self.hand.not_complete(),
            Cmd::Next if self.hand.left() == 0 && self.called().is_none() => {
                Some(Reason::Words(words::none_left))
            }
            Cmd::All if self.hand.left() == 0 => Some(Reason::Words(words::none_left)),
            Cmd::Previous if self.at == 0 && self.before.is_empty() => Some(Reason::Words(t::first)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Mark(digit) => return self.mark(digit, ctx),
            Cmd::Next => self.next(),
            Cmd::Previous => self.previous(),
            Cmd::Complete => self.hand.complete(ctx),
            Cmd::Ways => return ways::ask(Way::Call, ctx.lang),
            Cmd::All => {
                let done = self.hand.write(Work::All, ctx);
                if matches!(done, Done::Wrote { .. }) {
                    self.next();
                }
                return done.flow();
            }
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        match input {
            Input::Text(text) | Input::Paste(text) if text.chars().count() > 1 => {
                ctx.note.warn(words::scan_ignored(ctx.lang));
            }
            Input::Key(Key::Up | Key::Left) => self.previous(),
            Input::Key(Key::Down | Key::Right) => self.go(self.at + 1),
            Input::Key(Key::Home) => self.go(0),
            Input::Key(Key::End) => self.go(usize::MAX),
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    /// One is called by voice here: a card is for the page of the scanner.
    fn scanned(&mut self, _: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        ctx.note.warn(words::scan_ignored(ctx.lang));
        Flow::Stay
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let called = self.called().map(|seat| seat.enrolment.id);
        self.hand.read(ctx);
        if let Some(at) = called.and_then(|who| self.hand.place(who)) {
            self.at = at;
        }
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(at) = self.hand.undo(ctx).and_then(|who| self.hand.place(who)) {
            self.before.retain(|before| *before != at);
            self.at = at;
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.tag == ways::WAYS {
            return ways::answered(&answer, Way::Call, self.hand.session());
        }
        match self.hand.answer(answer, ctx) {
            Some(done) => self.done(done),
            None => Flow::Unused,
        }
    }

    fn click(&mut self, _: Click, _: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
