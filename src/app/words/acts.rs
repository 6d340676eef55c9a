//! What an act did, as a line of the audit says it.

use crate::store::Verb;
use crate::store::rows::ActRow;
use crate::text::{Lang, desk as t};

/// What an act did, with whom or what it was about: names only, no numbers of a person.
pub fn act(lang: Lang, act: &ActRow) -> String {
    let what = match (&act.undid, act.undoes) {
        (Some(undid), Some(undone)) => t::act_undo(lang, undone.0, deed(lang, undid)),
        _ => deed(lang, &act.verb).to_owned(),
    };
    let about = about(lang, act);
    if called(lang, act).is_empty() { what + &about } else { t::act_of(lang, &what, &about) }
}

/// What the verb of this key does.
fn deed(lang: Lang, key: &str) -> &'static str {
    match Verb::from_key(key) {
        Some(Verb::Init) => t::act_init(lang),
        Some(Verb::AddTrainee) => t::act_add_trainee(lang),
        Some(Verb::ChangeTrainee) => t::act_change_trainee(lang),
        Some(Verb::Enrol) => t::act_enrol(lang),
        Some(Verb::ImportRoster) => t::act_import(lang),
        Some(Verb::Leave) => t::act_leave(lang),
        Some(Verb::Withdraw) => t::act_withdraw(lang),
        Some(Verb::Transfer) => t::act_transfer(lang),
        Some(Verb::Wait) => t::act_wait(lang),
        Some(Verb::Promote) => t::act_promote(lang),
        Some(Verb::StopWaiting) => t::act_stop_waiting(lang),
        Some(Verb::AddClass) => t::act_add_class(lang),
        Some(Verb::ChangeClass) => t::act_change_class(lang),
        Some(Verb::FillTimetable) => t::act_fill(lang),
        Some(Verb::AddSession) => t::act_add_session(lang),
        Some(Verb::ChangeSession) => t::act_change_session(lang),
        Some(Verb::MoveSession) => t::act_move_session(lang),
        Some(Verb::CancelSession) => t::act_cancel_session(lang),
        Some(Verb::MakeUp) => t::act_make_up(lang),
        Some(Verb::MoveEnd) => t::act_move_end(lang),
        Some(Verb::Mark) => t::act_mark(lang),
        Some(Verb::MarkAll) => t::act_mark_all(lang),
        Some(Verb::MarkBlock) => t::act_mark_block(lang),
        Some(Verb::PasteMarks) => t::act_paste_marks(lang),
        Some(Verb::AnnounceLeave) => t::act_announce_leave(lang),
        Some(Verb::BackEntry) => t::act_back_entry(lang),
        Some(Verb::CompleteRoll) => t::act_complete_roll(lang),
        Some(Verb::ComparePaper) => t::act_compare_paper(lang),
        Some(Verb::ChangeLooks) => t::act_looks(lang),
        Some(Verb::ChangeSetting) => t::act_setting(lang),
        Some(Verb::AddOperator) => t::act_add_operator(lang),
        Some(Verb::ChangeOperator) => t::act_change_operator(lang),
        Some(Verb::SignIn) => t::act_sign_in(lang),
        Some(Verb::PinFailed) => t::act_pin_failed(lang),
        Some(Verb::RevealNumbers) => t::act_reveal(lang),
        Some(Verb::Export) => t::act_export(lang),
        Some(Verb::Restore) => t::act_restore(lang),
        Some(Verb::Load) => t::act_load(lang),
        Some(Verb::Undo) | None => t::act_unknown(lang),
    }
}

/// With whom or what an act did it, and to how many.
pub fn about(lang: Lang, act: &ActRow) -> String {
    // Rows mean something to a clerk only where one row is one person or one session; an undo writes others besides.
    let rows = match Verb::from_key(&act.verb).filter(|_| act.undoes.is_none()) {
        Some(Verb::Mark | Verb::MarkAll | Verb::PasteMarks) if act.rows > 1 => t::act_people(lang, act.rows),
        Some(Verb::MarkBlock) => t::act_cells(lang, act.rows),
        Some(Verb::FillTimetable | Verb::AnnounceLeave) => t::act_sessions(lang, act.rows),
        _ => String::new(),
    };
    format!("{}{rows}", called(lang, act))
}

/// A setting is called by its key in the file.
fn called(lang: Lang, act: &ActRow) -> &str {
    Some(act.called.as_str())
        .filter(|_| act.subject == "setting")
        .and_then(|key| crate::text::audit::setting(lang, key))
        .unwrap_or(&act.called)
}
