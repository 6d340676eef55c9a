//! Taking acts back: one, several in a row, and when it is refused.

use super::*;
use crate::domain::roll::RollLine;

#[test]
fn an_undone_enrolment_frees_its_seat_and_both_stay_in_the_audit() {
    let mut bench = Bench::new();
    let person = bench.add("王建国", "140999198506120017");
    let class = bench.class();
    bench.enrol(class, person);
    let enrolled = bench.last();
    bench.undo(enrolled).unwrap();
    assert!(bench.store.enrolments(class).unwrap().is_empty());
    let (_, seat) = bench.act(Verb::Enrol, |w| w.enrol(class, person, day("2026-09-07"), "")).unwrap();
    assert_eq!(seat, 1);
    let acts = bench.store.acts(None, 10).unwrap();
    let undo = acts.iter().find(|act| act.undoes == Some(enrolled)).unwrap();
    assert_eq!(acts.iter().find(|act| act.id == enrolled).unwrap().undone_by, Some(undo.id));
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn changes_come_back_one_after_the_other() {
    let mut bench = Bench::new();
    let id = bench.add("王建国", "140999198506120017");
    let added = bench.last();
    let mut acts = Vec::new();
    for remarks in ["一", "二"] {
        let row = bench.store.trainee(id).unwrap();
        let changed = Trainee { remarks: remarks.into(), ..row.trainee.clone() };
        bench
            .act(Verb::ChangeTrainee, |w| {
                w.change_trainee(id, row.version, NewTrainee { trainee: &changed, keys: "wjg" })
            })
            .unwrap();
        acts.push(bench.last());
    }
    for (act, left) in acts.into_iter().rev().zip(["一", ""]) {
        bench.undo(act).unwrap();
        assert_eq!(bench.store.trainee(id).unwrap().trainee.remarks, left);
    }
    bench.undo(added).unwrap();
    assert!(matches!(bench.store.trainee(id), Err(StoreError::Gone)));
    assert!(
        bench.store.find_name("wjg", rows::Why::Pinyin, 5).unwrap().is_empty(),
        "nobody finds who was taken back"
    );
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn marks_come_back_one_after_the_other() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let mut acts = Vec::new();
    for mark in [Mark::PRESENT, Mark::Absent, Mark::PRESENT] {
        bench.mark(cell, mark).unwrap();
        acts.push(bench.last());
    }
    for (act, left) in acts.into_iter().rev().zip([Mark::Absent, Mark::PRESENT, Mark::Cleared]) {
        bench.undo(act).unwrap();
        assert_eq!(bench.marked(cell), Some(left));
    }
    assert_eq!(
        bench.store.lines_of_cell(cell.0, cell.1).unwrap().len(),
        6,
        "nothing is taken out of the roll"
    );
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn a_later_touch_refuses_the_undo() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    bench.mark(cell, Mark::Absent).unwrap();
    let absent = bench.last();
    bench.mark(cell, Mark::PRESENT).unwrap();
    let present = bench.last();
    let refused = bench.undo(absent).unwrap_err();
    assert!(
        matches!(refused, StoreError::Undo(UndoRefused::Later { act, later }) if act == absent.0 && later == present.0)
    );
    let mut undo = |act| bench.undo(ActId(act)).unwrap_err();
    assert!(
        matches!(undo(1), StoreError::Undo(UndoRefused::Later { .. })),
        "somebody enrolled leans on the record"
    );
    assert!(matches!(undo(2), StoreError::Undo(UndoRefused::Later { .. })), "a class with sessions");
    assert!(matches!(undo(3), StoreError::Undo(UndoRefused::Later { .. })), "a session with marks");
    assert!(matches!(undo(4), StoreError::Undo(UndoRefused::Later { .. })), "an enrolment with marks");
    assert!(matches!(undo(99), StoreError::Undo(UndoRefused::Nothing)));
}

#[test]
fn an_act_is_taken_back_once() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let act = bench.last();
    bench.undo(act).unwrap();
    assert!(matches!(bench.undo(act), Err(StoreError::Undo(UndoRefused::Already(_)))));
    let undo = bench.last();
    assert!(matches!(bench.undo(undo), Err(StoreError::Undo(UndoRefused::Kind))));
}

#[test]
fn the_next_to_undo_is_the_newest_of_this_operator_today() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let first = bench.last();
    bench.add("李秀兰", "14099919920229002X");
    let second = bench.last();
    let next = |bench: &Bench, operator: &str| {
        bench.store.undoable(operator, 0, ActId(i64::MAX)).unwrap().map(|act| act.id)
    };
    assert_eq!(next(&bench, "desk"), Some(second));
    assert_eq!(next(&bench, "somebody"), None);
    bench.undo(second).unwrap();
    assert_eq!(next(&bench, "desk"), Some(first));
    assert_eq!(bench.store.undoable("desk", i64::MAX, ActId(i64::MAX)).unwrap().map(|act| act.id), None);
}

#[test]
fn what_comes_back_keeps_how_it_arose() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let all =
        NewMark {
            mark: Mark::PRESENT, source: &Source::AllAtOnce, layer: Layer::Instructor, reason: "点名"
        };
    let session = bench.store.session(cell.0).unwrap();
    bench.act(Verb::MarkAll, |w| w.mark(&session, cell.1, all)).unwrap();
    let paper =
        NewMark { mark: Mark::Absent, source: &Source::Paper, layer: Layer::Office, reason: "签到表" };
    bench.act(Verb::Mark, |w| w.mark(&session, cell.1, paper)).unwrap();
    let act = bench.last();
    bench.undo(act).unwrap();
    let line = bench.store.marks_of_session(cell.0).unwrap().remove(0);
    assert_eq!(
        (line.source, line.layer, line.reason.as_str()),
        (Source::AllAtOnce, Layer::Instructor, "点名")
    );
}

#[test]
fn nothing_is_written_into_what_was_taken_back_meanwhile() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let enrolled = bench.last();
    bench.undo(enrolled).unwrap();
    assert!(matches!(bench.mark(cell, Mark::PRESENT), Err(StoreError::Gone)));
}

#[test]
fn the_days_of_a_class_do_not_come_back_over_lessons_planned_since() {
    let mut bench = Bench::new();
    let class = bench.class();
    let row = bench.store.class(class).unwrap();
    let plan = ClassPlan {
        code: row.code,
        course: row.course,
        start: row.start,
        end: day("2026-09-30"),
        hours: row.hours,
        capacity: row.capacity,
        place: row.place,
        instructor: row.instructor,
    };
    bench.act(Verb::ChangeClass, |w| w.change_class(class, row.version, &plan)).unwrap();
    let moved = bench.last();
    bench.act(Verb::AddSession, |w| w.add_session(class, &session_plan("2026-09-29"))).unwrap();
    let added = bench.last();
    let refused = bench.undo(moved);
    assert!(matches!(refused, Err(StoreError::Undo(UndoRefused::Later { later, .. })) if later == added.0));
    bench.undo(added).unwrap();
    bench.undo(moved).unwrap();
    assert_eq!(bench.store.class(class).unwrap().end, day("2026-09-18"));
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

/// Stamps only grow: after one act under a clock set ahead they say nothing of the time any more.
#[test]
fn a_line_keeps_the_time_that_the_clock_said_when_it_was_first_said() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let right = bench.now_ms;
    bench.now_ms += 400 * 24 * 3600 * 1000;
    bench.act(Verb::AddTrainee, |w| w.about_session(cell.0)).unwrap();
    bench.now_ms = right;
    let told = |bench: &Bench| bench.store.marks_of_session(cell.0).unwrap()[0].wall_ms;
    bench.mark(cell, Mark::Absent).unwrap();
    assert_eq!(told(&bench), right + 1000);
    for mark in [Mark::PRESENT, Mark::Absent] {
        bench.mark(cell, mark).unwrap();
    }
    assert_eq!(told(&bench), right + 3000);
    let last = bench.last();
    for back in 0..2 {
        bench.undo(ActId(last.0 - back)).unwrap();
        assert_eq!(told(&bench), right + 2000 - 1000 * back, "brought back with its time");
    }
    bench.act(Verb::CompleteRoll, |w| w.add_roll_line(cell.0, &RollLine::Completed)).unwrap();
    assert_eq!(bench.store.roll_lines(cell.0).unwrap()[0].wall_ms, right + 6000);
    assert_eq!(bench.store.verify().unwrap().faults, []);
}
