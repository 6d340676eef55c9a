//! Half-typed enrolments are kept while typing, and what the next person takes over from the one before.

use super::Enrol;
use super::fields::{self, F};
use crate::app::drafts::Draft;
use crate::app::{Desk, Outcome, clock};
use crate::domain::ids::{TraineeId, Uid};
use crate::text::{Lang, enrol as t, today};
use crate::ui::command::Ctx;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Keys of half-typed enrolments: the newest, and the one before it that nobody took up again.
pub(in crate::ui::screen) const DRAFTS: [&str; 5] = [DRAFT, "enrol-older", "enrol-3", "enrol-4", "enrol-5"];
pub(super) const DRAFT: &str = "enrol";

/// The person before: what Ctrl+D copies, and which class comes next by itself. Kept over a restart.
const BEFORE: &str = "enrol-before";
const PERSON: &str = "person";

impl Enrol {
    /// An empty form for the next person. The class stays, marked as carried; nothing that is a person's own does, and
    /// a category least of all, because it is why public money may pay for them.
    pub(super) fn fresh(&mut self, ctx: &mut Ctx<'_>) {
        let standing = self.form.get(F::Class).to_owned();
        self.form.clear();
        self.known = None;
        self.checked = None;
        self.keep_at = None;
        self.own_draft = false;
        self.no_number = false;
        // the class that is being filled, whatever was saved before it
        self.form.set(F::Class, &standing);
        if let Ok(Some(before)) = ctx.desk.draft(BEFORE) {
            let value = |field: F| before.fields.get(field.key()).map(String::as_str).unwrap_or_default();
            for field in F::all().filter(|field| !matches!(field, F::Id | F::Name)) {
                self.form.set_previous(field, value(field));
            }
            let follows = standing.is_empty() || standing == value(F::Class);
            if follows && self.classes.iter().any(|open| fields::class_key(open) == value(F::Class)) {
                self.form.carry(F::Class, value(F::Class));
            }
        }
        self.form.focus(F::Id);
        self.settle(ctx);
        self.form.mark_saved();
    }

    pub(super) fn remember(&self, ctx: &mut Ctx<'_>) {
        // without it the next person is typed in full: no reason to trouble anybody now
        let _ = ctx.desk.keep_draft(BEFORE, &self.map());
    }

    fn map(&self) -> BTreeMap<String, String> {
        let filled = self.form.values().filter(|(_, value)| !value.is_empty());
        let mut map: BTreeMap<String, String> =
            filled.map(|(field, value)| (field.key().to_owned(), value.to_owned())).collect();
        if let Some(known) = &self.known {
            map.insert(PERSON.to_owned(), known.person.row.uid.to_string());
        }
        map
    }

    /// Keeps what is typed, if anything is.
    pub(super) fn keep(&mut self, ctx: &mut Ctx<'_>) {
        self.keep_at = None;
        if !self.form.is_dirty() {
            return;
        }
        // a class alone says of nobody that they were here
        if self.map().keys().all(|field| field == F::Class.key()) {
            return self.forget(ctx);
        }
        if let Err(trouble) = self.try_keep(ctx) {
            ctx.fail(&trouble);
        }
    }

    /// A draft of somebody else steps aside; it is not written over. Where there is no room any more, the oldest goes,
    /// and whose it was is said.
    fn try_keep(&mut self, ctx: &mut Ctx<'_>) -> Outcome<()> {
        if !self.own_draft
            && let Some(other) = ctx.desk.draft(DRAFT)?
        {
            let (place, gone) = place_aside(ctx.desk)?;
            ctx.desk.keep_draft(place, &other.fields)?;
            if let Some(gone) = gone {
                ctx.note.warn(t::draft_gone(ctx.lang, &draft_who(ctx.lang, &gone)));
            }
        }
        ctx.desk.keep_draft(DRAFT, &self.map())?;
        self.own_draft = true;
        Ok(())
    }

    /// The enrolment is on file: its draft has done its work. An old one that stays is offered again, no worse.
    pub(super) fn forget(&mut self, ctx: &mut Ctx<'_>) {
        if self.own_draft {
            let _ = ctx.desk.drop_draft(DRAFT);
        }
        self.own_draft = false;
    }

    /// What was not saved last time stands in the form again.
    pub(super) fn resume(&mut self, ctx: &mut Ctx<'_>) {
        let Ok(Some(draft)) = ctx.desk.draft(DRAFT) else { return };
        let named = draft.fields.get(PERSON);
        if let Some(person) = named.and_then(|uid| on_file(ctx.desk, uid)) {
            // what cannot be read is of nobody: what was typed is then a new person
            let _ = self.open_known(person, ctx);
        }
        for field in F::all() {
            let value = draft.fields.get(field.key()).map(String::as_str).unwrap_or_default();
            self.form.set(field, value);
        }
        if self.form.get(F::County).is_empty() {
            // kept while an address was one field
            let address = self.form.get(F::Address).to_owned();
            fields::set_address(&mut self.form, &address);
        }
        self.read_classes(ctx);
        self.form.focus(if self.known.is_some() { F::Phone } else { F::Id });
        self.settle(ctx);
        self.own_draft = true;
        if named.is_some() && self.known.is_none() {
            ctx.note.warn(t::resumed_as_new(ctx.lang));
        } else if draft.fields.contains_key(F::Class.key()) && self.class().is_none() {
            ctx.note.warn(t::resumed_without_class(ctx.lang));
        } else {
            ctx.note.ok(t::resumed(ctx.lang, &draft_time(&draft, self.today)));
        }
    }

    pub(super) fn warn_of_other_draft(&self, ctx: &mut Ctx<'_>) {
        if let Ok(Some(draft)) = ctx.desk.draft(DRAFT) {
            ctx.note.warn(t::other_draft(ctx.lang, &draft_who(ctx.lang, &draft)));
        }
    }

    pub(super) fn drop_draft(&mut self, ctx: &mut Ctx<'_>) {
        match ctx.desk.drop_draft(DRAFT) {
            Ok(()) => {
                self.fresh(ctx);
                ctx.note.ok(today::draft_dropped(ctx.lang));
            }
            Err(trouble) => ctx.fail(&trouble),
        }
    }
}

/// Whom a draft names, if they are in this file. A draft of a version before named the number of a row, which in a
/// file that was put back may be that of somebody else.
fn on_file(desk: &Desk, named: &str) -> Option<TraineeId> {
    desk.trainee_of(Uid::parse(named)?).ok().flatten()
}

/// Where a draft steps aside to, and the one that must go for it.
fn place_aside(desk: &Desk) -> Outcome<(&'static str, Option<Draft>)> {
    let mut oldest: Option<(&'static str, Draft)> = None;
    for key in DRAFTS.into_iter().filter(|key| *key != DRAFT) {
        let Some(draft) = desk.draft(key)? else { return Ok((key, None)) };
        if oldest.as_ref().is_none_or(|(_, before)| draft.at_ms < before.at_ms) {
            oldest = Some((key, draft));
        }
    }
    Ok(oldest.map_or((DRAFT, None), |(key, draft)| (key, Some(draft))))
}

/// Makes this draft the one that an enrolment begins with; the other takes its place.
pub(in crate::ui::screen) fn take_up(desk: &Desk, key: &str) -> Outcome<()> {
    if key == DRAFT || desk.draft(key)?.is_none() {
        return Ok(());
    }
    desk.swap_drafts(DRAFT, key)
}

/// Whose enrolment a draft is.
pub(in crate::ui::screen) fn draft_who(lang: Lang, draft: &Draft) -> String {
    let name = draft.fields.get(F::Name.key()).map(|name| name.trim()).filter(|name| !name.is_empty());
    name.map_or_else(|| t::new_person(lang).to_owned(), str::to_owned)
}

/// When it was kept: the time alone on the same day.
pub(in crate::ui::screen) fn draft_time(draft: &Draft, today: NaiveDate) -> String {
    let at = clock::local(draft.at_ms);
    let form = if at.date() == today { "%H:%M" } else { "%m-%d %H:%M" };
    at.format(form).to_string()
}
