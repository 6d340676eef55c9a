//! A one-line text field: caret by grapheme, undo by burst, sideways scroll, the real cursor at the caret.
//! Judges nothing; what may be typed is the kind's business, what is right the domain's.

use super::Typed;
use super::kind::Kind;
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::width;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    text: String,
    /// Graphemes before the caret.
    caret: usize,
}

#[derive(Debug, Clone)]
pub struct Field {
    pub kind: Kind,
    now: State,
    before: Vec<State>,
    after: Vec<State>,
    /// The whole text is selected: the next typing replaces it.
    all: bool,
}

impl Field {
    pub const fn new(kind: Kind) -> Self {
        let now = State { text: String::new(), caret: 0 };
        Self { kind, now, before: Vec::new(), after: Vec::new(), all: false }
    }

    pub fn text(&self) -> &str {
        &self.now.text
    }

    pub fn is_empty(&self) -> bool {
        self.now.text.is_empty()
    }

    /// Another value from outside; nothing to undo, caret at the end.
    pub fn set(&mut self, text: &str) {
        self.now = State { text: text.to_owned(), caret: text.graphemes(true).count() };
        self.forget();
        self.all = false;
    }

    /// As if the operator had typed this instead: can be undone.
    pub fn replace(&mut self, text: &str) {
        self.change(text.to_owned(), text.graphemes(true).count());
    }

    /// What was typed so far is kept elsewhere now: Ctrl+Z is no longer about it.
    pub fn forget(&mut self) {
        self.before.clear();
        self.after.clear();
    }

    /// The field gets the focus: typing replaces what is there.
    pub fn enter(&mut self) {
        self.all = !self.is_empty();
        self.now.caret = self.count();
    }

    /// The field loses the focus; true if its value was tidied.
    pub fn leave(&mut self) -> bool {
        self.all = false;
        let settled = self.kind.settle(&self.now.text);
        let tidied = settled != self.now.text;
        if tidied {
            self.replace(&settled);
        }
        tidied
    }

    pub fn input(&mut self, input: &Input) -> Typed {
        match input {
            Input::Text(text) | Input::Paste(text) => self.insert(text),
            Input::Key(key) => self.key(*key),
            _ => Typed::Unused,
        }
    }

    fn insert(&mut self, piece: &str) -> Typed {
        let piece = self.kind.clean(piece);
        if piece.is_empty() {
            return Typed::Moved;
        }
        if self.all {
            let caret = piece.graphemes(true).count();
            return self.change(piece, caret);
        }
        let (head, tail) = self.split(self.now.caret);
        let start = format!("{head}{piece}");
        let caret = start.graphemes(true).count();
        let text = format!("{start}{tail}");
        self.change(text, caret)
    }

    fn key(&mut self, key: Key) -> Typed {
        let caret = self.now.caret;
        match key {
            Key::Left => self.walk(caret.saturating_sub(1)),
            Key::Right => self.walk((caret + 1).min(self.count())),
            Key::Home => self.walk(0),
            Key::End => self.walk(self.count()),
            // half the name of a place is none
            Key::Backspace | Key::Delete if self.all || self.kind == Kind::Place && !self.is_empty() => {
                self.change(String::new(), 0)
            }
            Key::Backspace if caret > 0 => self.cut(caret - 1),
            Key::Delete if caret < self.count() => self.cut(caret),
            // an empty rest is no reason to leave the field by accident
            Key::Backspace | Key::Delete => Typed::Moved,
            Key::Ctrl('u') if !self.is_empty() => self.change(String::new(), 0),
            Key::Ctrl('z') => self.undo(),
            Key::Ctrl('y') => self.redo(),
            _ => Typed::Unused,
        }
    }

    fn walk(&mut self, caret: usize) -> Typed {
        self.all = false;
        self.now.caret = caret;
        Typed::Moved
    }

    fn cut(&mut self, at: usize) -> Typed {
        let (head, tail) = self.split(at);
        let rest: String = tail.graphemes(true).skip(1).collect();
        let text = format!("{head}{rest}");
        self.change(text, at)
    }

    fn change(&mut self, text: String, caret: usize) -> Typed {
        let old = std::mem::replace(&mut self.now, State { text, caret });
        self.before.push(old);
        self.after.clear();
        self.all = false;
        Typed::Changed
    }

    fn undo(&mut self) -> Typed {
        let Some(state) = self.before.pop() else { return Typed::Unused };
        self.after.push(std::mem::replace(&mut self.now, state));
        self.all = false;
        Typed::Changed
    }

    fn redo(&mut self) -> Typed {
        let Some(state) = self.after.pop() else { return Typed::Unused };
        self.before.push(std::mem::replace(&mut self.now, state));
        self.all = false;
        Typed::Changed
    }

    /// A text of this field as others may see it.
    fn seen<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.kind {
            Kind::Pin => "*".repeat(text.graphemes(true).count()).into(),
            _ => text.into(),
        }
    }

    fn count(&self) -> usize {
        self.now.text.graphemes(true).count()
    }

    fn split(&self, at: usize) -> (&str, &str) {
        let text = &self.now.text;
        let byte = text.grapheme_indices(true).nth(at).map_or(text.len(), |(byte, _)| byte);
        text.split_at(byte)
    }

    /// Draws into the first row of the surface and, with the focus, sets the caret.
    pub fn view(&self, paint: &mut Paint<'_>, focused: bool) {
        let cols = paint.width();
        if !focused {
            paint.text(0, 0, &self.seen(self.text()), Ink::Text);
            return;
        }
        // a line under the free part shows in mono how long the field is
        paint.text(0, 0, &"_".repeat(cols.into()), Ink::Dim);
        let (head, _) = self.split(self.now.caret);
        let (skipped, caret) = scroll(paint, &self.seen(head), cols);
        let ink = if self.all { Ink::Selected } else { Ink::Text };
        let distrust = paint.theme.distrust;
        // what a list gave was not typed: it is known by its beginning
        let is_given = matches!(self.kind, Kind::Choice | Kind::Place) && self.now.caret == self.count();
        if is_given {
            paint.text_in(0, 0, cols, self.text(), ink);
        } else {
            let shown: String = self.seen(self.text()).graphemes(true).skip(skipped).collect();
            let shown = width::certain(&shown, distrust);
            paint.text(0, 0, width::head(&shown, cols.into()), ink);
        }
        if self.kind == Kind::Pin {
            paint.secret_caret(caret, 0);
        } else {
            paint.caret(caret, 0);
        }
    }
}

/// How many graphemes to leave out at the left so that the caret is inside, and its column then.
fn scroll(paint: &Paint<'_>, head: &str, cols: u16) -> (usize, u16) {
    let mut caret = paint.columns(head);
    let mut skipped = 0;
    for grapheme in head.graphemes(true) {
        if caret < cols {
            break;
        }
        caret -= paint.columns(grapheme);
        skipped += 1;
    }
    (skipped, caret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::ui::paint::Marks;
    use crate::ui::snapshot::buffer_to_text;
    use crate::ui::theme::Theme;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    fn field(kind: Kind, script: &str) -> Field {
        let mut field = Field::new(kind);
        for input in Input::script(script) {
            field.input(&input);
        }
        field
    }

    fn drawn(field: &Field, cols: u16) -> (String, u16) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, cols, 1));
        let mut marks = Marks::default();
        field.view(
            &mut Paint::new(&mut buffer, &mut marks, &Theme::mono().distrusting(false), Lang::Zh),
            true,
        );
        (buffer_to_text(&buffer).trim_end().to_owned(), marks.caret.map_or(99, |caret| caret.at.x))
    }

    #[test]
    fn editing_goes_by_grapheme() {
        assert_eq!(field(Kind::Name, "王小明 Left Backspace").text(), "王明");
        assert_eq!(field(Kind::Name, "王小明 Home Del 张").text(), "张小明");
        assert_eq!(field(Kind::Text, "é𠮷 Backspace").text(), "é");
        assert_eq!(field(Kind::Phone, "１３８００").text(), "13800");
    }

    #[test]
    fn a_burst_is_one_step_to_undo() {
        assert_eq!(field(Kind::Name, "王小明 Ctrl+Z").text(), "");
        assert_eq!(field(Kind::Name, "王 小明 Ctrl+Z").text(), "王");
        assert_eq!(field(Kind::Name, "王 小明 Ctrl+Z Ctrl+Z Ctrl+Y").text(), "王");
        assert_eq!(Field::new(Kind::Name).input(&Input::Key(Key::Ctrl('z'))), Typed::Unused);
    }

    #[test]
    fn typing_replaces_what_was_there_on_entering() {
        let mut field = field(Kind::Text, "旧的");
        field.enter();
        field.input(&Input::text("新"));
        assert_eq!(field.text(), "新");
        field.enter();
        field.input(&Input::Key(Key::End));
        field.input(&Input::text("的"));
        assert_eq!(field.text(), "新的");
    }

    #[test]
    fn a_value_of_a_list_shows_its_beginning() {
        let mut given = Field::new(Kind::Choice);
        given.set("砌筑工花名册");
        assert_eq!(drawn(&given, 8), ("砌筑工..".into(), 6));
        given.enter();
        assert_eq!(drawn(&given, 8), ("砌筑工..".into(), 6));
    }

    #[test]
    fn the_caret_is_always_inside() {
        assert_eq!(drawn(&field(Kind::Name, "王小明"), 8), ("王小明__".into(), 6));
        assert_eq!(drawn(&field(Kind::Name, "王小明"), 6), ("小明__".into(), 4));
        assert_eq!(drawn(&field(Kind::Name, "王小明 Home"), 6), ("王小明".into(), 0));
        for cols in 1..9 {
            for kind in [Kind::Text, Kind::Choice] {
                let (_, caret) = drawn(&field(kind, "a王b小c明d"), cols);
                assert!(caret < cols);
            }
        }
    }
}
