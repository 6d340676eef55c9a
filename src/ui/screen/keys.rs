//! The key test: shows what the terminal lets through. Keeps nothing, changes nothing.

use crate::text::{self, Lang};
use crate::ui::command::{Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

const KEPT: usize = 12;

/// What arrived, newest first.
#[derive(Debug, Default)]
pub struct Keys {
    arrived: Vec<Input>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmd {}

impl Screen for Keys {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[];

    fn title(&self, lang: Lang) -> String {
        text::shell::keys_page(lang).to_owned()
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {}
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        // the two ways out must work, whatever else the terminal steals
        if matches!(input, Input::Key(Key::Esc | Key::Ctrl('q'))) {
            return Flow::Unused;
        }
        self.arrived.insert(0, input.clone());
        self.arrived.truncate(KEPT);
        Flow::Stay
    }

    fn has_field(&self) -> bool {
        true
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        paint.text(1, 0, text::shell::keys_intro(lang), Ink::Text);
        paint.caret(1, 2);
        for (y, input) in (2..).zip(&self.arrived) {
            let ink = if y == 2 { Ink::Accent } else { Ink::Dim };
            match input {
                Input::Key(key) => paint.text(3, y, &key.label(lang), ink),
                Input::Text(text) | Input::Paste(text) => {
                    paint.text(3, y, &text::shell::keys_text(lang, text), ink)
                }
                Input::Mouse(_) | Input::Resize | Input::Focus => 0,
            };
        }
    }
}
