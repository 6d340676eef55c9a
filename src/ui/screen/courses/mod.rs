//! The catalogue: occupations by level, found by name, pinyin or code; a class is planned from here.

mod view;

use super::{ClassWanted, Route};
use crate::app::{codes, pinyin};
use crate::domain::course::Course;
use crate::text::courses as words;
use crate::text::{Lang, common};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::filtered::Filtered;
use crate::ui::widget::table::Table;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut list = Filtered::new(Table::new(view::COLUMNS, |row: &Line| row.nth));
    list.find(fitting);
    Ok(Box::new(Courses { list }))
}

pub(super) struct Courses {
    list: Filtered<Line>,
}

/// A course with its place in the catalogue.
struct Line {
    nth: i64,
    course: &'static Course,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
}

fn fitting(query: &str) -> Vec<Line> {
    let lines = (0..).zip(codes::COURSES.iter()).map(|(nth, course)| Line { nth, course });
    lines.filter(|line| query.is_empty() || is_found(line.course, query)).collect()
}

/// Names in both languages, also with the level; code, key and field.
fn is_found(course: &Course, query: &str) -> bool {
    let level = course.level.map_or("", |level| common::level(Lang::Zh, level));
    let field = codes::FIELDS.get(&course.field).map_or("", |field| field.zh.as_str());
    let names = [format!("{}{level}", course.zh), course.en.clone(), field.to_owned()];
    names.iter().any(|name| pinyin::matches(name, query))
        || course.occupation_code.starts_with(query)
        || course.key.0.contains(query)
}

impl Screen for Courses {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] =
        &[shown(Cmd::Open, &[Key::Enter], words::open, words::open_about)];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        words::counted(lang, self.list.table.rows().len(), codes::COURSES.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Open => self.list.table.chosen().is_none().then_some(Reason::Words(words::none_chosen)),
        }
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match (cmd, self.list.table.chosen()) {
            (Cmd::Open, Some(line)) => {
                Flow::Go(Route::ClassForm(ClassWanted { class: None, course: line.course.key.0.clone() }))
            }
            (Cmd::Open, None) => Flow::Unused,
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.list.typed(input, fitting)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        Some(words::filter_about(lang).to_owned())
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.list.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
