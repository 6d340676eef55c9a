//! Taking a roll in the real program: names called one after the other, cards scanned at the door, a column pasted.

use crate::alone;
use crate::centre::Centre;
use baodao::domain::mark::MarkKind;

#[test]
fn names_are_called_and_the_roll_is_complete() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    desk.keys("F4");
    desk.shows("怎样点名");
    desk.choose("逐个点名");
    desk.keys("Enter");
    desk.shows("第 1 / 50 人");
    desk.keys("1");
    desk.shows("第 2 / 50 人").shows("未点 49");
    desk.keys("5");
    desk.shows("第 3 / 50 人").shows("缺 1");
    desk.keys("Space");
    desk.shows("第 4 / 50 人");
    desk.keys("Backspace");
    desk.shows("第 3 / 50 人");
    desk.keys("4");
    desk.shows("第 4 / 50 人").shows("假 1");
    desk.keys("Ctrl+Z");
    desk.shows("第 3 / 50 人").shows("假 0");
    desk.keys("*");
    desk.shows("都点到了").shows("点名完成 王芳");
    desk.keys("Esc");
    desk.hides("都点到了").shows("未点 0").shows("点名完成 王芳");
    assert!(desk.quit());
    let marks = centre.marks();
    assert_eq!(marks[&2], MarkKind::Absent);
    assert_eq!(marks.values().filter(|kind| **kind == MarkKind::Present).count(), 49);
    centre.is_sound();
}

#[test]
fn cards_are_scanned() {
    let _alone = alone();
    let centre = Centre::new();
    centre.is_patient();
    let seats = centre.desk().roll(centre.running()).unwrap().seats;
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    // on the page of the roll a card finds, and marks nobody
    for seat in &seats[..2] {
        desk.device(&format!("{}\r", seat.enrolment.number));
        desk.shows(&format!("扫到 {}", seat.enrolment.name)).shows("未点 50");
    }
    desk.keys("F4");
    desk.shows("怎样点名");
    desk.choose("扫码签到");
    desk.keys("Enter");
    desk.shows("身份证号或学员号").caret_in("扫码");
    for (nth, seat) in seats[..4].iter().enumerate() {
        let who = &seat.enrolment;
        let payload = if nth < 2 { who.id_number.clone() } else { who.number.to_string() };
        desk.device(&format!("{payload}\r"));
        desk.shows(&format!("刚到的 {} 人", nth + 1))
            .shows(&format!("座号 {:02}", who.seat))
            .caret_in("扫码");
    }
    // a scanner that sends no Enter
    desk.device(&seats[4].enrolment.id_number);
    desk.shows("刚到的 5 人");
    // one character misread
    let mut wrong = seats[5].enrolment.number.to_string();
    let last = if wrong.pop() == Some('1') { '2' } else { '1' };
    wrong.push(last);
    desk.device(&format!("{wrong}\r"));
    desk.shows("校验位也要对").shows(&wrong);
    desk.device("140999198001010015\r");
    desk.shows("没有这个号码的档案");
    assert!(desk.quit());
    let marks = centre.marks();
    assert_eq!(marks.values().filter(|kind| **kind != MarkKind::NotTaken).count(), 5);
    centre.is_sound();
}

#[test]
fn a_card_of_another_class_is_asked_about() {
    let _alone = alone();
    let centre = Centre::lasting();
    centre.is_patient();
    // who only sits in the other class
    centre.ok(&["enrol", "--class", "KD-02", "--trainee", "赵拴"]);
    centre.ok(&[
        "leave-class",
        "--class",
        "QZ-01",
        "--trainee",
        "赵拴",
        "--day",
        &centre.day(-1),
        "--reason",
        "转",
    ]);
    let card = centre.ok(&["find", "赵拴"])[0]["number"].as_str().unwrap().to_owned();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.palette("周表");
    desk.shows("考勤周表");
    desk.keys("Tab");
    desk.shows("哪个班");
    desk.keys("QZ Enter");
    desk.shows("QZ-01 > 考勤周表");
    desk.keys("Enter");
    desk.shows("未点 49");
    desk.keys("F4");
    desk.shows("怎样点名");
    desk.choose("扫码签到");
    desk.keys("Enter");
    desk.shows("身份证号或学员号").caret_in("扫码");
    desk.device(&format!("{card}\r"));
    desk.shows("不在这节课的名单上，没有标记").shows("回车 选怎么办");
    // an Enter right behind a scan is the scanner's; another key shows that a hand is at work
    desk.keys("End Enter");
    desk.shows("> 不记，接着扫");
    desk.choose("打开 KD-02 现在这节课的点名");
    desk.keys("Enter");
    desk.shows("KD-02 > 点名").shows("未点 1");
    assert!(desk.quit());
    assert_eq!(centre.acts(1), ["leave-class"]);
    centre.is_sound();
}

#[test]
fn a_pasted_column_is_seen_before_it_is_written() {
    let _alone = alone();
    let centre = Centre::new();
    let mut desk = centre.start();
    desk.shows("今天的课");
    desk.keys(centre.to_roll());
    desk.shows("未点 50");
    let mut column = vec!["到"; 50];
    column[1] = "缺";
    column[3] = "";
    desk.paste(&column);
    desk.shows("50 行，按名单顺序").shows("写入 49");
    assert!(centre.marks().values().all(|kind| *kind == MarkKind::NotTaken));
    desk.keys("F8");
    desk.shows("按贴进来的一列写入 49 人").shows("未点 1");
    desk.keys("Ctrl+Z");
    desk.shows("未点 50");
    assert!(desk.quit());
    centre.is_sound();
}
