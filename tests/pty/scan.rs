//! A scanner on the real program: nothing is submitted by its keys.

use crate::alone;
use crate::centre::Centre;

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
