//! The history card of a person (学员履历卡): statuses, every class ever with its hours and marks, waiting lists, what
//! is due. All figures are derived here and now; nothing of it is kept.

use super::classes::Phase;
use super::enrol::Person;
use super::{Desk, Outcome};
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::TraineeId;
use crate::domain::ledger::{Because, Totals};
use crate::domain::mark::MarkKind;
use crate::domain::rules::RulePack;
use crate::domain::status::{Category, Standing, Status};
use crate::store::Verb;
use crate::store::rows::{DepartureRow, PastClass, WaitedRow};
use chrono::{Datelike, Days, NaiveDate};

/// Days ahead in which the end of a proof is told: a new one is asked for at a village or street office.
const SOON: u64 = 30;

#[derive(Debug, Clone)]
pub struct Card {
    pub person: Person,
    /// Newest first.
    pub classes: Vec<Attended>,
    /// Newest first.
    pub waited: Vec<WaitedRow>,
    /// Classes begun in this calendar year, those left before their end included.
    pub this_year: usize,
    /// The most pressing first.
    pub due: Vec<Due>,
}

/// A class somebody is or was in, with what came of it.
#[derive(Debug, Clone)]
pub struct Attended {
    pub past: PastClass,
    pub state: State,
    /// Why it ended early, where that was said.
    pub reason: String,
    pub totals: Totals,
    pub rules: &'static RulePack,
    pub tally: Tally,
    /// The timetable gives the hours of the class.
    is_filled: bool,
}

/// Where a person stands in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    In(Phase),
    /// On which last day and how, and to which class by transfer.
    Gone(NaiveDate, DepartureKind, Option<ClassCode>),
}

/// Sessions by what was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub present: u32,
    pub late: u32,
    pub early: u32,
    pub leave: u32,
    pub absent: u32,
    pub not_taken: u32,
}

/// What somebody has to see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    Expired(Category, NaiveDate),
    /// A seat is free in a class this person waits for, and nobody stands before them.
    Seat(ClassCode),
    /// The timetable that is left gives so many class hours too little.
    MakeUp(ClassCode, u32),
    NoCategory,
    Unproven(Category),
    EndsSoon(Category, NaiveDate),
    NoPhone,
}

impl Tally {
    fn add(&mut self, kind: MarkKind) {
        *match kind {
            MarkKind::Present => &mut self.present,
            MarkKind::Late => &mut self.late,
            MarkKind::Early => &mut self.early,
            MarkKind::Leave => &mut self.leave,
            MarkKind::Absent => &mut self.absent,
            MarkKind::NotTaken => &mut self.not_taken,
        } += 1;
    }
}

impl Desk {
    pub fn card(&self, id: TraineeId) -> Outcome<Card> {
        let person = self.person(id)?;
        let classes = person.classes.iter().map(|past| self.attended(past)).collect::<Outcome<Vec<_>>>()?;
        let today = self.today();
        let waited = self.store.waited_by(id)?;
        let mut due = due(&person, &classes, today);
        due.extend(self.seats_for(&waited)?);
        due.sort_by_key(Due::rank);
        let this_year = classes.iter().filter(|class| begun_in(class, today)).count();
        Ok(Card { waited, person, classes, this_year, due })
    }

    /// The classes with a seat for somebody who waits.
    fn seats_for(&self, waited: &[WaitedRow]) -> Outcome<Vec<Due>> {
        let mut seats = Vec::new();
        for row in waited {
            let Some(place) = row.place else { continue };
            if self.store.class(row.class)?.room().admits(place.saturating_sub(1)) {
                seats.push(Due::Seat(row.code.clone()));
            }
        }
        Ok(seats)
    }

    fn attended(&self, past: &PastClass) -> Outcome<Attended> {
        let class = self.store.class(past.class)?;
        let ledger = self.person_ledger(&class, past.enrolment)?;
        let mut tally = Tally::default();
        for entry in &ledger.entries {
            match &entry.line {
                Some(line) if line.mark.stands() => tally.add(line.mark.kind()),
                _ if entry.entry.because == Because::NotTaken => tally.add(MarkKind::NotTaken),
                _ => {}
            }
        }
        let departure = past.departure.as_ref();
        let reason = departure.map(|row| row.reason.clone()).unwrap_or_default();
        let state = match past.left {
            Some(left) => {
                let moved_to = departure.and_then(|row| row.moved_to.as_ref());
                State::Gone(left, DepartureRow::kind_of(departure), moved_to.map(|seat| seat.code.clone()))
            }
            None => State::In(Phase::of(&class, self.today())),
        };
        let (totals, rules, is_filled) = (ledger.totals, ledger.rules, class.is_filled());
        Ok(Attended { past: past.clone(), state, reason, totals, rules, tally, is_filled })
    }

    /// Records that somebody looked at a person's whole ID number and phone.
    pub fn reveal_numbers(&mut self, id: TraineeId) -> Outcome<()> {
        let uid = self.store.trainee(id)?.uid;
        self.act(Verb::RevealNumbers, |writer| -> Outcome<()> {
            writer.about_trainee(uid);
            Ok(())
        })
    }
}

fn begun_in(class: &Attended, today: NaiveDate) -> bool {
    let start = class.past.start;
    let never_came = matches!(class.state, State::Gone(left, ..) if left < start);
    start.year() == today.year() && start <= today && !never_came
}

fn due(person: &Person, classes: &[Attended], today: NaiveDate) -> Vec<Due> {
    let mut due = Vec::new();
    let statuses: Vec<&Status> = person.statuses.iter().map(|row| &row.status).collect();
    for (at, status) in statuses.iter().enumerate() {
        let is_newest = statuses.iter().take(at).all(|newer| newer.category != status.category);
        if is_newest {
            due.extend(due_of(status, today));
        }
    }
    if statuses.is_empty() {
        due.push(Due::NoCategory);
    }
    for class in classes.iter().filter(|class| class.state == State::In(Phase::Running)) {
        let totals = &class.totals;
        if class.is_filled && totals.is_lost() {
            due.push(Due::MakeUp(class.past.code.clone(), totals.to_make_up().get()));
        }
    }
    if person.row.trainee.phone.is_none() {
        due.push(Due::NoPhone);
    }
    due
}

fn due_of(status: &Status, today: NaiveDate) -> Option<Due> {
    let category = status.category.clone();
    match status.standing_on(today) {
        Standing::Expired(day) => Some(Due::Expired(category, day)),
        Standing::Unproven => Some(Due::Unproven(category)),
        Standing::Proven | Standing::NotYet(_) => {
            let ends = status.expires.filter(|day| *day <= today + Days::new(SOON))?;
            Some(Due::EndsSoon(category, ends))
        }
    }
}

impl Due {
    const fn rank(&self) -> u8 {
        match self {
            Self::Expired(..) => 0,
            Self::Seat(_) => 1,
            Self::MakeUp(..) => 2,
            Self::NoCategory => 3,
            Self::Unproven(_) => 4,
            Self::EndsSoon(..) => 5,
            Self::NoPhone => 6,
        }
    }
}
