//! The ledger of a person: the answer, its entries, the rule behind each, corrections.

use crate::desk::{TestDesk, class, seated};
use baodao::domain::hours::Minutes;
use baodao::domain::ids::SessionId;
use baodao::domain::mark::{LeaveKind, Mark};
use baodao::text::Lang;
use baodao::ui::screen::Route;

/// 王建国 after a week: late twice, one of them corrected from absent, sick once, else present.
fn person(lang: Lang, columns: u16, rows: u16) -> (TestDesk, Vec<SessionId>) {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 3);
        made = Some(class);
    });
    let class = made.unwrap();
    let mut desk = desk.restarted("2026-09-14 18:00");
    let sessions: Vec<SessionId> =
        desk.desk.sessions(class).unwrap().iter().map(|session| session.id).collect();
    let who = desk.desk.roll(sessions[0]).unwrap().seats[0].enrolment.id;
    let late = |minutes| Mark::Present { late: Minutes::new(minutes).unwrap(), early: Minutes::ZERO };
    for (nth, session) in sessions.iter().take(10).enumerate() {
        let mark = match nth {
            0 => late(15),
            2 => Mark::Absent,
            5 => Mark::Leave(LeaveKind::Sick),
            _ => Mark::PRESENT,
        };
        desk.desk.mark(*session, &[who], mark, "补签到表").unwrap();
    }
    desk.desk.mark(sessions[2], &[who], late(16), "签到表第3页").unwrap();
    desk.go(Route::PersonLedger(class, who));
    (desk, sessions)
}

fn picture(name: &str, desk: &TestDesk) {
    insta::assert_snapshot!(name, desk.page);
    if let Ok(folder) = std::env::var("BAODAO_PICTURES") {
        std::fs::write(format!("{folder}/{name}.svg"), desk.svg()).unwrap();
    }
}

#[test]
fn the_answer_and_where_it_comes_from() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let (mut desk, _) = person(lang, columns, rows);
            picture(&format!("person_{}_{columns}", lang.key()), &desk);
            desk.keys("Down Enter");
            picture(&format!("person_open_{}_{columns}", lang.key()), &desk);
        }
    }
}

#[test]
fn an_entry_opens_to_every_line_and_its_rule() {
    let (mut desk, _) = person(Lang::Zh, 80, 24);
    desk.shows("更正 1 次").hides("签到表第3页");
    desk.keys("Down Enter");
    desk.shows("缺勤").shows("迟到 16 分").shows("签到表第3页").shows("依据").shows("扣 1 学时");
    desk.keys("Esc").hides("依据").shows("须达");
}

#[test]
fn an_entry_tells_why_its_roll_is_late_and_who_completed_it() {
    let (mut desk, sessions) = person(Lang::Zh, 100, 30);
    desk.desk.begin_back_entry(sessions[2], "停电", "签到表 7").unwrap();
    let roll = desk.desk.roll(sessions[2]).unwrap();
    for seat in &roll.seats[1..] {
        desk.desk.mark(sessions[2], &[seat.enrolment.id], Mark::PRESENT, "停电 签到表 7").unwrap();
    }
    desk.desk.complete_roll(sessions[2]).unwrap();
    desk.keys("F5 Home Down Enter").shows("事后补录：停电，签到表 7").shows("点名完成 王芳 09-14");
}

#[test]
fn plain_sessions_fold() {
    let (mut desk, _) = person(Lang::Zh, 80, 24);
    desk.shows("其余 7 次 到").shows("未开始 8 次").hides("09-18");
    desk.keys("End Enter").hides("其余 7 次");
    desk.keys("End").shows("09-18");
    desk.input(&baodao::ui::input::Input::text(" "));
    desk.shows("其余 7 次");
}

#[test]
fn a_correction_needs_its_reason_and_can_be_taken_back() {
    let (mut desk, sessions) = person(Lang::Zh, 80, 24);
    desk.keys("Down Down F2").shows("王建国 09-09 14:00-17:30").caret_in("迟到分钟");
    desk.keys("Up 到 Enter F8").shows("写明原因");
    desk.keys("班主任证明 F8").shows("已标记 王建国 09-09 14:00-17:30 到").shows("班主任证明");
    let who = desk.desk.roll(sessions[5]).unwrap().seats[0].enrolment.id;
    assert_eq!(desk.desk.history(sessions[5], who).unwrap().len(), 2);
    desk.keys("Ctrl+Z").shows("已撤销").shows("假 病");
    desk.is_sound();
}

#[test]
fn the_roll_of_an_entry_is_one_key_away() {
    let (mut desk, _) = person(Lang::Zh, 80, 24);
    desk.keys("F6").shows("点名").shows("09-07");
    desk.keys("Esc").shows("须达");
    desk.keys("End F6").shows("没有选中一次课");
}
