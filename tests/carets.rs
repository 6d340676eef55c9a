//! The real cursor: always inside the focused field, at the column where the next character comes, whatever the size
//! of the window and however wide what was typed. An input method opens its window there.

use crate::commands::everywhere;
use crate::desk::TestDesk;
use crate::targets::{by_keys, fresh};
use baodao::text::Lang;
use baodao::ui::input::Input;
use baodao::ui::paint::Click;
use baodao::ui::shell::plain::Facing;
use baodao::ui::snapshot::text_between;
use baodao::ui::width::width;
use ratatui::layout::{Position, Rect, Size};

/// Narrow and wide, outside the first plane, longer than any field.
const PIECES: [&str; 5] = ["王", "小𠮷", "明a", "买买提·艾力江", "育才职业技能培训学校的一个很长的名字"];
const SIZES: [(u16, u16); 6] = [(80, 24), (81, 25), (93, 24), (100, 30), (140, 40), (80, 24)];

fn caret(desk: &TestDesk) -> Option<Position> {
    desk.marks.caret.filter(|caret| caret.shown).map(|caret| caret.at)
}

/// The field of a form in which the caret stands.
fn field(desk: &TestDesk) -> Option<(Rect, usize)> {
    let at = caret(desk)?;
    desk.marks.clicks.iter().rev().find_map(|(area, target)| match target {
        Click::Field(nth) if area.contains(at) => Some((*area, *nth)),
        _ => None,
    })
}

/// The caret stands in the body, and what was typed ends right before it.
#[track_caller]
fn follows(desk: &TestDesk, typed: &str, what: &str) {
    let size = desk.buffer.area;
    let at = caret(desk).unwrap_or_else(|| panic!("{what}: no caret\n{}", desk.page));
    assert!(at.x < size.width && (2..size.height - 3).contains(&at.y), "{what}: {at}\n{}", desk.page);
    let before = text_between(&desk.buffer, at.y, 0, at.x);
    // a long text has run out at the left; its end is there
    let tail: String = typed.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
    assert!(before.ends_with(&tail), "{what}: {tail:?} is not before the caret, {before:?}\n{}", desk.page);
    assert_eq!(width(&before), usize::from(at.x), "{what}: half a hanzi\n{}", desk.page);
}

/// Hanzi typed into the field that has the caret, piece by piece, at every size; how many of the pieces it took.
fn typed_here(desk: &mut TestDesk, what: &str) -> usize {
    let (here, facing) = (field(desk).map(|(_, nth)| nth), desk.shell.facing());
    let mut typed = String::new();
    for (nth, piece) in PIECES.iter().enumerate() {
        desk.input(&Input::text(piece));
        // a list has opened, or the field takes no hanzi
        if desk.shell.facing() != facing || !holds(desk, piece) {
            return nth;
        }
        typed.push_str(piece);
        for (columns, rows) in SIZES {
            desk.resize(Size::new(columns, rows));
            follows(desk, &typed, &format!("{what} {here:?} {columns}x{rows}"));
            assert_eq!(field(desk).map(|(_, nth)| nth), here, "{what}\n{}", desk.page);
        }
    }
    PIECES.len()
}

#[test]
fn the_caret_follows_hanzi_in_every_field_at_every_size() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        let mut taken = 0;
        for (_, place, route) in places {
            desk.go(route);
            let mut first = None;
            for turn in 0..30 {
                let here = field(&desk).map(|(_, nth)| nth);
                if caret(&desk).is_none() || turn > 0 && (here.is_none() || here == first) {
                    break;
                }
                first = first.or(here);
                taken += usize::from(typed_here(&mut desk, place) == PIECES.len());
                if desk.shell.facing() != Facing::Page {
                    desk.keys("Esc");
                }
                assert!(caret(&desk).is_some(), "{place} {here:?}\n{}", desk.page);
                desk.keys("Tab");
            }
        }
        assert!(taken > 20, "only {taken} fields took hanzi");
    }
}

/// Lines to be written, filters of lists, and forms that lie over a page.
#[test]
fn the_caret_follows_hanzi_in_whatever_a_verb_opens() {
    let (mut desk, places) = everywhere(Lang::Zh);
    let mut taken = 0;
    for (_, place, route) in places {
        fresh(&mut desk, &route);
        for hint in desk.shell.top().unwrap().hints(Lang::Zh) {
            fresh(&mut desk, &route);
            let had_one = caret(&desk).is_some();
            if hint.blocked.is_some() {
                continue;
            }
            by_keys(&mut desk, &hint);
            if caret(&desk).is_some() && (!had_one || desk.shell.facing() != Facing::Page) {
                let what = format!("{place} {}", hint.name);
                taken += usize::from(typed_here(&mut desk, &what) > 0);
            }
        }
    }
    assert!(taken > 10, "only {taken} took hanzi");
}

/// Whether the end of this stands right before the caret.
fn holds(desk: &TestDesk, piece: &str) -> bool {
    let Some(at) = caret(desk) else { return false };
    let last = piece.chars().next_back();
    text_between(&desk.buffer, at.y, 0, at.x).chars().next_back() == last
}

#[test]
fn the_caret_walks_by_whole_characters() {
    let (mut desk, places) = everywhere(Lang::Zh);
    let (_, _, enrol) = places.into_iter().find(|(_, place, _)| *place == "Enrol").unwrap();
    desk.go(enrol);
    desk.keys("Tab 王小𠮷a明");
    let end = caret(&desk).unwrap();
    let mut steps = Vec::new();
    for _ in 0..5 {
        let before = caret(&desk).unwrap();
        desk.keys("Left");
        let after = caret(&desk).unwrap();
        assert_eq!(before.y, after.y);
        steps.push(before.x - after.x);
    }
    assert_eq!(steps, [2, 1, 2, 2, 2]);
    desk.keys("End");
    assert_eq!(caret(&desk), Some(end));
}
