//! The same screens and verbs without a screen: lines out, lines in. For screen readers, broken terminals
//! and scripts. Moves no cursor, sets no colour, and knows no screen; what a page says is read from its own drawing.

mod hear;
mod page;
mod said;
mod unseen;

use super::input::Input;
use super::key::Key;
use super::look::{Ambiguous, Borders, Look, Measured};
use super::overlay::palette::{Palette as List, Pick};
use super::shell::plain::Facing;
use super::shell::{Shell, Turn};
use super::theme::Palette;
use super::theme::Theme;
use crate::text::Lang;
use crate::text::plain as t;
use page::{Known, Page};
use std::io::{self, Write};
use unseen::Unseen;

/// So many rows of a page that changed at once are counted and not read.
const MANY: usize = 8;

/// A page without lines and colours; signs stay as they are, for nothing is aligned by them.
pub fn theme() -> Theme {
    let look = Look { palette: Some(Palette::Mono), borders: Borders::None, ambiguous: Ambiguous::Narrow };
    Theme::fitting(look, Measured::NotAsked, true)
}

/// One conversation, until the program ends.
pub struct Talk<'o> {
    out: &'o mut dyn Write,
    /// What is said since the last question.
    said: Vec<u8>,
    /// The question that stands, and the message that was said last.
    asked: String,
    noted: String,
    /// The answers do not stand on the terminal by themselves, so they are written between the questions.
    echo: bool,
    /// What has been said of each page from the first one up, and what of the box over it.
    pages: Vec<Known>,
    over: Known,
    /// The page that was said last.
    called: (usize, String),
    /// What numbers mean now.
    list: Option<List>,
    now: Page,
    /// The row that was chosen by its number and has not been said yet.
    picked: Option<usize>,
    /// A row was chosen by the last line: an empty one opens it.
    opens: bool,
    unseen: Option<Unseen>,
}

impl<'o> Talk<'o> {
    pub fn new(out: &'o mut dyn Write, echo: bool) -> Self {
        Self {
            out,
            said: Vec::new(),
            asked: String::new(),
            noted: String::new(),
            echo,
            pages: Vec::new(),
            over: Known::default(),
            called: Default::default(),
            list: None,
            now: Page::default(),
            picked: None,
            opens: false,
            unseen: None,
        }
    }

    pub fn begin(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        writeln!(self.said, "{}\n{}", t::intro(shell.lang), t::intro_form(shell.lang))?;
        self.show(shell, turn)
    }

    pub fn end(&mut self, shell: &Shell) -> io::Result<()> {
        self.unseen = None;
        writeln!(self.said, "\n{}", t::ended(shell.lang))?;
        self.out.write_all(&std::mem::take(&mut self.said))
    }

    /// Says what is new since the last time, the answer to what was done first, then asks.
    pub fn show(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        self.look(shell, turn)?;
        let question = self.question(shell);
        self.ask(question)
    }

    /// The same when nobody wrote a line: whoever listens is not asked twice, and what is news begins a line of its own.
    pub fn woke(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        self.look(shell, turn)?;
        let question = self.question(shell);
        if self.said.is_empty() && question == self.asked {
            return Ok(());
        }
        self.said.insert(0, b'\n');
        self.ask(question)
    }

    fn look(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        self.now = Page::read(shell);
        // between two questions for a PIN too: a hand may already be typing
        self.unseen = self.unseen.take().filter(|_| self.now.secret);
        match shell.facing() {
            Facing::Help => {
                for line in &self.now.lines {
                    writeln!(self.said, "{line}")?;
                }
                shell.input(&Input::Key(Key::Esc), turn);
                self.now = Page::read(shell);
            }
            Facing::Palette => {
                shell.input(&Input::Key(Key::Esc), turn);
                self.now = Page::read(shell);
                self.say_list(shell, true)?;
            }
            Facing::Page if !self.now.is_box => self.say_page(shell)?,
            Facing::Page | Facing::Choice | Facing::Items | Facing::Line | Facing::Gate => self.say_box()?,
        }
        Ok(())
    }

    fn say_note(&mut self) -> io::Result<()> {
        if self.now.note.is_empty() || self.now.note == self.noted {
            return Ok(());
        }
        self.noted.clone_from(&self.now.note);
        writeln!(self.said, "{}", self.now.note)
    }

    /// What lies over the page, alone.
    fn say_box(&mut self) -> io::Result<()> {
        self.say_note()?;
        let is_again = !self.over.is_empty();
        let news = self.now.news(&self.over);
        for line in news.iter().filter(|line| !is_again || self.now.is_worth_a_line(line)) {
            writeln!(self.said, "{line}")?;
        }
        self.over = self.now.known();
        Ok(())
    }

    /// Where we are if that is another page, what came of the last line, and what the page shows that it did not
    /// show before; also if other pages were in between.
    fn say_page(&mut self, shell: &Shell) -> io::Result<()> {
        self.over = Known::default();
        let depth = self.now.called.0;
        if self.called != self.now.called {
            writeln!(self.said, "\n== {}", self.now.place)?;
        }
        if self.now.is_other(&self.called) {
            self.list = None;
        }
        self.called.clone_from(&self.now.called);
        self.say_note()?;
        self.pages.resize_with(depth, Known::default);
        let known = self.pages.pop().filter(|known| !self.now.is_other(&known.called));
        let is_again = known.is_some();
        let known = known.unwrap_or_default();
        let news = self.now.news(&known);
        let picked = self.picked.take().and_then(|n| self.now.numbered_line(n));
        let rows = news.iter().filter(|line| page::is_row(line)).count();
        let too_many = is_again && self.now.has_rows && rows > MANY;
        let is_said = |line: &str| {
            let counts = !too_many || !page::is_row(line) || page::is_chosen(line);
            !is_again || counts && self.now.is_worth_a_line(line)
        };
        for line in news.iter().filter(|line| is_said(line)) {
            writeln!(self.said, "{line}")?;
        }
        if too_many {
            writeln!(self.said, "{}", t::many_rows(shell.lang, rows))?;
        }
        if let Some(line) = picked {
            if !news.contains(&line) {
                writeln!(self.said, "{line}")?;
            }
            self.opens = self.now.field.is_empty();
            if let Some(name) = on_enter(shell) {
                writeln!(self.said, "{}", t::empty_line_does(shell.lang, name))?;
            }
        }
        let known = self.now.known();
        self.pages.push(known);
        Ok(())
    }

    fn question(&mut self, shell: &Shell) -> String {
        let lang = shell.lang;
        let field = match shell.facing() {
            Facing::Gate if self.now.secret => t::pin(lang),
            Facing::Gate => t::who(lang),
            Facing::Page | Facing::Help | Facing::Palette if self.now.field.is_empty() => t::what_next(lang),
            Facing::Page | Facing::Help | Facing::Palette => self.now.field.as_str(),
            facing => how_to_answer(facing, lang),
        };
        let mut question = field.to_owned();
        if self.now.required {
            question.push_str(t::required(lang));
        }
        if self.now.secret {
            if self.unseen.is_none() && !self.echo {
                self.unseen = Unseen::begin();
            }
            let is_hidden = self.echo || self.unseen.is_some();
            question.push_str(if is_hidden { t::unseen(lang) } else { t::seen(lang) });
        }
        question.push_str(" > ");
        question
    }

    fn ask(&mut self, question: String) -> io::Result<()> {
        self.out.write_all(&std::mem::take(&mut self.said))?;
        self.out.write_all(question.as_bytes())?;
        self.asked = question;
        self.out.flush()
    }

    /// Numbered, in the order of the palette: what belongs to this page, or everything.
    fn say_list(&mut self, shell: &Shell, all: bool) -> io::Result<()> {
        let (lang, list) = (shell.lang, shell.palette());
        let help = shell.top().and_then(|top| top.field_help(lang)).filter(|_| !self.now.field.is_empty());
        if let Some(help) = help {
            writeln!(self.said, "{help}")?;
        }
        let own = (0..).take_while(|nth| matches!(list.pick(*nth), Some(Pick::Screen(_)))).count();
        let shown = if all || own == 0 { list.items().len() } else { own };
        writeln!(self.said, "{}", t::can_do(lang))?;
        let sign = if shell.takes_digits() { "=" } else { "" };
        for (nth, item) in list.items().iter().take(shown).enumerate() {
            let name = if item.disabled { t::blocked(lang, &item.label) } else { item.label.clone() };
            let key = if item.right.is_empty() { String::new() } else { format!("[{}]  ", item.right) };
            writeln!(self.said, "{sign}{}  {name}  {key}{}", nth + 1, item.detail)?;
        }
        if shown < list.items().len() {
            writeln!(self.said, "{}", t::more_to_do(lang, list.items().len() - shown))?;
        }
        self.list = Some(list);
        Ok(())
    }
}

/// What Enter does on this page now, where it does anything.
fn on_enter(shell: &Shell) -> Option<&'static str> {
    let hints = shell.top()?.hints(shell.lang);
    let bound = hints.into_iter().find(|hint| hint.keys.contains(&Key::Enter));
    bound.filter(|hint| hint.blocked.is_none()).map(|hint| hint.name)
}

/// What an open question wants to hear.
const fn how_to_answer(facing: Facing, lang: Lang) -> &'static str {
    match facing {
        Facing::Items => t::pick_number(lang),
        Facing::Line => t::write_line(lang),
        _ => t::answer_number(lang),
    }
}
