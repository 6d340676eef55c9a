//! What an act did, as a line of the audit says it.

use crate::store::Verb;
use crate::store::rows::ActRow;
use crate::text::{Lang, desk as t};

/// What an act did, with whom or what it was about: names only, no numbers of a person.
pub fn act(lang: Lang, act: &ActRow) -> String {
    let what = match Verb::from_key(&act.verb) {
        Some(Verb::Init) => t::act_init(lang).to_owned(),
        Some(Verb::AddTrainee) => t::act_add_trainee(lang).to_owned(),
        Some(Verb::ChangeTrainee) => t::act_change_trainee(lang).to_owned(),
        Some(Verb::Enrol) => t::act_enrol(lang).to_owned(),
        Some(Verb::ImportRoster) => t::act_import(lang).to_owned(),
        Some(Verb::Leave) => t::act_leave(lang).to_owned(),
        Some(Verb::Withdraw) => t::act_withdraw(lang).to_owned(),
        Some(Verb::Transfer) => t::act_transfer(lang).to_owned(),
        Some(Verb::Wait) => t::act_wait(lang).to_owned(),
        Some(Verb::Promote) => t::act_promote(lang).to_owned(),
        Some(Verb::StopWaiting) => t::act_stop_waiting(lang).to_owned(),
        Some(Verb::AddClass) => t::act_add_class(lang).to_owned(),
        Some(Verb::ChangeClass) => t::act_change_class(lang).to_owned(),
        Some(Verb::FillTimetable) => t::act_fill(lang).to_owned(),
        Some(Verb::AddSession) => t::act_add_session(lang).to_owned(),
        Some(Verb::ChangeSession) => t::act_change_session(lang).to_owned(),
        Some(Verb::MoveSession) => t::act_move_session(lang).to_owned(),
        Some(Verb::CancelSession) => t::act_cancel_session(lang).to_owned(),
        Some(Verb::MakeUp) => t::act_make_up(lang).to_owned(),
        Some(Verb::MoveEnd) => t::act_move_end(lang).to_owned(),
        Some(Verb::Mark) => t::act_mark(lang).to_owned(),
        Some(Verb::MarkAll) => t::act_mark_all(lang).to_owned(),
        Some(Verb::MarkBlock) => t::act_mark_block(lang).to_owned(),
        Some(Verb::PasteMarks) => t::act_paste_marks(lang).to_owned(),
        Some(Verb::AnnounceLeave) => t::act_announce_leave(lang).to_owned(),
        Some(Verb::BackEntry) => t::act_back_entry(lang).to_owned(),
        Some(Verb::CompleteRoll) => t::act_complete_roll(lang).to_owned(),
        Some(Verb::ComparePaper) => t::act_compare_paper(lang).to_owned(),
        Some(Verb::ChangeSetting) => t::act_setting(lang).to_owned(),
        Some(Verb::AddOperator) => t::act_add_operator(lang).to_owned(),
        Some(Verb::ChangeOperator) => t::act_change_operator(lang).to_owned(),
        Some(Verb::SignIn) => t::act_sign_in(lang).to_owned(),
        Some(Verb::PinFailed) => t::act_pin_failed(lang).to_owned(),
        Some(Verb::RevealNumbers) => t::act_reveal(lang).to_owned(),
        Some(Verb::Export) => t::act_export(lang).to_owned(),
        Some(Verb::Restore) => t::act_restore(lang).to_owned(),
        Some(Verb::Load) => t::act_load(lang).to_owned(),
        Some(Verb::Undo) => t::act_undo(lang, act.undoes.map_or(0, |act| act.0)),
        None => t::act_unknown(lang).to_owned(),
    };
    // a setting is called by its key in the file
    let called = Some(act.called.as_str()).filter(|_| act.subject == "setting");
    let called = called.and_then(|key| crate::text::audit::setting(lang, key)).unwrap_or(&act.called);
    let named = if called.is_empty() { what } else { t::act_of(lang, &what, called) };
    // Rows mean something to a clerk only where one row is one person or one session.
    match Verb::from_key(&act.verb) {
        Some(Verb::Mark | Verb::MarkAll | Verb::PasteMarks) if act.rows > 1 => {
            format!("{named}{}", t::act_people(lang, act.rows))
        }
        Some(Verb::MarkBlock) => format!("{named}{}", t::act_cells(lang, act.rows)),
        Some(Verb::FillTimetable | Verb::AnnounceLeave) => {
            format!("{named}{}", t::act_sessions(lang, act.rows))
        }
        _ => named,
    }
}
