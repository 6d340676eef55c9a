//! How the program is to look: what somebody wishes, and what this terminal was measured to do.
//! Draws nothing; what follows from both is `theme`'s.

use super::theme::Palette;
use crate::text::marks;
use std::io;

/// The signs that are measured: lines first, then the other classes, at last a hanzi to see whether measuring works.
pub const SIGNS: [&str; 7] = marks::MEASURED;
/// So many of them are lines.
const LINES: usize = 2;
/// The last is the hanzi, and it has two columns everywhere.
const HANZI: u8 = 2;

/// What lines are wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Borders {
    #[default]
    Auto,
    Box,
    Ascii,
    None,
}

impl Borders {
    pub const KEYS: [&'static str; 4] = ["auto", "box", "ascii", "none"];

    pub fn from_key(key: &str) -> Self {
        match key {
            "box" => Self::Box,
            "ascii" => Self::Ascii,
            "none" => Self::None,
            _ => Self::Auto,
        }
    }
}

/// How wide signs of ambiguous width are taken to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguous {
    /// As measured.
    #[default]
    Auto,
    Narrow,
    Wide,
}

impl Ambiguous {
    pub const KEYS: [&'static str; 3] = ["auto", "narrow", "wide"];

    pub fn from_key(key: &str) -> Self {
        match key {
            "narrow" => Self::Narrow,
            "wide" => Self::Wide,
            _ => Self::Auto,
        }
    }
}

/// What somebody wishes; nothing of it is a wish by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub palette: Option<Palette>,
    pub borders: Borders,
    pub ambiguous: Ambiguous,
}

impl Look {
    /// As the settings say it: a palette's key, and one answer to "do lines look broken?" that tells both the lines
    /// and how far this terminal is to be trusted.
    pub fn set(theme: &str, lines: &str) -> Self {
        let borders = Borders::from_key(lines);
        let ambiguous = match borders {
            Borders::Box => Ambiguous::Narrow,
            Borders::Ascii => Ambiguous::Wide,
            Borders::Auto | Borders::None => Ambiguous::Auto,
        };
        Self { palette: Palette::from_key(theme), borders, ambiguous }
    }

    /// Whoever wishes nothing for the lines has them from the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let palette = self.palette.or(other.palette);
        if self.borders == Borders::Auto && self.ambiguous == Ambiguous::Auto {
            return Self { palette, ..other };
        }
        Self { palette, ..self }
    }

    /// Whether anything depends on what the terminal does.
    pub fn needs_measuring(self) -> bool {
        self.ambiguous == Ambiguous::Auto
    }
}

/// What a terminal told about its widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    NotAsked,
    /// It does not say where its cursor is.
    Silent,
    /// Columns that each of `SIGNS` took.
    Columns([u8; SIGNS.len()]),
}

impl Measured {
    /// Asks for each sign how far it moves the cursor; the first failure ends it, because each may cost seconds.
    pub fn ask(mut columns: impl FnMut(&str) -> io::Result<u16>) -> Self {
        let mut found = [0; SIGNS.len()];
        for (place, sign) in found.iter_mut().zip(SIGNS) {
            match columns(sign) {
                Ok(cols) => *place = u8::try_from(cols).unwrap_or(u8::MAX),
                Err(_) => return Self::Silent,
            }
        }
        Self::Columns(found)
    }

    /// Also where nothing sure is known.
    pub fn lines_are_wide(self) -> bool {
        self.trusted().is_none_or(|columns| columns.iter().take(LINES).any(|cols| *cols != 1))
    }

    /// Any sign at all.
    pub fn signs_are_wide(self) -> bool {
        self.trusted().is_none_or(|columns| columns.iter().take(SIGNS.len() - 1).any(|cols| *cols != 1))
    }

    fn trusted(self) -> Option<[u8; SIGNS.len()]> {
        match self {
            Self::Columns(columns) if columns.last() == Some(&HANZI) => Some(columns),
            Self::NotAsked | Self::Silent | Self::Columns(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_silence_ends_the_asking() {
        let mut asked = 0;
        let measured = Measured::ask(|_| {
            asked += 1;
            Err(io::ErrorKind::TimedOut.into())
        });
        assert_eq!((measured, asked), (Measured::Silent, 1));
        let narrow = Measured::ask(|sign| Ok(if sign == SIGNS[6] { 2 } else { 1 }));
        assert_eq!(narrow, Measured::Columns([1, 1, 1, 1, 1, 1, 2]));
        assert!(!narrow.lines_are_wide() && !narrow.signs_are_wide());
    }

    #[test]
    fn the_line_wins_over_the_settings() {
        let settings = Look::set("light", "ascii");
        let line = |borders, ambiguous| Look { palette: None, borders, ambiguous };
        assert_eq!(Look::default().or(settings), settings);
        let merged = line(Borders::Box, Ambiguous::Auto).or(settings);
        assert_eq!(merged, Look { palette: Some(Palette::Light), ..line(Borders::Box, Ambiguous::Auto) });
        assert!(merged.needs_measuring() && !settings.needs_measuring());
        assert_eq!(Look::set("", ""), Look::default());
    }
}
