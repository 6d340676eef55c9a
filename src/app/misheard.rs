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
        let sure = self.find(text, limit)?;
        let room = (limit as usize).saturating_sub(sure.len());
        let misheard = self.misheard(text, &sure, room)?;
        Ok(Found { sure, misheard })
    }

    fn misheard(&self, text: &str, sure: &[FoundRow], room: usize) -> Outcome<Vec<Misheard>> {
        let Some(spoken) = Spoken::read(text).filter(|_| room > 0) else { return Ok(Vec::new()) };
        let mut known: HashSet<TraineeId> = sure.iter().map(|row| row.id).collect();
        let most = u32::try_from(known.len() + room).unwrap_or(u32::MAX);
        let mut ranked: Vec<(Nearness, Misheard)> = Vec::new();
        let mut look = |keys: &[String], reach| -> Outcome<bool> {
            for mut row in self.store.find_sounds(keys, reach, most)? {
                let Some((near, marked)) = spoken.compare(&row.name) else { continue };
                if known.insert(row.id) {
                    row.why = why(near);
                    ranked.push((near, Misheard { row, marked }));
                }
            }
            Ok(ranked.len() >= room)
        };
        let (same, alike) = (spoken.same_keys(), spoken.alike_keys());
        let beginnings = alike.get(..MOST_BEGINNINGS).unwrap_or(&alike);
        // the best first, and no further than there is room for
        let _is_full = look(&same, Reach::Whole)?
            || look(&same, Reach::Beginning)?
            || look(&alike, Reach::Whole)?
            || look(beginnings, Reach::Beginning)?
            || look(&spoken.other_keys(), Reach::Whole)?;
        ranked.sort_by_key(|(near, _)| *near);
        ranked.truncate(room);
        Ok(ranked.into_iter().map(|(_, one)| one).collect())
    }
}

const fn why(near: Nearness) -> Why {
    match near {
        Nearness::SameSound { .. } => Why::SameSound,
        Nearness::Misheard { .. } => Why::Misheard,
        Nearness::OneSyllable { .. } => Why::OneSyllable,
    }
}
