//! Every verb, field, row, tab and list is reached by clicks alone, and a click does exactly what the key does.

use crate::commands::everywhere;
use crate::desk::TestDesk;
use crate::mouse::{click, mouse, place};
use baodao::domain::mark::MarkKind;
use baodao::text::Lang;
use baodao::ui::command::{Hint, hints};
use baodao::ui::input::{Input, MouseAct};
use baodao::ui::key::Key;
use baodao::ui::paint::Click;
use baodao::ui::screen::Route;
use baodao::ui::shell::command::COMMANDS;
use baodao::ui::shell::plain::Facing;
use baodao::ui::snapshot::text_between;
use ratatui::layout::{Rect, Size};
use ratatui::style::Modifier;
use std::collections::BTreeSet;

/// More turns of the wheel than any list is long.
const TURNS: usize = 40;

/// A fresh page, whatever was opened before.
pub fn fresh(desk: &mut TestDesk, route: &Route) {
    for _ in 0..5 {
        if desk.shell.facing() == Facing::Page {
            break;
        }
        desk.keys("Esc");
    }
    let elsewhere = if *route == Route::Courses { Route::Audit } else { Route::Courses };
    desk.go(elsewhere).go(route.clone());
}

/// What can be done on a page; a verb of the frame whose key the page has taken is left out.
fn verbs(desk: &TestDesk, lang: Lang) -> Vec<Hint> {
    let own = desk.shell.top().unwrap().hints(lang);
    let of_frame: Vec<Hint> = hints(COMMANDS, lang, |_| None)
        .into_iter()
        .filter(|hint| !own.iter().any(|taken| hint.keys.iter().any(|key| taken.keys.contains(key))))
        .collect();
    own.into_iter().chain(of_frame).collect()
}

fn text_at(desk: &TestDesk, area: Rect) -> String {
    text_between(&desk.buffer, area.y, area.left(), area.right())
}

/// The row of the palette that has this name, and this key at its end.
fn listed(desk: &TestDesk, hint: &Hint) -> Option<Rect> {
    let key = hint.keys.first().map(|key| key.label(desk.lang).into_owned()).unwrap_or_default();
    let is_it = |area: Rect| {
        let row = text_at(desk, area);
        let named = row.trim_start_matches(['>', ' ']).strip_prefix(hint.name);
        named.is_some_and(|rest| rest.is_empty() || rest.starts_with("  ")) && row.ends_with(&key)
    };
    let rows = desk.marks.clicks.iter().filter(|(_, target)| matches!(target, Click::Row(_)));
    rows.map(|(area, _)| *area).find(|area| is_it(*area))
}

/// What somebody does who has keys alone.
pub fn by_keys(desk: &mut TestDesk, hint: &Hint) {
    match hint.keys.first() {
        Some(Key::Char(c)) => {
            desk.input(&Input::text(&c.to_string()));
        }
        Some(key) => {
            desk.input(&Input::Key(*key));
        }
        None => {
            desk.keys("F9").input(&Input::text(hint.name));
            for _ in 0..TURNS {
                if listed(desk, hint).is_some_and(|area| text_at(desk, area).starts_with('>')) {
                    break;
                }
                desk.keys("Down");
            }
            desk.keys("Enter");
        }
    }
}

/// What somebody does who has a mouse alone: the bar, or else the palette.
fn by_clicks(desk: &mut TestDesk, hint: &Hint, place_name: &str) {
    let bar = desk.buffer.area.height - 1;
    let in_bar = hint.keys.first().and_then(|key| {
        let mut there = desk.marks.clicks.iter();
        there.find(|(area, target)| area.y == bar && *target == Click::Key(*key)).map(|(area, _)| *area)
    });
    if let Some(at) = in_bar {
        return mouse(desk, at, MouseAct::Click);
    }
    click(desk, Click::Key(Key::F(9)));
    for _ in 0..TURNS {
        if let Some(at) = listed(desk, hint) {
            return mouse(desk, at, MouseAct::Click);
        }
        mouse(desk, Rect::new(40, 10, 1, 1), MouseAct::WheelDown);
    }
    panic!("{place_name}: {} is not to be clicked\n{}", hint.name, desk.page);
}

/// All that somebody could see or find on file; each desk has a folder of its own.
fn all_of(desk: &TestDesk) -> (String, Vec<Modifier>, Option<Rect>, bool, Vec<String>) {
    let folder = desk.folder.path().display().to_string();
    let caret = desk.marks.caret.filter(|caret| caret.shown);
    let caret = caret.map(|caret| Rect::from((caret.at, Size::new(1, 1))));
    let styles = desk.buffer.content.iter().map(|cell| cell.modifier).collect();
    (desk.page.replace(&folder, "FOLDER"), styles, caret, desk.shell.ended(), desk.audit())
}

/// Two desks made alike: one has the keys, the other the mouse.
fn clicks_do_what_keys_do(lang: Lang) {
    let (_, places) = everywhere(lang);
    for (_, place_name, route) in places {
        let (mut keyed, mut clicked) = (everywhere(lang).0, everywhere(lang).0);
        fresh(&mut keyed, &route);
        // this page hears keys and runs nothing; only the way out is left
        let hears_all = route == Route::Keys;
        for hint in verbs(&keyed, lang) {
            if hears_all && hint.keys.first() != Some(&Key::Esc) {
                continue;
            }
            for desk in [&mut keyed, &mut clicked] {
                fresh(desk, &route);
            }
            by_keys(&mut keyed, &hint);
            by_clicks(&mut clicked, &hint, place_name);
            for desk in [&mut keyed, &mut clicked] {
                desk.copied();
            }
            let (by_key, by_click) = (all_of(&keyed), all_of(&clicked));
            assert!(
                by_key == by_click,
                "{place_name}: {} by key\n{}\nby mouse\n{}\n{:?}\n{:?}",
                hint.name,
                by_key.0,
                by_click.0,
                by_key.4,
                by_click.4
            );
            if keyed.shell.ended() {
                (keyed, clicked) = (everywhere(lang).0, everywhere(lang).0);
            }
        }
    }
}

#[test]
fn a_click_does_what_the_key_does_in_chinese() {
    clicks_do_what_keys_do(Lang::Zh);
}

#[test]
fn a_click_does_what_the_key_does_in_english() {
    clicks_do_what_keys_do(Lang::En);
}

/// The field in which the caret stands.
fn focused(desk: &TestDesk) -> Option<usize> {
    let caret = desk.marks.caret.filter(|caret| caret.shown)?;
    desk.marks.clicks.iter().rev().find_map(|(area, target)| match target {
        Click::Field(nth) if area.contains(caret.at) => Some(*nth),
        _ => None,
    })
}

fn fields_in_sight(desk: &TestDesk) -> Vec<usize> {
    let fields = desk.marks.clicks.iter().filter_map(|(area, target)| match target {
        Click::Field(nth) if area.area() > 0 => Some(*nth),
        _ => None,
    });
    fields.collect()
}

/// From one field in sight to the next, each clicked; what comes into sight is clicked too.
fn click_fields(desk: &mut TestDesk, lists: &mut BTreeSet<String>, what: &str) -> BTreeSet<usize> {
    let mut done = BTreeSet::new();
    loop {
        let next = fields_in_sight(desk).into_iter().find(|nth| !done.contains(nth));
        let Some(nth) = next else { return done };
        click(desk, Click::Field(nth));
        assert_eq!(focused(desk), Some(nth), "{what}\n{}", desk.page);
        done.insert(nth);
        opens_its_list(desk, nth, lists, what);
    }
}

/// A double click opens the list, the wheel shows all of it, and its last row is taken by clicks; the field is
/// clicked again, because taking goes on to the next.
fn opens_its_list(desk: &mut TestDesk, nth: usize, lists: &mut BTreeSet<String>, what: &str) {
    let at = place(desk, Click::Field(nth)).unwrap();
    mouse(desk, at, MouseAct::DoubleClick);
    if desk.shell.facing() != Facing::Items {
        return;
    }
    // the same list under other fields and pages is read once
    let title = desk.page.lines().find(|line| line.contains("+- ")).unwrap_or_default().to_owned();
    if !lists.insert(title) {
        return click(desk, Click::Key(Key::Esc));
    }
    let (before, mut seen) = (desk.page.clone(), BTreeSet::new());
    click_rows(desk, MouseAct::WheelDown, &mut seen, what);
    let first = seen.first().copied().unwrap_or_default();
    let all: BTreeSet<usize> = (first..first + seen.len()).collect();
    assert_eq!(seen, all, "{what}\n{before}");
    if seen.is_empty() {
        click(desk, Click::Key(Key::Esc));
    } else {
        let (area, _) = rows_in_sight(desk)[0];
        mouse(desk, area, MouseAct::DoubleClick);
    }
    assert_eq!(desk.shell.facing(), Facing::Page, "{what}\n{}", desk.page);
}

#[test]
fn every_field_and_every_row_of_its_list_is_reached() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        let mut lists = BTreeSet::new();
        for (_, place_name, route) in places {
            fresh(&mut desk, &route);
            let had_fields = !fields_in_sight(&desk).is_empty();
            let mut ways: Vec<Option<Hint>> =
                desk.shell.top().unwrap().hints(lang).into_iter().map(Some).collect();
            // a verb may open a form over its page
            ways.retain(|way| !had_fields && way.as_ref().is_some_and(|hint| hint.blocked.is_none()));
            ways.insert(0, None);
            for way in ways {
                fresh(&mut desk, &route);
                if let Some(hint) = &way {
                    by_keys(&mut desk, hint);
                }
                if fields_in_sight(&desk).is_empty() || desk.shell.facing() != Facing::Page {
                    continue;
                }
                let what = format!("{place_name} {}", way.map_or("", |hint| hint.name));
                let mut by_tab = BTreeSet::new();
                for _ in 0..TURNS {
                    let here = focused(&desk);
                    if here.is_some_and(|field| by_tab.contains(&field)) {
                        break;
                    }
                    by_tab.extend(here);
                    desk.keys("Tab");
                }
                let by_mouse = click_fields(&mut desk, &mut lists, &what);
                assert!(by_mouse.is_superset(&by_tab), "{what}: {by_tab:?} {by_mouse:?}\n{}", desk.page);
            }
        }
    }
}

fn rows_in_sight(desk: &TestDesk) -> Vec<(Rect, usize)> {
    let rows = desk.marks.clicks.iter().filter_map(|(area, target)| match target {
        Click::Row(row) if area.area() > 0 => Some((*area, *row)),
        _ => None,
    });
    rows.collect()
}

/// The first columns carry the sign of the chosen row; in a grid the chosen cell is turned over as well.
fn is_chosen(desk: &TestDesk, row: usize) -> bool {
    let is_turned =
        |area: Rect| area.positions().any(|at| desk.buffer[at].modifier.contains(Modifier::REVERSED));
    rows_in_sight(desk).into_iter().any(|(area, one)| one == row && is_turned(area))
}

/// Clicks whatever row comes into sight, and turns the wheel until nothing new does.
fn click_rows(desk: &mut TestDesk, wheel: MouseAct, seen: &mut BTreeSet<usize>, what: &str) {
    let mut idle = 0;
    while idle < 4 {
        let before = seen.len();
        for (_, row) in rows_in_sight(desk) {
            // a click may have moved what was in sight
            if place(desk, Click::Row(row)).is_some() && seen.insert(row) {
                click(desk, Click::Row(row));
                assert!(is_chosen(desk, row), "{what}: row {row}\n{}", desk.page);
            }
        }
        idle = if seen.len() > before { 0 } else { idle + 1 };
        mouse(desk, Rect::new(40, 10, 1, 1), wheel);
    }
}

#[test]
fn every_row_is_chosen_by_a_click() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        for (_, place_name, route) in places {
            fresh(&mut desk, &route);
            desk.resize(Size::new(80, 200));
            let all: BTreeSet<usize> = rows_in_sight(&desk).into_iter().map(|(_, row)| row).collect();
            desk.resize(Size::new(80, 24));
            let mut seen = BTreeSet::new();
            for wheel in [MouseAct::WheelDown, MouseAct::WheelUp] {
                click_rows(&mut desk, wheel, &mut seen, place_name);
            }
            assert!(seen.is_superset(&all), "{place_name}: {all:?} {seen:?}\n{}", desk.page);
        }
    }
}

#[test]
fn every_tab_is_shown_by_a_click() {
    for lang in Lang::ALL {
        let (mut desk, places) = everywhere(lang);
        let (_, _, class) = places.iter().find(|(_, place, _)| *place == "One class").unwrap();
        fresh(&mut desk, class);
        let mut by_keys = BTreeSet::new();
        for _ in 0..6 {
            by_keys.insert(desk.page.clone());
            desk.keys("Tab");
        }
        let mut by_clicks = BTreeSet::from([desk.page.clone()]);
        for nth in 0..6 {
            if place(&desk, Click::Target(nth)).is_some() {
                click(&mut desk, Click::Target(nth));
                by_clicks.insert(desk.page.clone());
            }
        }
        let differ: Vec<&String> = by_keys.symmetric_difference(&by_clicks).collect();
        assert!(differ.is_empty(), "{}", differ[0]);
        assert!(by_keys.len() > 1);
    }
}

#[test]
fn a_whole_roll_is_taken_with_the_mouse() {
    let (desk, places) = everywhere(Lang::Zh);
    let mut desk = desk.restarted("2026-09-07 08:47");
    let (_, _, roll) = places.iter().find(|(_, place, _)| *place == "Roll").unwrap();
    let Route::Roll(session) = roll else { panic!() };
    let verb = |desk: &mut TestDesk, name: &str| {
        let hint = verbs(desk, Lang::Zh).into_iter().find(|hint| hint.name == name).unwrap();
        by_clicks(desk, &hint, name);
    };
    // from the class, as somebody goes who has no keys at all
    click(&mut desk, Click::Key(Key::F(9)));
    let menu = Hint { keys: &[], name: "班次", help: "", in_bar: false, blocked: None };
    let at = loop {
        if let Some(at) = listed(&desk, &menu) {
            break at;
        }
        mouse(&mut desk, Rect::new(40, 10, 1, 1), MouseAct::WheelDown);
    };
    mouse(&mut desk, at, MouseAct::Click);
    let at = place(&desk, Click::Row(0)).unwrap();
    mouse(&mut desk, at, MouseAct::DoubleClick);
    desk.shows("班次 > QZ-01").shows("课程表");
    let at = place(&desk, Click::Row(0)).unwrap();
    mouse(&mut desk, at, MouseAct::DoubleClick);
    desk.shows("QZ-01 > 点名").shows("未点 5");
    verb(&mut desk, "未点全到");
    desk.shows("未点 0");
    click(&mut desk, Click::Row(2));
    verb(&mut desk, "缺");
    desk.shows("缺 1");
    verb(&mut desk, "点完");
    desk.shows("点名完成");
    click(&mut desk, Click::Key(Key::Esc));
    desk.shows("班次 > QZ-01");
    let taken = desk.desk.roll(*session).unwrap();
    assert_eq!((taken.count(MarkKind::Present), taken.count(MarkKind::Absent)), (4, 1));
    desk.is_sound();
}
