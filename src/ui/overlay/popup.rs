//! The one frame of the program: a box over whatever is there. ASCII lines, own ground, nothing under it clickable.

use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

/// Clears a box of this inner size near the top, draws its frame and title, and gives its inside.
/// Near the top, because an input method opens its window below the caret.
pub fn popup<'p>(paint: &'p mut Paint<'_>, title: &str, cols: u16, rows: u16) -> Paint<'p> {
    let (cols, rows) =
        (cols.min(paint.width().saturating_sub(4)), rows.min(paint.height().saturating_sub(2)));
    paint.cover();
    let x = paint.width().saturating_sub(cols + 4) / 2;
    let y = paint.height().saturating_sub(rows + 2).min(2);
    let (corner, side) = (paint.theme.corner(), paint.theme.side());
    let edge = format!("{corner}{}{corner}", paint.theme.rule().repeat(usize::from(cols) + 2));
    {
        let mut all = paint.sub(x, y, cols + 4, rows + 2);
        all.clear_area();
        all.text(0, 0, &edge, Ink::Rule);
        if !title.is_empty() {
            all.text_in(2, 0, cols, &format!(" {title} "), Ink::Title);
        }
        for row in 1..=rows {
            all.text(0, row, side, Ink::Rule);
            all.text(cols + 3, row, side, Ink::Rule);
        }
        all.text(0, rows + 1, &edge, Ink::Rule);
    }
    paint.sub(x + 2, y + 1, cols, rows)
}
