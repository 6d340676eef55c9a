//! What a form keeps of one of its fields: text, list, chosen key, fault, what is beside it. Knows no other field.

use super::Choice;
use crate::text::Lang;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::Item;
use crate::ui::widget::place::{Near, Places};

pub(in crate::ui::widget) struct Entry {
    pub(in crate::ui::widget) field: Field,
    /// The list of the field; of places, which are too many, those that stood here.
    pub(super) choices: Vec<Choice>,
    /// How the list shows the choices, where it says more than the field will.
    pub(super) items: Vec<Item>,
    /// The key of the chosen value, where the field has a list.
    pub(super) key: Option<String>,
    near: Option<Near>,
    proposed: Option<Choice>,
    pub(in crate::ui::widget) fault: Option<String>,
    /// What this field takes, while nothing of what was typed last went into it.
    refused: Option<&'static str>,
    pub(super) previous: Option<String>,
    /// Carried over from the record before, not yet touched.
    pub(in crate::ui::widget) carried: bool,
    /// What follows from the value, dim beside it where no fault stands.
    pub(in crate::ui::widget) note: String,
    /// Out of sight and of the way: the field has no meaning for this record.
    pub(in crate::ui::widget) hidden: bool,
}

impl Entry {
    pub(super) const fn new(kind: Kind) -> Self {
        Self {
            field: Field::new(kind),
            choices: Vec::new(),
            items: Vec::new(),
            key: None,
            near: None,
            proposed: None,
            fault: None,
            refused: None,
            previous: None,
            carried: false,
            note: String::new(),
            hidden: false,
        }
    }

    pub(super) fn value(&self) -> &str {
        self.key.as_deref().unwrap_or(self.field.text())
    }

    pub(super) fn set(&mut self, value: &str) {
        let choice = self.named(value).cloned();
        self.key = choice.as_ref().map(|choice| choice.key.clone());
        let shown = choice.map_or_else(|| value.to_owned(), |choice| choice.label);
        self.field.set(&shown);
        self.refused = None;
    }

    /// What is wrong here: with the value, or with what was typed just now.
    pub(in crate::ui::widget) fn wrong(&self) -> Option<&str> {
        self.fault.as_deref().or(self.refused)
    }

    /// Nothing of this text can stand in such a field.
    pub(super) fn refuse(&mut self, lang: Lang) {
        self.refused = self.field.kind.takes(lang);
    }

    /// The focus goes elsewhere.
    pub(super) fn leave(&mut self) {
        self.refused = None;
        if self.field.leave() {
            self.touched();
        }
    }

    /// The text was edited: it is a choice only if it reads exactly like one.
    pub(super) fn touched(&mut self) {
        let shown = self.field.text();
        self.key = self.choices.iter().find(|choice| choice.label == shown).map(|choice| choice.key.clone());
        self.fault = None;
        self.refused = None;
        self.carried = false;
    }

    pub(super) fn take(&mut self, choice: Choice) {
        self.key = Some(choice.key);
        self.field.replace(&choice.label);
        self.fault = None;
        self.carried = false;
    }

    /// The choice of this key.
    pub(super) fn named(&mut self, key: &str) -> Option<&Choice> {
        let is_new = !self.choices.iter().any(|choice| choice.key == key);
        if let Some(label) = self.near.filter(|_| is_new).and_then(|near| near.label(key)) {
            self.choices.push(Choice::new(key, label));
        }
        self.choices.iter().find(|choice| choice.key == key)
    }

    pub(super) fn set_places(&mut self, near: Near) {
        let value = self.value().to_owned();
        let proposed = self.proposed.take().map(|choice| choice.key);
        self.choices.clear();
        self.near = Some(near);
        self.set(&value);
        self.propose(&proposed.unwrap_or_default());
    }

    /// All places to choose from, open where the value is, or what is proposed.
    pub(super) fn places(&self) -> Option<Places> {
        let proposed = self.proposed().map(|choice| choice.key.as_str());
        self.near.map(|near| Places::new(near, proposed.unwrap_or(self.value())))
    }

    pub(super) fn propose(&mut self, key: &str) {
        self.proposed = self.named(key).cloned();
    }

    pub(in crate::ui::widget) fn proposed(&self) -> Option<&Choice> {
        self.proposed.as_ref().filter(|_| self.field.is_empty())
    }
}
