//! `class add`, `class list`, `class show`.

use super::answer;
use super::call::Call;
use super::code;
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{Does, Kind, Opt, Verb};
use crate::app::classes::{ClassView, Rolled};
use crate::app::codes;
use crate::app::words;
use crate::domain::class::ClassDraft;
use crate::domain::course::Level;
use crate::domain::phone::{Phone, mask};
use crate::store::rows::{DepartureRow, EnrolmentRow, SessionRow};
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::seats;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        words: &["class", "add"],
        operands: &[],
        options: &[
            Opt::needed("code", Kind::Text("CODE"), t::opt_code),
            Opt::needed("course", Kind::Text("KEY"), t::opt_course),
            Opt::needed("start", Kind::Text("DATE"), t::opt_start),
            Opt::needed("end", Kind::Text("DATE"), t::opt_end),
            Opt::new("hours", Kind::Text("N"), t::opt_hours),
            Opt::new("capacity", Kind::Text("N"), t::opt_capacity),
            Opt::new("place", Kind::Text("PLACE"), t::opt_place),
            Opt::new("instructor", Kind::Text("NAME"), t::opt_instructor),
        ],
        does: Does::Changes,
        help: t::help_class_add,
        run: add,
    },
    Verb {
        words: &["class", "list"],
        operands: &[],
        options: &[Opt::new("limit", Kind::Whole(u32::MAX), t::opt_limit)],
        does: Does::Looks,
        help: t::help_class_list,
        run: list,
    },
    Verb {
        words: &["class", "show"],
        operands: &["CODE"],
        options: &[],
        does: Does::Tells,
        help: t::help_class_show,
        run: show,
    },
];

fn add(call: &mut Call<'_>) -> Result<Printed, Failure> {
    // the form's own parser tells all faults of the words at once
    let draft = ClassDraft {
        code: call.words("code"),
        course: call.words("course"),
        start: call.words("start"),
        end: call.words("end"),
        hours: call.words("hours"),
        capacity: call.words("capacity"),
        place: call.words("place"),
        instructor: call.words("instructor"),
    };
    let mut desk = call.desk()?;
    let id = desk.add_class(&draft)?;
    let view = desk.class_view(id)?;
    let class = &view.class;
    let course = codes::named(&class.course.0).full(call.lang);
    let line = t::class_added(call.lang, class.code.as_str(), &course, class.hours.get());
    answer(facts(call.lang, &view), vec![line])
}

fn list(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let head = [
        t::head_code(lang),
        t::head_course(lang),
        t::head_start(lang),
        t::head_end(lang),
        t::head_state(lang),
        t::head_seats(lang),
        t::head_planned(lang),
        t::head_roll(lang),
    ];
    let (mut json, mut rows) = (Vec::new(), vec![head.map(str::to_owned).to_vec()]);
    for class in desk.classes(call.whole("limit").unwrap_or(u32::MAX))? {
        let view = desk.class_view(class.id)?;
        let mut item = facts(lang, &view);
        set(&mut item, "session_count", json!(standing(&view)));
        json.push(item);
        rows.push(row(lang, &view));
    }
    answer(Value::Array(json), table(&rows))
}

fn show(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let desk = call.desk()?;
    let class = desk.class_named(&call.operand_text(0)?)?;
    let view = desk.class_view(class.id)?;
    let mut json = facts(lang, &view);
    set(&mut json, "session_count", json!(standing(&view)));
    set(&mut json, "sessions", sessions(&view));
    let departures = desk.departures(class.id)?;
    let of = |enrolment: &EnrolmentRow| departures.iter().find(|row| row.enrolment == enrolment.id);
    set(&mut json, "trainees", view.enrolments.iter().map(|one| person(one, of(one))).collect());
    answer(json, page(lang, &view, of))
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(pairs) = object.as_object_mut() {
        pairs.insert(name.to_owned(), value);
    }
}

/// Sessions not cancelled.
fn standing(view: &ClassView) -> usize {
    view.sessions.iter().filter(|session| session.cancelled.is_none()).count()
}

fn facts(lang: Lang, view: &ClassView) -> Value {
    let class = &view.class;
    let course = codes::course(&class.course.0);
    json!({
        "code": class.code.as_str(),
        "course": class.course.0,
        "name": codes::named(&class.course.0).name(lang),
        "level": course.and_then(|course| course.level).map(Level::number),
        "state": code::phase(view.phase),
        "start": class.start.to_string(),
        "end": class.end.to_string(),
        "required": class.hours.get(),
        "planned": class.planned.get(),
        "capacity": class.capacity,
        "seats": class.seats_taken,
        "waiting": class.waiting,
        "place": class.place,
        "instructor": class.instructor,
        "rules": class.pack_id,
        "rules_hash": class.pack_hash,
        "roll": { "begun": view.roll.begun, "taken": view.roll.taken },
    })
}

fn sessions(view: &ClassView) -> Value {
    let session = |(session, rolled): (&SessionRow, &Rolled)| {
        json!({
            "session": reference(session),
            "from": session.slot.from().to_string(),
            "to": session.slot.to().to_string(),
            "hours": session.hours.get(),
            "instructor": session.instructor,
            "room": session.room,
            "cancelled": session.cancelled,
            "expected": rolled.expected,
            "taken": rolled.taken,
        })
    };
    view.sessions.iter().zip(&view.rolls).map(session).collect()
}

/// A session as `mark --session` takes it.
pub(super) fn reference(session: &SessionRow) -> String {
    format!("{}T{}", session.day, session.slot.from())
}

fn person(enrolment: &EnrolmentRow, departure: Option<&DepartureRow>) -> Value {
    json!({
        "seat": enrolment.seat,
        "name": enrolment.name,
        "number": enrolment.number.to_string(),
        "id_masked": mask(&enrolment.id_number, 6, 4),
        "phone_masked": phone_masked(enrolment.phone.as_deref()),
        "category": enrolment.category,
        "joined": enrolment.joined.to_string(),
        "left": enrolment.left.map(|left| left.to_string()),
        "how": departure.map(|row| code::departure(row.kind)),
        "moved_to": departure.and_then(|row| row.moved_to.as_ref()).map(|seat| {
            json!({ "class": seat.code.as_str(), "seat": seat.seat })
        }),
    })
}

pub(super) fn phone_masked(phone: Option<&str>) -> Option<String> {
    phone.and_then(Phone::read).map(|phone| phone.masked())
}

fn row(lang: Lang, view: &ClassView) -> Vec<String> {
    let class = &view.class;
    vec![
        class.code.to_string(),
        codes::named(&class.course.0).full(lang),
        class.start.to_string(),
        class.end.to_string(),
        words::phase(lang, view.phase).to_owned(),
        class
            .capacity
            .map_or(class.seats_taken.to_string(), |capacity| format!("{}/{capacity}", class.seats_taken)),
        format!("{}/{}", class.planned.get(), class.hours.get()),
        format!("{}/{}", view.roll.taken, view.roll.begun),
    ]
}

fn page<'d>(
    lang: Lang,
    view: &ClassView,
    departure: impl Fn(&EnrolmentRow) -> Option<&'d DepartureRow>,
) -> Vec<String> {
    let class = &view.class;
    let mut lines = vec![
        format!("{}  {}", class.code, codes::named(&class.course.0).full(lang)),
        t::class_dates(
            lang,
            &class.start.to_string(),
            &class.end.to_string(),
            words::phase(lang, view.phase),
        ),
        t::class_hours(lang, class.planned.get(), class.hours.get()),
        t::class_roll(lang, view.roll.taken, view.roll.begun, standing(view)),
        t::class_people(lang, class.seats_taken),
    ];
    let room = seats::room(lang, class.room());
    for words in [&room, &class.place, &class.instructor].into_iter().filter(|words| !words.is_empty()) {
        lines.push(words.clone());
    }
    let people = view.enrolments.iter().map(|enrolment| {
        vec![
            format!("{:>4}", enrolment.seat),
            enrolment.name.clone(),
            mask(&enrolment.id_number, 6, 4),
            phone_masked(enrolment.phone.as_deref()).unwrap_or_default(),
            enrolment.left.map_or(String::new(), |left| {
                let kind = DepartureRow::kind_of(departure(enrolment));
                seats::ended(lang, &left.to_string(), seats::kind(lang, kind))
            }),
        ]
    });
    lines.extend(table(&people.collect::<Vec<_>>()));
    lines
}
