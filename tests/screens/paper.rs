//! Paper against screen: exceptions keyed, differences listed and taken over one by one; comparing changes nothing.

use crate::desk::{TestDesk, class, opened, seated};
use baodao::app::Desk;
use baodao::domain::ids::SessionId;
use baodao::domain::mark::{Layer, Mark, MarkKind, Source};
use baodao::domain::roll::RollLine;
use baodao::text::Lang;
use baodao::ui::screen::Route;

/// Twelve people, all present on the screen but the third, who is absent; the sheet of that session open.
fn sheet(lang: Lang, columns: u16, rows: u16) -> (TestDesk, SessionId) {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 12);
        made = Some(id);
    });
    let mut desk = desk.restarted("2026-09-07 11:00");
    let view = desk.desk.class_view(made.unwrap()).unwrap();
    let session = view.sessions[0].id;
    desk.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap();
    desk.desk.mark(session, &[view.enrolments[2].id], Mark::Absent, "").unwrap();
    desk.go(Route::Paper(session));
    (desk, session)
}

fn kind(desk: &Desk, session: SessionId, seat: usize) -> MarkKind {
    desk.roll(session).unwrap().seats[seat - 1].kind()
}

#[test]
fn two_differences_are_found_and_taken_over_or_left() {
    let (mut desk, session) = sheet(Lang::Zh, 80, 24);
    desk.shows("应到 12   例外 0").shows("其余算已签名");
    desk.keys("lxl 5").shows("李秀兰：纸上没签").shows("例外 1");
    desk.keys("F8").shows("哪一张签到表");
    desk.keys("9-7上午第1页 Enter").shows("相符 10   不符 2").shows("没有改考勤");
    desk.shows("02  李秀兰         到").shows("03  赵拴柱         缺勤");
    assert_eq!(
        (kind(&desk.desk, session, 2), kind(&desk.desk, session, 3)),
        (MarkKind::Present, MarkKind::Absent)
    );
    let paper = RollLine::Paper { sheet: "9-7上午第1页".into(), note: "10/12".into() };
    assert!(desk.desk.roll(session).unwrap().said.iter().any(|said| said.line == paper));
    desk.keys("Down Enter").shows("赵拴柱 已照纸改为到").shows("不符 1");
    let line = desk.desk.roll(session).unwrap().seats[2].line.clone().unwrap();
    assert_eq!(
        (line.layer, line.source, line.reason.as_str()),
        (Layer::Office, Source::Paper, "9-7上午第1页")
    );
    // the other one is left as it is
    assert_eq!(kind(&desk.desk, session, 2), MarkKind::Present);
    desk.keys("Ctrl+Z").shows("不符 2");
    desk.keys("*").shows("2 人已照纸更正").shows("12 人全部相符");
    assert_eq!(
        (kind(&desk.desk, session, 2), kind(&desk.desk, session, 3)),
        (MarkKind::Absent, MarkKind::Present)
    );
    desk.keys("Ctrl+Z");
    assert_eq!(kind(&desk.desk, session, 3), MarkKind::Absent);
    desk.is_sound();
}

#[test]
fn what_was_keyed_is_taken_back_and_not_lost_by_one_esc() {
    let (mut desk, _) = sheet(Lang::Zh, 80, 24);
    desk.keys(".05 2").shows("张伟 纸上写迟到多少分钟");
    desk.keys("20 Enter").shows("迟到 20 分");
    desk.keys("Up 1").shows("例外 0");
    desk.keys("Ctrl+Z").shows("例外 1");
    desk.keys("Esc").shows("还没核对").shows("核对签到表");
    desk.keys("4").shows("例外 1");
    desk.keys("Ctrl+Z").keys("Ctrl+Z").shows("例外 0");
    desk.keys("6901234567892").shows("没有标记任何人");
    desk.keys("Enter").shows("例外 0");
}

#[test]
fn a_session_to_come_has_no_sheet() {
    let (mut desk, session) = sheet(Lang::En, 80, 24);
    let class = desk.desk.roll(session).unwrap().class.id;
    let later = desk.desk.sessions(class).unwrap()[3].id;
    desk.go(Route::Paper(later)).keys("F8");
    desk.shows("not begun: there is no sheet");
    assert_eq!(opened("2026-09-07 11:00").operator.as_deref(), Some("王芳"));
}

#[test]
fn it_is_reached_from_the_roll_and_the_week() {
    let (mut desk, session) = sheet(Lang::Zh, 80, 24);
    desk.go(Route::Roll(session)).keys("F9 核对签到表 Enter");
    desk.shows("> 核对签到表").shows("应到 12");
}

#[test]
fn pages() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let (mut desk, _) = sheet(lang, columns, rows);
            desk.keys("lxl 5");
            insta::assert_snapshot!(format!("paper_sheet_{name}_{columns}"), desk.page);
            desk.keys("F8").keys("9-7/1 Enter");
            insta::assert_snapshot!(format!("paper_list_{name}_{columns}"), desk.page);
        }
    }
}
