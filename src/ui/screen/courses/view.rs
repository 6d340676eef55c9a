//! The catalogue as drawn: filter, table, and below it what does not fit into a row.

use super::{Courses, Line};
use crate::app::codes;
use crate::app::words::document;
use crate::domain::course::Course;
use crate::text::courses as words;
use crate::text::{Lang, common};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};

pub(super) const COLUMNS: &[Column<Line>] = &[
    Column::text(words::name, Width::Rest(16), |line, lang| name(line.course, lang).into()),
    Column::text(words::level, Width::Fixed(7), |line, lang| {
        line.course.level.map_or("", |level| common::level(lang, level)).into()
    }),
    Column::text(words::code, Width::Fixed(20), |line: &Line, lang| code(line.course, lang).into())
        .leaving(1),
    Column::text(words::field, Width::Fixed(16), |line: &Line, lang| field(line.course, lang).into())
        .leaving(2),
    Column::text(words::lines, Width::Fixed(38), |line: &Line, lang| lines(line.course, lang).into())
        .leaving(3),
    Column::figure(words::hours, 5, |line, _| {
        line.course.hours.map_or("-".into(), |hours| hours.get().to_string().into())
    }),
];

fn name(course: &Course, lang: Lang) -> &str {
    match lang {
        Lang::Zh => &course.zh,
        Lang::En => &course.en,
    }
}

fn code(course: &Course, lang: Lang) -> String {
    if course.occupation_code.is_empty() {
        return String::new();
    }
    words::coded(lang, &course.occupation_code, &course.edition)
}

fn field(course: &Course, lang: Lang) -> String {
    codes::FIELDS.name(&course.field, lang).to_owned()
}

fn lines(course: &Course, lang: Lang) -> String {
    let names: Vec<&str> = course.lines.iter().map(|key| codes::LINES.name(key, lang)).collect();
    names.join(common::separator(lang))
}

/// Rows for what does not fit into the table: a blank one, the lines, the source.
const BELOW: u16 = 4;

impl Courses {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let x = self.list.head(paint, words::filter(lang));
        paint.text(x, 0, words::filter_about(lang), Ink::Dim);
        self.list.table.view(&mut paint.sub(1, 2, cols - 2, rows.saturating_sub(2 + BELOW)), true);
        let y = rows.saturating_sub(BELOW - 1);
        let Some(line) = self.list.table.chosen() else {
            paint.text(3, 4, words::nothing(lang), Ink::Text);
            return;
        };
        let course = line.course;
        let level = course.level.map_or(words::no_level(lang), |level| common::level(lang, level));
        paint.line(3, y, &[(Ink::Title, name(course, lang)), (Ink::Text, "  "), (Ink::Text, level)]);
        let labels = [words::lines(lang), words::source(lang)];
        let label_cols = labels.iter().map(|label| paint.columns(label)).max().unwrap_or(0);
        let source = match course.hours {
            Some(_) => document(lang, &course.hours_source),
            None => words::no_hours(lang).to_owned(),
        };
        for (y, (label, value)) in (y + 1..).zip(labels.iter().zip([&*lines(course, lang), &source])) {
            paint.text(3, y, label, Ink::Dim);
            paint.text(3 + label_cols + 2, y, value, Ink::Text);
        }
    }
}
