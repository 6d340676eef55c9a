//! Writing a class into a spreadsheet: class, layout, language, file. Never overwrites unasked.

mod fields;
mod view;

use crate::app::export::Exported;
use crate::app::packs::layouts::{Loaded, Refused};
use crate::app::{codes, words};
use crate::domain::ids::ClassId;
use crate::store::rows::ClassRow;
use crate::text::{Lang, common, export as t, system};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, quiet};
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::Paint;
use crate::ui::screen::Route;
use crate::ui::screen::form_page::{FormCmd, FormPage, choose, save};
use crate::ui::widget::form::{Choice, Form};
use fields::{ExportField, FIELDS};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Newest classes that the list offers.
const CLASSES: u32 = 500;
const OVERWRITE: &str = "overwrite";

pub(super) fn open(class: Option<ClassId>, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut export = Export {
        form: Form::new(FIELDS),
        classes: Vec::new(),
        layouts: Vec::new(),
        refused: Vec::new(),
        suggested: String::new(),
        written: None,
    };
    export.form.set(ExportField::Language, Lang::Zh.key());
    export.read(ctx);
    if let Some(class) = class {
        let row = ctx.desk.class(class).and_then(|row| ctx.desk.may_export(&row));
        row.map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
        export.form.set(ExportField::Class, &class.0.to_string());
        export.form.focus(ExportField::Layout);
    }
    export.suggest(ctx);
    export.form.mark_saved();
    Ok(Box::new(export))
}

pub(super) struct Export {
    form: Form<ExportField>,
    classes: Vec<ClassRow>,
    layouts: Vec<Titled>,
    refused: Vec<Refused>,
    /// The file name that we proposed: kept up to date until somebody types another.
    suggested: String,
    written: Option<(PathBuf, Exported)>,
}

/// Over to the page of the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClassPage;

impl Export {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        match ctx.desk.classes(CLASSES) {
            Ok(classes) => {
                self.classes = classes;
                self.classes.retain(|class| ctx.desk.may_export(class).is_ok());
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        let Loaded { layouts, refused } = ctx.desk.layouts();
        self.refused = refused;
        let class = |class: &ClassRow| Choice {
            key: class.id.0.to_string(),
            label: t::class_choice(
                lang,
                class.code.as_str(),
                codes::named(&class.course.0).name(lang),
                class.seats_taken,
            ),
        };
        self.form.set_choices(ExportField::Class, self.classes.iter().map(class).collect());
        self.layouts = layouts
            .into_iter()
            .map(|layout| Titled {
                pages: words::rows_per(lang, layout.rows_per),
                key: layout.key,
                zh: layout.title.zh,
                en: layout.title.en,
            })
            .collect();
        self.offer_layouts(lang);
        let languages = [(Lang::Zh, t::zh(lang)), (Lang::En, t::en(lang))]
            .map(|(key, label)| Choice::new(key.key(), label));
        self.form.set_choices(ExportField::Language, languages.into());
    }

    /// The layouts, titled as they will be for the chosen class.
    fn offer_layouts(&mut self, lang: Lang) {
        let class = self.class();
        let layout = |layout: &Titled| Choice { key: layout.key.clone(), label: layout.label(class, lang) };
        let choices = self.layouts.iter().map(layout).collect();
        self.form.set_choices(ExportField::Layout, choices);
        if self.form.get(ExportField::Layout).is_empty()
            && let Some(first) = self.layouts.first()
        {
            self.form.set(ExportField::Layout, &first.key);
        }
    }

    fn class(&self) -> Option<&ClassRow> {
        let key = self.form.get(ExportField::Class);
        self.classes.iter().find(|class| class.id.0.to_string() == key)
    }

    /// A file name made of class and layout, unless somebody typed one.
    fn suggest(&mut self, ctx: &Ctx<'_>) {
        self.offer_layouts(ctx.lang);
        let Some(class) = self.class() else { return };
        if self.form.get(ExportField::File) != self.suggested {
            return;
        }
        let layout = self.form.get(ExportField::Layout);
        let name = format!("{}-{layout}.xlsx", class.code.as_str());
        let file = ctx.desk.folder().join("exports").join(name);
        self.suggested = file.display().to_string();
        self.form.set(ExportField::File, &self.suggested);
        self.form.clear_fault(ExportField::File);
    }

    /// The class, layout, language and file, or `None` after showing what is missing.
    fn wanted(&mut self, lang: Lang) -> Option<(ClassRow, String, Lang, PathBuf)> {
        let class = self.class().cloned();
        let layout = self.form.get(ExportField::Layout).to_owned();
        let language = Lang::from_key(self.form.get(ExportField::Language));
        let file = PathBuf::from(self.form.get(ExportField::File).trim());
        let is_xlsx = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let no_layout = layout.is_empty();
        let faults = [
            class.is_none().then_some((ExportField::Class, t::choose_class(lang))),
            no_layout.then_some((ExportField::Layout, t::choose_layout(lang))),
            language.is_none().then_some((ExportField::Language, t::choose_language(lang))),
            match (file.as_os_str().is_empty(), is_xlsx) {
                (true, _) => Some((ExportField::File, t::file_needed(lang))),
                (false, false) => Some((ExportField::File, t::only_xlsx(lang))),
                (false, true) => None,
            },
        ];
        self.form.set_faults(faults.into_iter().flatten().map(|(field, words)| (field, words.to_owned())));
        if self.form.has_faults() {
            return None;
        }
        Some((class?, layout, language?, file))
    }

    fn write(&mut self, may_overwrite: bool, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let Some((class, layout, language, file)) = self.wanted(lang) else { return Flow::Stay };
        let shown = file.display().to_string();
        if file.exists() && !may_overwrite {
            let ask = Dialog::confirm(t::exists_title(lang), t::exists(lang, &shown), t::overwrite(lang));
            return Flow::Ask(ask.tagged(OVERWRITE));
        }
        if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty())
            && let Err(error) = std::fs::create_dir_all(folder)
        {
            let why = system::why(lang, error.kind());
            ctx.note.error(t::cannot_make(lang, &folder.display().to_string(), why));
            return Flow::Stay;
        }
        let outcome =
            ctx.desk.export(&layout, &class, &file, language, &mut |_, _| ControlFlow::Continue(()));
        match outcome {
            Ok(exported) => {
                ctx.note.ok(t::written(lang, exported.people, exported.pages));
                self.written = Some((file, exported));
                self.form.mark_saved();
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        Flow::Stay
    }
}

/// A layout by its key, with what tells it from others of the same title.
struct Titled {
    key: String,
    zh: String,
    en: String,
    /// How many days a page is for.
    pages: &'static str,
}

impl Titled {
    fn label(&self, class: Option<&ClassRow>, lang: Lang) -> String {
        let title = self.filled(class, lang);
        let parts = [title.as_str(), self.pages, &self.key];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
    }

    /// The title as it will stand on the sheet of this class.
    fn filled(&self, class: Option<&ClassRow>, lang: Lang) -> String {
        let title = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        let filled = class.map_or_else(
            || t::some_class(lang).to_owned(),
            |class| {
                let course = codes::named(&class.course.0);
                common::class_title(lang, course.name(lang), course.level(lang))
            },
        );
        let mut plain = title.replace(CLASS_TITLE, &filled);
        while let (Some(open), Some(close)) = (plain.find('{'), plain.find('}')) {
            if close < open {
                break;
            }
            plain.replace_range(open..=close, "");
        }
        plain.trim().to_owned()
    }
}

/// The field of a title that this page can fill; others are known only when the sheet is written.
const CLASS_TITLE: &str = "{class_title}";

fn refusal(lang: Lang, refused: &Refused) -> String {
    t::refused_line(lang, &refused.name(), &refused.faults(lang).join("  "))
}

impl FormPage for Export {
    type Field = ExportField;
    type Own = ClassPage;
    const COMMANDS: &'static [Command<FormCmd<ClassPage>>] = &[
        save(t::write, t::write_about),
        choose(),
        quiet(FormCmd::Own(ClassPage), &[Key::F(6)], t::class_page, t::class_page_about),
    ];

    fn form(&self) -> &Form<ExportField> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<ExportField> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        match self.class() {
            Some(class) => format!("{} > {}", class.code, t::title(lang)),
            None => t::title(lang).to_owned(),
        }
    }

    fn blocked(&self, cmd: FormCmd<ClassPage>) -> Option<Reason> {
        (cmd == FormCmd::Own(ClassPage) && self.class().is_none())
            .then_some(Reason::Words(t::no_class_chosen))
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
        self.suggest(ctx);
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.write(false, ctx)
    }

    fn changed(&mut self, field: ExportField, ctx: &mut Ctx<'_>) {
        if matches!(field, ExportField::Class | ExportField::Layout) {
            self.suggest(ctx);
        }
        // a choice not yet written is nothing that could be lost
        self.form.mark_saved();
    }

    fn own(&mut self, _: ClassPage, _: &mut Ctx<'_>) -> Flow {
        self.class().map_or(Flow::Unused, |class| Flow::Go(Route::Class(class.id)))
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (OVERWRITE, Said::Yes) => self.write(true, ctx),
            (OVERWRITE, _) => {
                ctx.note.ok(t::kept(ctx.lang));
                Flow::Stay
            }
            _ => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
