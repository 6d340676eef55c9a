//! People who change class, leave and come again, in the real program: each is one act, and nothing of before is lost.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;
use serde_json::json;

/// The roster of a class, with the first person chosen.
fn to_roster(desk: &mut Terminal, code: &str) {
    desk.palette("全部班次");
    desk.shows("培训项目").caret_in("筛选");
    desk.keys(&format!("{code} Enter"));
    desk.shows(&format!("班次 > {code}"));
    desk.keys("Tab");
    desk.shows("[名单 ");
}

#[test]
fn somebody_is_transferred_in_one_act() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    to_roster(&mut desk, "QZ-01");
    desk.keys("5");
    desk.shows("1 号 康辉 转班").shows("转入班次");
    desk.keys("F4");
    desk.shows("KD-02 快递员");
    desk.keys("KD Enter");
    desk.shows("! 培训项目不同，学时不能互认").shows("已得的 0 学时留在 QZ-01");
    desk.keys("F8");
    desk.shows("康辉 已转班，KD-02 1 号").shows("[名单 49]").shows("离班 1");
    assert_eq!(centre.acts(1), ["transfer"]);
    assert_eq!(centre.ok(&["class", "show", "KD-02"])["seats"], json!(1));
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：").shows("[名单 50]");
    assert!(desk.quit());
    assert_eq!(centre.ok(&["class", "show", "KD-02"])["seats"], json!(0));
    centre.is_sound();
}

#[test]
fn somebody_leaves_and_rejoins_on_a_new_seat() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    to_roster(&mut desk, "QZ-01");
    desk.choose("赵拴");
    desk.keys("Del");
    desk.shows("2 号 赵拴 离班").shows("座号留空，考勤和学时都保留");
    desk.keys("F8");
    desk.shows("赵拴 已离班").shows("[名单 49]");

    // back again: found by two letters, warned of the former seat
    desk.keys("F3");
    desk.shows("可以这样找");
    desk.keys("zs");
    desk.shows("赵拴");
    desk.keys("Enter");
    desk.shows("F4 选班次").shows(&format!("{} 离班", centre.short_day(0)));
    desk.keys("F4");
    desk.shows("KD-02");
    desk.keys("QZ Enter");
    desk.shows("曾在本班 2 号").shows("再入班用新座号");
    desk.keys("F8");
    desk.shows("已为赵拴报名：QZ-01 座号 51");
    assert!(desk.quit());
    assert_eq!(centre.acts(2), ["enrol", "leave-class"]);
    assert_eq!(centre.ok(&["class", "show", "QZ-01"])["seats"], json!(50));
    centre.is_sound();
}
