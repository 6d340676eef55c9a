//! How the guide looks: what one wants to do at the left, how at the right.

use super::Guide;
use super::tasks::{Step, TASKS};
use crate::text::guide as t;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::width;

/// Between the two lists.
const GAP: u16 = 3;
/// The steps do not spread further: the eye would lose the line.
const WIDEST: u16 = 90;

impl Guide {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        paint.text(1, 0, t::moving(lang), Ink::Dim);
        let names = TASKS.iter().map(|task| paint.columns((task.name)(lang))).max().unwrap_or(0);
        let mut body = paint.below(2);
        let height = usize::from(body.height()).max(1);
        let skip = (self.at + 1).saturating_sub(height);
        for (y, (nth, task)) in (0..body.height()).zip(TASKS.iter().enumerate().skip(skip)) {
            let chosen = nth == self.at;
            if chosen {
                body.band(0, y, names + 4, Ink::Selected);
                let marker = body.theme.marker();
                body.text(1, y, marker, Ink::Selected);
                body.park(1, y);
            }
            body.text(3, y, (task.name)(lang), if chosen { Ink::Selected } else { Ink::Text });
            body.click(0, y, names + 4, 1, Click::Row(nth));
        }
        let left = names + 4 + GAP;
        let room = body.width().saturating_sub(left + 1).min(WIDEST);
        steps(&mut body.sub(left, 0, room, u16::MAX), self.chosen().steps);
    }
}

/// Numbered, the keys below each other.
fn steps(paint: &mut Paint<'_>, steps: &[Step]) {
    let lang = paint.lang;
    let keys = steps.iter().map(|step| paint.columns(&(step.key)(lang))).max().unwrap_or(0);
    let (key_x, gap) = (3, if keys == 0 { 0 } else { 2 });
    let words_x = key_x + keys + gap;
    let room = paint.width().saturating_sub(words_x);
    let rows: usize = steps.iter().map(|step| width::wrap((step.words)(lang), room.into()).len()).sum();
    // a blank row between the steps where all of them still fit
    let apart = u16::from(rows + steps.len() <= usize::from(paint.height()) + 1);
    let mut y = 0;
    for (nth, step) in steps.iter().enumerate() {
        paint.text(0, y, &(nth + 1).to_string(), Ink::Dim);
        paint.text(key_x, y, &(step.key)(lang), Ink::Accent);
        y += paint.paragraph(words_x, y, room, (step.words)(lang), Ink::Text).max(1) + apart;
    }
}
