//! A drawn buffer as text for tests and as a picture for the README. Reads cells, draws nothing.

use super::paint::Caret;
use super::width;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The page as a person reads it: the hidden half of a hanzi is skipped, trailing space is dropped.
pub fn buffer_to_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let line = |y| text_between(buffer, y, area.left(), area.right()) + "\n";
    (area.top()..area.bottom()).map(line).collect()
}

/// The same of a part of one row.
pub fn text_between(buffer: &Buffer, y: u16, from: u16, to: u16) -> String {
    let mut line = String::new();
    let mut x = from;
    while x < to {
        let symbol = buffer[(x, y)].symbol();
        line.push_str(symbol);
        x += cells(symbol);
    }
    line.trim_end().to_owned()
}

fn cells(symbol: &str) -> u16 {
    u16::try_from(width::width(symbol)).unwrap_or(1).max(1)
}

const CELL: u16 = 10;
const ROW: u16 = 22;
const MARGIN: u16 = 10;
const FONT: &str = "'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',NSimSun,monospace";

/// One `<text>` per glyph with its own place and length, so hanzi stay on the grid in any font (R-9.5).
pub fn buffer_to_svg(buffer: &Buffer, caret: Option<Caret>) -> String {
    let wide = buffer.area.width * CELL + 2 * MARGIN;
    let high = buffer.area.height * ROW + 2 * MARGIN;
    // what most of a page is made of is also its margin
    let corner = &buffer[(buffer.area.right() - 1, buffer.area.bottom() - 1)];
    let (_, paper) = colours(corner.fg, corner.bg, corner.modifier);
    let mut grounds = String::new();
    let mut glyphs = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut band = Band { paper, ..Band::default() };
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            let cols = cells(cell.symbol());
            let (ink, ground) = colours(cell.fg, cell.bg, cell.modifier);
            let (left, top) = (MARGIN + x * CELL, MARGIN + y * ROW);
            let span = cols * CELL;
            band.grow(left, span, top, ground, &mut grounds);
            if !cell.symbol().trim().is_empty() {
                let base = top + ROW - 6;
                let bold = if cell.modifier.contains(Modifier::BOLD) { r#" font-weight="bold""# } else { "" };
                let glyph = escape(cell.symbol());
                // writing into a String cannot fail
                let _ = writeln!(
                    glyphs,
                    r#"<text x="{left}" y="{base}" textLength="{span}" lengthAdjust="spacingAndGlyphs" fill="{ink}"{bold}>{glyph}</text>"#
                );
            }
            x += cols;
        }
        band.grow(0, 0, MARGIN + y * ROW, paper, &mut grounds);
    }
    if let Some(caret) = caret.filter(|caret| caret.shown) {
        let cell = &buffer[(caret.at.x, caret.at.y)];
        let (ink, _) = colours(cell.fg, cell.bg, cell.modifier);
        let (left, top) = (MARGIN + caret.at.x * CELL, MARGIN + caret.at.y * ROW);
        let _ = writeln!(grounds, r#"<rect x="{left}" y="{top}" width="2" height="{ROW}" fill="{ink}"/>"#);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{paper}\"/>\n\
         {grounds}<g font-family=\"{FONT}\" font-size=\"18\" xml:space=\"preserve\">\n{glyphs}</g>\n</svg>\n"
    )
}

/// Neighbours of one ground become one rectangle: apart, viewers draw hairlines between them.
#[derive(Default)]
struct Band {
    from: u16,
    wide: u16,
    ground: &'static str,
    paper: &'static str,
}

impl Band {
    /// Takes in the next cells of a row, or writes what it has when they are of another ground.
    fn grow(&mut self, left: u16, span: u16, top: u16, ground: &'static str, grounds: &mut String) {
        if self.ground == ground {
            self.wide += span;
            return;
        }
        if self.wide > 0 && self.ground != self.paper {
            let Self { from, wide, ground, .. } = self;
            let _ = writeln!(
                grounds,
                r#"<rect x="{from}" y="{top}" width="{wide}" height="{ROW}" fill="{ground}"/>"#
            );
        }
        *self = Self { from: left, wide: span, ground, paper: self.paper };
    }
}

const PAPER: &str = "#14161a";
const INK: &str = "#d8dee4";

fn colours(fg: Color, bg: Color, modifier: Modifier) -> (&'static str, &'static str) {
    let ink = hex(fg).unwrap_or(INK);
    let ground = hex(bg).unwrap_or(PAPER);
    if modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

const fn hex(colour: Color) -> Option<&'static str> {
    Some(match colour {
        Color::Black => "#14161a",
        Color::Red => "#c4504b",
        Color::Green => "#5f9e52",
        Color::Yellow => "#b8923d",
        Color::Blue => "#2b5a8f",
        Color::Magenta => "#a069a8",
        Color::Cyan => "#63b4bd",
        Color::Gray => "#aeb6be",
        Color::DarkGray => "#6c757d",
        Color::LightRed => "#ef7a74",
        Color::LightGreen => "#8fce81",
        Color::LightYellow => "#ecc868",
        Color::LightBlue => "#79aee6",
        Color::LightMagenta => "#cf99d6",
        Color::LightCyan => "#93dbe2",
        Color::White => "#e9eef2",
        _ => return None,
    })
}

fn escape(symbol: &str) -> String {
    symbol.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn hanzi_read_as_written() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
        buffer.set_string(1, 0, "张三<1>", Style::new());
        assert_eq!(buffer_to_text(&buffer), " 张三<1>\n\n");
        let svg = buffer_to_svg(&buffer, None);
        assert!(
            svg.contains(r##"textLength="20" lengthAdjust="spacingAndGlyphs" fill="#d8dee4">张</text>"##),
            "{svg}"
        );
        assert!(svg.contains("&lt;"));
    }
}
