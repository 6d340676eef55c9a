//! A person comes in.

use crate::desk::{TestDesk, class, person, seated};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who};
use baodao::domain::calendar::parse_day;
use baodao::domain::class::ClassDraft;
use baodao::domain::status::{Category, Status};
use baodao::text::Lang;
use baodao::ui::input::Input;
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
fn who_has_a_seat_already_is_not_put_into_the_class_of_the_one_before() {
    let mut desk = centre(Lang::Zh, 80, 24);
    let other = class(&mut desk.desk, "QZ-03");
    desk.keys("F3 lxl Enter F4 QZ-02 Enter F8").shows("QZ-02 座号 1");
    desk.keys("F3 zsz Enter F4 QZ-02 Enter F8").shows("QZ-02 座号 2");
    // looked up again: the class of the one before does not wait for an F8
    desk.keys("F3 lxl Enter").shows("选班次");
    desk.keys("F8").shows("资料没有变化");
    let seats = |desk: &TestDesk| desk.desk.class_view(other).unwrap().enrolments.len();
    desk.keys("F4 QZ-03 Enter F8").shows("李秀兰 同一时间已在别的班上课").shows("QZ-02");
    desk.keys("Esc");
    assert_eq!(seats(&desk), 0);
    desk.keys("F8 Tab Enter");
    assert_eq!(seats(&desk), 1);
    desk.is_sound();
}

#[test]
fn a_returnee_on_a_wide_english_screen() {
    let mut desk = centre(Lang::En, 140, 40);
    desk.keys("F3 lxl Enter F4 Enter").shows("proof ended").hides("Certificates");
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
    // also in the middle of other categories, but this one begins with it
    desk.keys("fx Enter").shows("返乡农民工").caret_in("证明材料");
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
    desk.keys("Enter").shows("校验位不符（应为 7）：请逐位对照");
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
    desk.keys("Enter 王新来 Esc").shows("还没保存").caret_in("姓名");
    desk.keys("Esc").shows("没保存的内容已留作草稿").shows("（王新来，08:26）");
    desk.keys("Del").shows("没有保存，丢弃后找不回来");
    desk.keys("Enter").shows("王新来");
    desk.keys("Del F8").shows("草稿已丢弃").hides("王新来");
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
    desk.keys("Down").keys(&"Enter ".repeat(7)).caret_in("详细地址");
    desk.keys("兰村乡 F8").shows("已为张玮建档");
    // what is a person's own is copied when it is asked for, never carried
    desk.hides("初中");
    desk.keys(&format!("{} Enter 吴桂兰", person(10).id_number))
        .keys(&"Enter ".repeat(11))
        .caret_in("详细地址");
    desk.keys("Ctrl+D").shows("兰村乡");
}

#[test]
fn somebody_else_changed_the_person_meanwhile() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter").keys(&"Enter ".repeat(10)).caret_in("详细地址");
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
fn a_queue_of_drafts_stays_and_the_one_that_goes_is_named() {
    let mut desk = fresh(Lang::Zh);
    for name in ["甲一", "乙二", "丙三", "丁四", "戊五"] {
        desk.keys("Esc F6").keys(&format!("Enter {name} Esc Esc"));
        desk.pass(Duration::from_secs(1));
    }
    for name in ["甲一", "乙二", "丙三", "丁四", "戊五"] {
        desk.shows(&format!("（{name}，08:26）"));
    }
    // a field that takes nothing of what is typed is no draft, and pushes none away
    desk.keys("F6 Enter Enter 手机 Esc Esc").shows("（甲一，08:26）").hides("新学员，");
    desk.keys("F6 Enter 己六").pass(Duration::from_secs(1));
    desk.shows("! 草稿太多，最早的一份（甲一）没有留");
    desk.keys("Esc Esc").shows("（己六，08:26）").shows("（乙二，08:26）").hides("甲一");
}

#[test]
fn whoever_is_on_file_is_named_before_they_are_typed_a_second_time() {
    let mut desk = fresh(Lang::Zh);
    desk.keys("Enter 李秀兰").shows("! 同名  李秀兰");
    desk.keys("F2").shows("已打开李秀兰的档案");
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
fn a_number_that_was_misread_is_scanned_again() {
    let mut desk = fresh(Lang::Zh);
    let right = person(9).id_number;
    let last = if right.ends_with('1') { '2' } else { '1' };
    let wrong = format!("{}{last}", right.get(..17).unwrap());
    desk.scan(&wrong).shows("校验位不符").caret_in("身份证号");
    desk.pass(Duration::from_secs(1));
    desk.scan(&right).shows("女 1972-12-12 53岁").caret_in("姓名");
    assert!(desk.desk.draft("enrol").unwrap().is_none(), "nobody was half typed");
    // typed by hand and a digit short
    desk.keys("F6 F6").keys(right.get(..17).unwrap());
    desk.scan(&person(1).id_number).shows("已打开李秀兰的档案");
    // somebody has begun: what is typed is not given another number
    desk.keys("F6 F6").keys(right.get(..17).unwrap()).keys("Enter 杨喜凤");
    desk.scan(&person(1).id_number).shows("先按 F8 保存").shows("杨喜凤");
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

fn address_of(desk: &TestDesk, name: &str) -> String {
    let id = desk.desk.find(name, 5).unwrap()[0].id;
    desk.desk.person(id).unwrap().row.trainee.address
}

#[test]
fn an_address_is_a_county_and_a_street_on_the_screen_and_one_text_on_file() {
    let mut desk = centre(Lang::Zh, 80, 30);
    desk.keys("F6").keys(&format!("{} Enter 张玮", person(5).id_number));
    desk.keys(&"Enter ".repeat(10)).caret_in("现住县区");
    desk.keys("y").shows("山西省忻州市原平市");
    desk.keys("p Enter").caret_in("详细地址");
    desk.keys("崞阳镇大街3号");
    insta::assert_snapshot!("enrol_address_zh", desk.page);
    desk.keys("F8").shows("已为张玮建档");
    assert_eq!(address_of(&desk, "zw"), "山西省忻州市原平市崞阳镇大街3号");
    // the record comes back in its two parts, and nothing has changed by that
    desk.keys("F3 zw Enter")
        .keys(&"Enter ".repeat(8))
        .shows("现住县区  山西省忻州市原平市")
        .shows("崞阳镇大街3号");
    desk.keys("F8").shows("资料没有变化");
    desk.keys("F3 zw Enter").keys(&"Enter ".repeat(9)).caret_in("现住县区");
    desk.keys("Backspace F8").shows("已改张玮的资料");
    assert_eq!(address_of(&desk, "zw"), "崞阳镇大街3号");
    desk.is_sound();
}

#[test]
fn the_county_is_chosen_in_columns_in_english() {
    let mut desk = centre(Lang::En, 140, 40);
    desk.keys("F6").keys(&format!("{} Enter 张玮", person(5).id_number));
    desk.keys(&"Enter ".repeat(10)).caret_in("Lives in");
    desk.keys("F4 Left Up Enter").caret_in("Street").shows("Yuncheng City, Shanxi Province");
    desk.keys("盐湖区1号");
    insta::assert_snapshot!("enrol_address_en_wide", desk.page);
    desk.keys("F8").shows("is on file");
    assert_eq!(address_of(&desk, "zw"), "山西省运城市盐湖区1号");
}

#[test]
fn the_county_of_the_number_is_proposed_and_never_taken_by_walking_over_it() {
    // nobody who was born in 1900 stands at a desk any more
    let id = (0..11).map(|check| format!("14090219000101000{}", "0123456789X".chars().nth(check).unwrap()));
    let id = id.into_iter().find(|id| baodao::domain::id_number::IdNumber::parse(id).is_ok()).unwrap();
    let mut desk = centre(Lang::Zh, 80, 30);
    desk.keys("F6").keys(&format!("{id} Enter 张玮")).shows("山西省忻州市忻府区（按右箭头采用）");
    desk.keys(&"Enter ".repeat(10)).caret_in("现住县区");
    insta::assert_snapshot!("enrol_county_proposed_zh", desk.page);
    desk.keys("Enter 播明镇").hides("按右箭头采用");
    desk.keys("Backspace Backspace Backspace Up").caret_in("现住县区").shows("按右箭头采用");
    desk.keys("Right").caret_in("详细地址").hides("按右箭头采用");
    desk.keys("播明镇 F8").shows("已为张玮建档");
    assert_eq!(address_of(&desk, "zw"), "山西省忻州市忻府区播明镇");
}

#[test]
fn a_proof_has_the_day_that_was_meant() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default()));
    desk.keys(&"Shift+Tab ".repeat(10)).caret_in("取得日期");
    desk.keys("9月1日 Enter").shows("2026-09-01");
    desk.keys("12-31 Enter").shows("2026-12-31");
    // nothing is obtained on a day to come
    desk.keys("Up Up").caret_in("取得日期");
    desk.keys("1-5 Enter").shows("2027-01-05").shows("! 取得日期在今天以后");
}

#[test]
fn a_row_of_a_spreadsheet_is_spread_over_the_fields() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default()));
    let id = person(9).id_number;
    desk.input(&Input::Paste(format!("7\t杨喜凤\t女\t{id}\t13800000010\t高中\t某某建筑公司")));
    desk.shows(&id).shows("杨喜凤").shows("13800000010").shows("高中").caret_in("人员类别");
    desk.shows("已填入 姓名、身份证号、手机号码、文化程度；没有用上 7、某某建筑公司");
    // nothing is written over, and no digits run together
    desk.input(&Input::Paste("杨喜\t13900000019".into()));
    desk.shows("没有用上 杨喜、13900000019").shows("13800000010").hides("1390000001913");
    let mut desk = centre(Lang::En, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default()));
    desk.input(&Input::Paste(format!("身份证号：{id}（杨喜凤）")));
    desk.shows(&id).caret_in("Name");
}

#[test]
fn the_key_that_was_to_go_on_is_spent_where_the_form_went_on_itself() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default()));
    let id = person(9).id_number;
    desk.device(&id, 20).caret_in("姓名");
    desk.keys("Enter").caret_in("姓名");
    desk.keys("Enter").caret_in("手机号码");
}

#[test]
fn a_faulty_number_is_mended_a_character_at_a_time() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default()));
    desk.keys("140999198506120016 Enter 王建国 F8").shows("校验位不符（应为 7）").caret_in("身份证号");
    desk.keys("Backspace 7").shows("140999198506120017").hides("校验位不符");
}

/// What is half typed goes before what was done: nobody loses the person before to one key.
#[test]
fn ctrl_z_takes_typing_back_before_an_enrolment() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted::default()));
    let id = crate::desk::person(0).id_number;
    desk.keys(&format!("{id} Enter 王建国 F8")).shows("王建国");
    let acts = desk.audit().len();
    desk.keys("140999 Enter Enter Ctrl+Z").hides("140999");
    assert_eq!(desk.audit().len(), acts, "the person before stays on file");
    desk.keys("Ctrl+Z").shows("已撤销");
    desk.go(Route::Today).keys("Ctrl+Y").shows("! Ctrl+Y 只重做刚撤销的打字");
    desk.keys("F7").shows("! F7 在这里没有用处");
    desk.keys("Esc Enter 王新来 Esc").shows("再按 Esc 离开（留作草稿）");
    desk.keys("Esc").shows("草稿");
}
