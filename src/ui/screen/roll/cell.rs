//! The form of one cell of the roll: kind, minutes at either end, reason. It lies over the roll, the week and a
//! person's ledger alike.

use crate::domain::hours::Minutes;
use crate::domain::ids::{EnrolmentId, SessionId};
use crate::domain::mark::{LeaveKind, Mark, Timing};
use crate::text::{Lang, roll as t};
use crate::ui::command::{Ctx, Flow};
use crate::ui::input::Input;
use crate::ui::overlay::dialog::Answer;
use crate::ui::overlay::popup::popup;
use crate::ui::paint::{Click, Paint};
use crate::ui::screen::marks;
use crate::ui::theme::Ink;
use crate::ui::widget::form::{Form, FormEvent, Keys, Spec};
use crate::ui::widget::kind::Kind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellField {
    Mark,
    Late,
    Early,
    Reason,
}

const FIELDS: &[Spec<CellField>] = &[
    Spec::needed(CellField::Mark, t::form_mark, Kind::Choice, 16, t::form_mark_help),
    Spec::free(CellField::Late, t::form_late, Kind::Number, 4, t::form_late_help),
    Spec::free(CellField::Early, t::form_early, Kind::Number, 4, t::form_early_help),
    Spec::free(CellField::Reason, t::form_reason, Kind::Text, 38, t::form_reason_help),
];

const KINDS: Keys<Mark> = Keys(&[
    ("present", Mark::PRESENT),
    ("sick", Mark::Leave(LeaveKind::Sick)),
    ("personal", Mark::Leave(LeaveKind::Personal)),
    ("absent", Mark::Absent),
    ("cleared", Mark::Cleared),
]);

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

/// The form over a page, or none; a page that has one passes on to it whatever comes in.
#[derive(Default)]
pub(in crate::ui::screen) struct OverCell(Option<CellForm>);

impl OverCell {
    pub(in crate::ui::screen) fn open(&mut self, cell: Cell, reason: &str, lang: Lang) {
        self.0 = Some(CellForm::new(cell, reason, lang));
    }

    pub(in crate::ui::screen) const fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// `None`: there is no form, it is for the page.
    pub(in crate::ui::screen) fn input(&mut self, input: &Input, lang: Lang) -> Option<Flow> {
        let form = &mut self.0.as_mut()?.form;
        Some(match form.input(input, lang) {
            FormEvent::Unused => Flow::Unused,
            FormEvent::Ask(dialog) => Flow::Ask(*dialog),
            FormEvent::Moved | FormEvent::Changed(_) | FormEvent::Left(_) => Flow::Stay,
        })
    }

    /// What the focused field offers.
    pub(in crate::ui::screen) fn choose(&self, lang: Lang) -> Option<Flow> {
        Some(self.0.as_ref()?.form.choose(lang).map_or(Flow::Unused, Flow::Ask))
    }

    /// Whether it was for the form.
    pub(in crate::ui::screen) fn answered(&mut self, answer: &Answer) -> bool {
        self.0.as_mut().map(|over| over.form.answered(answer)).is_some()
    }

    /// Whether it was for the form.
    pub(in crate::ui::screen) fn click(&mut self, click: Click) -> bool {
        self.0.as_mut().map(|over| over.form.click(click)).is_some()
    }

    pub(in crate::ui::screen) fn help(&self, lang: Lang) -> Option<String> {
        self.0.as_ref()?.form.help(lang)
    }

    /// Whether there was a form to be left: it is closed, or has said why not.
    pub(in crate::ui::screen) fn leave(&mut self, ctx: &mut Ctx<'_>) -> bool {
        let Some(over) = &mut self.0 else { return false };
        if matches!(over.form.leave(ctx), Flow::Back) {
            self.0 = None;
        }
        true
    }

    /// Writes the mark, says so and closes. Gives the session written in, `None` where that was refused, with the reason told.
    pub(in crate::ui::screen) fn save(&mut self, ctx: &mut Ctx<'_>) -> Option<SessionId> {
        let over = self.0.as_mut()?;
        let (mark, reason) = over.read(ctx.lang)?;
        let Cell { session, enrolment, .. } = over.cell;
        if let Err(trouble) = ctx.desk.mark(session, &[enrolment], mark, &reason) {
            ctx.fail(&trouble);
            return None;
        }
        ctx.note.ok(marks::set(ctx.lang, &over.cell.name, mark));
        self.0 = None;
        Some(session)
    }

    pub(in crate::ui::screen) fn view(&self, paint: &mut Paint<'_>) {
        if let Some(over) = &self.0 {
            over.view(paint);
        }
    }
}

struct CellForm {
    cell: Cell,
    form: Form<CellField>,
}

impl CellForm {
    fn new(cell: Cell, reason: &str, lang: Lang) -> Self {
        let mut form = Form::new(FIELDS);
        form.set_choices(CellField::Mark, KINDS.choices(|mark| t::said(lang, mark)));
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

    /// The mark and its reason, or `None` after showing all faults.
    fn read(&mut self, lang: Lang) -> Option<(Mark, String)> {
        let kind = KINDS.of(self.form.get(CellField::Mark));
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

    fn view(&self, paint: &mut Paint<'_>) {
        let (lang, cols) = (paint.lang, 62);
        let rows = self.form.rows(&paint.sub(0, 0, cols, u16::MAX));
        let mut inside = popup(paint, &t::form_title(lang, &self.cell.name), cols, rows + 2);
        self.form.view(&mut inside.sub(0, 0, cols, rows));
        inside.text(0, rows + 1, t::form_hint(lang), Ink::Dim);
    }
}

fn key_of(mark: Mark) -> &'static str {
    let plain = if matches!(mark, Mark::Present { .. }) { Mark::PRESENT } else { mark };
    KINDS.key(plain)
}
