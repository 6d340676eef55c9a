//! How the enrolment looks: who it is, the form, and beside or under it what is known.

use super::Enrol;
use super::fields::F;
use crate::app::codes;
use crate::app::regions::Place;
use crate::domain::id_number::{IdNumber, age};
use crate::domain::person::{Sex, Trainee};
use crate::domain::phone::Phone;
use crate::domain::region::RegionCode;
use crate::store::rows::ClassRow;
use crate::text::{Lang, common, enrol as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::facts;
use chrono::NaiveDate;

/// From here on there is room for a panel beside the form.
const WIDE: u16 = 100;
/// Columns of the form beside a panel.
const FORM: u16 = 62;
/// Who it is, and a free row.
const HEAD: u16 = 2;
/// Rows that the panel under the form may take.
const MOST_UNDER: u16 = 6;

impl Enrol {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (cols, rows) = (paint.width(), paint.height());
        self.card(paint);
        let known = self.panel(paint.lang);
        if cols >= WIDE {
            let form = FORM.max(cols / 2 - 4);
            self.form.view(&mut paint.sub(1, HEAD, form - 1, rows - HEAD));
            facts::view(&mut paint.sub(form + 2, HEAD, cols - form - 3, rows - HEAD), &known);
            return;
        }
        let needed = facts::rows(paint, &known, cols - 2).min(MOST_UNDER);
        let under = if needed == 0 { 0 } else { needed + 1 };
        self.form.view(&mut paint.sub(1, HEAD, cols - 1, rows - HEAD - under));
        facts::view(&mut paint.sub(1, rows - needed, cols - 2, needed), &known);
    }

    /// One line that says who stands at the desk, whatever part of the form is in sight.
    fn card(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let typed = self.form.get(F::Name).trim();
        let name = if typed.is_empty() { t::new_person(lang) } else { typed };
        let id = IdNumber::parse_on(self.form.get(F::Id), self.today).ok();
        let told = id.map(|id| (id.sex(), age(id.birth(), self.today)));
        let who = told.map_or_else(String::new, |(sex, age)| {
            format!("  {} {}", common::sex(lang, sex), common::years(lang, age))
        });
        let known = match &self.known {
            Some(known) => t::known_person(lang, &known.person.row.number.to_string()),
            None if typed.is_empty() => String::new(),
            None => t::new_person(lang).to_owned(),
        };
        // a form that reaches beyond the screen says where in it one is
        let seen: Vec<F> = F::all()
            .filter(|field| match field {
                F::Sex | F::Birth => self.has_reason(),
                F::OtherReason => self.asks_reason(),
                _ => true,
            })
            .collect();
        let nth = seen.iter().position(|field| *field == self.form.focused()).map_or(0, |nth| nth + 1);
        let place_in_form = t::nth_field(lang, nth, seen.len());
        let place = id.and_then(|id| region_words(lang, &id)).unwrap_or_default();
        let used = paint.columns(&place_in_form) + 1;
        let cols = paint.width();
        if self.form.rows(paint) + HEAD > paint.height() {
            paint.right(0, 0, cols - 1, &place_in_form, Ink::Dim);
        }
        paint.sub(0, 0, cols - used - 1, 1).line(
            1,
            0,
            &[
                (Ink::Title, name),
                (Ink::Text, &who),
                (Ink::Text, "  "),
                (Ink::Accent, &known),
                (Ink::Text, "  "),
                (Ink::Dim, &place),
            ],
        );
    }
}

/// Where the number was first issued: to look at, never a reason for anything.
fn region_words(lang: Lang, id: &IdNumber) -> Option<String> {
    let code = RegionCode::parse(id.area()?)?;
    Some(match Place::of(code) {
        Some(place) => t::region_of(lang, &place.path(lang)),
        None => t::region_unknown(lang).to_owned(),
    })
}

pub(super) fn derived(lang: Lang, sex: Sex, birth: NaiveDate, age: u32) -> String {
    t::derived(lang, common::sex(lang, sex), &birth.to_string(), &common::years(lang, age))
}

pub(super) fn class_words(lang: Lang, class: &ClassRow) -> String {
    t::class_named(lang, &codes::named(&class.course.0).full(lang), class.code.as_str())
}

/// Somebody else on file: number and phone masked.
pub(super) fn person_words(lang: Lang, trainee: &Trainee, today: NaiveDate) -> String {
    format!("{} {}", brief_words(lang, trainee, today), trainee.document.masked())
}

/// The same without the number, for where it is the same number anyway.
pub(super) fn brief_words(lang: Lang, trainee: &Trainee, today: NaiveDate) -> String {
    let phone = trainee.phone.as_ref().map(Phone::masked).unwrap_or_default();
    let years = common::years(lang, age(trainee.birth, today));
    let words = format!("{} {} {years} {phone}", trainee.name.as_str(), common::sex(lang, trainee.sex));
    words.trim_end().to_owned()
}

/// What a search box took, as its field would have taken it.
pub(super) fn cleaned(field: F, typed: &str) -> String {
    let kind = super::fields::SPECS.iter().find(|spec| spec.id == field).map(|spec| spec.kind);
    kind.map_or_else(|| typed.to_owned(), |kind| kind.settle(&kind.clean(typed)))
}
