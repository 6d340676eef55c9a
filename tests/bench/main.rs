//! The numbers that are promised, each beside a bare baseline in the same run: `cargo bench`.
//!
//! `BAODAO_BENCH=1000000` takes another number of trainees (300,000 unless told). `BAODAO_BENCH_DATA=DIR` keeps the
//! invented centre there and takes it again the next time, because making a million people takes minutes.
//! `BAODAO_BENCH_PART=search`, `regions`, `frames` or `sheets` measures that part alone.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a bench prints and measures time"
)]

mod frames;
mod measure;
mod others;
mod regions;
mod search;
mod sheets;

use baodao::app::{Chance, Clock, Desk, Opened, demo};
use baodao::ui::screen::Route;
use measure::{Goal, once, report, times};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the one part that is done, and where the data lies.
const PART: &str = "BAODAO_BENCH_PART";
const DATA: &str = "BAODAO_BENCH_DATA";

/// Largest release binary.
const MOST_BYTES: u64 = 20_000_000;

fn main() {
    let people = std::env::var("BAODAO_BENCH").ok().and_then(|n| n.parse().ok()).unwrap_or(300_000);
    let folder = tempfile::tempdir().unwrap();
    let data = std::env::var_os(DATA).map_or_else(|| folder.path().join("data"), PathBuf::from);
    match std::env::var(PART).as_deref() {
        Ok("load") => return load(&data, people),
        Ok("regions") => return regions::measure(),
        Ok("frames") => return frames::measure(&data),
        Ok("search") => return search::measure(folder.path(), &data),
        Ok("sheets") => return sheets::measure(folder.path(), &data),
        _ => {}
    }
    println!("{people} trainees; every figure is of this machine, this run\n");
    if !data.join("baodao.db").exists() {
        in_a_process_of_its_own("load", &data, people);
    }
    size();
    start(&data);
    search::measure(folder.path(), &data);
    regions::measure();
    in_a_process_of_its_own("frames", &data, people);
    sheets::measure(folder.path(), &data);
}

/// So that the memory and the caches of one part are not those of another.
fn in_a_process_of_its_own(part: &str, data: &Path, people: usize) {
    let this = std::env::current_exe().unwrap();
    let done =
        Command::new(this).env(PART, part).env(DATA, data).env("BAODAO_BENCH", people.to_string()).status();
    assert!(done.unwrap().success());
}

fn load(data: &Path, people: usize) {
    let opened = Opened { clock: Clock::System, chance: Chance::Seeded(1), ..Opened::default() };
    let took = once(|| drop(demo::make(data, people, opened, &mut |_| ()).unwrap()));
    let size = std::fs::metadata(data.join("baodao.db")).unwrap().len();
    let rate = people as f64 / took.as_secs_f64();
    println!(
        "load  an invented centre of {people}: {:.1} s, {rate:.0} people a second, file {} MB",
        took.as_secs_f64(),
        size / 1_000_000
    );
}

/// The program as it is given away, built for this run.
fn size() {
    let bytes = std::fs::metadata(env!("CARGO_BIN_EXE_baodao")).unwrap().len();
    let (mb, verdict) = (bytes as f64 / 1e6, if bytes < MOST_BYTES { "reached" } else { "MISSED" });
    println!("size  the program, one file: {mb:.1} MB  [< {} MB: {verdict}]", MOST_BYTES / 1_000_000);
}

/// Opening the file and the first page, against opening the bare file and reading one row.
fn start(data: &Path) {
    let ours = times(9, |_| {
        let mut harness = frames::shell(Desk::open(data, Opened::default()).unwrap());
        harness.turn(|shell, turn| shell.go(Route::Today, turn));
        assert!(!harness.page.is_empty());
    });
    let bare = times(9, |_| {
        let conn = Connection::open(data.join("baodao.db")).unwrap();
        conn.query_row("SELECT trainees FROM file", [], |row| row.get::<_, i64>(0)).unwrap();
    });
    report("start  open and first page", &ours, Goal::Median(100.0), "bare open and one row", &bare);
}
