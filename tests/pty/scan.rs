//! A scanner on the real program: nothing is submitted by its keys, and what a slow one did is taken back.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::{Terminal, now};
use baodao::domain::mark::MarkKind;
use std::time::Duration;

/// Keys of a reader come so far apart: more than the station takes for a scan, far less than between keys of a hand.
const SLOW: Duration = Duration::from_millis(100);

#[test]
fn a_scan_on_the_front_page_opens_the_person_and_submits_nothing() {
    let _alone = alone();
    let centre = Centre::new();
    centre.is_patient();
    let roll = centre.desk().roll(centre.running()).unwrap();
    let acts = || centre.desk().acts(None, 1000).unwrap().len();
    let (before, mut desk) = (acts(), centre.start());
    desk.shows("今天的课");
    for seat in &roll.seats[..3] {
        desk.device(&format!("{}\r", seat.enrolment.id_number));
        desk.shows(&seat.enrolment.name).caret_in("手机号码").shows("F4 选班次");
        desk.keys("Esc");
        desk.shows("今天的课");
    }
    // on the roll it finds: no digit of it marks
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    let seat = &roll.seats[16];
    desk.device(&format!("{}\r", seat.enrolment.id_number));
    desk.shows(&format!("扫到 {}", seat.enrolment.name)).shows("未点 50");
    assert!(desk.quit());
    assert_eq!(acts(), before);
    centre.is_sound();
}

/// Types as a reader does that is slower than its station.
fn types_slowly(desk: &mut Terminal, text: &str) {
    let mut newest = now();
    for key in text.chars() {
        while newest.elapsed() < SLOW {
            std::thread::park_timeout(SLOW.saturating_sub(newest.elapsed()));
        }
        newest = now();
        desk.device(&key.to_string());
    }
}

#[test]
fn a_reader_slower_than_its_station_marks_nobody() {
    let _alone = alone();
    // a busy machine may pull its keys apart as far as those of a hand; hardly three times in a row
    assert!((0..3).any(|_| is_slow_reader_noticed()));
}

fn is_slow_reader_noticed() -> bool {
    let centre = Centre::new();
    let number = centre.desk().roll(centre.running()).unwrap().seats[0].enrolment.id_number.clone();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50").shows("> 01  康辉");
    types_slowly(&mut desk, &number);
    let (typed, said) = (now(), "处已撤销");
    while !desk.page().contains(said) {
        if typed.elapsed() > Duration::from_secs(5) {
            return false;
        }
        std::thread::park_timeout(Duration::from_millis(20));
    }
    desk.keys("Enter");
    desk.shows("读卡器打得慢，数字成了按键：误记 ").shows("未点 50").marked("康辉", "未点");
    assert!(desk.quit());
    assert!(centre.marks().values().all(|kind| *kind == MarkKind::NotTaken));
    assert_eq!(centre.acts(2), ["undo", "undo"]);
    centre.is_sound();
    true
}
