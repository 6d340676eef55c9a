//! The history card of a person.

use crate::desk::{TestDesk, class, person, seated};
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::domain::class::ClassDraft;
use baodao::domain::hours::Minutes;
use baodao::domain::mark::{LeaveKind, Mark};
use baodao::domain::status::{Category, Status};
use baodao::text::Lang;
use chrono::NaiveDate;

/// The number of a proof.
const PROOF: &str = "14090042";

/// A class of five people; the second of them has two categories and a leave announced.
fn history(desk: &mut Desk) {
    let class = class(desk, "QZ-01");
    seated(desk, class, 5);
    let view = desk.class_view(class).unwrap();
    let second = view.enrolments[1].clone();
    let known = desk.person(second.trainee).unwrap().row;
    let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d);
    let status = |category: &str, kind: &str, expires| Status {
        category: Category(category.into()),
        proof_kind: kind.into(),
        proof_number: PROOF.into(),
        obtained: day(3, 1),
        expires,
    };
    let statuses = vec![
        status("returnee", "village-certificate", day(9, 20)),
        status("poverty-stricken", "", day(8, 31)),
    ];
    desk.register(&Registration {
        who: Who::Known { id: known.id, version: known.version, draft: draft_of(&known.trainee) },
        statuses,
        class: None,
        joined: None,
        category: String::new(),
    })
    .unwrap();
    desk.mark(view.sessions[2].id, &[second.id], Mark::Leave(LeaveKind::Sick), "").unwrap();
}

/// Comes late on the first morning, and leaves the class.
fn first_morning(desk: &mut Desk) {
    let class = desk.class_named("QZ-01").unwrap().id;
    let view = desk.class_view(class).unwrap();
    let second = &view.enrolments[1];
    let late = Mark::Present { late: Minutes::new(20).unwrap(), early: Minutes::ZERO };
    desk.mark(view.sessions[0].id, &[second.id], late, "").unwrap();
    crate::desk::leaves(desk, second);
}

fn desk(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::prepared(lang, columns, rows, history).restarted("2026-09-07 09:00");
    first_morning(&mut desk.desk);
    desk.keys("F3 lxl Ctrl+R");
    desk
}

#[test]
fn the_card_tells_everything_of_a_person() {
    let zh = desk(Lang::Zh, 80, 24);
    zh.shows("李秀兰").shows("34岁").shows("返乡农民工").shows("参训 1 期").shows("离班").shows("QZ-01");
    zh.shows("2026-08-31 已到期").shows("2026-09-20 到期");
    zh.hides(&person(1).id_number).hides(&person(1).phone).hides(PROOF);
    insta::assert_snapshot!("card_zh", zh.page);
    let en = desk(Lang::En, 140, 40);
    insta::assert_snapshot!("card_en_wide", en.page);
    let en = desk(Lang::En, 100, 30);
    insta::assert_snapshot!("card_en", en.page);
}

#[test]
fn whole_numbers_are_shown_on_request_and_that_is_recorded() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("Space").shows(&person(1).id_number).shows(&person(1).phone).shows(PROOF).shows("已记入操作记录");
    assert_eq!(zh.audit().last().map(String::as_str), Some("reveal-numbers"));
    let acts = zh.audit().len();
    zh.keys("Space").hides(&person(1).id_number);
    assert_eq!(zh.audit().len(), acts, "masking again is no act");
    // whoever comes back asks again
    zh.keys("Space Enter Esc").hides(&person(1).id_number);
    zh.is_sound();
}

#[test]
fn the_card_leads_to_ledger_class_and_record() {
    let mut zh = desk(Lang::Zh, 80, 24);
    zh.keys("Enter").shows("学时 > 02 李秀兰");
    zh.keys("Esc F6").shows("班次 > QZ-01");
    zh.keys("Esc F2").shows("已有档案").caret_in("手机");
}

#[test]
fn the_card_is_reached_from_the_roster_and_the_roll() {
    let mut zh = TestDesk::prepared(Lang::Zh, 80, 24, history);
    let class = zh.desk.class_named("QZ-01").unwrap().id;
    let session = zh.desk.class_view(class).unwrap().sessions[0].id;
    zh.go(baodao::ui::screen::Route::Class(class)).keys("Ctrl+R").shows("没有选中");
    zh.keys("Tab Ctrl+R").shows("学员履历 > 王建国");
    zh.go(baodao::ui::screen::Route::Roll(session)).keys("Ctrl+R").shows("学员履历 > 王建国");
}

#[test]
fn somebody_without_a_class_has_a_card_too() {
    let mut zh = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        desk.register(&Registration {
            who: Who::New(person(6)),
            statuses: Vec::new(),
            class: None,
            joined: None,
            category: String::new(),
        })
        .unwrap();
    });
    zh.keys("F3 lgb Ctrl+R").shows("没有参加过培训").shows("登记人员类别").shows("参训 0 期");
    zh.keys("Enter").shows("没有选中一个班");
}

#[test]
fn nobody_is_short_of_hours_before_the_timetable_is_filled() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let draft = ClassDraft {
            code: "QZ-08".into(),
            course: "2022/6-29-01-01/5".into(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        let class = desk.add_class(&draft).unwrap();
        seated(desk, class, 1);
    });
    desk.keys("F3 wjg Ctrl+R").shows("QZ-08");
    let due = desk.page.lines().find(|line| line.contains("要办")).unwrap();
    assert!(!due.contains("须补"), "{due}");
}
