//! Which rows the list has: entries, and the plain ones folded away; and which of its lines are in sight.

use super::is_plain;
use crate::app::ledger::LedgerEntry;
use crate::domain::ledger::Because;
use std::cell::Cell;

/// A row that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// The nth entry of the ledger.
    Entry(usize),
    /// Sessions in full that nobody ever touched again.
    Full { sessions: usize, hours: u32 },
    /// Sessions to come.
    Ahead { sessions: usize, hours: u32 },
}

/// Fewer are not worth folding.
const WORTH: usize = 4;

pub(super) fn rows(entries: &[LedgerEntry], unfolded: bool) -> Vec<Row> {
    let ahead = |entry: &LedgerEntry| entry.entry.because == Because::NotBegun && entry.line.is_none();
    let is_full = |entry: &&LedgerEntry| is_plain(entry);
    let is_ahead = |entry: &&LedgerEntry| ahead(entry);
    let folds_full = !unfolded && entries.iter().filter(is_full).count() >= WORTH;
    let folds_ahead = !unfolded && entries.iter().filter(is_ahead).count() >= WORTH;
    let mut rows: Vec<Row> = (0..entries.len())
        .filter(|nth| {
            entries
                .get(*nth)
                .is_some_and(|entry| !(folds_full && is_plain(entry) || folds_ahead && ahead(entry)))
        })
        .map(Row::Entry)
        .collect();
    if folds_full {
        let hours = entries.iter().filter(is_full).map(|entry| entry.entry.credited.get()).sum();
        rows.push(Row::Full { sessions: entries.iter().filter(is_full).count(), hours });
    }
    if folds_ahead {
        let hours = entries.iter().filter(is_ahead).map(|entry| entry.session.hours.get()).sum();
        rows.push(Row::Ahead { sessions: entries.iter().filter(is_ahead).count(), hours });
    }
    rows
}

/// What the last drawing learned; losing it costs a jump.
#[derive(Debug, Default)]
pub(super) struct List {
    top: Cell<usize>,
    height: Cell<usize>,
}

impl List {
    pub(super) fn page(&self) -> usize {
        self.height.get().max(1)
    }

    /// The first line to show, so that the lines `from..to` of the chosen row are in sight as far as they fit.
    pub(super) fn scroll(&self, from: usize, to: usize, height: usize, all: usize) -> usize {
        let top = self.top.get().min(all.saturating_sub(height));
        let top = if to > top + height { to.saturating_sub(height) } else { top };
        let top = top.min(from);
        self.top.set(top);
        self.height.set(height);
        top
    }
}
