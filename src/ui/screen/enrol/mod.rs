//! A person comes in: one form from the ID number to the class, with whoever is alike beside it.
//! Enter only walks; F8 puts the person on file and into the class in one act.

use crate::app::enrol::{Alike, Checked, Elsewhere, Likeness};
use crate::app::limits::EnrolWarning;
use crate::app::words;
use crate::domain::ids::TraineeId;
use crate::domain::scan::Scanned;
use crate::store::rows::ClassRow;
use crate::text::{self, Lang, enrol as t, operators, seats, today};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Reason, Screen, quiet, shown};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::form_page::take_back_typing;
use crate::ui::screen::{EnrolWanted, Route};
use crate::ui::widget::form::{Form, FormEvent};
use crate::ui::widget::picker::Item;
use chrono::NaiveDate;
use fields::F;
use known::Known;
use std::time::Instant;

mod check;
mod draft;
mod fields;
mod known;
mod panel;
mod paste;
mod save;
mod scan;
mod view;

pub(super) use draft::{DRAFTS, draft_time, draft_who, take_up};
pub(super) use fields::field_meant;

pub(super) fn open(wanted: &EnrolWanted, ctx: &mut Ctx<'_>) -> Result<Box<dyn AnyScreen>, String> {
    let mut enrol = Enrol::new(ctx);
    enrol.read(ctx);
    enrol.fresh(ctx);
    if let Some(person) = wanted.person {
        enrol.open_known(person, ctx)?;
        enrol.warn_of_other_draft(ctx);
    } else if wanted.resume {
        enrol.resume(ctx);
    } else {
        enrol.land(&wanted.typed, ctx);
        enrol.warn_of_other_draft(ctx);
    }
    if let Some(card) = &wanted.card {
        enrol.fill(card, ctx);
        enrol.go_on();
    }
    if let Some(class) = wanted.class {
        let open = enrol.classes.iter().find(|open| open.id == class);
        let key = open.map_or_else(String::new, fields::class_key);
        enrol.form.set(F::Class, &key);
        enrol.form.mark_saved();
    }
    enrol.from_search = !wanted.typed.is_empty();
    Ok(Box::new(enrol))
}

pub(super) struct Enrol {
    form: Form<F>,
    known: Option<Known>,
    classes: Vec<ClassRow>,
    checked: Option<Checked>,
    /// What the chosen class may mind about the person.
    warnings: Vec<EnrolWarning>,
    /// What the person's other classes mean for the chosen one.
    elsewhere: Elsewhere,
    today: NaiveDate,
    operator: String,
    when: String,
    read_only: bool,
    /// The search page lies below: looking for the next person is going back to it.
    from_search: bool,
    /// What the last save left to look at.
    said: Vec<String>,
    /// The draft on file is that of this form, not one that still waits for somebody.
    own_draft: bool,
    /// When the form is kept as a draft, if something was typed since.
    keep_at: Option<Instant>,
    /// The number was passed over.
    no_number: bool,
    /// Whom the open list of people alike names, in its order.
    asked: Vec<TraineeId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cmd {
    Save,
    Choose,
    OpenKnown,
    CopyPrevious,
    Fresh,
    Find,
    DropDraft,
}

/// Tags the list of people alike.
const ALIKE: &str = "alike";

impl Screen for Enrol {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        shown(Cmd::Save, &[Key::F(8)], t::save, t::save_about),
        shown(Cmd::OpenKnown, &[Key::F(2)], t::open_known, t::open_known_about),
        shown(Cmd::Choose, &[Key::F(4)], t::choose, t::choose_about),
        shown(Cmd::CopyPrevious, &[Key::Ctrl('d')], t::copy_previous, t::copy_previous_about),
        shown(Cmd::Find, &[Key::F(3)], t::find, t::find_about),
        quiet(Cmd::Fresh, &[Key::F(6)], t::fresh, t::fresh_about),
        quiet(Cmd::DropDraft, &[], today::drop_draft, t::drop_draft_about),
    ];

    fn title(&self, lang: Lang) -> String {
        self.class().map_or_else(
            || t::title(lang).to_owned(),
            |class| t::title_class(lang, &view::class_words(lang, class)),
        )
    }

    fn status(&self, lang: Lang) -> String {
        let room = self.class().map_or_else(String::new, |class| seats::room(lang, class.room()));
        let operator = operators::called(lang, &self.operator);
        if room.is_empty() {
            return t::status(lang, operator, &self.when);
        }
        t::status_room(lang, &room, operator, &self.when)
    }

    fn blocked(&self, cmd: Cmd) -> Option<Reason> {
        match cmd {
            Cmd::Save if self.read_only => Some(Reason::Words(t::read_only)),
            Cmd::OpenKnown if self.alike().is_empty() => Some(Reason::Words(t::nobody_alike)),
            _ => None,
        }
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => {
                self.spell(self.form.focused(), ctx);
                return self.save(ctx);
            }
            Cmd::OpenKnown => return self.open_alike(ctx),
            Cmd::Choose => return self.choose(ctx),
            Cmd::CopyPrevious => match self.form.copy_previous() {
                FormEvent::Unused => ctx.note.warn(text::shell::no_previous(ctx.lang)),
                event => return self.after(event, ctx),
            },
            Cmd::Fresh => {
                // as with Esc: what is not saved goes at the second try only, and is kept as a draft
                if matches!(Screen::leave(self, ctx), Flow::Back) {
                    self.fresh(ctx);
                }
            }
            Cmd::Find => return self.find_next(ctx),
            Cmd::DropDraft => self.drop_draft(ctx),
        }
        Flow::Stay
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        if self.pasted(input, ctx) {
            return Flow::Stay;
        }
        let event = self.form.input(input, ctx.lang);
        self.after(event, ctx)
    }

    fn scanned(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        self.take_scan(scanned, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        if let (ALIKE, Said::Picked(nth)) = (answer.tag, &answer.said) {
            let person = self.asked.get(*nth).copied();
            self.switch_to(person, ctx);
            return Flow::Stay;
        }
        if let Some(flow) = self.answered_to_save(&answer, ctx) {
            return flow;
        }
        let event = self.form.answered(&answer);
        let class_chosen = matches!(event, FormEvent::Changed(F::Class));
        let flow = self.after(event, ctx);
        if class_chosen && self.known.is_some() {
            // nothing follows the class: back to where a returnee's data may have changed
            self.form.focus(F::Phone);
            ctx.note.ok(t::ready(ctx.lang));
        }
        flow
    }

    fn click(&mut self, target: Click, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.click(target);
        self.after(event, ctx)
    }

    fn has_field(&self) -> bool {
        true
    }

    fn field_help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    fn refresh(&mut self, ctx: &mut Ctx<'_>) {
        self.read(ctx);
        self.reread_person(ctx);
        self.check(ctx);
    }

    fn wakes_at(&self) -> Option<Instant> {
        self.keep_at
    }

    fn woke(&mut self, ctx: &mut Ctx<'_>) {
        self.keep(ctx);
    }

    fn is_dirty(&self) -> bool {
        self.form.is_dirty()
    }

    fn leave(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let flow = self.form.leave(ctx);
        match flow {
            Flow::Back if self.form.is_dirty() => {
                self.keep(ctx);
                ctx.note.ok(t::draft_kept(ctx.lang));
            }
            Flow::Back => {}
            _ => ctx.note.warn(t::unsaved(ctx.lang)),
        }
        flow
    }

    fn closing(&mut self, ctx: &mut Ctx<'_>) {
        self.keep(ctx);
    }

    fn undo(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(event) = take_back_typing(&mut self.form, ctx) {
            return self.after(event, ctx);
        }
        if ctx.take_back() {
            self.said.clear();
            Screen::refresh(self, ctx);
        }
        Flow::Stay
    }

    fn view(&self, paint: &mut Paint<'_>) {
        self.draw(paint);
    }
}

impl Enrol {
    fn new(ctx: &Ctx<'_>) -> Self {
        Self {
            form: Form::new(fields::SPECS),
            known: None,
            classes: Vec::new(),
            checked: None,
            warnings: Vec::new(),
            elsewhere: Elsewhere::default(),
            today: ctx.desk.today(),
            operator: String::new(),
            when: String::new(),
            read_only: ctx.desk.read_only().is_some(),
            from_search: false,
            said: Vec::new(),
            own_draft: false,
            keep_at: None,
            no_number: false,
            asked: Vec::new(),
        }
    }

    /// The class that is chosen, as last read.
    fn class(&self) -> Option<&ClassRow> {
        let key = self.form.get(F::Class);
        self.classes.iter().find(|class| fields::class_key(class) == key)
    }

    fn alike(&self) -> &[Alike] {
        self.checked.as_ref().map_or(&[], |checked| checked.alike.as_slice())
    }

    fn after(&mut self, event: FormEvent<F>, ctx: &mut Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Moved => {}
            FormEvent::Changed(field) => {
                ctx.note.turned_page();
                self.changed(field, ctx);
            }
            FormEvent::Left(field) => {
                self.spell(field, ctx);
                self.judge(field, ctx);
                if self.keep_at.is_some() {
                    self.keep(ctx);
                }
            }
            FormEvent::Ask(dialog) => return Flow::Ask(*dialog),
        }
        Flow::Stay
    }

    /// The list of this field; from one without a list, that of the classes, which every enrolment needs.
    fn choose(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if let Some(dialog) = self.form.choose(ctx.lang) {
            return Flow::Ask(dialog);
        }
        let here = self.form.focused();
        self.form.focus(F::Class);
        if let Some(dialog) = self.form.choose(ctx.lang) {
            return Flow::Ask(dialog);
        }
        self.form.focus(here);
        ctx.note.warn(t::no_classes(ctx.lang));
        Flow::Stay
    }

    /// The only one alike, the one of the same number, or whom the clerk picks.
    fn open_alike(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let alike = self.alike();
        let sure = alike.iter().find(|alike| alike.likeness == Likeness::SameId).or(match alike {
            [one] => Some(one),
            _ => None,
        });
        if let Some(one) = sure {
            let person = one.row.id;
            self.switch_to(Some(person), ctx);
            return Flow::Stay;
        }
        let named = alike.iter().map(|alike| alike.row.id).collect();
        let items = alike
            .iter()
            .map(|alike| Item {
                label: view::person_words(ctx.lang, &alike.row.trainee, self.today),
                detail: words::likeness(ctx.lang, alike.likeness).to_owned(),
                ..Item::default()
            })
            .collect();
        self.asked = named;
        Flow::Ask(Dialog::pick(t::alike(ctx.lang), items).tagged(ALIKE))
    }

    fn switch_to(&mut self, person: Option<TraineeId>, ctx: &mut Ctx<'_>) {
        let Some(person) = person else { return };
        let class = self.class().map(|class| (class.id, fields::class_key(class)));
        let typed: Vec<(F, String)> =
            self.form.values().map(|(field, value)| (field, value.to_owned())).collect();
        self.fresh(ctx);
        if let Err(why) = self.open_known(person, ctx) {
            ctx.note.error(why);
            return;
        }
        let sits = |class| self.known.as_ref().is_some_and(|known| known.sits_in(class));
        if let Some((_, key)) = class.filter(|(class, _)| !sits(*class)) {
            self.form.set(F::Class, &key);
            self.form.mark_saved();
            self.form.focus(F::Phone);
        }
        // what the record does not know yet is not typed twice; an address is known or not as a whole
        let lives = fields::has_address(&self.form);
        for (field, value) in typed {
            if lives && matches!(field, F::County | F::Address) {
                continue;
            }
            if field != F::Class && self.form.get(field).is_empty() && !value.is_empty() {
                self.form.set(field, &value);
            }
        }
        self.settle(ctx);
        let name = self.known.as_ref().map(|known| known.name().to_owned()).unwrap_or_default();
        ctx.note.ok(t::opened(ctx.lang, &name));
    }

    fn find_next(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        if !self.from_search {
            // this form waits below, as it is
            self.keep(ctx);
            return Flow::Go(Route::Search(String::new()));
        }
        Screen::leave(self, ctx)
    }
}
