//! Search while typing, one kind of key at a time, and names that were misheard.

use crate::measure::{Goal, report, times};
use baodao::app::{Desk, Opened};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// Lines of the search page.
const PAGE: u32 = 15;
/// People whose names and numbers are typed.
const SAMPLE: i64 = 150;

struct Person {
    name: String,
    initials: String,
    full: String,
    id_number: String,
    phone: String,
}

pub(super) fn measure(folder: &Path, data: &Path) {
    let file = data.join("baodao.db");
    let raw = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let people = sample(&raw);
    let bare = bare_index(folder, &file);
    let baseline = bare_prefix(&bare, &people);
    let desk = Desk::open(data, Opened::default()).unwrap();
    type Key = fn(&Person) -> &str;
    let typed: [(&str, Key); 5] = [
        ("search  a name, hanzi by hanzi", |person| &person.name),
        ("search  pinyin initials, letter by letter", |person| &person.initials),
        ("search  full pinyin, letter by letter", |person| &person.full),
        ("search  ID number, digit by digit", |person| &person.id_number),
        ("search  phone, digit by digit", |person| &person.phone),
    ];
    for (what, key) in typed {
        let keystrokes: Vec<String> = people.iter().flat_map(|person| beginnings(key(person))).collect();
        report(what, &look(&desk, &keystrokes), Goal::P99(5.0), "bare prefix index", &baseline);
    }
    for (what, key) in
        [("search  last four of the ID", typed[3].1), ("search  last four of the phone", typed[4].1)]
    {
        let tails: Vec<String> = people.iter().map(|person| tail(key(person))).collect();
        report(what, &look(&desk, &tails), Goal::P99(5.0), "bare prefix index", &baseline);
    }
    let misheard: Vec<String> = people.iter().flat_map(|person| slips(&person.full)).collect();
    let hanzi: Vec<String> = people.iter().filter_map(|person| other_surname(&person.name)).collect();
    let nobody: Vec<String> = people.iter().map(|person| format!("{}燚淼", head(&person.name))).collect();
    for (what, names) in [
        ("misheard  full pinyin with a confusion", &misheard),
        ("misheard  another hanzi of the surname", &hanzi),
        ("misheard  a name that nobody has", &nobody),
    ] {
        report(what, &look(&desk, names), Goal::P99(30.0), "bare prefix index", &baseline);
    }
    let typing: Vec<String> = misheard.iter().flat_map(|name| beginnings(name)).collect();
    report(
        "misheard  letter by letter",
        &look(&desk, &typing),
        Goal::P99(30.0),
        "bare prefix index",
        &baseline,
    );
}

fn look(desk: &Desk, typed: &[String]) -> Vec<Duration> {
    times(typed.len(), |nth| {
        desk.look_for(&typed[nth], PAGE).unwrap();
    })
}

/// Names in a table of their own with an index: what a search can hardly beat.
fn bare_index(folder: &Path, file: &Path) -> Connection {
    let conn = Connection::open(folder.join("bare.db")).unwrap();
    conn.execute("ATTACH ?1 AS desk", [file.to_str().unwrap()]).unwrap();
    conn.execute_batch(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO person SELECT id, name FROM desk.trainee;
         CREATE INDEX person_name ON person (name, id); DETACH desk; ANALYZE;",
    )
    .unwrap();
    conn
}

fn bare_prefix(bare: &Connection, people: &[Person]) -> Vec<Duration> {
    let mut prefix =
        bare.prepare("SELECT id FROM person WHERE name >= ?1 AND name < ?2 ORDER BY name LIMIT 15").unwrap();
    let typed: Vec<String> = people.iter().flat_map(|person| beginnings(&person.name)).collect();
    times(typed.len(), |nth| {
        let from = &typed[nth];
        let rows: Vec<i64> = prefix
            .query_map([from, &format!("{from}\u{10ffff}")], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(!rows.is_empty() && rows.len() <= 15);
    })
}

/// People spread over the whole file; names with a dot have keys in another order and are left out.
fn sample(raw: &Connection) -> Vec<Person> {
    let last: i64 = raw.query_row("SELECT max(id) FROM trainee", [], |row| row.get(0)).unwrap();
    let mut one = raw.prepare("SELECT name, keys, id_number, phone FROM trainee WHERE id = ?1").unwrap();
    let person = |nth: i64| {
        let row = one.query_row([1 + nth * (last - 1) / SAMPLE], |row| {
            let keys: String = row.get("keys")?;
            let mut keys = keys.split(' ').skip(1).map(str::to_owned);
            Ok(Person {
                name: row.get("name")?,
                initials: keys.next().unwrap_or_default(),
                full: keys.next().unwrap_or_default(),
                id_number: row.get("id_number")?,
                phone: row.get("phone")?,
            })
        });
        row.unwrap()
    };
    (0..SAMPLE).map(person).filter(|person| !person.name.contains('·')).collect()
}

fn beginnings(text: &str) -> Vec<String> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| text.get(..end).unwrap().to_owned()).collect()
}

fn tail(number: &str) -> String {
    number.chars().skip(number.chars().count() - 4).collect()
}

fn head(name: &str) -> String {
    name.chars().take(1).collect()
}

/// Full pinyin as somebody writes it who confuses one sound.
fn slips(full: &str) -> Vec<String> {
    const PAIRS: [(&str, &str); 12] = [
        ("zh", "z"),
        ("ch", "c"),
        ("sh", "s"),
        ("l", "n"),
        ("n", "l"),
        ("h", "f"),
        ("f", "h"),
        ("z", "zh"),
        ("ang", "an"),
        ("eng", "en"),
        ("ing", "in"),
        ("an", "ang"),
    ];
    PAIRS
        .iter()
        .filter(|(from, _)| full.contains(from))
        .map(|(from, to)| full.replacen(from, to, 1))
        .take(3)
        .collect()
}

fn other_surname(name: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 10] = [
        ("张", "章"),
        ("李", "黎"),
        ("王", "汪"),
        ("刘", "牛"),
        ("陈", "程"),
        ("林", "凌"),
        ("胡", "付"),
        ("徐", "许"),
        ("吴", "武"),
        ("周", "邹"),
    ];
    PAIRS.iter().find_map(|(from, to)| name.strip_prefix(from).map(|rest| format!("{to}{rest}")))
}
