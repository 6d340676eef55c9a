//! The real program, as a script starts it.

use super::bench::sample;
use crate::environment::environment;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn program(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baodao"));
    command
        .args(args)
        .arg("--data")
        .arg(data)
        .env_clear()
        .envs(environment(data))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(data: &Path, args: &[&str]) -> Output {
    program(data, args).output().unwrap()
}

#[track_caller]
fn ok(data: &Path, args: &[&str]) -> Value {
    let ran = run(data, &[args, &["--json"]].concat());
    assert_eq!(ran.status.code(), Some(0), "{args:?}: {ran:?}");
    serde_json::from_slice(&ran.stdout).unwrap()
}

/// A class of the past, because the real clock goes on.
fn class(data: &Path) {
    ok(data, &["init", "--centre", "忻府区育才培训学校", "--region", "140902"]);
    let days = ["--start", "2024-09-02", "--end", "2024-09-13", "--hours", "80"];
    ok(
        data,
        &[["class", "add", "--code", "QZ-01", "--course", "2022/6-29-01-01/5"].as_slice(), &days].concat(),
    );
    ok(
        data,
        &["timetable", "fill", "--class", "QZ-01", "--days", "mon-fri", "--slots", "08:30-12:00,14:00-17:30"],
    );
    ok(data, &["import", "roster", &sample("village-list.xlsx"), "--class", "QZ-01"]);
}

#[test]
fn two_programs_mark_one_session_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    class(&data);
    let mark = |seat: usize, word: &str| {
        let seat = seat.to_string();
        let line = [
            "mark",
            "--class",
            "QZ-01",
            "--session",
            "2024-09-02/1",
            "--reason",
            "补录",
            "--as",
            word,
            "--trainee",
            &seat,
        ];
        program(&data, &line).spawn().unwrap()
    };
    // four at a time, two for each seat: the later word of a seat stands, and no line is lost
    for pair in (1..=20).collect::<Vec<usize>>().chunks(2) {
        let started: Vec<_> =
            pair.iter().flat_map(|seat| [mark(*seat, "present"), mark(*seat, "absent")]).collect();
        for child in started {
            let ran = child.wait_with_output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{ran:?}");
        }
    }
    let verified = ok(&data, &["verify"]);
    assert_eq!((&verified["ok"], verified["marks"].as_i64()), (&Value::Bool(true), Some(40)));
    let all = ok(
        &data,
        &[
            "mark",
            "--class",
            "QZ-01",
            "--session",
            "2024-09-02/1",
            "--reason",
            "补录",
            "--as",
            "present",
            "--all-unmarked",
        ],
    );
    assert_eq!(all["marked"], 30);
}

#[test]
fn languages_codes_and_streams_are_those_of_a_good_citizen() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let missing = run(&data, &["class", "list", "--lang", "en"]);
    assert_eq!((missing.status.code(), missing.stdout.len()), (Some(3), 0));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("baodao init"));
    let wrong = run(&data, &["clas", "list", "--lang", "zh"]);
    assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(2), 0));
    let mut french = program(&data, &["--help"]);
    let french = french.env("LC_ALL", "fr_FR.UTF-8").output().unwrap();
    assert!(String::from_utf8(french.stdout).unwrap().contains("Exit codes"));
    let mut silent = program(&data, &["--help"]);
    let silent = silent.env("LANG", "C").output().unwrap();
    assert!(String::from_utf8(silent.stdout).unwrap().contains("退出码"));
}

#[test]
fn a_pipe_that_closes_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program(&folder.path().join("data"), &["course", "list", "--json"]).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(0), 0), "{ended:?}");
}
