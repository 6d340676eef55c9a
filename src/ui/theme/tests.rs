//! What a theme promises: every ink, readable in the colours that terminals really show, and nothing told by
//! colour alone.

use super::*;
use crate::ui::look::SIGNS;

const COLOURED: [Theme; 3] = [Theme::dark(), Theme::light(), Theme::contrast()];

/// The 16 colours as the Linux console, the Windows console and xterm draw them by default.
const SCREENS: [[u32; 16]; 3] = [
    [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555,
        0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ],
    [
        0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, 0x76_7676,
        0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
    ],
    [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
        0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ],
];

fn nth(colour: Color) -> usize {
    const ORDER: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    ORDER.iter().position(|known| *known == colour).unwrap()
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from((colour >> shift) & 0xff) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn ratio(screen: &[u32; 16], style: Style) -> f64 {
    let of = |colour: Option<Color>| luminance(screen[nth(colour.unwrap())]);
    let (one, two) = (of(style.fg), of(style.bg));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[test]
fn every_ink_can_be_read_on_every_screen() {
    for theme in COLOURED {
        let least = if theme.palette == Palette::Contrast { 7.0 } else { 4.0 };
        for ink in Ink::ALL.into_iter().filter(|ink| *ink != Ink::Rule) {
            for screen in &SCREENS {
                let style = theme.style(ink);
                assert!(ratio(screen, style) >= least, "{theme:?} {ink:?}: {}", ratio(screen, style));
            }
        }
    }
}

#[test]
fn mono_names_no_colour() {
    for ink in Ink::ALL {
        let style = Theme::mono().style(ink);
        assert_eq!((style.fg, style.bg), (None, None), "{ink:?}");
    }
    let wanted = Look { palette: Some(Palette::Light), ..Look::default() };
    let theme = Theme::fitting(wanted, Measured::NotAsked, true);
    assert_eq!(theme.palette, Palette::Mono, "NO_COLOR wins");
    assert_eq!(theme.dressed(wanted).palette, Palette::Mono, "for as long as the program runs");
}

#[test]
fn what_matters_looks_different() {
    let matters = [Ink::Text, Ink::Selected, Ink::Error, Ink::Warning];
    for theme in COLOURED {
        for (at, one) in matters.iter().enumerate() {
            for other in matters.iter().skip(at + 1) {
                assert_ne!(theme.style(*one), theme.style(*other), "{theme:?} {one:?} {other:?}");
            }
        }
        for ink in [Ink::Text, Ink::Dim] {
            assert_ne!(theme.style(Ink::Rule).fg, theme.style(Ink::Selected).fg, "{ink:?}");
        }
    }
    for ink in [Ink::Selected, Ink::Error, Ink::Warning, Ink::Title] {
        assert_ne!(Theme::mono().style(ink), Theme::mono().style(Ink::Text), "{ink:?}");
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
fn lines_are_drawn_only_where_they_are_narrow() {
    let fits = |borders, ambiguous, measured| {
        let theme = Theme::fitting(Look { palette: None, borders, ambiguous }, measured, false);
        (theme.frame, theme.distrust)
    };
    let columns = |wide: &[&str]| {
        Measured::Columns(SIGNS.map(|sign| if wide.contains(&sign) || sign == SIGNS[6] { 2 } else { 1 }))
    };
    let (line, dots) = (SIGNS[0], SIGNS[2]);
    let auto = |measured| fits(Borders::Auto, Ambiguous::Auto, measured);
    assert_eq!(auto(columns(&[])), (Frame::Box, false));
    assert_eq!(auto(columns(&[line])), (Frame::Ascii, true));
    assert_eq!(auto(columns(&[dots])), (Frame::Box, true), "one by one, for a font decides");
    assert_eq!(auto(Measured::Silent), (Frame::Ascii, true));
    assert_eq!(auto(Measured::NotAsked), (Frame::Ascii, true));
    assert_eq!(auto(Measured::Columns([1; 7])), (Frame::Ascii, true), "it does not even draw hanzi");
    assert_eq!(fits(Borders::Auto, Ambiguous::Narrow, Measured::Silent), (Frame::Box, false));
    assert_eq!(fits(Borders::Auto, Ambiguous::Wide, columns(&[])), (Frame::Ascii, true));
    assert_eq!(fits(Borders::Box, Ambiguous::Auto, columns(&[line])), (Frame::Box, true));
    assert_eq!(fits(Borders::None, Ambiguous::Auto, columns(&[])), (Frame::None, false));
}

#[test]
fn every_name_of_a_palette_reads_back() {
    for (palette, key) in Palette::ALL.into_iter().zip(Palette::KEYS) {
        assert_eq!(Palette::from_key(key), Some(palette));
    }
    assert_eq!(Palette::from_key("pink"), None);
}
