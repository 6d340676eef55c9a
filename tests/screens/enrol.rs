//! A person comes in.

use crate::desk::{TestDesk, class, person, seated};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who};
use baodao::domain::calendar::parse_day;
use baodao::domain::class::ClassDraft;
use baodao::domain::status::{Category, Status};
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route};
use std::time::Duration;

/// A class that ended in spring with four people, one of them proven until last week, and one that begins today.
fn centre(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let spring = ClassDraft {
            code: "KD-01".into(),
            course: "2022/4-02-07-08/5".into(),
            start: "2026-03-02".into(),
            end: "2026-03-13".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        let spring = desk.add_class(&spring).unwrap();
        seated(desk, spring, 1);
        for nth in 1..4 {
            let status = Status {
                category: Category("returnee".into()),
                proof_kind: "village-certificate".into(),
                proof_number: String::new(),
                obtained: parse_day("2026-02-01"),
                expires: parse_day("2026-08-31"),
            };
            let registration = Registration {
                who: Who::New(person(nth)),
                statuses: vec![status],
                class: Some(spring),
                joined: None,
                category: "returnee".into(),
            };
            desk.register(&registration).unwrap();
        }
        class(desk, "QZ-02");
    })
}

fn fresh(lang: Lang) -> TestDesk {
    let mut desk = centre(lang, 80, 24);
    desk.keys("F6").caret_in(if lang == Lang::Zh { "身份证号" } else { "ID number" });
    desk
}

fn draft_of(desk: &Desk) -> Option<String> {
    desk.draft("enrol").unwrap().and_then(|draft| draft.fields.get("name").cloned())
}

#[test]
fn a_returnee_takes_eight_keys() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3");
    let typed = ["l", "x", "l", "Enter", "F4", "Enter", "F8"];
    desk.keys("l x l Enter")
        .shows("李秀兰")
        .shows("14099919920229002X")
        .shows("2026-03 快递员 五级 KD-01  0/80学时");
    insta::assert_snapshot!("enrol_known_zh", desk.page);
    desk.keys("F4 Enter").shows("按 F8 报名").caret_in("手机号码");
    insta::assert_snapshot!("enrol_known_class_zh", desk.page);
    desk.keys("F8").shows("已为李秀兰报名：QZ-02 座号 1 · Ctrl+Z 撤销").caret_in("身份证号");
    assert!(typed.len() <= 8);
    assert_eq!(desk.audit().last().map(String::as_str), Some("enrol"));
    desk.is_sound();
}

#[test]
fn the_next_one_takes_five() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter F4 Enter F8");
    // the class stays, and the box below takes the next name at once
    desk.keys("F3").caret_in("查找");
    desk.keys("z s z Enter").shows("报名 > 砌筑工 五级 QZ-02").shows("剩 49 个名额");
    desk.keys("F8").shows("已为赵拴柱报名：QZ-02 座号 2");
    desk.is_sound();
}

#[test]
fn a_returnee_on_a_wide_english_screen() {
    let mut desk = centre(Lang::En, 140, 40);
    desk.keys("F3 lxl Enter F4 Enter").shows("proof ended").shows("none recorded");
    insta::assert_snapshot!("enrol_known_en_wide", desk.page);
}

#[test]
fn a_scan_of_a_known_card_opens_the_record() {
    let mut desk = fresh(Lang::Zh);
    let id = person(1).id_number;
    desk.keys(&id).shows("身份证号相同，已有档案").shows("F2 打开已有档案");
    desk.keys("Enter F8").shows("这个身份证号已有档案").caret_in("身份证号");
    desk.keys("F2").shows("已打开李秀兰的档案").caret_in("手机号码");
}

#[test]
fn a_new_person_is_put_on_file_and_seated() {
    let mut desk = fresh(Lang::Zh);
    let new = person(5);
    desk.keys(&format!("{} Enter", new.id_number))
        .shows("男 1979-02-03 47岁")
        .shows("证件地未列入区划表（不影响）");
    desk.keys("张玮 Enter 13800000006 Enter 初中 Enter").caret_in("民族");
    desk.keys("Up Up Up Up Up").caret_in("身份证号");
    desk.keys("Shift+Tab").caret_in("班次");
    desk.keys("F4 Enter F8");
    desk.shows("已为张玮报名：QZ-02 座号 1");
    let found = desk.desk.find("13800000006", 5).unwrap();
    let kept = desk.desk.person(found[0].id).unwrap();
    assert_eq!(kept.row.trainee.education, "70");
    assert!(kept.statuses.is_empty(), "no category was chosen, none is recorded");
    desk.is_sound();
}

#[test]
fn a_category_with_its_proof_is_recorded_once() {
    let mut desk = fresh(Lang::Zh);
    desk.keys(&format!("{} Enter 张玮 Enter 13800000006 Enter Enter Enter Enter", person(5).id_number));
    desk.caret_in("人员类别");
    desk.keys("返乡 Enter").caret_in("证明材料");
    desk.keys("F4");
    insta::assert_snapshot!("enrol_proofs_zh", desk.page);
    desk.keys("Enter 晋2026-8 Enter 20260801 Enter 20260701 Enter").shows("早于取得日期");
    desk.keys("F8").shows("有 1 处要改").caret_in("有效期至");
    desk.keys("20270731 F8").shows("已为张玮建档");
    let id = desk.desk.find("zw", 5).unwrap()[0].id;
    let statuses = desk.desk.person(id).unwrap().statuses;
    assert_eq!(statuses.len(), 1);
    assert_eq!(statuses[0].status.category.0, "returnee");
    assert_eq!(statuses[0].status.expires, parse_day("2027-07-31"));
    // the same again adds none
    desk.keys("F3 zw Enter F4 Enter F8").shows("已为张玮报名");
    assert_eq!(desk.desk.person(id).unwrap().statuses.len(), 1);
}

#[test]
fn people_alike_are_named_while_typing() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter Enter 13800000001").shows("! 手机号相同  王建国").hides("13800000002");
    desk.keys("Up Up Up 140999198506120016").shows("身份证号只差一处").caret_in("身份证号");
    desk.keys("Enter").shows("第 18 位应为 7，请核对");
    insta::assert_snapshot!("enrol_alike_zh", desk.page);
    desk.keys("F2").shows("已打开王建国的档案");
}

#[test]
fn all_faults_stand_there_at_once() {
    for lang in Lang::ALL {
        let mut desk = fresh(lang);
        desk.keys("F8").caret_in(if lang == Lang::Zh { "身份证号" } else { "ID number" });
        insta::assert_snapshot!(format!("enrol_faults_{}", lang.key()), desk.page);
        assert_eq!(desk.audit().last().map(String::as_str), Some("fill-timetable"), "nothing was saved");
    }
}

#[test]
fn somebody_without_a_card_types_sex_and_birth() {
    let mut desk = fresh(Lang::Zh);
    desk.hides("出生日期").hides("无证原因");
    // passed over, the number asks right below it why there is none
    desk.keys("Enter 王五").shows("无证原因");
    desk.keys("Up").caret_in("无证原因");
    desk.keys("遗失补办中 Enter").caret_in("性别");
    desk.keys("男 Enter 1985-06-12 F8").shows("已为王五建档，未排班");
    desk.shows("没有身份证号，待核");
    // a date that does not exist is said to be none
    desk.keys("Enter Up 没有办过 Enter 男 Enter 1985-02-30 Enter").shows("! 请写真实的日期，如 1985-06-12");
    desk.keys("Esc Esc");
    desk.is_sound();
}

#[test]
fn a_number_refused_for_want_of_one_asks_why_in_sight() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("F8").shows("\n     无证原因").caret_in("身份证号");
    desk.keys("Down").caret_in("无证原因");
    desk.keys("Up 140999198506120017").hides("无证原因");
}

#[test]
fn a_phone_that_looks_wrong_is_doubted_when_it_is_left() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter Enter 1380000").hides("应为 11 位");
    desk.keys("Enter").shows("! 手机号 7 位，应为 11 位，收下待核");
    desk.keys("Up 13800000001 Enter").hides("应为 11 位");
}

#[test]
fn what_was_typed_in_search_lands_in_its_field() {
    for (typed, label, told) in [
        ("王新来", "姓名", "王新来"),
        ("13912345678", "手机号码", "13912345678"),
        ("140999199909090120", "身份证号", "女 1999-09-09 26岁"),
    ] {
        let mut desk = centre(Lang::Zh, 80, 24);
        desk.keys(&format!("F3 {typed} Enter"));
        let line = desk.page.lines().find(|line| line.contains(label)).unwrap_or_default().to_owned();
        assert!(line.contains(typed), "{typed}: {line}");
        let _ = told;
    }
}

#[test]
fn a_half_typed_enrolment_survives_a_restart() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter 王新来");
    assert_eq!(draft_of(&desk.desk), None);
    desk.pass(Duration::from_millis(800));
    assert_eq!(draft_of(&desk.desk).as_deref(), Some("王新来"));
    let mut desk = desk.restarted("2026-09-07 10:42");
    desk.shows("上次有 1 份未保存的报名（王新来，08:26）");
    desk.keys("Enter").shows("王新来").shows("已取回 08:26 未保存的报名").caret_in("身份证号");
    desk.keys(&format!("{} F8", person(9).id_number)).shows("已为王新来建档");
    assert_eq!(draft_of(&desk.desk), None);
    desk.keys("Esc").hides("未保存");
}

#[test]
fn giving_up_takes_two_keys_and_leaves_a_draft() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter 王新来 Esc").shows("有未保存的内容").caret_in("姓名");
    desk.keys("Esc").shows("没保存的内容已留作草稿").shows("（王新来，08:26）");
    desk.keys("Del").shows("草稿已丢弃").hides("王新来");
    assert_eq!(draft_of(&desk.desk), None);
}

#[test]
fn the_whole_registration_is_taken_back_by_one_key() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter F4 Enter F8").shows("剩 49 个名额");
    desk.keys("Ctrl+Z").shows("已撤销：报名 李秀兰").shows("剩 50 个名额");
    desk.is_sound();
}

#[test]
fn what_was_carried_is_marked_and_can_be_copied() {
    let mut desk = centre(Lang::Zh, 80, 30);
    desk.keys("F6").keys(&format!("{} Enter 张玮 Enter 13800000006 Enter 初中 Enter", person(5).id_number));
    desk.keys("Down").keys(&"Enter ".repeat(7)).caret_in("现住址");
    desk.keys("兰村乡 F8").shows("已为张玮建档");
    desk.shows("=初中");
    desk.keys(&format!("{} Enter 吴桂兰", person(10).id_number))
        .keys(&"Enter ".repeat(10))
        .caret_in("现住址");
    desk.keys("Ctrl+D").shows("兰村乡");
}

#[test]
fn somebody_else_changed_the_person_meanwhile() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter").keys(&"Enter ".repeat(9)).caret_in("现住址");
    desk.keys("忻府区兰村乡");
    let id = desk.desk.find("lxl", 5).unwrap()[0].id;
    let known = desk.desk.person(id).unwrap();
    let mut draft = baodao::app::enrol::draft_of(&known.row.trainee);
    draft.phone = "13900000000".into();
    let who = Who::Known { id, version: known.row.version, draft };
    let change =
        Registration { who, statuses: Vec::new(), class: None, joined: None, category: String::new() };
    desk.desk.register(&change).unwrap();
    desk.keys("F8").shows("刚被别人改过").shows("忻府区兰村乡");
    desk.keys("F8").shows("已改李秀兰的资料");
    let kept = desk.desk.person(id).unwrap().row.trainee;
    assert_eq!(kept.phone.map(|phone| phone.as_str().to_owned()).as_deref(), Some("13900000000"));
    assert_eq!(kept.address, "忻府区兰村乡");
}

#[test]
fn a_person_already_in_the_class_is_not_enrolled_twice() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter F4 Enter F8 F3 lxl Enter").shows("F4 选班次");
    desk.keys("F8").shows("报名请先选班次").caret_in("班次");
    desk.keys("F4 Enter F8").shows("已在这个班里");
}

#[test]
fn a_class_can_be_asked_for() {
    let mut desk = centre(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
    desk.shows("报名 > 砌筑工 五级 QZ-02").shows("剩 50 个名额");
}

#[test]
fn a_draft_is_not_lost_to_the_next_person() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter 王新来 Esc Esc").shows("（王新来，08:26）");
    // a returnee in between, then another half-typed one
    desk.keys("F3 lxl Enter").keys("F4 Enter F8").shows("已为李秀兰报名");
    desk.keys("Enter 赵新来 Esc Esc Esc");
    desk.shows("（赵新来，08:26）").shows("（王新来，08:26）");
    desk.keys("Down Enter").shows("王新来");
    desk.keys(&format!("{} F8", person(9).id_number)).shows("已为王新来建档");
    desk.keys("Esc").shows("（赵新来，08:26）").hides("（王新来");
}

#[test]
fn a_card_on_the_reader_never_lands_in_a_phone_number() {
    let mut desk = fresh(Lang::Zh);
    let (known, new) = (person(1).id_number, person(9).id_number);
    // the caret stands in the phone number
    desk.keys("Enter Enter").caret_in("手机号码");
    desk.scan(&new).shows("女 1972-12-12 53岁").caret_in("姓名");
    desk.keys("杨喜凤").scan("13800000010\n").shows("13800000010");
    desk.scan(&known).shows("先按 F8 保存").hides(&known);
    desk.keys("F6 F6 F3 zsz Enter").shows("赵拴柱").caret_in("手机号码");
    desk.scan(&known).shows("已打开李秀兰的档案").hides("赵拴柱").caret_in("手机号码");
}

#[test]
fn somebody_new_gets_an_empty_form_though_a_draft_is_kept() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Down 李小明");
    desk.pass(Duration::from_secs(1));
    let mut desk = desk.restarted("2026-09-07 09:00");
    desk.keys("F6");
    assert!(!desk.page.lines().any(|line| line.contains("姓名") && line.contains("李小明")), "{}", desk.page);
    let mut desk = desk.restarted("2026-09-07 09:10");
    desk.shows("李小明");
    desk.keys("Enter").shows("李小明");
}
