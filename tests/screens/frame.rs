//! What surrounds every page: help, the palette, boxes, the line that talks.

use crate::desk::{TestDesk, class, seated};
use baodao::text::Lang;
use baodao::ui::screen::{ClassWanted, EnrolWanted, Route};

fn desk(lang: Lang) -> (TestDesk, Vec<Route>) {
    let mut id = None;
    let desk = TestDesk::prepared(lang, 80, 24, |desk| {
        let made = class(desk, "QZ-01");
        seated(desk, made, 3);
        id = Some(made);
    });
    let class = id.unwrap();
    let session = desk.desk.today_page().unwrap().sessions[0].session.id;
    let routes = vec![
        Route::Today,
        Route::Search(String::new()),
        Route::Enrol(EnrolWanted::default()),
        Route::Courses,
        Route::Classes,
        Route::Class(class),
        Route::ClassForm(ClassWanted::default()),
        Route::Fill(class),
        Route::Roll(session),
        Route::RollCall(session),
        Route::RollScan(session),
        Route::RollPaste(session, String::new()),
        Route::NotTaken,
        Route::Ledger(class),
        Route::Export(Some(class)),
        Route::Settings,
        Route::Audit,
    ];
    (desk, routes)
}

/// All that a help page says, read from its first row to its last.
fn read_through(desk: &mut TestDesk) -> String {
    let mut all = String::new();
    for _ in 0..60 {
        all.push_str(&desk.page);
        desk.keys("Down");
    }
    all
}

#[test]
fn help_is_whole_and_every_verb_has_a_way() {
    for lang in Lang::ALL {
        let (mut desk, routes) = desk(lang);
        for route in routes {
            desk.go(route.clone()).keys("F1");
            let page = desk.page.clone();
            if matches!(route, Route::Today | Route::Roll(_) | Route::Class(_)) {
                let name = match route {
                    Route::Today => "today",
                    Route::Class(_) => "class",
                    _ => "roll",
                };
                insta::assert_snapshot!(format!("help_{name}_{}", lang.key()), page);
            }
            let all = read_through(&mut desk);
            assert!(!all.contains(".."), "{route:?}: a sentence is cut\n{page}");
            if matches!(route, Route::Today | Route::Roll(_)) {
                desk.keys("Esc F9").hides("..");
                desk.keys("Esc F1");
            }
            assert!(all.contains("Ctrl+P"), "{route:?}: the last lines are never seen");
            desk.keys("Esc");
        }
    }
}

#[test]
fn a_verb_without_a_key_is_said_to_be_under_f9() {
    let (mut desk, _) = desk(Lang::Zh);
    desk.keys("F1");
    let line = desk.page.lines().find(|line| line.contains("现在做一份备份")).unwrap_or_default().to_owned();
    assert!(line.trim_start().starts_with("F9"), "{line}");
}

#[test]
fn what_can_be_done_stands_before_what_cannot() {
    let (mut desk, _) = desk(Lang::Zh);
    desk.keys("F9");
    let at = |words: &str| desk.page.find(words).unwrap_or_else(|| panic!("{words}\n{}", desk.page));
    assert!(at("现在做一份备份") < at("丢弃草稿"));
}

#[test]
fn news_does_not_follow_to_another_page() {
    let (mut desk, _) = desk(Lang::Zh);
    desk.keys("F5").shows("已刷新");
    desk.keys("F3").hides("已刷新");
    desk.keys("F5").shows("已刷新");
    desk.keys("Esc").hides("已刷新");
}

#[test]
fn no_slivers_of_the_page_stand_beside_a_box() {
    for lang in Lang::ALL {
        let (mut desk, _) = desk(lang);
        desk.keys("F9");
        for line in desk.page.lines().filter(|line| line.contains('|')) {
            assert!(line.starts_with("  |") && line.ends_with('|'), "{line:?}");
        }
    }
}

/// Who knows the office's word for it finds the way from the first page.
#[test]
fn the_words_of_the_office_lead_from_the_first_page() {
    let words = [
        "请假",
        "调课",
        "补课",
        "转班",
        "退学",
        "候补",
        "排课",
        "花名册",
        "签到表",
        "学时",
        "开新班",
        "备份",
        "恢复",
    ];
    for word in words {
        let mut desk = TestDesk::new(Lang::Zh);
        desk.keys(&format!("F9 {word}")).hides("没有符合的");
    }
}

#[test]
fn a_long_sentence_has_a_second_row_instead_of_an_end_cut_off() {
    let mut desk = TestDesk::new(Lang::Zh);
    // one digit of a card was misread: what to do about it stands at the end
    desk.scan("140902198803121454").shows("逐位对照证件").hides("..");
}
