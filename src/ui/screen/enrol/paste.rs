//! A row of a spreadsheet pasted into the form: each cell goes where it belongs, nothing is written over, and what
//! belongs nowhere is named. A cell is read by what reads scans, codes and search words elsewhere.

use super::Enrol;
use super::fields::{self, F};
use crate::app::codes::{self, CodeList};
use crate::domain::calendar::parse_day;
use crate::domain::name::PersonName;
use crate::domain::person::parse_sex;
use crate::domain::scan::Scanned;
use crate::domain::written::{is_hanzi, line};
use crate::text::{common, enrol as t};
use crate::ui::command::Ctx;
use crate::ui::input::Input;

/// Longer runs of hanzi are no name of a person but of a place or a firm.
const LONGEST_NAME: usize = 4;
/// Characters of an ID number; a pasted text that is longer may hold one.
const ID_CHARS: usize = 18;

/// What a cell says.
enum Meant {
    Field(F, String),
    /// Sex and birth, which the number tells.
    Told,
    Nothing,
}

impl Enrol {
    /// Takes a paste that is more than the value of one field; false for one that is not.
    pub(super) fn pasted(&mut self, input: &Input, ctx: &mut Ctx<'_>) -> bool {
        let Input::Paste(text) = input else { return false };
        let text = text.trim();
        if text.contains('\t') {
            self.spread(row(text), ctx);
            return true;
        }
        if self.form.focused() != F::Id || text.chars().count() <= ID_CHARS {
            return false;
        }
        let Scanned::Id(id) = Scanned::of(text, None) else { return false };
        self.take_number(id, None, ctx);
        true
    }

    fn spread(&mut self, row: &str, ctx: &mut Ctx<'_>) {
        let cells: Vec<String> = row.split('\t').map(line).filter(|cell| !cell.is_empty()).collect();
        let whose =
            cells.iter().find_map(|cell| Scanned::of(cell, None).id().filter(|_| cell.len() >= ID_CHARS));
        if let Some(id) = whose {
            self.take_number(id, None, ctx);
            // the form holds somebody else, and that was said
            if self.form.get(F::Id) != id.as_str() {
                return;
            }
        }
        let (mut filled, mut left) = (Vec::new(), Vec::new());
        for cell in cells {
            match meant(&cell) {
                Meant::Field(field, value) if self.form.get(field) == value => filled.push(label(field, ctx)),
                Meant::Field(field, value) if self.form.get(field).is_empty() => {
                    self.form.set(field, &value);
                    self.changed(field, ctx);
                    filled.push(label(field, ctx));
                }
                Meant::Told if whose.is_some() => {}
                _ => left.push(cell),
            }
        }
        self.settle(ctx);
        self.go_on();
        let separator = common::separator(ctx.lang);
        match (filled.join(separator), left.join(separator)) {
            (filled, left) if left.is_empty() => ctx.note.ok(t::spread(ctx.lang, &filled)),
            (filled, left) if filled.is_empty() => ctx.note.warn(t::spread_none(ctx.lang, &left)),
            (filled, left) => ctx.note.warn(t::spread_left(ctx.lang, &filled, &left)),
        }
    }
}

/// One person at a time: of several rows the first with an ID number in it.
fn row(text: &str) -> &str {
    let has_id = |row: &&str| row.split('\t').any(|cell| Scanned::of(cell, None).id().is_some());
    text.lines().find(has_id).or(text.lines().next()).unwrap_or_default()
}

fn label(field: F, ctx: &Ctx<'_>) -> &'static str {
    fields::SPECS.iter().find(|spec| spec.id == field).map_or("", |spec| (spec.label)(ctx.lang))
}

fn meant(cell: &str) -> Meant {
    match Scanned::of(cell, None) {
        Scanned::Id(id) => return Meant::Field(F::Id, id.as_str().to_owned()),
        Scanned::Wrong(number, _) => return Meant::Field(F::Id, number),
        Scanned::Phone(phone) => return Meant::Field(F::Phone, phone.as_str().to_owned()),
        Scanned::Trainee(_) | Scanned::Card(_) | Scanned::LacksX(_) => return Meant::Nothing,
        Scanned::Unknown(_) => {}
    }
    let lists: [(F, &CodeList); 4] = [
        (F::Education, &codes::EDUCATION),
        (F::Nation, &codes::NATIONS),
        (F::Hukou, &codes::HUKOU),
        (F::Category, &codes::CATEGORIES),
    ];
    let is_words = cell.chars().any(char::is_alphabetic);
    if parse_day(cell).is_some() || is_words && parse_sex(cell).is_some() {
        return Meant::Told;
    }
    let coded = |(field, list): (F, &CodeList)| list.meant(cell).map(|coded| (field, coded.key.clone()));
    if let Some((field, key)) = lists.into_iter().filter(|_| is_words).find_map(coded) {
        return Meant::Field(field, key);
    }
    if F::meant_by(cell) == F::Phone {
        return Meant::Field(F::Phone, cell.to_owned());
    }
    let parts = cell.split('\u{b7}');
    let is_name = parts.into_iter().all(|part| {
        let count = part.chars().count();
        (1..=LONGEST_NAME).contains(&count) && part.chars().all(is_hanzi)
    });
    match PersonName::read(cell) {
        Ok((name, _)) if is_name => Meant::Field(F::Name, name.as_str().to_owned()),
        _ => Meant::Nothing,
    }
}
