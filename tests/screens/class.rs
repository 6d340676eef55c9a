//! One class: timetable and roster, filling, single sessions, cancelling, leaving, undo.

use crate::desk::{TestDesk, class, opened, seated};
use baodao::app::Desk;
use baodao::domain::calendar::{Slot, Weekdays};
use baodao::domain::class::ClassDraft;
use baodao::domain::ids::ClassId;
use baodao::domain::mark::Mark;
use baodao::text::Lang;
use baodao::ui::event::Event;
use baodao::ui::screen::Route;
use std::cell::Cell;

fn running(lang: Lang, columns: u16, rows: u16) -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        id.set(class(desk, "QZ-01"));
        seated(desk, id.get(), 12);
    })
    .restarted("2026-09-08 10:00");
    let sessions = desk.desk.sessions(id.get()).unwrap();
    desk.desk.mark_unmarked(sessions[0].id, Mark::PRESENT, "签到表").unwrap();
    desk.go(Route::Class(id.get()));
    (desk, id.get())
}

/// A class of 80 class hours without a session.
fn bare(lang: Lang) -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(lang, 80, 24, |desk| {
        let draft = ClassDraft {
            code: "QZ-02".into(),
            course: "2022/6-29-01-01/5".into(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        id.set(desk.add_class(&draft).unwrap());
    });
    desk.go(Route::Class(id.get()));
    (desk, id.get())
}

#[test]
fn pages_look_right() {
    for (lang, columns, rows) in
        [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)]
    {
        let (mut desk, _) = running(lang, columns, rows);
        insta::assert_snapshot!(format!("class_timetable_{}_{columns}", lang.key()), desk.page);
        desk.keys("Tab");
        insta::assert_snapshot!(format!("class_roster_{}_{columns}", lang.key()), desk.page);
    }
}

#[test]
fn the_page_opens_on_todays_session() {
    let (mut desk, _) = running(Lang::Zh, 80, 24);
    let line = desk.page.lines().find(|line| line.contains('>') && line.contains("08:30")).unwrap();
    assert!(line.contains("09-08 周二") && line.contains("! 未点 0/12"), "{line}");
    desk.shows("已点 12/12").shows("已点名 1/3 次");
    desk.keys("Enter").shows("点名");
}

#[test]
fn numbers_of_persons_are_masked() {
    let (mut desk, _) = running(Lang::Zh, 80, 24);
    desk.keys("Right").shows("[名单 12]").shows("138****0001").shows("140999********").hides("13800000001");
    desk.shows("返乡农民工");
}

#[test]
fn letters_find_somebody_on_the_roster_as_on_the_roll() {
    let (mut desk, _) = running(Lang::Zh, 80, 24);
    desk.keys("Tab lxl").hides("没有用处");
    let chosen =
        |desk: &TestDesk| desk.page.lines().find(|line| line.starts_with(" >")).unwrap_or("").to_owned();
    assert!(chosen(&desk).contains("李秀兰"), "{}", desk.page);
    desk.keys("Enter").shows("> 学时 > 02 李秀兰");
    desk.keys("Esc").shows("[名单 12]");
    // what fits nobody is nobody: the one who happens to be chosen is left alone
    desk.keys("qqq Del").shows("没有人符合 qqq，什么也没有做").shows("[名单 12]");
    desk.keys("lxl Del").shows("离班").shows("李秀兰");
    desk.keys("Esc").hides("找人 lxl");
    // a digit is still a verb of the page, and on the timetable letters mean nothing
    desk.keys("Tab l").shows("没有用处");
}

#[test]
fn an_empty_class_says_what_to_do() {
    let (mut desk, _) = bare(Lang::Zh);
    desk.shows("还没有课次。按 1");
    desk.keys("Tab").shows("还没有学员。按 F6 报名");
    desk.keys("Enter").shows("! 现在不能打开：没有选中的人");
    desk.keys("Tab F2").shows("! 现在不能修改：没有选中的课次");
}

#[test]
fn a_timetable_is_filled_to_eighty_hours_and_emptied_again() {
    let (mut desk, id) = bare(Lang::Zh);
    desk.shows("! 少排 80 学时");
    desk.keys("1").caret_in("星期");
    desk.shows("将加 20 次课，80 学时").shows("正好");
    insta::assert_snapshot!("class_fill_zh", desk.page);
    desk.keys("F8")
        .shows("已加 20 次课，共 80 学时")
        .hides("! 已加")
        .shows("排课 80 / 应 80 学时")
        .hides("! 少排");
    assert_eq!(desk.desk.class(id).unwrap().planned.get(), 80);
    desk.keys("1").shows("已有的 20 次课不动");
    desk.keys("F8").shows("没有可加的课次");
    desk.keys("Ctrl+Z").shows("已撤销：排课").shows("还没有课次");
    desk.is_sound();
}

#[test]
fn a_wrong_sum_and_a_long_day_are_said() {
    let (mut desk, _) = bare(Lang::Zh);
    desk.keys("1 1-6 Enter 08:00-12:00,13:00-18:00,19:00-21:15");
    desk.shows("! 排完共").shows("规则每天最多");
    insta::assert_snapshot!("class_fill_too_much_zh", desk.page);
    desk.keys("F8").shows("规则每天最多").shows("! 多排");
    let (mut desk, _) = bare(Lang::En);
    desk.keys("1 1-6 Enter 08:00-12:00,13:00-18:00,19:00-21:15");
    insta::assert_snapshot!("class_fill_too_much_en", desk.page);
}

#[test]
fn what_is_not_understood_is_said_at_its_field() {
    let (mut desk, _) = bare(Lang::Zh);
    desk.keys("1 xyz Enter 8点 F8")
        .shows("! 没看懂星期。写法如 周一至周五")
        .shows("! 没看懂“8”")
        .caret_in("星期");
    assert_eq!(desk.audit(), ["init", "add-class"]);
    let (mut desk, _) = bare(Lang::Zh);
    desk.keys("1 Enter 08:30-12:00,09:00-11:00 F8").shows("重叠");
    desk.keys("Esc").shows("再按 Esc 放弃");
    desk.keys("Esc").shows("还没有课次");
}

#[test]
fn weekdays_are_written_as_people_do_and_what_is_not_understood_is_said_while_typing() {
    let (mut desk, _) = bare(Lang::Zh);
    desk.keys("1 周").shows("! 没看懂星期");
    desk.keys("一").shows("将加 4 次课").hides("没看懂");
    desk.keys("、周三").shows("将加 8 次课");
    desk.keys("五").shows("将加 12 次课");
    desk.keys("Enter Up 星期一到星期五 Enter").shows("将加 20 次课");
    desk.keys("08:30-12:00,14").shows("! 没看懂“14”");
    desk.keys(":00-17:30").shows("将加 20 次课");
    let (mut desk, _) = bare(Lang::En);
    desk.keys("1 mo").shows("! These weekdays are not understood");
    desk.keys("n").shows("Sessions to be added: 4");
}

#[test]
fn one_session_is_added() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.keys("F6").shows("加课次").shows("李师傅").caret_in("日期");
    desk.keys("2026-09-12 Enter 08:30-12:00 Enter").shows("周六，4 学时");
    insta::assert_snapshot!("class_session_zh", desk.page);
    desk.keys("F4 Down Enter 安全 F8").shows("已保存课次 09-12 周六").shows("! 多排 4 学时");
    assert_eq!(desk.desk.sessions(id).unwrap().len(), 21);
    desk.keys("Ctrl+Z").shows("已撤销：加课次").hides("! 多排");
}

#[test]
fn a_session_is_changed_and_may_not_overlap() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.keys("F2").shows("改课次").shows("2026-09-08");
    desk.keys("Enter 13:00-15:00 F8").shows("! 与本班已有课次时间重叠").caret_in("时段");
    desk.keys("08:30-10:00 F8").shows("调到 09-08 周二 08:30-10:00，原因");
    desk.keys("Enter").shows("! 请写原因");
    desk.keys("老师开会 Enter").shows("已保存课次");
    let changed =
        desk.desk.sessions(id).unwrap().into_iter().find(|session| session.slot.to_string() == "08:30-10:00");
    assert_eq!(changed.unwrap().hours.get(), 2);
    desk.keys("F2 F8").shows("! 没有改动");
}

#[test]
fn a_stale_session_is_read_again() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.keys("F2 Enter Enter Enter 安全");
    let row = desk
        .desk
        .sessions(id)
        .unwrap()
        .into_iter()
        .find(|session| session.day.to_string() == "2026-09-08")
        .unwrap();
    desk.desk.cancel_session(row.id, row.version, "停电").unwrap();
    desk.keys("F8").shows("刚被别人改过");
}

#[test]
fn a_session_is_cancelled_with_a_reason() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    desk.keys("Del").shows("停课原因：09-08 周二 08:30-12:00");
    desk.keys("Enter").shows("! 请写原因");
    desk.keys("停电 F8").shows("已停课：09-08 周二").shows("停课：停电").shows("! 待补 4 学时");
    desk.keys("Enter").shows("! 现在不能打开：这次课已停课");
    desk.keys("Del").shows("! 现在不能停课/离班：这次课已停课");
    assert_eq!(desk.desk.class(id).unwrap().planned.get(), 76);
    desk.keys("Ctrl+Z").shows("已撤销：取消课次").hides("停课：停电");
    desk.is_sound();
}

#[test]
fn somebody_leaves_and_comes_back() {
    let (mut desk, _) = running(Lang::Zh, 80, 24);
    desk.keys("Tab Down Del").shows("2 号 李秀兰 离班").caret_in("离班日期");
    desk.keys("Esc").shows("[名单 12]");
    desk.keys("Del F8").shows("李秀兰 已离班").shows("[名单 11]").shows("11/50 人").hides("李秀兰       女");
    desk.keys("Tab").shows("[离班 1]").shows("09-08   离班");
    desk.keys("Del").shows("这个人已经离班");
    desk.keys("F6").shows("报名 > 砌筑工 五级 QZ-01").shows("曾在本班 2 号，09-08 离班");
    desk.keys("F8").shows("已为李秀兰报名：QZ-01 座号 13");
    desk.keys("Ctrl+Z Esc").shows("[离班 1]");
    desk.keys("Ctrl+Z").shows("已撤销：离班").shows("12/50 人").shows("[名单 12]");
    desk.is_sound();
}

#[test]
fn digits_lead_on() {
    for (key, title) in [("2", "学时"), ("3", "导出"), ("4", "修改")] {
        let (mut desk, _) = running(Lang::Zh, 80, 24);
        desk.keys(key);
        assert!(desk.line(0).contains(title), "{}", desk.page);
    }
}

#[test]
fn a_session_that_was_added_is_the_chosen_one() {
    let (mut desk, _) = running(Lang::Zh, 80, 24);
    desk.keys("F6 2026-09-12 Enter 08:30-12:00 F8").shows("已保存课次 09-12");
    let chosen = desk.page.lines().find(|line| line.starts_with(" >")).unwrap();
    assert!(chosen.contains("09-12"), "{}", desk.page);
}

#[test]
fn a_session_that_another_desk_added_moves_nothing_here() {
    let (mut desk, id) = running(Lang::Zh, 80, 24);
    let chosen = |desk: &TestDesk| desk.page.lines().find(|line| line.starts_with(" >")).map(str::to_owned);
    let before = chosen(&desk);
    let mut other = Desk::open(&desk.folder.path().join("data"), opened("2026-09-08 08:00")).unwrap();
    let slot = Slot::parse("08:30-12:00").unwrap();
    other.fill_timetable(id, Weekdays::parse("sat").unwrap(), &[slot]).unwrap();
    desk.turn(|shell, turn| shell.handle(Event::Elsewhere, turn));
    assert_eq!(chosen(&desk), before);
}
