//! Columns of clashes and of what became of a class.

use crate::app::clashes::{Clash, Shared};
use crate::app::clock;
use crate::app::happened::{Happened, What};
use crate::app::words::timetable as say;
use crate::domain::change::{Change, Changed};
use crate::domain::shift::Block;
use crate::text::{Lang, class, common, operators, timetable as words};
use crate::ui::widget::table::{Column, Width};
use std::borrow::Cow;

fn kind(clash: &Clash, lang: Lang) -> &'static str {
    match clash.shared {
        Shared::Room(_) => class::room(lang),
        Shared::Instructor(_) => class::instructor(lang),
        Shared::Trainee { .. } => words::trainee(lang),
    }
}

pub(super) const CLASHES: &[Column<Clash>] = &[
    Column::text(class::day, Width::Fixed(10), |row, lang| say::named(lang, row.day).into()),
    Column::text(class::slot, Width::Fixed(11), |row, _| row.slot.to_string().into()),
    Column::text(words::clash_kind, Width::Fixed(10), |row: &Clash, lang| kind(row, lang).into()).leaving(1),
    Column::text(words::shared, Width::Rest(14), |row, lang| say::shared(lang, &row.shared).into()),
    Column::text(words::other_class, Width::Fixed(12), |row, _| row.code.as_str().into()),
    Column::text(words::their_time, Width::Fixed(11), |row, _| row.theirs.to_string().into()),
];

/// A value as it stands in a narrow column: the year of a moved session is that of the class.
fn side<'r>(change: &Change, value: &'r str, lang: Lang) -> Cow<'r, str> {
    let moved = Block::parse(value).filter(|_| change.what == Changed::Moved);
    match moved {
        Some(block) => when(block),
        None if value.is_empty() => common::none(lang).into(),
        None => value.into(),
    }
}

fn when(block: Block) -> Cow<'static, str> {
    say::when(block.day, block.slot).into()
}

fn named(row: &Happened, lang: Lang) -> &'static str {
    match &row.what {
        What::Changed(change) => say::changed(lang, change.what),
        What::Cancelled(_) => words::cancelled(lang),
        What::MadeUp(..) => words::makeup(lang),
    }
}

fn was(row: &Happened, lang: Lang) -> Cow<'_, str> {
    match &row.what {
        What::Changed(change) => side(change, &change.was, lang),
        What::Cancelled(was) | What::MadeUp(was, _) => when(*was),
    }
}

fn becomes(row: &Happened, lang: Lang) -> Cow<'_, str> {
    match &row.what {
        What::Changed(change) => side(change, &change.becomes, lang),
        What::Cancelled(_) => common::none(lang).into(),
        What::MadeUp(_, becomes) => when(*becomes),
    }
}

/// When a change was made, in the time of the desk.
fn made_at(row: &Happened) -> String {
    clock::local(row.wall_ms).format("%m-%d %H:%M").to_string()
}

/// All of a row in words.
pub(super) fn told(row: &Happened, lang: Lang) -> String {
    let what = match &row.what {
        What::Changed(change) => say::change(lang, change),
        What::Cancelled(was) => format!("{} {}", words::cancelled(lang), when(*was)),
        What::MadeUp(was, becomes) => words::changed(lang, words::makeup(lang), &when(*was), &when(*becomes)),
    };
    format!("{} {}  {what}  {}", made_at(row), operators::called(lang, &row.operator), row.reason)
        .trim_end()
        .to_owned()
}

pub(super) const CHANGES: &[Column<Happened>] = &[
    Column::text(words::changed_on, Width::Fixed(11), |row, _| made_at(row).into()),
    Column::text(words::changed_by, Width::Fixed(10), |row: &Happened, lang| {
        operators::called(lang, &row.operator).into()
    })
    .leaving(1),
    Column::text(words::changed_what, Width::Fixed(11), |row, lang| named(row, lang).into()),
    Column::text(words::was, Width::Fixed(17), was),
    Column::text(words::becomes, Width::Fixed(17), becomes),
    Column::text(words::reason, Width::Rest(10), |row, _| row.reason.as_str().into()),
];
