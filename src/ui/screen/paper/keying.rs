//! Keying the sheet: an exception by seat or letters and a digit, each step taken back by one Ctrl+Z.

use super::PaperPage;
use crate::app::attend::RollSeat;
use crate::domain::hours::Minutes;
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::{End, Mark};
use crate::text::{Lang, paper as t, roll as r};
use crate::ui::command::{Ctx, Flow};
use crate::ui::screen::seek::jump::Jump;
use crate::ui::screen::seek::wish::Wish;
use crate::ui::screen::seek::{Seeker, asked};

/// Waiting for the answer to a question.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pending {
    Sheet { then_compare: bool },
    Minutes { who: EnrolmentId, end: End },
}

impl PaperPage {
    /// What the sheet says of the chosen one goes down; the cursor goes on.
    fn key(&mut self, mark: Mark, ctx: &mut Ctx<'_>) -> Flow {
        if self.fits_nobody(ctx) {
            return Flow::Stay;
        }
        let Some(who) = self.chosen().map(|seat| seat.enrolment.id) else {
            let is_empty = self.roll.seats.is_empty();
            ctx.note.warn(if is_empty { r::empty(ctx.lang) } else { r::nobody_chosen(ctx.lang) });
            return Flow::Stay;
        };
        self.key_for(who, mark, ctx);
        Flow::Stay
    }

    fn key_for(&mut self, who: EnrolmentId, mark: Mark, ctx: &mut Ctx<'_>) {
        let before = self.exceptions.get(&who).copied();
        match mark {
            Mark::PRESENT => self.exceptions.remove(&who),
            exception => self.exceptions.insert(who, exception),
        };
        self.steps.push((who, before));
        let name = self.roll.seat_of(who).map_or("", |seat| seat.enrolment.name.as_str());
        ctx.note.ok(t::keyed(ctx.lang, name, &on_paper(ctx.lang, mark)));
        self.jump.clear();
        self.step(1);
    }

    /// Sick first, then personal; where the screen has leave, its kind: sheets seldom tell it.
    fn leave_key(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let chosen = self.chosen();
        let screen = chosen.and_then(|seat| seat.line.as_ref()).map(|line| line.mark);
        let keyed = chosen.and_then(|seat| self.exceptions.get(&seat.enrolment.id)).copied();
        match (keyed, screen) {
            (None, Some(leave @ Mark::Leave(_))) => self.key(leave, ctx),
            (keyed, _) => self.key(Mark::leave_over(keyed), ctx),
        }
    }

    /// The minutes on paper are asked; those of the screen are offered.
    fn ask_minutes(&mut self, end: End, ctx: &mut Ctx<'_>) -> Flow {
        if self.fits_nobody(ctx) {
            return Flow::Stay;
        }
        let Some(seat) = self.chosen() else { return Flow::Stay };
        let (who, name) = (seat.enrolment.id, seat.enrolment.name.as_str());
        let screen = seat.line.as_ref().map_or(Minutes::ZERO, |line| line.mark.missed(end));
        let title = match end {
            End::Late => t::ask_late(ctx.lang, name),
            End::Early => t::ask_early(ctx.lang, name),
        };
        self.pending = Some(Pending::Minutes { who, end });
        Flow::Ask(asked::minutes_dialog(title, screen, self.roll.minutes()))
    }

    pub(super) fn key_minutes(&mut self, who: EnrolmentId, end: End, text: &str, ctx: &mut Ctx<'_>) {
        let Some(minutes) = asked::minutes(text) else { return };
        let keyed = self.exceptions.get(&who).copied().unwrap_or(Mark::PRESENT);
        self.key_for(who, keyed.with_missed(end, minutes), ctx);
    }

    /// Takes the last step back; false where there is none.
    pub(super) fn unkey(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let Some((who, before)) = self.steps.pop() else { return false };
        match before {
            Some(mark) => self.exceptions.insert(who, mark),
            None => self.exceptions.remove(&who),
        };
        self.at.choose(who);
        let name = self.roll.seat_of(who).map_or("", |seat| seat.enrolment.name.as_str());
        ctx.note.ok(t::rekeyed(ctx.lang, name));
        true
    }
}

impl Seeker for PaperPage {
    type Person = RollSeat;

    fn seek(&mut self) -> (&mut Jump, &[RollSeat]) {
        (&mut self.jump, &self.roll.seats)
    }

    fn found(&mut self, who: EnrolmentId, _: &mut Ctx<'_>) {
        self.at.choose(who);
    }

    /// Clearing an exception leaves a signature.
    fn mark(&mut self, wish: Wish, ctx: &mut Ctx<'_>) -> Flow {
        match wish {
            Wish::Plain(Mark::Cleared) => self.key(Mark::PRESENT, ctx),
            Wish::Plain(mark) => self.key(mark, ctx),
            Wish::End(end) => self.ask_minutes(end, ctx),
            Wish::Leave => self.leave_key(ctx),
        }
    }

    /// Everybody who is no exception counts as signed already.
    fn everybody(&mut self, _: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }
}

/// What stands on the sheet, in words.
pub(super) fn on_paper(lang: Lang, mark: Mark) -> String {
    match mark {
        Mark::PRESENT => t::signed(lang).to_owned(),
        Mark::Absent => t::unsigned(lang).to_owned(),
        other => r::said(lang, other),
    }
}
