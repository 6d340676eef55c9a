//! A list of people comes in on the screen: looked over first, then written at once, or not at all.

use crate::desk::{TestDesk, class};
use baodao::text::Lang;
use baodao::ui::input::Input;
use baodao::ui::screen::Route;
use std::path::{Path, PathBuf};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets").join(name)
}

fn pasted(desk: &mut TestDesk, text: &str) {
    desk.input(&Input::Paste(text.to_owned()));
}

/// A page of import for a class, with the list typed as its file.
fn with_list(lang: Lang, list: &Path) -> TestDesk {
    let mut id = None;
    let mut desk = TestDesk::prepared(lang, 80, 24, |desk| id = Some(class(desk, "QZ-01")));
    desk.go(Route::Import(id));
    pasted(&mut desk, &format!("'{}'", list.display()));
    desk
}

#[test]
fn a_list_is_looked_over_and_then_written_in_one_act() {
    let mut desk = with_list(Lang::Zh, &sample("village-list.xlsx"));
    desk.shows("QZ-01 > 导入名单");
    let before = desk.audit().len();
    desk.keys("F8").shows("导入 > village-list.xlsx").shows("进班 QZ-01，尚未写入").shows("能收");
    assert_eq!(desk.audit().len(), before, "looking over writes nothing");
    desk.keys("F8").shows("已导入").shows("QZ-01 > 导入名单");
    assert_eq!(desk.audit().len(), before + 1, "one act");
    let class = desk.desk.class_named("QZ-01").unwrap();
    assert!(class.seats_taken > 0);
    // the same list again has nobody new
    desk.keys("F8 F8").shows("! 现在不能导入：没有能收的人");
    desk.keys("Esc Ctrl+Z").shows("已撤销");
    assert_eq!(desk.desk.class_named("QZ-01").unwrap().seats_taken, 0);
    desk.is_sound();
}

#[test]
fn every_row_that_is_kept_out_says_why() {
    let mut desk = with_list(Lang::Zh, &sample("damaged-ids.xlsx"));
    desk.keys("F8").shows("不收").shows("原因");
    // the sentence of the chosen row stands whole below the table
    let foot = desk.page.lines().rev().skip(2).take(3);
    assert!(foot.collect::<String>().contains("第 "), "{}", desk.page);
    insta::assert_snapshot!("review_zh_80", desk.page.clone());
    let mut english = with_list(Lang::En, &sample("damaged-ids.xlsx"));
    english.keys("F8").shows("rejected");
    insta::assert_snapshot!("review_en_80", english.page.clone());
}

#[test]
fn a_list_that_changed_since_it_was_looked_over_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("河边村.xlsx");
    let write = |name: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, words) in (0..).zip(["姓名", "身份证号"]) {
            sheet.write(0, column, words).unwrap();
        }
        let person = crate::desk::person(1);
        sheet.write(1, 0, name).unwrap();
        sheet.write(1, 1, &person.id_number).unwrap();
        sheet.write(2, 0, "李没号").unwrap();
        book.save(&list).unwrap();
    };
    write("李秀兰");
    let mut desk = with_list(Lang::Zh, &list);
    desk.keys("F8").shows("能收 1 人").shows("不收 1 行").shows("李没号");
    // another name in the row that was good: the same sums, and yet another list
    write("李秀芝兰");
    let before = desk.audit().len();
    desk.keys("F8").shows("刚才变了").shows("能收 1 人");
    assert_eq!(desk.audit().len(), before);
    desk.keys("F8").shows("已导入 1 人");
    desk.is_sound();
}

#[test]
fn what_cannot_be_read_is_said_in_the_field() {
    for (typed, said) in [("", "请选名单文件"), ("名单.xls", "只读 .xlsx"), ("没有.xlsx", "没有这个文件")]
    {
        let mut desk = TestDesk::new(Lang::Zh);
        desk.go(Route::Import(None));
        pasted(&mut desk, typed);
        desk.keys("F8").shows(said);
    }
    let mut desk = with_list(Lang::Zh, &sample("not-a-workbook.xlsx"));
    desk.keys("F8").shows("导入名单").shows("!");
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Import(None));
    pasted(&mut desk, &sample("village-list.xlsx").display().to_string());
    desk.keys("Down Down 20260907 F8").shows("没有选班次");
}

#[test]
fn without_a_class_people_come_on_file_only() {
    let mut desk = TestDesk::new(Lang::En);
    desk.go(Route::Import(None));
    pasted(&mut desk, &sample("village-list.xlsx").display().to_string());
    desk.keys("F8").shows("on file only, nothing written yet");
    desk.keys("F8").shows("Imported:");
    desk.is_sound();
}

#[test]
fn whoever_is_there_already_is_not_said_to_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("名单.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let known = crate::desk::person(0);
    let rows = [["姓名", "身份证号", "手机号码"], [known.name.as_str(), &known.id_number, "13900000009"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(cells) {
            sheet.write(row, column, words).unwrap();
        }
    }
    book.save(&list).unwrap();
    let mut desk = with_list(Lang::Zh, &list);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    crate::desk::seated(&mut desk.desk, class, 1);
    desk.keys("F8").shows("能收 0 人  已有 1 人").shows("已有，不写").hides("收，");
}
