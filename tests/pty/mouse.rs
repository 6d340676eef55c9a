//! The mouse in a real terminal: a click on the bar, on a row, on a verb of the list.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_roll_is_taken_with_the_mouse_alone() {
    let _alone = alone();
    let centre = Centre::lasting();
    let desk = centre.start();
    desk.shows("今天的课");
    desk.click("F9 更多");
    desk.shows("打字筛选");
    desk.click("考勤周表");
    desk.hides("打字筛选").shows("> 01 康辉");
    desk.click("回车 点名");
    desk.shows("未点 50");
    desk.click("赵拴");
    desk.shows("> 02  赵拴");
    desk.click("5 缺");
    desk.shows("已标记 赵拴 缺勤").marked("赵拴", "缺");
    desk.click("* 未点全到  1");
    desk.shows("49 人记为到").shows("未点 0");
    assert!(desk.quit());
    centre.is_sound();
}
