//! The first page. A placeholder until the real one is written.

use crate::text::{self, Lang};
use crate::ui::command::{Command, Ctx, Flow, Screen};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

pub struct Today;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmd {}

impl Screen for Today {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[];

    fn title(&self, lang: Lang) -> String {
        text::shell::today_page(lang).to_owned()
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {}
    }

    fn view(&self, paint: &mut Paint<'_>) {
        paint.text(1, 0, text::shell::today_page_about(paint.lang), Ink::Text);
    }
}
