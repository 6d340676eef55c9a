//! Colours by meaning. Only the 16 ANSI colours, and every state must be readable without them.
//! The only file that names a colour.

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    /// Signs of ambiguous width are replaced by certain ones when drawn.
    pub distrust: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Palette {
    Dark,
    Light,
    Mono,
}

impl Theme {
    pub const fn dark() -> Self {
        Self::of(Palette::Dark)
    }

    pub const fn light() -> Self {
        Self::of(Palette::Light)
    }

    pub const fn mono() -> Self {
        Self::of(Palette::Mono)
    }

    const fn of(palette: Palette) -> Self {
        // a Chinese Windows console draws them two columns wide with its usual font (1.3)
        Self { palette, distrust: cfg!(windows) }
    }

    #[must_use]
    pub const fn distrusting(self, distrust: bool) -> Self {
        Self { distrust, ..self }
    }

    pub const fn style(&self, ink: Ink) -> Style {
        match self.palette {
            Palette::Dark => dark(ink),
            Palette::Light => light(ink),
            Palette::Mono => mono(ink),
        }
    }

    /// Lines are ASCII until the terminal has been measured.
    pub const fn rule(&self) -> &'static str {
        "-"
    }

    pub const fn corner(&self) -> &'static str {
        "+"
    }

    pub const fn side(&self) -> &'static str {
        "|"
    }

    /// Stands before the chosen row.
    pub const fn marker(&self) -> &'static str {
        ">"
    }
}

const fn dark(ink: Ink) -> Style {
    let plain = Style::new();
    match ink {
        Ink::Text => plain,
        // only lines: they part, and nobody has to read them
        Ink::Rule => plain.fg(Color::DarkGray),
        // dark grey cannot be read on old panels
        Ink::Dim | Ink::Disabled => plain.fg(Color::Gray),
        Ink::Accent => plain.fg(Color::Cyan),
        Ink::Title => plain.fg(Color::White).add_modifier(Modifier::BOLD),
        Ink::Selected => plain.fg(Color::Black).bg(Color::Cyan),
        Ink::Error => plain.fg(Color::LightRed),
        Ink::Warning => plain.fg(Color::LightYellow),
        Ink::Ok => plain.fg(Color::LightGreen),
        Ink::Bar => plain.fg(Color::White).bg(Color::Blue),
    }
}

const fn light(ink: Ink) -> Style {
    let plain = Style::new().fg(Color::Black);
    match ink {
        Ink::Text => plain,
        Ink::Rule => plain.fg(Color::Gray),
        Ink::Dim | Ink::Disabled => plain.fg(Color::DarkGray),
        Ink::Accent => plain.fg(Color::Blue),
        Ink::Title => plain.add_modifier(Modifier::BOLD),
        Ink::Selected | Ink::Bar => plain.fg(Color::White).bg(Color::Blue),
        Ink::Error => plain.fg(Color::Red),
        Ink::Warning => plain.fg(Color::Magenta),
        Ink::Ok => plain.fg(Color::Green),
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
mod tests {
    use super::*;

    #[test]
    fn mono_names_no_colour() {
        let inks = [Ink::Text, Ink::Accent, Ink::Selected, Ink::Error, Ink::Bar, Ink::Ok, Ink::Disabled];
        for ink in inks {
            let style = Theme::mono().style(ink);
            assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
        }
    }

    #[test]
    fn lines_step_back_behind_words() {
        for theme in [Theme::dark(), Theme::light()] {
            for ink in [Ink::Text, Ink::Dim] {
                assert_ne!(theme.style(Ink::Rule), theme.style(ink));
            }
        }
    }

    #[test]
    fn selection_sets_both_colours() {
        for theme in [Theme::dark(), Theme::light()] {
            let style = theme.style(Ink::Selected);
            assert!(style.fg.is_some() && style.bg.is_some());
        }
    }
}
