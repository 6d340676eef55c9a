//! One class on one page: its facts, its timetable, its people. What is done with the chosen row is in `verbs` and
//! `roster`.

mod days;
pub(super) mod fill;
pub(super) mod matters;
mod people;
mod roster;
mod rows;
pub(super) mod session;
pub(super) mod shift;
mod verbs;
mod view;
mod weeks;

use crate::app::classes::ClassView;
use crate::app::makeup::Links;
use crate::app::{Outcome, words as say};
use crate::domain::holiday::Holidays;
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::domain::rules::RulePack;
use crate::store::rows::{SessionRow, WaitingRow};
use crate::text::card;
use crate::text::class as words;
use crate::text::roster as people_words;
use crate::text::{Lang, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::table::Table;
use people::People;
pub(super) use roster::promote_key;
use rows::Lesson;

pub(super) fn open(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let view = ctx.desk.class_view(id).map_err(|error| say::trouble(ctx.lang, &error))?;
    let mut screen = Class {
        view,
        rules: None,
        list: List::Timetable,
        told: Told::default(),
        lessons: Table::new(rows::LESSONS, |row: &Lesson| row.session.id.0).inked(rows::lesson_ink),
        people: People::new(),
        next: None,
        asked: None,
    };
    screen.read(ctx);
    // the instructor comes for today's session, or for the next one
    let today = ctx.desk.today();
    let rows = screen.lessons.rows();
    let next = rows.iter().position(|row| row.session.day >= today && row.session.cancelled.is_none());
    screen.lessons.choose(next.unwrap_or(rows.len()));
    Ok(Box::new(screen))
}

pub(super) struct Class {
    view: ClassView,
    /// By which its class hours are counted, once they were read.
    rules: Option<&'static RulePack>,
    list: List,
    told: Told,
    lessons: Table<Lesson>,
    people: People,
    /// The first of the waiting list, while a seat is free.
    next: Option<WaitingRow>,
    /// Whom a question is about.
    asked: Option<WaitingRow>,
}

/// What is told of the timetable besides its sessions.
#[derive(Debug, Clone, Default)]
struct Told {
    /// Class hours to be made up.
    owed: ClassHours,
    clashes: usize,
    /// Sessions after the planned end.
    after_end: Vec<SessionRow>,
    holidays: Holidays,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Timetable,
    Roster,
    Waiting,
    Gone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
    Other,
    Before,
    Add,
    Edit,
    Remove,
    Shift,
    MakeUp,
    Fill,
    Card,
    Ledger,
    Export,
    Change,
    Matters,
    Week,
    Transfer,
    Promote,
}

impl Class {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        if let Err(error) = self.try_read(ctx) {
            ctx.note.error(say::trouble(ctx.lang, &error));
        }
    }

    fn try_read(&mut self, ctx: &Ctx<'_>) -> Outcome<()> {
        let view = ctx.desk.class_view(self.view.class.id)?;
        let ledger = ctx.desk.class_ledger(&view.class)?;
        self.next = ctx.desk.next_waiting(view.class.id)?;
        self.people.read(ctx.desk, view.class.id, ledger.rows)?;
        let links = ctx.desk.links(view.class.id, &view.sessions)?;
        self.told = told(&view, &links, ctx)?;
        self.lessons.set_rows(rows::lessons(&view, links.links));
        self.rules = Some(ledger.rules);
        self.view = view;
        if !self.lists().any(|list| list == self.list) {
            self.list = List::Roster;
        }
        Ok(())
    }

    /// The lists there are: nobody waits, nobody left, and those two are out of the way.
    fn lists(&self) -> impl Iterator<Item = List> {
        let rare = [List::Waiting, List::Gone].into_iter().filter(|list| self.people.count(*list) > 0);
        [List::Timetable, List::Roster].into_iter().chain(rare)
    }
}

fn told(view: &ClassView, links: &Links, ctx: &Ctx<'_>) -> Outcome<Told> {
    let class = &view.class;
    Ok(Told {
        owed: links.owed(),
        clashes: ctx.desk.clashes(class.id)?.len(),
        after_end: ctx.desk.sessions_after(class.id, class.end)?,
        holidays: ctx.desk.holidays().holidays,
    })
}

const fn command(
    run: Cmd,
    keys: &'static [Key],
    name: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

impl Screen for Class {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        command(Cmd::Open, &[Key::Enter], words::open, words::open_about),
        command(Cmd::Other, &[Key::Tab, Key::Right], words::other, words::other_about),
        command(Cmd::MakeUp, &[Key::Char('8')], timetable::make_up, timetable::make_up_about),
        command(Cmd::Add, &[Key::F(6)], words::add, words::add_about),
        command(Cmd::Promote, &[Key::Char('6')], people_words::promote, people_words::promote_about),
        command(Cmd::Remove, &[Key::Delete], words::remove, words::remove_about),
        command(Cmd::Transfer, &[Key::Char('5')], people_words::transfer, people_words::transfer_about),
        command(Cmd::Fill, &[Key::Char('1')], words::fill, words::fill_about),
        command(Cmd::Ledger, &[Key::Char('2')], words::ledger, words::ledger_about),
        command(Cmd::Export, &[Key::Char('3')], words::export, words::export_about),
        command(Cmd::Edit, &[Key::F(2)], words::edit, words::edit_about),
        Command { in_bar: false, ..command(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about) },
        command(Cmd::Shift, &[Key::Char('7')], timetable::moved_verb, timetable::move_about),
        command(Cmd::Matters, &[Key::Char('9')], timetable::matters_verb, timetable::matters_about),
        command(Cmd::Change, &[Key::Char('4')], words::change, words::change_about),
        command(Cmd::Week, &[Key::Char('0')], words::week, words::week_about),
        Command {
            run: Cmd::Before,
            keys: &[Key::BackTab, Key::Left],
            name: people_words::before,
            help: people_words::before_about,
            in_bar: false,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        words::titled(lang, self.view.class.code.as_str())
    }

    fn status(&self, lang: Lang) -> String {
        say::phase(lang, self.view.phase).to_owned()
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        self.why_not(cmd).map(Reason::Words)
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        self.act(cmd, ctx)
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        match self.list {
            List::Timetable => self.lessons.input(input).flow(),
            people => self.people.input(people, input).flow(),
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        ctx.take_back();
        // what was taken back may have been the class itself
        if ctx.desk.class(self.view.class.id).is_err() {
            return Flow::Back;
        }
        self.read(ctx);
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        self.answer(answer, ctx)
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        if let Click::Target(nth) = target {
            let list = self.lists().nth(nth);
            self.list = list.unwrap_or(self.list);
            return Flow::Stay;
        }
        match self.list {
            List::Timetable => self.lessons.click(target).flow(),
            people => self.people.click(people, target).flow(),
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
