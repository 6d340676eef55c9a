//! A lesson lost and held on another day, in the real program: cancelled with a reason, made up for, both seen to name
//! each other, taken back.

use crate::alone;
use crate::centre::Centre;

#[test]
fn a_lost_lesson_is_made_up_for() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys("F9");
    desk.shows("命令");
    desk.keys("班次 Enter");
    desk.shows("培训项目").caret_in("筛选");
    desk.keys("QZ Enter");
    desk.shows("[课程表 4]").shows("排课 64 / 应 62 学时");
    desk.keys("Del");
    desk.shows("停课原因：");
    desk.keys("停电 Enter");
    desk.shows("已停课：").shows("停课：停电").shows("待补 ").shows("8 补课");
    // the form is ready as it opens: time, kind, instructor and room of the lost lesson, on the first free day
    desk.keys("8");
    desk.shows("还要补 ").caret_in("日期");
    desk.keys("F8");
    desk.shows("已补 ").shows("[课程表 5]").shows("停课：停电，补于 ").hides("待补 ");
    let list = centre.ok(&["session", "list", "--class", "QZ-01"]);
    let sessions = list["sessions"].as_array().unwrap();
    let made = sessions.iter().find(|session| !session["makes_up"].is_null()).unwrap();
    let lost = sessions.iter().find(|session| session["session"] == made["makes_up"]).unwrap();
    assert_eq!((&lost["cancelled"], &lost["made_up_by"][0]), (&"停电".into(), &made["session"]));
    assert_eq!(list["to_make_up"], 0);
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：补课").shows("[课程表 4]").shows("待补 ").hides("补于 ");
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：取消课次").hides("停课：停电").hides("待补 ");
    assert!(desk.quit());
    centre.is_sound();
}
