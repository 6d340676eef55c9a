//! Who or what is asked for twice at one time: rooms, instructors and people of a class against all other classes.
//! Clashes are told and never refuse anything; only a class that overlaps itself is refused.

use super::{Desk, Outcome};
use crate::domain::calendar::Slot;
use crate::domain::class::{ClassCode, SessionPlan};
use crate::domain::expected::is_on_roll;
use crate::domain::ids::{ClassId, SessionId, TraineeId};
use crate::domain::instructor::{self, teaches};
use crate::store::Wanted;
use crate::store::rows::{MeetingRow, SessionRow, SharedRow};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What two sessions share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shared {
    Room(String),
    Instructor(String),
    /// Somebody, by seat; without one who is about to be seated.
    Trainee {
        seat: Option<u32>,
        name: String,
    },
}

/// One session of ours against one of another class.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Clash {
    pub shared: Shared,
    /// When ours is.
    pub day: NaiveDate,
    pub slot: Slot,
    pub class: ClassId,
    pub code: ClassCode,
    pub session: SessionId,
    /// When theirs is, on the same day.
    pub theirs: Slot,
}

/// A session as far as it can clash.
#[derive(Debug, Clone, Copy)]
struct Ours<'a> {
    day: NaiveDate,
    slot: Slot,
    room: &'a str,
    instructor: &'a str,
}

impl<'a> From<&'a SessionPlan> for Ours<'a> {
    fn from(plan: &'a SessionPlan) -> Self {
        Self { day: plan.day, slot: plan.slot, room: &plan.room, instructor: &plan.instructor }
    }
}

impl<'a> From<&'a SessionRow> for Ours<'a> {
    fn from(row: &'a SessionRow) -> Self {
        Self { day: row.day, slot: row.slot, room: &row.room, instructor: &row.instructor }
    }
}

/// Clashes told of one class: nobody reads more, and the pages must stay quick.
pub const MOST: usize = 200;
/// Sessions read of one room, instructor or class, and pairs of people and other classes.
const MOST_ROWS: u32 = 5000;
/// Wordings of instructors read: a centre has dozens.
const MOST_WORDINGS: usize = 5000;

impl Desk {
    /// All clashes of a class's sessions as they stand, by time; at most [`MOST`].
    pub fn clashes(&self, class: ClassId) -> Outcome<Vec<Clash>> {
        let sessions = self.store.sessions(class)?;
        let ours: Vec<Ours<'_>> =
            sessions.iter().filter(|session| session.cancelled.is_none()).map(Ours::from).collect();
        self.against_others(class, &ours, &self.store.shared_trainees(class, MOST_ROWS)?)
    }

    /// The clashes that sessions of a class would have if they were held as planned.
    pub fn clashes_of_plans(&self, class: ClassId, plans: &[SessionPlan]) -> Outcome<Vec<Clash>> {
        let ours: Vec<Ours<'_>> = plans.iter().map(Ours::from).collect();
        self.against_others(class, &ours, &self.store.shared_trainees(class, MOST_ROWS)?)
    }

    /// The sessions of a class that somebody could not attend because another of their classes meets then, from the
    /// day they join: the one that is said, else that of [`Desk::joining_day`].
    pub fn clashes_of_trainee(
        &self,
        trainee: TraineeId,
        class: ClassId,
        joined: Option<NaiveDate>,
    ) -> Outcome<Vec<Clash>> {
        let row = self.store.class(class)?;
        let joined = joined.map_or_else(|| self.joining_day(&row, Some(trainee)), Ok)?;
        let elsewhere = self.store.elsewhere(trainee, class, joined, MOST_ROWS)?;
        if elsewhere.is_empty() {
            return Ok(Vec::new());
        }
        let sessions = self.store.sessions(class)?;
        let standing = sessions.iter().filter(|session| session.cancelled.is_none());
        // rooms and instructors are the class's matter, not this person's
        let ours: Vec<Ours<'_>> =
            standing.map(|session| Ours { room: "", instructor: "", ..Ours::from(session) }).collect();
        self.against_others(class, &ours, &elsewhere)
    }

    fn against_others(&self, class: ClassId, ours: &[Ours<'_>], shared: &[SharedRow]) -> Outcome<Vec<Clash>> {
        let days = (ours.iter().map(|one| one.day).min(), ours.iter().map(|one| one.day).max());
        let (Some(first), Some(last)) = days else { return Ok(Vec::new()) };
        let span = (first, last);
        let mut clashes = Vec::new();
        for room in named(ours, |one| one.room) {
            let meetings = self.store.meetings(Wanted::Room(room), span, class, MOST_ROWS)?;
            let in_it = ours.iter().filter(|one| one.room == room);
            clashes.extend(meet(in_it, &by_day(&meetings), |_| vec![Shared::Room(room.to_owned())]));
        }
        clashes.extend(self.taught_elsewhere(class, ours, span)?);
        let there: BTreeSet<ClassId> = shared.iter().map(|row| row.there).collect();
        for other in there {
            let meetings = self.store.meetings_of_class(other, span, MOST_ROWS)?;
            let people = |meeting: &MeetingRow| {
                let both = |row: &&SharedRow| {
                    row.there == other
                        && is_on_roll(row.joined, row.left, meeting.day)
                        && is_on_roll(row.joined_there, row.left_there, meeting.day)
                };
                let told = |row: &SharedRow| Shared::Trainee { seat: row.seat, name: row.name.clone() };
                shared.iter().filter(both).map(told).collect()
            };
            clashes.extend(meet(ours.iter(), &by_day(&meetings), people));
        }
        clashes.sort_by_key(|clash| (clash.day, clash.slot));
        clashes.truncate(MOST);
        Ok(clashes)
    }

    /// What an instructor of ours teaches in another class at the same time, whoever else is named beside them.
    fn taught_elsewhere(
        &self,
        class: ClassId,
        ours: &[Ours<'_>],
        span: (NaiveDate, NaiveDate),
    ) -> Outcome<Vec<Clash>> {
        let wordings = named(ours, |one| one.instructor);
        let people: BTreeMap<String, String> = wordings
            .into_iter()
            .flat_map(instructor::named)
            .map(|name| (instructor::key(&name), name))
            .collect();
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let everywhere = self.store.instructors(MOST_WORDINGS)?;
        let mut clashes = Vec::new();
        for name in people.values() {
            let taught: Vec<&Ours<'_>> = ours.iter().filter(|one| teaches(one.instructor, name)).collect();
            for wording in everywhere.iter().filter(|wording| teaches(wording, name)) {
                let meetings = self.store.meetings(Wanted::Instructors(wording), span, class, MOST_ROWS)?;
                let told = |_: &MeetingRow| vec![Shared::Instructor(name.clone())];
                clashes.extend(meet(taught.iter().copied(), &by_day(&meetings), told));
            }
        }
        Ok(clashes)
    }
}

/// Rooms or instructors, each once; an empty name is nobody's.
fn named<'a>(ours: &[Ours<'a>], name: impl Fn(&Ours<'a>) -> &'a str) -> BTreeSet<&'a str> {
    ours.iter().map(name).filter(|name| !name.is_empty()).collect()
}

fn by_day(meetings: &[MeetingRow]) -> HashMap<NaiveDate, Vec<&MeetingRow>> {
    let mut days: HashMap<NaiveDate, Vec<&MeetingRow>> = HashMap::new();
    meetings.iter().for_each(|meeting| days.entry(meeting.day).or_default().push(meeting));
    days
}

/// Every pair that overlaps, with what the two share; stops when more than anybody reads is found.
fn meet<'o>(
    ours: impl Iterator<Item = &'o Ours<'o>>,
    theirs: &HashMap<NaiveDate, Vec<&MeetingRow>>,
    shared: impl Fn(&MeetingRow) -> Vec<Shared>,
) -> Vec<Clash> {
    let overlapping = ours.flat_map(|one| {
        let meetings = theirs.get(&one.day).map(Vec::as_slice).unwrap_or_default();
        meetings.iter().filter(|meeting| meeting.slot.overlaps(one.slot)).map(move |meeting| (one, *meeting))
    });
    overlapping
        .flat_map(|(one, meeting)| {
            let told = move |shared| Clash {
                shared,
                day: one.day,
                slot: one.slot,
                class: meeting.class,
                code: meeting.code.clone(),
                session: meeting.session,
                theirs: meeting.slot,
            };
            shared(meeting).into_iter().map(told).collect::<Vec<_>>()
        })
        .take(MOST)
        .collect()
}

/// Clashes of one thing or person with one class, told once with how often: the whole list stands on the class's page.
pub fn summed(clashes: &[Clash]) -> Vec<(&Clash, usize)> {
    let mut sums: Vec<(&Clash, usize)> = Vec::new();
    for clash in clashes {
        let same = |first: &Clash| first.shared == clash.shared && first.class == clash.class;
        match sums.iter_mut().find(|(first, _)| same(first)) {
            Some((_, count)) => *count += 1,
            None => sums.push((clash, 1)),
        }
    }
    sums
}
