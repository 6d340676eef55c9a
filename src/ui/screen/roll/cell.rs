//! The form of one cell of the roll: kind, minutes at either end, reason. Shared by the roll and a person's ledger.
//! Says what is wrong and what was meant; writing it is the screen's work.

use crate::domain::hours::Minutes;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{LeaveKind, Mark, Timing};
use crate::text::{Lang, roll as t};
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::overlay::dialog::Answer;
use crate::ui::overlay::popup::popup;
use crate::ui::paint::{Click, Paint};
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Choice, Form, FormEvent, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellField {
    Mark,
    Late,
    Early,
    Reason,
}

const FIELDS: &[Spec<CellField>] = &[
    Spec {
        id: CellField::Mark,
        label: t::form_mark,
        kind: Kind::Choice,
        width: 16,
        help: t::form_mark_help,
        required: true,
    },
    Spec {
        id: CellField::Late,
        label: t::form_late,
        kind: Kind::Number,
        width: 4,
        help: t::form_late_help,
        required: false,
    },
    Spec {
        id: CellField::Early,
        label: t::form_early,
        kind: Kind::Number,
        width: 4,
        help: t::form_early_help,
        required: false,
    },
    Spec {
        id: CellField::Reason,
        label: t::form_reason,
        kind: Kind::Text,
        width: 38,
        help: t::form_reason_help,
        required: false,
    },
];

const KINDS: [(&str, Mark); 5] = [
    ("present", Mark::PRESENT),
    ("sick", Mark::Leave(LeaveKind::Sick)),
    ("personal", Mark::Leave(LeaveKind::Personal)),
    ("absent", Mark::Absent),
    ("cleared", Mark::Cleared),
];

/// Whose cell it is and what stands in it.
pub(in crate::ui::screen) struct Cell {
    pub(in crate::ui::screen) session: SessionId,
    pub(in crate::ui::screen) enrolment: EnrolmentId,
    pub(in crate::ui::screen) name: String,
    /// `None` for a cell nobody wrote in.
    pub(in crate::ui::screen) mark: Option<Mark>,
    /// Length of the session.
    pub(in crate::ui::screen) minutes: u16,
    pub(in crate::ui::screen) timing: Timing,
}

pub(in crate::ui::screen) struct CellForm {
    pub(in crate::ui::screen) cell: Cell,
    form: Form<CellField>,
}

impl CellForm {
    pub(in crate::ui::screen) fn new(cell: Cell, reason: &str, lang: Lang) -> Self {
        let mut form = Form::new(FIELDS);
        let choice = |(key, mark): (&str, Mark)| Choice { key: key.to_owned(), label: t::said(lang, mark) };
        form.set_choices(CellField::Mark, KINDS.map(choice).into());
        form.set(CellField::Reason, reason);
        if let Some(mark) = cell.mark {
            form.set(CellField::Mark, key_of(mark));
            let (late, early) = mark.minutes();
            for (field, minutes) in [(CellField::Late, late), (CellField::Early, early)] {
                if !minutes.is_none() {
                    form.set(field, &minutes.get().to_string());
                }
            }
        }
        form.mark_saved();
        // whoever opens the form of somebody present comes for the minutes
        form.focus(if cell.mark.is_some() { CellField::Late } else { CellField::Mark });
        Self { cell, form }
    }

    pub(in crate::ui::screen) fn input(&mut self, input: &Input, lang: Lang) -> Flow {
        match self.form.input(input, lang) {
            FormEvent::Unused => Flow::Unused,
            FormEvent::Ask(dialog) => Flow::Ask(dialog),
            FormEvent::Moved | FormEvent::Changed(_) | FormEvent::Left(_) => Flow::Stay,
        }
    }

    pub(in crate::ui::screen) fn answered(&mut self, answer: &Answer) {
        self.form.answered(answer);
    }

    pub(in crate::ui::screen) fn click(&mut self, click: Click) {
        self.form.click(click);
    }

    pub(in crate::ui::screen) fn help(&self, lang: Lang) -> Option<String> {
        self.form.help(lang)
    }

    /// True when it may be closed; else it has said why not.
    pub(in crate::ui::screen) fn may_close(&mut self, ctx: &mut Ctx<'_>) -> bool {
        matches!(self.form.leave(ctx), Flow::Back)
    }

    /// The mark and its reason, or `None` after showing all faults.
    pub(in crate::ui::screen) fn read(&mut self, lang: Lang) -> Option<(Mark, String)> {
        let kind =
            KINDS.iter().find(|(key, _)| *key == self.form.get(CellField::Mark)).map(|(_, mark)| *mark);
        let (late, early) = (self.minutes(CellField::Late), self.minutes(CellField::Early));
        let reason = self.form.get(CellField::Reason).trim().to_owned();
        let mut faults = Vec::new();
        if kind.is_none() {
            faults.push((CellField::Mark, t::mark_needed(lang).to_owned()));
        }
        for (field, minutes) in [(CellField::Late, late), (CellField::Early, early)] {
            match minutes {
                None => faults.push((field, t::minutes_fault(lang, self.cell.minutes))),
                Some(minutes) if !minutes.is_none() && kind.is_some_and(|kind| kind != Mark::PRESENT) => {
                    faults.push((field, t::minutes_idle(lang).to_owned()));
                }
                Some(_) => {}
            }
        }
        if self.cell.timing == Timing::Past && reason.is_empty() {
            faults.push((CellField::Reason, t::reason_needed(lang).to_owned()));
        }
        let sound = faults.is_empty();
        self.form.set_faults(faults);
        let (true, Some(kind), Some(late), Some(early)) = (sound, kind, late, early) else { return None };
        let mark = if kind == Mark::PRESENT { Mark::Present { late, early } } else { kind };
        Some((mark, reason))
    }

    fn minutes(&self, field: CellField) -> Option<Minutes> {
        match self.form.get(field).trim() {
            "" => Some(Minutes::ZERO),
            text => text.parse().ok().filter(|minutes| *minutes <= self.cell.minutes).and_then(Minutes::new),
        }
    }

    pub(in crate::ui::screen) fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, 62);
        let rows = self.form.rows(&paint.sub(0, 0, cols, u16::MAX));
        let mut inside = popup(paint, &t::form_title(lang, &self.cell.name), cols, rows + 2);
        self.form.view(&mut inside.sub(0, 0, cols, rows));
        inside.text(0, rows + 1, t::form_hint(lang), Ink::Dim);
    }
}

fn key_of(mark: Mark) -> &'static str {
    let plain = if matches!(mark, Mark::Present { .. }) { Mark::PRESENT } else { mark };
    KINDS.iter().find(|(_, kind)| *kind == plain).map_or("", |(key, _)| key)
}
