//! Somebody leaves a class, withdraws, or moves to another: one form, one act. What it leads to is said before it is
//! saved; a class without a seat and marks after the last day are asked about.

mod fields;
mod going;
mod view;

use crate::app::departures::{Leaver, MoveWarning, moving_day};
use crate::app::{Outcome, words as say};
use crate::domain::calendar::parse_day;
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::{ClassId, EnrolmentId};
use crate::store::rows::{ClassRow, WaitingRow};
use crate::text::depart as words;
use crate::text::{Lang, form as form_words, seats};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason};
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::Paint;
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::widget::form::Form;
use chrono::NaiveDate;
use fields::F;
use std::convert::Infallible;

/// Running and coming classes that are offered.
const MOST_CLASSES: u32 = 60;

pub(super) fn open(
    class: ClassId,
    enrolment: EnrolmentId,
    kind: DepartureKind,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let leaver = ctx.desk.leaver(class, enrolment).map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let mut form = Form::new(fields::SPECS);
    fields::set_ways(&mut form, ctx.lang);
    form.set(F::How, fields::key_of(kind));
    form.set(F::Day, &ctx.desk.today().to_string());
    let mut screen = Depart {
        today: ctx.desk.today(),
        leaver,
        form,
        classes: Vec::new(),
        first: None,
        warnings: Vec::new(),
        sure: going::Sure::default(),
    };
    screen.read(ctx);
    screen.form.focus(if kind == DepartureKind::Transferred { F::To } else { F::Day });
    screen.form.mark_saved();
    Ok(Box::new(screen))
}

struct Depart {
    leaver: Leaver,
    today: NaiveDate,
    form: Form<F>,
    /// Where somebody could move to, and a third class of theirs whose sessions meet those there.
    classes: Vec<(ClassRow, Option<ClassCode>)>,
    /// Who has waited longest for a seat in this class.
    first: Option<WaitingRow>,
    warnings: Vec<MoveWarning>,
    /// What was asked and answered for this save.
    sure: going::Sure,
}

impl Depart {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        if let Err(trouble) = self.try_read(ctx) {
            ctx.fail(&trouble);
        }
    }

    fn try_read(&mut self, ctx: &Ctx<'_>) -> Outcome<()> {
        self.today = ctx.desk.today();
        self.leaver = ctx.desk.leaver(self.leaver.class.id, self.leaver.enrolment.id)?;
        self.first = ctx.desk.waiting(self.leaver.class.id)?.into_iter().next();
        let who = &self.leaver.enrolment;
        self.classes = ctx
            .desk
            .classes_to_move_to(&self.leaver.class, MOST_CLASSES)?
            .into_iter()
            .map(|class| {
                let mut clashes = ctx.desk.clashes_of_trainee(who.trainee, class.id, None)?.into_iter();
                let elsewhere = clashes.find(|clash| clash.class != who.class);
                Ok((class, elsewhere.map(|clash| clash.code)))
            })
            .collect::<Outcome<_>>()?;
        fields::set_classes(&mut self.form, &self.classes, ctx.lang);
        self.settle(ctx)
    }

    /// Fields that mean nothing for this way of going are out of sight; what it leads to is looked up.
    fn settle(&mut self, ctx: &Ctx<'_>) -> Outcome<()> {
        let moves = self.kind() == DepartureKind::Transferred;
        self.form.hide(F::To, !moves);
        self.form.hide(F::Joined, !moves);
        let joined = self.joined();
        let default = joined.filter(|_| self.form.get(F::Joined).is_empty());
        let note = default.map_or(String::new(), |day| words::default_joined(ctx.lang, &day.to_string()));
        self.form.note(F::Joined, note);
        let late = self.leaver.last_mark.filter(|last| self.day().is_some_and(|day| *last > day));
        let note =
            late.map_or(String::new(), |last| format!("! {}", seats::has_marks(ctx.lang, &last.to_string())));
        self.form.note(F::Day, note);
        self.warnings = match (self.to(), joined) {
            (Some(to), Some(joined)) if moves => {
                ctx.desk.move_warnings(&self.leaver.enrolment, to, joined)?
            }
            _ => Vec::new(),
        };
        Ok(())
    }

    fn kind(&self) -> DepartureKind {
        fields::kind_of(self.form.get(F::How))
    }

    fn to(&self) -> Option<&ClassRow> {
        let id = ClassId(self.form.get(F::To).parse().ok()?);
        self.classes.iter().map(|(class, _)| class).find(|class| class.id == id)
    }

    fn day(&self) -> Option<NaiveDate> {
        parse_day(self.form.get(F::Day))
    }

    /// The first day in the other class, as typed or as it follows.
    fn joined(&self) -> Option<NaiveDate> {
        if !self.form.get(F::Joined).is_empty() {
            return parse_day(self.form.get(F::Joined));
        }
        self.day().zip(self.to()).map(|(day, to)| moving_day(day, to))
    }
}

impl FormPage for Depart {
    type Field = F;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(form_words::save, words::save_about), choose()];

    fn form(&self) -> &Form<F> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<F> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        let who = &self.leaver.enrolment;
        let how = fields::name_of(self.kind(), lang);
        words::title(lang, self.leaver.class.code.as_str(), who.seat, &who.name, how)
    }

    fn blocked(&self, cmd: FormCmd<Infallible>) -> Option<Reason> {
        let none = cmd == FormCmd::Choose && self.form.focused() == F::To && self.classes.is_empty();
        none.then_some(Reason::Words(words::no_classes))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.depart(ctx)
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<F> {
        self.departure(ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, _: F, ctx: &mut Ctx<'_>) {
        self.sure = going::Sure::default();
        if let Err(trouble) = self.settle(ctx) {
            ctx.fail(&trouble);
        }
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        self.answered_to_save(answer, ctx).unwrap_or(Flow::Unused)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
