//! A list of people comes in twice and changes nothing the second time, whoever left meanwhile.

use crate::desk::{class, desk_at, leaves};
use baodao::app::import::{Wanted, Warning};
use chrono::NaiveDate;
use std::path::Path;

#[test]
fn the_same_list_again_enrols_nobody_who_left() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
    let import = |desk: &mut baodao::app::Desk| {
        let wanted = Wanted { class: Some(desk.class(id).unwrap()), joined: None, dry_run: false };
        desk.import_roster(&list, &wanted).unwrap()
    };
    assert_eq!(import(&mut desk).accepted, 50);
    let seventh = desk.class_view(id).unwrap().enrolments[6].clone();
    leaves(&mut desk, &seventh);
    let again = import(&mut desk);
    assert_eq!((again.accepted, again.known), (0, 50));
    assert_eq!(again.warned.iter().filter(|warned| warned.what == Warning::LeftClass).count(), 1);
    assert_eq!(desk.class_view(id).unwrap().enrolments.len(), 50);
}

#[test]
fn a_day_outside_the_class_is_doubted() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
    let day = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
    let wanted = Wanted { class: Some(desk.class(id).unwrap()), joined: Some(day), dry_run: true };
    let report = desk.import_roster(&list, &wanted).unwrap();
    assert_eq!(report.warned.iter().filter(|warned| warned.what == Warning::JoinedOutside(day)).count(), 50);
}
