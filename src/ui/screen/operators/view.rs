//! The operators as drawn: how the centre is kept, the list, what the chosen one may do.

use super::Operators;
use crate::app::words::sign_in;
use crate::domain::operator::Role;
use crate::store::rows::OperatorRow;
use crate::text::Lang;
use crate::text::operators as words;
use crate::ui::overlay::dialog::Dialog;
use crate::ui::paint::Paint;
use crate::ui::theme::Ink;
use crate::ui::widget::table::{Column, Width};

pub(super) const COLUMNS: &[Column<OperatorRow>] = &[
    Column::text(words::f_name, Width::Rest(16), |row, lang| words::called(lang, &row.name).into()),
    Column::text(words::f_role, Width::Fixed(16), |row, lang| {
        role(row).map_or("", |role| sign_in::role(lang, role)).into()
    }),
    Column::text(words::c_pin, Width::Fixed(10), |row, lang| match &row.credential {
        None => "".into(),
        Some(here) if here.has_pin => words::has_pin(lang).into(),
        Some(_) => words::without_pin(lang).into(),
    }),
    Column::text(words::c_state, Width::Fixed(12), |row, lang| match &row.credential {
        None => words::state_name_only(lang).into(),
        Some(here) if here.retired => words::state_retired(lang).into(),
        Some(_) => words::state_active(lang).into(),
    }),
];

/// Who is not at work here stands back; the last column says why.
pub(super) fn ink(row: &OperatorRow) -> Ink {
    match &row.credential {
        Some(here) if !here.retired => Ink::Text,
        _ => Ink::Disabled,
    }
}

fn role(row: &OperatorRow) -> Option<Role> {
    row.credential.as_ref().map(|here| here.role)
}

/// What a role does, in one line.
pub(super) fn does(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Desk => words::is_desk(lang),
        Role::Instructor => words::is_instructor(lang),
        Role::Head => words::is_head(lang),
        Role::Auditor | Role::System => words::is_auditor(lang),
    }
}

pub(super) fn ask_retire(lang: Lang, row: &OperatorRow) -> Dialog {
    Dialog::confirm(
        words::retire_title(lang, words::called(lang, &row.name)),
        words::retire_lines(lang, words::called(lang, &row.name)),
        words::retire(lang),
    )
}

/// Rows of the list stand closer together than a wide window would have them.
const WIDEST: u16 = 90;

impl Operators {
    pub(super) fn draw(&self, paint: &mut Paint<'_>) {
        let (lang, cols, rows) = (paint.lang, paint.width(), paint.height());
        let mut y = 0;
        if self.is_guarded {
            y += paint.paragraph(1, y, cols - 2, words::guarded_words(lang), Ink::Text);
            if self.heads() == 1 {
                y += paint.paragraph(1, y, cols - 2, words::forgotten(lang), Ink::Dim);
            }
        } else {
            y += paint.paragraph(1, y, cols - 2, &format!("! {}", words::open_words(lang)), Ink::Warning);
            y += paint.paragraph(3, y, cols - 4, words::open_how(lang), Ink::Dim);
        }
        let high = rows.saturating_sub(y + 4);
        self.table.view(&mut paint.sub(1, y + 1, (cols - 2).min(WIDEST), high), true);
        let Some(row) = self.table.chosen() else { return };
        let said = role(row).map_or_else(|| words::no_role(lang), |role| does(lang, role));
        paint.text(
            3,
            rows.saturating_sub(2),
            &format!("{}  {said}", words::called(lang, &row.name)),
            Ink::Dim,
        );
    }

    /// Heads of the centre who could still manage it.
    fn heads(&self) -> usize {
        let is_head = |row: &&OperatorRow| {
            row.credential
                .as_ref()
                .is_some_and(|here| here.role == Role::Head && here.has_pin && !here.retired)
        };
        self.table.rows().iter().filter(is_head).count()
    }
}
