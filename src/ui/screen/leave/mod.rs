//! Leave that is announced: from when to when, and which sessions it fills, told before anything is written.

mod fields;
mod view;

use crate::app::leave::LeavePlan;
use crate::app::words as say;
use crate::domain::calendar::parse_day;
use crate::domain::ids::{ClassId, EnrolmentId};
use crate::domain::leave::{Half, Span};
use crate::domain::mark::LeaveKind;
use crate::store::rows::{ClassRow, EnrolmentRow};
use crate::text::{Lang, leave as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::form::{Form, FormEvent};
use fields::{Field, SPECS};

pub(super) fn open(
    class: ClassId,
    who: EnrolmentId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let read = || {
        let class = ctx.desk.class(class)?;
        Ok((ctx.desk.enrolment(&class, who)?, class))
    };
    let (who, class) = read().map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let today = ctx.desk.today();
    let mut form = Form::new(SPECS);
    fields::fill(&mut form, ctx.lang, today.max(class.start));
    form.focus(Field::From);
    form.mark_saved();
    Ok(Box::new(Leave { class, who, form, plan: None }))
}

pub(super) struct Leave {
    class: ClassRow,
    who: EnrolmentRow,
    form: Form<Field>,
    /// What the days as typed would do.
    plan: Option<LeavePlan>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Save,
    Choose,
}

impl Leave {
    /// The days as typed, or every fault of them.
    fn span(&self, lang: Lang) -> Result<Span, Vec<(Field, String)>> {
        let mut faults = Vec::new();
        let mut day = |field| {
            let day = parse_day(self.form.get(field));
            if day.is_none() {
                faults.push((field, t::not_a_day(lang).to_owned()));
            }
            day
        };
        let days = day(Field::From).zip(day(Field::To));
        let Some((from, to)) = days else { return Err(faults) };
        let (begins, ends) = (self.half(Field::FromHalf), self.half(Field::ToHalf));
        Span::new((from, begins), (to, ends)).ok_or_else(|| vec![(Field::To, t::backwards(lang).to_owned())])
    }

    fn half(&self, field: Field) -> Half {
        if self.form.get(field) == fields::AFTERNOON { Half::Afternoon } else { Half::Morning }
    }

    fn kind(&self) -> LeaveKind {
        if self.form.get(Field::Kind) == fields::PERSONAL { LeaveKind::Personal } else { LeaveKind::Sick }
    }

    /// Tells anew what the days would do.
    fn judge(&mut self, ctx: &mut Ctx<'_>) {
        self.form.clear_fault(Field::From);
        self.form.clear_fault(Field::To);
        let plan = self.span(ctx.lang).ok().map(|span| ctx.desk.plan_leave(&self.who, span));
        self.plan = match plan.transpose() {
            Ok(plan) => plan,
            Err(trouble) => {
                ctx.note.error(say::trouble(ctx.lang, &trouble));
                None
            }
        };
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let span = match self.span(lang) {
            Ok(span) => span,
            Err(faults) => {
                self.form.set_faults(faults);
                return Flow::Stay;
            }
        };
        match ctx.desk.announce_leave(&self.who, span, self.kind(), self.form.get(Field::Reason)) {
            Ok(plan) => {
                self.form.mark_saved();
                ctx.note.ok(t::announced(lang, &self.who.name, plan.set.len()));
                Flow::Back
            }
            Err(trouble) => {
                ctx.note.error(say::trouble(lang, &trouble));
                Flow::Stay
            }
        }
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &mut Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Moved => {}
            FormEvent::Changed(_) => self.judge(ctx),
            FormEvent::Left(field) => {
                self.judge(ctx);
                let faults = self.span(ctx.lang).err().unwrap_or_default();
                for (of, said) in faults.into_iter().filter(|(of, _)| *of == field) {
                    self.form.fault(of, said);
                }
            }
        }
        Flow::Stay
    }
}

impl Screen for Leave {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command { run: Cmd::Save, keys: &[Key::F(8)], name: t::save, help: t::save_about, in_bar: true },
        Command {
            run: Cmd::Choose,
            keys: &[Key::F(4)],
            name: t::choose,
            help: t::choose_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        t::title(lang, self.class.code.as_str(), &self.who.name)
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save(ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.judge(ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.answered(&answer);
        self.event(event, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.event(event, ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
