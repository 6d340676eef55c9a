//! Full classes: who waits, who is next, who sits down, two desks and one seat, and all of it taken back.

use crate::desk::{class_of, desk_at, leaves, on_file, opened, person, wants};
use baodao::app::departures::MoveWarning;
use baodao::app::enrol::{Place, Registration, Who};
use baodao::app::limits::EnrolWarning;
use baodao::app::{Chance, Desk, Opened, Trouble};
use baodao::domain::calendar::parse_day;
use baodao::domain::class::ClassDraft;
use baodao::domain::ids::{ClassId, TraineeId};
use baodao::domain::room::{Room, Seating};
use baodao::store::{StoreError, Taken, UndoRefused};
use tempfile::TempDir;

const FREE: Place = Place::Seat(Seating::IfFree);

/// A class of one seat and three people on file.
fn three() -> (Desk, TempDir, ClassId, [TraineeId; 3]) {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let class = class_of(&mut desk, "QZ-01", 1);
    let people = [0, 1, 2].map(|nth| on_file(&mut desk, nth));
    (desk, folder, class, people)
}

/// The first sits, the other two wait.
fn full() -> (Desk, TempDir, ClassId, [TraineeId; 3]) {
    let (mut desk, folder, class, people) = three();
    desk.register_as(&wants(&desk, people[0], class), FREE).unwrap();
    for (place, who) in [(1, people[1]), (2, people[2])] {
        let registered = desk.register_as(&wants(&desk, who, class), Place::Waiting).unwrap();
        assert_eq!((registered.seat, registered.waiting), (None, Some(place)));
    }
    (desk, folder, class, people)
}

fn names(desk: &Desk, class: ClassId) -> Vec<String> {
    desk.waiting(class).unwrap().into_iter().map(|row| format!("{} {}", row.place, row.name)).collect()
}

/// Those who sit in a class: seat and name.
fn sitting(desk: &Desk, class: ClassId) -> Vec<(u32, String)> {
    let view = desk.class_view(class).unwrap();
    view.enrolments.into_iter().filter(|row| row.left.is_none()).map(|row| (row.seat, row.name)).collect()
}

fn first_leaves(desk: &mut Desk, class: ClassId) -> Option<String> {
    let first = desk.class_view(class).unwrap().enrolments[0].clone();
    leaves(desk, &first).next.map(|next| next.name)
}

#[test]
fn a_full_class_refuses_unless_it_is_said_and_writes_nothing() {
    let (mut desk, _folder, class, people) = three();
    desk.register_as(&wants(&desk, people[0], class), FREE).unwrap();
    let before = desk.acts(None, 100).unwrap().len();
    let refused = desk.register_as(&wants(&desk, people[1], class), FREE).unwrap_err();
    let room = Room { capacity: Some(1), taken: 1, waiting: 0 };
    assert!(matches!(refused, Trouble::NoSeat { room: told, ahead: 0 } if told == room));
    assert_eq!(desk.acts(None, 100).unwrap().len(), before, "nothing was written");
    let over = desk.register_as(&wants(&desk, people[1], class), Place::Seat(Seating::Always)).unwrap();
    assert_eq!(over.warnings, [EnrolWarning::OverCapacity { capacity: 1 }]);
    assert_eq!(desk.class(class).unwrap().room().over(), 1);
}

#[test]
fn a_new_person_who_must_wait_is_on_file_by_one_act() {
    let (mut desk, _folder, class, people) = three();
    desk.register_as(&wants(&desk, people[0], class), FREE).unwrap();
    let new = Registration {
        who: Who::New(person(5)),
        statuses: Vec::new(),
        class: Some(class),
        joined: None,
        category: "returnee".into(),
    };
    assert!(desk.register_as(&new, FREE).is_err());
    assert_eq!(desk.find("张玮", 5).unwrap().len(), 0, "refused whole");
    let registered = desk.register_as(&new, Place::Waiting).unwrap();
    let act = &desk.acts(None, 1).unwrap()[0];
    assert_eq!((act.verb.as_str(), act.called.as_str()), ("wait-for-seat", "张玮"));
    let person = desk.person(registered.trainee).unwrap();
    assert_eq!((person.waiting[0].code.as_str(), person.waiting[0].place), ("QZ-01", 1));
    desk.undo_last().unwrap();
    assert!(desk.person(registered.trainee).is_err());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn whoever_waits_is_on_no_roster_and_has_no_hours() {
    let (desk, _folder, class, _) = full();
    let view = desk.class_view(class).unwrap();
    assert_eq!(view.enrolments.len(), 1);
    assert_eq!(desk.class_ledger(&view.class).unwrap().rows.len(), 1);
    assert_eq!(desk.roll(view.sessions[0].id).unwrap().seats.len(), 1);
    assert_eq!((view.class.seats_taken, view.class.waiting), (1, 2));
    assert_eq!(names(&desk, class), ["1 李秀兰", "2 赵拴柱"]);
}

#[test]
fn a_seat_goes_to_whoever_asked_first() {
    let (mut desk, _folder, class, people) = full();
    assert!(desk.next_waiting(class).unwrap().is_none(), "no seat is free");
    assert_eq!(first_leaves(&mut desk, class).as_deref(), Some("李秀兰"));
    // a walk-in comes after those who wait, and so does the second of them
    let walk_in = on_file(&mut desk, 5);
    let refused = desk.register_as(&wants(&desk, walk_in, class), FREE).unwrap_err();
    assert!(matches!(refused, Trouble::NoSeat { ahead: 2, .. }));
    let list = desk.waiting(class).unwrap();
    assert!(matches!(desk.promote(&list[1], Seating::IfFree), Err(Trouble::NoSeat { ahead: 1, .. })));
    let promoted = desk.promote(&list[0], Seating::IfFree).unwrap();
    assert_eq!((promoted.seat, promoted.next.is_none()), (2, true));
    assert_eq!(sitting(&desk, class), [(2, "李秀兰".to_owned())]);
    assert_eq!(names(&desk, class), ["1 赵拴柱"]);
    assert!(desk.person(people[1]).unwrap().waiting.is_empty());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn who_is_enrolled_anyway_waits_no_more() {
    let (mut desk, _folder, class, people) = full();
    desk.register(&wants(&desk, people[2], class)).unwrap();
    assert_eq!(names(&desk, class), ["1 李秀兰"]);
    desk.undo_last().unwrap();
    assert_eq!(names(&desk, class), ["1 李秀兰", "2 赵拴柱"], "back in their old place");
    let list = desk.waiting(class).unwrap();
    let promoted = desk.promote(&list[1], Seating::Always).unwrap();
    let minds = [EnrolWarning::OverCapacity { capacity: 1 }, EnrolWarning::OutOfTurn { ahead: 1 }];
    assert_eq!(promoted.warnings, minds);
}

/// A free seat belongs to whoever asked first, whichever way somebody else comes to it.
#[test]
fn a_seat_that_is_owed_goes_past_nobody_in_silence() {
    let (mut desk, _folder, class, people) = full();
    let first = desk.class_view(class).unwrap().enrolments[0].clone();
    leaves(&mut desk, &first);
    let row = desk.class(class).unwrap();
    let minds = |desk: &Desk, who: Option<TraineeId>| {
        let birth = parse_day("1985-06-12").unwrap();
        desk.enrol_warnings(&row, who, birth, row.start).unwrap()
    };
    assert_eq!(minds(&desk, None), [EnrolWarning::OutOfTurn { ahead: 2 }]);
    assert_eq!(minds(&desk, Some(people[2])), [EnrolWarning::OutOfTurn { ahead: 1 }]);
    assert_eq!(minds(&desk, Some(people[1])), []);
    let walks_in = on_file(&mut desk, 6);
    let taken = desk.register(&wants(&desk, walks_in, class)).unwrap();
    assert_eq!(taken.warnings, [EnrolWarning::OutOfTurn { ahead: 2 }]);
    desk.undo_last().unwrap();
    let other = class_of(&mut desk, "QZ-07", 9);
    desk.register(&wants(&desk, walks_in, other)).unwrap();
    let who = desk.class_view(other).unwrap().enrolments[0].clone();
    let told = desk.move_warnings(&who, &row, row.end).unwrap();
    assert!(told.contains(&MoveWarning::Enrol(EnrolWarning::OutOfTurn { ahead: 2 })), "{told:?}");
}

#[test]
fn nobody_waits_twice_or_while_sitting_there() {
    let (mut desk, _folder, class, people) = full();
    let twice = desk.wait_for(class, people[1], "").unwrap_err();
    assert!(matches!(twice, Trouble::Store(StoreError::Taken(Taken::Waiting))));
    let sits = desk.wait_for(class, people[0], "").unwrap_err();
    assert!(matches!(sits, Trouble::Store(StoreError::Taken(Taken::Enrolment))));
}

#[test]
fn a_raised_capacity_frees_a_seat() {
    let (mut desk, _folder, class, _) = full();
    let row = desk.class(class).unwrap();
    let draft = ClassDraft {
        code: row.code.to_string(),
        course: row.course.0.clone(),
        start: row.start.to_string(),
        end: row.end.to_string(),
        hours: "80".into(),
        capacity: "2".into(),
        ..ClassDraft::default()
    };
    desk.change_class(class, row.version, &draft, "多开一桌").unwrap();
    assert_eq!(desk.next_waiting(class).unwrap().unwrap().name, "李秀兰");
}

#[test]
fn every_step_is_taken_back_in_its_turn() {
    let (mut desk, _folder, class, _) = full();
    first_leaves(&mut desk, class);
    let list = desk.waiting(class).unwrap();
    desk.promote(&list[0], Seating::IfFree).unwrap();
    let rest = desk.waiting(class).unwrap();
    desk.stop_waiting(&rest[0]).unwrap();
    assert!(names(&desk, class).is_empty());
    for (verb, waiting, seats) in [
        ("stop-waiting", vec!["1 赵拴柱"], vec![2]),
        ("promote-waiting", vec!["1 李秀兰", "2 赵拴柱"], vec![]),
        ("leave-class", vec!["1 李秀兰", "2 赵拴柱"], vec![1]),
        ("wait-for-seat", vec!["1 李秀兰"], vec![1]),
        ("wait-for-seat", vec![], vec![1]),
        ("enrol", vec![], vec![]),
    ] {
        assert_eq!(desk.undo_last().unwrap().verb, verb);
        assert_eq!(names(&desk, class), waiting, "after {verb}");
        let taken: Vec<u32> = sitting(&desk, class).into_iter().map(|(seat, _)| seat).collect();
        assert_eq!(taken, seats, "after {verb}");
        assert_eq!(desk.verify().unwrap().faults, []);
    }
}

/// The number of the newest act, and an undo of it later.
fn newest(desk: &Desk) -> baodao::domain::ids::ActId {
    desk.acts(None, 1).unwrap()[0].id
}

#[track_caller]
fn leans(desk: &mut Desk, act: baodao::domain::ids::ActId) {
    let refused = desk.undo(act).unwrap_err();
    assert!(matches!(refused, Trouble::Store(StoreError::Undo(UndoRefused::Later { .. }))), "{refused:?}");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn what_something_leans_on_stays() {
    let (mut desk, _folder, class, people) = full();
    let waited = newest(&desk);
    let list = desk.waiting(class).unwrap();
    desk.promote(&list[1], Seating::Always).unwrap();
    leans(&mut desk, waited);
    let promoted = newest(&desk);
    let seated = desk.class_view(class).unwrap().enrolments[1].clone();
    leaves(&mut desk, &seated);
    leans(&mut desk, promoted);
    // the one who left asks again: leaving cannot be taken back before that is
    let left = newest(&desk);
    desk.wait_for(class, people[2], "").unwrap();
    leans(&mut desk, left);
    desk.undo_last().unwrap();
    desk.undo(left).unwrap();
    // giving up cannot be taken back once the person sits there, or waits again
    let list = desk.waiting(class).unwrap();
    desk.stop_waiting(&list[0]).unwrap();
    let stopped = newest(&desk);
    desk.register(&wants(&desk, people[1], class)).unwrap();
    leans(&mut desk, stopped);
    desk.undo_last().unwrap();
    desk.wait_for(class, people[1], "").unwrap();
    leans(&mut desk, stopped);
    desk.undo_last().unwrap();
    desk.undo(stopped).unwrap();
    assert_eq!(names(&desk, class), ["1 李秀兰"]);
}

#[test]
fn two_desks_race_for_the_last_seat_and_nothing_is_lost() {
    let (mut one, folder, class, people) = three();
    let mut other = Desk::open(
        &folder.path().join("data"),
        Opened { chance: Chance::Seeded(99), ..opened("2026-09-07 08:26") },
    )
    .unwrap();
    // both have read one free seat before either saves
    let (first, second) = (wants(&one, people[0], class), wants(&other, people[1], class));
    assert!(!one.class(class).unwrap().room().is_full() && !other.class(class).unwrap().room().is_full());
    assert!(one.register_as(&first, FREE).is_ok());
    assert!(matches!(other.register_as(&second, FREE), Err(Trouble::NoSeat { .. })));
    assert_eq!(other.register_as(&second, Place::Waiting).unwrap().waiting, Some(1));
    one.wait_for(class, people[2], "").unwrap();
    // both seat the same person from the waiting list, and then both the next one
    leaves(&mut one, &other.class_view(class).unwrap().enrolments[0]);
    let seen = (one.waiting(class).unwrap(), other.waiting(class).unwrap());
    one.promote(&seen.0[0], Seating::IfFree).unwrap();
    assert!(other.promote(&seen.1[0], Seating::IfFree).unwrap_err().is_stale());
    assert!(matches!(other.promote(&seen.1[1], Seating::IfFree), Err(Trouble::NoSeat { .. })));
    assert_eq!(sitting(&other, class), [(2, "李秀兰".to_owned())]);
    assert_eq!(names(&one, class), ["1 赵拴柱"]);
    assert_eq!(one.verify().unwrap().faults, []);
}

#[test]
fn a_seat_given_away_meanwhile_does_not_come_back() {
    let (mut desk, _folder, class, _) = full();
    first_leaves(&mut desk, class);
    let left = desk.acts(None, 1).unwrap()[0].id;
    let next = desk.waiting(class).unwrap()[0].clone();
    desk.promote(&next, Seating::IfFree).unwrap();
    let promoted = desk.acts(None, 1).unwrap()[0].id;
    match desk.undo(left) {
        Err(Trouble::Store(StoreError::Undo(UndoRefused::Later { later, .. }))) => {
            assert_eq!(later, promoted.0);
        }
        other => panic!("{other:?}"),
    }
    desk.undo(promoted).unwrap();
    desk.undo(left).unwrap();
    assert_eq!(sitting(&desk, class).len(), 1);
    assert_eq!(desk.verify().unwrap().faults, []);
}
