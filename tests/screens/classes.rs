//! The list of classes and the form of a class: faults, saving, copying, a class changed by somebody else.

use crate::desk::{TestDesk, class, seated};
use baodao::app::codes;
use baodao::domain::class::ClassDraft;
use baodao::domain::ids::ClassId;
use baodao::text::Lang;
use baodao::ui::screen::{ClassWanted, Route};
use std::cell::Cell;

fn draft(code: &str, start: &str, end: &str) -> ClassDraft {
    ClassDraft {
        code: code.into(),
        course: "2022/4-02-07-08/5".into(),
        start: start.into(),
        end: end.into(),
        hours: "60".into(),
        ..ClassDraft::default()
    }
}

fn three(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        desk.add_class(&draft("KD-02", "2026-10-08", "2026-10-20")).unwrap();
        desk.add_class(&draft("KD-01", "2026-03-02", "2026-03-13")).unwrap();
        let id = class(desk, "QZ-01");
        seated(desk, id, 12);
    });
    desk.go(Route::Classes);
    desk
}

fn form(desk: &mut TestDesk, class: Option<ClassId>) {
    desk.go(Route::ClassForm(ClassWanted { class, course: String::new() }));
}

fn one(lang: Lang) -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let desk = TestDesk::prepared(lang, 80, 24, |desk| id.set(class(desk, "QZ-01")));
    (desk, id.get())
}

#[test]
fn pages_look_right() {
    insta::assert_snapshot!("classes_zh", three(Lang::Zh, 80, 24).page);
    insta::assert_snapshot!("classes_en", three(Lang::En, 80, 24).page);
    insta::assert_snapshot!("classes_wide_zh", three(Lang::Zh, 140, 40).page);
    insta::assert_snapshot!("classes_wide_en", three(Lang::En, 140, 40).page);
}

#[test]
fn running_classes_stand_first() {
    let desk = three(Lang::Zh, 80, 24);
    let at = |code: &str| desk.page.find(code).unwrap();
    assert!(at("QZ-01") < at("KD-02") && at("KD-02") < at("KD-01"));
    desk.shows("在训").shows("未开班").shows("已结束").shows("12/50").shows("80/80").shows("3 / 3 个班");
}

#[test]
fn a_class_is_found_and_opened() {
    let mut desk = three(Lang::Zh, 80, 24);
    desk.keys("kdy").shows("KD-02").hides("QZ-01").shows("2 / 3 个班").caret_in("筛选");
    desk.keys("Down Enter").shows("班次 > KD-01");
    desk.keys("Esc F2").shows("班次 > KD-01 > 修改");
}

#[test]
fn an_empty_file_says_what_to_do() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Classes).shows("还没有班次。按 F6 开第一个班");
    desk.keys("Enter").shows("! 现在不能打开：没有选中的班次");
    desk.keys("F6").shows("新班次");
    TestDesk::new(Lang::En).go(Route::Classes).shows("There is no class yet.");
}

#[test]
fn the_form_looks_right() {
    for (lang, columns, rows) in
        [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)]
    {
        let mut desk = TestDesk::sized(lang, columns, rows);
        desk.go(Route::Courses).keys("直播销售员五级 Enter");
        desk.keys("ZB-01 Enter Enter 2026-09-30 Enter 2026-09-01 Enter");
        insta::assert_snapshot!(format!("class_form_{}_{columns}", lang.key()), desk.page);
    }
}

#[test]
fn a_class_is_made_with_the_keyboard_alone() {
    let mut desk = TestDesk::new(Lang::Zh);
    form(&mut desk, None);
    desk.caret_in("班次代码");
    desk.keys("ＱＺ－０２ Enter qzg").shows("砌筑工 五级");
    desk.keys("Enter").shows("砌筑工").caret_in("开班日期");
    desk.keys("20260907 Enter 2026-09-18 Enter 80 Enter 50 Enter 一号教室 Enter 李师傅");
    desk.keys("Enter Enter").shows("新班次");
    desk.keys("F8").shows("已保存班次 QZ-02").shows("班次 > QZ-02").shows("还没有课次");
    assert_eq!(desk.audit(), ["init", "add-class"]);
    desk.keys("Ctrl+Z").shows("已撤销");
    assert_eq!(desk.audit(), ["init", "add-class", "undo"]);
    desk.is_sound();
}

#[test]
fn the_catalogue_gives_the_hours() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Courses).keys("直播销售员五级 Enter ZB-01 Enter");
    desk.shows("目录 120 学时");
    desk.keys("Enter 2026-09-07 Enter 2026-09-30 F8").shows("应 120 学时");
}

#[test]
fn what_empty_hours_mean_is_said_once_and_truly() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Courses).keys("直播销售员五级 Enter ZB-01 Enter Enter Enter Enter").caret_in("学时");
    desk.shows("学时空着就用它；来源：互联网营销师国家职业技能标准2021").hides("空着就用目录的").hides("[S");
    desk.go(Route::Courses).keys("装卸搬运工五级 Enter ZX-01 Enter Enter Enter Enter").caret_in("学时");
    desk.shows("目录没有这一项的学时，请填写").hides("空着");
}

#[test]
fn faults_stand_at_their_fields() {
    let mut desk = TestDesk::new(Lang::Zh);
    form(&mut desk, None);
    // going past empty fields is no fault
    desk.keys("Enter Enter Enter Enter").hides("!");
    desk.keys("F8")
        .shows("! 1 到 30 个字符")
        .hides("! 班次代码")
        .hides("! 培训项目")
        .shows("! 还有 5 处要改")
        .caret_in("班次代码");
    desk.keys("QZ-01 Enter Enter 2026-13-01 Enter").shows("! 看不懂，或没有这一天，写法如 2026年9月7日");
    desk.keys("Up 2026-09-18 Enter 2026-09-07 Enter").shows("! 结业日期早于开班日期").hides("没有这一天");
    desk.keys("Up Up 2026-09-01 Enter").hides("! 结业日期");
    assert_eq!(desk.audit(), ["init"]);
}

#[test]
fn days_are_typed_as_people_write_them_and_written_out() {
    let mut desk = TestDesk::new(Lang::Zh);
    form(&mut desk, None);
    desk.keys("QZ-02 Enter qzg Enter").caret_in("开班日期");
    desk.keys("9-14 Enter").shows("2026-09-14");
    desk.keys("9月25日 Enter").shows("2026-09-25");
    desk.keys("Up Up 1/5 Enter").shows("2027-01-05").shows("结业日期早于开班日期");
    desk.keys("Up 明天 Enter").shows("2026-09-08").hides("早于");
    // the field that still has the focus is read too
    desk.keys("Enter 80 Up 0930 F8").shows("已保存班次 QZ-02");
    let class = desk.desk.class_named("QZ-02").unwrap();
    assert_eq!((class.start.to_string(), class.end.to_string()), ("2026-09-08".into(), "2026-09-30".into()));
}

#[test]
fn an_empty_day_is_missing_and_not_misread() {
    for (lang, missing, misread) in
        [(Lang::Zh, "! 必填", "看不懂"), (Lang::En, "! Required", "not understood")]
    {
        let mut desk = TestDesk::new(lang);
        form(&mut desk, None);
        desk.keys("F8").shows(missing).hides(misread);
        desk.keys("QZ-01 Enter Enter 9-31 Enter").shows(missing);
        assert!(desk.page.to_lowercase().contains(misread), "{}", desk.page);
    }
}

#[test]
fn a_code_that_is_taken_is_said_at_once() {
    let (mut desk, id) = one(Lang::Zh);
    form(&mut desk, None);
    desk.keys("qz-01 Enter").shows("! 班次代码已有人用");
    form(&mut desk, Some(id));
    desk.keys("Enter").hides("已有人用");
}

#[test]
fn the_last_class_can_be_copied() {
    let (mut desk, _) = one(Lang::Zh);
    form(&mut desk, None);
    desk.shows("Ctrl+D 照抄上一个班");
    desk.keys("QZ-02 Enter Ctrl+D").shows("砌筑工 五级").caret_in("开班日期");
}

#[test]
fn unsaved_text_is_not_lost_by_one_esc() {
    let (mut desk, id) = one(Lang::Zh);
    form(&mut desk, Some(id));
    desk.keys("Enter Enter 2026-09-08 Esc").shows("再按 Esc 放弃").shows("修改");
    desk.keys("Esc").hides("修改");
    form(&mut desk, Some(id));
    desk.keys("Esc").hides("修改");
}

#[test]
fn an_edit_meets_somebody_elses() {
    let (mut desk, id) = one(Lang::Zh);
    form(&mut desk, Some(id));
    desk.keys("Up Up Enter Enter Enter Enter Enter 30 Enter 二号教室");
    let version = desk.desk.class(id).unwrap().version;
    let theirs = ClassDraft {
        course: "2022/6-29-01-01/5".into(),
        capacity: "40".into(),
        instructor: "赵师傅".into(),
        place: "一号教室".into(),
        ..draft("QZ-01", "2026-09-07", "2026-09-18")
    };
    desk.desk.change_class(id, version, &theirs, "换教室").unwrap();
    desk.keys("F8").shows("别人改过").shows("别人刚改为：40").shows("30").shows("二号教室").shows("赵师傅");
    desk.keys("F8").shows("原因：名额 40 -> 30，另有 1 项");
    desk.keys("Enter").shows("! 请写原因");
    desk.keys("换大教室 Enter").shows("已保存班次 QZ-01");
    let class = desk.desk.class(id).unwrap();
    assert_eq!(
        (class.capacity, class.place.as_str(), class.instructor.as_str()),
        (Some(30), "二号教室", "赵师傅")
    );
    desk.is_sound();
}

/// The longest names of the catalogue are cut, never the level that tells two courses of one name apart.
#[test]
fn a_long_course_keeps_its_level() {
    let mut desk = TestDesk::prepared(Lang::En, 80, 24, |desk| {
        let longest = codes::COURSES
            .iter()
            .filter(|course| course.level.is_some())
            .max_by_key(|course| course.en.len());
        let draft = ClassDraft {
            code: "QZ-01".into(),
            course: longest.unwrap().key.0.clone(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        desk.add_class(&draft).unwrap();
    });
    desk.go(Route::Classes);
    let row = desk.page.lines().find(|line| line.contains("QZ-01")).unwrap();
    assert!(row.contains(".. level "), "{row}");
}
