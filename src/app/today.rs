//! What is due today: sessions and their rolls, people short of hours, the last backup.

use super::ledger::LedgerRow;
use super::{Desk, Outcome};
use crate::domain::hours::ClassHours;
use crate::store::rows::{BackupRow, ClassRow, DayRow};
use chrono::Days;

/// The front page.
#[derive(Debug, Clone)]
pub struct Today {
    pub sessions: Vec<DayRow>,
    /// Sessions of the last days whose roll is not taken to the end, newest first.
    pub untaken: Vec<DayRow>,
    pub short: Vec<Short>,
    pub backup: Option<BackupRow>,
    pub trainees: u32,
}

/// A running class with people who can hardly, or no longer, reach their hours.
#[derive(Debug, Clone)]
pub struct Short {
    pub class: ClassRow,
    /// How many of them can no longer reach the required hours.
    pub lost: u32,
    /// How many could still, but not if they miss one more session.
    pub at_risk: u32,
    /// Of those at risk, the fewest and most class hours they can still miss.
    pub can_miss: (u32, u32),
    pub people: Vec<LedgerRow>,
}

/// Classes looked through for people short of hours; a centre runs a few dozen at a time.
const MOST_CLASSES: u32 = 60;
/// Days back in which a roll that was forgotten is still told on the front page.
const LOOK_BACK: u64 = 7;

impl Desk {
    pub fn today_page(&self) -> Outcome<Today> {
        let today = self.today();
        let sessions = self.store.sessions_on(today, 200)?;
        let running = self
            .store
            .classes(today, MOST_CLASSES)?
            .into_iter()
            .filter(|class| class.start <= today && today <= class.end);
        let mut short = Vec::new();
        for class in running {
            short.extend(self.short_of(class)?);
        }
        let mut untaken = Vec::new();
        for back in 1..=LOOK_BACK {
            let day = today - Days::new(back);
            let mut rows = self.store.sessions_on(day, 200)?;
            rows.retain(|row| row.taken < row.expected);
            rows.reverse();
            untaken.extend(rows);
        }
        Ok(Today {
            sessions,
            untaken,
            short,
            backup: self.store.backups()?.into_iter().next(),
            trainees: self.store.count_trainees()?,
        })
    }

    fn short_of(&self, class: ClassRow) -> Outcome<Option<Short>> {
        let session_hours = self
            .store
            .sessions(class.id)?
            .iter()
            .map(|session| session.hours)
            .max()
            .unwrap_or(ClassHours::ZERO);
        let ledger = self.class_ledger(&class)?;
        let planned_enough = class.planned >= class.hours;
        let is_short = |row: &LedgerRow| {
            let missed = row.totals.credited < row.totals.delivered;
            row.enrolment.left.is_none() && planned_enough && missed && row.totals.can_miss() < session_hours
        };
        let people: Vec<LedgerRow> = ledger.rows.into_iter().filter(is_short).collect();
        if people.is_empty() {
            return Ok(None);
        }
        let count = |lost: bool| people.iter().filter(|row| row.totals.is_lost() == lost).count();
        let left = people.iter().filter(|row| !row.totals.is_lost()).map(|row| row.totals.can_miss().get());
        let can_miss = (left.clone().min().unwrap_or(0), left.max().unwrap_or(0));
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Some(Short { lost: number(count(true)), at_risk: number(count(false)), class, can_miss, people }))
    }
}
