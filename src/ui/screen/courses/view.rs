//! The catalogue as drawn: filter, table, and below it what does not fit into a row.

use super::{Courses, Line};
use crate::app::codes;
use crate::domain::course::Course;
use crate::text::courses as words;
use crate::text::{Lang, common};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Align, Column, Width};

pub(super) const COLUMNS: &[Column<Line>] = &[
    Column {
        header: words::name,
        width: Width::Rest(16),
        align: Align::Left,
        drop: 0,
        text: |line, lang| name(line.course, lang).into(),
    },
    Column {
        header: words::level,
        width: Width::Fixed(7),
        align: Align::Left,
        drop: 0,
        text: |line, lang| line.course.level.map_or("", |level| common::level(lang, level)).into(),
    },
    Column {
        header: words::code,
        width: Width::Fixed(20),
        align: Align::Left,
        drop: 1,
        text: |line, lang| code(line.course, lang).into(),
    },
    Column {
        header: words::field,
        width: Width::Fixed(16),
        align: Align::Left,
        drop: 2,
        text: |line, lang| field(line.course, lang).into(),
    },
    Column {
        header: words::lines,
        width: Width::Fixed(38),
        align: Align::Left,
        drop: 3,
        text: |line, lang| lines(line.course, lang).into(),
    },
    Column {
        header: words::hours,
        width: Width::Fixed(5),
        align: Align::Number,
        drop: 0,
        text: |line, _| line.course.hours.map_or("-".into(), |hours| hours.get().to_string().into()),
    },
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
    codes::FIELDS.get(&course.field).map_or_else(|| course.field.clone(), |field| field.name(lang).to_owned())
}

fn lines(course: &Course, lang: Lang) -> String {
    let name = |key: &String| codes::LINES.get(key).map_or(key.clone(), |line| line.name(lang).to_owned());
    course.lines.iter().map(name).collect::<Vec<_>>().join(common::separator(lang))
}

/// Rows for what does not fit into the table: a blank one, the lines, the source.
const BELOW: u16 = 4;

impl Courses {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let x = 1 + paint.text(1, 0, words::filter(lang), Ink::Text) + 2;
        self.filter.view(&mut paint.sub(x, 0, 30, 1), true);
        paint.text(x + 32, 0, words::filter_about(lang), Ink::Dim);
        self.table.view(&mut paint.sub(1, 2, cols - 2, rows.saturating_sub(2 + BELOW)), true);
        let y = rows.saturating_sub(BELOW - 1);
        let Some(line) = self.table.chosen() else {
            paint.text(3, 4, words::nothing(lang), Ink::Text);
            return;
        };
        let course = line.course;
        let level = course.level.map_or(words::no_level(lang), |level| common::level(lang, level));
        paint.line(3, y, &[(Ink::Title, name(course, lang)), (Ink::Text, "  "), (Ink::Text, level)]);
        let labels = [words::lines(lang), words::source(lang)];
        let label_cols = labels.iter().map(|label| paint.columns(label)).max().unwrap_or(0);
        let source = if course.hours.is_some() { &course.hours_source } else { words::no_hours(lang) };
        for (y, (label, value)) in (y + 1..).zip(labels.iter().zip([&*lines(course, lang), source])) {
            paint.text(3, y, label, Ink::Dim);
            paint.text(3 + label_cols + 2, y, value, Ink::Text);
        }
    }
}
