//! The things a clerk wants to do, in the order of a day. A step names its verb, and the verb's table names the key.

use super::super::form_page::FormCmd;
use super::super::{
    Route, WeekWanted, audit, back_entry, class, class_form, courses, enrol, export, import, operators,
    paper, person, reader, roll, search, settings, today, week,
};
use crate::text::{Lang, Words, guide as t};
use crate::ui::command::{Command, Screen};
use crate::ui::key::Key;
use crate::ui::shell::command::{COMMANDS as EVERYWHERE, ShellCmd};

pub(super) struct Task {
    pub(super) name: Words,
    /// Where it is done, if that is not where one comes from.
    pub(super) route: Option<fn() -> Route>,
    pub(super) steps: &'static [Step],
}

/// One step: the key, if a verb has one, and what to do with it.
pub(super) struct Step {
    pub(super) key: fn(Lang) -> String,
    pub(super) words: Words,
}

const fn step(key: fn(Lang) -> String, words: Words) -> Step {
    Step { key, words }
}

/// A step that is just read or typed.
const fn plain(words: Words) -> Step {
    Step { key: |_| String::new(), words }
}

fn label<C: Copy + PartialEq>(commands: &[Command<C>], run: C, lang: Lang) -> String {
    let command = commands.iter().find(|command| command.run == run);
    // a verb without a key is found under F9
    let key = command.and_then(|command| command.keys.first()).copied().unwrap_or(Key::F(9));
    key.label(lang).into_owned()
}

fn key<S: Screen>(run: S::Cmd, lang: Lang) -> String {
    label(S::COMMANDS, run, lang)
}

fn anywhere(run: ShellCmd, lang: Lang) -> String {
    label(EVERYWHERE, run, lang)
}

pub(super) const TASKS: &[Task] = &[
    Task {
        name: t::enrol,
        route: Some(|| Route::Search(String::new())),
        steps: &[
            plain(t::enrol_type),
            step(|lang| key::<search::Search>(search::Cmd::Enrol, lang), t::enrol_open),
            step(|lang| key::<search::Search>(search::Cmd::New, lang), t::enrol_new),
            step(|lang| key::<enrol::Enrol>(enrol::Cmd::Choose, lang), t::enrol_choose),
            step(|lang| key::<enrol::Enrol>(enrol::Cmd::CopyPrevious, lang), t::enrol_same),
            step(|lang| key::<enrol::Enrol>(enrol::Cmd::Save, lang), t::enrol_save),
        ],
    },
    Task {
        name: t::list,
        route: Some(|| Route::Import(None)),
        steps: &[
            step(|lang| key::<import::ImportPage>(FormCmd::Choose, lang), t::list_file),
            step(|lang| key::<import::ImportPage>(FormCmd::Save, lang), t::list_look),
            step(|lang| key::<import::review::Review>(import::review::Cmd::Take, lang), t::list_take),
        ],
    },
    Task {
        name: t::roll,
        route: Some(|| Route::Today),
        steps: &[
            step(|lang| key::<today::Today>(today::Cmd::Open, lang), t::roll_open),
            step(|lang| key::<roll::Roll>(roll::Cmd::AllPresent, lang), t::roll_all),
            plain(t::roll_find),
            step(|lang| key::<roll::Roll>(roll::Cmd::Seat, lang), t::roll_seat),
            step(|lang| key::<roll::Roll>(roll::Cmd::Detail, lang), t::roll_minutes),
            step(|lang| key::<roll::Roll>(roll::Cmd::Ways, lang), t::roll_ways),
            step(|lang| key::<roll::Roll>(roll::Cmd::Complete, lang), t::roll_complete),
        ],
    },
    Task {
        name: t::week,
        route: Some(|| Route::Week(WeekWanted::default())),
        steps: &[
            plain(t::week_walk),
            plain(t::week_sign),
            step(|lang| key::<week::WeekPage>(week::Cmd::Block, lang), t::week_block),
            step(|lang| key::<week::WeekPage>(week::Cmd::AllPresent, lang), t::week_all),
            step(|lang| key::<week::WeekPage>(week::Cmd::Later, lang), t::week_later),
            step(|lang| key::<week::WeekPage>(week::Cmd::Save, lang), t::week_save),
        ],
    },
    Task {
        name: t::leave,
        route: Some(|| Route::Search(String::new())),
        steps: &[
            plain(t::leave_who),
            step(|lang| key::<search::Search>(search::Cmd::Announce, lang), t::leave_days),
            plain(t::leave_filled),
        ],
    },
    Task {
        name: t::late,
        route: Some(|| Route::BackEntry(None)),
        steps: &[
            step(|lang| key::<back_entry::BackEntry>(back_entry::Cmd::Enter, lang), t::late_reason),
            step(|lang| key::<roll::Roll>(roll::Cmd::AllPresent, lang), t::late_roll),
            plain(t::late_said),
        ],
    },
    Task {
        name: t::paper,
        route: Some(|| Route::Week(WeekWanted::default())),
        steps: &[
            step(|lang| key::<week::WeekPage>(week::Cmd::Paper, lang), t::paper_open),
            plain(t::paper_key),
            step(|lang| key::<paper::PaperPage>(paper::Cmd::Compare, lang), t::paper_compare),
            step(|lang| key::<paper::PaperPage>(paper::Cmd::Take, lang), t::paper_take),
        ],
    },
    Task {
        name: t::hours,
        route: Some(|| Route::Search(String::new())),
        steps: &[
            step(|lang| key::<search::Search>(search::Cmd::Ledger, lang), t::hours_find),
            step(|lang| key::<person::Person>(person::Cmd::Open, lang), t::hours_open),
            step(|lang| key::<person::Person>(person::Cmd::Correct, lang), t::hours_correct),
        ],
    },
    Task {
        name: t::class,
        route: Some(|| Route::Courses),
        steps: &[
            step(|lang| key::<courses::Courses>(courses::Cmd::Open, lang), t::class_course),
            step(|lang| key::<class_form::ClassForm>(FormCmd::Save, lang), t::class_save),
            step(|lang| key::<class::Class>(class::Cmd::Fill, lang), t::class_fill),
        ],
    },
    Task {
        name: t::moving_sessions,
        route: Some(|| Route::Classes),
        steps: &[
            plain(t::move_class),
            step(|lang| key::<class::Class>(class::Cmd::Shift, lang), t::move_day),
            step(|lang| key::<class::Class>(class::Cmd::Remove, lang), t::move_cancel),
            step(|lang| key::<class::Class>(class::Cmd::MakeUp, lang), t::move_make_up),
            step(|lang| key::<class::Class>(class::Cmd::Matters, lang), t::move_matters),
        ],
    },
    Task {
        name: t::full,
        route: Some(|| Route::Classes),
        steps: &[
            plain(t::full_waits),
            step(|lang| key::<class::Class>(class::Cmd::Promote, lang), t::full_next),
            step(|lang| key::<class::Class>(class::Cmd::Transfer, lang), t::full_moves),
            step(|lang| key::<class::Class>(class::Cmd::Remove, lang), t::full_leaves),
            plain(t::full_again),
        ],
    },
    Task {
        name: t::print,
        route: Some(|| Route::Export(None)),
        steps: &[
            plain(t::print_choose),
            step(|lang| key::<export::Export>(FormCmd::Save, lang), t::print_write),
        ],
    },
    Task {
        name: t::wrong,
        route: Some(|| Route::Audit),
        steps: &[
            step(|lang| anywhere(ShellCmd::Undo, lang), t::wrong_undo),
            step(|lang| key::<audit::Audit>(audit::Cmd::TakeBack, lang), t::wrong_audit),
            plain(t::wrong_safe),
        ],
    },
    Task {
        name: t::people,
        route: Some(|| Route::Operators),
        steps: &[
            step(|lang| key::<operators::Operators>(operators::Cmd::Edit, lang), t::people_open),
            step(|lang| key::<operators::Operators>(operators::Cmd::Add, lang), t::people_add),
            step(|lang| anywhere(ShellCmd::Switch, lang), t::people_switch),
            step(|lang| anywhere(ShellCmd::Lock, lang), t::people_lock),
        ],
    },
    Task {
        name: t::backup,
        route: Some(|| Route::Settings),
        steps: &[
            plain(t::backup_daily),
            step(|lang| key::<settings::Settings>(FormCmd::Own(settings::Own::Backup), lang), t::backup_now),
            step(
                |lang| key::<settings::Settings>(FormCmd::Own(settings::Own::Verify), lang),
                t::backup_check,
            ),
            step(
                |lang| key::<settings::Settings>(FormCmd::Own(settings::Own::Restore), lang),
                t::backup_back,
            ),
        ],
    },
    Task {
        name: t::reader,
        route: Some(|| Route::Reader),
        steps: &[
            plain(t::reader_scan),
            step(|lang| key::<reader::Reader>(FormCmd::Own(reader::Own::Test), lang), t::reader_test),
            step(|lang| key::<reader::Reader>(FormCmd::Save, lang), t::reader_save),
            plain(t::reader_anywhere),
        ],
    },
    Task {
        name: t::strange,
        route: Some(|| Route::Keys),
        steps: &[
            step(|lang| anywhere(ShellCmd::Repaint, lang), t::strange_repaint),
            plain(t::strange_keys),
            step(|lang| anywhere(ShellCmd::More, lang), t::strange_more),
        ],
    },
];
