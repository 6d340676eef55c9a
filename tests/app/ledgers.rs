//! Class hours of a class and a person.

use crate::desk::{class, desk_at, opened, seated};
use baodao::app::Desk;
use baodao::domain::ledger::Because;
use baodao::domain::mark::Mark;

#[test]
fn every_hour_is_explained() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 2);
    let view = desk.class_view(id).unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-21 09:00")).unwrap();
    for session in &view.sessions {
        desk.mark_unmarked(session.id, Mark::PRESENT, "补录").unwrap();
    }
    desk.mark(view.sessions[3].id, &[view.enrolments[1].id], Mark::Absent, "签到表").unwrap();
    let class = desk.class(id).unwrap();
    let ledger = desk.class_ledger(&class).unwrap();
    let credited: Vec<u32> = ledger.rows.iter().map(|row| row.totals.credited.get()).collect();
    assert_eq!(credited, [80, 76]);
    let person = desk.person_ledger(&class, view.enrolments[1].id).unwrap();
    assert_eq!(person.totals, ledger.rows[1].totals);
    assert_eq!(person.entries.iter().map(|entry| entry.entry.credited.get()).sum::<u32>(), 76);
    assert_eq!(person.entries[3].entry.because, Because::Absent);
    let history = desk.history(view.sessions[3].id, view.enrolments[1].id).unwrap();
    assert_eq!((history.len(), history[1].replaces), (2, Some(history[0].id)));
}

#[test]
fn a_cancelled_session_counts_for_nobody() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 1);
    let session = desk.class_view(id).unwrap().sessions[0].clone();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 09:00")).unwrap();
    desk.mark_unmarked(session.id, Mark::PRESENT, "").unwrap();
    desk.cancel_despite_marks(session.id, session.version, "停电").unwrap();
    let class = desk.class(id).unwrap();
    let totals = desk.class_ledger(&class).unwrap().rows[0].totals;
    assert_eq!((totals.planned.get(), totals.credited.get()), (76, 0));
    desk.undo_last().unwrap();
    assert_eq!(desk.class_ledger(&desk.class(id).unwrap()).unwrap().rows[0].totals.credited.get(), 4);
}
