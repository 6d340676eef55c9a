//! The one frame of the program: a box over whatever is there. Lines of the theme, own ground, nothing under it clickable.

use crate::ui::paint::Paint;

/// A strip of the page beside the box that is narrower than this tells nothing any more and only distracts.
const SLIVER: u16 = 16;
/// Empty columns between the box and the page beside it.
const AIR: u16 = 2;

/// Clears a box of this inner size near the top, draws its frame and title, and gives its inside.
/// Near the top, because an input method opens its window below the caret.
pub fn popup<'p>(paint: &'p mut Paint<'_>, title: &str, cols: u16, rows: u16) -> Paint<'p> {
    let (cols, rows) =
        (cols.min(paint.width().saturating_sub(4)), rows.min(paint.height().saturating_sub(2)));
    paint.cover();
    let x = paint.width().saturating_sub(cols + 4) / 2;
    let y = paint.height().saturating_sub(rows + 2).min(2);
    let beside = if x < SLIVER { x } else { AIR };
    paint.sub(x - beside, y, cols + 4 + 2 * beside + 1, rows + 2).clear_area();
    {
        let mut all = paint.sub(x, y, cols + 4, rows + 2);
        all.clear_area();
        all.is_box();
        all.frame(title);
    }
    paint.sub(x + 2, y + 1, cols, rows)
}
