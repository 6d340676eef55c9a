//! Leave announced for days to come, in the real program: the rolls ahead have it, and "all present" leaves it alone.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;

#[test]
fn announced_leave_fills_the_rolls_ahead() {
    let _alone = alone();
    let centre = Centre::lasting();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("周表");
    desk.shows("考勤周表");
    desk.keys("ss");
    desk.shows("> 18 苏锁");
    desk.palette("提前请假");
    desk.shows("QZ-01 > 提前请假 > 苏锁").caret_in("从");
    // it begins with the next day that has a session still to come
    desk.shows(&format!("{}__", centre.day(1)));
    desk.keys("Tab Tab");
    desk.caret_in("到");
    desk.keys(&centre.day(2));
    desk.shows(&format!("{}__", centre.day(2)));
    desk.keys("Tab Tab Tab");
    desk.caret_in("事由");
    desk.keys("孩子住院");
    desk.shows("登记 2 节课：").shows(&centre.short_day(2)).shows("孩子住院");
    desk.keys("F8");
    desk.shows("苏锁 已提前请假 2 节课");
    for (day, kind) in
        [(0, MarkKind::NotTaken), (1, MarkKind::Leave), (2, MarkKind::Leave), (3, MarkKind::NotTaken)]
    {
        assert_eq!(centre.marks_on(day)[&18], kind, "{day}");
    }
    assert_eq!(centre.acts(1).len(), 1);
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：");
    assert!(desk.quit());
    assert_eq!(centre.marks_on(1)[&18], MarkKind::NotTaken);
    centre.is_sound();
}
