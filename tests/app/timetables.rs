//! Timetables: filling around holidays, moving, making up, and changing what others were told.

use crate::desk::{class, desk_at, opened, seated};
use baodao::app::days::DayWarning;
use baodao::app::shift::{Move, plan_of};
use baodao::app::words::timetable as say;
use baodao::app::{Desk, Trouble};
use baodao::domain::calendar::{Slot, Weekdays, parse_day};
use baodao::domain::change::Changed;
use baodao::domain::class::{ClassDraft, ClassFault, ClassField, SessionPlan};
use baodao::domain::holiday::{OnHolidays, TeachingDays};
use baodao::domain::ids::{ActId, ClassId};
use baodao::domain::mark::{LeaveKind, Mark};
use baodao::domain::shift::Shift;
use baodao::store::rows::SessionRow;
use baodao::store::{StoreError, UndoRefused};
use baodao::text::Lang;

fn planned(desk: &mut Desk, start: &str, end: &str) -> ClassId {
    planned_as(desk, "JY-01", start, end)
}

fn planned_as(desk: &mut Desk, code: &str, start: &str, end: &str) -> ClassId {
    let draft = ClassDraft {
        code: code.into(),
        course: "2022/6-29-01-01/5".into(),
        start: start.into(),
        end: end.into(),
        hours: "40".into(),
        ..ClassDraft::default()
    };
    desk.add_class(&draft).unwrap()
}

fn days(on_holidays: OnHolidays) -> TeachingDays {
    TeachingDays { weekdays: Weekdays::parse("mon-fri").unwrap(), on_holidays }
}

fn morning() -> [Slot; 1] {
    [Slot::parse("08:30-12:00").unwrap()]
}

#[test]
fn holidays_are_left_out_by_name_and_working_weekends_wait_to_be_asked() {
    let (mut desk, _folder) = desk_at("2026-09-01 08:00");
    let id = planned(&mut desk, "2026-09-14", "2026-10-11");
    let plan = |desk: &Desk, rule| desk.plan_timetable(id, days(rule), &morning()).unwrap();
    assert_eq!(plan(&desk, OnHolidays::Teach).new.len(), 20);
    let rest = plan(&desk, OnHolidays::Rest);
    let left_out: Vec<String> = rest.left_out.iter().map(|special| special.day.to_string()).collect();
    assert_eq!(
        left_out,
        ["2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]
    );
    assert_eq!((rest.new.len(), rest.brought_in.len()), (14, 0));
    let work = plan(&desk, OnHolidays::RestAndWork);
    assert_eq!((work.new.len(), work.brought_in.len()), (16, 2), "09-20 and 10-10");
    let filled = desk.fill_timetable(id, days(OnHolidays::RestAndWork), &morning()).unwrap();
    assert_eq!(filled, work, "done as it was shown");
    assert_eq!(desk.sessions(id).unwrap().len(), 16);
    assert!(filled.unknown_years.is_empty());
}

#[test]
fn a_year_nobody_put_on_file_is_said_and_a_table_of_ones_own_counts() {
    let (mut desk, folder) = desk_at("2026-12-20 08:00");
    let id = planned(&mut desk, "2026-12-28", "2027-01-08");
    let rest = desk.plan_timetable(id, days(OnHolidays::Rest), &morning()).unwrap();
    assert_eq!((rest.new.len(), rest.unknown_years), (10, vec![2027]));
    assert_eq!(desk.years_without_holidays().unwrap(), [2027]);
    let own = folder.path().join("data/holidays");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("2027.tsv"), "2027-01-01\tholiday\t元旦\tNew Year\n").unwrap();
    let rest = desk.plan_timetable(id, days(OnHolidays::Rest), &morning()).unwrap();
    assert_eq!((rest.new.len(), rest.unknown_years), (9, Vec::new()));
    assert!(desk.years_without_holidays().unwrap().is_empty());
}

fn find(desk: &Desk, class: ClassId, when: &str) -> SessionRow {
    let row = desk.class(class).unwrap();
    desk.session_named(&row, when).unwrap()
}

fn by_teaching_days(days: u32) -> Move {
    let days_of_week =
        TeachingDays { weekdays: Weekdays::parse("mon-fri").unwrap(), on_holidays: OnHolidays::Rest };
    Move::Following { by: Shift::teaching_days(days).unwrap(), days: days_of_week }
}

fn times(desk: &Desk, class: ClassId) -> Vec<String> {
    let sessions = desk.sessions(class).unwrap();
    sessions
        .iter()
        .map(|session| format!("{} {}", session.day.format("%m-%d"), session.slot.from()))
        .collect()
}

#[test]
fn one_session_moves_with_a_reason_and_comes_back() {
    let (mut desk, _folder) = desk_at("2026-09-08 10:00");
    let id = class(&mut desk, "QZ-01");
    let session = find(&desk, id, "2026-09-09/1");
    let one =
        |day: &str, slot: &str| Move::One { day: parse_day(day).unwrap(), slot: Slot::parse(slot).unwrap() };
    let same = desk.plan_move(session.id, one("2026-09-09", "08:30-12:00"));
    assert!(matches!(same, Err(Trouble::NothingMoves)));
    let taken = desk.plan_move(session.id, one("2026-09-10", "11:00-13:00")).unwrap();
    assert_eq!(taken.overlaps.as_ref().map(|other| other.day.to_string()), Some("2026-09-10".to_owned()));
    assert!(matches!(desk.move_sessions(&taken, "停电"), Err(Trouble::Overlap)));
    let moving = desk.plan_move(session.id, one("2026-09-19", "09:00-11:15")).unwrap();
    assert_eq!(moving.days, [DayWarning::AfterEnd(parse_day("2026-09-19").unwrap())]);
    assert!(matches!(desk.move_sessions(&moving, " "), Err(Trouble::ReasonNeeded)));
    desk.move_sessions(&moving, "停电").unwrap();
    let row = desk.session(session.id).unwrap();
    assert_eq!((row.day.to_string(), row.hours.get()), ("2026-09-19".to_owned(), 3));
    let changes = desk.links(id, &desk.sessions(id).unwrap()).unwrap().changes;
    let line = &changes[0];
    assert_eq!(
        (line.change.what, line.change.was.as_str(), line.change.becomes.as_str(), line.reason.as_str()),
        (Changed::Moved, "2026-09-09 08:30-12:00", "2026-09-19 09:00-11:15", "停电")
    );
    assert_eq!(line.operator, "王芳");
    // what was shown before somebody else moved it is not done again
    assert!(desk.move_sessions(&moving, "停电").unwrap_err().is_stale());
    desk.undo_last().unwrap();
    assert_eq!(desk.session(session.id).unwrap().day, session.day);
    assert!(desk.links(id, &desk.sessions(id).unwrap()).unwrap().changes.is_empty());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn all_that_follow_move_in_order_and_those_with_marks_stay() {
    let (mut desk, folder) = desk_at("2026-09-09 08:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let before = times(&desk, id);
    for marked in ["2026-09-09/1", "2026-09-11/2"] {
        let session = find(&desk, id, marked);
        let leave = Mark::Leave(LeaveKind::Sick);
        let seat = desk.class_view(id).unwrap().enrolments[0].id;
        desk.mark(session.id, &[seat], leave, "").unwrap();
    }
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-11 18:00")).unwrap();
    let from = find(&desk, id, "2026-09-09/1");
    let moving = desk.plan_move(from.id, by_teaching_days(1)).unwrap();
    let stays: Vec<String> = moving.stays.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(stays, ["2026-09-09", "2026-09-11"]);
    assert_eq!((moving.moved.len(), moving.overlaps.is_none()), (14, true));
    desk.move_sessions(&moving, "停电").unwrap();
    assert_eq!(desk.class(id).unwrap().planned.get(), 80, "no class hour is lost");
    let after = times(&desk, id);
    // Thursday afternoon would meet the Friday afternoon that stays, so its whole day goes on to Monday
    assert!(after.contains(&"09-09 08:30".to_owned()) && after.contains(&"09-11 14:00".to_owned()));
    assert_eq!(after.last().map(String::as_str), Some("09-22 14:00"));
    assert_eq!(newest(&desk), "move-session");
    desk.undo_last().unwrap();
    assert_eq!(times(&desk, id), before, "one step back");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn announced_leave_goes_along_and_marks_of_what_happened_keep_their_session() {
    let (mut desk, folder) = desk_at("2026-09-09 08:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let people = desk.class_view(id).unwrap().enrolments;
    let leave = Mark::Leave(LeaveKind::Sick);
    let ahead = find(&desk, id, "2026-09-11/1");
    desk.mark(ahead.id, &[people[0].id], leave, "").unwrap();
    desk.mark(find(&desk, id, "2026-09-09/2").id, &[people[1].id], leave, "").unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-09 18:00")).unwrap();
    let one = Move::One { day: parse_day("2026-09-19").unwrap(), slot: Slot::parse("08:30-12:00").unwrap() };
    let moving = desk.plan_move(ahead.id, one).unwrap();
    assert_eq!(moving.leave, [people[0].name.as_str()]);
    desk.move_sessions(&moving, "停电").unwrap();
    assert_eq!(desk.roll(ahead.id).unwrap().seats[0].line.as_ref().map(|line| line.mark), Some(leave));
    desk.undo_last().unwrap();
    // in the form of the session too, and with those that follow
    let plan =
        baodao::domain::class::SessionPlan { day: parse_day("2026-09-19").unwrap(), ..plan_of(&ahead) };
    desk.change_session(ahead.id, desk.session(ahead.id).unwrap().version, plan, "停电").unwrap();
    desk.undo_last().unwrap();
    let following = desk.plan_move(find(&desk, id, "2026-09-09/2").id, by_teaching_days(1)).unwrap();
    let stays: Vec<String> = following.stays.iter().map(|session| session.day.to_string()).collect();
    assert_eq!(
        (stays, following.leave.len()),
        (vec!["2026-09-09".to_owned()], 1),
        "the sick of today were not there"
    );
    desk.move_sessions(&following, "停电").unwrap();
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_shift_jumps_over_holidays_by_name() {
    let (mut desk, _folder) = desk_at("2026-09-09 18:00");
    let id = planned(&mut desk, "2026-09-21", "2026-09-30");
    desk.fill_timetable(id, days(OnHolidays::Rest), &morning()).unwrap();
    let from = find(&desk, id, "2026-09-24/1");
    let moving = desk.plan_move(from.id, by_teaching_days(1)).unwrap();
    let to: Vec<String> = moving.moved.iter().map(|one| one.plan.day.format("%m-%d").to_string()).collect();
    assert_eq!(to, ["09-28", "09-29", "09-30", "10-08"], "over Mid-Autumn and the whole of National Day");
    assert_eq!(moving.left_out.len(), 6);
    let earlier = Move::Following { by: Shift::days(-7).unwrap(), days: Weekdays::ALL.into() };
    let moving = desk.plan_move(find(&desk, id, "2026-09-28/1").id, earlier).unwrap();
    assert!(moving.overlaps.is_some(), "Monday a week before is taken");
    assert!(matches!(desk.move_sessions(&moving, "提前"), Err(Trouble::Overlap)));
}

#[test]
fn a_shift_by_days_goes_either_way() {
    let (mut desk, _folder) = desk_at("2026-09-01 18:00");
    let id = class(&mut desk, "QZ-01");
    let first = desk.sessions(id).unwrap()[0].clone();
    for (far, start) in [(7, "09-14 08:30"), (-7, "09-07 08:30"), (1, "09-08 08:30")] {
        let to = Move::Following { by: Shift::days(far).unwrap(), days: Weekdays::ALL.into() };
        let moving = desk.plan_move(first.id, to).unwrap();
        desk.move_sessions(&moving, "改期").unwrap();
        assert_eq!((times(&desk, id)[0].as_str(), desk.sessions(id).unwrap().len()), (start, 20));
    }
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn what_is_cancelled_is_made_up_and_counted() {
    let (mut desk, _folder) = desk_at("2026-09-08 10:00");
    let id = class(&mut desk, "QZ-01");
    let session = find(&desk, id, "2026-09-08/1");
    assert!(matches!(desk.make_up(session.id, plan_of(&session)), Err(Trouble::NotCancelled)));
    desk.cancel_session(session.id, session.version, "停电").unwrap();
    let owed = |desk: &Desk| desk.links(id, &desk.sessions(id).unwrap()).unwrap().owed().get();
    assert_eq!(owed(&desk), 4);
    assert_eq!(
        desk.free_day(&session).unwrap().to_string(),
        "2026-09-12",
        "the next free morning is Saturday's"
    );
    let at = |day: &str, slot: &str| SessionPlan {
        day: parse_day(day).unwrap(),
        slot: Slot::parse(slot).unwrap(),
        ..plan_of(&session)
    };
    assert!(matches!(desk.make_up(session.id, at("2026-09-09", "08:30-12:00")), Err(Trouble::Overlap)));
    let half = desk.make_up(session.id, at("2026-09-12", "08:30-10:00")).unwrap();
    assert_eq!(owed(&desk), 2, "two of four class hours");
    desk.make_up(session.id, at("2026-09-12", "10:00-12:00")).unwrap();
    assert_eq!(owed(&desk), 0);
    assert!(matches!(desk.make_up(session.id, at("2026-09-13", "10:00-12:00")), Err(Trouble::MadeUp)));
    // the make-up session is lost in its turn: its hours are owed, once
    let row = desk.session(half).unwrap();
    desk.cancel_session(half, row.version, "停水").unwrap();
    assert_eq!(owed(&desk), 2);
    let sessions = desk.sessions(id).unwrap();
    let links = desk.links(id, &sessions).unwrap().links;
    let (_, link) = sessions.iter().zip(&links).find(|(one, _)| one.id == session.id).unwrap();
    assert_eq!(link.made_up_by.len(), 2);
    assert_eq!(
        say::note(Lang::Zh, &desk.session(session.id).unwrap(), link),
        "停课：停电，补于 09-12 上午、09-12 上午"
    );
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_session_that_was_held_is_cancelled_only_when_that_is_meant() {
    let (mut desk, _folder) = desk_at("2026-09-08 10:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 3);
    let people: Vec<_> = desk.class_view(id).unwrap().enrolments.iter().map(|one| one.id).collect();
    let (held, ahead) = (find(&desk, id, "2026-09-08/1"), find(&desk, id, "2026-09-09/1"));
    desk.mark(ahead.id, &people[..1], Mark::Leave(LeaveKind::Sick), "").unwrap();
    assert_eq!(desk.loss_of(&ahead).unwrap(), None, "leave announced says nothing of what happened");
    desk.cancel_session(ahead.id, ahead.version, "停电").unwrap();
    desk.mark(held.id, &people[..2], Mark::PRESENT, "").unwrap();
    desk.mark(held.id, &people[2..], Mark::Absent, "").unwrap();
    let refused = desk.cancel_session(held.id, held.version, "停电").unwrap_err();
    let loss = desk.loss_of(&held).unwrap().unwrap();
    assert_eq!((loss.people, loss.hours.get()), (3, 8));
    assert!(matches!(refused, Trouble::LosesMarks(told) if told == loss));
    assert!(desk.session(held.id).unwrap().cancelled.is_none());
    desk.cancel_despite_marks(held.id, held.version, "停电").unwrap();
    desk.undo_last().unwrap();
    assert_eq!(desk.class_ledger(&desk.class(id).unwrap()).unwrap().rows[0].totals.credited.get(), 4);
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn no_session_goes_before_the_first_day_and_days_that_surprise_are_named() {
    let (mut desk, _folder) = desk_at("2026-09-10 10:00");
    let id = class(&mut desk, "QZ-01");
    let day = |text: &str| parse_day(text).unwrap();
    let session = find(&desk, id, "2026-09-11/1");
    let at = |to: &str| SessionPlan { day: day(to), ..plan_of(&session) };
    let early = at("2026-09-04");
    let is_early =
        |refused: Trouble| matches!(refused, Trouble::BeforeStart(start) if start == day("2026-09-07"));
    assert!(is_early(desk.add_session(id, early.clone()).unwrap_err()));
    assert!(is_early(desk.change_session(session.id, session.version, early.clone(), "调课").unwrap_err()));
    let one = |to: &str| Move::One { day: day(to), slot: session.slot };
    assert!(is_early(desk.plan_move(session.id, one("2026-09-04")).unwrap_err()));
    let all = Move::Following { by: Shift::days(-7).unwrap(), days: Weekdays::ALL.into() };
    assert!(is_early(desk.plan_move(session.id, all).unwrap_err()));
    let lost = find(&desk, id, "2026-09-10/2");
    desk.cancel_session(lost.id, lost.version, "停电").unwrap();
    assert!(is_early(desk.make_up(lost.id, early).unwrap_err()));
    // a class that starts later than was shown takes nothing before that day either
    let moving = desk.plan_move(session.id, one("2026-09-12")).unwrap();
    assert_eq!(moving.days, []);
    let (draft, version) = edit(&desk, id, |draft| draft.start = "2026-09-14".into());
    desk.change_class(id, version, &draft, "改期").unwrap();
    assert!(matches!(desk.move_sessions(&moving, "调课").unwrap_err(), Trouble::BeforeStart(_)));
    // what lies before it keeps its day, whatever else changes
    let topic = SessionPlan { topic: "砂浆".into(), ..plan_of(&session) };
    desk.change_session(session.id, session.version, topic, "").unwrap();
    let row = desk.class(id).unwrap();
    let told = desk.day_warnings(&row, &[day("2026-10-02"), day("2026-09-25"), day("2026-09-07")]);
    let names = match &told[1] {
        DayWarning::Holidays(days) => say::special_days(Lang::Zh, days),
        other => panic!("{other:?}"),
    };
    assert_eq!(names, "中秋节 09-25、国庆节 10-02");
    let end = DayWarning::AfterEnd(day("2026-10-02"));
    assert_eq!((&told[0], &told[2]), (&end, &DayWarning::Past(day("2026-09-07"))));
}

#[test]
fn a_cancellation_that_was_made_up_for_cannot_be_taken_back_alone() {
    let (mut desk, _folder) = desk_at("2026-09-08 10:00");
    let id = class(&mut desk, "QZ-01");
    let session = find(&desk, id, "2026-09-08/1");
    desk.cancel_session(session.id, session.version, "停电").unwrap();
    let cancelled = desk.acts(None, 1).unwrap()[0].id;
    let plan = SessionPlan { day: parse_day("2026-09-12").unwrap(), ..plan_of(&session) };
    desk.make_up(session.id, plan).unwrap();
    assert!(matches!(desk.undo(cancelled), Err(Trouble::Store(StoreError::Undo(UndoRefused::Later { .. })))));
    desk.undo_last().unwrap();
    desk.undo(cancelled).unwrap();
    assert_eq!(desk.sessions(id).unwrap().len(), 20);
    assert!(desk.session(session.id).unwrap().cancelled.is_none());
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_place_taken_meanwhile_keeps_a_cancelled_session_away() {
    let (mut desk, _folder) = desk_at("2026-09-08 10:00");
    let id = class(&mut desk, "QZ-01");
    let session = find(&desk, id, "2026-09-09/1");
    desk.cancel_session(session.id, session.version, "停电").unwrap();
    let cancelled = desk.acts(None, 1).unwrap()[0].id;
    let plan = SessionPlan { slot: Slot::parse("09:00-11:15").unwrap(), ..plan_of(&session) };
    desk.add_session(id, plan).unwrap();
    assert!(desk.undo(cancelled).unwrap_err().is_taken());
}

fn edit(desk: &Desk, id: ClassId, change: impl FnOnce(&mut ClassDraft)) -> (ClassDraft, ActId) {
    let row = desk.class(id).unwrap();
    let mut draft = ClassDraft {
        code: row.code.to_string(),
        course: row.course.0.clone(),
        start: row.start.to_string(),
        end: row.end.to_string(),
        hours: row.hours.get().to_string(),
        capacity: row.capacity.map_or(String::new(), |most| most.to_string()),
        place: row.place.clone(),
        instructor: row.instructor,
    };
    change(&mut draft);
    (draft, row.version)
}

#[test]
fn the_first_day_never_goes_past_a_marked_session() {
    let (mut desk, folder) = desk_at("2026-09-04 10:00");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let people: Vec<_> = desk.class_view(id).unwrap().enrolments.iter().map(|one| one.id).collect();
    let sessions = desk.sessions(id).unwrap();
    desk.mark(sessions[0].id, &people[..1], Mark::Leave(LeaveKind::Sick), "").unwrap();
    let later = |desk: &mut Desk, start: &str| {
        let (draft, version) = edit(desk, id, |draft| draft.start = start.into());
        desk.change_class(id, version, &draft, "改期")
    };
    later(&mut desk, "2026-09-08").unwrap();
    assert_eq!(desk.sessions_before(id, desk.class(id).unwrap().start).unwrap().len(), 2, "a plan goes on");
    desk.undo_last().unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-09 18:00")).unwrap();
    for session in &sessions[2..4] {
        desk.mark(session.id, &people, Mark::PRESENT, "签到表").unwrap();
    }
    let fault = |refused| match refused {
        Err(Trouble::Class(faults)) => faults,
        other => panic!("{other:?}"),
    };
    let marked = |sessions, first| ClassFault::MarkedBefore { sessions, first: parse_day(first).unwrap() };
    // what was announced for Monday says who was not there, now that Monday is over
    let all = fault(later(&mut desk, "2026-09-14"));
    assert_eq!(all, [(ClassField::Start, marked(3, "2026-09-07"))]);
    desk.mark(sessions[0].id, &people[..1], Mark::Cleared, "签到表").unwrap();
    assert_eq!(fault(later(&mut desk, "2026-09-09")), [(ClassField::Start, marked(2, "2026-09-08"))]);
    later(&mut desk, "2026-09-08").unwrap();
    assert!(desk.class_view(id).unwrap().enrolments.iter().all(|one| one.joined.to_string() == "2026-09-08"));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn the_end_of_a_class_that_has_begun_moves_as_a_dated_line() {
    let (mut desk, folder) = desk_at("2026-09-04 10:00");
    let id = class(&mut desk, "QZ-01");
    let (draft, version) = edit(&desk, id, |draft| draft.end = "2026-09-19".into());
    desk.change_class(id, version, &draft, "").unwrap();
    let changes = |desk: &Desk| desk.links(id, &desk.sessions(id).unwrap()).unwrap().changes;
    assert!(changes(&desk).is_empty(), "before the first day it is a plan");
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 08:00")).unwrap();
    let (draft, version) = edit(&desk, id, |draft| {
        draft.end = "2026-09-16".into();
        draft.instructor = "张师傅".into();
    });
    assert!(matches!(desk.change_class(id, version, &draft, " "), Err(Trouble::ReasonNeeded)));
    desk.change_class(id, version, &draft, "提前结业").unwrap();
    assert_eq!(newest(&desk), "move-end");
    let told: Vec<(Changed, String)> =
        changes(&desk).iter().rev().map(|row| (row.change.what, row.change.becomes.clone())).collect();
    assert_eq!(told, [(Changed::End, "2026-09-16".to_owned()), (Changed::Instructor, "张师傅".to_owned())]);
    assert_eq!(desk.sessions_after(id, desk.class(id).unwrap().end).unwrap().len(), 4);
    // what nobody was told of needs no reason
    let (draft, version) = edit(&desk, id, |draft| draft.code = "QZ-1".into());
    desk.change_class(id, version, &draft, "").unwrap();
    assert_eq!(newest(&desk), "change-class");
    desk.undo_last().unwrap();
    desk.undo_last().unwrap();
    assert!(changes(&desk).is_empty());
    assert_eq!(desk.class(id).unwrap().end.to_string(), "2026-09-19");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn coming_sessions_follow_their_class_in_the_same_act() {
    let (mut desk, folder) = desk_at("2026-09-04 10:00");
    let id = class(&mut desk, "QZ-01");
    let all = desk.sessions(id).unwrap();
    // one that is somebody else's on purpose stays so
    let guest = SessionPlan { instructor: "客座".into(), ..plan_of(&all[5]) };
    desk.change_session(all[5].id, all[5].version, guest, "").unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 12:00")).unwrap();
    let (draft, version) = edit(&desk, id, |draft| {
        draft.instructor = "张师傅".into();
        draft.place = "二楼".into();
    });
    assert_eq!(desk.change_class(id, version, &draft, "换人换教室").unwrap(), all.len() - 1);
    let told = |desk: &Desk| -> Vec<(String, String)> {
        let sessions = desk.sessions(id).unwrap().into_iter();
        sessions.map(|session| (session.instructor, session.room)).collect()
    };
    let now = told(&desk);
    let two = |instructor: &str, room: &str| (instructor.to_owned(), room.to_owned());
    assert_eq!(now[0], (all[0].instructor.clone(), all[0].room.clone()), "it has been given");
    assert_eq!(now[1], two("张师傅", "二楼"));
    assert_eq!(now[5], two("客座", "二楼"));
    desk.undo_last().unwrap();
    assert_eq!(told(&desk)[1], (all[1].instructor.clone(), all[1].room.clone()));
    let (draft, version) = edit(&desk, id, |draft| draft.code = "QZ-1".into());
    assert_eq!(desk.change_class(id, version, &draft, "").unwrap(), 0);
    assert_eq!(desk.verify().unwrap().faults, []);
}

/// The verb of the newest act.
fn newest(desk: &Desk) -> String {
    desk.acts(None, 1).unwrap()[0].verb.clone()
}

#[test]
fn what_was_cancelled_or_moved_away_is_not_filled_again() {
    let (mut desk, _folder) = desk_at("2026-09-14 07:00");
    let id = planned(&mut desk, "2026-09-14", "2026-09-18");
    desk.fill_timetable(id, days(OnHolidays::Teach), &morning()).unwrap();
    let sessions = desk.sessions(id).unwrap();
    desk.cancel_session(sessions[1].id, sessions[1].version, "停电").unwrap();
    let away = Move::One { day: parse_day("2026-09-18").unwrap(), slot: Slot::parse("14:00-17:30").unwrap() };
    let moving = desk.plan_move(sessions[2].id, away).unwrap();
    desk.move_sessions(&moving, "老师开会").unwrap();
    let again = desk.fill_timetable(id, days(OnHolidays::Teach), &morning()).unwrap();
    assert_eq!((again.new.len(), again.kept, again.settled, again.past), (0, 3, 2, 0));
    // days that are over are counted apart, and filled: a class may be put on file late
    let late = planned_as(&mut desk, "JY-02", "2026-09-10", "2026-09-15");
    let plan = desk.plan_timetable(late, days(OnHolidays::Teach), &morning()).unwrap();
    assert_eq!((plan.new.len(), plan.past), (4, 2));
}
