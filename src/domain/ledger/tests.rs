//! The hour rule: published cases, and properties that any rule pack must keep.

use super::*;
use crate::domain::calendar::TimeOfDay;
use crate::domain::mark::LeaveKind;
use crate::domain::rules::Sourced;
use proptest::prelude::*;

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced { value, source: String::new(), zh: String::new(), en: String::new() }
}

fn rules() -> RulePack {
    RulePack {
        id: "test".into(),
        zh: String::new(),
        en: String::new(),
        valid_from: NaiveDate::default(),
        hash: String::new(),
        minutes_per_hour: sourced(45),
        grace_minutes: sourced(15),
        minutes_per_lost_hour: sourced(45),
        person_attendance_pct: sourced(80),
        class_size_max: sourced(50),
        age_min: sourced(16),
        max_hours_per_day: sourced(8),
    }
}

fn minutes(n: u16) -> Minutes {
    Minutes::new(n).unwrap()
}

fn present(late: u16, early: u16) -> Option<Mark> {
    Some(Mark::Present { late: minutes(late), early: minutes(early) })
}

fn session(day: u32) -> Planned {
    Planned {
        day: NaiveDate::from_ymd_opt(2026, 9, day).unwrap(),
        slot: Slot::parse("08:30-12:00").unwrap(),
        hours: ClassHours::new(4),
        has_marks: true,
    }
}

fn after() -> Moment {
    Moment { day: NaiveDate::from_ymd_opt(2026, 9, 30).unwrap(), time: TimeOfDay::START }
}

#[test]
fn minutes_cost_started_blocks_beyond_the_grace() {
    for (late, early, credited) in [
        (0, 0, 4),
        (15, 0, 4),
        (16, 0, 3),
        (45, 0, 3),
        (46, 0, 2),
        (0, 20, 3),
        (20, 20, 2),
        (15, 15, 4),
        (200, 200, 0),
        (91, 0, 1),
    ] {
        let entry = entry(&session(7), present(late, early), after(), &rules());
        assert_eq!(entry.credited.get(), credited, "late {late}, early {early}");
    }
}

#[test]
fn leave_absence_and_not_taken_earn_nothing() {
    for mark in [Some(Mark::Leave(LeaveKind::Sick)), Some(Mark::Absent), Some(Mark::Cleared), None] {
        assert_eq!(entry(&session(7), mark, after(), &rules()).credited, ClassHours::ZERO);
    }
}

#[test]
fn a_session_of_today_is_delivered_once_begun_and_marked() {
    let at = |text: &str| Moment { day: session(7).day, time: TimeOfDay::parse(text).unwrap() };
    let unmarked = Planned { has_marks: false, ..session(7) };
    assert!(!entry(&session(7), None, at("08:29"), &rules()).delivered);
    assert!(entry(&session(7), None, at("08:30"), &rules()).delivered);
    assert!(!entry(&unmarked, None, at("09:00"), &rules()).delivered);
    assert!(entry(&unmarked, None, after(), &rules()).delivered);
}

#[test]
fn what_can_still_be_missed() {
    let sessions: Vec<Planned> = (7..12).map(session).collect();
    let now = Moment { day: sessions[2].day, time: TimeOfDay::START };
    let cells = [present(0, 0), Some(Mark::Absent), None, Some(Mark::Leave(LeaveKind::Personal)), None];
    let totals = totals(
        sessions.iter().zip(cells).map(|(session, mark)| Cell { session, mark, expected: true }),
        ClassHours::new(12),
        now,
        &rules(),
    );
    assert_eq!((totals.planned.get(), totals.delivered.get(), totals.credited.get()), (20, 8, 4));
    assert_eq!((totals.missing().get(), totals.can_miss().get(), totals.is_lost()), (8, 0, false));
    assert_eq!(totals.ratio(), [4, 8]);
}

#[test]
fn sessions_before_joining_bring_nothing_more() {
    let sessions: Vec<Planned> = (7..17).map(session).collect();
    let now = Moment { day: sessions[5].day, time: TimeOfDay::START };
    let cells = sessions.iter().map(|session| Cell { session, mark: None, expected: session.day >= now.day });
    let late_joiner = totals(cells, ClassHours::new(40), now, &rules());
    assert!(late_joiner.is_lost() && late_joiner.open == ClassHours::new(20));
}

#[test]
fn a_rounded_percentage_never_passes() {
    let totals = |credited, delivered| Totals {
        credited: ClassHours::new(credited),
        delivered: ClassHours::new(delivered),
        ..Totals::default()
    };
    assert!(!totals(796, 1000).reaches(80));
    assert!(totals(64, 80).reaches(80) && !totals(63, 80).reaches(80) && totals(0, 0).reaches(80));
}

fn any_mark() -> impl Strategy<Value = Option<Mark>> {
    prop_oneof![
        Just(None),
        Just(Some(Mark::Absent)),
        Just(Some(Mark::Cleared)),
        Just(Some(Mark::Leave(LeaveKind::Sick))),
        (0_u16..300, 0_u16..300).prop_map(|(late, early)| present(late, early)),
    ]
}

proptest! {
    #[test]
    fn credited_hours_do_not_depend_on_the_order(cells in prop::collection::vec((1_u32..29, any_mark()), 0..30)) {
        let cells: Vec<(Planned, Option<Mark>)> = cells.into_iter().map(|(day, mark)| (session(day), mark)).collect();
        let fold = |cells: &[(Planned, Option<Mark>)]| totals(cells.iter().map(|(session, mark)| Cell { session, mark: *mark, expected: true }), ClassHours::new(40), after(), &rules());
        let mut turned = cells.clone();
        turned.reverse();
        prop_assert_eq!(fold(&cells), fold(&turned));
        let totals = fold(&cells);
        prop_assert!(totals.credited <= totals.delivered && totals.delivered <= totals.planned);
    }

    #[test]
    fn more_minutes_never_earn_more(late in 0_u16..1439, early in 0_u16..1440) {
        let worth = |late| entry(&session(7), present(late, early), after(), &rules()).credited;
        prop_assert!(worth(late + 1) <= worth(late));
    }
}
