//! All classes, running and coming ones first: found by code or course, opened, planned, changed.

mod view;

pub(in crate::ui::screen) use view::dates;

use super::{ClassWanted, Route};
use crate::app::classes::Phase;
use crate::app::{codes, pinyin, words as say};
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::classes as words;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::Typed;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::table::Table;

/// Centuries of classes for one centre; a list that long is never walked, only filtered.
const MOST: u32 = 2000;

pub(super) fn open(_: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(Classes {
        filter: Field::new(Kind::Text),
        all: Vec::new(),
        table: Table::new(view::COLUMNS, |line: &Line| line.class.id.0).inked(view::ink),
    }))
}

struct Classes {
    filter: Field,
    all: Vec<Line>,
    table: Table<Line>,
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

impl Classes {
    fn find(&mut self) {
        let query = self.filter.text().trim();
        let found = |line: &&Line| query.is_empty() || is_found(&line.class, query);
        self.table.set_rows(self.all.iter().filter(found).cloned().collect());
    }
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
        Command {
            run: Cmd::Open,
            keys: &[Key::Enter],
            name: words::open,
            help: words::open_about,
            in_bar: true,
        },
        Command { run: Cmd::Add, keys: &[Key::F(6)], name: words::add, help: words::add_about, in_bar: true },
        Command {
            run: Cmd::Edit,
            keys: &[Key::F(2)],
            name: words::edit,
            help: words::edit_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        words::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        words::counted(lang, self.table.rows().len(), self.all.len())
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let needs_one = matches!(cmd, Cmd::Open | Cmd::Edit);
        (needs_one && self.table.chosen().is_none()).then_some(Reason::Words(words::none_chosen))
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        let chosen = self.table.chosen().map(|line| line.class.id);
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

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let today = ctx.desk.today();
        match ctx.desk.classes(MOST) {
            Ok(classes) => {
                let line = |class: ClassRow| Line { phase: Phase::of(&class, today), class };
                self.all = classes.into_iter().map(line).collect();
                self.find();
            }
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
