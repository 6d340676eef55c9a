//! Enrolling, waiting, leaving and moving from the command line.

use super::bench::Bench;
use serde_json::json;

/// A class of two seats with two people, and another class; three more people are on file.
fn bench() -> Bench {
    let mut bench = Bench::with_people();
    bench.at = "2026-09-08 13:00".to_owned();
    let add = ["class", "add", "--course", "2022/6-29-01-01/5", "--hours", "80", "--start", "2026-09-07"];
    for (code, capacity) in [("QZ-02", "2"), ("QZ-03", "1")] {
        bench
            .ok(&[add.as_slice(), &["--end", "2026-09-18", "--code", code, "--capacity", capacity]].concat());
    }
    bench
}

/// The trainee number of somebody in QZ-01.
fn number(bench: &Bench, seat: usize) -> String {
    let class = bench.ok(&["class", "show", "QZ-01"]);
    class["trainees"][seat - 1]["number"].as_str().unwrap().to_owned()
}

#[test]
fn limits_warn_and_the_waiting_list_is_asked_for() {
    let bench = bench();
    let enrol = |seat: usize, more: &[&str]| {
        let who = number(&bench, seat);
        bench.ok(&[["enrol", "--class", "QZ-02", "--trainee", &who].as_slice(), more].concat())
    };
    let first = enrol(1, &["--joined", "2026-09-09"]);
    assert_eq!((&first["seat"], &first["waiting"]), (&json!(1), &json!(null)));
    assert_eq!(first["warnings"][0]["code"], "meanwhile", "sits in QZ-01 too: {first}");
    enrol(2, &[]);
    let codes = |told: &serde_json::Value| {
        let warnings = told["warnings"].as_array().unwrap().clone();
        warnings.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(codes(&enrol(3, &[])).contains(&"over-capacity".to_owned()), "warned, and seated");
    assert_eq!(enrol(4, &["--wait"])["waiting"], 1);
    assert_eq!(enrol(5, &["--wait"])["waiting"], 2);
    let class = bench.ok(&["class", "show", "QZ-02"]);
    assert_eq!((&class["seats"], &class["waiting"]), (&json!(3), &json!(2)));
    assert_eq!(class["trainees"].as_array().unwrap().len(), 3, "whoever waits is on no roster");
    let list = bench.ok(&["waiting", "list", "--class", "QZ-02"]);
    assert_eq!((&list[0]["place"], &list[1]["place"]), (&json!(1), &json!(2)));
    assert_eq!(list[0]["asked"], "2026-09-08");
    let name = list[1]["name"].as_str().unwrap();
    let found = bench.ok(&["find", name]);
    assert_eq!(found[0]["waiting"][0], json!({ "class": "QZ-02", "place": 2 }));
    let promoted = bench.ok(&["waiting", "promote", "--class", "QZ-02", "--trainee", name]);
    assert_eq!(promoted["seat"], 4);
    assert!(codes(&promoted).contains(&"out-of-turn".to_owned()), "{promoted}");
    let stopped = bench.ok(&["waiting", "stop", "--class", "QZ-02", "--trainee", &number(&bench, 4)]);
    assert_eq!(stopped["name"], list[0]["name"]);
    assert_eq!(bench.ok(&["waiting", "list", "--class", "QZ-02"]), json!([]));
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

#[test]
fn a_day_outside_the_class_and_a_seat_that_others_wait_for_are_told() {
    let bench = bench();
    let codes = |args: &[&str]| {
        let told = bench.ok(args);
        let warnings = told["warnings"].as_array().unwrap().clone();
        warnings.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let enrol = |seat: usize, more: &[&str]| {
        let who = number(&bench, seat);
        codes(&[["enrol", "--class", "QZ-03", "--trainee", &who].as_slice(), more].concat())
    };
    assert_eq!(enrol(1, &["--wait"]), ["meanwhile"]);
    assert_eq!(enrol(2, &["--joined", "2030-01-01"]), ["out-of-turn", "joined-outside", "meanwhile"]);
    bench.ok(&["undo"]);
    let transfer = ["transfer", "--class", "QZ-01", "--trainee", "3", "--into", "QZ-03"];
    assert_eq!(codes(&transfer), ["out-of-turn"]);
    bench.ok(&["undo"]);
    let late = [transfer.as_slice(), &["--joined", "2030-01-01"]].concat();
    assert_eq!(codes(&late), ["out-of-turn", "joined-outside"]);
    bench.ok(&["undo"]);
    assert_eq!(enrol(1, &[]), ["meanwhile"], "the seat is theirs");
}

#[test]
fn departures_are_recorded_with_their_day_and_reason() {
    let bench = bench();
    bench.ok(&["mark", "--class", "QZ-01", "--session", "2026-09-08/1", "--all-unmarked", "--as", "present"]);
    let left = bench.ok(&["leave-class", "--class", "QZ-01", "--trainee", "1"]);
    assert_eq!((&left["how"], &left["left"]), (&json!("left"), &json!("2026-09-08")));
    assert_eq!(left["credited"], 4);
    let refused = |args: &[&str]| {
        let ran = bench.json(args);
        assert_eq!(ran.exit, 2, "{ran:?}");
        ran.error_code()
    };
    let withdraw = ["withdraw", "--class", "QZ-01", "--trainee", "2"];
    assert_eq!(refused(&withdraw), "reason-needed");
    let early = [withdraw.as_slice(), &["--reason", "外出务工", "--day", "2026-08-01", "--despite-marks"]];
    assert_eq!(refused(&early.concat()), "before-joining");
    let monday = [withdraw.as_slice(), &["--reason", "外出务工", "--day", "2026-09-07"]].concat();
    assert_eq!(refused(&monday), "has-marks");
    assert_eq!(bench.ok(&[monday.as_slice(), &["--despite-marks"]].concat())["how"], "withdrawn");
    assert_eq!(refused(&["leave-class", "--class", "QZ-01", "--trainee", "2"]), "has-left");
    assert_eq!(
        refused(&["leave-class", "--class", "QZ-01", "--trainee", "3", "--day", "2026-09-09"]),
        "not-yet"
    );
    let class = bench.ok(&["class", "show", "QZ-01"]);
    assert_eq!(
        (&class["trainees"][0]["how"], &class["trainees"][1]["how"]),
        (&json!("left"), &json!("withdrawn"))
    );
    let undone = bench.ok(&["undo"]);
    assert_eq!(undone["undone"]["verb"], "withdraw");
}

#[test]
fn a_transfer_says_where_to_and_what_stays() {
    let bench = bench();
    let transfer = |seat: &str, rest: &[&str]| {
        bench.json(&[["transfer", "--class", "QZ-01", "--trainee", seat, "--into"].as_slice(), rest].concat())
    };
    let moved = transfer("1", &["QZ-03"]).json();
    let there = json!({ "class": "QZ-03", "seat": 1, "joined": "2026-09-09" });
    assert_eq!((&moved["how"], &moved["moved_to"]), (&json!("transferred"), &there));
    let over = transfer("2", &["QZ-03", "--joined", "2026-09-10"]).json();
    assert_eq!(over["warnings"][0]["code"], "over-capacity");
    assert_eq!(transfer("3", &["QZ-03", "--joined", "2026-09-08"]).error_code(), "joins-too-soon");
    assert_eq!(transfer("3", &["QZ-01"]).error_code(), "same-class");
    assert_eq!(transfer("3", &["QZ-09"]).error_code(), "no-such-class");
    let class = bench.ok(&["class", "show", "QZ-01"]);
    assert_eq!(class["trainees"][0]["moved_to"], json!({ "class": "QZ-03", "seat": 1 }));
    for (lang, words) in [("zh", "不随人转走"), ("en", "do not move along")] {
        let ran = bench.run(&[
            "transfer",
            "--class",
            "QZ-01",
            "--trainee",
            if lang == "zh" { "4" } else { "5" },
            "--into",
            "QZ-02",
            "--lang",
            lang,
        ]);
        assert!(ran.exit == 0 && ran.out.contains(words), "{ran:?}");
    }
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

#[test]
fn nobody_is_guessed() {
    let bench = bench();
    let code = |args: &[&str]| bench.json(args).error_code();
    assert_eq!(
        code(&["enrol", "--class", "QZ-02", "--trainee", "3"]),
        "no-such-trainee",
        "a seat is nobody here"
    );
    assert_eq!(code(&["enrol", "--class", "QZ-02", "--trainee", "无此人"]), "no-such-trainee");
    assert_eq!(code(&["enrol", "--class", "QZ-02"]), "missing-option");
    assert_eq!(
        code(&["waiting", "stop", "--class", "QZ-02", "--trainee", &number(&bench, 1)]),
        "not-waiting"
    );
    assert_eq!(code(&["waiting", "promote", "--class", "QZ-02"]), "not-waiting");
    let twice = ["enrol", "--class", "QZ-02", "--wait", "--trainee", &number(&bench, 1)];
    bench.ok(&twice);
    assert_eq!(code(&twice), "waiting-taken");
}
