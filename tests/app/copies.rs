//! Copies: what putting one back would lose, told from the chains and not from counts.

use crate::desk::{desk_at, person};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who};

fn add(desk: &mut Desk, nth: usize) {
    let who = Who::New(person(nth));
    desk.register(&Registration {
        who,
        statuses: Vec::new(),
        class: None,
        joined: None,
        category: String::new(),
    })
    .unwrap();
}

#[test]
fn what_would_be_lost_is_counted_from_where_the_histories_part() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let [early, late] = ["early.db", "late.db"].map(|name| folder.path().join(name));
    add(&mut desk, 0);
    desk.backup(Some(&early)).unwrap();
    (1..5).for_each(|nth| add(&mut desk, nth));
    desk.backup(Some(&late)).unwrap();
    assert_eq!(desk.would_restore(&early).unwrap().lost, 4);
    assert_eq!(desk.would_restore(&late).unwrap().lost, 0);
    let restored = desk.restore(&early).unwrap();
    assert!(restored.aside.is_some_and(|aside| aside.is_file()) && !restored.other_desk);
    (5..8).for_each(|nth| add(&mut desk, nth));
    assert_eq!(desk.would_restore(&late).unwrap().lost, 4, "the restore itself and three people");
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn a_copy_a_day_and_none_when_nothing_happened() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    add(&mut desk, 0);
    assert!(desk.needs_daily_backup().unwrap());
    desk.daily_backup().unwrap().make().unwrap();
    add(&mut desk, 1);
    assert!(!desk.needs_daily_backup().unwrap(), "one a day");
    let tomorrow = Desk::open(&folder.path().join("data"), crate::desk::opened("2026-09-08 08:00")).unwrap();
    assert!(tomorrow.needs_daily_backup().unwrap());
    tomorrow.daily_backup().unwrap().make().unwrap();
    let later = Desk::open(&folder.path().join("data"), crate::desk::opened("2026-09-09 08:00")).unwrap();
    assert!(!later.needs_daily_backup().unwrap(), "nothing new to copy");
}
