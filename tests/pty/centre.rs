//! A centre made by the real program's command line: a class of today with the people of the village list.

use crate::terminal::Terminal;
use baodao::app::{Clock, Desk, Opened};
use baodao::domain::calendar::Moment;
use baodao::domain::ids::SessionId;
use baodao::domain::mark::MarkKind;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub struct Centre {
    folder: TempDir,
    /// When it was made: the day of its class, and which half of the day is running.
    now: Moment,
}

impl Centre {
    /// No class and nobody.
    pub fn empty() -> Self {
        let centre = Self { folder: tempfile::tempdir().unwrap(), now: Clock::System.now() };
        centre.ok(&["init", "--centre", "忻府区育才培训学校", "--region", "140902"]);
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
        let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets/village-list.xlsx");
        let imported = centre.ok(&["import", "roster", list.to_str().unwrap(), "--class", "QZ-01"]);
        assert_eq!(imported["accepted"], 50, "{imported}");
        centre
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
        let roll = self.desk().roll(self.running()).unwrap();
        roll.seats.iter().map(|seat| (seat.enrolment.seat, seat.kind())).collect()
    }
}
