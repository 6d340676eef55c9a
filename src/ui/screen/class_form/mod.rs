//! A class as a form: a new one, perhaps of a course that was chosen, or one to be changed against its version.

mod fields;
mod view;

use super::{ClassWanted, Route};
use crate::app::{Trouble, words as say};
use crate::domain::calendar::parse_day;
use crate::domain::class::{ClassDraft, ClassFault, ClassField};
use crate::domain::ids::{ActId, ClassId};
use crate::text::classes as words;
use crate::text::{Lang, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::widget::form::{Form, FormEvent};
use fields::{draft, parse, put, values_of};

pub(super) fn open(wanted: &ClassWanted, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let fail = |error: Trouble| say::trouble(ctx.lang, &error);
    let mut form = Form::new(fields::SPECS);
    form.set_choices(ClassField::Course, fields::courses(ctx.lang));
    let last = ctx.desk.classes(1).map_err(fail)?.into_iter().next();
    let known = match wanted.class {
        Some(id) => {
            let class = ctx.desk.class(id).map_err(fail)?;
            put(&mut form, &class);
            Some((id, class.version, class.code.to_string()))
        }
        None => {
            form.set(ClassField::Course, &wanted.course);
            for (field, value) in last.iter().flat_map(values_of) {
                form.set_previous(field, &value);
            }
            None
        }
    };
    // typing replaces what stands there
    form.focus(ClassField::Code);
    form.mark_saved();
    Ok(Box::new(ClassForm { form, known, copies: wanted.class.is_none() && last.is_some() }))
}

pub(super) struct ClassForm {
    form: Form<ClassField>,
    /// The class that is changed: which, as read by which act, and its code then.
    known: Option<(ClassId, ActId, String)>,
    /// There is a class to copy fields from.
    copies: bool,
}

/// Marks the question for the reason.
const WHY: &str = "why-changed";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Save,
    Choose,
}

impl ClassForm {
    /// Judges the field that was left; an empty one is not nagged about before saving.
    fn left(&mut self, field: ClassField, ctx: &Ctx<'_>) {
        let faults = parse(&draft(&self.form)).err().unwrap_or_default();
        // the two days belong together: changing one may mend or break the other
        let judged = match field {
            ClassField::Start | ClassField::End => [ClassField::Start, ClassField::End],
            other => [other, other],
        };
        for field in judged {
            self.form.clear_fault(field);
            let fault = faults.iter().find(|(of, _)| *of == field);
            if let Some((_, fault)) = fault.filter(|_| !self.form.get(field).is_empty()) {
                self.form.fault(field, say::class_fault(ctx.lang, field, *fault));
            }
        }
        let after_end = self.after_end(ctx).unwrap_or_default();
        self.form.note(ClassField::End, after_end);
        if field == ClassField::Code && self.is_taken(ctx) {
            self.form.fault(field, say::class_fault(ctx.lang, field, ClassFault::CodeTaken));
        }
    }

    fn is_taken(&self, ctx: &Ctx<'_>) -> bool {
        let code = self.form.get(ClassField::Code);
        let own = self.known.as_ref().map(|(id, ..)| *id);
        !code.is_empty() && ctx.desk.class_named(code).is_ok_and(|class| Some(class.id) != own)
    }

    fn event(&mut self, event: FormEvent<ClassField>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Left(field) => self.left(field, ctx),
            FormEvent::Changed(ClassField::Course) => self.form.clear_fault(ClassField::Hours),
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }

    /// Without a reason at first: if one is needed, it is asked for.
    fn save(&mut self, reason: &str, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if self.known.is_some() && !self.form.is_dirty() {
            ctx.note.warn(words::unchanged(lang));
            return Flow::Stay;
        }
        let draft = draft(&self.form);
        let done = match &self.known {
            Some((id, version, _)) => ctx.desk.change_class(*id, *version, &draft, reason).map(|()| *id),
            None => ctx.desk.add_class(&draft),
        };
        match done {
            Ok(id) => {
                self.form.mark_saved();
                self.say(id, draft.code.trim(), ctx);
                // whoever changes a class came from it or from the list, and goes back there
                if self.known.is_some() { Flow::Back } else { Flow::Replace(Route::Class(id)) }
            }
            Err(Trouble::Class(faults)) => {
                let said =
                    faults.iter().map(|(field, fault)| (*field, say::class_fault(lang, *field, *fault)));
                self.form.set_faults(said);
                ctx.note.error(words::faults(lang, faults.len()));
                Flow::Stay
            }
            Err(Trouble::ReasonNeeded) => self.ask_why(&draft, ctx),
            Err(error) if error.is_stale() => self.merge(ctx),
            Err(error) => {
                ctx.note.error(say::trouble(lang, &error));
                Flow::Stay
            }
        }
    }

    fn ask_why(&self, draft: &ClassDraft, ctx: &Ctx<'_>) -> Flow {
        let Some((id, ..)) = &self.known else { return Flow::Stay };
        let changes = ctx.desk.dated_changes(*id, draft).unwrap_or_default();
        let first = changes.first().map_or(String::new(), |change| say::timetable::change(ctx.lang, change));
        let title = match changes.len() {
            0 | 1 => timetable::why_changed(ctx.lang, &first),
            more => timetable::why_changes(ctx.lang, &first, more - 1),
        };
        Flow::Ask(Dialog::prompt(title, "").tagged(WHY))
    }

    /// What is on file now, and what of the timetable no longer agrees with it.
    fn say(&self, id: ClassId, code: &str, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        // a seat that the change freed is told of at once
        let done = match ctx.desk.next_waiting(id) {
            Ok(Some(next)) => words::saved_next(lang, code, &next.name),
            _ => words::saved(lang, code),
        };
        let clashes = ctx.desk.clashes(id).unwrap_or_default();
        let clash = say::timetable::clash_sums(lang, &clashes).into_iter().next();
        let clash = clash.map(|first| timetable::clash(lang, &first));
        match self.after_end(ctx).or(clash) {
            Some(warning) => ctx.note.warn(format!("{done}  {warning}")),
            None => ctx.note.ok(done),
        }
    }

    /// Sessions that lie after the end as typed, by name.
    fn after_end(&self, ctx: &Ctx<'_>) -> Option<String> {
        let (id, ..) = self.known.as_ref()?;
        let end = parse_day(self.form.get(ClassField::End))?;
        let sessions = ctx.desk.sessions_after(*id, end).ok()?;
        let named = say::timetable::some_sessions(ctx.lang, &sessions);
        (!sessions.is_empty()).then(|| timetable::after_new_end(ctx.lang, sessions.len(), &named))
    }

    /// Somebody else changed the class: their values come in, what was typed here stays and is pointed out.
    fn merge(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let Some((id, version, _)) = &mut self.known else { return Flow::Stay };
        let class = match ctx.desk.class(*id) {
            Ok(class) => class,
            Err(error) => {
                ctx.note.error(say::trouble(lang, &error));
                return Flow::Stay;
            }
        };
        *version = class.version;
        let mine: Vec<(ClassField, String)> =
            self.form.changed().map(|(id, text)| (id, text.to_owned())).collect();
        put(&mut self.form, &class);
        self.form.mark_saved();
        let mut both = Vec::new();
        for (field, value) in &mine {
            let theirs = self.form.shown(*field).to_owned();
            if self.form.get(*field) != value {
                both.push((*field, words::theirs(lang, &theirs)));
            }
            self.form.set(*field, value);
        }
        self.form.set_faults(both);
        ctx.note.warn(words::merged(lang, mine.len()));
        Flow::Stay
    }
}

impl Screen for ClassForm {
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
        match &self.known {
            Some((.., code)) => words::edit_title(lang, code),
            None => words::new_title(lang).to_owned(),
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save("", ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (WHY, Said::Text(reason)) if reason.trim().is_empty() => {
                ctx.note.warn(timetable::not_changed(ctx.lang));
                Flow::Stay
            }
            (WHY, Said::Text(reason)) => self.save(reason, ctx),
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
        self.draw(paint);
    }
}
