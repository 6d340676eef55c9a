//! How the ledger of a class is drawn: how many stand how, then everybody. Only looks.

use super::standing::Standing;
use super::{Ledger, Row};
use crate::app::words;
use crate::text::{Lang, ledger as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Align, Column, Width};

pub(super) const COLUMNS: &[Column<Row>] = &[
    Column {
        header: t::seat,
        width: Width::Fixed(3),
        align: Align::Number,
        drop: 0,
        text: |row, _| format!("{:02}", row.person.enrolment.seat).into(),
    },
    Column {
        header: t::name,
        width: Width::Rest(12),
        align: Align::Left,
        drop: 0,
        text: |row, _| row.person.enrolment.name.as_str().into(),
    },
    Column {
        header: t::credited,
        width: Width::Fixed(9),
        align: Align::Number,
        drop: 0,
        text: |row, _| {
            let totals = &row.person.totals;
            format!("{}/{}", totals.credited.get(), totals.required.get()).into()
        },
    },
    Column {
        header: t::delivered,
        width: Width::Fixed(5),
        align: Align::Number,
        drop: 1,
        text: |row, _| row.person.totals.delivered.get().to_string().into(),
    },
    Column {
        header: t::missing,
        width: Width::Fixed(5),
        align: Align::Number,
        drop: 0,
        text: |row, _| row.person.totals.missing().get().to_string().into(),
    },
    Column {
        header: t::can_miss,
        width: Width::Fixed(8),
        align: Align::Number,
        drop: 0,
        text: |row, _| row.person.totals.can_miss().get().to_string().into(),
    },
    Column {
        header: t::percent,
        width: Width::Fixed(8),
        align: Align::Number,
        drop: 0,
        text: |row, _| words::percent(&row.person.totals).unwrap_or_default().into(),
    },
    Column {
        header: t::state,
        width: Width::Fixed(13),
        align: Align::Left,
        drop: 0,
        text: |row, lang| {
            let word = row.standing.word(lang);
            match row.person.enrolment.left {
                Some(_) => t::left_class(lang, word).into(),
                None => word.into(),
            }
        },
    },
];

impl Ledger {
    pub(super) fn pack(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => &self.ledger.rules.zh,
            Lang::En => &self.ledger.rules.en,
        }
    }

    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let of = |standing: Standing| {
            self.table
                .rows()
                .iter()
                .filter(|row| row.standing == standing && row.person.enrolment.left.is_none())
                .count()
        };
        let here = self.table.rows().iter().filter(|row| row.person.enrolment.left.is_none()).count();
        let mut x = 1;
        x += paint.text(
            x,
            0,
            &t::summary(lang, here, of(Standing::Reached), of(Standing::OnCourse)),
            Ink::Title,
        );
        for (standing, words) in [
            (Standing::AtRisk, t::summary_risk(lang, of(Standing::AtRisk))),
            (Standing::OutOfReach, t::summary_lost(lang, of(Standing::OutOfReach))),
        ] {
            let ink = if of(standing) > 0 { standing.ink() } else { Ink::Text };
            x += 3;
            x += paint.text(x, 0, &words, ink);
        }
        if self.table.rows().is_empty() {
            paint.text(3, 2, t::empty(lang), Ink::Text);
            return;
        }
        let rules = self.ledger.rules;
        let attendance = &rules.person_attendance_pct;
        let line = t::rule_line(lang, &rules.id, attendance.value, &attendance.source);
        paint.text_in(1, rows - 1, cols.saturating_sub(2), &line, Ink::Dim);
        self.table.view(&mut paint.sub(1, 2, cols.saturating_sub(2), rows.saturating_sub(4)), true);
    }
}
