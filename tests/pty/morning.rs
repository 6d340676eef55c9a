//! The morning of a front desk, key by key, in the real program: enrol, mark, explain an hour, hand in a roster,
//! take a step back, lose the power in the middle of a form and go on.

use crate::alone;
use crate::centre::Centre;
use crate::terminal::{Terminal, until};
use baodao::domain::id_number::IdNumber;
use baodao::domain::mark::MarkKind;
use baodao::sheet::read_xlsx;

/// An invented number, made right.
fn id_number(body: &str) -> String {
    let mut whole = "0123456789X".chars().map(|check| format!("{body}{check}"));
    whole.find(|id| IdNumber::parse(id).is_ok()).unwrap()
}

/// Seat, name and the two letters that fit nobody else on the roll.
fn found_by_two_letters(centre: &Centre, wanted: usize) -> Vec<(u32, String, String)> {
    let roll = centre.desk().roll(centre.running()).unwrap();
    let keys = |nth: usize| roll.seats[nth].enrolment.keys.split(' ');
    let hits = |typed: &str, whole: bool| {
        let fits = |key: &str| if whole { key == typed } else { key.starts_with(typed) };
        (0..roll.seats.len()).filter(|nth| keys(*nth).any(fits)).collect::<Vec<_>>()
    };
    let mut found = Vec::new();
    for (nth, seat) in roll.seats.iter().enumerate() {
        let letters = keys(nth).find(|key| (2..=3).contains(&key.len()) && key.is_ascii());
        let Some(typed) = letters.and_then(|letters| letters.get(..2)) else { continue };
        let whole = hits(typed, true);
        if whole == [nth] || (whole.is_empty() && hits(typed, false) == [nth]) {
            found.push((seat.enrolment.seat, seat.enrolment.name.clone(), typed.to_owned()));
        }
    }
    assert!(found.len() >= wanted, "{found:?}");
    found.truncate(wanted);
    found
}

#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn counted(what: &str, keys: usize, most: usize) {
    println!("{what}: {keys} keys");
    assert!(keys <= most, "{what} took {keys} keys, more than {most}");
}

/// The people in a written roster, as text.
#[track_caller]
fn written(centre: &Centre, people: usize) -> String {
    let rows = read_xlsx(&centre.data().join("exports/QZ-01-roster-default.xlsx")).unwrap().rows;
    let text = format!("{rows:?}");
    let roll = centre.desk().roll(centre.running()).unwrap();
    assert_eq!(roll.seats.len(), people);
    for seat in &roll.seats {
        assert!(text.contains(&seat.enrolment.name), "{}", seat.enrolment.name);
        assert!(text.contains(&seat.enrolment.id_number), "{}", seat.enrolment.name);
    }
    text
}

/// The power goes as soon as the file has the phone number that is being typed.
fn lose_power(centre: &Centre, desk: Terminal, phone: &str) {
    until("the draft with the phone number", || {
        let draft = centre.desk().draft("enrol").unwrap();
        draft.is_some_and(|draft| draft.fields.get("phone").is_some_and(|kept| kept == phone))
    });
    desk.kill();
    centre.is_sound();
}

#[test]
fn the_morning() {
    let _alone = alone();
    let centre = Centre::new();
    centre.is_patient();
    let exceptions = found_by_two_letters(&centre, 6);
    let mut desk = centre.start();
    desk.shows("今天的课").shows("QZ-01").shows("在册学员 50 人");

    // somebody new
    let id = id_number("14099919880303001");
    let mut keys = desk.keys("F6");
    desk.shows("第 1/").caret_in("身份证号");
    keys += desk.device(&format!("{id}\r"));
    desk.caret_in("姓名");
    keys += desk.keys("王新来 Enter 13800000021");
    desk.shows("13800000021").shows("1988-03-03");
    keys += desk.keys("F4");
    desk.shows("QZ-01 ").shows("KD-02");
    keys += desk.keys("qz Enter F8");
    desk.shows("已为王新来报名：QZ-01 座号 51");
    counted("a new trainee, 18 + 3 + 11 characters", keys, 42);

    // somebody who was here before, counted from the search box
    let (_, name, letters) = &exceptions[5];
    desk.keys("F3");
    desk.shows("可以这样找").caret_in("查找");
    let mut keys = desk.keys(letters);
    desk.shows(name);
    keys += desk.keys("Enter");
    desk.shows("已有档案").shows("F4 选班次");
    keys += desk.keys("F4");
    desk.shows("KD-02");
    keys += desk.keys("Enter");
    desk.shows("按 F8 报名");
    keys += desk.keys("F8");
    desk.shows(&format!("已为{name}报名：KD-02 座号 1"));
    counted("a returnee", keys, 8);

    // the roll
    desk.keys("Esc");
    desk.caret_in("查找").shows(letters);
    desk.keys("Esc");
    desk.shows("第 1/19");
    desk.keys("Esc");
    desk.shows("今天的课").shows("在册学员 51 人");
    desk.keys(centre.to_roll());
    desk.shows("未点 51").shows("康辉");
    counted("all present", desk.keys("*"), 1);
    desk.shows("51 人记为到").shows("未点 0");
    let late = if centre.is_morning() { ('3', "早退", "早") } else { ('2', "迟到", "迟") };
    let kinds = [('5', "缺勤", "缺"), ('4', "病假", "假 病"), late, ('5', "缺勤", "缺")];
    for ((_, name, letters), (key, said, mark)) in exceptions.iter().zip(kinds) {
        let mut keys = desk.keys(letters);
        desk.shows(&format!("{letters} "));
        keys += desk.keys(&key.to_string());
        desk.shows(&format!("已标记 {name} {said}")).marked(name, mark);
        counted(&format!("an exception ({said})"), keys, 3);
    }

    // a slip, taken back
    let (seat, slip, letters) = &exceptions[4];
    desk.keys(&format!("{letters}5"));
    desk.shows(&format!("已标记 {slip} 缺勤"));
    desk.keys("Ctrl+Z");
    desk.shows("已撤销：").marked(slip, "到");
    assert_eq!(centre.marks()[seat], MarkKind::Present);

    // where an hour comes from
    let (seat, absent, letters) = &exceptions[0];
    desk.keys(letters);
    desk.shows(&format!(" {seat:02} {absent}"));
    desk.keys("Ctrl+T");
    desk.shows(&format!("学时 > {seat:02} {absent}")).shows("0/");
    desk.keys(if centre.is_morning() { "Enter" } else { "Down Enter" });
    desk.shows("依据").shows("通用（2026）").shows("缺勤").shows("王芳");

    // the roster
    desk.keys("F9");
    desk.shows("命令");
    desk.keys("导出 Enter");
    desk.shows("QZ-01 > 导出").shows("roster-default");
    desk.keys("F8");
    desk.shows("已写出 51 人");
    assert!(written(&centre, 51).contains(&id));

    // the power goes in the middle of the next form
    desk.keys("F9");
    desk.shows("命令");
    desk.keys("报名 Enter");
    desk.shows("身份证号");
    desk.keys("Enter 李后到 Enter 1390000");
    desk.shows("1390000");
    let before = centre.marks();
    lose_power(&centre, desk, "1390000");
    assert_eq!(centre.marks(), before);
    for ((seat, ..), kind) in exceptions.iter().zip([MarkKind::Absent, MarkKind::Leave]) {
        assert_eq!(before[seat], kind);
    }
    let mut desk = centre.start();
    desk.shows("未保存的报名（李后到").shows("在册学员 51 人");
    desk.keys("Enter");
    desk.shows("李后到").shows("1390000").shows("已取回").caret_in("身份证号");
    let id = id_number("14099919770707003");
    // the number comes as from a scanner: on to what is still wanting, the number of the telephone
    desk.device(&format!("{id}\r"));
    desk.shows("1977-07-07").caret_in("手机号码");
    desk.keys("0022 F8");
    desk.shows("已为李后到");
    assert!(desk.quit());
    assert_eq!(centre.desk().draft("enrol").unwrap(), None);
    centre.is_sound();
}

#[test]
fn the_morning_in_english() {
    let _alone = alone();
    let centre = Centre::new();
    let exceptions = found_by_two_letters(&centre, 3);
    let mut desk = centre.start_in_english();
    desk.shows("Sessions today").shows("QZ-01");
    let (_, name, letters) = &exceptions[2];
    desk.keys("F3");
    desk.shows("You can type");
    let mut keys = desk.keys(letters);
    desk.shows(name);
    keys += desk.keys("Enter F4");
    desk.shows("KD-02");
    keys += desk.keys("Enter F8");
    desk.shows(&format!("{name} enrolled: KD-02 seat 1"));
    counted("a returnee in English", keys, 8);
    desk.keys("F9");
    desk.shows("Commands");
    desk.keys("Today Enter");
    desk.shows("Sessions today");
    desk.keys(centre.to_roll());
    desk.shows("not taken 50");
    desk.keys("*");
    desk.shows("Set to present: 50");
    for ((_, name, letters), (key, said)) in exceptions.iter().zip([("5", "absent"), ("4", "sick leave")]) {
        let mut keys = desk.keys(letters);
        desk.shows(&format!("{letters} "));
        keys += desk.keys(key);
        desk.shows(&format!("{name}: {said}"));
        counted("an exception in English", keys, 3);
    }
    desk.keys("Ctrl+Z");
    desk.shows("Undone: ").marked(&exceptions[1].1, "present");
    desk.keys(&exceptions[0].2);
    desk.shows(&format!("{:02} {}", exceptions[0].0, exceptions[0].1));
    desk.keys("Ctrl+T");
    desk.shows("Class hours >").shows("needs 62");
    desk.keys(if centre.is_morning() { "Enter" } else { "Down Enter" });
    desk.shows("Rule").shows("General (2026)").shows("absent").shows("王芳");
    desk.keys("F9");
    desk.shows("Commands");
    desk.keys("Export Enter");
    desk.shows("QZ-01 > Export");
    desk.keys("F8");
    desk.shows("Written: people 50");
    written(&centre, 50);
    desk.keys("F9");
    desk.shows("Commands");
    desk.keys("Enrol Enter");
    desk.shows("ID number");
    desk.keys("Enter 李后到 Enter 1390000");
    lose_power(&centre, desk, "1390000");
    let mut desk = centre.start_in_english();
    desk.shows("An enrolment was not saved (李后到");
    desk.keys("Enter");
    desk.shows("李后到").shows("1390000").shows("Here is the unsaved enrolment");
    desk.keys("Ctrl+Q");
    desk.shows("Not saved: F8 saves");
    assert!(desk.quit());
    assert!(centre.desk().draft("enrol").unwrap().is_some());
    centre.is_sound();
}
