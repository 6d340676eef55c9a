//! What has to be asked before a mark can be written: minutes missed at one end, a reason for a day that is over.
//! The box stays open until the answer can be used; writing the mark is the page's work.

use crate::domain::hours::Minutes;
use crate::domain::mark::End;
use crate::text::{Lang, roll as t};
use crate::ui::overlay::dialog::Dialog;
use crate::ui::overlay::line::Wants;
use crate::ui::widget::kind::Kind;

/// How the question for the minutes begins where nothing else is to be said.
pub(in crate::ui::screen) fn minutes_title(lang: Lang, end: End, whom: &str) -> String {
    match end {
        End::Late => t::ask_late(lang, whom),
        End::Early => t::ask_early(lang, whom),
    }
}

/// Asks for minutes of a session that lasts `most`; those that stand already are offered.
pub(in crate::ui::screen) fn minutes_dialog(title: String, before: Minutes, most: u16) -> Dialog {
    let initial = if before.is_none() { String::new() } else { before.get().to_string() };
    Dialog::prompt_of(Kind::Number, title, &initial).wanting(Wants::Minutes(most))
}

/// The minutes of such an answer.
pub(in crate::ui::screen) fn minutes(text: &str) -> Option<Minutes> {
    text.trim().parse().ok().and_then(Minutes::new)
}

/// Asks why a past session is marked; one that was given before is offered.
pub(in crate::ui::screen) fn reason_dialog(lang: Lang, before: &str) -> Dialog {
    Dialog::prompt(t::ask_reason(lang), before).wanting(Wants::Reason)
}
