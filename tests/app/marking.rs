//! Taking the roll: when a mark may be set, what is never overwritten, who may be meant.

use crate::desk::{class, clock, desk_at, leaves, on_file, opened, seated};
use baodao::app::{Chance, Desk, Opened, Trouble};
use baodao::domain::hours::Minutes;
use baodao::domain::ids::{EnrolmentId, SessionId};
use baodao::domain::mark::{Layer, LeaveKind, Mark, MarkFault, MarkKind, Source};
use tempfile::TempDir;

/// A class of five, seen at a time.
fn at(time: &str) -> (Desk, TempDir, Vec<SessionId>, Vec<EnrolmentId>) {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 5);
    let view = desk.class_view(id).unwrap();
    drop(desk);
    let desk = Desk::open(&folder.path().join("data"), opened(time)).unwrap();
    let sessions = view.sessions.iter().map(|session| session.id).collect();
    (desk, folder, sessions, view.enrolments.iter().map(|enrolment| enrolment.id).collect())
}

#[test]
fn all_at_once_touches_only_those_not_taken() {
    let (mut desk, _folder, sessions, people) = at("2026-09-07 08:47");
    desk.mark(sessions[0], &[people[1]], Mark::Leave(LeaveKind::Sick), "").unwrap();
    assert_eq!(desk.mark_unmarked(sessions[0], Mark::PRESENT, "").unwrap(), 4);
    let roll = desk.roll(sessions[0]).unwrap();
    assert_eq!(
        (roll.count(MarkKind::Present), roll.count(MarkKind::Leave), roll.count(MarkKind::NotTaken)),
        (4, 1, 0)
    );
    assert!(matches!(roll.seats[0].line.as_ref().unwrap().source, Source::AllAtOnce));
    assert!(matches!(roll.seats[1].line.as_ref().unwrap().source, Source::Hand));
    assert_eq!(desk.mark_unmarked(sessions[0], Mark::PRESENT, "").unwrap(), 0);
}

#[test]
fn a_session_to_come_takes_leave_only() {
    let (mut desk, _folder, sessions, people) = at("2026-09-07 08:29");
    let refused = desk.mark(sessions[0], &people[..1], Mark::PRESENT, "").unwrap_err();
    assert!(matches!(refused, Trouble::Mark(MarkFault::NotBegun)));
    desk.mark(sessions[5], &people[..1], Mark::Leave(LeaveKind::Personal), "").unwrap();
}

#[test]
fn a_past_day_needs_a_reason_and_is_the_offices() {
    let (mut desk, _folder, sessions, people) = at("2026-09-08 09:00");
    let refused = desk.mark(sessions[0], &people[..1], Mark::Absent, " ").unwrap_err();
    assert!(matches!(refused, Trouble::Mark(MarkFault::ReasonNeeded)));
    desk.mark(sessions[0], &people[..1], Mark::Absent, "签到表第3页").unwrap();
    let line = desk.roll(sessions[0]).unwrap().seats[0].line.clone().unwrap();
    assert_eq!((line.layer, line.reason.as_str()), (Layer::Office, "签到表第3页"));
}

#[test]
fn more_minutes_than_the_session_are_refused() {
    let (mut desk, _folder, sessions, people) = at("2026-09-07 09:00");
    let late = Mark::Present { late: Minutes::new(211).unwrap(), early: Minutes::ZERO };
    assert!(matches!(
        desk.mark(sessions[0], &people[..1], late, "").unwrap_err(),
        Trouble::Mark(MarkFault::Minutes)
    ));
}

#[test]
fn undo_brings_the_mark_before_back() {
    let (mut desk, _folder, sessions, people) = at("2026-09-07 08:47");
    desk.mark_unmarked(sessions[0], Mark::PRESENT, "").unwrap();
    desk.mark(sessions[0], &people[2..3], Mark::Absent, "").unwrap();
    desk.undo_last().unwrap();
    assert_eq!(desk.roll(sessions[0]).unwrap().count(MarkKind::Present), 5);
    desk.undo_last().unwrap();
    assert_eq!(desk.roll(sessions[0]).unwrap().count(MarkKind::NotTaken), 5);
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn people_are_meant_by_seat_number_id_or_name() {
    let (desk, _folder, ..) = at("2026-09-07 08:47");
    let class = desk.class_named("qz-01").unwrap();
    let seat = |text: &str| desk.enrolment_named(&class, text).map(|enrolment| enrolment.seat);
    assert_eq!(seat("3").unwrap(), 3);
    assert_eq!(seat("赵拴柱").unwrap(), 3);
    assert_eq!(seat("000000026").unwrap(), 2);
    assert!(matches!(seat("99"), Err(Trouble::NoSuchTrainee)));
    assert!(matches!(seat("没有人"), Err(Trouble::NoSuchTrainee)));
}

#[test]
fn a_cancelled_session_is_not_marked() {
    let (mut desk, _folder, sessions, people) = at("2026-09-07 08:47");
    let session = desk.session(sessions[0]).unwrap();
    desk.cancel_session(session.id, session.version, "停电").unwrap();
    assert!(matches!(
        desk.mark(sessions[0], &people[..1], Mark::PRESENT, "").unwrap_err(),
        Trouble::Mark(MarkFault::Cancelled)
    ));
    assert_eq!(clock("2026-09-07 08:47").now().time.to_string(), "08:47");
}

#[test]
fn the_audit_answers_who_when_what_and_why() {
    let (mut desk, _folder, sessions, people) = at("2026-09-08 09:00");
    desk.mark_unmarked(sessions[0], Mark::PRESENT, "补录").unwrap();
    desk.mark(sessions[0], &people[1..2], Mark::Absent, "签到表第3页").unwrap();
    let act = desk.acts(None, 1).unwrap().remove(0);
    let told = desk.act_marks(act.id).unwrap().remove(0);
    assert_eq!((told.name.as_str(), told.before, told.after), ("李秀兰", Some(Mark::PRESENT), Mark::Absent));
    assert_eq!(
        (told.reason.as_str(), told.session.day.to_string()),
        ("签到表第3页", "2026-09-07".to_owned())
    );
}

#[test]
fn marking_nobody_is_no_act() {
    let (mut desk, folder, sessions, _) = at("2026-09-07 08:47");
    let mut other = Desk::open(
        &folder.path().join("data"),
        Opened { chance: Chance::Seeded(5), ..opened("2026-09-07 08:47") },
    )
    .unwrap();
    desk.mark_unmarked(sessions[0], Mark::PRESENT, "").unwrap();
    let acts = desk.acts(None, 100).unwrap().len();
    assert_eq!(other.mark_unmarked(sessions[0], Mark::PRESENT, "").unwrap(), 0);
    assert_eq!(desk.acts(None, 100).unwrap().len(), acts);
}

#[test]
fn a_slip_is_taken_back_on_its_day_and_a_past_day_is_corrected() {
    let (mut desk, folder, sessions, people) = at("2026-09-07 08:47");
    desk.mark(sessions[0], &people[..1], Mark::Absent, "").unwrap();
    let act = desk.acts(None, 1).unwrap()[0].id;
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-16 09:00")).unwrap();
    assert!(matches!(desk.undo(act), Err(Trouble::CorrectInstead(told)) if told == act));
    // what was corrected today can be
    desk.mark(sessions[0], &people[..1], Mark::PRESENT, "签到表第3页").unwrap();
    desk.undo_last().unwrap();
    assert_eq!(desk.roll(sessions[0]).unwrap().count(MarkKind::Absent), 1);
    assert_eq!(desk.verify().unwrap().faults, []);
}

/// Every stamp after it is as late; what the clock says is not.
#[test]
fn one_act_under_a_clock_set_ahead_does_not_turn_leave_announced_into_leave_taken() {
    let (mut ahead, folder, sessions, people) = at("2027-09-07 08:00");
    on_file(&mut ahead, 7);
    drop(ahead);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 08:29")).unwrap();
    desk.mark(sessions[3], &people[..1], Mark::Leave(LeaveKind::Sick), "").unwrap();
    let seats = desk.roll(sessions[3]).unwrap().seats;
    assert_eq!(seats[0].line.as_ref().unwrap().wall_ms, clock("2026-09-07 08:29").now_ms());
    leaves(&mut desk, &seats[0].enrolment);
    assert_eq!(desk.roll(sessions[3]).unwrap().seats.len(), 4, "whoever left is not there");
}
