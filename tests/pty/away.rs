//! A desk that is left alone, in the real program: after the minutes of the settings the page is covered, and the PIN
//! brings back what was half typed.

use crate::alone;
use crate::centre::{Centre, HEAD};
use std::time::Duration;

/// The shortest that the settings take is one minute.
const A_MINUTE_AND_MORE: Duration = Duration::from_secs(100);

#[test]
fn a_desk_left_alone_is_covered_and_the_form_comes_back() {
    let alone = alone();
    let centre = Centre::new();
    centre.guard();
    let mut desk = centre.signed_in(&HEAD);
    desk.palette("设置");
    desk.shows("机构名称");
    desk.keys("Tab Tab");
    desk.caret_in("闲置锁屏");
    desk.keys("1 F8");
    desk.shows("设置已保存");
    desk.palette("报名");
    desk.shows("身份证号");
    desk.keys("Tab 王新来");
    desk.row("姓名", "王新来");
    // a minute in which nobody touches a key: the other flows go on meanwhile
    drop(alone);
    desk.shows_within(A_MINUTE_AND_MORE, "已锁屏").hides("王新来");
    let _alone = crate::alone();
    desk.keys("271828");
    desk.row("姓名", "王新来").caret_in("姓名");
    desk.keys("Ctrl+Q");
    desk.shows("再按 Ctrl+Q 退出");
    assert!(desk.quit());
    centre.is_sound();
}
