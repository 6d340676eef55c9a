//! How the calling of names looks: where one is, the name, its mark, what the keys do. Only looks.

use super::super::hand::completed;
use super::super::large;
use super::super::view::counts;
use super::Call;
use crate::app::attend::RollSeat;
use crate::domain::mark::{MarkKind, Timing};
use crate::text::{Words, call as t, common, roll as words};
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::marks;
use crate::ui::theme::Ink;

/// Rows of the middle part: place, blank, name, blank, seat and mark.
const MIDDLE: u16 = large::ROWS + 4;

const KEYS: [(char, Words); 6] = [
    ('1', common::present),
    ('2', common::late),
    ('3', common::early),
    ('4', common::leave),
    ('5', common::absent),
    ('0', words::clear),
];

impl Call {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, rows) = (paint.lang, paint.height());
        counts(&self.hand, paint);
        let taken = &self.hand.taken;
        if let Some(said) = completed(lang, taken) {
            paint.text(1, 1, &said, Ink::Accent);
        } else if taken.timing == Timing::Ahead {
            paint.text(1, 1, words::is_ahead(lang), Ink::Accent);
        }
        if taken.seats.is_empty() {
            paint.paragraph(3, 3, paint.width().saturating_sub(6), words::empty(lang), Ink::Text);
            return;
        }
        let top = (rows.saturating_sub(MIDDLE + 3) / 2).max(3);
        match self.called() {
            Some(seat) => self.person(paint, top, seat),
            None => self.end(paint, top),
        }
    }

    fn person(&self, paint: &mut Paint<'_>, top: u16, seat: &RollSeat) {
        let lang = paint.lang;
        let of = self.hand.taken.seats.len();
        paint.centred(top, &t::position(lang, self.place() + 1, of), Ink::Dim);
        large::name(paint, top + 2, &seat.enrolment.name, Ink::Selected);
        let mark = common::mark(lang, seat.mark());
        let y = top + 3 + large::ROWS;
        let number = words::seat_of(lang, seat.enrolment.seat);
        let x = (paint.width() - (paint.columns(&number) + 3 + paint.columns(&mark)).min(paint.width())) / 2;
        let used = paint.text(x, y, &number, Ink::Text);
        paint.text(x + used + 3, y, &mark, marks::ink(seat));
        legend(paint, y + 2);
    }

    /// Everybody was called.
    fn end(&self, paint: &mut Paint<'_>, top: u16) {
        let lang = paint.lang;
        let left = self.hand.taken.count(MarkKind::NotTaken);
        let words = if left == 0 { t::end(lang).to_owned() } else { t::end_left(lang, left) };
        paint.centred(top + 2, &words, Ink::Title);
        let next = match self.hand.not_complete() {
            None => t::end_complete(lang),
            Some(_) if left > 0 => t::end_again(lang),
            Some(_) => t::end_back(lang),
        };
        paint.centred(top + 4, next, Ink::Text);
        paint.park(0, top + 4);
    }
}

/// The digits with their words, each a place to click.
fn legend(paint: &mut Paint<'_>, y: u16) {
    let lang = paint.lang;
    let pieces = KEYS.map(|(key, words)| (key, format!("{key} {}", words(lang))));
    let all: u16 = pieces.iter().map(|(_, piece)| paint.columns(piece)).sum();
    let gaps = u16::try_from(pieces.len().saturating_sub(1)).unwrap_or(0);
    let gap = (paint.width().saturating_sub(all) / (gaps + 2)).clamp(2, 6);
    let mut x = paint.width().saturating_sub(all + gaps * gap) / 2;
    for (key, piece) in pieces {
        let used = paint.text(x, y, &piece, Ink::Text);
        paint.text(x, y, &key.to_string(), Ink::Accent);
        paint.click(x, y, used, 1, Click::Key(Key::Char(key)));
        x += used + gap;
    }
}
