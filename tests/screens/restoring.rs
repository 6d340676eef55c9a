//! Putting a copy back from the screen: told first, asked, done, and the day goes on.

use crate::app::operators::guard;
use crate::desk::{TestDesk, class, on_file, person};
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route};
use std::collections::BTreeMap;

/// A copy with one person in it, and eleven who came after.
fn desk(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        on_file(desk, 0);
        desk.backup(None).unwrap();
        for nth in 1..12 {
            on_file(desk, nth);
        }
    })
}

#[test]
fn what_would_be_lost_is_said_before_anything_happens() {
    for lang in Lang::ALL {
        let mut desk = desk(lang, 80, 24);
        desk.go(Route::Restore).keys("Enter");
        let made =
            |page: &str| page.lines().filter(|line| !line.contains("20")).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(format!("restore_asks_{}", lang.key()), made(&desk.page));
        desk.keys("Enter");
        assert_eq!(desk.desk.acts(None, 99).unwrap().len(), 13, "Enter alone confirms nothing");
    }
}

#[test]
fn a_copy_is_put_back_and_the_day_goes_on() {
    let mut desk = desk(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Enter 王新来");
    desk.go(Route::Settings).keys("Ctrl+R").shows("恢复备份");
    desk.keys("Enter F8").shows("已恢复，失去 11 次操作").shows("今日");
    assert_eq!(desk.audit(), ["init", "add-trainee", "restore"]);
    let kept = desk.desk.draft("enrol").unwrap().unwrap();
    assert_eq!(kept.fields.get("name").map(String::as_str), Some("王新来"));
    on_file(&mut desk.desk, 3);
    desk.is_sound();
}

#[test]
fn only_the_head_puts_a_copy_back_and_signs_in_again() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        guard(desk);
        desk.backup(None).unwrap();
    })
    .restarted("2026-09-07 08:47");
    desk.keys("314159").go(Route::Restore).shows("! 前台不能改设置、管操作员、恢复备份，请负责人来做。");
    desk.keys("Ctrl+O 2 271828").go(Route::Restore).keys("Enter F8").shows("已恢复").shows("登录");
    desk.keys("271828").shows("现在由 赵校长");
    desk.is_sound();
}

#[test]
fn sign_ins_are_counted_and_do_not_hide_what_else_would_be_lost() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        guard(desk);
        desk.backup(None).unwrap();
        on_file(desk, 0);
    });
    for _ in 0..12 {
        desk = desk.restarted("2026-09-07 08:47");
        desk.keys("314159");
    }
    desk.keys("Ctrl+O 2 271828").go(Route::Restore).keys("Enter");
    desk.shows("会丢失之后的 14 次操作，其中登录 13 次").shows("建档 王建国").hides("还有").hides("  登录");
}

#[test]
fn a_copy_without_the_pins_of_today_says_what_that_opens() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        desk.backup(None).unwrap();
        guard(desk);
    })
    .restarted("2026-09-07 08:47");
    desk.keys("Ctrl+O 2 271828").go(Route::Restore).keys("Enter").shows("没有口令，恢复后谁都能做所有的事");
    desk.keys("F8").shows("已恢复").shows("今日");
    // the other way round: whoever signed in before it does so again
    desk.go(Route::Restore)
        .keys("Home Enter")
        .shows("登录要用这一份里的操作员和当时的口令：")
        .shows("赵校长");
    desk.keys("F8").shows("已恢复").shows("登录");
    desk.keys("271828").shows("现在由 赵校长");
    desk.is_sound();
}

#[test]
fn a_restore_is_taken_back_from_the_same_page() {
    for lang in Lang::ALL {
        let mut desk = desk(lang, 80, 24);
        desk.go(Route::Restore).keys("Enter F8");
        assert_eq!(desk.audit().len(), 3, "the copy and the restore");
        desk.go(Route::Restore);
        let words = ["那次恢复之前的数据", "data before that restore"];
        assert!(words.iter().any(|words| desk.page.contains(words)), "{}", desk.page);
        // both were made in one minute by a clock that stands still; the copy comes first
        desk.keys("End Enter F8");
        assert_eq!(desk.audit().len(), 14, "all is back, and one line more");
        desk.is_sound();
    }
}

#[test]
fn a_centre_without_a_copy_says_so() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Restore).shows("还没有备份");
    desk.keys("Enter").shows("! 现在不能恢复这份：还没有备份");
}

/// SQLite gives the numbers of rows that a copy does not have to the next rows.
#[test]
fn a_draft_about_somebody_whom_the_copy_does_not_have_becomes_a_new_person() {
    for lang in Lang::ALL {
        let mut desk = TestDesk::prepared(lang, 80, 24, |desk| {
            on_file(desk, 0);
            desk.backup(None).unwrap();
            on_file(desk, 1);
            class(desk, "QZ-01");
        });
        let known = desk.desk.find(&person(1).name, 1).unwrap()[0].id;
        let class_before = desk.desk.class_named("QZ-01").unwrap().id;
        let wanted = EnrolWanted { person: Some(known), class: Some(class_before), ..EnrolWanted::default() };
        desk.go(Route::Enrol(wanted)).keys("Ctrl+U 13900000099 Tab").shows("QZ-01");
        desk.go(Route::Restore).keys("Enter F8");
        assert_eq!(on_file(&mut desk.desk, 5), known, "another person in the same row");
        assert_eq!(class(&mut desk.desk, "KD-07"), class_before, "another class in the same row");
        desk.go(Route::Today).keys("Home Enter").shows("13900000099").hides("KD-07 ");
        let said = ["按新学员继续", "saving adds a new person"];
        assert!(said.iter().any(|words| desk.page.contains(words)), "{}", desk.page);
        desk.keys("F8");
        let other = desk.desk.person(known).unwrap();
        assert_eq!(other.row.trainee.name.to_string(), person(5).name);
        assert_eq!(other.classes.len(), 0);
        let added = desk.desk.find(&person(1).name, 1).unwrap()[0].clone();
        assert_eq!(added.phone.as_deref(), Some("13900000099"));
        desk.is_sound();
    }
}

#[test]
fn a_draft_of_a_version_before_names_nobody_by_the_number_of_a_row() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let other = on_file(desk, 0);
        let class = class(desk, "QZ-01");
        let (other, class) = (other.0.to_string(), class.0.to_string());
        let fields = [("person", other.as_str()), ("name", "周来"), ("class", class.as_str())];
        let fields = fields.map(|(field, value)| (field.to_owned(), value.to_owned()));
        desk.keep_draft("enrol", &BTreeMap::from(fields)).unwrap();
    });
    desk.keys("Home Enter").shows("周来").shows("按新学员继续").hides("王建国").hides("报名 > ");
}

#[test]
fn a_draft_keeps_its_person_and_class_over_a_restart() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        on_file(desk, 0);
        class(desk, "QZ-01");
    });
    let known = desk.desk.find(&person(0).name, 1).unwrap()[0].id;
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let wanted = EnrolWanted { person: Some(known), class: Some(class), ..EnrolWanted::default() };
    desk.go(Route::Enrol(wanted)).keys("Ctrl+U 13900000099 Tab");
    let mut desk = desk.restarted("2026-09-07 08:47");
    desk.keys("Home Enter").shows("已取回 08:26").shows("13900000099").shows("报名 > ");
    desk.keys("F8").shows("已为王建国报名：QZ-01");
    let row = desk.desk.person(known).unwrap().row;
    assert_eq!(row.trainee.phone.unwrap().as_str(), "13900000099");
    desk.is_sound();
}
