//! How the search looks: the box, whom it found, and what is known of the chosen one. Numbers are masked here.

use super::{Cmd, Found, Search};
use crate::app::{codes, words};
use crate::domain::phone::mask;
use crate::store::rows::DepartureRow;
use crate::text::{card, common, search as t, seats};
use crate::ui::command::Screen;
use crate::ui::paint::Paint;
use crate::ui::screen::enrol::field_meant;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};

/// From here on the chosen person stands beside the list.
const WIDE: u16 = 100;
/// Columns of the list without the trainee number; the rest is for the person.
const LIST: u16 = 70;
/// More than this no line of a person needs.
const PANEL: u16 = 54;
/// Rows that say that nobody fits, before those who may have been misheard.
const NOBODY: u16 = 4;
/// Rows under the list for the chosen person.
const UNDER: u16 = 4;

pub(super) const COLUMNS: &[Column<Found>] = &[
    Column::text(t::name, Width::Rest(10), |found, _| {
        found.marked.as_deref().unwrap_or(&found.row.name).into()
    }),
    // the year tells namesakes apart, and stands in every list of them
    Column::text(t::born, Width::Fixed(7), |found, lang| {
        format!("{} {}", common::sex(lang, found.row.sex), found.row.birth.format("%Y")).into()
    }),
    Column::text(t::id, Width::Fixed(18), |found, _| mask(&found.row.id_number, 6, 4).into()),
    Column::text(t::phone, Width::Fixed(11), |found, _| {
        found.row.phone.as_deref().map_or_else(String::new, |phone| mask(phone, 3, 4)).into()
    }),
    Column::text(t::number, Width::Fixed(9), |found: &Found, _| found.row.number.to_string().into())
        .leaving(3),
    Column::text(t::why, Width::Fixed(10), |found, lang| {
        if found.near { t::near(lang).into() } else { words::why(lang, found.row.why).into() }
    }),
];

impl Search {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (cols, rows, lang) = (paint.width(), paint.height(), paint.lang);
        let x = 1 + paint.text(1, 0, t::label(lang), Ink::Accent) + 2;
        self.field.view(&mut paint.sub(x, 0, (cols - x - 1).min(48), 1), true);
        if self.is_empty() {
            how(&mut paint.below(2));
            return;
        }
        if self.table.rows().is_empty() {
            self.nobody(&mut paint.below(2));
            return;
        }
        let mut top = 2;
        if let Some(fault) = self.fault {
            paint.text(1, 1, &format!("! {}", words::id_fault(lang, fault)), Ink::Error);
            top += 1;
        }
        if self.sure == 0 && self.fault.is_none() {
            self.nobody(&mut paint.sub(0, top, cols, NOBODY));
            top += NOBODY;
        }
        if cols >= WIDE {
            let panel = (cols - LIST - 3).min(PANEL);
            self.table.view(&mut paint.sub(1, top, cols - panel - 4, rows - top), false);
            self.person(&mut paint.sub(cols - panel, top, panel - 1, rows - top));
        } else {
            self.table.view(&mut paint.sub(1, top, cols - 2, rows - top - UNDER - 1), false);
            self.person(&mut paint.sub(3, rows - UNDER, cols - 4, UNDER));
        }
    }

    fn nobody(&self, paint: &mut Paint<'_>) {
        let lang = paint.lang;
        let mut y = 0;
        if let Some(fault) = self.fault {
            y += paint.paragraph(1, y, u16::MAX, &format!("! {}", words::id_fault(lang, fault)), Ink::Error);
        } else {
            paint.text(1, y, t::nobody(lang), Ink::Text);
            y += 1;
        }
        let key =
            Self::COMMANDS.iter().find(|command| command.run == Cmd::Enrol).and_then(|c| c.keys.first());
        if let Some(key) = key {
            let field = field_meant(lang, self.field.text());
            paint.text(1, y + 1, &t::nobody_then(lang, &key.label(lang), field), Ink::Dim);
        }
    }

    /// Statuses and classes of the chosen person.
    fn person(&self, paint: &mut Paint<'_>) {
        let (Some(person), lang) = (&self.chosen, paint.lang) else { return };
        let head = paint.columns(t::status_line(lang)).max(paint.columns(t::classes(lang))) + 2;
        let room = paint.width().saturating_sub(head);
        let status = person.statuses.first().map_or_else(
            || t::no_status(lang).to_owned(),
            |row| {
                let name = codes::CATEGORIES.name(&row.status.category.0, lang);
                format!("{name}  {}", words::standing(lang, row.status.standing_on(self.today)))
            },
        );
        paint.text(0, 0, t::status_line(lang), Ink::Dim);
        let mut y = paint.paragraph(head, 0, room, &status, Ink::Text).max(1);
        // before the classes: it is what somebody at the counter asks about
        for waits in &person.waiting {
            let words = seats::waits_at(lang, waits.code.as_str(), waits.place);
            y += paint.paragraph(head, y, room, &words, Ink::Accent).max(1);
        }
        paint.text(0, y, t::classes(lang), Ink::Dim);
        if person.classes.is_empty() {
            paint.text(head, y, card::no_classes(lang), Ink::Dim);
        }
        for class in &person.classes {
            if y >= paint.height() {
                break;
            }
            let course = codes::named(&class.course.0).full(lang);
            let day = class.start.format("%Y-%m").to_string();
            let sits = t::class_line(lang, &day, &course, class.code.as_str(), class.seat);
            let how = seats::kind(lang, DepartureRow::kind_of(class.departure.as_ref()));
            let told = words::joined([sits.as_str(), if class.left.is_some() { how } else { "" }]);
            y += paint.paragraph(head, y, room, &told, Ink::Text).max(1);
        }
    }
}

/// An empty box says what may be typed.
fn how(paint: &mut Paint<'_>) {
    let lang = paint.lang;
    paint.text(1, 0, t::how(lang), Ink::Dim);
    let ways = [
        (t::how_name(lang), t::how_name_example(lang)),
        (t::how_pinyin(lang), t::how_pinyin_example(lang)),
        (t::how_id(lang), t::how_id_example(lang)),
        (t::how_phone(lang), t::how_phone_example(lang)),
        (t::how_number(lang), t::how_number_example(lang)),
    ];
    let cols = ways.iter().map(|(way, _)| paint.columns(way)).max().unwrap_or(0);
    for (y, (way, example)) in (2..).zip(ways) {
        paint.text(3, y, way, Ink::Text);
        paint.text(3 + cols + 3, y, example, Ink::Dim);
    }
}
