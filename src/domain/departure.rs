//! How somebody ends an enrolment, and what has to be said for it.

use chrono::NaiveDate;

/// How an enrolment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DepartureKind {
    /// 离班
    Left,
    /// 退学
    Withdrawn,
    /// 转班
    Transferred,
}

/// Why a departure cannot be recorded as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DepartureFault {
    /// Whoever withdraws, and whoever left before today, left for a reason.
    ReasonNeeded,
    /// After today: it has not happened yet.
    NotYet,
    /// Before this day, which says already that somebody never came.
    NeverCame(NaiveDate),
    /// Marks stand after the day, the last on this one: it must be said that they are known of.
    HasMarks(NaiveDate),
    /// Would join the other class while still expected in this one.
    JoinsTooSoon,
    /// Ended before.
    Ended,
    /// From a class into itself.
    SameClass,
}

/// What is said of a departure.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    pub kind: DepartureKind,
    /// The first day on which the person is on the roll.
    pub since: NaiveDate,
    /// The last day on which the person is on the roll.
    pub day: NaiveDate,
    pub has_reason: bool,
    /// Marks after the day are known of and stay.
    pub knows_marks: bool,
    /// The first day in the other class.
    pub joins: Option<NaiveDate>,
}

/// Everything that keeps a departure from being recorded, seen from `today`; `last_mark` is the day of the last mark
/// that stands, today at the latest.
pub fn faults(told: Told, today: NaiveDate, last_mark: Option<NaiveDate>) -> Vec<DepartureFault> {
    let marked = last_mark.filter(|last| *last > told.day && !told.knows_marks);
    // whoever never came left on the day before, or gives up today a class that is still to begin
    let earliest = told.since.pred_opt().unwrap_or(told.since).min(today);
    let needs_reason = told.kind == DepartureKind::Withdrawn || told.day < today;
    [
        (told.day > today).then_some(DepartureFault::NotYet),
        (told.day < earliest).then_some(DepartureFault::NeverCame(earliest)),
        marked.map(DepartureFault::HasMarks),
        (needs_reason && !told.has_reason).then_some(DepartureFault::ReasonNeeded),
        told.joins.filter(|joins| *joins <= told.day).map(|_| DepartureFault::JoinsTooSoon),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, n).unwrap()
    }

    fn told(kind: DepartureKind, on: u32, has_reason: bool) -> Told {
        Told { kind, since: day(5), day: day(on), has_reason, knows_marks: false, joins: None }
    }

    #[test]
    fn leaving_today_needs_no_word_and_all_else_does() {
        let of = |told: Told| faults(told, day(8), None);
        assert_eq!(of(told(DepartureKind::Left, 8, false)), []);
        assert_eq!(of(told(DepartureKind::Withdrawn, 8, false)), [DepartureFault::ReasonNeeded]);
        assert_eq!(of(told(DepartureKind::Left, 7, false)), [DepartureFault::ReasonNeeded]);
        assert_eq!(of(told(DepartureKind::Withdrawn, 7, true)), []);
        assert_eq!(of(told(DepartureKind::Left, 9, true)), [DepartureFault::NotYet]);
    }

    #[test]
    fn nobody_leaves_before_the_day_before_the_first() {
        let left = |on| told(DepartureKind::Left, on, true);
        assert_eq!(faults(left(4), day(8), None), [], "never came");
        assert_eq!(faults(left(3), day(8), None), [DepartureFault::NeverCame(day(4))]);
        assert_eq!(faults(left(2), day(2), None), [], "gives up what is still to begin");
        assert_eq!(faults(left(1), day(2), None), [DepartureFault::NeverCame(day(2))]);
    }

    #[test]
    fn marks_after_the_day_must_be_known_of() {
        let left = told(DepartureKind::Left, 7, true);
        assert_eq!(faults(left, day(9), Some(day(8))), [DepartureFault::HasMarks(day(8))]);
        assert_eq!(faults(left, day(9), Some(day(7))), []);
        assert_eq!(faults(Told { knows_marks: true, ..left }, day(9), Some(day(8))), []);
    }

    #[test]
    fn nobody_sits_in_two_classes_on_one_day_by_moving() {
        let moved = told(DepartureKind::Transferred, 8, false);
        assert_eq!(
            faults(Told { joins: Some(day(8)), ..moved }, day(8), None),
            [DepartureFault::JoinsTooSoon]
        );
        assert_eq!(faults(Told { joins: Some(day(9)), ..moved }, day(8), None), []);
    }
}
