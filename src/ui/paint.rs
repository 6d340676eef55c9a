//! The surface that screens and widgets draw on: text by columns, inks by meaning, caret, clickable areas.
//! Cuts nothing silently, never touches a screen's state, and knows no screen.

use super::key::Key;
use super::theme::{Ink, Theme};
use super::width;
use crate::text::{Lang, marks};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// What a click on a region means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// As if this key were pressed; the shell does that itself.
    Key(Key),
    /// The nth row of the screen's table or list; a double click also presses Enter.
    Row(usize),
    /// The nth field of the screen's form.
    Field(usize),
    /// Anything else, numbered by the screen.
    Target(usize),
}

/// Where the terminal's cursor stands after the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caret {
    pub at: Position,
    /// Hidden on screens without a field, but parked where an input method may open its window.
    pub shown: bool,
    /// What is typed there is for nobody's eyes.
    pub secret: bool,
}

/// What a frame tells besides its cells.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    pub caret: Option<Caret>,
    pub clicks: Vec<(Rect, Click)>,
    /// The inside of the box that lies over the page, if one does.
    pub inside: Option<Rect>,
}

impl Marks {
    /// The topmost region there.
    pub fn at(&self, x: u16, y: u16) -> Option<Click> {
        self.clicks.iter().rev().find(|(area, _)| area.contains(Position { x, y })).map(|(_, click)| *click)
    }
}

pub type Span<'t> = (Ink, &'t str);

pub struct Paint<'a> {
    pub lang: Lang,
    pub theme: &'a Theme,
    area: Rect,
    buffer: &'a mut Buffer,
    marks: &'a mut Marks,
}

impl<'a> Paint<'a> {
    pub fn new(buffer: &'a mut Buffer, marks: &'a mut Marks, theme: &'a Theme, lang: Lang) -> Self {
        Self { lang, theme, area: buffer.area, buffer, marks }
    }

    pub const fn width(&self) -> u16 {
        self.area.width
    }

    pub const fn height(&self) -> u16 {
        self.area.height
    }

    /// Columns that this text will take on this terminal.
    pub fn columns(&self, text: &str) -> u16 {
        u16::try_from(width::width(&width::certain(text, self.theme.distrust))).unwrap_or(u16::MAX)
    }

    /// A part of this surface, counted from its own corner; what reaches outside is cut off.
    pub fn sub(&mut self, x: u16, y: u16, width: u16, height: u16) -> Paint<'_> {
        let asked = Rect {
            x: self.area.x.saturating_add(x),
            y: self.area.y.saturating_add(y),
            width: width.min(self.area.width.saturating_sub(x)),
            height: height.min(self.area.height.saturating_sub(y)),
        };
        Paint { lang: self.lang, theme: self.theme, area: asked, buffer: self.buffer, marks: self.marks }
    }

    /// Everything from this row down.
    pub fn below(&mut self, y: u16) -> Paint<'_> {
        self.sub(0, y, u16::MAX, u16::MAX)
    }

    /// Text up to the right edge, `..` where it is cut; the columns it took come back.
    pub fn text(&mut self, x: u16, y: u16, text: &str, ink: Ink) -> u16 {
        self.text_in(x, y, u16::MAX, text, ink)
    }

    /// Text in at most `cols` columns.
    pub fn text_in(&mut self, x: u16, y: u16, cols: u16, text: &str, ink: Ink) -> u16 {
        let cols = cols.min(self.area.width.saturating_sub(x));
        if y >= self.area.height || cols == 0 {
            return 0;
        }
        let text = width::certain(text, self.theme.distrust);
        let text = width::fit(&text, cols.into());
        let style = self.theme.style(ink);
        self.put(x, y, &text, style)
    }

    /// A sentence that names keys: what stands around a key can be clicked instead of pressing it.
    pub fn hint(&mut self, x: u16, y: u16, words: &str, ink: Ink) {
        let words = width::certain(words, self.theme.distrust);
        let words = width::fit(&words, self.area.width.saturating_sub(x).into());
        let mut at = x;
        for piece in words.split_inclusive(marks::CLAUSE_ENDS) {
            let used = self.text(at, y, piece, ink);
            if let Some(key) = Key::named_in(piece, self.lang) {
                self.click(at, y, used, 1, Click::Key(key));
            }
            at = at.saturating_add(used);
        }
    }

    /// Text that ends `cols` columns right of `x`.
    pub fn right(&mut self, x: u16, y: u16, cols: u16, text: &str, ink: Ink) {
        let cols = cols.min(self.area.width.saturating_sub(x));
        let used = self.columns(text).min(cols);
        self.text_in(x + cols - used, y, used, text, ink);
    }

    pub fn centred(&mut self, y: u16, text: &str, ink: Ink) {
        let used = self.columns(text).min(self.area.width);
        self.text_in((self.area.width - used) / 2, y, used, text, ink);
    }

    /// A number at the right of its column. A number is never cut: without room it is all `#`,
    /// because part of a number reads as another number.
    pub fn number(&mut self, x: u16, y: u16, cols: u16, number: &str, ink: Ink) {
        let cols = cols.min(self.area.width.saturating_sub(x));
        if self.columns(number) > cols {
            self.text_in(x, y, cols, &"#".repeat(cols.into()), ink);
        } else {
            self.right(x, y, cols, number, ink);
        }
    }

    /// Pieces of different ink in one row; the columns they took come back.
    pub fn line(&mut self, x: u16, y: u16, spans: &[Span<'_>]) -> u16 {
        let mut used = 0;
        for (ink, text) in spans {
            used += self.text(x.saturating_add(used), y, text, *ink);
        }
        used
    }

    /// Wrapped text from row `y` on; the rows it took come back.
    pub fn paragraph(&mut self, x: u16, y: u16, cols: u16, text: &str, ink: Ink) -> u16 {
        let cols = cols.min(self.area.width.saturating_sub(x));
        let mut rows = 0;
        for line in width::wrap(&width::certain(text, self.theme.distrust), cols.into()) {
            self.text_in(x, y.saturating_add(rows), cols, &line, ink);
            rows = rows.saturating_add(1);
        }
        rows
    }

    /// A paragraph that ends in the last row; its rows come back, for what stands above it.
    pub fn foot(&mut self, x: u16, cols: u16, text: &str, ink: Ink) -> u16 {
        let lines = width::wrap(&width::certain(text, self.theme.distrust), cols.into()).len();
        let rows = u16::try_from(lines).unwrap_or(u16::MAX).min(self.area.height);
        self.paragraph(x, self.area.height - rows, cols, text, ink)
    }

    /// A line across the whole surface.
    pub fn rule(&mut self, y: u16) {
        let line = self.theme.rule().repeat(self.area.width.into());
        self.signs(0, y, &line, Ink::Rule);
    }

    /// A box around the whole surface with its title; what is inside stays as it is.
    pub fn frame(&mut self, title: &str) {
        let (cols, rows) = (self.area.width, self.area.height);
        let Some(inner) = cols.checked_sub(2).filter(|_| rows > 1) else { return };
        let [above_left, above_right, below_left, below_right] = self.theme.corners();
        let line = self.theme.rule().repeat(inner.into());
        self.signs(0, 0, &format!("{above_left}{line}{above_right}"), Ink::Dim);
        self.signs(0, rows - 1, &format!("{below_left}{line}{below_right}"), Ink::Dim);
        for y in 1..rows - 1 {
            self.signs(0, y, self.theme.side(), Ink::Dim);
            self.signs(cols - 1, y, self.theme.side(), Ink::Dim);
        }
        if !title.is_empty() {
            self.text_in(2, 0, cols.saturating_sub(4), &format!(" {title} "), Ink::Title);
        }
    }

    /// Signs of the theme's own choice, each one column wide on this terminal, so none is replaced.
    fn signs(&mut self, x: u16, y: u16, signs: &str, ink: Ink) {
        if y < self.area.height {
            let style = self.theme.style(ink);
            self.put(x, y, signs, style);
        }
    }

    /// Gives a whole row the colours of an ink, text or not; draw the text after it.
    pub fn band(&mut self, x: u16, y: u16, cols: u16, ink: Ink) {
        let cols = cols.min(self.area.width.saturating_sub(x));
        self.text_in(x, y, cols, &" ".repeat(cols.into()), ink);
    }

    /// Empties this surface, also where its left edge falls inside a hanzi: ratatui would lose
    /// the border cell there.
    pub fn clear_area(&mut self) {
        for y in 0..self.area.height {
            self.band(0, y, self.area.width, Ink::Text);
        }
    }

    /// The caret of the focused field: the terminal's own cursor is shown here.
    pub fn caret(&mut self, x: u16, y: u16) {
        self.mark_caret(x, y, true, false);
    }

    /// The same where a PIN is typed.
    pub fn secret_caret(&mut self, x: u16, y: u16) {
        self.mark_caret(x, y, true, true);
    }

    /// The hidden cursor of a screen without a field; a shown caret wins.
    pub fn park(&mut self, x: u16, y: u16) {
        if !self.marks.caret.is_some_and(|caret| caret.shown) {
            self.mark_caret(x, y, false, false);
        }
    }

    pub const fn has_caret(&self) -> bool {
        self.marks.caret.is_some()
    }

    /// What lies below must not be clicked, nor keep the caret: something is drawn over it.
    pub fn cover(&mut self) {
        *self.marks = Marks::default();
    }

    /// This surface is what is asked or told now; around it nothing counts.
    pub fn is_box(&mut self) {
        self.marks.inside = Some(self.area);
    }

    fn mark_caret(&mut self, x: u16, y: u16, shown: bool, secret: bool) {
        let inside = |at: u16, len: u16| at.min(len.saturating_sub(1));
        let at = Position {
            x: self.area.x + inside(x, self.area.width),
            y: self.area.y + inside(y, self.area.height),
        };
        self.marks.caret = Some(Caret { at, shown, secret });
    }

    pub fn click(&mut self, x: u16, y: u16, cols: u16, rows: u16, click: Click) {
        let area = self.sub(x, y, cols, rows).area;
        self.marks.clicks.push((area, click));
    }

    /// The one place that writes cells. Half a hanzi left or right of what is written becomes a space.
    fn put(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let (x, y) = (self.area.x + x, self.area.y + y);
        if !self.buffer.area.contains(Position { x, y }) || text.is_empty() {
            return 0;
        }
        if x > self.buffer.area.x && width::width(self.buffer[(x - 1, y)].symbol()) > 1 {
            self.buffer[(x - 1, y)].set_symbol(" ");
        }
        // the plain cell first: an older style must not shine through where the new one is silent
        let room = self.buffer.area.right() - x;
        let cols = u16::try_from(width::width(text)).unwrap_or(u16::MAX).min(room);
        for column in x..x + cols {
            self.buffer[(column, y)].reset();
        }
        let (end, _) = self.buffer.set_stringn(x, y, text, cols.into(), style);
        end - x
    }
}

#[cfg(test)]
mod tests;
