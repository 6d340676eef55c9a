//! The file itself: acts and their chain, fences, undo, several processes, copies, the plans of hot queries.

use super::*;
use crate::domain::calendar::{Slot, parse_day};
use crate::domain::class::{ClassCode, ClassPlan, SessionKind, SessionPlan};
use crate::domain::course::CourseKey;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, EnrolmentId, SessionId, TraineeId};
use crate::domain::mark::{Layer, Mark, Source};
use crate::domain::person::{Trainee, TraineeDraft};
use chrono::NaiveDate;
use std::path::Path;
use tempfile::TempDir;

mod fences;
mod plans;
mod sharing;
mod undoing;

/// A store in a folder of its own whose clock moves by a second an act.
struct Bench {
    folder: TempDir,
    store: Store,
    now_ms: i64,
    chance: u8,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::create(folder.path(), Key::Plain, Birth { desk: [1; 16], epoch: [2; 16] }).unwrap();
        Self { folder, store, now_ms: 1_000_000, chance: 0 }
    }

    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("baodao.db")
    }

    fn act<T>(&mut self, verb: Verb, work: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        self.now_ms += 1000;
        let chance = &mut self.chance;
        let mut fill = |bytes: &mut [u8]| {
            *chance = chance.wrapping_add(1);
            bytes.fill(*chance);
        };
        let mut hand = Hand { operator: "desk", now_ms: self.now_ms, chance: &mut fill };
        self.store.act(verb, &mut hand, work)
    }

    fn undo(&mut self, act: ActId) -> Result<()> {
        self.now_ms += 1000;
        let chance = &mut self.chance;
        let mut fill = |bytes: &mut [u8]| {
            *chance = chance.wrapping_add(1);
            bytes.fill(*chance);
        };
        let mut hand = Hand { operator: "desk", now_ms: self.now_ms, chance: &mut fill };
        self.store.undo(act, &mut hand)
    }

    fn last(&self) -> ActId {
        ActId(self.store.head().unwrap().0)
    }

    fn add(&mut self, name: &str, id: &str) -> TraineeId {
        let trainee = trainee(name, id);
        self.act(Verb::AddTrainee, |w| {
            w.add_trainee(NewTrainee { trainee: &trainee, keys: "wjg wangjianguo" })
        })
        .unwrap()
    }

    fn class(&mut self) -> ClassId {
        let plan = ClassPlan {
            code: ClassCode::parse("QZ-01").unwrap(),
            course: CourseKey("2022/6-29-01-01/5".into()),
            start: day("2026-09-07"),
            end: day("2026-09-18"),
            hours: ClassHours::new(80),
            capacity: Some(50),
            place: String::new(),
            instructor: String::new(),
        };
        self.act(Verb::AddClass, |w| w.add_class(&plan, "default", &"3".repeat(64))).unwrap()
    }

    fn session(&mut self, class: ClassId) -> SessionId {
        let plan = session_plan("2026-09-07");
        self.act(Verb::AddSession, |w| w.add_session(class, &plan)).unwrap()
    }

    fn enrol(&mut self, class: ClassId, trainee: TraineeId) -> EnrolmentId {
        self.act(Verb::Enrol, |w| w.enrol(class, trainee, day("2026-09-07"), "")).unwrap().0
    }

    /// A class with a session and one person in it.
    fn seated(&mut self) -> (SessionId, EnrolmentId) {
        let person = self.add("王建国", "140999198506120017");
        let class = self.class();
        let session = self.session(class);
        (session, self.enrol(class, person))
    }

    fn mark(&mut self, cell: (SessionId, EnrolmentId), mark: Mark) -> Result<()> {
        let new = NewMark { mark, source: &Source::Hand, layer: Layer::Instructor, reason: "" };
        let session = self.store.session(cell.0)?;
        self.act(Verb::Mark, |w| w.mark(&session, cell.1, new)).map(|_| ())
    }

    fn marked(&self, cell: (SessionId, EnrolmentId)) -> Option<Mark> {
        self.store
            .marks_of_session(cell.0)
            .unwrap()
            .into_iter()
            .find(|line| line.enrolment == cell.1)
            .map(|line| line.mark)
    }

    /// A second connection that knows none of our manners.
    fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }
}

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn session_plan(on: &str) -> SessionPlan {
    SessionPlan {
        day: day(on),
        slot: Slot::parse("08:30-12:00").unwrap(),
        hours: ClassHours::new(4),
        kind: SessionKind::Mixed,
        instructor: String::new(),
        room: String::new(),
        topic: String::new(),
    }
}

fn trainee(name: &str, id: &str) -> Trainee {
    let draft = TraineeDraft {
        name: name.into(),
        id_number: id.into(),
        phone: "13800000001".into(),
        ..TraineeDraft::default()
    };
    draft.parse(day("2026-09-07")).unwrap().0
}

fn open(folder: &Path) -> Result<Store> {
    Store::open(folder, Key::Plain)
}
