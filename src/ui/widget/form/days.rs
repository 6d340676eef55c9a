//! Days in a form: one that was typed short is written out, one that is missing is said to be. The domain knows which
//! day is meant.

use super::Form;
use crate::domain::calendar::{day_meant, parse_day};
use crate::text::{Lang, form as words};
use crate::ui::widget::kind::Kind;
use chrono::NaiveDate;

impl<F: Copy + PartialEq + 'static> Form<F> {
    /// Writes a day that was typed short out in full, so that the clerk sees which one is meant; true if it was.
    pub fn spell_day(&mut self, id: F, today: NaiveDate) -> bool {
        let is_day = self.specs.iter().any(|spec| spec.id == id && spec.kind == Kind::Date);
        let Some(entry) = self.entry_mut(id).filter(|_| is_day) else { return false };
        if parse_day(entry.value()).is_some() {
            return false;
        }
        let Some(day) = day_meant(entry.value(), today) else { return false };
        entry.field.replace(&day.to_string());
        entry.touched();
        true
    }

    /// A faulty field that is empty and must not be is missing, whatever was said of how to write it.
    pub fn say_missing(&mut self, lang: Lang) {
        for (spec, entry) in self.specs.iter().zip(&mut self.entries) {
            let asked = spec.required && matches!(spec.kind, Kind::Date | Kind::Time | Kind::Number);
            if asked && entry.fault.is_some() && entry.field.is_empty() {
                entry.fault = Some(words::required(lang).to_owned());
            }
        }
    }
}
