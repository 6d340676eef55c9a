//! Moving a session, or it and all that follow: what would come of it stands below, old and new, before anything is
//! written.

mod fields;
mod view;

use super::days;
use super::rows::weekday;
use crate::app::shift::Moving;
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::calendar::Weekdays;
use crate::domain::ids::{ClassId, SessionId};
use crate::store::rows::{ClassRow, SessionRow};
use crate::text::class as class_words;
use crate::text::classes as form_words;
use crate::text::{Lang, timetable as words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::form::{Form, FormEvent};
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
    form.set_choices(Field::Weekdays, days::weekday_choices(ctx.lang));
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
enum Cmd {
    Save,
    Choose,
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

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let mut faults = fields::read(&self.form, lang).err().unwrap_or_default();
        if self.form.get(Field::Reason).trim().is_empty() {
            faults.push((Field::Reason, words::not_moved(lang).to_owned()));
        }
        if !faults.is_empty() {
            ctx.note.error(form_words::faults(lang, faults.len()));
            self.form.set_faults(faults);
            return Flow::Stay;
        }
        // exactly what is shown is done: a session that was changed meanwhile is noticed by its version
        let done = match &self.preview {
            Some(Ok(moving)) => {
                let reason = self.form.get(Field::Reason);
                ctx.desk.move_sessions(moving, reason).map(|()| moving.moved.len())
            }
            Some(Err(_)) | None => {
                self.look(ctx);
                return self.refuse(ctx);
            }
        };
        match done {
            Ok(count) => {
                self.form.mark_saved();
                self.say(count, ctx);
                Flow::Back
            }
            Err(error) => {
                ctx.note.error(say::trouble(lang, &error));
                self.look(ctx);
                Flow::Stay
            }
        }
    }

    /// Why nothing can be moved.
    fn refuse(&self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(Err(error)) = &self.preview {
            ctx.note.error(say::trouble(ctx.lang, error));
        }
        Flow::Stay
    }

    fn say(&self, count: usize, ctx: &mut Ctx<'_>) {
        let done = words::did_move(ctx.lang, count);
        let sums = self.preview.iter().flatten().flat_map(|moving| {
            let last = moving.moved.last().map(|one| weekday(one.plan.day, ctx.lang));
            let beyond = moving.after_end.zip(last);
            let beyond = beyond.map(|(end, last)| words::after_end(ctx.lang, &end.to_string(), &last));
            let clash = say::timetable::clash_sums(ctx.lang, &moving.clashes).into_iter().next();
            beyond.into_iter().chain(clash.map(|clash| words::clash(ctx.lang, &clash)))
        });
        let warnings: Vec<String> = sums.collect();
        match warnings.first() {
            Some(first) => ctx.note.warn(format!("{done}  {first}")),
            None => ctx.note.ok(done),
        }
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Moved => return Flow::Stay,
            FormEvent::Changed(Field::Reason) => {
                self.form.clear_fault(Field::Reason);
                return Flow::Stay;
            }
            FormEvent::Changed(Field::How) => fields::suit(&mut self.form),
            FormEvent::Changed(_) => {}
            FormEvent::Left(field) => {
                self.form.clear_fault(field);
                let faults = fields::read(&self.form, ctx.lang).err().unwrap_or_default();
                for (of, said) in faults.into_iter().filter(|(of, _)| *of == field) {
                    self.form.fault(of, said);
                }
            }
        }
        self.look(ctx);
        Flow::Stay
    }
}

const fn command(
    run: Cmd,
    keys: &'static [Key],
    name: fn(Lang) -> &'static str,
    help: fn(Lang) -> &'static str,
) -> Command<Cmd> {
    Command { run, keys, name, help, in_bar: true }
}

impl Screen for Shift {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        command(Cmd::Save, &[Key::F(8)], words::move_save, words::move_save_about),
        command(Cmd::Choose, &[Key::F(4)], form_words::choose, form_words::choose_about),
        command(Cmd::Down, &[Key::PgDn], words::page_down, words::page_down_about),
        command(Cmd::Up, &[Key::PgUp], words::page_up, words::page_up_about),
    ];

    fn title(&self, lang: Lang) -> String {
        let when = say::timetable::when(self.session.day, self.session.slot);
        class_words::part(lang, self.class.code.as_str(), &words::move_title(lang, &when))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => return self.save(ctx),
            Cmd::Choose => return self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
            Cmd::Down => self.top.set(self.top.get() + PAGE),
            Cmd::Up => self.top.set(self.top.get().saturating_sub(PAGE)),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.answered(&answer);
        self.event(event, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.event(event, ctx)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
