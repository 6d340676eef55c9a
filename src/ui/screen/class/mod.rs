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

use crate::app::clashes::Clash;
use crate::app::classes::ClassView;
use crate::app::makeup::Links;
use crate::app::{Outcome, words as say};
use crate::domain::holiday::Holidays;
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ClassId, SessionId};
use crate::domain::rules::RulePack;
use crate::store::rows::{SessionRow, WaitingRow};
use crate::text::card;
use crate::text::class as words;
use crate::text::roster as people_words;
use crate::text::{Lang, import, leave, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::seek::jump::Jump;
use crate::ui::widget::table::Table;
use people::People;
pub(super) use roster::promote_key;
use rows::Lesson;
use std::collections::HashSet;

pub(super) fn open(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(read(id, ctx)?))
}

fn read(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Class, String> {
    let view = ctx.desk.class_view(id).map_err(|error| say::trouble(ctx.lang, &error))?;
    let mut screen = Class {
        view,
        rules: None,
        list: List::Timetable,
        told: Told::default(),
        lessons: Table::new(rows::LESSONS, |row: &Lesson| row.session.id.0).inked(rows::lesson_ink),
        people: People::new(),
        jump: Jump::default(),
        next: None,
        asked: None,
        adds: false,
        cancelling: None,
    };
    screen.read(ctx);
    // the instructor comes for today's session, or for the next one
    let today = ctx.desk.today();
    let rows = screen.lessons.rows();
    let next = rows.iter().position(|row| row.session.day >= today && row.session.cancelled.is_none());
    screen.lessons.choose(next.unwrap_or(rows.len()));
    Ok(screen)
}

/// At those of the roster who lack a proof.
pub(super) fn open_unproven(id: ClassId, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut screen = read(id, ctx)?;
    screen.list = List::Roster;
    screen.people.choose_lacking();
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
    /// Who is being looked for on the roster.
    jump: Jump,
    /// The first of the waiting list, while a seat is free.
    next: Option<WaitingRow>,
    /// Whom a question is about.
    asked: Option<WaitingRow>,
    /// A session is being added on the next page.
    adds: bool,
    /// Which session a question is about, as it was when asked.
    cancelling: Option<SessionRow>,
}

/// What is told of the timetable besides its sessions.
#[derive(Debug, Clone, Default)]
struct Told {
    /// Class hours to be made up.
    owed: ClassHours,
    clashes: Vec<Clash>,
    /// How many sessions lie before the first day, and after the planned end.
    before_start: usize,
    after_end: usize,
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
    Import,
    Change,
    Matters,
    Week,
    Transfer,
    Promote,
    Announce,
}

impl Class {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        if let Err(error) = self.try_read(ctx) {
            ctx.fail(&error);
        }
    }

    fn try_read(&mut self, ctx: &Ctx<'_>) -> Outcome<()> {
        let view = ctx.desk.class_view(self.view.class.id)?;
        let ledger = ctx.desk.class_ledger(&view.class)?;
        self.next = ctx.desk.next_waiting(view.class.id)?;
        self.people.read(ctx.desk, &view.class, ledger.rows)?;
        let links = ctx.desk.links(view.class.id, &view.sessions)?;
        self.told = told(&view, &links, ctx)?;
        self.show_lessons(rows::lessons(&view, links.links, &self.told.clashes));
        self.rules = Some(ledger.rules);
        self.view = view;
        self.jump.refresh(self.people.here.rows());
        if !self.lists().any(|list| list == self.list) {
            self.list = List::Roster;
        }
        Ok(())
    }

    /// A session that was added here is the one that is meant next.
    fn show_lessons(&mut self, lessons: Vec<Lesson>) {
        let known: HashSet<SessionId> = self.lessons.rows().iter().map(|row| row.session.id).collect();
        let mut new = (0..).zip(&lessons).filter(|(_, row)| !known.contains(&row.session.id));
        let mine = std::mem::take(&mut self.adds);
        let added = new.next().filter(|_| new.next().is_none() && mine).map(|(at, _)| at);
        self.lessons.set_rows(lessons);
        if let Some(at) = added {
            self.lessons.choose(at);
        }
    }

    /// The lists there are: nobody waits, nobody left, and those two are out of the way.
    fn lists(&self) -> impl Iterator<Item = List> {
        let rare = [List::Waiting, List::Gone].into_iter().filter(|list| self.people.count(*list) > 0);
        [List::Timetable, List::Roster].into_iter().chain(rare)
    }
}

fn told(view: &ClassView, links: &Links, ctx: &Ctx<'_>) -> Outcome<Told> {
    let class = &view.class;
    let standing = || view.sessions.iter().filter(|session| session.cancelled.is_none());
    Ok(Told {
        owed: links.owed(),
        clashes: ctx.desk.clashes(class.id)?,
        before_start: standing().filter(|session| session.day < class.start).count(),
        after_end: standing().filter(|session| session.day > class.end).count(),
        holidays: ctx.desk.holidays().holidays,
    })
}

impl Screen for Class {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Open, &[Key::Enter], words::open, words::open_about),
        shown(Cmd::Other, &[Key::Tab, Key::Right], words::other, words::other_about),
        shown(Cmd::MakeUp, &[Key::Char('8')], timetable::make_up, timetable::make_up_about),
        shown(Cmd::Add, &[Key::F(6)], words::add, words::add_about),
        shown(Cmd::Promote, &[Key::Char('6')], people_words::promote, people_words::promote_about),
        shown(Cmd::Remove, &[Key::Delete], words::remove, words::remove_about),
        shown(Cmd::Transfer, &[Key::Char('5')], people_words::transfer, people_words::transfer_about),
        shown(Cmd::Fill, &[Key::Char('1')], words::fill, words::fill_about),
        shown(Cmd::Ledger, &[Key::Char('2')], words::ledger, words::ledger_about),
        shown(Cmd::Export, &[Key::Char('3')], words::export, words::export_about),
        shown(Cmd::Edit, &[Key::F(2)], words::edit, words::edit_about),
        quiet(Cmd::Import, &[], import::title, import::here_about),
        quiet(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about),
        quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
        shown(Cmd::Shift, &[Key::Char('7')], timetable::moved_verb, timetable::move_about),
        shown(Cmd::Matters, &[Key::Char('9')], timetable::matters_verb, timetable::matters_about),
        shown(Cmd::Change, &[Key::Char('4')], words::change, words::change_about),
        shown(Cmd::Week, &[Key::Char('0')], words::week, words::week_about),
        quiet(Cmd::Before, &[Key::BackTab, Key::Left], people_words::before, people_words::before_about),
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

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        match (self.list, input) {
            (List::Timetable, _) => self.lessons.input(input).flow(),
            (List::Roster, Input::Text(text)) => self.look_for(text, ctx),
            (List::Roster, Input::Key(key)) if self.seek_key(*key, ctx) => Flow::Stay,
            (people, _) => self.people.input(people, input).flow(),
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
            self.jump.clear();
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
