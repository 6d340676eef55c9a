//! How the sheet is keyed and how the list of those who differ is drawn. Only looks.

use super::PaperPage;
use super::keying::on_paper;
use crate::app::paper::{Comparison, Mismatch};
use crate::domain::mark::Mark;
use crate::text::{Lang, paper as t, roll as r};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::marks;
use crate::ui::theme::Ink;

/// Rows above the people: counts, the sheet or who is looked for, heads.
const HEAD: u16 = 3;
/// Rows below them: a blank one, what can be done.
const FOOT: u16 = 2;
/// Where a name begins; columns of one as far as nobody has a longer one, and of what is said beside it at least.
const NAME: u16 = 7;
const NAME_COLS: u16 = 14;
const SAID: u16 = 13;
/// Columns of what the screen says, beside what the paper says.
const SCREEN_COLS: u16 = 24;

impl PaperPage {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        match &self.list {
            None => self.sheet_page(paint),
            Some(list) => self.list_page(list, paint),
        }
    }

    fn sheet_line(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width().saturating_sub(2));
        if self.sheet.is_empty() {
            paint.text_in(1, 1, cols, t::no_sheet(lang), Ink::Dim);
        } else {
            paint.text_in(1, 1, cols, &t::sheet(lang, &self.sheet), Ink::Accent);
        }
        paint.park(1, 1);
    }

    /// Where what is said of a person begins, in a column this wide: after the longest name, if there is room.
    fn said_at(&self, paint: &Paint<'_>, wide: u16) -> u16 {
        let names = self.roll.seats.iter().map(|seat| paint.columns(&seat.enrolment.name)).max().unwrap_or(0);
        let most = wide.saturating_sub(NAME + 1 + SAID).max(NAME_COLS);
        NAME + names.clamp(NAME_COLS, most) + 1
    }

    fn sheet_page(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let seats = &self.roll.seats;
        paint.text(1, 0, &t::counts(lang, seats.len(), self.exceptions.len()), Ink::Title);
        if self.jump.is_empty() {
            self.sheet_line(paint);
        } else {
            self.jump.view(paint, 1, seats, Click::Row);
        }
        if seats.is_empty() {
            paint.paragraph(3, HEAD, cols.saturating_sub(6), r::empty(lang), Ink::Text);
            return;
        }
        let columns = usize::from(cols / 38).max(1);
        let room = usize::from(rows.saturating_sub(HEAD + FOOT)).max(1);
        let high = seats.len().div_ceil(columns).min(room);
        self.rows.set(high);
        self.columns.set(columns);
        let first = self.at.in_sight(&self.people()) / (high * columns) * (high * columns);
        let wide = cols / u16::try_from(columns).unwrap_or(1);
        let said = self.said_at(paint, wide);
        for (nth, x) in (0..columns).zip((0..cols).step_by(wide.into())) {
            let from = first + nth * high;
            if from >= seats.len() {
                break;
            }
            paint.text(x + 3, 2, r::seat(lang), Ink::Dim);
            paint.text(x + NAME, 2, r::name(lang), Ink::Dim);
            paint.text(x + said, 2, t::paper(lang), Ink::Dim);
            for (y, at) in (HEAD..).zip(from..(from + high).min(seats.len())) {
                self.seat(&mut paint.sub(x, y, wide, 1), at, said);
            }
        }
        paint.text_in(1, rows - 1, cols - 2, t::hint(lang), Ink::Dim);
    }

    fn seat(&self, paint: &mut Paint<'_>, at: usize, said_at: u16) {
        let Some(seat) = self.roll.seats.get(at) else { return };
        let (lang, wide) = (paint.lang, paint.width());
        let exception = self.exceptions.get(&seat.enrolment.id).copied();
        let chosen = self.place() == Some(at);
        let (ink, said) = match (chosen, exception) {
            (true, _) => (Ink::Selected, Ink::Selected),
            (false, None) => (Ink::Text, Ink::Dim),
            (false, Some(_)) => (Ink::Text, Ink::Warning),
        };
        if chosen {
            let marker = paint.theme.marker();
            paint.band(1, 0, wide.saturating_sub(2), ink);
            paint.text(1, 0, marker, ink);
        }
        paint.text(3, 0, &format!("{:02}", seat.enrolment.seat), ink);
        paint.text_in(NAME, 0, said_at - NAME - 1, &seat.enrolment.name, ink);
        let words = on_paper(lang, exception.unwrap_or(Mark::PRESENT));
        paint.text_in(said_at, 0, wide.saturating_sub(said_at), &words, said);
        paint.click(0, 0, wide, 1, Click::Row(at));
    }

    fn list_page(&self, list: &Comparison, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        paint.text(1, 0, &t::result(lang, list.same, list.differs.len()), Ink::Title);
        self.sheet_line(paint);
        if list.differs.is_empty() {
            paint.paragraph(3, HEAD, cols.saturating_sub(6), &t::all_same(lang, list.same), Ink::Text);
            return;
        }
        let screen = self.said_at(paint, cols.saturating_sub(SCREEN_COLS));
        let paper = screen + SCREEN_COLS;
        for (x, words) in
            [(3, r::seat(lang)), (NAME, r::name(lang)), (screen, t::screen(lang)), (paper, t::paper(lang))]
        {
            paint.text(x, 2, words, Ink::Dim);
        }
        let room = usize::from(rows.saturating_sub(HEAD + FOOT)).max(1);
        self.rows.set(room);
        self.columns.set(1);
        let first = self.at.in_sight(&self.people()) / room * room;
        for (y, (at, mismatch)) in (HEAD..).zip(list.differs.iter().enumerate().skip(first).take(room)) {
            self.mismatch(&mut paint.sub(0, y, cols, 1), at, mismatch, screen);
        }
        // who said on the screen what the paper does not say
        let chosen = self.place().and_then(|at| list.differs.get(at));
        let told = chosen.and_then(|mismatch| mismatch.screen.as_ref());
        if let Some(told) =
            told.and_then(|line| marks::story(lang, std::slice::from_ref(line), self.roll.session.day))
        {
            paint.text_in(1, rows - 1, cols - 2, &told, Ink::Text);
        }
    }

    fn mismatch(&self, paint: &mut Paint<'_>, at: usize, mismatch: &Mismatch, screen_at: u16) {
        let (lang, cols) = (paint.lang, paint.width());
        let chosen = self.place() == Some(at);
        let ink = if chosen { Ink::Selected } else { Ink::Text };
        if chosen {
            let marker = paint.theme.marker();
            paint.band(1, 0, cols - 2, ink);
            paint.text(1, 0, marker, ink);
        }
        let screen = mismatch.screen.as_ref().map_or(Mark::Cleared, |line| line.mark);
        paint.text(3, 0, &format!("{:02}", mismatch.enrolment.seat), ink);
        let paper_at = screen_at + SCREEN_COLS;
        paint.text_in(NAME, 0, screen_at - NAME - 1, &mismatch.enrolment.name, ink);
        paint.text_in(screen_at, 0, SCREEN_COLS - 1, &r::said(lang, screen), ink);
        paint.text_in(
            paper_at,
            0,
            cols.saturating_sub(paper_at + 2),
            &paper_words(lang, mismatch.paper),
            ink,
        );
        paint.click(0, 0, cols, 1, Click::Row(at));
    }
}

/// On the list an exception is named as the mark it would become.
fn paper_words(lang: Lang, mark: Mark) -> String {
    match mark {
        Mark::Absent => format!("{} ({})", r::said(lang, mark), t::unsigned(lang)),
        Mark::PRESENT => format!("{} ({})", r::said(lang, mark), t::signed(lang)),
        other => r::said(lang, other),
    }
}
