//! The front page: what is due today, each line of it one Enter away. Typing anything looks for a person.

use crate::app::backup::{DailyBackup, MadeCopy};
use crate::app::drafts::Draft;
use crate::app::today::{Due, Matter};
use crate::app::{Outcome, jobs, words};
use crate::domain::calendar::TimeOfDay;
use crate::store::rows::{ActRow, BackupRow, DayRow};
use crate::text::{self, Lang, today as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::enrol::{DRAFTS, take_up};
use crate::ui::screen::{ClassWanted, EnrolWanted, Route};
use chrono::{Datelike, NaiveDate};
use std::sync::mpsc::{Receiver, channel};

mod due;
mod read;
mod view;

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(Today {
        rows: Vec::new(),
        at: 0,
        today: ctx.desk.today(),
        now: ctx.desk.now().time,
        status: String::new(),
        trainees: 0,
        is_guarded: true,
        warning: None,
        copying: None,
    }))
}

pub(super) struct Today {
    rows: Vec<Row>,
    at: usize,
    today: NaiveDate,
    now: TimeOfDay,
    status: String,
    trainees: u32,
    /// Whether people sign in here; that they do not is said.
    is_guarded: bool,
    /// Why nothing can be saved, or what is wrong with the clock, in words.
    warning: Option<String>,
    /// A backup on its way, on another thread.
    copying: Option<Receiver<Option<Outcome<MadeCopy>>>>,
}

/// A line of the page; Enter does something with each.
enum Row {
    /// Under its key.
    Draft(&'static str, Draft),
    Session(DayRow),
    Due(Due),
    Undo(ActRow),
    Backup(Option<BackupRow>),
    Step(Step, bool),
}

/// What an empty file needs first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Class,
    People,
    Print,
    Operator,
}

impl Row {
    /// Tells which row is the same after a refresh.
    fn id(&self) -> (u8, i64) {
        match self {
            Self::Draft(key, _) => (0, i64::from(*key == DRAFTS[0])),
            Self::Session(row) => (1, row.session.id.0),
            Self::Due(due) => match &due.matter {
                Matter::Short(short) => (2, short.class.id.0),
                Matter::Untaken { oldest, .. } => (3, oldest.session.id.0),
                Matter::Starts(class) => (7, class.id.0),
                Matter::Proofs { class, .. } => (8, class.id.0),
                Matter::MakeUp { class, .. } => (9, class.id.0),
                Matter::Holidays(year) => (10, i64::from(*year)),
            },
            Self::Undo(_) => (4, 0),
            Self::Backup(_) => (5, 0),
            Self::Step(step, _) => (6, *step as i64),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
    Find,
    NewPerson,
    DropDraft,
    BackUp,
}

const fn verb(
    run: Cmd,
    keys: &'static [Key],
    name: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: !matches!(run, Cmd::BackUp) }
}

/// The number under which the backup's thread reports.
const COPY_JOB: u64 = 0x0074_6f64_6179;
const UNDO: &str = "undo";

impl Screen for Today {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        verb(Cmd::Find, &[Key::F(3)], t::find, t::find_about),
        verb(Cmd::Open, &[Key::Enter], t::open, t::open_about),
        verb(Cmd::NewPerson, &[Key::F(6)], t::new_person, t::new_person_about),
        verb(Cmd::DropDraft, &[Key::Delete], t::drop_draft, t::drop_draft_about),
        verb(Cmd::BackUp, &[], t::back_up, t::back_up_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn status(&self, _: Lang) -> String {
        self.status.clone()
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Open if self.chosen().is_none() => Some(Reason::Words(t::nothing_chosen)),
            Cmd::DropDraft if !matches!(self.chosen(), Some(Row::Draft(..))) => {
                Some(Reason::Words(t::not_a_draft))
            }
            Cmd::BackUp if self.copying.is_some() => Some(Reason::Words(t::backup_running)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Open => self.open(ctx),
            Cmd::Find => Flow::Go(Route::Search(String::new())),
            Cmd::NewPerson => Flow::Go(Route::Enrol(EnrolWanted::default())),
            Cmd::DropDraft => {
                self.drop_draft(ctx);
                Flow::Stay
            }
            Cmd::BackUp => {
                self.back_up(ctx);
                Flow::Stay
            }
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        let last = self.rows.len().saturating_sub(1);
        match input {
            Input::Text(text) | Input::Paste(text) if text.chars().any(char::is_alphanumeric) => {
                return Flow::Go(Route::Search(text.trim().to_owned()));
            }
            Input::Key(Key::Up) => self.at = self.at.saturating_sub(1),
            Input::Key(Key::Down) => self.at = (self.at + 1).min(last),
            Input::Key(Key::PgUp | Key::Home) => self.at = 0,
            Input::Key(Key::PgDn | Key::End) => self.at = last,
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match target {
            Click::Row(row) if row < self.rows.len() => {
                self.at = row;
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn job(&mut self, id: u64, ctx: &mut Ctx<'_>) -> Flow {
        if id == COPY_JOB {
            self.copied(ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if (answer.tag, answer.said) == (UNDO, Said::Yes) {
            self.take_back(ctx);
        }
        Flow::Stay
    }

    /// An act of this program is taken back at once; one from before a restart is asked about first, by name.
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        match self.rows.iter().find(|row| matches!(row, Row::Undo(_))) {
            Some(Row::Undo(act)) if !ctx.desk.is_mine(act.id) => ask_undo(act, ctx.lang),
            _ => {
                self.take_back(ctx);
                Flow::Stay
            }
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

fn ask_undo(act: &ActRow, lang: Lang) -> Flow {
    let ask = t::undo_ask(lang, &words::act(lang, act));
    Flow::Ask(Dialog::confirm(t::undo_title(lang), ask, t::undo(lang)).tagged(UNDO))
}

impl Today {
    /// Takes back what the page names.
    fn take_back(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.undo_named() {
            Ok(act) => {
                ctx.note.ok(text::desk::undone(ctx.lang, &words::act(ctx.lang, &act)));
                self.read(ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn chosen(&self) -> Option<&Row> {
        self.rows.get(self.at)
    }

    fn open(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(row) = self.chosen() else { return Flow::Stay };
        match row {
            Row::Draft(key, _) => match take_up(ctx.desk, key) {
                Ok(()) => Flow::Go(Route::Enrol(EnrolWanted { resume: true, ..EnrolWanted::default() })),
                Err(trouble) => {
                    ctx.note.error(words::trouble(ctx.lang, &trouble));
                    Flow::Stay
                }
            },
            Row::Step(Step::People, _) => Flow::Go(Route::Enrol(EnrolWanted::default())),
            Row::Session(row) => Flow::Go(Route::Roll(row.session.id)),
            Row::Due(due) => Flow::Go(route_to(&due.matter)),
            Row::Undo(act) => ask_undo(act, ctx.lang),
            Row::Backup(_) => {
                self.back_up(ctx);
                Flow::Stay
            }
            Row::Step(Step::Class, _) => Flow::Go(Route::ClassForm(ClassWanted::default())),
            Row::Step(Step::Print, _) => Flow::Go(Route::Export(None)),
            Row::Step(Step::Operator, _) => Flow::Go(Route::Settings),
        }
    }

    fn drop_draft(&mut self, ctx: &mut Ctx<'_>) {
        let Some(Row::Draft(key, _)) = self.chosen() else { return };
        match ctx.desk.drop_draft(key) {
            Ok(()) => ctx.note.ok(t::draft_dropped(ctx.lang)),
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
        self.read(ctx);
    }

    fn back_up(&mut self, ctx: &mut Ctx<'_>) {
        if self.copying.is_some() {
            ctx.note.warn(t::backup_running(ctx.lang));
            return;
        }
        match ctx.desk.daily_backup() {
            Ok(copy) => {
                let (sender, receiver) = channel();
                let waker = ctx.waker.clone();
                self.copying = Some(receiver);
                ctx.note.ok(t::backup_running(ctx.lang));
                jobs::spawn(
                    move || DailyBackup::make(&copy),
                    move |news| {
                        // the page is gone: nobody is left to be told
                        let _ = sender.send(news);
                        waker.job(COPY_JOB);
                    },
                );
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn copied(&mut self, ctx: &mut Ctx<'_>) {
        let Some(news) = self.copying.as_ref().and_then(|copying| copying.try_recv().ok()) else { return };
        self.copying = None;
        match news {
            Some(Ok(report)) => ctx.note.ok(t::backup_done(ctx.lang, &report.path.display().to_string())),
            Some(Err(trouble)) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
            None => ctx.note.error(t::backup_broken(ctx.lang)),
        }
        self.read(ctx);
    }
}

/// Where what is due is done.
const fn route_to(matter: &Matter) -> Route {
    match matter {
        Matter::Untaken { oldest, .. } => Route::Roll(oldest.session.id),
        Matter::Starts(class) | Matter::Proofs { class, .. } | Matter::MakeUp { class, .. } => {
            Route::Class(class.id)
        }
        Matter::Holidays(_) => Route::Classes,
        Matter::Short(short) => Route::Ledger(short.class.id),
    }
}

fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    text::common::weekday(lang, day.weekday().num_days_from_monday())
}
