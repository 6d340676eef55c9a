//! A yes acts on what was asked about, whatever another program wrote while the question was open.

use crate::app::operators::{draft, guard};
use crate::desk::{TestDesk, class, on_file, opened, person, seated};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::app::shift::plan_of;
use baodao::domain::calendar::{Slot, parse_day};
use baodao::domain::class::{SessionKind, SessionPlan};
use baodao::domain::hours::ClassHours;
use baodao::domain::ids::{ClassId, TraineeId};
use baodao::domain::operator::{Pin, Role};
use baodao::domain::person::TraineeDraft;
use baodao::text::Lang;
use baodao::ui::event::Event;
use baodao::ui::screen::{EnrolWanted, Route};
use std::cell::Cell;
use std::collections::BTreeMap;

fn other(desk: &TestDesk) -> Desk {
    Desk::open(&desk.folder.path().join("data"), opened("2026-09-07 09:10")).unwrap()
}

/// What the watcher of the file does.
fn told(desk: &mut TestDesk) {
    desk.turn(|shell, turn| shell.handle(Event::Elsewhere, turn));
}

#[test]
fn an_act_that_was_taken_back_meanwhile_is_not_mistaken_for_the_one_before() {
    for lang in Lang::ALL {
        let mut desk = TestDesk::prepared(lang, 80, 24, |desk| {
            let class = class(desk, "QZ-01");
            seated(desk, class, 3);
        })
        .restarted("2026-09-07 09:00");
        let newest = desk.desk.undoable().unwrap().unwrap().id;
        desk.keys("Ctrl+Z").shows("赵拴柱");
        other(&desk).undo(newest).unwrap();
        told(&mut desk);
        desk.keys("F8");
        let said = ["已经撤销过了", "was undone before"];
        assert!(said.iter().any(|words| desk.page.contains(words)), "{}", desk.page);
        assert_eq!(desk.audit().iter().filter(|verb| *verb == "undo").count(), 1);
        // the page names the one before by now
        desk.shows("李秀兰").is_sound();
    }
}

#[test]
fn a_draft_that_was_not_asked_about_stays() {
    for lang in Lang::ALL {
        let draft = |name: &str| BTreeMap::from([("name".to_owned(), name.to_owned())]);
        let mut desk = TestDesk::prepared(lang, 80, 24, |desk| {
            desk.keep_draft("enrol", &draft("王新来")).unwrap();
        });
        desk.keys("Home Del").shows("王新来");
        other(&desk).keep_draft("enrol", &draft("周又来")).unwrap();
        told(&mut desk);
        desk.keys("F8");
        let said = ["没有丢弃", "nothing was dropped"];
        assert!(said.iter().any(|words| desk.page.contains(words)), "{}", desk.page);
        assert_eq!(desk.desk.draft("enrol").unwrap().unwrap().fields, draft("周又来"));
        desk.keys("Home Del F8");
        assert_eq!(desk.desk.draft("enrol").unwrap(), None);
    }
}

fn plan(topic: &str) -> SessionPlan {
    SessionPlan {
        day: parse_day("2026-09-07").unwrap(),
        slot: Slot::parse("19:00-20:30").unwrap(),
        hours: ClassHours::new(2),
        kind: SessionKind::Theory,
        instructor: String::new(),
        room: String::new(),
        topic: topic.into(),
    }
}

/// The question about cancelling the evening lesson is open.
fn cancelling() -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        id.set(class(desk, "QZ-01"));
        desk.add_session(id.get(), plan("")).unwrap();
    });
    desk.go(Route::Class(id.get())).keys("Home Down Down Del").shows("停课原因：").shows("19:00");
    (desk, id.get())
}

#[test]
fn a_session_that_went_is_not_mistaken_for_its_neighbour() {
    let (mut desk, class) = cancelling();
    let mut other = other(&desk);
    let newest = other.undoable().unwrap().unwrap().id;
    other.undo(newest).unwrap();
    told(&mut desk);
    desk.keys("停电 Enter").shows("! ");
    assert!(desk.desk.sessions(class).unwrap().iter().all(|session| session.cancelled.is_none()));
    desk.is_sound();
}

#[test]
fn a_session_that_was_changed_meanwhile_is_stale() {
    let (mut desk, class) = cancelling();
    let session = desk.desk.sessions(class).unwrap()[2].clone();
    other(&desk).change_session(session.id, session.version, plan("消防"), "").unwrap();
    told(&mut desk);
    desk.keys("停电 Enter").shows("刚被别人改过");
    assert!(desk.desk.sessions(class).unwrap().iter().all(|session| session.cancelled.is_none()));
    desk.keys("Del 停电 Enter").shows("停课：");
    desk.is_sound();
}

#[test]
fn the_copy_that_was_asked_about_is_put_back() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        on_file(desk, 0);
        desk.backup(None).unwrap();
        // of the same second as the first
        on_file(desk, 1);
        desk.backup(None).unwrap();
        on_file(desk, 2);
    });
    let acts = |desk: &TestDesk| {
        let line = desk.page.lines().find(|line| line.trim_start().starts_with('>')).unwrap_or_default();
        line.split_whitespace().nth(3).unwrap_or_default().to_owned()
    };
    desk.go(Route::Restore).keys("Home");
    let first = acts(&desk);
    desk.keys("Down");
    assert_ne!(acts(&desk), first);
    let chosen = acts(&desk);
    desk.keys("F5");
    assert_eq!(acts(&desk), chosen, "two copies of one moment are two");
    desk.keys("Enter");
    // a newer copy comes, and the chosen row is another if it is only counted
    let copies: Vec<_> = desk.desk.backups().unwrap().into_iter().map(|copy| copy.path).collect();
    let asked =
        copies.iter().find(|path| path.to_string_lossy().contains(&format!("-{chosen:0>6}"))).unwrap();
    let kept = desk.folder.path().join("kept.db");
    std::fs::rename(asked, &kept).unwrap();
    on_file(&mut other(&desk), 3);
    told(&mut desk);
    desk.keys("F8").hides("已恢复");
    std::fs::rename(&kept, asked).unwrap();
    desk.is_sound();
}

#[test]
fn the_act_that_was_asked_about_is_taken_back() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        on_file(desk, 0);
        let class = class(desk, "QZ-01");
        let sessions = desk.sessions(class).unwrap();
        // as many acts as a page of the audit reads
        for nth in 0..200 {
            let session = desk.session(sessions[0].id).unwrap();
            let topic = SessionPlan { topic: format!("第{nth}次"), ..plan_of(&session) };
            desk.change_session(session.id, session.version, topic, "").unwrap();
        }
    });
    desk.go(Route::Audit).keys("End End Up Del").shows("建档 王建国");
    let asked = desk.desk.acts(None, 500).unwrap().iter().rev().nth(1).unwrap().id;
    let mut other = other(&desk);
    for nth in 1..4 {
        on_file(&mut other, nth);
    }
    told(&mut desk);
    desk.keys("F8");
    let undone = desk.desk.act_row(asked).unwrap().unwrap();
    assert!(undone.undone_by.is_some(), "{}", desk.page);
}

#[test]
fn an_operator_who_was_changed_meanwhile_is_stale() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, guard).restarted("2026-09-07 08:47");
    desk.keys("Esc 2 271828").go(Route::Operators).keys("Home Del").shows("王芳");
    let mut other = other(&desk);
    let head = other.operator_named("赵校长").unwrap();
    other.act_as("赵校长");
    other.sign_in(&head, Some(&Pin::parse("271828").unwrap())).unwrap();
    let row = other.operator_named("王芳").unwrap();
    other.change_operator(row.id, row.version, &draft("王芳", Role::Auditor, None)).unwrap();
    told(&mut desk);
    desk.keys("F8").shows("刚被别人改过");
    let row = desk.desk.operator_named("王芳").unwrap();
    assert!(!row.credential.unwrap().retired);
}

/// Somebody on file is called otherwise from now on.
fn rename(desk: &mut Desk, id: TraineeId, name: &str) {
    let row = desk.person(id).unwrap().row;
    let draft = TraineeDraft { name: name.into(), ..draft_of(&row.trainee) };
    let who = Who::Known { id, version: row.version, draft };
    let (statuses, category) = (Vec::new(), String::new());
    desk.register(&Registration { who, statuses, class: None, joined: None, category }).unwrap();
}

#[test]
fn whoever_was_named_in_the_list_is_opened() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let namesake = [4, 5].map(|nth| on_file(desk, nth))[1];
        rename(desk, namesake, &person(4).name);
    });
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Enter 张伟");
    let typed = TraineeDraft { name: "张伟".into(), ..TraineeDraft::default() };
    let alike: Vec<TraineeId> =
        desk.desk.check_person(&typed, None).unwrap().alike.iter().map(|alike| alike.row.id).collect();
    assert_eq!(alike.len(), 2);
    desk.keys("F2").shows("疑似同人");
    rename(&mut other(&desk), alike[0], "周改名");
    told(&mut desk);
    desk.keys("Enter").shows("已打开周改名的档案");
}
