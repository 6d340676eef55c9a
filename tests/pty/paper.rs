//! The signed sheet against the screen, in the real program: its exceptions keyed, who differs, one mended.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;

#[test]
fn a_sheet_is_compared_and_one_mismatch_mended() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    desk.keys("* zs 5");
    desk.shows("已标记 赵拴 缺勤");
    desk.palette("核对签到表");
    desk.shows("应到 50   例外 0").shows("其余算已签名");
    // the sheet has nobody at 18 and everybody else
    desk.keys("ss 5");
    desk.shows("苏锁：纸上没签").shows("例外 1");
    desk.keys("F8");
    desk.shows("哪一张签到表");
    desk.keys("第1页 Enter");
    desk.shows("相符 48   不符 2").shows("没有改考勤").row("02  赵拴", "缺勤").row("18  苏锁", "到");
    assert_eq!(centre.marks()[&2], MarkKind::Absent);
    desk.keys("Enter");
    desk.shows("赵拴 已照纸改为到").shows("不符 1");
    let marks = centre.marks();
    assert_eq!((marks[&2], marks[&18]), (MarkKind::Present, MarkKind::Present));
    // the roll says that the office spoke, and for what
    desk.keys("Esc");
    desk.shows("其余算已签名");
    desk.keys("Esc");
    desk.shows("未点 0");
    desk.keys("zs");
    desk.marked("赵拴", "到 ^");
    desk.keys("Ctrl+E");
    desk.shows("第1页").shows("缺勤");
    desk.keys("Esc");
    desk.hides("这节课的记录");
    assert!(desk.quit());
    centre.is_sound();
}
