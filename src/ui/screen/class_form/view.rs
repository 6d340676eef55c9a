//! The form of a class as drawn: fields, and below them a sentence on the focused one.

use super::ClassForm;
use crate::app::codes;
use crate::app::words::document;
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
        let catalogue = self.catalogue(lang);
        // with a course, the line of the catalogue says what an empty field would mean
        let help =
            self.form.help(lang).filter(|_| catalogue.is_none() || self.form.focused() != ClassField::Hours);
        let lines = [help, catalogue, self.previous(lang)];
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
            Some(hours) => words::by_catalogue(lang, hours.get(), &document(lang, &course.hours_source)),
            None => words::no_catalogue(lang).to_owned(),
        })
    }

    fn previous(&self, lang: Lang) -> Option<String> {
        self.copies.then(|| words::previous(lang).to_owned())
    }
}
