//! One name as large as a terminal can: a band of its own, the characters apart.

use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

/// Rows that a large name takes.
pub(super) const ROWS: u16 = 5;
/// The band is as wide as this, so that it does not jump with the length of the names.
const COLS: u16 = 48;

/// A name in the middle of the surface from row `y` on.
pub(super) fn name(paint: &mut Paint<'_>, y: u16, name: &str, ink: Ink) {
    let apart = apart(name);
    // a name too long to be spread out is shown as it is written
    let words = if paint.columns(&apart) + 4 <= COLS { &apart } else { name };
    let cols = COLS.max(paint.columns(words) + 4).min(paint.width());
    let x = (paint.width() - cols) / 2;
    for row in y..y + ROWS {
        paint.band(x, row, cols, ink);
    }
    let used = paint.columns(words).min(cols);
    let left = x + (cols - used) / 2;
    paint.text_in(left, y + ROWS / 2, used, words, ink);
    paint.park(left, y + ROWS / 2);
}

/// Hanzi with room between them; parts of other names keep together.
fn apart(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    name.chars().map(String::from).collect::<Vec<_>>().join("   ")
}
