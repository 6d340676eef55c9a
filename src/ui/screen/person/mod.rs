//! The ledger of a person: one line answers how many class hours are still needed, and every hour can be opened
//! down to each line ever written and the rule behind it.

mod lines;
mod view;

use crate::app::ledger::{LedgerEntry, PersonLedger};
use crate::app::words::timetable as say;
use crate::app::{Desk, Outcome, clock, codes, words};
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::ledger::Because;
use crate::domain::mark::{Layer, Source, Timing};
use crate::store::rows::{DepartureRow, MarkLine, RollRow};
use crate::text::{Lang, leave, ledger as t, operators, roll};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::screen::marks::who_and_when;
use crate::ui::screen::roll::cell::{Cell, OverCell};
use chrono::NaiveDate;
use lines::Row;
use std::collections::HashMap;

pub(super) fn open(
    class: ClassId,
    enrolment: EnrolmentId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let (ledger, departure) =
        read(ctx.desk, class, enrolment).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let mut person = Person {
        ledger,
        departure,
        rows: Vec::new(),
        corrected: HashMap::new(),
        at: 0,
        opened: None,
        unfolded: false,
        form: OverCell::default(),
        list: lines::List::default(),
    };
    person.count_corrections(ctx);
    person.arrange();
    Ok(Box::new(person))
}

fn read(
    desk: &Desk,
    class: ClassId,
    enrolment: EnrolmentId,
) -> Outcome<(PersonLedger, Option<DepartureRow>)> {
    let class = desk.class(class)?;
    let departures = desk.departures(class.id)?;
    let departure = departures.into_iter().find(|row| row.enrolment == enrolment);
    Ok((desk.person_ledger(&class, enrolment)?, departure))
}

pub(super) struct Person {
    ledger: PersonLedger,
    /// How the person left the class, where that was said.
    departure: Option<DepartureRow>,
    rows: Vec<Row>,
    /// How often the lines of a session were replaced, where they were.
    corrected: HashMap<SessionId, usize>,
    at: usize,
    opened: Option<Opened>,
    unfolded: bool,
    form: OverCell,
    list: lines::List,
}

/// The entry that is open, with all that was ever written about it.
struct Opened {
    session: SessionId,
    history: Vec<MarkLine>,
    /// What was said of the whole roll.
    said: Vec<RollRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
    Correct,
    Save,
    Fold,
    Roll,
    Export,
    Announce,
}

/// Who wrote a line, when, on whose behalf and why; `day` is the session's, so that a later day is named.
pub(in crate::ui::screen) fn written(lang: Lang, line: &MarkLine, day: NaiveDate) -> String {
    let mut parts = vec![who_and_when(lang, line, day)];
    if line.layer == Layer::Office {
        parts.push(words::layer(lang, line.layer).to_owned());
    }
    if line.source != Source::Hand {
        parts.push(words::source(lang, &line.source));
    }
    parts.push(line.reason.clone());
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

/// Who did something and when; another day than `day` is named.
pub(in crate::ui::screen) fn who_at(lang: Lang, operator: &str, ms: i64, day: NaiveDate) -> String {
    let at = clock::local(ms);
    let form = if at.date() == day { "%H:%M" } else { "%m-%d %H:%M" };
    format!("{} {}", operators::called(lang, operator), at.format(form))
}

impl Person {
    /// What the rows of the list are now; the chosen one stays chosen.
    fn arrange(&mut self) {
        let chosen = self.rows.get(self.at).cloned();
        self.rows = lines::rows(&self.ledger.entries, self.unfolded);
        let found = chosen.and_then(|row| self.rows.iter().position(|other| *other == row));
        self.at = found.unwrap_or(self.at).min(self.rows.len().saturating_sub(1));
    }

    fn chosen(&self) -> Option<&LedgerEntry> {
        match self.rows.get(self.at)? {
            Row::Entry(nth) => self.ledger.entries.get(*nth),
            Row::Full { .. } | Row::Ahead { .. } => None,
        }
    }

    fn count_corrections(&mut self, ctx: &Ctx<'_>) {
        let replaced = self.ledger.entries.iter().filter_map(|entry| entry.line.as_ref());
        self.corrected = replaced
            .filter(|line| line.replaces.is_some())
            .filter_map(|line| {
                let lines = ctx.desk.history(line.session, line.enrolment).ok()?;
                Some((line.session, lines.len().saturating_sub(1)))
            })
            .collect();
    }

    fn toggle(&mut self, ctx: &mut Ctx<'_>) {
        let Some(session) = self.chosen().map(|entry| entry.session.id) else {
            self.unfolded = true;
            self.arrange();
            return;
        };
        if self.opened.as_ref().is_some_and(|opened| opened.session == session) {
            self.opened = None;
        } else {
            self.open_entry(session, ctx);
        }
    }

    fn open_entry(&mut self, session: SessionId, ctx: &mut Ctx<'_>) {
        let read = || -> Outcome<Opened> {
            let history = ctx.desk.history(session, self.ledger.enrolment.id)?;
            Ok(Opened { session, history, said: ctx.desk.said_of_roll(session)? })
        };
        match read() {
            Ok(opened) => self.opened = Some(opened),
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn correct(&mut self, ctx: &Ctx<'_>) {
        let Some(entry) = self.chosen() else { return };
        let session = &entry.session;
        let cell = Cell {
            session: session.id,
            enrolment: self.ledger.enrolment.id,
            name: format!("{} {}", self.ledger.enrolment.name, say::when(session.day, session.slot)),
            mark: entry.line.as_ref().map(|line| line.mark),
            minutes: session.slot.minutes(),
            timing: Timing::of(session.day, session.slot, ctx.desk.now()),
        };
        self.form.open(cell, "", ctx.lang);
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) {
        let Some(session) = self.form.save(ctx) else { return };
        Screen::refresh(self, ctx);
        self.open_entry(session, ctx);
    }
}

impl Screen for Person {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Save, &[Key::F(8)], t::save, t::save_about),
        shown(Cmd::Open, &[Key::Enter], t::open, t::open_about),
        shown(Cmd::Correct, &[Key::F(2)], t::correct, t::correct_about),
        shown(Cmd::Fold, &[Key::SPACE], t::fold, t::fold_about),
        quiet(Cmd::Roll, &[Key::F(6)], t::roll, t::roll_about),
        quiet(Cmd::Export, &[], t::export, t::export_about),
        quiet(Cmd::Announce, &[Key::Ctrl('n')], leave::announce, leave::announce_about),
    ];

    fn title(&self, lang: Lang) -> String {
        let (class, who) = (&self.ledger.class, &self.ledger.enrolment);
        let course = codes::named(&class.course.0).name(lang);
        t::person_place(lang, course, class.code.as_str(), who.seat, &who.name)
    }

    fn status(&self, lang: Lang) -> String {
        t::rules(lang, words::pack(lang, self.ledger.rules))
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let has_form = self.form.is_open();
        match cmd {
            Cmd::Save => (!has_form).then_some(Reason::Words(t::no_form)),
            // Enter goes on to the next field there
            Cmd::Open if has_form => None,
            _ if has_form => Some(Reason::Words(roll::form_open)),
            Cmd::Correct | Cmd::Roll if self.chosen().is_none() => Some(Reason::Words(t::no_entry)),
            Cmd::Announce if self.ledger.enrolment.left.is_some() => Some(Reason::Words(leave::has_left)),
            Cmd::Open if self.rows.is_empty() => Some(Reason::Words(t::no_entry)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Open => match self.form.input(&Input::Key(Key::Enter), ctx.lang) {
                Some(flow) => return flow,
                None => self.toggle(ctx),
            },
            Cmd::Correct => self.correct(ctx),
            Cmd::Save => self.save(ctx),
            Cmd::Fold => {
                self.unfolded = !self.unfolded;
                self.arrange();
            }
            Cmd::Roll => {
                if let Some(entry) = self.chosen() {
                    return Flow::Go(Route::Roll(entry.session.id));
                }
            }
            Cmd::Announce => {
                return Flow::Go(Route::Leave(self.ledger.class.id, self.ledger.enrolment.id));
            }
            Cmd::Export => return Flow::Go(Route::Export(Some(self.ledger.class.id))),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.form.input(input, ctx.lang) {
            return flow;
        }
        let Input::Key(key) = input else { return Flow::Unused };
        let (last, page) = (self.rows.len().saturating_sub(1), self.list.page());
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => (self.at + 1).min(last),
            Key::PgUp => self.at.saturating_sub(page),
            Key::PgDn => (self.at + page).min(last),
            Key::Home => 0,
            Key::End => last,
            Key::Esc if self.opened.is_some() => {
                self.opened = None;
                return Flow::Stay;
            }
            _ => return Flow::Unused,
        };
        Flow::Stay
    }

    fn has_field(&self) -> bool {
        self.form.is_open()
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match read(ctx.desk, self.ledger.class.id, self.ledger.enrolment.id) {
            Ok((ledger, departure)) => {
                self.ledger = ledger;
                self.departure = departure;
                self.count_corrections(ctx);
                self.arrange();
                if let Some(session) = self.opened.as_ref().map(|opened| opened.session) {
                    self.open_entry(session, ctx);
                }
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.leave(ctx) { Flow::Stay } else { Flow::Back }
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.is_open() {
            return Flow::Unused;
        }
        if ctx.take_back() {
            Screen::refresh(self, ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, _: &mut Ctx<'_>) -> Flow {
        self.form.answered(&answer);
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        if self.form.click(target) {
            return Flow::Stay;
        }
        match target {
            Click::Row(row) if row < self.rows.len() => self.at = row,
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
        self.form.view(paint);
    }
}

/// Full presence that nobody ever touched again: nothing to explain.
fn is_plain(entry: &LedgerEntry) -> bool {
    entry.entry.because == Because::Full && entry.line.as_ref().is_some_and(|line| line.replaces.is_none())
}
