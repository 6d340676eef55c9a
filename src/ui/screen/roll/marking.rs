//! Setting marks: minutes from the clock or asked, one reason per visit for past days, every mark saved at once.

use super::hand::Hand;
use crate::app::attend::Cell;
use crate::app::{Outcome, words};
use crate::domain::hours::Minutes;
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::{self, End, LeaveKind, Mark, MarkFault, MarkKind, Timing};
use crate::domain::operator::Right;
use crate::text::{common, operators, roll as t};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::marks;
use crate::ui::screen::seek::asked;
use crate::ui::screen::seek::wish::Wish;

/// What became of a wish.
pub(super) enum Done {
    /// Nothing was written; if that is news, it was said.
    Nothing,
    Ask(Dialog),
    /// It stands on file: of whom, if of one, and whether the cursor is to go on.
    Wrote {
        whose: Option<EnrolmentId>,
        on: bool,
    },
}

impl Done {
    /// For screens that follow no cursor.
    pub(super) fn flow(self) -> Flow {
        match self {
            Self::Ask(dialog) => Flow::Ask(dialog),
            Self::Nothing | Self::Wrote { .. } => Flow::Stay,
        }
    }
}

/// What is to be written once everything is known.
#[derive(Debug, Clone)]
pub(super) enum Work {
    Cells {
        cells: Vec<Cell>,
        on: bool,
    },
    /// What a pasted column sets.
    Pasted(Vec<Cell>),
    All,
}

/// Waiting for the answer to a question.
#[derive(Debug, Clone)]
pub(super) enum Pending {
    Minutes { people: Vec<EnrolmentId>, end: End },
    Reason(Work),
}

const SICK: Mark = Mark::Leave(LeaveKind::Sick);

impl Hand {
    /// Does what a key asks for; the cursor is to go on after it.
    pub(super) fn set(&mut self, people: &[EnrolmentId], wish: Wish, ctx: &mut Ctx<'_>) -> Done {
        let mark = match wish {
            Wish::Plain(mark) => mark,
            Wish::Leave => {
                let all_sick = people.iter().all(|who| self.mark_of(*who) == Some(SICK));
                Mark::leave_over(all_sick.then_some(SICK))
            }
            Wish::End(end) => return self.set_end(people, end, ctx),
        };
        let cells = people.iter().map(|who| (*who, mark)).collect();
        self.write(Work::Cells { cells, on: true }, ctx)
    }

    /// Whether an exception stands and the wish is for another kind. Present is what all are set to at once, and is
    /// written over every morning.
    pub(super) fn would_replace(&self, who: EnrolmentId, wish: Wish) -> bool {
        let wanted = match wish {
            Wish::Plain(mark) => mark.kind(),
            Wish::Leave => MarkKind::Leave,
            Wish::End(End::Late) => MarkKind::Late,
            Wish::End(End::Early) => MarkKind::Early,
        };
        let stands = self.mark_of(who).map_or(MarkKind::NotTaken, Mark::kind);
        !matches!(stands, MarkKind::NotTaken | MarkKind::Present) && stands != wanted
    }

    /// The next press of the same key would make it personal leave.
    pub(super) fn is_sick(&self, who: Option<EnrolmentId>) -> bool {
        who.is_some_and(|who| self.mark_of(who) == Some(SICK))
    }

    fn set_end(&mut self, people: &[EnrolmentId], end: End, ctx: &mut Ctx<'_>) -> Done {
        if self.timing(ctx) == Timing::Ahead {
            ctx.note.error(words::mark_fault(ctx.lang, MarkFault::NotBegun));
            return Done::Nothing;
        }
        // whoever has minutes at this end keeps them: the clock has gone on since
        let bare = people.iter().filter(|who| self.minutes_of(**who, end).is_none());
        if let Some(minutes) = self.by_clock(end, ctx) {
            let cells: Vec<Cell> = bare.map(|who| (*who, self.with_end(*who, end, minutes))).collect();
            if !cells.is_empty() {
                return self.write(Work::Cells { cells, on: true }, ctx);
            }
        }
        let (who, before) = match people {
            [one] => (self.name_of(*one).to_owned(), self.minutes_of(*one, end)),
            _ => (t::block_people(ctx.lang, people.len()), Minutes::ZERO),
        };
        self.pending = Some(Pending::Minutes { people: people.to_vec(), end });
        let title = asked::minutes_title(ctx.lang, end, &who);
        Done::Ask(asked::minutes_dialog(title, before, self.taken.minutes()))
    }

    /// The next mark in turn; the cursor stays.
    pub(super) fn cycle(&mut self, who: EnrolmentId, ctx: &mut Ctx<'_>) -> Done {
        let mark = Mark::in_turn(self.mark_of(who), self.timing(ctx), self.by_clock(End::Late, ctx));
        self.write(Work::Cells { cells: vec![(who, mark)], on: false }, ctx)
    }

    /// Asks for what is still unknown, or writes.
    pub(super) fn write(&mut self, work: Work, ctx: &mut Ctx<'_>) -> Done {
        let is_past = self.timing(ctx) == Timing::Past;
        if is_past && self.reason.is_empty() {
            // nobody writes a reason to be told then that they may not
            if !ctx.may(Right::PastDays) {
                return Done::Nothing;
            }
            self.pending = Some(Pending::Reason(work));
            return Done::Ask(asked::reason_dialog(ctx.lang, ""));
        }
        let reason = if is_past { self.reason.clone() } else { String::new() };
        let (written, whose, on) = match &work {
            Work::Cells { cells, on } => {
                let whose = if let [(one, _)] = cells.as_slice() { Some(*one) } else { None };
                (self.write_cells(cells, &reason, ctx), whose, *on)
            }
            Work::Pasted(cells) => (self.write_pasted(cells, &reason, ctx), None, false),
            Work::All => (self.write_all(&reason, ctx), None, false),
        };
        match written {
            Ok(None) => Done::Nothing,
            Ok(Some(said)) => {
                self.set += 1;
                self.read(ctx);
                ctx.note.ok(said);
                Done::Wrote { whose, on }
            }
            Err(trouble) => {
                ctx.fail(&trouble);
                Done::Nothing
            }
        }
    }

    fn write_cells(&self, cells: &[Cell], reason: &str, ctx: &mut Ctx<'_>) -> Outcome<Option<String>> {
        let (lang, session) = (ctx.lang, self.session());
        let [(who, mark)] = cells else {
            let Some((_, mark)) = cells.first() else { return Ok(None) };
            ctx.desk.mark_block(session, cells, reason)?;
            return Ok(Some(t::block_marked(lang, cells.len(), common::mark_kind(lang, mark.kind()))));
        };
        let replaced = self.replaced(*who, ctx);
        ctx.desk.mark(session, &[*who], *mark, reason)?;
        Ok(Some(marks::set(lang, self.name_of(*who), *mark) + &replaced))
    }

    fn write_pasted(&self, cells: &[Cell], reason: &str, ctx: &mut Ctx<'_>) -> Outcome<Option<String>> {
        ctx.desk.paste_marks(self.session(), cells, reason)?;
        Ok(Some(t::pasted(ctx.lang, cells.len())))
    }

    /// What another desk wrote into the cell since we last looked: it is replaced, and that is said.
    fn replaced(&self, who: EnrolmentId, ctx: &Ctx<'_>) -> String {
        let lines = ctx.desk.history(self.session(), who).unwrap_or_default();
        let there = lines.into_iter().next_back().filter(|line| line.mark.stands());
        let seen = self.taken.seat_of(who).and_then(|seat| seat.line.as_ref()).map(|line| line.id);
        match there {
            Some(there) if seen != Some(there.id) => t::replaced(
                ctx.lang,
                operators::called(ctx.lang, &there.operator),
                &t::said(ctx.lang, there.mark),
            ),
            _ => String::new(),
        }
    }

    fn write_all(&self, reason: &str, ctx: &mut Ctx<'_>) -> Outcome<Option<String>> {
        let marked = ctx.desk.mark_unmarked(self.session(), Mark::PRESENT, reason)?;
        if marked == 0 {
            ctx.note.warn(t::none_left(ctx.lang));
        }
        Ok((marked > 0).then(|| t::all_marked(ctx.lang, marked)))
    }

    /// Minutes or reason were answered; `None` if nothing had been asked.
    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Option<Done> {
        let pending = self.pending.take()?;
        Some(match (pending, answer.said) {
            (Pending::Minutes { people, end }, Said::Text(text)) => {
                let minutes = asked::minutes(&text)?;
                let cells = people.iter().map(|who| (*who, self.with_end(*who, end, minutes))).collect();
                self.write(Work::Cells { cells, on: true }, ctx)
            }
            (Pending::Reason(work), Said::Text(text)) => {
                self.reason = crate::domain::written::line(&text);
                self.write(work, ctx)
            }
            _ => Done::Nothing,
        })
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
}
