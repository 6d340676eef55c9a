//! What is read and found out while the form is typed: classes, the person on file, who is alike, single faults.

use super::fields::{self, F};
use super::known::Known;
use super::{Enrol, view};
use crate::app::words::timetable as say;
use crate::app::{regions, words};
use crate::domain::id_number::{IdNumber, age};
use crate::domain::ids::TraineeId;
use crate::domain::person::TraineeDoubt;
use crate::domain::phone::Phone;
use crate::domain::region::RegionCode;
use crate::store::rows::ClassRow;
use crate::text::enrol as t;
use crate::ui::command::Ctx;
use std::time::Duration;

/// A pause in typing after which the form is kept as a draft.
const PAUSE: Duration = Duration::from_millis(300);
/// Running and coming classes that are offered.
const MOST_CLASSES: u32 = 60;

impl Enrol {
    /// What the desk knows besides the person: day, operator, classes, lists in this language.
    pub(super) fn read(&mut self, ctx: &mut Ctx<'_>) {
        let now = ctx.desk.now();
        self.today = now.day;
        self.when = format!("{} {}", say::short(now.day), now.time);
        ctx.desk.operator().clone_into(&mut self.operator);
        let home = ctx.desk.settings().ok().and_then(|settings| RegionCode::parse(&settings.region));
        fields::set_lists(&mut self.form, ctx.lang, home);
        self.read_classes(ctx);
        self.derive(ctx);
    }

    pub(super) fn read_classes(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.classes(MOST_CLASSES) {
            Ok(mut classes) => {
                classes.retain(|class: &ClassRow| class.end >= self.today);
                // a class with a seat is one key nearer than one for which people wait
                classes.sort_by_key(|class| class.room().is_full());
                self.classes = classes;
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        fields::set_classes(&mut self.form, &self.classes, ctx.lang);
        if !self.form.get(F::Class).is_empty() && self.class().is_none() {
            self.form.set(F::Class, "");
        }
    }

    /// Puts a person on file into the form; all there is to do then is to confirm.
    pub(super) fn open_known(&mut self, id: TraineeId, ctx: &mut Ctx<'_>) -> Result<(), String> {
        let known = Known::read(ctx.desk, id).map_err(|trouble| words::trouble(ctx.lang, &trouble))?;
        for (field, value) in fields::values(&known.base, known.status()) {
            self.form.set(field, &value);
        }
        let sits = self.class().and_then(|class| Some((class.code.to_string(), known.seat_in(class.id)?)));
        let name = known.name().to_owned();
        // who has a seat already was looked up; the class of the person before would be a second one by mistake
        if known.is_in_training(self.today) {
            self.form.set(F::Class, "");
        }
        self.known = Some(known);
        // the first thing that may have changed since last time; the class is one F4 away
        self.form.focus(F::Phone);
        self.settle(ctx);
        self.form.mark_saved();
        match sits {
            Some((code, seat)) => ctx.note.warn(t::sits_already(ctx.lang, &name, &code, seat)),
            None if self.class().is_some() => ctx.note.ok(t::ready(ctx.lang)),
            None => ctx.note.ok(t::choose_class(ctx.lang)),
        }
        Ok(())
    }

    /// What was typed in the search box goes where it belongs.
    pub(super) fn land(&mut self, typed: &str, ctx: &mut Ctx<'_>) {
        let field = F::meant_by(typed);
        self.form.set(field, &view::cleaned(field, typed));
        self.form.focus(if field == F::Id { F::Name } else { F::Id });
        self.settle(ctx);
        self.form.mark_saved();
        if field == F::Id {
            self.judge(F::Id, ctx);
        }
    }

    /// After many values changed at once.
    pub(super) fn settle(&mut self, ctx: &mut Ctx<'_>) {
        fields::set_proofs(&mut self.form, ctx.lang);
        self.derive(ctx);
        self.check(ctx);
    }

    pub(super) fn changed(&mut self, field: F, ctx: &mut Ctx<'_>) {
        self.said.clear();
        self.keep_at = Some(ctx.now + PAUSE);
        match field {
            F::Id | F::Name | F::Phone | F::OtherReason | F::Sex | F::Birth | F::Account | F::Class => {
                self.derive(ctx);
                self.check(ctx);
            }
            F::Category => fields::set_proofs(&mut self.form, ctx.lang),
            F::County | F::Address => self.propose_county(),
            _ => {}
        }
    }

    /// What the number says stands beside it; without a number sex and birth are typed. A phone that looks wrong
    /// is taken, and doubted as soon as it was left.
    fn derive(&mut self, ctx: &Ctx<'_>) {
        let other = self.has_reason();
        let asks_reason = self.asks_reason();
        self.form.hide(F::OtherReason, !asks_reason);
        self.form.hide(F::Sex, !other);
        self.form.hide(F::Birth, !other);
        let id = IdNumber::parse_on(self.form.get(F::Id), self.today).ok().filter(|_| !other);
        let words = id.map_or_else(String::new, |id| {
            view::derived(ctx.lang, id.sex(), id.birth(), age(id.birth(), self.today))
        });
        self.form.note(F::Id, words);
        self.propose_county();
        let phone = Phone::read(self.form.get(F::Phone)).filter(|_| self.form.focused() != F::Phone);
        let doubt = phone.and_then(|phone| phone.doubt());
        let words = doubt.map_or_else(String::new, |doubt| {
            format!("! {}", words::trainee_doubt(ctx.lang, TraineeDoubt::Phone(doubt)))
        });
        self.form.note(F::Phone, words);
    }

    /// Many live where their number was issued, many do not: the clerk takes it or leaves it.
    fn propose_county(&mut self) {
        let id = IdNumber::parse_on(self.form.get(F::Id), self.today).ok();
        let id = id.filter(|_| !fields::has_address(&self.form));
        let place = id.as_ref().and_then(IdNumber::area).and_then(regions::county_of);
        self.form.propose(F::County, place.as_ref().map_or("", |place| place.code.as_str()));
    }

    pub(super) fn has_reason(&self) -> bool {
        !self.form.get(F::OtherReason).trim().is_empty()
    }

    /// Most people have a card: why somebody has none is asked once the number was passed over, right below it.
    pub(super) fn asks_reason(&self) -> bool {
        self.has_reason() || (self.no_number && self.form.get(F::Id).is_empty())
    }

    /// The number was left or refused: without one, the field for the reason comes into sight.
    pub(super) fn look_for_reason(&mut self, ctx: &Ctx<'_>) {
        self.no_number = self.form.get(F::Id).is_empty();
        self.derive(ctx);
    }

    pub(super) fn check(&mut self, ctx: &mut Ctx<'_>) {
        let except = self.known.as_ref().map(Known::id);
        match ctx.desk.check_person(&fields::draft(&self.form), except) {
            Ok(checked) => {
                let sound = checked.parsed.as_ref().ok().map(|(trainee, _)| trainee);
                let class = self.class().zip(sound);
                let minds = class.and_then(|(class, new)| {
                    let joined = ctx.desk.joining_day(class, except).ok()?;
                    ctx.desk.enrol_warnings(class, except, new.birth, joined).ok()
                });
                self.warnings = minds.unwrap_or_default();
                self.checked = Some(checked);
            }
            Err(trouble) => ctx.fail(&trouble),
        }
        let known = self.class().zip(except);
        self.elsewhere = known
            .and_then(|(class, person)| ctx.desk.elsewhere(person, class, None, None).ok())
            .unwrap_or_default();
    }

    /// A day of the proof may be typed short; no year but the typed one is a year of birth.
    pub(super) fn spell(&mut self, field: F, ctx: &mut Ctx<'_>) {
        if field != F::Birth && self.form.spell_day(field, self.today) {
            self.changed(field, ctx);
        }
    }

    /// A field was left: what is wrong with it is said now, and the focus stays free to go on.
    pub(super) fn judge(&mut self, field: F, ctx: &Ctx<'_>) {
        if field == F::Id {
            self.no_number = self.form.get(F::Id).is_empty();
        }
        self.derive(ctx);
        if self.form.get(field).is_empty() {
            return;
        }
        let faults = self.checked.as_ref().and_then(|checked| checked.parsed.as_ref().err());
        let person = faults.into_iter().flatten().find(|(at, _)| F::of(*at) == field);
        let words = person.map(|(_, fault)| words::trainee_fault(ctx.lang, fault)).or_else(|| {
            let faults = fields::status(&self.form, self.today, ctx.lang).err()?;
            faults.into_iter().find(|(at, _)| *at == field && *at != F::Category).map(|(_, words)| words)
        });
        if let Some(words) = words {
            self.form.fault(field, words);
        }
    }

    /// The person may have been changed elsewhere: taken over at once where nothing was typed here.
    /// Otherwise saving says so, because the version no longer fits.
    pub(super) fn reread_person(&mut self, ctx: &mut Ctx<'_>) {
        let Some(id) = self.known.as_ref().map(Known::id) else { return };
        if self.form.is_dirty() {
            return;
        }
        match Known::read(ctx.desk, id) {
            Ok(known) => self.take_over(known, ctx),
            // taken back meanwhile: what stands in the form is then a new person
            Err(_) => self.known = None,
        }
    }

    /// New values from the file for every field that was not touched here.
    pub(super) fn take_over(&mut self, new: Known, ctx: &mut Ctx<'_>) {
        let old = self.known.as_ref().map(|old| fields::values(&old.base, old.status())).unwrap_or_default();
        for (field, value) in fields::values(&new.base, new.status()) {
            let before = old.iter().find(|(at, _)| *at == field).map(|(_, value)| value.as_str());
            if before == Some(self.form.get(field)) && before != Some(value.as_str()) {
                self.form.set(field, &value);
            }
        }
        let dirty = self.form.is_dirty();
        self.known = Some(new);
        self.settle(ctx);
        if !dirty {
            self.form.mark_saved();
        }
    }
}
