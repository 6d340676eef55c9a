//! How the roll is drawn: counts, columns of seats, the chosen person below. Only looks.

use super::Roll;
use super::hand::{Hand, completed};
use crate::app::attend::RollSeat;
use crate::domain::id_number::age;
use crate::domain::mark::{MarkKind, Timing};
use crate::domain::phone::mask;
use crate::text::{Lang, common, roll as t, week};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::marks;
use crate::ui::theme::Ink;
use crate::ui::widget::table::scrolled;
use std::cell::Cell;

/// Rows above the seats: counts, who is being looked for, headers.
const HEAD: u16 = 3;
/// Rows below them: a blank one, the chosen person, the legend.
const FOOT: u16 = 3;

/// Stands before the people of a block, beside the marker of the chosen one.
const IN_BLOCK: &str = "+";

/// What the last drawing learned about its room; losing it costs a jump, nothing more.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Cell<usize>,
    columns: Cell<usize>,
    /// The first column of seats in sight.
    first: Cell<usize>,
}

impl Grid {
    /// Seats to the next column and to the next page.
    pub(super) fn steps(&self) -> (isize, isize) {
        let rows = isize::try_from(self.rows.get().max(1)).unwrap_or(1);
        let columns = isize::try_from(self.columns.get().max(1)).unwrap_or(1);
        (rows, rows * columns)
    }

    /// Lays out so that the chosen seat is in sight; whole columns scroll, so nobody changes his row.
    fn lay(&self, seats: usize, at: usize, room: usize, columns: usize) {
        let rows = seats.div_ceil(columns).clamp(1, room.max(1));
        let all = seats.div_ceil(rows);
        let first = scrolled(self.first.get(), at / rows, columns, all);
        self.rows.set(rows);
        self.columns.set(columns);
        self.first.set(first);
    }
}

/// Columns of one column of seats: marker, seat, name, mark.
struct Widths {
    seat: u16,
    name: u16,
    mark: u16,
    all: u16,
}

impl Roll {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (cols, rows) = (paint.width(), paint.height());
        let x = counts(&self.hand, paint);
        let hint = t::find_hint(paint.lang);
        let hint_cols = paint.columns(hint);
        if x + hint_cols + 4 <= cols {
            paint.right(cols - hint_cols - 1, 0, hint_cols, hint, Ink::Dim);
        }
        paint.park(1, 1);
        self.banner(paint);
        if self.hand.taken.seats.is_empty() {
            paint.paragraph(3, HEAD, cols.saturating_sub(6), t::empty(paint.lang), Ink::Text);
            return;
        }
        let least = match paint.lang {
            Lang::Zh => 33,
            Lang::En => 38,
        };
        let columns = (cols / least).max(1);
        let seat = if self.hand.taken.seats.iter().any(|seat| seat.enrolment.seat > 99) { 3 } else { 2 };
        let mark = if paint.lang == Lang::Zh { 12 } else { 13 };
        let all = cols / columns;
        let widths = Widths { seat, mark, name: all - 3 - seat - 2 - 2 - mark, all };
        let room = rows.saturating_sub(HEAD + FOOT);
        let people = self.hand.people();
        self.grid.lay(people.len(), self.at.in_sight(&people), room.into(), columns.into());
        self.seats(&mut paint.sub(0, HEAD - 1, cols, room + 1), &widths);
        self.detail(&mut paint.sub(0, rows - 2, cols, 1));
        self.legend(&mut paint.sub(0, rows - 1, cols, 1));
    }

    /// Who is being looked for, or how large the block is; else what kind of day it is and whether the roll is complete.
    fn banner(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        if self.jump.is_empty() {
            let words = match self.block {
                Some(_) => self.block_words(lang),
                None => self.day_words(paint),
            };
            paint.text_in(1, 1, paint.width().saturating_sub(2), &words, Ink::Accent);
            return;
        }
        self.jump.view(paint, 1, &self.hand.taken.seats, Click::Row);
    }

    fn day_words(&self, paint: &Paint<'_>) -> String {
        let (lang, taken) = (paint.lang, &self.hand.taken);
        let day = match (&taken.session.cancelled, taken.timing) {
            (Some(why), _) => t::is_cancelled(lang, why),
            (None, Timing::Ahead) => t::is_ahead(lang).to_owned(),
            (None, Timing::Past) if self.hand.reason.is_empty() => t::is_past(lang).to_owned(),
            (None, Timing::Past) => t::past_reason(lang, &self.hand.reason),
            (None, Timing::Now) => String::new(),
        };
        let Some(said) = completed(lang, taken) else { return day };
        let both = format!("{said}   {day}");
        // what was said of the roll is the news; what day it is, one is asked about in time
        if paint.columns(&both) + 2 > paint.width() { said } else { both }
    }

    fn block_words(&self, lang: Lang) -> String {
        let places = self.places();
        let seats = self.hand.taken.seats.get(places).unwrap_or_default();
        let number = |seat: Option<&RollSeat>| seat.map_or(0, |seat| seat.enrolment.seat);
        let mut counts = String::new();
        for kind in MarkKind::ALL {
            let count = seats.iter().filter(|seat| seat.kind() == kind).count();
            if count > 0 {
                counts.push_str("  ");
                counts.push_str(&t::count(lang, common::mark_kind(lang, kind), count));
            }
        }
        t::block_words(lang, number(seats.first()), number(seats.last()), seats.len(), &counts)
    }

    fn seats(&self, paint: &mut Paint<'_>, widths: &Widths) {
        let lang = paint.lang;
        let (rows, columns, first) = (self.grid.rows.get(), self.grid.columns.get(), self.grid.first.get());
        for (nth, x) in (0..columns).zip((0u16..).step_by(widths.all.into())) {
            let from = (first + nth) * rows;
            if from >= self.hand.taken.seats.len() {
                break;
            }
            paint.right(x + 3, 0, widths.seat, t::seat(lang), Ink::Dim);
            let name_x = x + 3 + widths.seat + 2;
            paint.text_in(name_x, 0, widths.name, t::name(lang), Ink::Dim);
            paint.text_in(name_x + widths.name + 2, 0, widths.mark, t::mark(lang), Ink::Dim);
            for (y, (at, seat)) in (1..).zip(self.hand.taken.seats.iter().enumerate().skip(from).take(rows)) {
                self.seat(&mut paint.sub(x, y, widths.all, 1), at, seat, widths);
            }
        }
    }

    fn seat(&self, paint: &mut Paint<'_>, at: usize, seat: &RollSeat, widths: &Widths) {
        let chosen = self.place() == Some(at);
        let (name_ink, mark_ink) = if chosen || self.block.is_some() && self.places().contains(&at) {
            let marker = if chosen { paint.theme.marker() } else { IN_BLOCK };
            paint.band(1, 0, widths.all - 2, Ink::Selected);
            paint.text(1, 0, marker, Ink::Selected);
            (Ink::Selected, Ink::Selected)
        } else {
            (Ink::Text, marks::ink(seat))
        };
        paint.number(3, 0, widths.seat, &format!("{:02}", seat.enrolment.seat), name_ink);
        let x = 3 + widths.seat + 2;
        paint.text_in(x, 0, widths.name, &seat.enrolment.name, name_ink);
        let words = mark_words(paint.lang, seat, widths.mark, |text| paint.columns(text));
        paint.text_in(x + widths.name + 2, 0, widths.mark, &words, mark_ink);
        paint.click(0, 0, widths.all, 1, Click::Row(at));
    }

    fn detail(&self, paint: &mut Paint<'_>) {
        let Some(seat) = self.chosen() else { return };
        let (lang, who) = (paint.lang, &seat.enrolment);
        let mut x = 1 + paint.text(1, 0, &who.called(), Ink::Title) + 2;
        if !self.hand.taken.expects(seat) {
            x += paint.text(x, 0, week::not_on_roll(lang), Ink::Warning) + 2;
        }
        let years = common::years(lang, age(who.birth, self.hand.taken.session.day));
        x += paint.text(x, 0, &format!("{} {years}", common::sex(lang, who.sex)), Ink::Text) + 2;
        if let Some(phone) = &who.phone {
            x += paint.text(x, 0, &t::phone(lang, &mask(phone, 3, 4)), Ink::Text) + 2;
        }
        let Some(figures) = self.figures.get(&who.id) else { return };
        x += 1;
        let missed = figures.missed;
        let mut parts = vec![
            (Ink::Text, t::hours_of(lang, figures.credited.get(), figures.required.get())),
            (Ink::Text, t::missed(lang, missed.get())),
        ];
        parts.push(if figures.is_lost() {
            (Ink::Warning, t::make_up(lang, figures.to_make_up().get()))
        } else {
            (Ink::Text, t::can_miss(lang, figures.can_miss().get()))
        });
        for (ink, words) in parts {
            // a part without room is left out whole: half a number is another number
            if x + paint.columns(&words) > paint.width() {
                break;
            }
            x += paint.text(x, 0, &words, ink) + 2;
        }
    }

    fn legend(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        let (rows, first) = (self.grid.rows.get(), self.grid.first.get());
        let all = self.hand.taken.seats.len();
        let (from, to) = (first * rows + 1, ((first + self.grid.columns.get()) * rows).min(all));
        let shown = t::shown(lang, from, to, all);
        let used = paint.columns(&shown);
        if (from, to) != (1, all) {
            paint.right(1, 0, cols - 2, &shown, Ink::Dim);
        }
        paint.text_in(1, 0, cols.saturating_sub(used + 4), t::legend(lang), Ink::Dim);
    }
}

/// How many are due and how many of each mark there are, in the first row; the columns it took come back.
pub(super) fn counts(hand: &Hand, paint: &mut Paint<'_>) -> u16 {
    let (lang, taken) = (paint.lang, &hand.taken);
    let mut x = 1 + paint.text(1, 0, &t::expected(lang, taken.expected()), Ink::Title);
    for kind in MarkKind::ALL {
        let count = taken.count(kind);
        let mut words = t::count(lang, common::mark_kind(lang, kind), count);
        if kind == MarkKind::Present {
            let at_once = taken.seats.iter().filter(|seat| marks::sign(seat) == marks::AT_ONCE).count();
            if at_once > 0 {
                words.push_str(&t::of_all(lang, at_once));
            }
        }
        let ink = match kind {
            MarkKind::NotTaken if count > 0 => Ink::Warning,
            _ => Ink::Text,
        };
        x += 3;
        x += paint.text(x, 0, &words, ink);
    }
    x
}

/// The mark with its minutes, in a shorter form where the long one has no room: minutes are never cut.
fn mark_words(lang: Lang, seat: &RollSeat, cols: u16, columns: impl Fn(&str) -> u16) -> String {
    let mark = seat.mark();
    let words = common::mark(lang, mark);
    let (late, early) = mark.minutes();
    if columns(&words) > cols && !late.is_none() && !early.is_none() {
        return t::both_short(lang, late.get(), early.get());
    }
    match marks::sign(seat) {
        "" => words,
        sign => format!("{words} {sign}"),
    }
}
