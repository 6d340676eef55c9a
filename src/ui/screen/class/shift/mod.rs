//! Moving a session, or it and all that follow: what would come of it stands below, old and new, before anything is
//! written.

mod fields;
mod view;

use super::days;
use crate::app::shift::Moving;
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::calendar::Weekdays;
use crate::domain::ids::{ClassId, SessionId};
use crate::store::rows::{ClassRow, SessionRow};
use crate::text::class as class_words;
use crate::text::{Lang, timetable as words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, shown};
use crate::ui::key::Key;
use crate::ui::paint::Paint;
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::widget::form::Form;
use fields::Field;
use std::cell::Cell;

pub(in crate::ui::screen) fn open(
    class: ClassId,
    session: SessionId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    read(class, session, ctx)
        .map(|screen| -> Box<dyn AnyScreen> { Box::new(screen) })
        .map_err(|error| say::trouble(ctx.lang, &error))
}

fn read(class: ClassId, session: SessionId, ctx: &Ctx<'_>) -> Outcome<Shift> {
    let class = ctx.desk.class(class)?;
    let session = ctx.desk.session(session)?;
    let weekdays = ctx.desk.usual_weekdays(class.id)?.unwrap_or(Weekdays::ALL);
    let mut form = Form::new(fields::SPECS);
    form.set_choices(Field::How, fields::hows(ctx.lang));
    form.set_choices(Field::Weekdays, days::weekday_choices(ctx.lang, Some(weekdays)));
    form.set_choices(Field::Holidays, days::holiday_choices(ctx.lang));
    for (field, value) in [
        (Field::How, "one".to_owned()),
        (Field::Day, session.day.to_string()),
        (Field::Slot, session.slot.to_string()),
        (Field::Days, "7".to_owned()),
        (Field::TeachingDays, "1".to_owned()),
        (Field::Weekdays, weekdays.to_string()),
        (Field::Holidays, days::USUAL.to_owned()),
    ] {
        form.set(field, &value);
    }
    fields::suit(&mut form);
    // typing replaces what stands there
    form.focus(Field::How);
    form.mark_saved();
    let refused = days::refused(ctx.desk, ctx.lang);
    let mut screen = Shift { class, session, form, preview: None, refused, top: Cell::new(0) };
    screen.look(ctx);
    Ok(screen)
}

struct Shift {
    class: ClassRow,
    session: SessionRow,
    form: Form<Field>,
    /// What the move would do; none while something is not understood.
    preview: Option<Result<Moving, Trouble>>,
    /// Tables of holidays that cannot be used, in words.
    refused: Vec<String>,
    /// The first line of the list that is shown; the view keeps it within the list.
    top: Cell<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Down,
    Up,
}

/// Lines that one page of the list goes on by; what is shown at 80×24 is a little more.
const PAGE: usize = 6;

impl Shift {
    fn look(&mut self, ctx: &Ctx<'_>) {
        let to = fields::read(&self.form, ctx.lang).ok();
        self.preview = to.map(|to| ctx.desk.plan_move(self.session.id, to));
        self.top.set(0);
    }

    /// Why nothing can be moved.
    fn say_why(&self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(Err(error)) = &self.preview {
            ctx.fail(error);
        }
        Flow::Stay
    }

    fn say(&self, count: usize, ctx: &mut Ctx<'_>) {
        let done = words::did_move(ctx.lang, count);
        let mut warnings = self.preview.iter().flatten().flat_map(|moving| {
            let day = moving.days.first().map(|day| say::timetable::day_warning(ctx.lang, day));
            let clash = say::timetable::clash_sums(ctx.lang, &moving.clashes).into_iter().next();
            day.into_iter().chain(clash.map(|clash| words::clash(ctx.lang, &clash)))
        });
        let warning = warnings.next();
        ctx.note.ok_but(done, warning.as_deref());
    }
}

impl FormPage for Shift {
    type Field = Field;
    type Own = Page;
    const COMMANDS: &'static [Command<FormCmd<Page>>] = &[
        save(words::move_save, words::move_save_about),
        choose(),
        shown(FormCmd::Own(Page::Down), &[Key::PgDn], words::page_down, words::page_down_about),
        shown(FormCmd::Own(Page::Up), &[Key::PgUp], words::page_up, words::page_up_about),
    ];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        let when = say::timetable::when(self.session.day, self.session.slot);
        class_words::part(lang, self.class.code.as_str(), &words::move_title(lang, &when))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let mut faults = fields::read(&self.form, lang).err().unwrap_or_default();
        if self.form.get(Field::Reason).trim().is_empty() {
            faults.push((Field::Reason, words::not_moved(lang).to_owned()));
        }
        if !faults.is_empty() {
            return self.refuse(faults, ctx);
        }
        // exactly what is shown is done: a session that was changed meanwhile is noticed by its version
        let done = match &self.preview {
            Some(Ok(moving)) => {
                let reason = self.form.get(Field::Reason);
                ctx.desk.move_sessions(moving, reason).map(|()| moving.moved.len())
            }
            Some(Err(_)) | None => {
                self.look(ctx);
                return self.say_why(ctx);
            }
        };
        match done {
            Ok(count) => {
                self.form.mark_saved();
                self.say(count, ctx);
                Flow::Back
            }
            Err(error) => {
                ctx.fail(&error);
                self.look(ctx);
                Flow::Stay
            }
        }
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        fields::read(&self.form, ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, field: Field, ctx: &mut Ctx<'_>) {
        match field {
            Field::Reason => return,
            Field::How => fields::suit(&mut self.form),
            _ => {}
        }
        self.look(ctx);
    }

    fn own(&mut self, page: Page, _: &mut Ctx<'_>) -> Flow {
        let top = self.top.get();
        self.top.set(match page {
            Page::Down => top + PAGE,
            Page::Up => top.saturating_sub(PAGE),
        });
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
