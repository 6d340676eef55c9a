//! One line that is asked for. It stays open until it can be used: what comes after a line that was refused would
//! else go to the page beneath, where digits mark people.

use crate::text::{self, Lang};
use crate::ui::input::Input;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;

/// What a line must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    Anything,
    /// Words that say why: a number that a scanner typed is no reason.
    Reason,
    /// Whole minutes, at least one and at most so many.
    Minutes(u16),
}

impl Wants {
    fn takes(self, text: &str) -> bool {
        match self {
            Self::Anything => true,
            Self::Reason => text.chars().any(char::is_alphabetic),
            Self::Minutes(most) => text.trim().parse().is_ok_and(|minutes| (1..=most).contains(&minutes)),
        }
    }

    fn fault(self, lang: Lang) -> String {
        match self {
            Self::Minutes(most) => text::shell::minutes_wrong(lang, most),
            Self::Reason | Self::Anything => text::shell::reason_wrong(lang).to_owned(),
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) field: Field,
    pub(super) wants: Wants,
    refused: bool,
}

impl Line {
    pub(super) fn new(kind: Kind, initial: &str) -> Self {
        let mut field = Field::new(kind);
        field.set(initial);
        field.enter();
        Self { field, wants: Wants::Anything, refused: false }
    }

    /// What was typed, if it can be used; else what is typed next takes its place.
    pub(super) fn taken(&mut self) -> Option<String> {
        self.field.leave();
        self.refused = !self.wants.takes(self.field.text());
        if self.refused {
            self.field.enter();
            return None;
        }
        Some(self.field.text().to_owned())
    }

    pub(super) fn input(&mut self, input: &Input) {
        self.refused = false;
        self.field.input(input);
    }

    /// The line, and below it what is wrong with it or which keys take it; needs three rows.
    pub(super) fn view(&self, y: u16, cols: u16, paint: &mut Paint<'_>) {
        self.field.view(&mut paint.sub(0, y, cols, 1), true);
        if self.refused {
            paint.text(0, y + 1, &format!("! {}", self.wants.fault(paint.lang)), Ink::Error);
        }
        paint.hint(0, y + 2, text::shell::prompt_hint(paint.lang), Ink::Dim);
    }
}
