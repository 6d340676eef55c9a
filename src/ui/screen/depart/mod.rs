//! Somebody leaves a class, withdraws, or moves to another: one form, one act. What it leads to is said before it is
//! saved; a class without a seat and marks after the last day are asked about.

mod fields;
mod save;
mod view;

use crate::app::departures::{Leaver, MoveWarning, moving_day};
use crate::app::{Outcome, words as say};
use crate::domain::calendar::parse_day;
use crate::domain::class::ClassCode;
use crate::domain::departure::DepartureKind;
use crate::domain::ids::{ClassId, EnrolmentId};
use crate::store::rows::{ClassRow, WaitingRow};
use crate::text::depart as words;
use crate::text::{Lang, seats};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::form::{Form, FormEvent};
use chrono::NaiveDate;
use fields::F;

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
        save: save::Sure::default(),
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
    save: save::Sure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Save,
    Choose,
}

impl Depart {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        if let Err(trouble) = self.try_read(ctx) {
            ctx.note.error(say::trouble(ctx.lang, &trouble));
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
                let clashes = ctx.desk.elsewhere(who.trainee, &class, Some(who.class))?.clashes;
                Ok((class, clashes.into_iter().next().map(|clash| clash.code)))
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

    fn event(&mut self, event: FormEvent<F>, ctx: &mut Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Moved => {}
            FormEvent::Left(field) => {
                let wrong = matches!(field, F::Day | F::Joined)
                    && !self.form.get(field).is_empty()
                    && parse_day(self.form.get(field)).is_none();
                if wrong {
                    self.form.fault(field, words::day_fault(ctx.lang));
                }
            }
            FormEvent::Changed(_) => {
                self.save = save::Sure::default();
                if let Err(trouble) = self.settle(ctx) {
                    ctx.note.error(say::trouble(ctx.lang, &trouble));
                }
            }
        }
        Flow::Stay
    }
}

impl Screen for Depart {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command {
            run: Cmd::Save,
            keys: &[Key::F(8)],
            name: words::save,
            help: words::save_about,
            in_bar: true,
        },
        Command {
            run: Cmd::Choose,
            keys: &[Key::F(4)],
            name: words::choose,
            help: words::choose_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        let who = &self.leaver.enrolment;
        let how = fields::name_of(self.kind(), lang);
        words::title(lang, self.leaver.class.code.as_str(), who.seat, &who.name, how)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        let none = cmd == Cmd::Choose && self.form.focused() == F::To && self.classes.is_empty();
        none.then_some(Reason::Words(words::no_classes))
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

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(flow) = self.answered_to_save(&answer, ctx) {
            return flow;
        }
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

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form.leave(ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
