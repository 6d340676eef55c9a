//! Spreadsheets in and out, each against nothing but the library underneath it.

use crate::measure::{Goal, once, report};
use crate::others;
use baodao::app::import::Wanted;
use baodao::app::packs::layouts;
use baodao::app::{Chance, Clock, Desk, Opened};
use baodao::sheet::layout::Fields;
use baodao::sheet::{self, Book, Layout, Page, Value};
use baodao::text::Lang;
use calamine::{DataRef, Reader, Xlsx, open_workbook};
use rusqlite::{Connection, params_from_iter};
use rust_xlsxwriter::{Format, FormatBorder, Workbook};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

const IMPORTED: u32 = 100_000;
const EXPORTED: usize = 300_000;
pub(super) const COLUMNS: usize = 20;
/// Each is done so often; the median counts.
pub(super) const RUNS: usize = 3;

pub(super) fn measure(folder: &Path, data: &Path) {
    let list = folder.join("list.xlsx");
    let (rows, columns) = write_list(&data.join("baodao.db"), &list);
    let mut ours = Vec::new();
    let mut bare = Vec::new();
    for run in 0..RUNS {
        ours.push(import(&folder.join(format!("import-{run}")), &list, rows));
        bare.push(bare_import(&folder.join(format!("import-{run}.db")), &list, columns));
    }
    ours.sort();
    bare.sort();
    let what = format!("import  {rows} rows with every check");
    report(&what, &ours, Goal::Times(2.0), "reading and inserting", &bare);

    let layout = twenty_columns();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        ours.push(export(&folder.join(format!("ours-{run}.xlsx")), &layout, EXPORTED));
        bare.push(bare_export(&folder.join(format!("bare-{run}.xlsx")), false));
    }
    ours.sort();
    bare.sort();
    report("export  300,000 x 20 cells", &ours, Goal::Times(1.2), "the bare writer", &bare);
    let bordered = runs(|run| bare_export(&folder.join(format!("bordered-{run}.xlsx")), true));
    report("  the same, against cells with a border too", &ours, Goal::None, "the bare writer", &bordered);
    let ours = runs(|run| export(&folder.join(format!("tenth-{run}.xlsx")), &layout, others::ROWS));
    others::measure(folder, &ours);
}

/// Sorted.
fn runs(mut work: impl FnMut(usize) -> Duration) -> Vec<Duration> {
    let mut taken: Vec<Duration> = (0..RUNS).map(&mut work).collect();
    taken.sort();
    taken
}

/// A village list as long as a county: people of the file, their fields as somebody typed them. Returns its rows,
/// fewer where the file has fewer people, and its columns.
fn write_list(file: &Path, to: &Path) -> (u32, usize) {
    let heads = ["姓名", "身份证号", "手机号码", "文化程度", "家庭住址"];
    let conn = Connection::open(file).unwrap();
    let mut people = conn
        .prepare("SELECT name, id_number, phone, '初中', address FROM trainee ORDER BY id LIMIT ?1")
        .unwrap();
    let mut rows = people.query([IMPORTED]).unwrap();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head).unwrap();
    }
    let mut at = 1;
    while let Some(row) = rows.next().unwrap() {
        for column in 0..heads.len() {
            sheet
                .write_string(at, u16::try_from(column).unwrap(), row.get::<_, String>(column).unwrap())
                .unwrap();
        }
        at += 1;
    }
    workbook.save(to).unwrap();
    (at - 1, heads.len())
}

fn import(data: &Path, list: &Path, rows: u32) -> Duration {
    let opened = Opened { clock: Clock::System, chance: Chance::System, ..Opened::default() };
    let mut desk = Desk::init(data, "测量", "140902", opened).unwrap();
    once(|| {
        let report = desk.import_roster(list, &Wanted::default()).unwrap();
        assert_eq!(report.accepted, rows);
    })
}

/// The cells as words into one table with the two indexes that nobody can do without, in one transaction.
fn bare_import(file: &Path, list: &Path, columns: usize) -> Duration {
    let conn = Connection::open(file).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, id_number TEXT UNIQUE, phone TEXT, education TEXT, address TEXT);
         CREATE INDEX person_name ON person (name);",
    )
    .unwrap();
    once(|| {
        let mut book: Xlsx<_> = open_workbook(list).unwrap();
        let name = book.sheet_names()[0].clone();
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        let tx = conn.unchecked_transaction().unwrap();
        let mut insert = tx
            .prepare(
                "INSERT INTO person (name, id_number, phone, education, address) VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .unwrap();
        let mut row: Vec<String> = Vec::new();
        while let Some(cell) = cells.next_cell().unwrap() {
            row.push(match cell.get_value() {
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::String(text) => text.clone(),
                other => panic!("{other:?}"),
            });
            if row.len() == columns {
                insert.execute(params_from_iter(row.drain(..))).unwrap();
            }
        }
        drop(insert);
        tx.commit().unwrap();
    })
}

fn twenty_columns() -> Layout {
    let mut layout = layouts::builtin().into_iter().next().unwrap();
    let text =
        layout.columns.iter().find(|column| column.codes.is_empty() && column.label.zh == "姓名").unwrap();
    layout.columns = vec![text.clone(); COLUMNS];
    layout.header.clear();
    layout.footer.clear();
    layout
}

fn word(row: usize, column: usize) -> String {
    format!("王建国{row}-{column}")
}

fn export(to: &Path, layout: &Layout, rows: usize) -> Duration {
    once(|| {
        let row = |row| (0..COLUMNS).map(|column| Value::text(word(row, column))).collect();
        let page = Page {
            name: "名单".into(),
            fields: Fields::default(),
            sessions: Vec::new(),
            rows: Box::new((0..rows).map(row)),
        };
        let on = chrono::NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
        let book = Book::single(on, rows, page);
        let to = sheet::Target::create(to).unwrap();
        sheet::write(layout, book, to, Lang::Zh, &mut |_, _| ControlFlow::Continue(())).unwrap();
    })
}

/// The same words and nothing else, or with a border around each, as a sheet has that is printed.
fn bare_export(to: &Path, bordered: bool) -> Duration {
    let border = Format::new().set_border(FormatBorder::Thin);
    once(|| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
        for row in 0..EXPORTED {
            for column in 0..COLUMNS {
                let (y, x) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                let word = word(row, column);
                if bordered {
                    sheet.write_string_with_format(y, x, word, &border).unwrap();
                } else {
                    sheet.write_string(y, x, word).unwrap();
                }
            }
        }
        workbook.save(to).unwrap();
    })
}
