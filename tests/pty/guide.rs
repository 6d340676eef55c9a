//! The guide in the real program: a second F1 leads there, and from each thing to the page where it is done.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_thing_of_the_guide_is_opened_and_gone_to() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = centre.start();
    desk.shows("报到  今日");
    desk.keys("F1");
    desk.shows("再按一次 F1");
    desk.keys("F1");
    desk.shows("上下键选一件事，回车就去做").shows("> 有人来报名").shows("屏幕或按键不对");
    desk.choose("开一个新班");
    desk.shows("> 开一个新班").shows("选培训项目");
    desk.keys("Enter");
    desk.shows("报到  培训项目").caret_in("筛选");
    // back where it was read
    desk.keys("Esc");
    desk.shows("> 开一个新班");
    assert!(desk.quit());
}
