//! How the pasted column looks: what would be written in one line, the lines below. Only looks.

use super::{Column, Paste};
use crate::app::pasted::{By, Pasted, What};
use crate::text::pasted as t;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

impl Paste {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        match &self.column {
            Column::Awaited => how(paint, 1),
            Column::Misfit(misfit) => {
                let words = t::misfit(lang, misfit.lines, misfit.people);
                let used = paint.paragraph(1, 1, cols - 2, &format!("! {words}"), Ink::Error);
                how(paint, used + 2);
            }
            Column::Read(pasted) => {
                self.summary(pasted, paint);
                self.table.view(&mut paint.sub(1, 3, cols - 2, u16::MAX), true);
            }
        }
    }

    fn summary(&self, pasted: &Pasted, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let by = match pasted.by {
            By::Place => t::by_place(lang, pasted.lines.len()),
            By::Name => t::by_name(lang, pasted.lines.len()),
        };
        let faults = pasted.lines.iter().filter(|line| matches!(line.what, What::Fault(_))).count();
        let leave = pasted.lines.iter().filter(|line| line.against_leave(&self.hand.taken)).count();
        let written = self.cells().len();
        let mut x = 1 + paint.text(1, 0, &by, Ink::Title) + 3;
        x += paint.text(x, 0, &t::will_write(lang, written), Ink::Text) + 3;
        if faults > 0 {
            x += paint.text(x, 0, &t::faults(lang, faults), Ink::Error) + 3;
        }
        if leave > 0 {
            paint.text(x, 0, &t::leave(lang, leave), Ink::Warning);
        }
        let next = if faults > 0 { t::mend(lang) } else { t::fine(lang) };
        paint.text_in(1, 1, paint.width() - 2, next, Ink::Dim);
    }
}

/// What to do in the spreadsheet, and what its words may be.
fn how(paint: &mut Paint<'_>, top: u16) {
    let (lang, cols) = (paint.lang, paint.width().saturating_sub(2).min(96));
    let mut y = top;
    for words in [t::how_copy, t::how_paste, t::how_words, t::how_safe] {
        y += paint.paragraph(1, y, cols, words(lang), Ink::Text) + 1;
    }
}
