//! Nothing is lost: backup, restore, undo, damage, a file of a newer program.

use super::bench::{Bench, run_env, sample};
use serde_json::json;

#[test]
fn init_makes_one_file_and_no_second() {
    let bench = Bench::new();
    let again = bench.json(&["init", "--centre", "另一家", "--region", "140902"]);
    assert_eq!((again.exit, again.error_code().as_str()), (2, "data-file-exists"));
    let other = Bench::empty();
    let ran = other.json(&["init", "--centre", "x", "--region", "14"]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (2, "region"));
    assert!(!other.data().exists());
}

#[test]
fn a_region_that_is_in_no_table_is_taken_and_said() {
    let bench = Bench::empty();
    let told = bench.ok(&["init", "--centre", "育才", "--region", "999999"]);
    assert_eq!((&told["region"], &told["warnings"][0]["code"]), (&json!("999999"), &json!("unknown-region")));
    let known = Bench::empty().ok(&["init", "--centre", "育才", "--region", "140902"]);
    assert_eq!(known["warnings"], json!([]));
    for (lang, words) in [("zh", "行政区划表里没有 999999"), ("en", "999999 is not in the table")] {
        let said = Bench::empty().run(&["init", "--centre", "x", "--region", "999999", "--lang", lang]);
        assert!(said.exit == 0 && said.out.contains(words), "{said:?}");
    }
}

/// What is wrong is said of the file that was named, in the reader's language.
#[test]
fn what_the_system_refuses_is_said_in_both_languages() {
    let bench = Bench::with_people();
    let (folder, data) = (bench.file("a-folder"), bench.file("2030.tsv"));
    std::fs::create_dir(&folder).unwrap();
    let not_text = bench.file("not-text.toml");
    std::fs::write(&not_text, [0xff, 0xfe]).unwrap();
    let none = bench.file("nofile.toml");
    let sheet = bench.file("a-folder.xlsx");
    std::fs::create_dir(&sheet).unwrap();
    let below = format!("{not_text}/x.db");
    let export = ["export", "roster", "--class", "QZ-01", "--out"];
    let cases: [(&[&str], &str, &str); 7] = [
        (&["layouts", "check", &none], "没有这个文件", "There is no file"),
        (&["holidays", "check", &data], "没有这个文件", "There is no file"),
        (&["layouts", "check", &folder], "这是一个文件夹", "it is a folder"),
        (&["layouts", "check", &not_text], "不是 UTF-8 文字", "not text in UTF-8"),
        (&["backup", "--to", &folder], "这是一个文件夹", "it is a folder"),
        (&["backup", "--to", &below], "不是文件夹", "no folder"),
        (&[&export[..], &[&sheet]].concat(), "这是一个文件夹", "it is a folder"),
    ];
    for (line, zh, en) in cases {
        for (lang, words) in [("zh", zh), ("en", en)] {
            let said = bench.run(&[line, &["--lang", lang]].concat()).err;
            assert!(said.contains(words), "{line:?}: {said}");
            let of_rust = ["entity not found", "is a directory", "IsADirectory", "stream did not contain"];
            assert!(!of_rust.iter().any(|words| said.contains(words)), "{said}");
        }
    }
}

/// Folders of the system in which nobody makes a file: it is the target that fails, not the data.
#[cfg(target_os = "linux")]
#[test]
fn a_target_that_cannot_be_made_is_not_called_damage_to_the_data() {
    let bench = Bench::with_people();
    let copy = bench.run(&["backup", "--to", "/proc/x.db"]);
    assert!(copy.exit == 3 && copy.err.contains("/proc/x.db（没有权限）"), "{copy:?}");
    let sheet = bench.run(&["export", "roster", "--class", "QZ-01", "--out", "/proc/x.xlsx"]);
    assert!(sheet.exit == 3 && sheet.err.contains("没有权限"), "{sheet:?}");
}

#[test]
fn a_sheet_that_cannot_be_written_did_not_go_out() {
    let bench = Bench::with_people();
    let newest = || bench.ok(&["audit", "--limit", "1"])[0]["act"].clone();
    let before = newest();
    let folder = bench.file("folder.xlsx");
    std::fs::create_dir(&folder).unwrap();
    for out in [bench.file("nofolder/x.xlsx"), folder] {
        let ran = bench.json(&["export", "roster", "--class", "QZ-01", "--out", &out]);
        assert_eq!(ran.exit, 3, "{ran:?}");
        assert_eq!(newest(), before, "nothing is said to have gone to {out}");
    }
    bench.ok(&["export", "roster", "--class", "QZ-01", "--out", &bench.file("x.xlsx")]);
    assert_ne!(newest(), before);
}

#[test]
fn a_copy_comes_back() {
    let mut bench = Bench::with_people();
    let copy = bench.file("copy.db");
    let made = bench.ok(&["backup", "--to", &copy]);
    assert_eq!((&made["trainees"], &made["path"]), (&json!(50), &json!(copy)));
    bench.at = "2026-09-21 09:05".to_owned();
    bench.mark("2026-09-07/1", &["--all-unmarked", "--as", "present"]);
    assert_eq!(bench.credited()[0], 4);
    let would = bench.ok(&["restore", &copy, "--dry-run"]);
    assert_eq!((&would["lost"], &would["aside"]), (&json!(1), &json!(null)));
    assert_eq!(would["lost_acts"][0]["verb"], "mark-all");
    assert_eq!(bench.credited()[0], 4, "a dry run changes nothing");
    let done = bench.ok(&["restore", &copy]);
    assert_eq!(done["lost"], 1);
    assert!(std::path::Path::new(done["aside"].as_str().unwrap()).is_file());
    assert_eq!(bench.credited()[0], 0);
    assert_eq!(bench.ok(&["verify"])["ok"], true);
    assert_eq!(bench.ok(&["audit", "--limit", "1"])[0]["verb"], "restore");
}

#[test]
fn a_copy_comes_back_where_nothing_can_be_opened() {
    let bench = Bench::with_people();
    let copy = bench.file("copy.db");
    bench.ok(&["backup", "--to", &copy]);
    std::fs::write(bench.data().join("baodao.db"), "broken").unwrap();
    assert_eq!(bench.json(&["class", "list"]).exit, 3);
    let would = bench.ok(&["restore", &copy, "--dry-run"]);
    assert_eq!((&would["lost"], &would["aside"]), (&json!(null), &json!(null)));
    assert_eq!(bench.json(&["class", "list"]).exit, 3, "a dry run changes nothing");
    let done = bench.ok(&["restore", &copy]);
    assert_eq!(std::fs::read(done["aside"].as_str().unwrap()).unwrap(), b"broken");
    assert_eq!(bench.ok(&["verify"])["ok"], true);
    // a new computer
    std::fs::remove_dir_all(bench.data()).unwrap();
    assert_eq!(bench.ok(&["restore", &copy])["aside"], json!(null));
    assert_eq!(bench.ok(&["class", "show", "QZ-01"])["seats"], 50);
    assert_eq!(bench.ok(&["audit", "--limit", "1"])[0]["verb"], "restore");
}

#[test]
fn a_busy_file_is_not_taken_for_one_that_cannot_be_read() {
    let bench = Bench::with_people();
    let copy = bench.file("copy.db");
    bench.ok(&["backup", "--to", &copy]);
    let before = std::fs::read(bench.data().join("baodao.db")).unwrap();
    let other = rusqlite::Connection::open(bench.data().join("baodao.db")).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let ran = bench.json(&["restore", &copy]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (3, "busy"), "{ran:?}");
    drop(other);
    assert_eq!(std::fs::read(bench.data().join("baodao.db")).unwrap(), before);
    assert_eq!(bench.ok(&["restore", &copy])["lost"], 0);
}

#[test]
fn a_foreign_or_missing_copy_is_refused() {
    let bench = Bench::new();
    for file in [sample("village-list.xlsx"), bench.file("none.db")] {
        for dry_run in [&["--dry-run"][..], &[]] {
            let ran = bench.json(&[&["restore", &file], dry_run].concat());
            assert_eq!(ran.exit, 2, "{ran:?}");
        }
    }
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

#[test]
fn acts_are_taken_back_one_by_one() {
    let bench = Bench::with_people();
    bench.mark("2026-09-07/1", &["--trainee", "1", "--as", "present"]);
    bench.mark("2026-09-07/1", &["--trainee", "2", "--as", "absent"]);
    let undone = bench.ok(&["undo"]);
    assert_eq!(undone["undone"]["verb"], "mark");
    assert_eq!(bench.credited()[..2], [4, 0]);
    let acts = bench.ok(&["audit"]);
    let first = acts
        .as_array()
        .unwrap()
        .iter()
        .find(|act| act["verb"] == "mark" && act["undone_by"].is_null())
        .unwrap();
    bench.ok(&["undo", "--act", &first["act"].to_string()]);
    assert_eq!(bench.credited()[0], 0);
    let twice = bench.json(&["undo", "--act", &first["act"].to_string()]);
    assert_eq!((twice.exit, twice.error_code().as_str()), (2, "undone-already"));
    assert_eq!(bench.json(&["undo", "--act", "9999"]).error_code(), "nothing-to-undo");
    assert_eq!(bench.json(&["undo", "--operator", "别人"]).error_code(), "nothing-to-undo");
    assert_eq!(bench.ok(&["verify"])["ok"], true);
}

#[test]
fn acts_name_their_operator() {
    let bench = Bench::with_people();
    bench.mark("2026-09-07/1", &["--trainee", "1", "--as", "present", "--operator", "李老师"]);
    assert_eq!(bench.ok(&["audit", "--limit", "1"])[0]["by"], "李老师");
    let one = bench.ok(&["hours", "--class", "QZ-01", "--trainee", "1"]);
    assert_eq!(one[0]["entries"][0]["by"], "李老师");
}

/// On file stands a key; whoever reads it reads a word of their own language.
#[test]
fn whoever_gave_no_name_is_called_by_the_role() {
    let mut env = Bench::empty().env();
    let folder = tempfile::tempdir().unwrap();
    (env.home, env.opened.operator) = (Some(folder.path().join("data")), None);
    let mut run = |line: &[&str]| {
        env.opened = baodao::app::Opened { operator: None, ..crate::desk::opened("2026-09-21 09:00") };
        run_env(&env, line).out
    };
    run(&["init", "--centre", "育才", "--region", "140902"]);
    let (zh, en) = (run(&["audit"]), run(&["audit", "--lang", "en"]));
    assert!(zh.contains("前台") && !zh.contains("desk"), "{zh}");
    assert!(en.contains("front desk") && !en.contains("前台"), "{en}");
    let told: serde_json::Value = serde_json::from_str(&run(&["audit", "--json"])).unwrap();
    assert_eq!(told[0]["by"], "desk", "programs read the key");
}

#[test]
fn a_layout_of_ones_own_is_checked() {
    let bench = Bench::new();
    let file = bench.file("own.toml");
    let text = bench.ok(&["layouts", "show", "signin"])["text"].as_str().unwrap().to_owned();
    std::fs::write(&file, &text).unwrap();
    assert_eq!(bench.ok(&["layouts", "check", &file]), json!({ "ok": true, "faults": [] }));
    std::fs::write(&file, text.replace("key = \"signin-default\"", "key = \"Own Key\"")).unwrap();
    let ran = bench.json(&["layouts", "check", &file]);
    assert_eq!((ran.exit, &ran.json()["ok"]), (1, &json!(false)));
    assert!(ran.json()["faults"][0]["line"].is_u64());
    assert_eq!(bench.json(&["layouts", "check", &bench.file("none.toml")]).exit, 2);
    std::fs::create_dir(bench.data().join("sheets")).unwrap();
    std::fs::write(bench.data().join("sheets/own.toml"), text.replace("signin-default", "signin-own"))
        .unwrap();
    let list = bench.ok(&["layouts", "list"]);
    assert!(list["layouts"].as_array().unwrap().iter().any(|layout| layout["key"] == "signin-own"));
    assert!(bench.run(&["layouts", "show", "signin-own"]).out.contains("signin-own"));
}

#[test]
fn an_export_says_which_columns_are_empty_and_why() {
    let bench = Bench::with_people();
    let out = bench.file("r3.xlsx");
    let told = bench.ok(&["export", "roster-chengdu", "--class", "QZ-01", "--out", &out]);
    let empty = told["empty"].as_array().unwrap();
    assert!(empty.contains(&json!({ "column": "证书编号", "why": "not-kept" })), "{empty:?}");
    assert!(!empty.iter().any(|column| column["column"] == "姓名"), "{empty:?}");
    let lines = bench.run(&["export", "roster-chengdu", "--class", "QZ-01", "--out", &out]).out;
    assert!(lines.contains("空着的列：证书类型、原技术等级、证书编号"), "{lines}");
    let list = bench.ok(&["layouts", "list"]);
    let qingdao =
        list["layouts"].as_array().unwrap().iter().find(|one| one["key"] == "roster-qingdao").unwrap();
    assert!(qingdao["source"].as_str().unwrap().contains("家政服务工程"), "{qingdao}");
    for lang in ["zh", "en"] {
        let told = bench.run(&["layouts", "list", "--lang", lang]).out;
        assert!(!told.contains("forms.md") && !told.contains("R3"), "a document is named in words: {told}");
    }
}

#[test]
fn a_sheet_is_never_named_as_another_kind_of_file() {
    let bench = Bench::with_people();
    let [pdf, bare] = [bench.file("out.pdf"), bench.file("bare")];
    let export = |out: &str| bench.json(&["export", "roster", "--class", "QZ-01", "--out", out]);
    let refused = export(&pdf);
    assert_eq!((refused.exit, refused.error_code().as_str()), (2, "not-xlsx"));
    assert!(!std::path::Path::new(&pdf).exists());
    let told = bench.ok(&["export", "roster", "--class", "QZ-01", "--out", &bare]);
    assert_eq!(told["out"].as_str().unwrap(), format!("{bare}.xlsx"));
    assert!(std::path::Path::new(&format!("{bare}.xlsx")).is_file());
}

#[test]
fn a_path_that_is_one_too_many_is_quoted_whole() {
    let bench = Bench::new();
    let long = "/work/a-folder-with-a-long-name/and-another-one/the-copy-of-yesterday.db";
    let ran = bench.run(&["restore", "one.db", long]);
    assert!(ran.exit == 2 && ran.err.contains(long), "{}", ran.err);
}

#[test]
fn a_file_of_a_newer_program_is_only_looked_at() {
    let bench = Bench::with_people();
    let path = bench.data().join("baodao.db");
    // user_version stands at byte 60 of an SQLite file, big-endian
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&999_i32.to_be_bytes());
    std::fs::write(&path, bytes).unwrap();
    for lang in ["zh", "en"] {
        let ran = bench.run(&["class", "list", "--lang", lang]);
        assert_eq!(ran.exit, 0);
        assert!(ran.out.contains("QZ-01") && ran.err.contains("999"), "{ran:?}");
    }
    let ran = bench.json(&[
        "mark",
        "--class",
        "QZ-01",
        "--session",
        "2026-09-07/1",
        "--as",
        "present",
        "--all-unmarked",
        "--reason",
        "x",
    ]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (3, "newer-data-file"));
}

#[test]
fn a_foreign_file_in_our_place_is_left_alone() {
    let bench = Bench::empty();
    std::fs::create_dir(bench.data()).unwrap();
    std::fs::write(bench.data().join("baodao.db"), "not ours").unwrap();
    let ran = bench.json(&["verify"]);
    assert_eq!((ran.exit, ran.error_code().as_str()), (3, "not-our-file"));
    assert_eq!(std::fs::read(bench.data().join("baodao.db")).unwrap(), b"not ours");
}

#[test]
fn a_demo_can_be_made_and_left() {
    let bench = Bench::empty();
    let data = bench.file("demo");
    let made = bench.ok(&["demo", "--trainees", "60", "--data", &data]);
    assert_eq!(made["trainees"], 60);
    assert_eq!(bench.ok(&["class", "list", "--data", &data]).as_array().unwrap().len(), 2);
    let acts = bench.ok(&["audit", "--data", &data]);
    assert!(acts.to_string().contains("王芳"), "its clerk has a name: {acts}");
    assert_eq!(bench.ok(&["verify", "--data", &data])["ok"], true);
}
