//! Every look says the same: colours and lines change no word, and whatever has a colour has a sign or a word too.

use crate::commands::everywhere;
use crate::desk::TestDesk;
use baodao::text::Lang;
use baodao::ui::paint::Click;
use baodao::ui::snapshot::text_between;
use baodao::ui::theme::{Frame, Ink, Theme};
use ratatui::layout::{Position, Rect, Size};

const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (140, 40)];

fn themes() -> [Theme; 6] {
    let colourless = Theme { colourless: true, ..Theme::mono() };
    let boxes = |theme: Theme| theme.framed(Frame::Box);
    [Theme::dark(), Theme::light(), boxes(Theme::dark()), Theme::contrast(), boxes(Theme::mono()), colourless]
}

/// What a page tells somebody without colours: its words, where the caret stands, and what can be clicked.
type Told = (String, Option<Position>, Vec<(Rect, Click)>);

fn dressed(desk: &mut TestDesk, theme: Theme) -> Told {
    desk.shell.theme = theme.distrusting(false);
    let size = desk.buffer.area.as_size();
    desk.resize(size);
    let page = desk.page.chars().map(|c| match c {
        '─' => '-',
        '│' => '|',
        '┌' | '┐' | '└' | '┘' => '+',
        other => other,
    });
    (page.collect(), desk.marks.caret.map(|caret| caret.at), desk.marks.clicks.clone())
}

/// Every page, with nothing over it and with help and palette, at every size.
fn each_page(lang: Lang, mut look: impl FnMut(&mut TestDesk, &str)) {
    let (mut desk, places) = everywhere(lang);
    for (_, place, route) in places {
        desk.go(route);
        for over in ["", "F1", "F9"] {
            desk.keys(over);
            // what lies over a page needs no more room than the least
            let sizes = if over.is_empty() { SIZES.as_slice() } else { &SIZES[..1] };
            for (columns, rows) in sizes {
                desk.resize(Size::new(*columns, *rows));
                look(&mut desk, &format!("{place} {over} {columns}x{rows}"));
            }
            desk.resize(Size::new(80, 24));
            if !over.is_empty() {
                desk.keys("Esc");
            }
        }
    }
}

#[test]
fn colours_and_lines_change_no_word() {
    for lang in Lang::ALL {
        each_page(lang, |desk, what| {
            let plain = dressed(desk, Theme::mono());
            // this one page tells how it looks
            if what.starts_with("Key test") {
                return;
            }
            for theme in themes() {
                let told = dressed(desk, theme);
                assert!(told == plain, "{what}: {theme:?}\n{}\n{}", plain.0, told.0);
            }
        });
    }
}

/// The runs of a row that have the look of this ink.
fn runs(desk: &TestDesk, y: u16, ink: Ink) -> Vec<Rect> {
    let style = Theme::dark().style(ink);
    let is_inked = |x: u16| {
        let cell = &desk.buffer[(x, y)];
        Some(cell.fg) == style.fg && Some(cell.bg) == style.bg
    };
    let mut runs: Vec<Rect> = Vec::new();
    let mut x = 0;
    while x < desk.buffer.area.width {
        let wide = baodao::ui::width::width(desk.buffer[(x, y)].symbol()).max(1) as u16;
        if is_inked(x) {
            match runs.last_mut().filter(|run| run.right() == x) {
                Some(run) => run.width += wide,
                None => runs.push(Rect::new(x, y, wide, 1)),
            }
        }
        x += wide;
    }
    runs
}

#[test]
fn whatever_has_a_colour_has_a_sign_or_a_word() {
    for lang in Lang::ALL {
        each_page(lang, |desk, what| {
            dressed(desk, Theme::dark());
            let caret = desk.marks.caret;
            for y in 0..desk.buffer.area.height {
                for run in runs(desk, y, Ink::Selected) {
                    let before = text_between(&desk.buffer, y, 0, run.right());
                    // a page under a box is not looked at
                    if what.contains("F9") && !desk.marks.clicks.iter().any(|(area, _)| area.intersects(run))
                    {
                        continue;
                    }
                    // the half day above the chosen cell, whose time is told below; the one name that is called
                    if what.starts_with("Week ") && y == 4 || what.starts_with("Call names") {
                        continue;
                    }
                    // what typing replaces is shown at the caret
                    let typed_over = caret.is_some_and(|caret| caret.at.y == y && caret.shown);
                    assert!(
                        before.trim().is_empty() || before.contains(['>', '[']) || typed_over,
                        "{what}: chosen by colour alone: {before:?}\n{}",
                        desk.page
                    );
                }
                for ink in [Ink::Error, Ink::Warning] {
                    for run in runs(desk, y, ink) {
                        let words = text_between(&desk.buffer, y, run.left(), run.right());
                        assert!(
                            words.trim().is_empty()
                                || words.contains('!')
                                || words.chars().any(char::is_alphabetic),
                            "{what}: {ink:?} by colour alone: {words:?}\n{}",
                            desk.page
                        );
                    }
                }
            }
        });
    }
}

#[test]
fn what_cannot_be_done_says_so_in_words() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (_, place, route) in places {
            desk.go(route);
            desk.resize(Size::new(140, 60));
            let hints = desk.shell.top().unwrap().hints(lang);
            desk.keys("F9");
            for hint in hints {
                let Some(why) = hint.blocked else { continue };
                let head: String = why.chars().take(12).collect();
                let said = desk
                    .page
                    .lines()
                    .any(|line| line.contains(hint.name) && line.contains(&format!("! {head}")));
                assert!(said, "{place}: {} ({why})\n{}", hint.name, desk.page);
            }
            desk.keys("Esc");
            desk.resize(Size::new(80, 24));
        }
    }
}

#[test]
fn faults_of_a_form_have_a_sign() {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            let (mut desk, places) = everywhere(lang);
            desk.resize(Size::new(columns, rows));
            for name in ["Enrol", "Class form", "Operator form"] {
                let (_, _, route) = places.iter().find(|(_, place, _)| *place == name).unwrap();
                desk.go(route.clone());
                desk.keys("x F8");
                assert!(desk.page.contains("! "), "{name}\n{}", desk.page);
            }
        }
    }
}

#[test]
fn a_correction_by_the_office_is_told_without_colour() {
    for (lang, legend, words) in
        [(Lang::Zh, "^ 办公室更正", "-> 办公室 缺"), (Lang::En, "^ by the office", "-> office absent")]
    {
        let (desk, places) = everywhere(lang);
        let (_, _, roll) = places.iter().find(|(_, place, _)| *place == "Roll").unwrap();
        let (_, _, week) = places.iter().find(|(_, place, _)| *place == "Week").unwrap();
        let mut desk = desk.restarted("2026-09-07 08:47");
        desk.go(roll.clone());
        desk.keys("*");
        let mut desk = desk.restarted("2026-09-08 09:00");
        desk.go(roll.clone());
        desk.keys(".02 5 S1 Enter");
        desk.shows(legend);
        let row =
            |desk: &TestDesk| desk.page.lines().any(|line| line.contains("李秀兰") && line.contains('^'));
        assert!(row(&desk), "{}", desk.page);
        desk.go(week.clone());
        desk.keys("Down Left Left");
        for (columns, rows) in SIZES {
            desk.resize(Size::new(columns, rows));
            assert!(row(&desk), "{}", desk.page);
            desk.shows(words);
        }
    }
}
