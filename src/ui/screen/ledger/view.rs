//! How the ledger of a class is drawn: how many stand how, then everybody. Only looks.

use super::standing::Standing;
use super::{Ledger, Row};
use crate::app::words;
use crate::text::{desk, ledger as t};
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};
use crate::ui::width;

pub(super) const COLUMNS: &[Column<Row>] = &[
    Column::figure(t::seat, 3, |row, _| format!("{:02}", row.person.enrolment.seat).into()),
    Column::text(t::name, Width::Rest(12), |row, _| row.person.enrolment.name.as_str().into()),
    Column::figure(t::credited, 9, |row, _| {
        let totals = &row.person.totals;
        format!("{}/{}", totals.credited.get(), totals.required.get()).into()
    }),
    Column::figure(t::delivered, 5, |row: &Row, _| row.person.totals.delivered.get().to_string().into())
        .leaving(1),
    Column::figure(t::missing, 5, |row, _| row.person.totals.missing().get().to_string().into()),
    Column::figure(t::can_miss, 8, |row, _| row.person.totals.can_miss().get().to_string().into()),
    Column::figure(t::percent, 8, |row, _| words::percent(&row.person.totals).unwrap_or_default().into()),
    Column::text(t::state, Width::Fixed(12), |row, lang| match row.person.enrolment.left {
        Some(_) => t::left_class(lang).into(),
        None => row.standing.words(lang).into(),
    }),
];

/// Columns that the table takes at most.
const WIDEST: u16 = 96;

impl Ledger {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let count = |is: fn(Standing) -> bool| {
            let rows = self.table.rows().iter();
            rows.filter(|row| is(row.standing) && row.person.enrolment.left.is_none()).count()
        };
        let reached = count(|standing| standing == Standing::Reached);
        let on_course = count(|standing| standing == Standing::OnCourse);
        let at_risk = count(|standing| standing == Standing::AtRisk);
        let make_up = count(|standing| matches!(standing, Standing::MakeUp(_)));
        let here = self.table.rows().iter().filter(|row| row.person.enrolment.left.is_none()).count();
        let mut x = 1;
        x += paint.text(x, 0, &t::summary(lang, here, reached, on_course), Ink::Title);
        for (people, words) in
            [(at_risk, t::summary_risk(lang, at_risk)), (make_up, t::summary_make_up(lang, make_up))]
        {
            let ink = if people > 0 { Ink::Warning } else { Ink::Text };
            x += 3;
            x += paint.text(x, 0, &words, ink);
        }
        if self.table.rows().is_empty() {
            paint.text(3, 2, t::empty(lang), Ink::Text);
            return;
        }
        let rules = self.ledger.rules;
        let attendance = &rules.person_attendance_pct;
        let mut line = t::rule_line(
            lang,
            words::pack(lang, self.ledger.rules),
            attendance.value,
            &words::document(lang, &attendance.source),
        );
        if self.ledger.pack_differs() {
            line = format!("! {} {line}", desk::pack_differs(lang));
        }
        let room = cols.saturating_sub(2);
        let high = u16::try_from(width::wrap(&line, room.into()).len()).unwrap_or(1);
        paint.paragraph(1, rows.saturating_sub(high), room, &line, Ink::Dim);
        // the eye loses the row between a name and figures too far to its right
        let table = room.min(WIDEST);
        self.table.view(&mut paint.sub(1, 2, table, rows.saturating_sub(high + 3)), true);
    }
}
