//! Writing a class into a spreadsheet: class, layout, language, file. Never overwrites unasked.

mod fields;
mod view;

use crate::app::export::Exported;
use crate::app::packs::layouts::{Loaded, Refused};
use crate::app::{codes, words};
use crate::domain::ids::ClassId;
use crate::store::rows::ClassRow;
use crate::text::{Lang, common, export as t};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::Route;
use crate::ui::widget::form::{Choice, Form, FormEvent};
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Write,
    ClassPage,
}

impl Export {
    fn read(&mut self, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        match ctx.desk.classes(CLASSES) {
            Ok(classes) => self.classes = classes,
            Err(trouble) => ctx.note.error(words::trouble(lang, &trouble)),
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
            .map(|layout| Titled { key: layout.key, zh: layout.title.zh, en: layout.title.en })
            .collect();
        self.offer_layouts(lang);
        let languages = [(Lang::Zh, t::zh(lang)), (Lang::En, t::en(lang))]
            .map(|(key, label)| Choice { key: key.key().to_owned(), label: label.to_owned() });
        self.form.set_choices(ExportField::Language, languages.into());
    }

    /// The layouts, titled as they will be for the chosen class.
    fn offer_layouts(&mut self, lang: Lang) {
        let class = self.class();
        let layout = |layout: &Titled| Choice {
            key: layout.key.clone(),
            label: format!("{}  {}", layout.filled(class, lang), layout.key),
        };
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
            let why = error.kind().to_string();
            ctx.note.error(t::cannot_make(lang, &folder.display().to_string(), &why));
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
            Err(trouble) => ctx.note.error(words::trouble(lang, &trouble)),
        }
        Flow::Stay
    }

    fn event(&mut self, event: FormEvent<ExportField>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Changed(ExportField::Class | ExportField::Layout) => self.suggest(ctx),
            FormEvent::Moved | FormEvent::Changed(_) | FormEvent::Left(_) => {}
        }
        // a choice not yet written is nothing that could be lost
        self.form.mark_saved();
        Flow::Stay
    }
}

/// A layout by its key, with its title in both languages.
struct Titled {
    key: String,
    zh: String,
    en: String,
}

impl Titled {
    /// The title as it will stand on the sheet of this class.
    fn filled(&self, class: Option<&ClassRow>, lang: Lang) -> String {
        let title = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        let filled = class.map_or_else(
            || UNKNOWN.to_owned(),
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
            plain.replace_range(open..=close, UNKNOWN);
        }
        plain
    }
}

/// The field of a title that this page can fill; others are known only when the sheet is written.
const CLASS_TITLE: &str = "{class_title}";
const UNKNOWN: &str = "..";

fn refusal(lang: Lang, refused: &Refused) -> String {
    t::refused_line(lang, &refused.name(), &refused.faults(lang).join("  "))
}

impl Screen for Export {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command { run: Cmd::Write, keys: &[Key::F(8)], name: t::write, help: t::write_about, in_bar: true },
        Command {
            run: Cmd::ClassPage,
            keys: &[Key::F(6)],
            name: t::class_page,
            help: t::class_page_about,
            in_bar: false,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        match self.class() {
            Some(class) => format!("{} > {}", class.code, t::title(lang)),
            None => t::title(lang).to_owned(),
        }
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        (cmd == Cmd::ClassPage && self.class().is_none()).then_some(Reason::Words(t::no_class_chosen))
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match (cmd, self.class()) {
            (Cmd::Write, _) => self.write(false, ctx),
            (Cmd::ClassPage, Some(class)) => Flow::Go(Route::Class(class.id)),
            (Cmd::ClassPage, None) => Flow::Unused,
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
        self.read(ctx);
        self.suggest(ctx);
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (OVERWRITE, Said::Yes) => self.write(true, ctx),
            (OVERWRITE, _) => {
                ctx.note.ok(t::kept(ctx.lang));
                Flow::Stay
            }
            _ => {
                let event = self.form.answered(&answer);
                self.event(event, ctx)
            }
        }
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.event(event, ctx)
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
