//! F1: the focused field, every command of the page with its keys and, where it is blocked, the reason.
//! Made from the same tables as the bar; nothing is written twice.

use crate::text::{self, Lang};
use crate::ui::command::Hint;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::width;
use std::cell::Cell;

#[derive(Debug, Clone)]
pub struct Help {
    page: String,
    field: Option<String>,
    here: Vec<Hint>,
    everywhere: Vec<Hint>,
    top: u16,
    /// The last row that may stand first, as last drawn. A memory of the drawing: losing it costs a jump.
    last_top: Cell<u16>,
}

/// What becomes of the help after an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    Here,
    Enough,
    /// The keys of this page were not the question: the guide tells how things are done.
    On,
}

/// The most columns that keys and names may take; what a verb does is never cut, it goes on below.
const MOST_KEYS: u16 = 14;
const MOST_NAME: u16 = 16;
const GAP: u16 = 2;
/// Where a line begins.
const LEFT: u16 = 3;

impl Help {
    pub const fn new(page: String, field: Option<String>, here: Vec<Hint>, everywhere: Vec<Hint>) -> Self {
        Self { page, field, here, everywhere, top: 0, last_top: Cell::new(u16::MAX) }
    }

    pub fn input(&mut self, input: &Input) -> Read {
        match input {
            Input::Key(Key::F(1)) => return Read::On,
            Input::Key(Key::Esc | Key::Enter) => return Read::Enough,
            Input::Key(Key::Up) => self.top = self.top.saturating_sub(1),
            Input::Key(Key::PgUp) => self.top = self.top.saturating_sub(10),
            Input::Key(Key::Home) => self.top = 0,
            Input::Key(Key::Down) => self.top = self.top.saturating_add(1),
            Input::Key(Key::PgDn) => self.top = self.top.saturating_add(10),
            _ => {}
        }
        self.top = self.top.min(self.last_top.get());
        Read::Here
    }

    pub fn view(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        paint.cover();
        paint.clear_area();
        let moving = text::shell::help_moving(lang);
        let (cols, used) = (paint.width(), paint.columns(moving));
        let title = text::shell::help_title(lang, &self.page);
        paint.text_in(1, 0, cols.saturating_sub(used + 4), &title, Ink::Title);
        paint.hint(cols.saturating_sub(used + 1), 0, moving, Ink::Dim);
        paint.park(0, 1);
        let lines = self.lines(paint);
        let mut page = paint.below(2);
        let height = page.height();
        let long = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        self.last_top.set(if long > height { long + 1 - height } else { 0 });
        let top = self.top.min(self.last_top.get());
        let left = long.saturating_sub(top);
        let shown = if left > height { height.saturating_sub(1) } else { left };
        for (y, line) in (0..shown).zip(lines.iter().skip(top.into())) {
            for (x, ink, words) in line {
                page.text(*x, y, words, *ink);
            }
        }
        if left > shown {
            page.text(LEFT, shown, &text::shell::rows_below(lang, left - shown), Ink::Dim);
        }
    }

    /// Every row of the page, whether it is in sight or not.
    fn lines(&self, paint: &Paint<'_>) -> Vec<Line> {
        let lang = paint.lang;
        let room = paint.width().saturating_sub(LEFT + 1);
        // first, because what stands below the window is not read by whoever needs it
        let mut lines = plain(text::shell::help_guide(lang), room);
        lines.push(Line::new());
        if let Some(field) = &self.field {
            lines.push(heading(text::shell::help_field(lang)));
            lines.extend(plain(field, room));
            lines.push(Line::new());
        }
        let all = || self.here.iter().chain(&self.everywhere);
        let widest = |words: fn(&Hint, Lang) -> String, most: u16| {
            all().map(|hint| paint.columns(&words(hint, lang))).max().unwrap_or(0).min(most)
        };
        let name_at = LEFT + widest(keys, MOST_KEYS) + GAP;
        let help_at = name_at + widest(|hint, _| hint.name.to_owned(), MOST_NAME) + GAP;
        for (words, hints) in [
            (text::shell::help_here(lang), &self.here),
            (text::shell::help_everywhere(lang), &self.everywhere),
        ] {
            if hints.is_empty() {
                continue;
            }
            lines.push(heading(words));
            for hint in hints {
                lines.extend(explained(
                    hint,
                    lang,
                    name_at,
                    help_at,
                    paint.width().saturating_sub(help_at + 1),
                ));
            }
            lines.push(Line::new());
        }
        lines.extend(plain(text::shell::help_aliases(lang), room));
        lines
    }
}

/// Pieces of one row: where, how, what.
type Line = Vec<(u16, Ink, String)>;

fn heading(words: &str) -> Line {
    vec![(1, Ink::Title, words.to_owned())]
}

fn plain(words: &str, cols: u16) -> Vec<Line> {
    width::wrap(words, cols.into()).into_iter().map(|line| vec![(LEFT, Ink::Text, line)]).collect()
}

/// A verb without a key of its own is found under F9, and says so.
fn keys(hint: &Hint, lang: Lang) -> String {
    if hint.keys.is_empty() {
        return Key::F(9).label(lang).into_owned();
    }
    let mut words = String::new();
    for key in hint.keys {
        let label = key.label(lang);
        let gap = usize::from(!words.is_empty());
        // further keys are second names; the first ones are enough
        if width::width(&words) + gap + width::width(&label) > MOST_KEYS.into() {
            break;
        }
        if gap > 0 {
            words.push(' ');
        }
        words.push_str(&label);
    }
    words
}

fn explained(hint: &Hint, lang: Lang, name_at: u16, help_at: u16, room: u16) -> Vec<Line> {
    let (ink, help) = match &hint.blocked {
        Some(why) => (Ink::Warning, format!("! {why}")),
        None => (Ink::Dim, hint.help.to_owned()),
    };
    let name = if hint.blocked.is_some() { Ink::Disabled } else { Ink::Text };
    let mut lines: Vec<Line> =
        width::wrap(&help, room.into()).into_iter().map(|line| vec![(help_at, ink, line)]).collect();
    if lines.is_empty() {
        lines.push(Line::new());
    }
    if let Some(first) = lines.first_mut() {
        let fit = |words: &str, cols: u16| width::fit(words, cols.into()).into_owned();
        first.push((LEFT, Ink::Accent, keys(hint, lang)));
        first.push((name_at, name, fit(hint.name, help_at - name_at - 1)));
    }
    lines
}
