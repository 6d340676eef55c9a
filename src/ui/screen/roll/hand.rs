//! The roll in hand, whichever way it is taken: who stands where, what this visit set, what is still to be asked.
//! Knows no cursor and draws nothing; how marks are made is `marking`'s work.

use super::marking::Pending;
use crate::app::attend::{self, RollSeat};
use crate::app::words;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{Mark, MarkKind, Timing};
use crate::text::{Lang, roll as t};
use crate::ui::command::{Ctx, Reason};
use crate::ui::screen::person::who_at;
use std::collections::HashMap;

pub(super) struct Hand {
    pub(super) taken: attend::Roll,
    /// Why a past day is marked; asked once per visit.
    pub(super) reason: String,
    pub(super) pending: Option<Pending>,
    /// Marks that this visit set and did not take back.
    pub(super) set: usize,
}

impl Hand {
    pub(super) fn of(session: SessionId, ctx: &Ctx<'_>) -> Result<Self, String> {
        let taken = ctx.desk.roll(session).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
        // a roll that is being entered afterwards goes on under the reason on file
        let reason = taken.back_entry().filter(|_| taken.count(MarkKind::NotTaken) > 0);
        let reason = reason.and_then(|entry| entry.line.ground()).unwrap_or_default();
        Ok(Self { taken, reason, pending: None, set: 0 })
    }

    pub(super) const fn session(&self) -> SessionId {
        self.taken.session.id
    }

    /// The roll as it is on file now.
    pub(super) fn read(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.roll(self.session()) {
            Ok(taken) => self.taken = taken,
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    pub(super) fn timing(&self, ctx: &Ctx<'_>) -> Timing {
        Timing::of(self.taken.session.day, self.taken.session.slot, ctx.desk.now())
    }

    pub(super) fn left(&self) -> usize {
        self.taken.count(MarkKind::NotTaken)
    }

    /// Everybody on the roll, in its order.
    pub(super) fn people(&self) -> Vec<EnrolmentId> {
        self.taken.seats.iter().map(|seat| seat.enrolment.id).collect()
    }

    pub(super) fn place(&self, who: EnrolmentId) -> Option<usize> {
        self.taken.seats.iter().position(|seat| seat.enrolment.id == who)
    }

    pub(super) fn mark_of(&self, who: EnrolmentId) -> Option<Mark> {
        self.taken.seat_of(who)?.line.as_ref().map(|line| line.mark)
    }

    pub(super) fn name_of(&self, who: EnrolmentId) -> &str {
        self.taken.seat_of(who).map_or("", |seat| &seat.enrolment.name)
    }

    /// Takes the newest act back; if that was one person's mark, says whose.
    pub(super) fn undo(&mut self, ctx: &mut Ctx<'_>) -> Option<EnrolmentId> {
        // what was done elsewhere is not taken back unseen
        if let Ok(Some(act)) = ctx.desk.undoable()
            && ctx.desk.is_mine(act.id)
            && act.session != Some(self.session())
        {
            ctx.note.warn(t::undo_elsewhere(ctx.lang, &words::act(ctx.lang, &act)));
            return None;
        }
        if !ctx.take_back() {
            return None;
        }
        self.set = self.set.saturating_sub(1);
        let line_of = |seat: &RollSeat| (seat.enrolment.id, seat.line.as_ref().map(|line| line.id));
        let before: HashMap<_, _> = self.taken.seats.iter().map(line_of).collect();
        self.read(ctx);
        let is_changed = |seat: &&RollSeat| before.get(&seat.enrolment.id) != Some(&line_of(seat).1);
        let mut changed = self.taken.seats.iter().filter(is_changed);
        match (changed.next(), changed.next()) {
            (Some(seat), None) => Some(seat.enrolment.id),
            _ => None,
        }
    }

    /// Why it cannot be said now that the roll is complete.
    pub(super) fn not_complete(&self) -> Option<Reason> {
        if self.taken.session.cancelled.is_some() {
            return Some(Reason::Words(t::cancelled));
        }
        if self.taken.seats.is_empty() {
            return Some(Reason::Words(t::nobody_due));
        }
        if self.taken.timing == Timing::Ahead {
            return Some(Reason::Words(t::not_begun));
        }
        let left = self.left();
        if left > 0 {
            return Some(Reason::built(move |lang| t::still_left(lang, left)));
        }
        self.taken.completed.as_ref().filter(|completed| completed.changes.is_empty())?;
        let roll = self.taken.clone();
        Some(Reason::built(move |lang| {
            t::complete_already(lang, &completed(lang, &roll).unwrap_or_default())
        }))
    }

    pub(super) fn complete(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.complete_roll(self.session()) {
            Ok(()) => {
                self.set += 1;
                self.read(ctx);
                ctx.note.ok(t::completed_now(ctx.lang, &self.counts(ctx.lang)));
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    /// How many of each mark there are, none of those without.
    fn counts(&self, lang: Lang) -> String {
        let count = |kind| (kind, self.taken.count(kind));
        let there = MarkKind::ALL.into_iter().map(count).filter(|(_, count)| *count > 0);
        let said = |(kind, n)| t::count(lang, crate::text::common::mark_kind(lang, kind), n);
        there.map(said).collect::<Vec<_>>().join("  ")
    }
}

/// Who said that the roll is complete and when, and what changed after it.
pub(super) fn completed(lang: Lang, roll: &attend::Roll) -> Option<String> {
    let said = roll.completed.as_ref()?;
    let when = |operator: &str, ms: i64| who_at(lang, operator, ms, roll.session.day);
    let words = if roll.count(MarkKind::NotTaken) == 0 { t::completed } else { t::was_completed };
    let mut line = words(lang, &when(&said.operator, said.wall_ms));
    if let Some(last) = said.changes.last() {
        line.push_str(&t::changed_since(lang, said.changes.len(), &when(&last.operator, last.wall_ms)));
    }
    Some(line)
}
