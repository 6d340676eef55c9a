//! The fields of a class: declared once, filled from a row, read as a draft.

use crate::app::codes;
use crate::domain::class::{ClassDraft, ClassFault, ClassField, ClassPlan};
use crate::store::rows::ClassRow;
use crate::text::Lang;
use crate::text::classes as words;
use crate::ui::widget::form::{Choice, Form, Spec};
use crate::ui::widget::kind::Kind;

pub(super) const SPECS: &[Spec<ClassField>] = &[
    Spec::needed(ClassField::Code, words::f_code, Kind::Code, 20, words::h_code),
    Spec::needed(ClassField::Course, words::f_course, Kind::Choice, 52, words::h_course),
    Spec::needed(ClassField::Start, words::f_start, Kind::Date, 12, words::h_start),
    Spec::needed(ClassField::End, words::f_end, Kind::Date, 12, words::h_end),
    Spec::free(ClassField::Hours, words::f_hours, Kind::Number, 6, words::h_hours),
    Spec::free(ClassField::Capacity, words::f_capacity, Kind::Number, 6, words::h_capacity),
    Spec::free(ClassField::Place, words::f_place, Kind::Text, 30, words::h_place),
    Spec::free(ClassField::Instructor, words::f_instructor, Kind::Text, 20, words::h_instructor),
];

/// The catalogue as a list: name, level, code and edition, which tell apart what has one name.
pub(super) fn courses(lang: Lang) -> Vec<Choice> {
    codes::COURSES
        .iter()
        .map(|course| {
            let name = codes::named(&course.key.0).full(lang);
            let code = if course.occupation_code.is_empty() {
                String::new()
            } else {
                format!("  {} {}", course.occupation_code, course.edition)
            };
            Choice::new(course.key.0.as_str(), format!("{name}{code}"))
        })
        .collect()
}

pub(super) fn draft(form: &Form<ClassField>) -> ClassDraft {
    let text = |field| form.get(field).to_owned();
    ClassDraft {
        code: text(ClassField::Code),
        course: text(ClassField::Course),
        start: text(ClassField::Start),
        end: text(ClassField::End),
        hours: text(ClassField::Hours),
        capacity: text(ClassField::Capacity),
        place: text(ClassField::Place),
        instructor: text(ClassField::Instructor),
    }
}

pub(super) fn parse(draft: &ClassDraft) -> Result<ClassPlan, Vec<(ClassField, ClassFault)>> {
    draft.parse(|key| codes::course(key).map(|course| (course.key.clone(), course.hours)))
}

pub(super) fn values_of(class: &ClassRow) -> [(ClassField, String); 8] {
    [
        (ClassField::Code, class.code.to_string()),
        (ClassField::Course, class.course.0.clone()),
        (ClassField::Start, class.start.to_string()),
        (ClassField::End, class.end.to_string()),
        (ClassField::Hours, class.hours.get().to_string()),
        (ClassField::Capacity, class.capacity.map_or(String::new(), |most| most.to_string())),
        (ClassField::Place, class.place.clone()),
        (ClassField::Instructor, class.instructor.clone()),
    ]
}

pub(super) fn put(form: &mut Form<ClassField>, class: &ClassRow) {
    for (field, value) in values_of(class) {
        form.set(field, &value);
    }
}
