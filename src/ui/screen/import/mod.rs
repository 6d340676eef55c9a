//! A list of people in a spreadsheet: which file, into which class. What comes of it is looked over on the next page.

pub(super) mod review;

use super::form_page::{Faults, FormCmd, FormPage, choose, save};
use super::{ImportWanted, Route};
use crate::app::{codes, spreadsheets, words as say};
use crate::domain::calendar::parse_day;
use crate::domain::ids::ClassId;
use crate::store::rows::ClassRow;
use crate::text::{Lang, import as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;
use std::convert::Infallible;
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    File,
    Class,
    Joined,
}

const SPECS: &[Spec<Field>] = &[
    Spec::needed(Field::File, t::f_file, Kind::Text, 60, t::h_file),
    Spec::free(Field::Class, t::f_class, Kind::Choice, 50, t::h_class),
    Spec::free(Field::Joined, t::f_joined, Kind::Date, 12, t::h_joined),
];

/// Newest classes that the list offers.
const CLASSES: u32 = 500;

pub(super) fn open(class: Option<ClassId>, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut form = Form::new(SPECS);
    let classes = ctx.desk.classes(CLASSES).map_err(|trouble| say::trouble(ctx.lang, &trouble))?;
    let choice = |class: &ClassRow| Choice {
        key: class.id.0.to_string(),
        label: t::class_choice(
            ctx.lang,
            class.code.as_str(),
            codes::named(&class.course.0).name(ctx.lang),
            class.seats_taken,
        ),
    };
    form.set_choices(Field::Class, classes.iter().map(choice).collect());
    let file = |path: &PathBuf| {
        let path = path.display().to_string();
        Choice::new(path.clone(), path)
    };
    form.set_choices(Field::File, ctx.desk.spreadsheets().iter().map(file).collect());
    if let Some(class) = class {
        form.set(Field::Class, &class.0.to_string());
    }
    form.focus(Field::File);
    form.mark_saved();
    Ok(Box::new(ImportPage { form, classes }))
}

pub(super) struct ImportPage {
    form: Form<Field>,
    classes: Vec<ClassRow>,
}

impl ImportPage {
    fn class(&self) -> Option<&ClassRow> {
        let key = self.form.get(Field::Class);
        self.classes.iter().find(|class| class.id.0.to_string() == key)
    }

    /// What is to be looked over, or every fault of what is typed.
    fn wanted(&self, lang: Lang) -> Result<ImportWanted, Faults<Field>> {
        let file = spreadsheets::as_dropped(self.form.get(Field::File));
        let joined = self.form.get(Field::Joined).trim();
        let day = parse_day(joined);
        let file_fault = match &file {
            path if path.as_os_str().is_empty() => Some(t::file_needed(lang)),
            path if !spreadsheets::is_xlsx(path) => Some(t::only_xlsx(lang)),
            path if !path.is_file() => Some(t::file_gone(lang)),
            _ => None,
        };
        let day_fault = match (joined.is_empty(), day) {
            (true, _) => None,
            (false, None) => Some(t::not_a_day(lang)),
            (false, Some(_)) => self.class().is_none().then_some(t::needs_class(lang)),
        };
        let faults = [(Field::File, file_fault), (Field::Joined, day_fault)];
        let faults: Faults<Field> =
            faults.into_iter().filter_map(|(field, fault)| Some((field, fault?.to_owned()))).collect();
        if faults.is_empty() {
            Ok(ImportWanted { file, class: self.class().map(|class| class.id), joined: day })
        } else {
            Err(faults)
        }
    }
}

impl FormPage for ImportPage {
    type Field = Field;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] = &[save(t::look, t::look_about), choose()];

    fn form(&self) -> &Form<Field> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<Field> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        self.class().map_or_else(|| t::title(lang).to_owned(), |class| t::of_class(lang, class.code.as_str()))
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        match self.wanted(ctx.lang) {
            Ok(wanted) => {
                self.form.mark_saved();
                Flow::Go(Route::ImportReview(wanted))
            }
            Err(faults) => self.refuse(faults, ctx),
        }
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<Field> {
        self.wanted(ctx.lang).err().unwrap_or_default()
    }

    fn changed(&mut self, _: Field, _: &mut Ctx<'_>) {
        // a file not yet looked over is nothing that could be lost
        self.form.mark_saved();
    }

    fn outcome(&self, lang: Lang) -> Vec<(Ink, String)> {
        vec![(Ink::Dim, t::rows(lang).to_owned())]
    }
}
