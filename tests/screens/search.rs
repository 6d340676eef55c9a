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
fn numbers_in_the_list_are_masked() {
    let mut desk = desk(Lang::Zh, 80, 24);
    desk.keys("F3").shows("可以这样找").caret_in("查找");
    desk.keys("z").shows("张伟").shows("张玮").shows("拼音");
    desk.hides(&person(4).id_number).hides(&person(4).phone);
    insta::assert_snapshot!("search_zh", desk.page);
}
