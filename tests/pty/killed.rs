//! `kill -9` at any moment: whatever the screen had said is on file.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;
use std::collections::HashMap;

/// Marks by their key, in a sequence that never sets the same one twice in a row for a seat.
const KINDS: [(char, &str, MarkKind); 3] =
    [('5', "缺勤", MarkKind::Absent), ('1', "到", MarkKind::Present), ('4', "病假", MarkKind::Leave)];

/// How many marks are waited for in a round, and how many more keys are under way when the program dies.
const ROUNDS: [(usize, usize); 10] =
    [(1, 0), (0, 1), (3, 1), (0, 3), (2, 2), (4, 0), (1, 5), (0, 2), (2, 1), (1, 3)];

#[test]
fn what_the_screen_said_is_on_file_after_kill_9() {
    let _alone = alone();
    let centre = Centre::new();
    let people = {
        let roll = centre.desk().roll(centre.running()).unwrap();
        roll.seats.into_iter().map(|seat| (seat.enrolment.seat, seat.enrolment.name)).collect::<Vec<_>>()
    };
    let mut said: HashMap<u32, MarkKind> = HashMap::new();
    let mut nth = 0;
    for (waited, under_way) in ROUNDS {
        let mut desk = centre.start();
        desk.shows("QZ-01");
        desk.keys(centre.to_roll());
        desk.shows("康辉");
        let mut unsaid = Vec::new();
        for step in 0..waited + under_way {
            let (seat, name) = &people[nth * 7 % people.len()];
            let (key, word, kind) = KINDS[nth % KINDS.len()];
            nth += 1;
            desk.keys(&format!("{name}{key}"));
            if step < waited {
                desk.shows(&format!("已标记 {name} {word}"));
                said.insert(*seat, kind);
            } else {
                unsaid.push(*seat);
            }
        }
        desk.kill();
        centre.is_sound();
        let marks = centre.marks();
        for (seat, kind) in said.iter().filter(|(seat, _)| !unsaid.contains(seat)) {
            assert_eq!(marks[seat], *kind, "seat {seat} after {nth} keys");
        }
    }
    let mut desk = centre.start();
    desk.shows("QZ-01");
    desk.keys(centre.to_roll());
    desk.shows("康辉");
    assert!(desk.quit());
}
