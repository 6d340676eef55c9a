//! One session as a form: added to a class, changed against its version, or made up for a cancelled one.

mod fields;

use super::days;
use crate::app::clashes::Clash;
use crate::app::days::{DayWarning, not_before_start};
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::class::{SessionPlan, slot_hours};
use crate::domain::hours::ClassHours;
use crate::domain::ids::ClassId;
use crate::store::rows::{ClassRow, SessionRow};
use crate::text::class as words;
use crate::text::{Lang, common, form as form_words, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::overlay::line::Wants;
use crate::ui::screen::SessionWanted;
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::theme::Ink;
use crate::ui::widget::form::Form;
use chrono::{Datelike, NaiveDate};
use fields::Field;
use std::convert::Infallible;

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
    let minutes = ctx.desk.rules_of(&class).minutes_per_hour.value;
    let leave = match &task {
        Task::Change(row) => ctx.desk.on_leave(row)?,
        Task::New | Task::MakeUp(..) => Vec::new(),
    };
    let mut screen = Session { class, minutes, task, form, days: Vec::new(), clashes: Vec::new(), leave };
    screen.look(ctx);
    Ok(screen)
}

struct Session {
    class: ClassRow,
    /// Minutes of a class hour, by the rules of the class.
    minutes: u16,
    task: Task,
    form: Form<Field>,
    /// What there is to say of the day as typed.
    days: Vec<DayWarning>,
    /// What the session as typed gets in the way of.
    clashes: Vec<Clash>,
    /// Who is on leave in the session that is changed.
    leave: Vec<String>,
}

enum Task {
    New,
    /// As read: saved against its version.
    Change(SessionRow),
    /// The cancelled session, and its class hours that nothing makes up for yet.
    MakeUp(SessionRow, ClassHours),
}

const WHY: &str = "why-moved";

impl Session {
    fn plan(&self, lang: Lang) -> Result<SessionPlan, Faults<Field>> {
        fields::plan(&self.form, self.minutes, lang)
    }

    fn look(&mut self, ctx: &Ctx<'_>) {
        let plan = self.plan(ctx.lang).ok();
        let day = plan.as_ref().map(|plan| plan.day).filter(|day| self.was() != Some(*day));
        self.days = ctx.desk.day_warnings(&self.class, day.as_slice());
        let clashes = plan.and_then(|plan| ctx.desk.clashes_of_plans(self.class.id, &[plan]).ok());
        self.clashes = clashes.unwrap_or_default();
    }

    /// The day on file of a session that is changed.
    fn was(&self) -> Option<NaiveDate> {
        match &self.task {
            Task::Change(row) => Some(row.day),
            Task::New | Task::MakeUp(..) => None,
        }
    }

    /// A new session is saved as it stands; one to be changed must differ from what is on file.
    fn save_because(&mut self, reason: &str, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if matches!(self.task, Task::Change(_)) && !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let plan = match self.plan(lang) {
            Ok(plan) => plan,
            Err(faults) => return self.refuse(faults, ctx),
        };
        let when = say::timetable::lesson(lang, plan.day, plan.slot);
        match self.write(plan, reason, ctx) {
            Ok(()) => self.saved(&when, ctx),
            Err(Trouble::ReasonNeeded) => Flow::Ask(
                Dialog::prompt(timetable::why_moved(lang, &when), "").wanting(Wants::Reason).tagged(WHY),
            ),
            Err(error) if error.is_stale() => self.reread(ctx),
            Err(error @ Trouble::BeforeStart(_)) => {
                self.form.set_faults([(Field::Day, say::trouble(lang, &error))]);
                Flow::Stay
            }
            Err(error @ (Trouble::Overlap | Trouble::NoHour | Trouble::HasMarks)) => {
                self.form.set_faults([(Field::Slot, say::trouble(lang, &error))]);
                Flow::Stay
            }
            Err(error) => {
                ctx.fail(&error);
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
        let day = self.days.first().map(|warning| say::timetable::day_note(lang, warning));
        let sums = say::timetable::clash_sums(lang, &self.clashes);
        let clash = sums.first().map(|first| timetable::clash(lang, first));
        ctx.note.ok_but(done, day.or(clash).as_deref());
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
            Err(error) => ctx.fail(&error),
        }
        Flow::Stay
    }
}

impl FormPage for Session {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(form_words::save, words::session_save_about), choose()];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        let part = match &self.task {
            Task::New => words::new_session(lang).to_owned(),
            Task::Change(_) => words::edit_session(lang).to_owned(),
            Task::MakeUp(row, _) => timetable::make_up_title(lang, &say::timetable::when(row.day, row.slot)),
        };
        words::part(lang, self.class.code.as_str(), &part)
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.save_because("", ctx)
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        let day = fields::day(&self.form).map(|day| not_before_start(&self.class, day, self.was()));
        let mut faults = self.plan(ctx.lang).err().unwrap_or_default();
        faults.extend(day.and_then(Outcome::err).map(|error| (Field::Day, say::trouble(ctx.lang, &error))));
        faults
    }

    fn changed(&mut self, _: Field, ctx: &mut Ctx<'_>) {
        self.look(ctx);
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (WHY, Said::Text(reason)) => self.save_because(reason, ctx),
            _ => Flow::Unused,
        }
    }

    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let mut lines = Vec::new();
        let hours = fields::slot(&self.form).map_or(ClassHours::ZERO, |slot| slot_hours(slot, self.minutes));
        if let Task::MakeUp(row, owed) = &self.task {
            let what = say::timetable::lesson(lang, row.day, row.slot);
            lines.push((Ink::Text, timetable::making_up(lang, &what, owed.get())));
            if hours < *owed {
                lines.push((Ink::Warning, timetable::still_owed(lang, owed.minus(hours).get())));
            }
        }
        let Some(day) = fields::day(&self.form) else { return lines };
        let named = common::weekday(lang, day.weekday());
        lines.push((Ink::Text, words::worth(lang, named, hours.get())));
        lines.extend(days::warnings(lang, &self.days));
        lines.extend(days::clashes(lang, &self.clashes));
        if matches!(&self.task, Task::Change(row) if (Some(row.day), Some(row.slot)) != (Some(day), fields::slot(&self.form)))
        {
            lines.extend(say::timetable::leave_along(lang, &self.leave).map(|words| (Ink::Text, words)));
        }
        lines
    }
}
