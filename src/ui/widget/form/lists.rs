//! The lists of a form's fields: given by the page, opened as a dialog. What is taken from one goes into its field in
//! the form itself.

use super::{Choice, Form, TAG};
use crate::text::Lang;
use crate::ui::overlay::dialog::Dialog;
use crate::ui::widget::picker::Item;
use crate::ui::widget::place::Near;

/// A list whose keys are the page's own, and what each stands for.
pub struct Keys<T: 'static>(pub &'static [(&'static str, T)]);

impl<T: Copy + PartialEq> Keys<T> {
    pub fn of(&self, key: &str) -> Option<T> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Empty for what the list does not offer.
    pub fn key(&self, value: T) -> &'static str {
        self.0.iter().find(|(_, known)| *known == value).map_or("", |(key, _)| key)
    }

    pub fn choices<L: Into<String>>(&self, label: impl Fn(T) -> L) -> Vec<Choice> {
        self.0.iter().map(|(key, value)| Choice::new(*key, label(*value))).collect()
    }
}

impl<F: Copy + PartialEq + 'static> Form<F> {
    /// The list of a field. A value that is in the list shows its label from now on.
    pub fn set_choices(&mut self, id: F, choices: Vec<Choice>) {
        if let Some(entry) = self.entry_mut(id) {
            let value = entry.value().to_owned();
            entry.choices = choices;
            entry.items.clear();
            entry.set(&value);
        }
    }

    /// For a field of kind `Place`: how its value is named from now on, and which places are offered first.
    pub fn set_places(&mut self, id: F, near: Near) {
        if let Some(entry) = self.entry_mut(id) {
            entry.set_places(near);
        }
    }

    /// A key of the field's list that is likely: grey while the field is empty, taken with Right. Empty for none.
    pub fn propose(&mut self, id: F, key: &str) {
        if let Some(entry) = self.entry_mut(id) {
            entry.propose(key);
        }
    }

    /// A list that says more of each choice than the field will show.
    pub fn set_listed(&mut self, id: F, listed: Vec<(Choice, Item)>) {
        let (choices, items) = listed.into_iter().unzip();
        self.set_choices(id, choices);
        if let Some(entry) = self.entry_mut(id) {
            entry.items = items;
        }
    }

    /// Whether the focused field has a list.
    pub fn has_list(&self) -> bool {
        let entry = self.entries.get(self.focus);
        entry.is_some_and(|entry| entry.places().is_some() || !entry.choices.is_empty())
    }

    /// The list of the focused field, if it has one.
    pub fn choose(&self, lang: Lang) -> Option<Dialog> {
        let (spec, entry) = (self.specs.get(self.focus)?, self.entries.get(self.focus)?);
        if let Some(places) = entry.places() {
            return Some(Dialog::place((spec.label)(lang), places).tagged(TAG));
        }
        if entry.choices.is_empty() {
            return None;
        }
        let plain = || entry.choices.iter().map(|choice| Item::new(choice.label.as_str())).collect();
        let items = if entry.items.is_empty() { plain() } else { entry.items.clone() };
        let at = entry.choices.iter().position(|choice| Some(&choice.key) == entry.key.as_ref());
        Some(Dialog::pick((spec.label)(lang), items).at(at.unwrap_or(0)).tagged(TAG))
    }
}
