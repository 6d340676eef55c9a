//! The audit: acts in words, what they changed, taking one back.

use crate::app::operators::guard;
use crate::desk::{TestDesk, class, seated};
use baodao::app::settings::Settings;
use baodao::domain::class::ClassDraft;
use baodao::domain::mark::Mark;
use baodao::domain::reader::Reader;
use baodao::text::Lang;
use baodao::ui::screen::Route;

fn busy(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::prepared(lang, columns, rows, |desk| {
        let id = class(desk, "QZ-01");
        seated(desk, id, 3);
        let row = desk.class(id).unwrap();
        let draft = ClassDraft {
            code: "QZ-01".into(),
            course: row.course.0.clone(),
            start: "2026-09-07".into(),
            end: "2026-09-18".into(),
            hours: "80".into(),
            capacity: "40".into(),
            place: "二号教室".into(),
            instructor: "李师傅".into(),
        };
        desk.change_class(id, row.version, &draft, "换教室").unwrap();
        let settings = desk.settings().unwrap();
        desk.change_settings(&Settings { lang: "zh".into(), operator: "王芳".into(), ..settings }).unwrap();
    });
    desk.go(Route::Audit);
    desk
}

#[test]
fn pages_look_right() {
    for (lang, columns, rows) in
        [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)]
    {
        let mut desk = busy(lang, columns, rows);
        insta::assert_snapshot!(format!("audit_{}_{columns}", lang.key()), desk.page);
        desk.keys("Down Enter");
        insta::assert_snapshot!(format!("audit_change_{}_{columns}", lang.key()), desk.page);
    }
}

#[test]
fn the_newest_act_stands_first() {
    let desk = busy(Lang::Zh, 80, 24);
    let at = |words: &str| desk.page.find(words).unwrap_or_else(|| panic!("{words} in\n{}", desk.page));
    assert!(
        at("改显示") < at("改班次 QZ-01")
            && at("改班次") < at("报名 赵拴柱")
            && at("报名") < at("建立数据文件")
    );
    desk.shows("王芳");
}

#[test]
fn a_change_is_told_before_and_after() {
    let mut desk = busy(Lang::Zh, 80, 24);
    desk.keys("Down Enter")
        .shows("记录 > 7")
        .shows("50 -> 40")
        .shows("一号教室 -> 二号教室")
        .hides("培训项目");
    desk.keys("Esc").shows("改显示");
    desk.keys("Esc").hides("做了什么");
}

#[test]
fn numbers_of_persons_are_masked_in_details() {
    let mut desk = busy(Lang::Zh, 80, 40);
    desk.keys("Down Down Enter")
        .shows("赵拴柱")
        .shows("140999********")
        .shows("138****0003")
        .shows("QZ-01")
        .shows("居民身份证");
    desk.hides("13800000003").hides("returnee");
}

#[test]
fn long_details_can_be_read_to_the_end() {
    let mut desk = busy(Lang::Zh, 80, 24);
    desk.keys("End Up Up Enter").shows("排课 QZ-01");
    let first = desk.page.clone();
    desk.keys("PgDn");
    assert_ne!(first, desk.page);
    desk.keys("End").shows("17:30");
}

#[test]
fn a_chosen_act_is_taken_back() {
    let mut desk = busy(Lang::Zh, 80, 24);
    desk.keys("Down Del").shows("撤销操作 7");
    desk.keys("Enter").hides("已撤销");
    desk.keys("Del F8").shows("已撤销：改班次 QZ-01").shows("撤销操作 7");
    desk.keys("Del").shows("现在不能撤销这一步");
    desk.is_sound();
}

#[test]
fn what_cannot_be_taken_back_says_why() {
    let mut desk = busy(Lang::Zh, 80, 24);
    desk.keys("End Del").shows("! 现在不能撤销这一步：这类操作不能撤销");
    // the class was changed after it was added
    desk.keys("Up Del F8").shows("不能撤销操作 2：之后的操作").shows("又改了同一处");
    busy(Lang::En, 80, 24).keys("End Del").shows("cannot be undone");
}

#[test]
fn more_acts_are_read_as_one_goes_down() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let settings = desk.settings().unwrap();
        for nth in 0..450 {
            desk.change_settings(&Settings { centre: format!("学校{nth}"), ..settings.clone() }).unwrap();
        }
    });
    desk.go(Route::Audit).shows("200 / 451 条");
    desk.keys("End").shows("400 / 451 条");
    desk.keys("End").shows("451 / 451 条");
    desk.keys("End").shows("建立数据文件");
}

#[test]
fn a_changed_setting_is_named_with_its_value() {
    busy(Lang::Zh, 80, 24).keys("Enter").shows("语言").shows("项目  语言");
}

#[test]
fn what_was_taken_back_is_named() {
    for (lang, undone, of_mark) in [
        (Lang::Zh, "撤销操作 8：改显示 语言", "撤销操作 10：点名 王建国 · QZ-01 09-07 08:30"),
        (
            Lang::En,
            "undo of act 8: display changed: language",
            "undo of act 10: mark: 王建国 · QZ-01 09-07 08:30",
        ),
    ] {
        let mut desk = busy(lang, 140, 40).restarted("2026-09-07 09:00");
        desk.go(Route::Audit).keys("Del F8").shows(undone);
        let class = desk.desk.classes(9).unwrap().remove(0);
        let session = desk.desk.sessions(class.id).unwrap()[0].id;
        let who = desk.desk.roll(session).unwrap().seats[0].enrolment.id;
        desk.desk.mark(session, &[who], Mark::Absent, "").unwrap();
        desk.keys("F5 Home Del F8").shows(of_mark);
        desk.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap();
        desk.keys("F5 Home Del F8");
        let told = desk.page.lines().find(|line| line.contains(" 13 ")).unwrap();
        assert!(!told.contains(['(', '（']), "an undo writes other rows than what it takes back: {told}");
    }
}

#[test]
fn a_setting_is_called_as_on_its_page() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, |desk| {
        let reader = Reader { bell: false, ..Reader::default() };
        desk.change_reader(&reader).unwrap();
    });
    desk.go(Route::Audit).shows("改设置 读卡设备").hides("reader");
}

#[test]
fn signing_in_is_left_out_until_asked_for() {
    let mut desk = TestDesk::prepared(Lang::Zh, 80, 24, guard).restarted("2026-09-07 08:47");
    desk.keys("Ctrl+O 2 271828").go(Route::Audit).shows("增加操作员").hides("登录 赵校长").shows("条未列");
    desk.keys("Space").shows("登录 赵校长").hides("条未列");
    desk.keys("Space").hides("登录 赵校长");
}

#[test]
fn an_undone_act_says_so_in_its_row() {
    for (lang, words) in [(Lang::Zh, "已被 9 撤销"), (Lang::En, "undone by 9")] {
        let mut desk = busy(lang, 80, 24);
        desk.desk.undo_last().unwrap();
        desk.keys("F5");
        let row = desk.page.lines().find(|line| line.contains(" 8  2026-09-07")).unwrap();
        assert!(row.contains(words), "{row}");
    }
}
