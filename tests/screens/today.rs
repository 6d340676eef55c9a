//! The front page.

use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;

fn busy(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 8);
    })
}

#[test]
fn an_empty_file_says_the_first_steps() {
    let mut desk = TestDesk::new(Lang::Zh);
    insta::assert_snapshot!("today_empty_zh", desk.page);
    desk.keys("Down Enter").shows("报名");
    insta::assert_snapshot!("today_empty_en", TestDesk::new(Lang::En).page);
}

#[test]
fn the_page_of_a_working_day() {
    insta::assert_snapshot!("today_zh", busy(Lang::Zh, 80, 24).page);
    insta::assert_snapshot!("today_en_wide", busy(Lang::En, 140, 40).page);
}

#[test]
fn anything_typed_looks_for_a_person() {
    for (typed, found) in [("l", "李秀兰"), ("李", "李秀兰"), ("1409", "李秀兰")] {
        let mut desk = busy(Lang::Zh, 80, 24);
        desk.keys(typed).shows("依据").shows(found).caret_in(typed);
    }
}
