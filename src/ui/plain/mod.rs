//! The same screens and verbs without a screen: lines out, lines in. For screen readers, broken terminals
//! and scripts. Moves no cursor, sets no colour, and knows no screen; what a page says is read from its own drawing.

mod page;
mod said;

use super::input::Input;
use super::key::Key;
use super::look::{Ambiguous, Borders, Look};
use super::overlay::palette::Palette as List;
use super::paint::Click;
use super::shell::plain::Facing;
use super::shell::{Shell, Turn};
use super::theme::Palette;
use crate::text::Lang;
use crate::text::plain as t;
use page::{Known, Page};
use said::Said;
use std::io::{self, Write};

/// More characters than this no search box is cleared of.
const MOST_TYPED: usize = 64;

/// A page without lines and colours; signs stay as they are, for nothing is aligned by them.
pub const fn look() -> Look {
    Look { palette: Some(Palette::Mono), borders: Borders::None, ambiguous: Ambiguous::Narrow }
}

/// One conversation, until the program ends.
pub struct Talk<'o> {
    out: &'o mut dyn Write,
    /// The answers do not stand on the terminal by themselves, so they are written between the questions.
    echo: bool,
    /// What has been said of the page, and what of the box over it.
    page: Known,
    over: Known,
    /// What numbers mean now.
    list: Option<List>,
    now: Page,
}

impl<'o> Talk<'o> {
    pub fn new(out: &'o mut dyn Write, echo: bool) -> Self {
        Self { out, echo, page: Known::default(), over: Known::default(), list: None, now: Page::default() }
    }

    pub fn begin(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        writeln!(self.out, "{}\n{}", t::intro(shell.lang), t::intro_form(shell.lang))?;
        self.show(shell, turn)
    }

    pub fn end(&mut self, shell: &Shell) -> io::Result<()> {
        writeln!(self.out, "\n{}", t::ended(shell.lang))
    }

    /// Says what is new since the last time, then asks.
    pub fn show(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        self.now = Page::read(shell);
        match shell.facing() {
            Facing::Help => {
                for line in &self.now.lines {
                    writeln!(self.out, "{line}")?;
                }
                shell.input(&Input::Key(Key::Esc), turn);
                self.now = Page::read(shell);
            }
            Facing::Palette => {
                shell.input(&Input::Key(Key::Esc), turn);
                self.now = Page::read(shell);
                self.say_list(shell)?;
            }
            Facing::Page => {
                self.over = Known::default();
                if self.page.called != self.now.called {
                    writeln!(self.out, "\n== {}", self.now.place)?;
                }
                if self.now.is_other(&self.page) {
                    self.page = Known::default();
                    self.list = None;
                }
                for line in self.now.news(&[&self.page]) {
                    writeln!(self.out, "{line}")?;
                }
                self.page = self.now.known();
            }
            Facing::Choice | Facing::Items | Facing::Line | Facing::Gate => {
                for line in self.now.news(&[&self.page, &self.over]) {
                    writeln!(self.out, "{line}")?;
                }
                self.over = self.now.known();
            }
        }
        if !self.now.note.is_empty() {
            writeln!(self.out, "{}", self.now.note)?;
        }
        self.ask(shell)
    }

    fn ask(&mut self, shell: &Shell) -> io::Result<()> {
        let lang = shell.lang;
        let question = match shell.facing() {
            Facing::Page | Facing::Gate | Facing::Help | Facing::Palette => self.now.field.as_str(),
            facing => how_to_answer(facing, lang),
        };
        let gap = if question.is_empty() { "" } else { " " };
        write!(self.out, "{question}{gap}> ")?;
        self.out.flush()
    }

    /// Numbered, in the order of the palette.
    fn say_list(&mut self, shell: &Shell) -> io::Result<()> {
        let list = shell.palette();
        writeln!(self.out, "{}", t::can_do(shell.lang))?;
        for (nth, item) in list.items().iter().enumerate() {
            let name = if item.disabled { t::blocked(shell.lang, &item.label) } else { item.label.clone() };
            let key = if item.right.is_empty() { String::new() } else { format!("[{}]  ", item.right) };
            writeln!(self.out, "{}  {name}  {key}{}", nth + 1, item.detail)?;
        }
        self.list = Some(list);
        Ok(())
    }

    /// One line that somebody wrote.
    pub fn said(&mut self, line: &str, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        let (facing, line) = (shell.facing(), line.trim_end_matches(['\r', '\n']));
        if self.echo {
            // a PIN is nobody's to read
            let shown = if facing == Facing::Gate { "" } else { line };
            writeln!(self.out, "{shown}")?;
        }
        shell.hush();
        let in_field = !self.now.field.is_empty() || matches!(facing, Facing::Line | Facing::Gate);
        let wanted = match (Said::read(line, in_field), facing) {
            (Said::Keys(keys), _) => {
                for key in keys {
                    shell.input(&Input::Key(key), turn);
                }
                Ok(())
            }
            (Said::Number(n), Facing::Choice | Facing::Items) | (Said::Item(n), _) => {
                self.answer(n, shell, turn)
            }
            (Said::Nothing, Facing::Page) if self.now.field.is_empty() => return self.say_list(shell),
            (Said::Nothing, _) => {
                self.go_on(shell, turn);
                Ok(())
            }
            (Said::Text(_), Facing::Choice) => Err(how_to_answer(facing, shell.lang).to_owned()),
            (Said::Text(text), _) => {
                self.write(&text, facing, shell, turn);
                Ok(())
            }
            // what lies over the page must be answered first; a lock most of all
            (Said::List, Facing::Choice | Facing::Items | Facing::Line | Facing::Gate) => {
                self.over = Known::default();
                Ok(())
            }
            (_, Facing::Choice | Facing::Items | Facing::Line | Facing::Gate) => {
                Err(how_to_answer(facing, shell.lang).to_owned())
            }
            (Said::List, _) => return self.say_list(shell),
            (Said::Number(n), _) => self.run(n, shell, turn),
            (Said::Name(name), _) => named(&name, shell, turn),
        };
        match wanted {
            Ok(()) => Ok(()),
            Err(why) => writeln!(self.out, "! {why}"),
        }
    }

    /// The nth of what was listed last, or would be listed now.
    fn run(&mut self, n: usize, shell: &mut Shell, turn: &mut Turn<'_>) -> Result<(), String> {
        let list = self.list.take().unwrap_or_else(|| shell.palette());
        let pick = n.checked_sub(1).and_then(|nth| list.pick(nth));
        self.list = Some(list);
        let pick = pick.ok_or_else(|| t::no_number(shell.lang, n))?;
        shell.picked(pick, turn);
        Ok(())
    }

    /// Chooses the nth thing on the page; in a box that is the answer.
    fn answer(&self, n: usize, shell: &mut Shell, turn: &mut Turn<'_>) -> Result<(), String> {
        let target = n.checked_sub(1).and_then(|nth| self.now.targets.get(nth)).copied();
        let target = target.ok_or_else(|| t::no_item(shell.lang, n))?;
        shell.clicked(target, turn);
        if matches!((shell.facing(), target), (Facing::Items, Click::Row(_))) {
            shell.input(&Input::Key(Key::Enter), turn);
        }
        Ok(())
    }

    /// An empty line: takes what is there, and goes to the next field.
    fn go_on(&mut self, shell: &mut Shell, turn: &mut Turn<'_>) {
        shell.input(&Input::Key(Key::Enter), turn);
        self.tell_last(shell);
    }

    /// In a form where Enter leads nowhere any more, what to do next is said.
    fn tell_last(&self, shell: &mut Shell) {
        let stays = self.now.nth.is_some() && Page::read(shell).nth == self.now.nth;
        if stays && shell.facing() == Facing::Page {
            shell.tell(t::last_field(shell.lang));
        }
    }

    fn write(&mut self, text: &str, facing: Facing, shell: &mut Shell, turn: &mut Turn<'_>) {
        let is_page = facing == Facing::Page;
        let replaces =
            facing == Facing::Items || is_page && !self.now.field.is_empty() && self.now.nth.is_none();
        if replaces {
            clear(shell, turn);
        }
        shell.input(&Input::text(text), turn);
        match facing {
            Facing::Line => {
                shell.input(&Input::Key(Key::Enter), turn);
            }
            Facing::Page if self.now.nth.is_some() && shell.facing() == Facing::Page => {
                shell.input(&Input::Key(Key::Enter), turn);
                self.tell_last(shell);
            }
            _ => {}
        }
        // the only one left of a list is meant
        if shell.facing() == Facing::Items && Page::read(shell).targets.len() == 1 {
            shell.input(&Input::Key(Key::Enter), turn);
        }
    }
}

/// What an open question wants to hear.
const fn how_to_answer(facing: Facing, lang: Lang) -> &'static str {
    match facing {
        Facing::Items => t::pick_number(lang),
        Facing::Line => t::write_line(lang),
        _ => t::answer_number(lang),
    }
}

/// Empties the box that is written in, character by character, as somebody at the keys would.
fn clear(shell: &mut Shell, turn: &mut Turn<'_>) {
    shell.input(&Input::Key(Key::End), turn);
    let mut caret = Page::read(shell).caret;
    for _ in 0..MOST_TYPED {
        shell.input(&Input::Key(Key::Backspace), turn);
        let after = Page::read(shell).caret;
        if after == caret {
            break;
        }
        caret = after;
    }
}

/// What is called so, or begins so where nothing else does.
fn named(name: &str, shell: &mut Shell, turn: &mut Turn<'_>) -> Result<(), String> {
    let list = shell.palette();
    let name = name.trim().to_lowercase();
    let found = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let all = list.items().iter().enumerate();
        all.filter(|(_, item)| fits(&item.label.to_lowercase())).map(|(nth, _)| nth).collect()
    };
    let whole = found(&|label| label == name);
    let is_whole = !whole.is_empty();
    let begun = if whole.is_empty() { found(&|label| label.starts_with(&name)) } else { whole };
    let pick = match begun.as_slice() {
        [] => return Err(t::no_name(shell.lang, &name)),
        // a page may have the name of a verb of the page before: what is done here comes first
        [first, ..] if is_whole => list.pick(*first),
        [one] => list.pick(*one),
        several => {
            let labels: Vec<&str> = several
                .iter()
                .filter_map(|nth| list.items().get(*nth))
                .map(|item| item.label.as_str())
                .collect();
            return Err(t::several(shell.lang, &labels.join(crate::text::common::separator(shell.lang))));
        }
    };
    if let Some(pick) = pick {
        shell.picked(pick, turn);
    }
    Ok(())
}
