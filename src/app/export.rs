//! Sheets out: the facts of a class poured into a layout. Every export is an act, because full ID numbers leave.

use super::classes::is_expected;
use super::codes::{self, CodeList};
use super::ledger::LedgerRow;
use super::packs::layouts::{self, Loaded};
use super::{Desk, Outcome, Trouble};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{EnrolmentId, SessionId, TraineeId};
use crate::domain::mark::{LeaveKind, Mark, MarkKind};
use crate::domain::person::{Sex, Trainee};
use crate::domain::phone::Phone;
use crate::sheet::layout::{Field, Fields, RowsPer};
use crate::sheet::value::SessionHead;
use crate::sheet::{self, Book, Fact, Layout, Page, Value};
use crate::store::Verb;
use crate::store::rows::{ClassRow, MarkLine, SessionRow};
use crate::text::Lang;
use crate::text::common;
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;

/// What went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub layout: String,
    pub people: usize,
    pub pages: usize,
}

/// The facts of a class, read once before anything is written.
struct Facts {
    centre: String,
    operator: String,
    today: NaiveDate,
    class: ClassRow,
    course: codes::Named,
    rows: Vec<LedgerRow>,
    people: HashMap<TraineeId, Trainee>,
    sessions: Vec<SessionRow>,
    marks: HashMap<(SessionId, EnrolmentId), MarkLine>,
}

impl Desk {
    /// Built-in layouts and those of the `sheets` folder beside the data.
    pub fn layouts(&self) -> Loaded {
        layouts::load(&self.folder().join("sheets"))
    }

    pub fn layout(&self, key: &str) -> Outcome<Layout> {
        let loaded = self.layouts();
        layouts::find(&loaded.layouts, key).cloned().ok_or_else(|| Trouble::NoSuchLayout(key.to_owned()))
    }

    /// Writes a class through a layout into `to`; stopped or failed leaves no file.
    pub fn export(
        &mut self,
        layout: &str,
        class: &ClassRow,
        to: &Path,
        lang: Lang,
        progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Outcome<Exported> {
        let layout = self.layout(layout)?;
        self.store.refuse_export_to(to)?;
        let facts = self.store.at_once(|| self.facts(class))?;
        let pages = facts.pages(&layout, lang);
        let exported = Exported {
            layout: layout.key.clone(),
            people: facts.rows.iter().filter(|row| row.enrolment.left.is_none()).count(),
            pages: pages.len(),
        };
        let total = facts.rows.len() * pages.len();
        let book = Book { on: facts.today, total, pages: Box::new(pages.into_iter()) };
        // Recorded first: numbers must not leave unrecorded because the disk is full a moment later.
        self.act(Verb::Export, |writer| -> Outcome<()> {
            writer.about_class(class);
            Ok(())
        })?;
        sheet::write(&layout, book, to, lang, progress)?;
        Ok(exported)
    }

    fn facts(&self, class: &ClassRow) -> Outcome<Facts> {
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
    fn pages<'f>(&'f self, layout: &'f Layout, lang: Lang) -> Vec<Page<'f>> {
        match layout.rows_per {
            RowsPer::Person => {
                let sessions: Vec<&SessionRow> =
                    if layout.has_sessions() { self.sessions.iter().collect() } else { Vec::new() };
                vec![self.page(layout, lang, self.class.code.to_string(), None, sessions)]
            }
            RowsPer::Day => {
                let mut days: Vec<NaiveDate> = self.sessions.iter().map(|session| session.day).collect();
                days.dedup();
                let page = |day: NaiveDate| {
                    let sessions = self.sessions.iter().filter(|session| session.day == day).collect();
                    self.page(layout, lang, day.format("%m-%d").to_string(), Some(day), sessions)
                };
                days.into_iter().map(page).collect()
            }
        }
    }

    fn page<'f>(
        &'f self,
        layout: &'f Layout,
        lang: Lang,
        name: String,
        day: Option<NaiveDate>,
        sessions: Vec<&'f SessionRow>,
    ) -> Page<'f> {
        let heads: Vec<SessionHead> = sessions.iter().map(|session| head(session)).collect();
        let columns = layout.page_columns(if layout.has_sessions() { heads.len() } else { 0 });
        // A roster holds those who are in the class; a page of sessions also those who were there then.
        let on_page = |row: &&LedgerRow| match day {
            Some(day) => is_expected(&row.enrolment, day),
            None => row.enrolment.left.is_none() || layout.has_sessions(),
        };
        let rows: Vec<&LedgerRow> = self.rows.iter().filter(on_page).collect();
        let fields = self.fields(lang, day, &sessions, rows.len());
        let values = move |row: &'f LedgerRow| {
            let cell =
                |column: &sheet::layout::PageColumn<'_>| match column.session.and_then(|at| sessions.get(at))
                {
                    Some(session) => self.session_cell(session, row),
                    None => self.value(column.column.source, row, lang),
                };
            columns.iter().map(cell).collect()
        };
        let heads = if layout.has_sessions() { heads } else { Vec::new() };
        Page { name, fields, sessions: heads, rows: Box::new(rows.into_iter().map(values)) }
    }

    fn fields(&self, lang: Lang, day: Option<NaiveDate>, sessions: &[&SessionRow], count: usize) -> Fields {
        let class = &self.class;
        let course = self.course.name(lang);
        let level = self.course.level(lang);
        let mut fields = Fields::default();
        fields
            .set(Field::Centre, &self.centre)
            .set(Field::ClassTitle, common::class_title(lang, course, level))
            .set(Field::ClassCode, class.code.as_str())
            .set(Field::Course, course)
            .set(Field::Level, level)
            .set(Field::Start, class.start.to_string())
            .set(Field::End, class.end.to_string())
            .set(Field::Place, &class.place)
            .set(Field::Instructor, &class.instructor)
            .set(Field::Count, count.to_string())
            .set(Field::Planned, class.planned.get().to_string())
            .set(Field::Printed, self.today.to_string())
            .set(Field::Operator, &self.operator);
        if let Some(day) = day {
            let topics: Vec<&str> = sessions
                .iter()
                .map(|session| session.topic.as_str())
                .filter(|topic| !topic.is_empty())
                .collect();
            fields.set(Field::Date, day.to_string());
            fields.set(Field::Weekday, common::weekday(lang, day.weekday().num_days_from_monday()));
            fields.set(Field::Topic, topics.join("; "));
        }
        fields
    }

    fn session_cell(&self, session: &SessionRow, row: &LedgerRow) -> Value<'_> {
        let key = match self.mark(session.id, row.enrolment.id) {
            None | Some(Mark::Cleared) => return Value::Empty,
            Some(Mark::Present { late, early }) => match (late.is_none(), early.is_none()) {
                (true, true) => "present",
                (false, true) => "late",
                (true, false) => "early",
                (false, false) => "late-early",
            },
            Some(Mark::Leave(LeaveKind::Sick)) => "sick",
            Some(Mark::Leave(LeaveKind::Personal)) => "personal",
            Some(Mark::Absent) => "absent",
        };
        Value::text(key)
    }

    fn mark(&self, session: SessionId, enrolment: EnrolmentId) -> Option<Mark> {
        self.marks.get(&(session, enrolment)).map(|line| line.mark)
    }

    fn value<'f>(&'f self, fact: Fact, row: &'f LedgerRow, lang: Lang) -> Value<'f> {
        let Some(person) = self.people.get(&row.enrolment.trainee) else { return Value::Empty };
        let class = &self.class;
        let totals = &row.totals;
        let hours = |hours: ClassHours| Value::int(hours.get());
        let text = |text: &'f str| if text.is_empty() { Value::Empty } else { Value::text(text) };
        let coded =
            |list: &'static CodeList, key: &'f str| text(list.get(key).map_or(key, |coded| coded.name(lang)));
        match fact {
            Fact::Seat => Value::int(row.enrolment.seat),
            Fact::Name => Value::text(person.name.as_str()),
            Fact::IdNumber => text(person.document.number()),
            Fact::IdTail4 => {
                let number = person.document.number();
                Value::text(number.chars().skip(number.chars().count().saturating_sub(4)).collect::<String>())
            }
            Fact::Sex => Value::text(match person.sex {
                Sex::Male => "male",
                Sex::Female => "female",
            }),
            Fact::Age => Value::int(crate::domain::id_number::age(person.birth, class.start)),
            Fact::Birth => Value::Date(person.birth),
            Fact::Nation => coded(&codes::NATIONS, &person.nation),
            Fact::Education => coded(&codes::EDUCATION, &person.education),
            Fact::Phone => text(person.phone.as_ref().map_or("", Phone::as_str)),
            Fact::Address => text(&person.address),
            Fact::HukouKind => coded(&codes::HUKOU, &person.hukou),
            // The place of registration is not asked for apart from the address yet.
            Fact::HukouPlace | Fact::Blank | Fact::Sessions => Value::Empty,
            Fact::Category => coded(&codes::CATEGORIES, &row.enrolment.category),
            Fact::Employer => text(&person.employer),
            Fact::Course => Value::text(self.course.name(lang)),
            Fact::Level => Value::text(self.course.level(lang)),
            Fact::Start => Value::Date(class.start),
            Fact::End => Value::Date(class.end),
            Fact::Planned => hours(totals.planned),
            Fact::Delivered => hours(totals.delivered),
            Fact::Credited => hours(totals.credited),
            Fact::Required => hours(totals.required),
            Fact::Missing => hours(totals.missing()),
            Fact::CanMiss => hours(totals.can_miss()),
            Fact::Ratio => Value::text(format!("{}/{}", totals.ratio()[0], totals.ratio()[1])),
            Fact::Percent => super::words::percent(totals).map_or(Value::Empty, Value::text),
            Fact::PresentCount => self.count(row, MarkKind::Present),
            Fact::LateCount => self.count(row, MarkKind::Late),
            Fact::EarlyCount => self.count(row, MarkKind::Early),
            Fact::LeaveCount => self.count(row, MarkKind::Leave),
            Fact::AbsentCount => self.count(row, MarkKind::Absent),
            Fact::BankHolder => text(&person.bank_holder),
            Fact::Bank => text(&person.bank),
            Fact::BankAccount => text(person.account.as_ref().map_or("", |account| account.as_str())),
            Fact::Remarks => text(&person.remarks),
        }
    }

    fn count(&self, row: &LedgerRow, kind: MarkKind) -> Value<'_> {
        let of_kind = |session: &&SessionRow| {
            self.mark(session.id, row.enrolment.id).is_some_and(|mark| mark.kind() == kind)
        };
        let count = self.sessions.iter().filter(of_kind).count();
        Value::int(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

fn head(session: &SessionRow) -> SessionHead {
    let minute = u32::from(session.slot.from().minute());
    SessionHead {
        date: session.day,
        from: NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default(),
    }
}
