//! Copies of the data and files that were set aside, to put one back: first what would be lost is said, then asked. The
//! shell does it, because every page that is open shows what will no longer be.

use crate::app::backup::{Restored, acts_in};
use crate::app::{clock, words};
use crate::store::rows::BackupRow;
use crate::text::{Lang, operators, restore as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::settings;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Table, Width, id_of};
use std::borrow::Cow;
use std::path::PathBuf;

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    // two files may be of one moment
    let copies = Table::new(COLUMNS, |row: &Choice| id_of(&row.file.path));
    let mut page = Restore { copies, asked: None };
    Screen::refresh(&mut page, ctx);
    Ok(Box::new(page))
}

pub(super) struct Restore {
    copies: Table<Choice>,
    /// Which file the question is about: copies may come and go while it is open.
    asked: Option<PathBuf>,
}

struct Choice {
    file: BackupRow,
    is: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Copy,
    /// The file that an earlier restore took the place of.
    SetAside,
}

impl Choice {
    fn made(&self) -> String {
        clock::local(self.file.made_ms).format("%Y-%m-%d %H:%M").to_string()
    }

    fn name(&self, lang: Lang) -> Cow<'_, str> {
        match self.is {
            What::Copy => self.file.path.file_name().unwrap_or_default().to_string_lossy(),
            What::SetAside => t::before_restore(lang).into(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Choose,
}

/// Lost acts that the question names; the rest is counted.
const NAMED: usize = 8;

const COLUMNS: &[Column<Choice>] = &[
    Column::text(t::made, Width::Fixed(16), |row, _| row.made().into()),
    Column::figure(t::acts, 10, |row, _| {
        acts_in(&row.file.path).map_or_else(|| "-".to_owned(), |acts| acts.to_string()).into()
    }),
    Column::figure(t::size, 8, |row, lang| settings::size(lang, row.file.bytes).into()),
    Column::text(t::file, Width::Rest(20), Choice::name),
];

/// What is lost, the newest first, and what becomes of the present file.
fn at_stake(lang: Lang, would: &Restored) -> String {
    let mut lines = Vec::new();
    if would.other_desk {
        lines.push(t::other_desk(lang).to_owned());
    }
    lines.extend(words::sign_in::after_restore(lang, &would.sign_in));
    lines.push(match would.lost_sign_ins {
        0 => t::would_lose(lang, would.lost),
        sign_ins => t::would_lose_sign_ins(lang, would.lost, sign_ins),
    });
    let named = would.newest_lost.iter().take(NAMED);
    lines.extend(named.clone().map(|act| {
        let at = clock::local(act.wall_ms).format("%m-%d %H:%M");
        format!("  {at}  {}  {}", operators::called(lang, &act.operator), words::act(lang, act))
    }));
    let more = would.lost - would.lost_sign_ins - i64::try_from(named.count()).unwrap_or(0);
    if more > 0 {
        lines.push(t::and_more(lang, more));
    }
    lines.push(t::set_aside(lang).to_owned());
    lines.join("\n")
}

impl Screen for Restore {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] =
        &[shown(Cmd::Choose, &[Key::Enter], t::choose, t::choose_about)];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn blocked(&self, _: Cmd) -> Option<Reason> {
        self.copies.chosen().is_none().then_some(Reason::Words(t::none))
    }

    /// A dry run: nothing is changed by it.
    fn run(&mut self, _: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        let (Some(copy), lang) = (self.copies.chosen(), ctx.lang) else { return Flow::Unused };
        match ctx.desk.would_restore(&copy.file.path) {
            Ok(would) => {
                let title = match copy.is {
                    What::Copy => t::ask(lang, &copy.made()),
                    What::SetAside => t::ask_aside(lang, &copy.made()),
                };
                self.asked = Some(copy.file.path.clone());
                Flow::Ask(Dialog::confirm(title, at_stake(lang, &would), t::yes(lang)))
            }
            Err(trouble) => {
                ctx.fail(&trouble);
                Flow::Stay
            }
        }
    }

    fn answered(&mut self, answer: Answer, _: &mut Ctx<'_>) -> Flow {
        match (answer.said, self.asked.take()) {
            (Said::Yes, Some(file)) => Flow::Restore(file),
            _ => Flow::Unused,
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.copies.input(input).flow()
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.copies.click(target).flow()
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        let found = ctx.desk.backups().and_then(|copies| Ok((copies, ctx.desk.set_aside()?)));
        match found {
            Ok((copies, aside)) => {
                let copies = copies.into_iter().map(|file| Choice { file, is: What::Copy });
                let aside = aside.into_iter().map(|file| Choice { file, is: What::SetAside });
                let mut rows: Vec<Choice> = copies.chain(aside).collect();
                rows.sort_by_key(|row| std::cmp::Reverse(row.file.made_ms));
                self.copies.set_rows(rows);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        if self.copies.rows().is_empty() {
            paint.text(1, 1, t::none(lang), Ink::Warning);
            return;
        }
        let mut y = 1;
        y += paint.paragraph(1, y, cols - 2, t::how(lang), Ink::Dim) + 1;
        self.copies.view(&mut paint.sub(1, y, cols - 2, rows.saturating_sub(y)), true);
    }
}
