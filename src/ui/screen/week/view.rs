//! How the week is drawn: heads by day and half, a sign a cell, sums at the right and at the foot. Only looks.

use super::WeekPage;
use super::grid::{Area, Place};
use crate::app::attend::Roll;
use crate::app::words::timetable as say;
use crate::domain::calendar::Half;
use crate::domain::mark::{MarkKind, Timing};
use crate::text::{Lang, common, roll, week as t};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::marks;
use crate::ui::theme::Ink;
use chrono::{Datelike, NaiveDate};

/// Rows above the people: the week or what is being looked for, two heads.
const HEAD: u16 = 3;
/// Rows below them: two sums, the chosen cell, its story.
const FOOT: u16 = 4;
/// Columns of a cell: a hanzi and its sign at least; more is air.
const NARROW: u16 = 3;
const WIDE: u16 = 6;
/// Columns of one sum at the right.
const SUM: u16 = 3;
const SUMS: u16 = SUM * MarkKind::ALL.len() as u16;

/// Where everything stands at this width.
struct Frame {
    name: u16,
    name_cols: u16,
    cells: u16,
    cell_cols: u16,
    /// Sessions in sight.
    columns: usize,
    sums: Option<u16>,
}

impl WeekPage {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        self.banner(paint);
        let nothing = match (self.week.rolls.is_empty(), self.week.people.is_empty()) {
            (true, _) => Some(t::empty(lang)),
            (_, true) => Some(t::nobody(lang)),
            _ => None,
        };
        if let Some(words) = nothing {
            paint.paragraph(3, 2, cols.saturating_sub(6), words, Ink::Text);
            paint.park(3, 2);
            return;
        }
        let frame = self.frame(cols);
        let room = rows.saturating_sub(HEAD + FOOT);
        let first = self.grid.scroll(
            self.in_sight(),
            room.into(),
            frame.columns,
            self.week.people.len(),
            self.week.rolls.len(),
        );
        self.heads(paint, &frame, first);
        let (area, at) = (self.area(), self.chosen());
        for (y, person) in (HEAD..HEAD + room).zip(first.person..self.week.people.len()) {
            self.row(paint, y, person, &frame, first, (at, area.as_ref()));
        }
        let shown = u16::try_from(self.week.people.len() - first.person).unwrap_or(room).min(room);
        self.foot(paint, HEAD + shown, &frame, first);
        self.detail(&mut paint.sub(0, rows - 2, cols, 2));
    }

    fn frame(&self, cols: u16) -> Frame {
        let seat = if self.week.people.iter().any(|person| person.seat > 99) { 3 } else { 2 };
        let name = 2 + seat + 1;
        let name_cols = if cols >= 100 { 18 } else { 12 };
        let cells = name + name_cols + 1;
        let room = cols.saturating_sub(cells);
        let sessions = u16::try_from(self.week.rolls.len()).unwrap_or(u16::MAX).max(1);
        let beside = room.saturating_sub(SUMS + 2);
        let has_sums = sessions.saturating_mul(NARROW) <= beside;
        let cell_cols = (if has_sums { beside } else { room } / sessions).clamp(NARROW, WIDE);
        let columns = usize::from((room / cell_cols).min(sessions).max(1));
        let sums = has_sums.then_some(cells + sessions * cell_cols + 2);
        Frame { name, name_cols, cells, cell_cols, columns, sums }
    }

    /// Who is being looked for, else what the block holds, else which week it is.
    fn banner(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        if !self.jump.is_empty() {
            let sessions = self.week.rolls.len();
            let at = self.in_sight().session;
            let cell = |person| Click::Row(person * sessions + at);
            self.jump.view(paint, 0, &self.week.people, cell);
            return;
        }
        if let Some(area) = self.area() {
            let words = self.block_words(lang, &area);
            paint.text_in(1, 0, cols - 2, &words, Ink::Accent);
            return;
        }
        let week = t::span(
            lang,
            &say::short(self.week.monday),
            &say::short(self.week.monday + chrono::Days::new(6)),
        );
        let mut x = 1;
        for (key, there) in [('[', self.week.before.is_some()), (']', self.week.after.is_some())] {
            if there {
                let used = paint.text(x, 0, &format!("{key} "), Ink::Accent);
                paint.click(x, 0, used, 1, Click::Key(crate::ui::key::Key::Char(key)));
                x += used;
            }
            if key == '[' {
                x += paint.text(x, 0, &week, Ink::Title) + 1;
            }
        }
        let legend = match lang {
            // the cells are words already
            Lang::Zh => vec![t::signs(lang)],
            Lang::En => vec![t::letters(lang), t::signs(lang)],
        };
        let needed: u16 = legend.iter().map(|words| paint.columns(words) + 3).sum();
        let has_room = x + needed < cols;
        for words in if has_room { legend } else { vec![t::narrow(lang)] } {
            x += 3;
            x += paint.text(x, 0, words, Ink::Dim);
        }
        if !has_room {
            // beside the heads of the days there is room
            paint.text(2, 1, t::sign_office(lang), Ink::Dim);
            paint.text(2, 2, t::sign_at_once(lang), Ink::Dim);
        }
    }

    fn block_words(&self, lang: Lang, area: &Area) -> String {
        let mut words = vec![t::block(lang, area.people.len(), area.sessions.len(), area.cells())];
        let kinds: Vec<MarkKind> = area
            .people
            .clone()
            .flat_map(|person| area.sessions.clone().map(move |session| (person, session)))
            .filter_map(|(person, session)| self.week.seat(person, session))
            .map(crate::app::attend::RollSeat::kind)
            .collect();
        for kind in MarkKind::ALL {
            let count = kinds.iter().filter(|there| **there == kind).count();
            if count > 0 {
                words.push(roll::count(lang, common::mark_kind(lang, kind), count));
            }
        }
        words.push(t::block_hint(lang).to_owned());
        words.join("  ")
    }

    fn heads(&self, paint: &mut Paint<'_>, frame: &Frame, first: Place) {
        let lang = paint.lang;
        let today = |roll: &Roll| roll.timing == Timing::Now || roll.session.day == self.today;
        let shown: Vec<(usize, &Roll)> =
            self.week.rolls.iter().enumerate().skip(first.session).take(frame.columns).collect();
        let mut nth = 0;
        while let Some((_, roll)) = shown.get(nth) {
            let day = roll.session.day;
            let of_day = shown.iter().skip(nth).take_while(|(_, other)| other.session.day == day).count();
            let x = frame.x(nth);
            let room = u16::try_from(of_day).unwrap_or(1) * frame.cell_cols - 1;
            let words = day_words(lang, day).into_iter().find(|words| paint.columns(words) <= room);
            let words = words.unwrap_or_else(|| day.format("%d").to_string());
            let ink = if today(roll) { Ink::Title } else { Ink::Dim };
            let used = paint.text_in(x, 1, room, &words, ink);
            if today(roll) {
                paint.text(x - 1, 1, "[", ink);
                paint.text(x + used, 1, "]", ink);
            }
            nth += of_day;
        }
        let at = self.session_at();
        for (nth, (session, roll)) in shown.iter().enumerate() {
            let words = match roll.session.cancelled {
                Some(_) => t::cancelled(lang),
                None => half(lang, roll),
            };
            let ink = if at == Some(*session) { Ink::Selected } else { Ink::Dim };
            paint.text_in(frame.x(nth), 2, 2, words, ink);
            paint.click(frame.x(nth), 1, frame.cell_cols, 2, Click::Target(*session));
        }
        if let Some(x) = frame.sums {
            for (nth, kind) in (0..).zip(MarkKind::ALL) {
                paint.right(x + nth * SUM, 2, SUM, t::cell_of(lang, kind), Ink::Dim);
            }
        }
    }

    fn row(
        &self,
        paint: &mut Paint<'_>,
        y: u16,
        person: usize,
        frame: &Frame,
        first: Place,
        (at, area): (Option<Place>, Option<&Area>),
    ) {
        let Some(who) = self.week.people.get(person) else { return };
        let chosen = self.person_at() == Some(person);
        let ink = if chosen { Ink::Title } else { Ink::Text };
        if chosen {
            let marker = paint.theme.marker();
            paint.text(0, y, marker, Ink::Accent);
        }
        paint.number(2, y, frame.name - 3, &format!("{:02}", who.seat), ink);
        paint.text_in(frame.name, y, frame.name_cols, &who.name, ink);
        let sessions = self.week.rolls.len();
        paint.click(0, y, frame.cells, 1, Click::Row(person * sessions + self.in_sight().session));
        for (nth, session) in (first.session..sessions).take(frame.columns).enumerate() {
            let place = Place { person, session };
            let x = frame.x(nth);
            let marked = at == Some(place) || area.is_some_and(|area| area.holds(place));
            self.sign(paint, x, y, place, marked);
            if at == Some(place) {
                paint.park(x, y);
            }
            paint.click(x, y, frame.cell_cols, 1, Click::Row(person * sessions + session));
        }
        if let Some(x) = frame.sums {
            let seats = self.week.rolls.iter().filter_map(|roll| Some((roll, roll.seat_of(who.id)?.kind())));
            // leave is all that is on file of a session still to come
            let on_file = |roll: &Roll, kind| is_due(roll) || (kind == MarkKind::Leave && stands(roll));
            let kinds: Vec<MarkKind> =
                seats.filter(|(roll, kind)| on_file(roll, *kind)).map(|(_, kind)| kind).collect();
            for (nth, kind) in (0..).zip(MarkKind::ALL) {
                let count = kinds.iter().filter(|there| **there == kind).count();
                if count > 0 {
                    paint.number(x + nth * SUM, y, SUM, &count.to_string(), ink);
                }
            }
        }
    }

    /// One cell: the sign of its mark, and beside it who set it so.
    fn sign(&self, paint: &mut Paint<'_>, x: u16, y: u16, place: Place, marked: bool) {
        let lang = paint.lang;
        if marked {
            paint.band(x, y, 2, Ink::Selected);
        }
        let Some(seat) = self.week.seat(place.person, place.session) else { return };
        let is_ahead = self.week.rolls.get(place.session).is_some_and(|roll| !is_due(roll));
        let ink = match seat.kind() {
            _ if marked => Ink::Selected,
            MarkKind::NotTaken if is_ahead => Ink::Dim,
            MarkKind::NotTaken => Ink::Warning,
            _ => marks::ink(seat),
        };
        paint.text_in(x, y, 2, t::cell_of(lang, seat.kind()), ink);
        paint.text_in(x + if lang == Lang::Zh { 2 } else { 1 }, y, 1, marks::sign(seat), marks::ink(seat));
    }

    /// How many were there, and how many are still to be taken.
    fn foot(&self, paint: &mut Paint<'_>, y: u16, frame: &Frame, first: Place) {
        let lang = paint.lang;
        paint.text_in(frame.name, y, frame.name_cols, t::there(lang), Ink::Dim);
        paint.text_in(frame.name, y + 1, frame.name_cols, t::open(lang), Ink::Dim);
        let shown = self.week.rolls.iter().skip(first.session).take(frame.columns);
        for (nth, roll) in shown.enumerate().filter(|(_, roll)| is_due(roll)) {
            let there = [MarkKind::Present, MarkKind::Late, MarkKind::Early];
            let there: usize = there.into_iter().map(|kind| roll.count(kind)).sum();
            let open = roll.count(MarkKind::NotTaken);
            let ink = if open > 0 { Ink::Warning } else { Ink::Text };
            let x = frame.x(nth);
            paint.text_in(x, y, frame.cell_cols, &there.to_string(), Ink::Text);
            paint.text_in(x, y + 1, frame.cell_cols, &open.to_string(), ink);
        }
    }

    /// The chosen cell in words, and under it what both layers said.
    fn detail(&self, paint: &mut Paint<'_>) {
        let (Some(who), Some(roll)) = (self.person(), self.roll()) else { return };
        let lang = paint.lang;
        let session = &roll.session;
        let mut x = 1 + paint.text(1, 0, &who.called(), Ink::Title) + 3;
        x += paint.text(x, 0, &say::lesson(lang, session.day, session.slot), Ink::Text);
        paint.text(x + 3, 0, &session.instructor, Ink::Text);
        let words = match (&session.cancelled, self.seat()) {
            (Some(why), _) => t::is_cancelled(lang, why),
            (None, None) => t::not_on_roll(lang).to_owned(),
            (None, Some(_)) => marks::story(lang, &self.story, session.day).unwrap_or_else(|| {
                if roll.timing == Timing::Ahead { t::not_begun(lang) } else { t::not_taken(lang) }.to_owned()
            }),
        };
        let cols = paint.width().saturating_sub(2);
        paint.text_in(1, 1, cols, &words, Ink::Text);
    }
}

impl Frame {
    /// Where the nth cell in sight begins.
    fn x(&self, nth: usize) -> u16 {
        self.cells + u16::try_from(nth).unwrap_or(u16::MAX).saturating_mul(self.cell_cols)
    }
}

/// Whether marks are due in a session: it has begun and was not cancelled.
fn is_due(roll: &Roll) -> bool {
    roll.timing != Timing::Ahead && stands(roll)
}

fn stands(roll: &Roll) -> bool {
    roll.session.cancelled.is_none()
}

/// A day in words, shorter and shorter.
fn day_words(lang: Lang, day: NaiveDate) -> [String; 3] {
    let narrow = t::weekday(lang, day.weekday());
    [say::named(lang, day), format!("{} {narrow}", day.format("%d")), day.format("%d").to_string()]
}

fn half(lang: Lang, roll: &Roll) -> &'static str {
    match Half::of(roll.session.slot.from()) {
        Half::Morning => t::morning(lang),
        Half::Afternoon => t::afternoon(lang),
        Half::Evening => t::evening(lang),
    }
}
