//! Who takes over: a list that a digit or two letters pick from, then six masked digits that need no Enter. Over the
//! page when somebody switches, instead of it when the page is locked. Judges no PIN; the shell asks the desk.

use super::popup::popup;
use crate::app::operators::Refusal;
use crate::app::words::sign_in;
use crate::app::{Trouble, words as say};
use crate::domain::operator::{PIN_DIGITS, Pin};
use crate::store::rows::OperatorRow;
use crate::text::Lang;
use crate::text::operators as words;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::picker::{Item, Matches, Picker};
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;

/// Columns of the box, rows of the list at most, and those that the PIN takes.
const COLS: u16 = 60;
const MOST_ROWS: u16 = 12;
const PIN_ROWS: u16 = 8;
/// Rows of what F1 tells, wrapped, and an empty one.
const HELP_ROWS: u16 = 5;
const SECOND: Duration = Duration::from_secs(1);

#[derive(Debug, Clone)]
pub struct SignIn {
    people: Vec<OperatorRow>,
    /// Who acts now, for the list.
    now: String,
    step: Step,
    /// The page is covered until somebody gets in.
    covers: bool,
    said: Option<(Ink, String)>,
    /// Until then wrong tries keep out whoever would be the chosen one.
    free_at: Option<Instant>,
    /// When the seconds that are left are said anew.
    ticks_at: Option<Instant>,
    /// F1: how one gets in.
    helps: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Choose { picker: Picker, number: String },
    Pin { nth: usize, digits: String },
}

/// What the shell is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    Nothing,
    Close,
    /// The nth of the list wants in.
    Enter(usize, Option<Pin>),
}

impl SignIn {
    /// A list over the page.
    pub fn over_page(people: Vec<OperatorRow>, now: &str, lang: Lang) -> Self {
        Self::of(people, now, false, lang)
    }

    fn of(people: Vec<OperatorRow>, now: &str, covers: bool, lang: Lang) -> Self {
        let step = choose(&people, now, covers, lang);
        Self {
            people,
            now: now.to_owned(),
            step,
            covers,
            said: None,
            free_at: None,
            ticks_at: None,
            helps: false,
        }
    }

    /// Instead of the page; whoever acted last is asked for the PIN at once.
    pub fn instead_of_page(people: Vec<OperatorRow>, now: &str, lang: Lang) -> Self {
        let mut sign_in = Self::of(people, now, true, lang);
        if let Some(nth) = sign_in.people.iter().position(|row| row.name == now && has_pin(row)) {
            sign_in.step = Step::Pin { nth, digits: String::new() };
        }
        sign_in
    }

    pub const fn covers(&self) -> bool {
        self.covers
    }

    pub fn person(&self, nth: usize) -> Option<&OperatorRow> {
        self.people.get(nth)
    }

    pub const fn wakes_at(&self) -> Option<Instant> {
        self.ticks_at
    }

    pub fn woke(&mut self, now: Instant, lang: Lang) {
        let Some(free_at) = self.free_at.filter(|_| self.ticks_at.is_some_and(|at| now >= at)) else {
            return;
        };
        if now >= free_at {
            self.be_free();
            self.said = Some((Ink::Ok, words::try_again(lang).to_owned()));
            return;
        }
        let left = Trouble::Refused(Refusal::Wait(free_at - now));
        self.said = Some((Ink::Error, say::trouble(lang, &left)));
        self.ticks_at = Some((now + SECOND).min(free_at));
    }

    const fn be_free(&mut self) {
        self.free_at = None;
        self.ticks_at = None;
    }

    /// Why one stands here, where that is news.
    pub fn tell(&mut self, why: &str) {
        self.said = Some((Ink::Ok, why.to_owned()));
    }

    /// Said in the box; the digits are gone.
    pub fn refuse(&mut self, why: String, wait: Option<Duration>, now: Instant) {
        self.said = Some((Ink::Error, why));
        self.free_at = wait.map(|wait| now + wait);
        self.ticks_at = wait.map(|wait| now + wait.min(SECOND));
        if let Step::Pin { digits, .. } = &mut self.step {
            digits.clear();
        }
    }

    pub fn input(&mut self, input: &Input, matches: Matches, lang: Lang) -> Want {
        match input {
            Input::Text(text) | Input::Paste(text) => self.typed(text, matches),
            Input::Key(key) => self.key(*key, matches, lang),
            _ => Want::Nothing,
        }
    }

    pub fn click(&mut self, click: Click, matches: Matches, lang: Lang) -> Want {
        match (click, &mut self.step) {
            (Click::Key(key), _) => self.key(key, matches, lang),
            (Click::Row(row), Step::Choose { picker, .. }) => {
                let chosen = picker.click(row).then(|| picker.chosen()).flatten();
                self.pick(chosen)
            }
            _ => Want::Nothing,
        }
    }

    /// One character after the other: name and PIN may arrive in one go. What follows the last digit is for nobody.
    fn typed(&mut self, text: &str, matches: Matches) -> Want {
        for c in text.nfkc() {
            let want = self.char(c, matches);
            if want != Want::Nothing {
                return want;
            }
        }
        Want::Nothing
    }

    fn char(&mut self, c: char, matches: Matches) -> Want {
        let only = match &mut self.step {
            Step::Choose { number, .. } if c.is_ascii_digit() => {
                number.push(c);
                return self.numbered();
            }
            Step::Choose { picker, number } => {
                number.clear();
                picker.input(&Input::Text(c.to_string()), matches);
                picker.only()
            }
            Step::Pin { nth, digits } if c.is_ascii_digit() => {
                digits.push(c);
                // a wait is still true while somebody types; that a PIN was wrong has been read by now
                self.said = self.said.take().filter(|_| self.free_at.is_some());
                return Pin::parse(digits).map_or(Want::Nothing, |pin| Want::Enter(*nth, Some(pin)));
            }
            Step::Pin { .. } => None,
        };
        self.pick(only)
    }

    /// The number typed so far picks as soon as no longer one could be meant.
    fn numbered(&mut self) -> Want {
        let count = self.people.len();
        let Step::Choose { picker, number } = &mut self.step else { return Want::Nothing };
        let nth: usize = number.parse().unwrap_or(0);
        if nth == 0 || nth > count {
            number.clear();
            return Want::Nothing;
        }
        if nth * 10 > count {
            return self.pick(Some(nth - 1));
        }
        picker.choose(nth - 1);
        Want::Nothing
    }

    fn pick(&mut self, nth: Option<usize>) -> Want {
        let Some((nth, row)) = nth.and_then(|nth| Some((nth, self.people.get(nth)?))) else {
            return Want::Nothing;
        };
        let needs_pin = has_pin(row);
        self.said = None;
        self.be_free();
        if !needs_pin {
            return Want::Enter(nth, None);
        }
        self.step = Step::Pin { nth, digits: String::new() };
        Want::Nothing
    }

    fn key(&mut self, key: Key, matches: Matches, lang: Lang) -> Want {
        match (key, &mut self.step) {
            (Key::F(1), _) => {
                self.helps = !self.helps;
                Want::Nothing
            }
            (Key::Enter, Step::Choose { picker, .. }) => {
                let chosen = picker.chosen();
                self.pick(chosen)
            }
            (Key::Esc, Step::Choose { .. }) if !self.covers => Want::Close,
            (Key::Esc | Key::Ctrl('o'), Step::Pin { .. }) => self.list(lang),
            // never back to the list: digits that follow would choose there, or be read on a page
            (Key::Backspace, Step::Pin { digits, .. }) => {
                digits.pop();
                Want::Nothing
            }
            (key, Step::Choose { picker, number }) => {
                number.clear();
                picker.input(&Input::Key(key), matches);
                Want::Nothing
            }
            (_, Step::Pin { .. }) => Want::Nothing,
        }
    }

    fn list(&mut self, lang: Lang) -> Want {
        self.said = None;
        self.be_free();
        self.step = choose(&self.people, &self.now, self.covers, lang);
        Want::Nothing
    }

    pub fn view(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let title = if self.covers { words::sign_in(lang) } else { words::switch(lang) };
        match &self.step {
            Step::Choose { picker, .. } => {
                let rows = u16::try_from(self.people.len()).unwrap_or(MOST_ROWS).clamp(1, MOST_ROWS);
                let mut inside = popup(paint, title, COLS, rows + 6 + self.help_rows());
                inside.text(0, 0, words::who(lang), Ink::Text);
                picker.view(&mut inside.sub(0, 1, COLS, rows + 1));
                let mut y = rows + 3;
                if let (false, [_]) = (self.covers, self.people.as_slice()) {
                    inside.text(0, y - 1, words::nobody_else(lang), Ink::Dim);
                }
                self.say(&mut inside, y);
                y += 1 + self.help(&mut inside, y + 1);
                inside.text(
                    0,
                    y,
                    &self.hints(lang, words::list_hint(lang), words::esc_close(lang)),
                    Ink::Dim,
                );
            }
            Step::Pin { nth, digits } => {
                let Some(row) = self.people.get(*nth) else { return };
                let mut inside = popup(paint, title, COLS, PIN_ROWS + self.help_rows());
                inside.text(
                    0,
                    0,
                    &words::pin_of(lang, words::called(lang, &row.name), role(row, lang)),
                    Ink::Text,
                );
                let typed = digits.len().min(PIN_DIGITS);
                let shown: String = (0..PIN_DIGITS).map(|at| if at < typed { "* " } else { "_ " }).collect();
                inside.text(2, 2, shown.trim_end(), Ink::Accent);
                inside.secret_caret(2 + 2 * u16::try_from(typed).unwrap_or(0), 2);
                if self.said.is_none() {
                    inside.text(0, 4, words::pin_hint(lang), Ink::Dim);
                }
                self.say(&mut inside, 4);
                inside.text(0, 5, words::forgotten_pin(lang), Ink::Dim);
                let y = PIN_ROWS - 1 + self.help(&mut inside, PIN_ROWS - 1);
                inside.text(0, y, &self.hints(lang, words::esc_list(lang), ""), Ink::Dim);
            }
        }
    }

    fn say(&self, inside: &mut Paint<'_>, y: u16) {
        match &self.said {
            Some((Ink::Error, said)) => inside.text(0, y, &format!("! {said}"), Ink::Error),
            Some((ink, said)) => inside.text(0, y, said, *ink),
            None => 0,
        };
    }

    fn help_rows(&self) -> u16 {
        if self.helps { HELP_ROWS } else { 0 }
    }

    /// How one gets in, while F1 asks for it; the rows that it took.
    fn help(&self, inside: &mut Paint<'_>, y: u16) -> u16 {
        if !self.helps {
            return 0;
        }
        let lang = inside.lang;
        // with the digits that stands there anyway
        let forgotten = matches!(self.step, Step::Choose { .. }).then(|| words::forgotten_pin(lang));
        let mut at = y;
        for line in [words::help_list(lang), words::help_pin(lang)].into_iter().chain(forgotten) {
            at += inside.paragraph(0, at, COLS, line, Ink::Text);
        }
        HELP_ROWS
    }

    /// What the keys do, with leaving the program where the page is covered.
    fn hints(&self, lang: Lang, first: &str, over_page: &str) -> String {
        let last = if self.covers { words::quit_hint(lang) } else { over_page };
        [first, last, words::help_key(lang)]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("    ")
    }
}

fn has_pin(row: &OperatorRow) -> bool {
    row.credential.as_ref().is_some_and(|here| here.has_pin)
}

fn role(row: &OperatorRow, lang: Lang) -> &'static str {
    row.credential.as_ref().map_or("", |here| sign_in::role(lang, here.role))
}

/// The list, on whoever acts now; over the page that one is named.
fn choose(people: &[OperatorRow], now: &str, covers: bool, lang: Lang) -> Step {
    let digits = people.len().to_string().len();
    let item = |(nth, row): (usize, &OperatorRow)| Item {
        label: format!("{:>digits$}  {}", nth + 1, words::called(lang, &row.name)),
        detail: role(row, lang).to_owned(),
        right: if row.name == now && !covers {
            words::now_here(lang).to_owned()
        } else if row.credential.is_some() && !has_pin(row) {
            words::no_pin(lang).to_owned()
        } else {
            String::new()
        },
        disabled: false,
    };
    let at = people.iter().position(|row| row.name == now).unwrap_or(0);
    let picker = Picker::new(people.iter().enumerate().map(item).collect()).at(at);
    Step::Choose { picker, number: String::new() }
}
