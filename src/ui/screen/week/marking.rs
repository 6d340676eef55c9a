//! Setting marks in the week: one cell, a column's missing ones, or the block; what a mark replaces is shown before.

use super::{WeekPage, WeekWanted};
use crate::app::attend::Roll;
use crate::app::week::{Block, Skipped};
use crate::app::words;
use crate::domain::hours::Minutes;
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::mark::{self, End, LeaveKind, Mark, MarkFault, Timing};
use crate::domain::operator::Right;
use crate::domain::written::line;
use crate::text::{Lang, common, roll as r, week as t};
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::Route;
use crate::ui::screen::marks;
use crate::ui::screen::seek::{Seeker, asked};

/// What is to be written once everything is known.
#[derive(Debug, Clone, Copy)]
pub(super) enum Work {
    /// The block, or the chosen cell where there is none.
    Mark(Mark),
    /// The chosen cell, where the cursor stays.
    Turn(Mark),
    /// Whoever is not taken in the chosen session.
    All,
}

/// Waiting for the answer to a question. Nothing else can be chosen meanwhile.
#[derive(Debug, Clone)]
pub(super) enum Pending {
    Minutes(End),
    Reason(Work),
    Overwrite(Mark),
    Class(Vec<ClassId>),
}

impl WeekPage {
    /// Sick leave; over sick leave, personal.
    pub(super) fn mark_leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let sick = Mark::Leave(LeaveKind::Sick);
        let before = match self.area() {
            None => self.before(),
            Some(area) => {
                let cells = area
                    .people
                    .flat_map(|person| area.sessions.clone().map(move |session| (person, session)));
                let mut marks = cells
                    .filter_map(|(person, session)| self.week.seat(person, session)?.line.as_ref())
                    .map(|line| line.mark)
                    .peekable();
                let all_sick = marks.peek().is_some() && marks.all(|mark| mark == sick);
                all_sick.then_some(sick)
            }
        };
        self.mark_with(Mark::leave_over(before), ctx)
    }

    fn before(&self) -> Option<Mark> {
        self.seat().and_then(|seat| seat.line.as_ref()).map(|line| line.mark)
    }

    /// Late or early: by the clock while the session goes on, else asked.
    pub(super) fn mark_end(&mut self, end: End, ctx: &mut Ctx<'_>) -> Flow {
        if self.fits_nobody(ctx) {
            return Flow::Stay;
        }
        let (Some(roll), Some(person)) = (self.roll(), self.person()) else { return self.nothing(ctx) };
        let area = self.area();
        if area.is_none() && roll.timing == Timing::Ahead {
            ctx.note.error(words::mark_fault(ctx.lang, MarkFault::NotBegun));
            return Flow::Stay;
        }
        let of_one_session = area.as_ref().is_none_or(|area| area.sessions.len() == 1);
        let before = self.before().filter(|_| area.is_none()).map_or(Minutes::ZERO, |mark| mark.missed(end));
        let by_clock = mark::missed_by(end, roll.session.day, roll.session.slot, ctx.desk.now());
        if let Some(minutes) = by_clock.filter(|_| of_one_session && before.is_none()) {
            return self.with_minutes(end, minutes, ctx);
        }
        let whom = if area.is_some() { t::the_block(ctx.lang) } else { person.name.as_str() };
        let title = asked::minutes_title(ctx.lang, end, whom);
        let dialog = asked::minutes_dialog(title, before, roll.minutes());
        self.pending = Some(Pending::Minutes(end));
        Flow::Ask(dialog)
    }

    /// A single cell keeps the minutes of its other end; a block gets one mark.
    fn with_minutes(&mut self, end: End, minutes: Minutes, ctx: &mut Ctx<'_>) -> Flow {
        let before = self.before().filter(|_| self.anchor.is_none()).unwrap_or(Mark::PRESENT);
        self.mark_with(before.with_missed(end, minutes), ctx)
    }

    /// Space: the next mark in turn; the cursor stays.
    pub(super) fn cycle(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.fits_nobody(ctx) {
            return Flow::Stay;
        }
        let Some(roll) = self.roll() else { return self.nothing(ctx) };
        let late = mark::missed_by(End::Late, roll.session.day, roll.session.slot, ctx.desk.now());
        self.write(Work::Turn(Mark::in_turn(self.before(), roll.timing, late)), ctx)
    }

    pub(super) fn mark_with(&mut self, mark: Mark, ctx: &mut Ctx<'_>) -> Flow {
        if self.fits_nobody(ctx) {
            return Flow::Stay;
        }
        self.write(Work::Mark(mark), ctx)
    }

    fn nothing(&self, ctx: &mut Ctx<'_>) -> Flow {
        ctx.note.warn(match (self.week.rolls.is_empty(), self.week.people.is_empty()) {
            (true, _) => t::empty(ctx.lang),
            (_, true) => t::nobody(ctx.lang),
            _ => t::nothing_chosen(ctx.lang),
        });
        Flow::Stay
    }

    /// Sessions and people that a mark is for.
    fn scope(&self) -> (&[Roll], Vec<EnrolmentId>) {
        let here = || self.chosen().map(|at| super::grid::Area::between(at, at));
        let Some(area) = self.area().or_else(here) else { return (&[], Vec::new()) };
        let people = self.week.people.get(area.people).unwrap_or_default();
        let rolls = self.week.rolls.get(area.sessions).unwrap_or_default();
        (rolls, people.iter().map(|person| person.id).collect())
    }

    /// Sessions of past days that the mark goes into: they need a reason.
    fn past(&self, work: Work) -> impl Iterator<Item = SessionId> {
        let rolls = match (work, self.area()) {
            (Work::Mark(_), Some(area)) => self.week.rolls.get(area.sessions).unwrap_or_default(),
            _ => self.roll().map(std::slice::from_ref).unwrap_or_default(),
        };
        let past = |roll: &&Roll| roll.timing == Timing::Past && roll.session.cancelled.is_none();
        rolls.iter().filter(past).map(|roll| roll.session.id)
    }

    fn is_past(&self, work: Work) -> bool {
        self.past(work).next().is_some()
    }

    /// Asks for what is still unknown, or writes.
    pub(super) fn write(&mut self, work: Work, ctx: &mut Ctx<'_>) -> Flow {
        let Some(cell) = self.cell() else { return self.nothing(ctx) };
        // a reason is that of its session: for another it is offered again, not taken for granted
        if self.past(work).any(|session| !self.reasoned.contains(&session)) {
            // nobody writes a reason to be told then that they may not
            if !ctx.may(Right::PastDays) {
                return Flow::Stay;
            }
            self.pending = Some(Pending::Reason(work));
            return Flow::Ask(asked::reason_dialog(ctx.lang, &self.reason));
        }
        match work {
            Work::All => self.write_all(cell.0, ctx),
            Work::Mark(mark) if self.anchor.is_some() => return self.offer_block(mark, ctx),
            Work::Mark(mark) => {
                let moves = self.person_at().is_some_and(|at| at + 1 < self.week.people.len());
                if self.write_one(cell, mark, moves, ctx) {
                    self.walk(Key::Down, ctx);
                }
            }
            Work::Turn(mark) => {
                self.write_one(cell, mark, false, ctx);
            }
        }
        Flow::Stay
    }

    fn reason_for(&self, work: Work) -> String {
        if self.is_past(work) { self.reason.clone() } else { String::new() }
    }

    /// True if the mark is on file; `moves` says that the cursor goes on to the next person then.
    fn write_one(
        &mut self,
        (session, who): (SessionId, EnrolmentId),
        mark: Mark,
        moves: bool,
        ctx: &mut Ctx<'_>,
    ) -> bool {
        let lang = ctx.lang;
        let name = self.person().map(|person| person.name.clone()).unwrap_or_default();
        match ctx.desk.mark(session, &[who], mark, &self.reason_for(Work::Mark(mark))) {
            Ok(_) => {
                let mut said = marks::set(lang, &name, mark);
                if mark == Mark::Leave(LeaveKind::Sick) {
                    said.push_str(if moves {
                        r::back_for_personal(lang)
                    } else {
                        r::again_for_personal(lang)
                    });
                }
                ctx.note.ok(said);
                self.done(ctx);
                true
            }
            Err(trouble) => {
                ctx.fail(&trouble);
                false
            }
        }
    }

    fn write_all(&mut self, session: SessionId, ctx: &mut Ctx<'_>) {
        match ctx.desk.mark_unmarked(session, Mark::PRESENT, &self.reason_for(Work::All)) {
            Ok(0) => ctx.note.warn(r::none_left(ctx.lang)),
            Ok(marked) => {
                ctx.note.ok(r::all_marked(ctx.lang, marked));
                self.done(ctx);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn done(&mut self, ctx: &mut Ctx<'_>) {
        self.jump.clear();
        self.reread(ctx);
    }

    /// Marks at once where no mark is replaced; else shows first what would be.
    fn offer_block(&mut self, mark: Mark, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let block = match self.plan(mark) {
            Ok(block) => block,
            Err(trouble) => {
                ctx.fail(&trouble);
                return Flow::Stay;
            }
        };
        if block.set() == 0 {
            ctx.note.warn(format!("{} {}", t::block_none(lang), rest(lang, &block)));
            return Flow::Stay;
        }
        let counts: Vec<String> =
            block.overwritten().map(|(kind, n)| r::count(lang, common::mark_kind(lang, kind), n)).collect();
        if counts.is_empty() {
            self.write_block(mark, ctx);
            return Flow::Stay;
        }
        let (set, counts) = (block.set(), counts.join("  "));
        let (title, lost, yes) = match mark {
            Mark::Cleared => (t::clear_title(lang, set), t::clear(lang, &counts), t::clear_yes(lang, set)),
            _ => (
                t::overwrite_title(lang, &r::said(lang, mark)),
                t::overwrite(lang, set, &counts),
                t::overwrite_yes(lang, set),
            ),
        };
        self.pending = Some(Pending::Overwrite(mark));
        Flow::Ask(Dialog::confirm(title, format!("{lost} {}", rest(lang, &block)), yes))
    }

    fn plan(&self, mark: Mark) -> crate::app::Outcome<Block> {
        let (rolls, people) = self.scope();
        Block::plan(rolls, &people, mark, &self.reason)
    }

    fn write_block(&mut self, mark: Mark, ctx: &mut Ctx<'_>) {
        let (rolls, people) = self.scope();
        let sessions: Vec<SessionId> = rolls.iter().map(|roll| roll.session.id).collect();
        match ctx.desk.mark_area(&sessions, &people, mark, &self.reason) {
            Ok(block) => {
                let said = match mark {
                    Mark::Cleared => t::block_cleared(ctx.lang, block.set()),
                    _ => t::block_marked(ctx.lang, block.set(), &r::said(ctx.lang, mark)),
                };
                ctx.note.ok(format!("{said}  {}", rest(ctx.lang, &block)).trim_end());
                self.anchor = None;
                self.done(ctx);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let Some(pending) = self.pending.take() else { return Flow::Unused };
        match (pending, answer.said) {
            (Pending::Minutes(end), Said::Text(text)) => {
                asked::minutes(&text).map_or(Flow::Stay, |minutes| self.with_minutes(end, minutes, ctx))
            }
            (Pending::Reason(work), Said::Text(text)) => {
                self.reason = line(&text);
                self.reasoned = self.past(work).collect();
                self.write(work, ctx)
            }
            (Pending::Overwrite(mark), Said::Yes) => {
                self.write_block(mark, ctx);
                Flow::Stay
            }
            (Pending::Class(classes), Said::Picked(nth)) => match classes.get(nth) {
                Some(class) if *class != self.week.class.id => {
                    let wanted = WeekWanted { class: Some(*class), day: Some(self.week.monday) };
                    Flow::Replace(Route::Week(wanted))
                }
                _ => Flow::Stay,
            },
            _ => Flow::Stay,
        }
    }
}

/// What of a block stays as it is, and why.
fn rest(lang: Lang, block: &Block) -> String {
    let mut parts = Vec::new();
    if block.same > 0 {
        parts.push(t::block_same(lang, block.same));
    }
    let Skipped { ahead, cancelled, not_on_roll, office, instructor, minutes } = block.skipped;
    type Count = fn(Lang, usize) -> String;
    let why: Vec<String> = [
        (ahead, t::skip_ahead as Count),
        (cancelled, t::skip_cancelled),
        (not_on_roll, t::skip_not_on_roll),
        (office, t::skip_office),
        (instructor, t::skip_instructor),
        (minutes, t::skip_minutes),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| words(lang, count))
    .collect();
    if !why.is_empty() {
        parts.push(t::block_skipped(lang, block.skipped.all(), &why.join(common::separator(lang))));
    }
    parts.join(" ")
}
