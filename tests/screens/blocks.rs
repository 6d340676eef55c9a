//! Several people of the roll at once.

use super::roll::{count, late, mark, now, roll_at};
use baodao::domain::mark::{Mark, MarkKind};
use baodao::text::Lang;

#[test]
fn a_block_is_set_by_one_digit_and_taken_back_by_one_key() {
    let (mut desk, session) = now();
    desk.keys(".03 F6 Down Down Down").shows("选中 03-06 共 4 人  未点 4");
    desk.keys("5").shows("4 人一起标为 缺").hides("选中 03");
    for seat in 3..=6 {
        assert_eq!(mark(&desk, session, seat), Some(Mark::Absent), "{seat}");
    }
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 8);
    assert_eq!(desk.audit().last().map(String::as_str), Some("mark-block"));
    desk.keys("Ctrl+Z");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    // upwards, by finding, by mouse; given up in two ways
    desk.keys("End F6 Up Up 4").shows("3 人一起标为 假");
    desk.keys(".01 F6 lgb Esc").shows("选中 01-07 共 7 人");
    desk.keys("Esc").hides("选中");
    desk.keys("F6").shows("选中 07-07 共 1 人");
    desk.keys("F6").hides("选中");
    desk.keys("F6 *").shows("正在选一段");
    desk.keys("Esc");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 9);
    desk.is_sound();
}

#[test]
fn a_late_block_keeps_the_minutes_that_stand() {
    let (mut desk, session) = now();
    desk.keys(".02 Enter 到 Enter 5 F8 .01 F6 Down Down 2").shows("2 人一起标为 迟");
    assert_eq!(
        (late(&desk, session, 1), late(&desk, session, 2), late(&desk, session, 3)),
        ((17, 0), (5, 0), (17, 0))
    );
    // all of them are late now: the minutes are asked once for all
    desk.keys(".01 F6 Down Down 2").shows("3 人 迟到多少分钟");
    desk.keys("20 Enter");
    assert_eq!(late(&desk, session, 2), (20, 0));
    let (mut desk, session) = roll_at(Lang::Zh, 80, 24, "2026-09-09 09:00", 0);
    desk.keys("F6 Down 5").shows("写明原因");
    desk.keys("补签到表 Enter").shows("2 人一起标为 缺");
    assert_eq!(mark(&desk, session, 2), Some(Mark::Absent));
    desk.is_sound();
}
