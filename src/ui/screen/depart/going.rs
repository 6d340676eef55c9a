//! F8 on a departure: all faults at once, a question where one is due, else one act and back to the class.

use super::Depart;
use super::fields::F;
use crate::app::Trouble;
use crate::app::departures::{Departed, Departure, Move, Way};
use crate::domain::calendar::parse_day;
use crate::domain::departure::{DepartureFault, DepartureKind};
use crate::domain::room::{Room, Seating};
use crate::text::depart as words;
use crate::text::{Lang, form, seats};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::class::promote_key;
use crate::ui::screen::form_page::{Faults, FormPage};
use crate::ui::widget::picker::Item;

const MARKS: &str = "marks";
const FULL: &str = "full";
const OVER: &str = "over";

/// What the clerk was asked and said yes to; anything typed since takes it back.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sure {
    knows_marks: bool,
    goes_over: bool,
}

impl Depart {
    pub(super) fn depart(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let departure = match self.departure(ctx.lang) {
            Ok(departure) => departure,
            Err(faults) => return self.refuse(faults, ctx),
        };
        match ctx.desk.depart(&self.leaver.enrolment, &departure) {
            Ok(departed) => self.done(&departed, departure.way.kind(), ctx),
            Err(Trouble::Departure(faults)) => self.refused(&faults, ctx),
            Err(Trouble::NoSeat { room, .. }) => self.ask_for_place(room, ctx.lang),
            Err(error) if error.is_stale() => {
                self.read(ctx);
                ctx.note.warn(words::stale(ctx.lang));
                Flow::Stay
            }
            Err(error) if error.is_taken() => {
                self.form.set_faults([(F::To, words::sits_there(ctx.lang).to_owned())]);
                Flow::Stay
            }
            Err(error) => {
                ctx.fail(&error);
                Flow::Stay
            }
        }
    }

    pub(super) fn departure(&self, lang: Lang) -> Result<Departure, Faults<F>> {
        let mut faults = Vec::new();
        let day = self.day();
        if day.is_none() {
            faults.push((F::Day, form::day_fault(lang).to_owned()));
        }
        let typed = self.form.get(F::Joined);
        let joined = parse_day(typed);
        let moves = self.kind() == DepartureKind::Transferred;
        if moves && joined.is_none() && !typed.is_empty() {
            faults.push((F::Joined, form::day_fault(lang).to_owned()));
        }
        let way = match (self.kind(), self.to()) {
            (DepartureKind::Left, _) => Some(Way::Left),
            (DepartureKind::Withdrawn, _) => Some(Way::Withdrawn),
            (DepartureKind::Transferred, Some(to)) => {
                let seating = if self.sure.goes_over { Seating::Always } else { Seating::IfFree };
                Some(Way::Moved(Move { to: to.id, joined, seating }))
            }
            (DepartureKind::Transferred, None) => {
                faults.push((F::To, words::choose_class(lang).to_owned()));
                None
            }
        };
        match (way, day) {
            (Some(way), Some(day)) if faults.is_empty() => Ok(Departure {
                way,
                day,
                reason: self.form.get(F::Reason).to_owned(),
                knows_marks: self.sure.knows_marks,
            }),
            _ => Err(faults),
        }
    }

    fn refused(&mut self, faults: &[DepartureFault], ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if let ([DepartureFault::HasMarks(last)], Some(day)) = (faults, self.day()) {
            let lines = words::marks_lines(lang, &day.to_string(), &last.to_string());
            let ask = Dialog::confirm(words::marks_title(lang), lines, words::marks_yes(lang));
            return Flow::Ask(ask.tagged(MARKS));
        }
        let field = |fault: &DepartureFault| match fault {
            DepartureFault::ReasonNeeded => F::Reason,
            DepartureFault::NotYet | DepartureFault::NeverCame(_) | DepartureFault::HasMarks(_) => F::Day,
            DepartureFault::JoinsTooSoon => F::Joined,
            DepartureFault::SameClass => F::To,
            DepartureFault::Ended => F::How,
        };
        self.form.set_faults(faults.iter().map(|fault| (field(fault), seats::fault(lang, *fault))));
        Flow::Stay
    }

    /// Waiting comes first; going beyond the capacity takes a second act.
    fn ask_for_place(&self, room: Room, lang: Lang) -> Flow {
        let ways = [words::full_wait(lang, room.waiting + 1), words::full_over(lang).to_owned()];
        let title = words::full_title(lang, &seats::room(lang, room));
        Flow::Ask(Dialog::pick(title, ways.map(Item::new).into()).tagged(FULL))
    }

    pub(super) fn answered_to_save(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Option<Flow> {
        match (answer.tag, &answer.said) {
            (MARKS, Said::Yes) => self.sure.knows_marks = true,
            (OVER, Said::Yes) => self.sure.goes_over = true,
            (FULL, Said::Picked(0)) => return Some(self.wait_there(ctx)),
            (FULL, Said::Picked(_)) => return self.ask_to_go_over(ctx.lang),
            _ => return None,
        }
        Some(self.depart(ctx))
    }

    fn ask_to_go_over(&self, lang: Lang) -> Option<Flow> {
        let code = self.to()?.code.as_str();
        let lines = words::over_lines(lang, code, &self.leaver.enrolment.name);
        let ask = Dialog::confirm(words::over_title(lang), lines, words::over_yes(lang));
        Some(Flow::Ask(ask.tagged(OVER)))
    }

    fn wait_there(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(to) = self.to().cloned() else { return Flow::Stay };
        let who = &self.leaver.enrolment;
        match ctx.desk.wait_for(to.id, who.trainee, &who.category) {
            Ok(place) => {
                self.form.mark_saved();
                ctx.note.ok(words::waits(ctx.lang, &self.leaver.enrolment.name, to.code.as_str(), place));
                Flow::Back
            }
            Err(error) => {
                ctx.fail(&error);
                Flow::Stay
            }
        }
    }

    fn done(&mut self, departed: &Departed, kind: DepartureKind, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let mut how = seats::kind(lang, kind).to_owned();
        if let Some((moved, to)) = departed.moved.as_ref().zip(self.to()) {
            how = words::moved(lang, &how, to.code.as_str(), moved.seat);
        }
        let name = &self.leaver.enrolment.name;
        ctx.note.ok(match &departed.next {
            Some(next) => words::did_next(lang, name, &how, &next.name, &promote_key(lang)),
            None => words::did(lang, name, &how),
        });
        self.form.mark_saved();
        Flow::Back
    }
}
