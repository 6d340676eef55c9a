//! How the ledger of a person is drawn: the answer, then session by session where it comes from. Only looks.

use super::lines::Row;
use super::{Person, who_at, written};
use crate::app::ledger::LedgerEntry;
use crate::app::words;
use crate::app::words::timetable as say;
use crate::domain::ledger::Because;
use crate::domain::mark::Source;
use crate::domain::roll::RollLine;
use crate::store::rows::{DepartureRow, RollRow};
use crate::text::{Lang, common, ledger as t, operators, roll, seats};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::ledger::standing::Standing;
use crate::ui::screen::marks::who_and_when;
use crate::ui::theme::Ink;
use crate::ui::width;
use chrono::NaiveDate;

const DATE: u16 = 3;
const SLOT: u16 = 15;
const MARK: u16 = 28;
const HOURS: u16 = 5;

/// A drawn line: a row itself, or text that belongs to it.
enum Line {
    Row(usize),
    Text { row: usize, ink: Ink, text: String },
}

impl Line {
    const fn row(&self) -> usize {
        match self {
            Self::Row(row) | Self::Text { row, .. } => *row,
        }
    }
}

impl Person {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        self.answer(paint);
        self.departed(paint);
        let lang = paint.lang;
        if self.rows.is_empty() {
            paint.text(DATE, 2, t::no_sessions(lang), Ink::Text);
            return;
        }
        let hours = hours_at(lang);
        for (x, words) in [(DATE, t::day(lang)), (SLOT, t::slot(lang)), (MARK, t::mark(lang))] {
            paint.text(x, 2, words, Ink::Dim);
        }
        paint.right(hours, 2, HOURS, t::hours(lang), Ink::Dim);
        paint.text(hours + HOURS + 2, 2, t::origin(lang), Ink::Dim);
        let mut body = paint.below(3);
        let lines = self.lines(lang, body.width().saturating_sub(SLOT + 2));
        let of_chosen = |line: &Line| line.row() == self.at;
        let from = lines.iter().position(of_chosen).unwrap_or(0);
        let to = lines.iter().rposition(of_chosen).map_or(from, |last| last + 1);
        let top = self.list.scroll(from, to, body.height().into(), lines.len());
        for (y, line) in (0..body.height()).zip(lines.iter().skip(top)) {
            match line {
                Line::Row(row) => self.row(&mut body, y, *row),
                Line::Text { text, ink, .. } => {
                    body.text(SLOT, y, text, *ink);
                }
            }
            let cols = body.width();
            body.click(0, y, cols, 1, Click::Row(line.row()));
        }
    }

    fn answer(&self, paint: &mut Paint<'_>) {
        let (lang, totals) = (paint.lang, &self.ledger.totals);
        let standing = Standing::of(totals, self.ledger.rules);
        let mut x =
            1 + paint.text(1, 0, &t::answer(lang, totals.credited.get(), totals.planned.get()), Ink::Title);
        let missed = totals.missed;
        let mut parts = vec![
            (Ink::Text, t::required(lang, totals.required.get())),
            (standing.ink(), standing.words(lang)),
            (Ink::Text, t::given(lang, totals.delivered.get())),
            (Ink::Text, t::missed(lang, missed.get())),
        ];
        if let Some(percent) = words::percent(totals) {
            let [have, of] = totals.ratio();
            parts.push((Ink::Text, t::ratio(lang, have, of, &percent)));
        }
        match standing {
            Standing::Reached => {}
            Standing::MakeUp(_) => parts.push((Ink::Text, t::still_needs(lang, totals.missing().get()))),
            _ => {
                parts.push((Ink::Text, t::still_needs(lang, totals.missing().get())));
                parts.push((Ink::Text, t::may_miss(lang, totals.can_miss().get())));
            }
        }
        for (ink, words) in parts {
            // a part without room is left out whole: half a number is another number
            if x + 3 + paint.columns(&words) > paint.width() {
                break;
            }
            x += 3;
            x += paint.text(x, 0, &words, ink);
        }
    }

    /// Whoever left gets no more hours here: when, how and why stands above them.
    fn departed(&self, paint: &mut Paint<'_>) {
        let Some(left) = self.ledger.enrolment.left else { return };
        let lang = paint.lang;
        let how = seats::kind(lang, DepartureRow::kind_of(self.departure.as_ref()));
        let why = self.departure.as_ref().map_or("", |row| row.reason.as_str());
        let words = format!("! {}  {why}", seats::ended(lang, &left.to_string(), how));
        let cols = paint.width().saturating_sub(2);
        paint.text_in(1, 1, cols, words.trim_end(), Ink::Warning);
    }

    fn lines(&self, lang: Lang, cols: u16) -> Vec<Line> {
        let mut lines = Vec::new();
        for (row, what) in self.rows.iter().enumerate() {
            lines.push(Line::Row(row));
            let Row::Entry(nth) = what else { continue };
            let Some(entry) = self.ledger.entries.get(*nth) else { continue };
            for (ink, text) in self.explained(lang, entry) {
                for text in width::wrap(&text, cols.into()) {
                    lines.push(Line::Text { row, ink, text });
                }
            }
        }
        lines
    }

    /// What stands under an entry that is open: every line first to last, what was said of the roll, then the rule.
    fn explained(&self, lang: Lang, entry: &LedgerEntry) -> Vec<(Ink, String)> {
        let Some(opened) = self.opened.as_ref().filter(|opened| opened.session == entry.session.id) else {
            return Vec::new();
        };
        let day = entry.session.day;
        let said = |line: &crate::store::rows::MarkLine| roll::said(lang, line.mark);
        let cols = opened.history.iter().map(|line| width::width(&said(line))).max().unwrap_or(0);
        let mut all: Vec<(Ink, String)> = opened
            .history
            .iter()
            .map(|line| {
                (Ink::Text, format!("{}  {}", width::pad_right(&said(line), cols), written(lang, line, day)))
            })
            .collect();
        if all.is_empty() {
            all.push((Ink::Dim, t::no_line(lang).to_owned()));
        }
        all.extend(opened.said.iter().map(|row| (Ink::Text, of_roll(lang, row, day))));
        all.push((Ink::Text, words::because(lang, entry.entry.because, self.ledger.rules)));
        all.push((Ink::Dim, t::rule(lang, &words::rule(lang, entry.entry.because, self.ledger.rules))));
        all
    }

    fn row(&self, paint: &mut Paint<'_>, y: u16, row: usize) {
        let chosen = row == self.at;
        let cols = paint.width();
        if chosen {
            let marker = paint.theme.marker();
            paint.band(1, y, cols - 2, Ink::Selected);
            paint.text(1, y, marker, Ink::Selected);
            paint.park(1, y);
        }
        let ink = |plain: Ink| if chosen { Ink::Selected } else { plain };
        let lang = paint.lang;
        let hours = hours_at(lang);
        match self.rows.get(row) {
            Some(Row::Entry(nth)) => {
                if let Some(entry) = self.ledger.entries.get(*nth) {
                    self.entry(paint, y, entry, &ink);
                }
            }
            Some(Row::Full { sessions, hours: got }) => {
                paint.text(DATE, y, &t::folded_full(lang, *sessions), ink(Ink::Text));
                paint.number(hours, y, HOURS, &got.to_string(), ink(Ink::Text));
                paint.text(hours + HOURS + 2, y, t::unfold_hint(lang), ink(Ink::Dim));
            }
            Some(Row::Ahead { sessions, hours: planned }) => {
                paint.text(DATE, y, &t::folded_ahead(lang, *sessions), ink(Ink::Text));
                paint.number(hours, y, HOURS, &format!("0/{planned}"), ink(Ink::Text));
                paint.text(hours + HOURS + 2, y, t::unfold_hint(lang), ink(Ink::Dim));
            }
            None => {}
        }
    }

    fn entry(&self, paint: &mut Paint<'_>, y: u16, entry: &LedgerEntry, ink: &dyn Fn(Ink) -> Ink) {
        let (lang, session) = (paint.lang, &entry.session);
        let hours = hours_at(lang);
        paint.text(DATE, y, &say::named(lang, session.day), ink(Ink::Text));
        paint.text(SLOT, y, &session.slot.to_string(), ink(Ink::Text));
        let mark = entry.mark();
        paint.text_in(MARK, y, hours - MARK - 1, &common::mark(lang, mark), ink(ink_of(entry)));
        let got = format!("{}/{}", entry.entry.credited.get(), session.hours.get());
        paint.number(hours, y, HOURS, &got, ink(Ink::Text));
        let x = hours + HOURS + 2;
        let room = paint.width().saturating_sub(x + 1);
        let origins = self.origins(lang, entry);
        // the shortest may still be too long, and is then cut in sight
        let fits = origins.iter().find(|origin| paint.columns(origin) <= room).or(origins.last());
        paint.text_in(x, y, room, fits.map_or("", String::as_str), ink(Ink::Text));
    }

    /// Where the hours come from, in full and then shorter and shorter; what is left out stands in the opened entry.
    fn origins(&self, lang: Lang, entry: &LedgerEntry) -> Vec<String> {
        let because = match entry.entry.because {
            Because::Full => String::new(),
            because => words::because(lang, because, self.ledger.rules),
        };
        let Some(line) = &entry.line else { return vec![because] };
        let source = match &line.source {
            Source::Hand => String::new(),
            source => words::source(lang, source),
        };
        let corrected = match line.replaces {
            Some(_) => t::corrected(lang, self.corrections(entry)),
            None => String::new(),
        };
        let when = who_and_when(lang, line, entry.session.day);
        let who = operators::called(lang, &line.operator);
        vec![
            words::joined([&when, &source, &corrected, &because]),
            words::joined([who, &source, &corrected, &because]),
            words::joined([who, &corrected, &because]),
            words::joined([&corrected, &because]),
            if because.is_empty() { when } else { because },
        ]
    }

    fn corrections(&self, entry: &LedgerEntry) -> usize {
        self.corrected.get(&entry.session.id).copied().unwrap_or(1)
    }
}

/// One word about the whole roll, and who said it.
fn of_roll(lang: Lang, row: &RollRow, day: NaiveDate) -> String {
    let who = who_at(lang, &row.operator, row.wall_ms, day);
    match &row.line {
        RollLine::Completed => roll::completed(lang, &who),
        RollLine::BackEntry { sheet, reason } => t::entered_later(lang, reason, sheet, &who),
        RollLine::Paper { sheet, .. } => t::compared(lang, sheet, &who),
    }
}

/// Where the class hours stand: right of the longest mark of the language.
const fn hours_at(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => MARK + 12,
        Lang::En => MARK + 17,
    }
}

const fn ink_of(entry: &LedgerEntry) -> Ink {
    match entry.entry.because {
        Because::Lost { .. } => Ink::Warning,
        Because::Absent => Ink::Error,
        Because::Leave => Ink::Accent,
        _ => Ink::Text,
    }
}
