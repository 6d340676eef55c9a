//! The audit as drawn: the list, and one act with what it changed.

use super::changes::Line;
use super::{Audit, Details};
use crate::app::{clock, words as say};
use crate::store::rows::ActRow;
use crate::text::Lang;
use crate::text::{audit as words, operators};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};
use crate::ui::width;

pub(super) const COLUMNS: &[Column<ActRow>] = &[
    Column::figure(words::number, 6, |act, _| act.id.0.to_string().into()),
    Column::text(words::at, Width::Fixed(16), |act, _| time(act, "%Y-%m-%d %H:%M").into()),
    Column::text(words::operator, Width::Fixed(10), |act, lang| {
        operators::called(lang, &act.operator).into()
    }),
    Column::text(words::what, Width::Rest(34), |act, lang| {
        say::joined([say::act(lang, act), undone(act, lang)]).into()
    })
    .ending(|act, lang| say::joined([say::about(lang, act), undone(act, lang)]).into()),
];

fn time(act: &ActRow, form: &str) -> String {
    clock::local(act.wall_ms).format(form).to_string()
}

fn undone(act: &ActRow, lang: Lang) -> String {
    act.undone_by.map_or_else(String::new, |by| words::undone_by(lang, by.0))
}

fn state(act: &ActRow, lang: Lang) -> String {
    match act.undoes {
        Some(what) if act.undone_by.is_none() => words::undoes(lang, what.0),
        _ => undone(act, lang),
    }
}

/// What was undone is quieter; the word stands beside it.
pub(super) const fn ink(act: &ActRow) -> Ink {
    if act.undone_by.is_some() { Ink::Dim } else { Ink::Text }
}

/// Rows below the list: blank, the chosen act in full.
const BELOW: u16 = 2;

impl Audit {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (cols, rows) = (paint.width(), paint.height());
        self.table.view(&mut paint.sub(1, 0, cols - 2, rows.saturating_sub(BELOW)), true);
        if let Some(act) = self.table.chosen() {
            let told = say::joined([say::act(paint.lang, act), undone(act, paint.lang)]);
            paint.text_in(3, rows.saturating_sub(1), cols - 4, &told, Ink::Text);
        }
    }
}

/// Rows above the changes: what was done, who and when, blank.
const HEAD: u16 = 3;

impl Details {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        paint.text(1, 0, &say::act(lang, &self.act), Ink::Title);
        let who = format!(
            "{}  {}",
            time(&self.act, "%Y-%m-%d %H:%M:%S"),
            operators::called(lang, &self.act.operator)
        );
        let state = state(&self.act, lang);
        paint.line(1, 1, &[(Ink::Text, &who), (Ink::Text, "  "), (Ink::Text, &state)]);
        let mut body = paint.sub(1, HEAD, cols - 2, rows.saturating_sub(HEAD));
        self.height.set(body.height().into());
        body.park(0, 0);
        if self.lines.is_empty() {
            body.paragraph(0, 0, cols - 4, words::no_rows(lang), Ink::Text);
            return;
        }
        let label_cols = self
            .lines
            .iter()
            .map(|line| match line {
                Line::Field { label, .. } => body.columns(label),
                Line::Record { .. } | Line::Mark { .. } | Line::Blank => 0,
            })
            .max()
            .unwrap_or(0);
        let mut y = 0;
        for line in self.lines.iter().skip(self.top) {
            if y >= body.height() {
                break;
            }
            y += one(&mut body, y, line, label_cols);
        }
    }
}

/// One line; a value that is longer than the row goes on below. The rows it took come back.
fn one(paint: &mut Paint<'_>, y: u16, line: &Line, label_cols: u16) -> u16 {
    match line {
        Line::Blank => 1,
        Line::Record { kind, did } => {
            paint.line(0, y, &[(Ink::Accent, kind), (Ink::Text, "  "), (Ink::Text, did)]);
            1
        }
        Line::Mark { label, value } => {
            let x = paint.text(0, y, label, Ink::Dim) + 2;
            paint.text(x, y, value, Ink::Text);
            1
        }
        Line::Field { label, value } => {
            paint.right(2, y, label_cols, label, Ink::Dim);
            let x = 2 + label_cols + 2;
            let room = paint.width().saturating_sub(x);
            let many = width::wrap(value, room.into()).len();
            paint.paragraph(x, y, room, value, Ink::Text);
            u16::try_from(many).unwrap_or(1)
        }
    }
}
