//! One operator as a form: name, role, PIN twice. A PIN is never shown and never kept as a draft.

use super::view::does;
use crate::app::operators::{NewPin, OperatorDraft, OperatorFault};
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::ids::{ActId, OperatorId};
use crate::domain::name::PersonName;
use crate::domain::operator::{PIN_DIGITS, Pin, Role};
use crate::text::Lang;
use crate::text::classes as form_words;
use crate::text::operators as words;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, FormEvent, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Role,
    Pin,
    Again,
}

const fn spec(
    id: Field,
    label: fn(Lang) -> &'static str,
    kind: Kind,
    width: u16,
    help: fn(Lang) -> &'static str,
) -> Spec<Field> {
    Spec { id, label, kind, width, help, required: matches!(id, Field::Name | Field::Role) }
}

const SPECS: &[Spec<Field>] = &[
    spec(Field::Name, words::f_name, Kind::Name, 20, words::h_name),
    spec(Field::Role, words::f_role, Kind::Choice, 16, words::h_role),
    spec(Field::Pin, words::f_pin, Kind::Pin, 8, words::h_pin),
    spec(Field::Again, words::f_again, Kind::Pin, 8, words::h_again),
];

pub(in crate::ui::screen) fn open(
    known: Option<OperatorId>,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let mut form = Form::new(SPECS);
    let choice = |role: Role| Choice {
        key: role.key().to_owned(),
        label: say::sign_in::role(ctx.lang, role).to_owned(),
    };
    form.set_choices(Field::Role, Role::PEOPLE.into_iter().map(choice).collect());
    let known =
        known.map(|id| read(id, ctx)).transpose().map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    if let Some(known) = &known {
        form.set(Field::Name, &known.name);
        form.set(Field::Role, known.role.map_or("", Role::key));
    }
    form.focus(Field::Name);
    form.mark_saved();
    Ok(Box::new(OperatorForm { form, known }))
}

/// The operator that is changed, as read.
struct Known {
    id: OperatorId,
    version: ActId,
    name: String,
    role: Option<Role>,
}

fn read(id: OperatorId, ctx: &Ctx<'_>) -> Outcome<Known> {
    let row = ctx.desk.operators()?.into_iter().find(|row| row.id == id);
    let row = row.ok_or_else(|| Trouble::Operator(OperatorFault::NoSuch(String::new())))?;
    Ok(Known { id, version: row.version, name: row.name, role: row.credential.map(|here| here.role) })
}

struct OperatorForm {
    form: Form<Field>,
    known: Option<Known>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Save,
    Choose,
}

impl OperatorForm {
    fn role(&self) -> Option<Role> {
        Role::from_key(self.form.get(Field::Role))
    }

    /// What is typed as an operator, or every fault of it.
    fn draft(&self, lang: Lang) -> Result<OperatorDraft, Vec<(Field, String)>> {
        let name = self.form.get(Field::Name);
        let (pin, again) = (self.form.get(Field::Pin), self.form.get(Field::Again));
        let mut faults = Vec::new();
        if let Err(fault) = PersonName::parse(name) {
            faults.push((Field::Name, say::name_fault(lang, fault)));
        }
        if self.role().is_none() {
            faults.push((Field::Role, words::role_needed(lang).to_owned()));
        }
        let chosen = if pin.is_empty() { Ok(NewPin::Keep) } else { Pin::choose(pin).map(NewPin::Set) };
        if let Err(fault) = chosen {
            faults.push((Field::Pin, say::sign_in::pin_fault(lang, fault).to_owned()));
        } else if pin != again {
            faults.push((Field::Again, words::pins_differ(lang).to_owned()));
        }
        match (faults.is_empty(), self.role(), chosen) {
            (true, Some(role), Ok(pin)) => Ok(OperatorDraft { name: name.to_owned(), role, pin }),
            _ => Err(faults),
        }
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if self.known.is_some() && !self.form.is_dirty() {
            ctx.note.warn(words::unchanged(lang));
            return Flow::Stay;
        }
        let draft = match self.draft(lang) {
            Ok(draft) => draft,
            Err(faults) => {
                ctx.note.error(form_words::faults(lang, faults.len()));
                self.form.set_faults(faults);
                return Flow::Stay;
            }
        };
        let (done, said) = match &self.known {
            Some(known) => {
                (ctx.desk.change_operator(known.id, known.version, &draft), words::changed(lang, &draft.name))
            }
            None => (ctx.desk.add_operator(&draft), words::added(lang, &draft.name)),
        };
        match done {
            Ok(()) => {
                self.form.mark_saved();
                ctx.note.ok(said);
                return Flow::Back;
            }
            Err(trouble) if trouble.is_stale() => {
                ctx.note.error(say::trouble(lang, &trouble));
                self.known = self.known.as_ref().and_then(|known| read(known.id, ctx).ok());
            }
            Err(trouble) if trouble.is_taken() => {
                self.form.set_faults([(Field::Name, say::trouble(lang, &trouble))]);
            }
            Err(trouble) => ctx.note.error(say::trouble(lang, &trouble)),
        }
        Flow::Stay
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Left(field) if !self.form.get(field).is_empty() => self.judge(field, ctx.lang),
            FormEvent::Left(_) | FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }

    /// The field that was left; an empty one is not nagged about before saving.
    fn judge(&mut self, field: Field, lang: Lang) {
        self.form.clear_fault(field);
        let faults = self.draft(lang).err().unwrap_or_default();
        for (of, said) in faults.into_iter().filter(|(of, _)| *of == field) {
            self.form.fault(of, said);
        }
    }
}

impl Screen for OperatorForm {
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
        let part = self
            .known
            .as_ref()
            .map_or_else(|| words::new_title(lang).to_owned(), |known| words::edit_title(lang, &known.name));
        format!("{} > {part}", words::title(lang))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save(ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        // six digits are all there are: the next field, as at signing in
        let is_full = matches!(event, FormEvent::Changed(Field::Pin))
            && self.form.get(Field::Pin).chars().count() == PIN_DIGITS;
        if is_full {
            self.judge(Field::Pin, ctx.lang);
            self.form.focus(Field::Again);
        }
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
        let (lang, cols) = (paint.lang, paint.width());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        if let Some(role) = self.role() {
            let line = format!("{}  {}", say::sign_in::role(lang, role), does(lang, role));
            paint.paragraph(5, y, cols - 7, &line, Ink::Dim);
        }
    }
}
