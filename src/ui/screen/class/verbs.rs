//! What is done with a class and with the chosen session or person.

use super::rows::{Lesson, Seat};
use super::{Class, Cmd, List};
use crate::app::words as say;
use crate::domain::hours::ClassHours;
use crate::domain::ids::SessionId;
use crate::text::class as words;
use crate::text::{Lang, timetable};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::{ClassWanted, EnrolWanted, Route, SessionWanted, WeekWanted};

const CANCEL: &str = "cancel";
const LEAVE: &str = "leave";

impl Class {
    /// The session that is chosen, while the timetable is shown.
    fn lesson(&self) -> Option<&Lesson> {
        self.lessons.chosen().filter(|_| self.list == List::Timetable)
    }

    fn seat(&self) -> Option<&Seat> {
        self.seats.chosen().filter(|_| self.list == List::Roster)
    }

    pub(super) fn why_not(&self, cmd: Cmd) -> Option<fn(Lang) -> &'static str> {
        if cmd == Cmd::Card {
            return self.seat().is_none().then_some(words::nobody_chosen);
        }
        match cmd {
            Cmd::Open | Cmd::Edit | Cmd::Remove => {}
            Cmd::Shift | Cmd::MakeUp => return self.why_not_lesson(cmd),
            _ => return None,
        }
        match self.list {
            List::Timetable => match self.lesson() {
                None => Some(words::no_session_chosen),
                Some(lesson) => {
                    lesson.session.cancelled.as_ref().map(|_| words::is_cancelled as fn(Lang) -> _)
                }
            },
            List::Roster => match self.seat() {
                None => Some(words::nobody_chosen),
                Some(seat) => {
                    let gone = cmd == Cmd::Remove && seat.enrolment.left.is_some();
                    gone.then_some(words::has_left as fn(Lang) -> _)
                }
            },
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
            Cmd::Other => {
                self.list = match self.list {
                    List::Timetable => List::Roster,
                    List::Roster => List::Timetable,
                };
                Flow::Stay
            }
            Cmd::Add => Flow::Go(match self.list {
                List::Timetable => Route::Session(class, SessionWanted::New),
                List::Roster => Route::Enrol(EnrolWanted { class: Some(class), ..EnrolWanted::default() }),
            }),
            Cmd::Edit => self.edit_row(),
            Cmd::Remove => self.ask_to_remove(ctx.lang),
            Cmd::Card => {
                self.seat().map_or(Flow::Unused, |seat| Flow::Go(Route::Card(seat.enrolment.trainee)))
            }
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
        match (self.lesson(), self.seat()) {
            (Some(lesson), _) => Flow::Go(Route::Roll(lesson.session.id)),
            (_, Some(seat)) => Flow::Go(Route::PersonLedger(self.view.class.id, seat.enrolment.id)),
            (None, None) => Flow::Unused,
        }
    }

    fn edit_row(&self) -> Flow {
        match (self.lesson(), self.seat()) {
            (Some(lesson), _) => {
                Flow::Go(Route::Session(self.view.class.id, SessionWanted::Change(lesson.session.id)))
            }
            (_, Some(seat)) => Flow::Go(Route::Enrol(EnrolWanted {
                person: Some(seat.enrolment.trainee),
                ..EnrolWanted::default()
            })),
            (None, None) => Flow::Unused,
        }
    }

    /// A session wants a reason; leaving is a question that opens on "cancel". Both can be taken back.
    fn ask_to_remove(&self, lang: Lang) -> Flow {
        match (self.lesson(), self.seat()) {
            (Some(lesson), _) => {
                let what = lesson.called(lang);
                Flow::Ask(Dialog::prompt(words::why_cancel(lang, &what), "").tagged(CANCEL))
            }
            (_, Some(seat)) => {
                let lines = words::leave_lines(lang, seat.enrolment.seat, &seat.enrolment.name);
                let ask = Dialog::confirm(words::leave_title(lang), lines, words::leave_yes(lang));
                Flow::Ask(ask.tagged(LEAVE))
            }
            (None, None) => Flow::Unused,
        }
    }

    pub(super) fn answer(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let done = match (answer.tag, answer.said, self.lesson(), self.seat()) {
            (CANCEL, Said::Text(reason), Some(lesson), _) => {
                if reason.trim().is_empty() {
                    ctx.note.warn(words::reason_needed(lang));
                    return Flow::Stay;
                }
                let session = &lesson.session;
                let done = ctx.desk.cancel_session(session.id, session.version, &reason);
                done.map(|()| words::did_cancel(lang, &lesson.called(lang)))
            }
            (LEAVE, Said::Yes, _, Some(seat)) => {
                let done = ctx.desk.leave_class(seat.enrolment.id, seat.enrolment.version);
                done.map(|()| words::did_leave(lang, &seat.enrolment.name))
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
