//! The bench of these tests: a data folder of its own, a clock that stands still, command lines in, answers out.

use crate::desk::opened;
use baodao::app::{Chance, Opened};
use baodao::cli::{Env, run_with};
use baodao::text::Lang;
use serde_json::Value;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub struct Bench {
    pub folder: TempDir,
    pub at: String,
}

/// What one command line came to.
#[derive(Debug)]
pub struct Ran {
    pub exit: u8,
    pub out: String,
    pub err: String,
}

impl Ran {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {self:?}"))
    }

    #[track_caller]
    pub fn error_code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_else(|| panic!("{self:?}")).to_owned()
    }
}

pub fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets").join(name);
    path.to_str().unwrap().to_owned()
}

impl Bench {
    /// No data file yet; the clock stands on the Monday after the class.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), at: "2026-09-21 09:00".to_owned() }
    }

    /// A centre.
    pub fn new() -> Self {
        let bench = Self::empty();
        assert_eq!(bench.run(&["init", "--centre", "忻府区育才培训学校", "--region", "140902"]).exit, 0);
        bench
    }

    /// A centre with the class 砌筑工 level 5 of 80 class hours, its timetable filled.
    pub fn with_class() -> Self {
        let bench = Self::new();
        let course = bench.ok(&["course", "list"]);
        let key = course
            .as_array()
            .unwrap()
            .iter()
            .find(|course| course["name"] == "砌筑工" && course["level"] == 5)
            .unwrap()["key"]
            .as_str()
            .unwrap()
            .to_owned();
        let days = ["--start", "2026-09-07", "--end", "2026-09-18"];
        let add = ["class", "add", "--code", "QZ-01", "--course", &key, "--hours", "80"];
        bench.ok(&[add.as_slice(), &days].concat());
        let slots = "08:30-12:00,14:00-17:30";
        let filled =
            bench.ok(&["timetable", "fill", "--class", "QZ-01", "--days", "mon-fri", "--slots", slots]);
        assert_eq!(
            (&filled["added"], &filled["planned"], &filled["required"]),
            (&20.into(), &80.into(), &80.into())
        );
        assert_eq!(filled["warnings"], Value::Array(Vec::new()));
        bench
    }

    /// The same with the fifty people of the village list.
    pub fn with_people() -> Self {
        let bench = Self::with_class();
        bench.ok(&["import", "roster", &sample("village-list.xlsx"), "--class", "QZ-01"]);
        bench
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub fn env(&self) -> Env {
        Env {
            // each line is a program of its own: the same chance again would name two rows alike
            opened: Opened { chance: Chance::System, ..opened(&self.at) },
            home: Some(self.data()),
            lang: Lang::Zh,
            is_terminal: false,
            is_watched: false,
            pin: None,
            new_pin: None,
        }
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        run_env(&self.env(), args)
    }

    /// With `--json`.
    pub fn json(&self, args: &[&str]) -> Ran {
        self.run(&[args, &["--json"]].concat())
    }

    /// With `--json`; anything but 0 is a failed test.
    #[track_caller]
    pub fn ok(&self, args: &[&str]) -> Value {
        let ran = self.json(args);
        assert_eq!(ran.exit, 0, "{args:?}: {ran:?}");
        assert_eq!(ran.err, "", "{args:?}");
        ran.json()
    }

    #[track_caller]
    pub fn mark(&self, session: &str, rest: &[&str]) -> Value {
        let head = ["mark", "--class", "QZ-01", "--session", session, "--reason", "补录"];
        self.ok(&[head.as_slice(), rest].concat())
    }

    pub fn sessions(&self) -> Vec<String> {
        let class = self.ok(&["class", "show", "QZ-01"]);
        let sessions = class["sessions"].as_array().unwrap();
        sessions.iter().map(|session| session["session"].as_str().unwrap().to_owned()).collect()
    }

    /// Credited class hours by seat.
    pub fn credited(&self) -> Vec<u64> {
        let hours = self.ok(&["hours", "--class", "QZ-01"]);
        hours.as_array().unwrap().iter().map(|row| row["credited"].as_u64().unwrap()).collect()
    }
}

pub fn run_env(env: &Env, args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run_with(args.iter().map(OsString::from), env, &mut out, &mut err);
    Ran { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// A reader that has gone.
pub struct Gone(pub io::ErrorKind);

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
