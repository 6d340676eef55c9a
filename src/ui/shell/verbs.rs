//! The shell's own verbs, and what becomes of a pick or an answer.

use super::command::{COMMANDS, ShellCmd};
use super::{Over, Shell, Turn};
use crate::text::{self, Words};
use crate::ui::command::{AnyScreen, Ctx, Flow, Hint, hints};
use crate::ui::overlay::dialog::Answer;
use crate::ui::overlay::help::Help;
use crate::ui::overlay::palette::{Chosen, Palette, Pick};

impl Shell {
    pub(super) fn run(&mut self, cmd: ShellCmd, turn: &mut Turn<'_>) {
        let lang = self.lang;
        match cmd {
            ShellCmd::Back => self.back(turn),
            ShellCmd::Search => self.apply(Flow::Go(self.house.search.clone()), None, turn),
            ShellCmd::Refresh => {
                self.with_top(turn, |screen, ctx| {
                    ctx.note.ok(text::shell::refreshed(lang));
                    screen.refresh(ctx);
                });
            }
            ShellCmd::Undo => {
                self.take_back(|screen, ctx| screen.undo(ctx), text::shell::nothing_to_undo, turn);
            }
            ShellCmd::Redo => {
                self.take_back(|screen, ctx| screen.redo(ctx), text::shell::nothing_to_redo, turn);
            }
            ShellCmd::Copy => self.note.warn(text::shell::copy_note(lang)),
            ShellCmd::Paste => self.note.warn(text::shell::paste_note(lang)),
            ShellCmd::Repaint => self.repaint = true,
            ShellCmd::Switch => self.switch(turn),
            ShellCmd::Lock => self.lock_now(turn),
            ShellCmd::Mouse => {
                self.mouse = !self.mouse;
                let said = if self.mouse { text::shell::mouse_is_on } else { text::shell::mouse_is_off };
                self.note.ok(said(lang));
            }
            ShellCmd::Quit => self.quit(turn),
            ShellCmd::More => {
                self.over = Over::Palette(self.palette());
            }
            ShellCmd::Help => {
                let screen =
                    self.stack.last().map(|(_, screen)| (screen.title(lang), screen.field_help(lang)));
                let (title, field) = screen.unwrap_or_default();
                self.over =
                    Over::Help(Help::new(title, field, self.screen_hints(), hints(COMMANDS, lang, |_| None)));
            }
        }
    }

    /// All that can be done from here.
    pub fn palette(&self) -> Palette {
        let shell = hints(COMMANDS, self.lang, |_| None);
        Palette::new(self.lang, &self.screen_hints(), self.house.menu, &shell)
    }

    pub(super) fn take_back(
        &mut self,
        ask: impl FnOnce(&mut dyn AnyScreen, &mut Ctx<'_>) -> Flow,
        none: Words,
        turn: &mut Turn<'_>,
    ) {
        match self.with_top(turn, ask) {
            None | Some(Flow::Unused) => self.note.warn(none(self.lang)),
            Some(flow) => self.apply(flow, None, turn),
        }
    }

    pub(super) fn screen_hints(&self) -> Vec<Hint> {
        self.stack.last().map(|(_, screen)| screen.hints(self.lang)).unwrap_or_default()
    }

    pub(super) fn chosen(&mut self, chosen: Chosen, turn: &mut Turn<'_>) {
        match chosen {
            Chosen::Nothing => {}
            Chosen::Closed => self.close(),
            Chosen::Run(pick) => {
                self.close();
                self.pick(pick, turn);
            }
        }
    }

    /// Runs one line of the palette, as if it were open.
    pub fn pick(&mut self, pick: Pick, turn: &mut Turn<'_>) {
        match pick {
            Pick::Screen(nth) => {
                if let Some(pressed) = self.with_top(turn, |screen, ctx| screen.pick(nth, ctx)) {
                    self.pressed(pressed, None, turn);
                }
            }
            Pick::Menu(nth) => {
                if let Some(line) = self.house.menu.get(nth) {
                    self.apply(Flow::Go(line.route.clone()), None, turn);
                }
            }
            Pick::Shell(nth) => {
                if let Some(command) = COMMANDS.get(nth) {
                    self.run(command.run, turn);
                }
            }
        }
    }

    pub(super) fn answered(&mut self, answer: Option<Answer>, turn: &mut Turn<'_>) {
        let Some(answer) = answer else { return };
        if self.answered_x(&answer, turn) {
            return;
        }
        self.close();
        let flow = self.with_top(turn, |screen, ctx| screen.answered(answer, ctx));
        // a cancelled question often means nothing to anybody, and that is no news
        if let Some(flow) = flow.filter(|flow| !matches!(flow, Flow::Unused)) {
            self.apply(flow, None, turn);
        }
    }

    /// Some terminals leave ink where a box lay over hanzi.
    pub(super) fn close(&mut self) {
        self.over = Over::Nothing;
        self.repaint = true;
    }
}
