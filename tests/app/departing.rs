//! Leaving, withdrawing, moving to another class and coming back: days, reasons, marks, hours, undo.

use crate::desk::{class, class_of, desk_at, leaves, opened, person, seated, wants};
use baodao::app::departures::{Departure, Move, MoveWarning, Way};
use baodao::app::limits::EnrolWarning;
use baodao::app::{Desk, Trouble};
use baodao::domain::calendar::parse_day;
use baodao::domain::class::ClassDraft;
use baodao::domain::departure::{DepartureFault, DepartureKind};
use baodao::domain::hours::ClassHours;
use baodao::domain::ids::ClassId;
use baodao::domain::ledger::Because;
use baodao::domain::mark::{LeaveKind, Mark};
use baodao::domain::room::Seating;
use baodao::store::rows::EnrolmentRow;
use baodao::store::{StoreError, UndoRefused};
use tempfile::TempDir;

/// Tuesday of a class of three whose first morning was attended, and an empty class that began on Monday too.
fn two_classes() -> (Desk, TempDir, ClassId, ClassId) {
    let (mut desk, folder) = desk_at("2026-09-08 08:00");
    let (from, to) = (class(&mut desk, "QZ-01"), class_of(&mut desk, "QZ-02", 1));
    seated(&mut desk, from, 3);
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-08 13:00")).unwrap();
    let view = desk.class_view(from).unwrap();
    let reason = "签到表";
    for enrolment in &view.enrolments {
        let joined = wants(&desk, enrolment.trainee, from);
        assert!(desk.register(&joined).is_err(), "sits there");
    }
    desk.mark_unmarked(view.sessions[2].id, Mark::PRESENT, reason).unwrap();
    (desk, folder, from, to)
}

fn nth(desk: &Desk, class: ClassId, at: usize) -> EnrolmentRow {
    desk.class_view(class).unwrap().enrolments[at].clone()
}

fn on(way: Way, day: &str, reason: &str) -> Departure {
    Departure { way, day: parse_day(day).unwrap(), reason: reason.into(), knows_marks: false }
}

fn moving(to: ClassId) -> Way {
    Way::Moved(Move { to, joined: None, seating: Seating::IfFree })
}

#[track_caller]
fn faults(desk: &mut Desk, who: &EnrolmentRow, departure: &Departure) -> Vec<DepartureFault> {
    match desk.depart(who, departure) {
        Err(Trouble::Departure(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_departure_says_how_when_and_why() {
    let (mut desk, _folder, from, _) = two_classes();
    let who = nth(&desk, from, 1);
    let told = faults(&mut desk, &who, &on(Way::Withdrawn, "2026-09-08", "  "));
    assert_eq!(told, [DepartureFault::ReasonNeeded]);
    desk.depart(&who, &on(Way::Withdrawn, "2026-09-08", "外出务工")).unwrap();
    let departure = &desk.departures(from).unwrap()[0];
    assert_eq!((departure.enrolment, departure.kind), (who.id, DepartureKind::Withdrawn));
    assert_eq!(departure.reason, "外出务工");
    let act = &desk.acts(None, 1).unwrap()[0];
    assert_eq!((act.verb.as_str(), act.called.as_str()), ("withdraw", "李秀兰 · QZ-01"));
    let past = desk.person(who.trainee).unwrap().classes.remove(0);
    assert_eq!(past.departure.as_ref(), Some(departure));
    let gone = nth(&desk, from, 1);
    assert_eq!(faults(&mut desk, &gone, &on(Way::Left, "2026-09-08", "")), [DepartureFault::Ended]);
    desk.undo_last().unwrap();
    assert!(desk.departures(from).unwrap().is_empty() && nth(&desk, from, 1).left.is_none());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_day_before_the_last_mark_must_be_meant() {
    let (mut desk, _folder, from, _) = two_classes();
    let who = nth(&desk, from, 0);
    let monday = on(Way::Left, "2026-09-07", "没有再来");
    let last = parse_day("2026-09-08").unwrap();
    assert_eq!(faults(&mut desk, &who, &monday), [DepartureFault::HasMarks(last)]);
    assert_eq!(faults(&mut desk, &who, &on(Way::Left, "2026-09-09", "")), [DepartureFault::NotYet]);
    desk.depart(&who, &Departure { knows_marks: true, ..monday }).unwrap();
    let row = desk.class_ledger(&desk.class(from).unwrap()).unwrap().rows[0].clone();
    assert_eq!(row.totals.credited.get(), 4, "marks and hours are kept");
}

/// What earns class hours can be put right, whether or not somebody is in the class that day.
#[test]
fn a_mark_after_the_last_day_is_seen_and_can_be_corrected() {
    let (mut desk, folder, from, _) = two_classes();
    let who = nth(&desk, from, 0);
    let session = desk.sessions(from).unwrap()[2].id;
    let ahead = desk.sessions(from).unwrap()[4].id;
    desk.mark(ahead, &[who.id], Mark::Leave(LeaveKind::Sick), "").unwrap();
    let monday = on(Way::Left, "2026-09-07", "没有再来");
    desk.depart(&who, &Departure { knows_marks: true, ..monday }).unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-10 13:00")).unwrap();
    let roll = desk.roll(session).unwrap();
    assert_eq!((roll.seats.len(), roll.expected()), (3, 2));
    assert_eq!(desk.week(from, parse_day("2026-09-08").unwrap()).unwrap().people.len(), 3);
    assert_eq!(desk.roll(ahead).unwrap().seats.len(), 2, "leave announced before leaving says nothing");
    desk.mark(session, &[who.id], Mark::Absent, "签到表").unwrap();
    let credited =
        |desk: &Desk| desk.class_ledger(&desk.class(from).unwrap()).unwrap().rows[0].totals.credited.get();
    assert_eq!(credited(&desk), 0);
    desk.mark(session, &[who.id], Mark::Cleared, "签到表").unwrap();
    assert_eq!(desk.roll(session).unwrap().seats.len(), 2);
    assert!(matches!(desk.mark(session, &[who.id], Mark::PRESENT, "签到表"), Err(Trouble::NotOnRoll)));
    let entry = &desk.person_ledger(&desk.class(from).unwrap(), who.id).unwrap().entries[2];
    assert_eq!(entry.entry.because, Because::NotExpected);
    desk.undo_last().unwrap();
    assert_eq!(desk.roll(session).unwrap().seats.len(), 3);
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_transfer_is_one_act_with_a_link_on_both_sides() {
    let (mut desk, _folder, from, to) = two_classes();
    let who = nth(&desk, from, 0);
    let before = desk.acts(None, 100).unwrap().len();
    let done = desk.depart(&who, &on(moving(to), "2026-09-08", "")).unwrap();
    assert_eq!(desk.acts(None, 100).unwrap().len(), before + 1);
    let moved = done.moved.unwrap();
    assert_eq!((moved.seat, moved.joined.to_string().as_str()), (1, "2026-09-09"));
    // Monday and Tuesday of the other class lie before
    assert_eq!(moved.warnings, [MoveWarning::Missed(ClassHours::new(16))]);
    let there = nth(&desk, to, 0);
    assert_eq!((there.trainee, there.category.as_str()), (who.trainee, "returnee"));
    let departure = desk.departures(from).unwrap().remove(0);
    let link = departure.moved_to.unwrap();
    assert_eq!((departure.kind, link.code.as_str(), link.seat), (DepartureKind::Transferred, "QZ-02", 1));
    let (arrived, came) = desk.arrivals(to).unwrap().remove(0);
    assert_eq!((arrived, came.code.as_str(), came.seat), (there.id, "QZ-01", 1));
    let hours = |class| desk.class_ledger(&desk.class(class).unwrap()).unwrap().rows[0].totals.credited.get();
    assert_eq!((hours(from), hours(to)), (4, 0), "hours stay where they were earned");
    desk.undo_last().unwrap();
    assert!(nth(&desk, from, 0).left.is_none());
    assert!(desk.class_view(to).unwrap().enrolments.is_empty());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_transfer_into_a_full_class_moves_nobody() {
    let (mut desk, _folder, from, to) = two_classes();
    let (first, second) = (nth(&desk, from, 0), nth(&desk, from, 1));
    desk.depart(&first, &on(moving(to), "2026-09-08", "")).unwrap();
    let refused = desk.depart(&second, &on(moving(to), "2026-09-08", ""));
    assert!(matches!(refused, Err(Trouble::NoSeat { .. })));
    assert!(nth(&desk, from, 1).left.is_none(), "nothing of it was written");
    desk.wait_for(to, second.trainee, &second.category).unwrap();
    let over = Way::Moved(Move { to, joined: None, seating: Seating::Always });
    desk.depart(&second, &on(over, "2026-09-08", "")).unwrap();
    assert!(desk.waiting(to).unwrap().is_empty(), "whoever sits waits no more");
    let third = nth(&desk, from, 2);
    let own = on(moving(from), "2026-09-08", "");
    assert_eq!(faults(&mut desk, &third, &own), [DepartureFault::SameClass]);
    let soon = Move { to, joined: parse_day("2026-09-08"), seating: Seating::Always };
    let told = faults(&mut desk, &third, &on(Way::Moved(soon), "2026-09-08", ""));
    assert_eq!(told, [DepartureFault::JoinsTooSoon]);
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn another_course_and_a_third_class_are_said() {
    let (mut desk, _folder, from, to) = two_classes();
    let draft = ClassDraft {
        code: "KD-01".into(),
        course: "2022/4-02-07-08/5".into(),
        start: "2026-09-14".into(),
        end: "2026-09-16".into(),
        hours: "80".into(),
        ..ClassDraft::default()
    };
    let other = desk.add_class(&draft).unwrap();
    let who = nth(&desk, from, 0);
    desk.register(&wants(&desk, who.trainee, to)).unwrap();
    let row = desk.class(other).unwrap();
    let warnings = desk.move_warnings(&who, &row, parse_day("2026-09-17").unwrap()).unwrap();
    let outside = EnrolWarning::JoinedOutside(parse_day("2026-09-17").unwrap());
    assert_eq!(warnings[0], MoveWarning::Enrol(outside));
    assert_eq!(warnings[1], MoveWarning::OtherCourse);
    assert!(matches!(&warnings[2], MoveWarning::Meanwhile(past) if past.code.as_str() == "QZ-02"));
    assert_eq!(warnings.len(), 3);
    let offered = desk.classes_to_move_to(&desk.class(from).unwrap(), 60).unwrap();
    let codes: Vec<&str> = offered.iter().map(|class| class.code.as_str()).collect();
    assert_eq!(codes, ["QZ-02", "KD-01"], "the same course first");
}

#[test]
fn who_comes_back_gets_a_new_seat_and_both_times_are_kept() {
    let (mut desk, _folder, from, _) = two_classes();
    let who = nth(&desk, from, 2);
    leaves(&mut desk, &who);
    let left = desk.acts(None, 1).unwrap()[0].id;
    let back = desk.register(&wants(&desk, who.trainee, from)).unwrap();
    assert_eq!(back.seat.map(|(_, seat)| seat), Some(4));
    let again = nth(&desk, from, 3);
    assert_eq!(again.joined.to_string(), "2026-09-09", "the day after the old seat");
    let ledger = desk.class_ledger(&desk.class(from).unwrap()).unwrap();
    assert_eq!((ledger.rows[2].totals.credited.get(), ledger.rows[3].totals.credited.get()), (4, 0));
    let refused = desk.undo(left).unwrap_err();
    assert!(matches!(refused, Trouble::Store(StoreError::Undo(UndoRefused::Later { .. }))), "{refused:?}");
    desk.undo_last().unwrap();
    desk.undo(left).unwrap();
    assert!(nth(&desk, from, 2).left.is_none());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_transfer_is_not_taken_back_under_marks_in_the_other_class() {
    let (mut desk, folder, from, to) = two_classes();
    let who = nth(&desk, from, 0);
    desk.depart(&who, &on(moving(to), "2026-09-08", "")).unwrap();
    let moved = desk.acts(None, 1).unwrap()[0].id;
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), crate::desk::opened("2026-09-09 10:00")).unwrap();
    let sessions = desk.sessions(to).unwrap();
    desk.mark_unmarked(sessions[4].id, Mark::PRESENT, "").unwrap();
    assert!(desk.undo(moved).is_err());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn somebody_on_file_is_named_by_number_or_name() {
    let (desk, _folder, from, _) = two_classes();
    let who = nth(&desk, from, 1);
    for text in [who.number.to_string(), person(1).id_number, "李秀兰".to_owned()] {
        assert_eq!(desk.person_named(&text).unwrap(), who.trainee, "{text}");
    }
    assert!(matches!(desk.person_named("2"), Err(Trouble::NobodyNamed)), "a seat means nobody here");
}
