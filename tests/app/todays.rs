//! What the front page finds to be done.

use crate::desk::{class, desk_at, on_file, opened, seated, wants};
use baodao::app::Desk;
use baodao::app::enrol::Registration;
use baodao::app::today::{Matter, Short};
use baodao::domain::calendar::{Slot, parse_day};
use baodao::domain::class::{ClassDraft, SessionKind, SessionPlan};
use baodao::domain::hours::ClassHours;
use baodao::domain::ids::ClassId;
use baodao::domain::mark::Mark;
use baodao::domain::status::{Category, Status};
use baodao::store::rows::SessionRow;
use chrono::NaiveDate;
use tempfile::TempDir;

fn unproven(desk: &Desk) -> Option<u32> {
    desk.due().unwrap().into_iter().find_map(|due| match due.matter {
        Matter::Proofs { people, .. } => Some(people),
        _ => None,
    })
}

/// Enrols somebody under a category with what is on file of it.
fn claims(desk: &mut Desk, class: ClassId, nth: usize, statuses: &[Status]) {
    let trainee = on_file(desk, nth);
    let registration = wants(desk, trainee, class);
    let category = "returnee".to_owned();
    let registration = Registration { statuses: statuses.to_vec(), category, ..registration };
    desk.register(&registration).unwrap();
}

#[test]
fn a_category_that_is_only_claimed_wants_its_proof() {
    let (mut desk, _folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    let claimed = Status {
        category: Category("returnee".into()),
        proof_kind: String::new(),
        proof_number: String::new(),
        obtained: None,
        expires: None,
    };
    let proven = Status { proof_kind: "village-certificate".into(), ..claimed.clone() };
    let ended = Status { expires: parse_day("2026-09-06"), ..proven.clone() };
    let later = Status { obtained: parse_day("2026-09-08"), ..proven.clone() };
    let other = Status { category: Category("poor-family".into()), ..proven.clone() };
    claims(&mut desk, class, 0, &[claimed.clone(), proven.clone()]);
    assert_eq!(unproven(&desk), None);
    let lacking = [vec![claimed], vec![ended], vec![later], vec![other], vec![]];
    for (nth, statuses) in (1..).zip(lacking) {
        claims(&mut desk, class, nth, &statuses);
        assert_eq!(unproven(&desk), Some(u32::try_from(nth).unwrap()), "{statuses:?}");
    }
}

/// Class hours owed and people short, as the page finds them on a day, each with the day by which.
fn owed(folder: &TempDir, at: &str) -> (Option<NaiveDate>, Option<(NaiveDate, Short)>) {
    let desk = Desk::open(&folder.path().join("data"), opened(at)).unwrap();
    let (mut make_up, mut short) = (None, None);
    for due in desk.due().unwrap() {
        match due.matter {
            Matter::MakeUp { .. } => make_up = Some(due.by),
            Matter::Short(people) => short = Some((due.by, people)),
            _ => {}
        }
    }
    (make_up, short)
}

#[test]
fn what_a_class_owes_stays_due_after_its_end_for_a_while() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    seated(&mut desk, class, 3);
    let absent = desk.class_view(class).unwrap().enrolments[0].id;
    let sessions = desk.sessions(class).unwrap();
    desk.cancel_session(sessions[19].id, sessions[19].version, "停电").unwrap();
    let slot = Slot::parse("18:00-21:00").unwrap();
    let extra = SessionPlan { slot, ..plan_of(&sessions[18]) };
    desk.add_session(class, extra).unwrap();
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-18 21:30")).unwrap();
    for session in desk.sessions(class).unwrap().iter().filter(|session| session.cancelled.is_none()) {
        desk.mark(session.id, &[absent], Mark::Absent, "补登").unwrap();
        desk.mark_unmarked(session.id, Mark::PRESENT, "补登").unwrap();
    }
    drop(desk);
    let end = parse_day("2026-09-18").unwrap();
    for at in ["2026-09-18 21:30", "2026-09-19 08:30", "2026-11-19 08:30"] {
        let (make_up, short) = owed(&folder, at);
        assert_eq!(make_up, Some(end), "{at}");
        let (by, short) = short.unwrap();
        assert_eq!((by, short.lost), (end, 1), "{at}");
    }
    let (make_up, short) = owed(&folder, "2026-11-20 08:30");
    assert!(make_up.is_none() && short.is_none(), "settled or given up");
}

#[test]
fn a_year_without_holidays_stands_after_what_is_late() {
    let (mut desk, folder) = desk_at("2030-12-30 08:26");
    let draft = ClassDraft {
        code: "QZ-30".into(),
        course: "2022/6-29-01-01/5".into(),
        start: "2030-12-30".into(),
        end: "2031-02-28".into(),
        hours: "80".into(),
        ..ClassDraft::default()
    };
    let class = desk.add_class(&draft).unwrap();
    seated(&mut desk, class, 3);
    let slot = Slot::parse("08:30-12:00").unwrap();
    let plan = SessionPlan {
        day: parse_day("2031-02-10").unwrap(),
        slot,
        hours: ClassHours::new(4),
        kind: SessionKind::Theory,
        instructor: String::new(),
        room: String::new(),
        topic: String::new(),
    };
    desk.add_session(class, plan).unwrap();
    drop(desk);
    let desk = Desk::open(&folder.path().join("data"), opened("2031-02-12 08:30")).unwrap();
    let due = desk.due().unwrap();
    let place = |is: fn(&Matter) -> bool| due.iter().position(|due| is(&due.matter)).unwrap();
    let untaken = place(|matter| matches!(matter, Matter::Untaken { .. }));
    let missing = place(|matter| matches!(matter, Matter::Holidays(2031)));
    assert!(untaken < missing, "{due:?}");
}

/// Only a lesson that can still be missed tells who cannot miss one more.
#[test]
fn the_longest_lesson_is_one_to_come() {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    seated(&mut desk, class, 3);
    let sessions = desk.sessions(class).unwrap();
    // eight hours more than are asked for, and a day of eight hours that is called off
    for day in ["2026-09-12", "2026-09-13"] {
        for slot in ["08:30-12:00", "14:00-17:30"] {
            let (day, slot) = (parse_day(day).unwrap(), Slot::parse(slot).unwrap());
            desk.add_session(class, SessionPlan { day, slot, ..plan_of(&sessions[0]) }).unwrap();
        }
    }
    let (day, slot) = (parse_day("2026-09-19").unwrap(), Slot::parse("08:00-20:00").unwrap());
    let long = desk.add_session(class, SessionPlan { day, slot, ..plan_of(&sessions[0]) }).unwrap();
    let version = desk.session(long).unwrap().version;
    desk.cancel_session(long, version, "停电").unwrap();
    let absent = desk.class_view(class).unwrap().enrolments[0].id;
    drop(desk);
    let mut desk = Desk::open(&folder.path().join("data"), opened("2026-09-07 09:00")).unwrap();
    desk.mark(sessions[0].id, &[absent], Mark::Absent, "").unwrap();
    let left = desk.class_ledger(&desk.class(class).unwrap()).unwrap().rows[0].totals.can_miss();
    let longest = sessions.iter().map(|session| session.hours).max().unwrap();
    let called_off = desk.session(long).unwrap().hours;
    assert!(longest <= left && left < called_off, "{longest:?} {left:?} {called_off:?}");
    drop(desk);
    assert!(owed(&folder, "2026-09-07 12:30").1.is_none());
}

fn plan_of(session: &SessionRow) -> SessionPlan {
    SessionPlan {
        day: session.day,
        slot: session.slot,
        hours: session.hours,
        kind: session.kind,
        instructor: String::new(),
        room: String::new(),
        topic: String::new(),
    }
}
