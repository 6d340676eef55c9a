//! F8: all faults at once, or one act and a fresh form.

use super::Enrol;
use super::fields::{self, F};
use super::known::Known;
use crate::app::Trouble;
use crate::app::enrol::{Likeness, Place, Registered, Registration, Who};
use crate::app::words;
use crate::domain::person::TraineeDraft;
use crate::domain::room::{Room, Seating};
use crate::domain::status::Status;
use crate::text::{Lang, desk, enrol as t, form, seats};
use crate::ui::command::{Ctx, Flow};
use crate::ui::overlay::dialog::{Answer, Dialog, Said};
use crate::ui::widget::picker::Item;

const CLASH: &str = "clash";
const FULL: &str = "full";
const OVER: &str = "over";

impl Enrol {
    pub(super) fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        self.check(ctx);
        if !self.elsewhere.clashes.is_empty() && self.faults(ctx.lang).1.is_empty() {
            let name = self.form.get(F::Name).trim();
            let ask = Dialog::confirm(
                t::clash_title(ctx.lang, name),
                words::elsewhere(ctx.lang, &self.elsewhere).join("\n"),
                t::clash_save(ctx.lang),
            );
            return Flow::Ask(ask.tagged(CLASH));
        }
        self.save_on(Place::Seat(Seating::IfFree), ctx)
    }

    fn save_on(&mut self, place: Place, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        self.check(ctx);
        let (status, faults) = self.faults(lang);
        if !faults.is_empty() {
            self.look_for_reason(ctx);
            ctx.note.error(form::faults(lang, faults.len()));
            self.form.set_faults(faults);
            return Flow::Stay;
        }
        let registration = self.registration(status);
        if self.says_nothing(&registration) {
            ctx.note.warn(t::nothing_changed(lang));
            self.form.focus(F::Class);
            return Flow::Stay;
        }
        match ctx.desk.register_as(&registration, place) {
            Ok(registered) => self.saved(&registered, ctx),
            Err(Trouble::NoSeat { room, .. }) => {
                // the seats may have gone while the form was typed
                self.read_classes(ctx);
                return self.ask_for_place(room, lang);
            }
            Err(trouble) => self.refused(&trouble, ctx),
        }
        Flow::Stay
    }

    /// Waiting comes first; going beyond the capacity takes a second act.
    fn ask_for_place(&self, room: Room, lang: Lang) -> Flow {
        let code = self.class().map_or("", |class| class.code.as_str());
        let ways = [t::full_wait(lang, room.waiting + 1), t::full_over(lang).to_owned()];
        let title = t::full_title(lang, code, &seats::room(lang, room));
        Flow::Ask(Dialog::pick(title, ways.map(Item::new).into()).tagged(FULL))
    }

    pub(super) fn answered_to_save(&mut self, answer: &Answer, ctx: &mut Ctx<'_>) -> Option<Flow> {
        match (answer.tag, &answer.said) {
            (CLASH, Said::Yes) => Some(self.save_on(Place::Seat(Seating::IfFree), ctx)),
            (FULL, Said::Picked(0)) => Some(self.save_on(Place::Waiting, ctx)),
            (FULL, Said::Picked(_)) => self.ask_to_go_over(ctx.lang),
            (OVER, Said::Yes) => Some(self.save_on(Place::Seat(Seating::Always), ctx)),
            _ => None,
        }
    }

    fn ask_to_go_over(&self, lang: Lang) -> Option<Flow> {
        let (class, name) = (self.class()?, self.form.get(F::Name).trim());
        let lines = t::over_lines(lang, class.code.as_str(), name, class.seats_taken + 1);
        let ask = Dialog::confirm(t::full_over(lang), lines, t::full_over(lang));
        Some(Flow::Ask(ask.tagged(OVER)))
    }

    fn faults(&self, lang: Lang) -> (Option<Status>, Vec<(F, String)>) {
        let mut faults = Vec::new();
        if let Some(Err(list)) = self.checked.as_ref().map(|checked| &checked.parsed) {
            let words = |(field, fault): &(_, _)| (F::of(*field), words::trainee_fault(lang, fault));
            faults.extend(list.iter().map(words));
        }
        if self.alike().iter().any(|alike| alike.likeness == Likeness::SameId) {
            faults.push((F::Id, desk::taken_id(lang).to_owned()));
        }
        if let (Some(class), Some(known)) = (self.class(), &self.known)
            && known.sits_in(class.id)
        {
            faults.push((F::Class, t::in_this_class(lang).to_owned()));
        }
        if let (Some(class), Some(known)) = (self.class(), &self.known)
            && let Some(place) = known.waits_for(class.id).filter(|_| !self.admits(class))
        {
            faults.push((F::Class, t::waits_here(lang, place)));
        }
        match fields::status(&self.form, self.today, lang) {
            Ok(status) => (status, faults),
            Err(more) => {
                faults.extend(more);
                (None, faults)
            }
        }
    }

    fn registration(&self, status: Option<Status>) -> Registration {
        let draft = fields::draft(&self.form);
        let newest = self.known.as_ref().and_then(Known::status);
        let category = status.as_ref().map(|status| status.category.0.clone()).unwrap_or_default();
        Registration {
            who: match &self.known {
                Some(known) => Who::Known { id: known.id(), version: known.person.row.version, draft },
                None => Who::New(draft),
            },
            statuses: status.into_iter().filter(|status| newest != Some(status)).collect(),
            class: self.class().map(|class| class.id),
            joined: None,
            category,
        }
    }

    /// A person on file, nothing typed, no class: there is nothing that an act could record.
    fn says_nothing(&self, registration: &Registration) -> bool {
        let Some(known) = &self.known else { return false };
        let Who::Known { draft, .. } = &registration.who else { return false };
        // what the number tells is not typed, so it cannot differ
        let told = TraineeDraft { sex: String::new(), birth: String::new(), ..known.base.clone() };
        let typed = TraineeDraft { sex: String::new(), birth: String::new(), ..draft.clone() };
        registration.class.is_none()
            && registration.statuses.is_empty()
            && (typed == told)
            && (draft.other_reason.is_empty() || *draft == known.base)
    }

    fn saved(&mut self, registered: &Registered, ctx: &mut Ctx<'_>) {
        let lang = ctx.lang;
        let name = self.form.get(F::Name).trim().to_owned();
        let code = self.class().map_or("", |class| class.code.as_str());
        let message = match (registered.seat, registered.waiting) {
            (Some((_, seat)), _) => t::enrolled(lang, &name, code, seat),
            (None, Some(place)) => t::waits_now(lang, &name, code, place),
            _ if self.known.is_some() => t::changed(lang, &name),
            _ => t::on_file(lang, &name),
        };
        let doubts = registered.doubts.iter().map(|(_, doubt)| words::trainee_doubt(lang, *doubt));
        let warnings = registered.warnings.iter().map(|warning| words::enrol_warning(lang, *warning));
        let said: Vec<String> = doubts.chain(warnings).map(|words| format!("{name} {words}")).collect();
        self.remember(ctx);
        self.forget(ctx);
        self.read(ctx);
        self.fresh(ctx);
        self.said = said;
        ctx.note.ok(message);
    }

    fn refused(&mut self, trouble: &Trouble, ctx: &mut Ctx<'_>) {
        let words = words::trouble(ctx.lang, trouble);
        match trouble {
            Trouble::Trainee(faults) => {
                let faults: Vec<(F, String)> = faults
                    .iter()
                    .map(|(field, fault)| (F::of(*field), words::trainee_fault(ctx.lang, fault)))
                    .collect();
                self.form.set_faults(faults);
            }
            trouble if trouble.is_known_person() => {
                self.form.set_faults([(F::Id, words.clone())]);
                self.check(ctx);
            }
            trouble if trouble.is_taken() => self.form.set_faults([(F::Class, words.clone())]),
            trouble if trouble.is_stale() => {
                let id = self.known.as_ref().map(Known::id);
                if let Some(Ok(new)) = id.map(|id| Known::read(ctx.desk, id)) {
                    self.take_over(new, ctx);
                }
            }
            _ => {}
        }
        ctx.note.error(words);
    }
}
