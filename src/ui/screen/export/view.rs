//! How the export page is drawn: the form, what was written last, layouts that cannot be used. Only looks.

use super::{Export, refusal};
use crate::text::export as t;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

const LEFT: u16 = 5;

impl Export {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        let room = cols.saturating_sub(LEFT + 2);
        if self.classes.is_empty() {
            paint.text(LEFT, 1, t::no_classes(lang), Ink::Text);
            return;
        }
        let rows = self.form.rows(&paint.sub(1, 0, cols - 1, 1));
        self.form.view(&mut paint.sub(1, 1, cols - 1, rows));
        let mut y = rows + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(LEFT, y, room, &help, Ink::Dim) + 1;
        }
        y += paint.paragraph(LEFT, y, room, t::full_numbers(lang), Ink::Dim) + 1;
        if let Some((file, exported)) = &self.written {
            paint.text(LEFT, y, &t::last(lang, exported.people, exported.pages), Ink::Ok);
            y += 1 + paint.paragraph(LEFT, y + 1, room, &file.display().to_string(), Ink::Text);
            for column in exported.empty_remarks(lang) {
                y += paint.paragraph(LEFT, y, room, &format!("! {column}"), Ink::Warning);
            }
            y += 1;
        }
        if !self.refused.is_empty() {
            paint.text(LEFT, y, &format!("! {}", t::refused(lang)), Ink::Warning);
            y += 1;
            for refused in &self.refused {
                y += paint.paragraph(LEFT + 2, y, room.saturating_sub(2), &refusal(lang, refused), Ink::Text);
            }
        }
    }
}
