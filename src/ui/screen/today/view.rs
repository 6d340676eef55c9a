//! How the front page looks: the search, the sessions as a table, then what is due as sentences.

use super::due;
use super::{Row, Step, Today};
use crate::app::{clock, codes, words};
use crate::store::rows::{BackupRow, DayRow};
use crate::text::{Lang, Words, operators, today as t};
use crate::ui::paint::Paint;
use crate::ui::screen::enrol::{draft_time, draft_who};
use crate::ui::theme::Ink;
use chrono::NaiveDate;

/// Where the text of a row begins; the marker and the sign stand before it.
const TEXT: u16 = 5;
/// Columns of one figure at the right.
const FIGURE: u16 = 7;
/// The most columns that code and room of a session may take; the course has all that they leave.
const MOST_CODE: u16 = 12;
const MOST_ROOM: u16 = 12;
const TIME: u16 = 13;
const GAP: u16 = 2;
/// The table of sessions does not spread further: the eye would lose the line.
const TABLE: u16 = 104;
/// The most columns that what a line is about may take.
const SUBJECT: u16 = 28;

/// A line of the page.
enum Line {
    Blank,
    Sessions,
    NoSessions,
    Head(Words),
    Row(usize),
    OnFile,
}

impl Today {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let x = 1 + paint.text(1, 0, t::search_label(lang), Ink::Accent) + 2;
        paint.text(x, 0, t::search_hint(lang), Ink::Dim);
        paint.click(0, 0, paint.width(), 1, crate::ui::paint::Click::Key(crate::ui::key::Key::F(3)));
        // typing begins here, so an input method opens its window here
        paint.park(x, 0);
        let mut top = 2;
        if let Some(words) = &self.warning {
            top += paint.paragraph(1, top, paint.width() - 2, &format!("! {words}"), Ink::Warning) + 1;
        }
        let lines = self.lines();
        let mut body = paint.below(top);
        let height = usize::from(body.height()).max(1);
        let chosen = lines.iter().position(|line| matches!(line, Line::Row(nth) if *nth == self.at));
        let skip = chosen.unwrap_or(0).saturating_sub(height - 1);
        for (y, line) in (0..body.height()).zip(lines.iter().skip(skip)) {
            self.line(&mut body, y, line);
        }
    }

    /// The order of the page: a draft, the sessions, the first steps or what is due, figures.
    fn lines(&self) -> Vec<Line> {
        let rows = |is: fn(&Row) -> bool| {
            let found = self.rows.iter().enumerate().filter(move |(_, row)| is(row));
            found.map(|(nth, _)| Line::Row(nth)).collect::<Vec<_>>()
        };
        let mut lines = Vec::new();
        let draft = rows(|row| matches!(row, Row::Draft(..)));
        if !draft.is_empty() {
            lines.extend(draft);
            lines.push(Line::Blank);
        }
        let sessions = rows(|row| matches!(row, Row::Session(_)));
        let steps = rows(|row| matches!(row, Row::Step(..)));
        if steps.is_empty() || !sessions.is_empty() {
            let none = sessions.is_empty();
            lines.push(if none { Line::Head(t::sessions) } else { Line::Sessions });
            lines.extend(sessions);
            if none {
                lines.push(Line::NoSessions);
            }
            lines.push(Line::Blank);
        }
        if !steps.is_empty() {
            lines.push(Line::Head(t::begin));
            lines.extend(steps);
            lines.push(Line::Blank);
        }
        let is_due = |row: &Row| matches!(row, Row::Due(_) | Row::Undo(_) | Row::Backup(_));
        lines.push(Line::Head(t::due));
        lines.extend(rows(is_due));
        lines.push(Line::Blank);
        lines.push(Line::OnFile);
        lines
    }

    fn line(&self, paint: &mut Paint<'_>, y: u16, line: &Line) {
        let lang = paint.lang;
        match line {
            Line::Blank => {}
            Line::Head(words) => {
                paint.text(1, y, words(lang), Ink::Title);
            }
            Line::Sessions => {
                paint.text(1, y, t::sessions(lang), Ink::Title);
                let places = figures(paint.width());
                for (x, words) in places.into_iter().zip([t::expected, t::present, t::not_taken]) {
                    paint.right(x, y, FIGURE, words(lang), Ink::Dim);
                }
            }
            Line::NoSessions => {
                paint.text(TEXT, y, t::no_sessions(lang), Ink::Text);
            }
            Line::OnFile => {
                let mut words = t::on_file(lang, self.trainees);
                if !self.is_guarded {
                    words = format!("{words} · {}", operators::open_short(lang));
                }
                paint.text(1, y, &words, Ink::Dim);
            }
            Line::Row(nth) => self.row(paint, y, *nth),
        }
    }

    fn row(&self, paint: &mut Paint<'_>, y: u16, nth: usize) {
        let Some(row) = self.rows.get(nth) else { return };
        let chosen = nth == self.at;
        let ink = |own: Ink| if chosen { Ink::Selected } else { own };
        let (cols, lang) = (paint.width(), paint.lang);
        let about = self.subject_cols(paint);
        if chosen {
            paint.band(0, y, cols, Ink::Selected);
            let marker = paint.theme.marker();
            paint.text(1, y, marker, Ink::Selected);
        }
        paint.click(0, y, cols, 1, crate::ui::paint::Click::Row(nth));
        match row {
            Row::Draft(_, draft) => {
                let words = t::draft(lang, &draft_who(lang, draft), &draft_time(draft, self.today));
                sentence(paint, y, about, "!", "", &words, ink(Ink::Warning));
            }
            Row::Session(day) => {
                let begun = day.session.slot.from() <= self.now;
                if begun && day.taken < day.expected {
                    paint.text(3, y, "!", ink(Ink::Warning));
                }
                let places = self.places(paint);
                session(paint, y, day, &places, ink(Ink::Text));
            }
            Row::Due(due) => {
                let sign = if due::is_pressing(due, self.today) { "!" } else { "" };
                let (subject, words) = (due::subject(lang, &due.matter), due::words(lang, due, self.today));
                sentence(paint, y, about, sign, &subject, &words, ink(Ink::Warning));
            }
            Row::Undo(act) => {
                let words = t::undo_words(lang, &words::act(lang, act));
                sentence(paint, y, about, "", t::undo(lang), &words, ink(Ink::Text));
            }
            Row::Backup(_) if self.copying.is_some() => {
                sentence(paint, y, about, "", t::backup(lang), t::backup_running(lang), ink(Ink::Text));
            }
            Row::Backup(Some(copy)) => {
                let words = t::backup_at(lang, &copied_at(lang, copy, self.today));
                sentence(paint, y, about, "", t::backup(lang), &words, ink(Ink::Text));
            }
            Row::Backup(None) => {
                sentence(paint, y, about, "!", t::backup(lang), t::backup_none(lang), ink(Ink::Warning));
            }
            Row::Step(step, done) => {
                let (name, how) = match step {
                    Step::Class => (t::step_class(lang), t::step_class_how(lang)),
                    Step::People => (t::step_people(lang), t::step_people_how(lang)),
                    Step::Print => (t::step_print(lang), t::step_print_how(lang)),
                    Step::Operator => (t::step_operator(lang), t::step_operator_how(lang)),
                };
                let how = if *done { t::done(lang) } else { how };
                sentence(paint, y, about, "", name, how, ink(if *done { Ink::Dim } else { Ink::Text }));
            }
        }
    }
}

impl Today {
    /// Codes and rooms take what they need, so that a course is cut last.
    fn places(&self, paint: &Paint<'_>) -> Places {
        let widest = |text: fn(&DayRow) -> &str, most: u16| {
            let cols = |row: &Row| match row {
                Row::Session(day) => paint.columns(text(day)),
                _ => 0,
            };
            self.rows.iter().map(cols).max().unwrap_or(0).min(most)
        };
        let figures = figures(paint.width());
        let room_cols = widest(|day| &day.session.room, MOST_ROOM);
        let code_cols = widest(|day| day.code.as_str(), MOST_CODE);
        let room = figures[0].saturating_sub(room_cols + 1);
        let code = room.saturating_sub(code_cols + GAP);
        Places { code, code_cols, room, room_cols, figures }
    }

    /// Columns of the widest thing that a line is about, so that the sentences stand below each other.
    fn subject_cols(&self, paint: &Paint<'_>) -> u16 {
        let lang = paint.lang;
        let cols = |row: &Row| match row {
            Row::Draft(..) | Row::Session(_) => 0,
            Row::Due(due) => paint.columns(&due::subject(lang, &due.matter)),
            Row::Undo(_) => paint.columns(t::undo(lang)),
            Row::Backup(_) => paint.columns(t::backup(lang)),
            Row::Step(..) => [t::step_class, t::step_people, t::step_print, t::step_operator]
                .map(|name| paint.columns(name(lang)))
                .into_iter()
                .max()
                .unwrap_or(0),
        };
        self.rows.iter().map(cols).max().unwrap_or(0).min(SUBJECT)
    }
}

/// Where the three figures of a session begin.
fn figures(cols: u16) -> [u16; 3] {
    let first = cols.min(TABLE).saturating_sub(1 + 3 * FIGURE);
    [first, first + FIGURE, first + 2 * FIGURE]
}

/// Where the columns of the sessions begin, and how wide those are that differ from day to day.
struct Places {
    code: u16,
    code_cols: u16,
    room: u16,
    room_cols: u16,
    figures: [u16; 3],
}

fn session(paint: &mut Paint<'_>, y: u16, row: &DayRow, at: &Places, ink: Ink) {
    let lang = paint.lang;
    let course = TEXT + TIME;
    let places = at.figures;
    paint.text_in(TEXT, y, TIME - 2, &row.session.slot.to_string(), ink);
    let room = at.code.saturating_sub(course + 1);
    paint.text_in(course, y, room, &codes::named(&row.course.0).full(lang), ink);
    paint.text_in(at.code, y, at.code_cols, row.code.as_str(), ink);
    paint.text_in(at.room, y, at.room_cols, &row.session.room, ink);
    if row.session.cancelled.is_some() {
        paint.right(places[0], y, 3 * FIGURE, t::cancelled(lang), ink);
        return;
    }
    let present = if row.taken == 0 { "-".to_owned() } else { row.present.to_string() };
    let open = row.expected.saturating_sub(row.taken);
    for (x, number) in places.into_iter().zip([row.expected.to_string(), present, open.to_string()]) {
        paint.number(x, y, FIGURE, &number, ink);
    }
}

/// Sign, what it is about, what there is to say.
fn sentence(paint: &mut Paint<'_>, y: u16, cols: u16, sign: &str, subject: &str, words: &str, ink: Ink) {
    paint.text(3, y, sign, ink);
    // the sign has the colour; a page full of coloured sentences would cry wolf
    let ink = if ink == Ink::Warning { Ink::Text } else { ink };
    if subject.is_empty() {
        paint.text(TEXT, y, words, ink);
        return;
    }
    paint.text_in(TEXT, y, cols, subject, ink);
    paint.text(TEXT + cols + 2, y, words, ink);
}

fn copied_at(lang: Lang, copy: &BackupRow, today: NaiveDate) -> String {
    let at = clock::local(copy.made_ms);
    let time = at.format("%H:%M").to_string();
    match (today - at.date()).num_days() {
        0 => t::today_at(lang, &time),
        1 => t::yesterday_at(lang, &time),
        _ => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}
