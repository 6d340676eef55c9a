//! A column of marks as it was copied from a spreadsheet: which line is whose, and what it would set. Writes nothing.
//! A line that is not understood whole never becomes a mark.

mod word;

use super::attend::{Cell, Roll, RollSeat, is_meant};
use crate::domain::ids::EnrolmentId;
use crate::domain::mark::{self, Mark, MarkFault, MarkKind};
use crate::domain::who::Who;
use crate::domain::written::line;
use crate::text::mark_words::HEADERS;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use word::Said;

/// How lines found their people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// As many lines as people: the nth line is the nth person.
    Place,
    Name,
}

/// What was pasted, line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    pub by: By,
    pub lines: Vec<Line>,
}

/// One line, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// As the spreadsheet would count what was copied, from 1.
    pub number: usize,
    /// The name beside the mark; in a column without names, of the person whose place it had.
    pub name: String,
    /// The cell of the mark, as pasted.
    pub text: String,
    /// Whose line it is, settled when the column was read: whoever joins or leaves after that moves nobody's mark.
    whose: Result<EnrolmentId, Fault>,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Sets(Mark),
    /// This mark stands already.
    Stands(Mark),
    /// An empty cell: nothing is changed.
    Nothing,
    Fault(Fault),
}

/// Why a line is no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NotUnderstood,
    NoMinutes,
    /// Nobody on the roll is called so.
    Nobody,
    /// So many people of this name.
    Namesakes(usize),
    /// The person of an earlier line.
    Twice(usize),
    /// Such a mark cannot stand in this session now.
    Refused(MarkFault),
}

/// One column of another length than the roll: no line can be known to be anybody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit {
    pub lines: usize,
    pub people: usize,
}

impl Pasted {
    /// Reads lines of cells apart by tabs: one column goes by place if it is as long as the roll, several by name.
    pub fn read(roll: &Roll, text: &str) -> Result<Self, Misfit> {
        let rows: Vec<Vec<String>> =
            text.split('\n').map(|row| row.split('\t').map(line).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut pasted = if columns > 1 { by_name(roll, &rows, columns) } else { by_place(roll, &rows)? };
        pasted.bind(roll);
        pasted.judge(roll);
        Ok(pasted)
    }

    /// The nth line with another word for its mark.
    pub fn retype(&mut self, nth: usize, text: &str, roll: &Roll) {
        if let Some(there) = self.lines.get_mut(nth) {
            there.text = line(text);
        }
        self.judge(roll);
    }

    /// What each line sets, seen from the roll as it is now.
    pub fn judge(&mut self, roll: &Roll) {
        for there in &mut self.lines {
            let seat = there.whose.and_then(|who| roll.seat_of(who).ok_or(Fault::Nobody));
            there.what = seat.map_or_else(What::Fault, |seat| judge_mark(roll, seat, &there.text));
        }
    }

    /// The cells that these lines set.
    pub fn cells(&self, is_wanted: impl Fn(&Line) -> bool) -> Vec<Cell> {
        let wanted = self.lines.iter().filter(|line| is_wanted(line));
        let cell = |line: &Line| match (line.what, line.whose) {
            (What::Sets(mark), Ok(who)) => Some((who, mark)),
            _ => None,
        };
        wanted.filter_map(cell).collect()
    }

    /// Finds everybody's line on the roll; of two lines of one person the first is theirs.
    fn bind(&mut self, roll: &Roll) {
        let count = self.lines.len();
        let mut taken: HashMap<EnrolmentId, usize> = HashMap::new();
        for (nth, there) in self.lines.iter_mut().enumerate() {
            let found = match self.by {
                By::Place => roll.seats.get(nth).ok_or(Fault::Nobody),
                By::Name => find(roll, &there.name, nth, count),
            };
            if let (By::Place, Ok(seat)) = (self.by, found) {
                there.name = seat.enrolment.called();
            }
            there.whose = found.map(|seat| seat.enrolment.id);
            let Ok(who) = there.whose else { continue };
            match taken.entry(who) {
                Entry::Occupied(earlier) => there.whose = Err(Fault::Twice(*earlier.get())),
                Entry::Vacant(free) => {
                    free.insert(there.number);
                }
            }
        }
    }
}

impl Line {
    /// Whoever the line is for, while on the roll.
    pub fn seat<'a>(&self, roll: &'a Roll) -> Option<&'a RollSeat> {
        self.whose.ok().and_then(|who| roll.seat_of(who))
    }

    /// Leave that was announced and that this line would replace by something else.
    pub fn against_leave(&self, roll: &Roll) -> bool {
        let is_leave = |seat: &RollSeat| seat.kind() == MarkKind::Leave;
        matches!(self.what, What::Sets(_)) && self.seat(roll).is_some_and(is_leave)
    }

    fn new(number: usize, name: &str, text: &str) -> Self {
        let (name, text) = (name.to_owned(), text.to_owned());
        Self { number, name, text, whose: Err(Fault::Nobody), what: What::Nothing }
    }
}

/// Empty cells count, unless the column is only as long as the roll without them: then they were line ends.
fn by_place(roll: &Roll, rows: &[Vec<String>]) -> Result<Pasted, Misfit> {
    let cells = rows.iter().map(|row| row.first().map_or("", String::as_str)).enumerate();
    let mut cells: Vec<(usize, &str)> = cells.collect();
    if cells.first().is_some_and(|(_, text)| is_header(text)) && cells.len() > roll.seats.len() {
        cells.remove(0);
    }
    if cells.len() != roll.seats.len() {
        cells.retain(|(_, text)| !text.is_empty());
    }
    if cells.len() != roll.seats.len() {
        return Err(Misfit { lines: cells.len(), people: roll.seats.len() });
    }
    let lines = cells.into_iter().map(|(nth, text)| Line::new(nth + 1, "", text)).collect();
    Ok(Pasted { by: By::Place, lines })
}

/// The column with most of the names has the names; the last of the others has the marks.
fn by_name(roll: &Roll, rows: &[Vec<String>], columns: usize) -> Pasted {
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let known = |column: usize| rows.iter().filter(|row| !meant(roll, &cell(row, column)).is_empty()).count();
    let names = (0..columns).rev().max_by_key(|column| known(*column)).unwrap_or(0);
    let marks = (0..columns).rev().find(|column| *column != names).unwrap_or(0);
    let lines =
        rows.iter().enumerate().map(|(nth, row)| Line::new(nth + 1, &cell(row, names), &cell(row, marks)));
    let says_nothing = |line: &Line| line.name.is_empty() && line.text.is_empty();
    let is_line = |line: &Line| !says_nothing(line) && !is_header(&line.name);
    Pasted { by: By::Name, lines: lines.filter(is_line).collect() }
}

fn is_header(text: &str) -> bool {
    HEADERS.contains(&text.to_lowercase().as_str())
}

/// All who are called so: a name, an ID number or a trainee number; with their places.
fn meant<'a>(roll: &'a Roll, text: &str) -> Vec<(usize, &'a RollSeat)> {
    let Some(who) = Who::parse(text).filter(|who| !matches!(who, Who::Seat(_))) else { return Vec::new() };
    (0..).zip(&roll.seats).filter(|(_, seat)| is_meant(&who, &seat.enrolment)).collect()
}

/// Namesakes are told apart only where the lines stand in the order of the roll.
fn find<'a>(roll: &'a Roll, name: &str, nth: usize, lines: usize) -> Result<&'a RollSeat, Fault> {
    let people = meant(roll, name);
    match people.as_slice() {
        [] => Err(Fault::Nobody),
        [(_, one)] => Ok(one),
        several => {
            let there = several.iter().find(|(at, _)| lines == roll.seats.len() && *at == nth);
            there.map(|(_, seat)| *seat).ok_or(Fault::Namesakes(several.len()))
        }
    }
}

fn judge_mark(roll: &Roll, seat: &RollSeat, text: &str) -> What {
    let stands = seat.mark();
    match word::said(text) {
        Said::Nothing => What::Nothing,
        Said::NoMinutes => What::Fault(Fault::NoMinutes),
        Said::Unknown => What::Fault(Fault::NotUnderstood),
        Said::Mark(mark) if mark == stands => What::Stands(mark),
        Said::Mark(mark) => match mark::allowed(mark, roll.timing, true, roll.minutes()) {
            Ok(()) => What::Sets(mark),
            Err(fault) => What::Fault(Fault::Refused(fault)),
        },
    }
}
