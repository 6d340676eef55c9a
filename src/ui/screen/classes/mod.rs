//! All classes, running and coming ones first: found by code or course, opened, planned, changed.

mod view;

pub(in crate::ui::screen) use view::dates;

use super::{ClassWanted, Route};
use crate::app::classes::Phase;
use crate::app::{codes, pinyin};
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::classes as words;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::filtered::Filtered;
use crate::ui::widget::table::Table;

/// Centuries of classes for one centre; a list that long is never walked, only filtered.
const MOST: u32 = 2000;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(Classes {
        all: Vec::new(),
        list: Filtered::new(Table::new(view::COLUMNS, |line: &Line| line.class.id.0).inked(view::ink)),
    }))
}

struct Classes {
    all: Vec<Line>,
    list: Filtered<Line>,
}

#[derive(Clone)]
struct Line {
    class: ClassRow,
    phase: Phase,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Open,
    Edit,
    Add,
}

fn fitting(all: &[Line], query: &str) -> Vec<Line> {
    let found = |line: &&Line| query.is_empty() || is_found(&line.class, query);
    all.iter().filter(found).cloned().collect()
}

fn is_found(class: &ClassRow, query: &str) -> bool {
    let course = codes::named(&class.course.0);
    pinyin::matches(class.code.as_str(), query)
        || Lang::ALL.iter().any(|lang| pinyin::matches(&course.full(*lang), query))
        || pinyin::matches(&class.instructor, query)
}

impl Screen for Classes {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Open, &[Key::Enter], words::open, words::open_about),
        shown(Cmd::Add, &[Key::F(6)], words::add, words::add_about),
        shown(Cmd::Edit, &[Key::F(2)], words::edit, words::edit_about),
    ];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        words::counted(lang, self.list.table.rows().len(), self.all.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let needs_one = matches!(cmd, Cmd::Open | Cmd::Edit);
        (needs_one && self.list.table.chosen().is_none()).then_some(Reason::Words(words::none_chosen))
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        let chosen = self.list.table.chosen().map(|line| line.class.id);
        match (cmd, chosen) {
            (Cmd::Add, _) => Flow::Go(Route::ClassForm(ClassWanted::default())),
            (Cmd::Open, Some(class)) => Flow::Go(Route::Class(class)),
            (Cmd::Edit, Some(class)) => {
                Flow::Go(Route::ClassForm(ClassWanted { class: Some(class), course: String::new() }))
            }
            (Cmd::Open | Cmd::Edit, None) => Flow::Unused,
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.list.typed(input, |query| fitting(&self.all, query))
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        Some(words::filter_about(lang).to_owned())
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let today = ctx.desk.today();
        match ctx.desk.classes(MOST) {
            Ok(classes) => {
                let line = |class: ClassRow| Line { phase: Phase::of(&class, today), class };
                self.all = classes.into_iter().map(line).collect();
                self.list.find(|query| fitting(&self.all, query));
            }
            Err(error) => ctx.fail(&error),
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.list.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
