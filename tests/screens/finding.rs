//! Finding somebody on the roll: letters, hanzi, seats, and scans that mark nobody.

use super::roll::{chosen, count, late, mark, now};
use crate::desk::person;
use baodao::domain::mark::{LeaveKind, Mark, MarkKind};

#[test]
fn initials_hanzi_and_full_pinyin_find() {
    let (mut desk, session) = now();
    for (typed, seat) in [("wjg", 1), ("尉迟", 4), ("mmtal", 8), ("艾力", 8), ("liugaibian", 7), ("cfy", 9)]
    {
        desk.keys(typed);
        assert!(chosen(&desk).starts_with(&format!("{seat:02}")), "{typed}\n{}", desk.page);
        desk.keys("Esc");
    }
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
}

#[test]
fn single_keys_and_a_burst_do_the_same() {
    for script in ["* w g l 5 . 0 7 2", "* wgl5 .072", "* wgl5.072", "＊ ｗｇｌ５ 。０７２"] {
        let (mut desk, session) = now();
        desk.keys(script);
        assert_eq!(mark(&desk, session, 11), Some(Mark::Absent), "{script}");
        assert_eq!(late(&desk, session, 7), (17, 0), "{script}");
        assert_eq!(count(&desk, session, MarkKind::Present), 10, "{script}");
    }
}

#[test]
fn several_who_match_are_shown_and_arrows_choose() {
    let (mut desk, session) = now();
    desk.keys("z w").shows("> 05 张伟").shows("06 张玮");
    assert!(chosen(&desk).starts_with("05"));
    desk.keys("Down").shows("> 06 张玮");
    desk.keys("5").hides("找人 zw");
    assert_eq!(mark(&desk, session, 6), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 5), None);
    desk.keys("z w Esc").hides("找人 z").shows("点名");
    desk.keys("q q 5").shows("什么也没有做");
    assert_eq!(count(&desk, session, MarkKind::Absent), 1);
}

#[test]
fn a_scan_marks_nobody() {
    let (mut desk, session) = now();
    let id = person(1).id_number;
    for gap in [0, 4, 30] {
        desk.keys("Home").device(&format!("{id}\n"), gap).shows("扫到 李秀兰").hides("迟到分钟");
        assert!(chosen(&desk).starts_with("02"));
        desk.now += std::time::Duration::from_secs(3);
    }
    for burst in ["6901234567892", "14099919920229", "1234567"] {
        desk.device(&format!("{burst}\n"), 8).shows("不是身份证号").hides("迟到分钟");
    }
    for burst in ["12345", "14099919920229", "zw123"] {
        desk.keys(burst).shows("没有标记任何人");
    }
    desk.device("110101199003070011\t", 8).shows("不在这节课的名单上");
    let number = desk.desk.roll(session).unwrap().seats[8].enrolment.number.to_string();
    desk.device(&format!("{number}\t"), 8).shows("扫到 陈福银");
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12);
    desk.keys("Up 5");
    assert_eq!(mark(&desk, session, 8), Some(Mark::Absent));
    desk.is_sound();
}

#[test]
fn fast_fingers_and_a_held_key_are_no_scan() {
    let (mut desk, session) = now();
    desk.device("lxl5zsz4wjg5", 4);
    assert_eq!(mark(&desk, session, 1), Some(Mark::Absent));
    assert_eq!(mark(&desk, session, 3), Some(Mark::Leave(LeaveKind::Sick)));
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12 - 3);
    desk.keys(".04").device("111", 33);
    assert_eq!(count(&desk, session, MarkKind::NotTaken), 12 - 6);
    desk.is_sound();
}
