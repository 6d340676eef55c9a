//! The ledger of a person: one line answers how many class hours are still needed, and every hour can be opened
//! down to each line ever written and the rule behind it.

mod lines;
mod view;

use crate::app::ledger::{LedgerEntry, PersonLedger};
use crate::app::{Desk, Outcome, clock, codes, words};
use crate::domain::ids::{ClassId, EnrolmentId, SessionId};
use crate::domain::ledger::Because;
use crate::domain::mark::{Layer, Source, Timing};
use crate::store::rows::MarkLine;
use crate::text::{Lang, ledger as t, roll};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::screen::marks::who_and_when;
use crate::ui::screen::roll::cell::{Cell, CellForm};
use chrono::NaiveDate;
use lines::Row;
use std::collections::HashMap;

pub(super) fn open(
    class: ClassId,
    enrolment: EnrolmentId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let ledger = read(ctx.desk, class, enrolment).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    let mut person = Person {
        ledger,
        rows: Vec::new(),
        corrected: HashMap::new(),
        at: 0,
        opened: None,
        unfolded: false,
        form: None,
        list: lines::List::default(),
    };
    person.count_corrections(ctx);
    person.arrange();
    Ok(Box::new(person))
}

fn read(desk: &Desk, class: ClassId, enrolment: EnrolmentId) -> Outcome<PersonLedger> {
    let class = desk.class(class)?;
    desk.person_ledger(&class, enrolment)
}

pub(super) struct Person {
    ledger: PersonLedger,
    rows: Vec<Row>,
    /// How often the lines of a session were replaced, where they were.
    corrected: HashMap<SessionId, usize>,
    at: usize,
    opened: Option<Opened>,
    unfolded: bool,
    form: Option<CellForm>,
    list: lines::List,
}

/// The entry that is open, with all that was ever written about it.
struct Opened {
    session: SessionId,
    history: Vec<MarkLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Open,
    Correct,
    Save,
    Fold,
    Roll,
    Export,
}

/// Who wrote a line, when, on whose behalf and why; `day` is the session's, so that a later day is named.
pub(in crate::ui::screen) fn written(lang: Lang, line: &MarkLine, day: NaiveDate) -> String {
    let mut parts = vec![who_and_when(line, day)];
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
pub(in crate::ui::screen) fn who_at(operator: &str, ms: i64, day: NaiveDate) -> String {
    let at = clock::local(ms);
    let form = if at.date() == day { "%H:%M" } else { "%m-%d %H:%M" };
    format!("{operator} {}", at.format(form))
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
        match ctx.desk.history(session, self.ledger.enrolment.id) {
            Ok(history) => self.opened = Some(Opened { session, history }),
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn correct(&mut self, ctx: &Ctx<'_>) {
        let Some(entry) = self.chosen() else { return };
        let session = &entry.session;
        let cell = Cell {
            session: session.id,
            enrolment: self.ledger.enrolment.id,
            name: format!("{} {} {}", self.ledger.enrolment.name, session.day.format("%m-%d"), session.slot),
            mark: entry.line.as_ref().map(|line| line.mark),
            minutes: session.slot.minutes(),
            timing: Timing::of(session.day, session.slot, ctx.desk.now()),
        };
        self.form = Some(CellForm::new(cell, "", ctx.lang));
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) {
        let Some(form) = &mut self.form else { return };
        let Some((mark, reason)) = form.read(ctx.lang) else { return };
        let (session, who) = (form.cell.session, form.cell.enrolment);
        match ctx.desk.mark(session, &[who], mark, &reason) {
            Ok(()) => {
                self.form = None;
                let entry = self.ledger.entries.iter().find(|entry| entry.session.id == session);
                let day = entry.map(|entry| entry.session.day.format("%m-%d").to_string());
                let said = roll::said(ctx.lang, mark);
                ctx.note.ok(t::saved(ctx.lang, &self.ledger.enrolment.name, &day.unwrap_or_default(), &said));
                Screen::refresh(self, ctx);
                self.open_entry(session, ctx);
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }
}

impl Screen for Person {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command { run: Cmd::Save, keys: &[Key::F(8)], name: t::save, help: t::save_about, in_bar: true },
        Command { run: Cmd::Open, keys: &[Key::Enter], name: t::open, help: t::open_about, in_bar: true },
        Command {
            run: Cmd::Correct,
            keys: &[Key::F(2)],
            name: t::correct,
            help: t::correct_about,
            in_bar: true,
        },
        Command { run: Cmd::Fold, keys: &[Key::SPACE], name: t::fold, help: t::fold_about, in_bar: true },
        Command { run: Cmd::Roll, keys: &[Key::F(6)], name: t::roll, help: t::roll_about, in_bar: false },
        Command { run: Cmd::Export, keys: &[], name: t::export, help: t::export_about, in_bar: false },
    ];

    fn title(&self, lang: Lang) -> String {
        let (class, who) = (&self.ledger.class, &self.ledger.enrolment);
        let course = codes::named(&class.course.0).name(lang);
        t::person_place(lang, course, class.code.as_str(), who.seat, &who.name)
    }

    fn status(&self, lang: Lang) -> String {
        let rules = self.ledger.rules;
        t::rules(lang, if lang == Lang::Zh { &rules.zh } else { &rules.en })
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let has_form = self.form.is_some();
        match cmd {
            Cmd::Save => (!has_form).then_some(Reason::Words(t::no_form)),
            // Enter goes on to the next field there
            Cmd::Open if has_form => None,
            _ if has_form => Some(Reason::Words(t::form_open)),
            Cmd::Correct | Cmd::Roll if self.chosen().is_none() => Some(Reason::Words(t::no_entry)),
            Cmd::Open if self.rows.is_empty() => Some(Reason::Words(t::no_entry)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Open => match &mut self.form {
                Some(form) => return form.input(&Input::Key(Key::Enter), ctx.lang),
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
            Cmd::Export => return Flow::Go(Route::Export(Some(self.ledger.class.id))),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            return form.input(input, ctx.lang);
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
        self.form.is_some()
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.as_ref().and_then(|form| form.help(lang))
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match read(ctx.desk, self.ledger.class.id, self.ledger.enrolment.id) {
            Ok(ledger) => {
                self.ledger = ledger;
                self.count_corrections(ctx);
                self.arrange();
                if let Some(session) = self.opened.as_ref().map(|opened| opened.session) {
                    self.open_entry(session, ctx);
                }
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(form) = &mut self.form else { return Flow::Back };
        if form.may_close(ctx) {
            self.form = None;
        }
        Flow::Stay
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if self.form.is_some() {
            return Flow::Unused;
        }
        if ctx.take_back() {
            Screen::refresh(self, ctx);
        }
        Flow::Stay
    }

    fn answered(&mut self, answer: Answer, _: &mut Ctx<'_>) -> Flow {
        if let Some(form) = &mut self.form {
            form.answered(&answer);
        }
        Flow::Stay
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        match (&mut self.form, target) {
            (Some(form), target) => form.click(target),
            (None, Click::Row(row)) if row < self.rows.len() => self.at = row,
            _ => return Flow::Unused,
        }
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
        if let Some(form) = &self.form {
            form.view(paint);
        }
    }
}

/// Full presence that nobody ever touched again: nothing to explain.
fn is_plain(entry: &LedgerEntry) -> bool {
    entry.entry.because == Because::Full && entry.line.as_ref().is_some_and(|line| line.replaces.is_none())
}
