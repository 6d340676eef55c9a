//! A page that learns how a card reader types, and one that shows which keys arrive, in the real program.

use crate::alone;
use crate::centre::Centre;

#[test]
fn the_format_of_a_reader_is_learnt_and_used() {
    let _alone = alone();
    let centre = Centre::new();
    centre.is_patient();
    let seats = centre.desk().roll(centre.running()).unwrap().seats;
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("读卡设备");
    desk.shows("还没有收到读卡").shows("刷身份证两三次");
    for (nth, seat) in seats[..2].iter().enumerate() {
        let who = &seat.enrolment;
        desk.device(&format!("{},汉,{}\r", who.name, who.id_number));
        desk.shows(&format!("收到 {} 次", nth + 1));
    }
    desk.row("第 1 段  姓名", "赵拴")
        .row("第 2 段  民族", "汉")
        .shows("第 3 段  身份证号")
        .shows("格式已填出");
    desk.keys("F8");
    desk.shows("已保存").hides("格式已填出");

    // from then on a card fills the form of somebody new: name, nation and number
    desk.palette("报名");
    desk.shows("身份证号");
    desk.device("王新来,汉,140999198001010015\r");
    desk.shows("1980-01-01").row("姓名", "王新来").row("民族", "汉族");
    desk.keys("Ctrl+Q");
    desk.shows("再按 Ctrl+Q 退出");
    assert!(desk.quit());
    centre.is_sound();
}

#[test]
fn the_key_test_shows_what_arrives_and_what_stands_in_for_the_rest() {
    let _alone = alone();
    let centre = Centre::empty();
    let mut desk = centre.start();
    desk.shows("报到  今日");
    desk.palette("按键测试");
    desk.shows("没到的键用右边的代替").shows("F4        F7 ").shows("F8        Ctrl+S ");
    for key in ["F4", "F8", "Ctrl+Z", "PgDn", "Shift+Tab"] {
        desk.keys(key);
        desk.shows(&format!("{key:<9} 已到"));
    }
    desk.keys("张");
    desk.shows("文字 张");
    assert!(desk.quit());
}
