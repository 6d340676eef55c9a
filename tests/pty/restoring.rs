//! Putting a copy back in the real program: the head sees first what would be lost, the day goes on, and the same page
//! takes it back.

use crate::alone;
use crate::centre::{Centre, HEAD};
use crate::terminal::Terminal;
use baodao::domain::mark::MarkKind;
use baodao::domain::operator::Pin;

/// The newest of these on the page of copies, seen before it is put back.
#[track_caller]
fn restores(desk: &mut Terminal, lost: &str) {
    desk.keys("Enter");
    desk.shows(lost).shows("现在的文件另存在旁边");
    desk.keys("F8");
    desk.shows("报到  登录");
    desk.keys("271828");
    desk.shows("现在由 赵校长（负责人）操作");
}

#[test]
fn the_head_puts_a_copy_back_and_takes_that_back() {
    let _alone = alone();
    let centre = Centre::new();
    centre.guard();
    let mut before = centre.desk();
    let head = before.operator_named(HEAD.name).unwrap();
    before.sign_in(&head, Some(&Pin::parse("271828").unwrap())).unwrap();
    // with a copy of today there the program makes none of its own, whose moment nobody knows
    before.backup(None).unwrap();
    drop(before);
    let mut desk = centre.signed_in(&HEAD);
    let marks = |desk: &mut Terminal, key: &str| {
        desk.palette("今日");
        desk.shows("今天的课");
        desk.keys(centre.to_roll());
        desk.shows("未点 50");
        desk.keys(&format!("zs {key}"));
        desk.shows("已标记 赵拴 ");
    };
    marks(&mut desk, "5");
    desk.palette("恢复");
    desk.shows("什么都不改");
    restores(&mut desk, "会丢失之后的 2 次操作，其中登录 1 次");
    assert_eq!(centre.marks()[&2], MarkKind::NotTaken);

    // the day goes on, and then it was the wrong copy
    marks(&mut desk, "4");
    desk.palette("恢复");
    desk.row("> ", "那次恢复之前的数据");
    restores(&mut desk, "换回 ");
    assert_eq!(centre.marks()[&2], MarkKind::Absent);
    assert!(desk.quit());
    assert_eq!(centre.acts(2), ["sign-in", "restore"]);
    centre.is_sound();
}
