//! One box finds a person: by name, pinyin, ID number or its tail, phone or its tail, trainee number.
//! Every query runs on an index and stops at its limit; a test reads the query plans.

use super::Result;
use super::error::at;
use super::open::Store;
use super::rows::{FoundRow, Why};
use super::trainees::number_of;
use super::value;
use crate::domain::ids::{TraineeId, TraineeNumber};
use rusqlite::{Row, params};
use std::collections::HashSet;

const FOUND: &str = "t.id, t.number, t.name, t.sex, t.birth, t.id_number, t.phone";

/// How much of a key must be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Whole,
    /// The key goes on.
    Beginning,
}

/// People looked through for a part of a name, the newest: a name without its first syllable has no index, and this
/// runs at each letter of a text that is the beginning of nobody: so many are some four milliseconds.
const LOOKED_THROUGH: u32 = 25_000;

/// How many keys of one person may begin alike, as a rule.
const KEYS_ALIKE: u32 = 3;

/// The last code point: no key reaches beyond a prefix followed by it.
const AFTER_ALL: char = '\u{10ffff}';

fn found(row: &Row<'_>, why: Why) -> rusqlite::Result<FoundRow> {
    Ok(FoundRow {
        id: TraineeId(row.get("id")?),
        number: number_of(row)?,
        name: row.get("name")?,
        sex: value::sex(row)?,
        birth: value::day(row, "birth")?,
        id_number: row.get("id_number")?,
        phone: row.get("phone")?,
        why,
    })
}

/// The queries of one typed text, best first.
pub(super) const EXACT_NAME: &str = "SELECT {FOUND} FROM name_key k JOIN trainee t ON t.id = k.trainee
    WHERE k.key = ?1 ORDER BY k.trainee DESC LIMIT ?2";
pub(super) const NAME_PREFIX: &str = "SELECT {FOUND} FROM name_key k JOIN trainee t ON t.id = k.trainee
    WHERE k.key > ?1 AND k.key < ?3 ORDER BY k.key LIMIT ?2";
pub(super) const NUMBER: &str =
    "SELECT {FOUND} FROM trainee t WHERE t.number = ?1 AND t.void IS NULL LIMIT ?2";
pub(super) const ID_PREFIX: &str = "SELECT {FOUND} FROM trainee t
    WHERE t.id_number >= ?1 AND t.id_number < ?3 AND t.id_kind <> 'other' AND t.void IS NULL ORDER BY t.id_number LIMIT ?2";
pub(super) const ID_TAIL: &str = "SELECT {FOUND} FROM trainee t
    WHERE substr(t.id_number, -4) = ?3 AND t.id_number LIKE '%' || ?1 AND t.void IS NULL ORDER BY t.id DESC LIMIT ?2";
pub(super) const PHONE_PREFIX: &str = "SELECT {FOUND} FROM trainee t
    WHERE t.phone >= ?1 AND t.phone < ?3 AND t.void IS NULL ORDER BY t.phone LIMIT ?2";
pub(super) const PHONE_TAIL: &str = "SELECT {FOUND} FROM trainee t
    WHERE substr(t.phone, -4) = ?3 AND t.phone IS NOT NULL AND t.phone LIKE '%' || ?1 AND t.void IS NULL ORDER BY t.id DESC LIMIT ?2";

pub(super) const WITHIN: &str = "SELECT {FOUND} FROM trainee t
    WHERE t.id > (SELECT coalesce(max(id), 0) FROM trainee) - ?3 AND instr(t.keys, ?1) > 0 AND t.void IS NULL
    ORDER BY t.id DESC LIMIT ?2";

impl Store {
    /// Whoever has `key` somewhere in their name or its pinyin, the newest first.
    pub fn find_within(&self, key: &str, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(WITHIN, Why::Within, params![key, limit, LOOKED_THROUGH])
    }

    /// By hanzi, initials or full pinyin (lower case, no spaces): exact keys first, then longer ones.
    pub fn find_name(&self, key: &str, why: Why, limit: u32) -> Result<Vec<FoundRow>> {
        let mut rows = self.found_by(EXACT_NAME, why, params![key, limit])?;
        if rows.len() < limit as usize {
            let end = format!("{key}{AFTER_ALL}");
            // A person has several keys that begin alike (initials and full pinyin), and is listed once.
            rows.extend(self.found_by(
                NAME_PREFIX,
                why,
                params![key, limit.saturating_mul(KEYS_ALIKE), end],
            )?);
        }
        let mut seen = HashSet::new();
        rows.retain(|row| seen.insert(row.id));
        rows.truncate(limit as usize);
        Ok(rows)
    }

    /// By many keys of full pinyin, whole or as beginnings: in the order of the keys, at most `limit` in all.
    pub fn find_sounds(&self, keys: &[String], reach: Reach, limit: u32) -> Result<Vec<FoundRow>> {
        let mut rows: Vec<FoundRow> = Vec::new();
        let sql = match reach {
            Reach::Whole => EXACT_NAME,
            Reach::Beginning => NAME_PREFIX,
        };
        let mut seen = HashSet::new();
        let mut lookup = self.conn.prepare_cached(&sql.replace("{FOUND}", FOUND)).map_err(at("searching"))?;
        for key in keys {
            let left = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
            if left == 0 {
                break;
            }
            let heard = |row: &Row<'_>| found(row, Why::Misheard);
            let named = match reach {
                Reach::Whole => lookup.query_map(params![key, left], heard),
                Reach::Beginning => lookup.query_map(params![key, left, format!("{key}{AFTER_ALL}")], heard),
            };
            let more: Vec<FoundRow> = named.and_then(Iterator::collect).map_err(at("searching"))?;
            rows.extend(more.into_iter().filter(|row| seen.insert(row.id)));
        }
        Ok(rows)
    }

    pub fn find_number(&self, number: TraineeNumber, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(NUMBER, Why::Number, params![number.count(), limit])
    }

    pub fn find_id_prefix(&self, digits: &str, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(ID_PREFIX, Why::IdNumber, params![digits, limit, format!("{digits}{AFTER_ALL}")])
    }

    /// By at least four last characters.
    pub fn find_id_tail(&self, tail: &str, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(ID_TAIL, Why::IdTail, params![tail, limit, last_four(tail)])
    }

    pub fn find_phone_prefix(&self, digits: &str, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(PHONE_PREFIX, Why::Phone, params![digits, limit, format!("{digits}{AFTER_ALL}")])
    }

    /// By at least four last digits.
    pub fn find_phone_tail(&self, tail: &str, limit: u32) -> Result<Vec<FoundRow>> {
        self.found_by(PHONE_TAIL, Why::PhoneTail, params![tail, limit, last_four(tail)])
    }

    fn found_by(&self, sql: &str, why: Why, params: impl rusqlite::Params) -> Result<Vec<FoundRow>> {
        self.conn
            .prepare_cached(&sql.replace("{FOUND}", FOUND))
            .and_then(|mut rows| rows.query_map(params, |row| found(row, why))?.collect())
            .map_err(at("searching"))
    }
}

fn last_four(text: &str) -> String {
    let from = text.chars().count().saturating_sub(4);
    text.chars().skip(from).collect()
}
