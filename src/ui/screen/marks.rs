//! How a mark looks in a cell and how the two layers of a cell are told, the same on every page. Only words and inks.

use crate::app::attend::RollSeat;
use crate::app::words;
use crate::domain::mark::{Layer, Mark, MarkKind, Source};
use crate::store::rows::MarkLine;
use crate::text::{Lang, common, roll, week as t};
use crate::ui::theme::Ink;
use chrono::NaiveDate;

/// Beside a mark that the office set; the same sign in every language and theme.
pub(super) const OFFICE: &str = "^";
/// Beside a mark that was set for everybody at once.
pub(super) const AT_ONCE: &str = "*";

/// The sign beside a mark: who corrected it counts before how it was set.
pub(super) fn sign(seat: &RollSeat) -> &'static str {
    match &seat.line {
        Some(line) if line.is_of_office() => OFFICE,
        Some(line) if line.source == Source::AllAtOnce => AT_ONCE,
        _ => "",
    }
}

pub(super) fn ink(seat: &RollSeat) -> Ink {
    match seat.kind() {
        // weaker evidence than a mark by hand, so it is lighter, and has its sign
        MarkKind::Present if sign(seat) == AT_ONCE => Ink::Dim,
        MarkKind::Present => Ink::Ok,
        MarkKind::Late | MarkKind::Early => Ink::Warning,
        MarkKind::Absent => Ink::Error,
        MarkKind::Leave => Ink::Accent,
        MarkKind::NotTaken => Ink::Text,
    }
}

/// Whoever wrote a line, and when; another day than the session's is named.
pub(super) fn who_and_when(lang: Lang, line: &MarkLine, day: NaiveDate) -> String {
    super::person::who_at(lang, &line.operator, line.wall_ms, day)
}

/// The two layers of a cell in one line: what the instructor last said, and what the office made of it.
pub(super) fn story(lang: Lang, lines: &[MarkLine], day: NaiveDate) -> Option<String> {
    let (now, before) = lines.split_last()?;
    if !now.mark.stands() {
        return None;
    }
    let of_instructor = |line: &&MarkLine| line.layer == Layer::Instructor && line.mark.stands();
    match before.iter().rfind(of_instructor).filter(|_| now.layer == Layer::Office) {
        Some(instructor) => Some(t::corrected(lang, &told(lang, instructor, day), &told(lang, now, day))),
        None => Some(told(lang, now, day)),
    }
}

/// That a mark was set, or cleared, and how it is taken back.
pub(super) fn set(lang: Lang, name: &str, mark: Mark) -> String {
    match mark {
        Mark::Cleared => roll::cleared(lang, name),
        _ => roll::marked(lang, name, &roll::said(lang, mark)),
    }
}

fn told(lang: Lang, line: &MarkLine, day: NaiveDate) -> String {
    // whoever takes the roll is named; that they speak for the office is what must be said besides
    let layer = match line.layer {
        Layer::Instructor => "",
        Layer::Office => t::office(lang),
    };
    let source = match &line.source {
        Source::Hand => String::new(),
        source => words::source(lang, source),
    };
    let mark = common::mark(lang, line.mark);
    let parts = [layer, &mark, &who_and_when(lang, line, day), &source, &line.reason];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
