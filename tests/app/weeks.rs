//! The week and its blocks, the two layers of a cell, paper against screen, back entry, announced leave.

use crate::desk::{class, desk_at, opened, seated};
use baodao::app::paper::Exceptions;
use baodao::app::week::Skipped;
use baodao::app::{Desk, Trouble};
use baodao::domain::calendar::parse_day;
use baodao::domain::hours::Minutes;
use baodao::domain::ids::{ClassId, EnrolmentId, SessionId};
use baodao::domain::leave::{Part, Span};
use baodao::domain::mark::{Layer, LeaveKind, Mark, MarkFault, MarkKind, Source};
use baodao::domain::roll::RollLine;
use proptest::prelude::*;
use tempfile::TempDir;

const SICK: Mark = Mark::Leave(LeaveKind::Sick);

struct Bench {
    desk: Desk,
    folder: TempDir,
    class: ClassId,
    sessions: Vec<SessionId>,
    people: Vec<EnrolmentId>,
}

/// A class of five with two sessions a day from 2026-09-07, seen at a time.
fn at(time: &str) -> Bench {
    let (mut desk, folder) = desk_at("2026-09-07 08:26");
    let class = class(&mut desk, "QZ-01");
    seated(&mut desk, class, 5);
    let view = desk.class_view(class).unwrap();
    let bench = Bench {
        desk,
        folder,
        class,
        sessions: view.sessions.iter().map(|session| session.id).collect(),
        people: view.enrolments.iter().map(|enrolment| enrolment.id).collect(),
    };
    bench.at(time)
}

impl Bench {
    /// The same file at another time.
    fn at(self, time: &str) -> Self {
        let Self { desk, folder, class, sessions, people } = self;
        drop(desk);
        let desk = Desk::open(&folder.path().join("data"), opened(time)).unwrap();
        Self { desk, folder, class, sessions, people }
    }

    fn kinds(&self, session: usize) -> Vec<MarkKind> {
        self.desk
            .roll(self.sessions[session])
            .unwrap()
            .seats
            .iter()
            .map(baodao::app::attend::RollSeat::kind)
            .collect()
    }

    fn acts(&self) -> usize {
        self.desk.acts(None, 1000).unwrap().len()
    }

    /// Somebody compared today's first session with the sheet, and the office took over what it says of the first.
    fn corrected(mut self) -> Self {
        self.desk.take_paper(self.sessions[0], "签到表第3页", &[(self.people[0], Mark::Absent)]).unwrap();
        self
    }
}

fn late(minutes: u16) -> Mark {
    Mark::PRESENT.with_missed(baodao::domain::mark::End::Late, Minutes::new(minutes).unwrap())
}

#[test]
fn a_week_holds_its_sessions_and_knows_its_neighbours() {
    let bench = at("2026-09-09 09:00");
    let week = bench.desk.week(bench.class, parse_day("2026-09-09").unwrap()).unwrap();
    assert_eq!(
        (week.rolls.len(), week.people.len(), week.monday.to_string().as_str()),
        (10, 5, "2026-09-07")
    );
    assert_eq!((week.before, week.after), (None, parse_day("2026-09-14")));
    let next = bench.desk.week(bench.class, week.after.unwrap()).unwrap();
    assert_eq!((next.rolls.len(), next.before, next.after), (10, Some(week.monday), None));
    let none = bench.desk.week(bench.class, parse_day("2026-10-14").unwrap()).unwrap();
    assert_eq!((none.rolls.len(), none.before), (0, parse_day("2026-09-14")));
}

#[test]
fn a_block_is_one_act_and_says_what_it_skipped() {
    let mut bench = at("2026-09-08 09:00");
    let view = bench.desk.session(bench.sessions[1]).unwrap();
    bench.desk.cancel_session(view.id, view.version, "停电").unwrap();
    bench.desk.mark(bench.sessions[0], &bench.people[..1], Mark::Absent, "补录").unwrap();
    bench.desk.mark(bench.sessions[2], &bench.people[1..2], Mark::PRESENT, "").unwrap();
    let acts = bench.acts();
    // three sessions begun (one cancelled) and one to come, for three people
    let block =
        bench.desk.mark_area(&bench.sessions[..4], &bench.people[..3], Mark::PRESENT, "补录").unwrap();
    assert_eq!((block.set(), block.same), (5, 1));
    assert_eq!(block.overwritten().collect::<Vec<_>>(), [(MarkKind::Absent, 1)]);
    assert_eq!(block.skipped, Skipped { ahead: 3, cancelled: 3, ..Skipped::default() });
    assert_eq!(bench.acts(), acts + 1);
    assert_eq!(
        bench.kinds(0)[..4],
        [MarkKind::Present, MarkKind::Present, MarkKind::Present, MarkKind::NotTaken]
    );
    bench.desk.undo_last().unwrap();
    assert_eq!(bench.kinds(0)[..2], [MarkKind::Absent, MarkKind::NotTaken]);
    assert_eq!(bench.kinds(2)[..2], [MarkKind::NotTaken, MarkKind::Present]);
    assert_eq!(bench.desk.verify().unwrap().faults, []);
}

#[test]
fn a_block_over_past_days_needs_a_reason_and_over_nothing_is_no_act() {
    let mut bench = at("2026-09-08 09:00");
    let refused = bench.desk.mark_area(&bench.sessions[..3], &bench.people, Mark::PRESENT, " ").unwrap_err();
    assert!(matches!(refused, Trouble::Mark(MarkFault::ReasonNeeded)));
    let acts = bench.acts();
    let ahead = bench.desk.mark_area(&bench.sessions[4..8], &bench.people, Mark::PRESENT, "").unwrap();
    assert_eq!((ahead.set(), ahead.skipped.ahead), (0, 20));
    assert_eq!(bench.acts(), acts);
    // leave goes ahead, and a reason meant for past days does not follow it
    let block = bench.desk.mark_area(&bench.sessions[1..5], &bench.people[..1], SICK, "假条").unwrap();
    assert_eq!(block.set(), 4);
    let line =
        |session: usize| bench.desk.roll(bench.sessions[session]).unwrap().seats[0].line.clone().unwrap();
    assert_eq!((line(1).layer, line(1).reason.as_str()), (Layer::Office, "假条"));
    assert_eq!((line(4).layer, line(4).reason.as_str()), (Layer::Instructor, ""));
}

#[test]
fn where_the_office_has_spoken_nobody_else_writes() {
    let mut bench = at("2026-09-07 09:00").corrected();
    let (session, first) = (bench.sessions[0], bench.people[0]);
    let refused = bench.desk.mark(session, &[first], Mark::PRESENT, "").unwrap_err();
    let Trouble::OfficeSpoke(line) = refused else { panic!("{refused:?}") };
    assert_eq!(
        (line.operator.as_str(), line.reason.as_str(), line.mark),
        ("王芳", "签到表第3页", Mark::Absent)
    );
    for lang in baodao::text::Lang::ALL {
        let said = baodao::app::words::trouble(lang, &Trouble::OfficeSpoke(line.clone()));
        assert!(said.contains("王芳") && said.contains("签到表第3页") && said.contains("F2"), "{said}");
    }
    // together with others: nothing at all
    assert!(bench.desk.mark(session, &bench.people, Mark::PRESENT, "").is_err());
    assert_eq!(bench.kinds(0)[1], MarkKind::NotTaken);
    // everybody at once and a block go round it
    assert_eq!(bench.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap(), 4);
    let block = bench.desk.mark_area(&[session], &bench.people, late(5), "").unwrap();
    assert_eq!((block.set(), block.skipped.office), (4, 1));
    assert_eq!(bench.kinds(0)[0], MarkKind::Absent);
    // the office may speak again, with its reason
    bench.desk.mark(session, &[first], SICK, "补交假条").unwrap();
    let line = bench.desk.roll(session).unwrap().seats[0].line.clone().unwrap();
    assert_eq!((line.layer, line.mark), (Layer::Office, SICK));
    // and give the cell back
    bench.desk.mark(session, &[first], Mark::Cleared, "重新点名").unwrap();
    bench.desk.mark(session, &[first], Mark::PRESENT, "").unwrap();
    assert_eq!(bench.desk.verify().unwrap().faults, []);
}

#[test]
fn what_was_taken_back_binds_nobody() {
    let mut bench = at("2026-09-07 09:00").corrected();
    bench.desk.undo_last().unwrap();
    bench.desk.mark(bench.sessions[0], &bench.people[..1], Mark::PRESENT, "").unwrap();
    assert_eq!(bench.kinds(0)[0], MarkKind::Present);
}

#[test]
fn comparing_names_the_differences_and_changes_nothing() {
    let mut bench = at("2026-09-07 11:00");
    let session = bench.sessions[0];
    bench.desk.mark_unmarked(session, Mark::PRESENT, "").unwrap();
    bench.desk.mark(session, &bench.people[1..2], late(16), "").unwrap();
    bench.desk.mark(session, &bench.people[2..3], Mark::Absent, "").unwrap();
    // the third has signed, the fourth has not; the second signed too, which says nothing about minutes
    let exceptions = Exceptions::from([(bench.people[3], Mark::Absent)]);
    assert!(matches!(bench.desk.compare_paper(session, " ", &exceptions), Err(Trouble::SheetNeeded)));
    let before = bench.kinds(0);
    let first = bench.desk.compare_paper(session, "9-7 上午 第1页", &exceptions).unwrap();
    let again = bench.desk.compare_paper(session, "9-7 上午 第1页", &exceptions).unwrap();
    assert_eq!((first.same, &first), (3, &again));
    let told = |nth: usize| {
        let mismatch = &first.differs[nth];
        (mismatch.enrolment.seat, mismatch.screen.as_ref().map(|line| line.mark), mismatch.paper)
    };
    assert_eq!(told(0), (3, Some(Mark::Absent), Mark::PRESENT));
    assert_eq!(told(1), (4, Some(Mark::PRESENT), Mark::Absent));
    assert_eq!(bench.kinds(0), before);
    let said = bench.desk.roll(session).unwrap().said;
    let paper = RollLine::Paper { sheet: "9-7 上午 第1页".into(), note: "3/5".into() };
    assert_eq!(said.iter().filter(|row| row.line == paper).count(), 2);
    // taken over: the office speaks, from the paper
    bench.desk.take_paper(session, "9-7 上午 第1页", &[(bench.people[2], Mark::PRESENT)]).unwrap();
    let line = bench.desk.roll(session).unwrap().seats[2].line.clone().unwrap();
    assert_eq!(
        (line.layer, line.source, line.reason.as_str()),
        (Layer::Office, Source::Paper, "9-7 上午 第1页")
    );
    let ahead = bench.desk.compare_paper(bench.sessions[1], "x", &exceptions);
    assert!(matches!(ahead, Err(Trouble::Mark(MarkFault::NotBegun))));
}

#[test]
fn back_entry_needs_reason_and_sheet_and_its_marks_are_from_paper() {
    let mut bench = at("2026-09-08 09:00");
    let gaps = bench.desk.gaps(Some(bench.class)).unwrap().rows;
    let days: Vec<String> = gaps.iter().map(|gap| gap.session.day.to_string()).collect();
    assert_eq!(days, ["2026-09-07", "2026-09-07"]);
    assert_eq!(bench.desk.gaps(None).unwrap().rows.len(), 2);
    let session = bench.sessions[0];
    for (reason, sheet) in [("停电", ""), ("", "第1页"), (" ", " ")] {
        assert!(matches!(bench.desk.begin_back_entry(session, reason, sheet), Err(Trouble::SheetNeeded)));
    }
    assert!(matches!(bench.desk.begin_back_entry(bench.sessions[2], "停电", "第1页"), Err(Trouble::NotPast)));
    bench.desk.begin_back_entry(session, "停电", "签到表 9-7 上午 第1页").unwrap();
    let ground = bench.desk.roll(session).unwrap().back_entry().unwrap().line.ground().unwrap();
    assert_eq!(ground, "停电 签到表 9-7 上午 第1页");
    bench.desk.mark(session, &bench.people[..1], Mark::Absent, &ground).unwrap();
    bench.desk.mark_unmarked(session, Mark::PRESENT, &ground).unwrap();
    bench.desk.mark(session, &bench.people[1..2], SICK, "补交假条").unwrap();
    let roll = bench.desk.roll(session).unwrap();
    let source =
        |nth: usize| roll.seats[nth].line.as_ref().map(|line| (line.source.clone(), line.layer)).unwrap();
    assert_eq!(source(0), (Source::Paper, Layer::Office));
    assert_eq!(source(1), (Source::Hand, Layer::Office));
    assert_eq!(source(2), (Source::Paper, Layer::Office));
    assert_eq!(bench.desk.gaps(Some(bench.class)).unwrap().rows.len(), 1);
    assert_eq!(bench.desk.verify().unwrap().faults, []);
}

#[test]
fn announced_leave_fills_what_is_to_come_in_one_act() {
    let mut bench = at("2026-09-07 09:00");
    let class = bench.desk.class(bench.class).unwrap();
    let who = bench.desk.enrolment(&class, bench.people[0]).unwrap();
    bench.desk.mark(bench.sessions[3], &bench.people[..1], Mark::Leave(LeaveKind::Personal), "").unwrap();
    let day = |text: &str| parse_day(text).unwrap();
    let span = Span::new((day("2026-09-07"), Part::Morning), (day("2026-09-09"), Part::Morning)).unwrap();
    let plan = bench.desk.announce_leave(&who, span, LeaveKind::Sick, "住院").unwrap();
    assert_eq!((plan.set.len(), plan.kept.len(), plan.begun.len()), (3, 1, 1));
    let marks: Vec<MarkKind> = (0..6).map(|session| bench.kinds(session)[0]).collect();
    let (leave, open) = (MarkKind::Leave, MarkKind::NotTaken);
    assert_eq!(marks, [open, leave, leave, leave, leave, open]);
    let again = bench.desk.announce_leave(&who, span, LeaveKind::Sick, "住院").unwrap_err();
    assert!(matches!(again, Trouble::NoSessionAhead));
    bench.desk.undo_last().unwrap();
    let marks: Vec<MarkKind> = (0..6).map(|session| bench.kinds(session)[0]).collect();
    assert_eq!(marks, [open, open, open, leave, open, open]);
    // who comes after all is present without ado
    bench.desk.announce_leave(&who, span, LeaveKind::Sick, "住院").unwrap();
    let mut bench = bench.at("2026-09-08 09:00");
    bench.desk.mark(bench.sessions[2], &bench.people[..1], Mark::PRESENT, "").unwrap();
    assert_eq!(bench.kinds(2)[0], MarkKind::Present);
}

fn any_mark() -> impl Strategy<Value = Mark> {
    proptest::sample::select(vec![
        Mark::PRESENT,
        late(20),
        late(300),
        SICK,
        Mark::Leave(LeaveKind::Personal),
        Mark::Absent,
        Mark::Cleared,
    ])
}

/// Session, person, mark, and whether the office says so.
fn any_lines() -> impl Strategy<Value = Vec<(usize, usize, Mark, bool)>> {
    proptest::collection::vec((0..6_usize, 0..3_usize, any_mark(), any::<bool>()), 0..12)
}

fn every_mark(bench: &Bench) -> Vec<Vec<Option<Mark>>> {
    let marks = |session: &SessionId| {
        let roll = bench.desk.roll(*session).unwrap();
        roll.seats.iter().map(|seat| seat.line.as_ref().map(|line| line.mark)).collect()
    };
    bench.sessions[..6].iter().map(marks).collect()
}

/// Two benches with the same lines on file, seen on the second day.
fn written(lines: &[(usize, usize, Mark, bool)]) -> Bench {
    let mut bench = at("2026-09-08 15:00");
    for (session, person, mark, office) in lines {
        let reason = if *office { "更正" } else { "" };
        // what is refused is refused in both
        let _ = bench.desk.mark(bench.sessions[*session], &[bench.people[*person]], *mark, reason);
        if *office && *session < 4 {
            let cell = [(bench.people[*person], *mark)];
            let _ = bench.desk.take_paper(bench.sessions[*session], "第1页", &cell);
        }
    }
    bench
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_block_is_the_same_as_its_cells_one_by_one(
        lines in any_lines(),
        mark in any_mark(),
        from in 0..6_usize,
        length in 1..4_usize,
        people in 1..4_usize,
    ) {
        let (mut block, mut cells) = (written(&lines), written(&lines));
        let to = (from + length).min(6);
        block.desk.mark_area(&block.sessions[from..to], &block.people[..people], mark, "补录").unwrap();
        for session in from..to {
            for person in 0..people {
                // the reason is for past days: the first two sessions
                let reason = if session < 2 { "补录" } else { "" };
                let _ = cells.desk.mark(cells.sessions[session], &[cells.people[person]], mark, reason);
            }
        }
        prop_assert_eq!(every_mark(&block), every_mark(&cells));
    }

    #[test]
    fn an_instructor_never_changes_what_the_office_said(lines in any_lines(), later in any_lines()) {
        let mut bench = written(&lines);
        let office = |bench: &Bench| {
            let mut said = Vec::new();
            for session in &bench.sessions[..6] {
                for seat in bench.desk.roll(*session).unwrap().seats {
                    said.extend(seat.line.filter(baodao::store::rows::MarkLine::is_of_office));
                }
            }
            said
        };
        let before = office(&bench);
        for (session, person, mark, _) in later {
            let session = bench.sessions[session];
            let _ = bench.desk.mark(session, &[bench.people[person]], mark, "");
            let _ = bench.desk.mark_unmarked(session, mark, "");
            let _ = bench.desk.mark_area(&[session], &bench.people, mark, "");
        }
        prop_assert_eq!(before, office(&bench));
        prop_assert_eq!(bench.desk.verify().unwrap().faults, []);
    }

    #[test]
    fn comparing_twice_gives_the_same_list(lines in any_lines(), absent in 0..5_usize) {
        let mut bench = written(&lines);
        let exceptions = Exceptions::from([(bench.people[absent], Mark::Absent)]);
        let before = every_mark(&bench);
        let first = bench.desk.compare_paper(bench.sessions[1], "第1页", &exceptions).unwrap();
        let second = bench.desk.compare_paper(bench.sessions[1], "第1页", &exceptions).unwrap();
        prop_assert_eq!(first, second);
        prop_assert_eq!(before, every_mark(&bench));
    }
}
