//! Moving sessions of a class that are still to come: all of them, in their order, each as long as before.

use super::calendar::{Slot, parse_day};
use chrono::{Days, NaiveDate};

/// When a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Block {
    pub day: NaiveDate,
    pub slot: Slot,
}

impl std::fmt::Display for Block {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.day, self.slot)
    }
}

impl Block {
    /// Reads what `Display` writes, as it stands in the lines of moved sessions.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, slot) = text.split_once(' ')?;
        Some(Self { day: parse_day(day)?, slot: Slot::parse(slot)? })
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.day == other.day && self.slot.overlaps(other.slot)
    }
}

/// How far; times of day stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Later, or earlier when negative, whatever day that is.
    Days(i32),
    /// Later by so many days that are taught on.
    TeachingDays(u32),
}

/// Furthest shift in days, either way; also how far teaching days are looked for.
pub const FURTHEST: i32 = 366;

impl Shift {
    /// `None` for no move at all or one that is too far.
    pub fn days(days: i32) -> Option<Self> {
        (days != 0 && days.abs() <= FURTHEST).then_some(Self::Days(days))
    }

    pub fn teaching_days(days: u32) -> Option<Self> {
        (1..=FURTHEST.unsigned_abs()).contains(&days).then_some(Self::TeachingDays(days))
    }

    /// The new day of each of `moving`, which stand in order of time. `staying` are the other sessions of the class: a
    /// shift by days may meet them, one by teaching days goes around them. `None` where no day is taught on.
    pub fn of(
        self,
        moving: &[Block],
        staying: &[Block],
        is_taught: impl Fn(NaiveDate) -> bool,
    ) -> Option<Vec<NaiveDate>> {
        match self {
            Self::Days(days) => moving.iter().map(|block| by_days(block.day, days)).collect(),
            Self::TeachingDays(days) => {
                let (mut moved, mut last) = (Vec::new(), None);
                for group in moving.chunk_by(|a, b| a.day == b.day) {
                    let from = group.first()?.day;
                    let is_free = |day| {
                        let held = |block: &Block| Block { day, ..*block };
                        !group.iter().any(|block| staying.iter().any(|other| held(block).overlaps(*other)))
                    };
                    let taught = days_after(from).filter(|day| is_taught(*day));
                    // two days never become one, else their sessions might meet
                    let day = taught
                        .skip(usize::try_from(days).ok()?.saturating_sub(1))
                        .find(|day| last.is_none_or(|last| last < *day) && is_free(*day))?;
                    last = Some(day);
                    moved.extend(group.iter().map(|_| day));
                }
                Some(moved)
            }
        }
    }
}

fn by_days(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    let far = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { day.checked_sub_days(far) } else { day.checked_add_days(far) }
}

fn days_after(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    day.iter_days().skip(1).take(2 * FURTHEST.unsigned_abs() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Weekdays;
    use proptest::prelude::*;
    use std::collections::{BTreeSet, HashSet};

    fn block(day: &str, slot: &str) -> Block {
        Block { day: parse_day(day).unwrap(), slot: Slot::parse(slot).unwrap() }
    }

    fn days(moved: Option<Vec<NaiveDate>>) -> Vec<String> {
        moved.unwrap().iter().map(|day| day.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn a_day_lost_to_a_power_cut_moves_everything_after_it() {
        let weekdays = Weekdays::parse("mon-fri").unwrap();
        let week =
            ["2026-09-09", "2026-09-10", "2026-09-11", "2026-09-14"].map(|day| block(day, "08:30-12:00"));
        let taught = |day| weekdays.has(day);
        assert_eq!(days(Shift::TeachingDays(1).of(&week, &[], taught)), ["09-10", "09-11", "09-14", "09-15"]);
        assert_eq!(days(Shift::Days(7).of(&week, &[], taught)), ["09-16", "09-17", "09-18", "09-21"]);
        assert_eq!(days(Shift::Days(-7).of(&week, &[], taught)), ["09-02", "09-03", "09-04", "09-07"]);
        // a session with marks stays on Thursday morning: what comes goes around it
        let staying = [block("2026-09-10", "08:30-12:00")];
        assert_eq!(days(Shift::TeachingDays(1).of(&week[..1], &staying, taught)), ["09-11"]);
        assert_eq!(Shift::TeachingDays(1).of(&week, &[], |_| false), None);
        assert_eq!(Block::parse(&week[0].to_string()), Some(week[0]));
        assert_eq!((Shift::days(0), Shift::teaching_days(0), Shift::days(400)), (None, None, None));
    }

    /// Some sessions of a class, in order and apart, on days of September 2026; a few of them stay.
    fn timetable() -> impl Strategy<Value = (Vec<Block>, Vec<Block>)> {
        let halves = ["08:30-12:00", "14:00-17:30", "19:00-21:15"];
        let cells = proptest::collection::btree_set((1_u32..28, 0..halves.len()), 1..30);
        (cells, any::<u64>()).prop_map(move |(cells, stays): (BTreeSet<(u32, usize)>, u64)| {
            let blocks = cells.iter().map(|(day, half)| Block {
                day: NaiveDate::from_ymd_opt(2026, 9, *day).unwrap(),
                slot: Slot::parse(halves[*half]).unwrap(),
            });
            let (staying, moving): (Vec<_>, Vec<_>) =
                blocks.enumerate().partition(|(nth, _)| nth % 5 == 4 && stays & (1 << (nth % 64)) != 0);
            let only = |blocks: Vec<(usize, Block)>| blocks.into_iter().map(|(_, block)| block).collect();
            (only(moving), only(staying))
        })
    }

    proptest! {
        #[test]
        fn a_shift_keeps_order_count_and_hours_and_never_hits_a_day_off(
            (moving, staying) in timetable(),
            by in 1_u32..9,
            week in 1_u8..128,
            off in proptest::collection::hash_set(1_u32..31, 0..10),
        ) {
            let monday = NaiveDate::from_ymd_opt(2026, 9, 7).unwrap();
            let weekdays =
                Weekdays::of((0..7).filter(|bit| week & (1 << bit) != 0).map(|bit| monday + Days::new(bit))).unwrap();
            let off: HashSet<NaiveDate> = off.iter().filter_map(|day| NaiveDate::from_ymd_opt(2026, 9, *day)).collect();
            let taught = |day: NaiveDate| weekdays.has(day) && !off.contains(&day);
            let moved = Shift::TeachingDays(by).of(&moving, &staying, taught).unwrap();
            prop_assert_eq!(moved.len(), moving.len());
            let blocks: Vec<Block> =
                moving.iter().zip(&moved).map(|(block, day)| Block { day: *day, ..*block }).collect();
            prop_assert!(blocks.is_sorted() && blocks.windows(2).all(|pair| pair[0] != pair[1]));
            for (old, new) in moving.iter().zip(&blocks) {
                prop_assert!(new.day > old.day && taught(new.day) && new.slot.minutes() == old.slot.minutes());
            }
            for (nth, block) in blocks.iter().enumerate() {
                let others = blocks[nth + 1..].iter().chain(&staying);
                prop_assert!(others.into_iter().all(|other| !block.overlaps(*other)));
            }
        }
    }
}
