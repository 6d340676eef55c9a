//! Questions as values: they exist only while open, and the answer goes back to the screen that asked.
//! Enter alone never confirms: a question opens on "cancel".

use super::popup::popup;
use crate::text;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::{Item, Matches, Picker};
use crate::ui::width;

#[derive(Debug, Clone)]
pub struct Dialog {
    tag: &'static str,
    title: String,
    ask: Ask,
}

#[derive(Debug, Clone)]
enum Ask {
    Confirm { lines: String, yes: String, on_yes: bool },
    Pick(Picker),
    Prompt(Field),
}

/// What kind of answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Choice,
    Items,
    Line,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What the dialog was tagged with, for a screen that asks more than one thing.
    pub tag: &'static str,
    pub said: Said,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Yes,
    /// Cancelled, whatever was asked.
    No,
    /// The nth of the list.
    Picked(usize),
    Text(String),
}

impl Dialog {
    const fn of(title: String, ask: Ask) -> Self {
        Self { tag: "", title, ask }
    }

    /// A question with what is at stake; `yes` names the deed. Opens on "cancel".
    pub fn confirm(title: impl Into<String>, lines: impl Into<String>, yes: impl Into<String>) -> Self {
        Self::of(title.into(), Ask::Confirm { lines: lines.into(), yes: yes.into(), on_yes: false })
    }

    pub fn pick(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self::of(title.into(), Ask::Pick(Picker::new(items)))
    }

    /// One line of text. Enter takes it: nothing is lost by it.
    pub fn prompt(title: impl Into<String>, initial: &str) -> Self {
        Self::prompt_of(Kind::Text, title, initial)
    }

    pub fn prompt_of(kind: Kind, title: impl Into<String>, initial: &str) -> Self {
        let mut field = Field::new(kind);
        field.set(initial);
        field.enter();
        Self::of(title.into(), Ask::Prompt(field))
    }

    #[must_use]
    pub const fn tagged(mut self, tag: &'static str) -> Self {
        self.tag = tag;
        self
    }

    pub const fn asks(&self) -> Asks {
        match self.ask {
            Ask::Confirm { .. } => Asks::Choice,
            Ask::Pick(_) => Asks::Items,
            Ask::Prompt(_) => Asks::Line,
        }
    }

    /// A list that opens on its nth item.
    #[must_use]
    pub fn at(mut self, nth: usize) -> Self {
        if let Ask::Pick(picker) = self.ask {
            self.ask = Ask::Pick(picker.at(nth));
        }
        self
    }

    /// A list that opens with this typed into its filter.
    #[must_use]
    pub fn filtered(mut self, filter: &str) -> Self {
        if let Ask::Pick(picker) = &mut self.ask
            && !filter.is_empty()
        {
            picker.filter.set(filter);
        }
        self
    }

    /// Before it is shown: what its filter holds is searched for the program's own way.
    pub fn opened(&mut self, matches: Matches) {
        if let Ask::Pick(picker) = &mut self.ask
            && !picker.filter.is_empty()
        {
            picker.search(matches);
        }
    }

    /// An answer, or `None` while it stays open.
    pub fn input(&mut self, input: &Input, matches: Matches) -> Option<Answer> {
        let said = match input {
            Input::Key(Key::Esc) => Some(Said::No),
            _ => self.ask.input(input, matches),
        };
        said.map(|said| Answer { tag: self.tag, said })
    }

    pub fn click(&mut self, click: Click, again: bool, matches: Matches) -> Option<Answer> {
        match (&mut self.ask, click) {
            (Ask::Pick(picker), Click::Row(row)) => {
                let taken = picker.click(row) && again;
                if taken { self.input(&Input::Key(Key::Enter), matches) } else { None }
            }
            _ => None,
        }
    }

    pub fn view(&self, paint: &mut Paint<'_>) {
        self.ask.view(&self.title, paint);
    }
}

/// A list may be wider than a question, as far as its rows can be followed by eye.
const WIDEST: u16 = 96;

impl Ask {
    fn input(&mut self, input: &Input, matches: Matches) -> Option<Said> {
        let enter = *input == Input::Key(Key::Enter);
        match self {
            Self::Confirm { on_yes, .. } => match input {
                Input::Key(Key::Left | Key::Right | Key::Up | Key::Down | Key::Tab | Key::BackTab) => {
                    *on_yes = !*on_yes;
                    None
                }
                Input::Key(Key::F(8)) => Some(Said::Yes),
                Input::Key(Key::Enter) => Some(if *on_yes { Said::Yes } else { Said::No }),
                _ => None,
            },
            Self::Pick(picker) if enter => picker.chosen().map(Said::Picked),
            Self::Pick(picker) => {
                picker.input(input, matches);
                None
            }
            Self::Prompt(field) if enter => {
                field.leave();
                Some(Said::Text(field.text().to_owned()))
            }
            Self::Prompt(field) => {
                field.input(input);
                None
            }
        }
    }

    fn view(&self, title: &str, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, 60);
        match self {
            Self::Confirm { lines, yes, on_yes } => {
                let mut inside = popup(paint, title, cols, rows(lines, cols) + 4);
                let used = inside.paragraph(0, 0, cols, lines, Ink::Text);
                buttons(&mut inside, used + 1, yes, *on_yes);
                inside.hint(0, used + 3, text::shell::confirm_hint(lang), Ink::Dim);
            }
            Self::Pick(picker) => {
                let high = paint.height().saturating_sub(4).min(picker.rows());
                let mut inside = popup(paint, title, picker.columns(paint).clamp(cols, WIDEST), high);
                let (cols, rows) = (inside.width(), inside.height());
                picker.view(&mut inside.sub(0, 0, cols, rows.saturating_sub(1)));
                inside.hint(0, rows.saturating_sub(1), text::shell::pick_hint(lang), Ink::Dim);
            }
            Self::Prompt(field) => {
                let mut inside = popup(paint, title, cols, 3);
                field.view(&mut inside.sub(0, 0, cols, 1), true);
                inside.hint(0, 2, text::shell::prompt_hint(lang), Ink::Dim);
            }
        }
    }
}

fn rows(lines: &str, cols: u16) -> u16 {
    u16::try_from(width::wrap(lines, cols.into()).len()).unwrap_or(u16::MAX)
}

fn buttons(paint: &mut Paint<'_>, y: u16, yes: &str, on_yes: bool) {
    let cancel = text::shell::cancel(paint.lang);
    let mut x = 0;
    for (words, chosen, key) in [(cancel, !on_yes, Key::Esc), (yes, on_yes, Key::F(8))] {
        let (marker, ink) = if chosen { (paint.theme.marker(), Ink::Selected) } else { (" ", Ink::Text) };
        let used = paint.text(x, y, &format!("{marker} {words} "), ink);
        if chosen {
            paint.park(x, y);
        }
        paint.click(x, y, used, 1, Click::Key(key));
        x += used + 3;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::picker::contains;

    fn answer(mut dialog: Dialog, script: &str) -> Option<Said> {
        Input::script(script).iter().find_map(|input| dialog.input(input, contains)).map(|answer| answer.said)
    }

    #[test]
    fn enter_alone_never_confirms() {
        let ask = || Dialog::confirm("撤班", "QZ-01 的 50 人都会退出", "撤班");
        assert_eq!(answer(ask(), "Enter"), Some(Said::No));
        assert_eq!(answer(ask(), "Right Enter"), Some(Said::Yes));
        assert_eq!(answer(ask(), "F8"), Some(Said::Yes));
        assert_eq!(answer(ask(), "Right Esc"), Some(Said::No));
    }

    #[test]
    fn lists_and_lines_answer_with_what_was_taken() {
        let pick = || Dialog::pick("等级", ["五级", "四级"].map(Item::new).into());
        assert_eq!(answer(pick(), "Down Enter"), Some(Said::Picked(1)));
        assert_eq!(answer(pick(), "四 Enter"), Some(Said::Picked(1)));
        assert_eq!(answer(pick(), "七 Enter Esc"), Some(Said::No));
        assert_eq!(answer(pick().at(1), "Enter"), Some(Said::Picked(1)));
        assert_eq!(answer(Dialog::prompt("原因", "旧"), "签到表 Enter"), Some(Said::Text("签到表".into())));
    }
}
