//! What is done with a class and with the chosen session or person.

use super::rows::Lesson;
use super::{Class, Cmd, List};
use crate::app::words::timetable as say;
use crate::domain::departure::DepartureKind;
use crate::domain::hours::ClassHours;
use crate::domain::ids::SessionId;
use crate::domain::operator::Right;
use crate::text::class as words;
use crate::text::{Lang, Words, timetable};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::overlay::line::Wants;
use crate::ui::screen::seek::Seeker;
use crate::ui::screen::{ClassWanted, Route, SessionWanted, WeekWanted};

const CANCEL: &str = "cancel";
/// Whether a session with marks is meant, and then why.
const LOSES: &str = "loses-marks";
const CANCEL_MARKED: &str = "cancel-marked";

impl Class {
    /// The session that is chosen, while the timetable is shown.
    fn lesson(&self) -> Option<&Lesson> {
        self.lessons.chosen().filter(|_| self.list == List::Timetable)
    }

    pub(super) fn why_not(&self, cmd: Cmd) -> Option<Words> {
        if matches!(cmd, Cmd::Shift | Cmd::MakeUp) {
            return self.why_not_lesson(cmd);
        }
        if self.list != List::Timetable
            || matches!(cmd, Cmd::Transfer | Cmd::Promote | Cmd::Card | Cmd::Announce)
        {
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
    fn why_not_lesson(&self, cmd: Cmd) -> Option<Words> {
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
        if self.is_about_person(cmd) {
            if self.fits_nobody(ctx) {
                return Flow::Stay;
            }
            self.jump.clear();
        }
        match cmd {
            Cmd::Open => self.open_row(),
            Cmd::Other => self.show(1),
            Cmd::Before => self.show(-1),
            Cmd::Add if self.list == List::Timetable => {
                self.adds = true;
                Flow::Go(Route::Session(class, SessionWanted::New))
            }
            Cmd::Add => self.enrol(),
            Cmd::Edit => self.edit_row(),
            Cmd::Remove => self.ask_to_remove(ctx),
            Cmd::Card => self.open_card(),
            Cmd::Transfer => self.depart(DepartureKind::Transferred),
            Cmd::Promote => self.promote(ctx),
            Cmd::Announce => self.announce(),
            Cmd::Shift => self.with_lesson(|session| Route::Shift(class, session)),
            Cmd::MakeUp => self.with_lesson(|session| Route::Session(class, SessionWanted::MakeUp(session))),
            Cmd::Matters => Flow::Go(Route::Matters(class)),
            Cmd::Fill => Flow::Go(Route::Fill(class)),
            Cmd::Ledger => Flow::Go(Route::Ledger(class)),
            Cmd::Import => Flow::Go(Route::Import(Some(class))),
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

    /// Whoever is looked for on the roster is meant, and what was typed for it is used up.
    fn is_about_person(&self, cmd: Cmd) -> bool {
        self.list == List::Roster
            && matches!(cmd, Cmd::Open | Cmd::Edit | Cmd::Remove | Cmd::Card | Cmd::Transfer | Cmd::Announce)
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

    /// A session wants a reason, and one with marks a word that they are known of; it can be taken back.
    fn ask_to_remove(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Some(lesson) = self.lesson() else { return self.send_off(ctx) };
        if !ctx.may(Right::Classes) {
            return Flow::Stay;
        }
        let session = lesson.session.clone();
        let loss = ctx.desk.loss_of(&session);
        self.cancelling = Some(session);
        match loss {
            Ok(None) => self.ask_why(CANCEL, ctx.lang),
            Ok(Some(loss)) => {
                let lines = say::loss(ctx.lang, loss);
                let ask =
                    Dialog::confirm(timetable::loses_title(ctx.lang), lines, timetable::loses_yes(ctx.lang));
                Flow::Ask(ask.tagged(LOSES))
            }
            Err(error) => {
                ctx.fail(&error);
                Flow::Stay
            }
        }
    }

    fn ask_why(&self, tag: &'static str, lang: Lang) -> Flow {
        let Some(session) = &self.cancelling else { return Flow::Stay };
        let what = say::lesson(lang, session.day, session.slot);
        Flow::Ask(Dialog::prompt(words::why_cancel(lang, &what), "").wanting(Wants::Reason).tagged(tag))
    }

    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.answered_on_people(&answer, ctx) {
            return flow;
        }
        let lang = ctx.lang;
        if answer.tag == LOSES {
            return if answer.said == Said::Yes { self.ask_why(CANCEL_MARKED, lang) } else { Flow::Stay };
        }
        let (Said::Text(reason), Some(session)) = (answer.said, self.cancelling.take()) else {
            return Flow::Unused;
        };
        let (id, version) = (session.id, session.version);
        let done = if answer.tag == CANCEL_MARKED {
            ctx.desk.cancel_despite_marks(id, version, &reason)
        } else {
            ctx.desk.cancel_session(id, version, &reason)
        };
        match done {
            Ok(()) => ctx.note.ok(words::did_cancel(lang, &say::lesson(lang, session.day, session.slot))),
            Err(error) => ctx.fail(&error),
        }
        self.read(ctx);
        Flow::Stay
    }
}
