//! What a verb asked the shell to do: go, come back, ask, leave. Nothing leaves with something unsaved unasked.

use super::{Over, Shell, Turn};
use crate::app::words;
use crate::text;
use crate::ui::command::{AnyScreen, Flow};
use crate::ui::key::Key;
use crate::ui::screen::Route;
use std::path::Path;

impl Shell {
    /// Does what a verb asked for; `key` is named if it turns out to mean nothing here.
    pub(super) fn apply(&mut self, flow: Flow, key: Option<Key>, turn: &mut Turn<'_>) {
        match flow {
            Flow::Stay => {}
            Flow::Unused => match key {
                Some(key) => {
                    // by the name of the key that was pressed, not of the one that it stands for
                    let pressed = self.pressed.filter(|pressed| pressed.meant() == key).unwrap_or(key);
                    self.note.warn(text::shell::unused(self.lang, &pressed.label(self.lang)));
                }
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
            Flow::Restore(from) => self.restore(&from, turn),
            Flow::Listen(reader) => self.listen_to(reader),
        }
    }

    /// The program goes on with a copy, as if it had been started on it.
    fn restore(&mut self, from: &Path, turn: &mut Turn<'_>) {
        self.keep_all(turn);
        let restored = match turn.desk.restore(from) {
            Ok(restored) => restored,
            Err(trouble) => return self.note.error(words::trouble(self.lang, &trouble)),
        };
        self.stack.clear();
        self.parked.clear();
        self.listen_to(turn.desk.reader());
        self.open(self.home.clone(), false, turn);
        let said = text::restore::restored(self.lang, restored.lost);
        self.note.ok(said.clone());
        if turn.desk.needs_sign_in() {
            self.cover_because(&said, turn);
        }
    }

    pub(super) fn open(&mut self, route: Route, replace: bool, turn: &mut Turn<'_>) {
        if !replace && self.stack.last().is_some_and(|(top, _)| *top == route) {
            self.note.warn(text::shell::already_here(self.lang));
            return;
        }
        self.swallows_enter = None;
        let opener = self.house.open;
        let mut ctx = turn.ctx(self.lang, &mut self.note, &self.waker);
        match opener(&route, &mut ctx) {
            Ok(mut screen) => {
                screen.enter(&mut ctx);
                if replace {
                    self.stack.pop();
                }
                self.stack.push((route, screen));
                self.note.turned_page();
            }
            Err(why) => self.note.error(why),
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
                Some(flow) => {
                    let is_unsaved =
                        matches!(flow, Flow::Stay) && self.top().is_some_and(AnyScreen::is_dirty);
                    self.apply(flow, None, turn);
                    if is_unsaved {
                        self.note.warn(text::shell::unsaved_quit(self.lang));
                    }
                    return;
                }
            }
        }
        self.ended = true;
    }
}
