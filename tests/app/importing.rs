//! A list of people comes in twice and changes nothing the second time, whoever left meanwhile.

use crate::desk::{class, class_of, desk_at, leaves, on_file, person};
use baodao::app::import::{Wanted, Warning};
use baodao::app::limits::EnrolWarning;
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
fn hidden_rows_are_told_one_by_one() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let list = folder.path().join("filtered.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["姓名", "身份证号码"]).unwrap();
    for (row, nth) in (1..=3).zip(0..) {
        let draft = person(nth);
        sheet.write_row(row, 0, [draft.name, draft.id_number]).unwrap();
    }
    sheet.set_row_hidden(2).unwrap();
    book.save(&list).unwrap();
    for dry_run in [true, false] {
        let report = desk.import_roster(&list, &Wanted { dry_run, ..Wanted::default() }).unwrap();
        assert_eq!(report.accepted, 3);
        let hidden = report.warned.iter().filter(|warned| warned.what == Warning::Hidden);
        assert_eq!(hidden.map(|warned| warned.row).collect::<Vec<_>>(), [3]);
    }
}

#[test]
fn a_day_outside_the_class_is_doubted() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
    let day = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
    let wanted = Wanted { class: Some(desk.class(id).unwrap()), joined: Some(day), dry_run: true };
    let report = desk.import_roster(&list, &wanted).unwrap();
    let outside = Warning::Enrol(EnrolWarning::JoinedOutside(day));
    assert_eq!(report.warned.iter().filter(|warned| warned.what == outside).count(), 50);
}

#[test]
fn a_list_that_seats_those_who_wait_passes_nobody_over() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let (id, source) = (class_of(&mut desk, "QZ-01", 50), class(&mut desk, "QZ-02"));
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
    let import = |desk: &mut baodao::app::Desk, class| {
        let wanted = Wanted { class: Some(desk.class(class).unwrap()), ..Wanted::default() };
        let report = desk.import_roster(&list, &wanted).unwrap();
        let turns = report.warned.into_iter().filter_map(|warned| match warned.what {
            Warning::Enrol(EnrolWarning::OutOfTurn { ahead }) => Some(ahead),
            _ => None,
        });
        turns.collect::<Vec<u32>>()
    };
    assert_eq!(import(&mut desk, source), [0; 0]);
    // two people of the middle of the list wait, and one who is not on it
    let people = desk.class_view(source).unwrap().enrolments;
    for who in [&people[20], &people[30]] {
        desk.wait_for(id, who.trainee, "").unwrap();
    }
    assert_eq!(import(&mut desk, id), [0; 0], "there is a seat for each of them");
    desk.undo_last().unwrap();
    let stranger = on_file(&mut desk, 3);
    desk.wait_for(id, stranger, "").unwrap();
    assert_eq!(import(&mut desk, id), [1], "the last row takes the seat of somebody who asked before");
}
