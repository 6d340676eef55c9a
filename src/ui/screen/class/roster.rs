//! What is done with the people of a class: seated from the waiting list, taken off it, sent on their way.

use super::{Class, Cmd, List};
use crate::app::{Trouble, words as say};
use crate::domain::departure::DepartureKind;
use crate::domain::room::{Room, Seating};
use crate::store::rows::WaitingRow;
use crate::text::Lang;
use crate::text::roster as words;
use crate::ui::command::{Ctx, Flow, Screen};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::{EnrolWanted, Route};

const PROMOTE: &str = "promote";
const STOP: &str = "stop-waiting";

/// The key that seats the next one, for sentences that name it.
pub(in crate::ui::screen) fn promote_key(lang: Lang) -> String {
    let command = Class::COMMANDS.iter().find(|command| command.run == Cmd::Promote);
    command.and_then(|command| command.keys.first()).map_or(String::new(), |key| key.label(lang).into_owned())
}

impl Class {
    /// Steps to the next list or the one before, round and round.
    pub(super) fn show(&mut self, step: isize) -> Flow {
        let lists: Vec<List> = self.lists().collect();
        let count = isize::try_from(lists.len()).unwrap_or(1);
        let here = lists.iter().position(|list| *list == self.list).unwrap_or(0);
        let to = (isize::try_from(here).unwrap_or(0) + step).rem_euclid(count);
        self.list = usize::try_from(to).ok().and_then(|nth| lists.get(nth)).copied().unwrap_or(self.list);
        Flow::Stay
    }

    pub(super) fn why_not_people(&self, cmd: Cmd) -> Option<fn(Lang) -> &'static str> {
        match cmd {
            Cmd::Promote => (self.people.count(List::Waiting) == 0).then_some(words::nobody_waits),
            Cmd::Transfer if self.list != List::Roster => Some(words::choose_in_roster),
            Cmd::Remove if self.list == List::Gone => Some(words::has_left),
            Cmd::Open | Cmd::Edit | Cmd::Remove | Cmd::Transfer | Cmd::Card => {
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

    /// A free seat that is theirs is taken at once; out of turn or beyond the capacity is asked.
    pub(super) fn promote(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.asked = self.candidate().cloned();
        self.seat_asked(Seating::IfFree, ctx)
    }

    fn seat_asked(&mut self, seating: Seating, ctx: &mut Ctx<'_>) -> Flow {
        let (Some(who), lang) = (self.asked.clone(), ctx.lang) else { return Flow::Unused };
        match ctx.desk.promote(&who, seating) {
            Ok(done) => {
                let code = self.view.class.code.as_str();
                ctx.note.ok(match &done.next {
                    Some(next) => words::promoted_next(lang, &who.name, done.seat, &next.name),
                    None => words::promoted(lang, &who.name, code, done.seat),
                });
            }
            Err(Trouble::NoSeat { room, ahead }) => return self.ask_for_more(&who, room, ahead, ctx),
            Err(error) => ctx.note.error(say::trouble(lang, &error)),
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
    pub(super) fn send_off(&mut self, ctx: &Ctx<'_>) -> Flow {
        if self.list == List::Roster {
            return self.depart(DepartureKind::Left);
        }
        let Some(waits) = self.people.waiting.chosen() else { return Flow::Unused };
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
            (PROMOTE, Said::Yes) => Some(self.seat_asked(Seating::Always, ctx)),
            (STOP, Said::Yes) => {
                let who = self.asked.take()?;
                match ctx.desk.stop_waiting(&who) {
                    Ok(()) => ctx.note.ok(words::stopped(ctx.lang, &who.name)),
                    Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
                }
                self.read(ctx);
                Some(Flow::Stay)
            }
            _ => None,
        }
    }
}
