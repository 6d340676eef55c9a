//! One operator as a form: name, role, PIN twice. A PIN is never shown and never kept as a draft.

use super::view::does;
use crate::app::operators::{NewPin, OperatorDraft, OperatorFault};
use crate::app::{Outcome, Trouble, words as say};
use crate::domain::ids::{ActId, OperatorId};
use crate::domain::instructor::teaches;
use crate::domain::name::PersonName;
use crate::domain::operator::{Pin, Role};
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::form as form_words;
use crate::text::operators as words;
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, choose, save};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use std::convert::Infallible;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Role,
    Pin,
    Again,
}

const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::Name, words::f_name, Kind::Name, 20, words::h_name),
    Spec::needed(Field::Role, words::f_role, Kind::Choice, 16, words::h_role),
    Spec::free(Field::Pin, words::f_pin, Kind::Pin, 8, words::h_pin),
    Spec::free(Field::Again, words::f_again, Kind::Pin, 8, words::h_again),
];

pub(in crate::ui::screen) fn open(
    known: Option<OperatorId>,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let mut form = Form::new(SPECS);
    let choice = |role: Role| Choice::new(role.key(), say::sign_in::role(ctx.lang, role));
    form.set_choices(Field::Role, Role::PEOPLE.into_iter().map(choice).collect());
    let known =
        known.map(|id| read(id, ctx)).transpose().map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    if let Some(known) = &known {
        form.set(Field::Name, words::called(ctx.lang, &known.name));
        form.set(Field::Role, known.role.map_or("", Role::key));
    }
    form.focus(Field::Name);
    form.mark_saved();
    let mut page = OperatorForm { form, known, teaches_none: false };
    page.look_for_classes(ctx);
    Ok(Box::new(page))
}

/// Newest classes that are looked through for the name of an instructor.
const CLASSES: u32 = 500;

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
    /// An instructor whom no class names: there is no roll that they could take.
    teaches_none: bool,
}

impl OperatorForm {
    fn look_for_classes(&mut self, ctx: &Ctx<'_>) {
        let name = self.form.get(Field::Name).trim();
        let teaches = |class: &ClassRow| teaches(&class.instructor, name);
        let is_named = || ctx.desk.classes(CLASSES).is_ok_and(|classes| classes.iter().any(teaches));
        self.teaches_none = self.role() == Some(Role::Instructor) && !name.is_empty() && !is_named();
    }

    fn role(&self) -> Option<Role> {
        Role::from_key(self.form.get(Field::Role))
    }

    /// What is typed as an operator, or every fault of it.
    fn draft(&self, lang: Lang) -> Result<OperatorDraft, Faults<Field>> {
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
}

impl FormPage for OperatorForm {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(form_words::save, words::save_about), choose()];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        let part = self.known.as_ref().map_or_else(
            || words::new_title(lang).to_owned(),
            |known| words::edit_title(lang, words::called(lang, &known.name)),
        );
        format!("{} > {part}", words::title(lang))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if self.known.is_some() && !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let draft = match self.draft(lang) {
            Ok(draft) => draft,
            Err(faults) => return self.refuse(faults, ctx),
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
                ctx.fail(&trouble);
                self.known = self.known.as_ref().and_then(|known| read(known.id, ctx).ok());
            }
            Err(trouble) if trouble.is_taken() => {
                self.form.set_faults([(Field::Name, say::trouble(lang, &trouble))]);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        Flow::Stay
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        self.draft(ctx.lang).err().unwrap_or_default()
    }

    /// A PIN that is typed on in the wrong field would be read by everybody: a name has no digits, and after the last
    /// field comes none.
    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        match (input, self.form.focused()) {
            (Input::Text(text) | Input::Paste(text), Field::Name)
                if !text.trim().is_empty() && text.trim().chars().all(char::is_numeric) =>
            {
                ctx.note.warn(words::no_digits(ctx.lang));
                Flow::Stay
            }
            (Input::Key(Key::Tab), Field::Again) => Flow::Stay,
            _ => Flow::Unused,
        }
    }

    fn changed(&mut self, field: Field, ctx: &mut Ctx<'_>) {
        match field {
            Field::Role => self.look_for_classes(ctx),
            Field::Name => {}
            Field::Pin => self.six_at_most(field, Some(Field::Again), ctx),
            Field::Again => self.six_at_most(field, None, ctx),
        }
    }

    fn left(&mut self, field: Field, ctx: &mut Ctx<'_>) {
        self.look_for_classes(ctx);
        self.judge(field, ctx);
    }

    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let told = |role| format!("{}  {}", say::sign_in::role(lang, role), does(lang, role));
        let role = self.role().map(|role| (Ink::Dim, told(role)));
        let name = self.form.get(Field::Name).trim();
        let none =
            self.teaches_none.then(|| (Ink::Warning, format!("! {}", words::teaches_none(lang, name))));
        role.into_iter().chain(none).collect()
    }
}
