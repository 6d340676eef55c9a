//! Two programs on one file: each shows what the other did without being asked.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;

#[test]
fn two_desks_on_one_roll_see_each_other() {
    let _alone = alone();
    let centre = Centre::new();
    let (mut one, mut other) = (centre.start(), centre.start_in_english());
    for desk in [&mut one, &mut other] {
        desk.shows("QZ-01");
        desk.keys(centre.to_roll());
        desk.shows("康辉");
    }
    one.marked("赵拴", "未点");
    one.keys("zs 5");
    one.shows("已标记 赵拴 缺勤").marked("赵拴", "缺");
    other.marked("赵拴", "absent");
    other.keys("ss 4");
    other.shows("苏锁: sick leave").marked("苏锁", "leave");
    one.marked("苏锁", "假");
    one.keys("*");
    one.shows("48 人记为到");
    other.marked("康辉", "present *").shows("not taken 0");
    // what the other one wrote is replaced by one line more, and nothing is lost
    other.keys("zs 1");
    other.shows("赵拴: present");
    one.marked("赵拴", "到").marked("苏锁", "假");
    assert!(one.quit() && other.quit());
    let marks = centre.marks();
    assert_eq!((marks[&2], marks[&18], marks.len()), (MarkKind::Present, MarkKind::Leave, 50));
    let acts = centre.ok(&["audit", "--limit", "4"]);
    let verbs: Vec<&str> = acts.as_array().unwrap().iter().map(|act| act["verb"].as_str().unwrap()).collect();
    assert_eq!(verbs, ["mark", "mark-all", "mark", "mark"]);
    centre.is_sound();
}
