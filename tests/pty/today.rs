//! What is due across the centre, in the real program: the most urgent first, and every line leads to where it is done.

use crate::alone;
use crate::centre::Centre;
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::domain::mark::Mark;
use baodao::domain::status::Status;

/// So many days ahead no table of holidays is known: that of a year comes out at the end of the one before.
const FAR: i64 = 730;

/// Two weeks of rolls that nobody took, people without a proof, one short of hours, a seat that is free while somebody
/// waits, a class that begins tomorrow and runs into a year whose holidays nobody knows.
fn with_much_to_do() -> Centre {
    let centre = Centre::lasting();
    for (code, from, to, seats) in [("DG-05", 0, 2, "1"), ("BM-07", 1, FAR, "30")] {
        let days = [centre.day(from), centre.day(to)];
        let add = ["class", "add", "--code", code, "--course", "2022/4-02-07-08/5", "--hours", "80"];
        centre.ok(&[&add[..], &["--start", &days[0], "--end", &days[1], "--capacity", seats]].concat());
    }
    centre.ok(&["enrol", "--class", "DG-05", "--trainee", "苏锁"]);
    centre.ok(&["enrol", "--class", "DG-05", "--trainee", "康辉", "--wait"]);
    centre.ok(&["leave-class", "--class", "DG-05", "--trainee", "苏锁"]);
    proves(&centre, "康辉");
    let mut desk = centre.desk();
    let class = desk.class_named("QZ-01").unwrap();
    let first = desk.sessions(class.id).unwrap()[0].id;
    let roll = desk.roll(first).unwrap();
    let absent = roll.seats.iter().find(|seat| seat.enrolment.name == "赵拴").unwrap().enrolment.id;
    desk.mark(first, &[absent], Mark::Absent, "补登").unwrap();
    // else the program makes the day's copy beside the first page
    centre.ok(&["backup"]);
    centre
}

/// The first on the roster shows a certificate for what they claimed.
fn proves(centre: &Centre, name: &str) {
    let mut desk = centre.desk();
    let id = desk.person_named(name).unwrap();
    let person = desk.person(id).unwrap();
    let status = Status { proof_kind: "village-certificate".into(), ..person.statuses[0].status.clone() };
    let draft = draft_of(&person.row.trainee);
    let registration = Registration {
        who: Who::Known { id, version: person.row.version, draft },
        statuses: vec![status],
        class: None,
        joined: None,
        category: String::new(),
    };
    desk.register(&registration).unwrap();
}

#[test]
fn what_is_due_is_told_by_urgency_and_each_line_leads_there() {
    let _alone = alone();
    let centre = with_much_to_do();
    let far = centre.day(FAR);
    let (year, _) = far.split_once('-').unwrap();
    let untaken = format!("14 节课没点完，最早 {}", centre.short_day(-14));
    let no_table = format!("{year} 年的节假日表还没有");
    let due = [
        untaken.as_str(),
        "49 人开班那天没有有效的类别证明",
        "有空座，候补的 1 人可以递补",
        "1 人须补课才够学时",
        "明天开班，已报 0/30 人，还没排课",
        &no_table,
        "可撤销：点名 赵拴",
        "，已校验，可用",
    ];
    let mut desk = centre.start();
    desk.shows("今天的课").row("QZ-01", &untaken);
    let page = desk.page();
    let places: Vec<_> = due.iter().map(|words| page.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{page}");

    // the list of the rolls, from the oldest
    desk.choose(due[0]);
    desk.keys("Enter");
    desk.shows("已开始、还有人未点的课").row("> ", &centre.short_day(-14));
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[0]);
    // the roster, at the first of those who lack a proof: whoever has one stands above
    desk.choose(due[1]);
    desk.keys("Enter");
    desk.shows("班次 > QZ-01").shows("[名单 50]").shows("! 49 人缺证明");
    desk.row("> ", "赵拴").row("赵拴", "! 缺开班时有效的证明");
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[1]);
    // the class with the free seat, where the one who waits is seated by a key
    desk.choose(due[2]);
    desk.keys("Enter");
    desk.shows("班次 > DG-05").shows("候补第一位 康辉");
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[2]);
    // the hours of the class, with who is short of them
    desk.choose(due[3]);
    desk.keys("Enter");
    desk.shows("QZ-01 > 学时").shows("须补课 1").row("赵拴", "须补 ");
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[3]);
    // the class that begins, still without a timetable
    desk.choose(due[4]);
    desk.keys("Enter");
    desk.shows("班次 > BM-07").shows("[课程表 0]");
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[4]);
    // the classes that run into the year
    desk.choose(due[5]);
    desk.keys("Enter");
    desk.shows("4 / 4 个班").row("BM-07", "未开班");
    desk.keys("Esc");
    desk.shows("今天的课").row("> ", due[5]);
    // what was done last is taken back, and what came of it is no longer due
    desk.choose(due[6]);
    desk.keys("Enter");
    desk.shows("撤销这一步：点名 赵拴");
    desk.keys("F8");
    desk.shows("已撤销：点名 赵拴").hides(due[3]);
    // another copy is made and told
    desk.choose(due[7]);
    desk.keys("Enter");
    desk.shows("已备份：").row("> ", due[7]);
    assert!(desk.quit());
    centre.is_sound();
}
