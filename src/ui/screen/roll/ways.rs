//! The ways of taking a roll, one list for all of them: people on a page, one name after the other, a scanner, a
//! column from a spreadsheet.

use crate::domain::ids::SessionId;
use crate::text::{Lang, roll as t};
use crate::ui::command::Flow;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::screen::Route;
use crate::ui::widget::picker::Item;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Page,
    Call,
    Scan,
    Paste,
}

const ALL: [Way; 4] = [Way::Page, Way::Call, Way::Scan, Way::Paste];

pub(super) const WAYS: &str = "ways";

impl Way {
    fn item(self, lang: Lang) -> Item {
        let (label, detail) = match self {
            Self::Page => (t::way_page(lang), t::way_page_about(lang)),
            Self::Call => (t::way_call(lang), t::way_call_about(lang)),
            Self::Scan => (t::way_scan(lang), t::way_scan_about(lang)),
            Self::Paste => (t::way_paste(lang), t::way_paste_about(lang)),
        };
        Item { detail: detail.to_owned(), ..Item::new(label) }
    }

    fn route(self, session: SessionId) -> Route {
        match self {
            Self::Page => Route::Roll(session),
            Self::Call => Route::RollCall(session),
            Self::Scan => Route::RollScan(session),
            Self::Paste => Route::RollPaste(session, String::new()),
        }
    }
}

pub(super) fn ask(now: Way, lang: Lang) -> Flow {
    let items = ALL.iter().map(|way| way.item(lang)).collect();
    let at = ALL.iter().position(|way| *way == now).unwrap_or(0);
    Flow::Ask(Dialog::pick(t::ways(lang), items).at(at).tagged(WAYS))
}

/// Where the answer leads. The page lies below the other ways, so that Esc comes back to it.
pub(super) fn answered(answer: &Answer, now: Way, session: SessionId) -> Flow {
    let Said::Picked(nth) = answer.said else { return Flow::Stay };
    match ALL.get(nth) {
        Some(way) if *way == now => Flow::Stay,
        Some(Way::Page) => Flow::Back,
        Some(way) if now == Way::Page => Flow::Go(way.route(session)),
        Some(way) => Flow::Replace(way.route(session)),
        None => Flow::Stay,
    }
}
