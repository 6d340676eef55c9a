//! A class's timetable at work: cancelled and made up for, moved, clashing, changed after the beginning.

use crate::desk::{TestDesk, class, seated};
use baodao::app::Desk;
use baodao::app::shift::{Move, plan_of};
use baodao::domain::calendar::{Slot, Weekdays, parse_day};
use baodao::domain::class::{ClassDraft, SessionPlan};
use baodao::domain::ids::ClassId;
use baodao::domain::mark::Mark;
use baodao::text::Lang;
use baodao::ui::input::{Input, Mouse, MouseAct};
use baodao::ui::screen::{ClassWanted, Route, SessionWanted};
use std::cell::Cell;

/// A class that meets in the same room every morning of the same first week.
fn other(desk: &mut Desk) -> ClassId {
    let draft = ClassDraft {
        code: "KD-02".into(),
        course: "2022/4-02-07-08/5".into(),
        start: "2026-09-07".into(),
        end: "2026-09-11".into(),
        hours: "20".into(),
        place: "一号教室".into(),
        instructor: "张师傅".into(),
        ..ClassDraft::default()
    };
    let id = desk.add_class(&draft).unwrap();
    let slots = [Slot::parse("10:00-12:00").unwrap()];
    desk.fill_timetable(id, Weekdays::parse("mon-fri").unwrap(), &slots).unwrap();
    id
}

/// Tuesday of the first week: Monday's rolls are taken, this morning's lesson is lost to a power cut.
fn running(lang: Lang, columns: u16, rows: u16) -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        id.set(class(desk, "QZ-01"));
        seated(desk, id.get(), 3);
    })
    .restarted("2026-09-08 10:00");
    let sessions = desk.desk.sessions(id.get()).unwrap();
    for session in &sessions[..2] {
        desk.desk.mark_unmarked(session.id, Mark::PRESENT, "签到表").unwrap();
    }
    (desk, id.get())
}

fn lose(desk: &mut TestDesk, class: ClassId) {
    let lost = desk.desk.sessions(class).unwrap()[2].clone();
    desk.desk.cancel_session(lost.id, lost.version, "停电").unwrap();
    let plan = SessionPlan { day: parse_day("2026-09-19").unwrap(), ..plan_of(&lost) };
    desk.desk.make_up(lost.id, plan).unwrap();
}

#[test]
fn pages_look_right() {
    for (lang, columns, rows) in
        [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)]
    {
        let (mut desk, id) = running(lang, columns, rows);
        other(&mut desk.desk);
        lose(&mut desk, id);
        let size = format!("{}_{columns}", lang.key());
        desk.go(Route::Class(id));
        insta::assert_snapshot!(format!("timetable_{size}"), desk.page);
        desk.keys("9");
        insta::assert_snapshot!(format!("clashes_{size}"), desk.page);
        let session = desk.desk.sessions(id).unwrap()[3].id;
        desk.go(Route::Shift(id, session)).keys("F4 Down Enter");
        insta::assert_snapshot!(format!("shift_{size}"), desk.page);
    }
}

#[test]
fn a_lost_lesson_is_made_up_for_from_its_own_row() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.go(Route::Class(id));
    desk.keys("8").shows("! 现在不能补课：这次课没有停");
    desk.keys("Del 停电 Enter").shows("已停课：09-08 周二").shows("停课：停电").shows("! 待补 4 学时");
    desk.hides("少排").shows("8 补课");
    desk.keys("7").shows("! 现在不能调课：这次课已停课");
    desk.keys("8").shows("补课 09-08 08:30-12:00").shows("补 09-08 周二 08:30-12:00，还要补 4 学时");
    desk.caret_in("日期").shows("2026-09-12").shows("08:30-12:00").shows("李师傅").shows("一号教室");
    insta::assert_snapshot!("make_up_zh", desk.page);
    desk.keys("2026-09-19 Enter 09:00-10:30 Enter").shows("! 这样还差 2 学时没补").shows("晚于结业日");
    desk.keys("Up 09:00-12:00 F8").shows("已补 09-08 上午：09-19 周六 09:00-12:00");
    desk.shows("停课：停电，补于 09-19 上午").hides("待补").shows("! 结业后 1 次");
    desk.keys("8").shows("! 现在不能补课：这次课已经补够了");
    desk.keys("End").shows("09-19 周六").shows("补 09-08 上午");
    desk.keys("Ctrl+Z").shows("已撤销：补课").shows("! 待补 4 学时").hides("补于");
    desk.keys("Ctrl+Z").shows("已撤销：取消课次").hides("停电");
    desk.is_sound();
}

#[test]
fn all_that_follows_is_moved_as_it_was_shown() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    let session = desk.desk.sessions(id).unwrap()[2].id;
    desk.go(Route::Class(id));
    desk.keys("7").shows("怎么调").shows("只调这一次").hides("顺延");
    desk.keys("F4 顺延 Enter")
        .caret_in("天数")
        .shows("调 18 次课")
        .shows("09-08 周二 08:30-12:00 -> 09-09 周三 08:30-12:00");
    desk.shows("晚于结业日");
    desk.hides("09-21 周一 14:00-17:30");
    desk.keys("PgDn PgDn PgDn").shows("09-18 周五 14:00-17:30 -> 09-21 周一 14:00-17:30");
    desk.keys("F8").shows("没有写原因，未调课").caret_in("原因");
    desk.keys("停电 F8").shows("已调课 18 次").shows("原 09-08 上午");
    assert_eq!(desk.desk.session(session).unwrap().day.to_string(), "2026-09-09");
    desk.keys("9").shows("[变更 18]").shows("2026-09-08 08:30-12:00").shows("停电");
    desk.keys("Esc Ctrl+Z").shows("已撤销：调课").hides("原 09-08");
    desk.is_sound();
}

#[test]
fn one_session_goes_to_another_day_and_marks_keep_theirs() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.go(Route::Class(id));
    desk.keys("7 Enter 2026-09-09 Enter").shows("! 与本班 09-09 周三 08:30-12:00 的课重叠");
    desk.keys("Up 2026-09-12 Enter 14:00-17:30 Enter 老师开会").shows("-> 09-12 周六 14:00-17:30");
    desk.keys("F8").shows("已调课 1 次");
    desk.keys("Home 7").shows("! 这节课已有考勤，不能改日期和时间");
    desk.keys("F4 几天 Enter").shows("不动：已有考勤");
    insta::assert_snapshot!("shift_stays_zh", desk.page);
    desk.is_sound();
}

#[test]
fn a_session_is_not_put_before_its_class_and_a_day_off_is_named() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    let refused = "本班 2026-09-07 开班，课次不能排在这天之前";
    desk.go(Route::Session(id, SessionWanted::New));
    desk.keys("2026-09-04 Enter").shows(refused);
    desk.keys("19:00-21:00 F8").shows(refused).caret_in("日期");
    desk.keys("2026-09-25 Enter").hides(refused).shows("! 放假：中秋节 09-25").shows("晚于结业日");
    desk.keys("Up 2026-09-07 F8").shows("已保存课次").shows("! 09-07 周一 已经过去");
    let session = desk.desk.sessions(id).unwrap()[4].id;
    desk.go(Route::Shift(id, session));
    desk.keys("Enter 2026-09-04").shows(&format!("! {refused}"));
    desk.keys("Enter Enter 停电 F8").shows(refused);
    assert_eq!(desk.desk.session(session).unwrap().day.to_string(), "2026-09-08");
    desk.is_sound();
}

#[test]
fn what_a_cancelled_session_takes_away_is_said_before_the_reason() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.go(Route::Class(id));
    desk.keys("Home Del").shows("已有 3 人的考勤").shows("共少 12 学时").hides("停课原因");
    desk.keys("Enter").hides("共少");
    desk.keys("Del Right Enter").shows("停课原因：09-07 周一");
    desk.keys("点错班 Enter").shows("已停课：09-07 周一");
    desk.keys("Ctrl+Z").shows("已撤销：取消课次");
    desk.is_sound();
}

#[test]
fn clashes_are_seen_while_planning_and_lead_to_the_other_class() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    other(&mut desk.desk);
    desk.go(Route::Class(id)).shows("! 5 处冲突");
    desk.keys("9").shows("[冲突 5]").shows("一号教室 09-07 10:00-12:00 已有 KD-02");
    desk.keys("Enter");
    assert!(desk.line(0).contains("KD-02"), "{}", desk.page);
    desk.go(Route::Session(id, SessionWanted::New));
    desk.keys("2026-09-10 Enter 17:30-19:00 Enter").hides("冲突");
    desk.keys("Up 12:00-13:00 Enter").hides("冲突");
    // it is said while the times are typed: F8 may be the next key
    desk.keys("Enter Enter 张师傅 Up Up Up Up 2026-09-11 Enter 11:00-13:00");
    desk.shows("! 冲突：一号教室 09-11 10:00-12:00 已有 KD-02")
        .shows("! 冲突：张师傅 09-11 10:00-12:00 已在 KD-02 上课");
    desk.keys("F8").shows("与本班已有课次时间重叠");
}

#[test]
fn holidays_are_left_out_unless_they_are_asked_for() {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let draft = ClassDraft {
            code: "JY-01".into(),
            course: "2022/6-29-01-01/5".into(),
            start: "2026-09-14".into(),
            end: "2027-01-08".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        id.set(desk.add_class(&draft).unwrap());
    });
    desk.go(Route::Fill(id.get()));
    desk.shows("放假不排：中秋节 09-25、国庆节 10-01 至 10-07 的 5 天");
    desk.shows("! 没有 2027 年的节假日表").shows("holidays/2027.tsv");
    insta::assert_snapshot!("fill_holidays_zh", desk.page);
    desk.keys("Down Down F4 Down Enter").shows("调休上班也排：国庆节 09-20 至 10-10 的 2 天");
    desk.keys("F4 Down Enter").hides("放假不排").hides("没有 2027 年");
}

#[test]
fn a_table_of_ones_own_with_faults_is_named_by_line() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    let own = desk.folder.path().join("data/holidays");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("2026.tsv"), "2026-09-14\tholiday\t校庆\tJubilee\n2026-09-15\trest\ta\tb\n")
        .unwrap();
    desk.go(Route::Fill(id)).shows("! 节假日表 2026.tsv 没有采用：第 2 行，第二栏只能是 holiday");
}

#[test]
fn the_end_of_a_running_class_moves_with_a_reason() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.go(Route::Class(id));
    desk.keys("4 Enter Enter Enter 2026-09-14 Enter").shows("! 结业日之后还有 8 次课：09-15 上午");
    desk.keys("Up 2026-09-16").shows("! 结业日之后还有 4 次课：09-17 上午").hides("8 次课");
    desk.keys("Enter").shows("! 结业日之后还有 4 次课：09-17 上午");
    desk.keys("F8").shows("原因：结业 2026-09-18 -> 2026-09-16");
    desk.keys("Enter").shows("! 请写原因");
    desk.keys("提前考核 Enter").shows("已保存班次 QZ-01").shows("! 结业后 4 次");
    desk.keys("9").shows("[变更 1]").shows("结业").shows("2026-09-16").shows("提前考核").shows("王芳");
    insta::assert_snapshot!("changes_zh", desk.page);
    desk.keys("Esc Ctrl+Z").shows("已撤销：结业日变更").hides("结业后");
    desk.is_sound();
}

#[test]
fn the_first_day_moves_behind_what_was_not_marked_only_and_names_what_lies_before() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.go(Route::Class(id));
    desk.keys("4 Enter Enter 2026-09-09 Enter").shows("! 开班日之前还有 4 次课：09-07 上午");
    desk.keys("F8 改期 Enter").caret_in("开班日期");
    desk.shows("这天之前有 2 次课已有考勤，最早一次在 2026-09-07");
    let monday = desk.desk.sessions(id).unwrap()[..2].to_vec();
    let people: Vec<_> = desk.desk.class_view(id).unwrap().enrolments.iter().map(|one| one.id).collect();
    for session in monday {
        desk.desk.mark(session.id, &people, Mark::Cleared, "点错").unwrap();
    }
    desk.keys("F8 改期 Enter").shows("已保存班次 QZ-01").shows("! 开班前 4 次");
    desk.is_sound();
}

#[test]
fn what_became_of_a_class_stands_in_one_list_newest_first() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    lose(&mut desk, id);
    let session = desk.desk.sessions(id).unwrap()[5].clone();
    for day in ["2026-09-12", "2026-09-13"] {
        let to = Move::One { day: parse_day(day).unwrap(), slot: session.slot };
        let moving = desk.desk.plan_move(session.id, to).unwrap();
        desk.desk.move_sessions(&moving, "老师开会").unwrap();
    }
    desk.go(Route::Matters(id)).shows("[变更 4]");
    insta::assert_snapshot!("became_zh", desk.page);
    let rows: Vec<String> =
        desk.page.lines().filter(|line| line.contains("09-08 10:00  ")).map(str::to_owned).collect();
    let has = |nth: usize, words: &[&str]| words.iter().all(|word| rows[nth].contains(word));
    assert!(has(0, &["调课", "09-12 14:00", "09-13 14:00", "老师开会"]), "{rows:?}");
    assert!(has(2, &["补课", "09-08 08:30-12:00", "09-19 08:30-12:00"]), "{rows:?}");
    assert!(has(3, &["停课", "09-08 08:30-12:00", "停电"]), "{rows:?}");
    // moved twice, it was set for where it was at first; moved back, it was not moved
    desk.go(Route::Class(id)).keys("PgDn PgDn").shows("原 09-09 下午").hides("原 09-12");
    let to = Move::One { day: session.day, slot: session.slot };
    let moving = desk.desk.plan_move(session.id, to).unwrap();
    desk.desk.move_sessions(&moving, "老师不开会了").unwrap();
    desk.keys("F5").hides("原 09-");
}

#[test]
fn a_clashing_session_says_so_in_its_row_and_all_of_it_below() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    other(&mut desk.desk);
    desk.go(Route::Class(id));
    let row =
        |desk: &TestDesk, day: &str| desk.page.lines().find(|line| line.contains(day)).unwrap().to_owned();
    assert!(row(&desk, "09-09 周三  08:30").contains("! 冲突"), "{}", desk.page);
    assert!(!row(&desk, "09-09 周三  14:00").contains("冲突"), "{}", desk.page);
    desk.keys("Down Down").shows("! 冲突：一号教室 09-09").shows("已有 KD-02");
}

#[test]
fn before_the_first_day_an_edit_is_an_edit() {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let draft = ClassDraft {
            code: "JY-01".into(),
            course: "2022/6-29-01-01/5".into(),
            start: "2026-09-14".into(),
            end: "2026-09-18".into(),
            hours: "40".into(),
            ..ClassDraft::default()
        };
        id.set(desk.add_class(&draft).unwrap());
    });
    desk.go(Route::ClassForm(ClassWanted { class: Some(id.get()), course: String::new() }));
    desk.keys("Enter Enter Enter 2026-09-25 F8").shows("已保存班次 JY-01");
    desk.go(Route::Matters(id.get())).shows("[变更 0]").shows("开班以后没有变更");
}

#[test]
fn the_weeks_follow_the_list_and_can_be_clicked() {
    let (mut desk, id) = running(Lang::Zh, 140, 40);
    lose(&mut desk, id);
    desk.go(Route::Class(id)).shows("周日").shows("09-14 08:30").shows("停课").shows("补课").shows("已点");
    let row = desk.page.lines().position(|line| line.contains("09-14 08:30")).unwrap();
    let line = desk.line(row).to_owned();
    let before = line.split("09-14 08:30").next().unwrap();
    let x = baodao::ui::width::width(before) + 13;
    let (x, y) = (u16::try_from(x).unwrap(), u16::try_from(row).unwrap());
    desk.input(&Input::Mouse(Mouse { x, y, act: MouseAct::Click }));
    desk.shows("09-14 周一 08:30-12:00  混合  李师傅");
}

/// What was done and what is to be done about it stand in one row.
#[test]
fn a_session_past_the_end_is_told_whole_in_the_narrowest_row() {
    for (lang, advice) in [(Lang::Zh, "! 晚于结业日，请改结业日"), (Lang::En, "! Past the end: move it")]
    {
        let mut class_of = None;
        let mut desk = TestDesk::prepared(lang, 80, 24, |desk| class_of = Some(class(desk, "QZ-01")));
        let id = class_of.unwrap();
        desk.go(Route::Session(id, SessionWanted::New)).keys("2026-12-05 Enter 08:30-10:00 F8").shows(advice);
        desk.hides("..");
        let session = desk.desk.sessions(id).unwrap()[0].id;
        desk.go(Route::Shift(id, session)).keys("2026-12-05 Enter 13:00-15:00 Enter");
        assert!(!desk.page.contains(".."), "{}", desk.page);
    }
}
