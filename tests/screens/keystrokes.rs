//! How many keys a roll takes.

use super::roll::{chosen, count, fifty, session};
use crate::desk::TestDesk;
use baodao::domain::ids::SessionId;
use baodao::domain::mark::MarkKind;
use baodao::text::Lang;

/// Two initials, then arrows among those they fit, then a digit: what somebody who knows names would press.
fn marked_absent(desk: &mut TestDesk, seat: u32, letters: &str) -> usize {
    let mut keys = 0;
    for c in letters.chars() {
        desk.keys(&c.to_string());
        keys += 1;
    }
    let wanted = format!("{seat:02}");
    while !chosen(desk).starts_with(&wanted) {
        desk.keys("Down");
        keys += 1;
        assert!(keys < 60, "{letters} never finds {seat}\n{}", desk.page);
    }
    desk.keys("5");
    keys + 1
}

/// Two letters of the initials of every seat.
fn initials(desk: &TestDesk, session: SessionId) -> Vec<(u32, String)> {
    let two = |seat: &baodao::app::attend::RollSeat| {
        let key = seat.enrolment.keys.split(' ').find(|key| key.is_ascii() && (2..=4).contains(&key.len()));
        (seat.enrolment.seat, key.unwrap_or_default().chars().take(2).collect())
    };
    desk.desk.roll(session).unwrap().seats.iter().map(two).collect()
}

/// The promise of the product: fifty people, six exceptions, nineteen keys where two initials fit nobody else.
#[test]
fn six_exceptions_take_nineteen_keys() {
    let mut desk = fifty(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    let session = session(&desk.desk, class, 0);
    let all = initials(&desk, session);
    let is_alone = |two: &str| all.iter().filter(|(_, other)| other == two).count() == 1;
    let unique: Vec<_> = all.iter().filter(|(_, two)| is_alone(two)).take(6).cloned().collect();
    assert_eq!(unique.len(), 6);
    desk.keys("*");
    let keys: usize = unique.iter().map(|(seat, two)| marked_absent(&mut desk, *seat, two)).sum();
    assert_eq!((keys + 1, count(&desk, session, MarkKind::Absent)), (19, 6), "{}", desk.page);
}

/// Any six of the fifty, namesakes and all; the seconds are those of the keystroke-level model (K 0.28, M 1.35).
#[test]
#[expect(clippy::print_stdout, reason = "the numbers are to be seen with --nocapture")]
fn any_six_exceptions_take_about_twenty_keys() {
    const ROUNDS: usize = 30;
    let mut desk = fifty(Lang::Zh, 80, 24);
    let class = desk.desk.classes(1).unwrap()[0].id;
    let session = session(&desk.desk, class, 0);
    let all = initials(&desk, session);
    let mut dice = 7_u64;
    let mut throw = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % below
    };
    let mut counts = Vec::new();
    for _ in 0..ROUNDS {
        let mut left = all.clone();
        let six: Vec<_> = (0..6).map(|_| left.remove(throw(left.len()))).collect();
        desk.keys("*");
        let keys: usize = six.iter().map(|(seat, two)| marked_absent(&mut desk, *seat, two)).sum();
        assert_eq!(count(&desk, session, MarkKind::Absent), 6);
        counts.push(keys + 1);
        for _ in 0..7 {
            desk.keys("Ctrl+Z");
        }
        assert_eq!(count(&desk, session, MarkKind::NotTaken), 50);
    }
    let mean = counts.iter().sum::<usize>() as f64 / ROUNDS as f64;
    let seconds = |keys: f64| 7.0 * 1.35 + keys * 0.28;
    let most = counts.iter().max().unwrap();
    println!(
        "class of 50, 6 exceptions, {ROUNDS} rounds: mean {mean:.1} keys (most {most}), {:.1} s by KLM",
        seconds(mean)
    );
    println!(
        "with six unique pairs of initials: 19 keys, {:.1} s by KLM; a mark and Enter per row: 100 keys, 47 s",
        seconds(19.0)
    );
    assert!(mean < 22.0, "{mean}");
}
