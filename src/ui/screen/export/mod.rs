//! Sheets out.

use crate::text::{self, Lang};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

pub(super) fn open(
    _class: Option<crate::domain::ids::ClassId>,
    _ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    Ok(Box::new(Export))
}

struct Export;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {}

impl Screen for Export {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[];

    fn title(&self, lang: Lang) -> String {
        text::export::title(lang).to_owned()
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        match cmd {}
    }

    fn view(&self, paint: &mut Paint<'_>) {
        paint.text(1, 0, text::export::about(paint.lang), Ink::Text);
    }
}
