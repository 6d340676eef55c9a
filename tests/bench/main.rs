//! The numbers that are promised, each beside a bare baseline in the same run: `cargo bench`.
//! `BAODAO_BENCH=1000000 cargo bench` takes another number of trainees (300,000 unless told).
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench prints and measures time"
)]

use baodao::app::{Chance, Clock, Desk, Opened, demo, pinyin};
use baodao::text::Lang;
use baodao::ui::event::Waker;
use baodao::ui::harness::Harness;
use baodao::ui::screen::{self, Route};
use baodao::ui::shell::{House, Shell};
use baodao::ui::theme::Theme;
use ratatui::layout::Size;
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let people = std::env::var("BAODAO_BENCH").ok().and_then(|n| n.parse().ok()).unwrap_or(300_000);
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    if let Some(data) = std::env::var_os("BAODAO_BENCH_LOAD") {
        return load(Path::new(&data), people);
    }
    println!("{people} trainees; every figure is of this machine, this run\n");
    // In a process of its own, so that the memory measured is that of a desk at work.
    let this = std::env::current_exe().unwrap();
    let loaded = std::process::Command::new(this)
        .env("BAODAO_BENCH_LOAD", &data)
        .env("BAODAO_BENCH", people.to_string())
        .status();
    assert!(loaded.unwrap().success());
    start(&data);
    let bare = bare_index(folder.path(), &data);
    search(&data, &bare);
    frames(&data);
    memory();
}

fn load(data: &Path, people: usize) {
    let began = Instant::now();
    drop(
        demo::make(
            data,
            people,
            Opened { clock: Clock::System, chance: Chance::Seeded(1), ..Opened::default() },
            &mut |_| (),
        )
        .unwrap(),
    );
    let took = began.elapsed();
    let size = std::fs::metadata(data.join("baodao.db")).unwrap().len();
    let rate = people as f64 / took.as_secs_f64();
    println!(
        "load       demo of {people}: {:.1} s, {rate:.0} people a second, file {} MB",
        took.as_secs_f64(),
        size / 1_000_000
    );
}

/// Opening the file and the first page, against opening the bare file and reading one row.
fn start(data: &Path) {
    let ours = times(9, |_| {
        let mut harness = shell(Desk::open(data, Opened::default()).unwrap());
        harness.turn(|shell, turn| shell.go(Route::Today, turn));
        assert!(!harness.page.is_empty());
    });
    let bare = times(9, |_| {
        let conn = Connection::open(data.join("baodao.db")).unwrap();
        conn.query_row("SELECT trainees FROM file", [], |row| row.get::<_, i64>(0)).unwrap();
    });
    report("start      open and first page", &ours, "bare open and one row", &bare);
}

/// Names in a table of their own with an index: what a search can hardly beat.
fn bare_index(folder: &Path, data: &Path) -> Connection {
    let conn = Connection::open(folder.join("bare.db")).unwrap();
    conn.execute("ATTACH ?1 AS desk", [data.join("baodao.db").to_str().unwrap()]).unwrap();
    conn.execute_batch(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO person SELECT id, name FROM desk.trainee;
         CREATE INDEX person_name ON person (name, id); DETACH desk; ANALYZE;",
    )
    .unwrap();
    conn
}

fn search(data: &Path, bare: &Connection) {
    let desk = Desk::open(data, Opened::default()).unwrap();
    let typed = [
        "w",
        "wj",
        "wjg",
        "wangjian",
        "z",
        "zs",
        "zhangwei",
        "张",
        "张伟",
        "王",
        "李秀",
        "138",
        "1380",
        "2216",
        "140999",
        "1409991985",
        "002X",
        "l",
        "lx",
    ];
    let keystrokes = times(typed.len() * 40, |nth| {
        desk.find(typed[nth % typed.len()], 15).unwrap();
    });
    let prefixes = ["王", "张", "李秀", "张伟", "赵"];
    let mut prefix =
        bare.prepare("SELECT id FROM person WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT 15").unwrap();
    let baseline = times(prefixes.len() * 100, |nth| {
        let from = prefixes[nth % prefixes.len()];
        let rows: Vec<i64> = prefix
            .query_map([from, &format!("{from}\u{10ffff}")], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(rows.len() <= 15);
    });
    report("search     per keystroke, 15 rows", &keystrokes, "bare prefix index", &baseline);
}

/// From a key to the drawn frame, on the pages where a desk lives.
fn frames(data: &Path) {
    let mut harness = shell(Desk::open(data, Opened::default()).unwrap());
    let blank = times(200, |_| {
        harness.resize(Size::new(80, 24));
    });
    let keys = ["w", "j", "Backspace", "Down", "Backspace", "z", "s", "Down", "Up", "Backspace", "Backspace"];
    harness.turn(|shell, turn| shell.go(Route::Search(String::new()), turn));
    let search = times(keys.len() * 30, |nth| {
        harness.keys(keys[nth % keys.len()]);
    });
    report("frame      key on the search page", &search, "a frame without a key", &blank);
    let session = harness.desk.today_page().unwrap().sessions.into_iter().next().map(|row| row.session.id);
    if let Some(session) = session {
        harness.turn(|shell, turn| shell.go(Route::Roll(session), turn));
        let roll = times(200, |nth| {
            harness.keys(if nth % 50 < 25 { "Down" } else { "Up" });
        });
        report("frame      arrow on the roll", &roll, "a frame without a key", &blank);
    }
    harness.turn(|shell, turn| shell.go(Route::Today, turn));
    let today = times(100, |nth| {
        harness.keys(if nth % 2 == 0 { "Down" } else { "Up" });
    });
    report("frame      arrow on the front page", &today, "a frame without a key", &blank);
}

/// Of the whole process, the bench's own baseline index included.
fn memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| status.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    println!("memory     {} | {}", of("VmRSS").replace('\t', " "), of("VmHWM").replace('\t', " "));
}

fn shell(desk: Desk) -> Harness {
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

fn times(count: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut taken = Vec::with_capacity(count);
    for nth in 0..count {
        let began = Instant::now();
        work(nth);
        taken.push(began.elapsed());
    }
    taken.sort();
    taken
}

fn report(what: &str, ours: &[Duration], than: &str, bare: &[Duration]) {
    let at =
        |times: &[Duration], percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
    let (median, worst, base) = (at(ours, 50), at(ours, 99), at(bare, 50));
    println!(
        "{what}: median {median:.3} ms, p99 {worst:.3} ms | {than}: median {base:.3} ms | ratio {:.1}",
        median / base
    );
}
