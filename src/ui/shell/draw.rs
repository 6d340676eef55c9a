//! The frame on the terminal: place and status, rule, body, message, keys. Only looks.

use super::command::COMMANDS;
use super::{LEAST, Over, Shell};
use crate::text;
use crate::ui::command::{Hint, hints};
use crate::ui::key::Key;
use crate::ui::paint::{Click, Marks, Paint};
use crate::ui::theme::Ink;
use crate::ui::width;
use ratatui::buffer::Buffer;

/// Rows above the body: place, rule.
const HEAD: u16 = 2;
/// Rows below it: rule, message, keys.
pub(in crate::ui) const FOOT: u16 = 3;

impl Shell {
    /// Draws everything; what the frame tells besides its cells comes back.
    pub fn view(&self, buffer: &mut Buffer) -> Marks {
        let mut marks = Marks::default();
        let mut paint = Paint::new(buffer, &mut marks, &self.theme, self.lang);
        paint.clear_area();
        if paint.width() < LEAST.width || paint.height() < LEAST.height {
            too_small(&mut paint);
            return marks;
        }
        let (cols, rows) = (paint.width(), paint.height());
        paint.rule(1);
        paint.rule(rows - FOOT);
        if let Some(gate) = self.gate.as_ref().filter(|gate| gate.covers()) {
            let words =
                if self.signed_in.is_some() { text::operators::locked } else { text::operators::sign_in };
            self.place(&mut paint, words(self.lang), "");
            gate.view(&mut paint.sub(0, HEAD, cols, rows - HEAD - FOOT));
            return marks;
        }
        self.bar(&mut paint);
        if let Some((_, screen)) = self.stack.last() {
            screen.view(&mut paint.sub(0, HEAD, cols, rows - HEAD - FOOT));
        }
        match &self.over {
            Over::Nothing => self.keys(&mut paint, rows - 1),
            Over::Help(help) => help.view(&mut paint.sub(0, HEAD, cols, rows - HEAD - FOOT)),
            Over::Palette(palette) => palette.view(&mut paint.sub(0, 1, cols, rows - 1 - FOOT)),
            Over::Ask(dialog) => dialog.view(&mut paint.sub(0, 1, cols, rows - 1 - FOOT)),
        }
        if let Some(gate) = &self.gate {
            gate.view(&mut paint.sub(0, 1, cols, rows - 1 - FOOT));
        }
        if let Some((ink, words)) = self.note.line() {
            said(&mut paint, rows - 2, &words, ink);
        }
        if !paint.has_caret() {
            // never where the last cell happened to be written: an input method may open there
            paint.park(0, HEAD);
        }
        marks
    }

    fn bar(&self, paint: &mut Paint<'_>) {
        let lang = self.lang;
        let (title, status) = self
            .stack
            .last()
            .map(|(_, screen)| (screen.title(lang), screen.status(lang)))
            .unwrap_or_default();
        self.place(paint, &title, &self.with_name(paint, &title, status));
    }

    /// Who is signed in stands after what the page has to say, where there is room for both.
    fn with_name(&self, paint: &Paint<'_>, title: &str, status: String) -> String {
        let Some(name) = self.signed_in.as_deref().filter(|name| !status.contains(name)) else {
            return status;
        };
        let named = if status.is_empty() { name.to_owned() } else { format!("{status} · {name}") };
        let program = paint.columns(text::shell::program(self.lang));
        let needed = program + paint.columns(title) + paint.columns(&named) + 8;
        if needed <= paint.width() { named } else { status }
    }

    fn place(&self, paint: &mut Paint<'_>, title: &str, status: &str) {
        let (lang, cols) = (self.lang, paint.width());
        paint.band(0, 0, cols, Ink::Bar);
        let program = text::shell::program(lang);
        let x = 1 + paint.text(1, 0, program, Ink::Bar) + 2;
        // the place may be cut before the counts are: they are what one looks up for
        let status_cols = paint.columns(status).min(cols - x - 16);
        let title_cols = cols - x - status_cols - 3;
        let used = paint.text_in(x, 0, title_cols, title, Ink::Bar);
        paint.click(x, 0, used, 1, Click::Key(Key::Esc));
        paint.text_in(cols - 1 - status_cols, 0, status_cols, status, Ink::Bar);
    }

    /// The screen's own keys as far as there is room; more and help always, at the end.
    fn keys(&self, paint: &mut Paint<'_>, y: u16) {
        let lang = self.lang;
        let mut own = self.screen_hints();
        let mut always = Vec::new();
        for hint in hints(COMMANDS, lang, |_| None).into_iter().filter(|hint| hint.in_bar) {
            match hint.keys.first() {
                Some(Key::Esc) if self.stack.len() > 1 => own.push(hint),
                Some(Key::Esc) => {}
                _ => always.push(hint),
            }
        }
        let [more, help] = always.as_slice() else { return };
        let words = |hint: &Hint| {
            let key = hint.keys.first().map(|key| key.label(lang).into_owned()).unwrap_or_default();
            format!("{key} {}", hint.name)
        };
        let help_x = paint.width() - paint.columns(&words(help)) - 1;
        let room = help_x - paint.columns(&words(more)) - 4;
        let mut x = 1;
        let shown = own.iter().filter(|hint| hint.in_bar && hint.blocked.is_none() && !hint.keys.is_empty());
        for hint in shown {
            let cols = paint.columns(&words(hint));
            if x + cols > room {
                break;
            }
            put(paint, x, y, hint, &words(hint));
            x += cols + 2;
        }
        put(paint, x, y, more, &words(more));
        put(paint, help_x, y, help, &words(help));
    }
}

/// A sentence that is longer than its row has the rule's row as well: the end of a warning is what to do.
fn said(paint: &mut Paint<'_>, y: u16, words: &str, ink: Ink) {
    let cols = paint.width();
    if paint.columns(words) <= cols - 2 {
        paint.sub(0, y, cols - 1, 1).hint(1, 0, words, ink);
        return;
    }
    let lines = width::wrap(words, (cols - 3).into());
    let (first, rest) =
        lines.split_first().map_or(("", String::new()), |(first, rest)| (first.as_str(), rest.join(" ")));
    paint.band(0, y - 1, cols, Ink::Text);
    paint.sub(0, y - 1, cols - 1, 1).hint(1, 0, first, ink);
    paint.sub(0, y, cols - 1, 1).hint(1, 0, &rest, ink);
}

fn put(paint: &mut Paint<'_>, x: u16, y: u16, hint: &Hint, words: &str) {
    let used = paint.text(x, y, words, Ink::Text);
    if let Some(key) = hint.keys.first() {
        let label = key.label(paint.lang);
        paint.text(x, y, &label, Ink::Accent);
        paint.click(x, y, used, 1, Click::Key(*key));
    }
}

fn too_small(paint: &mut Paint<'_>) {
    let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
    let lines = [
        text::shell::too_small(lang).to_owned(),
        text::shell::too_small_need(lang, LEAST.width, LEAST.height),
        text::shell::too_small_have(lang, cols, rows),
        text::shell::too_small_safe(lang).to_owned(),
    ];
    for (y, line) in (rows.saturating_sub(4) / 2..).zip(&lines) {
        paint.centred(y, line, Ink::Text);
    }
}
