//! One's own PIN: the old one, then the new one twice. Whoever has none gets the first from the head of the centre.

use crate::app::{Trouble, words as say};
use crate::domain::operator::Pin;
use crate::text::operators as words;
use crate::text::{Lang, form as form_words};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::screen::form_page::{Faults, FormCmd, FormPage, save};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Form, Spec};
use crate::ui::widget::kind::Kind;
use std::convert::Infallible;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Old,
    New,
    Again,
}

const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::Old, words::f_old, Kind::Pin, 8, words::h_old),
    Spec::needed(Field::New, words::f_new, Kind::Pin, 8, words::h_new),
    Spec::needed(Field::Again, words::f_again, Kind::Pin, 8, words::h_again),
];

pub(in crate::ui::screen) fn open(ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let row = ctx.desk.operator_named(ctx.desk.operator());
    let row = row.map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let has_pin = row.credential.is_some_and(|here| here.has_pin);
    Ok(Box::new(OwnPin { form: Form::new(SPECS), name: row.name, has_pin }))
}

struct OwnPin {
    form: Form<Field>,
    name: String,
    has_pin: bool,
}

impl OwnPin {
    /// The old PIN and the new one, or every fault of them.
    fn read(&self, lang: Lang) -> Result<(Pin, Pin), Faults<Field>> {
        let fault = |field, why| (field, say::sign_in::pin_fault(lang, why).to_owned());
        let old = Pin::parse(self.form.get(Field::Old)).map_err(|why| fault(Field::Old, why));
        let new = Pin::choose(self.form.get(Field::New)).map_err(|why| fault(Field::New, why));
        match (old, new) {
            (Ok(old), Ok(new)) if self.form.get(Field::New) == self.form.get(Field::Again) => Ok((old, new)),
            (Ok(_), Ok(_)) => Err(vec![(Field::Again, words::pins_differ(lang).to_owned())]),
            (old, new) => Err(old.err().into_iter().chain(new.err()).collect()),
        }
    }
}

impl FormPage for OwnPin {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(form_words::save, words::own_save_about)];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        words::own_of(lang, words::called(lang, &self.name))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let (old, new) = match self.read(ctx.lang) {
            Ok(read) => read,
            Err(faults) => return self.refuse(faults, ctx),
        };
        match ctx.desk.change_own_pin(&old, &new) {
            Ok(()) => {
                self.form.mark_saved();
                ctx.note.ok(words::own_changed(ctx.lang));
                return Flow::Back;
            }
            Err(trouble @ Trouble::Refused(_)) => {
                self.form.set(Field::Old, "");
                self.form.set_faults([(Field::Old, say::trouble(ctx.lang, &trouble))]);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        Flow::Stay
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        self.read(ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, field: Field, ctx: &mut Ctx<'_>) {
        let next = match field {
            Field::Old => Some(Field::New),
            Field::New => Some(Field::Again),
            Field::Again => None,
        };
        self.six_at_most(field, next, ctx);
    }

    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        let none = || (Ink::Warning, format!("! {}", words::own_none(lang)));
        (!self.has_pin).then(none).into_iter().collect()
    }
}
