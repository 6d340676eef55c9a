//! Times of a piece of work, and one printed line: ours, the bare baseline of the same run, the ratio, the goal.

use std::time::{Duration, Instant};

/// What `product.md` section 7 asks for.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// 99 of 100 are under so many milliseconds.
    P99(f64),
    /// The median is under so many milliseconds.
    Median(f64),
    /// The median is under so many times the baseline.
    Times(f64),
    /// The baseline, another program, takes at least so many times as long.
    Ahead(f64),
    /// Nothing was promised; for looking at.
    None,
}

/// Sorted.
pub(super) fn times(count: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut taken = Vec::with_capacity(count);
    for nth in 0..count {
        taken.push(once(|| work(nth)));
    }
    taken.sort();
    taken
}

pub(super) fn once(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}

/// The time below which so many of a hundred lie, in milliseconds.
fn at(times: &[Duration], percent: usize) -> f64 {
    times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0
}

pub(super) fn report(what: &str, ours: &[Duration], goal: Goal, than: &str, bare: &[Duration]) {
    let (median, worst, base) = (at(ours, 50), at(ours, 99), at(bare, 50));
    let ratio = median / base;
    let (wanted, reached) = match goal {
        Goal::P99(most) => (format!("p99 < {most} ms"), worst < most),
        Goal::Median(most) => (format!("< {most} ms"), median < most),
        Goal::Times(most) => (format!("< {most} times"), ratio < most),
        Goal::Ahead(least) => (format!("at least {least} times ahead"), base >= least * median),
        Goal::None => (String::new(), true),
    };
    let verdict = match goal {
        Goal::None => String::new(),
        _ if reached => format!("  [{wanted}: reached]"),
        _ => format!("  [{wanted}: MISSED]"),
    };
    println!(
        "{what:<44} n {:>5}  median {median:>9.3} ms  p99 {worst:>9.3} ms | {than}: {base:.3} ms | {ratio:.2} times{verdict}",
        ours.len()
    );
}
