//! Colours and lines by meaning. Only the 16 ANSI colours, and every state must be readable without them.
//! The only file that names a colour or a sign that lines are drawn with.

use super::look::{Ambiguous, Borders, Look, Measured};
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text means. Screens choose one of these, never a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Text,
    Dim,
    Accent,
    Title,
    /// The chosen row or button; always beside a `>`.
    Selected,
    /// Always beside a `!` or a word.
    Error,
    Warning,
    Ok,
    Disabled,
    /// The first row.
    Bar,
    Rule,
}

impl Ink {
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Dim,
        Self::Accent,
        Self::Title,
        Self::Selected,
        Self::Error,
        Self::Warning,
        Self::Ok,
        Self::Disabled,
        Self::Bar,
        Self::Rule,
    ];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    Dark,
    Light,
    /// For bad eyes, bad screens and sunlight.
    Contrast,
    /// No colour at all.
    Mono,
}

impl Palette {
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Contrast, Self::Mono];
    /// As written in the settings and on the command line, in the order of `ALL`.
    pub const KEYS: [&'static str; 4] = ["dark", "light", "contrast", "mono"];

    pub fn from_key(key: &str) -> Option<Self> {
        Self::KEYS.iter().position(|known| *known == key).and_then(|nth| Self::ALL.get(nth)).copied()
    }
}

/// What lines are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Only where line signs are one column wide.
    Box,
    Ascii,
    None,
}

/// How to draw on this terminal, and what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub palette: Palette,
    pub frame: Frame,
    /// Signs of ambiguous width are replaced by certain ones when drawn.
    pub distrust: bool,
    pub measured: Measured,
    /// `NO_COLOR` was set: no wish of anybody brings colours back.
    pub colourless: bool,
}

impl Theme {
    pub const fn dark() -> Self {
        Self::plain(Palette::Dark)
    }

    pub const fn light() -> Self {
        Self::plain(Palette::Light)
    }

    pub const fn contrast() -> Self {
        Self::plain(Palette::Contrast)
    }

    pub const fn mono() -> Self {
        Self::plain(Palette::Mono)
    }

    /// On a terminal of which nothing is known.
    const fn plain(palette: Palette) -> Self {
        Self { palette, frame: Frame::Ascii, distrust: true, measured: Measured::NotAsked, colourless: false }
    }

    /// What is wished for, as far as this terminal can show it.
    pub fn fitting(look: Look, measured: Measured, colourless: bool) -> Self {
        let palette = if colourless { Palette::Mono } else { look.palette.unwrap_or(Palette::Dark) };
        let distrust = match look.ambiguous {
            Ambiguous::Auto => measured.signs_are_wide(),
            Ambiguous::Narrow => false,
            Ambiguous::Wide => true,
        };
        let wide_lines = match look.ambiguous {
            Ambiguous::Auto => measured.lines_are_wide(),
            Ambiguous::Narrow => false,
            Ambiguous::Wide => true,
        };
        let frame = match look.borders {
            Borders::Auto if wide_lines => Frame::Ascii,
            Borders::Auto | Borders::Box => Frame::Box,
            Borders::Ascii => Frame::Ascii,
            Borders::None => Frame::None,
        };
        Self { palette, frame, distrust, measured, colourless }
    }

    /// Another look on the same terminal.
    #[must_use]
    pub fn dressed(self, look: Look) -> Self {
        Self::fitting(look, self.measured, self.colourless)
    }

    #[must_use]
    pub const fn distrusting(self, distrust: bool) -> Self {
        Self { distrust, ..self }
    }

    #[must_use]
    pub const fn framed(self, frame: Frame) -> Self {
        Self { frame, ..self }
    }

    pub const fn style(&self, ink: Ink) -> Style {
        match self.palette {
            Palette::Dark => dark(ink),
            Palette::Light => light(ink),
            Palette::Contrast => contrast(ink),
            Palette::Mono => mono(ink),
        }
    }

    /// A piece of a level line.
    pub const fn rule(&self) -> &'static str {
        match self.frame {
            Frame::Box => "\u{2500}",
            Frame::Ascii => "-",
            Frame::None => " ",
        }
    }

    /// A piece of an upright line.
    pub const fn side(&self) -> &'static str {
        match self.frame {
            Frame::Box => "\u{2502}",
            Frame::Ascii => "|",
            Frame::None => " ",
        }
    }

    /// The corners of a box: above left and right, below left and right.
    pub const fn corners(&self) -> [&'static str; 4] {
        match self.frame {
            Frame::Box => ["\u{250C}", "\u{2510}", "\u{2514}", "\u{2518}"],
            Frame::Ascii => ["+"; 4],
            Frame::None => [" "; 4],
        }
    }

    /// Stands before the chosen row.
    pub const fn marker(&self) -> &'static str {
        ">"
    }
}

/// Ground and ink are both named: the theme is as dark on a terminal that is white.
const fn dark(ink: Ink) -> Style {
    let plain = Style::new().bg(Color::Black);
    match ink {
        Ink::Text => plain.fg(Color::White),
        // only lines: they part, and nobody has to read them
        Ink::Rule => plain.fg(Color::DarkGray),
        // dark grey cannot be read on old panels
        Ink::Dim | Ink::Disabled => plain.fg(Color::Gray),
        Ink::Accent => plain.fg(Color::LightCyan),
        Ink::Title => plain.fg(Color::White).add_modifier(Modifier::BOLD),
        Ink::Selected => plain.fg(Color::Black).bg(Color::Cyan),
        Ink::Error => plain.fg(Color::LightRed),
        Ink::Warning => plain.fg(Color::LightYellow),
        Ink::Ok => plain.fg(Color::LightGreen),
        Ink::Bar => plain.fg(Color::White).bg(Color::Blue),
    }
}

const fn light(ink: Ink) -> Style {
    let plain = Style::new().fg(Color::Black).bg(Color::White);
    match ink {
        // green cannot be read on white, and what is well needs no colour
        Ink::Text | Ink::Ok => plain,
        Ink::Rule => plain.fg(Color::Gray),
        Ink::Dim | Ink::Disabled => plain.fg(Color::DarkGray),
        Ink::Accent => plain.fg(Color::Blue),
        Ink::Title => plain.add_modifier(Modifier::BOLD),
        Ink::Selected | Ink::Bar => plain.fg(Color::White).bg(Color::Blue),
        Ink::Error => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
        Ink::Warning => plain.fg(Color::Magenta),
    }
}

/// Bright on black, and every pair at least 7 to 1. Red and blue never get there, so a fault is a band.
const fn contrast(ink: Ink) -> Style {
    let plain = Style::new().fg(Color::White).bg(Color::Black);
    match ink {
        Ink::Text | Ink::Rule => plain,
        Ink::Dim | Ink::Disabled => plain.fg(Color::Gray),
        Ink::Accent => plain.fg(Color::LightCyan),
        Ink::Title => plain.add_modifier(Modifier::BOLD),
        Ink::Selected => plain.fg(Color::Black).bg(Color::White),
        Ink::Error => plain.fg(Color::Black).bg(Color::LightYellow),
        Ink::Warning => plain.fg(Color::LightYellow),
        Ink::Ok => plain.fg(Color::LightGreen),
        Ink::Bar => plain.fg(Color::Black).bg(Color::LightCyan),
    }
}

/// `Reset` everywhere: with NO_COLOR, crossterm's empty colour command would undo the attributes.
const fn mono(ink: Ink) -> Style {
    let plain = Style::new();
    match ink {
        Ink::Selected | Ink::Bar => plain.add_modifier(Modifier::REVERSED),
        Ink::Title | Ink::Error | Ink::Warning | Ink::Accent => plain.add_modifier(Modifier::BOLD),
        Ink::Text | Ink::Rule | Ink::Dim | Ink::Disabled | Ink::Ok => plain,
    }
}

#[cfg(test)]
mod tests;
