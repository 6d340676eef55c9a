//! The front page: what is due today, each line of it one Enter away. Typing anything looks for a person.

use crate::app::backup::{DailyBackup, MadeCopy};
use crate::app::drafts::Draft;
use crate::app::today::{Due, Matter};
use crate::app::{Outcome, jobs, words};
use crate::domain::calendar::TimeOfDay;
use crate::store::rows::{ActRow, BackupRow, DayRow};
use crate::text::{self, Lang, today as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::enrol::{DRAFTS, draft_time, draft_who, take_up};
use crate::ui::screen::{ClassWanted, EnrolWanted, Route};
use chrono::NaiveDate;
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
        asked: None,
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
    /// What a question is about: the rows may be others by the time it is answered.
    asked: Option<Asked>,
}

enum Asked {
    Act(ActRow),
    Draft(&'static str, Draft),
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
            Self::Draft(key, _) => (0, DRAFTS.iter().position(|one| one == key).map_or(0, |nth| nth as i64)),
            Self::Session(row) => (1, row.session.id.0),
            Self::Due(due) => match &due.matter {
                Matter::Short(short) => (2, short.class.id.0),
                Matter::Untaken { oldest, .. } => (3, oldest.session.id.0),
                Matter::Starts(class) => (7, class.id.0),
                Matter::Proofs { class, .. } => (8, class.id.0),
                Matter::MakeUp { class, .. } => (9, class.id.0),
                Matter::Holidays(year) => (10, i64::from(*year)),
                Matter::Seats { class, .. } => (11, class.id.0),
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

/// The number under which the backup's thread reports.
const COPY_JOB: u64 = 0x0074_6f64_6179;

impl Screen for Today {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Find, &[Key::F(3)], t::find, t::find_about),
        shown(Cmd::Open, &[Key::Enter], t::open, t::open_about),
        shown(Cmd::NewPerson, &[Key::F(6)], t::new_person, t::new_person_about),
        shown(Cmd::DropDraft, &[Key::Delete], t::drop_draft, t::drop_draft_about),
        quiet(Cmd::BackUp, &[], t::back_up, t::back_up_about),
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
            Cmd::DropDraft => self.ask_drop(ctx),
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
        match self.asked.take().filter(|_| answer.said == Said::Yes) {
            Some(Asked::Act(act)) => {
                let undone = ctx.desk.undo(act.id).map(|()| act);
                self.taken_back(undone, ctx);
            }
            Some(Asked::Draft(key, draft)) => self.drop_draft(key, &draft, ctx),
            None => {}
        }
        Flow::Stay
    }

    /// An act of this program is taken back at once; one from before a restart is asked about first, by name.
    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        match self.rows.iter().find(|row| matches!(row, Row::Undo(_))) {
            Some(Row::Undo(act)) if !ctx.desk.is_mine(act.id) => self.ask_undo(act.clone(), ctx.lang),
            _ => {
                let undone = ctx.desk.undo_named();
                self.taken_back(undone, ctx);
                Flow::Stay
            }
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl Today {
    fn ask_undo(&mut self, act: ActRow, lang: Lang) -> Flow {
        let ask = t::undo_ask(lang, &words::act(lang, &act));
        self.asked = Some(Asked::Act(act));
        Flow::Ask(Dialog::confirm(t::undo_title(lang), ask, t::undo(lang)))
    }

    fn taken_back(&mut self, undone: Outcome<ActRow>, ctx: &mut Ctx<'_>) {
        match undone {
            Ok(act) => ctx.note.ok(text::desk::undone(ctx.lang, &words::act(ctx.lang, &act))),
            Err(trouble) => ctx.fail(&trouble),
        }
        self.read(ctx);
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
                    ctx.fail(&trouble);
                    Flow::Stay
                }
            },
            Row::Step(Step::People, _) => Flow::Go(Route::Enrol(EnrolWanted::default())),
            Row::Session(row) => Flow::Go(Route::Roll(row.session.id)),
            Row::Due(due) => Flow::Go(route_to(&due.matter)),
            Row::Undo(act) => {
                let act = act.clone();
                self.ask_undo(act, ctx.lang)
            }
            Row::Backup(_) => {
                self.back_up(ctx);
                Flow::Stay
            }
            Row::Step(Step::Class, _) => Flow::Go(Route::ClassForm(ClassWanted::default())),
            Row::Step(Step::Print, _) => Flow::Go(Route::Export(None)),
            Row::Step(Step::Operator, _) => Flow::Go(Route::Settings),
        }
    }

    /// What was typed is nowhere else.
    fn ask_drop(&mut self, ctx: &Ctx<'_>) -> Flow {
        let Some(Row::Draft(key, draft)) = self.chosen() else { return Flow::Unused };
        let (lang, asked) = (ctx.lang, Asked::Draft(key, draft.clone()));
        let lines = t::drop_ask(lang, &draft_who(lang, draft), &draft_time(draft, ctx.desk.today()));
        self.asked = Some(asked);
        Flow::Ask(Dialog::confirm(t::drop_draft(lang), lines, t::drop_draft(lang)))
    }

    /// Only the draft that was asked about: another may stand under its key by now.
    fn drop_draft(&mut self, key: &str, asked: &Draft, ctx: &mut Ctx<'_>) {
        let dropped = match ctx.desk.draft(key) {
            Ok(draft) if draft.as_ref() == Some(asked) => ctx.desk.drop_draft(key).map(|()| true),
            there => there.map(|_| false),
        };
        match dropped {
            Ok(true) => ctx.note.ok(t::draft_dropped(ctx.lang)),
            Ok(false) => ctx.note.warn(t::draft_is_another(ctx.lang)),
            Err(trouble) => ctx.fail(&trouble),
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
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn copied(&mut self, ctx: &mut Ctx<'_>) {
        let Some(news) = self.copying.as_ref().and_then(|copying| copying.try_recv().ok()) else { return };
        self.copying = None;
        match news {
            Some(Ok(report)) => ctx.note.ok(t::backup_done(ctx.lang, &report.path.display().to_string())),
            Some(Err(trouble)) => ctx.fail(&trouble),
            None => ctx.note.error(t::backup_broken(ctx.lang)),
        }
        self.read(ctx);
    }
}

/// Where what is due is done.
const fn route_to(matter: &Matter) -> Route {
    match matter {
        Matter::Untaken { oldest, sessions: 1 } => Route::Roll(oldest.session.id),
        Matter::Untaken { .. } => Route::NotTaken,
        Matter::Starts(class) | Matter::Seats { class, .. } | Matter::MakeUp { class, .. } => {
            Route::Class(class.id)
        }
        Matter::Proofs { class, .. } => Route::Unproven(class.id),
        Matter::Holidays(_) => Route::Classes,
        Matter::Short(short) => Route::Ledger(short.class.id),
    }
}
