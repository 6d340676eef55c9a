//! The form of a class as drawn: fields, and below them a sentence on the focused one.

use super::ClassForm;
use crate::app::codes;
use crate::domain::class::ClassField;
use crate::text::Lang;
use crate::text::classes as words;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

/// Rows under the form: blank, sentence, catalogue, copying.
const BELOW: u16 = 4;

impl ClassForm {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let high = self.form.rows(paint).min(rows.saturating_sub(BELOW + 1));
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        let lines = [self.form.help(lang), self.catalogue(lang), self.previous(lang)];
        for line in lines.into_iter().flatten() {
            y += paint.paragraph(5, y, cols - 7, &line, Ink::Dim);
        }
    }

    /// What the catalogue says of the course, while it or its hours are typed.
    fn catalogue(&self, lang: Lang) -> Option<String> {
        if !matches!(self.form.focused(), ClassField::Course | ClassField::Hours) {
            return None;
        }
        let course = codes::course(self.form.get(ClassField::Course))?;
        Some(match course.hours {
            Some(hours) => words::by_catalogue(lang, hours.get(), &course.hours_source),
            None => words::no_catalogue(lang).to_owned(),
        })
    }

    fn previous(&self, lang: Lang) -> Option<String> {
        self.copies.then(|| words::previous(lang).to_owned())
    }
}
