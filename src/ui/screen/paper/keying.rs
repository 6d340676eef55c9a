//! Keying the sheet: an exception by seat or letters and a digit, each step taken back by one Ctrl+Z.

use super::PaperPage;
use crate::app::attend::RollSeat;
use crate::domain::hours::Minutes;
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::{End, Mark};
use crate::text::{Lang, paper as t, roll as r};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::Dialog;
use crate::ui::screen::seek::{Seek, Seeker};
use crate::ui::widget::kind::Kind;

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
            ctx.note.warn(r::empty(ctx.lang));
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
        self.seek.jump.clear();
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
        let initial = if screen.is_none() { String::new() } else { screen.get().to_string() };
        let title = match end {
            End::Late => t::ask_late(ctx.lang, name),
            End::Early => t::ask_early(ctx.lang, name),
        };
        self.pending = Some(Pending::Minutes { who, end });
        Flow::Ask(Dialog::prompt_of(Kind::Number, title, &initial))
    }

    pub(super) fn key_minutes(&mut self, who: EnrolmentId, end: End, text: &str, ctx: &mut Ctx<'_>) {
        let most = self.roll.minutes();
        let minutes = text.trim().parse().ok().filter(|minutes| (1..=most).contains(minutes));
        let Some(minutes) = minutes.and_then(Minutes::new) else {
            ctx.note.error(r::minutes_wrong(ctx.lang, most));
            return;
        };
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
        if let Some(nth) = self.roll.seats.iter().position(|seat| seat.enrolment.id == who) {
            self.at = nth;
        }
        let name = self.roll.seat_of(who).map_or("", |seat| seat.enrolment.name.as_str());
        ctx.note.ok(t::rekeyed(ctx.lang, name));
        true
    }
}

impl Seeker for PaperPage {
    type Person = RollSeat;

    fn seek(&mut self) -> (&mut Seek, &[RollSeat]) {
        (&mut self.seek, &self.roll.seats)
    }

    fn found(&mut self, nth: usize, _: &mut Ctx<'_>) {
        self.at = nth;
    }

    fn digit(&mut self, digit: char, ctx: &mut Ctx<'_>) -> Flow {
        match digit {
            '0' | '1' => self.key(Mark::PRESENT, ctx),
            '2' => self.ask_minutes(End::Late, ctx),
            '3' => self.ask_minutes(End::Early, ctx),
            '4' => self.leave_key(ctx),
            '5' => self.key(Mark::Absent, ctx),
            _ => Flow::Unused,
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
