//! From a key to the drawn frame, on the pages where a desk lives, and the memory that takes: in a process of its own,
//! so that what is measured is a desk at work and nothing else.

use crate::measure::{Goal, report, times};
use baodao::app::{Desk, Opened, pinyin};
use baodao::text::Lang;
use baodao::ui::event::Waker;
use baodao::ui::harness::Harness;
use baodao::ui::screen::{self, EnrolWanted, Route};
use baodao::ui::shell::{House, Shell};
use baodao::ui::theme::Theme;
use ratatui::layout::Size;
use std::path::Path;
use std::time::Instant;

/// Memory in use on screen, in MB.
const MOST_MEMORY: u64 = 64;
const ARROWS: &[&str] = &["Down", "Down", "Up", "Up"];

pub(super) fn measure(data: &Path) {
    let mut harness = shell(Desk::open(data, Opened::default()).unwrap());
    let blank = times(200, |_| {
        harness.resize(Size::new(80, 24));
    });
    let session = harness.desk.today_page().unwrap().sessions.first().map(|row| row.session.id).unwrap();
    let roll = harness.desk.roll(session).unwrap();
    let (class, seat) = (roll.class.id, roll.seats[0].enrolment.clone());
    let known = EnrolWanted { person: Some(seat.trainee), ..EnrolWanted::default() };
    let words =
        ["w", "j", "Backspace", "Down", "Backspace", "z", "s", "Down", "Up", "Backspace", "Backspace"];
    let heard = ["z", "a", "n", "g", "y", "i", "m", "i", "a", "o", "F3"];
    let text = ["a", "b", "Backspace", "Backspace"];
    let places: [(&str, Route, &[&str]); 12] = [
        ("frame  typing on the search page", Route::Search(String::new()), &words),
        ("frame  typing a misheard name", Route::Search(String::new()), &heard),
        ("frame  arrow on the front page", Route::Today, ARROWS),
        ("frame  arrow on the roll", Route::Roll(session), ARROWS),
        ("frame  typing in a new enrolment", Route::Enrol(EnrolWanted::default()), &text),
        ("frame  field by field, somebody on file", Route::Enrol(known), &["Tab", "BackTab"]),
        ("frame  arrow on the history card", Route::Card(seat.trainee), ARROWS),
        ("frame  arrow among the classes", Route::Classes, ARROWS),
        ("frame  arrow on a class", Route::Class(class), ARROWS),
        ("frame  arrow on the ledger of a class", Route::Ledger(class), ARROWS),
        ("frame  arrow on the ledger of a person", Route::PersonLedger(class, seat.id), ARROWS),
        ("frame  arrow in the audit", Route::Audit, ARROWS),
    ];
    for (what, route, keys) in places {
        harness.turn(|shell, turn| shell.go(route.clone(), turn));
        let taken = times(keys.len() * 30, |nth| {
            harness.keys(keys[nth % keys.len()]);
        });
        report(what, &taken, Goal::P99(8.0), "a frame without a key", &blank);
    }
    memory();
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
        matches: pinyin::matches,
    };
    let shell = Shell::new(house, Lang::Zh, Theme::dark(), Waker::default());
    Harness::new(shell, desk, Size::new(80, 24), Instant::now())
}
