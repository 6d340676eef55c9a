//! One box finds a person: results while typing, the chosen one's story beside them, Enter enrols.

use crate::app::Outcome;
use crate::app::enrol::Person;
use crate::app::misheard::Misheard;
use crate::domain::id_number::{IdFault, IdNumber};
use crate::domain::ids::TraineeId;
use crate::domain::person::Document;
use crate::store::rows::{FoundRow, PastClass, TraineeRow, Why};
use crate::text::{Lang, card, leave, search as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::{EnrolWanted, Route};
use crate::ui::widget::Typed;
use crate::ui::widget::field::Field;
use crate::ui::widget::kind::Kind;
use crate::ui::widget::table::Table;
use chrono::NaiveDate;

mod view;

pub(super) fn open(typed: &str, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut search = Search {
        field: Field::new(Kind::Name),
        table: Table::new(view::COLUMNS, |found: &Found| found.row.id.0),
        today: ctx.desk.today(),
        sure: 0,
        chosen: None,
        fault: None,
        fresh: true,
    };
    search.field.set(typed);
    search.find(ctx);
    Ok(Box::new(search))
}

/// More than one screen of people is no answer: another letter is typed faster than a list is read.
const MOST: u32 = 15;

pub(super) struct Search {
    field: Field,
    table: Table<Found>,
    today: NaiveDate,
    /// How many of the rows fit what was typed; those after them may have been misheard.
    sure: usize,
    chosen: Option<Person>,
    /// A whole ID number was typed and cannot be one.
    fault: Option<IdFault>,
    /// Not left yet: what the first page typed goes on being typed, it is not replaced.
    fresh: bool,
}

struct Found {
    row: FoundRow,
    /// The name with what differs from what was typed in brackets, where it was perhaps misheard.
    marked: Option<String>,
    /// Found because the number is one slip away from the wrong one that was typed.
    near: bool,
}

impl Found {
    const fn sure(row: FoundRow) -> Self {
        Self { row, marked: None, near: false }
    }

    fn misheard(one: Misheard) -> Self {
        Self { row: one.row, marked: Some(one.marked), near: false }
    }

    fn nearly(row: &TraineeRow) -> Self {
        Self { row: found_row(row), marked: None, near: true }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Enrol,
    New,
    Card,
    Ledger,
    Announce,
    Clear,
}

impl Screen for Search {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Enrol, &[Key::Enter, Key::F(2)], t::enrol, t::enrol_about),
        shown(Cmd::New, &[Key::F(6)], t::new, t::new_about),
        shown(Cmd::Card, &[Key::Ctrl('r')], card::open, card::open_about),
        shown(Cmd::Ledger, &[Key::Ctrl('t')], t::ledger, t::ledger_about),
        quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
        shown(Cmd::Clear, &[Key::F(3)], t::clear, t::clear_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        match (self.sure, self.table.rows().len() - self.sure) {
            _ if self.is_empty() => String::new(),
            (found, _) if found >= MOST as usize => t::status_more(lang, found),
            (found, 0) => t::status(lang, found),
            (found, misheard) => t::status_misheard(lang, found, misheard),
        }
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Enrol if self.is_empty() => Some(Reason::Words(t::nothing_typed)),
            Cmd::Card | Cmd::Ledger | Cmd::Announce if self.chosen.is_none() => {
                Some(Reason::Words(t::nobody_chosen))
            }
            Cmd::Ledger if self.chosen.as_ref().is_some_and(|person| person.classes.is_empty()) => {
                Some(Reason::Words(card::no_classes))
            }
            Cmd::Announce if self.open_classes().next().is_none() => Some(Reason::Words(leave::in_no_class)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Enrol => self.enrol(self.table.chosen().map(|found| found.row.id)),
            Cmd::New => self.enrol(None),
            Cmd::Card => match &self.chosen {
                Some(person) => Flow::Go(Route::Card(person.row.id)),
                None => Flow::Stay,
            },
            Cmd::Ledger => match self.chosen.as_ref().and_then(|person| person.classes.first()) {
                Some(class) => Flow::Go(Route::PersonLedger(class.class, class.enrolment)),
                None => Flow::Stay,
            },
            Cmd::Announce => self.announce(ctx),
            Cmd::Clear => {
                self.field.set("");
                self.find(ctx);
                Flow::Stay
            }
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Input::Key(Key::Up | Key::Down | Key::PgUp | Key::PgDn) = input {
            self.table.input(input);
            self.look(ctx);
            return Flow::Stay;
        }
        let typed = self.field.input(input);
        if typed == Typed::Changed {
            self.find(ctx);
        }
        typed.flow()
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let clicked = self.table.click(target);
        self.look(ctx);
        clicked.flow()
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        Some(t::field_help(lang).to_owned())
    }

    fn enter(&mut self, ctx: &mut Ctx<'_>) {
        // back from a person: the next one replaces what was typed for the last
        if !std::mem::take(&mut self.fresh) {
            self.field.enter();
        }
        Screen::refresh(self, ctx);
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.today = ctx.desk.today();
        self.read(ctx);
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl Search {
    fn is_empty(&self) -> bool {
        self.field.text().trim().is_empty()
    }

    /// Running and coming classes of the chosen person.
    fn open_classes(&self) -> impl Iterator<Item = &PastClass> {
        let classes = self.chosen.iter().flat_map(|person| &person.classes);
        classes.filter(|class| class.left.is_none() && class.end >= self.today)
    }

    /// Leave in the one class there is; among several the card is where one is chosen.
    fn announce(&self, ctx: &mut Ctx<'_>) -> Flow {
        let mut open = self.open_classes();
        match (open.next(), open.next(), &self.chosen) {
            (Some(class), None, _) => Flow::Go(Route::Leave(class.class, class.enrolment)),
            (Some(_), Some(_), Some(person)) => {
                ctx.note.ok(leave::which_class(ctx.lang));
                Flow::Go(Route::Card(person.row.id))
            }
            _ => Flow::Stay,
        }
    }

    fn enrol(&self, person: Option<TraineeId>) -> Flow {
        let typed = self.field.text().trim().to_owned();
        Flow::Go(Route::Enrol(EnrolWanted { person, typed, ..EnrolWanted::default() }))
    }

    /// Another question: the best answer is chosen, unless nobody fits for sure.
    fn find(&mut self, ctx: &mut Ctx<'_>) {
        self.table.choose(0);
        self.table.set_rows(Vec::new());
        self.read(ctx);
        if self.sure == 0 {
            self.table.choose_none();
            self.look(ctx);
        }
    }

    /// The same question again: whoever was chosen stays chosen.
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        let found = self.ask(ctx).unwrap_or_else(|trouble| {
            ctx.fail(&trouble);
            Vec::new()
        });
        self.sure = found.iter().filter(|found| found.marked.is_none()).count();
        self.table.part((self.sure < found.len()).then(|| (self.sure, t::misheard(ctx.lang).to_owned())));
        self.table.set_rows(found);
        self.look(ctx);
    }

    fn ask(&mut self, ctx: &Ctx<'_>) -> Outcome<Vec<Found>> {
        self.fault = None;
        let typed = self.field.text();
        let found = ctx.desk.look_for(typed, MOST)?;
        let misheard = found.misheard.into_iter().map(Found::misheard);
        let rows: Vec<Found> = found.sure.into_iter().map(Found::sure).chain(misheard).collect();
        if !rows.is_empty() || typed.trim().chars().count() != 18 {
            return Ok(rows);
        }
        self.fault = IdNumber::parse_on(typed, self.today).err();
        Ok(ctx.desk.known_near(typed)?.iter().map(Found::nearly).collect())
    }

    /// The chosen person's story, read once per choice and never while drawing.
    fn look(&mut self, ctx: &mut Ctx<'_>) {
        let id = self.table.chosen().map(|found| found.row.id);
        self.chosen = id.and_then(|id| ctx.desk.person(id).ok());
    }
}

fn found_row(row: &TraineeRow) -> FoundRow {
    let trainee = &row.trainee;
    let number = match &trainee.document {
        Document::Id(id) => id.to_string(),
        Document::Other { number, .. } => number.clone(),
    };
    FoundRow {
        id: row.id,
        number: row.number,
        name: trainee.name.to_string(),
        sex: trainee.sex,
        birth: trainee.birth,
        id_number: number,
        phone: trainee.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        why: Why::IdNumber,
    }
}
