//! A class as a form: a new one, perhaps of a course that was chosen, or one to be changed against its version.

mod fields;
mod view;

use super::form_page::{Faults, FormCmd, FormPage, choose, save};
use super::{ClassWanted, Route};
use crate::app::{Desk, Outcome, Trouble, words as say};
use crate::domain::calendar::parse_day;
use crate::domain::class::{ClassDraft, ClassFault, ClassField};
use crate::domain::ids::{ActId, ClassId};
use crate::store::rows::SessionRow;
use crate::text::classes as words;
use crate::text::{Lang, form as form_words, timetable};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::overlay::line::Wants;
use crate::ui::paint::Paint;
use crate::ui::widget::form::Form;
use chrono::NaiveDate;
use fields::{draft, parse, put, values_of};
use std::convert::Infallible;

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

impl ClassForm {
    fn is_taken(&self, ctx: &Ctx<'_>) -> bool {
        let code = self.form.get(ClassField::Code);
        let own = self.known.as_ref().map(|(id, ..)| *id);
        !code.is_empty() && ctx.desk.class_named(code).is_ok_and(|class| Some(class.id) != own)
    }

    /// Without a reason at first: if one is needed, it is asked for.
    fn save_because(&mut self, reason: &str, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if self.known.is_some() && !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let draft = draft(&self.form);
        let done = match &self.known {
            Some((id, version, _)) => {
                ctx.desk.change_class(*id, *version, &draft, reason).map(|followed| (*id, followed))
            }
            None => ctx.desk.add_class(&draft).map(|id| (id, 0)),
        };
        match done {
            Ok((id, followed)) => {
                self.form.mark_saved();
                self.say(id, draft.code.trim(), followed, ctx);
                // whoever changes a class came from it or from the list, and goes back there
                if self.known.is_some() { Flow::Back } else { Flow::Replace(Route::Class(id)) }
            }
            Err(Trouble::Class(faults)) => {
                let said = faults.into_iter().map(|(of, fault)| (of, say::class_fault(lang, of, fault)));
                self.refuse(said.collect(), ctx)
            }
            Err(Trouble::ReasonNeeded) => self.ask_why(&draft, ctx),
            Err(error) if error.is_stale() => self.merge(ctx),
            Err(error) => {
                ctx.fail(&error);
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
        Flow::Ask(Dialog::prompt(title, "").wanting(Wants::Reason).tagged(WHY))
    }

    /// What is on file now, what followed, and what of the timetable no longer agrees with it.
    fn say(&self, id: ClassId, code: &str, followed: usize, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        // a seat that the change freed is told of at once
        let mut done = match ctx.desk.next_waiting(id) {
            Ok(Some(next)) => words::saved_next(lang, code, &next.name),
            _ => words::saved(lang, code),
        };
        if followed > 0 {
            done.push_str(&words::followed(lang, followed));
        }
        let clashes = ctx.desk.clashes(id).unwrap_or_default();
        let clash = say::timetable::clash_sums(lang, &clashes).into_iter().next();
        let clash = clash.map(|first| timetable::clash(lang, &first));
        ctx.note.ok_but(done, self.before_start(ctx).or_else(|| self.after_end(ctx)).or(clash).as_deref());
    }

    /// Sessions that lie before the first day as typed, by name.
    fn before_start(&self, ctx: &Ctx<'_>) -> Option<String> {
        self.outside(ClassField::Start, Desk::sessions_before, timetable::before_new_start, ctx)
    }

    /// Sessions that lie after the end as typed, by name.
    fn after_end(&self, ctx: &Ctx<'_>) -> Option<String> {
        self.outside(ClassField::End, Desk::sessions_after, timetable::after_new_end, ctx)
    }

    fn outside(
        &self,
        field: ClassField,
        beyond: fn(&Desk, ClassId, NaiveDate) -> Outcome<Vec<SessionRow>>,
        words: fn(Lang, usize, &str) -> String,
        ctx: &Ctx<'_>,
    ) -> Option<String> {
        let (id, ..) = self.known.as_ref()?;
        let day = parse_day(self.form.get(field))?;
        let sessions = beyond(ctx.desk, *id, day).ok()?;
        let named = say::timetable::some_sessions(ctx.lang, &sessions);
        (!sessions.is_empty()).then(|| words(ctx.lang, sessions.len(), &named))
    }

    fn note_outside(&mut self, ctx: &Ctx<'_>) {
        let (before_start, after_end) = (self.before_start(ctx), self.after_end(ctx));
        self.form.note(ClassField::Start, before_start.unwrap_or_default());
        self.form.note(ClassField::End, after_end.unwrap_or_default());
    }

    /// Somebody else changed the class: their values come in, what was typed here stays and is pointed out.
    fn merge(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        let Some((id, version, _)) = &mut self.known else { return Flow::Stay };
        let class = match ctx.desk.class(*id) {
            Ok(class) => class,
            Err(error) => {
                ctx.fail(&error);
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

impl FormPage for ClassForm {
    type Field = ClassField;
    type Own = Infallible;
    const COMMANDS: &'static [Command<FormCmd<Infallible>>] =
        &[save(form_words::save, words::save_about), choose()];

    fn form(&self) -> &Form<ClassField> {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form<ClassField> {
        &mut self.form
    }

    fn title(&self, lang: Lang) -> String {
        match &self.known {
            Some((.., code)) => words::edit_title(lang, code),
            None => words::new_title(lang).to_owned(),
        }
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.save_because("", ctx)
    }

    fn faults(&self, ctx: &Ctx<'_>) -> Faults<ClassField> {
        let mut faults = parse(&draft(&self.form)).err().unwrap_or_default();
        if self.is_taken(ctx) {
            faults.push((ClassField::Code, ClassFault::CodeTaken));
        }
        faults.into_iter().map(|(of, fault)| (of, say::class_fault(ctx.lang, of, fault))).collect()
    }

    fn changed(&mut self, field: ClassField, ctx: &mut Ctx<'_>) {
        match field {
            ClassField::Course => self.form.clear_fault(ClassField::Hours),
            ClassField::Start | ClassField::End => self.note_outside(ctx),
            _ => {}
        }
    }

    fn left(&mut self, field: ClassField, ctx: &mut Ctx<'_>) {
        // the two days belong together: changing one may mend or break the other
        let judged = match field {
            ClassField::Start | ClassField::End => &[ClassField::Start, ClassField::End][..],
            _ => &[field],
        };
        for field in judged {
            self.judge(*field, ctx);
        }
        self.note_outside(ctx);
    }

    fn answered(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Flow {
        match (answer.tag, &answer.said) {
            (WHY, Said::Text(reason)) => self.save_because(reason, ctx),
            _ => Flow::Unused,
        }
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}
