//! The mouse: everything can be clicked, and nothing needs it.

use crate::commands::everywhere;
use crate::desk::TestDesk;
use baodao::text::Lang;
use baodao::ui::input::{Input, Mouse, MouseAct};
use baodao::ui::key::Key;
use baodao::ui::paint::Click;
use baodao::ui::screen::Route;
use ratatui::layout::Rect;

pub fn mouse(desk: &mut TestDesk, at: Rect, act: MouseAct) {
    desk.input(&Input::Mouse(Mouse { x: at.x, y: at.y, act }));
}

/// Where something with this meaning is drawn.
pub fn place(desk: &TestDesk, click: Click) -> Option<Rect> {
    desk.marks.clicks.iter().rev().find(|(area, one)| *one == click && area.area() > 0).map(|(area, _)| *area)
}

#[track_caller]
pub fn click(desk: &mut TestDesk, target: Click) {
    let at = place(desk, target).unwrap_or_else(|| panic!("{target:?} is not on\n{}", desk.page));
    mouse(desk, at, MouseAct::Click);
}

#[test]
fn lists_of_fields_and_boxes_are_answered_by_clicks() {
    let (mut desk, _) = everywhere(Lang::Zh);
    desk.go(Route::Settings);
    let language = (0..9)
        .map(Click::Field)
        .find(|field| place(&desk, *field).is_some_and(|at| desk.line(at.y.into()).contains("语言")))
        .unwrap();
    let at = place(&desk, language).unwrap();
    mouse(&mut desk, at, MouseAct::DoubleClick);
    desk.shows("打字筛选");
    let english = place(&desk, Click::Row(2)).unwrap();
    mouse(&mut desk, english, MouseAct::DoubleClick);
    desk.hides("打字筛选").shows("English");
    mouse(&mut desk, at, MouseAct::DoubleClick);
    click(&mut desk, Click::Key(Key::Esc));
    desk.hides("打字筛选");
    desk.keys("F1");
    click(&mut desk, Click::Key(Key::Esc));
    desk.hides("帮助：");
}

#[test]
fn the_mouse_is_given_back_to_the_terminal() {
    let (mut desk, _) = everywhere(Lang::Zh);
    assert!(desk.shell.wants_mouse());
    desk.keys("F9 关闭鼠标 Enter").shows("鼠标已关闭");
    assert!(!desk.shell.wants_mouse());
    desk.keys("F9 关闭鼠标 Enter").shows("鼠标已打开");
    assert!(desk.shell.wants_mouse());
}

#[test]
fn the_wheel_walks_rows_and_leaves_forms_alone() {
    let (mut desk, _) = everywhere(Lang::Zh);
    desk.go(Route::Courses);
    let middle = Rect::new(40, 10, 1, 1);
    let chosen = |desk: &TestDesk| desk.page.lines().position(|line| line.starts_with(" >")).unwrap();
    let before = chosen(&desk);
    mouse(&mut desk, middle, MouseAct::WheelDown);
    assert_eq!(chosen(&desk), before + 3);
    desk.go(Route::ClassForm(baodao::ui::screen::ClassWanted::default()));
    let before = desk.caret_line().map(str::to_owned);
    mouse(&mut desk, middle, MouseAct::WheelDown);
    assert_eq!(desk.caret_line().map(str::to_owned), before);
}
