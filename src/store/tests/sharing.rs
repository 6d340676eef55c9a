//! Several processes on one local file.

use super::*;

#[test]
fn two_desks_mark_the_same_cell_and_both_lines_stay() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let mut other = open(bench.folder.path()).unwrap();
    other.changed_elsewhere().unwrap();
    bench.mark(cell, Mark::Absent).unwrap();
    assert!(other.changed_elsewhere().unwrap(), "the other desk notices");
    let mut hand = Hand { operator: "other", now_ms: 5_000_000, chance: &mut |bytes| bytes.fill(200) };
    let new = NewMark { mark: Mark::PRESENT, source: &Source::Hand, layer: Layer::Instructor, reason: "" };
    let session = other.session(cell.0).unwrap();
    other.act(Verb::Mark, &mut hand, |w| w.mark(&session, cell.1, new)).unwrap();
    assert!(bench.store.changed_elsewhere().unwrap() && !bench.store.changed_elsewhere().unwrap());
    assert_eq!(bench.marked(cell), Some(Mark::PRESENT));
    let lines = bench.store.lines_of_cell(cell.0, cell.1).unwrap();
    assert_eq!((lines.len(), lines[1].replaces), (2, Some(lines[0].id)));
    assert!(!other.changed_elsewhere().unwrap(), "one's own changes are no news");
}

#[test]
fn stamps_grow_though_a_clock_is_behind() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    bench.now_ms = 5;
    bench.add("李秀兰", "14099919920229002X");
    let acts = bench.store.acts(None, 2).unwrap();
    assert!(acts[0].at > acts[1].at);
}

#[test]
fn a_busy_file_is_waited_for_and_said() {
    use std::sync::{Arc, Mutex};
    let mut bench = Bench::new();
    let raw = bench.raw();
    raw.execute_batch("BEGIN IMMEDIATE").unwrap();
    let told = Arc::new(Mutex::new(Some((raw, 0))));
    let seen = Arc::clone(&told);
    bench.store.on_wait(Box::new(move |_| {
        let mut told = seen.lock().unwrap();
        let (raw, times) = told.take().unwrap();
        if times == 2 {
            raw.execute_batch("COMMIT").unwrap();
        }
        *told = Some((raw, times + 1));
    }));
    bench.add("王建国", "140999198506120017");
    assert_eq!(told.lock().unwrap().as_ref().unwrap().1, 3, "told twice, then let go");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test is about threads")]
fn eight_hands_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::create(folder.path(), Key::Plain, Birth { desk: [1; 16], epoch: [2; 16] }).unwrap());
    let path = folder.path().to_owned();
    let hands: Vec<_> = (0..8_u8)
        .map(|nth| {
            let path = path.clone();
            std::thread::spawn(move || {
                let mut store = open(&path).unwrap();
                for round in 0..10_u8 {
                    let mut state = u64::from(nth) << 32 | u64::from(round) << 16;
                    let mut fill = |bytes: &mut [u8]| {
                        state += 1;
                        let part = state.to_be_bytes();
                        bytes.iter_mut().enumerate().for_each(|(at, byte)| *byte = part[at % 8]);
                    };
                    let operator = format!("hand {nth}");
                    let mut hand = Hand { operator: &operator, now_ms: 1, chance: &mut fill };
                    store
                        .act::<_, StoreError>(Verb::ChangeSetting, &mut hand, |w| {
                            w.set(&operator, &round.to_string())
                        })
                        .unwrap();
                }
            })
        })
        .collect();
    hands.into_iter().for_each(|hand| hand.join().unwrap());
    let store = open(&path).unwrap();
    assert_eq!((store.head().unwrap().0, store.verify().unwrap().faults), (80, vec![]));
}

#[test]
fn restoring_needs_the_file_alone() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let copy = bench.folder.path().join("one.db");
    bench.store.aside().unwrap().backup(&copy).unwrap();
    let other = open(bench.folder.path()).unwrap();
    let Bench { folder, mut store, .. } = bench;
    assert!(matches!(store.restore(&copy, "before.db", |_| Ok::<_, StoreError>(())), Err(StoreError::InUse)));
    assert_eq!(other.count_trainees().unwrap(), 1);
    assert!(!folder.path().join("before.db").exists());
}

#[test]
fn a_session_moved_meanwhile_takes_no_mark_meant_for_its_old_day() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    let read = bench.store.session(cell.0).unwrap();
    let plan = session_plan("2026-09-08");
    bench.act(Verb::MoveSession, |w| w.change_session(cell.0, read.version, &plan)).unwrap();
    let new = NewMark { mark: Mark::PRESENT, source: &Source::Hand, layer: Layer::Instructor, reason: "" };
    let marked = bench.act(Verb::Mark, |w| w.mark(&read, cell.1, new));
    assert!(matches!(marked, Err(StoreError::Stale)));
    assert_eq!(bench.marked(cell), None);
}
