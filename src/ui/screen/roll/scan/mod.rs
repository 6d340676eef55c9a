//! People at the door: every scan of an ID card or a trainee number marks that person present, late after the grace of
//! the rule pack. Whoever is not due here is asked about and never marked.

mod view;

use super::hand::Hand;
use super::ways::{self, Way};
use super::{place, status};
use crate::app::Outcome;
use crate::app::arrivals::{Arrival, Elsewhere, Person};
use crate::domain::calendar::TimeOfDay;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::Mark;
use crate::domain::scan::Scanned;
use crate::text::{Lang, arrivals as t, roll as roll_words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::Paint;
use crate::ui::screen::{EnrolWanted, Route};
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::Item;

pub(in crate::ui::screen) fn open(
    session: SessionId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let hand = Hand::of(session, ctx)?;
    let grace = ctx.desk.rules_of(&hand.taken.class).grace_minutes.value;
    let late_after = TimeOfDay::from_minute(hand.taken.session.slot.from().minute() + grace);
    Ok(Box::new(Scan {
        hand,
        late_after: late_after.unwrap_or(TimeOfDay::END),
        on_time: false,
        field: Field::new(Kind::IdNumber),
        seen: None,
        came: Vec::new(),
    }))
}

struct Scan {
    hand: Hand,
    /// Whoever comes later than this is late.
    late_after: TimeOfDay,
    /// Cards that were collected at the door are scanned after it: nobody is late by the clock.
    on_time: bool,
    /// For a number typed by hand, and for one that was read wrong, to be mended.
    field: Field,
    /// What became of the last scan.
    seen: Option<Seen>,
    /// Who was marked on this visit and when, the last one first.
    came: Vec<(EnrolmentId, TimeOfDay)>,
}

/// What became of a scan.
#[derive(Debug, Clone)]
enum Seen {
    /// Marked; what stood there before, if somebody had said otherwise.
    Marked { who: EnrolmentId, mark: Mark, instead_of: Option<Mark> },
    /// A mark of presence stands already.
    Standing(EnrolmentId),
    /// On file, not due here.
    Elsewhere(Elsewhere),
    /// No number of a person: as it came.
    Refused(Scanned),
    /// A number that nobody on file has.
    Unknown(Scanned),
    /// The session is not on.
    Closed(Arrival),
}

/// What can be done about somebody who was not marked.
enum Choice {
    /// Goes on scanning; the first of the list, so that an Enter too many does nothing.
    Nothing,
    Go(Box<Route>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Take,
    Complete,
    OnTime,
    Ways,
}

const CHOICE: &str = "choice";

impl Scan {
    /// Takes the number that was typed. With an empty box, asks what to do about whoever was not marked.
    fn take(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.field.is_empty() {
            return self.ask(ctx.lang);
        }
        self.see(&Scanned::of(self.field.text(), None), ctx);
        Flow::Stay
    }

    fn see(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) {
        // what was said of the person before is not about this one
        ctx.note.clear();
        self.field.set("");
        self.hand.read(ctx);
        // without its X the whole number stands in the box: Enter says that it is this one
        let who = scanned.who().filter(|_| !matches!(scanned, Scanned::LacksX(_)));
        let Some(who) = who else { return self.refuse(scanned) };
        let seen = ctx.desk.person_meant(&self.hand.taken, &who).and_then(|person| match person {
            Person::OnRoll(who) => self.arrived(who, ctx),
            Person::Elsewhere(person) => Ok(Seen::Elsewhere(person)),
            Person::Unknown => Ok(Seen::Unknown(scanned.clone())),
        });
        match seen {
            Ok(seen) => self.seen = Some(seen),
            Err(trouble) => {
                self.seen = None;
                ctx.fail(&trouble);
            }
        }
    }

    /// What was read wrong stays in the box, to be compared with the card and mended; the next scan takes its place.
    fn refuse(&mut self, scanned: &Scanned) {
        self.field.set(&view::raw(scanned));
        self.field.enter();
        self.seen = Some(Seen::Refused(scanned.clone()));
    }

    /// Marks somebody who is due here, unless a mark of presence stands.
    fn arrived(&mut self, who: EnrolmentId, ctx: &mut Ctx<'_>) -> Outcome<Seen> {
        let before = self.hand.mark_of(who);
        if before.is_some_and(|mark| matches!(mark, Mark::Present { .. })) {
            return Ok(Seen::Standing(who));
        }
        let mark = match ctx.desk.arrival(&self.hand.taken) {
            Arrival::Mark(_) if self.on_time => Mark::PRESENT,
            Arrival::Mark(mark) => mark,
            closed => return Ok(Seen::Closed(closed)),
        };
        ctx.desk.mark(self.hand.session(), &[who], mark, t::evidence(ctx.lang))?;
        self.hand.set += 1;
        self.hand.read(ctx);
        self.came.retain(|(there, _)| *there != who);
        self.came.insert(0, (who, ctx.desk.now().time));
        let name = self.hand.name_of(who);
        ctx.note.ok(roll_words::marked(ctx.lang, name, &roll_words::said(ctx.lang, mark)));
        Ok(Seen::Marked { who, mark, instead_of: before })
    }

    /// What can be done about the last scan, if it marked nobody.
    fn choices(&self, lang: Lang) -> Vec<(String, Choice)> {
        let class = &self.hand.taken.class;
        let code = class.code.as_str();
        let mut choices = vec![(t::leave_it(lang).to_owned(), Choice::Nothing)];
        match &self.seen {
            Some(Seen::Elsewhere(person)) => {
                let theirs = person.class.as_ref();
                if let Some((session, theirs)) = person.session.zip(theirs) {
                    let go = Choice::Go(Box::new(Route::Roll(session)));
                    choices.push((t::open_theirs(lang, theirs.code.as_str()), go));
                }
                if !theirs.is_some_and(|theirs| theirs.class == class.id && theirs.left.is_none()) {
                    let (person, class) = (Some(person.id), Some(class.id));
                    let wanted = EnrolWanted { person, class, ..EnrolWanted::default() };
                    choices.push((t::enrol_here(lang, code), Choice::Go(Box::new(Route::Enrol(wanted)))));
                }
            }
            Some(Seen::Unknown(scanned)) => {
                let card = if let Scanned::Card(card) = scanned { Some(card.as_ref().clone()) } else { None };
                let (typed, class) = (view::raw(scanned), Some(class.id));
                let wanted = EnrolWanted { typed, class, card, ..EnrolWanted::default() };
                choices.push((t::enrol_new(lang, code), Choice::Go(Box::new(Route::Enrol(wanted)))));
            }
            _ => {}
        }
        choices
    }

    fn ask(&self, lang: Lang) -> Flow {
        let choices = self.choices(lang);
        let Some(seen) = self.seen.as_ref().filter(|_| choices.len() > 1) else { return Flow::Stay };
        let items = choices.into_iter().map(|(words, _)| Item::new(words)).collect();
        let words = self.words(seen, lang);
        Flow::Ask(Dialog::pick(format!("{}  {}", words.large, words.below), items).tagged(CHOICE))
    }
}

impl Screen for Scan {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Complete, &[Key::F(8)], roll_words::complete, crate::text::call::complete_about),
        shown(Cmd::Take, &[Key::Enter], t::take, t::take_about),
        shown(Cmd::OnTime, &[Key::F(2)], t::on_time, t::on_time_about),
        shown(Cmd::Ways, &[Key::F(4)], roll_words::ways_key, roll_words::ways_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::place(lang, &place(&self.hand, lang))
    }

    fn status(&self, lang: Lang) -> String {
        status(&self.hand, lang)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        (cmd == Cmd::Complete).then(|| self.hand.not_complete()).flatten()
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Take => return self.take(ctx),
            Cmd::Complete => self.hand.complete(ctx),
            Cmd::OnTime => self.on_time = !self.on_time,
            Cmd::Ways => return ways::ask(Way::Scan, ctx.lang),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.field.input(input).flow()
    }

    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        self.see(scanned, ctx);
        Flow::Stay
    }

    /// Only who was marked was scanned.
    fn took_scan(&self) -> bool {
        matches!(self.seen, Some(Seen::Marked { .. }))
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        Some(t::field_help(lang).to_owned())
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.hand.read(ctx);
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(who) = self.hand.undo(ctx) {
            self.came.retain(|(there, _)| *there != who);
        }
        self.seen = None;
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if answer.tag == ways::WAYS {
            return ways::answered(&answer, Way::Scan, self.hand.session());
        }
        let Said::Picked(nth) = answer.said else { return Flow::Stay };
        match self.choices(ctx.lang).into_iter().nth(nth) {
            Some((_, Choice::Go(route))) => Flow::Go(*route),
            Some((_, Choice::Nothing)) | None => {
                self.seen = None;
                Flow::Stay
            }
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
