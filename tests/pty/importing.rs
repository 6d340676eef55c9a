//! A village's list comes in through the real terminal: the file as it would be dragged into the window.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_list_is_dragged_in_looked_over_and_taken() {
    let _alone = alone();
    let centre = Centre::new();
    let list = centre.data().join("河边村 名单.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["姓名", "身份证号"], ["王新来", "140999198001010015"], ["李没号", ""]];
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(cells) {
            sheet.write(row, column, words).unwrap();
        }
    }
    book.save(&list).unwrap();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("导入名单");
    desk.shows("表头在第一行").caret_in("文件");
    desk.paste(&[&format!("'{}'", list.display())]);
    desk.keys("F8");
    desk.shows("只建档，尚未写入").shows("能收 1 人").row("李没号", "不收");
    desk.keys("F8");
    desk.shows("已导入 1 人");
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：导入名单");
    assert!(desk.quit());
    centre.is_sound();
}
