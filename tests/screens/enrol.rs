//! A person comes in.

use crate::desk::{TestDesk, class, person, seated};
use baodao::text::Lang;

/// One class that ended and one that begins today; the first two people were in the former.
fn centre(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let spring = spring_class(desk);
        seated(desk, spring, 6);
        class(desk, "QZ-02");
    })
}

fn spring_class(desk: &mut baodao::app::Desk) -> baodao::domain::ids::ClassId {
    let draft = baodao::domain::class::ClassDraft {
        code: "KD-01".into(),
        course: "2022/4-02-07-08/5".into(),
        start: "2026-03-02".into(),
        end: "2026-03-13".into(),
        hours: "80".into(),
        capacity: "50".into(),
        ..Default::default()
    };
    desk.add_class(&draft).unwrap()
}

#[test]
fn a_returnee_takes_eight_keys() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F3 lxl Enter").shows("李秀兰").shows("KD-01");
    desk.keys("F4 Enter F8").shows("已为李秀兰报名：QZ-02 座号 1");
    assert!("lxl".len() + "Enter F4 Enter F8".split(' ').count() <= 8);
    assert_eq!(desk.audit().last().map(String::as_str), Some("enrol"));
    desk.is_sound();
}
#[test]
fn fresh() {
    let mut desk = centre(Lang::Zh, 80, 24);
    desk.keys("F6").caret_in("身份证号");
    let _ = person(1);
}
