//! A scanner on the real program: its keys arrive one by one or in one read, and nothing is submitted by them.

use crate::alone;
use crate::centre::Centre;
use std::time::Duration;

#[test]
fn a_scan_on_the_front_page_opens_the_person_and_submits_nothing() {
    let _alone = alone();
    let centre = Centre::new();
    let roll = centre.desk().roll(centre.running()).unwrap();
    let acts = || centre.desk().acts(None, 1000).unwrap().len();
    let (before, mut desk) = (acts(), centre.start());
    desk.shows("今天的课");
    // well below the patience of the decoder: a busy machine makes gaps longer
    for (seat, gap) in roll.seats.iter().zip([2, 8, 0]) {
        desk.device(&format!("{}\r", seat.enrolment.id_number), Duration::from_millis(gap));
        desk.shows(&seat.enrolment.name).caret_in("手机号码").shows("F4 选班次");
        desk.keys("Esc");
        desk.shows("今天的课");
    }
    // on the roll it finds: no digit of it marks
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    let seat = &roll.seats[16];
    desk.device(&format!("{}\r", seat.enrolment.id_number), Duration::from_millis(8));
    desk.shows(&format!("扫到 {}", seat.enrolment.name)).shows("未点 50");
    assert!(desk.quit());
    assert_eq!(acts(), before);
    centre.is_sound();
}
