//! What the front page shows, read on entering and refreshing and never while drawing.

use super::{Row, Step, Today};
use crate::app::Outcome;
use crate::app::today;
use crate::domain::operator::NAMELESS;
use crate::text::{common, desk as desk_words, operators, today as t};
use crate::ui::command::Ctx;
use crate::ui::screen::enrol::DRAFTS;
use chrono::Datelike;

/// Matters that the page names at most; the rest stands on the pages of the classes.
const MOST_DUE: usize = 30;

impl Today {
    pub(super) fn read(&mut self, ctx: &mut Ctx<'_>) {
        let chosen = self.chosen().map(Row::id);
        let was_empty = self.rows.is_empty();
        let offered = matches!(self.rows.first(), Some(Row::Draft(..)));
        match self.rows_of(ctx) {
            Ok(rows) => self.rows = rows,
            Err(trouble) => ctx.fail(&trouble),
        }
        let found = chosen.and_then(|id| self.rows.iter().position(|row| row.id() == id));
        self.at = found.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
        // what was just left unsaved is the first thing to go on with
        if was_empty || (!offered && matches!(self.rows.first(), Some(Row::Draft(..)))) {
            self.at = 0;
        }
    }

    fn rows_of(&mut self, ctx: &mut Ctx<'_>) -> Outcome<Vec<Row>> {
        let (desk, lang) = (&mut *ctx.desk, ctx.lang);
        let now = desk.now();
        self.today = now.day;
        self.now = now.time;
        self.status = t::status(
            lang,
            &desk.centre()?,
            operators::called(lang, desk.operator()),
            &now.day.to_string(),
            common::weekday(lang, now.day.weekday()),
            &now.time.to_string(),
        );
        let behind = desk.clock_behind()?.map(|behind| desk_words::clock_behind(lang, behind.as_secs() / 60));
        self.warning = desk.read_only().map(|found| t::read_only(lang, found)).or(behind);
        let today::Today { sessions, due, backup, trainees } = desk.today_page()?;
        self.trainees = trainees;
        self.is_guarded = desk.guard().is_guarded;
        let has_classes = !desk.classes(1)?.is_empty();
        let mut rows = Vec::new();
        for key in DRAFTS {
            rows.extend(desk.draft(key)?.map(|draft| Row::Draft(key, draft)));
        }
        rows.extend(sessions.into_iter().map(Row::Session));
        if trainees == 0 || !has_classes {
            rows.push(Row::Step(Step::Class, has_classes));
            rows.push(Row::Step(Step::People, trainees > 0));
            rows.push(Row::Step(Step::Print, false));
            rows.push(Row::Step(Step::Operator, desk.operator() != NAMELESS));
        }
        rows.extend(due.into_iter().take(MOST_DUE).map(Row::Due));
        rows.extend(desk.undoable()?.map(Row::Undo));
        rows.push(Row::Backup(backup));
        Ok(rows)
    }
}
