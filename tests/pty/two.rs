//! Two programs on one file: each shows what the other did without being asked.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::until;
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

#[test]
fn two_desks_that_type_on_lose_nothing() {
    let _alone = alone();
    let centre = Centre::new();
    let people = {
        let roll = centre.desk().roll(centre.running()).unwrap();
        roll.seats.into_iter().map(|seat| seat.enrolment.name).collect::<Vec<_>>()
    };
    let (mut one, mut other) = (centre.start(), centre.start());
    for desk in [&mut one, &mut other] {
        desk.shows("QZ-01");
        desk.keys(centre.to_roll());
        desk.shows("康辉");
    }
    // both type on without looking: odd seats here, even seats there, and the last five on both
    for pair in people.chunks(2) {
        one.keys(&format!("{}5", pair[0]));
        other.keys(&format!("{}4", pair[1]));
    }
    for name in &people[45..] {
        one.keys(&format!("{name}1"));
        other.keys(&format!("{name}1"));
    }
    // by the file: what a desk says of its last key fades while one waits for the other
    let lines = || centre.acts(100).iter().filter(|verb| *verb == "mark").count();
    until("a line for every key", || lines() == 50 + 10);
    for desk in [&one, &other] {
        desk.shows("未点 0").marked(&people[49], "到");
    }
    assert!(one.quit() && other.quit());
    let marks = centre.marks();
    for seat in 1..=50 {
        let wanted = match seat {
            46.. => MarkKind::Present,
            odd if odd % 2 == 1 => MarkKind::Absent,
            _ => MarkKind::Leave,
        };
        assert_eq!(marks[&seat], wanted, "seat {seat}");
    }
    assert_eq!(lines(), 50 + 10, "every key is a line of its own");
    centre.is_sound();
}
