//! People in: the village list, the damaged list, hostile files; and finding them.

use super::bench::{Bench, sample};
use crate::desk::opened;
use baodao::app::Desk;
use baodao::app::enrol::{Registration, Who, draft_of};
use baodao::domain::status::{Category, Status};
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn a_list_comes_in_once() {
    let bench = Bench::with_class();
    let import = ["import", "roster", &sample("village-list.xlsx"), "--class", "QZ-01"];
    let tried = bench.ok(&[import.as_slice(), &["--dry-run"]].concat());
    assert_eq!((&tried["accepted"], &tried["dry_run"]), (&json!(50), &json!(true)));
    let first = bench.ok(&import);
    assert_eq!(
        (&first["accepted"], &first["known"], &first["rejected"]),
        (&json!(50), &json!(0), &json!([]))
    );
    let again = bench.ok(&import);
    assert_eq!((&again["accepted"], &again["known"], &again["differs"]), (&json!(0), &json!(50), &json!([])));
    assert_eq!(bench.ok(&["class", "show", "QZ-01"])["trainees"].as_array().unwrap().len(), 50);
    assert_eq!(
        bench.json(&["import", "roster", import[2], "--joined", "2026-09-08"]).error_code(),
        "options-together"
    );
}

#[test]
fn misheard_names_come_after_those_that_fit() {
    let bench = Bench::with_people();
    let everybody = bench.ok(&["class", "show", "QZ-01"])["trainees"].clone();
    let name = everybody[0]["name"].as_str().unwrap();
    let found = bench.ok(&["find", name]);
    let found = found.as_array().unwrap();
    assert_eq!((&found[0]["name"], &found[0]["why"]), (&json!(name), &json!("name")));
    assert_eq!(found[0]["marked"], Value::Null);
    let kind = |row: &Value| {
        let why = row["why"].as_str().unwrap().to_owned();
        ["name", "same-sound", "misheard", "one-syllable"].iter().position(|kind| *kind == why).unwrap()
    };
    assert!(found.is_sorted_by_key(kind), "{found:?}");
    for row in found.iter().filter(|row| kind(row) > 0) {
        assert!(row["marked"].as_str().unwrap().contains('[') && row["birth_year"].is_u64(), "{row}");
        assert!(row["phone_masked"].as_str().is_none_or(|phone| phone.contains('*')), "{row}");
    }
}

#[test]
fn the_history_of_a_person() {
    let bench = Bench::with_people();
    let sessions = bench.sessions();
    bench.mark(&sessions[0], &["--as", "absent", "--trainee", "1"]);
    let class = bench.ok(&["class", "show", "QZ-01"]);
    let first = &class["trainees"][0];
    let number = first["number"].as_str().unwrap();
    let card = bench.ok(&["person", "show", number]);
    assert_eq!((&card["name"], &card["number"]), (&first["name"], &json!(number)));
    assert_eq!((&card["id_masked"], &card["phone_masked"]), (&first["id_masked"], &first["phone_masked"]));
    let attended = &card["classes"][0];
    assert_eq!(
        (&attended["code"], &attended["seat"], &attended["state"]),
        (&json!("QZ-01"), &json!(1), &json!("ended"))
    );
    assert_eq!((&attended["credited"], &attended["required"]), (&json!(0), &json!(80)));
    assert_eq!((&attended["marks"]["absent"], &attended["marks"]["not_taken"]), (&json!(1), &json!(19)));
    assert_eq!(card["classes_this_year"], json!(1));
    let named = bench.ok(&["person", "show", first["name"].as_str().unwrap()]);
    assert_eq!(named["number"], json!(number));
    assert_eq!(bench.json(&["person", "show", "没有这人"]).error_code(), "no-such-trainee");
    assert_eq!(bench.json(&["person", "show", "1"]).error_code(), "no-such-trainee");
    for lang in ["zh", "en"] {
        let ran = bench.run(&["person", "show", number, "--lang", lang]);
        assert!(ran.exit == 0 && ran.out.contains("QZ-01") && ran.out.contains("0/80"), "{ran:?}");
    }
}

#[test]
fn the_number_of_a_proof_is_masked() {
    let bench = Bench::with_people();
    // the kind of proof whose number is that of the ID card
    let number = "140999196706019475";
    let status = Status {
        category: Category("returnee".into()),
        proof_kind: "id-address".into(),
        proof_number: number.into(),
        obtained: None,
        expires: None,
    };
    let mut desk = Desk::open(&bench.data(), opened("2026-09-21 09:00")).unwrap();
    let class = desk.class_named("QZ-01").unwrap().id;
    let known = desk.person(desk.class_view(class).unwrap().enrolments[0].trainee).unwrap().row;
    let who = Who::Known { id: known.id, version: known.version, draft: draft_of(&known.trainee) };
    let registration =
        Registration { who, statuses: vec![status], class: None, joined: None, category: String::new() };
    desk.register(&registration).unwrap();
    let name = known.number.to_string();
    let card = bench.ok(&["person", "show", &name]);
    let statuses = card["statuses"].as_array().unwrap();
    let proof = statuses.iter().find(|status| status["proof_kind"] == "id-address").unwrap();
    assert_eq!(proof["proof_masked"], json!("**************9475"));
    let ran = bench.run(&["person", "show", &name]);
    assert!(ran.out.contains("**9475") && !ran.out.contains(number), "{ran:?}");
    assert!(!card.to_string().contains(number));
}

#[test]
fn every_damaged_row_gets_its_own_code() {
    let bench = Bench::new();
    let ran = bench.json(&["import", "roster", &sample("damaged-ids.xlsx")]);
    assert_eq!(ran.exit, 1);
    let report = ran.json();
    let by_row = |list: &str| {
        let mut codes: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for one in report[list].as_array().unwrap() {
            codes
                .entry(one["row"].as_u64().unwrap())
                .or_default()
                .push(one["code"].as_str().unwrap().to_owned());
        }
        codes
    };
    let (rejected, warned) = (by_row("rejected"), by_row("warned"));
    let text = std::fs::read_to_string(sample("expected-damaged-ids.json")).unwrap();
    let expected: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert_eq!(expected.len(), 23);
    let mut accepted = 0;
    for one in &expected {
        let (row, expect) = (one["row"].as_u64().unwrap(), one["expect"].as_str().unwrap());
        match expect.split_once(':') {
            Some(("reject", code)) => {
                assert_eq!(rejected.get(&row), Some(&vec![code.to_owned()]), "row {row}");
            }
            Some((_, code)) => {
                assert!(warned[&row].contains(&code.to_owned()) && !rejected.contains_key(&row), "row {row}");
                accepted += 1;
            }
            None => {
                assert_eq!(rejected.get(&row), None, "row {row}");
                accepted += 1;
            }
        }
    }
    assert_eq!(report["accepted"], accepted);
    assert_eq!(rejected.len() + accepted, 23);
    assert!(!ran.out.contains("140999198204187420"), "no ID number in a message");
    for lang in ["zh", "en"] {
        let told = bench.run(&["import", "roster", &sample("damaged-ids.xlsx"), "--lang", lang]);
        assert_eq!(told.exit, 1);
        assert!(told.out.lines().count() > 8, "{told:?}");
    }
}

#[test]
fn hostile_files_are_refused_and_nothing_is_made() {
    let bench = Bench::new();
    for name in
        ["not-a-workbook.xlsx", "string-count-4e9.xlsx", "truncated.xls", "two-corners.xlsx", "none.xlsx"]
    {
        for lang in ["zh", "en"] {
            let ran = bench.run(&["import", "roster", &sample(name), "--lang", lang]);
            assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{name}: {ran:?}");
            assert!(!ran.err.is_empty());
        }
    }
    assert_eq!(bench.ok(&["audit"]).as_array().unwrap().len(), 1, "only init");
    assert_eq!(bench.ok(&["find", "王"]), json!([]));
}

#[test]
fn people_are_found_and_masked() {
    let bench = Bench::with_people();
    let text = std::fs::read(sample("village-list.xlsx")).unwrap();
    assert!(!text.is_empty());
    let first = bench.ok(&["class", "show", "QZ-01"])["trainees"][0].clone();
    let name = first["name"].as_str().unwrap();
    let found = bench.ok(&["find", name, "--limit", "1"]);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(
        (&found[0]["name"], &found[0]["why"], &found[0]["classes"]),
        (&json!(name), &json!("name"), &json!(["QZ-01"]))
    );
    for lang in ["zh", "en"] {
        let shown = bench.run(&["class", "show", "QZ-01", "--lang", lang]).out
            + &bench.run(&["find", name, "--lang", lang]).out
            + &bench.json(&["class", "show", "QZ-01"]).out
            + &bench.json(&["find", name]).out
            + &bench.run(&["hours", "--class", "QZ-01"]).out;
        let longest = shown.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
        assert!(longest < Some(11), "a whole ID or phone number is printed");
    }
    assert!(found[0]["id_masked"].as_str().unwrap().contains("********"));
    assert!(found[0]["phone_masked"].as_str().unwrap().contains("****"));
}

#[test]
fn what_differs_is_told_and_left() {
    let bench = Bench::new();
    bench.ok(&["import", "roster", &sample("village-list.xlsx")]);
    let known = bench.ok(&["import", "roster", &sample("village-list.xlsx")]);
    assert_eq!((&known["accepted"], &known["known"]), (&json!(0), &json!(50)));
}
