//! Half-typed enrolments are kept while typing, and what the next person takes over from the one before.

use super::Enrol;
use super::fields::F;
use crate::app::drafts::Draft;
use crate::app::{Desk, Outcome, clock, words};
use crate::domain::ids::{ClassId, TraineeId};
use crate::text::{Lang, enrol as t};
use crate::ui::command::Ctx;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Keys of half-typed enrolments: the newest, and the one before it that nobody took up again.
pub(in crate::ui::screen) const DRAFTS: [&str; 2] = [DRAFT, OLDER];
pub(super) const DRAFT: &str = "enrol";
const OLDER: &str = "enrol-older";

/// The person before: what Ctrl+D copies, and which class comes next by itself. Kept over a restart.
const BEFORE: &str = "enrol-before";
const PERSON: &str = "person";

impl Enrol {
    /// An empty form for the next person. Class and education stay, marked as carried; a category never does,
    /// because it is why public money may pay for a person.
    pub(super) fn fresh(&mut self, ctx: &mut Ctx<'_>) {
        self.form.clear();
        self.known = None;
        self.checked = None;
        self.keep_at = None;
        self.own_draft = false;
        self.no_number = false;
        if let Ok(Some(before)) = ctx.desk.draft(BEFORE) {
            let value = |field: F| before.fields.get(field.key()).map(String::as_str).unwrap_or_default();
            for field in F::all().filter(|field| !matches!(field, F::Id | F::Name)) {
                self.form.set_previous(field, value(field));
            }
            let class = value(F::Class).parse().map(ClassId);
            if class.is_ok_and(|class| self.classes.iter().any(|open| open.id == class)) {
                self.form.carry(F::Class, value(F::Class));
            }
            // what a returnee's record says is nothing that was typed for the queue
            if clock::local(before.at_ms).date() == self.today && !before.fields.contains_key(PERSON) {
                self.form.carry(F::Education, value(F::Education));
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
            map.insert(PERSON.to_owned(), known.id().0.to_string());
        }
        map
    }

    /// Keeps what is typed, if anything is.
    pub(super) fn keep(&mut self, ctx: &mut Ctx<'_>) {
        self.keep_at = None;
        if !self.form.is_dirty() {
            return;
        }
        if let Err(trouble) = self.try_keep(ctx) {
            ctx.note.error(words::trouble(ctx.lang, &trouble));
        }
    }

    /// A draft of somebody else steps aside; it is not written over.
    fn try_keep(&mut self, ctx: &mut Ctx<'_>) -> Outcome<()> {
        if !self.own_draft
            && let Some(other) = ctx.desk.draft(DRAFT)?
        {
            ctx.desk.keep_draft(OLDER, &other.fields)?;
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
        let person = draft.fields.get(PERSON).and_then(|id| id.parse().ok()).map(TraineeId);
        if let Some(person) = person {
            // no longer on file: what was typed is then a new person
            let _ = self.open_known(person, ctx);
        }
        for field in F::all() {
            let value = draft.fields.get(field.key()).map(String::as_str).unwrap_or_default();
            self.form.set(field, value);
        }
        self.read_classes(ctx);
        self.form.focus(if person.is_some() { F::Phone } else { F::Id });
        self.settle(ctx);
        self.own_draft = true;
        ctx.note.ok(t::resumed(ctx.lang, &draft_time(&draft, self.today)));
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
                ctx.note.ok(t::draft_dropped(ctx.lang));
            }
            Err(trouble) => ctx.note.error(words::trouble(ctx.lang, &trouble)),
        }
    }
}

/// Makes this draft the one that an enrolment begins with; the other takes its place.
pub(in crate::ui::screen) fn take_up(desk: &Desk, key: &str) -> Outcome<()> {
    let (Some(wanted), true) = (desk.draft(key)?, key != DRAFT) else { return Ok(()) };
    match desk.draft(DRAFT)? {
        Some(other) => desk.keep_draft(key, &other.fields)?,
        None => desk.drop_draft(key)?,
    }
    desk.keep_draft(DRAFT, &wanted.fields)
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
