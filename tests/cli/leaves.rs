//! Announced leave on the command line.

use super::bench::Bench;
use serde_json::json;

const DAYS: [&str; 8] = ["leave", "--class", "QZ-01", "--trainee", "3", "--from", "2026-10-12", "--to"];

/// A class that has not begun.
fn ahead() -> Bench {
    let bench = Bench::with_people();
    let add = ["class", "add", "--code", "KD-02", "--course", "2022/4-02-07-08/5", "--hours", "40"];
    bench.ok(&[add.as_slice(), &["--start", "2026-10-12", "--end", "2026-10-16"]].concat());
    bench.ok(&[
        "timetable",
        "fill",
        "--class",
        "KD-02",
        "--days",
        "mon-fri",
        "--slots",
        "08:30-12:00,14:00-17:30",
    ]);
    bench
}

#[test]
fn sessions_of_a_class_that_is_over_take_none() {
    let bench = Bench::with_people();
    let ran = bench.json(&[DAYS.as_slice(), &["2026-10-13"]].concat());
    assert_eq!((ran.exit, ran.error_code().as_str()), (2, "no-session-ahead"));
    for (to, code) in [("2026-10-11", "span-backwards"), ("tomorrow", "bad-date")] {
        let ran = bench.json(&[DAYS.as_slice(), &[to]].concat());
        assert_eq!((ran.exit, ran.error_code().as_str()), (2, code));
    }
}

#[test]
fn leave_fills_what_is_to_come_and_one_undo_takes_it_back() {
    let bench = ahead();
    let list = super::bench::sample("village-list.xlsx");
    bench.ok(&["import", "roster", &list, "--class", "KD-02"]);
    let mark = ["mark", "--class", "KD-02", "--session", "2026-10-12/2", "--trainee", "3", "--as", "leave"];
    bench.ok(&[mark.as_slice(), &["--leave", "personal"]].concat());
    let days = ["--from", "2026-10-12", "--to", "2026-10-13", "--reason", "住院"];
    let set = bench.ok(&[["leave", "--class", "KD-02", "--trainee", "3"].as_slice(), &days].concat());
    assert_eq!(set["set"], json!(["2026-10-12T08:30", "2026-10-13T08:30", "2026-10-13T14:00"]));
    assert_eq!((&set["kept"], &set["leave"]), (&json!(["2026-10-12T14:00"]), &json!("sick")));
    let again = bench.json(&[["leave", "--class", "KD-02", "--trainee", "3"].as_slice(), &days].concat());
    assert_eq!(again.error_code(), "no-session-ahead");
    bench.ok(&["undo"]);
    let set = bench.ok(&[["leave", "--class", "KD-02", "--trainee", "3"].as_slice(), &days].concat());
    assert_eq!(set["set"].as_array().unwrap().len(), 3);
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}
