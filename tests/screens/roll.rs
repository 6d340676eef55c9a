//! The roll: three keys for an exception, scans that mark nobody, reasons for past days, two desks.

use crate::desk::{TestDesk, class, opened, person, seated};
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

/// The chosen row, without its sign.
fn chosen(desk: &TestDesk) -> String {
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
fn initials_hanzi_and_full_pinyin_find() {
    let (mut desk, session) = now();
    for (typed, seat) in [("wjg", 1), ("尉迟", 4), ("mmtal", 8), ("艾力", 8), ("liugaibian", 7), ("cfy", 9)]
    {
        desk.keys(typed);
        assert!(chosen(&desk).starts_with(&format!("{seat:02}")), "{typed}\n{}", desk.page);
        desk.keys("Esc");
    }
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
}

#[test]
fn single_keys_and_a_burst_do_the_same() {
    for script in ["* w g l 5 . 0 7 2", "* wgl5 .072", "* wgl5.072", "＊ ｗｇｌ５ 。０７２"] {
        let (mut desk, session) = now();
        desk.keys(script);
        assert_eq!(mark(&desk, session, 11), Some(Mark::Absent), "{script}");
        assert_eq!(late(&desk, session, 7), (17, 0), "{script}");
        assert_eq!(count(&desk, session, MarkKind::Present), 10, "{script}");
    }
}

#[test]
fn several_who_match_are_shown_and_arrows_choose() {
    let (mut desk, session) = now();
    desk.keys("z w").shows("> 05 张伟").shows("06 张玮");
    assert!(chosen(&desk).starts_with("05"));
    desk.keys("Down").shows("> 06 张玮");
    desk.keys("5").hides("找人 zw");
    assert_eq!(mark(&desk, session, 6), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 5), None);
    desk.keys("z w Esc").hides("找人 z").shows("点名");
    desk.keys("q q 5").shows("没有标记");
    assert_eq!(count(&desk, session, MarkKind::Absent), 1);
}

#[test]
fn a_scan_marks_nobody() {
    let (mut desk, session) = now();
    let id = person(1).id_number;
    for gap in [0, 4, 30] {
        desk.keys("Home").device(&format!("{id}\n"), gap).shows("扫到 李秀兰").hides("迟到分钟");
        assert!(chosen(&desk).starts_with("02"));
        desk.now += std::time::Duration::from_secs(3);
    }
    for burst in ["6901234567892", "14099919920229", "1234567"] {
        desk.device(&format!("{burst}\n"), 8).shows("不是身份证号").hides("迟到分钟");
    }
    for burst in ["12345", "14099919920229", "zw123"] {
        desk.keys(burst).shows("没有标记任何人");
    }
    desk.device("110101199003070011\t", 8).shows("不在这节课的名单上");
    let number = desk.desk.roll(session).unwrap().seats[8].enrolment.number.to_string();
    desk.device(&format!("{number}\t"), 8).shows("扫到 陈福银");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    desk.keys("Up 5");
    assert_eq!(mark(&desk, session, 8), Some(Mark::Absent));
    desk.is_sound();
}

#[test]
fn fast_fingers_and_a_held_key_are_no_scan() {
    let (mut desk, session) = now();
    desk.device("lxl5zsz4wjg5", 4);
    assert_eq!(mark(&desk, session, 1), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 3), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12 - 3);
    desk.keys(".04").device("111", 33);
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12 - 6);
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
    desk.keys("400 Enter").shows("1 到 210");
    desk.keys(".03 3 20 Enter");
    assert_eq!(late(&desk, session, 3), (0, 20));
    assert_eq!(mark(&desk, session, 4), None);
}

#[test]
fn leave_is_sick_and_again_personal() {
    let (mut desk, session) = now();
    desk.keys("4").shows("病假").shows("再对此人按 4 改事假");
    desk.keys("Up 4").shows("已标记 王建国 事假");
    assert_eq!(mark(&desk, session, 1), Some(Mark::Leave(LeaveKind::Personal)));
    desk.keys("*").shows("11 人记为到");
    assert_eq!(mark(&desk, session, 1), Some(Mark::Leave(LeaveKind::Personal)));
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
    desk.keys("缺勤 Enter 5 F8").shows("没有分钟");
    desk.keys("Backspace Esc").shows("未保存");
    desk.keys("Esc").hides("的考勤");
    assert_eq!(mark(&desk, session, 3), None);
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
fn no_reason_means_no_mark() {
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    desk.keys("5 Enter").shows("没有写原因");
    desk.keys("5 Esc");
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
fn a_block_is_set_by_one_digit_and_taken_back_by_one_key() {
    let (mut desk, session) = now();
    desk.keys(".03 F6 Down Down Down").shows("选中 03-06 共 4 人  未点 4");
    desk.keys("5").shows("4 人一起标为 缺").hides("选中 03");
    for seat in 3..=6 {
        assert_eq!(mark(&desk, session, seat), Some(Mark::Absent), "{seat}");
    }
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 8);
    assert_eq!(desk.audit().last().map(String::as_str), Some("mark-block"));
    desk.keys("Ctrl+Z");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    // upwards, by finding, by mouse; given up in two ways
    desk.keys("End F6 Up Up 4").shows("3 人一起标为 假");
    desk.keys(".01 F6 lgb Esc").shows("选中 01-07 共 7 人");
    desk.keys("Esc").hides("选中");
    desk.keys("F6").shows("选中 07-07 共 1 人");
    desk.keys("F6").hides("选中");
    desk.keys("F6 *").shows("正在选一段");
    desk.keys("Esc");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 9);
    desk.is_sound();
}

#[test]
fn a_late_block_keeps_the_minutes_that_stand() {
    let (mut desk, session) = now();
    desk.keys(".02 Enter 到 Enter 5 F8 .01 F6 Down Down 2").shows("2 人一起标为 迟");
    assert_eq!(
        (late(&desk, session, 1), late(&desk, session, 2), late(&desk, session, 3)),
        ((17, 0), (5, 0), (17, 0))
    );
    // all of them are late now: the minutes are asked once for all
    desk.keys(".01 F6 Down Down 2").shows("3 人 迟到多少分钟");
    desk.keys("20 Enter");
    assert_eq!(late(&desk, session, 2), (20, 0));
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    desk.keys("F6 Down 5").shows("写明原因");
    desk.keys("补签到表 Enter").shows("2 人一起标为 缺");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Absent));
    desk.is_sound();
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
    desk.keys("F8").shows("现在不能点完：点名完成 王芳 08:47");
    desk.keys(".01 0").shows("曾经点完 王芳 08:47  此后改 1 人");
    assert_eq!(desk.audit().iter().filter(|verb| *verb == "complete-roll").count(), 1);
    desk.is_sound();
}

/// Two initials, then arrows among those they fit, then a digit: what somebody who knows names would press.
fn marked_absent(desk: &mut TestDesk, seat: u32, letters: &str) -> usize {
    let mut keys = 0;
    for c in letters.chars() {
        desk.keys(&c.to_string());
        keys += 1;
    }
    let wanted = format!("{seat:02}");
    while !chosen(desk).starts_with(&wanted) {
        desk.keys("Down");
        keys += 1;
        assert!(keys < 60, "{letters} never finds {seat}\n{}", desk.page);
    }
    desk.keys("5");
    keys + 1
}

/// Two letters of the initials of every seat.
fn initials(desk: &TestDesk, session: SessionId) -> Vec<(u32, String)> {
    let two = |seat: &baodao::app::attend::RollSeat| {
        let key = seat.enrolment.keys.split(' ').find(|key| key.is_ascii() && (2..=4).contains(&key.len()));
        (seat.enrolment.seat, key.unwrap_or_default().chars().take(2).collect())
    };
    desk.desk.roll(session).unwrap().seats.iter().map(two).collect()
}

/// The promise of the product: fifty people, six exceptions, nineteen keys where two initials fit nobody else.
#[test]
fn six_exceptions_take_nineteen_keys() {
    let mut desk = fifty(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    let session = session(&desk.desk, class, 0);
    let all = initials(&desk, session);
    let is_alone = |two: &str| all.iter().filter(|(_, other)| other == two).count() == 1;
    let unique: Vec<_> = all.iter().filter(|(_, two)| is_alone(two)).take(6).cloned().collect();
    assert_eq!(unique.len(), 6);
    desk.keys("*");
    let keys: usize = unique.iter().map(|(seat, two)| marked_absent(&mut desk, *seat, two)).sum();
    assert_eq!((keys + 1, count(&desk, session, MarkKind::Absent)), (19, 6), "{}", desk.page);
}

/// Any six of the fifty, namesakes and all; the seconds are those of the keystroke-level model (K 0.28, M 1.35).
#[test]
#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn any_six_exceptions_take_about_twenty_keys() {
    const ROUNDS: usize = 30;
    let mut desk = fifty(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    let session = session(&desk.desk, class, 0);
    let all = initials(&desk, session);
    let mut dice = 7_u64;
    let mut throw = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % below
    };
    let mut counts = Vec::new();
    for _ in 0..ROUNDS {
        let mut left = all.clone();
        let six: Vec<_> = (0..6).map(|_| left.remove(throw(left.len()))).collect();
        desk.keys("*");
        let keys: usize = six.iter().map(|(seat, two)| marked_absent(&mut desk, *seat, two)).sum();
        assert_eq!(count(&desk, session, MarkKind::Absent), 6);
        counts.push(keys + 1);
        for _ in 0..7 {
            desk.keys("Ctrl+Z");
        }
        assert_eq!(count(&desk, session, MarkKind::NotTaken), 50);
    }
    let mean = counts.iter().sum::<usize>() as f64 / ROUNDS as f64;
    let seconds = |keys: f64| 7.0 * 1.35 + keys * 0.28;
    let most = counts.iter().max().unwrap();
    println!(
        "class of 50, 6 exceptions, {ROUNDS} rounds: mean {mean:.1} keys (most {most}), {:.1} s by KLM",
        seconds(mean)
    );
    println!(
        "with six unique pairs of initials: 19 keys, {:.1} s by KLM; a mark and Enter per row: 100 keys, 47 s",
        seconds(19.0)
    );
    assert!(mean < 22.0, "{mean}");
}
