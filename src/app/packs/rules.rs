//! Rule packs from TOML. The file's shape stands here, so that it can change without touching the domain.

use crate::domain::rules::{RulePack, Sourced};
use chrono::NaiveDate;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

#[derive(Deserialize)]
struct File {
    id: String,
    zh: String,
    en: String,
    #[serde(deserialize_with = "day")]
    valid_from: NaiveDate,
    minutes_per_hour: Value<u16>,
    grace_minutes: Value<u16>,
    minutes_per_lost_hour: Value<u16>,
    person_attendance_pct: Value<u32>,
    class_size_max: Value<u32>,
    age_min: Value<u32>,
    max_hours_per_day: Value<u32>,
}

#[derive(Deserialize)]
struct Value<T> {
    value: T,
    source: String,
    note_zh: String,
    note_en: String,
}

impl<T> From<Value<T>> for Sourced<T> {
    fn from(value: Value<T>) -> Self {
        Self { value: value.value, source: value.source, zh: value.note_zh, en: value.note_en }
    }
}

fn day<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(from)?;
    crate::domain::calendar::parse_day(&text).ok_or_else(|| serde::de::Error::custom("a day like 2026-09-07"))
}

/// Reads a pack; the message of a fault names line and key.
pub fn parse(text: &str) -> Result<RulePack, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    Ok(RulePack {
        hash: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        id: file.id,
        zh: file.zh,
        en: file.en,
        valid_from: file.valid_from,
        minutes_per_hour: file.minutes_per_hour.into(),
        grace_minutes: file.grace_minutes.into(),
        minutes_per_lost_hour: file.minutes_per_lost_hour.into(),
        person_attendance_pct: file.person_attendance_pct.into(),
        class_size_max: file.class_size_max.into(),
        age_min: file.age_min.into(),
        max_hours_per_day: file.max_hours_per_day.into(),
    })
}

/// Every pack ever released, never edited, the oldest first: a class goes on by the numbers it began with, and a
/// change of one is a new file with its day.
const RELEASED: [&str; 1] = [include_str!("../../../assets/rules/default.toml")];

static PACKS: LazyLock<Vec<RulePack>> = LazyLock::new(|| {
    RELEASED.iter().map(|text| parse(text).expect("a test reads the packs in the program")).collect()
});

/// The pack of this content, if it was ever released.
pub fn known(hash: &str) -> Option<&'static RulePack> {
    known_in(&PACKS, hash)
}

/// The pack for a class that begins on this day.
pub fn on(day: NaiveDate) -> &'static RulePack {
    valid_on(&PACKS, day)
}

fn known_in<'p>(packs: &'p [RulePack], hash: &str) -> Option<&'p RulePack> {
    packs.iter().find(|pack| pack.hash == hash)
}

/// The newest pack valid by then; before all of them, the oldest.
fn valid_on(packs: &[RulePack], day: NaiveDate) -> &RulePack {
    let valid = packs.iter().filter(|pack| pack.valid_from <= day).max_by_key(|pack| pack.valid_from);
    valid.or_else(|| packs.iter().min_by_key(|pack| pack.valid_from)).expect("there is a pack")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_pack_reads_and_names_its_sources() {
        for pack in PACKS.iter() {
            assert!(!pack.minutes_per_hour.source.is_empty() && !pack.person_attendance_pct.zh.is_empty());
            assert_eq!(known(&pack.hash), Some(pack));
            assert!(on(pack.valid_from).valid_from == pack.valid_from);
        }
        let first = on(NaiveDate::MIN);
        assert_eq!(
            (first.minutes_per_hour.value, first.grace_minutes.value, first.minutes_per_lost_hour.value),
            (45, 15, 45)
        );
        assert_eq!(first.id, "default");
        assert_eq!(known("of a later program"), None);
    }

    #[test]
    fn a_class_keeps_the_numbers_it_began_with() {
        let old = parse(RELEASED[0]).unwrap();
        let changed = RELEASED[0].replace("2018-01-01", "2027-01-01").replace("value = 15", "value = 10");
        let packs = [old.clone(), parse(&changed).unwrap()];
        let day = |text| crate::domain::calendar::parse_day(text).unwrap();
        assert_eq!(valid_on(&packs, day("2026-12-31")).grace_minutes.value, 15);
        assert_eq!(valid_on(&packs, day("2027-01-01")).grace_minutes.value, 10);
        assert_eq!(known_in(&packs, &old.hash).unwrap().grace_minutes.value, 15, "whatever the day is");
    }

    #[test]
    fn a_fault_says_where() {
        let broken =
            include_str!("../../../assets/rules/default.toml").replace("value = 45", "value = \"45\"");
        assert!(parse(&broken).unwrap_err().to_string().contains("line"));
    }
}
