//! Names that may have been misheard: ranked below what was found for sure, never among it, with what differs marked.

use super::pinyin::{Nearness, Spoken};
use super::{Desk, Outcome};
use crate::domain::ids::TraineeId;
use crate::store::Reach;
use crate::store::rows::{FoundRow, Why};
use std::collections::HashSet;

/// What a search answers.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What was typed fits.
    pub sure: Vec<FoundRow>,
    /// What was typed does not fit, but sounds so; the nearest first.
    pub misheard: Vec<Misheard>,
}

#[derive(Debug, Clone)]
pub struct Misheard {
    pub row: FoundRow,
    /// The name with what differs from what was typed in brackets.
    pub marked: String,
}

/// Beginnings that are looked through: a beginning finds many, so a few are enough.
const MOST_BEGINNINGS: usize = 48;

impl Desk {
    /// People found by `text`, at most `limit`: those it fits, and in the room that is left those it may mean.
    pub fn look_for(&self, text: &str, limit: u32) -> Outcome<Found> {
        // as of one moment, and without taking the file's lock for every one of the many lookups
        self.store.at_once(|| {
            let mut sure = self.find(text, limit)?;
            let room = (limit as usize).saturating_sub(sure.len());
            let mut misheard = self.misheard(text, &sure, room)?;
            if sure.is_empty() {
                sure = self.find_within(text)?;
                misheard.retain(|one| sure.iter().all(|row| row.id != one.row.id));
                misheard.truncate(room.saturating_sub(sure.len()));
            }
            Ok(Found { sure, misheard })
        })
    }

    fn misheard(&self, text: &str, sure: &[FoundRow], room: usize) -> Outcome<Vec<Misheard>> {
        let Some(spoken) = Spoken::read(text).filter(|_| room > 0) else { return Ok(Vec::new()) };
        let known = sure.iter().map(|row| row.id).collect();
        let (same, alike) = (spoken.same_keys(), spoken.alike_keys());
        let beginnings = alike.get(..MOST_BEGINNINGS).unwrap_or(&alike);
        let mut ranking = Ranking { desk: self, spoken: &spoken, room, known, ranked: Vec::new() };
        // the best first, and no further than there is room for
        ranking.look(&same, Reach::Whole)?;
        ranking.look(&same, Reach::Beginning)?;
        ranking.look(&alike, Reach::Whole)?;
        ranking.look(beginnings, Reach::Beginning)?;
        if !ranking.is_full() {
            ranking.look(&spoken.near_keys(), Reach::Whole)?;
        }
        if sure.is_empty() && ranking.ranked.is_empty() {
            ranking.look(&spoken.far_keys(), Reach::Whole)?;
        }
        Ok(ranking.best())
    }
}

/// People who may be meant, as they are found.
struct Ranking<'a> {
    desk: &'a Desk,
    spoken: &'a Spoken,
    room: usize,
    /// Found already: listed once.
    known: HashSet<TraineeId>,
    ranked: Vec<(Nearness, Misheard)>,
}

impl Ranking<'_> {
    fn is_full(&self) -> bool {
        self.ranked.len() >= self.room
    }

    fn look(&mut self, keys: &[String], reach: Reach) -> Outcome<()> {
        if self.is_full() {
            return Ok(());
        }
        let most = u32::try_from(self.known.len() + self.room).unwrap_or(u32::MAX);
        for mut row in self.desk.store.find_sounds(keys, reach, most)? {
            let Some((near, marked)) = self.spoken.compare(&row.name) else { continue };
            if self.known.insert(row.id) {
                row.why = why(near);
                self.ranked.push((near, Misheard { row, marked }));
            }
        }
        Ok(())
    }

    fn best(mut self) -> Vec<Misheard> {
        self.ranked.sort_by_key(|(near, _)| *near);
        self.ranked.truncate(self.room);
        self.ranked.into_iter().map(|(_, one)| one).collect()
    }
}

const fn why(near: Nearness) -> Why {
    match near {
        Nearness::SameSound { .. } => Why::SameSound,
        Nearness::Misheard { .. } => Why::Misheard,
        Nearness::OneSyllable { .. } => Why::OneSyllable,
    }
}
