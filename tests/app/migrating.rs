//! Files of released versions open, keep every fact, and can be worked with.

use crate::desk::opened;
use baodao::app::Desk;
use baodao::app::undo::is_undoable;

#[test]
fn a_file_of_the_first_release_keeps_every_fact_and_every_undo() {
    let folder = tempfile::tempdir().unwrap();
    let first = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/files/schema-1.db");
    std::fs::copy(first, folder.path().join("baodao.db")).unwrap();
    let mut desk = Desk::open(folder.path(), opened("2026-11-25 09:00")).unwrap();
    assert!(folder.path().join("backups/before-schema-3-from-1.db").exists(), "a copy of before");
    assert_eq!(desk.verify().unwrap().faults, []);
    let class = desk.class_named("QZ-01").unwrap();
    let ledger = desk.class_ledger(&class).unwrap();
    assert_eq!((class.seats_taken, ledger.rows.len()), (15, 15));
    let undoable: Vec<_> = desk.acts(None, 100).unwrap().into_iter().filter(is_undoable).collect();
    for act in undoable {
        desk.undo(act.id).unwrap();
    }
    assert_eq!(desk.verify().unwrap().faults, []);
    assert!(desk.class_named("QZ-01").is_err(), "taken back to the empty centre");
}
