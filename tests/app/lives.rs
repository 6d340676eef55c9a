//! Whatever order people enrol, wait, leave and move in: seats are given once, nobody sits or waits twice, the order of
//! asking stays, and the file stays sound.

use crate::desk::{class_of, desk_at, on_file, wants};
use baodao::app::departures::{Departure, Move, Way};
use baodao::app::enrol::Place;
use baodao::app::{Desk, Outcome, Trouble};
use baodao::domain::ids::{ClassId, TraineeId};
use baodao::domain::room::Seating;
use baodao::store::StoreError;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Copy)]
enum Step {
    Enrol(usize, usize, Place),
    Leave(usize, usize),
    Withdraw(usize, usize),
    Transfer(usize, usize, Seating),
    Promote(usize, usize, Seating),
    Stop(usize, usize),
    Undo,
}

const PEOPLE: usize = 5;

fn step() -> impl Strategy<Value = Step> {
    let (class, person) = (0..2_usize, 0..PEOPLE);
    let seating = || prop_oneof![3 => Just(Seating::IfFree), 1 => Just(Seating::Always)];
    let place = prop_oneof![4 => seating().prop_map(Place::Seat), 2 => Just(Place::Waiting)];
    prop_oneof![
        5 => (class.clone(), person.clone(), place).prop_map(|(c, p, place)| Step::Enrol(c, p, place)),
        2 => (class.clone(), person.clone()).prop_map(|(c, p)| Step::Leave(c, p)),
        1 => (class.clone(), person.clone()).prop_map(|(c, p)| Step::Withdraw(c, p)),
        2 => (class.clone(), person.clone(), seating()).prop_map(|(c, p, s)| Step::Transfer(c, p, s)),
        3 => (class.clone(), 0..3_usize, seating()).prop_map(|(c, n, s)| Step::Promote(c, n, s)),
        1 => (class, 0..3_usize).prop_map(|(c, n)| Step::Stop(c, n)),
        2 => Just(Step::Undo),
    ]
}

struct World {
    desk: Desk,
    classes: [ClassId; 2],
    people: Vec<TraineeId>,
}

impl World {
    fn do_it(&mut self, step: Step) -> Outcome<()> {
        let today = self.desk.today();
        let departs = |way| Departure { way, day: today, reason: "原因".into(), knows_marks: false };
        match step {
            Step::Enrol(class, person, place) => {
                let wanted = wants(&self.desk, self.people[person], self.classes[class]);
                self.desk.register_as(&wanted, place).map(|_| ())
            }
            Step::Leave(class, person) => self.depart(class, person, &departs(Way::Left)),
            Step::Withdraw(class, person) => self.depart(class, person, &departs(Way::Withdrawn)),
            Step::Transfer(class, person, seating) => {
                let there = Move { to: self.classes[1 - class], joined: None, seating };
                self.depart(class, person, &departs(Way::Moved(there)))
            }
            Step::Promote(class, nth, seating) => {
                let list = self.desk.waiting(self.classes[class])?;
                list.get(nth).map_or(Ok(()), |who| self.desk.promote(who, seating).map(|_| ()))
            }
            Step::Stop(class, nth) => {
                let list = self.desk.waiting(self.classes[class])?;
                list.get(nth).map_or(Ok(()), |who| self.desk.stop_waiting(who))
            }
            Step::Undo => self.desk.undo_last().map(|_| ()),
        }
    }

    fn depart(&mut self, class: usize, person: usize, departure: &Departure) -> Outcome<()> {
        let rows = self.desk.class_view(self.classes[class])?.enrolments;
        let sits = rows.iter().find(|row| row.trainee == self.people[person] && row.left.is_none());
        sits.map_or(Ok(()), |row| self.desk.depart(row, departure).map(|_| ()))
    }

    /// Seats that were ever given stay with whom they were given to, by class.
    fn check(
        &self,
        owners: &mut HashMap<(ClassId, u32), TraineeId>,
        undone: bool,
    ) -> Result<(), TestCaseError> {
        if undone {
            // what never was gives its seat back
            owners.clear();
        }
        for class in self.classes {
            let view = self.desk.class_view(class).unwrap();
            let mut sitting = HashSet::new();
            let mut seats = HashSet::new();
            for row in &view.enrolments {
                prop_assert!(seats.insert(row.seat), "seat {} twice", row.seat);
                let owner = owners.entry((class, row.seat)).or_insert(row.trainee);
                prop_assert_eq!(*owner, row.trainee, "a seat was given again");
                prop_assert!(row.left.is_some() || sitting.insert(row.trainee), "sits twice");
            }
            let list = self.desk.waiting(class).unwrap();
            prop_assert_eq!(view.class.waiting as usize, list.len());
            prop_assert_eq!(view.class.seats_taken as usize, sitting.len());
            for (nth, row) in list.iter().enumerate() {
                prop_assert_eq!(row.place as usize, nth + 1);
                prop_assert!(!sitting.contains(&row.trainee), "waits while sitting there");
            }
            prop_assert!(list.windows(2).all(|pair| pair[0].id < pair[1].id), "the order of asking");
            for row in self.desk.departures(class).unwrap() {
                let enrolment = view.enrolments.iter().find(|one| one.id == row.enrolment).unwrap();
                prop_assert!(enrolment.left.is_some(), "departed and still there");
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn any_order_of_acts_keeps_the_house_in_order(steps in proptest::collection::vec(step(), 1..30)) {
        let (mut desk, _folder) = desk_at("2026-09-08 13:00");
        let classes = [class_of(&mut desk, "QZ-01", 1), class_of(&mut desk, "QZ-02", 2)];
        let people = (0..PEOPLE).map(|nth| on_file(&mut desk, nth)).collect();
        let mut world = World { desk, classes, people };
        let begun = world.desk.acts(None, 1).unwrap()[0].id;
        let mut owners = HashMap::new();
        for step in steps {
            // what was done before the story began is not part of it
            let mine = world.desk.undoable().unwrap().is_some_and(|act| act.id > begun);
            if matches!(step, Step::Undo) && !mine {
                continue;
            }
            let before = world.desk.acts(None, 1).unwrap()[0].id;
            let done = world.do_it(step);
            if let Err(refused) = &done {
                let known = matches!(refused, Trouble::NoSeat { .. } | Trouble::Departure(_))
                    || matches!(refused, Trouble::Store(StoreError::Taken(_) | StoreError::Undo(_)));
                prop_assert!(known, "{:?}: {:?}", step, refused);
                prop_assert_eq!(world.desk.acts(None, 1).unwrap()[0].id, before, "refused and written");
            }
            world.check(&mut owners, matches!(step, Step::Undo) && done.is_ok())?;
        }
        prop_assert_eq!(world.desk.verify().unwrap().faults, []);
    }
}
