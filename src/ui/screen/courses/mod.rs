//! The catalogue: occupations by level, found by name, pinyin or code; a class is planned from here.

mod view;

use super::{ClassWanted, Route};
use crate::app::{codes, pinyin};
use crate::domain::course::Course;
use crate::text::courses as words;
use crate::text::{Lang, common};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::Typed;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::table::Table;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut screen =
        Courses { filter: Field::new(Kind::Text), table: Table::new(view::COLUMNS, |row| row.nth) };
    screen.find();
    Ok(Box::new(screen))
}

pub(super) struct Courses {
    filter: Field,
    table: Table<Line>,
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

impl Courses {
    fn find(&mut self) {
        let query = self.filter.text().trim().to_owned();
        let lines = (0..).zip(codes::COURSES.iter()).map(|(nth, course)| Line { nth, course });
        self.table.set_rows(lines.filter(|line| query.is_empty() || is_found(line.course, &query)).collect());
    }
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
    const COMMANDS: &'static [Command<Cmd>] = &[Command {
        run: Cmd::Open,
        keys: &[Key::Enter],
        name: words::open,
        help: words::open_about,
        in_bar: true,
    }];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        words::counted(lang, self.table.rows().len(), codes::COURSES.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Open => self.table.chosen().is_none().then_some(Reason::Words(words::none_chosen)),
        }
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match (cmd, self.table.chosen()) {
            (Cmd::Open, Some(line)) => {
                Flow::Go(Route::ClassForm(ClassWanted { class: None, course: line.course.key.0.clone() }))
            }
            (Cmd::Open, None) => Flow::Unused,
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        if !matches!(input, Input::Key(Key::Home | Key::End)) && self.table.input(input) != Typed::Unused {
            return Flow::Stay;
        }
        let typed = self.filter.input(input);
        if typed == Typed::Changed {
            self.find();
            self.table.choose(0);
        }
        typed.flow()
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        Some(words::filter_about(lang).to_owned())
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
