//! Settings: saving, faults, the region's name, languages, backups.

use crate::desk::TestDesk;
use baodao::text::Lang;
use baodao::ui::screen::Route;
use baodao::ui::theme::{Frame, Palette, Theme};

fn settings(lang: Lang, columns: u16, rows: u16) -> TestDesk {
    let mut desk = TestDesk::sized(lang, columns, rows);
    desk.go(Route::Settings);
    desk
}

/// The page without what differs from run to run: the folder.
fn steady(desk: &TestDesk) -> String {
    let folder = desk.folder.path().display().to_string();
    desk.page.replace(&folder, "FOLDER")
}

#[test]
fn pages_look_right() {
    for (lang, columns, rows) in
        [(Lang::Zh, 80, 24), (Lang::En, 80, 24), (Lang::Zh, 140, 40), (Lang::En, 140, 40)]
    {
        let desk = settings(lang, columns, rows);
        insta::assert_snapshot!(format!("settings_{}_{columns}", lang.key()), steady(&desk));
    }
}

#[test]
fn the_region_is_named() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.caret_in("机构名称").shows("山西省忻州市忻府区");
    desk.keys("Down 140999").shows("区划表里没有，可以照用");
    desk.keys("Backspace Enter").shows("! 行政区划代码应为六位数字");
    desk.keys("F8").shows("! 还有 1 处要改").caret_in("行政区划");
    settings(Lang::En, 80, 24).shows("Xinfu District, Xinzhou City, Shanxi Province");
}

#[test]
fn settings_are_saved_and_taken_back() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("F8").shows("! 没有改动");
    desk.keys("Down Down 赵老师 F8").shows("设置已保存");
    assert_eq!((desk.desk.operator(), desk.audit().last().unwrap().as_str()), ("赵老师", "change-setting"));
    desk.keys("Down Ctrl+Z");
    assert_eq!(desk.desk.settings().unwrap().operator, "王芳", "one's own act, whatever the name");
}

#[test]
fn empty_names_are_refused_at_their_fields() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("Backspace Down Down Backspace F8")
        .shows("! 名称不能为空")
        .shows("! 还有 2 处要改")
        .caret_in("机构名称");
}

#[test]
fn a_language_is_spoken_at_once() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("Down Down Down Down F4 Eng Enter F8")
        .shows("The settings are saved")
        .shows("Baodao  Settings");
    assert_eq!(desk.desk.settings().unwrap().lang, "en");
    desk.keys("Up F4 中文 Enter F8").shows("设置已保存");
    desk.keys("Up F4 Sys Enter F8").shows("下次启动时随系统");
}

#[test]
fn a_backup_is_made_and_listed() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.shows("还没有备份。按 F6");
    desk.keys("F6").shows("已备份 baodao-20260907-082600-000001.db").shows("备份 1 份").shows("已核对");
}

#[test]
fn the_file_is_verified_in_words() {
    settings(Lang::Zh, 80, 24).keys("Ctrl+K").shows("数据完好：1 条操作");
    settings(Lang::En, 80, 24).keys("Ctrl+K").shows("The data is sound; checked one by one: acts 1");
}

#[test]
fn unsaved_text_is_not_lost_by_one_esc() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("新校 Esc").shows("再按 Esc 放弃").shows("新校");
    desk.keys("Esc").hides("新校");
}

#[test]
fn looks_take_effect_at_once_and_are_taken_back() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.shell.theme = Theme::dark().distrusting(false);
    desk.keys("Shift+Tab F4 画线 Enter F8").shows("设置已保存").shows("────");
    desk.keys("Shift+Tab F4 浅色 Enter F8");
    assert_eq!((desk.shell.theme.palette, desk.shell.theme.frame), (Palette::Light, Frame::Box));
    let kept = desk.desk.settings().unwrap();
    assert_eq!((kept.theme.as_str(), kept.lines.as_str()), ("light", "box"));
    desk.keys("Ctrl+Z Ctrl+Z").hides("────");
    assert_eq!(desk.shell.theme.palette, Palette::Dark);
    desk.go(Route::Audit).shows("外观").shows("线条");
}
