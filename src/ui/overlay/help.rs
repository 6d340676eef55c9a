//! F1: the focused field, every command of the page with its keys and, where it is blocked, the reason.
//! Made from the same tables as the bar; nothing is written twice.

use crate::text::{self, Lang};
use crate::ui::command::Hint;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

#[derive(Debug, Clone)]
pub struct Help {
    page: String,
    field: Option<String>,
    here: Vec<Hint>,
    everywhere: Vec<Hint>,
    top: u16,
}

const KEY_COLS: u16 = 20;
const NAME_COLS: u16 = 16;

impl Help {
    pub const fn new(page: String, field: Option<String>, here: Vec<Hint>, everywhere: Vec<Hint>) -> Self {
        Self { page, field, here, everywhere, top: 0 }
    }

    /// True when it closes.
    pub fn input(&mut self, input: &Input) -> bool {
        match input {
            Input::Key(Key::Esc | Key::F(1) | Key::Enter) => return true,
            Input::Key(Key::Up) => self.top = self.top.saturating_sub(1),
            Input::Key(Key::PgUp) => self.top = self.top.saturating_sub(10),
            Input::Key(Key::Home) => self.top = 0,
            Input::Key(Key::Down) => self.top = self.top.saturating_add(1),
            Input::Key(Key::PgDn) => self.top = self.top.saturating_add(10),
            _ => {}
        }
        self.top = self.top.min(self.length().saturating_sub(2));
        false
    }

    fn length(&self) -> u16 {
        let lines = self.here.len() + self.everywhere.len() + 8;
        u16::try_from(lines).unwrap_or(u16::MAX)
    }

    pub fn view(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        paint.cover();
        paint.clear_area();
        paint.text(1, 0, &text::shell::help_title(lang, &self.page), Ink::Title);
        let moving = text::shell::help_moving(lang);
        let (cols, used) = (paint.width(), paint.columns(moving));
        paint.text(cols.saturating_sub(used + 1), 0, moving, Ink::Dim);
        paint.park(0, 1);
        let mut page = Page { paint: paint.below(2), row: 0, top: self.top };
        if let Some(field) = &self.field {
            page.heading(text::shell::help_field(lang));
            page.plain(field);
        }
        if !self.here.is_empty() {
            page.heading(text::shell::help_here(lang));
            page.hints(&self.here, lang);
        }
        page.heading(text::shell::help_everywhere(lang));
        page.hints(&self.everywhere, lang);
        page.plain(text::shell::help_aliases(lang));
    }
}

/// Rows that run from top to bottom, of which a part is in sight.
struct Page<'a> {
    paint: Paint<'a>,
    row: u16,
    top: u16,
}

impl Page<'_> {
    /// Where the next row is drawn, or nowhere if it is scrolled away.
    fn next(&mut self) -> Option<u16> {
        let y = self.row.checked_sub(self.top);
        self.row += 1;
        y
    }

    fn heading(&mut self, words: &str) {
        if let Some(y) = self.next() {
            self.paint.text(1, y, words, Ink::Accent);
        }
    }

    fn plain(&mut self, words: &str) {
        let cols = self.paint.width().saturating_sub(4);
        for line in crate::ui::width::wrap(words, cols.into()) {
            if let Some(y) = self.next() {
                self.paint.text(3, y, &line, Ink::Text);
            }
        }
    }

    fn hints(&mut self, hints: &[Hint], lang: Lang) {
        for hint in hints {
            let Some(y) = self.next() else { continue };
            let keys: Vec<_> = hint.keys.iter().map(|key| key.label(lang)).collect();
            let ink = if hint.blocked.is_some() { Ink::Disabled } else { Ink::Text };
            self.paint.text_in(3, y, KEY_COLS - 1, &keys.join(" "), Ink::Accent);
            self.paint.text_in(3 + KEY_COLS, y, NAME_COLS - 1, hint.name, ink);
            let x = 3 + KEY_COLS + NAME_COLS;
            match &hint.blocked {
                Some(why) => self.paint.text(x, y, &format!("! {why}"), Ink::Warning),
                None => self.paint.text(x, y, hint.help, Ink::Dim),
            };
        }
    }
}
