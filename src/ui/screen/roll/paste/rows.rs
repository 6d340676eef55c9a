//! The lines of a pasted column as a table: what needs a look stands first.

use super::Paste;
use crate::app::attend::RollSeat;
use crate::app::pasted::{Fault, Line, Pasted, What};
use crate::app::words;
use crate::domain::mark::Mark;
use crate::text::{Lang, common, pasted as t};
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Table, Width};

pub(super) struct Row {
    pub(super) number: usize,
    pasted: String,
    person: String,
    stands: String,
    becomes: String,
    state: State,
}

/// In the order in which rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Fault,
    /// Against announced leave.
    Leave,
    Written,
    LeftOut,
    Same,
}

const COLUMNS: &[Column<Row>] = &[
    Column::figure(t::line, 4, |row, _| row.number.to_string().into()),
    Column::text(t::pasted, Width::Rest(12), |row, _| row.pasted.as_str().into()),
    Column::text(t::person, Width::Fixed(13), |row, _| row.person.as_str().into()),
    Column::text(t::stands, Width::Fixed(13), |row: &Row, _| row.stands.as_str().into()).leaving(1),
    Column::text(t::becomes, Width::Fixed(24), |row, _| row.becomes.as_str().into()),
];

pub(super) fn table() -> Table<Row> {
    let number = |row: &Row| i64::try_from(row.number).unwrap_or(i64::MAX);
    Table::new(COLUMNS, number).with_state(|row| match row.state {
        State::Fault => Ink::Error,
        State::Leave => Ink::Warning,
        State::Written => Ink::Ok,
        State::LeftOut | State::Same => Ink::Dim,
    })
}

impl Paste {
    pub(super) fn rows(&self, pasted: &Pasted, lang: Lang) -> Vec<Row> {
        let mut rows: Vec<Row> = pasted.lines.iter().map(|line| self.row(line, lang)).collect();
        rows.sort_by_key(|row| (row.state, row.number));
        rows
    }

    fn row(&self, line: &Line, lang: Lang) -> Row {
        let seat = line.seat(&self.hand.taken);
        let stands = seat.map_or(Mark::Cleared, RollSeat::mark);
        let (becomes, state) = self.fate(line, lang);
        Row {
            number: line.number,
            // whose it is stands beside it, where that is known
            pasted: match seat {
                Some(_) => line.text.clone(),
                None => format!("{} {}", line.name, line.text),
            },
            person: self.name_of(line),
            stands: seat.map_or_else(String::new, |_| common::mark(lang, stands)),
            becomes,
            state,
        }
    }

    fn fate(&self, line: &Line, lang: Lang) -> (String, State) {
        match line.what {
            What::Fault(fault) => (format!("! {}", said(lang, fault)), State::Fault),
            What::Nothing => (t::blank(lang).to_owned(), State::Same),
            What::Stands(_) => (t::same(lang).to_owned(), State::Same),
            What::Sets(mark) => {
                let mark = common::mark(lang, mark);
                match (line.against_leave(&self.hand.taken), self.is_wanted(line)) {
                    (true, false) => (t::keeps_leave(lang, &mark), State::Leave),
                    (true, true) => (t::against_leave(lang, &mark), State::Leave),
                    (false, true) => (mark, State::Written),
                    (false, false) => (t::left_out(lang, &mark), State::LeftOut),
                }
            }
        }
    }

    pub(super) fn name_of(&self, line: &Line) -> String {
        let seat = line.seat(&self.hand.taken);
        seat.map_or_else(String::new, |seat| seat.enrolment.called())
    }
}

fn said(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::NotUnderstood => t::not_understood(lang).to_owned(),
        Fault::NoMinutes => t::no_minutes(lang).to_owned(),
        Fault::Nobody => t::nobody(lang).to_owned(),
        Fault::Namesakes(n) => t::namesakes(lang, n),
        Fault::Twice(line) => t::twice(lang, line),
        Fault::Refused(fault) => words::mark_fault(lang, fault).to_owned(),
    }
}
