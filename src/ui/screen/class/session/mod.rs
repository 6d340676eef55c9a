//! One session as a form: added to a class, changed against its version, or made up for a cancelled one.

mod fields;

use super::days;
use super::rows::weekday;
use crate::app::clashes::Clash;
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::class::{SessionPlan, slot_hours};
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::store::rows::{ClassRow, SessionRow};
use crate::text::class as words;
use crate::text::classes as form_words;
use crate::text::{Lang, common, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::SessionWanted;
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Form, FormEvent};
use chrono::Datelike;
use fields::Field;

pub(in crate::ui::screen) fn open(
    class: ClassId,
    wanted: SessionWanted,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    read(class, wanted, ctx)
        .map(|screen| -> Box<dyn AnyScreen> { Box::new(screen) })
        .map_err(|error| say::trouble(ctx.lang, &error))
}

fn read(class: ClassId, wanted: SessionWanted, ctx: &Ctx<'_>) -> Outcome<Session> {
    let class = ctx.desk.class(class)?;
    let mut form = Form::new(fields::SPECS);
    form.set_choices(Field::Kind, fields::kinds(ctx.lang));
    let task = match wanted {
        SessionWanted::New => {
            let day = ctx.desk.today().clamp(class.start, class.end);
            fields::put_new(&mut form, day, &class.instructor, &class.place);
            Task::New
        }
        SessionWanted::Change(id) => {
            let row = ctx.desk.session(id)?;
            fields::put(&mut form, &row);
            Task::Change(row)
        }
        SessionWanted::MakeUp(id) => {
            let row = ctx.desk.session(id)?;
            let owed = ctx.desk.owed_of(&row)?;
            fields::put(&mut form, &row);
            form.set(Field::Day, &ctx.desk.free_day(&row)?.to_string());
            Task::MakeUp(row, owed)
        }
    };
    // typing replaces what stands there
    form.focus(Field::Day);
    form.mark_saved();
    let minutes = ctx.desk.rules_of(&class.pack_id).minutes_per_hour.value;
    let mut screen = Session { class, minutes, task, form, clashes: Vec::new() };
    screen.look(ctx);
    Ok(screen)
}

struct Session {
    class: ClassRow,
    /// Minutes of a class hour, by the rules of the class.
    minutes: u16,
    task: Task,
    form: Form<Field>,
    /// What the session as typed gets in the way of.
    clashes: Vec<Clash>,
}

enum Task {
    New,
    /// As read: saved against its version.
    Change(SessionRow),
    /// The cancelled session, and its class hours that nothing makes up for yet.
    MakeUp(SessionRow, ClassHours),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Save,
    Choose,
}

const WHY: &str = "why-moved";

impl Session {
    fn plan(&self, lang: Lang) -> Result<SessionPlan, Vec<(Field, String)>> {
        fields::plan(&self.form, self.minutes, lang)
    }

    fn look(&mut self, ctx: &Ctx<'_>) {
        let plan = self.plan(ctx.lang).ok();
        let clashes = plan.and_then(|plan| ctx.desk.clashes_of_plans(self.class.id, &[plan]).ok());
        self.clashes = clashes.unwrap_or_default();
    }

    /// A new session is saved as it stands; one to be changed must differ from what is on file.
    fn save(&mut self, reason: &str, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if matches!(self.task, Task::Change(_)) && !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let plan = match self.plan(lang) {
            Ok(plan) => plan,
            Err(faults) => {
                ctx.note.error(form_words::faults(lang, faults.len()));
                self.form.set_faults(faults);
                return Flow::Stay;
            }
        };
        let when = format!("{} {}", weekday(plan.day, lang), plan.slot);
        match self.write(plan, reason, ctx) {
            Ok(()) => self.saved(&when, ctx),
            Err(Trouble::ReasonNeeded) => {
                Flow::Ask(Dialog::prompt(timetable::why_moved(lang, &when), "").tagged(WHY))
            }
            Err(error) if error.is_stale() => self.reread(ctx),
            Err(error @ (Trouble::Overlap | Trouble::NoHour | Trouble::HasMarks)) => {
                self.form.set_faults([(Field::Slot, say::trouble(lang, &error))]);
                Flow::Stay
            }
            Err(error) => {
                ctx.note.error(say::trouble(lang, &error));
                Flow::Stay
            }
        }
    }

    fn write(&self, plan: SessionPlan, reason: &str, ctx: &mut Ctx<'_>) -> Outcome<()> {
        match &self.task {
            Task::New => ctx.desk.add_session(self.class.id, plan).map(|_| ()),
            Task::Change(row) => ctx.desk.change_session(row.id, row.version, plan, reason),
            Task::MakeUp(row, _) => ctx.desk.make_up(row.id, plan).map(|_| ()),
        }
    }

    fn saved(&mut self, when: &str, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        self.form.mark_saved();
        let done = match &self.task {
            Task::MakeUp(row, _) => {
                timetable::did_make_up(lang, &say::timetable::half_day(lang, row.day, row.slot), when)
            }
            Task::New | Task::Change(_) => words::session_saved(lang, when),
        };
        let sums = say::timetable::clash_sums(lang, &self.clashes);
        match sums.first() {
            Some(first) => ctx.note.warn(format!("{done}  {}", timetable::clash(lang, first))),
            None => ctx.note.ok(done),
        }
        Flow::Back
    }

    fn reread(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let Task::Change(old) = &self.task else { return Flow::Stay };
        match ctx.desk.session(old.id) {
            Ok(row) => {
                fields::put(&mut self.form, &row);
                self.form.mark_saved();
                self.task = Task::Change(row);
                ctx.note.warn(words::session_stale(ctx.lang));
            }
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
        }
        Flow::Stay
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Left(field) if !self.form.get(field).is_empty() => {
                self.form.clear_fault(field);
                let faults = self.plan(ctx.lang).err().unwrap_or_default();
                for (of, said) in faults.into_iter().filter(|(of, _)| *of == field) {
                    self.form.fault(of, said);
                }
                self.look(ctx);
            }
            FormEvent::Left(_) | FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }

    /// What follows from the session as typed.
    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let mut lines = Vec::new();
        let hours = fields::slot(&self.form).map_or(ClassHours::ZERO, |slot| slot_hours(slot, self.minutes));
        if let Task::MakeUp(row, owed) = &self.task {
            let what = format!("{} {}", weekday(row.day, lang), row.slot);
            lines.push((Ink::Text, timetable::making_up(lang, &what, owed.get())));
            if hours < *owed {
                lines.push((Ink::Warning, timetable::still_owed(lang, owed.minus(hours).get())));
            }
        }
        let Some(day) = fields::day(&self.form) else { return lines };
        let named = common::weekday(lang, day.weekday().num_days_from_monday());
        lines.push((Ink::Text, words::worth(lang, named, hours.get())));
        if day < self.class.start || day > self.class.end {
            let (start, end) = (self.class.start.to_string(), self.class.end.to_string());
            lines.push((Ink::Warning, words::outside(lang, &start, &end)));
        }
        lines.extend(days::clashes(lang, &self.clashes));
        lines
    }
}

impl Screen for Session {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command {
            run: Cmd::Save,
            keys: &[Key::F(8)],
            name: form_words::save,
            help: words::session_save_about,
            in_bar: true,
        },
        Command {
            run: Cmd::Choose,
            keys: &[Key::F(4)],
            name: form_words::choose,
            help: form_words::choose_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        let part = match &self.task {
            Task::New => words::new_session(lang).to_owned(),
            Task::Change(_) => words::edit_session(lang).to_owned(),
            Task::MakeUp(row, _) => timetable::make_up_title(lang, &say::timetable::when(row.day, row.slot)),
        };
        words::part(lang, self.class.code.as_str(), &part)
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save("", ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (WHY, Said::Text(reason)) if reason.trim().is_empty() => {
                ctx.note.warn(timetable::not_moved(ctx.lang));
                Flow::Stay
            }
            (WHY, Said::Text(reason)) => self.save(reason, ctx),
            _ => {
                let event = self.form.answered(&answer);
                self.event(event, ctx)
            }
        }
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
        let (lang, cols) = (paint.lang, paint.width());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        for (ink, line) in self.outcome(lang) {
            y += paint.paragraph(5, y, cols - 7, &line, ink);
        }
    }
}
