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

/// The pack built into the program.
pub static DEFAULT: LazyLock<RulePack> = LazyLock::new(|| {
    parse(include_str!("../../../assets/rules/default.toml")).expect("a test reads the built-in rule pack")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_pack_reads_and_names_its_sources() {
        assert_eq!(
            (
                DEFAULT.minutes_per_hour.value,
                DEFAULT.grace_minutes.value,
                DEFAULT.minutes_per_lost_hour.value
            ),
            (45, 15, 45)
        );
        assert!(!DEFAULT.minutes_per_hour.source.is_empty() && !DEFAULT.person_attendance_pct.zh.is_empty());
        assert_eq!(DEFAULT.id, "default");
    }

    #[test]
    fn a_fault_says_where() {
        let broken =
            include_str!("../../../assets/rules/default.toml").replace("value = 45", "value = \"45\"");
        assert!(parse(&broken).unwrap_err().to_string().contains("line"));
    }
}
