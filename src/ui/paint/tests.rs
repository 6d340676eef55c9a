//! What the surface promises: nothing cut silently, no half hanzi, caret and clicks where they were put.

use super::*;
use crate::ui::snapshot::buffer_to_text;

fn painted(width: u16, height: u16, draw: impl FnOnce(&mut Paint<'_>)) -> (Buffer, Marks) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let mut marks = Marks::default();
    draw(&mut Paint::new(&mut buffer, &mut marks, &Theme::mono().distrusting(false), Lang::Zh));
    (buffer, marks)
}

#[test]
fn text_is_cut_with_a_mark_and_numbers_not_at_all() {
    let (buffer, _) = painted(10, 3, |paint| {
        paint.text(1, 0, "网约配送员培训", Ink::Text);
        paint.number(0, 1, 6, "13800138000", Ink::Text);
        paint.number(0, 2, 6, "80", Ink::Text);
    });
    assert_eq!(buffer_to_text(&buffer), " 网约配..\n######\n    80\n");
}

#[test]
fn a_popup_over_half_a_hanzi_keeps_its_border() {
    let (buffer, _) = painted(12, 1, |paint| {
        paint.text(0, 0, "一二三四五六", Ink::Text);
        let mut popup = paint.sub(3, 0, 4, 1);
        popup.clear_area();
        popup.text(0, 0, "|ab|", Ink::Text);
    });
    assert_eq!(buffer_to_text(&buffer), "一 |ab| 五六\n");
}

#[test]
fn a_sub_surface_never_writes_outside() {
    let (buffer, marks) = painted(10, 3, |paint| {
        let mut part = paint.sub(4, 1, 99, 1);
        part.text(0, 0, "一二三四", Ink::Text);
        part.text(0, 1, "x", Ink::Text);
        part.caret(50, 50);
        part.click(0, 0, 99, 99, Click::Row(7));
    });
    assert_eq!(buffer_to_text(&buffer), "\n    一二..\n\n");
    assert_eq!(marks.caret, Some(Caret { at: Position { x: 9, y: 1 }, shown: true, secret: false }));
    assert_eq!(marks.at(9, 1), Some(Click::Row(7)));
    assert_eq!(marks.at(9, 2), None);
}
