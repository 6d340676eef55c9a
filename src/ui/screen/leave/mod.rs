//! Leave that is announced: from when to when, and which sessions it fills, told before anything is written.

mod fields;
mod view;

use crate::app::leave::LeavePlan;
use crate::app::words as say;
use crate::domain::calendar::parse_day;
use crate::domain::ids::{ClassId, EnrolmentId};
use crate::domain::leave::{Part, Span};
use crate::domain::mark::LeaveKind;
use crate::store::rows::{ClassRow, EnrolmentRow};
use crate::text::{Lang, leave as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::paint::Paint;
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::widget::form::Form;
use fields::{Field, HALVES, KINDS, SPECS};
use std::convert::Infallible;

pub(super) fn open(
    class: ClassId,
    who: EnrolmentId,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let read = || {
        let class = ctx.desk.class(class)?;
        let who = ctx.desk.enrolment(&class, who)?;
        Ok((ctx.desk.next_ahead(&who)?, who, class))
    };
    let (next, who, class) = read().map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let today = ctx.desk.today();
    let mut form = Form::new(SPECS);
    let none = (today.max(class.start), Part::Morning);
    let (day, part) = next.map_or(none, |next| (next.day, Part::of(next.slot)));
    fields::fill(&mut form, ctx.lang, day, part);
    form.focus(Field::From);
    form.mark_saved();
    Ok(Box::new(Leave { class, who, form, plan: None }))
}

struct Leave {
    class: ClassRow,
    who: EnrolmentRow,
    form: Form<Field>,
    /// What the days as typed would do.
    plan: Option<LeavePlan>,
}

impl Leave {
    /// The days as typed, or every fault of them.
    fn span(&self, lang: Lang) -> Result<Span, Faults<Field>> {
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
        let (begins, ends) = (self.part(Field::FromHalf), self.part(Field::ToHalf));
        Span::new((from, begins), (to, ends)).ok_or_else(|| vec![(Field::To, t::backwards(lang).to_owned())])
    }

    fn part(&self, field: Field) -> Part {
        HALVES.of(self.form.get(field)).unwrap_or(Part::Morning)
    }

    fn kind(&self) -> LeaveKind {
        KINDS.of(self.form.get(Field::Kind)).unwrap_or(LeaveKind::Sick)
    }

    /// Tells anew what the days would do.
    fn look(&mut self, ctx: &mut Ctx<'_>) {
        self.form.clear_fault(Field::From);
        self.form.clear_fault(Field::To);
        let plan = self.span(ctx.lang).ok().map(|span| ctx.desk.plan_leave(&self.who, span));
        self.plan = match plan.transpose() {
            Ok(plan) => plan,
            Err(trouble) => {
                ctx.fail(&trouble);
                None
            }
        };
    }
}

impl FormPage for Leave {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] = &[save(t::save, t::save_about), choose()];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        t::title(lang, self.class.code.as_str(), &self.who.name)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.look(ctx);
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let span = match self.span(lang) {
            Ok(span) => span,
            Err(faults) => return self.refuse(faults, ctx),
        };
        match ctx.desk.announce_leave(&self.who, span, self.kind(), self.form.get(Field::Reason)) {
            Ok(plan) => {
                self.form.mark_saved();
                ctx.note.ok(t::announced(lang, &self.who.name, plan.set.len()));
                Flow::Back
            }
            Err(trouble) => {
                ctx.fail(&trouble);
                Flow::Stay
            }
        }
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        self.span(ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, _: Field, ctx: &mut Ctx<'_>) {
        self.look(ctx);
    }

    fn left(&mut self, field: Field, ctx: &mut Ctx<'_>) {
        self.look(ctx);
        self.judge(field, ctx);
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
