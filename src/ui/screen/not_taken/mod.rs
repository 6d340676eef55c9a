//! Rolls that nobody took to the end, across all classes, the most late first. Enter goes there.

use crate::app::rolls::NotTaken;
use crate::app::words::timetable as say;
use crate::app::{codes, words};
use crate::domain::calendar::Moment;
use crate::store::rows::DayRow;
use crate::text::{Lang, not_taken as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Table, Width};
use chrono::NaiveDate;

pub(super) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut page = Page {
        table: Table::new(COLUMNS, |row: &Row| row.day.session.id.0).with_state(Row::ink),
        more: false,
        since: ctx.desk.today(),
    };
    let found = ctx.desk.not_taken().map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
    page.show(found, ctx.desk.now());
    Ok(Box::new(page))
}

struct Page {
    table: Table<Row>,
    more: bool,
    /// The first day that was looked at.
    since: NaiveDate,
}

struct Row {
    day: DayRow,
    now: Moment,
}

impl Row {
    fn ink(&self) -> Ink {
        if self.day.session.day < self.now.day { Ink::Error } else { Ink::Warning }
    }

    /// How long ago the session began.
    fn since(&self, lang: Lang) -> String {
        let days = (self.now.day - self.day.session.day).num_days();
        match days {
            ..1 => {}
            1 => return t::one_day(lang).to_owned(),
            days => return t::days(lang, days),
        }
        match self.now.time.minute().saturating_sub(self.day.session.slot.from().minute()) {
            minutes if minutes < 60 => t::minutes(lang, minutes),
            minutes => t::hours(lang, minutes / 60, minutes % 60),
        }
    }
}

const COLUMNS: &[Column<Row>] = &[
    Column::text(t::day, Width::Fixed(10), |row, lang| say::named(lang, row.day.session.day).into()),
    Column::text(t::slot, Width::Fixed(11), |row, _| row.day.session.slot.to_string().into()),
    Column::text(t::class, Width::Fixed(10), |row, _| row.day.code.as_str().into()),
    Column::text(t::course, Width::Rest(8), |row: &Row, lang| {
        codes::named(&row.day.course.0).name(lang).into()
    })
    .leaving(3),
    Column::text(t::instructor, Width::Fixed(8), |row: &Row, _| row.day.session.instructor.as_str().into())
        .leaving(2),
    Column::figure(t::left, 8, |row, _| {
        format!("{}/{}", row.day.expected.saturating_sub(row.day.taken), row.day.expected).into()
    }),
    Column::text(t::since, Width::Fixed(13), |row, lang| row.since(lang).into()),
];

impl Page {
    fn show(&mut self, found: NotTaken, now: Moment) {
        (self.more, self.since) = (found.more, found.since);
        self.table.set_rows(found.rows.into_iter().map(|day| Row { day, now }).collect());
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Open,
    Class,
}

impl Screen for Page {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Open, &[Key::Enter], t::open, t::open_about),
        shown(Cmd::Class, &[Key::F(6)], t::to_class, t::to_class_about),
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang).to_owned()
    }

    fn status(&self, lang: Lang) -> String {
        t::counted(lang, self.table.rows().len())
    }

    fn blocked(&self, _: Cmd) -> Option<Reason> {
        self.table.chosen().is_none().then_some(Reason::Words(t::none))
    }

    fn run(&mut self, cmd: Cmd, _: &mut Ctx<'_>) -> Flow {
        let Some(row) = self.table.chosen() else { return Flow::Stay };
        Flow::Go(match cmd {
            Cmd::Open => Route::Roll(row.day.session.id),
            Cmd::Class => Route::Class(row.day.session.class),
        })
    }

    fn typed(&mut self, input: &Input, _: &mut Ctx<'_>) -> Flow {
        self.table.input(input).flow()
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.not_taken() {
            Ok(found) => self.show(found, ctx.desk.now()),
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn click(&mut self, target: Click, _: &mut Ctx<'_>) -> Flow {
        self.table.click(target).flow()
    }

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        if self.table.rows().is_empty() {
            let words = t::all_taken(lang, &self.since.to_string());
            paint.paragraph(1, 1, cols.saturating_sub(2), &words, Ink::Text);
            return;
        }
        paint.text(1, 0, &t::order(lang, &self.since.to_string()), Ink::Dim);
        let rows = paint.height();
        let foot = if self.more { 2 } else { 0 };
        self.table.view(&mut paint.sub(1, 2, cols.saturating_sub(2), rows.saturating_sub(2 + foot)), true);
        if self.more {
            paint.text(1, rows - 1, &t::more(lang, self.table.rows().len()), Ink::Warning);
        }
    }
}
