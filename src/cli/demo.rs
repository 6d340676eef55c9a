//! `demo`: an invented centre, to be looked at and thrown away, or made and left.

use super::answer;
use super::call::{Call, shown};
use super::fault::Failure;
use super::print::{Printed, clean};
use super::screen;
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::Chance;
use crate::app::Desk;
use crate::app::demo;
use crate::text::cli as t;
use serde_json::json;
use std::path::{Path, PathBuf};

/// People of a demo unless said otherwise.
const PEOPLE: u32 = 300;
const MOST: u32 = 2_000_000;

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["demo"],
    operands: &[],
    options: &[
        Opt::new("trainees", Kind::Whole(MOST), t::opt_trainees),
        screen::PLAIN,
        screen::THEME,
        screen::BORDERS,
        screen::AMBIGUOUS,
    ],
    does: Does::Changes,
    help: t::help_demo,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let people = call.whole("trainees").unwrap_or(PEOPLE);
    if let Some(folder) = call.path("data") {
        make(call, &folder, people)?;
        let json = json!({ "data": shown(&folder), "trainees": people });
        return answer(json, vec![t::demo_made(call.lang, people, &shown(&folder))]);
    }
    if call.flag("json") || !(call.env.is_terminal || call.flag("plain")) {
        return Err(Failure::NoTerminal);
    }
    let folder = ThrownAway::new();
    let desk = make(call, &folder.0, people)?;
    screen::show(call, desk)?;
    answer(json!({}), Vec::new())
}

fn make(call: &mut Call<'_>, folder: &Path, people: u32) -> Result<Desk, Failure> {
    let lang = call.lang;
    let opened = call.opened();
    let is_watched = call.env.is_watched;
    let err = &mut *call.err;
    let mut told = |done: usize| {
        if is_watched {
            // one line that counts up; a terminal that is gone does not keep the demo from being made
            let _ = write!(err, "\r{}", clean(&t::demo_progress(lang, done, people)));
            let _ = err.flush();
        }
    };
    let desk = demo::make(folder, people as usize, opened, &mut told)?;
    if is_watched {
        call.tell("");
    }
    Ok(desk)
}

/// A folder that goes when its holder goes.
struct ThrownAway(PathBuf);

impl ThrownAway {
    fn new() -> Self {
        let name: String = Chance::System.sixteen().iter().map(|byte| format!("{byte:02x}")).collect();
        Self(std::env::temp_dir().join(format!("baodao-demo-{name}")))
    }
}

impl Drop for ThrownAway {
    fn drop(&mut self) {
        // what cannot be removed lies in the system's folder for such things
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
