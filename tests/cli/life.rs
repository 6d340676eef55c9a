//! A class from its first to its last day: timetable, roll, class hours, roster.

use super::bench::{Bench, sample};
use baodao::app::codes;
use baodao::app::packs::synonyms;
use baodao::sheet::{self, Cell, Concept, Row};
use serde_json::json;

#[test]
fn a_whole_class_comes_to_the_right_hours() {
    let bench = Bench::with_people();
    for (nth, session) in bench.sessions().iter().enumerate() {
        match nth {
            0 => drop(bench.mark(session, &["--trainee", "3", "--as", "late", "--minutes-late", "20"])),
            1 => drop(bench.mark(session, &["--trainee", "7", "--as", "leave", "--leave", "sick"])),
            2..=6 => drop(bench.mark(session, &["--trainee", "9", "--as", "absent"])),
            _ => {}
        }
        let expected = if nth <= 6 { 49 } else { 50 };
        assert_eq!(bench.mark(session, &["--all-unmarked", "--as", "present"])["marked"], expected);
    }
    let credited = bench.credited();
    assert_eq!((credited[2], credited[6], credited[8]), (79, 76, 60));
    let others = credited.iter().enumerate().filter(|(at, _)| ![2, 6, 8].contains(at));
    assert_eq!((credited.len(), others.clone().count()), (50, 47));
    assert!(others.into_iter().all(|(_, hours)| *hours == 80));

    let nine = bench.ok(&["hours", "--class", "QZ-01", "--trainee", "9"]);
    assert_eq!(nine[0]["ratio"], json!([60, 80]));
    assert_eq!((&nine[0]["missing"], &nine[0]["can_miss"]), (&json!(20), &json!(0)));
    let entry = &nine[0]["entries"][2];
    assert_eq!(entry["mark"], "absent");
    assert_eq!(
        (&entry["credited"], &entry["reason"], &entry["by"]),
        (&json!(0), &json!("补录"), &json!("王芳"))
    );
    assert!(entry["at"].as_str().unwrap().starts_with("2026-09-21T09:00:00"));
    assert_eq!(bench.ok(&["verify"])["ok"], true);
    assert_eq!(bench.ok(&["class", "show", "QZ-01"])["roll"], json!({ "begun": 20, "taken": 20 }));
}

#[test]
fn minutes_cost_what_the_rules_say() {
    let bench = Bench::with_people();
    let session = "2026-09-07/1";
    for (seat, minutes) in [("1", "15"), ("2", "16"), ("3", "46")] {
        bench.mark(session, &["--trainee", seat, "--as", "late", "--minutes-late", minutes]);
    }
    bench.mark(session, &["--trainee", "4", "--as", "early", "--minutes-early", "20"]);
    bench.mark(session, &["--trainee", "5", "--as", "late", "--minutes-late", "16", "--minutes-early", "46"]);
    assert_eq!(bench.credited()[..5], [4, 3, 2, 3, 1]);
    let five = bench.ok(&["hours", "--class", "QZ-01", "--trainee", "5"]);
    let entry = &five[0]["entries"][0];
    assert_eq!(
        (&entry["late"], &entry["early"], &entry["because"]),
        (&json!(16), &json!(46), &json!("lost"))
    );
}

#[test]
fn a_mark_says_what_it_may_not_be() {
    let mut bench = Bench::with_people();
    let head = ["mark", "--class", "QZ-01", "--session"];
    let code = |bench: &Bench, rest: &[&str]| {
        let ran = bench.json(&[head.as_slice(), rest].concat());
        assert_eq!(ran.exit, 2, "{ran:?}");
        ran.error_code()
    };
    assert_eq!(code(&bench, &["2026-09-07/1", "--as", "present", "--trainee", "1"]), "reason-needed");
    assert_eq!(code(&bench, &["2026-09-07/1", "--as", "late", "--trainee", "1"]), "missing-option");
    let long = ["2026-09-07/1", "--as", "late", "--minutes-late", "211", "--reason", "x", "--trainee", "1"];
    assert_eq!(code(&bench, &long), "minutes");
    let none = ["2026-09-07/1", "--as", "late", "--minutes-late", "0", "--reason", "x", "--trainee", "1"];
    assert_eq!(code(&bench, &none), "minutes");
    assert_eq!(code(&bench, &["2026-09-07/1", "--as", "present"]), "options-together");
    assert_eq!(
        code(&bench, &["2026-09-07/1", "--as", "absent", "--leave", "sick", "--trainee", "1"]),
        "options-together"
    );
    assert_eq!(code(&bench, &["2026-09-07/3", "--as", "present", "--trainee", "1"]), "no-such-session");
    assert_eq!(code(&bench, &["2026-09-07/1", "--as", "present", "--trainee", "51"]), "no-such-trainee");
    assert_eq!(code(&bench, &["2026-09-07/1", "--as", "gone", "--trainee", "1"]), "bad-choice");
    bench.at = "2026-09-10 09:00".to_owned();
    // while the session runs the clock knows the minutes, before and after it nobody does
    for (word, field, minutes) in [("late", "late", 30), ("early", "early", 180)] {
        let told = bench.ok(&[head.as_slice(), &["2026-09-10/1", "--as", word, "--trainee", "2"]].concat());
        assert_eq!(told[field], minutes, "{word}");
        let other = ["2026-09-10/2", "--as", word, "--trainee", "2"];
        assert_eq!(code(&bench, &other), "missing-option", "{word}");
    }
    assert_eq!(code(&bench, &["2026-09-11/1", "--as", "present", "--trainee", "1"]), "not-begun");
    assert_eq!(
        bench.ok(&[head.as_slice(), &["2026-09-10/1", "--as", "present", "--trainee", "1"]].concat())["marked"],
        1
    );
    let leave = ["2026-09-11/1", "--as", "leave", "--leave", "personal", "--trainee", "1"];
    assert_eq!(bench.ok(&[head.as_slice(), &leave].concat())["leave"], "personal");
    // where nothing stands nothing is written, and that is said
    let clear = [head.as_slice(), &["2026-09-11/1", "--as", "clear", "--trainee", "1"]].concat();
    for (marked, acts) in [(1, 1), (0, 0)] {
        let count = |bench: &Bench| bench.ok(&["audit", "--limit", "99"]).as_array().unwrap().len();
        let before = count(&bench);
        assert_eq!(bench.ok(&clear)["marked"], marked);
        assert_eq!(count(&bench), before + acts);
    }
    assert!(bench.run(&clear).out.contains("没有考勤可清"));
}

#[test]
fn another_day_can_be_looked_at() {
    let bench = Bench::with_people();
    bench.mark("2026-09-07/1", &["--all-unmarked", "--as", "present"]);
    let on = |day: &str| bench.ok(&["hours", "--class", "QZ-01", "--trainee", "1", "--on", day])[0].clone();
    assert_eq!(on("2026-09-06")["credited"], 0, "nothing had begun");
    assert_eq!((&on("2026-09-07")["delivered"], &on("2026-09-07")["credited"]), (&json!(4), &json!(4)));
    assert_eq!((&on("2026-09-08")["delivered"], &on("2026-10-01")["delivered"]), (&json!(8), &json!(80)));
    assert_eq!(bench.ok(&["class", "list", "--on", "2026-09-10"])[0]["state"], "running");
    assert_eq!(bench.json(&["undo", "--on", "2026-09-10"]).error_code(), "option-not-here");
}

/// Everybody in a sheet with a header row, every cell of it text.
fn people_in(path: &str) -> Vec<Vec<String>> {
    use Concept::*;
    let table = sheet::read_xlsx(path.as_ref()).unwrap();
    let synonyms = synonyms::builtin();
    let concepts = |row: &Row| -> Vec<Option<Concept>> {
        row.cells.iter().map(|cell| synonyms.concept(&cell.text())).collect()
    };
    let at = table.rows.iter().position(|row| concepts(row).contains(&Some(IdNumber))).unwrap();
    let head = concepts(&table.rows[at]);
    let wanted = [Name, Sex, IdNumber, Phone, Address, Education, Category, Nation];
    let columns = wanted.map(|concept| head.iter().position(|have| *have == Some(concept)).unwrap());
    let cell = |row: &Row, column: usize| match row.cell(column) {
        Cell::Text(text) => text.clone(),
        Cell::Empty => String::new(),
        other => panic!("{other:?} is no text"),
    };
    let rows = table.rows[at + 1..].iter().map(|row| columns.map(|column| cell(row, column)).to_vec());
    rows.filter(|row| row[2].len() == 18).collect()
}

#[test]
fn the_roster_holds_everybody_as_text() {
    let bench = Bench::with_people();
    let out = bench.file("花名册.xlsx");
    let told = bench.ok(&["export", "roster", "--class", "QZ-01", "--out", &out]);
    assert_eq!((&told["layout"], &told["people"]), (&json!("roster-default"), &json!(50)));
    let (listed, given) = (people_in(&out), people_in(&sample("village-list.xlsx")));
    assert_eq!((listed.len(), given.len()), (50, 50));
    for (row, wanted) in listed.iter().zip(&given) {
        let word = |list: &codes::CodeList, word: &str| list.meant(word).unwrap().zh.clone();
        assert_eq!(row[..5], wanted[..5]);
        assert_eq!(row[5], word(&codes::EDUCATION, &wanted[5]));
        assert_eq!(row[6], word(&codes::CATEGORIES, &wanted[6]));
        assert_eq!(row[7], word(&codes::NATIONS, &wanted[7]));
    }
    for layout in ["signin", "attendance", "ledger"] {
        let out = bench.file(&format!("{layout}.xlsx"));
        bench.ok(&["export", layout, "--class", "QZ-01", "--out", &out]);
        assert!(sheet::read_xlsx(out.as_ref()).is_ok(), "{layout}");
    }
    let ran = bench.json(&["export", "roster", "--class", "QZ-01", "--out", &bench.file("none/a.xlsx")]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (3, "no-such-folder"));
    assert_eq!(
        bench.json(&["export", "rooster", "--class", "QZ-01", "--out", &out]).error_code(),
        "no-such-layout"
    );
}

#[test]
fn a_timetable_is_filled_once_and_doubts_are_told() {
    let bench = Bench::with_class();
    let fill = ["timetable", "fill", "--class", "QZ-01", "--days", "mon-fri", "--slots"];
    let again = bench.ok(&[fill.as_slice(), &["08:30-12:00,14:00-17:30"]].concat());
    assert_eq!((&again["added"], &again["kept"]), (&json!(0), &json!(20)));
    let more = bench.ok(&[fill.as_slice(), &["18:30-20:00", "--skip-holidays"]].concat());
    let codes: Vec<&str> =
        more["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"hours-differ"), "{codes:?}");
    assert!(!codes.contains(&"no-holidays"), "2026 is on file: {codes:?}");
    assert_eq!(bench.json(&[fill.as_slice(), &["8-12"]].concat()).error_code(), "bad-slots");
    assert_eq!(bench.json(&[fill.as_slice(), &["08:00-12:00,11:00-13:00"]].concat()).error_code(), "overlap");
}

#[test]
fn holidays_are_left_out_and_a_missing_year_is_told() {
    let bench = Bench::with_class();
    let add = |code: &str, start: &str, end: &str| {
        let add = ["class", "add", "--code", code, "--course", "2022/6-29-01-01/5", "--hours", "40"];
        bench.ok(&[add.as_slice(), &["--start", start, "--end", end]].concat());
    };
    let fill = |code: &str, flag: &str| {
        let fill =
            ["timetable", "fill", "--days", "mon-fri", "--slots", "18:30-20:00", "--class", code, flag];
        bench.ok(&fill)
    };
    add("A", "2026-09-14", "2026-09-25");
    let filled = fill("A", "--skip-holidays");
    assert_eq!(filled["added"], 9);
    assert_eq!(filled["left_out"], json!([{ "day": "2026-09-25", "name": "中秋节" }]));
    add("B", "2026-09-14", "2026-09-25");
    let filled = fill("B", "--teach-workdays");
    assert_eq!((&filled["added"], &filled["brought_in"][0]["day"]), (&json!(10), &json!("2026-09-20")));
    add("C", "2026-12-28", "2027-01-08");
    let filled = fill("C", "--skip-holidays");
    let codes: Vec<&str> = filled["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"no-holidays"), "{codes:?}");
}
