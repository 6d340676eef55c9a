//! Questions as values: they exist only while open, and the answer goes back to the screen that asked.
//! Enter alone never confirms: a question opens on "cancel".

use super::line::{Line, Wants};
use super::popup::popup;
use crate::domain::reader::Suffix;
use crate::domain::region::RegionCode;
use crate::text;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::picker::{Item, Matches, Picker};
use crate::ui::widget::place::Places;
use crate::ui::width;

#[derive(Debug, Clone)]
pub struct Dialog {
    tag: &'static str,
    title: String,
    ask: Ask,
    /// The line may come from a device, whatever it types.
    hears: bool,
}

#[derive(Debug, Clone)]
enum Ask {
    Confirm { lines: String, yes: String, on_yes: bool },
    Pick(Picker),
    Place(Box<Places>),
    Prompt(Line),
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
    Place(RegionCode),
    Text(String),
}

impl Dialog {
    const fn of(title: String, ask: Ask) -> Self {
        Self { tag: "", title, ask, hears: false }
    }

    /// A question with what is at stake; `yes` names the deed. Opens on "cancel".
    pub fn confirm(title: impl Into<String>, lines: impl Into<String>, yes: impl Into<String>) -> Self {
        Self::of(title.into(), Ask::Confirm { lines: lines.into(), yes: yes.into(), on_yes: false })
    }

    pub fn pick(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self::of(title.into(), Ask::Pick(Picker::new(items)))
    }

    /// A region of the country.
    pub fn place(title: impl Into<String>, places: Places) -> Self {
        Self::of(title.into(), Ask::Place(Box::new(places)))
    }

    /// One line of text. Enter and F8 take it: nothing is lost by it.
    pub fn prompt(title: impl Into<String>, initial: &str) -> Self {
        Self::prompt_of(Kind::Text, title, initial)
    }

    pub fn prompt_of(kind: Kind, title: impl Into<String>, initial: &str) -> Self {
        Self::of(title.into(), Ask::Prompt(Line::new(kind, initial)))
    }

    /// Stays open until the line is such a one.
    #[must_use]
    pub fn wanting(mut self, wants: Wants) -> Self {
        if let Ask::Prompt(line) = &mut self.ask {
            line.wants = wants;
        }
        self
    }

    #[must_use]
    pub const fn tagged(mut self, tag: &'static str) -> Self {
        self.tag = tag;
        self
    }

    /// A line that a scanner or reader may type too.
    #[must_use]
    pub const fn hearing(mut self) -> Self {
        self.hears = true;
        self
    }

    pub const fn hears(&self) -> bool {
        self.hears
    }

    pub const fn asks(&self) -> Asks {
        match self.ask {
            Ask::Confirm { .. } => Asks::Choice,
            Ask::Pick(_) | Ask::Place(_) => Asks::Items,
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
        match &mut self.ask {
            Ask::Pick(picker) if !filter.is_empty() => picker.filter.set(filter),
            Ask::Place(places) => places.search(filter),
            _ => {}
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
            (Ask::Place(places), click) => {
                let taken = places.click(click) && again;
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
        let takes = matches!(input, Input::Key(Key::Enter | Key::F(8)));
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
            Self::Pick(picker) if takes => picker.chosen().map(Said::Picked),
            Self::Pick(picker) => {
                picker.input(input, matches);
                None
            }
            Self::Place(places) if takes => places.chosen().map(Said::Place),
            Self::Place(places) => {
                places.input(input);
                None
            }
            Self::Prompt(line) => match input {
                Input::Key(Key::Enter | Key::F(8)) => line.taken().map(Said::Text),
                // as it came: a field has no room for what parts a record
                Input::Heard(heard) if line.field.is_empty() && heard.suffix() != Suffix::None => {
                    Some(Said::Text(heard.text()))
                }
                Input::Heard(heard) => {
                    line.input(&Input::Text(heard.text()));
                    None
                }
                input => {
                    line.input(input);
                    None
                }
            },
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
                let wide = picker.columns(paint).clamp(cols, WIDEST).min(paint.width().saturating_sub(4));
                let told = picker.told_rows(paint, wide);
                let high = paint.height().saturating_sub(4).min(picker.rows() + told);
                let mut inside = popup(paint, title, wide, high);
                let below = inside.height().saturating_sub(1);
                picker.view(&mut inside.sub(0, 0, wide, below.saturating_sub(told)));
                if told > 0 {
                    inside.paragraph(2, below - told, wide - 2, picker.told(), Ink::Dim);
                }
                inside.hint(0, below, text::shell::pick_hint(lang), Ink::Dim);
            }
            Self::Place(places) => {
                let high = paint.height().saturating_sub(4).min(Places::ROWS + 1);
                let mut inside = popup(paint, title, Places::COLS, high);
                let (cols, rows) = (inside.width(), inside.height());
                places.view(&mut inside.sub(0, 0, cols, rows.saturating_sub(1)));
                inside.hint(0, rows.saturating_sub(1), text::shell::place_hint(lang), Ink::Dim);
            }
            Self::Prompt(line) => {
                // a question that is too long for the frame stands below it
                let (framed, above) =
                    if paint.columns(title) + 2 <= cols { (title, "") } else { ("", title) };
                let y = if above.is_empty() { 0 } else { rows(above, cols) + 1 };
                let mut inside = popup(paint, framed, cols, y + 3);
                inside.paragraph(0, 0, cols, above, Ink::Title);
                line.view(y, cols, &mut inside);
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
        assert_eq!(answer(Dialog::prompt("原因", "旧"), "F8"), Some(Said::Text("旧".into())));
    }

    #[test]
    fn a_line_that_cannot_be_used_stays_open_and_the_next_one_takes_its_place() {
        let text = |text: &str| Some(Said::Text(text.into()));
        let minutes = || Dialog::prompt_of(Kind::Number, "迟到", "").wanting(Wants::Minutes(100));
        assert_eq!(answer(minutes(), "00 Enter 101 F8"), None);
        assert_eq!(answer(minutes(), "00 Enter 15 Enter"), text("15"));
        let reason = || Dialog::prompt("原因", "").wanting(Wants::Reason);
        assert_eq!(answer(reason(), "Enter 14099919850612001 F8 Enter"), None);
        assert_eq!(answer(reason(), "F8 停电 F8"), text("停电"));
    }
}
