//! Every screen, where it is reached, and `open`: the one place a screen is entered.

use super::command::{AnyScreen, Ctx};
use crate::app::words;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::{ClassId, EnrolmentId, OperatorId, SessionId, TraineeId};
use crate::domain::operator::Right;
use crate::domain::reader::Card;
use crate::text::{self, Words};
use chrono::NaiveDate;
use std::path::PathBuf;

mod audit;
mod back_entry;
mod card;
mod class;
mod class_form;
mod classes;
mod courses;
mod cursor;
mod depart;
mod enrol;
mod export;
mod form_page;
mod guide;
mod import;
pub mod keys;
mod leave;
mod ledger;
mod marks;
mod not_taken;
mod operators;
mod paper;
mod person;
mod reader;
mod restore;
mod roll;
mod scan;
mod search;
mod seek;
mod settings;
mod today;
mod week;

/// A place to go to, with what it needs to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    Today,
    /// With what was typed elsewhere; empty for a fresh box.
    Search(String),
    Enrol(EnrolWanted),
    /// The history card of a person.
    Card(TraineeId),
    Courses,
    Classes,
    Class(ClassId),
    /// The same, at whoever lacks a proof of their category.
    Unproven(ClassId),
    ClassForm(ClassWanted),
    /// The timetable of a class, filled from weekdays and slots.
    Fill(ClassId),
    Session(ClassId, SessionWanted),
    /// This session and perhaps those that follow, to another day.
    Shift(ClassId, SessionId),
    /// Clashes and dated changes of a class.
    Matters(ClassId),
    /// Somebody leaves a class, withdraws, or moves to another.
    Depart(ClassId, EnrolmentId, DepartureKind),
    Roll(SessionId),
    /// The same, at one person.
    RollOf(SessionId, EnrolmentId),
    Week(WeekWanted),
    /// Leave announced for somebody of a class.
    Leave(ClassId, EnrolmentId),
    /// Rolls not taken on their day, of a class or of the centre.
    BackEntry(Option<ClassId>),
    /// The same roll, one name after the other.
    RollCall(SessionId),
    /// The same roll, taken by a scanner.
    RollScan(SessionId),
    /// A column of marks for the roll, as it was pasted; empty for one still to come.
    RollPaste(SessionId, String),
    /// Rolls of all classes that nobody took to the end.
    NotTaken,
    /// The signed sheet against the roll of a session.
    Paper(SessionId),
    Ledger(ClassId),
    PersonLedger(ClassId, EnrolmentId),
    /// For a class, or to choose one.
    Export(Option<ClassId>),
    /// A list of people, for a class or for one to be chosen.
    Import(Option<ClassId>),
    /// What would come of it.
    ImportReview(ImportWanted),
    Settings,
    Restore,
    Operators,
    /// One to be changed, or a new one.
    OperatorForm(Option<OperatorId>),
    /// The PIN of whoever works here.
    OwnPin,
    Audit,
    Guide,
    Keys,
    Reader,
}

/// Who is to be enrolled, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnrolWanted {
    /// A person on file.
    pub person: Option<TraineeId>,
    /// What was typed in the search box; it lands in the field it fits.
    pub typed: String,
    pub class: Option<ClassId>,
    /// Go on with what was half typed before.
    pub resume: bool,
    /// What a card reader told; it fills what is empty.
    pub card: Option<Card>,
}

/// Which list comes in, and into which class; without one its people come on file only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportWanted {
    pub file: PathBuf,
    pub class: Option<ClassId>,
    /// `None`: the first day of the class.
    pub joined: Option<NaiveDate>,
}

/// Whose week, and which; without a class the one that most likely runs, without a day this week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WeekWanted {
    pub class: Option<ClassId>,
    pub day: Option<NaiveDate>,
}

/// A class to be changed, or a new one of a course (key of the catalogue).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClassWanted {
    pub class: Option<ClassId>,
    pub course: String,
}

/// What becomes of a session of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionWanted {
    New,
    Change(SessionId),
    /// A new one in place of this cancelled one.
    MakeUp(SessionId),
}

/// A line of the menu under F9.
pub struct MenuLine {
    pub route: Route,
    pub name: Words,
    pub help: Words,
}

const fn line(route: Route, name: Words, help: Words) -> MenuLine {
    MenuLine { route, name, help }
}

pub const MENU: &[MenuLine] = &[
    line(Route::Today, text::today::title, text::today::about),
    line(Route::Search(String::new()), text::search::title, text::search::about),
    line(
        Route::Enrol(EnrolWanted {
            person: None,
            typed: String::new(),
            class: None,
            resume: false,
            card: None,
        }),
        text::enrol::title,
        text::enrol::about,
    ),
    line(Route::Import(None), text::import::title, text::import::about),
    line(Route::NotTaken, text::not_taken::title, text::not_taken::about),
    line(Route::Classes, text::classes::title, text::classes::about),
    line(Route::Week(WeekWanted { class: None, day: None }), text::week::title, text::week::about),
    line(Route::BackEntry(None), text::leave::gaps, text::leave::gaps_about),
    line(Route::Courses, text::courses::title, text::courses::about),
    line(Route::Export(None), text::export::title, text::export::about),
    line(Route::Settings, text::settings::title, text::settings::about),
    line(Route::Restore, text::restore::title, text::restore::about),
    line(Route::Operators, text::operators::title, text::operators::about),
    line(Route::OwnPin, text::operators::own_pin, text::operators::own_pin_about),
    line(Route::Audit, text::audit::title, text::audit::about),
    line(Route::Guide, text::guide::title, text::guide::about),
    line(Route::Reader, text::reader::title, text::reader::about),
    line(Route::Keys, text::shell::keys_page, text::shell::keys_page_about),
];

pub use scan::scanned;

/// Where F3 leads from a screen that has no search of its own.
pub const SEARCH: Route = Route::Search(String::new());

/// Where a second F1 leads.
pub const GUIDE: Route = Route::Guide;

/// The right that a page is for: whoever has it not is told before anything is typed, and sees nothing of what the
/// form would show. Pages to look at need none.
const fn needed(route: &Route) -> Option<Right> {
    match route {
        Route::Enrol(_) | Route::Depart(..) | Route::Import(_) | Route::ImportReview(_) => {
            Some(Right::People)
        }
        Route::ClassForm(_) | Route::Fill(_) | Route::Session(..) | Route::Shift(..) => Some(Right::Classes),
        Route::RollCall(_)
        | Route::RollScan(_)
        | Route::RollPaste(..)
        | Route::Paper(_)
        | Route::Leave(..) => Some(Right::OwnRolls),
        Route::BackEntry(_) => Some(Right::PastDays),
        Route::OperatorForm(_) | Route::Restore => Some(Right::Manage),
        _ => None,
    }
}

/// A screen of its own for every route, or a sentence why not.
pub fn open(route: &Route, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    if let Some(right) = needed(route) {
        ctx.desk.may(right).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    }
    match route {
        Route::Today => today::open(ctx),
        Route::Search(typed) => search::open(typed, ctx),
        Route::Enrol(wanted) => enrol::open(wanted, ctx),
        Route::Card(person) => card::open(*person, ctx),
        Route::Courses => courses::open(ctx),
        Route::Classes => classes::open(ctx),
        Route::Class(class) => class::open(*class, ctx),
        Route::Unproven(class) => class::open_unproven(*class, ctx),
        Route::ClassForm(wanted) => class_form::open(wanted, ctx),
        Route::Fill(class) => class::fill::open(*class, ctx),
        Route::Session(class, wanted) => class::session::open(*class, *wanted, ctx),
        Route::Shift(class, session) => class::shift::open(*class, *session, ctx),
        Route::Matters(class) => class::matters::open(*class, ctx),
        Route::Depart(class, enrolment, kind) => depart::open(*class, *enrolment, *kind, ctx),
        Route::Roll(session) => roll::open(*session, None, ctx),
        Route::RollOf(session, who) => roll::open(*session, Some(*who), ctx),
        Route::Week(wanted) => week::open(*wanted, ctx),
        Route::Leave(class, who) => leave::open(*class, *who, ctx),
        Route::BackEntry(class) => back_entry::open(*class, ctx),
        Route::RollCall(session) => roll::call::open(*session, ctx),
        Route::RollScan(session) => roll::scan::open(*session, ctx),
        Route::RollPaste(session, text) => roll::paste::open(*session, text, ctx),
        Route::NotTaken => not_taken::open(ctx),
        Route::Paper(session) => paper::open(*session, ctx),
        Route::Ledger(class) => ledger::open(*class, ctx),
        Route::PersonLedger(class, enrolment) => person::open(*class, *enrolment, ctx),
        Route::Export(class) => export::open(*class, ctx),
        Route::Import(class) => import::open(*class, ctx),
        Route::ImportReview(wanted) => import::review::open(wanted, ctx),
        Route::Settings => settings::open(ctx),
        Route::Restore => restore::open(ctx),
        Route::Operators => operators::open(ctx),
        Route::OperatorForm(known) => operators::form::open(*known, ctx),
        Route::OwnPin => operators::own_pin::open(ctx),
        Route::Audit => audit::open(ctx),
        Route::Guide => guide::open(ctx),
        Route::Reader => reader::open(ctx),
        Route::Keys => Ok(Box::new(keys::Keys::default())),
    }
}
