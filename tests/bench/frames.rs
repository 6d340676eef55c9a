//! From a key to the drawn frame, page by page, and the memory that takes: in a process of its own,
//! so that what is measured is a desk at work and nothing else.

use crate::measure::{Goal, report, times};
use baodao::app::{Desk, Opened, pinyin};
use baodao::text::Lang;
use baodao::ui::event::Waker;
use baodao::ui::harness::Harness;
use baodao::ui::screen::{self, EnrolWanted, Route, WeekWanted};
use baodao::ui::shell::{House, Shell};
use baodao::ui::theme::Theme;
use ratatui::layout::Size;
use std::path::Path;
use std::time::{Duration, Instant};

/// Memory in use on screen, in MB.
const MOST_MEMORY: u64 = 64;
const WINDOW: Size = Size { width: 80, height: 24 };
/// The largest grid there is, in a window over the whole of a large screen.
const WIDE: Size = Size { width: 200, height: 60 };
const WEEK: Route = Route::Week(WeekWanted { class: None, day: None });

const ARROWS: &[&str] = &["Down", "Down", "Up", "Up"];
const WALK: &[&str] = &["Down", "Right", "Left", "Up"];
const FIELDS: &[&str] = &["Tab", "BackTab"];
const TYPED: &[&str] = &["a", "b", "Backspace", "Backspace"];
const DIGITS: &[&str] = &["1", "4", "Backspace", "Backspace"];

pub(super) fn measure(data: &Path) {
    let mut harness = shell(Desk::open(data, Opened::default()).unwrap());
    let blank = times(200, |_| {
        harness.resize(WINDOW);
    });
    for (what, route, keys) in places(&harness.desk) {
        frames(&mut harness, what, &route, keys, &blank);
    }
    harness.resize(WIDE);
    frames(&mut harness, "frame  the same, 200 columns and 60 rows", &WEEK, WALK, &blank);
    memory();
}

/// What is measured, where, and the keys pressed in turn; none of them writes.
type Place = (&'static str, Route, &'static [&'static str]);

fn places(desk: &Desk) -> Vec<Place> {
    // whatever weekday it is
    let class = desk.classes(1).unwrap()[0].id;
    let session = desk.sessions(class).unwrap()[0].id;
    let seat = desk.roll(session).unwrap().seats[0].enrolment.clone();
    let known = EnrolWanted { person: Some(seat.trainee), ..EnrolWanted::default() };
    vec![
        (
            "frame  typing on the search page",
            Route::Search(String::new()),
            &["w", "j", "Backspace", "Down", "Backspace", "z", "s", "Down", "Up", "Backspace", "Backspace"],
        ),
        (
            "frame  typing a misheard name",
            Route::Search(String::new()),
            &["z", "a", "n", "g", "y", "i", "m", "i", "a", "o", "F3"],
        ),
        ("frame  arrow on the front page", Route::Today, ARROWS),
        ("frame  arrow on the roll", Route::Roll(session), ARROWS),
        ("frame  arrow on the page of calling", Route::RollCall(session), ARROWS),
        ("frame  typing on the page of the scanner", Route::RollScan(session), DIGITS),
        ("frame  arrow on the signed sheet", Route::Paper(session), ARROWS),
        ("frame  arrow among rolls not taken", Route::NotTaken, ARROWS),
        ("frame  arrow among rolls to enter late", Route::BackEntry(None), ARROWS),
        ("frame  typing in a new enrolment", Route::Enrol(EnrolWanted::default()), TYPED),
        ("frame  field by field, somebody on file", Route::Enrol(known), FIELDS),
        ("frame  arrow on the history card", Route::Card(seat.trainee), ARROWS),
        ("frame  arrow among the courses", Route::Courses, ARROWS),
        ("frame  arrow among the classes", Route::Classes, ARROWS),
        ("frame  arrow on a class", Route::Class(class), ARROWS),
        ("frame  arrow on the clashes of a class", Route::Matters(class), ARROWS),
        ("frame  arrow on the ledger of a class", Route::Ledger(class), ARROWS),
        ("frame  arrow on the ledger of a person", Route::PersonLedger(class, seat.id), ARROWS),
        ("frame  field by field, a sheet to write", Route::Export(Some(class)), FIELDS),
        ("frame  field by field, the settings", Route::Settings, FIELDS),
        ("frame  arrow in the audit", Route::Audit, ARROWS),
        ("frame  arrow in the week", WEEK, WALK),
    ]
}

fn frames(harness: &mut Harness, what: &str, route: &Route, keys: &[&str], blank: &[Duration]) {
    harness.turn(|shell, turn| shell.go(route.clone(), turn));
    let taken = times(keys.len() * 30, |nth| {
        harness.keys(keys[nth % keys.len()]);
    });
    report(what, &taken, Goal::P99(8.0), "a frame without a key", blank);
}

/// The most this process ever held, the pages of the file in its own cache included.
fn memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kb = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default()
    };
    let (now, most) = (kb("VmRSS") / 1000, kb("VmHWM") / 1000);
    let verdict = if most < MOST_MEMORY { "reached" } else { "MISSED" };
    println!(
        "memory  on screen after all these pages: {now} MB, at most {most} MB  [< {MOST_MEMORY} MB: {verdict}]"
    );
}

pub(super) fn shell(desk: Desk) -> Harness {
    let house = House {
        open: screen::open,
        menu: screen::MENU,
        search: screen::SEARCH,
        guide: screen::GUIDE,
        scanned: screen::scanned,
        matches: pinyin::fit,
    };
    let shell = Shell::new(house, Lang::Zh, Theme::dark(), Waker::default());
    Harness::new(shell, desk, WINDOW, Instant::now())
}
