//! Labelled fields of one record: focus, faults, lists, what was carried over, whether anything is unsaved.
//! Judges nothing: faults come from the domain, and Enter only ever goes to the next field (rule 5).

use super::Typed;
use super::kind::Kind;
use crate::text::{self, Lang, Words};
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::Click;
use entry::Entry;

mod days;
mod entry;
mod jump;
mod lists;

pub use lists::Keys;

/// One field of a form, declared once; the table of them is the screen's documentation.
pub struct Spec<F: 'static> {
    pub id: F,
    pub label: Words,
    pub kind: Kind,
    /// Columns of the value.
    pub width: u16,
    pub help: Words,
    pub required: bool,
}

impl<F: Copy> Spec<F> {
    /// A field that may stay empty.
    pub const fn free(id: F, label: Words, kind: Kind, width: u16, help: Words) -> Self {
        Self { id, label, kind, width, help, required: false }
    }

    /// A field without which nothing is kept.
    pub const fn needed(id: F, label: Words, kind: Kind, width: u16, help: Words) -> Self {
        Self { id, label, kind, width, help, required: true }
    }
}

/// One value of a list: what is kept and what is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub key: String,
    pub label: String,
}

impl Choice {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }
}

pub struct Form<F: 'static> {
    pub(super) specs: &'static [Spec<F>],
    pub(super) entries: Vec<Entry>,
    pub(super) focus: usize,
    saved: Vec<String>,
    /// Esc was pressed once with something unsaved.
    warned: bool,
    /// The focus went on by itself: the hand may be at the key that was to bring it here.
    jumped: bool,
}

/// What an input did to the form.
pub enum FormEvent<F> {
    Unused,
    Moved,
    Changed(F),
    /// The focus left this field: the moment to judge it.
    Left(F),
    /// Hand this on as `Flow::Ask`, and the answer to `Form::answered`.
    Ask(Box<Dialog>),
}

/// Marks the dialogs that a form asks for.
pub const TAG: &str = "form";

impl<F: Copy + PartialEq + 'static> Form<F> {
    pub fn new(specs: &'static [Spec<F>]) -> Self {
        let entries = specs.iter().map(|spec| Entry::new(spec.kind)).collect();
        let mut form = Self { specs, entries, focus: 0, saved: Vec::new(), warned: false, jumped: false };
        form.mark_saved();
        form
    }

    fn nth(&self, id: F) -> Option<usize> {
        self.specs.iter().position(|spec| spec.id == id)
    }

    fn entry(&self, id: F) -> Option<&Entry> {
        self.nth(id).and_then(|nth| self.entries.get(nth))
    }

    fn entry_mut(&mut self, id: F) -> Option<&mut Entry> {
        let nth = self.nth(id)?;
        self.entries.get_mut(nth)
    }

    /// The value: the key of a list's choice, else the text.
    pub fn get(&self, id: F) -> &str {
        self.entry(id).map_or("", Entry::value)
    }

    /// What the field shows.
    pub fn shown(&self, id: F) -> &str {
        self.entry(id).map_or("", |entry| entry.field.text())
    }

    pub fn values(&self) -> impl Iterator<Item = (F, &str)> {
        self.specs.iter().zip(&self.entries).map(|(spec, entry)| (spec.id, entry.value()))
    }

    /// Puts a value; for a field with a list, a key of the list.
    pub fn set(&mut self, id: F, value: &str) {
        if let Some(entry) = self.entry_mut(id) {
            entry.set(value);
        }
    }

    /// Puts a value from the record before, marked as carried over until it is touched.
    pub fn carry(&mut self, id: F, value: &str) {
        self.set(id, value);
        if let Some(entry) = self.entry_mut(id) {
            entry.carried = !value.is_empty();
        }
    }

    /// What Ctrl+D copies into this field.
    pub fn set_previous(&mut self, id: F, value: &str) {
        if let Some(entry) = self.entry_mut(id) {
            entry.previous = Some(value.to_owned());
        }
    }

    pub fn fault(&mut self, id: F, words: impl Into<String>) {
        if let Some(entry) = self.entry_mut(id) {
            entry.fault = Some(words.into());
        }
    }

    /// What follows from a value, shown beside it; empty for nothing.
    pub fn note(&mut self, id: F, words: impl Into<String>) {
        if let Some(entry) = self.entry_mut(id) {
            entry.note = words.into();
        }
    }

    /// Takes a field out of sight, or puts it back; its value stays.
    pub fn hide(&mut self, id: F, hidden: bool) {
        if let Some(entry) = self.entry_mut(id) {
            entry.hidden = hidden;
        }
    }

    pub fn clear_fault(&mut self, id: F) {
        if let Some(entry) = self.entry_mut(id) {
            entry.fault = None;
        }
    }

    /// All faults of a refused record at once; the focus goes to the first field that has one.
    pub fn set_faults(&mut self, faults: impl IntoIterator<Item = (F, String)>) {
        for entry in &mut self.entries {
            entry.fault = None;
        }
        for (id, words) in faults {
            self.fault(id, words);
        }
        if let Some(first) = self.entries.iter().position(|entry| entry.fault.is_some()) {
            self.go(first);
            // a long number is mended, not typed anew: one key takes one character
            if let Some(entry) = self.entries.get_mut(first)
                && matches!(entry.field.kind, Kind::IdNumber | Kind::Phone)
            {
                entry.field.input(&Input::Key(Key::End));
            }
        }
    }

    pub fn has_faults(&self) -> bool {
        self.entries.iter().any(|entry| entry.fault.is_some())
    }

    pub fn focused(&self) -> F {
        // a form without fields is a mistake in a const table, found by the first test that opens it
        self.specs.get(self.focus).expect("a form has fields").id
    }

    pub fn focus(&mut self, id: F) {
        if let Some(nth) = self.nth(id) {
            self.go(nth);
        }
    }

    /// The sentence on the focused field, for `Screen::field_help`.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.specs.get(self.focus).map(|spec| format!("{}  {}", (spec.label)(lang), (spec.help)(lang)))
    }

    pub fn is_dirty(&self) -> bool {
        self.entries.iter().map(Entry::value).ne(self.saved.iter().map(String::as_str))
    }

    /// The fields that differ from what is kept.
    pub fn changed(&self) -> impl Iterator<Item = (F, &str)> {
        self.values().zip(&self.saved).filter(|((_, value), saved)| value != saved).map(|(value, _)| value)
    }

    /// What stands in the form now is what is kept.
    pub fn mark_saved(&mut self) {
        self.saved = self.entries.iter().map(|entry| entry.value().to_owned()).collect();
        for entry in &mut self.entries {
            entry.field.forget();
        }
        self.warned = false;
    }

    /// Empties everything, faults and carried values too.
    pub fn clear(&mut self) {
        for entry in &mut self.entries {
            entry.set("");
            entry.fault = None;
            entry.carried = false;
            entry.note.clear();
        }
        self.mark_saved();
        self.jumped = false;
        self.focus = 0;
    }

    /// For `Screen::leave`: lets an unchanged form go, warns once about a changed one.
    pub fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if !self.is_dirty() || self.warned {
            return Flow::Back;
        }
        self.warned = true;
        ctx.note.warn(text::shell::unsaved(ctx.lang));
        Flow::Stay
    }

    pub fn input(&mut self, input: &Input, lang: Lang) -> FormEvent<F> {
        let id = self.focused();
        if matches!(input, Input::Key(Key::Esc | Key::Ctrl('q'))) {
            return FormEvent::Unused;
        }
        self.warned = false;
        if self.spends(input) {
            return FormEvent::Moved;
        }
        if let Some(dialog) = self.opens_list(input, lang) {
            return FormEvent::Ask(Box::new(dialog));
        }
        let seen = || self.entries.iter().enumerate().filter(|(_, entry)| !entry.hidden).map(|(nth, _)| nth);
        let (first, last) = (seen().next().unwrap_or(0), seen().next_back().unwrap_or(0));
        let (before, after) = (seen().rfind(|nth| *nth < self.focus), self.next());
        match input {
            Input::Key(Key::Ctrl('d')) => return self.copy_previous(),
            Input::Key(Key::Right) if self.proposed().is_some() => return self.take_proposed(),
            Input::Key(Key::Enter | Key::Down) => return self.step(after),
            Input::Key(Key::Up) => return self.step(before.unwrap_or(self.focus)),
            Input::Key(Key::Tab) => return self.step(if self.focus == last { first } else { after }),
            Input::Key(Key::BackTab) => return self.step(before.unwrap_or(last)),
            _ => {}
        }
        let Some(entry) = self.entries.get_mut(self.focus) else { return FormEvent::Unused };
        match entry.field.input(input) {
            Typed::Unused => FormEvent::Unused,
            Typed::Moved => {
                if matches!(input, Input::Text(text) | Input::Paste(text) if !text.trim().is_empty()) {
                    entry.refuse(lang);
                }
                FormEvent::Moved
            }
            Typed::Changed => {
                entry.touched();
                FormEvent::Changed(id)
            }
        }
    }

    fn must_be_filled(&self) -> bool {
        self.specs.get(self.focus).is_some_and(|spec| spec.required)
    }

    /// What the focused field proposes, which it does while nothing stands in it.
    fn proposed(&self) -> Option<Choice> {
        self.entries.get(self.focus).and_then(Entry::proposed).cloned()
    }

    fn take_proposed(&mut self) -> FormEvent<F> {
        self.proposed().map_or(FormEvent::Unused, |choice| self.take(choice))
    }

    /// F4 on any field with a list; Space and typing on a field that is nothing but a list, and Down while such a one
    /// that must be filled is empty.
    fn opens_list(&self, input: &Input, lang: Lang) -> Option<Dialog> {
        let entry = self.entries.get(self.focus)?;
        let only_list = matches!(entry.field.kind, Kind::Choice | Kind::Place);
        let filter = match input {
            Input::Key(Key::F(4)) => "",
            // what may stay empty is passed by, as every other field is
            Input::Key(Key::Down) if only_list && entry.field.is_empty() && self.must_be_filled() => "",
            Input::Text(text) if only_list => text.trim(),
            _ => return None,
        };
        self.choose(lang).map(|dialog| dialog.filtered(filter))
    }

    /// For `Screen::answered`: the choice goes into the field and the focus to the next one.
    pub fn answered(&mut self, answer: &Answer) -> FormEvent<F> {
        let Some(entry) = self.entries.get_mut(self.focus).filter(|_| answer.tag == TAG) else {
            return FormEvent::Unused;
        };
        let choice = match &answer.said {
            Said::Picked(nth) => entry.choices.get(*nth),
            Said::Place(code) => entry.named(code.as_str()),
            _ => None,
        };
        choice.cloned().map_or(FormEvent::Unused, |choice| self.take(choice))
    }

    fn take(&mut self, choice: Choice) -> FormEvent<F> {
        let id = self.focused();
        let Some(entry) = self.entries.get_mut(self.focus) else { return FormEvent::Unused };
        entry.take(choice);
        self.go(self.next());
        FormEvent::Changed(id)
    }

    /// Ctrl+D: this field as in the record before.
    pub fn copy_previous(&mut self) -> FormEvent<F> {
        let id = self.focused();
        let Some(entry) = self.entries.get_mut(self.focus) else { return FormEvent::Unused };
        let Some(previous) = entry.previous.clone() else { return FormEvent::Unused };
        let label = entry.named(&previous).map(|choice| choice.label.clone());
        entry.field.replace(label.as_deref().unwrap_or(&previous));
        entry.touched();
        self.go(self.next());
        FormEvent::Changed(id)
    }

    pub fn click(&mut self, click: Click) -> FormEvent<F> {
        match click {
            Click::Field(nth) if nth < self.entries.len() => self.step(nth),
            _ => FormEvent::Unused,
        }
    }

    /// The next field in sight, or this one if it is the last.
    pub(super) fn next(&self) -> usize {
        let mut after = self.entries.iter().enumerate().skip(self.focus + 1);
        after.find(|(_, entry)| !entry.hidden).map_or(self.focus, |(nth, _)| nth)
    }

    fn step(&mut self, to: usize) -> FormEvent<F> {
        let left = self.focused();
        self.go(to);
        FormEvent::Left(left)
    }

    fn go(&mut self, to: usize) {
        if let Some(entry) = self.entries.get_mut(self.focus) {
            entry.leave();
        }
        self.focus = to;
        if let Some(entry) = self.entries.get_mut(to) {
            entry.field.enter();
        }
    }
}

#[cfg(test)]
mod tests;
