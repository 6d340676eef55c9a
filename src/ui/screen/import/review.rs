//! What would come of a list: every row of which something is to be said, before anything is written.

use super::super::ImportWanted;
use crate::app::import::{Imported, Judged, Wanted};
use crate::app::spreadsheets::{self, Version};
use crate::app::{Desk, Outcome, words as say};
use crate::store::rows::ClassRow;
use crate::text::{Lang, Words, cli, common, import as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Table, Width};
use std::collections::HashSet;

pub(in crate::ui::screen) fn open(
    wanted: &ImportWanted,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    // asked before the list is read: a file saved in between is another one
    let version = spreadsheets::version(&wanted.file);
    let read = || -> Outcome<(Option<ClassRow>, Imported)> {
        let class = wanted.class.map(|class| ctx.desk.class(class)).transpose()?;
        let found = judged(ctx.desk, wanted, class.clone())?.report;
        Ok((class, found))
    };
    let (class, found) = read().map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let table = Table::new(COLUMNS, |row: &Finding| row.id).inked(Finding::ink);
    let mut page = Review { wanted: wanted.clone(), version, class, found: Imported::default(), table };
    page.show(found, ctx.lang);
    Ok(Box::new(page))
}

fn judged(desk: &Desk, wanted: &ImportWanted, class: Option<ClassRow>) -> Outcome<Judged> {
    desk.judge_roster(&wanted.file, &how(wanted, class))
}

const fn how(wanted: &ImportWanted, class: Option<ClassRow>) -> Wanted {
    Wanted { class, joined: wanted.joined, dry_run: false }
}

pub(in crate::ui::screen) struct Review {
    wanted: ImportWanted,
    /// The file as it was looked over.
    version: Option<Version>,
    class: Option<ClassRow>,
    found: Imported,
    table: Table<Finding>,
}

/// How bad what is said of a row is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Rejected,
    Doubted,
    Differs,
    /// Nothing is written for the row: its person is there, or was.
    Known,
}

/// One thing that is said of a row.
struct Finding {
    /// Its place among all that is said: a row may have several.
    id: i64,
    row: u32,
    name: String,
    verdict: Verdict,
    why: String,
}

impl Finding {
    const fn ink(&self) -> Ink {
        match self.verdict {
            Verdict::Rejected => Ink::Error,
            Verdict::Doubted => Ink::Warning,
            Verdict::Differs | Verdict::Known => Ink::Text,
        }
    }
}

const COLUMNS: &[Column<Finding>] = &[
    Column::figure(t::c_row, 6, |row, _| row.row.to_string().into()),
    Column::text(t::c_name, Width::Fixed(10), |row, _| row.name.as_str().into()),
    Column::text(t::c_result, Width::Fixed(12), |row, lang| row.verdict.words()(lang).into()),
    Column::text(t::c_why, Width::Rest(20), |row, _| row.why.as_str().into()),
];

impl Verdict {
    const fn words(self) -> Words {
        match self {
            Self::Rejected => t::rejected,
            Self::Doubted => t::doubted,
            Self::Differs => t::differs,
            Self::Known => t::known,
        }
    }
}

/// All that is said of the rows, the worst first, each in the order of the file.
fn findings(found: &Imported, lang: Lang) -> Vec<Finding> {
    let rejected = found.rejected.iter().map(|one| (Verdict::Rejected, one.row, say::reject(lang, &one.why)));
    let doubted = found.warned.iter().map(|one| (Verdict::Doubted, one.row, say::warning(lang, &one.what)));
    let differs = found.differs.iter().map(|one| {
        let field = say::trainee_field(lang, one.field);
        (Verdict::Differs, one.row, t::differs_why(lang, field, &one.have, &one.file))
    });
    let kept_out: HashSet<u32> = found.rejected.iter().map(|one| one.row).collect();
    // one that is kept out needs nothing else said; one that is there is not "in"
    let of_row = |(verdict, row, why): (Verdict, u32, String)| match verdict {
        Verdict::Rejected => Some((verdict, row, why)),
        _ if kept_out.contains(&row) => None,
        _ if found.taken.contains(&row) => Some((verdict, row, why)),
        _ => Some((Verdict::Known, row, why)),
    };
    let finding = |(id, (verdict, row, why)): (i64, (Verdict, u32, String))| {
        let name = found.names.get(&row).cloned().unwrap_or_default();
        Finding { id, row, name, verdict, why }
    };
    let mut said: Vec<_> = rejected.chain(doubted).chain(differs).filter_map(of_row).collect();
    said.sort_by_key(|(verdict, row, _)| (*verdict, *row));
    (0..).zip(said).map(finding).collect()
}

impl Review {
    fn show(&mut self, found: Imported, lang: Lang) {
        self.table.set_rows(findings(&found, lang));
        self.found = found;
    }

    /// Judged anew first: what is written is what was looked at, or nothing.
    fn take(&mut self, ctx: &mut Ctx<'_>) -> Outcome<Flow> {
        let class = self.wanted.class.map(|class| ctx.desk.class(class)).transpose()?;
        let version = spreadsheets::version(&self.wanted.file);
        let now = judged(ctx.desk, &self.wanted, class.clone())?;
        if now.report != self.found || version != self.version {
            (self.class, self.version) = (class, version);
            self.show(now.report, ctx.lang);
            ctx.note.warn(t::changed_since(ctx.lang));
            return Ok(Flow::Stay);
        }
        ctx.desk.take_roster(&now, &how(&self.wanted, class))?;
        ctx.note.ok(t::taken(ctx.lang, now.report.accepted));
        Ok(Flow::Back)
    }

    /// Lines above the table: what would come of it, and what of the file was not read.
    fn head(&self, lang: Lang) -> Vec<(Ink, String)> {
        let found = &self.found;
        let sums = t::sums(lang, found.accepted, found.known, found.rejected.len());
        let mut lines = vec![(Ink::Text, sums)];
        if !found.unknown_columns.is_empty() {
            let columns = found.unknown_columns.join(common::separator(lang));
            lines.push((Ink::Warning, format!("! {}", cli::unknown_columns(lang, &columns))));
        }
        if !found.other_sheets.is_empty() {
            let sheets = found.other_sheets.join(common::separator(lang));
            lines.push((Ink::Warning, format!("! {}", cli::other_sheets(lang, &sheets))));
        }
        lines
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screen) enum Cmd {
    Take,
}

impl Screen for Review {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[shown(Cmd::Take, &[Key::F(8)], t::take, t::take_about)];

    fn title(&self, lang: Lang) -> String {
        let file = self.wanted.file.file_name().unwrap_or_default();
        t::review_of(lang, &file.to_string_lossy())
    }

    fn status(&self, lang: Lang) -> String {
        let class = self.class.as_ref();
        class.map_or_else(|| t::onto_file(lang).to_owned(), |class| t::into_class(lang, class.code.as_str()))
    }

    fn blocked(&self, _: Cmd) -> Option<Reason> {
        (self.found.accepted == 0).then_some(Reason::Words(t::none_to_take))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Take => self.take(ctx).unwrap_or_else(|trouble| {
                ctx.fail(&trouble);
                Flow::Stay
            }),
        }
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let room = cols.saturating_sub(2);
        let mut y = 0;
        for (ink, line) in self.head(lang) {
            y += paint.paragraph(1, y, room, &line, ink);
        }
        let Some(row) = self.table.chosen() else {
            paint.text(1, y + 1, t::all_good(lang), Ink::Ok);
            return;
        };
        // the sentence of the chosen row, whole, below the table
        let foot = paint.foot(1, room, &t::row_says(lang, row.row, &row.name, &row.why), row.ink());
        let high = rows.saturating_sub(y + foot + 2);
        self.table.view(&mut paint.sub(1, y + 1, room, high), true);
    }
}
