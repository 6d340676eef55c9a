//! `course list`: the catalogue, usable before anything else.

use super::answer;
use super::call::Call;
use super::fault::Failure;
use super::print::{Printed, table};
use super::verb::{Does, Verb};
use crate::app::codes;
use crate::domain::course::Course;
use crate::domain::course::Level;
use crate::domain::hours::ClassHours;
use crate::text::Lang;
use crate::text::cli as t;
use crate::text::common;
use serde_json::{Value, json};

pub(super) const VERBS: &[Verb] = &[Verb {
    words: &["course", "list"],
    operands: &[],
    options: &[],
    does: Does::Looks,
    help: t::help_course_list,
    run,
}];

fn run(call: &mut Call<'_>) -> Result<Printed, Failure> {
    let lang = call.lang;
    let json: Vec<Value> = codes::COURSES.iter().map(|course| item(lang, course)).collect();
    let head = vec![
        t::head_key(lang),
        t::head_name(lang),
        t::head_level(lang),
        t::head_hours(lang),
        t::head_field(lang),
    ];
    let mut rows = vec![head.into_iter().map(str::to_owned).collect()];
    rows.extend(codes::COURSES.iter().map(|course| row(lang, course)));
    answer(Value::Array(json), table(&rows))
}

fn item(lang: Lang, course: &Course) -> Value {
    let filled = |text: &str| if text.is_empty() { Value::Null } else { json!(text) };
    json!({
        "key": course.key.0,
        "name": codes::named(&course.key.0).name(lang),
        "level": course.level.map(Level::number),
        "occupation_code": filled(&course.occupation_code),
        "edition": filled(&course.edition),
        "line": course.lines.join(","),
        "lines": course.lines,
        "field": course.field,
        "hours": course.hours.map(ClassHours::get),
    })
}

fn row(lang: Lang, course: &Course) -> Vec<String> {
    let field = codes::FIELDS.get(&course.field).map_or("", |field| field.name(lang));
    vec![
        course.key.0.clone(),
        codes::named(&course.key.0).name(lang).to_owned(),
        course.level.map_or("", |level| common::level(lang, level)).to_owned(),
        course.hours.map_or(String::new(), |hours| hours.get().to_string()),
        field.to_owned(),
    ]
}
