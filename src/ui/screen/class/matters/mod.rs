//! What a class has to settle with others: clashes with other classes, and the dated changes that the bureau may ask
//! about, each with its reason.

mod rows;

use crate::app::clashes::Clash;
use crate::app::happened::Happened;
use crate::app::{Outcome, words as say};
use crate::domain::ids::ClassId;
use crate::store::rows::ClassRow;
use crate::text::class as class_words;
use crate::text::{Lang, timetable as words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Table, id_of};

pub(in crate::ui::screen) fn open(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let class = ctx.desk.class(id).map_err(|error| say::trouble(ctx.lang, &error))?;
    let mut screen = Matters {
        class,
        list: List::Clashes,
        // one session may share several people, one act change several things
        clashes: Table::new(rows::CLASHES, id_of),
        changes: Table::new(rows::CHANGES, id_of),
    };
    Screen::refresh(&mut screen, ctx);
    if screen.clashes.rows().is_empty() {
        screen.list = List::Changes;
    }
    Ok(Box::new(screen))
}

struct Matters {
    class: ClassRow,
    list: List,
    clashes: Table<Clash>,
    changes: Table<Happened>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Clashes,
    Changes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Open,
    Other,
}

impl Matters {
    fn read(&mut self, ctx: &Ctx<'_>) -> Outcome<()> {
        let class = ctx.desk.class(self.class.id)?;
        self.changes.set_rows(ctx.desk.happened(class.id)?);
        self.clashes.set_rows(ctx.desk.clashes(class.id)?);
        self.class = class;
        Ok(())
    }

    /// All of the chosen row in words, whatever a narrow table leaves out.
    fn told(&self, lang: Lang) -> Option<String> {
        match self.list {
            List::Clashes => self.clashes.chosen().map(|clash| say::timetable::clash(lang, clash)),
            List::Changes => self.changes.chosen().map(|row| rows::told(row, lang)),
        }
    }

    /// The list that is shown stands in brackets: colour only repeats it.
    fn names(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let lists = [
            (List::Clashes, words::clashes(lang), self.clashes.rows().len()),
            (List::Changes, words::changes(lang), self.changes.rows().len()),
        ];
        let mut x = 1;
        for (list, name, count) in lists {
            let shown = list == self.list;
            let text = if shown { format!("[{name} {count}]") } else { format!(" {name} {count} ") };
            let used = paint.text(x, 0, &text, if shown { Ink::Title } else { Ink::Dim });
            if !shown {
                paint.click(x, 0, used, 1, Click::Key(Key::Tab));
            }
            x += used + 2;
        }
    }
}

impl Screen for Matters {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Open, &[Key::Enter], words::open_other, words::open_other_about),
        shown(
            Cmd::Other,
            &[Key::Tab, Key::BackTab, Key::Left, Key::Right],
            class_words::other,
            words::other_list_about,
        ),
    ];

    fn title(&self, lang: Lang) -> String {
        class_words::part(lang, self.class.code.as_str(), words::matters(lang))
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let no_clash = self.list != List::Clashes || self.clashes.chosen().is_none();
        (cmd == Cmd::Open && no_clash).then_some(Reason::Words(words::no_clash_chosen))
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Open => {
                self.clashes.chosen().map_or(Flow::Unused, |clash| Flow::Go(Route::Class(clash.class)))
            }
            Cmd::Other => {
                self.list = if self.list == List::Clashes { List::Changes } else { List::Clashes };
                Flow::Stay
            }
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        match self.list {
            List::Clashes => self.clashes.input(input).flow(),
            List::Changes => self.changes.input(input).flow(),
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match self.list {
            List::Clashes => self.clashes.click(target).flow(),
            List::Changes => self.changes.click(target).flow(),
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        if let Err(error) = self.read(ctx) {
            ctx.fail(&error);
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        self.names(paint);
        let below = self.told(lang).map_or(1, |told| paint.foot(3, cols - 4, &told, Ink::Text));
        let mut list = paint.sub(1, 2, cols - 2, rows.saturating_sub(3 + below));
        match self.list {
            List::Clashes if self.clashes.rows().is_empty() => {
                list.paragraph(2, 1, cols - 6, words::no_clashes(lang), Ink::Text);
            }
            List::Changes if self.changes.rows().is_empty() => {
                list.paragraph(2, 1, cols - 6, words::no_changes(lang), Ink::Text);
            }
            List::Clashes => self.clashes.view(&mut list, true),
            List::Changes => self.changes.view(&mut list, true),
        }
    }
}
