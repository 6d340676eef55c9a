//! Rows and columns of the people of a class: who sits there, who waits, who left. Only shows.

use super::List;
use crate::app::ledger::LedgerRow;
use crate::app::words::joined;
use crate::app::words::timetable as say;
use crate::app::{Desk, Outcome, codes};
use crate::domain::id_number::age;
use crate::domain::ids::TraineeId;
use crate::domain::ledger::Totals;
use crate::domain::phone::mask;
use crate::store::rows::{ClassRow, DepartureRow, EnrolmentRow, SeatIn, WaitingRow};
use crate::text::roster as words;
use crate::text::{Lang, common, seats};
use crate::ui::input::Input;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::Typed;
use crate::ui::widget::table::{Column, Table, Width};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The three lists of people.
pub(super) struct People {
    pub(super) here: Table<Seat>,
    pub(super) waiting: Table<Waits>,
    pub(super) gone: Table<Gone>,
}

pub(in crate::ui::screen) struct Seat {
    pub(super) enrolment: EnrolmentRow,
    totals: Totals,
    age: u32,
    /// The seat in another class from which a transfer came.
    came: Option<SeatIn>,
    /// Nothing proves their category on the first day of the class.
    lacks_proof: bool,
}

impl AsRef<EnrolmentRow> for Seat {
    fn as_ref(&self) -> &EnrolmentRow {
        &self.enrolment
    }
}

pub(super) struct Waits {
    pub(super) row: WaitingRow,
    age: u32,
}

pub(super) struct Gone {
    pub(super) enrolment: EnrolmentRow,
    totals: Totals,
    /// Nothing in a file older than departures.
    departure: Option<DepartureRow>,
}

impl People {
    pub(super) fn new() -> Self {
        Self {
            here: Table::new(HERE, |row: &Seat| row.enrolment.id.0).inked(seat_ink),
            waiting: Table::new(WAITING, |row: &Waits| row.row.id.0),
            gone: Table::new(GONE, |row: &Gone| row.enrolment.id.0).inked(|_| Ink::Dim),
        }
    }

    /// Reads the lists again; `rows` are everybody who was ever enrolled.
    pub(super) fn read(&mut self, desk: &Desk, of: &ClassRow, rows: Vec<LedgerRow>) -> Outcome<()> {
        let (today, class) = (desk.today(), of.id);
        let lacking = desk.without_proof(of)?;
        let (mut departures, mut arrivals) = (desk.departures(class)?, desk.arrivals(class)?);
        let (mut here, mut gone) = (Vec::new(), Vec::new());
        for LedgerRow { enrolment, totals } in rows {
            if enrolment.left.is_some() {
                let at = departures.iter().position(|row| row.enrolment == enrolment.id);
                let departure = at.map(|at| departures.swap_remove(at));
                gone.push(Gone { enrolment, totals, departure });
            } else {
                let at = arrivals.iter().position(|(id, _)| *id == enrolment.id);
                let came = at.map(|at| arrivals.swap_remove(at).1);
                let lacks_proof = lacking.contains(&enrolment.id);
                here.push(Seat { age: age(enrolment.birth, today), enrolment, totals, came, lacks_proof });
            }
        }
        let waits = |row: WaitingRow| Waits { age: age(row.birth, today), row };
        self.waiting.set_rows(desk.waiting(class)?.into_iter().map(waits).collect());
        self.here.set_rows(here);
        self.gone.set_rows(gone);
        Ok(())
    }

    pub(super) fn count(&self, list: List) -> usize {
        match list {
            List::Timetable => 0,
            List::Roster => self.here.rows().len(),
            List::Waiting => self.waiting.rows().len(),
            List::Gone => self.gone.rows().len(),
        }
    }

    /// How many of those who sit there lack a proof.
    pub(super) fn lacking(&self) -> usize {
        self.here.rows().iter().filter(|seat| seat.lacks_proof).count()
    }

    /// The first of them is chosen, if there is one.
    pub(super) fn choose_lacking(&mut self) {
        if let Some(at) = self.here.rows().iter().position(|seat| seat.lacks_proof) {
            self.here.choose(at);
        }
    }

    /// Whoever is chosen in a list.
    pub(super) fn person(&self, list: List) -> Option<TraineeId> {
        match list {
            List::Timetable => None,
            List::Roster => self.here.chosen().map(|row| row.enrolment.trainee),
            List::Waiting => self.waiting.chosen().map(|row| row.row.trainee),
            List::Gone => self.gone.chosen().map(|row| row.enrolment.trainee),
        }
    }

    pub(super) fn input(&mut self, list: List, input: &Input) -> Typed {
        match list {
            List::Timetable => Typed::Unused,
            List::Roster => self.here.input(input),
            List::Waiting => self.waiting.input(input),
            List::Gone => self.gone.input(input),
        }
    }

    pub(super) fn click(&mut self, list: List, target: Click) -> Typed {
        match list {
            List::Timetable => Typed::Unused,
            List::Roster => self.here.click(target),
            List::Waiting => self.waiting.click(target),
            List::Gone => self.gone.click(target),
        }
    }

    pub(super) fn view(&self, list: List, paint: &mut Paint<'_>) {
        match list {
            List::Timetable => {}
            List::Roster if self.here.rows().is_empty() => {
                let cols = paint.width().saturating_sub(5);
                paint.paragraph(2, 1, cols, words::nobody(paint.lang), Ink::Text);
            }
            List::Roster => self.here.view(paint, true),
            List::Waiting => self.waiting.view(paint, true),
            List::Gone => self.gone.view(paint, true),
        }
    }

    /// What a narrow table leaves out of the chosen row.
    pub(super) fn told(&self, list: List, lang: Lang) -> Option<String> {
        match list {
            List::Timetable => None,
            List::Roster => self.here.chosen().map(|row| row.told(lang)),
            List::Waiting => self.waiting.chosen().map(|row| row.told(lang)),
            List::Gone => self.gone.chosen().map(|row| row.told(lang)),
        }
    }
}

impl Seat {
    fn told(&self, lang: Lang) -> String {
        let row = &self.enrolment;
        let came = self.came.as_ref();
        let came = came.map_or(String::new(), |seat| seats::came_from(lang, seat.code.as_str(), seat.seat));
        let day = words::joined_on(lang, &row.joined.to_string());
        let lacks = if self.lacks_proof { words::lacks_proof(lang) } else { "" };
        joined([&row.name, codes::CATEGORIES.name(&row.category, lang), &day, &came, lacks])
    }
}

const fn seat_ink(seat: &Seat) -> Ink {
    if seat.lacks_proof { Ink::Warning } else { Ink::Text }
}

impl Waits {
    fn told(&self, lang: Lang) -> String {
        let row = &self.row;
        let day = words::asked_on(lang, &row.asked.to_string());
        joined([&row.name, codes::CATEGORIES.name(&row.category, lang), &day])
    }
}

impl Gone {
    fn how(&self, lang: Lang) -> &'static str {
        seats::kind(lang, DepartureRow::kind_of(self.departure.as_ref()))
    }

    fn why(&self, lang: Lang) -> String {
        let Some(row) = &self.departure else { return String::new() };
        let to = row.moved_to.as_ref();
        let to = to.map_or(String::new(), |seat| seats::moved_to(lang, seat.code.as_str(), seat.seat));
        joined([&to, &row.reason])
    }

    fn day(&self) -> Option<NaiveDate> {
        self.enrolment.left
    }

    fn told(&self, lang: Lang) -> String {
        let row = &self.enrolment;
        let day = self.day().map_or(String::new(), |day| day.to_string());
        let came = words::joined_on(lang, &row.joined.to_string());
        joined([&row.name, &came, &seats::ended(lang, &day, self.how(lang)), &self.why(lang)])
    }
}

/// As with the phone: nothing on file is a sign, not a hole.
fn number(number: &str) -> Cow<'static, str> {
    match mask(number, 6, 4) {
        none if none.is_empty() => "-".into(),
        masked => masked.into(),
    }
}

fn phone(phone: Option<&String>) -> Cow<'static, str> {
    phone.map_or("-".into(), |phone| mask(phone, 3, 4).into())
}

fn hours(totals: &Totals) -> String {
    format!("{}/{}", totals.credited.get(), totals.required.get())
}

const HERE: &[Column<Seat>] = &[
    Column::figure(words::seat, 3, |row, _| row.enrolment.seat.to_string().into()),
    Column::text(words::name, Width::Fixed(11), |row, _| row.enrolment.name.as_str().into()),
    Column::text(words::age, Width::Fixed(5), |row: &Seat, lang| {
        format!("{} {}", common::sex(lang, row.enrolment.sex), row.age).into()
    })
    .leaving(2),
    Column::text(words::id_number, Width::Fixed(18), |row, _| number(&row.enrolment.id_number)),
    Column::text(words::phone, Width::Fixed(11), |row: &Seat, _| phone(row.enrolment.phone.as_ref()))
        .leaving(1),
    Column::text(words::category, Width::Rest(10), |row: &Seat, lang| {
        let category = codes::CATEGORIES.name(&row.enrolment.category, lang);
        if row.lacks_proof { format!("! {category}").into() } else { category.into() }
    }),
    Column::text(words::joined, Width::Fixed(6), |row: &Seat, _| say::short(row.enrolment.joined).into())
        .leaving(4),
    Column::figure(words::hours, 7, |row, _| hours(&row.totals).into()),
];

const WAITING: &[Column<Waits>] = &[
    Column::figure(words::place, 3, |row, _| row.row.place.to_string().into()),
    Column::text(words::name, Width::Fixed(11), |row, _| row.row.name.as_str().into()),
    Column::text(words::age, Width::Fixed(5), |row: &Waits, lang| {
        format!("{} {}", common::sex(lang, row.row.sex), row.age).into()
    })
    .leaving(2),
    Column::text(words::id_number, Width::Fixed(18), |row, _| number(&row.row.id_number)),
    Column::text(words::phone, Width::Fixed(11), |row: &Waits, _| phone(row.row.phone.as_ref())).leaving(1),
    Column::text(words::category, Width::Rest(10), |row, lang| {
        codes::CATEGORIES.name(&row.row.category, lang).into()
    }),
    Column::text(words::asked, Width::Fixed(6), |row, _| say::short(row.row.asked).into()),
];

const GONE: &[Column<Gone>] = &[
    Column::figure(words::seat, 3, |row, _| row.enrolment.seat.to_string().into()),
    Column::text(words::name, Width::Fixed(11), |row, _| row.enrolment.name.as_str().into()),
    Column::text(words::last_day, Width::Fixed(6), |row, _| {
        row.day().map_or("-".into(), |day| say::short(day).into())
    }),
    Column::text(words::how, Width::Fixed(8), |row, lang| row.how(lang).into()),
    Column::text(words::why, Width::Rest(16), |row, lang| row.why(lang).into()),
    Column::figure(words::hours, 7, |row, _| hours(&row.totals).into()),
];
