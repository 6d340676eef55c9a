//! Setting marks: minutes from the clock or asked, one reason per visit for past days, every mark saved at once.

use super::Roll;
use crate::app::words;
use crate::domain::hours::Minutes;
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::{self, End, LeaveKind, Mark, MarkFault, MarkKind, Timing};
use crate::text::roll as t;
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::widget::kind::Kind;

/// What is to be written once everything is known.
#[derive(Debug, Clone)]
pub(super) enum Work {
    One {
        who: EnrolmentId,
        mark: Mark,
        /// The cursor goes to the next one after it.
        on: bool,
    },
    All,
}

/// Waiting for the answer to a question.
#[derive(Debug, Clone)]
pub(super) enum Pending {
    Minutes { who: EnrolmentId, end: End },
    Reason(Work),
}

pub(super) const MINUTES: &str = "minutes";
pub(super) const REASON: &str = "reason";

impl Roll {
    pub(super) fn timing(&self, ctx: &Ctx<'_>) -> Timing {
        Timing::of(self.taken.session.day, self.taken.session.slot, ctx.desk.now())
    }

    /// A plain mark for the chosen person; the cursor moves on.
    pub(super) fn set(&mut self, mark: Mark, ctx: &mut Ctx<'_>) -> Flow {
        let Some(who) = self.target(ctx) else { return Flow::Stay };
        self.write(Work::One { who, mark, on: true }, ctx)
    }

    /// Sick leave; for somebody on sick leave, personal.
    pub(super) fn set_leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let before = self.chosen().and_then(|seat| seat.line.as_ref()).map(|line| line.mark);
        self.set(Mark::leave_over(before), ctx)
    }

    /// Late or early: by the clock the first time, asked when the clock cannot know or when they stand already.
    pub(super) fn set_end(&mut self, end: End, ctx: &mut Ctx<'_>) -> Flow {
        let Some(who) = self.target(ctx) else { return Flow::Stay };
        if self.timing(ctx) == Timing::Ahead {
            ctx.note.error(words::mark_fault(ctx.lang, MarkFault::NotBegun));
            return Flow::Stay;
        }
        let before = self.minutes_of(who, end);
        match self.by_clock(end, ctx) {
            Some(minutes) if before.is_none() => {
                let mark = self.with_end(who, end, minutes);
                self.write(Work::One { who, mark, on: true }, ctx)
            }
            _ => {
                let name = self.name_of(who).to_owned();
                let title = match end {
                    End::Late => t::ask_late(ctx.lang, &name),
                    End::Early => t::ask_early(ctx.lang, &name),
                };
                let initial = if before.is_none() { String::new() } else { before.get().to_string() };
                self.pending = Some(Pending::Minutes { who, end });
                Flow::Ask(Dialog::prompt_of(Kind::Number, title, &initial).tagged(MINUTES))
            }
        }
    }

    /// The next mark in turn; the cursor stays. Late only where the clock knows the minutes.
    pub(super) fn cycle(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(who) = self.target(ctx) else { return Flow::Stay };
        let late = self
            .by_clock(End::Late, ctx)
            .map(|minutes| Mark::Present { late: minutes, early: Minutes::ZERO });
        let kind = self.chosen().map_or(MarkKind::NotTaken, crate::app::attend::RollSeat::kind);
        let mark = match kind {
            _ if self.timing(ctx) == Timing::Ahead => match kind {
                MarkKind::NotTaken => Mark::Leave(LeaveKind::Sick),
                _ => Mark::Cleared,
            },
            MarkKind::NotTaken => Mark::PRESENT,
            MarkKind::Present => late.unwrap_or(Mark::Absent),
            MarkKind::Late | MarkKind::Early => Mark::Absent,
            MarkKind::Absent => Mark::Leave(LeaveKind::Sick),
            MarkKind::Leave => Mark::Cleared,
        };
        self.write(Work::One { who, mark, on: false }, ctx)
    }

    /// Asks for what is still unknown, or writes.
    pub(super) fn write(&mut self, work: Work, ctx: &mut Ctx<'_>) -> Flow {
        if self.timing(ctx) == Timing::Past && self.reason.is_empty() {
            self.pending = Some(Pending::Reason(work));
            return Flow::Ask(Dialog::prompt(t::ask_reason(ctx.lang), "").tagged(REASON));
        }
        let reason = if self.timing(ctx) == Timing::Past { self.reason.clone() } else { String::new() };
        match work {
            Work::One { who, mark, on } => self.write_one(who, mark, &reason, on, ctx),
            Work::All => self.write_all(&reason, ctx),
        }
        Flow::Stay
    }

    fn write_one(&mut self, who: EnrolmentId, mark: Mark, reason: &str, on: bool, ctx: &mut Ctx<'_>) {
        let (lang, name) = (ctx.lang, self.name_of(who).to_owned());
        let replaced = self.replaced(who, ctx);
        match ctx.desk.mark(self.taken.session.id, &[who], mark, reason) {
            Ok(()) => {
                let mut said = if mark == Mark::Cleared {
                    t::cleared(lang, &name)
                } else {
                    t::marked(lang, &name, &t::said(lang, mark))
                };
                if mark == Mark::Leave(LeaveKind::Sick) {
                    said.push_str(t::again_for_personal(lang));
                }
                said.push_str(&replaced);
                ctx.note.ok(said);
                self.set += 1;
                self.jump.clear();
                self.read(ctx);
                self.choose(who);
                if on {
                    self.step(1);
                }
            }
            Err(trouble) => ctx.note.error(words::trouble(lang, &trouble)),
        }
    }

    /// What another desk wrote into the cell since we last looked: it is replaced, and that is said.
    fn replaced(&self, who: EnrolmentId, ctx: &Ctx<'_>) -> String {
        let Ok(fresh) = ctx.desk.roll(self.taken.session.id) else { return String::new() };
        let line = |roll: &crate::app::attend::Roll| {
            roll.seats.iter().find(|seat| seat.enrolment.id == who).and_then(|seat| seat.line.clone())
        };
        match (line(&self.taken), line(&fresh)) {
            (seen, Some(there)) if seen.as_ref().map(|line| line.id) != Some(there.id) => {
                t::replaced(ctx.lang, &there.operator, &t::said(ctx.lang, there.mark))
            }
            _ => String::new(),
        }
    }

    fn write_all(&mut self, reason: &str, ctx: &mut Ctx<'_>) {
        match ctx.desk.mark_unmarked(self.taken.session.id, Mark::PRESENT, reason) {
            Ok(0) => ctx.note.warn(t::none_left(ctx.lang)),
            Ok(marked) => {
                ctx.note.ok(t::all_marked(ctx.lang, marked));
                self.set += 1;
                self.jump.clear();
                self.read(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    /// Minutes or reason were answered, or not.
    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let Some(pending) = self.pending.take() else { return Flow::Unused };
        match (pending, answer.said) {
            (Pending::Minutes { who, end }, Said::Text(text)) => {
                let most = self.taken.minutes();
                let minutes = text.trim().parse().ok().filter(|minutes| (1..=most).contains(minutes));
                let Some(minutes) = minutes.and_then(Minutes::new) else {
                    ctx.note.error(t::minutes_wrong(ctx.lang, most));
                    return Flow::Stay;
                };
                let mark = self.with_end(who, end, minutes);
                self.write(Work::One { who, mark, on: true }, ctx)
            }
            (Pending::Reason(work), Said::Text(text)) => {
                self.reason = crate::domain::written::line(&text);
                // a scanned number is no reason
                if !self.reason.chars().any(char::is_alphabetic) {
                    self.reason.clear();
                    ctx.note.error(t::no_reason(ctx.lang));
                    return Flow::Stay;
                }
                self.write(work, ctx)
            }
            _ => Flow::Stay,
        }
    }

    fn by_clock(&self, end: End, ctx: &Ctx<'_>) -> Option<Minutes> {
        mark::missed_by(end, self.taken.session.day, self.taken.session.slot, ctx.desk.now())
    }

    fn minutes_of(&self, who: EnrolmentId, end: End) -> Minutes {
        self.mark_of(who).map_or(Minutes::ZERO, |mark| mark.missed(end))
    }

    /// Late and early may both be set: the other end stays as it is.
    fn with_end(&self, who: EnrolmentId, end: End, minutes: Minutes) -> Mark {
        self.mark_of(who).unwrap_or(Mark::PRESENT).with_missed(end, minutes)
    }

    pub(super) fn mark_of(&self, who: EnrolmentId) -> Option<Mark> {
        let seat = self.taken.seats.iter().find(|seat| seat.enrolment.id == who)?;
        seat.line.as_ref().map(|line| line.mark)
    }

    fn name_of(&self, who: EnrolmentId) -> &str {
        let seat = self.taken.seats.iter().find(|seat| seat.enrolment.id == who);
        seat.map_or("", |seat| &seat.enrolment.name)
    }

    /// Whom a mark is for. With letters typed that fit nobody it is for nobody, and that is said.
    fn target(&mut self, ctx: &mut Ctx<'_>) -> Option<EnrolmentId> {
        if !self.jump.is_empty() && self.jump.hits().is_empty() {
            ctx.note.warn(t::not_found(ctx.lang, self.jump.typed()));
            self.jump.clear();
            return None;
        }
        let chosen = self.chosen().map(|seat| seat.enrolment.id);
        if chosen.is_none() {
            ctx.note.warn(t::empty(ctx.lang));
        }
        chosen
    }
}
