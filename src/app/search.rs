//! One search box for people: what was typed decides where to look, best answers first.

use super::{Desk, Outcome, pinyin};
use crate::domain::ids::{TraineeId, TraineeNumber};
use crate::domain::name::PersonName;
use crate::domain::written::code;
use crate::store::rows::{FoundRow, Why};

/// Of a name that begins otherwise, so many hanzi or letters are enough to look further on in names.
const LEAST_HANZI: usize = 2;
const LEAST_SOUNDS: usize = 4;
/// So many of them leave room for whoever sounds alike.
const MOST_WITHIN: u32 = 5;

impl Desk {
    /// People found by `text`, at most `limit`, each once, with the reason of the match.
    pub fn find(&self, text: &str, limit: u32) -> Outcome<Vec<FoundRow>> {
        let typed = code(text);
        let mut found = Found { rows: Vec::new(), limit };
        if typed.is_empty() {
            return Ok(found.rows);
        }
        if is_number(&typed) {
            self.find_digits(&typed, &mut found)?;
        } else if typed.is_ascii() {
            found.add(self.store.find_name(&pinyin::typed(text), Why::Pinyin, limit)?);
        } else {
            found.add(self.store.find_name(&bare(text), Why::Name, limit)?);
        }
        Ok(found.rows)
    }

    /// People who have what was typed further on in their name or its pinyin, at most a few. For a text that is the
    /// beginning of nobody.
    pub(super) fn find_within(&self, text: &str) -> Outcome<Vec<FoundRow>> {
        let typed = code(text);
        if is_number(&typed) {
            return Ok(Vec::new());
        }
        let (key, least) =
            if typed.is_ascii() { (pinyin::typed(text), LEAST_SOUNDS) } else { (bare(text), LEAST_HANZI) };
        if key.chars().count() < least {
            return Ok(Vec::new());
        }
        Ok(self.store.find_within(&key, MOST_WITHIN)?)
    }

    /// Tails before prefixes for four to six digits, because that is what people say aloud.
    fn find_digits(&self, digits: &str, found: &mut Found) -> Outcome<()> {
        let (store, limit) = (&self.store, found.limit);
        if let Some(number) = TraineeNumber::parse(digits) {
            found.add(store.find_number(number, limit)?);
        }
        if (4..=8).contains(&digits.len()) {
            found.add(store.find_id_tail(digits, limit)?);
            found.add(store.find_phone_tail(digits, limit)?);
        }
        if digits.starts_with('1') && digits.len() <= 11 && !found.is_full() {
            found.add(store.find_phone_prefix(digits, limit)?);
        }
        if !found.is_full() {
            found.add(store.find_id_prefix(digits, limit)?);
        }
        Ok(())
    }
}

/// A name as it is looked for: without dots, lower case.
fn bare(text: &str) -> String {
    PersonName::parse(text).map_or_else(|_| code(text), |name| name.bare().to_lowercase())
}

/// Digits, or digits with the check letter at the end.
fn is_number(text: &str) -> bool {
    let body = text.strip_suffix('X').unwrap_or(text);
    !body.is_empty() && body.bytes().all(|b| b.is_ascii_digit())
}

struct Found {
    rows: Vec<FoundRow>,
    limit: u32,
}

impl Found {
    fn add(&mut self, rows: Vec<FoundRow>) {
        for row in rows {
            if !self.is_full() && !self.has(row.id) {
                self.rows.push(row);
            }
        }
    }

    fn has(&self, id: TraineeId) -> bool {
        self.rows.iter().any(|row| row.id == id)
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= self.limit as usize
    }
}
