//! The roll: three keys for an exception, scans that mark nobody, reasons for past days, two desks.

use crate::desk::{TestDesk, class, opened, person, seated};
use baodao::app::attend::Roll as Taken;
use baodao::app::departures::{Departure, Way};
use baodao::app::enrol::{Registration, Who};
use baodao::app::{Desk, demo};
use baodao::domain::ids::{ClassId, SessionId};
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};
use baodao::text::Lang;
use baodao::ui::input::Input;
use baodao::ui::screen::Route;
use ratatui::layout::Size;

/// Twelve invented people in QZ-01, the roll of its nth session open at this time.
pub(super) fn roll_at(lang: Lang, columns: u16, rows: u16, at: &str, nth: usize) -> (TestDesk, SessionId) {
    let mut made = None;
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 12);
        made = Some(class);
    });
    let mut desk = desk.restarted(at);
    let session = session(&desk.desk, made.unwrap(), nth);
    desk.go(Route::Roll(session));
    (desk, session)
}

pub(super) fn session(desk: &Desk, class: ClassId, nth: usize) -> SessionId {
    desk.sessions(class).unwrap()[nth].id
}

pub(super) fn now() -> (TestDesk, SessionId) {
    roll_at(Lang::Zh, 80, 24, "2026-09-07 08:47", 0)
}

/// The mark of a seat as it stands on file.
pub(super) fn mark(desk: &TestDesk, session: SessionId, seat: u32) -> Option<Mark> {
    let roll = desk.desk.roll(session).unwrap();
    roll.seats.iter().find(|there| there.enrolment.seat == seat).unwrap().line.as_ref().map(|line| line.mark)
}

pub(super) fn count(desk: &TestDesk, session: SessionId, kind: MarkKind) -> usize {
    desk.desk.roll(session).unwrap().count(kind)
}

pub(super) fn late(desk: &TestDesk, session: SessionId, seat: u32) -> (u16, u16) {
    let (late, early) = mark(desk, session, seat).unwrap().minutes();
    (late.get(), early.get())
}

/// Whoever has this seat turns out to have left before the class began: nobody on its rolls any more, if unmarked.
pub(super) fn never_came(desk: &mut TestDesk, session: SessionId, seat: u32) {
    let roll = desk.desk.roll(session).unwrap();
    let gone = before_the_class(&roll);
    let who = roll.seats.into_iter().find(|there| there.enrolment.seat == seat).unwrap().enrolment;
    desk.desk.depart(&who, &gone).unwrap();
}

pub(super) fn before_the_class(roll: &Taken) -> Departure {
    let day = roll.class.start.pred_opt().unwrap();
    Departure { way: Way::Left, day, reason: "没有来".into(), knows_marks: true }
}

/// The chosen row, without its sign.
pub(super) fn chosen(desk: &TestDesk) -> String {
    let line = desk.page.lines().skip(5).find(|line| line.contains("> "));
    line.unwrap_or_default().split("> ").nth(1).unwrap_or_default().to_owned()
}

#[test]
fn everybody_present_and_three_keys_for_an_exception() {
    let (mut desk, session) = now();
    desk.shows("应到 12").shows("未点 12").shows("01  王建国");
    desk.keys("* z s z 5 l x 4");
    assert_eq!(mark(&desk, session, 3), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 2), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(count(&desk, session, MarkKind::Present), 10);
    desk.shows("已标记 李秀兰 病假").shows("到 10（*10）").shows("假 1").shows("缺 1").shows("未点 0");
    assert_eq!(desk.audit().iter().filter(|verb| verb.starts_with("mark")).count(), 3);
    desk.is_sound();
}

#[test]
fn minutes_come_from_the_clock_or_are_asked() {
    let (mut desk, session) = now();
    desk.keys(".01 2").shows("迟 17分").shows("已标记 王建国 迟到 17 分");
    desk.keys(".01 3").shows("迟17 早193分");
    desk.keys(".01 2").shows("王建国 迟到多少分钟");
    desk.keys("25 Enter");
    assert_eq!(late(&desk, session, 1), (25, 193));
    desk.keys(".02 2");
    let mut desk = desk.restarted("2026-09-07 12:40");
    desk.go(Route::Roll(session));
    desk.keys(".03 3").shows("赵拴柱 早退多少分钟");
    desk.keys("400 Enter").shows("1 到 210").hides("已标记 赵");
    desk.keys("20 Enter");
    assert_eq!(late(&desk, session, 3), (0, 20));
    assert_eq!(mark(&desk, session, 4), None);
}

#[test]
fn leave_is_sick_and_again_personal() {
    let (mut desk, session) = now();
    desk.keys("4").shows("病假").shows("↑ 回到此人再按 4 改事假");
    desk.keys("Up 4").shows("已标记 王建国 事假");
    assert_eq!(mark(&desk, session, 1), Some(Mark::Leave(LeaveKind::Personal)));
    desk.keys("*").shows("11 人记为到");
    assert_eq!(mark(&desk, session, 1), Some(Mark::Leave(LeaveKind::Personal)));
}

#[test]
fn of_several_who_match_those_without_a_mark_come_first_and_no_mark_is_written_over_unasked() {
    let (mut desk, session) = now();
    desk.keys("z w 5 z w").shows("> 06 张玮");
    desk.keys("5");
    let both = |desk: &TestDesk| (mark(desk, session, 5), mark(desk, session, 6));
    assert_eq!(both(&desk), (Some(Mark::Absent), Some(Mark::Absent)));
    // both are exceptions now
    desk.keys("zw4").shows("zw 有 2 人符合，标给谁").shows("缺");
    desk.keys("Esc");
    assert_eq!(both(&desk), (Some(Mark::Absent), Some(Mark::Absent)));
    desk.keys("4 Down Enter").shows("已标记 张玮 病假");
    assert_eq!(mark(&desk, session, 5), Some(Mark::Absent));
    // whoever was chosen with the arrows is meant, and one who matches alone too
    desk.keys("z w Down 1").shows("已标记 张玮 到");
    desk.keys("l x l 5 l x l 1").shows("已标记 李秀兰 到");
    desk.is_sound();
}

#[test]
fn space_goes_through_the_marks() {
    let (mut desk, session) = now();
    let mut kinds = Vec::new();
    for _ in 0..5 {
        desk.input(&Input::text(" "));
        kinds.push(desk.desk.roll(session).unwrap().seats[0].kind());
    }
    use MarkKind::{Absent, Late, Leave, NotTaken, Present};
    assert_eq!(kinds, [Present, Late, Absent, Leave, NotTaken]);
}

#[test]
fn everything_can_be_taken_back() {
    let (mut desk, session) = now();
    desk.keys("* .06 5 Ctrl+Z").shows("已撤销").shows("> 06");
    assert_eq!(mark(&desk, session, 6), Some(Mark::PRESENT));
    desk.keys("F12").shows("未点 12");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    desk.is_sound();
}

#[test]
fn minutes_and_remark_in_one_form() {
    let (mut desk, session) = now();
    desk.keys(".02 1 .02 Enter").shows("李秀兰 的考勤").caret_in("迟到分钟");
    desk.keys("300 F8").shows("0 到 210");
    desk.keys("20 Enter 15 Enter 孩子发烧 F8").shows("已标记 李秀兰");
    assert_eq!(late(&desk, session, 2), (20, 15));
    desk.keys(".02 Ctrl+E").shows("孩子发烧").shows("王芳 08:47");
    desk.keys("Esc");
    desk.keys(".03 Enter F8").shows("请选一种考勤");
    desk.keys("F4").shows("事假");
    desk.keys("Esc").hides("事假");
    desk.keys("缺勤 Enter 5 F8").shows("没有分钟");
    desk.keys("Backspace Esc").shows("未保存");
    desk.keys("Esc").hides("的考勤");
    assert_eq!(mark(&desk, session, 3), None);
}

#[test]
fn a_form_that_clears_says_cleared() {
    let (mut desk, session) = now();
    desk.keys(".02 1 .02 Enter Up F4 未点 Enter F8").shows("已清除 李秀兰").hides("已标记");
    assert_eq!(mark(&desk, session, 2), None);
}

#[test]
fn a_past_day_asks_one_reason() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    desk.shows("过去的课");
    desk.keys("* 补签到表第1页 Enter").shows("12 人记为到").shows("原因：补签到表第1页");
    desk.keys("zsz5").shows("已标记 赵拴柱 缺勤");
    desk.keys(".05 2").shows("迟到多少分钟");
    desk.keys("10 Enter").shows("已标记 张伟 迟到 10 分");
    let roll = desk.desk.roll(session).unwrap();
    assert!(roll.seats.iter().all(|seat| seat.line.as_ref().unwrap().reason == "补签到表第1页"));
}

#[test]
fn minutes_that_cannot_be_are_asked_again_and_mark_nobody_else() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 12:30", 0);
    desk.keys("2 00 Enter").shows("! 分钟数是 1 到 210 的整数");
    desk.keys("15 Enter").shows("迟到 15 分");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 11);
}

#[test]
fn no_reason_means_no_mark() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    desk.keys("5 Enter").shows("! 请写原因");
    desk.keys("140999198506120017 Enter").shows("! 请写原因");
    desk.keys("Esc").hides("请写原因");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
}

#[test]
fn a_session_to_come_takes_leave_only() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:47", 3);
    desk.shows("只能登记请假");
    desk.keys("1").shows("课还没开始");
    desk.keys("2").shows("课还没开始");
    desk.keys("*").shows("课还没开始");
    desk.keys("4").shows("病假");
    assert_eq!(mark(&desk, session, 1), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 11);
    desk.keys("Esc").hides("人未点");
}

#[test]
fn leaving_says_who_is_missing() {
    let (mut desk, _) = now();
    desk.keys("1 1 Esc").shows("QZ-01 09-07 08:30 还有 10 人未点");
}

#[test]
fn two_desks_see_each_other() {
    let (mut desk, session) = now();
    desk.keys("* .06");
    let folder = desk.folder.path().join("data");
    let other = baodao::app::Opened { operator: Some("李师傅".into()), ..opened("2026-09-07 08:50") };
    let mut other = Desk::open(&folder, other).unwrap();
    let who = other.roll(session).unwrap().seats[5].enrolment.id;
    other.mark(session, &[who], Mark::Absent, "").unwrap();
    desk.shows("缺 0");
    desk.turn(|shell, turn| shell.handle(baodao::ui::event::Event::Elsewhere, turn));
    desk.shows("缺 1").shows("> 06");
    let who = other.roll(session).unwrap().seats[4].enrolment.id;
    other.mark(session, &[who], Mark::Leave(LeaveKind::Sick), "").unwrap();
    desk.keys(".05 1").shows("换掉了 李师傅 刚记的 病假");
}

#[test]
fn the_mouse_chooses_and_verbs_lead_on() {
    let (mut desk, _) = now();
    let click =
        |x, y| Input::Mouse(baodao::ui::input::Mouse { x, y, act: baodao::ui::input::MouseAct::Click });
    desk.input(&click(10, 7));
    assert!(chosen(&desk).starts_with("03"), "{}", desk.page);
    desk.keys("Ctrl+T").shows("学时 > 03 赵拴柱");
    desk.keys("Esc").shows("点名");
}

/// A class of fifty invented by the demo, roll open at a time inside its first session of today.
pub(super) fn fifty(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::sized(lang, columns, rows);
    let folder = desk.folder.path().join("fifty");
    demo::make(&folder, 50, opened("2026-09-07 08:47"), &mut |_| ()).unwrap();
    desk.desk = Desk::open(&folder, opened("2026-09-07 08:47")).unwrap();
    let class = desk.desk.classes(1).unwrap()[0].id;
    let session = session(&desk.desk, class, 0);
    desk.go(Route::Roll(session));
    desk.resize(Size::new(columns, rows));
    desk
}

#[test]
fn pages_are_calm() {
    for lang in Lang::ALL {
        for (columns, rows) in [(80, 24), (140, 40)] {
            let mut desk = fifty(lang, columns, rows);
            desk.keys("* .06 5 .09 4 .11 3 .03 2 .08 0 .27");
            insta::assert_snapshot!(format!("roll_{}_{columns}", lang.key()), desk.page);
            if let Ok(folder) = std::env::var("BAODAO_PICTURES") {
                let file = format!("{folder}/roll_{}_{columns}.svg", lang.key());
                std::fs::write(file, desk.svg()).unwrap();
            }
        }
    }
    let mut desk = fifty(Lang::Zh, 80, 24);
    desk.keys("w");
    insta::assert_snapshot!("roll_finding", desk.page);
    desk.keys("Esc Enter");
    insta::assert_snapshot!("roll_form", desk.page);
}

#[test]
fn hundreds_of_seats_scroll_whole() {
    let mut desk = fifty(Lang::En, 80, 24);
    for key in ["End", "Home", "PgDn", "Right", "Left", "Right", "PgUp", "Up"] {
        desk.keys(key);
        assert!(!chosen(&desk).is_empty(), "{key}\n{}", desk.page);
    }
}

#[test]
fn nobody_to_mark() {
    let mut made = None;
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| made = Some(class(desk, "QZ-01")));
    let session = session(&desk.desk, made.unwrap(), 0);
    desk.go(Route::Roll(session)).shows("没有应到的人");
    desk.keys("1 * . zw 4 Enter F6 Ctrl+E").shows("没有选中人");
}

#[test]
fn whoever_joined_later_is_not_on_the_roll() {
    let (mut desk, session) = now();
    let class = desk.desk.session(session).unwrap().class;
    let mut late = person(0);
    late.id_number = "140999198001010015".into();
    late.name = "周磊".into();
    let registration = Registration {
        who: Who::New(late),
        statuses: Vec::new(),
        class: Some(class),
        joined: baodao::domain::calendar::parse_day("2026-09-08"),
        category: "returnee".into(),
    };
    desk.desk.register(&registration).unwrap();
    desk.keys("F5").hides("周磊");
}

#[test]
fn the_page_knows_when_the_session_begins() {
    let (desk, _) = roll_at(Lang::Zh, 80, 24, "2026-09-07 08:26", 0);
    desk.shows("只能登记请假");
    assert_eq!(desk.shell.wakes_at(), Some(desk.now + std::time::Duration::from_secs(240)));
}

#[test]
fn the_roll_says_by_whom_and_when_it_was_completed() {
    let (mut desk, session) = now();
    desk.keys("1 F8").shows("还有 11 人未点");
    desk.keys("*").shows("点名完成 王芳 08:47").hides("此后");
    let folder = desk.folder.path().join("data");
    let other = baodao::app::Opened {
        operator: Some("李师傅".into()),
        chance: baodao::app::Chance::Seeded(5),
        ..opened("2026-09-07 08:47")
    };
    let mut other = Desk::open(&folder, other).unwrap();
    let who = other.roll(session).unwrap().seats[5].enrolment.id;
    other.mark(session, &[who], Mark::Absent, "").unwrap();
    desk.keys("F5").shows("点名完成 王芳 08:47  此后改 1 人，最后 李师傅 08:47");
    desk.keys("F8").shows("点名完成：到 11  缺 1").shows("点名完成 王芳 08:47").hides("此后");
    desk.keys("F8").shows("现在不能点完：之后没有改动。点名完成 王芳 08:47");
    desk.keys(".01 0").shows("曾经点完 王芳 08:47  此后改 1 人");
    assert_eq!(desk.audit().iter().filter(|verb| *verb == "complete-roll").count(), 1);
    desk.is_sound();
}
#[test]
fn what_was_marked_elsewhere_is_not_taken_back_unseen() {
    let (mut desk, morning) = now();
    desk.keys("* .06 5");
    let afternoon = desk.desk.today_page().unwrap().sessions[1].session.id;
    let mut desk = desk.restarted("2026-09-07 14:05");
    desk.go(Route::Roll(morning)).keys("* .07 5");
    desk.go(Route::Roll(afternoon)).keys("Ctrl+Z").shows("上一步不在这节课").shows("09-07 08:30");
    assert_eq!(mark(&desk, morning, 7), Some(Mark::Absent));
    desk.keys("* Ctrl+Z").shows("已撤销");
    desk.keys("Ctrl+Z").shows("上一步不在这节课");
    desk.go(Route::Today).keys("Ctrl+Z").shows("09-07 08:30");
    assert_ne!(mark(&desk, morning, 7), Some(Mark::Absent));
}

#[test]
fn a_roll_said_to_be_complete_can_be_taken_back_there() {
    let (mut desk, session) = now();
    desk.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap();
    let mut desk = desk.restarted("2026-09-07 08:48");
    desk.go(Route::Roll(session)).keys(".06 5 F8").shows("点名完成");
    assert!(desk.desk.roll(session).unwrap().completed.is_some_and(|done| done.changes.is_empty()));
    desk.keys("Ctrl+Z").shows("已撤销").hides("上一步不在这节课");
}

#[test]
fn who_was_not_taken_yet_has_missed_nothing() {
    let (mut desk, _) = now();
    desk.keys(".06 5").shows("07 刘改变").shows("已缺 0");
    desk.keys("Up").shows("06 张玮").shows("已缺 4");
    desk.go(Route::Today).hides("不能再缺课");
}

#[test]
fn a_mark_of_somebody_who_had_left_stays_on_the_page_and_is_corrected_there() {
    let (mut desk, session) = now();
    desk.keys("*");
    never_came(&mut desk, session, 2);
    desk.keys("F5 Down").shows("应到 11").shows("02 李秀兰  这天不在班");
    desk.keys("5").shows("李秀兰");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Absent));
    desk.is_sound();
}
