//! How the reader page is drawn: what arrived, with its unseen keys made visible, and the format below. Only looks.

use super::Reader;
use crate::domain::reader::{Heard, Suffix};
use crate::text::{Lang, reader as t, shell};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::width;

/// Where a form writes its labels.
const FIELDS: u16 = 5;

impl Reader {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        let room = cols.saturating_sub(2);
        let mut y = paint.paragraph(1, 0, room, t::intro(lang), Ink::Dim);
        match self.samples.last() {
            None => {
                paint.text(1, y, t::nothing_yet(lang), Ink::Text);
                y += 1;
            }
            Some(heard) => {
                paint.text(1, y, &summary(lang, self.samples.len(), heard), Ink::Accent);
                let shown = shown(lang, heard);
                paint.text(1, y + 1, &width::fit(&shown, room.into()), Ink::Text);
                y += 2;
            }
        }
        let rows = paint.height().saturating_sub(y + 3);
        let mut form = paint.sub(1, y + 1, cols.saturating_sub(1), rows);
        self.form.view(&mut form);
        let below = self.form.rows_below(&form);
        if below > 0 {
            paint.text(FIELDS, y + 1 + rows, &shell::rows_below(lang, below), Ink::Dim);
        }
        if let Some(help) = self.form.help(lang) {
            let below = paint.height().saturating_sub(1);
            paint.text(1, below, &width::fit(&help, room.into()), Ink::Dim);
        }
    }
}

fn summary(lang: Lang, count: usize, heard: &Heard) -> String {
    let end = match heard.suffix() {
        Suffix::Enter => t::enter(lang),
        Suffix::Tab => t::tab(lang),
        Suffix::None => t::silence(lang),
    };
    t::heard(lang, count, heard.keys.len(), heard.longest_gap(), end)
}

/// Tab and Enter in brackets: they have no sign that every terminal shows.
fn shown(lang: Lang, heard: &Heard) -> String {
    heard
        .keys
        .iter()
        .map(|(c, _)| match c {
            '\t' => format!("<{}>", t::tab(lang)),
            '\n' => format!("<{}>", t::enter(lang)),
            c => c.to_string(),
        })
        .collect()
}
