//! The ledger of a class.

use crate::desk::{TestDesk, class, leaves, seated};
use baodao::domain::mark::Mark;
use baodao::text::Lang;
use baodao::ui::screen::Route;

fn ledger(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 12);
        made = Some(class);
    });
    let class = made.unwrap();
    let mut desk = desk.restarted("2026-09-08 18:00");
    let sessions = desk.desk.sessions(class).unwrap();
    for session in &sessions[..4] {
        desk.desk.mark_unmarked(session.id, Mark::PRESENT, "补签到表").unwrap();
    }
    for (session, seat) in [(0, 2), (1, 2), (3, 5)] {
        let who = desk.desk.roll(sessions[session].id).unwrap().seats[seat].enrolment.id;
        desk.desk.mark(sessions[session].id, &[who], Mark::Absent, "签到表无名").unwrap();
    }
    desk.go(Route::Ledger(class));
    desk
}

#[test]
fn everybody_in_a_line() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let desk = ledger(lang, columns, rows);
            insta::assert_snapshot!(format!("ledger_{}_{columns}", lang.key()), desk.page);
            if let Ok(folder) = std::env::var("BAODAO_PICTURES") {
                std::fs::write(format!("{folder}/ledger_{}_{columns}.svg", lang.key()), desk.svg()).unwrap();
            }
        }
    }
}

#[test]
fn a_line_leads_to_the_person_and_the_class_to_its_export() {
    let mut desk = ledger(Lang::Zh, 80, 24);
    desk.shows("须补课 2").hides("已不够");
    desk.keys("Down Down Enter").shows("学时 > 03 赵拴柱");
    desk.keys("Esc");
    desk.shows(">  03");
    desk.keys("F6").shows("QZ-01 > 导出");
}

#[test]
fn whoever_left_is_not_counted() {
    let mut desk = ledger(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    let who = desk.desk.class_view(class).unwrap().enrolments[2].clone();
    leaves(&mut desk.desk, &who);
    desk.keys("F5").shows("11 人").shows("须补课 1").shows("已离班");
}

#[test]
fn an_empty_class_says_so() {
    let mut made = None;
    let mut desk = TestDesk::prepared(Lang::En, 80, 24, |desk| made = Some(class(desk, "QZ-01")));
    desk.go(Route::Ledger(made.unwrap())).shows("Nobody is in this class yet");
    desk.keys("Enter").shows("Nobody is in this class yet");
}
