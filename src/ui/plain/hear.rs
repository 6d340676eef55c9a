//! What a line that somebody wrote does, as keys and clicks would. Says nothing but why it could not.

use super::page::{Known, Page};
use super::said::Said;
use super::{Talk, how_to_answer};
use crate::text::plain as t;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Click;
use crate::ui::shell::plain::Facing;
use crate::ui::shell::{Shell, Turn};
use std::io::{self, Write as _};

/// More characters than this no search box is cleared of.
const MOST_TYPED: usize = 64;

impl Talk<'_> {
    /// One line that somebody wrote.
    pub fn said(&mut self, line: &str, shell: &mut Shell, turn: &mut Turn<'_>) -> io::Result<()> {
        let (facing, line) = (shell.facing(), line.trim_end_matches(['\r', '\n']));
        if self.echo {
            // a PIN is nobody's to read; a name and a PIN may come in one line
            let is_secret = self.now.secret || facing == Facing::Gate;
            writeln!(self.said, "{}", if is_secret { "" } else { line })?;
        }
        shell.hush();
        self.noted.clear();
        let opens = std::mem::take(&mut self.opens);
        let in_field = !self.now.field.is_empty() || matches!(facing, Facing::Line | Facing::Gate);
        let wanted = match (Said::read(line, in_field), facing) {
            (Said::Keys(keys), _) => {
                for key in keys {
                    shell.input(&Input::Key(key), turn);
                }
                Ok(())
            }
            (Said::Number(n) | Said::Nth(n), Facing::Choice | Facing::Items) | (Said::Item(n), _) => {
                self.answer(n, shell, turn)
            }
            (Said::Nothing, Facing::Page) if self.now.field.is_empty() && !opens => {
                return self.say_list(shell, false);
            }
            (Said::Nothing, _) => {
                self.go_on(shell, turn);
                Ok(())
            }
            (Said::Text(_), Facing::Choice) => Err(how_to_answer(facing, shell.lang).to_owned()),
            (Said::Text(text), _) => {
                self.write(&text, facing, shell, turn);
                Ok(())
            }
            (Said::Again, _) => {
                self.forget();
                Ok(())
            }
            // what lies over the page must be answered first; a lock most of all
            (Said::List | Said::All, Facing::Choice | Facing::Items | Facing::Line | Facing::Gate) => {
                self.over = Known::default();
                Ok(())
            }
            (_, Facing::Gate) => Err(t::sign_in_first(shell.lang).to_owned()),
            (_, Facing::Choice | Facing::Items | Facing::Line) => Err(t::answer_first(shell.lang).to_owned()),
            (Said::List, _) => return self.say_list(shell, false),
            (Said::All, _) => return self.say_list(shell, true),
            // a digit that marks somebody must never be taken for a line of a list
            (Said::Number(n), _) if shell.takes_digits() => match n {
                0..=9 => {
                    shell.input(&Input::text(&n.to_string()), turn);
                    Ok(())
                }
                _ => Err(t::digits_are_keys(shell.lang, n)),
            },
            (Said::Number(n) | Said::Nth(n), _) => self.run(n, shell, turn),
            (Said::Name(name), _) => named(&name, shell, turn),
        };
        match wanted {
            Ok(()) => Ok(()),
            Err(why) => writeln!(self.said, "! {why}"),
        }
    }

    /// The page is read out again from its first line.
    fn forget(&mut self) {
        self.called = Default::default();
        self.pages.pop();
        self.over = Known::default();
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
    fn answer(&mut self, n: usize, shell: &mut Shell, turn: &mut Turn<'_>) -> Result<(), String> {
        let target = n.checked_sub(1).and_then(|nth| self.now.targets.get(nth)).copied();
        let target = target.ok_or_else(|| t::no_item(shell.lang, n))?;
        self.picked = matches!((shell.facing(), target), (Facing::Page, Click::Row(_))).then_some(n);
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
