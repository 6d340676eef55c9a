//! Rolls that nobody took to the end: all of them on one page, the most late first, one Enter away.

use crate::desk::{TestDesk, class, person};
use baodao::app::enrol::{Registration, Who};
use baodao::domain::mark::Mark;
use baodao::text::Lang;
use baodao::ui::screen::Route;
use ratatui::layout::Size;

/// Two classes, a Wednesday morning: five rolls each, of which some are taken.
fn wednesday(lang: Lang) -> TestDesk {
    let mut made = Vec::new();
    let desk = TestDesk::prepared(lang, 80, 24, |desk| {
        for (code, people) in [("QZ-01", 0..7), ("KD-02", 7..12)] {
            let class = class(desk, code);
            for nth in people {
                let registration = Registration {
                    who: Who::New(person(nth)),
                    statuses: Vec::new(),
                    class: Some(class),
                    joined: None,
                    category: "returnee".into(),
                };
                desk.register(&registration).unwrap();
            }
            made.push(class);
        }
    });
    let mut desk = desk.restarted("2026-09-09 09:05");
    for (nth, class) in made.into_iter().enumerate() {
        for session in desk.desk.sessions(class).unwrap().into_iter().take(3 - nth) {
            desk.desk.mark_unmarked(session.id, Mark::PRESENT, "补录").unwrap();
        }
    }
    desk
}

#[test]
fn the_most_late_stands_first_and_enter_goes_there() {
    let mut desk = wednesday(Lang::Zh);
    desk.keys("F9 未点名 Enter").shows("拖得最久的在前").shows("5 节课");
    let first = desk.line(5).to_owned();
    assert!(
        first.contains("09-08") && first.contains("KD-02") && first.contains("1 天"),
        "{first}\n{}",
        desk.page
    );
    assert!(desk.page.contains("09-09") && desk.page.contains("35 分"), "{}", desk.page);
    desk.keys("Enter").shows("KD-02 > 点名");
    desk.keys("* 补签到表 Enter Esc").shows("4 节课");
    desk.keys("F6").shows("班次 >");
}

#[test]
fn nothing_left_is_said() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::NotTaken).shows("都点完了");
    desk.keys("Enter").shows("没有未点的课");
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = wednesday(lang);
            desk.resize(Size::new(columns, rows));
            desk.go(Route::NotTaken);
            insta::assert_snapshot!(format!("not_taken_{}_{columns}", lang.key()), desk.page);
        }
    }
}
