//! Rooms, instructors and people asked for twice at one time: told by name, never refused.

use crate::desk::{class, desk_at, opened, person, seated};
use baodao::app::clashes::{Clash, MOST, Shared};
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::app::words::timetable as say;
use baodao::app::{Desk, Trouble};
use baodao::domain::calendar::{Slot, Weekdays, parse_day};
use baodao::domain::class::{ClassDraft, SessionKind, SessionPlan};
use baodao::domain::hours::ClassHours;
use baodao::domain::ids::{ClassId, TraineeId};
use baodao::text::Lang;
use chrono::NaiveDate;

fn other(desk: &mut Desk, code: &str, place: &str, instructor: &str) -> ClassId {
    let draft = ClassDraft {
        code: code.into(),
        course: "2022/4-02-07-08/5".into(),
        start: "2026-09-07".into(),
        end: "2026-09-11".into(),
        hours: "40".into(),
        place: place.into(),
        instructor: instructor.into(),
        ..ClassDraft::default()
    };
    desk.add_class(&draft).unwrap()
}

fn fill(desk: &mut Desk, class: ClassId, slot: &str) -> Vec<Clash> {
    let slots = [Slot::parse(slot).unwrap()];
    desk.fill_timetable(class, Weekdays::parse("mon-fri").unwrap(), &slots).unwrap().clashes
}

fn plan(day: &str, slot: &str, room: &str, instructor: &str) -> SessionPlan {
    SessionPlan {
        day: parse_day(day).unwrap(),
        slot: Slot::parse(slot).unwrap(),
        hours: ClassHours::ZERO,
        kind: SessionKind::Mixed,
        instructor: instructor.into(),
        room: room.into(),
        topic: String::new(),
    }
}

/// Somebody on file sits in one more class.
fn also(desk: &mut Desk, trainee: TraineeId, class: ClassId) {
    let row = desk.person(trainee).unwrap().row;
    let who = Who::Known { id: trainee, version: row.version, draft: draft_of(&row.trainee) };
    let registration =
        Registration { who, statuses: Vec::new(), class: Some(class), joined: None, category: String::new() };
    desk.register(&registration).unwrap();
}

#[test]
fn a_room_and_an_instructor_are_named_with_the_other_class() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    class(&mut desk, "QZ-01");
    let id = other(&mut desk, "KD-02", "一号教室", "张师傅");
    let clashes = fill(&mut desk, id, "11:00-13:00");
    assert_eq!(clashes.len(), 5, "a session each day; the afternoons are free");
    assert_eq!(say::clash(Lang::Zh, &clashes[0]), "一号教室 09-07 08:30-12:00 已有 QZ-01");
    assert_eq!(say::clash_sums(Lang::Zh, &clashes), ["一号教室 09-07 08:30-12:00 已有 QZ-01，另有 4 次"]);
    let clashes = desk.clashes_of_plans(id, &[plan("2026-09-08", "15:00-17:00", "", "李师傅")]).unwrap();
    assert_eq!(say::clash(Lang::Zh, &clashes[0]), "李师傅 09-08 14:00-17:30 已在 QZ-01 上课");
    assert_eq!(say::clash(Lang::En, &clashes[0]), "李师傅 09-08 14:00-17:30 teaches QZ-01");
    // it was said and done
    assert_eq!(desk.sessions(id).unwrap().len(), 5);
    // and it is told from the other side too
    let qz = desk.class_named("QZ-01").unwrap().id;
    assert_eq!(desk.clashes(qz).unwrap().len(), 5);
}

#[test]
fn an_instructor_who_shares_a_session_is_still_in_one_place_only() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let id = other(&mut desk, "KD-02", "", "王师傅、李师傅");
    fill(&mut desk, id, "08:30-12:00");
    let third = other(&mut desk, "DG-03", "", "");
    let told = |desk: &Desk, instructor: &str| -> Vec<String> {
        let plan = plan("2026-09-08", "08:30-10:00", "", instructor);
        desk.clashes_of_plans(third, &[plan]).unwrap().iter().map(|one| say::clash(Lang::Zh, one)).collect()
    };
    assert_eq!(told(&desk, "王师傅"), ["王师傅 09-08 08:30-12:00 已在 KD-02 上课"]);
    assert_eq!(told(&desk, "张师傅 / 李 师傅"), ["李 师傅 09-08 08:30-12:00 已在 KD-02 上课"]);
    assert_eq!(told(&desk, "李师傅,王师傅").len(), 2, "each by name");
    assert_eq!(told(&desk, "王师"), Vec::<String>::new());
    // and from the side of those who share
    let fourth = other(&mut desk, "MG-04", "", "王师傅");
    fill(&mut desk, fourth, "10:00-11:00");
    assert_eq!(desk.clashes(id).unwrap().len(), 5);
}

#[test]
fn sessions_that_only_touch_or_are_cancelled_do_not_clash() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let qz = class(&mut desk, "QZ-01");
    let id = other(&mut desk, "KD-02", "一号教室", "");
    assert_eq!(fill(&mut desk, id, "12:00-14:00"), []);
    let first = desk.sessions(qz).unwrap()[0].clone();
    let same = plan("2026-09-07", "08:30-12:00", "一号教室", "");
    assert_eq!(desk.clashes_of_plans(id, std::slice::from_ref(&same)).unwrap().len(), 1);
    desk.cancel_session(first.id, first.version, "停电").unwrap();
    assert_eq!(desk.clashes_of_plans(id, &[same]).unwrap(), []);
    assert!(desk.clashes(ClassId(99)).unwrap().is_empty());
}

#[test]
fn people_in_two_classes_are_named_by_seat() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let qz = class(&mut desk, "QZ-01");
    seated(&mut desk, qz, 3);
    let kd = other(&mut desk, "KD-02", "二号教室", "张师傅");
    fill(&mut desk, kd, "08:30-12:00");
    let trainee = desk.class_view(qz).unwrap().enrolments[2].trainee;
    // before: from the side of enrolling
    let would = desk.clashes_of_trainee(trainee, kd, None).unwrap();
    assert_eq!(would.len(), 5);
    assert_eq!(say::clash(Lang::Zh, &would[0]), "赵拴柱 09-07 08:30-12:00 同时在 QZ-01 上课");
    also(&mut desk, trainee, kd);
    let clashes = desk.clashes(qz).unwrap();
    assert_eq!(say::clash(Lang::Zh, &clashes[0]), "赵拴柱(座 3) 09-07 08:30-12:00 同时在 KD-02 上课");
    assert_eq!(say::clash(Lang::En, &clashes[0]), "赵拴柱 (seat 3) 09-07 08:30-12:00 is in KD-02 too");
    assert_eq!(clashes.len(), 5);
    // whoever left is nowhere twice
    let enrolment = desk.class_view(kd).unwrap().enrolments[0].clone();
    crate::desk::leaves(&mut desk, &enrolment);
    assert_eq!(desk.clashes(qz).unwrap(), []);
    assert_eq!(desk.clashes_of_trainee(trainee, qz, None).unwrap(), []);
}

#[test]
fn somebody_who_joins_late_misses_nothing_before() {
    let (mut desk, _folder) = desk_at("2026-09-10 08:00");
    let qz = class(&mut desk, "QZ-01");
    seated(&mut desk, qz, 1);
    let kd = other(&mut desk, "KD-02", "", "");
    fill(&mut desk, kd, "08:30-12:00");
    let trainee = desk.class_view(qz).unwrap().enrolments[0].trainee;
    let days: Vec<String> = desk
        .clashes_of_trainee(trainee, kd, None)
        .unwrap()
        .iter()
        .map(|clash| clash.day.to_string())
        .collect();
    assert_eq!(days, ["2026-09-10", "2026-09-11"]);
    let nobody = Who::New(person(5));
    let alone = Registration {
        who: nobody,
        statuses: Vec::new(),
        class: None,
        joined: None,
        category: String::new(),
    };
    let alone = desk.register(&alone).unwrap().trainee;
    assert_eq!(desk.clashes_of_trainee(alone, kd, None).unwrap(), []);
}

#[test]
fn a_first_day_in_the_past_is_meant() {
    let (mut desk, folder) = desk_at("2026-09-07 08:00");
    let qz = class(&mut desk, "QZ-01");
    seated(&mut desk, qz, 1);
    let kd = other(&mut desk, "KD-02", "", "");
    fill(&mut desk, kd, "08:30-12:00");
    let trainee = desk.class_view(qz).unwrap().enrolments[0].trainee;
    drop(desk);
    let desk = Desk::open(&folder.path().join("data"), opened("2026-09-10 08:00")).unwrap();
    let class = desk.class(kd).unwrap();
    let days = |joined: Option<NaiveDate>| -> Vec<String> {
        let told = desk.elsewhere(trainee, &class, joined, None).unwrap();
        told.clashes.iter().map(|clash| clash.day.to_string()).collect()
    };
    assert_eq!(days(None), ["2026-09-10", "2026-09-11"]);
    assert_eq!(days(parse_day("2026-09-09")), ["2026-09-09", "2026-09-10", "2026-09-11"]);
    assert_eq!(days(parse_day("2026-09-11")), ["2026-09-11"]);
}

#[test]
fn only_its_own_class_refuses_an_overlap() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let qz = class(&mut desk, "QZ-01");
    let refused = desk.add_session(qz, plan("2026-09-07", "11:00-13:00", "", ""));
    assert!(matches!(refused, Err(Trouble::Overlap)));
}

#[test]
fn the_list_ends_where_nobody_reads_on() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let qz = class(&mut desk, "QZ-01");
    for nth in 0..25 {
        let id = other(&mut desk, &format!("KD-{nth:02}"), "一号教室", "李师傅");
        fill(&mut desk, id, "08:30-12:00");
    }
    let clashes = desk.clashes(qz).unwrap();
    assert_eq!(clashes.len(), MOST, "of 250");
    assert!(clashes.iter().any(|clash| matches!(clash.shared, Shared::Instructor(_))));
}
