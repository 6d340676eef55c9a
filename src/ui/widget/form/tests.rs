//! How a form behaves under the keys of a clerk, and that its caret is where the input method needs it.

use super::*;
use crate::ui::paint::{Marks, Paint};
use crate::ui::snapshot::buffer_to_text;
use crate::ui::theme::Theme;
use crate::ui::widget::place::Near;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Id {
    Name,
    Phone,
    Level,
}

const SPECS: &[Spec<Id>] = &[
    Spec {
        id: Id::Name,
        label: text::shell::palette,
        kind: Kind::Name,
        width: 12,
        help: text::shell::more_about,
        required: true,
    },
    Spec {
        id: Id::Phone,
        label: text::shell::search,
        kind: Kind::Phone,
        width: 11,
        help: text::shell::search_about,
        required: false,
    },
    Spec {
        id: Id::Level,
        label: text::today::title,
        kind: Kind::Choice,
        width: 8,
        help: text::shell::help_about,
        required: false,
    },
];

fn form() -> Form<Id> {
    let mut form = Form::new(SPECS);
    form.set_choices(Id::Level, vec![Choice::new("5", "五级"), Choice::new("4", "四级")]);
    form
}

fn type_in(form: &mut Form<Id>, script: &str) {
    for input in Input::script(script) {
        form.input(&input, Lang::Zh);
    }
}

fn drawn(form: &Form<Id>, cols: u16, rows: u16) -> (String, Marks) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, cols, rows));
    let mut marks = Marks::default();
    form.view(&mut Paint::new(&mut buffer, &mut marks, &Theme::mono().distrusting(false), Lang::Zh));
    (buffer_to_text(&buffer), marks)
}

#[test]
fn enter_walks_and_never_submits() {
    let mut form = form();
    type_in(&mut form, "王小明 Enter 138 0000 Enter");
    assert_eq!(form.focused(), Id::Level);
    assert_eq!(
        form.values().collect::<Vec<_>>(),
        [(Id::Name, "王小明"), (Id::Phone, "1380000"), (Id::Level, "")]
    );
    type_in(&mut form, "Enter Enter");
    assert_eq!(form.focused(), Id::Level);
    type_in(&mut form, "Tab");
    assert_eq!(form.focused(), Id::Name);
}

#[test]
fn text_that_no_field_of_its_kind_takes_is_not_swallowed_in_silence() {
    let mut form = form();
    form.focus(Id::Phone);
    type_in(&mut form, "王小明");
    let (page, _) = drawn(&form, 60, 6);
    assert!(page.contains("! 这一栏只收数字") && !form.has_faults(), "{page}");
    type_in(&mut form, "1");
    assert!(!drawn(&form, 60, 6).0.contains("只收数字"));
    type_in(&mut form, "王 Tab");
    assert!(!drawn(&form, 60, 6).0.contains("只收数字"), "it was said where it was typed");
    assert_eq!(form.get(Id::Phone), "1");
    form.focus(Id::Phone);
    type_in(&mut form, "王");
    form.clear();
    assert!(!drawn(&form, 60, 6).0.contains("只收数字"), "it was said of somebody else");
}

#[test]
fn a_list_gives_its_key_and_shows_its_label() {
    let mut form = form();
    form.focus(Id::Level);
    assert!(matches!(form.input(&Input::Key(Key::F(4)), Lang::Zh), FormEvent::Ask(_)));
    assert!(matches!(form.input(&Input::text(" "), Lang::Zh), FormEvent::Ask(_)));
    let answer = Answer { tag: TAG, said: Said::Picked(1) };
    assert!(matches!(form.answered(&answer), FormEvent::Changed(Id::Level)));
    assert_eq!((form.get(Id::Level), form.shown(Id::Level)), ("4", "四级"));
    form.set(Id::Level, "5");
    assert_eq!(form.shown(Id::Level), "五级");
}

#[test]
fn only_real_changes_are_dirty() {
    let mut form = form();
    assert!(!form.is_dirty());
    type_in(&mut form, "王 Backspace");
    assert!(!form.is_dirty());
    type_in(&mut form, "王");
    assert!(form.is_dirty());
    form.mark_saved();
    assert!(!form.is_dirty());
}

#[test]
fn the_record_before_can_be_copied() {
    let mut form = form();
    form.set_previous(Id::Name, "李秀兰");
    form.set_previous(Id::Level, "4");
    type_in(&mut form, "Ctrl+D");
    assert_eq!((form.get(Id::Name), form.focused()), ("李秀兰", Id::Phone));
    type_in(&mut form, "Enter Ctrl+D");
    assert_eq!((form.get(Id::Level), form.shown(Id::Level)), ("4", "四级"));
}

#[test]
fn faults_stand_beside_their_field_and_go_when_it_is_touched() {
    let mut form = form();
    form.set(Id::Name, "王");
    form.carry(Id::Level, "5");
    form.set_faults([(Id::Phone, "缺一位".to_owned())]);
    assert_eq!(form.focused(), Id::Phone);
    let (page, marks) = drawn(&form, 50, 4);
    assert_eq!(page, "  * 命令  王\n>   查找  ___________  ! 缺一位\n    今日 =五级\n\n");
    let caret = marks.caret.expect("a form with focus has a caret");
    assert_eq!((caret.at.x, caret.at.y, caret.shown), (10, 1, true));
    let (narrow, _) = drawn(&form, 24, 5);
    assert!(narrow.contains("\n          ! 缺一位\n"), "{narrow}");
    type_in(&mut form, "1");
    assert!(!form.has_faults());
}

#[test]
fn the_focused_field_is_in_sight_on_a_low_surface() {
    let mut form = form();
    form.focus(Id::Level);
    let (page, marks) = drawn(&form, 40, 1);
    assert!(page.contains("今日"), "{page}");
    assert_eq!(marks.caret.map(|caret| caret.at.y), Some(0));
}

#[test]
fn a_hidden_field_is_passed_over_and_a_note_stands_beside_its_value() {
    let mut form = form();
    form.hide(Id::Phone, true);
    form.note(Id::Name, "女 38岁");
    type_in(&mut form, "王 Enter");
    assert_eq!(form.focused(), Id::Level);
    type_in(&mut form, "Up");
    assert_eq!(form.focused(), Id::Name);
    let (page, _) = drawn(&form, 50, 3);
    assert_eq!(page, "> * 命令  王__________  女 38岁\n    今日\n\n");
}

const COUNTY: &[Spec<()>] = &[Spec {
    id: (),
    label: text::shell::palette,
    kind: Kind::Place,
    width: 40,
    help: text::shell::help_about,
    required: false,
}];

#[test]
fn a_place_is_proposed_until_something_stands_there_and_taken_only_with_its_key() {
    let near = |lang| Near { lang, home: None, takes_unknown: false };
    let mut form = Form::new(COUNTY);
    form.set_places((), near(Lang::Zh));
    form.propose((), "140902");
    let typed = |form: &mut Form<()>, script: &str| {
        Input::script(script).iter().for_each(|input| drop(form.input(input, Lang::Zh)));
    };
    typed(&mut form, "Enter Tab Left");
    assert_eq!((form.get(()), form.is_dirty()), ("", false), "walking over it takes nothing");
    typed(&mut form, "Right");
    assert_eq!((form.get(()), form.shown(())), ("140902", "山西省忻州市忻府区"));
    form.set_places((), near(Lang::En));
    assert_eq!((form.get(()), form.shown(())), ("140902", "Xinfu District, Xinzhou City, Shanxi Province"));
    typed(&mut form, "End Backspace");
    assert_eq!(form.get(()), "", "half the name of a place is none");
    typed(&mut form, "Ctrl+Z");
    assert_eq!(form.get(()), "140902");
    form.propose((), "");
    typed(&mut form, "Backspace Right");
    assert_eq!(form.get(()), "");
    let FormEvent::Ask(mut dialog) = form.input(&Input::text("panyuqu"), Lang::En) else { panic!("no list") };
    let answer = dialog.input(&Input::Key(Key::Enter), crate::ui::widget::picker::contains).unwrap();
    form.answered(&answer);
    assert_eq!(form.get(()), "440113");
}
