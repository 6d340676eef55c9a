//! The front page.

use crate::desk::{TestDesk, class, class_of, leaves, on_file, opened, person, seated, wants};
use baodao::app::Desk;
use baodao::app::enrol::Place;
use baodao::domain::calendar::{Slot, Weekdays};
use baodao::domain::class::ClassDraft;
use baodao::domain::mark::Mark;
use baodao::domain::room::Seating;
use baodao::text::Lang;
use baodao::ui::command::Ctx;
use baodao::ui::event::Waker;
use baodao::ui::harness::faults_of;
use baodao::ui::note::Note;
use baodao::ui::screen::{self, EnrolWanted, Route};

fn busy(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    TestDesk::prepared(lang, columns, rows, |desk| {
        let class = class(desk, "QZ-01");
        seated(desk, class, 8);
    })
}

/// Thursday of the first week: Monday to Wednesday are past, two rolls were forgotten, one person hardly came.
fn thursday(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = busy(lang, columns, rows).restarted("2026-09-10 08:40");
    let id = desk.desk.classes(1).unwrap()[0].id;
    let view = desk.desk.class_view(id).unwrap();
    for session in view.sessions.iter().take(5) {
        let late = view.enrolments[0].id;
        desk.desk.mark(session.id, &[late], Mark::Absent, "补登").unwrap();
        if session.day.to_string() != "2026-09-08" {
            desk.desk.mark_unmarked(session.id, Mark::PRESENT, "补登").unwrap();
        }
    }
    desk.keys("F5");
    desk
}

#[test]
fn an_empty_file_says_the_first_steps() {
    let mut desk = TestDesk::new(Lang::Zh);
    insta::assert_snapshot!("today_empty_zh", desk.page);
    desk.keys("Down Enter").shows("身份证号");
    insta::assert_snapshot!("today_empty_en", TestDesk::new(Lang::En).page);
}

#[test]
fn the_page_of_a_working_day() {
    insta::assert_snapshot!("today_zh", busy(Lang::Zh, 80, 24).page);
    insta::assert_snapshot!("today_en_wide", busy(Lang::En, 140, 40).page);
}

#[test]
fn what_is_due_is_one_enter_away() {
    let mut desk = thursday(Lang::Zh, 80, 24);
    insta::assert_snapshot!("today_due_zh", desk.page);
    // one line a class, the most urgent first; what nobody proved was due on the first day
    desk.shows("8 人开班那天没有有效的类别证明").shows("3 节课没点完，最早 09-08");
    desk.shows("1 人须补课才够学时").hides("不能再缺课");
    desk.keys("Down Down Down Enter").shows("未点名").shows("09-08").shows("09-09").hides("要办的事");
    desk.keys("Esc").shows("要办的事");
    desk.keys("Down Enter").shows("学时").shows("须补课");
    // at the first of those whom nobody proved, named and marked
    desk.keys("Esc Up Up Enter").shows("班次 > QZ-01").shows("! 8 人缺证明").shows("! 缺开班时有效的证明");
    insta::assert_snapshot!("today_due_en", thursday(Lang::En, 100, 30).page);
}

#[test]
fn a_class_that_begins_is_told_with_what_it_lacks() {
    let coming = |lang| {
        TestDesk::prepared(lang, 80, 24, |desk| {
            let draft = |code: &str, start: &str| ClassDraft {
                code: code.into(),
                course: "2022/6-29-01-01/5".into(),
                start: start.into(),
                end: "2026-09-30".into(),
                hours: "80".into(),
                capacity: "50".into(),
                ..ClassDraft::default()
            };
            let short = desk.add_class(&draft("QZ-09", "2026-09-09")).unwrap();
            let slot = Slot::parse("08:30-12:00").unwrap();
            desk.fill_timetable(short, Weekdays::parse("mon").unwrap(), &[slot]).unwrap();
            desk.add_class(&draft("QZ-08", "2026-09-08")).unwrap();
            desk.add_class(&draft("QZ-20", "2026-09-20")).unwrap();
        })
    };
    let mut desk = coming(Lang::Zh);
    desk.shows("明天开班，已报 0/50 人，还没排课").shows("后天开班，已报 0/50 人，排课 12/80 学时");
    desk.hides("09-20");
    desk.keys("Down Down Down Down Enter").shows("班次 > QZ-08");
    coming(Lang::En).shows("begins tomorrow, 0/50 enrolled, no timetable yet").shows("begins in two days");
}

#[test]
fn free_seats_are_offered_to_those_who_wait() {
    let waiting = |lang| {
        TestDesk::prepared(lang, 80, 24, |desk| {
            let class = class_of(desk, "QZ-01", 1);
            let people: Vec<_> = (0..3).map(|nth| on_file(desk, nth)).collect();
            for (nth, person) in people.into_iter().enumerate() {
                let place = if nth == 0 { Place::Seat(Seating::IfFree) } else { Place::Waiting };
                desk.register_as(&wants(desk, person, class), place).unwrap();
            }
        })
    };
    let mut desk = waiting(Lang::Zh);
    desk.hides("可以递补");
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let first = desk.desk.class_view(class).unwrap().enrolments[0].clone();
    leaves(&mut desk.desk, &first);
    desk.keys("F5").shows("有空座，候补的 1 人可以递补");
    while !desk.page.lines().any(|line| line.starts_with(" >") && line.contains("可以递补")) {
        desk.keys("Down");
    }
    desk.keys("Enter").shows("班次 > QZ-01");
    desk.keys("6").shows("递补");
    let mut desk = waiting(Lang::En);
    let class = desk.desk.class_named("QZ-01").unwrap().id;
    let first = desk.desk.class_view(class).unwrap().enrolments[0].clone();
    leaves(&mut desk.desk, &first);
    let waits = desk.desk.waiting(class).unwrap()[0].trainee;
    desk.go(Route::Card(waits)).shows("QZ-01: a seat is free");
    desk.go(Route::Today).shows("seats are free: 1 of the waiting list can sit down");
}

#[test]
fn hours_owed_and_a_year_without_holidays_are_told() {
    let owing = |lang| {
        TestDesk::prepared(lang, 80, 24, |desk| {
            let id = class(desk, "QZ-01");
            let session = desk.sessions(id).unwrap()[5].clone();
            desk.cancel_session(session.id, session.version, "停电").unwrap();
            let late = ClassDraft {
                code: "QZ-27".into(),
                course: "2022/6-29-01-01/5".into(),
                start: "2026-12-28".into(),
                end: "2027-01-15".into(),
                hours: "80".into(),
                ..ClassDraft::default()
            };
            desk.add_class(&late).unwrap();
        })
    };
    owing(Lang::Zh).shows("停课还欠 4 学时没补，09-18结业").shows("2027 年的节假日表还没有");
    owing(Lang::En).shows("4 h of cancelled sessions to make up").shows("no table for 2027");
    // the class has ended meanwhile and still owes
    owing(Lang::Zh).restarted("2026-09-19 08:30").shows("停课还欠 4 学时没补，昨天已结业");
    owing(Lang::En)
        .restarted("2026-09-19 08:30")
        .shows("4 h of cancelled sessions not made up, ended yesterday");
}

#[test]
fn anything_typed_looks_for_a_person() {
    for (typed, found) in [("l", "李秀兰"), ("李", "李秀兰"), ("1409", "李秀兰")] {
        let mut desk = busy(Lang::Zh, 80, 24);
        desk.keys(typed).shows("依据").shows(found).caret_in(typed);
        desk.keys("x").caret_in(&format!("{typed}x"));
    }
}

#[test]
fn the_last_act_can_be_taken_back_after_a_restart() {
    let mut desk = busy(Lang::Zh, 80, 24).restarted("2026-09-07 09:00");
    desk.shows("可撤销：报名 买买提·艾力");
    // a question, and Enter alone does not answer it with yes
    desk.keys("Down Down Down Enter").shows("撤销这一步：报名 买买提·艾力");
    desk.keys("Enter").shows("可撤销：报名 买买提·艾力");
    desk.keys("Enter F8").shows("已撤销：报名 买买提·艾力").shows("可撤销：报名 刘改变");
    desk.keys("Ctrl+Z").shows("撤销这一步：报名 刘改变");
    desk.keys("F8").shows("已撤销：报名 刘改变").shows("在册学员 6 人");
    desk.is_sound();
}

#[test]
fn a_backup_is_made_aside_and_told() {
    let mut desk = busy(Lang::Zh, 80, 24);
    desk.shows("还没有备份");
    desk.keys("End Enter").shows("正在备份");
    desk.copied().shows("已备份").shows("已校验，可用");
}

#[test]
fn every_verb_is_declared_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk =
        Desk::init(&folder.path().join("data"), "育才", "140902", opened("2026-09-07 08:26")).unwrap();
    let known = class(&mut desk, "QZ-01");
    seated(&mut desk, known, 2);
    let someone = desk.find(&person(1).name, 1).unwrap()[0].id;
    let wanted = EnrolWanted { person: Some(someone), ..EnrolWanted::default() };
    let routes = [
        Route::Today,
        Route::Search("l".to_owned()),
        Route::Enrol(EnrolWanted::default()),
        Route::Enrol(wanted),
    ];
    let (mut note, waker) = (Note::default(), Waker::default());
    #[expect(clippy::disallowed_methods, reason = "tests need some moment to count from")]
    let now = std::time::Instant::now();
    for lang in Lang::ALL {
        for route in &routes {
            let mut ctx = Ctx { desk: &mut desk, lang, now, note: &mut note, waker: &waker };
            let mut screen = screen::open(route, &mut ctx).unwrap();
            screen.enter(&mut ctx);
            assert_eq!(faults_of(&screen.hints(lang), screen.has_field()), Vec::<String>::new(), "{route:?}");
        }
    }
}

#[test]
fn courses_are_whole_where_there_is_room() {
    for lang in Lang::ALL {
        let desk = TestDesk::prepared(lang, 80, 24, |desk| {
            for (code, course) in [("KD-01", "2022/4-02-07-08/5"), ("PS-01", "2022/4-10-08-01/5")] {
                let draft = ClassDraft {
                    code: code.into(),
                    course: course.into(),
                    start: "2026-09-07".into(),
                    end: "2026-09-18".into(),
                    hours: "80".into(),
                    place: "二号教室".into(),
                    ..ClassDraft::default()
                };
                let id = desk.add_class(&draft).unwrap();
                let slot = Slot::parse("08:30-12:00").unwrap();
                desk.fill_timetable(id, Weekdays::parse("mon-fri").unwrap(), &[slot]).unwrap();
            }
        });
        desk.hides("..");
    }
}

#[test]
fn a_day_without_sessions_says_where_the_classes_are() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 1);
    });
    desk = desk.restarted("2026-09-12 09:00");
    desk.shows("今天没有课");
    desk.keys("F9 bc Enter").shows("1 / 1 个班");
    let mut desk = TestDesk::prepared(Lang::En, 80, 24, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 1);
    });
    desk = desk.restarted("2026-09-12 09:00");
    desk.shows("None. The classes").hides("..");
    desk.keys("F9 cl Enter").shows("1 of 1");
}

#[test]
fn a_newcomer_finds_where_the_own_name_goes() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.shows("写上姓名");
    desk.keys("Down Down Down Enter").shows("操作员").shows("设置");
}

#[test]
fn a_clock_that_is_behind_is_said() {
    let desk = busy(Lang::Zh, 80, 24).restarted("2026-09-06 08:00");
    desk.shows("请核对日期和时间");
    let desk = busy(Lang::En, 80, 24).restarted("2026-09-06 08:00");
    desk.shows("check date and time");
}
