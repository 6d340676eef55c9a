//! A page that is one form. The page says its fields, what is wrong with what is typed, and its save; walking, lists,
//! clicks, judging a field that was left and the warning before leaving are the same on all of them, and stand here.

use crate::domain::operator::PIN_DIGITS;
use crate::text::{Lang, Words, form as words};
use crate::ui::command::{Command, Ctx, Flow, Hears, Reason, Screen, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Form, FormEvent};

/// Every fault of what is typed, in words.
pub(super) type Faults<F> = Vec<(F, String)>;

/// The verbs of a form page. One with no more than these says `Infallible` for its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormCmd<Own> {
    Save,
    Choose,
    Own(Own),
}

pub(super) const fn save<Own>(name: Words, help: Words) -> Command<FormCmd<Own>> {
    shown(FormCmd::Save, &[Key::F(8)], name, help)
}

pub(super) const fn choose<Own>() -> Command<FormCmd<Own>> {
    shown(FormCmd::Choose, &[Key::F(4)], words::choose, words::choose_about)
}

/// Ctrl+Z that the focused field had no use for: while something is typed, what was typed last down the form goes first,
/// and no act is taken back under it. `None` where nothing is typed.
pub(super) fn take_back_typing<F: Copy + PartialEq + 'static>(
    form: &mut Form<F>,
    ctx: &mut Ctx<'_>,
) -> Option<FormEvent<F>> {
    let typed: Vec<F> = form.changed().map(|(field, _)| field).collect();
    let here = form.focused();
    for field in typed.iter().rev() {
        form.focus(*field);
        let event = form.input(&Input::Key(Key::Ctrl('z')), ctx.lang);
        if !matches!(event, FormEvent::Unused) {
            return Some(event);
        }
    }
    form.focus(here);
    (!typed.is_empty()).then(|| {
        ctx.note.warn(words::typed_first(ctx.lang));
        FormEvent::Moved
    })
}

/// A screen by being this: what is not said here is as on any other.
pub trait FormPage {
    type Field: Copy + PartialEq + 'static;
    /// Verbs beside saving and the list of a field.
    type Own: Copy + PartialEq + 'static;
    const COMMANDS: &'static [Command<FormCmd<Self::Own>>];

    fn form(&self) -> &Form<Self::Field>;
    fn form_mut(&mut self) -> &mut Form<Self::Field>;
    fn title(&self, lang: Lang) -> String;

    /// F8: keeps what is typed, or shows its faults.
    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow;

    /// What is wrong with what is typed; a field that was left shows its own.
    fn faults(&self, _ctx: &Ctx<'_>) -> Faults<Self::Field> {
        Vec::new()
    }

    /// A value was typed or chosen: what follows from it is looked up anew.
    fn changed(&mut self, _field: Self::Field, _ctx: &mut Ctx<'_>) {}

    fn left(&mut self, field: Self::Field, ctx: &mut Ctx<'_>) {
        self.judge(field, ctx);
    }

    fn blocked(&self, _cmd: FormCmd<Self::Own>) -> Option<Reason> {
        None
    }

    fn own(&mut self, _own: Self::Own, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// Asked before the form; `Unused` is for the form.
    fn typed(&mut self, _input: &Input, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// Asked before the form; `Unused` is for the form.
    fn click(&mut self, _target: Click, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    /// The answer to a question of the page; `Unused` is for the form.
    fn answered(&mut self, _answer: &Answer, _ctx: &mut Ctx<'_>) -> Flow {
        Flow::Unused
    }

    fn hears(&self) -> Hears {
        Hears::Meanings
    }

    fn refresh(&mut self, _ctx: &mut Ctx<'_>) {}

    /// An act was taken back: what the page shows is read anew.
    fn taken_back(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.refresh(ctx);
        Flow::Stay
    }

    /// Lines under the form: what follows from what is typed.
    fn outcome(&self, _lang: Lang) -> Vec<(Ink, String)> {
        Vec::new()
    }

    /// Only looks.
    fn view(&self, paint: &mut Paint<'_>) {
        let (form, lang, cols) = (self.form(), paint.lang, paint.width());
        let high = form.rows(paint);
        form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        if let Some(help) = form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        for (ink, line) in self.outcome(lang) {
            y += paint.paragraph(5, y, cols - 7, &line, ink);
        }
    }

    /// Shows what is wrong with this field; one that is and was empty is not nagged about before saving.
    fn judge(&mut self, field: Self::Field, ctx: &Ctx<'_>) {
        let form = self.form();
        if form.get(field).is_empty() && !form.changed().any(|(changed, _)| changed == field) {
            return;
        }
        let fault = self.faults(ctx).into_iter().find(|(of, _)| *of == field);
        self.form_mut().clear_fault(field);
        if let Some((_, said)) = fault {
            self.form_mut().fault(field, said);
        }
    }

    /// The field of a PIN: what is typed after its six digits goes nowhere, and the next field has its turn.
    fn six_at_most(&mut self, field: Self::Field, next: Option<Self::Field>, ctx: &Ctx<'_>) {
        let digits: String = self.form().get(field).chars().take(PIN_DIGITS).collect();
        if digits.len() < PIN_DIGITS {
            return;
        }
        if digits != self.form().get(field) {
            self.form_mut().set(field, &digits);
        }
        self.judge(field, ctx);
        if let Some(next) = next {
            self.form_mut().jump(next);
        }
    }

    /// A day typed short is written out, and what follows from it looked up anew.
    fn spell(&mut self, field: Self::Field, ctx: &mut Ctx<'_>) {
        if self.form_mut().spell_day(field, ctx.desk.today()) {
            self.changed(field, ctx);
        }
    }

    /// Shows all faults and says how many there are.
    fn refuse(&mut self, faults: Faults<Self::Field>, ctx: &mut Ctx<'_>) -> Flow {
        ctx.note.error(words::faults(ctx.lang, faults.len()));
        self.form_mut().set_faults(faults);
        Flow::Stay
    }

    fn after(&mut self, event: FormEvent<Self::Field>, ctx: &mut Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(*dialog),
            FormEvent::Moved => {}
            FormEvent::Changed(field) => {
                ctx.note.turned_page();
                self.changed(field, ctx);
            }
            FormEvent::Left(field) => {
                self.spell(field, ctx);
                self.left(field, ctx);
                self.form_mut().say_missing(ctx.lang);
            }
        }
        Flow::Stay
    }
}

impl<P: FormPage> Screen for P {
    type Cmd = FormCmd<P::Own>;
    const COMMANDS: &'static [Command<Self::Cmd>] = P::COMMANDS;

    fn title(&self, lang: Lang) -> String {
        FormPage::title(self, lang)
    }

    fn blocked(&self, cmd: Self::Cmd) -> Option<Reason> {
        if matches!(cmd, FormCmd::Choose) && !self.form().has_list() {
            return Some(Reason::Words(words::no_list));
        }
        FormPage::blocked(self, cmd)
    }

    fn run(&mut self, cmd: Self::Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            FormCmd::Save => {
                self.spell(self.form().focused(), ctx);
                let flow = self.save(ctx);
                self.form_mut().say_missing(ctx.lang);
                flow
            }
            FormCmd::Choose => self.form().choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
            FormCmd::Own(own) => self.own(own, ctx),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let flow = FormPage::typed(self, input, ctx);
        if !matches!(flow, Flow::Unused) {
            return flow;
        }
        let event = self.form_mut().input(input, ctx.lang);
        self.after(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let flow = FormPage::answered(self, &answer, ctx);
        if !matches!(flow, Flow::Unused) {
            return flow;
        }
        let event = self.form_mut().answered(&answer);
        self.after(event, ctx)
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let flow = FormPage::click(self, target, ctx);
        if !matches!(flow, Flow::Unused) {
            return flow;
        }
        let event = self.form_mut().click(target);
        self.after(event, ctx)
    }

    fn hears(&self) -> Hears {
        FormPage::hears(self)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form().help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        FormPage::refresh(self, ctx);
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(event) = take_back_typing(self.form_mut(), ctx) {
            return self.after(event, ctx);
        }
        if ctx.take_back() { self.taken_back(ctx) } else { Flow::Stay }
    }

    fn is_dirty(&self) -> bool {
        self.form().is_dirty()
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.form_mut().leave(ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        FormPage::view(self, paint);
    }
}
