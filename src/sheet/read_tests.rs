//! The hostile files of the house and the samples; all people are invented.

use std::path::PathBuf;

use super::*;

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets").join(name)
}

fn fault(name: &str) -> SheetFault {
    read_xlsx(&sample(name)).unwrap_err()
}

#[test]
fn hostile_files_are_refused_by_name() {
    assert_eq!(fault("string-count-4e9.xlsx").what, What::FalseCount { declared: 4_000_000_000 });
    assert_eq!(fault("not-a-workbook.xlsx").what, What::NotWorkbook);
    assert_eq!(fault("truncated.xls").what, What::Kind("xls".into()));
    let corner = fault("two-corners.xlsx");
    assert_eq!(corner.what, What::Rows { limit: ROWS });
    assert_eq!((corner.at.row, corner.at.column), (Some(1_048_576), Some(16_383)));
}

/// Each would take minutes or all the memory if it were believed.
#[test]
fn hostile_files_are_refused() {
    for name in ["string-count-4e9.xlsx", "not-a-workbook.xlsx", "truncated.xls", "two-corners.xlsx"] {
        assert!(read_xlsx(&sample(name)).is_err());
    }
}

#[test]
fn files_that_are_not_there_or_not_workbooks() {
    assert_eq!(fault("nobody.xlsx").what, What::Missing);
    let folder = tempfile::tempdir().unwrap();
    let folder_named = folder.path().join("folder.xlsx");
    std::fs::create_dir(&folder_named).unwrap();
    assert!(read_xlsx(&folder_named).is_err());
    let old = folder.path().join("old.xlsx");
    std::fs::copy(sample("truncated.xls"), &old).unwrap();
    assert_eq!(read_xlsx(&old).unwrap_err().what, What::OldOrLocked);
    let empty = folder.path().join("empty.XLSX");
    std::fs::write(&empty, b"").unwrap();
    assert_eq!(read_xlsx(&empty).unwrap_err().what, What::NotWorkbook);
}

#[test]
fn village_list_keeps_its_row_numbers() {
    let table = read_xlsx(&sample("village-list.xlsx")).unwrap();
    assert_eq!((table.sheet.as_str(), table.rows.len()), ("名单", 51));
    assert_eq!(table.rows[1].number, 2);
    assert_eq!(table.rows[1].cell(1).text(), "康辉");
    assert_eq!(table.rows[1].cell(4).text(), "140999196706019475");
    assert!(table.others.is_empty());
}

#[test]
fn damaged_ids_stay_recognisable() {
    let table = read_xlsx(&sample("damaged-ids.xlsx")).unwrap();
    let id = |row: usize| table.rows[row - 1].cell(1);
    assert!(id(3).is_long_number() && matches!(id(3), Cell::Number(_)));
    assert!(id(4).is_long_number() && matches!(id(4), Cell::Text(_)));
    assert!(!id(2).is_long_number());
    assert_eq!(table.rows[14].cell(2).text(), "19760384234");
    // a formula: what it last came to, never the formula itself
    assert_eq!(table.rows[20].cell(4).text(), "x");
    assert_eq!(table.rows[16].cell(0), &Cell::Empty);
}

fn written(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Result<Table, SheetFault> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(book.add_worksheet());
    book.add_worksheet();
    book.add_worksheet().write_string(0, 0, "x").unwrap();
    book.save(&path).unwrap();
    read_xlsx(&path)
}

#[test]
fn limits_say_where() {
    let wide = written(|sheet| {
        sheet.write_string(6, 64, "x").unwrap();
    });
    let wide = wide.unwrap_err();
    assert_eq!(wide.what, What::Columns { limit: COLUMNS });
    assert_eq!((wide.at.row, wide.at.column), (Some(7), Some(64)));
    let long = written(|sheet| {
        sheet.write_string(1, 1, "字".repeat(1366)).unwrap();
    });
    assert_eq!(long.unwrap_err().what, What::LongCell { limit: CELL_BYTES });
}

#[test]
fn hidden_rows_are_read_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let unseen = book.add_worksheet();
    unseen.write_string(0, 0, "x").unwrap();
    unseen.set_row_hidden(0).unwrap();
    unseen.set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.set_active(true);
    for row in 0..6 {
        sheet.write_string(row, 0, row.to_string()).unwrap();
    }
    sheet.autofilter(0, 0, 5, 0).unwrap();
    sheet.filter_column(0, &rust_xlsxwriter::FilterCondition::new().add_list_filter("3")).unwrap();
    for row in [1, 2, 4, 5] {
        sheet.set_row_hidden(row).unwrap();
    }
    book.save(&path).unwrap();
    let table = read_xlsx(&path).unwrap();
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(table.hidden.into_iter().collect::<Vec<_>>(), [2, 3, 5, 6]);
    assert!(read_xlsx(&sample("village-list.xlsx")).unwrap().hidden.is_empty());
}

#[test]
fn one_string_shared_by_all_cells_does_not_fill_the_memory() {
    let shared = "x".repeat(4000);
    let table = written(|sheet| {
        for row in 0..17_000 {
            sheet.write_string(row, 0, &shared).unwrap();
        }
    });
    assert_eq!(table.unwrap_err().what, What::TotalText { limit: TEXT_BYTES });
}

#[test]
fn formulas_give_their_last_result_and_dates_are_dates() {
    use rust_xlsxwriter::{Format, Formula};
    let table = written(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=A2&\"x\"").set_result("made")).unwrap();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(0, 1, 46_272.0, &date).unwrap();
        sheet.write_number_with_format(0, 2, 1.409_992_004_050_95e17, &date).unwrap();
        sheet.write_boolean(0, 3, true).unwrap();
        // formatted emptiness far away is not content
        sheet.write_blank(900_000, 200, &date).unwrap();
    })
    .unwrap();
    let row = &table.rows[0];
    assert_eq!(row.cell(0), &Cell::Text("made".into()));
    assert_eq!(row.cell(1).text(), "2026-09-07");
    assert!(row.cell(2).is_long_number());
    assert_eq!(row.cell(3), &Cell::Bool(true));
    assert_eq!((table.rows.len(), table.others), (1, vec!["Sheet3".to_owned()]));
}
