//! The key test: shows what the terminal lets through, and what is known of it. Keeps nothing, changes nothing.

use crate::text::{self, Lang};
use crate::ui::command::{Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::look::{Measured, SIGNS};
use crate::ui::paint::Paint;
use crate::ui::theme::{Frame, Ink, Palette};

const KEPT: usize = 10;
/// Rows of what is known of the terminal.
const ABOUT: u16 = 7;

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
                _ => 0,
            };
        }
        let rows = paint.height();
        about(&mut paint.below(rows.saturating_sub(ABOUT)));
    }
}

/// What was found of the terminal, for whoever is asked why it looks as it does.
fn about(paint: &mut Paint<'_>) {
    use text::shell as t;
    let (lang, theme) = (paint.lang, *paint.theme);
    let signs = match theme.measured {
        Measured::NotAsked => t::not_asked(lang).to_owned(),
        Measured::Silent => t::silent(lang).to_owned(),
        Measured::Columns(columns) => {
            let each = SIGNS.iter().zip(columns).map(|(sign, cols)| format!("{sign} {cols}"));
            each.collect::<Vec<_>>().join("   ")
        }
    };
    let lines = match theme.frame {
        Frame::Box => t::lines_box(lang),
        Frame::Ascii => t::lines_ascii(lang),
        Frame::None => t::lines_none(lang),
    };
    let trust = if theme.distrust { t::signs_replaced(lang) } else { t::signs_as_they_are(lang) };
    let palette = match theme.palette {
        Palette::Dark => t::palette_dark(lang),
        Palette::Light => t::palette_light(lang),
        Palette::Contrast => t::palette_contrast(lang),
        Palette::Mono => t::palette_mono(lang),
    };
    let why = if theme.colourless { t::no_colour_set(lang) } else { "" };
    let facts = [
        (t::about_signs(lang), signs),
        (t::about_trust(lang), trust.to_owned()),
        (t::about_lines(lang), lines.to_owned()),
        (t::about_colours(lang), format!("{palette}  {why}")),
    ];
    paint.text(1, 0, t::about_terminal(lang), Ink::Title);
    let head = facts.iter().map(|(label, _)| paint.columns(label)).max().unwrap_or(0);
    for (y, (label, fact)) in (1..).zip(&facts) {
        paint.text(3, y, label, Ink::Dim);
        paint.text(3 + head + 2, y, fact, Ink::Text);
    }
    paint.text(1, ABOUT - 1, t::about_change(lang), Ink::Dim);
}
