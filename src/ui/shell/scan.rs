//! What a scan does: it finds and fills, whatever has the focus, and never confirms, saves or deletes.
//! A page may know better what to do with it; what no page knows ends in the field as text.

use super::{Bell, Over, Shell, Turn};
use crate::app::words;
use crate::domain::id_number::IdNumber;
use crate::domain::scan::Scanned;
use crate::text::scan as t;
use crate::ui::command::{AnyScreen, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};

/// Tags the question whether this is the number whose X was lost.
const LOST_X: &str = "lost-x";

impl Shell {
    pub(super) fn scanned(&mut self, scanned: &Scanned, turn: &mut Turn<'_>) {
        self.note.seen();
        self.ring();
        if self.has_overlay() {
            return self.scanned_over(scanned, turn);
        }
        if let Scanned::LacksX(id) = scanned {
            return self.ask_x(*id, turn);
        }
        match self.with_top(turn, |screen, ctx| screen.scanned(scanned, ctx)) {
            None | Some(Flow::Unused) => self.scanned_anywhere(scanned, turn),
            Some(flow) => self.apply(flow, None, turn),
        }
        self.scanned_on = self.stack.last().map(|(route, _)| route.clone());
    }

    /// A card held too long does nothing twice. On another page, or where it did nothing, it is a new scan.
    pub(super) fn scanned_again(&mut self, scanned: &Scanned, turn: &mut Turn<'_>) {
        let here = self.stack.last().map(|(route, _)| route);
        let is_done = here == self.scanned_on.as_ref() && self.top().is_some_and(AnyScreen::took_scan);
        if is_done {
            self.note.ok(t::again(self.lang));
            return;
        }
        self.scanned(scanned, turn);
    }

    /// True once after a scan, where the bell is wanted.
    pub fn take_bell(&mut self) -> bool {
        let rings = self.bell == Bell::Ringing;
        if rings {
            self.bell = Bell::Quiet;
        }
        rings
    }

    /// A question, a list or the sign-in lies over the page.
    pub(super) const fn has_overlay(&self) -> bool {
        self.gate.is_some() || !matches!(self.over, Over::Nothing)
    }

    fn ring(&mut self) {
        if self.bell != Bell::Off {
            self.bell = Bell::Ringing;
        }
    }

    /// Whatever lies over the page was not made for scans. What may have been typed after all is not lost, but its
    /// Enter confirms nothing.
    fn scanned_over(&mut self, scanned: &Scanned, turn: &mut Turn<'_>) {
        if let Scanned::Unknown(text) = scanned {
            self.overlaid(&Input::text(text), turn);
        }
        self.note.warn(t::not_here(self.lang));
    }

    fn scanned_anywhere(&mut self, scanned: &Scanned, turn: &mut Turn<'_>) {
        let has_field = self.has_field();
        match scanned {
            Scanned::Wrong(text, fault) => {
                let why = words::id_fault(self.lang, *fault);
                if has_field {
                    self.type_in(text, turn);
                }
                self.note.error(t::wrong(self.lang, text, &why));
            }
            Scanned::Phone(phone) if has_field => self.type_in(phone.as_str(), turn),
            Scanned::Phone(_) => self.note.warn(t::phone(self.lang)),
            Scanned::Unknown(text) if has_field => {
                self.type_in(text, turn);
                // Enter is the next field everywhere
                self.key(Key::Enter, turn);
            }
            Scanned::Unknown(text) => self.note.warn(t::unknown(self.lang, text)),
            Scanned::Id(_) | Scanned::Trainee(_) | Scanned::Card(_) | Scanned::LacksX(_) => {
                let does = self.house.scanned;
                let flow = self.with_ctx(turn, |ctx| does(scanned, ctx));
                self.apply(flow, None, turn);
            }
        }
    }

    fn type_in(&mut self, text: &str, turn: &mut Turn<'_>) {
        let flow = self.typed(&Input::text(text), turn);
        self.apply(flow, None, turn);
    }

    fn ask_x(&mut self, id: IdNumber, turn: &mut Turn<'_>) {
        self.lost_x = Some(id);
        let ask = Dialog::confirm(
            t::lost_x(self.lang),
            t::lost_x_which(self.lang, id.as_str()),
            t::lost_x_yes(self.lang),
        );
        self.apply(Flow::Ask(ask.tagged(LOST_X)), None, turn);
    }

    /// The answer, if it is to this shell's own question.
    pub(super) fn answered_x(&mut self, answer: &Answer, turn: &mut Turn<'_>) -> bool {
        let Some(id) = self.lost_x.take_if(|_| answer.tag == LOST_X) else { return false };
        self.close();
        if answer.said == Said::Yes {
            self.scanned(&Scanned::Id(id), turn);
        }
        true
    }
}
