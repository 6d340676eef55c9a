//! Operators by command: roles, PINs that come by the environment, and what a guarded centre refuses.

use super::bench::{Bench, Ran, run_env};
use baodao::cli::Env;
use serde_json::json;

/// A line with the PIN of whoever acts and one to be set.
fn run(bench: &Bench, args: &[&str], pin: Option<&str>, new_pin: Option<&str>) -> Ran {
    let env = Env { pin: pin.map(str::to_owned), new_pin: new_pin.map(str::to_owned), ..bench.env() };
    run_env(&env, &[args, &["--json"]].concat())
}

/// 赵校长 with a PIN as head, 李师傅 without as instructor.
fn guarded() -> Bench {
    let bench = Bench::with_class();
    let head = ["operator", "add", "赵校长", "--role", "head", "--pin"];
    assert_eq!(run(&bench, &head, None, Some("271828")).exit, 0);
    let teacher = ["operator", "add", "李师傅", "--role", "instructor", "--operator", "赵校长"];
    assert_eq!(run(&bench, &teacher, Some("271828"), None).exit, 0);
    bench
}

#[test]
fn operators_are_listed_added_changed_and_retired() {
    let bench = guarded();
    let list = bench.ok(&["operator", "list"]);
    assert_eq!(list["guarded"], true);
    let rows = list["operators"].as_array().unwrap();
    assert_eq!(rows[0], json!({ "name": "王芳", "role": null, "pin": false, "retired": false }));
    assert_eq!(rows[1], json!({ "name": "赵校长", "role": "head", "pin": true, "retired": false }));
    assert_eq!(rows.len(), 3, "the program itself is nobody");
    let by_head =
        |args: &[&str]| run(&bench, &[args, &["--operator", "赵校长"]].concat(), Some("271828"), None);
    let changed = by_head(&["operator", "change", "李师傅", "--rename", "李老师", "--role", "desk"]);
    assert_eq!((&changed.json()["name"], &changed.json()["role"]), (&json!("李老师"), &json!("desk")));
    assert_eq!(by_head(&["operator", "retire", "李老师"]).json()["retired"], true);
    assert_eq!(by_head(&["operator", "retire", "李老师", "--back"]).json()["retired"], false);
    assert_eq!(by_head(&["operator", "retire", "赵校长"]).error_code(), "last-head");
    assert_eq!(by_head(&["operator", "retire", "没有人"]).error_code(), "no-such-operator");
    assert_eq!(by_head(&["operator", "add", "李老师", "--role", "desk"]).error_code(), "operator-taken");
    for lang in ["zh", "en"] {
        let shown = bench.run(&["operator", "list", "--lang", lang]);
        insta::assert_snapshot!(format!("operators_{lang}"), shown.out);
    }
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

#[test]
fn a_new_pin_comes_by_the_environment_and_must_not_be_simple() {
    let bench = Bench::new();
    let add = ["operator", "add", "赵校长", "--role", "head", "--pin"];
    for (pin, code) in
        [(None, "new-pin-needed"), (Some("123456"), "pin-simple"), (Some("27182"), "pin-digits")]
    {
        let ran = run(&bench, &add, None, pin);
        assert_eq!((ran.exit, ran.error_code().as_str()), (2, code));
    }
    let both = ["operator", "change", "王芳", "--pin", "--no-pin"];
    assert_eq!(run(&bench, &both, None, Some("271828")).error_code(), "options-together");
    let first = ["operator", "change", "王芳", "--role", "desk", "--pin"];
    assert_eq!(run(&bench, &first, None, Some("271828")).error_code(), "head-first");
    let typed = bench.run(&["operator", "add", "赵校长", "--role", "head", "--pin=271828"]);
    assert_eq!(typed.exit, 2, "a PIN on the line is refused");
    assert!(!typed.err.contains("271828"));
}

#[test]
fn in_a_guarded_centre_changes_need_a_pin() {
    let bench = guarded();
    let fill = ["timetable", "fill", "--class", "QZ-01", "--days", "sat", "--slots", "08:30-12:00"];
    let by = |name: &str, pin| run(&bench, &[&fill[..], &["--operator", name]].concat(), pin, None);
    // whoever has none to put there is not sent to look for it
    let nobody = run(&bench, &fill, None, None);
    assert_eq!((nobody.exit, nobody.error_code().as_str()), (2, "pin-needed"));
    assert!(format!("{}{}", nobody.out, nobody.err).contains("--operator"), "{}", nobody.out);
    assert!(!nobody.out.contains("desk"), "{}", nobody.out);
    for (name, pin, code) in [
        ("王芳", None, "pin-needed"),
        ("王芳", Some("271828"), "no-role"),
        ("赵校长", None, "pin-needed"),
        ("赵校长", Some("999999"), "wrong-pin"),
        ("赵校长", Some("x"), "pin-digits"),
        ("李师傅", Some("271828"), "no-pin"),
        ("路人", Some("271828"), "no-such-operator"),
    ] {
        let ran = by(name, pin);
        assert_eq!((ran.exit, ran.error_code().as_str()), (2, code), "{name} {pin:?}");
        assert!(!ran.out.contains("271828"));
    }
    assert_eq!(bench.ok(&["class", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(by("赵校长", Some("271828")).exit, 0);
    let audit = ["audit", "--limit", "4", "--operator", "赵校长"];
    let acts = run(&bench, &audit, Some("271828"), None).json();
    let acts = json!(acts.as_array().unwrap()[1..]);
    let verbs: Vec<_> = acts.as_array().unwrap().iter().map(|act| (&act["verb"], &act["by"])).collect();
    assert_eq!(verbs[0], (&json!("fill-timetable"), &json!("赵校长")));
    assert_eq!(verbs[1], (&json!("sign-in"), &json!("赵校长")));
    assert_eq!(verbs[2], (&json!("pin-failed"), &json!("baodao")));
}

#[test]
fn three_wrong_pins_make_every_program_wait() {
    let mut bench = guarded();
    let add = ["operator", "add", "钱会计", "--role", "auditor", "--operator", "赵校长"];
    for _ in 0..3 {
        assert_eq!(run(&bench, &add, Some("314159"), None).error_code(), "wrong-pin");
    }
    let waits = run(&bench, &add, Some("271828"), None);
    assert_eq!((waits.exit, waits.error_code().as_str()), (2, "pin-wait"));
    bench.at = "2026-09-21 09:01".to_owned();
    assert_eq!(run(&bench, &add, Some("271828"), None).exit, 0);
}

#[test]
fn a_copy_is_put_back_by_the_head_only() {
    let bench = guarded();
    let copy = bench.file("copy.db");
    assert_eq!(run(&bench, &["backup", "--to", &copy, "--operator", "赵校长"], Some("271828"), None).exit, 0);
    assert_eq!(bench.json(&["restore", &copy]).error_code(), "pin-needed");
    let add = ["operator", "add", "钱会计", "--role", "auditor", "--pin", "--operator", "赵校长"];
    assert_eq!(run(&bench, &add, Some("271828"), Some("662607")).exit, 0);
    let by = |name: &str, pin| run(&bench, &["restore", &copy, "--operator", name], Some(pin), None);
    assert_eq!(by("钱会计", "662607").error_code(), "not-allowed");
    assert_eq!(by("赵校长", "271828").exit, 0);
    assert_eq!(bench.ok(&["operator", "list"])["operators"].as_array().unwrap().len(), 3);
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

/// What the screen covers until somebody signs in, the command line does not give away either.
#[test]
fn telling_of_people_and_copying_need_a_right_pin_and_a_wrong_one_passes_nowhere() {
    let bench = guarded();
    let copy = bench.file("copy.db");
    let by_head = |args: &[&str], pin| run(&bench, &[args, &["--operator", "赵校长"]].concat(), pin, None);
    let lines: [&[&str]; 9] = [
        &["backup", "--to", &copy],
        &["backup"],
        &["find", "王"],
        &["person", "show", "王"],
        &["class", "show", "QZ-01"],
        &["session", "list", "--class", "QZ-01"],
        &["hours", "--class", "QZ-01"],
        &["waiting", "list", "--class", "QZ-01"],
        &["audit"],
    ];
    for line in lines {
        assert_eq!(by_head(line, None).error_code(), "pin-needed", "{line:?}");
    }
    assert_eq!(by_head(&["backup", "--to", &copy], Some("271829")).error_code(), "wrong-pin");
    assert!(!std::path::Path::new(&copy).exists());
    assert_eq!(by_head(&["class", "list"], Some("271829")).error_code(), "wrong-pin");
    assert_eq!(by_head(&["class", "list"], None).exit, 0);
    assert_eq!(by_head(&["backup", "--to", &copy], Some("271828")).exit, 0);
    let change = ["operator", "change", "李师傅", "--pin", "--operator", "赵校长"];
    assert_eq!(run(&bench, &change, Some("271828"), Some("141421")).exit, 0);
    let teacher = ["--operator", "李师傅"];
    let own = run(
        &bench,
        &[&["backup", "--to", &bench.file("own.db")][..], &teacher].concat(),
        Some("141421"),
        None,
    );
    assert_eq!(own.error_code(), "not-allowed");
}
