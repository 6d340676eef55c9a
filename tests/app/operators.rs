//! Operators: who may do what once somebody has a PIN, who gets in, and who stays out for how long.

use crate::desk::{class, desk_at, opened, person, seated};
use baodao::app::enrol::{Registration, Who};
use baodao::app::operators::{NewPin, OperatorDraft, OperatorFault, Refusal};
use baodao::app::settings::Settings;
use baodao::app::{Chance, Desk, Opened, Outcome, Trouble};
use baodao::domain::calendar::{Slot, Weekdays};
use baodao::domain::class::{ClassDraft, SessionPlan};
use baodao::domain::ids::{ClassId, SessionId};
use baodao::domain::mark::{Layer, LeaveKind, Mark};
use baodao::domain::operator::{Pin, Right, Role};
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const HEAD: &str = "赵校长";
const CLERK: &str = "王芳";
const TEACHER: &str = "李师傅";
const AUDITOR: &str = "钱会计";

pub fn draft(name: &str, role: Role, pin: Option<&str>) -> OperatorDraft {
    let pin = pin.map_or(NewPin::Keep, |text| NewPin::Set(Pin::choose(text).unwrap()));
    OperatorDraft { name: name.into(), role, pin }
}

/// A head, a clerk, an instructor and an auditor who needs no PIN.
pub fn guard(desk: &mut Desk) {
    desk.add_operator(&draft(HEAD, Role::Head, Some("271828"))).unwrap();
    enter(desk, HEAD, Some("271828")).unwrap();
    desk.add_operator(&draft(CLERK, Role::Desk, Some("314159"))).unwrap();
    desk.add_operator(&draft(TEACHER, Role::Instructor, Some("141421"))).unwrap();
    desk.add_operator(&draft(AUDITOR, Role::Auditor, None)).unwrap();
}

fn enter(desk: &mut Desk, name: &str, typed: Option<&str>) -> Outcome<()> {
    let row = desk.operator_named(name)?;
    desk.sign_in(&row, typed.map(|text| Pin::parse(text).unwrap()).as_ref())
}

#[track_caller]
fn refused(outcome: Outcome<()>) -> Refusal {
    match outcome {
        Err(Trouble::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn everybody_changes_their_own_pin_and_nobody_elses() {
    let (mut desk, _folder, _) = guarded();
    let pin = |text: &str| Pin::parse(text).unwrap();
    assert!(matches!(desk.change_own_pin(&pin("141421"), &pin("161803")), Err(Trouble::SignIn)));
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    let wrong = desk.change_own_pin(&pin("271828"), &pin("161803"));
    assert_eq!(refused(wrong), Refusal::Wrong { left: 2 });
    desk.change_own_pin(&pin("141421"), &pin("161803")).unwrap();
    assert_eq!(refused(enter(&mut desk, TEACHER, Some("141421"))), Refusal::Wrong { left: 2 });
    enter(&mut desk, TEACHER, Some("161803")).unwrap();
    assert_eq!(desk.role().unwrap(), Some(Role::Instructor));
    enter(&mut desk, AUDITOR, None).unwrap();
    let none = desk.change_own_pin(&pin("161803"), &pin("271829"));
    assert!(matches!(none, Err(Trouble::Operator(OperatorFault::NoPin))));
    assert_eq!(desk.verify().unwrap().faults, []);
}

/// A class of 李师傅 with five people and one of 王师傅 with one; the centre is guarded.
fn guarded() -> (Desk, TempDir, [ClassId; 2]) {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let own = class(&mut desk, "QZ-01");
    seated(&mut desk, own, 5);
    let other = ClassDraft {
        code: "KD-01".into(),
        course: "2022/4-02-07-08/5".into(),
        start: "2026-09-07".into(),
        end: "2026-09-18".into(),
        hours: "80".into(),
        instructor: "王师傅".into(),
        ..ClassDraft::default()
    };
    let other = desk.add_class(&other).unwrap();
    let slots = [Slot::parse("08:30-12:00").unwrap(), Slot::parse("14:00-17:30").unwrap()];
    desk.fill_timetable(other, Weekdays::parse("mon-fri").unwrap(), &slots).unwrap();
    let who = Who::New(person(7));
    let registration = Registration {
        who,
        statuses: Vec::new(),
        class: Some(other),
        joined: None,
        category: "returnee".into(),
    };
    desk.register(&registration).unwrap();
    guard(&mut desk);
    drop(desk);
    (at(folder.path(), "2026-09-07 08:47"), folder, [own, other])
}

fn at(folder: &Path, time: &str) -> Desk {
    Desk::open(&folder.join("data"), Opened { chance: Chance::System, ..opened(time) }).unwrap()
}

fn first_session(desk: &Desk, class: ClassId) -> SessionId {
    desk.sessions(class).unwrap()[0].id
}

fn take(desk: &mut Desk, class: ClassId) -> Outcome<usize> {
    let session = first_session(desk, class);
    desk.mark_unmarked(session, Mark::PRESENT, "签到表第3页")
}

#[test]
fn an_open_centre_lets_everybody_do_everything() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    desk.add_operator(&draft(TEACHER, Role::Instructor, None)).unwrap();
    enter(&mut desk, TEACHER, None).unwrap();
    assert!(!desk.guard().is_guarded && !desk.needs_sign_in());
    class(&mut desk, "QZ-01");
    let acts = desk.acts(None, 9).unwrap();
    assert_eq!(acts[0].operator, TEACHER);
    assert!(acts.iter().all(|act| act.verb != "sign-in"), "a name is no sign-in");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn the_first_pin_is_that_of_a_head() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    let refused = desk.add_operator(&draft(CLERK, Role::Desk, Some("314159"))).unwrap_err();
    assert!(matches!(refused, Trouble::Operator(OperatorFault::HeadFirst)));
    // who sets the PIN of the name under which they act is in already
    let row = desk.operator_named(CLERK).unwrap();
    desk.change_operator(row.id, row.version, &draft(CLERK, Role::Head, Some("314159"))).unwrap();
    assert!(desk.guard().is_guarded && !desk.needs_sign_in());
    class(&mut desk, "QZ-01");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn in_a_guarded_centre_only_who_signed_in_acts() {
    let (mut desk, folder, classes) = guarded();
    assert!(desk.needs_sign_in());
    assert!(matches!(take(&mut desk, classes[0]), Err(Trouble::SignIn)));
    assert_eq!(refused(enter(&mut desk, CLERK, None)), Refusal::PinNeeded);
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    assert_eq!(take(&mut desk, classes[0]).unwrap(), 5);
    // a name that nobody gave a role is nobody
    let unknown = Opened { operator: Some("路人".into()), ..opened("2026-09-07 08:47") };
    let mut other = Desk::open(&folder.path().join("data"), unknown).unwrap();
    assert!(matches!(take(&mut other, classes[1]), Err(Trouble::SignIn)));
    assert!(other.operators().unwrap().iter().all(|row| row.name != "路人"), "nor put on file");
    assert_eq!(other.today_page().unwrap().sessions.len(), 4, "reading is free");
}

#[test]
fn who_needs_no_pin_gets_in_by_name() {
    let (mut desk, _folder, classes) = guarded();
    enter(&mut desk, AUDITOR, None).unwrap();
    let refused = take(&mut desk, classes[0]).unwrap_err();
    assert!(matches!(refused, Trouble::NotAllowed { role: Role::Auditor, right: Right::OwnRolls }));
    assert_eq!(desk.acts(None, 1).unwrap()[0].verb, "sign-in");
}

#[test]
fn an_instructor_marks_their_own_classes_today() {
    let (mut desk, folder, classes) = guarded();
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert_eq!(take(&mut desk, classes[0]).unwrap(), 5);
    match take(&mut desk, classes[1]) {
        Err(Trouble::NotOwnClass(whose)) => assert_eq!(whose, "王师傅"),
        other => panic!("{other:?}"),
    }
    let who = Who::New(person(9));
    let registration =
        Registration { who, statuses: Vec::new(), class: None, joined: None, category: String::new() };
    assert!(matches!(desk.register(&registration), Err(Trouble::NotAllowed { right: Right::People, .. })));
    let settings = desk.settings().unwrap();
    let changed = Settings { centre: "别的学校".into(), ..settings };
    assert!(matches!(desk.change_settings(&changed), Err(Trouble::NotAllowed { right: Right::Manage, .. })));
    drop(desk);
    // the next day the roll of the first is a past day
    let mut desk = at(folder.path(), "2026-09-08 08:47");
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    let session = first_session(&desk, classes[0]);
    let people = desk.class_view(classes[0]).unwrap().enrolments;
    let correct = |desk: &mut Desk| desk.mark(session, &[people[0].id], Mark::Absent, "签到表第3页");
    assert!(matches!(correct(&mut desk), Err(Trouble::NotAllowed { right: Right::PastDays, .. })));
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    correct(&mut desk).unwrap();
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn on_the_day_the_office_corrects_with_a_reason_and_its_word_stands() {
    let (mut desk, _folder, classes) = guarded();
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    take(&mut desk, classes[0]).unwrap();
    let session = first_session(&desk, classes[0]);
    let people = desk.class_view(classes[0]).unwrap().enrolments;
    let layer = |desk: &Desk, nth: usize| desk.roll(session).unwrap().seats[nth].line.clone().unwrap().layer;
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    // what the instructor marked is not changed without saying why, by whatever way
    match desk.mark(session, &[people[0].id], Mark::Absent, "") {
        Err(Trouble::InstructorSpoke(line)) => assert_eq!(line.operator, TEACHER),
        other => panic!("{other:?}"),
    }
    let block = desk.mark_area(&[session], &[people[0].id], Mark::Absent, "").unwrap();
    assert_eq!((block.set(), block.skipped.instructor), (0, 1));
    desk.mark(session, &[people[1].id], Mark::Absent, "没签到").unwrap();
    assert_eq!((layer(&desk, 0), layer(&desk, 1)), (Layer::Instructor, Layer::Office));
    // where nobody marked, the front desk takes the roll for the instructor, and a remark on one's own mark corrects
    // nobody
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    desk.mark(session, &[people[0].id], Mark::Cleared, "").unwrap();
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    desk.mark(session, &[people[0].id], Mark::Absent, "").unwrap();
    desk.mark(session, &[people[0].id], Mark::PRESENT, "看错了").unwrap();
    assert_eq!(layer(&desk, 0), Layer::Instructor);
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    desk.mark(session, &[people[0].id], Mark::Absent, "").unwrap();
    match desk.mark(session, &[people[1].id], Mark::PRESENT, "") {
        Err(Trouble::OfficeSpoke(line)) => assert_eq!((&*line.operator, &*line.reason), (CLERK, "没签到")),
        other => panic!("{other:?}"),
    }
    // nor does the instructor's own reason go over it
    let refused = desk.mark(session, &[people[1].id], Mark::PRESENT, "来了");
    assert!(matches!(refused, Err(Trouble::NotAllowed { right: Right::PastDays, .. })));
    // the office gives the cell back by clearing it
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    desk.mark(session, &[people[1].id], Mark::Cleared, "请教师再点").unwrap();
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    desk.mark(session, &[people[1].id], Mark::PRESENT, "").unwrap();
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn what_comes_back_is_the_word_of_whoever_said_it() {
    let (mut desk, _folder, classes) = guarded();
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    let session = first_session(&desk, classes[0]);
    let who = desk.class_view(classes[0]).unwrap().enrolments[0].id;
    desk.mark(session, &[who], Mark::Absent, "").unwrap();
    let line = |desk: &Desk| desk.roll(session).unwrap().seats[0].line.clone().unwrap();
    let said = line(&desk);
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    desk.mark(session, &[who], Mark::PRESENT, "签到表有签名").unwrap();
    desk.undo_last().unwrap();
    let back = line(&desk);
    assert_eq!((back.operator.as_str(), back.wall_ms, back.mark), (TEACHER, said.wall_ms, Mark::Absent));
    // so the next correction is one again, and stands against the instructor
    desk.mark(session, &[who], Mark::PRESENT, "签到表有签名").unwrap();
    assert_eq!(line(&desk).layer, Layer::Office);
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert!(matches!(desk.mark(session, &[who], Mark::Absent, ""), Err(Trouble::OfficeSpoke(_))));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn nobody_manages_a_guarded_centre_by_number_alone() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    // there before the first PIN
    desk.add_operator(&draft("钱校长", Role::Head, None)).unwrap();
    guard(&mut desk);
    assert_eq!(refused(enter(&mut desk, "钱校长", None)), Refusal::HeadWithoutPin);
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let another = desk.add_operator(&draft("孙校长", Role::Head, None)).unwrap_err();
    assert!(matches!(another, Trouble::Operator(OperatorFault::HeadWithoutPin)));
    let row = desk.operator_named("钱校长").unwrap();
    desk.change_operator(row.id, row.version, &draft("钱校长", Role::Head, Some("161803"))).unwrap();
    enter(&mut desk, "钱校长", Some("161803")).unwrap();
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_guarded_file_of_a_newer_program_lets_nobody_in() {
    let (desk, folder, classes) = guarded();
    drop(desk);
    let file = rusqlite::Connection::open(folder.path().join("data/baodao.db")).unwrap();
    let version: i32 = file.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    file.pragma_update(None, "user_version", version + 1).unwrap();
    drop(file);
    let mut desk = at(folder.path(), "2026-09-07 09:00");
    assert!(desk.read_only().is_some() && desk.needs_sign_in());
    assert!(matches!(desk.may(Right::Manage), Err(Trouble::SignIn)));
    assert!(enter(&mut desk, HEAD, Some("271828")).is_err() && desk.needs_sign_in());
    assert!(take(&mut desk, classes[0]).is_err());
}

#[test]
fn whatever_way_a_roll_is_written_it_is_asked_whose_it_is() {
    let (mut desk, folder, classes) = guarded();
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    take(&mut desk, classes[1]).unwrap();
    let session = first_session(&desk, classes[1]);
    let people = desk.class_view(classes[1]).unwrap().enrolments;
    desk.mark(session, &[people[0].id], Mark::Absent, "").unwrap();
    let before = desk.acts(None, 1).unwrap()[0].id;
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    let cells = [(people[0].id, Mark::PRESENT)];
    let is_theirs = |outcome: Outcome<()>| matches!(outcome, Err(Trouble::NotOwnClass(_)));
    assert!(is_theirs(desk.mark_block(session, &cells, "")));
    assert!(is_theirs(desk.paste_marks(session, &cells, "")));
    assert!(is_theirs(desk.complete_roll(session)));
    let acts = desk.acts(None, 2).unwrap();
    assert_eq!((acts[0].verb.as_str(), acts[1].id), ("sign-in", before), "nothing is left of a refused act");
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-08 08:47");
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    let own = first_session(&desk, classes[0]);
    let people = desk.class_view(classes[0]).unwrap().enrolments;
    let late = desk.mark_block(own, &[(people[0].id, Mark::Absent)], "签到表第3页");
    assert!(matches!(late, Err(Trouble::NotAllowed { right: Right::PastDays, .. })));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn who_is_let_go_elsewhere_stops_at_the_next_act() {
    let (mut desk, folder, classes) = guarded();
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    let mut head = at(folder.path(), "2026-09-07 08:47");
    enter(&mut head, HEAD, Some("271828")).unwrap();
    let row = head.operator_named(CLERK).unwrap();
    head.retire_operator(row.id, row.version, true).unwrap();
    assert!(matches!(take(&mut desk, classes[0]), Err(Trouble::SignIn)));
    assert_eq!(refused(enter(&mut desk, CLERK, Some("314159"))), Refusal::Retired);
}

#[test]
fn a_session_taught_by_somebody_else_is_theirs() {
    let (mut desk, folder, classes) = guarded();
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let class = desk.class(classes[1]).unwrap();
    let second = desk.sessions(class.id).unwrap().remove(1);
    let plan = SessionPlan {
        day: second.day,
        slot: second.slot,
        hours: second.hours,
        kind: second.kind,
        instructor: "王师傅、李师傅".into(),
        room: String::new(),
        topic: String::new(),
    };
    desk.change_session(second.id, second.version, plan, "换教师").unwrap();
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-07 14:10");
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert_eq!(desk.mark_unmarked(second.id, Mark::PRESENT, "").unwrap(), 1, "shared by two");
}

#[test]
fn taking_back_needs_the_right_to_the_act() {
    let (mut desk, folder, classes) = guarded();
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    take(&mut desk, classes[0]).unwrap();
    let by_clerk = desk.acts(None, 1).unwrap()[0].id;
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert!(matches!(desk.undo(by_clerk), Err(Trouble::NotOwnAct)));
    assert!(desk.undo_last().is_err(), "what another did at this program is not mine");
    let session = first_session(&desk, classes[0]);
    let people = desk.class_view(classes[0]).unwrap().enrolments;
    desk.mark(session, &[people[0].id], Mark::Leave(LeaveKind::Sick), "").unwrap();
    let by_teacher = desk.acts(None, 1).unwrap()[0].id;
    enter(&mut desk, AUDITOR, None).unwrap();
    assert!(matches!(desk.undo(by_teacher), Err(Trouble::NotOwnAct)));
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert_eq!(desk.undo_last().unwrap().id, by_teacher, "found again after the switch");
    desk.mark(session, &[people[1].id], Mark::Leave(LeaveKind::Sick), "").unwrap();
    let of_today = desk.acts(None, 1).unwrap()[0].id;
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-08 08:47");
    enter(&mut desk, TEACHER, Some("141421")).unwrap();
    assert!(matches!(desk.undo(of_today), Err(Trouble::NotOwnAct)), "yesterday is the office's");
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    assert!(matches!(desk.undo(of_today), Err(Trouble::CorrectInstead(_))), "and is corrected with a reason");
    // settings are the head's, and so is taking them back
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let settings = desk.settings().unwrap();
    desk.change_settings(&Settings { lock_minutes: "3".into(), ..settings }).unwrap();
    assert_eq!(desk.guard().lock_after, Some(Duration::from_secs(180)));
    let change = desk.acts(None, 1).unwrap()[0].id;
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    assert!(matches!(desk.undo(change), Err(Trouble::NotAllowed { right: Right::Manage, .. })));
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    desk.undo(change).unwrap();
    assert_eq!(desk.guard().lock_after, Some(Duration::from_secs(600)));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn wrong_pins_keep_out_over_restarts_and_in_every_program() {
    let (mut desk, folder, _) = guarded();
    let mut second = at(folder.path(), "2026-09-07 08:47");
    assert_eq!(refused(enter(&mut desk, CLERK, Some("000000"))), Refusal::Wrong { left: 2 });
    assert_eq!(refused(enter(&mut second, CLERK, Some("111112"))), Refusal::Wrong { left: 1 });
    let half = Duration::from_secs(30);
    assert_eq!(refused(enter(&mut desk, CLERK, Some("111113"))), Refusal::WrongNow(half));
    assert_eq!(refused(enter(&mut second, CLERK, Some("314159"))), Refusal::Wait(half), "even the right one");
    enter(&mut second, TEACHER, Some("141421")).unwrap();
    drop((desk, second));
    let mut desk = at(folder.path(), "2026-09-07 08:47");
    assert_eq!(refused(enter(&mut desk, CLERK, Some("314159"))), Refusal::Wait(half), "after a restart");
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-07 08:48");
    let five = Duration::from_secs(300);
    assert_eq!(refused(enter(&mut desk, CLERK, Some("111114"))), Refusal::WrongNow(half));
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-07 08:49");
    assert_eq!(refused(enter(&mut desk, CLERK, Some("111115"))), Refusal::WrongNow(five));
    drop(desk);
    let mut desk = at(folder.path(), "2026-09-07 08:54");
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    assert_eq!(refused(enter(&mut desk, CLERK, Some("111116"))), Refusal::Wrong { left: 2 }, "begins anew");
    let failed: Vec<_> =
        desk.acts(None, 50).unwrap().into_iter().filter(|act| act.verb == "pin-failed").collect();
    assert_eq!(failed.len(), 6);
    assert!(failed.iter().all(|act| act.operator == "baodao" && act.called == CLERK));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_pin_set_anew_lets_in_again() {
    let (mut desk, _folder, _) = guarded();
    for _ in 0..4 {
        assert!(enter(&mut desk, CLERK, Some("000000")).is_err());
    }
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let row = desk.operator_named(CLERK).unwrap();
    desk.change_operator(row.id, row.version, &draft(CLERK, Role::Desk, Some("602214"))).unwrap();
    enter(&mut desk, CLERK, Some("602214")).unwrap();
}

#[test]
fn the_last_head_stays() {
    let (mut desk, _folder, _) = guarded();
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let is_last = |outcome| matches!(outcome, Err(Trouble::Operator(OperatorFault::LastHead)));
    let row = desk.operator_named(HEAD).unwrap();
    assert!(is_last(desk.retire_operator(row.id, row.version, true)));
    assert!(is_last(desk.change_operator(row.id, row.version, &draft(HEAD, Role::Desk, None))));
    let dropped = OperatorDraft { pin: NewPin::Drop, ..draft(HEAD, Role::Head, None) };
    assert!(is_last(desk.change_operator(row.id, row.version, &dropped)));
    desk.add_operator(&draft("孙主任", Role::Head, Some("662607"))).unwrap();
    desk.retire_operator(row.id, row.version, true).unwrap();
    assert!(matches!(desk.add_operator(&draft("周", Role::Desk, None)), Err(Trouble::SignIn)), "retired");
    assert_eq!(refused(enter(&mut desk, HEAD, Some("271828"))), Refusal::Retired);
    enter(&mut desk, "孙主任", Some("662607")).unwrap();
    let row = desk.operator_named(HEAD).unwrap();
    desk.retire_operator(row.id, row.version, false).unwrap();
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn the_last_pin_taken_away_opens_the_centre() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    desk.add_operator(&draft(HEAD, Role::Head, Some("271828"))).unwrap();
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    desk.add_operator(&draft(CLERK, Role::Desk, None)).unwrap();
    let row = desk.operator_named(HEAD).unwrap();
    let is_last = desk.retire_operator(row.id, row.version, true);
    assert!(matches!(is_last, Err(Trouble::Operator(OperatorFault::LastHead))), "not by the way");
    let dropped = OperatorDraft { pin: NewPin::Drop, ..draft(HEAD, Role::Head, None) };
    desk.change_operator(row.id, row.version, &dropped).unwrap();
    assert!(!desk.guard().is_guarded);
    desk.act_as("谁都行");
    class(&mut desk, "QZ-01");
}

#[test]
fn a_new_name_takes_along_no_draft_of_whoever_is_called_alike() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    let kept = |name: &str| std::collections::BTreeMap::from([("name".to_owned(), name.to_owned())]);
    for name in ["Wei", "Li Wei"] {
        desk.add_operator(&draft(name, Role::Desk, None)).unwrap();
        desk.act_as(name);
        desk.keep_draft("enrol", &kept(name)).unwrap();
    }
    let row = desk.operator_named("Wei").unwrap();
    desk.change_operator(row.id, row.version, &draft("Wei Min", Role::Desk, None)).unwrap();
    for (name, was) in [("Wei Min", "Wei"), ("Li Wei", "Li Wei")] {
        desk.act_as(name);
        assert_eq!(desk.draft("enrol").unwrap().map(|draft| draft.fields), Some(kept(was)), "{name}");
    }
}

#[test]
fn a_new_name_takes_drafts_and_setting_along() {
    let (mut desk, folder, _) = guarded();
    enter(&mut desk, CLERK, Some("314159")).unwrap();
    let fields = std::collections::BTreeMap::from([("name".to_owned(), "王新来".to_owned())]);
    desk.keep_draft("enrol", &fields).unwrap();
    enter(&mut desk, HEAD, Some("271828")).unwrap();
    let row = desk.operator_named(CLERK).unwrap();
    desk.change_operator(row.id, row.version, &draft("王小芳", Role::Desk, None)).unwrap();
    assert_eq!(desk.settings().unwrap().operator, "王小芳");
    assert!(desk.operator_named(CLERK).is_err());
    let stale = desk.change_operator(row.id, row.version, &draft("王大芳", Role::Desk, None));
    assert!(stale.unwrap_err().is_stale());
    let taken = desk.add_operator(&draft("王小芳", Role::Desk, None)).unwrap_err();
    assert!(taken.is_taken());
    enter(&mut desk, "王小芳", Some("314159")).unwrap();
    assert_eq!(desk.draft("enrol").unwrap().unwrap().fields, fields);
    drop(desk);
    assert_eq!(at(folder.path(), "2026-09-07 08:47").verify().unwrap().faults, []);
}

#[test]
fn another_program_learns_of_the_first_pin() {
    let (mut desk, folder) = desk_at("2026-09-07 08:47");
    let mut other = at(folder.path(), "2026-09-07 08:47");
    desk.add_operator(&draft(HEAD, Role::Head, Some("271828"))).unwrap();
    // before it looks: the act itself is refused
    assert!(matches!(other.add_operator(&draft("路人", Role::Head, None)), Err(Trouble::SignIn)));
    assert!(other.changed_elsewhere().unwrap() && other.needs_sign_in());
}

#[test]
fn nobody_is_called_as_the_program() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:47");
    for name in ["baodao", " ", "..."] {
        assert!(
            matches!(desk.add_operator(&draft(name, Role::Desk, None)), Err(Trouble::Operator(_))),
            "{name}"
        );
    }
}
