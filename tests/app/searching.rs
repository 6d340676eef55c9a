//! One box finds a person in every way people ask for one.

use crate::desk::{PEOPLE, desk_at, person};
use baodao::app::enrol::{Registration, Who};
use baodao::store::rows::Why;

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
    assert_eq!(desk.find("zw", 10).unwrap().len(), 2, "two people of the same initials");
    assert!(desk.find("", 10).unwrap().is_empty() && desk.find("没有", 10).unwrap().is_empty());
    assert_eq!(desk.find("138", 5).unwrap().len(), 5, "never more than asked for");
}
