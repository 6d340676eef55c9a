//! What is written is read again: every value equal, no formula, nothing left behind by a failure.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::Reader as _;
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::sheet::layout::{
    Both, Code, Column, Dates, Fact, Field, Fields, Kind, Looks, Orientation, Paper, RowsPer,
};
use crate::sheet::read::read_xlsx;
use crate::sheet::value::{Page, SessionHead, Value};
use crate::sheet::{Cell, Row};

fn both(text: &str) -> Both {
    Both { zh: text.into(), en: text.into() }
}

fn column(kind: Kind, source: Fact) -> Column {
    Column {
        group: None,
        label: both(source.key()),
        width: 12.0,
        kind,
        source,
        numbered: None,
        codes: Vec::new(),
    }
}

fn layout(columns: Vec<Column>) -> Layout {
    let looks = Looks {
        font: "宋体".into(),
        title_font: "黑体".into(),
        title_size: 18.0,
        text_size: 10.0,
        row_height: 20.0,
        head_height: 24.0,
    };
    Layout {
        key: "test".into(),
        version: 1,
        source: String::new(),
        title_over: None,
        dates: Dates::Dash,
        blocks: 1,
        title: both("{class_title}名单"),
        paper: Paper::A4,
        orientation: Orientation::Landscape,
        rows_per: RowsPer::Person,
        looks,
        header: Vec::new(),
        columns,
        legend: None,
        footer: Vec::new(),
        repeat_header: true,
    }
}

fn people() -> Layout {
    layout(vec![
        column(Kind::Integer, Fact::Seat),
        column(Kind::Text, Fact::Name),
        column(Kind::Date, Fact::Birth),
    ])
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 7).unwrap()
}

fn page<'b>(name: &str, rows: Vec<Vec<Value<'b>>>) -> Page<'b> {
    let mut fields = Fields::default();
    fields.set(Field::ClassTitle, "电工");
    Page { name: name.into(), fields, sessions: Vec::new(), rows: Box::new(rows.into_iter()) }
}

fn go_on(_: usize, _: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn to(path: &Path) -> Target {
    Target::create(path).unwrap()
}

fn save(layout: &Layout, book: Book<'_>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名单.xlsx");
    write(layout, book, to(&path), Lang::Zh, &mut go_on).unwrap();
    (folder, path)
}

fn names(folder: &tempfile::TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Words as spreadsheets may hold them: no control characters, which the desk strips on the way in.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+@-][^\\p{C}]{0,20}",
        "[^\\p{C}]{1,30}",
        "[0-9]{17}[0-9X]",
        "[𠅤𬭎𠮷頔·•]{1,4}",
        "_x[0-9A-F]{4}_[a-z]?",
        " [a-z]{1,3} ",
        Just("{=1+1}".to_owned()),
        Just("https://127.0.0.1/".to_owned()),
        Just("甲\n乙".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_value_comes_back(rows in prop::collection::vec((words(), -999_999_i64..9_999_999, 0_i64..60_000), 1..20)) {
        let values = |(text, int, day): &(String, i64, i64)| {
            let date = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap() + chrono::TimeDelta::days(*day);
            (text.clone(), *int, date)
        };
        let rows: Vec<_> = rows.iter().map(values).collect();
        let book_rows = rows.iter().map(|(text, int, date)| {
            vec![Value::Int(*int), Value::text(text.as_str()), Value::Date(*date)]
        });
        let (_folder, path) = save(&people(), Book::single(today(), rows.len(), page("一", book_rows.collect())));
        let read = read_xlsx(&path).unwrap();
        prop_assert_eq!(read.rows.len(), rows.len() + 2);
        for (row, (text, int, date)) in read.rows.iter().skip(2).zip(&rows) {
            prop_assert_eq!(row.cell(0), &Cell::Number(*int as f64));
            prop_assert_eq!(row.cell(1), &Cell::Text(text.clone()));
            prop_assert_eq!(row.cell(2).date(), Some(*date));
        }
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
        prop_assert_eq!(book.worksheet_formula("一").unwrap().used_cells().count(), 0);
    }
}

#[test]
fn sessions_become_columns_and_codes_become_words() {
    let mut marks = column(Kind::Text, Fact::Sessions);
    marks.codes = vec![Code { value: "present".into(), word: both("√") }];
    let layout =
        layout(vec![column(Kind::Text, Fact::Name), marks, column(Kind::Integer, Fact::PresentCount)]);
    let from = NaiveTime::from_hms_opt(8, 30, 0).unwrap();
    let row = vec![Value::text("康辉"), Value::text("present"), Value::Empty, Value::int(1)];
    let mut page = page("一", vec![row]);
    page.sessions = vec![SessionHead { date: today(), from }, SessionHead { date: today(), from }];
    let (_folder, path) = save(&layout, Book::single(today(), 1, page));
    let read = read_xlsx(&path).unwrap();
    let texts = |row: &Row| row.cells.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&read.rows[0])[0], "电工名单");
    assert_eq!(texts(&read.rows[1]), ["name", "09-07 08:30", "09-07 08:30", "present_count"]);
    assert_eq!(texts(&read.rows[2]), ["康辉", "√", "", "1"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// Block after block, down each: everybody stands on the page once, in order, and nobody else.
    #[test]
    fn blocks_hold_everybody_once(count in 0_usize..40, blocks in 1_usize..4, grouped in any::<bool>()) {
        let mut layout = layout(vec![column(Kind::Text, Fact::Name), column(Kind::Text, Fact::Phone)]);
        layout.blocks = blocks;
        layout.columns[1].group = grouped.then(|| both("{class_title}"));
        let rows = (0..count).map(|n| vec![Value::text(format!("n{n}")), Value::text(format!("p{n}"))]);
        let (_folder, path) = save(&layout, Book::single(today(), count, page("一", rows.collect())));
        let read = read_xlsx(&path).unwrap();
        let top = if grouped { 3 } else { 2 };
        let texts = |row: &Row| row.cells.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = read.rows.iter().skip(top).map(texts).collect();
        let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
        let seen: Vec<(String, String)> = (0..blocks)
            .flat_map(|block| rows.iter().map(move |row| (cell(row, block * 2), cell(row, block * 2 + 1))))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        let expected: Vec<_> = (0..count).map(|n| (format!("n{n}"), format!("p{n}"))).collect();
        prop_assert_eq!(seen, expected);
    }
}

#[test]
fn worksheet_names_are_made_to_fit() {
    let pages = ["09/07", "09/07", "", "𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤", "History[1]"];
    let pages = pages.map(|name| page(name, Vec::new())).into_iter();
    let (_folder, path) = save(&people(), Book { on: today(), total: 0, pages: Box::new(pages) });
    let book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let names = book.sheet_names();
    assert_eq!(names, ["0907", "0907 2", "工作表", "𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤𠅤", "History1"]);
}

#[test]
fn a_stopped_or_failed_export_leaves_the_old_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.xlsx");
    fs::write(&path, b"old").unwrap();
    let rows = || page("一", vec![vec![Value::Empty; 3]; 1000]);
    let mut asked = 0;
    let mut stop = |_: usize, _: usize| {
        asked += 1;
        if asked == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = write(&people(), Book::single(today(), 1000, rows()), to(&path), Lang::Zh, &mut stop);
    assert_eq!(stopped.unwrap_err().what, What::Stopped);

    let short = page("一", vec![vec![Value::Empty]]);
    let failed =
        write(&people(), Book::single(today(), 1, short), to(&path), Lang::Zh, &mut go_on).unwrap_err();
    assert_eq!((failed.what, failed.at.row), (What::RowWidth { have: 1, need: 3 }, Some(3)));
    let none = Book { on: today(), total: 0, pages: Box::new(std::iter::empty()) };
    assert_eq!(write(&people(), none, to(&path), Lang::Zh, &mut go_on).unwrap_err().what, What::NoPages);
    assert_eq!((names(&folder), fs::read(&path).unwrap()), (vec!["old.xlsx".to_owned()], b"old".to_vec()));

    write(&people(), Book::single(today(), 1000, rows()), to(&path), Lang::Zh, &mut go_on).unwrap();
    assert_eq!(names(&folder), ["old.xlsx"]);
    assert_eq!(read_xlsx(&path).unwrap().rows.len(), 2);
    let nowhere = folder.path().join("no/where.xlsx");
    assert_eq!(Target::create(&nowhere).err().unwrap().what, What::NoFolder);
}

#[test]
fn a_text_no_cell_takes_is_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut long = page("一", Vec::new());
    long.fields.set(Field::ClassTitle, "电".repeat(40_000));
    let path = folder.path().join("long.xlsx");
    let failed = write(&people(), Book::single(today(), 0, long), to(&path), Lang::Zh, &mut go_on);
    assert_eq!(failed.unwrap_err().what, What::LongText);
    assert!(names(&folder).is_empty());
}

#[test]
fn long_numbers_go_out_as_words() {
    let row = vec![Value::Int(140_999_197_010_191_079), Value::Int(17_912_964_509), Value::text("未知")];
    let (_folder, path) = save(&people(), Book::single(today(), 1, page("一", vec![row])));
    let read = read_xlsx(&path).unwrap();
    assert_eq!(read.rows[2].cell(0), &Cell::Text("140999197010191079".into()));
    assert_eq!(read.rows[2].cell(1), &Cell::Text("17912964509".into()));
}
