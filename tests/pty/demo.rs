//! The invented centre in the real program: whatever day it is, a roll of today can be taken.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::Terminal;
use baodao::app::Clock;

/// When the first session of a day begins in the demo.
const FIRST_MINUTE: u16 = 8 * 60 + 30;

#[test]
fn a_roll_of_the_demo_is_taken() {
    let _alone = alone();
    let centre = Centre::demo();
    let mut desk = Terminal::start(&centre.data(), &[]);
    desk.shows("今天的课").shows("08:30-12:00");
    desk.keys("Enter");
    desk.shows("> 点名").shows("未点 50");
    // leave is taken also before a session begins
    desk.keys("4");
    desk.shows("病假").shows("未点 49");
    if Clock::System.now().time.minute() >= FIRST_MINUTE {
        desk.keys("*");
        desk.shows("49 人记为到").shows("未点 0");
    }
    assert!(desk.quit());
    centre.is_sound();
}
