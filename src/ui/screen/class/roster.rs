//! What is done with the people of a class: seated from the waiting list, taken off it, sent on their way.

use super::people::Seat;
use super::{Class, Cmd, List};
use crate::app::{Trouble, words as say};
use crate::domain::departure::DepartureKind;
use crate::domain::ids::EnrolmentId;
use crate::domain::operator::Right;
use crate::domain::room::{Room, Seating};
use crate::store::rows::WaitingRow;
use crate::text::roster as words;
use crate::text::{Lang, Words};
use crate::ui::command::{Ctx, Flow, Screen};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::seek::wish::Wish;
use crate::ui::screen::{EnrolWanted, Route};

const PROMOTE: &str = "promote";
/// The same for a free seat, from another list.
const SEAT: &str = "seat";
const STOP: &str = "stop-waiting";

/// The key that seats the next one, for sentences that name it.
pub(in crate::ui::screen) fn promote_key(lang: Lang) -> String {
    let command = Class::COMMANDS.iter().find(|command| command.run == Cmd::Promote);
    command.and_then(|command| command.keys.first()).map_or(String::new(), |key| key.label(lang).into_owned())
}

/// What is done with the person that was found, and what is no digit.
const fn is_about_seat(cmd: Cmd) -> bool {
    matches!(
        cmd,
        Cmd::Open
            | Cmd::Other
            | Cmd::Before
            | Cmd::Add
            | Cmd::Edit
            | Cmd::Remove
            | Cmd::Card
            | Cmd::Transfer
            | Cmd::Announce
            | Cmd::Import
    )
}

impl Class {
    /// Steps to the next list or the one before, round and round.
    pub(super) fn show(&mut self, step: isize) -> Flow {
        let lists: Vec<List> = self.lists().collect();
        let count = isize::try_from(lists.len()).unwrap_or(1);
        let here = lists.iter().position(|list| *list == self.list).unwrap_or(0);
        let to = (isize::try_from(here).unwrap_or(0) + step).rem_euclid(count);
        self.jump.clear();
        self.list = usize::try_from(to).ok().and_then(|nth| lists.get(nth)).copied().unwrap_or(self.list);
        Flow::Stay
    }

    /// Letters and hanzi find somebody on the roster, as on the roll; all other signs mean nothing here.
    pub(super) fn look_for(&mut self, text: &str, ctx: &mut Ctx<'_>) -> Flow {
        if text.chars().any(|c| matches!(c, '.' | '*' | '0'..='9')) {
            Flow::Unused
        } else {
            self.typed_text(text, ctx)
        }
    }

    pub(super) fn why_not_people(&self, cmd: Cmd) -> Option<Words> {
        // whoever looks for somebody by letters and digits means none of the verbs that stand on digits
        if !self.jump.is_empty() && !is_about_seat(cmd) {
            return Some(words::still_finding);
        }
        match cmd {
            Cmd::Promote => (self.people.count(List::Waiting) == 0).then_some(words::nobody_waits),
            Cmd::Transfer | Cmd::Announce if self.list != List::Roster => Some(words::choose_in_roster),
            Cmd::Remove if self.list == List::Gone => Some(words::has_left),
            Cmd::Open | Cmd::Edit | Cmd::Remove | Cmd::Transfer | Cmd::Card | Cmd::Announce => {
                self.people.person(self.list).is_none().then_some(words::nobody_chosen)
            }
            _ => None,
        }
    }

    /// Whoever sits or sat here is asked about for their hours; whoever waits has none yet.
    pub(super) fn open_person(&self) -> Flow {
        let enrolment = match self.list {
            List::Roster => self.people.here.chosen().map(|row| row.enrolment.id),
            List::Gone => self.people.gone.chosen().map(|row| row.enrolment.id),
            List::Waiting | List::Timetable => None,
        };
        match enrolment {
            Some(enrolment) => Flow::Go(Route::PersonLedger(self.view.class.id, enrolment)),
            None => self.edit_person(),
        }
    }

    pub(super) fn open_card(&self) -> Flow {
        self.people.person(self.list).map_or(Flow::Unused, |person| Flow::Go(Route::Card(person)))
    }

    pub(super) fn announce(&self) -> Flow {
        let seat = self.people.here.chosen();
        seat.map_or(Flow::Unused, |row| Flow::Go(Route::Leave(self.view.class.id, row.enrolment.id)))
    }

    pub(super) fn edit_person(&self) -> Flow {
        match self.people.person(self.list) {
            Some(person) => {
                Flow::Go(Route::Enrol(EnrolWanted { person: Some(person), ..EnrolWanted::default() }))
            }
            None => Flow::Unused,
        }
    }

    /// Who is meant by "next": on the waiting list whoever is chosen, elsewhere the first of it.
    fn candidate(&self) -> Option<&WaitingRow> {
        let waiting = &self.people.waiting;
        let chosen = waiting.chosen().filter(|_| self.list == List::Waiting);
        chosen.or_else(|| waiting.rows().first()).map(|row| &row.row)
    }

    /// On the list of those who wait, a free seat that is theirs is taken at once. From another list it is asked, as
    /// are a seat out of turn or beyond the capacity, and one for somebody who sits in another class meanwhile: whoever
    /// waited there for a transfer would sit in both.
    pub(super) fn promote(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if !ctx.may(Right::People) {
            return Flow::Stay;
        }
        let Some(who) = self.candidate().cloned() else { return Flow::Unused };
        let also = match ctx.desk.elsewhere(who.trainee, &self.view.class, None, None) {
            Ok(also) => also,
            Err(trouble) => {
                ctx.fail(&trouble);
                return Flow::Stay;
            }
        };
        let (lang, code) = (ctx.lang, self.view.class.code.as_str());
        let mut lines = say::elsewhere(lang, &also);
        let is_free = self.view.class.room().free() != Some(0);
        self.asked = Some(who.clone());
        if !is_free || (lines.is_empty() && self.list == List::Waiting) {
            return self.seat_asked(Seating::IfFree, ctx);
        }
        if !lines.is_empty() {
            lines.push(words::promote_both(lang, &who.name));
        }
        lines.insert(0, words::promote_ask(lang, &who.name, code));
        let ask = Dialog::confirm(words::promote(lang), lines.join("\n"), words::promote_yes(lang));
        Flow::Ask(ask.tagged(SEAT))
    }

    fn seat_asked(&mut self, seating: Seating, ctx: &mut Ctx<'_>) -> Flow {
        let (Some(who), lang) = (self.asked.clone(), ctx.lang) else { return Flow::Unused };
        match ctx.desk.promote(&who, seating) {
            Ok(done) => {
                let code = self.view.class.code.as_str();
                let said = match &done.next {
                    Some(next) => words::promoted_next(lang, &who.name, done.seat, &next.name),
                    None => words::promoted(lang, &who.name, code, done.seat),
                };
                let also = ctx.desk.elsewhere(who.trainee, &self.view.class, None, None).ok();
                let also = also.and_then(|also| say::elsewhere(lang, &also).into_iter().next());
                ctx.note.ok_but(said, also.map(|also| format!("! {also}")).as_deref());
            }
            Err(Trouble::NoSeat { room, ahead }) => return self.ask_for_more(&who, room, ahead, ctx),
            Err(error) => ctx.fail(&error),
        }
        self.read(ctx);
        Flow::Stay
    }

    fn ask_for_more(&self, who: &WaitingRow, room: Room, ahead: u32, ctx: &Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let first = self.people.waiting.rows().first().map_or("", |row| row.row.name.as_str());
        let lines = if room.free() == Some(0) {
            let capacity = room.capacity.unwrap_or(room.taken);
            words::promote_full(lang, &who.name, room.taken, capacity)
        } else {
            words::promote_before(lang, &who.name, ahead, first)
        };
        let ask = Dialog::confirm(words::promote(lang), lines, words::promote_yes(lang));
        Flow::Ask(ask.tagged(PROMOTE))
    }

    /// A departure has a form of its own; waiting ends with a question that opens on "cancel".
    pub(super) fn send_off(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.list == List::Roster {
            return self.depart(DepartureKind::Left);
        }
        let Some(waits) = self.people.waiting.chosen() else { return Flow::Unused };
        if !ctx.may(Right::People) {
            return Flow::Stay;
        }
        let (lang, row) = (ctx.lang, &waits.row);
        let lines = words::stop_lines(lang, &row.name, row.place);
        self.asked = Some(row.clone());
        let ask = Dialog::confirm(words::stop_title(lang), lines, words::stop_yes(lang));
        Flow::Ask(ask.tagged(STOP))
    }

    pub(super) fn depart(&self, kind: DepartureKind) -> Flow {
        match self.people.here.chosen() {
            Some(seat) => Flow::Go(Route::Depart(self.view.class.id, seat.enrolment.id, kind)),
            None => Flow::Unused,
        }
    }

    /// Somebody new, or whoever left and comes back.
    pub(super) fn enrol(&self) -> Flow {
        let person = self.people.person(self.list).filter(|_| self.list == List::Gone);
        let class = Some(self.view.class.id);
        Flow::Go(Route::Enrol(EnrolWanted { person, class, ..EnrolWanted::default() }))
    }

    pub(super) fn answered_on_people(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Option<Flow> {
        match (answer.tag, &answer.said) {
            (SEAT, Said::Yes) => Some(self.seat_asked(Seating::IfFree, ctx)),
            (PROMOTE, Said::Yes) => Some(self.seat_asked(Seating::Always, ctx)),
            (STOP, Said::Yes) => {
                let who = self.asked.take()?;
                match ctx.desk.stop_waiting(&who) {
                    Ok(()) => ctx.note.ok(words::stopped(ctx.lang, &who.name)),
                    Err(error) => ctx.fail(&error),
                }
                self.read(ctx);
                Some(Flow::Stay)
            }
            _ => None,
        }
    }
}

impl Seeker for Class {
    type Person = Seat;

    fn seek(&mut self) -> (&mut Jump, &[Seat]) {
        (&mut self.jump, self.people.here.rows())
    }

    fn found(&mut self, who: EnrolmentId, _: &mut Ctx<'_>) {
        if let Some(nth) = self.people.here.rows().iter().position(|seat| seat.enrolment.id == who) {
            self.people.here.choose(nth);
        }
    }

    fn mark(&mut self, _: Wish, _: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    fn everybody(&mut self, _: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }
}
