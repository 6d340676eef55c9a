//! Finding somebody on a list of people by a few letters, hanzi or a seat number. Pure: knows names, chooses nobody
//! itself.

use crate::app::pinyin;
use crate::domain::ids::EnrolmentId;
use crate::store::rows::EnrolmentRow;

/// What was typed so far and whom it fits.
#[derive(Debug, Default)]
pub(in crate::ui::screen) struct Jump {
    typed: String,
    /// Best first.
    hits: Vec<EnrolmentId>,
    at: usize,
    /// Somebody went through the hits with the arrows: the chosen one was looked at.
    stepped: bool,
}

impl Jump {
    pub(in crate::ui::screen) fn typed(&self) -> &str {
        &self.typed
    }

    pub(in crate::ui::screen) const fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// A seat number is being typed: digits belong to it.
    pub(in crate::ui::screen) fn is_seat(&self) -> bool {
        self.typed.starts_with('.')
    }

    pub(in crate::ui::screen) fn hits(&self) -> &[EnrolmentId] {
        &self.hits
    }

    pub(in crate::ui::screen) fn chosen(&self) -> Option<EnrolmentId> {
        self.hits.get(self.at).copied()
    }

    pub(in crate::ui::screen) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(in crate::ui::screen) fn start_seat(&mut self) {
        *self = Self { typed: ".".to_owned(), ..Self::default() };
    }

    /// Digits of a seat; the number once it is complete.
    pub(in crate::ui::screen) fn seat_digit(&mut self, digit: char, digits: usize) -> Option<u32> {
        self.typed.push(digit);
        (self.typed.len() > digits).then(|| self.seat()).flatten()
    }

    /// The seat as far as it was typed.
    pub(in crate::ui::screen) fn seat(&self) -> Option<u32> {
        self.typed.strip_prefix('.')?.parse().ok()
    }

    /// A letter or hanzi more. Whoever found his person and types on means another one.
    pub(in crate::ui::screen) fn letter(&mut self, c: char, seats: &[impl AsRef<EnrolmentRow>]) {
        if self.is_seat() {
            self.clear();
        }
        let longer = format!("{}{c}", self.typed);
        let hits = matching(&longer, seats);
        if hits.is_empty() && self.hits.len() == 1 {
            let afresh = c.to_string();
            let hits = matching(&afresh, seats);
            if !hits.is_empty() {
                *self = Self { typed: afresh, hits, ..Self::default() };
                return;
            }
        }
        *self = Self { typed: longer, hits, ..Self::default() };
    }

    pub(in crate::ui::screen) fn backspace(&mut self, seats: &[impl AsRef<EnrolmentRow>]) {
        self.typed.pop();
        self.hits =
            if self.is_seat() || self.typed.is_empty() { Vec::new() } else { matching(&self.typed, seats) };
        self.at = 0;
        self.stepped = false;
    }

    /// By rank, the lowest first; of one rank as they were.
    pub(in crate::ui::screen) fn prefer(&mut self, rank: impl Fn(EnrolmentId) -> u8) {
        self.hits.sort_by_key(|who| rank(*who));
    }

    /// Several match, and nobody has chosen among them yet.
    pub(in crate::ui::screen) fn is_unclear(&self) -> bool {
        self.hits.len() > 1 && !self.stepped
    }

    /// The next or the previous of several.
    pub(in crate::ui::screen) fn step(&mut self, down: bool) {
        let last = self.hits.len().saturating_sub(1);
        self.stepped = true;
        self.at = match (down, self.at) {
            (true, at) if at >= last => 0,
            (true, at) => at + 1,
            (false, 0) => last,
            (false, at) => at - 1,
        };
    }

    /// The roll was read again: whoever joined or left may fit or not.
    pub(in crate::ui::screen) fn refresh(&mut self, seats: &[impl AsRef<EnrolmentRow>]) {
        if !self.is_seat() && !self.typed.is_empty() {
            let (found, chosen) = (matching(&self.typed, seats), self.chosen());
            // the order that was seen stays, whatever was marked meanwhile
            self.hits.retain(|hit| found.contains(hit));
            let new: Vec<EnrolmentId> = found.into_iter().filter(|who| !self.hits.contains(who)).collect();
            self.hits.extend(new);
            self.at = self.hits.iter().position(|who| chosen == Some(*who)).unwrap_or(0);
        }
    }
}

/// Whole keys before beginnings, beginnings before hanzi anywhere in the name.
fn matching(typed: &str, seats: &[impl AsRef<EnrolmentRow>]) -> Vec<EnrolmentId> {
    let query = pinyin::typed(typed);
    if query.is_empty() {
        return Vec::new();
    }
    let rank = |person: &EnrolmentRow| {
        let keys = person.keys.split(' ');
        keys.filter_map(|key| match key {
            _ if key == query => Some(0),
            _ if key.starts_with(&query) => Some(1),
            _ if !query.is_ascii() && key.contains(&query) => Some(2),
            _ => None,
        })
        .min()
    };
    let people = seats.iter().map(AsRef::as_ref);
    let mut ranked: Vec<(u8, EnrolmentId)> =
        people.filter_map(|person| Some((rank(person)?, person.id))).collect();
    // of one rank as they stand on the list
    ranked.sort_by_key(|(rank, _)| *rank);
    // who fits whole is meant: a two-hanzi name whose initials begin a longer name needs no more letters
    match ranked.first() {
        Some((0, _)) => ranked.iter().filter(|(rank, _)| *rank == 0).map(|(_, who)| *who).collect(),
        _ => ranked.into_iter().map(|(_, who)| who).collect(),
    }
}
