//! The key test: which keys the terminal lets through and what to press instead of those it keeps, what a
//! scanner sent and how fast, and what is known of the terminal. Keeps nothing, changes nothing.

use crate::domain::reader::Heard;
use crate::text::{self, Lang};
use crate::ui::command::{Command, Ctx, Flow, Hears, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::look::{Measured, SIGNS};
use crate::ui::paint::Paint;
use crate::ui::theme::{Frame, Ink, Palette};
use std::collections::HashSet;

/// What to do where a terminal keeps a key for itself.
#[derive(Debug, Clone, Copy)]
enum Instead {
    Key(Key),
    Sign(&'static str),
    /// F9 lists every command.
    Palette,
    Mouse,
}

/// The keys that pages use, column by column. Esc and Ctrl+Q are not among them: they leave. Nor are signs and digits:
/// what is printed arrives everywhere.
const USED: [(Key, Instead); 36] = [
    (Key::F(1), Instead::Sign("?")),
    (Key::F(2), Instead::Key(Key::Enter)),
    (Key::F(3), Instead::Key(Key::Ctrl('f'))),
    (Key::F(4), Instead::Key(Key::F(7))),
    (Key::F(5), Instead::Palette),
    (Key::F(6), Instead::Palette),
    (Key::F(8), Instead::Key(Key::Ctrl('s'))),
    (Key::F(9), Instead::Key(Key::Ctrl('p'))),
    (Key::Enter, Instead::Mouse),
    (Key::Ctrl('c'), Instead::Palette),
    (Key::Ctrl('d'), Instead::Palette),
    (Key::Ctrl('e'), Instead::Palette),
    (Key::Ctrl('g'), Instead::Palette),
    (Key::Ctrl('k'), Instead::Palette),
    (Key::Ctrl('l'), Instead::Palette),
    (Key::Ctrl('n'), Instead::Palette),
    (Key::Ctrl('o'), Instead::Palette),
    (Key::Ctrl('r'), Instead::Palette),
    (Key::Ctrl('t'), Instead::Palette),
    (Key::Ctrl('v'), Instead::Palette),
    (Key::Ctrl('x'), Instead::Palette),
    (Key::Ctrl('y'), Instead::Palette),
    (Key::Ctrl('z'), Instead::Key(Key::F(12))),
    (Key::Tab, Instead::Key(Key::Enter)),
    (Key::BackTab, Instead::Key(Key::Up)),
    (Key::SPACE, Instead::Palette),
    (Key::Backspace, Instead::Key(Key::Delete)),
    (Key::Delete, Instead::Key(Key::Backspace)),
    (Key::Up, Instead::Key(Key::BackTab)),
    (Key::Down, Instead::Key(Key::Tab)),
    (Key::Left, Instead::Mouse),
    (Key::Right, Instead::Mouse),
    (Key::PgUp, Instead::Mouse),
    (Key::PgDn, Instead::Mouse),
    (Key::Home, Instead::Key(Key::Up)),
    (Key::End, Instead::Key(Key::Down)),
];
/// Columns of keys side by side, rows of each, and how wide one is: the longest name twice, of a key and beside it.
const BLOCKS: usize = 4;
const ROWS: usize = USED.len().div_ceil(BLOCKS);
const BLOCK: u16 = 20;
const NAME: u16 = 9;
/// Rows of what is known of the terminal.
const ABOUT: u16 = 7;

#[derive(Debug, Default)]
pub struct Keys {
    /// Which have arrived.
    seen: HashSet<Key>,
    /// What arrived last.
    last: Option<Input>,
    /// What a device sent last.
    heard: Option<Heard>,
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
        match input {
            Input::Heard(heard) => self.heard = Some(heard.clone()),
            other => self.last = Some(other.clone()),
        }
        let came = match input {
            Input::Key(key) => Some(*key),
            // the space bar prints
            Input::Text(text) if text == " " => Some(Key::SPACE),
            _ => None,
        };
        self.seen.extend(came);
        Flow::Stay
    }

    fn hears(&self) -> Hears {
        Hears::Everything
    }

    fn has_field(&self) -> bool {
        true
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        paint.text(1, 0, text::shell::keys_intro(lang), Ink::Text);
        for (nth, used) in USED.iter().enumerate() {
            let (x, y) = ((nth / ROWS) as u16 * BLOCK + 1, (nth % ROWS) as u16 + 1);
            key(&mut paint.sub(x, y, BLOCK, 1), used, self.seen.contains(&used.0));
        }
        let y = ROWS as u16 + 1;
        paint.caret(1, y);
        if let Some(words) = self.last.as_ref().and_then(|input| arrived(lang, input)) {
            paint.text(1, y, &words, Ink::Accent);
        }
        if let Some(heard) = &self.heard {
            paint.text(
                1,
                y + 1,
                &text::reader::keys_heard(lang, heard.keys.len(), heard.longest_gap()),
                Ink::Accent,
            );
        }
        let rows = paint.height();
        about(&mut paint.below(rows.saturating_sub(ABOUT)));
    }
}

/// A key, and that it has arrived, or what to press instead.
fn key(paint: &mut Paint<'_>, (key, instead): &(Key, Instead), seen: bool) {
    let lang = paint.lang;
    paint.text_in(0, 0, NAME, &key.label(lang), if seen { Ink::Dim } else { Ink::Text });
    let (words, ink) = match instead {
        _ if seen => (text::shell::keys_came(lang).into(), Ink::Ok),
        Instead::Key(key) => (key.label(lang), Ink::Dim),
        Instead::Sign(sign) => ((*sign).into(), Ink::Dim),
        Instead::Palette => (Key::F(9).label(lang), Ink::Dim),
        Instead::Mouse => (text::shell::keys_mouse(lang).into(), Ink::Dim),
    };
    paint.text_in(NAME + 1, 0, NAME, &words, ink);
}

fn arrived(lang: Lang, input: &Input) -> Option<String> {
    match input {
        Input::Key(key) => Some(key.label(lang).into_owned()),
        Input::Text(text) | Input::Paste(text) => Some(text::shell::keys_text(lang, text)),
        _ => None,
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
