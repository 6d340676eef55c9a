//! A card or label under the scanner, on every page: it finds and fills, whatever has the focus, and submits nothing.

use crate::desk::{TestDesk, class, on_file, person, seated};
use baodao::domain::ids::{ClassId, TraineeNumber};
use baodao::domain::mark::MarkKind;
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route};
use std::time::Duration;

/// Five people in a class, and a class that begins.
fn centre(lang: Lang) -> (TestDesk, ClassId) {
    let mut made = None;
    let desk = TestDesk::prepared(lang, 80, 24, |desk| {
        let first = class(desk, "QZ-01");
        seated(desk, first, 5);
        made = Some(class(desk, "QZ-02"));
    });
    (desk, made.unwrap())
}

/// As a scanner types it at the pace of most, its Enter included.
fn scanned(desk: &mut TestDesk, text: &str) {
    desk.device(&format!("{text}\n"), 8);
}

#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn counted(what: &str, keys: usize, most: usize) {
    println!("{what}: {keys} keys");
    assert!(keys <= most, "{what} took {keys} keys, more than {most}");
}

#[test]
fn a_returnee_takes_four_keys_by_scan() {
    let (mut desk, _) = centre(Lang::Zh);
    on_file(&mut desk.desk, 9);
    desk.keys("F3");
    let before = desk.audit().len();
    scanned(&mut desk, &person(9).id_number);
    desk.shows(&person(9).name).shows("F4 选班次").caret_in("手机号码");
    assert_eq!(desk.audit().len(), before, "a scan never submits");
    desk.keys("F4 qz-02 Enter F8").shows(&format!("已为{}报名：QZ-02", person(9).name));
    // the scan, F4, Enter, F8; the filter only because this centre has two classes
    counted("a returnee by scan", 4, 4);
}

#[test]
fn a_scan_opens_the_person_or_the_form_for_a_new_one_on_every_page() {
    for route in [
        Route::Today,
        Route::Search("zs".into()),
        Route::Classes,
        Route::Courses,
        Route::Settings,
        Route::Audit,
        Route::Export(None),
        Route::Guide,
    ] {
        let (mut desk, _) = centre(Lang::Zh);
        let before = desk.audit();
        desk.go(route.clone());
        scanned(&mut desk, &person(1).id_number);
        desk.shows("报名").shows("李秀兰").caret_in("手机号码");
        desk.keys("Esc").go(route);
        let unknown = person(9).id_number;
        scanned(&mut desk, &unknown);
        desk.shows(&unknown).shows("女 1972-12-12 53岁").caret_in("姓名");
        assert_eq!(desk.audit(), before);
    }
    let (mut desk, _) = centre(Lang::Zh);
    let number = TraineeNumber::of_count(1).unwrap().to_string();
    scanned(&mut desk, &number);
    desk.shows("王建国").caret_in("手机号码");
    desk.go(Route::Today);
    scanned(&mut desk, &TraineeNumber::of_count(99).unwrap().to_string());
    desk.shows("没有这个学员编号");
}

#[test]
fn the_same_card_held_too_long_counts_once() {
    let (mut desk, _) = centre(Lang::Zh);
    let id = person(1).id_number;
    desk.device(&format!("{id}\n"), 2).shows("李秀兰").caret_in("手机号码");
    desk.device(&format!("{id}\n"), 2).shows("刚刚扫过这一张");
}

#[test]
fn the_form_takes_what_the_number_tells_and_goes_to_what_is_missing() {
    let (mut desk, class) = centre(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
    desk.keys("Down Down Down").caret_in("文化程度");
    scanned(&mut desk, &person(9).id_number);
    desk.shows("女 1972-12-12 53岁").caret_in("姓名");
    desk.keys("杨喜凤");
    // a telephone number fills its field and nothing else
    desk.device("13800000010\n", 8).shows("13800000010").caret_in("姓名");
    desk.device("13900000019\n", 8).shows("先到那一栏再扫").hides("13900000019");
    // another card before this person is saved
    scanned(&mut desk, &person(1).id_number);
    desk.shows("先按 F8 保存").shows("杨喜凤");
    desk.keys("F8").shows("已为杨喜凤报名：QZ-02");
}

#[test]
fn a_bad_scan_says_why_and_stays_in_sight() {
    let (mut desk, _) = centre(Lang::Zh);
    scanned(&mut desk, "140999199202290021");
    desk.shows("扫到 140999199202290021").shows("应为 X").shows("重扫");
    desk.keys("F3");
    desk.device("140999199202290021\n", 8).shows("应为 X").caret_in("140999199202290021");
    desk.go(Route::Enrol(EnrolWanted::default()));
    desk.device("140999199302290021\n", 8).shows("140999199302290021").caret_in("身份证号");
    // what nobody knows ends in the field, and its Enter is the next field
    desk.keys("F6 F6 Enter").caret_in("姓名");
    desk.device("6901234567892\n", 8).shows("6901234567892").caret_in("手机号码");
    desk.go(Route::Today);
    desk.device("6901234567892\n", 8).shows("不是身份证号，也不是学员编号");
}

#[test]
fn an_x_that_the_input_method_swallowed_is_asked_about() {
    let (mut desk, _) = centre(Lang::Zh);
    desk.device("14099919920229002\n", 8).shows("末位可能是 X").shows("14099919920229002X");
    desk.keys("Enter").hides("末位可能是 X").hides("手机号码");
    desk.pass(std::time::Duration::from_secs(3));
    desk.device("14099919920229002\n", 8).keys("F8").shows("李秀兰").caret_in("手机号码");
}

#[test]
fn a_question_is_not_answered_by_a_scan() {
    let (mut desk, _) = centre(Lang::Zh);
    let before = desk.audit();
    desk.keys("F9").shows("命令");
    scanned(&mut desk, &person(1).id_number);
    desk.shows("命令").shows("先回答这个问题");
    // nor by what only looks like one: its text arrives, its Enter does not
    desk.device("654321\n", 8).shows("654321").shows("先回答这个问题");
    desk.keys("Esc").shows("今天的课");
    assert_eq!(desk.audit(), before);
}

#[test]
fn a_hand_is_never_taken_for_a_scanner() {
    let (mut desk, _) = centre(Lang::Zh);
    desk.keys("F3");
    desk.device("14099919920229002X\n", 90).shows("李秀兰");
    desk.shows("手机号码");
    let (mut desk, _) = centre(Lang::Zh);
    desk.keys("F3").device("13800000002", 120).shows("李秀兰").shows("查找");
}

#[test]
fn the_roll_finds_and_marks_nobody() {
    let (mut desk, _) = centre(Lang::Zh);
    let session = desk.desk.today_page().unwrap().sessions[0].session.id;
    desk.go(Route::Roll(session));
    let before = desk.audit();
    scanned(&mut desk, &person(3).id_number);
    desk.shows("尉迟明");
    assert_eq!(desk.audit(), before);
}

#[test]
fn english_is_spoken_too() {
    let (mut desk, _) = centre(Lang::En);
    scanned(&mut desk, "140999199202290021");
    desk.shows("Scanned 140999199202290021");
    desk.device("14099919920229002\n", 8).shows("The last character may be X");
}

#[test]
fn a_reader_too_slow_for_the_station_marks_nobody() {
    for lang in Lang::ALL {
        let (mut desk, session) = super::roll::now();
        desk.shell.lang = lang;
        let before = desk.page.lines().skip(1).take(20).collect::<Vec<_>>().join("\n");
        // one that ends in a digit and one in X, each key by itself
        for nth in [0, 1] {
            desk.device(&format!("{}\n", person(nth).id_number), 120);
            let said = ["处已撤销", "acts undone"];
            assert!(said.iter().any(|words| desk.page.contains(words)), "{}", desk.page);
            let roll = desk.desk.roll(session).unwrap();
            assert!(roll.seats.iter().all(|seat| seat.line.is_none()), "{}", desk.page);
            desk.pass(Duration::from_secs(2));
        }
        desk.keys("Home");
        let after = desk.page.lines().skip(1).take(20).collect::<Vec<_>>().join("\n");
        if lang == Lang::Zh {
            assert_eq!(after, before);
        }
        // digits that are no number stay what they are
        desk.device("1115", 120);
        assert_eq!(desk.desk.roll(session).unwrap().count(MarkKind::Present), 3);
        desk.is_sound();
    }
}
