//! How the scan page looks: the box, whom the last scan meant as large as can be, who came before. Only looks.

use super::super::hand::completed;
use super::super::large;
use super::super::view::counts;
use super::{Scan, Seen};
use crate::app::arrivals::{Arrival, Elsewhere};
use crate::app::words;
use crate::domain::mark::{Mark, Timing};
use crate::domain::scan::Scanned;
use crate::text::{Lang, arrivals as t, common, roll as roll_words};
use crate::ui::paint::Paint;
use crate::ui::screen::marks;
use crate::ui::theme::Ink;

/// Columns of the box: an ID number and some room.
const BOX: u16 = 22;
/// Rows above the name.
const HEAD: u16 = 5;

/// A scan in words: what stands large, and what below it.
pub(super) struct Words {
    pub(super) large: String,
    pub(super) below: String,
    ink: Ink,
}

impl Scan {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        counts(&self.hand, paint);
        paint.text_in(1, 1, cols.saturating_sub(2), &self.rule(lang), Ink::Accent);
        let x = 1 + paint.text(1, 3, t::label(lang), Ink::Text) + 2;
        self.field.view(&mut paint.sub(x, 3, BOX, 1), true);
        paint.text(x + BOX + 2, 3, t::hint(lang), Ink::Dim);
        if let Some(seen) = &self.seen {
            let words = self.words(seen, lang);
            let ink = if words.ink == Ink::Ok { Ink::Selected } else { words.ink };
            large::name(paint, HEAD, &words.large, ink);
            paint.centred(HEAD + large::ROWS, &words.below, words.ink);
            if self.choices(lang).len() > 1 {
                paint.centred(HEAD + large::ROWS + 1, t::enter_asks(lang), Ink::Text);
            }
        }
        let top = HEAD + large::ROWS + 3;
        let height = paint.height();
        self.log(&mut paint.sub(0, top, cols, height.saturating_sub(top)));
    }

    /// When one is late, and whether the roll is complete.
    fn rule(&self, lang: Lang) -> String {
        let taken = &self.hand.taken;
        match (&taken.session.cancelled, completed(lang, taken), taken.timing) {
            (Some(why), ..) => roll_words::is_cancelled(lang, why),
            (None, Some(said), _) => said,
            (None, None, Timing::Ahead) => t::begins(lang, &taken.session.slot.from().to_string()),
            (None, None, Timing::Now) if self.on_time => t::all_on_time(lang).to_owned(),
            (None, None, Timing::Now) => t::late_after(lang, &self.late_after.to_string()),
            (None, None, Timing::Past) => t::over(lang).to_owned(),
        }
    }

    pub(super) fn words(&self, seen: &Seen, lang: Lang) -> Words {
        let person = |who| {
            let seat = self.hand.taken.seat_of(who).map_or(0, |seat| seat.enrolment.seat);
            (self.hand.name_of(who).to_owned(), roll_words::seat_of(lang, seat))
        };
        let stands = |who| common::mark(lang, self.hand.mark_of(who).unwrap_or(Mark::Cleared));
        match seen {
            Seen::Marked { who, mark, instead_of } => {
                let (large, seat) = person(*who);
                let mark = common::mark(lang, *mark);
                match instead_of {
                    None => Words { large, below: format!("{seat}   {mark}"), ink: Ink::Ok },
                    Some(before) => {
                        let instead = t::instead_of(lang, &roll_words::said(lang, *before));
                        Words { large, below: format!("{seat}   {mark}   {instead}"), ink: Ink::Warning }
                    }
                }
            }
            Seen::Standing(who) => {
                let (large, seat) = person(*who);
                Words { large, below: format!("{seat}   {}", t::stands(lang, &stands(*who))), ink: Ink::Ok }
            }
            Seen::Elsewhere(there) => {
                let here = self.hand.taken.class.id;
                Words { large: there.name.clone(), below: elsewhere(lang, there, here), ink: Ink::Warning }
            }
            Seen::Unknown(scanned) => {
                Words { large: raw(scanned), below: t::unknown(lang).to_owned(), ink: Ink::Warning }
            }
            Seen::Refused(scanned) => {
                Words { large: raw(scanned), below: refused(lang, scanned), ink: Ink::Error }
            }
            Seen::Closed(arrival) => {
                let from = self.hand.taken.session.slot.from().to_string();
                let below = match arrival {
                    Arrival::NotBegun => t::begins(lang, &from),
                    Arrival::Over | Arrival::Mark(_) => t::over(lang).to_owned(),
                };
                Words { large: t::nothing_marked(lang).to_owned(), below, ink: Ink::Error }
            }
        }
    }

    /// Who came on this visit, the last one first, with the mark that stands now.
    fn log(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        if self.came.is_empty() {
            return;
        }
        paint.text(1, 0, &t::came(lang, self.came.len()), Ink::Dim);
        let rows = paint.height().saturating_sub(1);
        for (y, (who, at)) in (1..=rows).zip(&self.came) {
            let Some(seat) = self.hand.taken.seat_of(*who) else { continue };
            let x = 3 + paint.text(3, y, &at.to_string(), Ink::Dim) + 2;
            let used = paint.text_in(x, y, 24, &seat.enrolment.called(), Ink::Text);
            let mark = common::mark(lang, seat.mark());
            paint.text(x + used.max(22) + 2, y, &mark, marks::ink(seat));
        }
    }
}

fn elsewhere(lang: Lang, person: &Elsewhere, here: crate::domain::ids::ClassId) -> String {
    match &person.class {
        None => t::in_no_class(lang).to_owned(),
        Some(class) if class.left.is_some() => t::left_class(lang, class.code.as_str()),
        Some(class) if class.class == here => t::not_this_day(lang).to_owned(),
        Some(class) => t::in_class(lang, class.code.as_str(), class.seat),
    }
}

fn refused(lang: Lang, scanned: &Scanned) -> String {
    match scanned {
        Scanned::LacksX(_) => t::lacks_x(lang).to_owned(),
        Scanned::Wrong(_, fault) => t::wrong(lang, &words::id_fault(lang, *fault)),
        _ => t::no_number(lang).to_owned(),
    }
}

/// What came, in characters.
pub(super) fn raw(scanned: &Scanned) -> String {
    match scanned {
        Scanned::Id(id) | Scanned::LacksX(id) => id.as_str().to_owned(),
        Scanned::Trainee(number) => number.to_string(),
        Scanned::Card(card) => card.id.as_str().to_owned(),
        Scanned::Phone(phone) => phone.as_str().to_owned(),
        Scanned::Wrong(text, _) | Scanned::Unknown(text) => text.clone(),
    }
}
