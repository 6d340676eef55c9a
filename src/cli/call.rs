//! One run of a verb: what was given, the desk it works at, the words it may take.

use super::Env;
use super::fault::{Failure, UseFault};
use super::line::Given;
use super::print::clean;
use crate::app::operators::OperatorFault;
use crate::app::{Desk, Opened, Trouble};
use crate::domain::calendar::parse_day;
use crate::domain::operator::Pin;
use crate::store::Waiting;
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::desk;
use chrono::NaiveDate;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) struct Call<'a> {
    pub(super) lang: Lang,
    pub(super) given: &'a Given,
    pub(super) env: &'a Env,
    /// For what is not the answer: waiting, progress.
    pub(super) err: &'a mut dyn Write,
    /// In a guarded centre somebody must answer for what the verb does.
    pub(super) signs_in: bool,
}

impl Call<'_> {
    pub(super) fn flag(&self, name: &str) -> bool {
        self.given.has(name)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.given.text(name)
    }

    /// The words of an option that the verb's declaration needs or that may be left out as empty.
    pub(super) fn words(&self, name: &str) -> String {
        self.text(name).unwrap_or_default().to_owned()
    }

    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.given.value(name).map(PathBuf::from)
    }

    pub(super) fn day(&self, name: &str) -> Option<NaiveDate> {
        self.text(name).and_then(parse_day)
    }

    pub(super) fn whole(&self, name: &str) -> Option<u32> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    pub(super) fn operand(&self, at: usize) -> PathBuf {
        self.given.operands.get(at).map(PathBuf::from).unwrap_or_default()
    }

    pub(super) fn operand_text(&self, at: usize) -> Result<String, Failure> {
        let text = self.given.operands.get(at).and_then(|word| word.to_str());
        text.map(str::to_owned).ok_or(Failure::Use(UseFault::WordNotText))
    }

    /// Where the data lies: as said, else where the platform keeps such things.
    pub(super) fn folder(&self) -> Result<PathBuf, Failure> {
        self.path("data").or_else(|| self.env.home.clone()).ok_or(Failure::NoHome)
    }

    pub(super) fn opened(&self) -> Opened {
        let operator = self.text("operator").map(str::to_owned).or_else(|| self.env.opened.operator.clone());
        let on = self.day("on").or(self.env.opened.on);
        Opened { operator, on, ..self.env.opened.clone() }
    }

    pub(super) fn desk(&mut self) -> Result<Desk, Failure> {
        let mut desk = Desk::open(&self.folder()?, self.opened())?;
        desk.on_wait(waiting(self.lang));
        if let Some(found) = desk.read_only() {
            self.tell(&t::read_only(self.lang, found));
        }
        // a PIN that was given is asked for whatever the verb does: a wrong one is never passed over
        if desk.needs_sign_in() && (self.signs_in || self.env.pin.is_some()) {
            self.sign_in(&mut desk)?;
        }
        Ok(desk)
    }

    /// Only an operator with a PIN: a script that names anybody else would act in their name.
    fn sign_in(&self, desk: &mut Desk) -> Result<(), Failure> {
        let row = desk.operator_named(desk.operator())?;
        let has_pin = row.credential.as_ref().is_some_and(|here| here.has_pin);
        let Some(pin) = &self.env.pin else {
            return Err(if has_pin { Failure::PinNeeded(row.name) } else { Failure::OperatorNeeded });
        };
        if row.credential.as_ref().is_some_and(|here| !here.has_pin) {
            return Err(Failure::NoPin(row.name));
        }
        let pin = Pin::parse(pin).map_err(|fault| Trouble::Operator(OperatorFault::Pin(fault)))?;
        Ok(desk.sign_in(&row, Some(&pin))?)
    }

    /// The class that `--class` names.
    pub(super) fn class(&self, desk: &Desk) -> Result<ClassRow, Failure> {
        Ok(desk.class_named(&self.words("class"))?)
    }

    /// Lines beside the answer. Nobody may be there to read them, which is no failure.
    pub(super) fn tell(&mut self, lines: &str) {
        for line in lines.split('\n') {
            let _ = writeln!(self.err, "{}", clean(line));
        }
    }
}

/// A sentence on stderr for every second that another process keeps the file busy.
pub(super) fn waiting(lang: Lang) -> Waiting {
    let mut told = 0;
    Box::new(move |waited: Duration| {
        if waited.as_secs() > told {
            told = waited.as_secs();
            // a wait that cannot be told is still waited for
            let _ = writeln!(std::io::stderr(), "{}", desk::waiting(lang, told));
        }
    })
}

/// A path as it is printed.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
