//! What is done with a class and with the chosen session or person.

use super::rows::Lesson;
use super::{Class, Cmd, List};
use crate::app::words as say;
use crate::domain::departure::DepartureKind;
use crate::domain::hours::ClassHours;
use crate::domain::ids::SessionId;
use crate::text::class as words;
use crate::text::{Lang, timetable};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::{ClassWanted, Route, SessionWanted, WeekWanted};

const CANCEL: &str = "cancel";

impl Class {
    /// The session that is chosen, while the timetable is shown.
    fn lesson(&self) -> Option<&Lesson> {
        self.lessons.chosen().filter(|_| self.list == List::Timetable)
    }

    pub(super) fn why_not(&self, cmd: Cmd) -> Option<fn(Lang) -> &'static str> {
        if matches!(cmd, Cmd::Shift | Cmd::MakeUp) {
            return self.why_not_lesson(cmd);
        }
        if self.list != List::Timetable || matches!(cmd, Cmd::Transfer | Cmd::Promote | Cmd::Card) {
            return self.why_not_people(cmd);
        }
        if !matches!(cmd, Cmd::Open | Cmd::Edit | Cmd::Remove) {
            return None;
        }
        match self.lesson() {
            None => Some(words::no_session_chosen),
            Some(lesson) => lesson.session.cancelled.as_ref().map(|_| words::is_cancelled as fn(Lang) -> _),
        }
    }

    /// A session that stands is moved, one that is cancelled is made up for.
    fn why_not_lesson(&self, cmd: Cmd) -> Option<fn(Lang) -> &'static str> {
        let Some(lesson) = self.lesson() else { return Some(words::no_session_chosen) };
        match (cmd, &lesson.session.cancelled) {
            (Cmd::MakeUp, None) => Some(timetable::not_cancelled),
            (Cmd::MakeUp, Some(_)) if lesson.link.owed == ClassHours::ZERO => Some(timetable::made_up),
            (Cmd::Shift, Some(_)) => Some(words::is_cancelled),
            _ => None,
        }
    }

    pub(super) fn act(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let class = self.view.class.id;
        match cmd {
            Cmd::Open => self.open_row(),
            Cmd::Other => self.show(1),
            Cmd::Before => self.show(-1),
            Cmd::Add if self.list == List::Timetable => Flow::Go(Route::Session(class, SessionWanted::New)),
            Cmd::Add => self.enrol(),
            Cmd::Edit => self.edit_row(),
            Cmd::Remove => self.ask_to_remove(ctx),
            Cmd::Card => self.open_card(),
            Cmd::Transfer => self.depart(DepartureKind::Transferred),
            Cmd::Promote => self.promote(ctx),
            Cmd::Shift => self.with_lesson(|session| Route::Shift(class, session)),
            Cmd::MakeUp => self.with_lesson(|session| Route::Session(class, SessionWanted::MakeUp(session))),
            Cmd::Matters => Flow::Go(Route::Matters(class)),
            Cmd::Fill => Flow::Go(Route::Fill(class)),
            Cmd::Ledger => Flow::Go(Route::Ledger(class)),
            Cmd::Export => Flow::Go(Route::Export(Some(class))),
            Cmd::Week => {
                let day = self.lesson().map(|lesson| lesson.session.day);
                Flow::Go(Route::Week(WeekWanted { class: Some(class), day }))
            }
            Cmd::Change => {
                Flow::Go(Route::ClassForm(ClassWanted { class: Some(class), course: String::new() }))
            }
        }
    }

    fn with_lesson(&self, route: impl Fn(SessionId) -> Route) -> Flow {
        self.lesson().map_or(Flow::Unused, |lesson| Flow::Go(route(lesson.session.id)))
    }

    fn open_row(&self) -> Flow {
        match self.lesson() {
            Some(lesson) => Flow::Go(Route::Roll(lesson.session.id)),
            None => self.open_person(),
        }
    }

    fn edit_row(&self) -> Flow {
        match self.lesson() {
            Some(lesson) => {
                Flow::Go(Route::Session(self.view.class.id, SessionWanted::Change(lesson.session.id)))
            }
            None => self.edit_person(),
        }
    }

    /// A session wants a reason; it can be taken back.
    fn ask_to_remove(&mut self, ctx: &Ctx<'_>) -> Flow {
        let Some(lesson) = self.lesson() else { return self.send_off(ctx) };
        let what = lesson.called(ctx.lang);
        Flow::Ask(Dialog::prompt(words::why_cancel(ctx.lang, &what), "").tagged(CANCEL))
    }

    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.answered_on_people(&answer, ctx) {
            return flow;
        }
        let lang = ctx.lang;
        let done = match (answer.tag, answer.said, self.lesson()) {
            (CANCEL, Said::Text(reason), Some(lesson)) => {
                if reason.trim().is_empty() {
                    ctx.note.warn(words::reason_needed(lang));
                    return Flow::Stay;
                }
                let session = &lesson.session;
                let done = ctx.desk.cancel_session(session.id, session.version, &reason);
                done.map(|()| words::did_cancel(lang, &lesson.called(lang)))
            }
            _ => return Flow::Unused,
        };
        match done {
            Ok(words) => ctx.note.ok(words),
            Err(error) => ctx.note.error(say::trouble(lang, &error)),
        }
        self.read(ctx);
        Flow::Stay
    }
}
