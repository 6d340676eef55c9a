//! Columns of clashes and of dated changes.

use super::super::rows::weekday;
use crate::app::clashes::{Clash, Shared};
use crate::app::clock;
use crate::app::words::timetable as say;
use crate::domain::change::Changed;
use crate::domain::shift::Block;
use crate::store::rows::ChangeRow;
use crate::text::{Lang, class, common, timetable as words};
use crate::ui::widget::table::{Align, Column, Width};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Tells which clash is the same after a refresh: one session may share several people.
pub(super) fn id(clash: &Clash) -> i64 {
    let mut hasher = DefaultHasher::new();
    (clash.session, clash.day, clash.slot, &clash.shared).hash(&mut hasher);
    hasher.finish().cast_signed()
}

fn kind(clash: &Clash, lang: Lang) -> &'static str {
    match clash.shared {
        Shared::Room(_) => class::room(lang),
        Shared::Instructor(_) => class::instructor(lang),
        Shared::Trainee { .. } => words::trainee(lang),
    }
}

pub(super) const CLASHES: &[Column<Clash>] = &[
    Column {
        header: class::day,
        width: Width::Fixed(10),
        align: Align::Left,
        drop: 0,
        text: |row, lang| weekday(row.day, lang).into(),
    },
    Column {
        header: class::slot,
        width: Width::Fixed(11),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.slot.to_string().into(),
    },
    Column {
        header: words::clash_kind,
        width: Width::Fixed(10),
        align: Align::Left,
        drop: 1,
        text: |row, lang| kind(row, lang).into(),
    },
    Column {
        header: words::shared,
        width: Width::Rest(14),
        align: Align::Left,
        drop: 0,
        text: |row, lang| say::shared(lang, &row.shared).into(),
    },
    Column {
        header: words::other_class,
        width: Width::Fixed(12),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.code.as_str().into(),
    },
    Column {
        header: words::their_time,
        width: Width::Fixed(11),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.theirs.to_string().into(),
    },
];

/// A value as it stands in a narrow column: the year of a moved session is that of the class.
fn side<'r>(row: &ChangeRow, value: &'r str, lang: Lang) -> Cow<'r, str> {
    let moved = Block::parse(value).filter(|_| row.change.what == Changed::Moved);
    match moved {
        Some(block) => say::when(block.day, block.slot).into(),
        None if value.is_empty() => common::none(lang).into(),
        None => value.into(),
    }
}

/// When a change was made, in the time of the desk.
pub(super) fn made_at(row: &ChangeRow) -> String {
    clock::local(row.wall_ms).format("%m-%d %H:%M").to_string()
}

pub(super) const CHANGES: &[Column<ChangeRow>] = &[
    Column {
        header: words::changed_on,
        width: Width::Fixed(11),
        align: Align::Left,
        drop: 0,
        text: |row, _| made_at(row).into(),
    },
    Column {
        header: words::changed_by,
        width: Width::Fixed(8),
        align: Align::Left,
        drop: 1,
        text: |row, _| row.operator.as_str().into(),
    },
    Column {
        header: words::changed_what,
        width: Width::Fixed(11),
        align: Align::Left,
        drop: 0,
        text: |row, lang| say::changed(lang, row.change.what).into(),
    },
    Column {
        header: words::was,
        width: Width::Fixed(17),
        align: Align::Left,
        drop: 0,
        text: |row, lang| side(row, &row.change.was, lang),
    },
    Column {
        header: words::becomes,
        width: Width::Fixed(17),
        align: Align::Left,
        drop: 0,
        text: |row, lang| side(row, &row.change.becomes, lang),
    },
    Column {
        header: words::reason,
        width: Width::Rest(10),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.reason.as_str().into(),
    },
];
