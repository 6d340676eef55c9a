//! Settings: saving, faults, the region's name, languages, backups.

use crate::desk::{TestDesk, opened};
use baodao::app::{Desk, Opened};
use baodao::text::Lang;
use baodao::ui::input::{Input, Mouse, MouseAct};
use baodao::ui::screen::Route;
use baodao::ui::theme::{Frame, Palette, Theme};
use baodao::ui::width::width;

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
    desk.caret_in("机构名称").shows("山西省忻州市忻府区").shows("140902");
    desk.keys("Down 140999").shows("140999  区划表里没有，可以照用");
    desk.keys("Enter").shows("区划表里没有，可以照用").caret_in("操作员");
    desk.keys("F8").shows("设置已保存");
    assert_eq!(desk.desk.settings().unwrap().region, "140999");
    desk.keys("Up Backspace Enter").shows("! 行政区划代码应为六位数字");
    desk.keys("F8").shows("! 还有 1 处要改").caret_in("行政区划");
    settings(Lang::En, 80, 24).shows("Xinfu District, Xinzhou City, Shanxi Province");
}

#[test]
fn a_region_is_found_by_pinyin_hanzi_or_code() {
    for typed in ["gzpy", "panyu", "番禺", "440113", "广州py"] {
        let mut desk = settings(Lang::Zh, 80, 24);
        desk.keys(&format!("Down {typed}")).shows("广东省广州市番禺区");
        if typed == "panyu" {
            desk.shows("广东省广州市番禺县").shows("停用 1992，今 番禺区");
            insta::assert_snapshot!("settings_region_typed_zh", desk.page);
        }
        desk.keys("Enter").caret_in("操作员").shows("广东省广州市番禺区").shows("440113");
    }
    let mut desk = settings(Lang::En, 80, 24);
    desk.keys("Down panyu").shows("retired 1992");
    insta::assert_snapshot!("settings_region_typed_en", desk.page);
    // a retired code can be looked at and taken
    desk.keys("Up").shows("440126");
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("Down qqqq").shows("没有符合的");
    desk.keys("Enter Esc").caret_in("行政区划");
}

#[test]
fn a_region_is_gone_down_to_in_columns() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("Down F4").shows("> 忻府区").shows("偏关县");
    insta::assert_snapshot!("settings_region_columns_zh", desk.page);
    desk.keys("Down Enter").shows("山西省忻州市定襄县").caret_in("操作员");
    desk.keys("Up F4 Left Left Down Right Right Enter").shows("内蒙古自治区呼和浩特市新城区");
    // what was typed is deleted again: back to the columns
    desk.keys("Up F4 x Backspace Left Enter").shows("内蒙古自治区呼和浩特市");
    desk.keys("Up F4 Up Esc").shows("内蒙古自治区呼和浩特市").caret_in("行政区划");
    let mut desk = settings(Lang::En, 100, 30);
    desk.keys("Down F4").shows("Xinfu District, Xinzhou City, Shanxi Province");
    insta::assert_snapshot!("settings_region_columns_en", desk.page);
}

#[test]
fn a_region_is_clicked_on() {
    let mut desk = settings(Lang::Zh, 80, 24);
    desk.keys("Down F4");
    click_on(&mut desk, "河北省", MouseAct::Click).shows("石家庄市");
    click_on(&mut desk, "唐山市", MouseAct::Click).shows("路南区");
    click_on(&mut desk, "路北区", MouseAct::DoubleClick).caret_in("操作员").shows("河北省唐山市路北区");
    desk.keys("Up zj");
    click_on(&mut desk, "浙江省  ", MouseAct::DoubleClick).caret_in("操作员").shows("330000");
}

/// Where these words are drawn first.
fn click_on<'d>(desk: &'d mut TestDesk, words: &str, act: MouseAct) -> &'d mut TestDesk {
    let found = desk.page.lines().enumerate().find_map(|(y, line)| Some((y, line.split_once(words)?.0)));
    let (y, before) = found.unwrap_or_else(|| panic!("no {words:?} in\n{}", desk.page));
    let (x, y) = (u16::try_from(width(before)).unwrap(), u16::try_from(y).unwrap());
    desk.input(&Input::Mouse(Mouse { x, y, act }));
    desk
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
    desk.keys("Up F4 随系统 Enter F8").shows("下次启动时随系统");
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

/// Nobody gave a name yet: every page says the role in its language, and keeps the key.
#[test]
fn an_operator_without_a_name_is_called_by_the_role() {
    for (lang, role) in [(Lang::Zh, "前台"), (Lang::En, "front desk")] {
        let mut desk = TestDesk::new(lang);
        desk.desk.act_as("desk");
        let settings =
            baodao::app::settings::Settings { operator: "desk".into(), ..desk.desk.settings().unwrap() };
        desk.desk.change_settings(&settings).unwrap();
        for route in [Route::Audit, Route::Settings, Route::Operators, Route::Today] {
            desk.go(route).shows(role);
        }
        desk.go(Route::Settings).keys("育才 F8");
        assert_eq!((desk.desk.operator(), desk.desk.settings().unwrap().operator.as_str()), ("desk", "desk"));
        let typed = Opened { operator: Some(role.into()), ..opened("2026-09-07 08:30") };
        let again = Desk::open(&desk.folder.path().join("data"), typed).unwrap();
        assert_eq!(again.operator(), "desk", "the word as it was read");
    }
}
