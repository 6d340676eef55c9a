//! Finding somebody whose name was misheard, and what the card tells of them, in the real program.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_misheard_name_is_found_and_its_card_opened() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.ok(&["enrol", "--class", "KD-02", "--trainee", "赵拴"]);
    let mut desk = centre.start();
    desk.shows("今天的课");
    // heard right and written otherwise: the same sound, the hanzi that differs in brackets
    desk.keys("F3");
    desk.shows("可以这样找");
    desk.keys("赵栓");
    desk.shows("也许听错了").row("赵[拴]", "同音字");
    // misheard: z for zh, n for l
    desk.keys("F3");
    desk.hides("也许听错了");
    desk.keys("zaosuan");
    desk.row("赵拴", "140999********");
    desk.keys("Down Ctrl+R");
    // both classes began a fortnight ago: early in January that was another year
    let this_year = centre.day(0).get(..4) == centre.day(-14).get(..4);
    desk.shows("学员履历 > 赵拴")
        .shows(&format!("今年  参训 {} 期", if this_year { 2 } else { 0 }))
        .row("KD-02", "在训")
        .row("QZ-01", "在训");
    desk.shows("187****5345");
    desk.keys("Space");
    desk.shows("18745335345");
    desk.keys("Enter");
    desk.shows("学时 > ");
    assert!(desk.quit());
    assert_eq!(centre.acts(1), ["reveal-numbers"]);
    centre.is_sound();
}
