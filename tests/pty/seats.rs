//! A full class in the real program: somebody waits, somebody withdraws, the one who waited is seated, and taken back.

use crate::alone;
use crate::centre::Centre;
use serde_json::json;

#[test]
fn a_seat_goes_from_hand_to_hand_and_back() {
    let _alone = alone();
    let centre = Centre::new();
    let today = centre.desk().today();
    let days = [today.to_string(), today.succ_opt().unwrap().to_string()];
    let add = ["class", "add", "--code", "AA-01", "--course", "2022/4-02-07-08/5", "--hours", "80"];
    centre.ok(&[add.as_slice(), &["--start", &days[0], "--end", &days[1], "--capacity", "2"]].concat());
    for name in ["赵拴", "苏锁"] {
        centre.ok(&["enrol", "--class", "AA-01", "--trainee", name]);
    }
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys("F3");
    desk.shows("可以这样找");
    desk.keys("kh");
    desk.shows("康辉");
    desk.keys("Enter");
    desk.shows("F4 选班次");
    desk.keys("F4");
    desk.shows("AA-01").shows("已满");
    desk.keys("aa-01 Enter");
    desk.shows("! AA-01 已满：保存时选择排候补或超员");
    desk.keys("F8");
    desk.shows("排候补，第 1 位");
    desk.keys("Enter");
    desk.shows("已为康辉登记候补：AA-01 第 1 位");
    assert_eq!(centre.ok(&["class", "show", "AA-01"])["waiting"], 1);

    // on the class page somebody withdraws
    desk.keys("F9");
    desk.shows("命令");
    desk.keys("全部班次 Enter");
    desk.shows("筛选");
    desk.keys("aa Enter");
    desk.shows("班次 > AA-01").shows("已满，候补 1 人");
    desk.keys("Tab Del");
    desk.shows("1 号 赵拴 离班");
    desk.keys("Up F4");
    desk.shows("退学");
    desk.keys("退 Enter");
    desk.shows("1 号 赵拴 退学");
    desk.keys("F8");
    desk.shows("都要写明原因");
    desk.keys("外出务工 F8");
    desk.shows("赵拴 已退学；候补第一位 康辉，按 6 递补");

    // whoever would sit in two classes is asked about; undo twice and all is as it was
    desk.keys("6");
    desk.shows("入班后康辉两个班都在");
    desk.keys("F8");
    desk.shows("康辉 已递补入班：AA-01 3 号");
    let class = centre.ok(&["class", "show", "AA-01"]);
    assert_eq!((&class["seats"], &class["waiting"]), (&json!(2), &json!(0)));
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：递补入班 康辉").shows("空出名额，候补第一位 康辉");
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：退学 赵拴").shows("已满，候补 1 人");
    assert!(desk.quit());
    assert_eq!(centre.ok(&["waiting", "list", "--class", "AA-01"])[0]["name"], "康辉");
    centre.is_sound();
}
