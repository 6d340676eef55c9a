//! One session as a form: added to a class, or changed against its version.

use super::rows::weekday;
use crate::app::{Trouble, words as say};
use crate::domain::calendar::{Slot, parse_day};
use crate::domain::class::{SessionKind, SessionPlan, slot_hours};
use crate::domain::hours::ClassHours;
use crate::domain::ids::{ActId, ClassId, SessionId};
use crate::store::rows::{ClassRow, SessionRow};
use crate::text::class as words;
use crate::text::classes as form_words;
use crate::text::{Lang, common};
use crate::ui::command::{AnyScreen, Command, Ctx, Flow, Screen};
use crate::ui::input::Input;
use crate::ui::key::Key;
use crate::ui::overlay::dialog::Answer;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, FormEvent, Spec};
use crate::ui::widget::kind::Kind;
use chrono::{Datelike, NaiveDate};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Day,
    Slot,
    Kind,
    Topic,
    Instructor,
    Room,
}

const fn spec(
    id: Field,
    label: fn(Lang) -> &'static str,
    kind: Kind,
    width: u16,
    help: fn(Lang) -> &'static str,
) -> Spec<Field> {
    Spec { id, label, kind, width, help, required: matches!(id, Field::Day | Field::Slot) }
}

const SPECS: &[Spec<Field>] = &[
    spec(Field::Day, words::s_day, Kind::Date, 12, words::h_day),
    spec(Field::Slot, words::s_slot, Kind::Time, 14, words::h_slot),
    spec(Field::Kind, words::s_kind, Kind::Choice, 12, words::h_kind),
    spec(Field::Topic, words::s_topic, Kind::Text, 40, words::h_topic),
    spec(Field::Instructor, words::s_instructor, Kind::Text, 20, words::h_instructor),
    spec(Field::Room, words::s_room, Kind::Text, 30, words::h_room),
];

/// The keys of the list are this screen's own; the file has its own words.
const KINDS: [(&str, SessionKind); 4] = [
    ("mixed", SessionKind::Mixed),
    ("theory", SessionKind::Theory),
    ("practice", SessionKind::Practice),
    ("online", SessionKind::Online),
];

pub(in crate::ui::screen) fn open(
    class: ClassId,
    session: Option<SessionId>,
    ctx: &mut Ctx<'_>,
) -> Result<Box<dyn AnyScreen>, String> {
    let fail = |error| say::trouble(ctx.lang, &error);
    let class = ctx.desk.class(class).map_err(fail)?;
    let mut form = Form::new(SPECS);
    let choice = |(key, kind): &(&str, SessionKind)| Choice {
        key: (*key).to_owned(),
        label: words::session_kind(ctx.lang, *kind).to_owned(),
    };
    form.set_choices(Field::Kind, KINDS.iter().map(choice).collect());
    let minutes = ctx.desk.rules_of(&class.pack_id).minutes_per_hour.value;
    let known = match session {
        Some(id) => {
            let row = ctx.desk.session(id).map_err(fail)?;
            put(&mut form, &row);
            Some((id, row.version))
        }
        None => {
            let today = ctx.desk.today();
            form.set(Field::Day, &today.clamp(class.start, class.end).to_string());
            form.set(Field::Kind, "mixed");
            form.set(Field::Instructor, &class.instructor);
            form.set(Field::Room, &class.place);
            None
        }
    };
    // typing replaces what stands there
    form.focus(Field::Day);
    form.mark_saved();
    Ok(Box::new(Session { class, minutes, known, form }))
}

fn put(form: &mut Form<Field>, row: &SessionRow) {
    let kind = KINDS.iter().find(|(_, kind)| *kind == row.kind).map_or("", |(key, _)| key);
    let values = [
        (Field::Day, row.day.to_string()),
        (Field::Slot, row.slot.to_string()),
        (Field::Kind, kind.to_owned()),
        (Field::Topic, row.topic.clone()),
        (Field::Instructor, row.instructor.clone()),
        (Field::Room, row.room.clone()),
    ];
    for (field, value) in values {
        form.set(field, &value);
    }
}

struct Session {
    class: ClassRow,
    /// Minutes of a class hour, by the rules of the class.
    minutes: u16,
    known: Option<(SessionId, ActId)>,
    form: Form<Field>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cmd {
    Save,
    Choose,
}

impl Session {
    fn day(&self) -> Option<NaiveDate> {
        parse_day(self.form.get(Field::Day))
    }

    fn slot(&self) -> Option<Slot> {
        Slot::parse(self.form.get(Field::Slot))
    }

    fn plan(&self, lang: Lang) -> Result<SessionPlan, Vec<(Field, String)>> {
        let line = |field| crate::domain::written::line(self.form.get(field));
        let kind = self.form.get(Field::Kind);
        match (self.day(), self.slot()) {
            (Some(day), Some(slot)) => Ok(SessionPlan {
                day,
                slot,
                hours: slot_hours(slot, self.minutes),
                kind: KINDS
                    .iter()
                    .find(|(key, _)| *key == kind)
                    .map_or(SessionKind::Mixed, |(_, kind)| *kind),
                instructor: line(Field::Instructor),
                room: line(Field::Room),
                topic: line(Field::Topic),
            }),
            (day, slot) => {
                let faults = [
                    (day.is_none(), Field::Day, words::day_fault(lang)),
                    (slot.is_none(), Field::Slot, words::slot_fault(lang)),
                ];
                Err(faults
                    .into_iter()
                    .filter(|(wrong, ..)| *wrong)
                    .map(|(_, field, said)| (field, said.to_owned()))
                    .collect())
            }
        }
    }

    fn save(&mut self, ctx: &mut Ctx<'_>) -> Flow {
        let lang = ctx.lang;
        if self.known.is_some() && !self.form.is_dirty() {
            ctx.note.warn(form_words::unchanged(lang));
            return Flow::Stay;
        }
        let plan = match self.plan(lang) {
            Ok(plan) => plan,
            Err(faults) => {
                ctx.note.error(form_words::faults(lang, faults.len()));
                self.form.set_faults(faults);
                return Flow::Stay;
            }
        };
        let what = format!("{} {}", weekday(plan.day, lang), plan.slot);
        let done = match self.known {
            Some((id, version)) => ctx.desk.change_session(id, version, plan),
            None => ctx.desk.add_session(self.class.id, plan).map(|_| ()),
        };
        match done {
            Ok(()) => {
                self.form.mark_saved();
                ctx.note.ok(words::session_saved(lang, &what));
                return Flow::Back;
            }
            Err(error) if error.is_stale() => self.reread(ctx),
            Err(error @ (Trouble::Overlap | Trouble::NoHour)) => {
                self.form.set_faults([(Field::Slot, say::trouble(lang, &error))]);
            }
            Err(error) => ctx.note.error(say::trouble(lang, &error)),
        }
        Flow::Stay
    }

    fn reread(&mut self, ctx: &mut Ctx<'_>) {
        let Some((id, version)) = &mut self.known else { return };
        match ctx.desk.session(*id) {
            Ok(row) => {
                *version = row.version;
                put(&mut self.form, &row);
                self.form.mark_saved();
                ctx.note.warn(words::session_stale(ctx.lang));
            }
            Err(error) => ctx.note.error(say::trouble(ctx.lang, &error)),
        }
    }

    fn event(&mut self, event: FormEvent<Field>, ctx: &Ctx<'_>) -> Flow {
        match event {
            FormEvent::Unused => return Flow::Unused,
            FormEvent::Ask(dialog) => return Flow::Ask(dialog),
            FormEvent::Left(field) if !self.form.get(field).is_empty() => {
                self.form.clear_fault(field);
                let faults = self.plan(ctx.lang).err().unwrap_or_default();
                for (of, said) in faults.into_iter().filter(|(of, _)| *of == field) {
                    self.form.fault(of, said);
                }
            }
            FormEvent::Left(_) | FormEvent::Moved | FormEvent::Changed(_) => {}
        }
        Flow::Stay
    }
}

impl Screen for Session {
    type Cmd = Cmd;
    const COMMANDS: &'static [Command<Cmd>] = &[
        Command {
            run: Cmd::Save,
            keys: &[Key::F(8)],
            name: form_words::save,
            help: words::session_save_about,
            in_bar: true,
        },
        Command {
            run: Cmd::Choose,
            keys: &[Key::F(4)],
            name: form_words::choose,
            help: form_words::choose_about,
            in_bar: true,
        },
    ];

    fn title(&self, lang: Lang) -> String {
        let part = if self.known.is_some() { words::edit_session(lang) } else { words::new_session(lang) };
        words::part(lang, self.class.code.as_str(), part)
    }

    fn run(&mut self, cmd: Cmd, ctx: &mut Ctx<'_>) -> Flow {
        match cmd {
            Cmd::Save => self.save(ctx),
            Cmd::Choose => self.form.choose(ctx.lang).map_or(Flow::Unused, Flow::Ask),
        }
    }

    fn typed(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.input(input, ctx.lang);
        self.event(event, ctx)
    }

    fn answered(&mut self, answer: Answer, ctx: &mut Ctx<'_>) -> Flow {
        let event = self.form.answered(&answer);
        self.event(event, ctx)
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
        let (lang, cols) = (paint.lang, paint.width());
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, 1, cols - 2, high));
        let mut y = high + 2;
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(5, y, cols - 7, &help, Ink::Dim) + 1;
        }
        let Some(day) = self.day() else { return };
        let named = common::weekday(lang, day.weekday().num_days_from_monday());
        let hours = self.slot().map_or(ClassHours::ZERO, |slot| slot_hours(slot, self.minutes));
        y += paint.paragraph(5, y, cols - 7, &words::worth(lang, named, hours.get()), Ink::Text);
        if day < self.class.start || day > self.class.end {
            let (start, end) = (self.class.start.to_string(), self.class.end.to_string());
            paint.paragraph(5, y, cols - 7, &words::outside(lang, &start, &end), Ink::Warning);
        }
    }
}
