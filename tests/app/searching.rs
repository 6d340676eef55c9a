//! One box finds a person in every way people ask for one.

use crate::desk::{PEOPLE, desk_at, opened, person};
use baodao::app::enrol::{Registration, Who};
use baodao::app::{Desk, demo, pinyin};
use baodao::domain::id_number::IdNumber;
use baodao::domain::name::PersonName;
use baodao::domain::person::TraineeDraft;
use baodao::store::rows::Why;
use tempfile::TempDir;

/// A desk with people of these names, ID numbers and phones made up in order.
fn with_names(names: &[&str]) -> (Desk, TempDir) {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    for (nth, name) in names.iter().enumerate() {
        let body = format!("14099919850612{nth:03}");
        let id = "0123456789X".chars().map(|check| format!("{body}{check}"));
        let draft = TraineeDraft {
            name: (*name).to_owned(),
            id_number: id.into_iter().find(|id| IdNumber::parse(id).is_ok()).unwrap(),
            ..person(0)
        };
        desk.register(&Registration { who: Who::New(draft), ..nothing() }).unwrap();
    }
    (desk, folder)
}

fn nothing() -> Registration {
    Registration {
        who: Who::New(person(0)),
        statuses: Vec::new(),
        class: None,
        joined: None,
        category: String::new(),
    }
}

fn misheard(desk: &Desk, typed: &str) -> Vec<(String, Why)> {
    let found = desk.look_for(typed, 15).unwrap();
    found.misheard.into_iter().map(|one| (one.marked, one.row.why)).collect()
}

#[test]
fn misheard_names_are_found_below_those_that_fit() {
    let (desk, _folder) = with_names(&[
        "张伟",
        "章伟",
        "张玮",
        "臧伟",
        "刘芳",
        "牛芳",
        "陈强",
        "程强",
        "林霞",
        "凌霞",
        "胡军",
        "付军",
        "王敏",
        "黄敏",
        "单英",
        "山英",
        "买买提·艾力",
    ]);
    let same = |name: &str| (name.to_owned(), Why::SameSound);
    let near = |name: &str| (name.to_owned(), Why::Misheard);
    let one = |name: &str| (name.to_owned(), Why::OneSyllable);
    // typed hanzi: themselves for sure, then the same sound, then what is confused, the nearest first
    let found = desk.look_for("张伟", 15).unwrap();
    assert_eq!(found.sure.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["张伟"]);
    assert_eq!(misheard(&desk, "张伟"), [same("张[玮]"), same("[章]伟"), near("[臧]伟")]);
    // typed pinyin: the same sound is a fit
    assert_eq!(desk.find("zhangwei", 15).unwrap().len(), 3);
    assert_eq!(misheard(&desk, "zhangwei"), [near("[臧]伟")]);
    for (typed, marked) in [
        ("刘芳", "[牛]芳"),
        ("niufang", "[刘]芳"),
        ("陈强", "[程]强"),
        ("林霞", "[凌]霞"),
        ("胡军", "[付]军"),
        ("fujun", "[胡]军"),
    ] {
        assert_eq!(misheard(&desk, typed).first(), Some(&near(marked)), "{typed}");
    }
    // sounds that are not in the list are one syllable apart: told only where nobody fits better
    assert_eq!(misheard(&desk, "王敏"), []);
    assert_eq!(misheard(&desk, "旺闵"), [same("[王敏]")]);
    assert_eq!(misheard(&desk, "郭敏").len(), 2, "王敏 and 黄敏");
    assert_eq!(misheard(&desk, "李芳"), [one("[刘]芳")], "begins alike");
    // every reading of a surname
    assert_eq!(misheard(&desk, "山英"), [same("[单]英")]);
    assert_eq!(misheard(&desk, "danying"), [one("[山]英")], "nobody reads it dan");
    // half a name, and a part of a dotted one
    assert_eq!(misheard(&desk, "niu"), [near("[刘]芳")]);
    assert_eq!(misheard(&desk, "爱力"), [same("买买提·[艾]力")]);
    assert_eq!(desk.find("aili", 5).unwrap().len(), 1, "a part of a dotted name by its pinyin");
    for nobody_says in ["zw", "z", "1380", "", "138"] {
        assert!(misheard(&desk, nobody_says).is_empty(), "{nobody_says}");
    }
}

#[test]
fn a_name_always_finds_itself_first() {
    let folder = tempfile::tempdir().unwrap();
    let desk = demo::make(&folder.path().join("data"), 400, opened("2026-09-07 08:26"), &mut |_| ()).unwrap();
    let everybody = desk.find("1", 10_000).unwrap();
    assert!(everybody.len() > 300);
    for row in &everybody {
        for typed in [row.name.clone(), keys_of(&row.name)] {
            let found = desk.look_for(&typed, 400).unwrap();
            let place = found.sure.iter().position(|one| one.id == row.id);
            assert!(place.is_some(), "{typed} does not find {}", row.name);
            assert!(found.misheard.iter().all(|one| found.sure.iter().all(|sure| sure.id != one.row.id)));
            // whoever is called exactly so stands before whoever is called longer
            let exact = found.sure.iter().take_while(|one| one.name == row.name).count();
            let all = found.sure.iter().filter(|one| one.name == row.name).count();
            assert!(typed != row.name || exact == all, "{typed}");
            let kinds: Vec<Why> = found.misheard.iter().map(|one| one.row.why).collect();
            let rank = |why: &Why| {
                [Why::SameSound, Why::Misheard, Why::OneSyllable].iter().position(|kind| kind == why)
            };
            assert!(kinds.is_sorted_by_key(rank), "{typed}: {kinds:?}");
        }
    }
}

/// The full pinyin of a name, as one would type it.
fn keys_of(name: &str) -> String {
    let keys = pinyin::keys(&PersonName::parse(name).unwrap());
    keys.split(' ').filter(|key| key.is_ascii()).max_by_key(|key| key.len()).unwrap().to_owned()
}

#[test]
fn people_are_found_the_way_people_ask() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    for nth in 0..PEOPLE.len() {
        let who = Who::New(person(nth));
        desk.register(&Registration {
            who,
            statuses: Vec::new(),
            class: None,
            joined: None,
            category: String::new(),
        })
        .unwrap();
    }
    let tail = person(1).id_number.chars().skip(14).collect::<String>();
    for (typed, name, why) in [
        ("王建国", "王建国", Why::Name),
        ("王", "王建国", Why::Name),
        ("wjg", "王建国", Why::Pinyin),
        ("WangJian", "王建国", Why::Pinyin),
        ("yuchi", "尉迟明", Why::Pinyin),
        ("艾力", "买买提·艾力", Why::Name),
        ("买买提.艾力", "买买提·艾力", Why::Name),
        ("mmt", "买买提·艾力", Why::Pinyin),
        ("𬭎", "𬭎梅", Why::Name),
        (tail.as_str(), "李秀兰", Why::IdTail),
        ("0003", "赵拴柱", Why::PhoneTail),
        ("13800000003", "赵拴柱", Why::Phone),
        ("１３８００００００１２", "𬭎梅", Why::Phone),
        ("000000018", "王建国", Why::Number),
        ("140999198506120017", "王建国", Why::IdNumber),
    ] {
        let found = desk.find(typed, 10).unwrap();
        let first = found
            .iter()
            .find(|row| row.name == name)
            .unwrap_or_else(|| panic!("{typed} does not find {name}: {found:?}"));
        assert_eq!(first.why, why, "{typed}");
    }
    for given in ["建国", "jianguo"] {
        let found = desk.look_for(given, 10).unwrap().sure;
        assert_eq!((found[0].name.as_str(), found[0].why), ("王建国", Why::Within), "{given}");
    }
    assert_eq!(desk.find("zw", 10).unwrap().len(), 2, "two people of the same initials");
    assert!(desk.find("", 10).unwrap().is_empty() && desk.find("没有", 10).unwrap().is_empty());
    assert_eq!(desk.find("138", 5).unwrap().len(), 5, "never more than asked for");
}
