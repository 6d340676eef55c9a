//! The guide: found from the help, true to the keys that are, each thing one Enter from where it is done.

use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;
use baodao::ui::screen::Route;

fn desk(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 5);
    })
}

#[test]
fn it_looks_calm() {
    for (lang, key) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = desk(lang, columns, rows);
            desk.go(Route::Guide);
            insta::assert_snapshot!(format!("guide_{key}_{columns}"), desk.page);
        }
    }
}

#[test]
fn a_second_f1_leads_from_the_keys_to_the_guide() {
    let mut desk = desk(Lang::Zh, 80, 24);
    desk.keys("F1").shows("再按一次 F1");
    desk.keys("F1").shows("使用说明").shows("有人来报名");
    desk.keys("Esc").shows("今天的课");
}

#[test]
fn each_thing_is_one_enter_from_where_it_is_done() {
    for lang in Lang::ALL {
        let mut desk = desk(lang, 80, 24);
        desk.go(Route::Guide);
        let mut seen = Vec::new();
        loop {
            let here = desk.page.clone();
            assert!(!here.contains(".."), "cut:\n{here}");
            if seen.contains(&here) {
                break;
            }
            desk.keys("Enter");
            assert_ne!(desk.page, here, "Enter leads nowhere");
            desk.keys("Esc");
            assert_eq!(desk.page, here);
            seen.push(here);
            desk.keys("Down");
        }
        assert!(seen.len() > 7, "{}", seen.len());
    }
}
