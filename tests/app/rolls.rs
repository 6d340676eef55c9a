//! Whole rolls: the word that one is complete, what changed after it, and the rolls nobody took to the end.

use crate::desk::{class, desk_at, opened, person, seated};
use baodao::app::enrol::{Registration, Who};
use baodao::app::{Chance, Desk, Opened, Trouble};
use baodao::domain::ids::{ClassId, EnrolmentId, SessionId};
use baodao::domain::ledger::Because;
use baodao::domain::mark::{LeaveKind, Mark, MarkFault, MarkKind};
use proptest::prelude::*;
use tempfile::TempDir;

struct Centre {
    desk: Desk,
    folder: TempDir,
    class: ClassId,
    sessions: Vec<SessionId>,
    people: Vec<EnrolmentId>,
}

/// A class of five, seen at a time.
fn at(time: &str) -> Centre {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    seated(&mut desk, class, 5);
    let view = desk.class_view(class).unwrap();
    let sessions = view.sessions.iter().map(|session| session.id).collect();
    let people = view.enrolments.iter().map(|enrolment| enrolment.id).collect();
    Centre { desk, folder, class, sessions, people }.seen(time)
}

impl Centre {
    fn seen(self, time: &str) -> Self {
        let Self { desk, folder, class, sessions, people } = self;
        drop(desk);
        let desk = Desk::open(&folder.path().join("data"), opened(time)).unwrap();
        Self { desk, folder, class, sessions, people }
    }

    fn changes(&self) -> Option<usize> {
        self.desk.roll(self.sessions[0]).unwrap().completed.map(|completed| completed.changes.len())
    }
}

#[test]
fn a_roll_is_complete_only_with_nobody_left() {
    let Centre { mut desk, sessions, people, .. } = at("2026-09-07 08:47");
    desk.mark_block(sessions[0], &[(people[0], Mark::PRESENT), (people[1], Mark::Absent)], "").unwrap();
    let refused = desk.complete_roll(sessions[0]).unwrap_err();
    assert!(matches!(refused, Trouble::NotAllTaken(3)));
    assert!(desk.roll(sessions[0]).unwrap().completed.is_none());
    let cells: Vec<_> = people[2..].iter().map(|person| (*person, Mark::PRESENT)).collect();
    desk.mark_block(sessions[0], &cells, "").unwrap();
    desk.complete_roll(sessions[0]).unwrap();
    let completed = desk.roll(sessions[0]).unwrap().completed.unwrap();
    assert_eq!((completed.operator.as_str(), completed.changes.len()), ("王芳", 0));
    assert!(matches!(desk.complete_roll(sessions[5]), Err(Trouble::Mark(MarkFault::NotBegun))));
    let session = desk.session(sessions[1]).unwrap();
    desk.cancel_session(session.id, session.version, "停电").unwrap();
    assert!(matches!(desk.complete_roll(sessions[1]), Err(Trouble::Mark(MarkFault::Cancelled))));
    assert_eq!(desk.verify().unwrap().faults, []);
}

#[test]
fn marking_everybody_left_completes_the_roll_in_the_same_act() {
    let mut centre = at("2026-09-07 08:47");
    let (session, people) = (centre.sessions[0], centre.people.clone());
    centre.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap();
    assert_eq!(centre.changes(), Some(0));
    let act = centre.desk.acts(None, 1).unwrap().remove(0);
    assert_eq!((act.verb.as_str(), act.rows), ("mark-all", 5), "people, not rows");
    // what changes later is told, and what is as it was is no change
    centre.desk.mark(session, &people[1..2], Mark::Absent, "").unwrap();
    assert_eq!(centre.changes(), Some(1));
    centre.desk.mark(session, &people[1..2], Mark::PRESENT, "").unwrap();
    assert_eq!(centre.changes(), Some(0));
    centre.desk.mark(session, &people[2..3], Mark::Cleared, "").unwrap();
    assert_eq!(centre.changes(), Some(1));
    centre.desk.mark(session, &people[2..3], Mark::Leave(LeaveKind::Sick), "").unwrap();
    // said again, it is complete as it stands now
    centre.desk.complete_roll(session).unwrap();
    assert_eq!(centre.changes(), Some(0));
    centre.desk.undo_last().unwrap();
    assert_eq!(centre.changes(), Some(1));
    for _ in 0..5 {
        centre.desk.undo_last().unwrap();
    }
    assert_eq!(centre.changes(), None);
    assert_eq!(centre.desk.roll(session).unwrap().count(MarkKind::NotTaken), 5);
    assert_eq!(centre.desk.verify().unwrap().faults, []);
}

#[test]
fn leave_announced_for_all_completes_nothing_ahead() {
    let mut centre = at("2026-09-07 08:26");
    centre.desk.mark_unmarked(centre.sessions[4], Mark::Leave(LeaveKind::Personal), "").unwrap();
    assert!(centre.desk.roll(centre.sessions[4]).unwrap().completed.is_none());
}

#[test]
fn a_block_is_one_act_and_one_undo() {
    let Centre { mut desk, sessions, people, .. } = at("2026-09-07 08:47");
    let cells: Vec<_> = people[..4].iter().map(|person| (*person, Mark::Absent)).collect();
    desk.mark_block(sessions[0], &cells, "").unwrap();
    let act = desk.acts(None, 1).unwrap().remove(0);
    assert_eq!(
        (act.verb.as_str(), act.rows, act.called.as_str()),
        ("mark-block", 4, "QZ-01 2026-09-07 08:30")
    );
    desk.undo_last().unwrap();
    assert_eq!(desk.roll(sessions[0]).unwrap().count(MarkKind::NotTaken), 5);
    // one that is not on the roll refuses all
    let stranger = [(people[0], Mark::PRESENT), (EnrolmentId(999), Mark::PRESENT)];
    assert!(matches!(desk.mark_block(sessions[0], &stranger, ""), Err(Trouble::NotOnRoll)));
    let acts = desk.acts(None, 100).unwrap().len();
    desk.mark_block(sessions[0], &[], "").unwrap();
    assert_eq!(desk.acts(None, 100).unwrap().len(), acts, "nobody is no act");
}

#[test]
fn a_roll_of_ten_weeks_ago_is_still_found_and_the_first_day_looked_at_is_said() {
    let centre = at("2026-11-20 09:00");
    let found = centre.desk.not_taken().unwrap();
    assert_eq!((found.rows.len(), found.since.to_string().as_str()), (20, "2026-08-20"));
    let gaps = centre.desk.gaps(None).unwrap();
    assert_eq!((gaps.rows.len(), gaps.since), (20, Some(found.since)));
}

#[test]
fn rolls_not_taken_are_found_across_classes_the_oldest_first() {
    let mut centre = at("2026-09-09 09:00");
    let other = class(&mut centre.desk, "KD-02");
    let rows = |desk: &Desk| {
        let found = desk.not_taken().unwrap();
        assert!(!found.more);
        let row = |row: &baodao::store::rows::DayRow| {
            (
                row.code.to_string(),
                row.session.day.to_string(),
                row.session.slot.from().to_string(),
                row.taken,
            )
        };
        found.rows.iter().map(row).collect::<Vec<_>>()
    };
    let quiet = rows(&centre.desk);
    assert_eq!(quiet.len(), 5, "nobody sits in the other class: {quiet:?}");
    assert_eq!(quiet[0], ("QZ-01".into(), "2026-09-07".into(), "08:30".into(), 0));
    assert_eq!(quiet[4].1, "2026-09-09", "the afternoon has not begun");
    centre.desk.mark_unmarked(centre.sessions[0], Mark::PRESENT, "补录").unwrap();
    centre.desk.mark(centre.sessions[1], &centre.people[..2], Mark::Absent, "补录").unwrap();
    let session = centre.desk.session(centre.sessions[2]).unwrap();
    centre.desk.cancel_session(session.id, session.version, "停电").unwrap();
    let left = rows(&centre.desk);
    assert_eq!(left.len(), 3);
    assert_eq!(left[0], ("QZ-01".into(), "2026-09-07".into(), "14:00".into(), 2));
    centre.desk.mark(centre.sessions[0], &centre.people[..1], Mark::Cleared, "记错").unwrap();
    assert_eq!(rows(&centre.desk)[0].3, 4, "cleared is not taken");
    assert!(centre.class != other);
    let late = centre.seen("2027-01-20 09:00");
    assert!(rows(&late.desk).is_empty(), "longer ago than that nobody is hunted for it");
}

/// Somebody new takes a seat now.
fn sits_down(desk: &mut Desk, class: ClassId, nth: usize) {
    let registration = Registration {
        who: Who::New(person(nth)),
        statuses: Vec::new(),
        class: Some(class),
        joined: None,
        category: "returnee".into(),
    };
    desk.register(&registration).unwrap();
}

#[test]
fn a_roll_that_was_finished_stays_so_when_somebody_sits_down_after_it() {
    let mut centre = at("2026-09-08 08:47");
    centre.desk.mark_unmarked(centre.sessions[2], Mark::PRESENT, "").unwrap();
    let mut centre = centre.seen("2026-09-08 13:10");
    sits_down(&mut centre.desk, centre.class, 7);
    let roll = |nth: usize| centre.desk.roll(centre.sessions[nth]).unwrap();
    assert_eq!((roll(2).seats.len(), roll(3).seats.len()), (5, 6));
    assert!(roll(2).completed.is_some());
    let view = centre.desk.class_view(centre.class).unwrap();
    assert_eq!((view.rolls[2].taken, view.rolls[2].expected, view.rolls[3].expected), (5, 5, 6));
    let who = view.enrolments.last().unwrap().id;
    let refused = centre.desk.mark(centre.sessions[2], &[who], Mark::PRESENT, "").unwrap_err();
    assert!(matches!(refused, Trouble::NotOnRoll), "{refused:?}");
    let centre = centre.seen("2026-09-08 15:00");
    let open: Vec<SessionId> =
        centre.desk.not_taken().unwrap().rows.iter().map(|row| row.session.id).collect();
    assert_eq!(open, [centre.sessions[0], centre.sessions[1], centre.sessions[3]]);
}

/// They sit in the room before they are typed.
#[test]
fn on_the_first_day_of_a_class_the_morning_expects_whoever_is_typed_after_it() {
    let mut centre = at("2026-09-07 13:10");
    sits_down(&mut centre.desk, centre.class, 7);
    let who = centre.desk.class_view(centre.class).unwrap().enrolments.last().unwrap().id;
    centre.desk.mark(centre.sessions[0], &[who], Mark::PRESENT, "").unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Roll, class page, not-taken list and ledger expect the same people, whenever those sat down.
    #[test]
    fn all_pages_expect_the_same_people(mut minutes in prop::collection::vec(0..2 * 1440_u32, 1..4)) {
        minutes.sort_unstable();
        let (mut desk, folder) = desk_at("2026-09-07 00:00");
        let class = class(&mut desk, "QZ-01");
        let time = |minute: u32| {
            format!("2026-09-{:02} {:02}:{:02}", 7 + minute / 1440, minute % 1440 / 60, minute % 60)
        };
        // each program draws lots of its own, though two may be opened in one minute
        let reopened = |desk: Desk, at: &str, seed: usize| {
            drop(desk);
            let chance = Chance::Seeded(100 + u64::try_from(seed).unwrap());
            Desk::open(&folder.path().join("data"), Opened { chance, ..opened(at) }).unwrap()
        };
        for (nth, minute) in minutes.iter().enumerate() {
            desk = reopened(desk, &time(*minute), nth);
            sits_down(&mut desk, class, nth);
        }
        let desk = reopened(desk, "2026-09-08 23:59", minutes.len());
        let view = desk.class_view(class).unwrap();
        let row = desk.class(class).unwrap();
        let rolls = view.sessions.iter().map(|session| desk.roll(session.id).unwrap()).collect::<Vec<_>>();
        for (roll, rolled) in rolls.iter().zip(&view.rolls) {
            prop_assert_eq!(roll.expected(), rolled.expected as usize);
        }
        let open = desk.not_taken().unwrap().rows;
        let begun = rolls.iter().filter(|roll| roll.session.day.to_string().as_str() <= "2026-09-08");
        let asked: Vec<(SessionId, u32)> = begun
            .map(|roll| (roll.session.id, u32::try_from(roll.seats.len()).unwrap()))
            .filter(|(_, expected)| *expected > 0)
            .collect();
        let told: Vec<(SessionId, u32)> = open.iter().map(|row| (row.session.id, row.expected)).collect();
        prop_assert_eq!(told, asked);
        for who in &view.enrolments {
            for (entry, roll) in desk.person_ledger(&row, who.id).unwrap().entries.iter().zip(&rolls) {
                let is_out = entry.entry.because == Because::NotExpected;
                prop_assert_eq!(is_out, roll.seat_of(who.id).is_none());
            }
        }
    }
}
