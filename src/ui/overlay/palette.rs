//! F9: everything that can be done from here, found by its words. Picks by place, so no key is needed.

use super::popup::popup;
use crate::text::{self, Lang};
use crate::ui::command::Hint;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::MenuLine;
use crate::ui::theme::Ink;
use crate::ui::widget::picker::{Item, Matches, Picker};

#[derive(Debug, Clone)]
pub struct Palette {
    picker: Picker,
    picks: Vec<Pick>,
}

/// The nth of one of the three tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    Screen(usize),
    Menu(usize),
    Shell(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    Closed,
    Run(Pick),
}

impl Palette {
    pub fn new(lang: Lang, screen: &[Hint], menu: &[MenuLine], shell: &[Hint]) -> Self {
        let mut items = Vec::new();
        let mut picks = Vec::new();
        // what can be done now comes first; what is blocked still says why, below
        let own = || screen.iter().enumerate();
        let ready = own().filter(|(_, hint)| hint.blocked.is_none());
        for (nth, hint) in ready.chain(own().filter(|(_, hint)| hint.blocked.is_some())) {
            items.push(item(hint, lang));
            picks.push(Pick::Screen(nth));
        }
        for (nth, line) in menu.iter().enumerate() {
            items.push(Item {
                label: (line.name)(lang).to_owned(),
                right: text::shell::go_to(lang).to_owned(),
                detail: (line.help)(lang).to_owned(),
                disabled: false,
            });
            picks.push(Pick::Menu(nth));
        }
        for (nth, hint) in shell.iter().enumerate() {
            items.push(item(hint, lang));
            picks.push(Pick::Shell(nth));
        }
        Self { picker: Picker::new(items), picks }
    }

    /// What there is, in the order of `pick`.
    pub fn items(&self) -> &[Item] {
        self.picker.items()
    }

    pub fn pick(&self, nth: usize) -> Option<Pick> {
        self.picks.get(nth).copied()
    }

    pub fn input(&mut self, input: &Input, matches: Matches) -> Chosen {
        match input {
            Input::Key(Key::Esc | Key::F(9)) => Chosen::Closed,
            Input::Key(Key::Enter) => self.chosen(),
            _ => {
                self.picker.input(input, matches);
                Chosen::Nothing
            }
        }
    }

    /// One click is enough: the pointer already says which.
    pub fn click(&mut self, click: Click) -> Chosen {
        match click {
            Click::Row(row) if self.picker.click(row) => self.chosen(),
            _ => Chosen::Nothing,
        }
    }

    fn chosen(&self) -> Chosen {
        let pick = self.picker.chosen().and_then(|nth| self.picks.get(nth));
        pick.map_or(Chosen::Nothing, |pick| Chosen::Run(*pick))
    }

    pub fn view(&self, paint: &mut Paint<'_>) {
        let (lang, high) = (paint.lang, paint.height().saturating_sub(4));
        let wide = paint.width().saturating_sub(8).min(90);
        let mut inside = popup(paint, text::shell::palette(lang), wide, high);
        let (cols, rows) = (inside.width(), inside.height());
        self.picker.view(&mut inside.sub(0, 0, cols, rows.saturating_sub(1)));
        inside.hint(0, rows.saturating_sub(1), text::shell::palette_hint(lang), Ink::Dim);
    }
}

fn item(hint: &Hint, lang: Lang) -> Item {
    Item {
        label: hint.name.to_owned(),
        right: hint.keys.first().map(|key| key.label(lang).into_owned()).unwrap_or_default(),
        detail: hint.blocked.as_ref().map_or_else(|| hint.help.to_owned(), |why| format!("! {why}")),
        disabled: hint.blocked.is_some(),
    }
}
