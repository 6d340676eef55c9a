//! How a form is drawn: labels at the right of their column, values, faults beside or below them.
//! Only looks.

use super::form::{Form, Spec};
use crate::text;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::width;

/// Focus marker and required mark, two columns each.
const SIGNS: u16 = 4;
/// Between label and value; its last column carries the sign of a carried value.
const GAP: u16 = 2;

impl<F: Copy + PartialEq + 'static> Form<F> {
    /// Rows that the whole form needs at this width.
    pub fn rows(&self, paint: &Paint<'_>) -> u16 {
        (0..self.entries.len()).map(|nth| self.rows_of(paint, nth)).sum()
    }

    /// Draws all fields from the first row on, scrolled so far that the focused one is in sight, and the next one
    /// too: a mouse gets no further than it can see.
    pub fn view(&self, paint: &mut Paint<'_>) {
        let skip = self.skipped(paint);
        let mut row = 0;
        for (nth, spec) in self.specs.iter().enumerate() {
            let rows = self.rows_of(paint, nth);
            if row >= skip && rows > 0 {
                self.row(paint, row - skip, nth, spec);
            }
            row += rows;
        }
    }

    /// Rows that are below the surface when the form is drawn on it.
    pub fn rows_below(&self, paint: &Paint<'_>) -> u16 {
        self.rows(paint).saturating_sub(self.skipped(paint) + paint.height())
    }

    /// Rows left out at the top.
    fn skipped(&self, paint: &Paint<'_>) -> u16 {
        let before: u16 = (0..self.focus).map(|nth| self.rows_of(paint, nth)).sum();
        let last = self.next();
        let bottom = before + (self.focus..=last).map(|nth| self.rows_of(paint, nth)).sum::<u16>();
        bottom.saturating_sub(paint.height()).min(before)
    }

    fn rows_of(&self, paint: &Paint<'_>, nth: usize) -> u16 {
        if self.entries.get(nth).is_none_or(|entry| entry.hidden) { 0 } else { 1 + self.below(paint, nth) }
    }

    fn row(&self, paint: &mut Paint<'_>, y: u16, nth: usize, spec: &Spec<F>) {
        let Some(entry) = self.entries.get(nth) else { return };
        let (focused, lang, cols) = (nth == self.focus, paint.lang, paint.width());
        let label_cols = self.label_cols(paint);
        let ink = if focused { Ink::Accent } else { Ink::Text };
        if focused {
            let marker = paint.theme.marker();
            paint.text(0, y, marker, ink);
        }
        if spec.required {
            paint.text(2, y, "*", ink);
        }
        paint.right(SIGNS, y, label_cols, (spec.label)(lang), ink);
        let x = SIGNS + label_cols + GAP;
        if entry.carried {
            paint.text_in(x - 1, y, 1, "=", Ink::Dim);
        }
        let value_cols = spec.width.min(cols.saturating_sub(x));
        if y < paint.height() {
            entry.field.view(&mut paint.sub(x, y, value_cols, 1), focused);
        }
        let mut taken_by_click = None;
        if let Some(choice) = entry.proposed() {
            let words = text::shell::proposed(lang, &choice.label);
            let used = paint.text(x, y, &words, Ink::Dim);
            taken_by_click = focused.then_some((x, used));
        } else if entry.wrong().is_none() && !entry.note.is_empty() {
            paint.text(x + value_cols + GAP, y, &entry.note, Ink::Dim);
        }
        if let Some(words) = entry.wrong() {
            let words = fault_words(words, (spec.label)(lang));
            let beside = x + value_cols + GAP;
            if self.below(paint, nth) == 0 {
                paint.text(beside, y, &words, Ink::Error);
            } else {
                paint.paragraph(x, y + 1, cols.saturating_sub(x), &words, Ink::Error);
            }
        }
        paint.click(0, y, cols, 1, Click::Field(nth));
        if let Some((x, used)) = taken_by_click {
            paint.click(x, y, used, 1, Click::Key(Key::Right));
        }
    }

    fn label_cols(&self, paint: &Paint<'_>) -> u16 {
        self.specs.iter().map(|spec| paint.columns((spec.label)(paint.lang))).max().unwrap_or(0)
    }

    /// Rows under a field that its fault takes, because there is no room beside it.
    fn below(&self, paint: &Paint<'_>, nth: usize) -> u16 {
        let (Some(entry), Some(spec)) = (self.entries.get(nth), self.specs.get(nth)) else { return 0 };
        let Some(words) = entry.wrong() else { return 0 };
        let words = fault_words(words, (spec.label)(paint.lang));
        let x = SIGNS + self.label_cols(paint) + GAP;
        let beside = x + spec.width + GAP;
        if beside + paint.columns(&words) <= paint.width() {
            return 0;
        }
        let words = width::certain(&words, paint.theme.distrust);
        let lines = width::wrap(&words, paint.width().saturating_sub(x).into());
        u16::try_from(lines.len()).unwrap_or(u16::MAX)
    }
}

/// A fault may begin with the name of its field, for where it stands alone; beside the field that is said twice.
fn fault_words(words: &str, label: &str) -> String {
    let rest = words.strip_prefix(label).and_then(|rest| rest.strip_prefix(['\u{ff1a}', ':']));
    let mut rest = rest.unwrap_or(words).trim_start().chars();
    // a sentence still, now that it lost its beginning
    let first = rest.next().map(|first| first.to_ascii_uppercase()).unwrap_or_default();
    format!("! {first}{}", rest.as_str())
}
