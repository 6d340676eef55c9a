//! What the file refuses, and what an inspection finds.

use super::*;
use crate::store::verify::Fault;

#[test]
fn acts_marks_and_revisions_cannot_be_changed_or_deleted() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    bench.mark(cell, Mark::Absent).unwrap();
    let raw = bench.raw();
    for sql in [
        "UPDATE act SET verb = 'x'",
        "DELETE FROM act",
        "UPDATE mark SET kind = 'present'",
        "DELETE FROM mark",
        "DELETE FROM revision",
        "UPDATE revision SET after = '{}'",
        "INSERT OR REPLACE INTO mark SELECT * FROM mark",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "INSERT OR REPLACE INTO act SELECT * FROM act",
        "DELETE FROM trainee",
        "DELETE FROM enrolment",
    ] {
        assert!(raw.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn columns_repeat_the_rules_of_the_types() {
    let mut bench = Bench::new();
    let cell = bench.seated();
    bench.mark(cell, Mark::Absent).unwrap();
    let raw = bench.raw();
    for sql in [
        "UPDATE trainee SET sex = 'x'",
        "UPDATE trainee SET id_number = '14099919850612001'",
        "UPDATE trainee SET birth = '1985/06/12'",
        "UPDATE class SET hours = 0",
        "UPDATE class SET end_on = '2026-09-01'",
        "UPDATE session SET to_min = from_min",
        "UPDATE session SET cancelled = ''",
        "UPDATE enrolment SET left_on = '1.9.2026'",
        "INSERT INTO mark SELECT 99, randomblob(16), session, enrolment, 'absent', 5, 0, source, file, line, layer, operator, desk,
            at_ms, at_n, reason, id, act FROM mark",
    ] {
        assert!(raw.execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn one_person_one_record_one_seat() {
    let mut bench = Bench::new();
    let person = bench.add("王建国", "140999198506120017");
    let twice = trainee("王建国", "140999198506120017");
    let refused = bench.act(Verb::AddTrainee, |w| w.add_trainee(NewTrainee { trainee: &twice, keys: "" }));
    assert!(matches!(refused, Err(StoreError::Taken(Taken::IdNumber))));
    let class = bench.class();
    bench.enrol(class, person);
    let again = bench.act(Verb::Enrol, |w| w.enrol(class, person, day("2026-09-07"), ""));
    assert!(matches!(again, Err(StoreError::Taken(Taken::Enrolment))));
}

#[test]
fn who_left_may_join_again_on_a_new_seat() {
    let mut bench = Bench::new();
    let person = bench.add("王建国", "140999198506120017");
    let class = bench.class();
    let first = bench.enrol(class, person);
    let version = bench.last();
    bench.act(Verb::Leave, |w| w.leave(first, version, day("2026-09-08"))).unwrap();
    let (_, seat) = bench.act(Verb::Enrol, |w| w.enrol(class, person, day("2026-09-09"), "")).unwrap();
    assert_eq!(seat, 2, "a seat is never given twice");
}

#[test]
fn an_act_that_fails_leaves_nothing() {
    let mut bench = Bench::new();
    let before = bench.last();
    let person = trainee("王建国", "140999198506120017");
    let failed: Result<()> = bench.act(Verb::AddTrainee, |w| {
        w.add_trainee(NewTrainee { trainee: &person, keys: "wjg" })?;
        Err(StoreError::Gone)
    });
    assert!(failed.is_err());
    assert_eq!((bench.last(), bench.store.count_trainees().unwrap()), (before, 0));
    assert_eq!(bench.store.verify().unwrap().faults, []);
}

#[test]
fn a_form_saves_against_the_version_it_read() {
    let mut bench = Bench::new();
    let id = bench.add("王建国", "140999198506120017");
    let read = bench.store.trainee(id).unwrap();
    let changed = Trainee { remarks: "一".into(), ..read.trainee.clone() };
    bench
        .act(Verb::ChangeTrainee, |w| {
            w.change_trainee(id, read.version, NewTrainee { trainee: &changed, keys: "wjg" })
        })
        .unwrap();
    let again = bench.act(Verb::ChangeTrainee, |w| {
        w.change_trainee(id, read.version, NewTrainee { trainee: &changed, keys: "wjg" })
    });
    assert!(matches!(again, Err(StoreError::Stale)));
}

#[test]
fn tampering_is_found_where_it_is() {
    let tampered = |sql: &str| {
        let mut bench = Bench::new();
        let cell = bench.seated();
        bench.mark(cell, Mark::Absent).unwrap();
        let raw = bench.raw();
        for trigger in [
            "act_is_kept",
            "act_is_fixed",
            "mark_is_fixed",
            "mark_is_kept",
            "revision_is_fixed",
            "revision_is_kept",
        ] {
            raw.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        raw.execute_batch(sql).unwrap();
        drop(raw);
        let mut faults = bench.store.verify().unwrap().faults;
        assert!(faults.contains(&Fault::Schema), "the dropped triggers");
        faults.retain(|fault| *fault != Fault::Schema);
        faults
    };
    assert_eq!(tampered("UPDATE mark SET kind = 'present'"), [Fault::Commitment(5)]);
    assert_eq!(tampered("UPDATE act SET at_ms = at_ms - 1 WHERE seq = 2"), [Fault::Chain(2)]);
    assert_eq!(tampered("UPDATE act SET verb = 'export' WHERE seq = 5"), [Fault::Chain(5)]);
    assert_eq!(
        tampered(
            "UPDATE revision SET after = replace(after, '13800000001', '13900000001') WHERE act = 1 AND kind = 'trainee'"
        ),
        [Fault::Commitment(1), Fault::Rows("trainee", 1)]
    );
    assert_eq!(
        tampered("DELETE FROM revision WHERE act = 1 AND n = 2"),
        [Fault::Commitment(1), Fault::Rows("trainee", 1)]
    );
    assert_eq!(
        tampered("PRAGMA foreign_keys=OFF; DELETE FROM act WHERE seq = 2"),
        [Fault::References, Fault::Gap(2)]
    );
    assert_eq!(tampered("UPDATE class SET hours = 8"), [Fault::Rows("class", 1)]);
    assert_eq!(tampered("UPDATE enrolment SET joined_on = '2026-09-09'"), [Fault::Rows("enrolment", 1)]);
    assert_eq!(
        tampered("UPDATE class SET pack_hash = '4' || substr(pack_hash, 2)"),
        [Fault::Rows("class", 1)]
    );
    assert_eq!(tampered("DELETE FROM name_key WHERE key = 'wjg'"), [Fault::NameKeys]);
    assert_eq!(tampered("UPDATE name_key SET key = 'zzz' WHERE key = 'wjg'"), [Fault::NameKeys]);
    // what stands in no revision follows from the acts
    assert_eq!(tampered("UPDATE enrolment SET made = made - 1"), [Fault::Rows("enrolment", 1)]);
    assert_eq!(tampered("UPDATE class SET act = act + 1"), [Fault::Rows("class", 1)]);
    assert_eq!(tampered("UPDATE trainee SET number = number + 1"), [Fault::Rows("trainee", 1)]);
    assert_eq!(tampered("UPDATE trainee SET desk = randomblob(16)"), [Fault::Rows("trainee", 1)]);
    // nothing erases yet, and what was erased would hide what was altered
    let erase = "UPDATE revision SET before = NULL, after = NULL, salt = NULL WHERE kind = 'class'; UPDATE class SET hours = 8";
    assert_eq!(tampered(erase), [Fault::Erased("class", 1)]);
}

#[test]
fn an_erasure_keeps_the_chain_whole() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    bench
        .raw()
        .execute("UPDATE revision SET before = NULL, after = NULL, salt = NULL WHERE kind = 'trainee'", [])
        .unwrap();
    assert_eq!(bench.store.verify().unwrap().faults, [Fault::Erased("trainee", 1)]);
}

#[test]
fn lines_of_the_audit_carry_no_personal_data() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let raw = bench.raw();
    let mut rows = raw.prepare("SELECT * FROM act").unwrap();
    let columns = rows.column_count();
    let mut rows = rows.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            let value = format!("{:?}", row.get_ref(column).unwrap());
            for planted in ["王建国", "140999198506120017", "13800000001"] {
                assert!(!value.contains(planted), "{value}");
            }
        }
    }
}

#[test]
fn foreign_newer_and_missing_files_are_told_apart() {
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(open(empty.path()), Err(StoreError::Missing(_))));
    std::fs::write(empty.path().join("baodao.db"), "not a database at all, but long enough to have a header")
        .unwrap();
    assert!(matches!(open(empty.path()), Err(StoreError::NotOurFile(_))));

    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    bench.raw().pragma_update(None, "user_version", 99).unwrap();
    let Bench { folder, store, .. } = bench;
    drop(store);
    let mut newer = open(folder.path()).unwrap();
    assert_eq!(newer.access(), Access::ReadOnly { found: 99 });
    assert_eq!(newer.count_trainees().unwrap(), 1);
    let mut hand = Hand { operator: "desk", now_ms: 1, chance: &mut |bytes| bytes.fill(1) };
    let refused: Result<()> = newer.act(Verb::Init, &mut hand, |w| w.set("centre", "x"));
    assert!(matches!(refused, Err(StoreError::Newer { found: 99, .. })));
    assert!(matches!(
        Store::create(folder.path(), Key::Plain, Birth { desk: [1; 16], epoch: [1; 16] }),
        Err(StoreError::InUse | StoreError::Exists(_))
    ));
}

#[test]
fn released_schema_steps_are_never_edited() {
    use sha2::{Digest, Sha256};
    let hash = |text: &str| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let hashes: Vec<String> = super::super::migrate::STEPS.iter().map(|step| hash(step)).collect();
    assert_eq!(hashes, include_str!("../../../tests/data/schema-hashes.txt").lines().collect::<Vec<_>>());
}

#[test]
fn a_backup_is_checked_and_comes_back() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let nowhere = bench.folder.path().join("not-plugged-in/one.db");
    assert!(matches!(bench.store.aside().unwrap().backup(&nowhere), Err(StoreError::File { .. })));
    let copy = bench.folder.path().join("one.db");
    let report = bench.store.aside().unwrap().backup(&copy).unwrap();
    assert_eq!((report.acts, report.trainees), (1, 1));
    bench.add("李秀兰", "14099919920229002X");
    let Bench { folder, mut store, .. } = bench;
    let watch = store.watch().unwrap();
    let aside = store.restore(&copy, "before.db", as_it_is).unwrap();
    assert!(watch.data_version().unwrap().is_some(), "looks at the file that was put in its place");
    assert_eq!(store.count_trainees().unwrap(), 1);
    assert_eq!(check_copy(&aside).unwrap().trainees, 2, "the present file is set aside whole");
    assert!(folder.path().join("before.db").is_file());
    drop(store);
    assert_eq!(open(folder.path()).unwrap().count_trainees().unwrap(), 1);
}

#[test]
fn an_exchange_that_fails_midway_is_taken_back() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let copy = bench.folder.path().join("one.db");
    bench.store.aside().unwrap().backup(&copy).unwrap();
    bench.add("李秀兰", "14099919920229002X");
    let Bench { folder, mut store, .. } = bench;
    let refused = store.restore(&copy, "before.db", |_| Err(StoreError::Gone));
    assert!(matches!(refused, Err(StoreError::Gone)));
    assert_eq!(store.count_trainees().unwrap(), 2, "goes on with what was there");
    drop(store);
    // a log that cannot be set aside beside a file that cannot be read
    let (file, log) = (folder.path().join("baodao.db"), folder.path().join("baodao.db-wal"));
    std::fs::write(&file, "broken").unwrap();
    std::fs::write(&log, "its newest acts").unwrap();
    std::fs::create_dir(folder.path().join("before.db-wal")).unwrap();
    let refused = Store::restore_closed(folder.path(), Key::Plain, &copy, "before.db", as_it_is);
    assert!(matches!(refused, Err(StoreError::File { .. })));
    assert_eq!(std::fs::read(&file).unwrap(), b"broken");
    assert_eq!(std::fs::read(&log).unwrap(), b"its newest acts");
    assert!(!folder.path().join("before.db").exists());
    let aside = Store::restore_closed(folder.path(), Key::Plain, &copy, "then.db", as_it_is).unwrap();
    assert_eq!(std::fs::read(aside.unwrap()).unwrap(), b"broken");
    assert_eq!(std::fs::read(folder.path().join("then.db-wal")).unwrap(), b"its newest acts");
    assert_eq!(open(folder.path()).unwrap().count_trainees().unwrap(), 1);
}

/// Nothing is written into a copy before it is put back.
fn as_it_is(_: &mut Store) -> Result<(), StoreError> {
    Ok(())
}

#[test]
fn a_damaged_copy_is_refused_and_nothing_happens() {
    let mut bench = Bench::new();
    for nth in 0..60 {
        let id = format!("14099919850612{nth:03}");
        let id = "0123456789X"
            .chars()
            .map(|c| format!("{id}{c}"))
            .find(|id| crate::domain::id_number::IdNumber::parse(id).is_ok())
            .unwrap();
        bench.add("王建国", &id);
    }
    let copy = bench.folder.path().join("one.db");
    bench.store.aside().unwrap().backup(&copy).unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes.iter_mut().skip(middle).take(8192).for_each(|byte| *byte = 0);
    std::fs::write(&copy, bytes).unwrap();
    let Bench { folder, mut store, .. } = bench;
    assert!(store.restore(&copy, "before.db", as_it_is).is_err());
    assert_eq!(store.count_trainees().unwrap(), 60, "goes on with what was there");
    assert_eq!(open(folder.path()).unwrap().count_trainees().unwrap(), 60);
}

#[test]
fn a_copy_takes_the_place_of_nothing_but_a_copy() {
    let mut bench = Bench::new();
    bench.add("王建国", "140999198506120017");
    let aside = bench.store.aside().unwrap();
    let list = bench.folder.path().join("list.xlsx");
    std::fs::write(&list, "a clerk's own list").unwrap();
    assert!(matches!(aside.backup(&list), Err(StoreError::Exists(_))));
    let other = Bench::new();
    other.raw().execute("UPDATE file SET desk = randomblob(16)", []).unwrap();
    assert!(matches!(aside.backup(&other.path()), Err(StoreError::Exists(_))), "another centre's desk");
    assert!(matches!(aside.backup(&bench.path()), Err(StoreError::Exists(_))), "our own");
    let copy = bench.folder.path().join("copy.db");
    aside.backup(&copy).unwrap();
    aside.backup(&copy).unwrap();
    assert!(matches!(bench.store.refuse_export_to(&copy), Err(StoreError::Exists(_))));
    assert!(matches!(bench.store.refuse_export_to(&bench.path()), Err(StoreError::Exists(_))));
    assert!(bench.store.refuse_export_to(&bench.folder.path().join("out.xlsx")).is_ok());
    assert_eq!(std::fs::read_to_string(&list).unwrap(), "a clerk's own list");
}
