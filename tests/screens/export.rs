//! Writing a class into a spreadsheet.

use crate::desk::{TestDesk, class, seated};
use baodao::domain::ids::ClassId;
use baodao::sheet::read_xlsx;
use baodao::text::Lang;
use baodao::ui::screen::Route;

fn export(lang: Lang, columns: u16, rows: u16) -> (TestDesk, ClassId) {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 5);
        made = Some(class);
    });
    (desk, made.unwrap())
}

#[test]
fn a_class_is_written_and_reads_back() {
    let (mut desk, class) = export(Lang::Zh, 80, 24);
    desk.go(Route::Export(Some(class))).shows("QZ-01 > 导出").caret_in("版式").shows("F4 选择");
    desk.keys("F8").shows("已写出 5 人");
    let file = desk.folder.path().join("data/exports/QZ-01-roster-default.xlsx");
    let table = read_xlsx(&file).unwrap();
    let text = format!("{:?}", table.rows);
    assert!(text.contains("王建国") && text.contains("身份证"), "{text}");
    assert!(desk.audit().contains(&"export".to_owned()), "{:?}", desk.audit());
}

/// Two sign-in sheets have one title on paper; the list says what a page of each is for.
#[test]
fn sheets_of_one_title_are_told_apart() {
    for (lang, day, half, typed) in [
        (Lang::Zh, "学员签到表  每天一页", "学员签到表  每半天一页", "半天"),
        (Lang::En, "a page a day", "a page a half-day", "half-day"),
    ] {
        let (mut desk, class) = export(lang, 140, 40);
        desk.go(Route::Export(Some(class))).keys("F4").shows(day).shows(half);
        desk.keys(&format!("{typed} Enter")).shows("QZ-01-signin-halfday.xlsx");
    }
}

#[test]
fn a_file_that_is_there_is_asked_about() {
    let (mut desk, class) = export(Lang::Zh, 80, 24);
    desk.go(Route::Export(Some(class))).keys("F8 F8").shows("原来的内容没有了");
    desk.keys("Enter").shows("没有写");
    desk.keys("F8 F8").shows("已写出 5 人");
}

#[test]
fn another_layout_language_and_file() {
    let (mut desk, class) = export(Lang::Zh, 80, 24);
    let to = desk.folder.path().join("out/签到.xlsx");
    desk.go(Route::Export(Some(class))).keys("F4 Down Enter").shows("QZ-01-signin-default.xlsx");
    desk.keys("英文 Enter").caret_in("文件");
    desk.keys(&format!("{} F8", to.display())).shows("已写出");
    assert!(to.exists());
    let shown = format!("{:?}", read_xlsx(&to).unwrap().rows);
    assert!(shown.contains("Class"), "{shown}");
    desk.keys("名单.csv F8").shows(".xlsx 结尾");
}

#[test]
fn a_class_can_be_chosen_and_a_bad_layout_is_named() {
    let (mut desk, _) = export(Lang::Zh, 80, 24);
    let sheets = desk.folder.path().join("data/sheets");
    std::fs::create_dir_all(&sheets).unwrap();
    std::fs::write(sheets.join("ours.toml"), "key = 3\n").unwrap();
    desk.go(Route::Export(None)).shows("ours.toml").shows("第 1 行");
    desk.keys("F8").shows("请选班次");
    desk.keys("qz Enter F8").shows("已写出 5 人");
}

#[test]
fn a_disk_that_says_no_is_explained() {
    let (mut desk, class) = export(Lang::Zh, 80, 24);
    let blocked = desk.folder.path().join("a-file");
    std::fs::write(&blocked, "x").unwrap();
    desk.go(Route::Export(Some(class))).keys("Down Down").caret_in("文件");
    desk.keys(&format!("{}/x.xlsx F8", blocked.display())).shows("建不了文件夹");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let (mut desk, class) = export(lang, columns, rows);
            desk.go(Route::Export(Some(class)));
            let page = desk.page.replace(&desk.folder.path().display().to_string(), "~");
            insta::assert_snapshot!(
                format!("export_{}_{columns}", lang.key()),
                page.lines()
                    .filter(|line| !line.contains(".tmp") && !line.contains("data/exports"))
                    .collect::<Vec<_>>()
                    .join("\n")
            );
            if let Ok(folder) = std::env::var("BAODAO_PICTURES") {
                std::fs::write(format!("{folder}/export_{}_{columns}.svg", lang.key()), desk.svg()).unwrap();
            }
        }
    }
}

#[test]
fn a_long_title_of_a_layout_shows_its_beginning() {
    for lang in Lang::ALL {
        let (mut desk, class) = export(lang, 80, 24);
        desk.go(Route::Export(Some(class)));
        for _ in 0..8 {
            let title = desk.page.lines().find(|line| line.contains(" > *")).unwrap().to_owned();
            assert!(!title.contains("版式  ..") && !title.contains("Layout  .."), "{title}");
            desk.keys("F4 Down Enter Up");
        }
    }
}

#[test]
fn what_stays_empty_is_named_in_the_language_of_the_screen() {
    let (mut desk, class) = export(Lang::En, 80, 24);
    desk.go(Route::Export(Some(class))).keys("F4 qingdao Enter F8").shows("Written");
    desk.shows("Empty columns: Place of household registration").hides("户口所在地");
}
