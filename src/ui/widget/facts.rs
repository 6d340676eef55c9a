//! Facts of one record under their headings: who somebody is, what is due. Only looks; what does not fit is counted.

use crate::text::shell as t;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::width;

/// A line with the heading it belongs to; further lines of the same heading have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub head: &'static str,
    pub ink: Ink,
    pub words: String,
}

/// Lines under one heading.
pub fn block(head: &'static str, lines: impl IntoIterator<Item = (Ink, String)>) -> Vec<Fact> {
    let fact = |(nth, (ink, words))| Fact { head: if nth == 0 { head } else { "" }, ink, words };
    lines.into_iter().enumerate().map(fact).collect()
}

fn head_cols(paint: &Paint<'_>, facts: &[Fact]) -> u16 {
    facts.iter().map(|fact| paint.columns(fact.head)).max().map_or(0, |cols| cols + 2)
}

/// Rows that the facts take in so many columns.
pub fn rows(paint: &Paint<'_>, facts: &[Fact], cols: u16) -> u16 {
    let room = usize::from(cols.saturating_sub(head_cols(paint, facts)));
    let rows =
        |fact: &Fact| width::wrap(&width::certain(&fact.words, paint.theme.distrust), room).len().max(1);
    u16::try_from(facts.iter().map(rows).sum::<usize>()).unwrap_or(u16::MAX)
}

/// Draws the facts over the whole surface; with room to spare the headings stand apart.
pub fn view(paint: &mut Paint<'_>, facts: &[Fact]) {
    let x = head_cols(paint, facts);
    let heads = facts.iter().filter(|fact| !fact.head.is_empty()).count();
    let apart = usize::from(rows(paint, facts, paint.width())) + heads < usize::from(paint.height());
    let (mut y, last) = (0, paint.height().saturating_sub(1));
    for (nth, fact) in facts.iter().enumerate() {
        let left = facts.len() - nth;
        if y >= last && left > 1 {
            paint.text(x, last, &t::more_lines(paint.lang, left), Ink::Dim);
            return;
        }
        if apart && y > 0 && !fact.head.is_empty() {
            y += 1;
        }
        paint.text(0, y, fact.head, Ink::Dim);
        let cols = paint.width().saturating_sub(x);
        y += paint.paragraph(x, y, cols, &fact.words, fact.ink).max(1);
    }
}
