//! How the card is drawn: who it is, the facts, the classes; beside each other where there is room. Only looks.

use super::History;
use crate::app::card::{Attended, State};
use crate::app::classes::Phase;
use crate::app::words::joined;
use crate::app::{card_words as say, codes};
use crate::text::card as t;
use crate::ui::paint::Paint;
use crate::ui::screen::ledger::standing::Standing;
use crate::ui::theme::Ink;
use crate::ui::widget::facts;
use crate::ui::widget::table::{Column, Width};

/// From here on the facts stand beside the classes.
const WIDE: u16 = 140;
/// Columns of the facts there.
const FACTS: u16 = 44;
/// Columns of the classes beyond which the eye loses the row.
const WIDEST: u16 = 110;
/// Below the classes: a free row and what is to be said of the chosen one.
const TOLD: u16 = 2;

pub(super) const COLUMNS: &[Column<Attended>] = &[
    Column::text(t::start, Width::Fixed(10), |class, _| class.past.start.to_string().into()),
    Column::text(t::code, Width::Fixed(10), |class, _| class.past.code.as_str().into()),
    Column::text(t::course, Width::Rest(18), |class, lang| {
        codes::named(&class.past.course.0).full(lang).into()
    }),
    Column::figure(t::seat, 3, |class: &Attended, _| format!("{:02}", class.past.seat).into()).leaving(2),
    Column::figure(t::hours, 7, |class, _| {
        format!("{}/{}", class.totals.credited.get(), class.totals.required.get()).into()
    }),
    Column::text(t::attendance, Width::Fixed(22), |class: &Attended, lang| {
        say::tally(lang, &class.tally).into()
    })
    .leaving(3),
    Column::text(t::state, Width::Fixed(17), |class, lang| match class.state {
        State::In(Phase::Running | Phase::Ended) => {
            let phase = say::state(lang, &class.state);
            format!("{phase} {}", Standing::of(&class.totals, class.rules).words(lang)).into()
        }
        _ => say::state(lang, &class.state).into(),
    }),
];

pub(super) fn state_ink(class: &Attended) -> Ink {
    match class.state {
        State::In(Phase::Running | Phase::Ended) => Standing::of(&class.totals, class.rules).ink(),
        State::In(Phase::Planned) => Ink::Text,
        State::Gone(..) => Ink::Dim,
    }
}

impl History {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let name = self.card.person.row.trainee.name.as_str();
        paint.line(1, 0, &[(Ink::Title, name), (Ink::Text, "  "), (Ink::Text, &self.who(lang))]);
        let (facts, more) = (self.facts(lang), self.more_facts(lang));
        if cols >= WIDE {
            let all = [facts, more].concat();
            facts::view(&mut paint.sub(1, 2, FACTS, rows - 2), &all);
            self.classes(&mut paint.sub(FACTS + 4, 2, (cols - FACTS - 5).min(WIDEST), rows - 2));
            return;
        }
        let room = cols - 2;
        let all = [facts.clone(), more].concat();
        // half the screen for the classes; what is left out stands in the record
        let most = rows / 2;
        let facts = if facts::rows(paint, &all, room) <= most { all } else { facts };
        let high = facts::rows(paint, &facts, room).min(most);
        facts::view(&mut paint.sub(1, 1, room, high), &facts);
        self.classes(&mut paint.sub(1, high + 2, room, rows.saturating_sub(high + 2)));
    }

    fn classes(&self, paint: &mut Paint<'_>) {
        let (lang, rows) = (paint.lang, paint.height());
        let Some(class) = self.table.chosen() else {
            paint.text(0, 0, t::classes(lang), Ink::Dim);
            let x = paint.columns(t::classes(lang)) + 2;
            paint.text(x, 0, t::no_classes(lang), Ink::Dim);
            return;
        };
        let wanted = u16::try_from(self.table.rows().len() + 1).unwrap_or(u16::MAX);
        let high = wanted.min(rows.saturating_sub(TOLD));
        let cols = paint.width();
        self.table.view(&mut paint.sub(0, 0, cols, high), true);
        let days = t::valid(lang, &class.past.start.to_string(), &class.past.end.to_string());
        let told = [
            class.past.code.as_str(),
            &days,
            &say::tally(lang, &class.tally),
            &say::state_in_full(lang, class),
        ];
        let told = joined(told);
        paint.paragraph(2, high + 1, cols.saturating_sub(2), &told, Ink::Dim);
    }
}
