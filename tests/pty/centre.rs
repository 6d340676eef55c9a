//! A centre made by the real program's command line: a class of today with the people of the village list.

use crate::environment::environment;
use crate::terminal::{Terminal, until_within};
use baodao::app::operators::{NewPin, OperatorDraft};
use baodao::app::{Clock, Desk, Opened};
use baodao::domain::calendar::{Moment, TimeOfDay};
use baodao::domain::ids::SessionId;
use baodao::domain::mark::MarkKind;
use baodao::domain::operator::{Pin, Role};
use baodao::domain::reader::{Pace, Reader};
use chrono::TimeDelta;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;

/// Somebody with a role, and the PIN that lets them in.
pub struct Worker {
    pub name: &'static str,
    role: Role,
    pin: &'static str,
}

pub const HEAD: Worker = Worker { name: "赵校长", role: Role::Head, pin: "271828" };
pub const INSTRUCTOR: Worker = Worker { name: "李师傅", role: Role::Instructor, pin: "141421" };
pub const OFFICE: Worker = Worker { name: "王芳", role: Role::Desk, pin: "314159" };
pub const AUDITOR: Worker = Worker { name: "钱会计", role: Role::Auditor, pin: "173205" };

impl Worker {
    fn pin(&self) -> Pin {
        Pin::choose(self.pin).unwrap()
    }

    /// Takes over from whoever works at this desk.
    #[track_caller]
    pub fn takes_over(&self, desk: &mut Terminal) {
        desk.keys("Ctrl+O");
        desk.shows("谁在用？");
        desk.keys(&format!("{} Enter", self.name));
        desk.shows(&format!("{}（", self.name)).shows("口令");
        desk.keys(self.pin);
        desk.shows(&format!("现在由 {}（", self.name));
    }
}

/// So near to midnight, in minutes, no test begins: the day of its centre would not be the day of its program.
const LAST: u16 = 5;
/// How long the next day may be waited for.
const NIGHT: Duration = Duration::from_secs(6 * 60);

pub struct Centre {
    folder: TempDir,
    /// When it was made: the day of its class, and which half of the day is running.
    now: Moment,
}

impl Centre {
    /// A folder without a file; of a day that does not end under the test.
    fn of_today() -> Self {
        let is_long = || Clock::System.now().time.minute() < TimeOfDay::END.minute() - LAST;
        until_within(NIGHT, "the next day", is_long);
        Self { folder: tempfile::tempdir().unwrap(), now: Clock::System.now() }
    }

    /// No class and nobody.
    pub fn empty() -> Self {
        let centre = Self::of_today();
        centre.ok(&["init", "--centre", "忻府区育才培训学校", "--region", "140902"]);
        centre
    }

    /// The invented centre that everybody may look at: two classes that run, with their past days marked.
    pub fn demo() -> Self {
        let centre = Self::of_today();
        centre.ok(&["demo", "--trainees", "100"]);
        centre
    }

    /// Fifty people in a class whose running session began hours ago or goes on for hours, and an empty class.
    pub fn new() -> Self {
        let centre = Self::empty();
        let slots = if centre.is_morning() { "00:00-18:00,18:00-24:00" } else { "00:00-06:00,06:00-24:00" };
        let day = centre.now.day.to_string();
        let end = centre.now.day.succ_opt().unwrap().to_string();
        for (code, course, hours) in
            [("KD-02", "2022/4-02-07-08/5", "80"), ("QZ-01", "2022/6-29-01-01/5", "62")]
        {
            let add = ["class", "add", "--code", code, "--course", course, "--hours", hours];
            centre.ok(&[add.as_slice(), &["--start", &day, "--end", &end]].concat());
        }
        centre.ok(&["timetable", "fill", "--class", "QZ-01", "--days", "1-7", "--slots", slots]);
        centre.seats_fifty();
        centre
    }

    /// The fifty people in a class that goes from the Monday two weeks before this one, or earlier, into the coming
    /// weeks: one session a day, all day, so that today's is always running and all last week is past.
    pub fn lasting() -> Self {
        Self::lasting_in("00:00-24:00")
    }

    /// The same with these sessions every day.
    pub fn lasting_in(slots: &str) -> Self {
        let centre = Self::empty();
        for (code, course, first, last) in
            [("KD-02", "2022/4-02-07-08/5", -14, 14), ("QZ-01", "2022/6-29-01-01/5", -14, 7)]
        {
            let days = [centre.day(first), centre.day(last)];
            let add = ["class", "add", "--code", code, "--course", course, "--hours", "704"];
            let whose = ["--instructor", if code == "QZ-01" { "李师傅" } else { "郑师傅" }];
            centre.ok(&[add.as_slice(), &whose, &["--start", &days[0], "--end", &days[1]]].concat());
            centre.ok(&["timetable", "fill", "--class", code, "--days", "1-7", "--slots", slots]);
        }
        centre.seats_fifty();
        centre
    }

    /// The station waits for its reader as long as any may: a busy machine pulls keys apart.
    pub fn is_patient(&self) {
        let pace = Pace::new(Pace::MOST).unwrap();
        self.desk().change_reader(&Reader { pace, ..Reader::default() }).unwrap();
    }

    fn seats_fifty(&self) {
        let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
        let imported = self.ok(&["import", "roster", list.to_str().unwrap(), "--class", "QZ-01"]);
        assert_eq!(imported["accepted"], 50, "{imported}");
    }

    /// So many days from today, as the command line wants it.
    pub fn day(&self, from_today: i64) -> String {
        (self.now.day + TimeDelta::days(from_today)).to_string()
    }

    /// The same as the screens show it: month and day.
    pub fn short_day(&self, from_today: i64) -> String {
        self.day(from_today).split_off(5)
    }

    /// From now on everybody signs in: a head, an instructor, the front desk and an auditor.
    pub fn guard(&self) {
        let mut desk = self.desk();
        for worker in [HEAD, INSTRUCTOR, OFFICE, AUDITOR] {
            let pin = NewPin::Set(worker.pin());
            let draft = OperatorDraft { name: worker.name.into(), role: worker.role, pin };
            desk.add_operator(&draft).unwrap();
            if worker.name == HEAD.name {
                let head = desk.operator_named(HEAD.name).unwrap();
                desk.sign_in(&head, Some(&HEAD.pin())).unwrap();
            }
        }
    }

    /// The first page of a guarded centre, with this one signed in.
    #[track_caller]
    pub fn signed_in(&self, worker: &Worker) -> Terminal {
        let mut desk = Terminal::start(&self.data(), &["--operator", worker.name]);
        desk.shows("报到  登录").caret_in("_ _ _");
        desk.keys(worker.pin);
        desk.shows(&format!("现在由 {}（", worker.name)).shows("今天的课");
        desk
    }

    pub fn is_morning(&self) -> bool {
        self.now.time.minute() < 12 * 60
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One command line with `--json`; anything but 0 is a failed test.
    #[track_caller]
    pub fn ok(&self, args: &[&str]) -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baodao"));
        command.args(args).arg("--json").arg("--data").arg(self.data());
        command.env_clear().envs(environment(&self.data()));
        let ran = command.output().unwrap();
        assert!(ran.status.success(), "{args:?}: {ran:?}");
        serde_json::from_slice(&ran.stdout).unwrap()
    }

    #[track_caller]
    pub fn is_sound(&self) {
        let verified = self.ok(&["verify"]);
        assert_eq!(verified["ok"], true, "{verified}");
    }

    pub fn start(&self) -> Terminal {
        Terminal::start(&self.data(), &["--operator", "王芳"])
    }

    pub fn start_in_english(&self) -> Terminal {
        Terminal::start(&self.data(), &["--operator", "王芳", "--lang", "en"])
    }

    /// The keys that open the roll of the running session from a fresh first page.
    pub fn to_roll(&self) -> &'static str {
        if self.is_morning() { "Enter" } else { "Down Enter" }
    }

    /// The file as another program of this desk reads it.
    pub fn desk(&self) -> Desk {
        Desk::open(&self.data(), Opened { operator: Some("王芳".into()), ..Opened::default() }).unwrap()
    }

    pub fn running(&self) -> SessionId {
        let desk = self.desk();
        let class =
            desk.classes(9).unwrap().into_iter().find(|class| class.code.as_str() == "QZ-01").unwrap();
        let sessions = desk.class_view(class.id).unwrap().sessions;
        sessions[usize::from(!self.is_morning())].id
    }

    /// The marks of the running session on file, by seat.
    pub fn marks(&self) -> HashMap<u32, MarkKind> {
        self.marks_of(self.running())
    }

    /// The marks on file of a day of a class with one session a day.
    pub fn marks_on(&self, from_today: i64) -> HashMap<u32, MarkKind> {
        let (desk, day) = (self.desk(), self.now.day + TimeDelta::days(from_today));
        let class = desk.class_named("QZ-01").unwrap();
        let sessions = desk.sessions(class.id).unwrap();
        self.marks_of(sessions.iter().find(|session| session.day == day).unwrap().id)
    }

    fn marks_of(&self, session: SessionId) -> HashMap<u32, MarkKind> {
        let roll = self.desk().roll(session).unwrap();
        roll.seats.iter().map(|seat| (seat.enrolment.seat, seat.kind())).collect()
    }

    /// What was done last, newest first, by its verb.
    pub fn acts(&self, newest: usize) -> Vec<String> {
        let newest = u32::try_from(newest).unwrap();
        self.desk().acts(None, newest).unwrap().into_iter().map(|act| act.verb).collect()
    }
}
