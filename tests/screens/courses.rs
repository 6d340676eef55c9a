//! The catalogue: found by hanzi, pinyin and code; a class is planned from it.

use crate::desk::{TestDesk, class};
use baodao::text::Lang;
use baodao::ui::screen::Route;

fn courses(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::sized(lang, columns, rows);
    desk.go(Route::Courses);
    desk
}

#[test]
fn pages_look_right() {
    insta::assert_snapshot!("courses_zh", courses(Lang::Zh, 80, 24).page);
    insta::assert_snapshot!("courses_en", courses(Lang::En, 80, 24).page);
    insta::assert_snapshot!("courses_wide_zh", courses(Lang::Zh, 140, 40).page);
    insta::assert_snapshot!("courses_wide_en", courses(Lang::En, 140, 40).page);
}

#[test]
fn a_course_is_found_by_hanzi_pinyin_and_code() {
    for query in ["砌筑", "qzg", "qizhu", "6-29-01-01", "砌筑工五级"] {
        let mut desk = courses(Lang::Zh, 80, 24);
        desk.keys(query).shows("砌筑工").hides("快递员").caret_in("筛选");
    }
    courses(Lang::Zh, 80, 24).keys("xyzq").shows("没有符合的培训项目");
    courses(Lang::En, 80, 24).keys("brick").shows("ayer").hides("Courier");
}

#[test]
fn without_a_choice_nothing_is_opened() {
    courses(Lang::Zh, 80, 24).keys("xyzq Enter").shows("! 现在不能开新班：没有选中的培训项目");
}

#[test]
fn hours_are_shown_with_their_source() {
    courses(Lang::Zh, 80, 24).keys("直播销售员五级").shows("国家职业技能标准").shows("120");
    courses(Lang::Zh, 80, 24).keys("创业意识").shows("目录没有学时，开班时填写").shows("不分级");
}

#[test]
fn a_class_is_planned_from_its_course() {
    let mut desk = courses(Lang::Zh, 80, 24);
    desk.keys("砌筑工五级 Enter").shows("新班次").shows("砌筑工 五级").caret_in("班次代码");
}

#[test]
fn undo_crosses_screens_and_says_what_it_did() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        class(desk, "QZ-01");
    });
    desk.go(Route::Courses).keys("Ctrl+Z").shows("已撤销：排课 QZ-01（20 节）");
    desk.keys("Ctrl+Z").shows("已撤销：新建班次 QZ-01");
    desk.keys("Ctrl+Z").shows("没有可以撤销的操作");
    desk.is_sound();
}
