//! The plans of queries that run at every keystroke or frame: on an index, never through a whole table.

use super::super::audit;
use super::super::changes;
use super::super::clashes::{ELSEWHERE, IN_ROOM, NEXT_INSTRUCTOR, OF_CLASS, OF_INSTRUCTOR, SHARED, meeting};
use super::super::makeups;
use super::super::marks::{LATEST, LINE};
use super::super::rolls::NOT_TAKEN;
use super::super::search::{
    EXACT_NAME, ID_PREFIX, ID_TAIL, NAME_PREFIX, NUMBER, PHONE_PREFIX, PHONE_TAIL, WITHIN,
};
use super::super::sessions::{OVERLAPPING, rolled};
use super::super::waiting::WAITED;
use super::*;

fn plan(raw: &rusqlite::Connection, sql: &str) -> String {
    let mut explain = raw.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let params = explain.parameter_count();
    let values = vec!["x"; params];
    let details: Vec<String> = explain
        .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>("detail"))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    details.join("\n")
}

#[test]
fn hot_queries_never_scan_a_table() {
    let bench = Bench::new();
    let raw = bench.raw();
    let found = |sql: &str| meeting(&sql.replace("{FOUND}", "t.id, t.name"));
    let latest = "SELECT m.id FROM mark m WHERE m.session = ?1 AND NOT EXISTS
        (SELECT 1 FROM mark n WHERE n.session = m.session AND n.enrolment = m.enrolment AND n.id > m.id)";
    let cell = "SELECT id FROM mark WHERE session = ?1 AND enrolment = ?2 ORDER BY id DESC LIMIT 1";
    let roster = "SELECT e.id FROM enrolment e JOIN trainee t ON t.id = e.trainee WHERE e.class = ?1 AND e.void IS NULL ORDER BY e.seat";
    let namesakes = "SELECT id FROM trainee WHERE id IN (SELECT trainee FROM name_key WHERE key = ?1 LIMIT ?2) AND void IS NULL";
    let by_phone = "SELECT id FROM trainee WHERE phone = ?1 AND void IS NULL ORDER BY id DESC LIMIT ?2";
    let by_id = "SELECT id FROM trainee WHERE id_number = ?1 AND id_kind <> 'other' AND void IS NULL";
    let timetable =
        "SELECT s.id FROM session s WHERE s.class = ?1 AND s.void IS NULL ORDER BY s.day, s.from_min, s.id";
    let of_class =
        "SELECT m.id FROM mark m WHERE m.session IN (SELECT id FROM session WHERE class = ?1) AND NOT EXISTS
        (SELECT 1 FROM mark n WHERE n.session = m.session AND n.enrolment = m.enrolment AND n.id > m.id)";
    let of_day = "SELECT s.id FROM session s WHERE s.day = ?1";
    let undoable = "SELECT a.seq FROM act a WHERE a.wall_ms >= ?1 AND a.seq <= ?2
        AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.seq)";
    let history = "SELECT after FROM revision WHERE uid = ?1";
    let line = |condition: &str| format!("{LINE} WHERE {condition}");
    let of_session = line(&format!("m.session = ?1 AND {LATEST}"));
    let of_sessions = line(&format!("m.session IN (SELECT id FROM session WHERE class = ?1) AND {LATEST}"));
    let of_cell = line("m.session = ?1 AND m.enrolment = ?2 ORDER BY m.id");
    let of_act = line("m.act = ?1 ORDER BY m.id LIMIT ?2");
    let queries = [
        of_session.as_str(),
        of_sessions.as_str(),
        of_cell.as_str(),
        of_act.as_str(),
        EXACT_NAME,
        NAME_PREFIX,
        NUMBER,
        ID_PREFIX,
        ID_TAIL,
        PHONE_PREFIX,
        PHONE_TAIL,
        WITHIN,
        latest,
        cell,
        roster,
        namesakes,
        by_phone,
        by_id,
        history,
        timetable,
        of_class,
        of_day,
        undoable,
        IN_ROOM,
        OF_INSTRUCTOR,
        NEXT_INSTRUCTOR,
        OF_CLASS,
        SHARED,
        ELSEWHERE,
        WAITED,
        OVERLAPPING,
        makeups::OF_CLASS,
        trainees::TAKEN_BACK,
        changes::OF_CLASS,
        statuses::CLAIMED,
    ];
    for sql in queries {
        let plan = plan(&raw, &found(sql));
        assert!(!plan.contains("SCAN"), "{sql}\n{plan}");
        let sorts = plan.contains("TEMP B-TREE") && ![ID_TAIL, PHONE_TAIL, by_phone].contains(&sql);
        assert!(!sorts, "{sql}\n{plan}");
    }
}

#[test]
fn signing_in_is_counted_on_an_index_of_its_own() {
    let plan = plan(&Bench::new().raw(), &audit::sign_ins_after());
    assert!(plan.contains("USING COVERING INDEX act_sign_in"), "{plan}");
}

/// What it looks through is limited before anything is counted.
#[test]
fn rolls_not_taken_are_found_by_the_days_of_sessions() {
    let bench = Bench::new();
    let plan = plan(&bench.raw(), &rolled(NOT_TAKEN));
    assert!(plan.contains("SEARCH session USING INDEX session_day"), "{plan}");
    for line in plan.lines().filter(|line| line.contains("SCAN")) {
        assert!(["SCAN r", "SCAN recent"].contains(&line.trim()), "{plan}");
    }
}
