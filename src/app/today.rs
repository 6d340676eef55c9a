//! What is due across the centre: today's sessions with their rolls, then everything late or coming, most urgent
//! first. Computed from what is on file; nobody keeps a list of chores.

use super::ledger::LedgerRow;
use super::{Desk, Outcome};
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::domain::mark::Timing;
use crate::store::rows::{BackupRow, ClassRow, DayRow, SessionRow};
use chrono::{Days, NaiveDate};

/// The front page.
#[derive(Debug, Clone)]
pub struct Today {
    pub sessions: Vec<DayRow>,
    /// The most urgent first.
    pub due: Vec<Due>,
    pub backup: Option<BackupRow>,
    pub trainees: u32,
}

/// Something to be done and the day by which: a day that has passed is late.
#[derive(Debug, Clone)]
pub struct Due {
    pub by: NaiveDate,
    pub matter: Matter,
}

#[derive(Debug, Clone)]
pub enum Matter {
    /// Sessions of a class whose rolls were not taken to the end: the oldest of them, and how many there are.
    Untaken { oldest: DayRow, sessions: u32 },
    /// A class begins soon.
    Starts(ClassRow),
    /// Seats of a class are free while people wait for them, so many can sit down.
    Seats { class: ClassRow, people: u32 },
    /// People of a class whose category nothing proves on its first day: claimed only, ended before, obtained after.
    Proofs { class: ClassRow, people: u32 },
    /// Class hours of cancelled sessions that nothing makes up for.
    MakeUp { class: ClassRow, hours: ClassHours },
    /// People who can hardly, or no longer, reach their hours.
    Short(Short),
    /// The public holidays of a year that classes run into are not on file.
    Holidays(i32),
}

/// A class, running or lately ended, with people who can hardly, or no longer, reach their hours.
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

/// Classes looked through; a centre runs a few dozen at a time.
const MOST_CLASSES: u32 = 60;
/// Days ahead from which a class that begins is told.
const LOOK_AHEAD: u64 = 7;
/// Days after its end in which a class that still owes class hours is told. Two months: its lists are handed in and
/// checked in that time, and whoever came is still to be had for a lesson; what is older was settled or given up.
const LOOK_BACK: u64 = 62;

impl Desk {
    pub fn today_page(&self) -> Outcome<Today> {
        let today = self.today();
        Ok(Today {
            sessions: self.store.sessions_on(today, 200)?,
            due: self.due()?,
            backup: self.backups()?.into_iter().next(),
            trainees: self.store.count_trainees()?,
        })
    }

    /// Everything late or coming, most urgent first; what is due on one day in the order of [`Matter`]. What a class owes
    /// that is over comes after all of them: it stays for weeks, and must not hide what is for today.
    pub fn due(&self) -> Outcome<Vec<Due>> {
        let today = self.today();
        let mut due = self.untaken(today)?;
        for class in self.store.classes(today, MOST_CLASSES)? {
            if class.end + Days::new(LOOK_BACK) < today || class.start > today + Days::new(LOOK_AHEAD) {
                continue;
            }
            if class.end >= today {
                due.extend(self.seats_and_proofs(&class, today)?);
            }
            due.extend(self.hours_due(class, today)?);
        }
        for year in self.years_without_holidays()? {
            // a year that has begun puts nobody out: it stands after what is late
            let by = NaiveDate::from_ymd_opt(year, 1, 1).map_or(today, |first| first.max(today));
            due.push(Due { by, matter: Matter::Holidays(year) });
        }
        due.sort_by_key(|due| (due.matter.is_of_the_past(today), due.by, due.matter.rank()));
        Ok(due)
    }

    fn seats_and_proofs(&self, class: &ClassRow, today: NaiveDate) -> Outcome<Vec<Due>> {
        let mut due = Vec::new();
        let people = number(self.without_proof(class)?.len());
        if people > 0 {
            due.push(Due { by: class.start, matter: Matter::Proofs { class: class.clone(), people } });
        }
        let people = class.room().can_move_up();
        if people > 0 {
            due.push(Due {
                by: class.start.max(today),
                matter: Matter::Seats { class: class.clone(), people },
            });
        }
        Ok(due)
    }

    /// What a class owes to those in it stays due, and late, after its planned end.
    fn hours_due(&self, class: ClassRow, today: NaiveDate) -> Outcome<Vec<Due>> {
        let mut due = Vec::new();
        let sessions = self.store.sessions(class.id)?;
        let owes = sessions.iter().any(|session| session.cancelled.is_some());
        let hours = if owes { self.links(class.id, &sessions)?.owed() } else { ClassHours::ZERO };
        if hours > ClassHours::ZERO {
            due.push(Due { by: class.end, matter: Matter::MakeUp { class: class.clone(), hours } });
        }
        if class.start > today {
            due.push(Due { by: class.start, matter: Matter::Starts(class) });
        } else if let Some(short) = self.short_of(class, &sessions)? {
            due.push(Due { by: short.class.end.min(today), matter: Matter::Short(short) });
        }
        Ok(due)
    }

    /// One line a class: a forgotten week must not fill the page. Sessions of today stand in the table above it.
    fn untaken(&self, today: NaiveDate) -> Outcome<Vec<Due>> {
        let mut classes: Vec<(ClassId, Due)> = Vec::new();
        for row in self.not_taken()?.rows.into_iter().filter(|row| row.session.day < today) {
            let class = row.session.class;
            match classes.iter_mut().find(|(known, _)| *known == class) {
                Some((_, Due { matter: Matter::Untaken { sessions, .. }, .. })) => *sessions += 1,
                _ => {
                    let by = row.session.day;
                    classes.push((class, Due { by, matter: Matter::Untaken { oldest: row, sessions: 1 } }));
                }
            }
        }
        Ok(classes.into_iter().map(|(_, due)| due).collect())
    }

    fn short_of(&self, class: ClassRow, sessions: &[SessionRow]) -> Outcome<Option<Short>> {
        if !class.is_filled() {
            return Ok(None);
        }
        let now = self.now();
        let ahead = sessions.iter().filter(|session| {
            session.cancelled.is_none() && Timing::of(session.day, session.slot, now) == Timing::Ahead
        });
        let longest = ahead.map(|session| session.hours).max().unwrap_or(ClassHours::ZERO);
        let ledger = self.class_ledger(&class)?;
        let is_short = |row: &LedgerRow| {
            let missed = row.totals.missed > ClassHours::ZERO;
            let falls = row.totals.is_lost() || row.totals.can_miss() < longest;
            row.enrolment.left.is_none() && missed && falls
        };
        let people: Vec<LedgerRow> = ledger.rows.into_iter().filter(is_short).collect();
        if people.is_empty() {
            return Ok(None);
        }
        let count = |lost: bool| people.iter().filter(|row| row.totals.is_lost() == lost).count();
        let left = people.iter().filter(|row| !row.totals.is_lost()).map(|row| row.totals.can_miss().get());
        let can_miss = (left.clone().min().unwrap_or(0), left.max().unwrap_or(0));
        Ok(Some(Short { lost: number(count(true)), at_risk: number(count(false)), class, can_miss, people }))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Matter {
    /// Owed by a class that is over.
    fn is_of_the_past(&self, today: NaiveDate) -> bool {
        match self {
            Self::MakeUp { class, .. } => class.end < today,
            Self::Short(short) => short.class.end < today,
            _ => false,
        }
    }

    /// The order of what is due on one day.
    const fn rank(&self) -> u8 {
        match self {
            Self::Untaken { .. } => 0,
            Self::Starts(_) => 1,
            Self::Seats { .. } => 2,
            Self::Proofs { .. } => 3,
            Self::MakeUp { .. } => 4,
            Self::Short(_) => 5,
            Self::Holidays(_) => 6,
        }
    }
}
