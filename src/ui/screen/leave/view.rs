//! How announced leave looks: the form, then what it would do, session by session.

use super::Leave;
use crate::app::words::timetable as say;
use crate::store::rows::SessionRow;
use crate::text::{Lang, common, leave as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

impl Leave {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let rows = self.form.rows(paint);
        self.form.view(&mut paint.sub(0, 1, u16::MAX, rows));
        let mut y = rows + 2;
        let Some(plan) = &self.plan else { return };
        if plan.set.is_empty() {
            y += paint.paragraph(1, y, paint.width() - 2, t::none(lang), Ink::Warning) + 1;
        } else {
            paint.text(1, y, &t::sets(lang, plan.set.len()), Ink::Title);
            y = sessions(paint, y + 1, &plan.set) + 1;
        }
        if !plan.kept.is_empty() {
            paint.text(1, y, &t::kept(lang, plan.kept.len()), Ink::Text);
            y += 1;
            for (session, line) in &plan.kept {
                let words = format!("{}  {}", when(lang, session), common::mark(lang, line.mark));
                paint.text(3, y, &words, Ink::Dim);
                y += 1;
            }
            y += 1;
        }
        if !plan.begun.is_empty() {
            paint.text(1, y, &t::begun(lang, plan.begun.len()), Ink::Dim);
        }
    }
}

/// As many as there is room for; the row after the last comes back.
fn sessions(paint: &mut Paint<'_>, y: u16, sessions: &[SessionRow]) -> u16 {
    let lang = paint.lang;
    let room = usize::from(paint.height().saturating_sub(y + 3)).max(1);
    let shown = if sessions.len() > room { room - 1 } else { sessions.len() };
    let mut y = y;
    for session in sessions.iter().take(shown) {
        paint.text(3, y, &when(lang, session), Ink::Text);
        y += 1;
    }
    if shown < sessions.len() {
        paint.text(3, y, &t::more(lang, sessions.len() - shown), Ink::Dim);
        y += 1;
    }
    y
}

fn when(lang: Lang, session: &SessionRow) -> String {
    say::lesson(lang, session.day, session.slot)
}
