//! Full classes, waiting lists, departures and transfers as a clerk meets them.

use crate::desk::{TestDesk, class, class_of, on_file, person, seated, wants};
use baodao::app::enrol::Place;
use baodao::domain::class::ClassDraft;
use baodao::domain::ids::ClassId;
use baodao::domain::mark::Mark;
use baodao::domain::room::Room;
use baodao::text::Lang;
use baodao::ui::screen::{EnrolWanted, Route};
use std::cell::Cell;

const SIZES: [(Lang, u16, u16); 4] =
    [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)];

/// A class of two seats, both taken, for which two people wait; another of the same course and one of another.
fn full(lang: Lang, columns: u16, rows: u16) -> (TestDesk, ClassId) {
    let id = Cell::new(ClassId(0));
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        id.set(class_of(desk, "QZ-01", 2));
        seated(desk, id.get(), 2);
        for nth in [2, 3] {
            let who = on_file(desk, nth);
            desk.register_as(&wants(desk, who, id.get()), Place::Waiting).unwrap();
        }
        for nth in [4, 5, 6] {
            on_file(desk, nth);
        }
        let courier = ClassDraft {
            code: "KD-02".into(),
            course: "2022/4-02-07-08/5".into(),
            start: "2026-09-09".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            ..ClassDraft::default()
        };
        desk.add_class(&courier).unwrap();
        class(desk, "QZ-02");
    })
    .restarted("2026-09-08 13:00");
    let sessions = desk.desk.sessions(id.get()).unwrap();
    desk.desk.mark_unmarked(sessions[0].id, Mark::PRESENT, "签到表").unwrap();
    desk.go(Route::Class(id.get()));
    (desk, id.get())
}

fn name(lang: Lang, page: &str, columns: u16) -> String {
    format!("{page}_{}_{columns}", lang.key())
}

#[test]
fn pages_look_right() {
    for (lang, columns, rows) in SIZES {
        let (mut desk, _) = full(lang, columns, rows);
        desk.keys("Tab Tab");
        insta::assert_snapshot!(name(lang, "class_waiting", columns), desk.page);
        desk.keys("Left Del");
        insta::assert_snapshot!(name(lang, "departure", columns), desk.page);
        desk.keys("Esc 5 F4");
        insta::assert_snapshot!(name(lang, "transfer_picker", columns), desk.page);
        desk.keys("Down Enter");
        insta::assert_snapshot!(name(lang, "transfer", columns), desk.page);
        let (mut desk, class) = full(lang, columns, rows);
        desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
        desk.keys(&person(4).id_number).keys("F2");
        insta::assert_snapshot!(name(lang, "enrol_full", columns), desk.page);
        desk.keys("F8");
        insta::assert_snapshot!(name(lang, "enrol_full_asks", columns), desk.page);
    }
}

#[test]
fn a_full_class_offers_the_waiting_list_first() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    desk.keys("Esc F3 zw Down Enter F4").shows("已满，候补 2 人").shows("剩 50 个名额");
    desk.keys("qz-01 Enter")
        .shows("已满，候补 2 人 · 王芳")
        .shows("! QZ-01 已满，候补 2 人：保存时选择排候补或超员");
    desk.keys("F8").shows("排候补，第 3 位").shows("超员报名");
    desk.keys("Enter").shows("已为").shows("登记候补：QZ-01 第 3 位");
    assert_eq!(desk.desk.waiting(class).unwrap().len(), 3);
    assert_eq!(desk.audit().last().map(String::as_str), Some("wait-for-seat"));
    desk.keys("Ctrl+Z").shows("已撤销：登记候补");
    desk.is_sound();
}

#[test]
fn going_beyond_takes_a_second_act() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
    desk.keys(&person(4).id_number).keys("F2").shows("已打开张伟的档案");
    desk.keys("F8 Down Enter").shows("报名后是 3 人").shows("> 取消");
    desk.keys("Enter");
    assert_eq!(desk.desk.class(class).unwrap().seats_taken, 2, "Enter alone never confirms");
    desk.keys("F8 Down Enter F8").shows("已为张伟报名：QZ-01 座号 3").shows("超过本班名额 2 人");
    assert_eq!(desk.desk.class(class).unwrap().room().over(), 1);
    desk.is_sound();
}

#[test]
fn whoever_waits_is_told_where() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
    desk.keys(&person(3).id_number).keys("F2").shows("候补").shows("QZ-01 第 2 位");
    desk.keys("F8").shows("已在候补，第 2 位");
    assert_eq!(desk.desk.waiting(class).unwrap().len(), 2);
}

#[test]
fn whoever_is_seated_from_the_list_and_sits_elsewhere_too_is_said_to() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    let waits = desk.desk.waiting(class).unwrap()[0].trainee;
    let other = desk.desk.class_named("QZ-02").unwrap().id;
    let also = wants(&desk.desk, waits, other);
    desk.desk.register(&also).unwrap();
    desk.keys("Tab Del F8 6")
        .shows("赵拴柱入班 QZ-01 吗？")
        .shows("赵拴柱 09-08")
        .shows("入班后赵拴柱两个班都在");
    // Enter alone seats nobody in two classes
    desk.keys("Enter").shows("空出名额");
    desk.keys("6 F8").shows("赵拴柱 已递补入班：QZ-01 3 号").shows("! 赵拴柱 09-08");
}

#[test]
fn a_freed_seat_names_the_next_and_a_key_and_a_yes_seat_them() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    desk.shows("2/2 人   已满，候补 2 人");
    desk.keys("6").shows("班次已满，2/2 人");
    desk.keys("Esc");
    desk.keys("Tab Del F8").shows("王建国 已离班；候补第一位 赵拴柱，按 6 递补");
    desk.shows("! 空出名额，候补第一位 赵拴柱：按 6 递补").shows("剩 1 个名额，候补 2 人");
    desk.keys("6").shows("赵拴柱入班 QZ-01 吗？");
    desk.keys("F8").shows("赵拴柱 已递补入班：QZ-01 3 号").shows("已满，候补 1 人").hides("空出名额");
    desk.keys("Ctrl+Z").shows("已撤销：递补入班 赵拴柱").shows("! 空出名额");
    desk.keys("Ctrl+Z").shows("已撤销：离班").shows("已满，候补 2 人");
    assert_eq!(desk.desk.waiting(class).unwrap()[0].name, "赵拴柱");
    desk.is_sound();
}

#[test]
fn out_of_turn_is_asked_and_giving_up_is_an_act() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    desk.keys("Tab Del F8 Tab").shows("[候补 2]");
    desk.keys("Down 6").shows("尉迟明前面还有 1 人候补，第一位是赵拴柱");
    desk.keys("Enter").shows("[候补 2]");
    desk.keys("6 F8").shows("尉迟明 已递补入班").shows("名单 2   [候补 1]");
    desk.keys("Del").shows("赵拴柱（第 1 位）不再候补");
    desk.keys("F8").shows("赵拴柱 已移出候补");
    assert!(desk.desk.waiting(class).unwrap().is_empty());
    desk.keys("Ctrl+Z").shows("已撤销：取消候补").shows("候补 1");
    desk.keys("6").shows("班次已满");
    desk.is_sound();
}

#[test]
fn withdrawing_wants_a_reason_and_a_past_day_is_doubted() {
    let (mut desk, id) = full(Lang::Zh, 80, 24);
    desk.keys("Tab Del Up F4 退 Enter").caret_in("离班日期");
    desk.keys("F8").shows("! 退学、补记以前的日期，都要写明原因").caret_in("原因");
    desk.keys("外出务工 Up 2026-09-09 F8").shows("! 离班日期不能晚于今天").caret_in("离班日期");
    desk.keys("2026-09-06").shows("! 离班日期之后还有考勤，最后一次在 2026-09-07");
    desk.keys("F8").shows("可最后一次考勤在 2026-09-07");
    desk.keys("Enter");
    assert!(desk.desk.departures(id).unwrap().is_empty());
    desk.keys("F8 F8").shows("王建国 已退学");
    desk.keys("Tab Tab").shows("[离班 1]").shows("09-06   退学").shows("外出务工").shows("4/80");
    desk.keys("Enter").shows("! 2026-09-06 退学  外出务工");
    desk.keys("Esc");
    desk.keys("Ctrl+Z").shows("已撤销：退学");
    desk.is_sound();
}

#[test]
fn a_transfer_says_what_it_leads_to_and_links_both_sides() {
    let (mut desk, _) = full(Lang::Zh, 80, 24);
    desk.keys("Tab 5").caret_in("转入班次");
    desk.keys("F8").shows("先选转入班次");
    desk.keys("kd Enter").shows("培训项目不同").shows("已得的 4 学时留在 QZ-01").shows("默认 2026-09-09");
    desk.keys("Up F4 qz Enter").hides("培训项目不同").shows("转入日期之前新班已排 16 学时");
    desk.keys("F8").shows("王建国 已转班，QZ-02 1 号；候补第一位 赵拴柱");
    desk.keys("Tab Tab").shows("[离班 1]").shows("转入 QZ-02 1 号");
    let to = desk.desk.classes(9).unwrap().into_iter().find(|class| class.code.as_str() == "QZ-02").unwrap();
    desk.go(Route::Class(to.id)).keys("Tab").shows("由 QZ-01 1 号转入");
    desk.keys("Esc Ctrl+Z").shows("已撤销：转班").shows("已满");
    desk.is_sound();
}

#[test]
fn a_transfer_into_a_full_class_waits_or_goes_beyond() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    let to = desk.desk.classes(9).unwrap().into_iter().find(|class| class.code.as_str() == "QZ-02").unwrap();
    let who = on_file(&mut desk.desk, 7);
    let wanted = wants(&desk.desk, who, to.id);
    desk.desk.register(&wanted).unwrap();
    desk.go(Route::Class(to.id)).keys("Tab 5 qz-01 Enter").shows("! QZ-01 已满，候补 2 人");
    desk.keys("F8").shows("排候补，第 3 位；人先留在原班");
    desk.keys("Enter");
    desk.shows("已排候补：QZ-01 第 3 位，仍在原班").shows("[名单 1]");
    desk.keys("5 qz-01 Enter F8 Down Enter").shows("QZ-01 没有名额给买买提·艾力");
    desk.keys("F8");
    desk.shows("买买提·艾力 已转班，QZ-01 3 号");
    assert_eq!(desk.desk.waiting(class).unwrap().len(), 2, "seated, so no longer waiting");
    desk.is_sound();
}

#[test]
fn raising_the_capacity_says_who_is_next() {
    let (mut desk, _) = full(Lang::Zh, 80, 24);
    desk.keys("4").keys(&"Enter ".repeat(5)).caret_in("名额");
    desk.keys("3 F8 多开一桌 Enter").shows("下一位候补 赵拴柱").shows("! 空出名额，候补第一位 赵拴柱");
}

#[test]
fn the_list_of_classes_says_what_is_left() {
    let (mut desk, _) = full(Lang::Zh, 80, 24);
    desk.go(Route::Classes);
    desk.keys("qz-01").shows("QZ-01  已满，候补 2 人  一号教室  李师傅");
    let (mut desk, _) = full(Lang::Zh, 140, 40);
    desk.go(Route::Classes);
    desk.shows("剩 50 个名额").shows("已满，候补 2 人");
}

#[test]
fn a_class_that_runs_at_the_same_time_is_said_before_saving() {
    let (mut desk, _) = full(Lang::Zh, 80, 24);
    desk.keys("Esc F3 lxl Enter F4 kd-02 Enter").shows("! 同期还在 QZ-01（2026-09-07 至 2026-09-18）");
    desk.keys("F4 qz-02 Enter").shows("! 李秀兰 09-08 08:30-12:00 同时在 QZ-01 上课，另有").hides("同期还在");
    desk.keys("F8").shows("李秀兰 同一时间已在别的班上课");
    desk.keys("Tab Enter").shows("已为李秀兰报名：QZ-02 座号 1");
}

#[test]
fn lists_are_chosen_by_mouse_too() {
    use baodao::ui::input::{Input, Mouse, MouseAct};
    let (mut desk, _) = full(Lang::Zh, 80, 24);
    let line = desk.line(5).to_owned();
    let at = line.split("候补").next().unwrap();
    let x = u16::try_from(baodao::ui::width::width(at)).unwrap();
    desk.input(&Input::Mouse(Mouse { x, y: 5, act: MouseAct::Click }));
    desk.shows("[候补 2]").shows("登记候补");
}

/// The counts of the morning's enrolment, by driving the real screens; a card on the reader counts as one, with the
/// Enter that the reader types after it. `cargo test keys_of_an_enrolment -- --nocapture` prints them.
#[test]
#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn keys_of_an_enrolment() {
    let count = |what: &str, most: usize, before: &str, script: &[&str], end: &str| {
        let (mut desk, _) = full(Lang::Zh, 80, 24);
        desk.keys("Esc").keys(before);
        for keys in script {
            desk.keys(keys);
        }
        desk.shows(end).is_sound();
        println!("{what}: {} keys", script.len());
        assert!(script.len() <= most, "{what} took {} keys, more than {most}", script.len());
    };
    let (known, new) = (format!("{} Enter", person(6).id_number), person(8));
    let seated = "已为刘改变报名：QZ-02 座号 1";
    count("a returnee by typing", 8, "F3", &["l", "g", "b", "Enter", "F4", "Enter", "F8"], seated);
    count("a returnee by scan", 4, "F3", &[&known, "F4", "Enter", "F8"], seated);
    let waits = "已为刘改变登记候补：QZ-01 第 3 位";
    count(
        "a returnee who must wait",
        9,
        "F3",
        &["l", "g", "b", "Enter", "F4", "Up", "Enter", "F8", "Enter"],
        waits,
    );
    let record = format!("{} Enter {} Enter", new.id_number, new.name);
    let mut script = vec![record.as_str()];
    script.extend(new.phone.split("").filter(|digit| !digit.is_empty()));
    script.extend(["F4", "Enter", "F8"]);
    let told = format!("已为{}报名：QZ-02 座号 1", new.name);
    count("a new person with a reader's record", 20, "F3 F6", &script, &told);
}

/// The list of classes gives this column twenty columns.
#[test]
fn over_and_waiting_fit_where_they_are_listed() {
    let room = Room { capacity: Some(50), taken: 62, waiting: 12 };
    for lang in Lang::ALL {
        let told = baodao::text::seats::room(lang, room);
        assert!(baodao::ui::width::width(&told) <= 20, "{told}");
    }
}

#[test]
fn digits_after_letters_are_no_verbs_while_somebody_is_looked_for() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    let before = desk.audit().len();
    desk.keys("Tab zs 2").shows("正在找人，先按 Esc 收起").shows("名单");
    desk.keys("6").shows("正在找人");
    assert_eq!((desk.audit().len(), desk.desk.waiting(class).unwrap().len()), (before, 2));
    desk.keys("Esc 2").shows("学时");
}

#[test]
fn a_cleared_form_keeps_the_class_that_is_being_filled() {
    let (mut desk, class) = full(Lang::Zh, 80, 24);
    let other = desk.desk.class_named("QZ-02").unwrap().id;
    desk.go(Route::Enrol(EnrolWanted { class: Some(other), ..EnrolWanted::default() }));
    desk.keys(&person(4).id_number).keys("F2 F8").shows("QZ-02");
    // the class saved last is QZ-02, the page is that of QZ-01
    desk.go(Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }));
    desk.keys("Enter 某某 F6 F6");
    assert!(desk.line(0).contains("QZ-01"), "{}", desk.page);
}
