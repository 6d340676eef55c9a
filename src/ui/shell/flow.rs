//! What a verb asked the shell to do: go, come back, ask, leave. Nothing leaves with something unsaved unasked.

use super::{Over, Shell, Turn};
use crate::text;
use crate::ui::command::{Ctx, Flow};
use crate::ui::key::Key;
use crate::ui::screen::Route;

impl Shell {
    /// Does what a verb asked for; `key` is named if it turns out to mean nothing here.
    pub(super) fn apply(&mut self, flow: Flow, key: Option<Key>, turn: &mut Turn<'_>) {
        match flow {
            Flow::Stay => {}
            Flow::Unused => match key {
                Some(key) => self.note.warn(text::shell::unused(self.lang, &key.label(self.lang))),
                None => self.note.warn(text::shell::unused_text(self.lang)),
            },
            Flow::Go(route) => self.open(route, false, turn),
            Flow::Replace(route) => self.open(route, true, turn),
            Flow::Back => self.pop(turn),
            Flow::Ask(mut dialog) => {
                dialog.opened(self.house.matches);
                self.over = Over::Ask(dialog);
            }
            Flow::Quit => self.quit(turn),
            Flow::Dress(lang, look) => {
                self.lang = lang.unwrap_or(self.lang);
                self.theme = self.theme.dressed(look);
                self.repaint = true;
            }
            Flow::Listen(reader) => self.listen_to(reader),
        }
    }

    pub(super) fn open(&mut self, route: Route, replace: bool, turn: &mut Turn<'_>) {
        if !replace && self.stack.last().is_some_and(|(top, _)| *top == route) {
            self.note.warn(text::shell::already_here(self.lang));
            return;
        }
        let opener = self.house.open;
        let mut ctx =
            Ctx { desk: turn.desk, lang: self.lang, now: turn.now, note: &mut self.note, waker: &self.waker };
        match opener(&route, &mut ctx) {
            Ok(mut screen) => {
                screen.enter(&mut ctx);
                if replace {
                    self.stack.pop();
                }
                self.stack.push((route, screen));
                self.note.turned_page();
            }
            Err(why) => self.note.error(text::shell::cannot_open(self.lang, &why)),
        }
    }

    pub(super) fn back(&mut self, turn: &mut Turn<'_>) {
        if self.stack.len() < 2 {
            self.note.warn(text::shell::at_the_root(self.lang));
            return;
        }
        if let Some(flow) = self.with_top(turn, |screen, ctx| screen.leave(ctx)) {
            self.apply(flow, None, turn);
        }
    }

    pub(super) fn pop(&mut self, turn: &mut Turn<'_>) {
        if self.stack.len() < 2 {
            self.note.warn(text::shell::at_the_root(self.lang));
            return;
        }
        self.stack.pop();
        self.note.turned_page();
        self.with_top(turn, |screen, ctx| screen.enter(ctx));
    }

    /// Every open screen may object, the top one first; those that agreed are closed by then.
    pub(super) fn quit(&mut self, turn: &mut Turn<'_>) {
        // whoever stands before a covered page cannot be asked; what is half typed was kept as it was covered
        if self.is_covered() {
            self.ended = true;
            return;
        }
        if self.warns_of_parked(turn) {
            return;
        }
        loop {
            match self.with_top(turn, |screen, ctx| screen.leave(ctx)) {
                Some(Flow::Back) if self.stack.len() > 1 => {
                    self.stack.pop();
                }
                None | Some(Flow::Back) => break,
                Some(flow) => return self.apply(flow, None, turn),
            }
        }
        self.ended = true;
    }
}
