//! The search box.

use crate::desk::{TestDesk, class, person, seated};
use baodao::text::Lang;

fn desk(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 8);
    })
}

#[test]
fn an_empty_box_says_what_may_be_typed() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3").shows("可以这样找").caret_in("查找");
    insta::assert_snapshot!("search_empty_zh", zh.page);
    zh.keys("Enter").shows("先输入姓名、拼音、证件或电话");
}

#[test]
fn numbers_in_the_list_are_masked() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 z").shows("张伟").shows("张玮").shows("拼音");
    zh.hides(&person(4).id_number).hides(&person(4).phone);
    insta::assert_snapshot!("search_zh", zh.page);
    let mut en = desk(Lang::En, 140, 40);
    en.keys("F3 0002").shows("phone tail").shows("QZ-01 seat 2");
    insta::assert_snapshot!("search_en_wide", en.page);
}

#[test]
fn the_way_a_person_was_found_is_named() {
    let id = person(1).id_number;
    let tail: String = id.chars().skip(14).collect();
    for (typed, why) in [
        ("李秀", "姓名"),
        ("lixiu", "拼音"),
        (id.as_str(), "身份证"),
        (tail.as_str(), "身份证尾号"),
        ("0002", "手机尾号"),
    ] {
        let mut zh = desk(Lang::Zh, 80, 24);
        zh.keys(&format!("F3 {typed}")).shows("李秀兰").shows(why);
    }
}

#[test]
fn a_wrong_number_names_who_may_be_meant() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 140999199202290021").shows("应为 X").shows("李秀兰").shows("证号差一处");
    zh.keys("Enter").shows("已有档案");
}

#[test]
fn somebody_new_can_be_forced() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 张伟").shows("138****0005");
    zh.keys("F6").shows("张伟  新学员").caret_in("身份证号");
    // back, and the next name replaces the last
    zh.keys("Esc 刘").shows("刘改变").hides("张伟");
}

#[test]
fn misheard_names_stand_below_a_line() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 张伟").shows("张伟").shows("也许听错了").shows("张[玮]").shows("同音字").shows("1979");
    insta::assert_snapshot!("search_misheard_zh", zh.page);
    // the one below the line is an arrow away
    zh.keys("Down Enter").shows("张玮").shows("已有档案");
    let mut en = desk(Lang::En, 100, 30);
    en.keys("F3 niugaibian").shows("perhaps misheard").shows("[刘]改变").shows("near sound").hides("> [刘]");
    insta::assert_snapshot!("search_misheard_en", en.page);
}

#[test]
fn enter_never_takes_somebody_who_was_only_perhaps_meant() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 牛改变").shows("没有找到").shows("[刘]改变");
    zh.keys("Ctrl+R").shows("没有选中的人");
    zh.keys("Enter").shows("牛改变  新学员");
    zh.keys("Esc Down Ctrl+R").shows("学员履历 > 刘改变");
    zh.keys("Esc").caret_in("牛改变");
}

#[test]
fn nobody_found_is_a_new_person() {
    for (lang, words) in
        [(Lang::Zh, "建新学员，键入的内容放进“姓名”"), (Lang::En, "what was typed goes into \"Name\"")]
    {
        let mut desk = desk(lang, 80, 24);
        desk.keys("F3 欧阳新").shows(words);
        desk.keys("Enter").shows("欧阳新");
    }
}

#[test]
fn the_ledger_is_one_key_away() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("F3 lxl Ctrl+T").hides("依据");
    zh.keys("Esc").shows("依据").caret_in("lxl");
    zh.keys("F3 Ctrl+T").shows("没有选中的人");
}

#[test]
fn whoever_waits_for_a_class_is_told_at_once() {
    let mut zh = desk(Lang::Zh, 80, 24);
    let found = zh.desk.find("lxl", 1).unwrap();
    let other = zh.desk.class_named("QZ-01").unwrap();
    let draft = baodao::domain::class::ClassDraft {
        code: "QZ-02".into(),
        course: other.course.0.clone(),
        start: "2026-10-08".into(),
        end: "2026-10-20".into(),
        hours: "80".into(),
        capacity: "1".into(),
        ..Default::default()
    };
    let class = zh.desk.add_class(&draft).unwrap();
    zh.desk.wait_for(class, found[0].id, "").unwrap();
    zh.keys("F3 lxl").shows("候补 QZ-02 第 1 位");
}
