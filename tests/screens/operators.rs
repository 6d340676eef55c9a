//! Operators: the page and the form, signing in, switching in eight keys, the lock over a half-typed form.

use crate::app::operators::{draft, guard};
use crate::desk::{TestDesk, class, seated};
use baodao::domain::class::ClassDraft;
use baodao::domain::departure::DepartureKind;
use baodao::domain::operator::Role;
use baodao::text::Lang;
use baodao::ui::input::Input;
use baodao::ui::screen::{EnrolWanted, Route, SessionWanted};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// A guarded centre with a class of five; nobody has signed in yet at this program.
fn guarded(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 5);
        guard(desk);
    });
    desk.restarted("2026-09-07 08:47")
}

/// The same with 王芳 at work.
fn at_work(lang: Lang) -> TestDesk {
    let mut desk = guarded(lang, 80, 24);
    desk.keys("314159");
    desk
}

/// Nobody presses a key for so long.
fn pause(desk: &mut TestDesk, time: Duration) -> &mut TestDesk {
    desk.pass(time);
    desk
}

#[test]
fn the_page_tells_who_works_here() {
    for (lang, columns, rows) in [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40)] {
        let mut desk = TestDesk::sized(lang, columns, rows);
        desk.go(Route::Operators);
        insta::assert_snapshot!(format!("operators_open_{}_{columns}", lang.key()), desk.page);
        let mut desk = guarded(lang, columns, rows);
        desk.keys("Esc 2 271828").go(Route::Operators);
        insta::assert_snapshot!(format!("operators_{}_{columns}", lang.key()), desk.page);
    }
}

#[test]
fn ones_own_pin_is_changed_after_the_old_one() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::OwnPin).keys("271828 161803 161803 F8").shows("口令不对，还可以试 2 次");
    desk.keys("314159 161803 161804 F8").shows("两次输入的口令不一样");
    desk.keys("161803 F8").shows("口令已换");
    assert_eq!(desk.audit().last().unwrap(), "change-operator");
    let mut alone = TestDesk::new(Lang::Zh);
    alone.go(Route::OwnPin).shows("第一个口令请负责人");
    alone.keys("271828 161803 161803 F8").shows("您还没有口令");
    insta::assert_snapshot!("own_pin_zh", alone.page);
    desk.is_sound();
}

#[test]
fn the_first_head_is_made_from_the_page() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::Settings).shows("未设口令：谁都可以操作");
    desk.keys("F2").shows("只有名字");
    // a clerk with a PIN and no head: nobody could manage
    desk.keys("F2 Enter 前台 Enter 271828 271828 F8").shows("! 请先给负责人设口令").shows("******");
    desk.keys("Up Up F4 负责 Enter F8").shows("已保存 王芳").shows("负责人").shows("已设");
    assert!(desk.desk.guard().is_guarded && !desk.desk.needs_sign_in());
    assert_eq!(desk.audit().last().unwrap(), "change-operator");
    desk.is_sound();
}

#[test]
fn pins_are_typed_twice_and_never_shown() {
    let mut desk = TestDesk::new(Lang::Zh);
    desk.go(Route::OperatorForm(None));
    desk.keys("赵校长 Enter 负责 Enter").caret_in("口令");
    desk.keys("123456").shows("! 这个口令太好猜").hides("123456").caret_in("再输一次");
    desk.keys("271829 Up 271828").hides("271828");
    desk.keys("F8").shows("! 两次输入的口令不一样");
    insta::assert_snapshot!("operator_form_zh", desk.page);
    desk.keys("271828 F8");
    // somebody else was made head: from now on one signs in
    desk.shows("报到  登录").shows("口令已设，请登录").shows("谁在用").hides("操作员 >");
    desk.keys("1").shows("赵校长（负责人）的口令");
    desk.keys("271828").shows("现在由 赵校长（负责人）操作");
    desk.go(Route::OperatorForm(None));
    desk.keys("F8").shows("! 还有 2 处要改");
    TestDesk::new(Lang::En).go(Route::OperatorForm(None)).keys("F8").shows("! Choose a role");
}

#[test]
fn operators_leave_and_come_back() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("Esc 2 271828").go(Route::Operators);
    desk.keys("Del").shows("以后不能登录");
    desk.keys("Right Enter").shows("已停用 王芳").shows("3 人在用");
    desk.keys("Del").shows("王芳 重新启用").shows("4 人在用");
    desk.keys("Down Del Right Enter").shows("! 最后一位有口令的负责人要留着");
    desk.keys("Down F9 取消口令 Enter").shows("谁都可以用 李师傅 的名字操作");
    desk.keys("Right Enter").shows("李师傅 以后免口令登录");
    desk.keys("F9 取消口令 Enter").shows("选中的人没有口令");
    desk.is_sound();
}

#[test]
fn a_guarded_program_begins_with_signing_in() {
    for lang in Lang::ALL {
        let mut desk = guarded(lang, 80, 24);
        desk.hides("QZ-01").hides("忻府区");
        insta::assert_snapshot!(format!("sign_in_{}", lang.key()), desk.page);
        desk.keys("Esc");
        insta::assert_snapshot!(format!("sign_in_list_{}", lang.key()), desk.page);
        desk.keys("F3 F9 张伟 Enter Esc").hides("QZ-01");
        desk.keys("Up Up Up Up 3 141421").shows("李师傅").shows("QZ-01");
        assert_eq!(desk.desk.operator(), "李师傅");
        assert_eq!(desk.audit().last().unwrap(), "sign-in");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the number is asked for")]
fn a_switch_is_eight_keys() {
    let mut desk = at_work(Lang::Zh);
    desk.shows("现在由 王芳（前台）操作");
    let keys = ["Ctrl+O", "3", "1", "4", "1", "4", "2", "1"];
    for key in keys {
        desk.keys(key);
    }
    desk.shows("现在由 李师傅（教师）操作");
    println!("a switch of operators: {} keys", keys.len());
    assert_eq!((keys.len(), desk.desk.operator()), (8, "李师傅"));
    // by two letters of the name; whole in one go; by hanzi; who needs no PIN at once
    desk.keys("Ctrl+O wf 314159").shows("现在由 王芳");
    desk.keys("Ctrl+O zx271828").shows("现在由 赵校长");
    desk.keys("Ctrl+O 李１４１４２１").shows("现在由 李师傅");
    desk.keys("Ctrl+O 4").shows("现在由 钱会计（稽核）操作");
    desk.keys("Ctrl+O");
    insta::assert_snapshot!("switch_zh", desk.page);
    desk.keys("Esc").hides("换人").shows("QZ-01");
}

#[test]
fn an_enter_right_behind_a_pin_opens_nothing_and_a_later_one_does() {
    let mut desk = at_work(Lang::Zh);
    desk.keys("Ctrl+O 3 141421 Enter").shows("现在由 李师傅").shows("今天的课");
    desk.keys("Enter").hides("今天的课");
    let mut desk = at_work(Lang::Zh);
    desk.keys("Ctrl+O 3 141421").shows("今天的课");
    pause(&mut desk, Duration::from_secs(2)).keys("Enter").hides("今天的课");
}

#[test]
fn wrong_pins_are_told_with_what_is_left() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("314158").shows("! 口令不对，还可以试 2 次。");
    desk.keys("31").hides("口令不对");
    desk.keys("4158").shows("! 口令不对，还可以试 1 次。");
    desk.keys("314157").shows("! 口令不对。请等 30 秒再试。");
    desk.keys("314159").shows("! 输错多次，请等 30 秒再试。").hides("QZ-01");
    pause(&mut desk, Duration::from_secs(12)).shows("! 输错多次，请等 18 秒再试。");
    assert!(desk.shell.wakes_at().is_some());
    pause(&mut desk, Duration::from_secs(19)).shows("可以再试了。");
    let mut desk = desk.restarted("2026-09-07 08:48");
    desk.keys("314159").shows("现在由 王芳（前台）操作");
}

#[test]
fn pages_wait_for_whoever_left_them() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Enter 王新来");
    desk.keys("Ctrl+O 3 141421").shows("现在由 李师傅（教师）操作；王芳 没写完的留着").hides("王新来");
    assert!(desk.desk.draft("enrol").unwrap().is_none(), "a draft stays with its operator");
    desk.keys("Ctrl+O 1 314159").shows("王新来").caret_in("姓名");
    let kept = desk.desk.draft("enrol").unwrap().unwrap();
    assert_eq!(kept.fields.get("name").map(String::as_str), Some("王新来"));
}

#[test]
fn what_others_left_unsaved_is_said_once_on_quitting() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("Esc 2 271828").go(Route::Settings).keys("新校");
    desk.keys("Ctrl+O 1 314159 Ctrl+Q").shows("赵校长 还有没保存的内容");
    assert!(!desk.shell.ended());
    desk.keys("Ctrl+Q");
    assert!(desk.shell.ended());
}

#[test]
fn the_lock_covers_a_half_typed_form_and_gives_it_back() {
    for lang in Lang::ALL {
        let mut desk = at_work(lang);
        desk.go(Route::Enrol(EnrolWanted::default()));
        desk.keys("140999200308151170 Enter 王新来 Enter 1380");
        let before = desk.page.lines().skip(1).take(20).collect::<Vec<_>>().join("\n");
        let caret = desk.marks.caret;
        pause(&mut desk, 9 * MINUTE).shows("王新来");
        pause(&mut desk, 2 * MINUTE).hides("王新来").hides("1380").hides("140999");
        insta::assert_snapshot!(format!("locked_{}", lang.key()), desk.page);
        assert!(desk.desk.draft("enrol").unwrap().is_some(), "kept, should the power fail now");
        desk.keys("F8 Enter 314158").hides("王新来");
        desk.keys("314159").shows("王新来");
        let after = desk.page.lines().skip(1).take(20).collect::<Vec<_>>().join("\n");
        assert_eq!((after, desk.marks.caret), (before, caret), "exactly there");
        desk.keys("0000001").shows("13800000001");
    }
}

#[test]
fn the_lock_covers_the_page_of_a_file_that_cannot_be_read() {
    for lang in Lang::ALL {
        let mut desk = at_work(lang);
        desk.go(Route::Enrol(EnrolWanted::default())).keys("Enter 王新来");
        let file = rusqlite::Connection::open(desk.folder.path().join("data/baodao.db")).unwrap();
        file.execute_batch("ALTER TABLE credential RENAME TO elsewhere").unwrap();
        pause(&mut desk, 11 * MINUTE).hides("王新来").shows("! ");
        desk.keys("314159").hides("王新来");
        file.execute_batch("ALTER TABLE elsewhere RENAME TO credential").unwrap();
        desk.keys("Enter 314159").shows("王新来");
    }
}

#[test]
fn keys_that_come_too_late_are_for_nobody() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted::default()));
    // the machine slept: the first key comes before the clock rang
    desk.now += 30 * MINUTE;
    desk.keys("王新来").hides("王新来").shows("已锁屏");
    desk.keys("314159").hides("王新来").caret_in("身份证号");
}

#[test]
fn another_may_come_in_at_the_lock_and_the_first_finds_their_form() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::Enrol(EnrolWanted::default())).keys("Enter 王新来");
    desk.keys("F9 锁屏 Enter").shows("已锁屏").shows("王芳（前台）的口令").hides("王新来");
    desk.keys("Ctrl+O 2 271828").shows("现在由 赵校长（负责人）操作；王芳 没写完的留着");
    desk.keys("F9 锁屏 Enter Esc 1 314159").shows("王新来");
    desk.keys("F9 锁屏 Enter Ctrl+Q");
    assert!(desk.shell.ended(), "in order, also from the cover");
    assert!(desk.desk.draft("enrol").unwrap().is_some());
}

#[test]
fn a_question_that_was_open_is_open_again() {
    let mut desk = at_work(Lang::Zh);
    desk.keys("F9 备").shows("现在做一份备份");
    pause(&mut desk, 11 * MINUTE).hides("备份");
    desk.keys("314159").shows("现在做一份备份");
}

#[test]
fn an_open_centre_neither_locks_nor_asks() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        desk.add_operator(&draft("李师傅", Role::Instructor, None)).unwrap();
    });
    pause(&mut desk, 60 * MINUTE).shows("今日");
    desk.keys("F9 锁屏 Enter").shows("! 没有设口令，锁不了屏：到“操作员”里设");
    desk.keys("Ctrl+O 2").shows("现在由 李师傅（教师）操作");
    assert_eq!((desk.desk.operator(), desk.audit().len()), ("李师傅", 2));
}

#[test]
fn the_head_says_how_long_a_pause_may_be() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("Esc 2 271828").go(Route::Settings);
    desk.hides("操作员 王芳");
    desk.keys("Down Down").caret_in("闲置锁屏");
    desk.keys("999 Enter").shows("! 写 0 到 240 的整数");
    desk.keys("Up 2 F8").shows("设置已保存");
    pause(&mut desk, 3 * MINUTE).shows("已锁屏");
    desk.keys("271828 Backspace 0 F8").shows("设置已保存");
    pause(&mut desk, 300 * MINUTE).shows("闲置锁屏");
}

#[test]
fn rights_are_refused_in_words_where_they_matter() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("Esc 3 141421").go(Route::Settings);
    desk.keys("Up Up Up 新校 F8").shows("! 教师不能改设置、管操作员、恢复备份，请负责人来做。").shows("新校");
    let mut desk = guarded(Lang::En, 80, 24);
    desk.keys("Esc 4").go(Route::OperatorForm(None));
    desk.shows("! Settings, operators, restoring: only head of centre; you are auditor.");
}

/// Whoever may not keep records sees no whole number of anybody, by whatever way they come, and nobody fills a form
/// that their role cannot save.
#[test]
fn records_and_forms_are_refused_before_they_open() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    let class = desk.desk.classes(9).unwrap()[0].id;
    let seat = desk.desk.class_view(class).unwrap().enrolments[0].clone();
    let session = desk.desk.sessions(class).unwrap()[0].id;
    let record = Route::Enrol(EnrolWanted { person: Some(seat.trainee), ..EnrolWanted::default() });
    let refused = "! 教师不能办报名和学员资料，请前台、负责人来做。";
    desk.keys("Esc 3 141421");
    desk.go(record.clone()).shows(refused).hides(&seat.id_number);
    desk.go(Route::Card(seat.trainee)).keys("F2").shows(refused).hides(&seat.id_number);
    desk.go(Route::Search("王建国".into())).keys("Enter").shows(refused).hides(&seat.id_number);
    desk.go(Route::Class(class)).keys("Tab F2").shows(refused).hides(&seat.id_number);
    desk.scan(&seat.id_number).shows(refused);
    desk.go(Route::Enrol(EnrolWanted::default())).shows(refused);
    desk.go(Route::Session(class, SessionWanted::New)).shows("! 教师不能改班次和课表");
    desk.go(Route::Depart(class, seat.id, DepartureKind::Left)).shows(refused);
    desk.keys("Tab Del").shows("! 教师不能改班次和课表");
    desk.go(Route::RollCall(session)).shows("第 1 / 5 人");
    desk.keys("Ctrl+O 4").go(record).shows("! 稽核不能办报名和学员资料");
    desk.go(Route::RollCall(session)).shows("! 稽核不能点名");
    desk.keys("Ctrl+O 1 314159").go(Route::OperatorForm(None)).shows("! 前台不能改设置");
    desk.is_sound();
}

#[test]
fn an_instructor_exports_their_own_class_only() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        class(desk, "QZ-01");
        let other = ClassDraft {
            code: "KD-01".into(),
            course: "2022/4-02-07-08/5".into(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            instructor: "王师傅".into(),
            ..ClassDraft::default()
        };
        desk.add_class(&other).unwrap();
        guard(desk);
    })
    .restarted("2026-09-07 08:47");
    let [own, other] = ["QZ-01", "KD-01"].map(|code| desk.desk.class_named(code).unwrap().id);
    desk.keys("Esc 3 141421");
    desk.go(Route::Export(Some(other))).shows("! 教师不能导出别人的班");
    desk.go(Route::Export(Some(own))).shows("QZ-01");
    desk.keys("Up F4").hides("KD-01");
    desk.keys("Esc Ctrl+O 4").go(Route::Export(Some(other))).shows("KD-01 > 导出");
}

#[test]
fn who_is_here_stands_in_the_first_row() {
    let mut desk = at_work(Lang::Zh);
    assert!(desk.go(Route::Courses).line(0).ends_with("· 王芳"), "{}", desk.line(0));
    desk.go(Route::Today);
    assert_eq!(desk.line(0).matches("王芳").count(), 1, "{}", desk.line(0));
    let mut open = TestDesk::new(Lang::Zh);
    assert!(!open.go(Route::Courses).line(0).contains("王芳"));
}

#[test]
fn the_list_is_picked_by_mouse_too() {
    use baodao::ui::input::{Mouse, MouseAct};
    let mut desk = at_work(Lang::Zh);
    desk.keys("Ctrl+O");
    let row = desk.page.lines().position(|line| line.contains("4  钱会计")).unwrap();
    let (x, y) = (20, u16::try_from(row).unwrap());
    desk.input(&Input::Mouse(Mouse { x, y, act: MouseAct::Click }));
    desk.shows("现在由 钱会计（稽核）操作");
}

/// Looks and language are whose eyes they are; the rest of the page is the head's.
#[test]
fn looks_are_for_everybody() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::Settings).caret_in("语言").shows("语言、外观、线条谁都可以改");
    desk.keys("Down Down F4 Down Enter F8").shows("设置已保存");
    assert_eq!(desk.audit().last().unwrap(), "change-looks");
    desk.keys("Ctrl+Z").shows("已撤销：改显示");
    desk.keys("Up Up Up Up Up 新校 F8").shows("! 前台不能改设置、管操作员、恢复备份");
    desk.is_sound();
}

#[test]
fn a_pin_typed_on_lands_in_no_name() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    desk.keys("Esc 2 271828").go(Route::OperatorForm(None));
    desk.keys("271829").shows("! 姓名里不写数字").hides("271829");
    desk.keys("周师傅 Enter 教师 Enter").shows("! 没有班次写着教师“周师傅”");
    desk.keys("2718299 Tab").caret_in("再输一次");
    desk.keys("27182999 Tab").caret_in("再输一次");
    desk.keys("F8").shows("已添加 周师傅");
}

#[test]
fn whoever_stands_at_the_door_is_told_how_to_get_in() {
    for lang in Lang::ALL {
        let mut desk = guarded(lang, 80, 24);
        desk.keys("F1");
        insta::assert_snapshot!(format!("sign_in_help_{}", lang.key()), desk.page);
        desk.keys("F1 Esc F1");
        insta::assert_snapshot!(format!("sign_in_list_help_{}", lang.key()), desk.page);
    }
}

#[test]
fn only_what_is_half_typed_is_said_to_be_kept() {
    let mut desk = at_work(Lang::Zh);
    desk.go(Route::Courses).keys("Ctrl+O 3 141421").shows("现在由 李师傅（教师）操作").hides("没写完的");
}

#[test]
fn a_backspace_too_many_never_leads_to_the_list() {
    let mut desk = guarded(Lang::Zh, 80, 24);
    // a wrong digit taken back, and once more; the PIN is still a PIN
    desk.keys("9 Backspace Backspace 314159").shows("王芳").hides("31415");
    assert!(desk.line(0).contains("王芳"), "{}", desk.page);
}
