//! Sessions one by one: listed, moved, cancelled, made up; and the tables of holidays.

use super::bench::Bench;
use serde_json::{Value, json};

fn codes(told: &Value) -> Vec<&str> {
    told["warnings"].as_array().unwrap().iter().map(|warning| warning["code"].as_str().unwrap()).collect()
}

#[test]
fn a_session_is_cancelled_and_made_up_for() {
    let mut bench = Bench::with_class();
    bench.at = "2026-09-08 10:00".to_owned();
    let cancel = ["session", "cancel", "--class", "QZ-01", "--session", "2026-09-08/1", "--reason"];
    assert_eq!(bench.json(&[cancel.as_slice(), &[" "]].concat()).error_code(), "reason-needed");
    let told = bench.ok(&[cancel.as_slice(), &["停电"]].concat());
    assert_eq!(
        (&told["session"], &told["cancelled"], &told["to_make_up"]),
        (&json!("2026-09-08T08:30"), &json!("停电"), &json!(4))
    );
    let makeup = ["session", "makeup", "--class", "QZ-01", "--session", "2026-09-08T08:30"];
    let taken = bench.json(&[makeup.as_slice(), &["--day", "2026-09-09"]].concat());
    assert_eq!(taken.error_code(), "overlap");
    let told = bench.ok(&[makeup.as_slice(), &["--day", "2026-09-19", "--slot", "09:00-12:00"]].concat());
    assert_eq!(told["session"], "2026-09-19T09:00");
    assert_eq!((&told["hours"], &told["to_make_up"]), (&json!(4), &json!(0)));
    let again = bench.json(&[makeup.as_slice(), &["--day", "2026-09-20"]].concat());
    assert_eq!(again.error_code(), "made-up");
    let list = bench.ok(&["session", "list", "--class", "QZ-01"]);
    assert_eq!((&list["planned"], &list["to_make_up"]), (&json!(80), &json!(0)));
    let lost = list["sessions"].as_array().unwrap().iter().find(|one| one["cancelled"] == "停电").unwrap();
    assert_eq!(lost["made_up_by"], json!(["2026-09-19T09:00"]));
    let made = list["sessions"].as_array().unwrap().iter().find(|one| !one["makes_up"].is_null()).unwrap();
    assert_eq!(made["makes_up"], "2026-09-08T08:30");
    let words = bench.run(&["session", "list", "--class", "QZ-01"]).out;
    assert!(words.contains("停课：停电，补于 09-19 上午") && words.contains("补 09-08 上午"), "{words}");
    let english = bench.run(&["session", "list", "--class", "QZ-01", "--lang", "en"]).out;
    assert!(english.contains("made up on 09-19 morning"), "{english}");
    bench.ok(&["undo"]);
    assert_eq!(bench.ok(&["session", "list", "--class", "QZ-01"])["to_make_up"], 4);
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

/// The number of a slot is that of the timetable: what follows a cancelled session does not take its place.
#[test]
fn a_cancelled_session_keeps_its_number_and_is_refused_by_name() {
    let mut bench = Bench::with_people();
    bench.at = "2026-09-08 18:00".to_owned();
    let cancel = ["session", "cancel", "--class", "QZ-01", "--reason", "停电", "--session"];
    bench.ok(&[cancel.as_slice(), &["2026-09-08/1"]].concat());
    let mark = ["mark", "--class", "QZ-01", "--as", "present", "--trainee", "1", "--session"];
    let told = bench.ok(&[mark.as_slice(), &["2026-09-08/2"]].concat());
    assert_eq!(told["session"], "2026-09-08T14:00");
    for name in ["2026-09-08/1", "2026-09-08T08:30"] {
        let refused = bench.json(&[mark.as_slice(), &[name]].concat());
        assert_eq!((refused.exit, refused.error_code().as_str()), (2, "session-cancelled"), "{name}");
        let text = refused.json()["error"]["text"].as_str().unwrap().to_owned();
        assert!(text.contains("2026-09-08 08:30-12:00") && text.contains("停电"), "{text}");
        let again = bench.json(&[cancel.as_slice(), &[name]].concat());
        assert_eq!(again.error_code(), "session-cancelled");
    }
    assert_eq!(bench.json(&[mark.as_slice(), &["2026-09-08/3"]].concat()).error_code(), "no-such-session");
    let makeup = ["session", "makeup", "--class", "QZ-01", "--day"];
    let held = bench.json(&[makeup.as_slice(), &["2026-09-19", "--session", "2026-09-08/2"]].concat());
    assert_eq!(held.error_code(), "not-cancelled");
    // held again at its own time: one slot, and the number means what is held
    bench.ok(&[makeup.as_slice(), &["2026-09-08", "--session", "2026-09-08/1"]].concat());
    assert_eq!(bench.ok(&[mark.as_slice(), &["2026-09-08/1"]].concat())["session"], "2026-09-08T08:30");
    assert_eq!(bench.ok(&[mark.as_slice(), &["2026-09-08/2"]].concat())["session"], "2026-09-08T14:00");
}

#[test]
fn sessions_move_one_by_one_or_all_that_follow() {
    let mut bench = Bench::with_class();
    bench.at = "2026-09-08 10:00".to_owned();
    let head = ["session", "move", "--class", "QZ-01", "--session", "2026-09-10/1", "--reason", "停电"];
    let told = bench.ok(&[head.as_slice(), &["--day", "2026-09-19"]].concat());
    assert_eq!(told["moved"], json!([{ "was": "2026-09-10T08:30", "becomes": "2026-09-19T08:30" }]));
    assert_eq!(codes(&told), ["after-end"]);
    bench.ok(&["undo"]);
    let shift = [head.as_slice(), &["--by-teaching-days", "1", "--skip-holidays"]].concat();
    let dry = bench.ok(&[shift.as_slice(), &["--dry-run"]].concat());
    assert_eq!((&dry["dry_run"], dry["moved"].as_array().unwrap().len()), (&json!(true), 14));
    assert_eq!(bench.sessions().last().map(String::as_str), Some("2026-09-18T14:00"), "nothing was written");
    bench.ok(&shift);
    assert_eq!(bench.sessions().last().map(String::as_str), Some("2026-09-21T14:00"));
    let list = bench.ok(&["session", "list", "--class", "QZ-01"]);
    assert_eq!(list["changes"].as_array().unwrap().len(), 14);
    assert_eq!((&list["changes"][0]["reason"], &list["changes"][0]["by"]), (&json!("停电"), &json!("王芳")));
    let error =
        |rest: &[&str]| bench.json(&[&head[..4], &["--session", "2026-09-08/2"], &head[6..], rest].concat());
    assert_eq!(error(&[]).error_code(), "options-together");
    assert_eq!(error(&["--day", "2026-09-19", "--by-days", "7"]).error_code(), "options-together");
    assert_eq!(error(&["--by-days", "0"]).error_code(), "bad-number");
    assert_eq!(error(&["--day", "2026-09-19", "--slot", "8"]).error_code(), "bad-slots");
    assert_eq!(error(&["--by-days", "-1"]).exit, 2, "Monday afternoon is taken");
}

#[test]
fn a_session_with_marks_is_cancelled_only_when_told_so() {
    let mut bench = Bench::with_people();
    bench.at = "2026-09-08 10:00".to_owned();
    bench.mark("2026-09-07/1", &["--all-unmarked", "--as", "present"]);
    let cancel = ["session", "cancel", "--class", "QZ-01", "--session", "2026-09-07/1", "--reason", "停电"];
    let refused = bench.json(&cancel);
    assert_eq!((refused.exit, refused.error_code().as_str()), (2, "has-marks"));
    let text = refused.json()["error"]["text"].as_str().unwrap().to_owned();
    assert!(text.contains("50 人") && text.contains("200 学时"), "{text}");
    let told = bench.ok(&[cancel.as_slice(), &["--despite-marks"]].concat());
    assert_eq!((&told["cancelled"], codes(&told)), (&json!("停电"), vec!["has-marks"]));
    assert_eq!(bench.credited()[0], 0);
    bench.ok(&["undo"]);
    assert_eq!(bench.credited()[0], 4);
}

#[test]
fn a_day_that_surprises_is_told_of_alike_by_move_and_makeup() {
    let mut bench = Bench::with_class();
    bench.at = "2026-09-10 10:00".to_owned();
    let lost = ["--class", "QZ-01", "--session", "2026-09-11/1", "--reason", "停电"];
    bench.ok(&[["session", "cancel"].as_slice(), &lost].concat());
    let makeup = ["session", "makeup", "--class", "QZ-01", "--session", "2026-09-11T08:30", "--day"];
    let shift =
        ["session", "move", "--class", "QZ-01", "--session", "2026-09-11/2", "--reason", "停电", "--day"];
    for verb in [makeup.as_slice(), &shift] {
        assert_eq!(bench.json(&[verb, &["2026-09-04"]].concat()).error_code(), "before-start");
        for (day, told) in [
            ("2026-09-12", vec![]),
            ("2026-09-25", vec!["after-end", "on-holiday"]),
            ("2026-09-09", vec!["past-day"]),
        ] {
            let to = [verb, &[day, "--slot", "19:00-22:00"]].concat();
            assert_eq!(codes(&bench.ok(&to)), told, "{day}");
            bench.ok(&["undo"]);
        }
    }
    let english = bench.run(&[makeup.as_slice(), &["2026-09-25", "--lang", "en"]].concat()).out;
    assert!(english.contains("A day off: Mid-Autumn"), "{english}");
}

#[test]
fn clashes_are_told_and_refuse_nothing() {
    let mut bench = Bench::with_class();
    bench.at = "2026-09-01 08:00".to_owned();
    let class =
        ["class", "add", "--course", "2022/6-29-01-01/5", "--start", "2026-09-07", "--end", "2026-09-11"];
    let fill = ["timetable", "fill", "--days", "mon", "--slots", "08:30-12:00", "--class"];
    for code in ["A", "B"] {
        bench.ok(&[class.as_slice(), &["--code", code, "--hours", "4", "--place", "一号教室"]].concat());
    }
    assert_eq!(codes(&bench.ok(&[fill.as_slice(), &["A"]].concat())), [""; 0]);
    let told = bench.ok(&[fill.as_slice(), &["B"]].concat());
    assert_eq!(codes(&told), ["room-clash"]);
    assert_eq!(told["warnings"][0]["text"], "一号教室 09-07 08:30-12:00 已有 A");
    let list = bench.ok(&["session", "list", "--class", "A"]);
    assert_eq!(list["clashes"][0]["text"], "一号教室 09-07 08:30-12:00 已有 B");
}

#[test]
fn tables_of_holidays_are_listed_and_checked() {
    let bench = Bench::new();
    let days = bench.ok(&["holidays", "list", "--year", "2026"]);
    assert_eq!(days["days"].as_array().unwrap().len(), 39);
    assert_eq!(
        days["days"][0],
        json!({ "day": "2026-01-01", "kind": "holiday", "zh": "元旦", "en": "New Year" })
    );
    let file = bench.file("2027.tsv");
    std::fs::write(&file, "2027-01-01\tholiday\t元旦\tNew Year\n2027-01-02\tfree\t元旦\tNew Year\n").unwrap();
    let ran = bench.json(&["holidays", "check", &file]);
    assert_eq!((ran.exit, &ran.json()["faults"][0]["line"]), (1, &json!(2)));
    let own = bench.data().join("holidays");
    std::fs::create_dir(&own).unwrap();
    std::fs::copy(&file, own.join("2027.tsv")).unwrap();
    let days = bench.ok(&["holidays", "list", "--year", "2027"]);
    assert_eq!(days["days"], json!([]));
    assert!(days["refused"][0].as_str().unwrap().contains("2027.tsv"), "{days}");
    std::fs::write(own.join("2027.tsv"), "2027-01-01\tholiday\t元旦\tNew Year\n").unwrap();
    assert_eq!(bench.ok(&["holidays", "list", "--year", "2027"])["days"].as_array().unwrap().len(), 1);
    assert_eq!(bench.json(&["holidays", "check", &bench.file("2028.tsv")]).exit, 2);
}
