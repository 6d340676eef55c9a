//! The bureaus' forms, written for a class and read again cell by cell: words, order, places, kinds of cells.

use crate::desk::{PEOPLE, class, desk_at, opened, person, seated};
use baodao::app::Desk;
use baodao::app::departures::{Departure, Way};
use baodao::app::export::{Exported, WhyEmpty};
use baodao::domain::calendar::{Slot, Weekdays};
use baodao::domain::class::ClassDraft;
use baodao::domain::hours::Minutes;
use baodao::domain::ids::ClassId;
use baodao::domain::mark::{LeaveKind, Mark};
use baodao::text::Lang;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::PathBuf;
use tempfile::TempDir;

struct Sheets {
    book: Xlsx<BufReader<File>>,
    exported: Exported,
}

impl Sheets {
    fn of(desk: &mut Desk, folder: &TempDir, class: ClassId, layout: &str, lang: Lang) -> Self {
        let to: PathBuf = folder.path().join(format!("{layout}-{}.xlsx", lang.key()));
        let class = desk.class_view(class).unwrap().class;
        let exported = desk.export(layout, &class, &to, lang, &mut |_, _| ControlFlow::Continue(())).unwrap();
        if let Ok(folder) = std::env::var("BAODAO_SHEETS") {
            std::fs::copy(&to, format!("{folder}/{layout}-{}.xlsx", lang.key())).unwrap();
        }
        Self { book: open_workbook(&to).unwrap(), exported }
    }

    fn cell(&mut self, page: &str, address: &str) -> Data {
        let letters: Vec<u32> = address.bytes().filter(u8::is_ascii_uppercase).map(u32::from).collect();
        let column = letters.iter().fold(0, |sum, letter| sum * 26 + letter - 64) - 1;
        let row: u32 = address.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().unwrap();
        let range = self.book.worksheet_range(page).unwrap();
        range.get_value((row - 1, column)).cloned().unwrap_or_default()
    }

    /// A row's cells as words; empty ones are empty words.
    fn row(&mut self, page: &str, row: usize) -> Vec<String> {
        let range = self.book.worksheet_range(page).unwrap();
        range.rows().nth(row - 1).unwrap().iter().map(ToString::to_string).collect()
    }

    fn merged(&mut self, page: &str) -> Vec<String> {
        let letters = |column: u32| char::from(b'A' + u8::try_from(column).unwrap());
        let mut found: Vec<String> = self
            .book
            .merge_cells_by_sheet_name(page)
            .unwrap()
            .into_iter()
            .map(|at| {
                format!("{}{}:{}{}", letters(at.start.1), at.start.0 + 1, letters(at.end.1), at.end.0 + 1)
            })
            .collect();
        found.sort();
        found
    }
}

fn centre() -> (Desk, TempDir, ClassId) {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let id = class(&mut desk, "QZ-01");
    seated(&mut desk, id, 5);
    (desk, folder, id)
}

#[test]
fn the_qingdao_roster_is_the_form() {
    let (mut desk, folder, id) = centre();
    let mut sheets = Sheets::of(&mut desk, &folder, id, "roster-qingdao", Lang::Zh);
    let page = "QZ-01";
    assert_eq!(sheets.cell(page, "A1").to_string(), "青岛市“家政服务工程”培训学员花名册");
    let header: Vec<String> = sheets.row(page, 2).into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(header, ["培训单位(公章)：忻府区育才培训学校", "2026年9月7日"]);
    assert_eq!(
        sheets.row(page, 3).join(" | "),
        "序号 | 姓名 | 性别 | 学历 | 年龄 | 身份证号码 | 联系电话 | 户口所在地 | 户口性质 | 就业安排承诺单位"
    );
    let first = person(0);
    assert_eq!(
        sheets.row(page, 4),
        ["1", "王建国", "男", "初中", "41", &first.id_number, &first.phone, "", "", ""]
    );
    for (address, text) in [("F4", &first.id_number), ("G4", &first.phone)] {
        assert_eq!(sheets.cell(page, address), Data::String(text.clone()), "a number would lose digits");
    }
    // no footer: the fifth person is the last row
    let rows = sheets.book.worksheet_range(page).unwrap().rows().count();
    assert_eq!((sheets.row(page, 8)[1].as_str(), rows), (PEOPLE[4].0, 8));

    let empty: Vec<_> =
        sheets.exported.empty.iter().map(|column| (column.label.get(Lang::Zh), column.why)).collect();
    assert_eq!(
        empty,
        [
            ("户口所在地", WhyEmpty::NotKept),
            ("户口性质", WhyEmpty::NotEntered),
            ("就业安排承诺单位", WhyEmpty::NotKept)
        ]
    );
    let told = sheets.exported.remarks(Lang::Zh).join("\n");
    assert!(told.contains("户口所在地、就业安排承诺单位") && told.contains("户口性质"), "{told}");
    let told = sheets.exported.remarks(Lang::En).join("\n");
    assert!(told.is_ascii(), "in English by the English names of the columns: {told}");
}

/// A bureau counts the lines of a roster; the desk finds a signature by the seat.
#[test]
fn a_roster_numbers_its_lines_and_a_sign_in_sheet_the_seats() {
    let (mut desk, folder, id) = centre();
    let second = desk.class_view(id).unwrap().enrolments.remove(1);
    let reason = "家里有事".to_owned();
    let leaving = Departure { way: Way::Left, day: desk.today(), reason, knows_marks: false };
    desk.depart(&second, &leaving).unwrap();
    for layout in ["roster-default", "roster-qingdao", "roster-chengdu"] {
        let mut sheets = Sheets::of(&mut desk, &folder, id, layout, Lang::Zh);
        let head = (1..=6).find(|row| sheets.row("QZ-01", *row)[0] == "序号").unwrap();
        let numbers: Vec<String> = (1..=4).map(|nth| sheets.row("QZ-01", head + nth)[0].clone()).collect();
        assert_eq!(numbers, ["1", "2", "3", "4"], "{layout}");
    }
    let mut sheets = Sheets::of(&mut desk, &folder, id, "signin-default", Lang::Zh);
    let page = sheets.book.sheet_names()[1].clone();
    let head = (1..=8).find(|row| sheets.row(&page, *row)[0] == "座号").unwrap();
    let below: Vec<String> = (1..=6).map(|nth| sheets.row(&page, head + nth)[0].clone()).collect();
    assert!(below.iter().any(|seat| seat == "5") && !below.iter().any(|seat| seat == "2"), "{below:?}");
}

#[test]
fn the_chengdu_roster_has_the_forms_geometry() {
    let (mut desk, folder, id) = centre();
    let mut sheets = Sheets::of(&mut desk, &folder, id, "roster-chengdu", Lang::Zh);
    let page = "QZ-01";
    assert_eq!(sheets.cell(page, "A1").to_string(), "成都市总工会在职职工万人免费技能提升培训学员花名册");
    let head = ["A2", "B2", "D2", "E2", "G2", "H2"].map(|at| sheets.cell(page, at).to_string());
    assert_eq!(
        head,
        ["培训机构", "忻府区育才培训学校", "工种班次", "砌筑工 QZ-01", "开班日期", "2026-09-07"]
    );
    assert_eq!(sheets.merged(page), ["A1:O1", "B2:C2", "E2:F2", "H2:I2"]);
    assert_eq!(
        sheets.row(page, 3).join(" | ").trim_end_matches(" | "),
        "序号 | 姓名 | 性别 | 民族 | 文化程度 | 身份证号码 | 工种 | 工作单位 | 联系电话 | 证书类型 | 原技术等级 | 培训等级 | 证书编号 | 家庭地址"
    );
    let second = person(1);
    let row = sheets.row(page, 5);
    assert_eq!(row[..3], ["2", "李秀兰", "女"]);
    assert_eq!(
        (row[5].as_str(), row[6].as_str(), row[11].as_str()),
        (second.id_number.as_str(), "砌筑工", "五级")
    );
    assert_eq!(sheets.cell(page, "F5"), Data::String(second.id_number));
    let not_kept: Vec<&str> = sheets
        .exported
        .empty
        .iter()
        .filter(|column| column.why == WhyEmpty::NotKept)
        .map(|column| column.label.get(Lang::Zh))
        .collect();
    assert_eq!(not_kept, ["证书类型", "原技术等级", "证书编号"]);
}

#[test]
fn the_qingdao_attendance_book_has_its_signs() {
    let (desk, folder, id) = centre();
    let view = desk.class_view(id).unwrap();
    let people: Vec<_> = view.enrolments.iter().map(|enrolment| enrolment.id).collect();
    let session = view.sessions[0].id;
    let afternoon = view.sessions[1].id;
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 18:00")).unwrap();
    let minutes = |n| Minutes::new(n).unwrap();
    let marks = [
        Mark::PRESENT,
        Mark::Absent,
        Mark::Leave(LeaveKind::Personal),
        Mark::Present { late: minutes(20), early: Minutes::ZERO },
        Mark::Leave(LeaveKind::Sick),
    ];
    for (person, mark) in people.iter().zip(marks) {
        desk.mark(session, &[*person], mark, "").unwrap();
    }
    desk.mark(afternoon, &people[..1], Mark::Present { late: Minutes::ZERO, early: minutes(30) }, "")
        .unwrap();
    desk.mark(afternoon, &people[1..2], Mark::Present { late: minutes(1), early: minutes(30) }, "").unwrap();

    let mut sheets = Sheets::of(&mut desk, &folder, id, "attendance-qingdao", Lang::Zh);
    let page = "2026-09";
    assert_eq!(sheets.book.sheet_names(), [page]);
    assert_eq!(sheets.cell(page, "A1").to_string(), "青岛市“家政服务工程”培训学员出勤簿");
    let header: Vec<String> = sheets.row(page, 2).into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(header, ["单位名称：忻府区育才培训学校", "2026年9月"]);
    let numbers: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
    let labels =
        [vec!["姓名".to_owned()], numbers, ["缺勤", "其它", "出勤", "学员签名"].map(String::from).to_vec()];
    assert_eq!(sheets.row(page, 3), labels.concat());
    let mut line = |row: usize| {
        let cells = sheets.row(page, row);
        (cells[0].clone(), cells[1].clone(), cells[2].clone(), cells[21..24].join(" "))
    };
    let expected = [
        ("王建国", "/", "△", "0 0 2"),
        ("李秀兰", "○", "¢△", "1 0 1"),
        ("赵拴柱", "×", "", "0 1 0"),
        ("尉迟明", "¢", "", "0 0 1"),
        ("张伟", "病假", "", "0 1 0"),
    ];
    for (row, (name, morning, afternoon, counts)) in (4..).zip(expected) {
        assert_eq!(line(row), (name.into(), morning.into(), afternoon.into(), counts.into()));
    }
    assert_eq!(sheets.cell(page, "A9").to_string(), "记号: 到/  不到○  告假×  迟到¢  早退△  病假");
    let dates = sheets.cell(page, "A10").to_string();
    assert!(dates.starts_with("课次日期：09-07 上午1 下午2  09-08 上午3 下午4"), "{dates}");
    assert_eq!(sheets.exported.empty, []);
}

/// Four months would be four sheets; a month of more than twenty sessions gets as many as it needs.
#[test]
fn a_month_that_is_too_long_goes_on_on_another_sheet() {
    let (mut desk, folder) = desk_at("2026-09-21 08:00");
    let draft = ClassDraft {
        code: "PS-02".into(),
        course: "2022/6-29-01-01/5".into(),
        start: "2026-09-21".into(),
        end: "2026-10-30".into(),
        hours: "240".into(),
        capacity: "50".into(),
        ..ClassDraft::default()
    };
    let id = desk.add_class(&draft).unwrap();
    let slots = ["08:30-12:00", "14:00-17:30"].map(|slot| Slot::parse(slot).unwrap());
    desk.fill_timetable(id, Weekdays::parse("mon-fri").unwrap(), &slots).unwrap();
    seated(&mut desk, id, 2);
    let mut sheets = Sheets::of(&mut desk, &folder, id, "attendance-qingdao", Lang::En);
    assert_eq!(sheets.book.sheet_names(), ["2026-09", "2026-10", "2026-10 2", "2026-10 3"]);
    assert!(sheets.cell("2026-10 3", "A7").to_string().ends_with("10-29 a.m. 1 p.m. 2  10-30 a.m. 3 p.m. 4"));
    let header: Vec<String> = sheets.row("2026-10", 2).into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(header[1], "2026-10");
}

#[test]
fn a_half_day_has_two_blocks_of_names() {
    let (mut desk, folder, id) = centre();
    let mut sheets = Sheets::of(&mut desk, &folder, id, "signin-halfday", Lang::Zh);
    let names = sheets.book.sheet_names();
    assert_eq!((names.len(), names[0].as_str(), names[1].as_str()), (20, "09-07 上午", "09-07 下午"));
    let page = "09-07 下午";
    assert_eq!(sheets.cell(page, "A1").to_string(), "砌筑工五级培训班学员签到表");
    let words: Vec<String> =
        (2..=4).flat_map(|row| sheets.row(page, row)).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(
        words,
        [
            "培训机构(盖章)：忻府区育才培训学校",
            "班次：QZ-01",
            "工种/等级：砌筑工 五级",
            "日期：2026年9月7日 周一 下午",
            "授课内容：",
            "授课教师：李师傅"
        ]
    );
    // two levels: the half-day stands over 签到 and 签退, the other labels take both rows
    let upper = sheets.row(page, 5);
    let lower = sheets.row(page, 6);
    assert_eq!(upper[..6], ["座号", "姓名", "身份证号(后四位)", "下午", "", "备注"]);
    assert_eq!(lower[..6], ["", "", "", "签到", "签退", ""]);
    assert_eq!((&upper[..6], &lower[..6]), (&upper[6..], &lower[6..]));
    let merged = sheets.merged(page);
    for range in ["A5:A6", "D5:E5", "F5:F6", "J5:K5", "L5:L6"] {
        assert!(merged.contains(&range.to_owned()), "{range} in {merged:?}");
    }
    // five people: three in the left block, two in the right
    let tail = |nth: usize| person(nth).id_number.chars().skip(14).collect::<String>();
    let at = |row: usize, sheets: &mut Sheets| {
        let cells = sheets.row(page, row);
        [0, 1, 2, 6, 7, 8].map(|at| cells[at].clone())
    };
    let name = |nth: usize| PEOPLE[nth].0.to_owned();
    assert_eq!(at(7, &mut sheets), ["1".into(), name(0), tail(0), "4".into(), name(3), tail(3)]);
    assert_eq!(at(8, &mut sheets), ["2".into(), name(1), tail(1), "5".into(), name(4), tail(4)]);
    assert_eq!(
        at(9, &mut sheets),
        ["3".into(), name(2), tail(2), String::new(), String::new(), String::new()]
    );
    let foot: Vec<String> =
        (10..=11).flat_map(|row| sheets.row(page, row)).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(foot, ["应到：5", "实到：", "请假：", "班主任签字：", "教师签字："]);
    assert_eq!(sheets.cell(page, "C7"), Data::String(tail(0)));
}

#[test]
fn every_form_speaks_both_languages() {
    let (mut desk, folder, id) = centre();
    for layout in ["roster-qingdao", "roster-chengdu", "attendance-qingdao", "signin-halfday"] {
        let mut sheets = Sheets::of(&mut desk, &folder, id, layout, Lang::En);
        let page = sheets.book.sheet_names()[0].clone();
        let title = sheets.cell(&page, "A1").to_string();
        assert!(title.is_ascii() || title.contains('“'), "{layout}: {title}");
    }
}

#[test]
fn an_unknown_layout_names_the_files_that_could_not_be_used() {
    let (mut desk, folder, id) = centre();
    let own = folder.path().join("data/sheets");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("ours.toml"), "key = \"ours\"\nversoin = 1\n").unwrap();
    let class = desk.class_view(id).unwrap().class;
    let to = folder.path().join("ours.xlsx");
    let trouble =
        desk.export("ours", &class, &to, Lang::Zh, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    let told = baodao::app::words::trouble(Lang::Zh, &trouble);
    assert!(told.contains("ours.toml") && told.contains("第 2 行") && told.contains("versoin"), "{told}");
    let sheets = Sheets::of(&mut desk, &folder, id, "roster", Lang::Zh);
    assert_eq!(sheets.exported.refused.len(), 1);
    assert!(sheets.exported.remarks(Lang::En).iter().any(|line| line.contains("Line 2")));
}
