//! How the enrolment looks: who it is, the form, and beside or under it what is known.

use super::Enrol;
use super::fields::F;
use super::panel::Line;
use crate::app::codes;
use crate::domain::id_number::{IdNumber, age};
use crate::domain::person::{Sex, Trainee};
use crate::domain::phone::Phone;
use crate::domain::region::RegionCode;
use crate::store::rows::ClassRow;
use crate::text::{Lang, common, enrol as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::width;
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
        let lines = self.panel(paint.lang);
        if cols >= WIDE {
            let form = FORM.max(cols / 2 - 4);
            self.form.view(&mut paint.sub(1, HEAD, form - 1, rows - HEAD));
            panel(&mut paint.sub(form + 2, HEAD, cols - form - 3, rows - HEAD), &lines);
            return;
        }
        let needed = height(paint, &lines, cols - 2).min(MOST_UNDER);
        let under = if needed == 0 { 0 } else { needed + 1 };
        self.form.view(&mut paint.sub(1, HEAD, cols - 1, rows - HEAD - under));
        panel(&mut paint.sub(1, rows - needed, cols - 2, needed), &lines);
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
    Some(match codes::region(code) {
        Some(path) => t::region_of(lang, if lang == Lang::Zh { &path.zh } else { &path.en }),
        None => t::region_unknown(lang).to_owned(),
    })
}

fn head_cols(paint: &Paint<'_>, lines: &[Line]) -> u16 {
    lines.iter().map(|line| paint.columns(line.head)).max().map_or(0, |cols| cols + 2)
}

/// Rows that the lines take in so many columns.
fn height(paint: &Paint<'_>, lines: &[Line], cols: u16) -> u16 {
    let room = usize::from(cols.saturating_sub(head_cols(paint, lines)));
    let rows = lines
        .iter()
        .map(|line| width::wrap(&width::certain(&line.words, paint.theme.distrust), room).len().max(1));
    u16::try_from(rows.sum::<usize>()).unwrap_or(u16::MAX)
}

fn panel(paint: &mut Paint<'_>, lines: &[Line]) {
    let x = head_cols(paint, lines);
    let roomy = height(paint, lines, paint.width()) + 4 < paint.height();
    let (mut y, last) = (0, paint.height().saturating_sub(1));
    for (nth, line) in lines.iter().enumerate() {
        let left = lines.len() - nth;
        if y == last && left > 1 {
            paint.text(x, y, &t::more_lines(paint.lang, left), Ink::Dim);
            return;
        }
        // with room to spare the blocks stand apart
        if roomy && y > 0 && !line.head.is_empty() {
            y += 1;
        }
        paint.text(0, y, line.head, Ink::Dim);
        let cols = paint.width().saturating_sub(x);
        y += paint.paragraph(x, y, cols, &line.words, line.ink).max(1);
    }
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
