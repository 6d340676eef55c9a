//! Calling names: one person large in the middle, a digit marks and the next one comes. The voice sets the pace, so
//! nothing else stands on the page.

mod view;

use super::hand::Hand;
use super::marking::{Done, Work};
use super::ways::{self, Way};
use super::{place, status};
use crate::app::attend::RollSeat;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::MarkKind;
use crate::domain::scan::Scanned;
use crate::text::{Lang, call as t, common, roll as words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::Paint;
use crate::ui::screen::seek::wish::Wish;

pub(in crate::ui::screen) fn open(
    session: SessionId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let hand = Hand::of(session, ctx)?;
    let mut call = Call { hand, who: None, before: Vec::new() };
    call.who = call.next_from(0);
    Ok(Box::new(call))
}

struct Call {
    hand: Hand,
    /// Who is called; nobody when nobody is left.
    who: Option<EnrolmentId>,
    /// Who was called before, for going back; nobody for the end.
    before: Vec<Option<EnrolmentId>>,
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
        self.hand.taken.seats.get(self.place())
    }

    /// Where the called one stands; past the last seat when nobody is called.
    fn place(&self) -> usize {
        self.who.and_then(|who| self.hand.place(who)).unwrap_or(self.hand.taken.seats.len())
    }

    /// The first person not taken from this place on.
    fn next_from(&self, from: usize) -> Option<EnrolmentId> {
        let seats = &self.hand.taken.seats;
        let left = seats.iter().skip(from).find(|seat| seat.kind() == MarkKind::NotTaken);
        left.map(|seat| seat.enrolment.id)
    }

    /// On to the next person not taken; from the end, to the first of those passed over.
    fn next(&mut self) {
        let from = self.called().map_or(0, |_| self.place() + 1);
        self.before.push(self.who);
        self.who = self.next_from(from);
    }

    fn previous(&mut self) {
        let back = self.hand.taken.seats.get(self.place().saturating_sub(1)).map(|seat| seat.enrolment.id);
        self.who = self.before.pop().unwrap_or(back);
    }

    fn go(&mut self, place: usize) {
        self.before.push(self.who);
        let last = self.hand.taken.seats.len().saturating_sub(1);
        self.who = self.hand.taken.seats.get(place.min(last)).map(|seat| seat.enrolment.id);
    }

    fn mark(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        let Some((who, wish)) = self.called().map(|seat| seat.enrolment.id).zip(Wish::of(digit)) else {
            ctx.note.warn(t::nobody_called(ctx.lang));
            return Flow::Stay;
        };
        let done = self.hand.set(&[who], wish, ctx);
        self.done(done, ctx)
    }

    fn done(&mut self, done: Done, ctx: &mut Ctx<'_>) -> Flow {
        if let Done::Wrote { whose, .. } = done {
            self.next();
            if self.hand.is_sick(whose) {
                ctx.note.add(t::back_for_personal(ctx.lang));
            }
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
            Cmd::Previous if self.place() == 0 && self.before.is_empty() => Some(Reason::Words(t::first)),
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
            Input::Key(Key::Down | Key::Right) => self.go(self.place() + 1),
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
        self.hand.read(ctx);
        let Self { hand, before, .. } = self;
        before.retain(|who| who.is_none_or(|who| hand.place(who).is_some()));
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(who) = self.hand.undo(ctx) {
            self.before.retain(|before| *before != Some(who));
            self.who = Some(who);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.tag == ways::WAYS {
            return ways::answered(&answer, Way::Call, self.hand.session());
        }
        match self.hand.answer(answer, ctx) {
            Some(done) => self.done(done, ctx),
            None => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
