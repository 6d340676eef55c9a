//! A move as drawn: its fields, what stands in the way, and each session with its old and new time.

use super::super::days;
use super::Shift;
use crate::app::shift::{Moved, Moving};
use crate::app::words as say;
use crate::domain::calendar::Slot;
use crate::text::{Lang, timetable as words};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use chrono::NaiveDate;

type Lines = Vec<(Ink, String)>;

fn when(day: NaiveDate, slot: Slot, lang: Lang) -> String {
    say::timetable::lesson(lang, day, slot)
}

impl Shift {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 0, cols - 2, high));
        let mut y = high + 1;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim);
        }
        y += 1;
        let (said, list) = match &self.preview {
            Some(Ok(moving)) => (self.said(moving, lang), listed(moving, lang)),
            Some(Err(error)) => {
                (vec![(Ink::Warning, format!("! {}", say::trouble(lang, error)))], Vec::new())
            }
            None => return,
        };
        for (ink, line) in &said {
            y += paint.paragraph(5, y, cols - 7, line, *ink);
        }
        let room = usize::from(rows.saturating_sub(y));
        let top = self.top.get().min(list.len().saturating_sub(room));
        self.top.set(top);
        for (y, (ink, line)) in (y..rows).zip(list.iter().skip(top)) {
            paint.text_in(7, y, cols - 8, line, *ink);
        }
    }

    /// What stands in the way, and how many move.
    fn said(&self, moving: &Moving, lang: Lang) -> Lines {
        let mut lines = Vec::new();
        if let Some(own) = &moving.overlaps {
            lines.push((Ink::Warning, words::own_overlap(lang, &when(own.day, own.slot, lang))));
        }
        lines.extend(days::warnings(lang, &moving.days));
        let special = (moving.left_out.as_slice(), moving.brought_in.as_slice());
        lines.extend(days::told(lang, special, &moving.unknown_years, &self.refused));
        lines.extend(days::clashes(lang, &moving.clashes));
        lines.extend(say::timetable::leave_along(lang, &moving.leave).map(|words| (Ink::Text, words)));
        lines.push((Ink::Text, words::will_move(lang, moving.moved.len())));
        lines
    }
}

/// Those that stay first: they are what a clerk must deal with by hand.
fn listed(moving: &Moving, lang: Lang) -> Lines {
    let stays = moving
        .stays
        .iter()
        .map(|stays| (Ink::Warning, words::stays(lang, &when(stays.day, stays.slot, lang))));
    let moves = moving.moved.iter().map(|moved| line(moved, moving, lang));
    stays.chain(moves).collect()
}

fn line(Moved { session, plan }: &Moved, moving: &Moving, lang: Lang) -> (Ink, String) {
    let text = words::moves(lang, &when(session.day, session.slot, lang), &when(plan.day, plan.slot, lang));
    let clash = moving.clashes.iter().find(|clash| (clash.day, clash.slot) == (plan.day, plan.slot));
    match clash {
        Some(clash) => (Ink::Warning, format!("{text}  ! {}", clash.code)),
        None => (Ink::Text, text),
    }
}
