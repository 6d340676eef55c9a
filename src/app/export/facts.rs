//! The facts of a class, read once, and how they fall on worksheets: which sessions, which people, which words.

use crate::app::attend::is_on_roll;
use crate::app::codes;
use crate::app::ledger::LedgerRow;
use crate::app::words::timetable as say;
use crate::app::{Desk, Outcome};
use crate::domain::calendar::Half;
use crate::domain::ids::{EnrolmentId, SessionId, TraineeId};
use crate::domain::person::Trainee;
use crate::sheet::layout::{Field, Fields, RowsPer};
use crate::sheet::value::SessionHead;
use crate::sheet::{Fact, Layout, Page, Value};
use crate::store::rows::{ClassRow, MarkLine, SessionRow};
use crate::text::{Lang, common, operators, sheet as t};
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::HashMap;

pub(super) struct Facts {
    centre: String,
    operator: String,
    pub(super) today: NaiveDate,
    pub(super) class: ClassRow,
    pub(super) course: codes::Named,
    pub(super) rows: Vec<LedgerRow>,
    pub(super) people: HashMap<TraineeId, Trainee>,
    sessions: Vec<SessionRow>,
    pub(super) marks: HashMap<(SessionId, EnrolmentId), MarkLine>,
}

impl Desk {
    pub(super) fn facts(&self, class: &ClassRow) -> Outcome<Facts> {
        let ledger = self.class_ledger(class)?;
        let mut people = HashMap::new();
        for row in &ledger.rows {
            people.insert(row.enrolment.trainee, self.store.trainee(row.enrolment.trainee)?.trainee);
        }
        let mut sessions = self.store.sessions(class.id)?;
        sessions.retain(|session| session.cancelled.is_none());
        let lines = self.store.marks_of_class(class.id)?;
        Ok(Facts {
            centre: self.centre()?,
            operator: self.operator.clone(),
            today: self.today(),
            course: codes::named(&class.course.0),
            class: class.clone(),
            rows: ledger.rows,
            people,
            sessions,
            marks: lines.into_iter().map(|line| ((line.session, line.enrolment), line)).collect(),
        })
    }
}

impl Facts {
    pub(super) fn pages<'f>(&'f self, layout: &'f Layout, lang: Lang) -> Vec<Page<'f>> {
        let sessions = self.sessions.as_slice();
        match layout.rows_per {
            RowsPer::Person if !layout.has_sessions() => vec![self.page(layout, lang, &[])],
            RowsPer::Person if sessions.is_empty() => vec![self.page(layout, lang, &[])],
            RowsPer::Person => self.split(layout, lang, |_, _| true),
            RowsPer::Day => self.split(layout, lang, |a, b| a.day == b.day),
            RowsPer::HalfDay => self.split(layout, lang, |a, b| (a.day, half(a)) == (b.day, half(b))),
            RowsPer::Month => self.split(layout, lang, |a, b| month(a) == month(b)),
        }
    }

    /// A page for each run of sessions that belong together, and for what does not fit on it another.
    fn split<'f>(
        &'f self,
        layout: &'f Layout,
        lang: Lang,
        together: impl FnMut(&SessionRow, &SessionRow) -> bool,
    ) -> Vec<Page<'f>> {
        let runs = self.sessions.chunk_by(together);
        let pages = runs.flat_map(|run| run.chunks(layout.sessions_per_page()));
        pages.map(|sessions| self.page(layout, lang, sessions)).collect()
    }

    fn page<'f>(&'f self, layout: &'f Layout, lang: Lang, sessions: &'f [SessionRow]) -> Page<'f> {
        let heads: Vec<SessionHead> =
            if layout.has_sessions() { sessions.iter().map(head).collect() } else { Vec::new() };
        let columns = layout.page_columns(heads.len());
        // a roster holds those who are in the class, a page of sessions all who are on one of its rolls
        let on_page = |row: &&LedgerRow| match sessions {
            [] => row.enrolment.left.is_none(),
            sessions => sessions
                .iter()
                .any(|session| is_on_roll(&row.enrolment, session, self.line(session.id, row.enrolment.id))),
        };
        let rows: Vec<&LedgerRow> = self.rows.iter().filter(on_page).collect();
        let fields = self.fields(layout, lang, sessions, rows.len());
        let values = move |(nth, row): (usize, &'f LedgerRow)| {
            let cell = |column: &crate::sheet::layout::PageColumn<'_>| match column.session {
                Some(at) => {
                    sessions.get(at).map(|session| self.session_cell(session, row)).unwrap_or_default()
                }
                None if column.column.source == Fact::Number => {
                    Value::int(i64::try_from(nth + 1).unwrap_or(i64::MAX))
                }
                None => self.value(column.column.source, row, sessions, lang),
            };
            columns.iter().map(cell).collect()
        };
        Page {
            name: self.page_name(layout, lang, sessions),
            fields,
            sessions: heads,
            rows: Box::new(rows.into_iter().enumerate().map(values)),
        }
    }

    fn page_name(&self, layout: &Layout, lang: Lang, sessions: &[SessionRow]) -> String {
        match (layout.rows_per, sessions) {
            (RowsPer::Person, _) | (_, []) => self.class.code.to_string(),
            (RowsPer::Day, [first, ..]) => say::short(first.day),
            (RowsPer::HalfDay, [first, ..]) => {
                format!("{} {}", say::short(first.day), common::half(lang, half(first)))
            }
            (RowsPer::Month, [first, ..]) => first.day.format("%Y-%m").to_string(),
        }
    }

    fn fields(&self, layout: &Layout, lang: Lang, sessions: &[SessionRow], count: usize) -> Fields {
        let class = &self.class;
        let course = self.course.name(lang);
        let level = self.course.level(lang);
        let day = |day: NaiveDate| layout.dates.day(day, lang);
        let mut fields = Fields::default();
        fields
            .set(Field::Centre, &self.centre)
            .set(Field::ClassTitle, common::class_title(lang, course, level))
            .set(Field::ClassCode, class.code.as_str())
            .set(Field::Course, course)
            .set(Field::Level, level)
            .set(Field::Start, day(class.start))
            .set(Field::End, day(class.end))
            .set(Field::Place, &class.place)
            .set(Field::Instructor, &class.instructor)
            .set(Field::Count, count.to_string())
            .set(Field::Planned, class.planned.get().to_string())
            .set(Field::Printed, day(self.today))
            .set(Field::Operator, operators::called(lang, &self.operator));
        let [first, ..] = sessions else { return fields };
        if layout.has_sessions() {
            fields.set(Field::Sessions, numbers(lang, sessions));
        }
        match layout.rows_per {
            RowsPer::Person => return fields,
            RowsPer::Month => {
                fields.set(Field::Month, layout.dates.month(first.day, lang));
                return fields;
            }
            RowsPer::Day => {}
            RowsPer::HalfDay => {
                fields.set(Field::Half, common::half(lang, half(first)));
            }
        }
        fields
            .set(Field::Date, day(first.day))
            .set(Field::Weekday, common::weekday(lang, first.day.weekday()))
            .set(Field::Slot, listed(sessions, |session| session.slot.to_string()))
            .set(Field::Topic, listed(sessions, |session| session.topic.clone()));
        let instructors = listed(sessions, |session| session.instructor.clone());
        if !instructors.is_empty() {
            fields.set(Field::Instructor, instructors);
        }
        fields
    }
}

/// What the sessions of a page have to say, each once.
fn listed(sessions: &[SessionRow], word: impl Fn(&SessionRow) -> String) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in sessions.iter().map(word) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join("; ")
}

/// Which numbered column is which session, day by day.
fn numbers(lang: Lang, sessions: &[SessionRow]) -> String {
    let mut number = 0;
    let mut numbered = |session: &SessionRow| {
        number += 1;
        t::session_number(lang, common::half(lang, half(session)), number)
    };
    let of_day = |day: &[SessionRow]| {
        let date = day.first().map(|session| say::short(session.day)).unwrap_or_default();
        format!("{date} {}", day.iter().map(&mut numbered).collect::<Vec<_>>().join(" "))
    };
    sessions.chunk_by(|a, b| a.day == b.day).map(of_day).collect::<Vec<_>>().join("  ")
}

fn half(session: &SessionRow) -> Half {
    Half::of(session.slot.from())
}

fn month(session: &SessionRow) -> (i32, u32) {
    (session.day.year(), session.day.month())
}

fn head(session: &SessionRow) -> SessionHead {
    let minute = u32::from(session.slot.from().minute());
    SessionHead {
        date: session.day,
        from: NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default(),
    }
}
