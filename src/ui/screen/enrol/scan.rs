//! A card under the scanner, wherever the caret stands: it fills what the number tells and what is empty, and goes to
//! the first field that is still needed. Nothing is saved by it, and what was typed is not written over.

use super::fields::{self, F};
use super::{Enrol, view};
use crate::app::{codes, words};
use crate::domain::id_number::{IdFault, IdNumber};
use crate::domain::phone::Phone;
use crate::domain::reader::Card;
use crate::domain::scan::Scanned;
use crate::text::enrol as t;
use crate::ui::command::{Ctx, Flow};

impl Enrol {
    pub(super) fn take_scan(&mut self, scanned: &Scanned, ctx: &mut Ctx<'_>) -> Flow {
        match scanned {
            Scanned::Id(id) => self.take_number(*id, None, ctx),
            Scanned::Card(card) => self.take_number(card.id, Some(card), ctx),
            Scanned::Trainee(number) => self.open_number(&number.to_string(), ctx),
            Scanned::Phone(phone) => self.take_phone(phone, ctx),
            Scanned::Wrong(text, fault) => self.take_wrong(text, *fault, ctx),
            Scanned::LacksX(_) | Scanned::Unknown(_) => return Flow::Unused,
        }
        Flow::Stay
    }

    pub(super) fn take_number(&mut self, id: IdNumber, card: Option<&Card>, ctx: &mut Ctx<'_>) {
        if id.birth() > self.today {
            return self.take_wrong(id.as_str(), IdFault::BirthInFuture, ctx);
        }
        let stands = view::cleaned(F::Id, self.form.get(F::Id));
        if !stands.is_empty() && stands != id.as_str() {
            if self.has_a_wrong_number_only() {
                self.forget(ctx);
            } else if self.form.is_dirty() {
                ctx.note.warn(t::scanned_too_early(ctx.lang));
                return;
            }
            self.fresh(ctx);
        }
        if self.form.get(F::Id) != id.as_str() {
            let typed = self.form.is_dirty();
            self.form.set(F::Id, id.as_str());
            self.changed(F::Id, ctx);
            // somebody on file, and nothing typed yet that would be put aside
            if !typed && let Ok(person) = ctx.desk.person_named(id.as_str()) {
                self.switch_to(Some(person), ctx);
            }
        }
        if let Some(card) = card {
            self.fill(card, ctx);
        }
        self.go_on();
    }

    /// Nothing is typed but a number that nobody has: it was misread, and with it nothing is lost. The class that is
    /// being filled stays.
    fn has_a_wrong_number_only(&self) -> bool {
        let stands = IdNumber::parse(self.form.get(F::Id));
        let is_wrong = !stands.is_ok_and(|id| id.birth() <= self.today);
        is_wrong && self.form.changed().all(|(field, _)| matches!(field, F::Id | F::Class))
    }

    /// What the card says where nothing stands yet.
    pub(super) fn fill(&mut self, card: &Card, ctx: &mut Ctx<'_>) {
        let nation =
            codes::NATIONS.meant(&card.nation).map_or(card.nation.as_str(), |coded| coded.key.as_str());
        for (field, value) in [(F::Name, card.name.as_str()), (F::Nation, nation)] {
            if self.form.get(field).is_empty() && !value.is_empty() {
                self.form.set(field, value);
                self.changed(field, ctx);
            }
        }
        if !fields::has_address(&self.form) && !card.address.is_empty() {
            fields::set_address(&mut self.form, &card.address);
            self.changed(F::Address, ctx);
        }
        self.settle(ctx);
    }

    /// To the first field a new person still needs; with all of them there, to what changes most often.
    pub(super) fn go_on(&mut self) {
        let needed = [F::Name, F::Phone, F::Education, F::Category, F::Class];
        let half = |field: F| {
            field == F::Phone
                && Phone::read(self.form.get(field)).is_some_and(|phone| phone.doubt().is_some())
        };
        let wanting = needed.into_iter().find(|field| self.form.get(*field).is_empty() || half(*field));
        self.form.jump(if self.known.is_some() { F::Phone } else { wanting.unwrap_or(F::Phone) });
    }

    fn open_number(&mut self, number: &str, ctx: &mut Ctx<'_>) {
        if self.form.is_dirty() {
            ctx.note.warn(t::scanned_too_early(ctx.lang));
            return;
        }
        match ctx.desk.person_named(number) {
            Ok(person) => self.switch_to(Some(person), ctx),
            Err(trouble) => ctx.fail(&trouble),
        }
    }

    fn take_phone(&mut self, phone: &Phone, ctx: &mut Ctx<'_>) {
        if self.form.focused() != F::Phone && !self.form.get(F::Phone).is_empty() {
            ctx.note.warn(t::phone_stands(ctx.lang));
            return;
        }
        self.form.set(F::Phone, phone.as_str());
        self.changed(F::Phone, ctx);
    }

    /// Kept in sight to be compared with the card; the next scan takes its place.
    fn take_wrong(&mut self, text: &str, fault: IdFault, ctx: &mut Ctx<'_>) {
        let why = words::id_fault(ctx.lang, fault);
        if self.form.get(F::Id).is_empty() {
            self.form.set(F::Id, text);
            self.changed(F::Id, ctx);
            self.form.focus(F::Id);
            self.form.fault(F::Id, why.clone());
        }
        ctx.note.error(crate::text::scan::wrong(ctx.lang, text, &why));
    }
}
