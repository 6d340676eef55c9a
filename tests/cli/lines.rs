//! Lines: options anywhere, wrong use in both languages, help, JSON that is nothing but JSON.

use super::bench::{Bench, Gone, sample};
use baodao::cli::run_with;
use std::ffi::OsString;
use std::io;

#[test]
fn global_options_stand_anywhere() {
    let bench = Bench::new();
    let data = bench.data();
    let data = data.to_str().unwrap();
    let attached = format!("--data={data}");
    for line in [
        vec!["--json", "--lang", "en", "class", "list", "--data", data],
        vec!["class", "--json", "list", &attached, "--lang=en"],
        vec!["class", "list", "--operator", "王芳", "--json"],
    ] {
        let ran = bench.run(&line);
        assert_eq!((ran.exit, ran.out.as_str(), ran.err.as_str()), (0, "[]\n", ""), "{line:?}");
    }
}

#[test]
fn wrong_use_is_refused_in_both_languages() {
    let bench = Bench::new();
    // a year that no file takes
    let far = "class add --code A --course 2022/6-29-01-01/5 --hours 80 --start 2026-09-07 --end 3026-09-18";
    let far: Vec<&str> = far.split(' ').collect();
    let wrong: [(&[&str], &str); 18] = [
        (&["clas", "list"], "unknown-verb"),
        (&["class", "lst"], "unknown-verb"),
        (&["class"], "unknown-verb"),
        (&["frobnicate"], "unknown-verb"),
        (&["class", "list", "--jsn"], "unknown-option"),
        (&["hours", "--class"], "no-value"),
        (&["hours", "--class", "--json"], "no-value"),
        (&["hours", "--json=yes", "--class", "QZ-01"], "needless-value"),
        (&["hours"], "missing-option"),
        (&["find"], "missing-operand"),
        (&["find", "a", "b"], "too-many-operands"),
        (&["find", "a", "--limit", "many"], "bad-number"),
        (&["class", "list", "--on", "2026-02-30"], "bad-date"),
        (&["enrol", "--class", "A", "--trainee", "1", "--joined", "0999-01-01"], "bad-date"),
        (&far, "bad-date"),
        (&["class", "list", "--lang", "fr"], "bad-choice"),
        (&["class", "list", "--class", "QZ-01"], "option-not-here"),
        (&["hours", "--class", "A", "--class", "B"], "option-twice"),
    ];
    for (line, code) in wrong {
        let ran = bench.json(line);
        assert_eq!((ran.exit, ran.error_code().as_str(), ran.err.as_str()), (2, code, ""), "{line:?}");
        let mut texts = Vec::new();
        for lang in ["zh", "en"] {
            if line.contains(&"--lang") || line.contains(&"--json") {
                continue;
            }
            let ran = bench.run(&[line, &["--lang", lang]].concat());
            assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{line:?} {ran:?}");
            texts.push(ran.err);
        }
        texts.dedup();
        assert_ne!(texts.len(), 1, "{line:?} is told in one language: {texts:?}");
    }
    assert!(bench.run(&["clas", "lst", "--lang", "en"]).err.contains("Did you mean class list?"));
    assert!(bench.run(&["hours", "--clas", "A", "--lang", "en"]).err.contains("--class"));
    assert_eq!(bench.json(&["hours", "--class", "NO"]).error_code(), "no-such-class");
    assert_eq!(bench.json(&["hours", "--class", "NO"]).exit, 2);
}

#[test]
fn a_typed_number_is_not_repeated_whole() {
    let bench = Bench::new();
    for lang in ["zh", "en"] {
        let ran = bench.run(&["find", "a", "14099919970313004X", "--lang", lang]);
        assert!(!ran.err.contains("14099919970313004X") && ran.err.contains("140999********004X"), "{ran:?}");
    }
}

#[test]
fn help_is_there_in_both_languages() {
    let bench = Bench::empty();
    let all = bench.run(&["--help", "--lang", "zh"]);
    assert_eq!((all.exit, all.err.as_str()), (0, ""));
    let verbs: Vec<String> = all
        .out
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("  --"))
        .map(|line| line.trim().split("  ").next().unwrap().to_owned())
        .collect();
    assert!(verbs.len() > 20, "{verbs:?}");
    for verb in verbs {
        let words: Vec<&str> = verb.split(' ').filter(|word| !word.chars().all(char::is_uppercase)).collect();
        let help = |lang| {
            let ran = bench.run(&[words.as_slice(), &["--help", "--lang", lang]].concat());
            assert_eq!(ran.exit, 0, "{verb}");
            ran.out
        };
        let (zh, en) = (help("zh"), help("en"));
        assert!(zh.contains(&words.join(" ")) && en.contains(&words.join(" ")), "{verb}");
        assert!(zh.chars().any(|c| c > '\u{4e00}') && !en.chars().any(|c| c > '\u{4e00}'), "{verb}\n{en}");
    }
    assert!(bench.run(&["help", "mark"]).out.contains("--minutes-late"));
    assert_eq!(bench.run(&["--version"]).out, format!("baodao {}\n", env!("CARGO_PKG_VERSION")));
    assert!(bench.json(&["--help"]).json()["help"].is_string());
    assert!(bench.json(&["--version"]).json()["version"].is_string());
}

#[test]
fn json_is_all_that_stands_on_stdout() {
    let bench = Bench::with_people();
    let out = bench.file("r.xlsx");
    let lines: [&[&str]; 14] = [
        &["course", "list"],
        &["class", "list"],
        &["class", "show", "QZ-01"],
        &["import", "roster", &sample("village-list.xlsx")],
        &["find", "w"],
        &["hours", "--class", "QZ-01"],
        &["export", "roster", "--class", "QZ-01", "--out", &out],
        &["layouts", "list"],
        &["layouts", "show", "roster"],
        &["verify"],
        &["audit"],
        &["backup"],
        &["timetable", "fill", "--class", "QZ-01", "--days", "sat", "--slots", "09:00-10:00"],
        &["undo"],
    ];
    for line in lines {
        for lang in ["zh", "en"] {
            let ran = bench.run(&[line, &["--json", "--lang", lang]].concat());
            if line[0] != "undo" {
                assert_eq!(ran.exit, 0, "{line:?} {ran:?}");
            }
            assert!(ran.json().is_object() || ran.json().is_array());
            assert_eq!(ran.err, "", "{line:?}");
            assert!(!ran.out.chars().any(|c| c.is_control() && c != '\n'), "{line:?}");
        }
        assert!(!bench.run(line).out.chars().any(|c| c.is_control() && c != '\n'), "{line:?}");
    }
}

#[test]
fn a_reader_that_leaves_ends_us_quietly() {
    let bench = Bench::new();
    let run = |kind| {
        let mut err = Vec::new();
        let args = ["course", "list"].map(OsString::from);
        (run_with(args, &bench.env(), &mut Gone(kind), &mut err), err.is_empty())
    };
    assert_eq!(run(io::ErrorKind::BrokenPipe), (0, true));
    assert_eq!(run(io::ErrorKind::StorageFull).0, 3);
}

#[test]
fn without_a_data_file_we_say_how_to_begin() {
    let bench = Bench::empty();
    for lang in ["zh", "en"] {
        let ran = bench.run(&["--lang", lang]);
        assert_eq!(ran.exit, 3);
        assert!(ran.err.contains("baodao init") && ran.err.contains("baodao demo"), "{ran:?}");
    }
    let ran = bench.json(&["class", "list"]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (3, "no-data-file"));
    assert_eq!(bench.json(&[]).error_code(), "json-without-verb");
    assert_eq!(bench.json(&["demo"]).error_code(), "no-terminal");
    assert!(!bench.data().exists());
}

#[test]
fn the_catalogue_needs_no_data_file() {
    let bench = Bench::empty();
    let courses = bench.ok(&["course", "list", "--lang", "en"]);
    let course =
        courses.as_array().unwrap().iter().find(|course| course["key"] == "2022/6-29-01-01/5").unwrap();
    for name in ["key", "name", "level", "occupation_code", "edition", "line", "field", "hours"] {
        assert!(course.get(name).is_some(), "{name}");
    }
    assert!(course["line"].is_string());
    let plain = courses.as_array().unwrap().iter().find(|course| course["level"].is_null()).unwrap();
    assert!(plain["occupation_code"].is_null() && plain["edition"].is_null());
}
