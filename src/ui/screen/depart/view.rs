//! The departure as drawn: who goes, the form, and under it what it leads to.

use super::Depart;
use crate::app::{codes, words as say};
use crate::domain::departure::DepartureKind;
use crate::domain::id_number::age;
use crate::text::depart as words;
use crate::text::{Lang, common, seats};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;

/// Lines that are longer cannot be followed by eye.
const WIDEST: u16 = 100;
const INDENT: u16 = 5;
/// Rows above the form: who, what they have so far, blank.
const HEAD: u16 = 3;

impl Depart {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, paint.width());
        self.who(paint);
        let high = self.form.rows(paint);
        self.form.view(&mut paint.sub(1, HEAD, cols - 2, high));
        let mut y = HEAD + high + 1;
        let room = cols.saturating_sub(INDENT + 2).min(WIDEST);
        if let Some(help) = self.form.help(lang) {
            y += paint.paragraph(INDENT, y, room, &help, Ink::Dim) + 1;
        }
        for (ink, line) in self.leads_to(lang) {
            y += paint.paragraph(INDENT, y, room, &line, ink);
        }
    }

    fn who(&self, paint: &mut Paint<'_>) {
        let (lang, leaver) = (paint.lang, &self.leaver);
        let row = &leaver.enrolment;
        let course = codes::named(&leaver.class.course.0).full(lang);
        let years = common::years(lang, age(row.birth, self.today));
        let person = format!("  {} {years}   {} {course}", common::sex(lang, row.sex), leaver.class.code);
        paint.line(1, 0, &[(Ink::Title, &row.name), (Ink::Text, &person)]);
        let hours = words::so_far(lang, leaver.totals.credited.get(), leaver.totals.required.get());
        let mark = leaver
            .last_mark
            .map_or_else(|| words::no_mark(lang).to_owned(), |day| words::last_mark(lang, &day.to_string()));
        paint.line(1, 1, &[(Ink::Text, &hours), (Ink::Text, "   "), (Ink::Text, &mark)]);
    }

    /// What is to be known before it is saved: doubts first.
    fn leads_to(&self, lang: Lang) -> Vec<(Ink, String)> {
        let mut lines: Vec<(Ink, String)> = Vec::new();
        if self.kind() == DepartureKind::Transferred {
            if let Some(to) = self.to().filter(|to| to.room().is_full()) {
                lines.push((Ink::Warning, format!("! {} {}", to.code, seats::room(lang, to.room()))));
            }
            let warnings = self.warnings.iter().map(|warning| say::move_warning(lang, warning));
            lines.extend(warnings.map(|words| (Ink::Warning, format!("! {words}"))));
            let hours = self.leaver.totals.credited.get();
            lines.push((Ink::Text, seats::hours_stay(lang, hours, self.leaver.class.code.as_str())));
        } else {
            lines.push((Ink::Text, words::seat_stays(lang).to_owned()));
        }
        lines.extend(self.first.as_ref().map(|first| (Ink::Text, words::next_gets(lang, &first.name))));
        lines
    }
}
